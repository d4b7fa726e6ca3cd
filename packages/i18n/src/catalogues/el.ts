import type { Message } from '../translate.ts'
import { en } from './en.ts'

export const el = en as { readonly [key in keyof typeof en]: Message }
