import { createApp } from '@stem/web/app'
import { contact } from './contact/routes.tsx'
import { drafts } from './drafts/routes.tsx'
import { ownRequests } from './own-requests/routes.tsx'
import { deskCase } from './desk-case/routes.tsx'
import { deskInbox } from './desk-inbox/routes.tsx'
import type { Env } from './env.ts'
import { files } from './files/routes.tsx'
import { instruments } from './instruments/routes.tsx'
import { figures } from './figures/routes.tsx'
import { promiseReport } from './promises/routes.tsx'
import { caseLinks } from './links/routes.tsx'
import { merging } from './merging/routes.tsx'
import { participantDesk } from './participants/desk-routes.tsx'
import { participation } from './participants/routes.tsx'
import { replyTextPages } from './reply-texts/routes.tsx'
import { inbound } from './inbound/routes.tsx'
import { requestApi } from './request/api-routes.ts'
import { request } from './request/routes.tsx'
import { support } from './support/routes.tsx'
import { links } from './tracking/link-routes.tsx'
import { tracking } from './tracking/routes.tsx'
import { webhooks } from './webhooks/routes.tsx'

/** Every address of the contact-form service. */
export const app = createApp<Env>('contact-form')
for (const part of [
  support,
  figures,
  request,
  drafts,
  contact,
  requestApi,
  tracking,
  links,
  participation,
  files,
  ownRequests,
  deskInbox,
  deskCase,
  replyTextPages,
  merging,
  caseLinks,
  participantDesk,
  promiseReport,
  instruments,
  webhooks,
  inbound,
])
  app.route('/', part)
