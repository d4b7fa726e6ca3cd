import { createApp } from '@stem/web/app'
import type { Env } from './env.ts'
import { opening } from './opening/routes.tsx'

/** Every address of the newsletter service. */
export const app = createApp<Env>('newsletter')
app.route('/', opening)
