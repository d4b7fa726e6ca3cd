import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { outboxRow } from '@stem/jobs/outbox'
import { fail, ok, type Result } from '@stem/web/result'
import { loadOrganisation } from '../register/load-organisation.ts'
import { saveOrganisation, tagsOf, type Organisation } from '../register/save-organisation.ts'
import { isFresh } from '@stem/web/fresh'
import { covers, scopesFor } from '../rights/rights.ts'

type Deps = { db: D1Database }
type Refusal = 'unknown' | 'not_fresh' | 'same' | 'busy' | 'stale' | 'too_late'

/** How long a merge can be undone. */
export const UNDO = 30 * 24 * 60 * 60_000

/** Columns that point to an organisation, and how a merge moves them; a test holds this list against the tables. */
export const POINTERS = {
  grants: { table: 'role_grants', key: 'id', column: 'scope', value: (id: string) => `organisation:${id}` },
  invitations: { table: 'invitations', key: 'id', column: 'scope', value: (id: string) => `organisation:${id}` },
  joinings: { table: 'joinings', key: 'id', column: 'organisation_id', value: (id: string) => id },
  keys: { table: 'api_keys', key: 'id', column: 'organisation_id', value: (id: string) => id },
  addresses: { table: 'organisation_addresses', key: 'slug', column: 'organisation_id', value: (id: string) => id },
  applications: { table: 'applications', key: 'id', column: 'organisation_id', value: (id: string) => id },
  pictures: { table: 'pictures', key: 'hash', column: 'organisation_id', value: (id: string) => id },
} as const
type Pointer = keyof typeof POINTERS

/** What moves, by table: keys of rows. `ended`: roles the person has in both records; the one in the lost record ends. */
export type Moved = Record<Pointer, string[]> & { ended: string[]; lost: Organisation }

/** Both records and what would move from one to the other. Blocked while a profile of either waits. */
export async function planMerge(
  { db }: Deps,
  who: Principal,
  keptId: string,
  lostId: string,
): Promise<Result<{ kept: Organisation; lost: Organisation; moved: Moved; busy: boolean }, Refusal>> {
  if (keptId === lostId) return fail('same')
  const [kept, lost] = await Promise.all([loadOrganisation({ db }, keptId), loadOrganisation({ db }, lostId)])
  const scopes = scopesFor(who, 'organisation.merge')
  if (!kept || !lost || !covers(scopes, kept) || !covers(scopes, lost)) return fail('unknown')
  const names = Object.keys(POINTERS) as Pointer[]
  const results = await db.batch<{ key: string }>([
    ...names.map((name) => {
      const { table, key, column, value } = POINTERS[name]
      return db.prepare(`SELECT ${key} AS key FROM ${table} WHERE ${column} = ?`).bind(value(lostId))
    }),
    db
      .prepare(
        `SELECT l.id AS key FROM role_grants l JOIN role_grants k ON k.person_id = l.person_id AND k.role = l.role AND k.scope = 'organisation:' || ?1 AND k.ended_at IS NULL
         WHERE l.scope = 'organisation:' || ?2 AND l.ended_at IS NULL`,
      )
      .bind(keptId, lostId),
    db.prepare('SELECT organisation_id AS key FROM profile_drafts WHERE organisation_id IN (?, ?)').bind(keptId, lostId),
  ])
  const keysOf = (index: number) => (results[index]?.results ?? []).map(({ key }) => key)
  const moved = { ...(Object.fromEntries(names.map((name, index) => [name, keysOf(index)])) as Record<Pointer, string[]>), ended: keysOf(names.length), lost }
  return ok({ kept, lost, moved, busy: keysOf(names.length + 1).length > 0 })
}

const move = (db: D1Database, moved: Moved, to: string): D1PreparedStatement[] =>
  (Object.keys(POINTERS) as Pointer[]).map((name) => {
    const { table, key, column, value } = POINTERS[name]
    return db.prepare(`UPDATE ${table} SET ${column} = ?1 WHERE ${key} IN (SELECT value FROM json_each(?2))`).bind(value(to), JSON.stringify(moved[name]))
  })

/** Everybody with a role in one of both records signs in anew: what they may do has moved. */
const bump = (db: D1Database, keptId: string, lostId: string) =>
  db
    .prepare(
      "UPDATE persons SET epoch = epoch + 1 WHERE id IN (SELECT person_id FROM role_grants WHERE scope IN ('organisation:' || ?1, 'organisation:' || ?2) AND ended_at IS NULL)",
    )
    .bind(keptId, lostId)

/** Makes one record of two. Rows move, doubled roles end, the old addresses lead to the kept record; nothing is deleted. */
export async function mergeOrganisations(
  { db }: Deps,
  who: Principal,
  { keptId, lostId }: { keptId: string; lostId: string },
  now: number,
): Promise<Result<string, Refusal>> {
  const plan = await planMerge({ db }, who, keptId, lostId)
  if (!plan.ok) return plan
  if (!isFresh(who, now)) return fail('not_fresh')
  const { lost, moved, busy } = plan.value
  if (busy) return fail('busy')
  const id = newId('mrg', now)
  const rows: [D1PreparedStatement, ...D1PreparedStatement[]] = [
    db
      .prepare(
        "UPDATE organisations SET visibility = 'hidden', withdrawn_at = ?3, version = version + 1, updated_at = ?3 WHERE id = ?1 AND version = ?2 AND withdrawn_at IS NULL",
      )
      .bind(lostId, lost.version, now),
    db
      .prepare("INSERT INTO organisation_revisions (organisation_id, version, at, who, snapshot) VALUES (?, ?, ?, ?, '{}')")
      .bind(lostId, lost.version + 1, now, who.personId),
    db
      .prepare('INSERT INTO merges (id, kept_id, lost_id, moved, merged_by, merged_at) VALUES (?, ?, ?, ?, ?, ?)')
      .bind(id, keptId, lostId, JSON.stringify(moved), who.personId, now),
    bump(db, keptId, lostId),
    db
      .prepare('UPDATE role_grants SET ended_at = ?2, ended_by = ?3 WHERE id IN (SELECT value FROM json_each(?1))')
      .bind(JSON.stringify(moved.ended), now, who.personId),
    ...move(db, moved, keptId),
    db.prepare('UPDATE organisation_addresses SET current = 0 WHERE slug IN (SELECT value FROM json_each(?))').bind(JSON.stringify(moved.addresses)),
    db.prepare('UPDATE memberships SET ended_at = ? WHERE organisation_id = ? AND ended_at IS NULL').bind(now, lostId),
    db.prepare('DELETE FROM published_organisations WHERE id = ?').bind(lostId),
    outboxRow(
      db,
      { id: newId('out', now), kind: 'purge', payload: { tags: [...new Set([...tagsOf(lost), ...tagsOf(plan.value.kept)])], withdrawn: true } },
      now,
    ),
  ]
  const entry = { actor: who.personId, action: 'organisation.merged', object: keptId, detail: { lost: lostId, merge: id } }
  return (await commit(db, rows, entry, now)) === 'done' ? ok(id) : fail('stale')
}

/** Takes a merge back within thirty days: the rows that moved go home, the lost record is published again. */
export async function undoMerge({ db }: Deps, who: Principal, id: string, now: number): Promise<Result<null, Refusal>> {
  const row = await db
    .prepare('SELECT kept_id, lost_id, moved, merged_at FROM merges WHERE id = ? AND undone_at IS NULL')
    .bind(id)
    .first<{ kept_id: string; lost_id: string; moved: string; merged_at: number }>()
  if (!row) return fail('unknown')
  const moved = JSON.parse(row.moved) as Moved
  if (!covers(scopesFor(who, 'organisation.merge'), moved.lost)) return fail('unknown')
  if (!isFresh(who, now)) return fail('not_fresh')
  if (now - row.merged_at > UNDO) return fail('too_late')
  const version = await db.prepare('SELECT version FROM organisations WHERE id = ?').bind(row.lost_id).first<{ version: number }>()
  const rows: [D1PreparedStatement, ...D1PreparedStatement[]] = [
    db.prepare('UPDATE merges SET undone_at = ? WHERE id = ? AND undone_at IS NULL').bind(now, id),
    bump(db, row.kept_id, row.lost_id),
    ...move(db, moved, row.lost_id),
    db.prepare('UPDATE role_grants SET ended_at = NULL, ended_by = NULL WHERE id IN (SELECT value FROM json_each(?))').bind(JSON.stringify(moved.ended)),
    db.prepare('UPDATE organisations SET withdrawn_at = NULL WHERE id = ?').bind(row.lost_id),
    ...saveOrganisation(db, { ...moved.lost, version: (version?.version ?? moved.lost.version) + 1 }, who.personId, now),
  ]
  const entry = { actor: who.personId, action: 'organisation.merge-undone', object: row.kept_id, detail: { lost: row.lost_id, merge: id } }
  return (await commit(db, rows, entry, now)) === 'done' ? ok(null) : fail('stale')
}
