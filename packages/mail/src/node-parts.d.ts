// The parts of Node's interfaces that nodemailer is used with. The types of Node as a whole contradict those of the Workers runtime.
declare module 'node:events' {
  export class EventEmitter {
    on(name: string, listener: (...values: never[]) => void): this
  }
}
declare module 'node:stream' {
  export class Readable {
    constructor(options: { read(this: Readable): void })
    push(chunk: Uint8Array | null): boolean
  }
}
