import { fingerprint, newId } from '@stem/jobs/ids'
import { takeTurn, type Limit } from '@stem/jobs/turns'
import { mailRow } from '@stem/mail/mails-table'
import { fail, ok, type Result } from '@stem/web/result'
import { tellParticipants } from '../participants/tell-participants.ts'
import { seal } from '../sealing/seal.ts'
import { NEXT, OPEN, placeOf, type Case, type Message, type State } from './case.ts'
import { changeCase, type Change } from './change-case.ts'
import { eventsOf } from './event.ts'
import { keepMessage } from './keep-message.ts'
import { caseById, type Reading } from './read-case.ts'
import { acknowledge } from './receive.ts'
import { termRows } from './terms.ts'

type Refusal = 'stale' | 'closed' | 'forbidden'

const TRIES = 6
const ID_LENGTH = 26
const MOST_RATINGS = 3

/** How much may be said in a case from outside the secretariat, by page and mail together: nobody pushes the rest of it out of sight. */
export const BY_CASE: Limit = { name: 'said-case', most: 30, window: 60 * 60_000 }

/** The id of what is said or noted once, however often it is sent: it follows from `parts`. */
const idOnce = async (prefix: 'msg' | 'not', ...parts: string[]): Promise<string> => `${prefix}_${(await fingerprint(parts.join(' '))).slice(0, ID_LENGTH)}`

const isKept = async ({ db }: Reading, table: 'messages' | 'notes', id: string): Promise<boolean> =>
  (await db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).bind(id).first()) !== null

/**
 * Does what a requester or participant wants on the newest state of the case, whoever worked on it meanwhile: they never read a
 * version. `change` says what is to be done, or why not.
 */
export async function onNewest<Code extends string>(
  reading: Reading,
  found: Case,
  change: (found: Case) => Promise<Result<Change, Code>>,
  now: number,
): Promise<Result<null, Code | Refusal>> {
  for (let tries = 1, newest: Case | null = found; newest !== null; tries++) {
    const wanted = await change(newest)
    if (!wanted.ok) return wanted
    if ((await changeCase(reading.db, newest, wanted.value, now)).ok) return ok(null)
    if (tries === TRIES) return fail('stale')
    newest = await caseById(reading, found.id)
  }
  return fail('closed')
}

/** What somebody outside the secretariat says. `side` and `author`: the requester, or a participant by id. `once`: the same key says it once. */
export type Said = { body: string; side: 'requester' | 'participant'; author: string | null; once?: string } & Partial<
  Pick<Message, 'via' | 'repeats'> & { receiptId: string; rest: (messageId: string) => D1PreparedStatement[] }
>

/** Whether somebody said something in a case by a form with this key, so that sending it once more is no new message. */
export const wasSaid = async (reading: Reading, caseId: string, once: string): Promise<boolean> =>
  isKept(reading, 'messages', await idOnce('msg', caseId, once))

/**
 * Requester or participant says something: the case is in progress again. After it was closed, a new request must be made. `too_many`:
 * so much was said in the case within the hour that nothing more is taken; mails are counted where they are taken in.
 */
export async function requesterSays(reading: Reading, found: Case, { once, ...said }: Said, now: number): Promise<Result<null, Refusal | 'too_many'>> {
  const { db, keys } = reading
  const message = once === undefined ? newId('msg', now) : await idOnce('msg', found.id, once)
  const isSaid = async () => once !== undefined && (await isKept(reading, 'messages', message))
  if (await isSaid()) return ok(null)
  if (said.via !== 'mail' && OPEN.includes(found.state) && !(await takeTurn({ db, key: keys.token }, BY_CASE, found.id, now))) return fail('too_many')
  const done = await onNewest(
    reading,
    found,
    async ({ id, state }) => {
      if (await isSaid()) return fail('said')
      if (!OPEN.includes(state)) return fail('closed')
      return ok({
        kind: 'said',
        actor: said.author ?? 'requester',
        set: { state: state === 'waiting' || state === 'answered' ? 'in-progress' : state },
        about: message,
        rest: [
          await keepMessage(reading, { ...said, id: message, caseId: id, at: now }),
          ...(await termRows(reading, id, [said.body])),
          ...(said.rest?.(message) ?? []),
        ],
      })
    },
    now,
  )
  return done.ok || done.code === 'said' ? ok(null) : fail(done.code)
}

/** The requester takes the request back. */
export const withdraw = (reading: Reading, found: Case, now: number): Promise<Result<null, Refusal>> =>
  onNewest(
    reading,
    found,
    async ({ state, personId }) =>
      OPEN.includes(state) ? ok({ kind: 'withdrawn', actor: personId ?? 'requester', set: { state: 'withdrawn' } }) : fail('closed'),
    now,
  )

/**
 * The requester says how it went, once the case is closed. 1: badly, 5: very well. The same again is nothing new; a mind may change a few
 * times, then the last word stands (`closed`).
 */
export async function rate(reading: Reading, found: Case, satisfaction: number, now: number): Promise<Result<null, Refusal>> {
  const done = await onNewest(
    reading,
    found,
    async ({ id, state, personId, satisfaction: last }) => {
      if (state !== 'closed') return fail('closed')
      if (last === satisfaction) return fail('rated')
      const ratings = (await eventsOf(reading.db, id)).filter(({ kind }) => kind === 'rated').length
      return ratings < MOST_RATINGS ? ok({ kind: 'rated', actor: personId ?? 'requester', set: { satisfaction } }) : fail('closed')
    },
    now,
  )
  return done.ok || done.code !== 'rated' ? (done as Result<null, Refusal>) : ok(null)
}

/** What a member of staff does. `version`: what they saw. `once`: the key of a form, which says or notes the same words once. */
export type Work = { version: number; groupId?: string } & (
  | { act: 'reply'; body: string; state: State; once?: string; rest?: (messageId: string) => D1PreparedStatement[] }
  | { act: 'note'; body: string; once?: string }
  | { act: 'state'; state: State }
  | { act: 'assign'; to: string | null }
)

/** The table in which a reply or note is kept, and its id there; null for what else staff do. */
async function placeFor({ id }: Case, work: Work, now: number): Promise<{ table: 'messages' | 'notes'; id: string } | null> {
  if (work.act !== 'reply' && work.act !== 'note') return null
  const [table, prefix] = work.act === 'reply' ? (['messages', 'msg'] as const) : (['notes', 'not'] as const)
  // Other words by the same key are no second press: somebody went back and wrote on.
  return { table, id: work.once === undefined ? newId(prefix, now) : await idOnce(prefix, id, work.once, work.body) }
}

async function changeFor(reading: Reading, who: string, found: Case, work: Work, keptAs: string, now: number): Promise<Result<Change, Refusal>> {
  const { db, keys } = reading
  const { id, state, assignee, requester, personId, locale } = found
  const group = work.groupId === undefined ? {} : { groupId: work.groupId }
  if (work.act === 'assign') return ok({ kind: 'assigned', actor: who, set: { assignee: work.to }, ...(work.to === null ? {} : { about: work.to }), ...group })
  if (work.act === 'note') {
    const row = db
      .prepare('INSERT INTO notes (id, case_id, at, author, body) VALUES (?, ?, ?, ?, ?)')
      .bind(keptAs, id, now, who, await seal(keys, `note of ${placeOf(id)}`, work.body))
    return ok({ kind: 'noted', actor: who, rest: [row] })
  }
  if (work.state !== state && !NEXT[state].includes(work.state)) return fail('forbidden')
  if (work.act === 'state') {
    const kind = state === 'closed' && OPEN.includes(work.state) ? 'reopened' : 'moved'
    // What was taken for spam was not acknowledged; who asked learns now that it arrived.
    const rest = state === 'spam' && requester !== null ? await acknowledge(reading, { id, personId, address: requester.address, locale }, now) : []
    return ok({ kind, actor: who, set: { state: work.state, spamReason: work.state === 'spam' ? 'staff' : null }, rest, ...group })
  }
  if (!OPEN.includes(state)) return fail('forbidden')
  const message = keptAs
  const mail = requester
    ? [mailRow(db, { id: `${message}.reply`, kind: 'reply', personId, address: requester.address, locale, facts: { case: id, message } }, now)]
    : []
  const kept = await keepMessage(reading, { id: message, caseId: id, at: now, side: 'staff', author: who, body: work.body })
  return ok({
    kind: 'replied',
    actor: who,
    set: { state: work.state, assignee: assignee ?? who },
    about: message,
    rest: [
      kept,
      ...mail,
      ...(await tellParticipants(reading, id, message, now)),
      ...(await termRows(reading, id, [work.body])),
      ...(work.rest?.(message) ?? []),
    ],
  })
}

/** Replies, notes, moves or assigns. A stale one changes nothing: somebody else worked on the case. What was kept by the same key already is done. */
export async function staffWorks(reading: Reading, who: string, found: Case, work: Work, now: number): Promise<Result<null, Refusal>> {
  const place = await placeFor(found, work, now)
  const isDone = async () => place !== null && 'once' in work && (await isKept(reading, place.table, place.id))
  if (await isDone()) return ok(null)
  if (work.version !== found.version) return fail('stale')
  const change = await changeFor(reading, who, found, work, place?.id ?? '', now)
  if (!change.ok) return change
  const done = await changeCase(reading.db, found, change.value, now)
  return done.ok || (await isDone()) ? ok(null) : done
}
