import { createApp } from '@stem/web/app'
import type { Env } from './env.ts'
import { organisations } from './organisations/routes.tsx'

/** Every address of the members service. */
export const app = createApp<Env>('members')
app.route('/', organisations)
