import { deriveToken, sameText } from '@stem/jobs/tokens'
import type { Desk } from '../readers/reader.ts'

/** The two mailboxes that have to agree. */
export const SIDES = ['old', 'new'] as const
/** One of them. */
export type Side = (typeof SIDES)[number]

/** A wish for another address. `address`: the new one. Done when both sides have a time. */
export type AddressChange = {
  id: string
  subscriberId: string
  address: string
  addressKey: string
  oldAt: number | null
  newAt: number | null
  askedAt: number
  expiresAt: number
}

/** The secret part of the link that goes to one side: good for this change and this side alone. */
export const changeToken = ({ tokenKey }: Pick<Desk, 'tokenKey'>, id: string, side: Side): Promise<string> =>
  deriveToken(tokenKey, `newsletter change-${side}`, id)

const SELECT = `SELECT id, subscriber_id AS subscriberId, address, address_key AS addressKey, old_at AS oldAt, new_at AS newAt, asked_at AS askedAt,
  expires_at AS expiresAt FROM address_changes`

/** The wish by id alone: for the mails about it. */
export const changeById = (db: D1Database, id: string): Promise<AddressChange | null> => db.prepare(`${SELECT} WHERE id = ?`).bind(id).first<AddressChange>()

/** The wish of a reader; null for none. */
export const changeOf = (db: D1Database, readerId: string): Promise<AddressChange | null> =>
  db.prepare(`${SELECT} WHERE subscriber_id = ?`).bind(readerId).first<AddressChange>()

/** The wish that a mailed link belongs to, and whose link it is; null for one that is wrong, replaced or too old. Looking changes nothing. */
export async function changeByLink(desk: Desk, params: URLSearchParams, now: number): Promise<{ change: AddressChange; side: Side } | null> {
  const [id, token] = [params.get('id') ?? '', params.get('token') ?? '']
  const side = SIDES.find((one) => one === params.get('side'))
  if (!side || !/^chg_[0-9a-z]{26}$/.test(id) || !sameText(token, await changeToken(desk, id, side))) return null
  const change = await changeById(desk.db, id)
  return change && change.expiresAt > now ? { change, side } : null
}

/** Whether both sides have agreed, and it is so. */
export const isDone = ({ oldAt, newAt }: Pick<AddressChange, 'oldAt' | 'newAt'>): boolean => oldAt !== null && newAt !== null
