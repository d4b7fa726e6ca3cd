declare module '*.wasm' {
  const module: WebAssembly.Module
  export default module
}
declare module '*.woff2' {
  const bytes: ArrayBuffer
  export default bytes
}

// Parts of n3 by themselves: the whole of it brings streams of Node that a Worker has no use for.
declare module 'n3/src/N3Writer.js' {
  export { Writer as default } from 'n3'
}
declare module 'n3/src/N3DataFactory.js' {
  export { DataFactory as default } from 'n3'
}
