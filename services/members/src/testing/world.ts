import { env } from 'cloudflare:workers'
import type { Principal, RequestContext } from '@stem/contracts/context'
import { fingerprint } from '@stem/jobs/ids'
import { visitor } from '@stem/test-kit/visitor'
import { app } from '../app.ts'
import type { Env } from '../env.ts'
import { importRecords } from '../import/import-records.ts'
import { NOBODY_ELSE } from '../persons/visibility.ts'
import { principalOf } from '../sessions/principal-of.ts'

/** The Worker's own bindings, with what an installation is told. */
export const testEnv: Env = {
  ...(env as unknown as Env),
  TOKEN_KEY: 'a key for tests alone',
  ADDRESS_KEY: 'a key for addresses in tests',
  PUBLIC_ORIGIN: 'https://stem.example',
  MAIL_FROM: 'EU STEM Coalition <noreply@stem.example>',
  MAIL_TRANSPORT: 'smtp+plain://127.0.0.1:1',
  SECRETARIAT_EMAIL: 'first@stem.example',
}
/** The database of the tests. */
export const { DB } = testEnv
/** The time at which tests happen. */
export const NOW = Date.UTC(2026, 10, 24, 12)

/** An id that reads well in a failure: prefix and a number, of the right length. */
export const idOf = (prefix: string, number: number): string => `${prefix}_${String(number).padStart(26, '0')}`

const TABLES = [
  'persons',
  'role_grants',
  'sign_in_requests',
  'sessions',
  'passkeys',
  'recovery_codes',
  'challenges',
  'turns',
  'invitations',
  'applications',
  'application_notes',
  'joinings',
  'profile_drafts',
  'pictures',
  'api_keys',
  'merges',
  'saved_views',
  'audit',
  'mails',
  'outbox',
  'organisations',
  'organisation_texts',
  'memberships',
  'organisation_addresses',
  'organisation_revisions',
  'published_organisations',
]

/** Empties every table. */
export const emptyAll = () => DB.batch(TABLES.map((table) => DB.prepare(`DELETE FROM ${table}`)))

/** A person with an account. `grants`: role and scope. */
export type TestPerson = {
  number: number
  address?: string
  name?: string
  grants?: [string, string][]
  state?: 'active' | 'locked' | 'erased'
  assertedAt?: number | null
  provedAt?: number
}

const SECRET = 'a'.repeat(64)

/** The cookie of the session that `addPerson` opens. */
export const cookieOf = (number: number): string => `__Host-session=${idOf('ses', number)}.${SECRET}`

/** Statements that make a person, the roles and a session. */
export async function personRows({
  number,
  address = `p${number}@stem.example`,
  name = `Person ${number}`,
  grants = [],
  state = 'active',
  assertedAt = NOW,
  provedAt = NOW,
}: TestPerson) {
  const id = idOf('per', number)
  return [
    DB.prepare(
      'INSERT INTO persons (id, address, address_key, name, locale, visibility, state, epoch, version, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, 1, 1, ?, ?)',
    ).bind(id, address, address, name, 'en', JSON.stringify(NOBODY_ELSE), state, NOW, NOW),
    ...grants.map(([role, scope], index) =>
      DB.prepare("INSERT INTO role_grants (id, person_id, role, scope, granted_by, started_at) VALUES (?, ?, ?, ?, 'test', ?)").bind(
        idOf('grt', number * 10 + index),
        id,
        role,
        scope,
        NOW,
      ),
    ),
    DB.prepare(
      'INSERT INTO sessions (id, person_id, secret_hash, epoch, device, created_at, last_seen_at, proved_at, asserted_at) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?)',
    ).bind(idOf('ses', number), id, await fingerprint(SECRET), 'test', NOW, NOW, provedAt, assertedAt),
    DB.prepare("INSERT INTO passkeys (id, person_id, public_key, counter, transports, name, created_at) VALUES (?, ?, 'x', 0, '[]', 'key', ?)").bind(
      `key-${number}`,
      id,
      NOW,
    ),
  ]
}

/** Who holds the session of a person now. */
export const whoIs = (number: number, now = NOW): Promise<Principal | null> => principalOf({ db: DB }, cookieOf(number), now)

/** What is asked of the service. `form`: fields of a form, sent as POST. */
export type Asked = {
  who?: Principal | null
  form?: Record<string, string>
  method?: string
  cookie?: string
  now?: number
  body?: string
  headers?: Record<string, string>
}

/** Asks the service for a page as the door would. */
export async function ask(path: string, { who = null, form, method, cookie, now = NOW, body, headers = {} }: Asked = {}): Promise<Response> {
  const context: RequestContext = {
    ...visitor(path.split('?')[0] ?? path),
    who,
    client: { network: '192.0.2.1', agent: 'test', lapsed: who === null && (cookie ?? '').includes('__Host-session') },
    now,
  }
  const request = new Request(`https://stem.example${path}`, {
    method: method ?? (form ? 'POST' : 'GET'),
    redirect: 'manual',
    headers: { ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}), ...(cookie === undefined ? {} : { cookie }), ...headers },
    body: form ? new URLSearchParams(form).toString() : (body ?? null),
  })
  return app.fetch(request, { ...testEnv, context } as never)
}

const record = (id: string, name: string, country: string) => ({
  id,
  name,
  country,
  website: `https://${id}.example.org`,
  description: `${name} works for STEM.`,
  source_url: 'https://example.org',
  region: null,
  kind: 'dedicated-platform',
  role: null,
  organisation_type: null,
  status: 'listed',
})

/** Two organisations in two countries; their ids. */
export async function twoOrganisations(): Promise<{ own: string; other: string }> {
  await importRecords({ db: DB }, 'members', [record('own', 'Own', 'DK'), record('other', 'Other', 'FR')], NOW)
  const { results } = await DB.prepare('SELECT id, slug FROM organisations').all<{ id: string; slug: string }>()
  const idBy = (slug: string) => results.find((row) => row.slug === slug)?.id ?? ''
  return { own: idBy('own'), other: idBy('other') }
}
