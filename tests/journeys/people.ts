import { createHash, randomBytes } from 'node:crypto'

import type { System } from '@stem/infra/start/system'

const SECRET = 'b'.repeat(64)
const NOW = () => Date.now()
const idOf = (prefix: string, number: number): string => `${prefix}_${String(number).padStart(26, '0')}`

/** Puts people with accounts and open sessions straight into the database: `p<number>@stem.example`. */
export async function putPeople(system: System, from: number, count: number, grant: { role: string; scope: string } | null = null): Promise<void> {
  const db = await system.database('members')
  const now = NOW()
  const hash = createHash('sha256').update(SECRET).digest('hex')
  const visibility = JSON.stringify({ name: 'organisation', jobTitle: 'organisation', address: 'nobody', phone: 'nobody' })
  for (let start = from; start < from + count; start += 50) {
    const numbers = Array.from({ length: Math.min(50, from + count - start) }, (_, index) => start + index)
    await db.batch(
      numbers.flatMap((number) => [
        db
          .prepare(
            "INSERT INTO persons (id, address, address_key, name, locale, visibility, state, epoch, version, created_at, updated_at) VALUES (?1, ?2, ?2, ?3, 'en', ?4, 'active', 1, 1, ?5, ?5)",
          )
          .bind(idOf('per', number), `p${number}@stem.example`, `Canary person ${number}.`, visibility, now),
        db
          .prepare(
            "INSERT INTO sessions (id, person_id, secret_hash, epoch, device, created_at, last_seen_at, proved_at, asserted_at) VALUES (?, ?, ?, 1, 'test', ?4, ?4, ?4, ?4)",
          )
          .bind(idOf('ses', number), idOf('per', number), hash, now),
        ...(grant
          ? [
              db
                .prepare("INSERT INTO role_grants (id, person_id, role, scope, granted_by, started_at) VALUES (?, ?, ?, ?, 'test', ?)")
                .bind(idOf('grt', number), idOf('per', number), grant.role, grant.scope, now),
            ]
          : []),
      ]),
    )
  }
}

/** Cookie of the session of a person that was put there. */
export const cookieOf = (number: number): string => `__Host-session=${idOf('ses', number)}.${SECRET}`

/** Headers by which a browser sends a form of the site. */
export const asBrowser = (origin: string): Record<string, string> => ({
  origin,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
})

/** Sends a form as a browser on the site does. `network`: the address it seems to come from. */
export const sendForm = (origin: string, path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(origin + path, { method: 'POST', redirect: 'manual', headers: { ...asBrowser(origin), ...headers }, body: new URLSearchParams(form) })

/** An application to join, as the form sends it. */
export const applicationForm = (number: number): Record<string, string> => ({
  key: randomBytes(16).toString('hex'),
  name: `Organisation ${number}`,
  country: 'DK',
  kind: 'ministry',
  website: 'https://example.org',
  description: 'x',
  evidence: 'x',
  contactName: 'X',
  contactAddress: `apply${number}@stem.example`,
  charter: 'yes',
  do: 'send',
})
