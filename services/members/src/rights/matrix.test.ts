import { newFormKey } from '@stem/web/form'
import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../app.ts'
import { ask, DB, emptyAll, idOf, NOW, personRows, twoOrganisations, whoIs, type TestPerson } from '../testing/world.ts'

// Who may do what, written by hand from the product's table of roles and not from the code that decides it.

/** Everybody who could ask. `far`: the same role where the object is not. Numbers are those of the persons. */
const PEOPLE = {
  nobody: 0,
  'without a role': 1,
  editor: 2,
  'editor far': 3,
  manager: 4,
  'manager far': 5,
  reviewer: 6,
  'reviewer far': 7,
  'platform manager': 8,
  'platform manager far': 9,
  chair: 10,
  officer: 11,
  administrator: 12,
  auditor: 13,
  'administrator without a passkey': 14,
  'locked administrator': 15,
  'erased administrator': 16,
} as const
type Who = keyof typeof PEOPLE
const EVERYBODY = Object.keys(PEOPLE) as Who[]
const SIGNED_OUT: readonly Who[] = ['nobody', 'locked administrator', 'erased administrator']
const SIGNED_IN = EVERYBODY.filter((who) => !SIGNED_OUT.includes(who))
const EDITORS: Who[] = ['editor', 'manager', 'platform manager', 'officer', 'administrator']
const MANAGERS: Who[] = ['manager', 'platform manager', 'officer', 'administrator']
const KEYS: Who[] = ['manager', 'administrator']
const REVIEWERS: Who[] = ['reviewer', 'platform manager', 'officer', 'administrator']
const READERS: Who[] = [...REVIEWERS, 'auditor']
const SEERS: Who[] = ['officer', 'administrator', 'auditor']
const GRANTERS: Who[] = ['platform manager', 'platform manager far', 'officer', 'administrator']
// Lists show what lies in the own scope; who has a scope elsewhere sees another list.
const far = (who: Who[]): Who[] => [...who, ...who.map((one) => `${one} far` as Who).filter((one) => one in PEOPLE)]

type Kind = 'organisation' | 'application' | 'person' | 'none'
type Rule = {
  may: readonly Who[]
  kind: Kind
  form?: (world: World) => Record<string, string>
  /** Query or body need no object of their own. */ sleeps?: true
}
type World = { own: string; other: string }

const profileForm = { version: '0', name: 'Own', do: 'save' }
const RULES: Record<string, Rule> = {
  'GET /account': { may: SIGNED_IN, kind: 'none' },
  'POST /account': {
    may: SIGNED_IN,
    kind: 'none',
    form: () => ({ name: 'x', locale: 'en', version: '1', see_name: 'nobody', see_jobTitle: 'nobody', see_address: 'nobody', see_phone: 'nobody' }),
  },
  'GET /account/step-up': { may: SIGNED_IN, kind: 'none' },
  'GET /account/recover': { may: SIGNED_IN, kind: 'none' },
  'GET /account/security': { may: SIGNED_IN, kind: 'none' },
  'GET /account/data': { may: SIGNED_IN, kind: 'none' },
  'POST /account/data/export': {
    may: SIGNED_IN.filter((who) => who !== 'administrator without a passkey'),
    kind: 'none',
    form: () => ({ as: 'json' }),
    sleeps: true,
  },
  'POST /account/security/sessions': { may: SIGNED_IN, kind: 'none', form: () => ({ session: 'others' }) },
  'GET /contacts': { may: SIGNED_IN, kind: 'none' },
  'GET /my-organisation': { may: SIGNED_IN, kind: 'none' },
  'POST /my-organisation/ask': { may: SIGNED_IN, kind: 'none', form: ({ other }) => ({ organisation: other }) },
  'GET /my-organisation/:id': { may: EDITORS, kind: 'organisation' },
  'GET /my-organisation/:id/profile': { may: EDITORS, kind: 'organisation' },
  'POST /my-organisation/:id/profile': { may: EDITORS, kind: 'organisation', form: () => profileForm },
  'POST /my-organisation/:id/discard': { may: EDITORS, kind: 'organisation', form: () => ({ version: '7' }) },
  'POST /my-organisation/:id/restore': { may: EDITORS, kind: 'organisation', form: () => ({ version: '1' }) },
  'GET /my-organisation/:id/history': { may: EDITORS, kind: 'organisation' },
  'GET /my-organisation/:id/people': { may: EDITORS, kind: 'organisation' },
  'POST /my-organisation/:id/people/invite': {
    may: MANAGERS,
    kind: 'organisation',
    form: () => ({ key: newFormKey(), address: 'new@stem.example', role: 'organisation-editor' }),
  },
  'GET /my-organisation/:id/keys': { may: KEYS, kind: 'organisation' },
  'POST /my-organisation/:id/keys': { may: KEYS, kind: 'organisation', form: () => ({ key: newFormKey(), name: 'x', scope: 'organisation:read', days: '30' }) },
  'GET /console': { may: far(READERS), kind: 'none', sleeps: true },
  'GET /console/search': { may: far(READERS), kind: 'none', sleeps: true },
  'GET /console/applications/:id': { may: READERS, kind: 'application', sleeps: true },
  'POST /console/applications/:id': { may: REVIEWERS, kind: 'application', form: () => ({ version: '1', body: 'Why?', do: 'question' }), sleeps: true },
  'GET /console/profiles/:id': { may: REVIEWERS, kind: 'organisation', sleeps: true },
  'POST /console/profiles/:id': { may: REVIEWERS, kind: 'organisation', form: () => ({ version: '1', note: 'Again', do: 'return' }), sleeps: true },
  'GET /console/organisations': { may: far(READERS), kind: 'none', sleeps: true },
  'POST /console/organisations/views': { may: far(READERS), kind: 'none', form: () => ({ name: 'x', query: 'country=DK' }), sleeps: true },
  'POST /console/organisations/export': { may: far(['platform manager', 'officer', 'administrator']), kind: 'none', form: () => ({ query: '' }), sleeps: true },
  'GET /console/organisations/:id': { may: READERS, kind: 'organisation', sleeps: true },
  'GET /console/people': { may: SEERS, kind: 'none', sleeps: true },
  'GET /console/people/:id': { may: SEERS, kind: 'person', sleeps: true },
  'POST /console/people/:id/act': { may: ['administrator'], kind: 'person', form: () => ({ act: 'lock' }), sleeps: true },
  'POST /console/people/:id/grant': { may: ['administrator'], kind: 'person', form: () => ({ role: 'auditor' }), sleeps: true },
  'GET /console/merge': { may: far(['platform manager', 'administrator']), kind: 'none', sleeps: true },
  'POST /console/merge/preview': { may: ['administrator'], kind: 'none', form: ({ own, other }) => ({ kept: own, lost: other }), sleeps: true },
  'POST /console/merge': { may: ['administrator'], kind: 'none', form: ({ own, other }) => ({ kept: own, lost: other }), sleeps: true },
  'GET /console/roles': { may: [...GRANTERS, 'auditor'], kind: 'none', sleeps: true },
  'GET /console/mails': { may: ['administrator', 'auditor'], kind: 'none', sleeps: true },
  'GET /console/audit': { may: ['administrator', 'auditor'], kind: 'none', sleeps: true },
  'POST /console/audit/verify': { may: ['administrator', 'auditor'], kind: 'none', form: () => ({}), sleeps: true },
  'POST /console/audit/export': { may: ['administrator', 'auditor'], kind: 'none', form: () => ({ query: '' }), sleeps: true },
}

// Routes for everybody, those whose object travels in the form (tested where they live), and answers by a secret link.
const ELSEWHERE = [
  /^(GET|POST) \/(join|invitation|sign-in|sign-out|passkey)/,
  /^GET \/(members|api)/,
  /^PUT \/api\/v1\/my-organisation$/,
  /^POST \/account\/(invitations|step-up|recover|security\/(passkeys|remove|codes)|data\/erase)$/,
  /^POST \/my-organisation\/:id\/(logo|people\/(revoke|answer|end)|keys\/revoke)$/,
  /^POST \/console\/(people\/:id\/end|merge\/undo|mails\/again)$/,
]
const nameOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path.replaceAll(/\{[^}]*\}+/g, '')}`

let world: World
const personOf = (number: number, grants: [string, string][], over: Partial<TestPerson> = {}): TestPerson => ({ number, grants, ...over })

async function build(): Promise<void> {
  await emptyAll()
  world = await twoOrganisations()
  const { own, other } = world
  const ADMIN: [string, string][] = [['secretariat-admin', 'coalition']]
  const people = [
    personOf(1, [], { assertedAt: NOW }),
    personOf(2, [['organisation-editor', `organisation:${own}`]]),
    personOf(3, [['organisation-editor', `organisation:${other}`]]),
    personOf(4, [['organisation-manager', `organisation:${own}`]]),
    personOf(5, [['organisation-manager', `organisation:${other}`]]),
    personOf(6, [['platform-reviewer', 'country:DK']]),
    personOf(7, [['platform-reviewer', 'country:FR']]),
    personOf(8, [['platform-manager', 'country:DK']]),
    personOf(9, [['platform-manager', 'country:FR']]),
    personOf(10, [['group-chair', 'group:grp_1']]),
    personOf(11, [['secretariat-officer', 'coalition']]),
    personOf(12, ADMIN),
    personOf(13, [['auditor', 'coalition']]),
    personOf(14, ADMIN, { assertedAt: null }),
    personOf(15, ADMIN, { state: 'locked' }),
    personOf(16, ADMIN, { state: 'erased' }),
    personOf(20, []),
  ]
  const application = (number: number, country: string) =>
    DB.prepare(
      `INSERT INTO applications (id, form_key, name, country, kind, website, description, evidence, contact_address, contact_key, charter, locale, state, version, created_at, updated_at)
       VALUES (?1, ?1, 'A', ?2, 'ministry', 'https://a.example', 'x', 'x', 'a@a.example', 'a@a.example', '1', 'en', 'submitted', 1, 1, 1)`,
    ).bind(idOf('apl', number), country)
  const draft = (id: string) =>
    DB.prepare(
      "INSERT INTO profile_drafts (organisation_id, base_version, version, content, state, edited_by, updated_at) VALUES (?, 1, 1, ?, 'review', ?, 1)",
    ).bind(id, JSON.stringify({ name: 'N', website: null, since: null, names: {}, descriptions: {}, objectives: {}, logo: null }), idOf('per', 2))
  await DB.batch([...(await Promise.all(people.map(personRows))).flat(), application(1, 'DK'), application(2, 'FR'), draft(own), draft(other)])
}

const stateOf = async (): Promise<string> => {
  const tables = ['audit', 'saved_views', 'mails', 'api_keys', 'invitations', 'joinings', 'merges', 'application_notes', 'role_grants', 'sessions']
  const rows = await DB.batch([
    ...tables.map((table) => DB.prepare(`SELECT count(*) AS n FROM ${table}`)),
    DB.prepare('SELECT group_concat(id || state || epoch || version) AS n FROM persons'),
    DB.prepare('SELECT group_concat(id || version || visibility) AS n FROM organisations'),
    DB.prepare('SELECT count(ended_at) AS n FROM sessions'),
    DB.prepare('SELECT group_concat(organisation_id || version || state) AS n FROM profile_drafts'),
  ])
  return JSON.stringify(rows.map(({ results }) => results))
}

/** Which object of a kind lies in the scope of those who are not far, which does not, and which is not there at all. */
const objectsOf = (kind: Kind): [string, string, string] =>
  ({
    organisation: [world.own, world.other, idOf('org', 99)] as [string, string, string],
    application: [idOf('apl', 1), idOf('apl', 2), idOf('apl', 99)] as [string, string, string],
    person: [idOf('per', 20), idOf('per', 99), idOf('per', 99)] as [string, string, string],
    none: ['', '', ''] as [string, string, string],
  })[kind]

/** Everything of an answer but what belongs to the request itself. */
const bytesOf = async (answer: Response, id: string): Promise<string> =>
  JSON.stringify([answer.status, [...answer.headers].toSorted(), await answer.text()])
    .replaceAll(id, 'ID')
    .replaceAll(encodeURIComponent(id), 'ID')

beforeAll(build)

describe('the table of rights', () => {
  it('has a rule for every route there is', () => {
    const routes = app.routes.filter(({ method }) => method !== 'ALL').map(nameOf)
    const missing = routes.filter((route) => !(route in RULES) && !ELSEWHERE.some((pattern) => pattern.test(route)))
    expect([...new Set(missing)]).toEqual([])
    expect(Object.keys(RULES).filter((route) => !routes.includes(route))).toEqual([])
  })
})

describe.each(Object.entries(RULES))('%s', (route, { may, kind, form, sleeps }) => {
  const [method, path = ''] = route.split(' ')
  const target = (id: string) => path.replace(':id', id)
  const asked = async (who: Who, id: string, now = NOW) =>
    ask(target(id), { who: await whoIs(PEOPLE[who], now), method, ...(form ? { form: form(world) } : {}) })

  it.each(EVERYBODY)('%s', async (who) => {
    const [own, other, unknown] = objectsOf(kind)
    const before = await stateOf()
    const answers = {
      own: await asked(who, own),
      other: kind === 'none' ? null : await asked(who, other),
      unknown: kind === 'none' ? null : await asked(who, unknown),
    }
    const after = await stateOf()
    if (after !== before) await build()
    const allowed = may.includes(who)
    const isSignedOut = SIGNED_OUT.includes(who)
    if (allowed) {
      expect([200, 303, 409], `${who} may`).toContain(answers.own.status)
      expect(answers.own.headers.get('location') ?? '', `${who} may`).not.toMatch(/sign-in|step-up/)
    } else {
      const farMay = kind !== 'none' && may.includes(who.replace(/ far$/, '') as Who) && who.endsWith(' far')
      if (!farMay) expect(after, `${who} changed something`).toBe(before)
      const asleep = sleeps === true && who === 'administrator without a passkey' && may.includes('administrator')
      if (isSignedOut) expect([answers.own.status, answers.own.headers.get('location')]).toEqual([303, expect.stringContaining('/sign-in?back=')])
      else if (asleep) expect([answers.own.status, answers.own.headers.get('location')]).toEqual([303, expect.stringContaining('/account/step-up?back=')])
      else expect(answers.own.status, `${who} may not`).toBe(404)
    }
    if (answers.other && answers.unknown) {
      const reachesAll = ['officer', 'administrator', 'auditor'].includes(who)
      const reachesOther = (reachesAll && allowed) || (who.endsWith(' far') && may.includes(who.replace(/ far$/, '') as Who))
      if (reachesOther && kind !== 'person') expect(answers.other.status).not.toBe(404)
      else expect(await bytesOf(answers.other, other)).toBe(await bytesOf(answers.unknown, unknown))
      expect([303, 404]).toContain(answers.unknown.status)
    }
  })
})
