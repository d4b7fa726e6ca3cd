import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { mailRow } from '@stem/mail/mails-table'
import { fail, ok, type Result } from '@stem/web/result'
import { seal } from '../sealing/seal.ts'
import { NEXT, OPEN, placeOf, type Case, type State } from './case.ts'
import type { Reading } from './read-case.ts'

type Refusal = 'stale' | 'closed' | 'forbidden'

/** The requester answers: the case is in progress again. After it was closed, a new request must be made. */
export async function requesterSays({ db, secret }: Reading, { id, state, personId }: Case, body: string, now: number): Promise<Result<null, Refusal>> {
  if (!OPEN.includes(state)) return fail('closed')
  const guard = db
    .prepare(
      `UPDATE cases SET state = CASE WHEN state IN ('waiting', 'answered') THEN 'in-progress' ELSE state END, version = version + 1, updated_at = ?2
       WHERE id = ?1 AND state IN (SELECT value FROM json_each(?3))`,
    )
    .bind(id, now, JSON.stringify(OPEN))
  const message = db
    .prepare("INSERT INTO messages (id, case_id, at, side, author, body) VALUES (?, ?, ?, 'requester', ?, ?)")
    .bind(newId('msg', now), id, now, personId, await seal(secret, placeOf(id), body))
  const outcome = await commit(db, [guard, message], { actor: personId ?? 'requester', action: 'request.answered', object: id }, now)
  return outcome === 'done' ? ok(null) : fail('closed')
}

/** The requester takes the request back. */
export async function withdraw({ db }: Reading, { id, personId }: Case, now: number): Promise<Result<null, Refusal>> {
  const guard = db
    .prepare(
      "UPDATE cases SET state = 'withdrawn', version = version + 1, updated_at = ?2, closed_at = ?2 WHERE id = ?1 AND state IN (SELECT value FROM json_each(?3))",
    )
    .bind(id, now, JSON.stringify(OPEN))
  const outcome = await commit(db, [guard], { actor: personId ?? 'requester', action: 'request.withdrawn', object: id }, now)
  return outcome === 'done' ? ok(null) : fail('closed')
}

/** The requester says how it went, once the case is closed. 1: badly, 5: very well. */
export async function rate({ db }: Reading, { id, personId }: Case, satisfaction: number, now: number): Promise<Result<null, Refusal>> {
  const guard = db.prepare("UPDATE cases SET satisfaction = ?2, updated_at = ?3 WHERE id = ?1 AND state = 'closed'").bind(id, satisfaction, now)
  const outcome = await commit(db, [guard], { actor: personId ?? 'requester', action: 'request.rated', object: id }, now)
  return outcome === 'done' ? ok(null) : fail('closed')
}

/** What a member of staff does. `version`: what they saw. */
export type Work = { version: number } & (
  | { act: 'reply'; body: string; state: State }
  | { act: 'note'; body: string }
  | { act: 'state'; state: State }
  | { act: 'assign'; to: string | null }
)

/** Replies, notes, moves or assigns. A stale one changes nothing: somebody else worked on the case. */
export async function staffWorks({ db, secret }: Reading, who: string, found: Case, work: Work, now: number): Promise<Result<null, Refusal>> {
  const { id, version, state, requester, locale, personId } = found
  if (work.version !== version) return fail('stale')
  const target = work.act === 'reply' || work.act === 'state' ? work.state : state
  if (target !== state && !NEXT[state].includes(target)) return fail('forbidden')
  if (work.act === 'reply' && !OPEN.includes(state)) return fail('forbidden')
  const closes = target === 'closed'
  const guard = db
    .prepare(
      `UPDATE cases SET state = ?3, assignee = ?4, version = version + 1, updated_at = ?5, closed_at = CASE WHEN ?6 THEN ?5 WHEN ?3 IN ('closed', 'withdrawn') THEN closed_at END
       WHERE id = ?1 AND version = ?2`,
    )
    .bind(
      id,
      version,
      target,
      work.act === 'assign' ? work.to : (found.assignee ?? (work.act === 'reply' ? who : null)),
      now,
      closes && state !== 'closed' ? 1 : 0,
    )
  const rest: D1PreparedStatement[] = []
  if (work.act === 'reply') {
    const message = newId('msg', now)
    rest.push(
      db
        .prepare("INSERT INTO messages (id, case_id, at, side, author, body) VALUES (?, ?, ?, 'staff', ?, ?)")
        .bind(message, id, now, who, await seal(secret, placeOf(id), work.body)),
    )
    if (requester) rest.push(mailRow(db, { id: `${message}.reply`, kind: 'reply', personId, address: requester.address, locale, facts: { case: id } }, now))
  }
  if (work.act === 'note') {
    rest.push(
      db
        .prepare('INSERT INTO notes (id, case_id, at, author, body) VALUES (?, ?, ?, ?, ?)')
        .bind(newId('not', now), id, now, who, await seal(secret, `note of ${placeOf(id)}`, work.body)),
    )
  }
  const detail = { state: target, to: work.act === 'assign' ? work.to : null }
  const outcome = await commit(db, [guard, ...rest], { actor: who, action: `request.${work.act}`, object: id, detail }, now)
  return outcome === 'done' ? ok(null) : fail('stale')
}
