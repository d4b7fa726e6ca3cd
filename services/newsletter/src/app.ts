import { createApp } from '@stem/web/app'
import { archiveApi } from './archive/api-routes.ts'
import { archive } from './archive/routes.tsx'
import { campaignsApi } from './campaigns/api-routes.ts'
import { check } from './composer/check-routes.tsx'
import { composer } from './composer/routes.tsx'
import type { Env } from './env.ts'
import { delivery } from './delivery/routes.tsx'
import { ownData } from './own-data/routes.tsx'
import { preferencesApi } from './preferences/api-routes.ts'
import { preferences } from './preferences/routes.tsx'
import { subscribeApi } from './subscribe/api-routes.ts'
import { subscribe } from './subscribe/routes.tsx'
import { unsubscribe } from './unsubscribe/routes.tsx'

/** Every address of the newsletter service. */
export const app = createApp<Env>('newsletter')
for (const part of [subscribe, subscribeApi, unsubscribe, preferences, preferencesApi, ownData, archive, archiveApi, campaignsApi, composer, check, delivery])
  app.route('/', part)
