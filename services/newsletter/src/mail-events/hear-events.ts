import { insist } from '@stem/jobs/lost'
import { hear } from '../feedback/hear.ts'
import { sentMail, type SentMail } from '../feedback/sent-mail.ts'
import { readerKeyOf, type Desk } from '../readers/reader.ts'
import type { MailEvent, Provider } from './mail-event.ts'

/** What happened longer ago tells nothing any more. */
const OLDEST = 30 * 24 * 60 * 60_000

/** Arrived: what was unknown is accepted, and nothing else that was heard is forgotten. */
const arrived = (db: D1Database, { campaignId, addressKey }: SentMail, at: number): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE deliveries SET heard = coalesce(heard, 'delivered'), heard_at = coalesce(heard_at, ?3), why = CASE state WHEN 'unknown' THEN 'heard' ELSE why END,
         state = 'accepted', lease = NULL, lease_until = NULL
       WHERE campaign_id = ?1 AND address_key = ?2 AND state IN ('accepted', 'unknown')`,
    )
    .bind(campaignId, addressKey, at)

/**
 * Hears events of a provider, in any order and however often they come. The mail is found by our own key that came back with the event; the address must be
 * the one it went to. An unknown mail, kind of event or address is no error: it has no effect. How many had one.
 */
export async function hearEvents(desk: Desk, provider: Provider, events: readonly MailEvent[], now: number): Promise<number> {
  let heard = 0
  for (const { eventKey, mail, address, became, at: said } of events) {
    const at = Math.min(said, now)
    const sent = mail === null || became === null || at < now - OLDEST ? null : await sentMail(desk.db, mail)
    if (!sent || became === null) continue
    if (address !== null && (await readerKeyOf(desk, address)) !== sent.addressKey) continue
    if (became.kind === 'delivered') await insist(() => arrived(desk.db, sent, at).run())
    else await hear(desk, sent, { eventKey, kind: became.kind, code: became.code, source: provider, at }, now)
    heard++
  }
  return heard
}
