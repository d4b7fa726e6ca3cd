import { deriveToken } from '@stem/jobs/tokens'

const MOST = 1000

/**
 * A page of the addresses behind which an organisation stands, as keyed hashes that the newsletter knows: active people with a role in
 * force in an organisation that is not withdrawn. `secret`: that of the installation for hashes of addresses.
 */
export async function newsletterKeys(
  { db, secret }: { db: D1Database; secret: string },
  after: string | null,
  most: number,
): Promise<{ keys: string[]; next: string | null }> {
  const page = Math.min(Math.max(1, Math.floor(most)), MOST)
  const { results } = await db
    .prepare(
      `SELECT p.id, p.address_key AS key FROM persons p WHERE p.id > ?1 AND p.state = 'active' AND p.address_key IS NOT NULL AND EXISTS (
         SELECT 1 FROM role_grants g JOIN organisations o ON g.scope = 'organisation:' || o.id
         WHERE g.person_id = p.id AND g.ended_at IS NULL AND o.withdrawn_at IS NULL)
       ORDER BY p.id LIMIT ?2`,
    )
    .bind(after ?? '', page + 1)
    .all<{ id: string; key: string }>()
  const people = results.slice(0, page)
  return {
    keys: await Promise.all(people.map(({ key }) => deriveToken(secret, 'newsletter', key))),
    next: results.length > page ? (people.at(-1)?.id ?? null) : null,
  }
}
