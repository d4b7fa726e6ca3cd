import { createApp } from '@stem/web/app'
import { account } from './account/routes.tsx'
import { security } from './account/security-routes.tsx'
import { ownApi } from './api-keys/routes.ts'
import { audit } from './audit/routes.tsx'
import { colleagues } from './colleagues/routes.tsx'
import { inbox } from './console/inbox-routes.tsx'
import { search } from './console/search-routes.tsx'
import { people } from './console-people/routes.tsx'
import { records } from './console-organisations/routes.tsx'
import { contacts } from './contacts/routes.tsx'
import type { Env } from './env.ts'
import { invitations } from './invitations/routes.tsx'
import { applications } from './join/console-routes.tsx'
import { join } from './join/routes.tsx'
import { mailLog } from './mails/console-routes.tsx'
import { merge } from './merge/routes.tsx'
import { myOrganisation } from './my-organisation/routes.tsx'
import { organisations } from './organisations/routes.tsx'
import { ownData } from './own-data/routes.tsx'
import { reviews } from './profile/console-routes.tsx'
import { profile } from './profile/routes.tsx'
import { signIn } from './sign-in/routes.tsx'

/** Every address of the members service. */
export const app = createApp<Env>('members')
// In public.
for (const part of [organisations, ownApi, profile, join, invitations, signIn]) app.route('/', part)
// One's own space.
for (const part of [account, security, ownData, myOrganisation, colleagues, contacts]) app.route('/', part)
// The console.
for (const part of [inbox, search, applications, reviews, records, people, merge, audit, mailLog]) app.route('/', part)
