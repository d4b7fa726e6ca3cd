import { createApp } from '@stem/web/app'
import { apiReference } from '../api/routes.tsx'
import type { Env } from '../env.ts'
import { accessibility } from './accessibility/routes.tsx'
import { country } from './country/routes.tsx'
import { home } from './home/routes.tsx'
import { identifiers } from './identifiers/routes.ts'
import { languages } from './languages/routes.tsx'
import { organisation } from './organisation/routes.tsx'
import { privacy } from './privacy/routes.tsx'
import { sitemap } from './sitemap/routes.ts'

/** Pages that the gateway composes from several services, or that belong to the site as a whole. */
export const site = createApp<Env>('gateway')
site.route('/', home)
site.route('/', country)
site.route('/', organisation)
site.route('/', languages)
site.route('/', accessibility)
site.route('/', privacy)
site.route('/', identifiers)
site.route('/', sitemap)
site.route('/', apiReference)
