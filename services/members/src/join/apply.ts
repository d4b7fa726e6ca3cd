import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { mailRow } from '@stem/mail/mails-table'
import { addressKey } from '@stem/mail/message'
import { fail, ok, type Result } from '@stem/web/result'
import { LIMITS } from '../limits/limits.ts'
import { takeTurn } from '@stem/jobs/turns'
import { mailsToHolders } from '../mails/mail-to-holders.ts'
import { COALITION } from '../rights/roles.ts'

/** The charter an applicant agrees to; a new wording gets a new name. */
export const CHARTER = '2026-1'

/** Kinds of organisation that can apply. */
export const KINDS = ['dedicated-platform', 'ministry', 'regional-authority', 'research-council', 'innovation-agency', 'university-network', 'other'] as const

/** What an organisation says when it applies. */
export type Application = {
  formKey: string
  name: string
  country: string
  kind: (typeof KINDS)[number]
  website: string
  description: string
  evidence: string
  contactName: string
  contactJob: string | null
  contactAddress: string
  locale: string
}

type Deps = { db: D1Database; key: string }

/** Keeps an application until its contact has shown that the address is theirs. The same form sent twice is one application. */
export async function apply({ db, key }: Deps, wish: Application, network: string, now: number): Promise<Result<null, 'too_many'>> {
  const own = addressKey(wish.contactAddress)
  const [byNetwork, byAddress] = await Promise.all([
    takeTurn({ db, key }, LIMITS.applyByNetwork, network, now),
    takeTurn({ db, key }, LIMITS.applyByAddress, own, now),
  ])
  if (!byNetwork || !byAddress) return fail('too_many')
  const id = newId('apl', now)
  const { formKey, name, country, kind, website, description, evidence, contactName, contactJob, contactAddress, locale } = wish
  await db.batch([
    db
      .prepare(
        `INSERT INTO applications (id, form_key, name, country, kind, website, description, evidence, contact_name, contact_job, contact_address, contact_key,
           charter, locale, state, version, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 'unverified', 1, ?15, ?15) ON CONFLICT (form_key) DO NOTHING`,
      )
      .bind(id, formKey, name, country, kind, website, description, evidence, contactName, contactJob, contactAddress, own, CHARTER, locale, now),
    mailRow(db, { id: `${formKey}.proof`, kind: 'application-proof', address: contactAddress, locale, facts: { form: formKey } }, now),
  ])
  return ok(null)
}

/** The contact has pressed the button of the mail: the application goes to the secretariat. Pressing twice changes nothing. */
export async function confirmApplication({ db }: { db: D1Database }, id: string, now: number): Promise<boolean> {
  const row = await db
    .prepare('SELECT contact_address, locale FROM applications WHERE id = ?')
    .bind(id)
    .first<{ contact_address: string | null; locale: string }>()
  if (!row || row.contact_address === null) return false
  await commit(
    db,
    [
      db.prepare("UPDATE applications SET state = 'submitted', version = version + 1, updated_at = ?2 WHERE id = ?1 AND state = 'unverified'").bind(id, now),
      mailRow(db, { id: `${id}.received`, kind: 'application-received', address: row.contact_address, locale: row.locale, facts: { application: id } }, now),
      mailsToHolders(
        db,
        { idPrefix: id, kind: 'application-arrived', roles: ['secretariat-officer', 'secretariat-admin'], scope: COALITION, facts: { application: id } },
        now,
      ),
    ],
    { actor: 'applicant', action: 'application.submitted', object: id },
    now,
  )
  return true
}

/** The applicant answers a question, or takes the application back. */
export async function applicantSays(
  { db }: { db: D1Database },
  id: string,
  { kind, body }: { kind: 'answer' | 'withdrawn'; body: string },
  now: number,
): Promise<Result<null, 'closed'>> {
  const guard =
    kind === 'answer'
      ? db
          .prepare("UPDATE applications SET state = 'submitted', version = version + 1, updated_at = ?2 WHERE id = ?1 AND state IN ('submitted', 'asked')")
          .bind(id, now)
      : db
          .prepare(
            "UPDATE applications SET state = 'withdrawn', version = version + 1, updated_at = ?2, decided_at = ?2 WHERE id = ?1 AND state IN ('submitted', 'asked')",
          )
          .bind(id, now)
  const note = db
    .prepare('INSERT INTO application_notes (id, application_id, at, who, kind, body) VALUES (?, ?, ?, ?, ?, ?)')
    .bind(newId('apn', now), id, now, 'applicant', kind, body)
  const outcome = await commit(db, [guard, note], { actor: 'applicant', action: `application.${kind}`, object: id }, now)
  return outcome === 'done' ? ok(null) : fail('closed')
}
