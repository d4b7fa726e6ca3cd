import type { Due } from '../promises/due-of.ts'
import { seal } from '../sealing/seal.ts'
import { placeOf, type Case, type Requester } from './case.ts'
import type { Reading } from './read-case.ts'

/** A case that is about to be kept. `due`: the promise that is next. */
export type NewCase = Pick<
  Case,
  'id' | 'reference' | 'kind' | 'state' | 'country' | 'personId' | 'locale' | 'source' | 'subject' | 'spamReason' | 'possiblyOf' | 'createdAt' | 'updatedAt'
> & { formKey: string; requester: Requester; requesterKey: string; due: Due | null }

/** Statement that keeps a new case, sealed; it changes nothing when a case with the same key of its form is there. */
export async function newCaseRow({ db, keys }: Reading, wish: NewCase): Promise<D1PreparedStatement> {
  const place = placeOf(wish.id)
  return db
    .prepare(
      `INSERT INTO cases (id, reference, form_key, kind, state, country, requester, requester_key, person_id, locale, source, subject, spam_reason, possibly_of,
         promise, due_at, link_epoch, version, created_at, updated_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, 1, 1, ?17, ?18) ON CONFLICT (form_key) DO NOTHING`,
    )
    .bind(
      wish.id,
      wish.reference,
      wish.formKey,
      wish.kind,
      wish.state,
      wish.country,
      await seal(keys, place, JSON.stringify(wish.requester)),
      wish.requesterKey,
      wish.personId,
      wish.locale,
      wish.source,
      wish.subject === null ? null : await seal(keys, place, wish.subject),
      wish.spamReason,
      wish.possiblyOf,
      wish.due?.promise ?? null,
      wish.due?.at ?? null,
      wish.createdAt,
      wish.updatedAt,
    )
}
