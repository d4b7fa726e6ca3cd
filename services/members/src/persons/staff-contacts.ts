import type { StaffContact } from '@stem/contracts/members'
import type { Role } from '../rights/roles.ts'

const SECRETARIAT: readonly Role[] = ['secretariat-officer', 'secretariat-admin']

/** Active people with a role of the secretariat in force, each once. */
export async function staffContacts({ db }: { db: D1Database }): Promise<StaffContact[]> {
  const { results } = await db
    .prepare(
      `SELECT id AS personId, address, locale FROM persons p WHERE state = 'active' AND address IS NOT NULL AND EXISTS (
         SELECT 1 FROM role_grants g WHERE g.person_id = p.id AND g.ended_at IS NULL AND g.scope = 'coalition' AND g.role IN (SELECT value FROM json_each(?)))
       ORDER BY id`,
    )
    .bind(JSON.stringify(SECRETARIAT))
    .all<StaffContact>()
  return results
}
