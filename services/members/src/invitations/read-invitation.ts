import { deriveToken, sameText } from '@stem/jobs/tokens'

/** An invitation as the invited person reads it. */
export type Invited = { id: string; role: string; scope: string; organisation: string | null; inviter: string | null; expiresAt: number }
/** An invitation with the address it is bound to. */
export type OpenInvitation = Invited & { address: string; addressKey: string; locale: string }

const COLUMNS = `i.id, i.role, i.scope, i.address, i.address_key AS addressKey, i.locale, i.expires_at AS expiresAt, o.name AS organisation, p.name AS inviter
  FROM invitations i LEFT JOIN organisations o ON i.scope = 'organisation:' || o.id LEFT JOIN persons p ON p.id = i.invited_by`

/** Invitations that wait for a person's answer. */
export async function invitationsOf({ db }: { db: D1Database }, personId: string, now: number): Promise<Invited[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} JOIN persons me ON me.address_key = i.address_key WHERE me.id = ? AND i.state = 'sent' AND i.expires_at > ? ORDER BY i.created_at LIMIT 20`,
    )
    .bind(personId, now)
    .all<Invited>()
  return results
}

/** The invitation that a link of a mail names, while it can be answered. */
export async function invitationBy(
  { db, key }: { db: D1Database; key: string },
  { id, token }: { id: string; token: string },
  now: number,
): Promise<OpenInvitation | null> {
  if (!sameText(token, await deriveToken(key, 'invitation', id))) return null
  return db.prepare(`SELECT ${COLUMNS} WHERE i.id = ? AND i.state = 'sent' AND i.expires_at > ?`).bind(id, now).first<OpenInvitation>()
}
