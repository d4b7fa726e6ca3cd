import type { Message } from '../translate.ts'
import { en } from './en.ts'

export const fr = en as { readonly [key in keyof typeof en]: Message }
