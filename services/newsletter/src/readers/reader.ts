import { deriveToken, tokenMaker } from '@stem/jobs/tokens'
import { addressKey } from '@stem/mail/message'
import { open } from '../db/open.ts'
import { ENDED } from '../delivery/claim.ts'
import type { Env } from '../env.ts'
import type { Wish } from '../wish/wish.ts'

/** What the acts of this service need: its database, and the secrets that links and hashes are derived from. */
export type Desk = { db: D1Database; tokenKey: string; addressSecret: string }

/** The desk of a Worker. */
export const deskOf = (env: Env): Desk => ({ db: open(env), tokenKey: env.TOKEN_KEY, addressSecret: env.ADDRESS_KEY })

/** Keyed hash of an address: finds a reader, tells nothing by itself. */
export const readerKeyOf = ({ addressSecret }: Pick<Desk, 'addressSecret'>, address: string): Promise<string> =>
  deriveToken(addressSecret, 'newsletter', addressKey(address))

/** The same for many addresses. */
export async function readerKeyMaker({ addressSecret }: Pick<Desk, 'addressSecret'>): Promise<(address: string) => Promise<string>> {
  const make = await tokenMaker(addressSecret, 'newsletter')
  return (address) => make(addressKey(address))
}

/** States of a reader. */
export type ReaderState = 'active' | 'paused' | 'withdrawn' | 'erased'

/** A reader. `address` is null once erased. */
export type Reader = Wish & {
  id: string
  address: string | null
  addressKey: string
  state: ReaderState
  locale: string
  /** 1 when an organisation of the coalition stands behind the address. */
  isMember: number
  pausedUntil: number | null
  linkEpoch: number
  version: number
  confirmedAt: number
  endedAt: number | null
}

type Row = Omit<Reader, 'topics' | 'countries'> & { topics: string; countries: string }
const COLUMNS = `id, address, address_key AS addressKey, state, locale, frequency, topics, countries, is_member AS isMember, paused_until AS pausedUntil, link_epoch AS linkEpoch,
  version, confirmed_at AS confirmedAt, ended_at AS endedAt`

const asReader = (row: Row): Reader => ({
  ...row,
  topics: JSON.parse(row.topics) as Reader['topics'],
  countries: JSON.parse(row.countries) as string[],
})

/** A reader by id, or null. */
export async function readerById(db: D1Database, id: string): Promise<Reader | null> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM subscribers WHERE id = ?`).bind(id).first<Row>()
  return row && asReader(row)
}

/** The reader of an address, or null. */
export async function readerByKey(db: D1Database, key: string): Promise<Reader | null> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM subscribers WHERE address_key = ?`).bind(key).first<Row>()
  return row && asReader(row)
}

/** Statement that stops what still waits to be sent to a reader: effective at the very next claim. */
export const cancelWaiting = (db: D1Database, readerId: string, why: string, now: number): D1PreparedStatement =>
  db.prepare(`UPDATE deliveries SET state = ${ENDED}, why = ?2, settled_at = ?3 WHERE subscriber_id = ?1 AND state = 'pending'`).bind(readerId, why, now)
