import { createApp } from '@stem/web/app'
import { account } from './account/routes.tsx'
import { archive } from './archive/routes.tsx'
import { changeAddress } from './change-address/routes.tsx'
import { archiveApi } from './archive/api-routes.ts'
import { campaignsApi } from './campaigns/api-routes.ts'
import { check } from './composer/check-routes.tsx'
import { composer } from './composer/routes.tsx'
import type { Env } from './env.ts'
import { delivery } from './delivery/routes.tsx'
import { feedback } from './feedback/routes.tsx'
import { linkCounts } from './link-counts/routes.ts'
import { mailEvents } from './mail-events/api-routes.ts'
import { exports } from './exports/routes.tsx'
import { imports } from './imports/routes.tsx'
import { people } from './people/routes.tsx'
import { ownData } from './own-data/routes.tsx'
import { preferencesApi } from './preferences/api-routes.ts'
import { preferences } from './preferences/routes.tsx'
import { subscribeApi } from './subscribe/api-routes.ts'
import { subscribe } from './subscribe/routes.tsx'
import { suppressions } from './suppressions/routes.tsx'
import { unsubscribe } from './unsubscribe/routes.tsx'

/** Every address of the newsletter service. */
export const app = createApp<Env>('newsletter')
// Places of the console with a name of their own come before `/console/newsletter/:id`.
const PARTS = [
  subscribe,
  subscribeApi,
  unsubscribe,
  preferences,
  preferencesApi,
  changeAddress,
  ownData,
  account,
  archive,
  archiveApi,
  campaignsApi,
  people,
  suppressions,
  imports,
  exports,
  composer,
  check,
  delivery,
  feedback,
  mailEvents,
  linkCounts,
]
for (const part of PARTS) app.route('/', part)
