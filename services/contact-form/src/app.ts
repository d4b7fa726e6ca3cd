import { createApp } from '@stem/web/app'
import { contact } from './contact/routes.tsx'
import type { Env } from './env.ts'
import { support } from './support/routes.tsx'

/** Every address of the contact-form service. */
export const app = createApp<Env>('contact-form')
app.route('/', support)
app.route('/', contact)
