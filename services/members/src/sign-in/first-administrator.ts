import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { addressKey } from '@stem/mail/message'
import { NOBODY_ELSE } from '../persons/visibility.ts'
import { COALITION } from '../rights/roles.ts'

/**
 * Makes the holder of `address` the first administrator when the installation has never had a person. Once there is a person,
 * even an erased one, this changes nothing any more.
 */
export async function firstAdministrator({ db }: { db: D1Database }, address: string, id: string, now: number): Promise<boolean> {
  const outcome = await commit(
    db,
    [
      db
        .prepare(
          `INSERT INTO persons (id, address, address_key, locale, visibility, state, epoch, version, created_at, updated_at)
           SELECT ?1, ?2, ?3, 'en', ?4, 'active', 1, 1, ?5, ?5 WHERE NOT EXISTS (SELECT 1 FROM persons)`,
        )
        .bind(id, address, addressKey(address), JSON.stringify(NOBODY_ELSE), now),
      db
        .prepare("INSERT INTO role_grants (id, person_id, role, scope, granted_by, started_at) VALUES (?, ?, 'secretariat-admin', ?, 'installation', ?)")
        .bind(newId('grt', now), id, COALITION, now),
    ],
    { actor: 'installation', action: 'administrator.first', object: id },
    now,
  )
  return outcome === 'done'
}
