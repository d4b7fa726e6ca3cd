import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { fail, ok, type Result } from '@stem/web/result'
import { mailToPerson } from '../mails/mail-to-person.ts'
import { loadOrganisation } from '../register/load-organisation.ts'
import { saveOrganisation, type Organisation } from '../register/save-organisation.ts'
import { covers, scopesFor } from '../rights/rights.ts'
import { readDraft, type Draft } from './edit-draft.ts'

type Deps = { db: D1Database }

/** A draft that waits for review, when `who` may review it. */
export async function openReview({ db }: Deps, who: Principal, organisationId: string): Promise<{ organisation: Organisation; draft: Draft } | null> {
  const organisation = await loadOrganisation({ db }, organisationId)
  if (!organisation || !covers(scopesFor(who, 'organisation.review'), organisation)) return null
  const draft = await readDraft({ db }, organisation)
  return draft.state === 'review' ? { organisation, draft } : null
}

/** Publishes what was reviewed, or sends it back with a note. `version`: the draft that the reviewer saw. */
export async function reviewProfile(
  { db }: Deps,
  who: Principal,
  organisationId: string,
  { publish, note, version }: { publish: boolean; note: string; version: number },
  now: number,
): Promise<Result<null, 'unknown' | 'stale'>> {
  const open = await openReview({ db }, who, organisationId)
  if (!open) return fail('unknown')
  const { organisation, draft } = open
  const tell = (kind: string) =>
    draft.editedBy === null
      ? []
      : [mailToPerson(db, { id: newId('eml', now), kind, personId: draft.editedBy, facts: { organisation: organisationId, note } }, now)]
  const seen = "WHERE organisation_id = ?1 AND version = ?2 AND state = 'review'"
  const { content } = draft
  const outcome = publish
    ? await commit(
        db,
        [
          db.prepare(`DELETE FROM profile_drafts ${seen}`).bind(organisationId, version),
          ...saveOrganisation(
            db,
            {
              ...organisation,
              name: content.name,
              website: content.website,
              description: content.descriptions.en ?? null,
              version: organisation.version + 1,
              profile: content,
            },
            who.personId,
            now,
          ),
          ...tell('profile-published'),
        ],
        { actor: who.personId, action: 'profile.published', object: organisationId, detail: { version: organisation.version + 1 } },
        now,
      )
    : await commit(
        db,
        [
          db.prepare(`UPDATE profile_drafts SET state = 'draft', note = ?3, version = version + 1 ${seen}`).bind(organisationId, version, note),
          ...tell('profile-returned'),
        ],
        { actor: who.personId, action: 'profile.returned', object: organisationId },
        now,
      )
  return outcome === 'done' ? ok(null) : fail('stale')
}
