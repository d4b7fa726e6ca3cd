import { formats } from '@stem/i18n/format'
import { fold, termCode } from '@stem/i18n/fold'
import { pathOf } from './address-of.ts'

// Forms of address of the coalition's former site.
const ITEM_FORMS: Record<string, string> = {
  programmes: 'practice',
  'programme-or-initiative': 'practice',
  dossiers: 'taskforce',
  'monitoring-instruments': 'monitoring-instrument',
  'whats-happening': 'news',
  // News stood among the publications; asked for only when no publication has the address.
  publications: 'news',
  meeting_reports: 'meeting-report',
}
const FACET_FORMS: Record<string, [string, string]> = {
  focus: ['/practices', 'topic'],
  'education-level': ['/practices', 'level'],
  'organisation-role': ['/members', 'role'],
  'organisation-type': ['/members', 'kind'],
}
const PAGES: Record<string, string> = {
  '/get-support': '/support',
  '/members/national-platform-partners': '/members',
  '/programmes': '/practices',
  '/dossiers': '/taskforces',
  '/partners': '/members#partners',
  '/node': '/',
}
// Where an item is looked for that is not known by its old name.
const ELSE: Record<string, string> = {
  practice: '/practices',
  taskforce: '/taskforces',
  'monitoring-instrument': '/publications?publication=monitoring-instrument',
  news: '/news',
  'meeting-report': '/publications?publication=meeting-report',
}
const COUNTRIES = 'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LT LU LV MT NL NO PL PT RO SE SI SK UA'.split(' ')

const countryOf = (name: string): string | undefined =>
  COUNTRIES.find((code) => code.toLowerCase() === name || termCode(formats('en').countryName(code)) === name) ??
  { 'czech-republic': 'CZ', 'the-netherlands': 'NL', uk: 'GB', 'great-britain': 'GB' }[name]

/** Where an address of the former site points today, or null. Its answer is always a present address, so no loop exists. */
export async function formerAddress({ db }: { db: D1Database }, path: string): Promise<string | null> {
  const page = PAGES[path]
  if (page !== undefined) return page
  const [, form = '', slug = '', more] = fold(path).split('/')
  if (slug === '' || more !== undefined) return null
  if (form === 'country') {
    const code = countryOf(slug)
    return code === undefined ? '/members' : `/countries/${code.toLowerCase()}`
  }
  const facet = FACET_FORMS[form]
  if (facet) return `${facet[0]}?${facet[1]}=${encodeURIComponent(slug)}`
  const type = ITEM_FORMS[form]
  if (type === undefined) return null
  const known = await db
    .prepare(
      `SELECT p.type, p.slug FROM published p
       WHERE p.visibility = 'public' AND p.item_id = coalesce(
         (SELECT item_id FROM former_addresses WHERE path = ?1), (SELECT item_id FROM addresses WHERE type = ?2 AND slug = ?3))`,
    )
    .bind(path, type, slug)
    .first<{ type: string; slug: string }>()
  return (known && pathOf(known.type, known.slug)) ?? (form === 'publications' ? null : (ELSE[type] ?? null))
}
