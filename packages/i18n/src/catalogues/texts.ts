import type { Message } from '../translate.ts'

/** The same keys as a part of the English catalogue, each with a text of another language. */
export type Texts<Area> = { readonly [key in keyof Area]: Message }
