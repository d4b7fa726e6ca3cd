import { fail, ok, type Result } from '@stem/web/result'
import type { Case } from '../cases/case.ts'
import { changeCase } from '../cases/change-case.ts'
import type { CaseEvent } from '../cases/event.ts'
import type { Reading } from '../cases/read-case.ts'
import { undoneRow } from '../cases/undone-row.ts'

/** What a case can be linked to by staff. */
export const LINK_KINDS = ['organisation', 'practice', 'country'] as const
/** A kind of link. */
export type LinkKind = (typeof LINK_KINDS)[number]

/** Something a case has to do with. `target`: an id, or a country code; `label`: its public name. */
export type Link = { kind: LinkKind; target: string; label: string }
/** A link as a case shows it. `others`: how many other cases are linked to the same; `addedBy`: a person's id, or `requester`. */
export type ShownLink = Link & { others: number; addedBy: string }

/** What a case is linked to, in the order of kinds and names. */
export async function linksOf(db: D1Database, caseId: string): Promise<ShownLink[]> {
  const { results } = await db
    .prepare(
      `SELECT l.kind, l.target, l.label, l.added_by AS addedBy,
         (SELECT count(*) FROM case_links o WHERE o.kind = l.kind AND o.target = l.target AND o.case_id <> l.case_id) AS others
       FROM case_links l WHERE l.case_id = ?1 AND l.kind IN (SELECT value FROM json_each(?2)) ORDER BY l.kind DESC, l.label, l.target`,
    )
    .bind(caseId, JSON.stringify(LINK_KINDS))
    .all<ShownLink>()
  return results
}

const added = (db: D1Database, caseId: string, { kind, target, label }: Link, who: string, now: number) =>
  db
    .prepare('INSERT INTO case_links (case_id, kind, target, label, added_by, added_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
    .bind(caseId, kind, target, label, who, now)

const removed = (db: D1Database, caseId: string, { kind, target }: Link) =>
  db.prepare('DELETE FROM case_links WHERE case_id = ? AND kind = ? AND target = ?').bind(caseId, kind, target)

const beforeOf = ({ kind, target, label }: Link) => ({ linkKind: kind, target, label })

/** Links a case. What is linked already stays as it is. `stale`: somebody else worked on the case, and nothing was written. */
export async function linkCase(
  { db }: Reading,
  who: string,
  found: Case,
  { link, version }: { link: Link; version: number },
  now: number,
): Promise<Result<null, 'stale'>> {
  if ((await linksOf(db, found.id)).some(({ kind, target }) => kind === link.kind && target === link.target)) return ok(null)
  if (version !== found.version) return fail('stale')
  const rest = [added(db, found.id, link, who, now)]
  const done = await changeCase(db, found, { kind: 'linked', actor: who, about: link.target, before: beforeOf(link), rest }, now)
  return done.ok ? ok(null) : done
}

/** Takes a link away. What is not linked stays so. */
export async function unlinkCase(
  { db }: Reading,
  who: string,
  found: Case,
  { kind, target, version }: { kind: LinkKind; target: string; version: number },
  now: number,
): Promise<Result<null, 'stale'>> {
  const link = (await linksOf(db, found.id)).find((one) => one.kind === kind && one.target === target)
  if (!link) return ok(null)
  if (version !== found.version) return fail('stale')
  const done = await changeCase(
    db,
    found,
    { kind: 'unlinked', actor: who, about: target, before: { ...beforeOf(link), addedBy: link.addedBy }, rest: [removed(db, found.id, link)] },
    now,
  )
  return done.ok ? ok(null) : done
}

/** Takes back that something was linked or unlinked, while nothing came later. */
export async function undoLink({ db }: Reading, who: string, found: Case, event: CaseEvent, now: number): Promise<Result<null, 'stale' | 'cannot'>> {
  const { linkKind, target, label } = event.before
  const kind = LINK_KINDS.find((one) => one === linkKind)
  if (event.version !== found.version || event.undoneAt !== null || kind === undefined || target === undefined || label === undefined) return fail('cannot')
  const link = { kind, target, label }
  const back = event.kind === 'linked' ? removed(db, found.id, link) : added(db, found.id, link, event.before.addedBy ?? who, now)
  const done = await changeCase(db, found, { kind: 'undone', actor: who, about: event.id, rest: [back, undoneRow(db, event.id, now)] }, now)
  return done.ok ? ok(null) : done
}
