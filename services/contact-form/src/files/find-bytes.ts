/** Bytes as text, one letter for each byte. */
export const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** Whether `text` (one byte a letter) stands at `at`. */
export function standsAt(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false
  return true
}

/** Where `text` (one byte a letter) begins between `from` and `to`, or -1. */
export function findText(bytes: Uint8Array, text: string, from = 0, to = bytes.length): number {
  const first = text.charCodeAt(0)
  const last = Math.min(to, bytes.length) - text.length
  for (let at = bytes.indexOf(first, Math.max(0, from)); at !== -1 && at <= last; at = bytes.indexOf(first, at + 1)) if (standsAt(bytes, at, text)) return at
  return -1
}

/** Numbers of a file, low byte first. */
export const numbersOf = (bytes: Uint8Array<ArrayBuffer>) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return { u16: (at: number) => view.getUint16(at, true), u32: (at: number) => view.getUint32(at, true), u32big: (at: number) => view.getUint32(at) }
}
