import { env } from 'cloudflare:workers'
import type { InstrumentWish } from '@stem/contracts/content'
import type { Principal, RequestContext } from '@stem/contracts/context'
import { visitor } from '@stem/test-kit/visitor'
import { app } from '../app.ts'
import { contentOf, type Content, type Instrument } from '../instruments/instrument.ts'
import { draftInstrument } from '../instruments/draft-instrument.ts'
import { publishInstrument } from '../instruments/publish-instrument.ts'
import { readInstrument } from '../instruments/read-instrument.ts'
import { addRecommendation } from '../instruments/keep-recommendation.ts'
import { recommendationById, recommendationsOf, type Advice, type Recommendation } from '../instruments/recommendation.ts'
import type { Step } from '../instruments/record-follow-up.ts'
import { saveInstrument } from '../instruments/save-instrument.ts'
import { DB } from './database.ts'

/** The time at which tests happen: a Tuesday at noon. */
export const NOW = Date.UTC(2026, 10, 24, 12)
/** The day of it. */
export const TODAY = '2026-11-24'

/** Somebody with roles, asleep or awake. */
export const somebody = (name: string, over: Partial<Principal> = {}): Principal => ({
  personId: `per_${name.padEnd(26, '0')}`,
  name,
  sessionId: 'ses_1',
  roles: [],
  asleep: [],
  provedAt: NOW,
  assertedAt: NOW,
  passkeys: 1,
  ...over,
})
/** A member of the secretariat. */
export const officer = (name = 'officer') => somebody(name, { roles: [{ role: 'secretariat-officer', scope: 'coalition' }] })

/** Asks the service for a page as the door would. */
export async function ask(
  path: string,
  { who = null, form, now = NOW }: { who?: Principal | null; form?: Record<string, string>; now?: number } = {},
): Promise<Response> {
  const context: RequestContext = { ...visitor(path.split('?')[0] ?? path), who, now }
  const request = new Request(`https://stem.example${path}`, {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    ...(form ? { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(form).toString() } : {}),
  })
  return app.fetch(request, Object.assign(Object.create(env) as object, { context }) as never)
}

let made = 0
/** A wish for a draft, from a case of its own. */
export const wish = (over: Partial<InstrumentWish> = {}): InstrumentWish => ({
  caseId: `cas_${String(++made).padStart(26, '0')}`,
  reference: 'ABCDE-FGHJK',
  type: 'taskforce',
  title: 'Girls in physics',
  country: 'EE',
  locale: 'en',
  agreed: 'public',
  by: 'per_a',
  ...over,
})

const read = async (id: string): Promise<Instrument> => {
  const found = await readInstrument(DB, id)
  if (!found) throw new Error('no such instrument')
  return found
}

/** A draft, as it stands. */
export const draft = async (over: Partial<InstrumentWish> = {}): Promise<Instrument> => read((await draftInstrument({ db: DB }, wish(over), NOW)).id)

/** What a finished draft says, changed by `over`. */
export const finished = (found: Instrument, over: Partial<Content> = {}): Content => ({
  ...contentOf(found.item, { country: found.content.country, agreed: found.content.agreed }),
  words: { en: { title: 'Girls in physics', summary: 'Why so few choose it.', background: 'Background', objectives: 'Objectives' } },
  start: '2026-11-01',
  ...over,
})

/** Saves what staff wrote and gives the instrument as it stands then. */
export async function edit(found: Instrument, over: Partial<Content> = {}, who = 'per_a', now = NOW): Promise<Instrument> {
  const saved = await saveInstrument({ db: DB }, who, found, { content: finished(found, over), version: found.item.version }, now)
  if (!saved.ok) throw new Error(saved.code)
  return read(found.item.id)
}

/** Publishes as another person and gives the instrument as it stands then, with why not. */
export async function publish(id: string, who = 'per_b', now = NOW) {
  const found = await read(id)
  const outcome = await publishInstrument({ db: DB }, who, { found, recommendations: await recommendationsOf(DB, id) }, found.edits, now)
  return { outcome, found: await read(id) }
}

/** The public view of an item, or null. */
export async function shown(id: string): Promise<{ visibility: string; country: string | null; slug: string; doc: Record<string, unknown> } | null> {
  const row = await DB.prepare('SELECT visibility, country, slug, doc FROM published WHERE item_id = ?')
    .bind(id)
    .first<{ visibility: string; country: string | null; slug: string; doc: string }>()
  return row && { ...row, doc: JSON.parse(row.doc) as Record<string, unknown> }
}

let keys = 0
/** A new key of a form. */
export const newKey = (): string => (++keys).toString(16).padStart(32, '0')

/** Adds a recommendation and gives it as it stands. */
export async function advise(itemId: string, text: string, over: Partial<Advice> = {}): Promise<Recommendation> {
  const advice: Advice = { texts: { en: text }, addressee: 'Ministry', organisationId: null, dueOn: null, ...over }
  const id = await addRecommendation({ db: DB }, 'per_a', { id: itemId }, { ...advice, key: newKey() }, NOW)
  const one = await recommendationById(DB, itemId, id)
  if (!one) throw new Error('no such recommendation')
  return one
}

/** A first step of Estonia, changed by `over`. */
export const step = (over: Partial<Step> = {}): Step => ({ country: 'EE', version: 0, state: 'open', on: '2026-11-01', source: null, note: null, ...over })
