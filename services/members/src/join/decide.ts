import type { Principal } from '@stem/contracts/context'
import { commit } from '@stem/jobs/commit'
import { newId } from '@stem/jobs/ids'
import { mailRow } from '@stem/mail/mails-table'
import { fail, ok, type Result } from '@stem/web/result'
import { invitationRows } from '../invitations/invite.ts'
import { loadOrganisation } from '../register/load-organisation.ts'
import { fold } from '@stem/i18n/fold'
import { saveOrganisation, type Organisation } from '../register/save-organisation.ts'
import { covers, scopesFor } from '../rights/rights.ts'
import { organisationScope } from '../rights/roles.ts'
import { applicationFor, type ApplicationRow } from './read-application.ts'

/** What a reviewer does. `organisationId`: the record of the register that the applicant is, or null for a new one. `version`: what the reviewer saw. */
export type Decision = { kind: 'question' | 'accepted' | 'refused'; body: string; organisationId: string | null; version: number }

type Deps = { db: D1Database }
type Refusal = 'unknown' | 'conflict_of_interest' | 'stale' | 'no_record'

const slugOf = (name: string): string =>
  fold(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80) || 'organisation'

const MOST_NAMESAKES = 200

/** A slug nobody has had: the name, with a number behind it when it is taken. */
async function freeSlug(db: D1Database, name: string): Promise<string> {
  const wanted = slugOf(name)
  const candidates = [wanted, ...Array.from({ length: MOST_NAMESAKES }, (_, index) => `${wanted}-${index + 2}`)]
  const row = await db
    .prepare(
      `SELECT c.value AS slug FROM json_each(?) c WHERE NOT EXISTS (SELECT 1 FROM organisation_addresses WHERE slug = c.value)
         AND NOT EXISTS (SELECT 1 FROM organisations WHERE slug = c.value) ORDER BY c.key LIMIT 1`,
    )
    .bind(JSON.stringify(candidates))
    .first<{ slug: string }>()
  return row?.slug ?? `${wanted}-${crypto.randomUUID().slice(0, 8)}`
}

async function memberFrom(db: D1Database, application: ApplicationRow, organisationId: string | null, now: number): Promise<Organisation | null> {
  const { name, country, kind, website, description } = application
  if (organisationId !== null) {
    const known = await loadOrganisation({ db }, organisationId)
    if (!known || known.country !== country) return null
    return {
      ...known,
      standing: 'member',
      visibility: 'public',
      website: known.website ?? website,
      description: known.description ?? description,
      version: known.version + 1,
    }
  }
  return {
    id: newId('org', now),
    sourceKey: null,
    slug: await freeSlug(db, name),
    name,
    country,
    region: null,
    kind,
    role: null,
    standing: 'member',
    organisationType: null,
    website,
    description,
    sourceUrl: website,
    caution: null,
    visibility: 'public',
    fingerprint: null,
    version: 1,
    createdAt: now,
    profile: null,
  }
}

/**
 * Asks, accepts or refuses. Acceptance makes the organisation a member in the register and invites its contact to manage it, all in
 * one batch. Nobody decides an application they are the contact of.
 */
export async function decideApplication(
  { db }: Deps,
  who: Principal,
  id: string,
  { kind, body, organisationId, version }: Decision,
  now: number,
): Promise<Result<null, Refusal>> {
  const found = await applicationFor({ db }, who, id)
  if (!found) return fail('unknown')
  const { application } = found
  const action = kind === 'question' ? 'application.ask' : 'application.decide'
  if (!covers(scopesFor(who, action), { id: '', country: application.country })) return fail('unknown')
  const own = await db.prepare('SELECT address_key AS key FROM persons WHERE id = ?').bind(who.personId).first<{ key: string | null }>()
  if (own?.key === application.contactKey) return fail('conflict_of_interest')
  const member = kind === 'accepted' ? await memberFrom(db, application, organisationId, now) : null
  if (kind === 'accepted' && !member) return fail('no_record')
  const state = kind === 'question' ? 'asked' : kind
  const { contactAddress: address, locale } = application
  const guard = db
    .prepare(
      `UPDATE applications SET state = ?3, version = version + 1, updated_at = ?4, organisation_id = ?5, decided_at = CASE WHEN ?3 = 'asked' THEN NULL ELSE ?4 END
       WHERE id = ?1 AND version = ?2 AND state IN ('submitted', 'asked')`,
    )
    .bind(id, version, state, now, member?.id ?? null)
  const note = db
    .prepare('INSERT INTO application_notes (id, application_id, at, who, kind, body) VALUES (?, ?, ?, ?, ?, ?)')
    .bind(newId('apn', now), id, now, who.personId, kind, body)
  const rows = [guard, note]
  if (member && address !== null) {
    const offer = { address, role: 'organisation-manager' as const, scope: organisationScope(member.id), locale, formKey: id }
    rows.push(...saveOrganisation(db, member, who.personId, now), ...invitationRows(db, offer, who.personId, 'application-accepted', now))
  } else if (address !== null) {
    rows.push(mailRow(db, { id: newId('eml', now), kind: `application-${kind}`, address, locale, facts: { application: id, body } }, now))
  }
  const entry = { actor: who.personId, action: `application.${kind}`, object: id, detail: { organisation: member?.id ?? null } }
  return (await commit(db, rows as [D1PreparedStatement, ...D1PreparedStatement[]], entry, now)) === 'done' ? ok(null) : fail('stale')
}
