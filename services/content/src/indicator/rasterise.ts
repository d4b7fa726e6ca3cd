import { initWasm, Resvg } from '@resvg/resvg-wasm'
import wasm from '@resvg/resvg-wasm/index_bg.wasm'
import cyrillic from '@stem/ui/fonts/text-cyrillic.woff2'
import greek from '@stem/ui/fonts/text-greek.woff2'
import latinExt from '@stem/ui/fonts/text-latin-ext.woff2'
import latin from '@stem/ui/fonts/text-latin.woff2'

const FONTS = [latin, latinExt, greek, cyrillic].map((font) => new Uint8Array(font))
const FAMILY = 'Source Sans 3'
const WIDTH = 1600

let ready: Promise<void> | null = null

/** A drawing as PNG, 1,600 pixels wide, in the site's own type. */
export async function rasterise(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= initWasm(wasm).catch((thrown: unknown) => {
    ready = null
    throw thrown
  })
  await ready
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: WIDTH }, font: { fontBuffers: FONTS, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY } })
  try {
    const picture = drawing.render()
    try {
      return new Uint8Array(picture.asPng())
    } finally {
      picture.free()
    }
  } finally {
    drawing.free()
  }
}
