import { fingerprint, newId } from '@stem/jobs/ids'
import { mailRow } from '@stem/mail/mails-table'
import { fail, ok, type Result } from '@stem/web/result'
import { OPEN, type Case, type Kind } from '../cases/case.ts'
import { changeCase } from '../cases/change-case.ts'
import { asEvent, eventRow, type CaseEvent } from '../cases/event.ts'
import { newCaseRow } from '../cases/new-case-row.ts'
import { caseById, messagesOf, type Reading } from '../cases/read-case.ts'
import { requesterKeyOf, twinOf, type Received } from '../cases/receive.ts'
import { newReference } from '../cases/reference.ts'
import { dropTerms, termRows } from '../cases/terms.ts'
import { undoneRow } from '../cases/undone-row.ts'
import { dueOf } from '../promises/due-of.ts'
import { announce } from '../webhooks/announce.ts'
import { moveMessages, saidIn } from './move-messages.ts'

/** Why nothing was split. `none`: no message of the requester was chosen. `all`: nothing would stay. `finished`: the case is not open, or its requester is forgotten. */
export type SplitRefusal = 'none' | 'all' | 'finished'

/** A split as its form sends it. The same key splits once. */
export type Split = { key: string; version: number; kind: Kind; messages: readonly string[] }

const KEY_LENGTH = 32
const formKeyOf = async (found: Case, key: string): Promise<string> => (await fingerprint(`split\n${found.id}\n${key}`)).slice(0, KEY_LENGTH)

/** What a case is found by beside its messages. */
const ownWords = ({ reference, requester, subject }: Pick<Case, 'reference' | 'requester' | 'subject'>): string[] => [
  reference,
  requester?.name ?? '',
  requester?.address ?? '',
  requester?.organisation ?? '',
  subject ?? '',
]

/**
 * Makes a case of its own of some messages of the requester, with their files. It counts as received when the first of them came, so
 * that splitting buys nobody time; the requester gets a mail with its reference and link. The same form sent again gives the same case.
 */
export async function splitCase(reading: Reading, who: string, found: Case, wish: Split, now: number): Promise<Result<Received, SplitRefusal | 'stale'>> {
  const { db, keys } = reading
  const formKey = await formKeyOf(found, wish.key)
  const before = await twinOf(db, formKey)
  if (before) return ok(before)
  if (wish.version !== found.version) return fail('stale')
  const { requester, country, personId, locale } = found
  if (!OPEN.includes(found.state) || requester === null) return fail('finished')
  const said = await saidIn(db, found.id)
  const chosen = said.filter(({ id }) => wish.messages.includes(id))
  const [first] = chosen
  if (!first) return fail('none')
  if (chosen.length === said.length) return fail('all')

  const id = newId('cas', now)
  const reference = newReference()
  const received = asEvent({ caseId: id, at: first.at, kind: 'received', actor: who, state: 'new', before: {}, version: 1, about: found.id, groupId: null })
  const { kind } = wish
  const row = await newCaseRow(reading, {
    id,
    reference,
    formKey,
    kind,
    state: 'new',
    country,
    requester,
    personId,
    locale,
    source: 'split',
    subject: null,
    spamReason: null,
    possiblyOf: null,
    requesterKey: await requesterKeyOf(keys, requester.address),
    due: dueOf([received]),
    createdAt: first.at,
    updatedAt: now,
  })
  const moved = await moveMessages(reading, chosen, found.id, id)
  const terms = await termRows(reading, id, [...ownWords({ reference, requester, subject: null }), ...moved.texts])
  const stays = (await messagesOf(reading, found.id)).filter((one) => !wish.messages.includes(one.id)).map(({ body }) => body)
  const dropped = await dropTerms(reading, found.id, { gone: moved.texts, left: [...ownWords(found), ...stays] })
  const mail = mailRow(db, { id: `${id}.split`, kind: 'split', personId, address: requester.address, locale, facts: { case: id, of: found.reference } }, now)
  const done = await changeCase(
    db,
    found,
    {
      kind: 'split',
      actor: who,
      about: id,
      before: { messages: chosen.map((one) => one.id) },
      rest: [row, eventRow(db, received), ...announce(db, received), ...moved.rows, ...terms, dropped, mail],
    },
    now,
  )
  if (done.ok) return ok({ id, reference })
  const twin = await twinOf(db, formKey)
  return twin ? ok(twin) : done
}

/** Whether a split can be taken back: nobody has touched the new case, and the old one is open. */
export const canUnsplit = (found: Case, event: CaseEvent, made: Pick<Case, 'version'>): boolean =>
  event.kind === 'split' && event.caseId === found.id && event.undoneAt === null && made.version === 1 && OPEN.includes(found.state) && found.requester !== null

/**
 * Takes a split back: the messages go home, the new case stands as merged into the old one, so that its link still leads somewhere.
 * `cannot`: somebody worked on the new case, or the old one is finished. `stale`: somebody else was quicker.
 */
export async function undoSplit(reading: Reading, who: string, found: Case, event: CaseEvent, now: number): Promise<Result<null, 'stale' | 'cannot'>> {
  const { db } = reading
  const made = event.about === null ? null : await caseById(reading, event.about)
  if (!made || !canUnsplit(found, event, made)) return fail('cannot')
  const ids = event.before.messages ?? []
  const messages = (await saidIn(db, made.id)).filter(({ id }) => ids.includes(id))
  const moved = await moveMessages(reading, messages, made.id, found.id)
  const terms = [...(await termRows(reading, found.id, moved.texts)), await dropTerms(reading, made.id, { gone: moved.texts, left: ownWords(made) })]
  const merged = asEvent({
    caseId: made.id,
    at: now,
    kind: 'merged',
    actor: who,
    state: 'merged',
    before: { state: made.state, assignee: made.assignee, messages: ids },
    version: 2,
    about: found.id,
    groupId: null,
  })
  const stands = db
    .prepare("UPDATE cases SET state = 'merged', merged_into = ?2, promise = NULL, due_at = NULL, closed_at = ?3 WHERE id = ?1")
    .bind(made.id, found.id, now)
  const done = await changeCase(
    db,
    found,
    {
      kind: 'undone',
      actor: who,
      about: event.id,
      beside: merged,
      rest: [stands, ...announce(db, merged), ...moved.rows, ...terms, undoneRow(db, event.id, now)],
    },
    now,
  )
  return done.ok ? ok(null) : done
}
