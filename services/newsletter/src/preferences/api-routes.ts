import { preferencesChangeSchema, type PreferencesOfApi } from '@stem/contracts/api-newsletter'
import { DEFAULT_LOCALE, isShipped, type ShippedLocale } from '@stem/i18n/locales'
import type { ServiceEnv } from '@stem/web/app'
import { problem } from '@stem/web/problem'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import type { Env } from '../env.ts'
import { bearerRefused, readerByBearer } from '../readers/bearer.ts'
import { deskOf, readerById, type Reader } from '../readers/reader.ts'
import { leave } from '../unsubscribe/leave.ts'
import { wishFrom } from '../wish/wish.ts'
import { changeWish, pause } from './change-wish.ts'

type C = Context<ServiceEnv<Env>>

/** A program shows nothing of ours. */
const BY = { way: 'api', shownIn: null } as const
const HERE = '/api/v1/newsletter/preferences'

const localeOf = ({ locale }: Reader): ShippedLocale => (isShipped(locale) ? locale : DEFAULT_LOCALE)

const answerOf = (reader: Reader): PreferencesOfApi => ({
  state: reader.state === 'paused' ? 'paused' : 'active',
  topics: reader.topics,
  countries: reader.countries,
  language: localeOf(reader),
  frequency: reader.frequency,
  pausedUntil: reader.pausedUntil === null ? null : new Date(reader.pausedUntil).toISOString(),
  version: reader.version,
})

/** The reader whose link to the preferences it is, or the refusal. */
async function readerOf(c: C): Promise<Reader | Response> {
  const { context } = c.env
  const found = await readerByBearer(deskOf(c.env), 'preferences', c.req.header('authorization') ?? null, context.now)
  if (!found) return bearerRefused('preferences', context.requestId)
  if (found.reader.state !== 'withdrawn') return found.reader
  return problem(410, 'left', 'The reader has left. Who wants to come back subscribes again.', context.requestId)
}

/** What is wrong with a change that is right field by field; null for nothing. */
function faultOf({ version, pauseMonths, ...wish }: v.InferOutput<typeof preferencesChangeSchema>): { field: string; reason: string } | null {
  const changes = Object.keys(wish).length
  if (pauseMonths !== undefined) return changes === 0 ? null : { field: 'pauseMonths', reason: 'must be sent alone' }
  if (changes === 0) return { field: '', reason: 'must hold something to change' }
  return version === undefined ? { field: 'version', reason: 'must be the version that was read' } : null
}

/** A reader's own choices for programs that the reader gave the token of a link to: each for its purpose, never in an address. */
export const preferencesApi = new Hono<ServiceEnv<Env>>()
  .get(HERE, async (c) => {
    const reader = await readerOf(c)
    return reader instanceof Response ? reader : c.json(answerOf(reader))
  })
  .patch(HERE, async (c) => {
    const reader = await readerOf(c)
    if (reader instanceof Response) return reader
    const { requestId, now } = c.env.context
    const parsed = v.safeParse(preferencesChangeSchema, await c.req.json().catch(() => null))
    const fault = parsed.success ? faultOf(parsed.output) : null
    if (!parsed.success || fault !== null) {
      const faults = fault !== null ? [fault] : (parsed.issues ?? []).map((issue) => ({ field: v.getDotPath(issue) ?? '', reason: issue.message }))
      return problem(422, 'bad_request', 'The change has a field that is missing, unknown or wrong.', requestId, faults)
    }
    const desk = deskOf(c.env)
    const { version = 0, pauseMonths, language = localeOf(reader), ...wish } = parsed.output
    if (pauseMonths !== undefined) await pause(desk, reader, { months: pauseMonths, ...BY }, now)
    else if (!(await changeWish(desk, reader, { wish: wishFrom({ ...reader, ...wish }), locale: language, version, ...BY }, now)).ok)
      return problem(409, 'stale', 'The reader changed something in the meantime. Read it, and send yours with its version.', requestId)
    const after = await readerById(desk.db, reader.id)
    return c.json(answerOf(after ?? reader))
  })
  .delete('/api/v1/newsletter/subscription', async (c) => {
    const desk = deskOf(c.env)
    const { requestId, now } = c.env.context
    const found = await readerByBearer(desk, 'unsubscribe', c.req.header('authorization') ?? null, now)
    if (!found) return bearerRefused('unsubscribe', requestId)
    await leave(desk, found.reader, { way: 'api', campaign: found.campaign }, now)
    return c.body(null, 204)
  })
