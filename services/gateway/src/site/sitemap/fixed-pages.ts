import { PROFILED } from '@stem/contracts/countries'
import { LIST_NAMES } from '@stem/contracts/lists'
import { SHIPPED } from '@stem/i18n/locales'
import type { Entry } from './sitemap-xml.ts'

const PATHS = [
  '/',
  '/about',
  '/how-we-work',
  '/members',
  '/knowledge',
  ...LIST_NAMES.map((name) => `/${name}`),
  '/data',
  '/data/compare',
  '/data/targets',
  '/support',
  '/support/figures',
  '/newsletter/archive',
  '/api/v1',
  '/languages',
  '/accessibility',
  '/privacy',
]

/** Pages that exist whatever is published, in every language. When they change follows from what they show: no time is told. */
export const FIXED: Entry[] = [...PATHS, ...PROFILED.map((code) => `/countries/${code.toLowerCase()}`)].map((path) => ({
  path,
  locales: SHIPPED,
  updatedAt: null,
}))
