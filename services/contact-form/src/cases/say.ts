import { fingerprint, newId } from '@stem/jobs/ids'
import { mailRow } from '@stem/mail/mails-table'
import { fail, ok, type Result } from '@stem/web/result'
import { tellParticipants } from '../participants/tell-participants.ts'
import { seal } from '../sealing/seal.ts'
import { NEXT, OPEN, placeOf, type Case, type Message, type State } from './case.ts'
import { changeCase, type Change } from './change-case.ts'
import { keepMessage } from './keep-message.ts'
import { caseById, type Reading } from './read-case.ts'
import { acknowledge } from './receive.ts'
import { termRows } from './terms.ts'

type Refusal = 'stale' | 'closed' | 'forbidden'

const TRIES = 6
const ID_LENGTH = 26

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

/** Requester or participant says something: the case is in progress again. After it was closed, a new request must be made. */
export async function requesterSays(reading: Reading, found: Case, { once, ...said }: Said, now: number): Promise<Result<null, Refusal>> {
  const message = once === undefined ? newId('msg', now) : `msg_${(await fingerprint(`${found.id} ${once}`)).slice(0, ID_LENGTH)}`
  const isSaid = () => reading.db.prepare('SELECT 1 FROM messages WHERE id = ?').bind(message).first()
  const done = await onNewest(
    reading,
    found,
    async ({ id, state }) => {
      if (once !== undefined && (await isSaid()) !== null) return fail('said')
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
  return done.ok || done.code !== 'said' ? (done as Result<null, Refusal>) : ok(null)
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

/** The requester says how it went, once the case is closed. 1: badly, 5: very well. */
export const rate = (reading: Reading, found: Case, satisfaction: number, now: number): Promise<Result<null, Refusal>> =>
  onNewest(
    reading,
    found,
    async ({ state, personId }) => (state === 'closed' ? ok({ kind: 'rated', actor: personId ?? 'requester', set: { satisfaction } }) : fail('closed')),
    now,
  )

/** What a member of staff does. `version`: what they saw. */
export type Work = { version: number; groupId?: string } & (
  | { act: 'reply'; body: string; state: State; rest?: (messageId: string) => D1PreparedStatement[] }
  | { act: 'note'; body: string }
  | { act: 'state'; state: State }
  | { act: 'assign'; to: string | null }
)

async function changeFor(reading: Reading, who: string, found: Case, work: Work, now: number): Promise<Result<Change, Refusal>> {
  const { db, keys } = reading
  const { id, state, assignee, requester, personId, locale } = found
  const group = work.groupId === undefined ? {} : { groupId: work.groupId }
  if (work.act === 'assign') return ok({ kind: 'assigned', actor: who, set: { assignee: work.to }, ...(work.to === null ? {} : { about: work.to }), ...group })
  if (work.act === 'note') {
    const note = newId('not', now)
    const row = db
      .prepare('INSERT INTO notes (id, case_id, at, author, body) VALUES (?, ?, ?, ?, ?)')
      .bind(note, id, now, who, await seal(keys, `note of ${placeOf(id)}`, work.body))
    return ok({ kind: 'noted', actor: who, rest: [row] })
  }
  if (work.state !== state && !NEXT[state].includes(work.state)) return fail('forbidden')
  if (work.act === 'state') {
    const kind = state === 'closed' && OPEN.includes(work.state) ? 'reopened' : 'moved'
    // What was taken for spam was not acknowledged; who asked learns now that it arrived.
    const rest = state === 'spam' && requester !== null ? await acknowledge(reading, { id, personId, address: requester.address, locale }, now) : []
    return ok({ kind, actor: who, set: { state: work.state, ...(work.state === 'spam' ? { spamReason: 'staff' } : {}) }, rest, ...group })
  }
  if (!OPEN.includes(state)) return fail('forbidden')
  const message = newId('msg', now)
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

/** Replies, notes, moves or assigns. A stale one changes nothing: somebody else worked on the case. */
export async function staffWorks(reading: Reading, who: string, found: Case, work: Work, now: number): Promise<Result<null, Refusal>> {
  if (work.version !== found.version) return fail('stale')
  const change = await changeFor(reading, who, found, work, now)
  if (!change.ok) return change
  const done = await changeCase(reading.db, found, change.value, now)
  return done.ok ? ok(null) : done
}
