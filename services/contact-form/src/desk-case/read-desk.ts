import { DONE, type Case, type Message, type Note } from '../cases/case.ts'
import { eventsOf, type CaseEvent } from '../cases/event.ts'
import { caseById, messagesOf, notesOf, type Reading } from '../cases/read-case.ts'
import type { Env } from '../env.ts'
import { filesOfCase, linkFiles, type LinkedFile } from '../files/kept-file.ts'
import { writerOf, type Lease } from '../leases/lease.ts'
import { isKeepingApart } from '../inbound/keep-apart.ts'
import { linksOf, type ShownLink } from '../links/link.ts'
import { joinedCases } from '../merging/joined-cases.ts'
import { namesOf, participantsOf, type Participant } from '../participants/participant.ts'
import { mergeOf, type Other } from './undo-any.ts'

/** A case that was merged into the one that is looked at, with what was said in it. */
export type Joined = { found: Case; messages: Message[]; notes: Note[]; files: Record<string, LinkedFile[]> }

/** Everything a member of staff sees of a case. */
export type DeskView = {
  found: Case
  messages: Message[]
  notes: Note[]
  events: CaseEvent[]
  /** Files to download, by message. */
  files: Record<string, LinkedFile[]>
  participants: Participant[]
  links: ShownLink[]
  joined: Joined[]
  /** Other cases that events, merges and mails point to, by id. */
  others: Record<string, Other>
  /** Who is writing, when it is not who looks. */
  writer: Lease | null
  /** Who may be given the case. */
  staff: { id: string; name: string }[]
  /** Names of staff and participants by id. */
  names: Record<string, string>
}

const MOST_OTHERS = 30

async function othersOf(reading: Reading, found: Case, events: readonly CaseEvent[]): Promise<Record<string, Other>> {
  const isOfTwo = (event: CaseEvent) => ['split', 'joined', 'merged', 'received'].includes(event.kind) || isKeepingApart(event)
  const about = events.flatMap((event) => (event.about !== null && isOfTwo(event) ? [event.about] : []))
  const ids = [...new Set([...about, ...[found.mergedInto, found.possiblyOf].filter((id) => id !== null)])].slice(-MOST_OTHERS)
  const read = await Promise.all(
    ids.map(async (id): Promise<[string, Other][]> => {
      const other = await caseById(reading, id)
      return other ? [[id, { found: other, merge: other.state === 'merged' ? await mergeOf(reading.db, other) : null }]] : []
    }),
  )
  return Object.fromEntries(read.flat())
}

const linkedFiles = async (reading: Reading, caseId: string, now: number) => linkFiles(reading.keys, await filesOfCase(reading, caseId), 'desk', now)

/** Reads all that the page of a case shows to `me`. */
export async function readDesk(reading: Reading, { MEMBERS }: Pick<Env, 'MEMBERS'>, me: string, found: Case, now: number): Promise<DeskView> {
  const { id, assignee } = found
  const [messages, notes, events, files, participants, links, joinedTo, writer] = await Promise.all([
    messagesOf(reading, id),
    notesOf(reading, id),
    eventsOf(reading.db, id),
    linkedFiles(reading, id, now),
    participantsOf(reading, id),
    linksOf(reading.db, id),
    joinedCases(reading, id),
    writerOf(reading.db, id, now),
  ])
  const joined = await Promise.all(
    joinedTo.map(async (one) => ({
      found: one,
      messages: await messagesOf(reading, one.id),
      notes: await notesOf(reading, one.id),
      files: await linkedFiles(reading, one.id, now),
    })),
  )
  const said = [...messages, ...joined.flatMap((one) => one.messages)]
  const people = [
    ...said.flatMap(({ side, author }) => (side === 'staff' && author !== null ? [author] : [])),
    ...[...notes, ...joined.flatMap((one) => one.notes)].map(({ author }) => author),
    ...events.flatMap(({ actor, kind, about }) => [actor, ...(kind === 'assigned' && about !== null ? [about] : [])]),
    ...(assignee === null ? [] : [assignee]),
    ...(writer === null ? [] : [writer.personId]),
  ].filter((one) => one.startsWith('per_'))
  const [staff, staffNames, others] = await Promise.all([
    DONE.includes(found.state) ? [] : MEMBERS.staff(),
    people.length === 0 ? {} : MEMBERS.namesOf([...new Set(people)]),
    othersOf(reading, found, events),
  ])
  const names = { ...staffNames, ...namesOf(participants) }
  return {
    found,
    messages,
    notes,
    events,
    files,
    participants,
    links,
    others,
    staff,
    names,
    // What a split that was undone left behind holds nothing to show.
    joined: joined.filter((one) => one.messages.length > 0 || one.notes.length > 0),
    writer: writer?.personId === me ? null : writer,
  }
}
