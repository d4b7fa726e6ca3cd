import { MEMBER_PARAMETERS } from './api-organisations.ts'
import { SEARCH_PARAMETERS } from './api-search.ts'
import { filesOf, LIST_NAMES, listParameters, LISTS, type ListFace, type ListName } from './lists.ts'

/** Who answers an address. `soon`: kept free for a part of the site that is not open yet. */
export type Owner = 'site' | 'door' | 'members' | 'content' | 'newsletter' | 'contact-form' | 'soon'

/** One address of the site; a segment that begins with `:` stands for any one segment. */
export type Address = {
  path: string
  owner: Owner
  /** Names of the parameters it knows. `strict`: the owner checks them and refuses unknown ones. */
  parameters?: readonly string[] | 'strict'
  /** Whether it exists under every language prefix. */
  localised: boolean
  /** For one person: never cached, with the session and the body. Its parameters are the owner's business. */
  personal?: true
  /** For programs, which send no Origin: who asks counts for nothing there. */
  programs?: true
  /** Each request proves itself by what it brings before a database is asked: not limited by network, since a provider tells thousands of things from one. */
  proven?: true
  /** No cookie is read: what the address holds is the right to it. */
  cookieless?: true
  /** Most bytes a request may bring, when it is more than usual; JSON stays at the usual. */
  bodyLimit?: number
  /** Methods besides GET and HEAD, or instead of them when `only`. */
  methods?: readonly string[]
}

const page = (owner: Owner, path: string, parameters: readonly string[] = []): Address => ({ owner, path, parameters, localised: true })
const personal = (path: string, methods: readonly string[] = ['GET', 'HEAD'], more: Partial<Address> = {}): Address => ({
  owner: 'members',
  path,
  parameters: 'strict',
  localised: true,
  personal: true,
  methods,
  ...more,
})
const READ = ['GET', 'HEAD']
// Somewhat more than the files of one message may have together, so that a few bytes too many are told in words.
const WITH_FILES = { bodyLimit: 32 * 1024 * 1024 }
// Somewhat more than a file of readers may have, so that a few bytes too many are told in words.
const READERS = 25 * 1024 * 1024
// An issue with all its blocks in every language.
const ISSUE = 1024 * 1024
const WRITE = ['POST']
const BOTH = ['GET', 'HEAD', 'POST']
const api = (owner: Owner, path: string): Address => ({ owner, path, parameters: 'strict', localised: false })
const file = (path: string): Address => ({ owner: 'door', path, parameters: [], localised: false })
const change = (path: string): Address => ({ owner: 'door', path, localised: false, methods: ['POST'] })

/** A list with its files and feeds, its records with their citations, and both for programs. */
function listAddresses(name: ListName): Address[] {
  const list: ListFace = LISTS[name]
  const parameters = listParameters(list)
  return [
    page('content', `/${name}`, parameters),
    ...filesOf(list).map((extension) => page('content', `/${name}.${extension}`, parameters)),
    ...(list.calendar ? [page('content', `/${name}/:slug.ics`)] : []),
    ...(list.cited ? [{ owner: 'content', path: `/${name}/:slug.bib`, parameters: [], localised: false } as const] : []),
    page('content', `/${name}/:slug`),
    api('content', `/api/v1/${name}`),
    api('content', `/api/v1/${name}/:slug`),
  ]
}

/** The map of the site: every address there is, and who answers it. */
export const ADDRESSES: readonly Address[] = [
  page('site', '/'),
  page('site', '/countries/:country'),
  page('site', '/members/:slug'),
  page('site', '/languages'),
  page('site', '/accessibility'),
  page('site', '/privacy'),
  page('site', '/api/v1'),
  api('site', '/api/v1/openapi.json'),
  { owner: 'site', path: '/id/:id', parameters: [], localised: false },
  { owner: 'site', path: '/sitemap.xml', parameters: [], localised: false },
  { owner: 'site', path: '/sitemaps/:file', parameters: [], localised: false },
  { owner: 'site', path: '/robots.txt', parameters: [], localised: false },

  page('members', '/members', MEMBER_PARAMETERS),
  { owner: 'members', path: '/members/logos/:file', parameters: [], localised: false },
  page('members', '/members.csv', MEMBER_PARAMETERS),
  page('members', '/members.json', MEMBER_PARAMETERS),
  api('members', '/api/v1/organisations'),
  api('members', '/api/v1/organisations/:slug'),

  personal('/sign-in', BOTH),
  personal('/sign-in/sent'),
  personal('/sign-in/code', WRITE),
  personal('/sign-in/link', BOTH),
  personal('/sign-in/passkey', WRITE),
  personal('/sign-in/out'),
  personal('/sign-out', WRITE),
  personal('/passkey/options', WRITE),
  personal('/join', BOTH),
  personal('/join/sent'),
  personal('/join/confirm', BOTH),
  personal('/join/status', BOTH),
  personal('/invitation', BOTH),
  personal('/account', BOTH),
  personal('/account/invitations', WRITE),
  personal('/account/step-up', BOTH),
  personal('/account/recover', BOTH),
  personal('/account/requests', READ, { owner: 'contact-form' }),
  personal('/account/requests/export', WRITE, { owner: 'contact-form' }),
  personal('/account/newsletter', BOTH, { owner: 'newsletter' }),
  personal('/account/newsletter/export', WRITE, { owner: 'newsletter' }),
  personal('/account/data'),
  personal('/account/data/export', WRITE),
  personal('/account/data/erase', WRITE),
  personal('/contacts'),
  personal('/my-organisation'),
  personal('/my-organisation/ask', WRITE),
  personal('/my-organisation/:id'),
  personal('/my-organisation/:id/profile', BOTH),
  personal('/my-organisation/:id/logo', WRITE, { bodyLimit: 450 * 1024 }),
  personal('/my-organisation/:id/discard', WRITE),
  personal('/my-organisation/:id/restore', WRITE),
  personal('/my-organisation/:id/history'),
  personal('/my-organisation/:id/people'),
  ...['invite', 'revoke', 'answer', 'end'].map((act) => personal(`/my-organisation/:id/people/${act}`, WRITE)),
  personal('/my-organisation/:id/keys', BOTH),
  personal('/my-organisation/:id/keys/revoke', WRITE),
  personal('/api/v1/my-organisation', ['GET', 'HEAD', 'PUT'], { localised: false }),
  personal('/api/v1/support-requests', WRITE, { owner: 'contact-form', localised: false, programs: true }),
  personal('/console'),
  personal('/console/search'),
  personal('/console/applications/:id', BOTH),
  personal('/console/profiles/:id', BOTH),
  personal('/console/organisations'),
  personal('/console/organisations/views', WRITE),
  personal('/console/organisations/export', WRITE),
  personal('/console/organisations/:id'),
  personal('/console/people'),
  personal('/console/people/:id'),
  ...['grant', 'end', 'act'].map((act) => personal(`/console/people/:id/${act}`, WRITE)),
  personal('/console/merge', BOTH),
  personal('/console/merge/preview', WRITE),
  personal('/console/merge/undo', WRITE),
  personal('/console/roles'),
  personal('/console/mails'),
  personal('/console/mails/again', WRITE),
  personal('/console/audit'),
  personal('/console/audit/verify', WRITE),
  personal('/console/audit/export', WRITE),
  personal('/account/security', READ),
  personal('/account/security/passkeys', WRITE),
  personal('/account/security/remove', WRITE),
  personal('/account/security/codes', WRITE),
  personal('/account/security/sessions', WRITE),

  personal('/console/instruments', READ, { owner: 'content' }),
  personal('/console/instruments/:id', BOTH, { owner: 'content' }),
  ...['stage', 'publish'].map((act) => personal(`/console/instruments/:id/${act}`, WRITE, { owner: 'content' })),
  personal('/console/instruments/:id/recommendations', BOTH, { owner: 'content' }),
  personal('/console/instruments/:id/recommendations/:recommendation', BOTH, { owner: 'content' }),
  ...['order', 'follow-up'].map((act) => personal(`/console/instruments/:id/recommendations/:recommendation/${act}`, WRITE, { owner: 'content' })),
  page('content', '/about'),
  page('content', '/how-we-work'),
  page('content', '/search', SEARCH_PARAMETERS),
  page('content', '/opensearch.xml'),
  api('content', '/api/v1/search'),
  page('content', '/knowledge'),
  ...LIST_NAMES.flatMap(listAddresses),
  api('content', '/api/v1/indicators'),
  api('content', '/api/v1/indicators/:code'),
  api('content', '/api/v1/indicators/:code/vintages'),
  api('content', '/api/v1/snapshots/:id'),
  page('content', '/practices/adoption'),
  page('content', '/data'),
  page('content', '/data/compare', ['indicator', 'country']),
  page('content', '/data/targets'),
  page('content', '/data/download'),
  ...['catalogue.ttl', 'catalogue.jsonld', 'everything.ndjson'].map((name): Address => ({
    owner: 'content',
    path: `/data/${name}`,
    parameters: [],
    localised: false,
  })),
  page('content', '/data/snapshots/:id'),
  page('content', '/data/:code', ['country', 'year']),
  page('content', '/data/:code/table'),
  page('content', '/data/:code/vintages', ['from', 'to']),
  personal('/console/indicators', BOTH, { owner: 'content' }),
  personal('/console/freshness', BOTH, { owner: 'content' }),

  personal('/newsletter', BOTH, { owner: 'newsletter' }),
  personal('/newsletter/sent', READ, { owner: 'newsletter' }),
  personal('/newsletter/confirm', BOTH, { owner: 'newsletter' }),
  // Mail programs post here by themselves, without any header of a browser (RFC 8058).
  personal('/newsletter/unsubscribe', BOTH, { owner: 'newsletter', programs: true }),
  personal('/newsletter/unsubscribe/undo', WRITE, { owner: 'newsletter' }),
  personal('/newsletter/preferences', BOTH, { owner: 'newsletter' }),
  ...['pause', 'data', 'address'].map((act) => personal(`/newsletter/preferences/${act}`, WRITE, { owner: 'newsletter' })),
  personal('/newsletter/address', BOTH, { owner: 'newsletter' }),
  personal('/newsletter/link', WRITE, { owner: 'newsletter' }),
  personal('/newsletter/link/sent', READ, { owner: 'newsletter' }),
  personal('/newsletter/data', BOTH, { owner: 'newsletter' }),
  // The same for every reader; who asks is not looked at.
  personal('/newsletter/links/:id/:number', READ, { owner: 'newsletter', cookieless: true }),
  personal('/api/v1/newsletter/subscriptions', WRITE, { owner: 'newsletter', localised: false, programs: true }),
  personal('/api/v1/newsletter/preferences', ['GET', 'HEAD', 'PATCH'], { owner: 'newsletter', localised: false, programs: true }),
  personal('/api/v1/newsletter/subscription', ['DELETE'], { owner: 'newsletter', localised: false, programs: true }),
  personal('/api/v1/newsletter/campaigns', READ, { owner: 'newsletter', localised: false }),
  personal('/api/v1/newsletter/campaigns/:id', READ, { owner: 'newsletter', localised: false }),
  api('newsletter', '/api/v1/newsletter/consent-text'),
  api('newsletter', '/api/v1/newsletter/issues'),
  api('newsletter', '/api/v1/newsletter/issues/:slug'),
  page('newsletter', '/newsletter/archive'),
  page('newsletter', '/newsletter/archive.atom'),
  page('newsletter', '/newsletter/archive.json'),
  page('newsletter', '/newsletter/archive/:slug'),
  personal('/console/newsletter', BOTH, { owner: 'newsletter' }),
  personal('/console/newsletter/imports', READ, { owner: 'newsletter' }),
  personal('/console/newsletter/imports/new', BOTH, { owner: 'newsletter', bodyLimit: READERS }),
  personal('/console/newsletter/imports/:id', BOTH, { owner: 'newsletter' }),
  personal('/console/newsletter/imports/:id/left-out', WRITE, { owner: 'newsletter' }),
  personal('/console/newsletter/exports', BOTH, { owner: 'newsletter' }),
  personal('/console/newsletter/people', BOTH, { owner: 'newsletter' }),
  personal('/console/newsletter/people/:id', BOTH, { owner: 'newsletter' }),
  personal('/console/newsletter/suppressions', BOTH, { owner: 'newsletter' }),
  personal('/console/newsletter/:id', BOTH, { owner: 'newsletter', bodyLimit: ISSUE }),
  personal('/console/newsletter/:id/items', BOTH, { owner: 'newsletter' }),
  personal('/console/newsletter/:id/audience', BOTH, { owner: 'newsletter' }),
  ...['check', 'letter'].map((look) => personal(`/console/newsletter/:id/${look}`, READ, { owner: 'newsletter' })),
  ...['test', 'approval', 'archive'].map((act) => personal(`/console/newsletter/:id/${act}`, WRITE, { owner: 'newsletter' })),
  personal('/console/newsletter/:id/progress', BOTH, { owner: 'newsletter' }),
  ...['report', 'report.csv'].map((look) => personal(`/console/newsletter/:id/${look}`, READ, { owner: 'newsletter' })),
  // Mail providers post here; what they sign or bring is their right to it.
  personal('/api/v1/mail-events/:provider', WRITE, { owner: 'newsletter', localised: false, programs: true, proven: true }),
  page('contact-form', '/support'),
  personal('/support/request', BOTH, { owner: 'contact-form', ...WITH_FILES }),
  page('contact-form', '/support/figures'),
  page('contact-form', '/support/figures.csv'),
  api('contact-form', '/api/v1/support-figures'),
  personal('/console/requests/promises', READ, { owner: 'contact-form' }),
  personal('/support/received', READ, { owner: 'contact-form' }),
  personal('/support/draft', READ, { owner: 'contact-form' }),
  personal('/support/draft/saved', READ, { owner: 'contact-form' }),
  personal('/support/case', BOTH, { owner: 'contact-form', ...WITH_FILES }),
  personal('/support/link', BOTH, { owner: 'contact-form' }),
  personal('/support/link/sent', READ, { owner: 'contact-form' }),
  personal('/support/link/ended', READ, { owner: 'contact-form' }),
  personal('/files/:id', READ, { owner: 'contact-form', cookieless: true }),
  personal('/console/requests', READ, { owner: 'contact-form' }),
  ...['bulk', 'undo', 'views', 'views/delete'].map((act) => personal(`/console/requests/${act}`, WRITE, { owner: 'contact-form' })),
  personal('/console/requests/:id', BOTH, { owner: 'contact-form', ...WITH_FILES }),
  personal('/console/requests/:id/instrument', WRITE, { owner: 'contact-form' }),
  personal('/console/requests/:id/apart', WRITE, { owner: 'contact-form' }),
  personal('/console/webhooks', READ, { owner: 'contact-form' }),
  personal('/console/webhooks/new', BOTH, { owner: 'contact-form' }),
  personal('/console/webhooks/:id', BOTH, { owner: 'contact-form' }),
  personal('/contact', BOTH, { owner: 'contact-form' }),
  personal('/console/requests/texts', READ, { owner: 'contact-form' }),
  personal('/console/requests/texts/:text', BOTH, { owner: 'contact-form' }),
  ...['merge', 'split', 'links', 'participants'].map((what) => personal(`/console/requests/:id/${what}`, BOTH, { owner: 'contact-form' })),
  personal('/support/participant', BOTH, { owner: 'contact-form' }),

  // Harvesters say what they want by either method; their answers are of the moment.
  personal('/oai', BOTH, { owner: 'content', localised: false, programs: true, cookieless: true }),

  file('/assets/:file'),
  file('/og/:file'),
  file('/healthz'),
  change('/preferences/theme'),
  change('/api/v1/imports'),
  change('/api/v1/erasures'),
  change('/api/v1/audit'),
  change('/api/v1/reseal'),
  change('/api/v1/search/rebuild'),
  change('/api/v1/campaigns/:id/proof'),
]

const byPath = new Map(ADDRESSES.filter(({ path }) => !path.includes(':')).map((address) => [address.path, address]))
const patterns = ADDRESSES.filter(({ path }) => path.includes(':')).map((address) => ({
  address,
  pattern: new RegExp(`^${address.path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`, 'u'),
}))

/** The address that `path` (canonical, without language) belongs to. */
export const addressOf = (path: string): Address | null => byPath.get(path) ?? patterns.find(({ pattern }) => pattern.test(path))?.address ?? null

/** Methods that an address answers. */
export const methodsOf = (address: Address | null): readonly string[] => [...(address?.methods ?? ['GET', 'HEAD']), 'OPTIONS']
