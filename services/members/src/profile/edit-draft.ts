import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { fail, ok, type Result } from '@stem/web/result'
import { mailsToHolders } from '../mails/mail-to-holders.ts'
import { loadOrganisation, profileIn } from '../register/load-organisation.ts'
import type { Organisation } from '../register/save-organisation.ts'
import { covers, scopesFor } from '../rights/rights.ts'
import { COALITION } from '../rights/roles.ts'
import { readProfile, type Profile } from './profile.ts'

type Deps = { db: D1Database }

/** The next version of a profile. `version` 0: nobody has begun one. */
export type Draft = {
  content: Profile
  version: number
  baseVersion: number
  state: 'none' | 'draft' | 'review'
  editedBy: string | null
  updatedAt: number | null
  note: string | null
}

type Row = { content: string; version: number; base_version: number; state: 'draft' | 'review'; edited_by: string; updated_at: number; note: string | null }

/** An organisation that somebody may work on. `rights`: what more they may do there. */
export type Opened = { organisation: Organisation; draft: Draft; rights: { people: boolean; keys: boolean } }

/** The organisation and its draft, when `who` may work on it; null otherwise, as if it did not exist. */
export async function openDraft({ db }: Deps, who: Principal, organisationId: string): Promise<Opened | null> {
  const organisation = await loadOrganisation({ db }, organisationId)
  if (!organisation || !covers(scopesFor(who, 'organisation.edit'), organisation)) return null
  const rights = { people: covers(scopesFor(who, 'organisation.people'), organisation), keys: covers(scopesFor(who, 'organisation.keys'), organisation) }
  return { organisation, draft: await readDraft({ db }, organisation), rights }
}

/** The draft of an organisation, or what is published when there is none. */
export async function readDraft({ db }: Deps, organisation: Organisation): Promise<Draft> {
  const row = await db.prepare('SELECT * FROM profile_drafts WHERE organisation_id = ?').bind(organisation.id).first<Row>()
  return row
    ? {
        content: readProfile(row.content),
        version: row.version,
        baseVersion: row.base_version,
        state: row.state,
        editedBy: row.edited_by,
        updatedAt: row.updated_at,
        note: row.note,
      }
    : { content: profileIn(organisation), version: 0, baseVersion: organisation.version, state: 'none', editedBy: null, updatedAt: null, note: null }
}

/** An edit of a draft. `version`: the one it began from. `submit`: ask for publication at once. */
export type DraftEdit = { content: Profile; version: number; submit: boolean }

/** Keeps an edit. When somebody else saved meanwhile, nothing is written and the answer is `stale`: both versions are still there to compare. */
export async function saveDraft(
  { db }: Deps,
  who: Pick<Principal, 'personId'>,
  organisation: Organisation,
  { content, version, submit }: DraftEdit,
  now: number,
): Promise<Result<null, 'stale'>> {
  const state = submit ? 'review' : 'draft'
  const values = [organisation.id, organisation.version, JSON.stringify(content), state, who.personId, now] as const
  const guard =
    version === 0
      ? db
          .prepare(
            `INSERT INTO profile_drafts (organisation_id, base_version, version, content, state, edited_by, updated_at) VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6)
             ON CONFLICT (organisation_id) DO NOTHING`,
          )
          .bind(...values)
      : db
          .prepare(
            `UPDATE profile_drafts SET base_version = ?2, content = ?3, state = ?4, edited_by = ?5, updated_at = ?6, version = version + 1, note = NULL
             WHERE organisation_id = ?1 AND version = ?7`,
          )
          .bind(...values, version)
  const rest = submit
    ? [
        mailsToHolders(
          db,
          {
            idPrefix: `${organisation.id}.${now}`,
            kind: 'profile-submitted',
            roles: ['secretariat-officer', 'secretariat-admin'],
            scope: COALITION,
            facts: { organisation: organisation.id },
          },
          now,
        ),
      ]
    : []
  const entry = { actor: who.personId, action: submit ? 'profile.submitted' : 'profile.saved', object: organisation.id }
  return (await commit(db, [guard, ...rest], entry, now)) === 'done' ? ok(null) : fail('stale')
}

/** Throws the draft away. What is published stays. */
export async function discardDraft({ db }: Deps, who: Principal, organisationId: string, version: number, now: number): Promise<Result<null, 'stale'>> {
  const guard = db.prepare('DELETE FROM profile_drafts WHERE organisation_id = ? AND version = ?').bind(organisationId, version)
  const outcome = await commit(db, [guard], { actor: who.personId, action: 'profile.discarded', object: organisationId }, now)
  return outcome === 'done' ? ok(null) : fail('stale')
}
