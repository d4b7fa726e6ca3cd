import { createApp } from '@stem/web/app'
import { account } from './account/routes.tsx'
import { security } from './account/security-routes.tsx'
import type { Env } from './env.ts'
import { organisations } from './organisations/routes.tsx'
import { signIn } from './sign-in/routes.tsx'

/** Every address of the members service. */
export const app = createApp<Env>('members')
app.route('/', organisations)
app.route('/', signIn)
app.route('/', account)
app.route('/', security)
