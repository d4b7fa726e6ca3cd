/**
 * What the ledger of consents records. `requested`: asked by a form; `confirmed`: the button behind the mailed link was pressed;
 * `changed`, `paused`, `resumed`: by the reader; `withdrawn`: left, by whatever way; `expired`: never confirmed; `imported`: brought in
 * with a basis; `objected`: a complaint or an objection; `erased`: forgotten on request.
 */
export const CONSENT_KINDS = ['requested', 'confirmed', 'changed', 'paused', 'resumed', 'withdrawn', 'expired', 'imported', 'objected', 'erased'] as const
/** A kind of entry. */
export type ConsentKind = (typeof CONSENT_KINDS)[number]

/** What belongs to an entry, by kind: codes, hashes and dates, never an address or a name. */
export type ConsentDetail = Record<string, string | number | boolean | null | readonly string[]>

/** A new entry of the ledger. `addressKey`: keyed hash of the address. */
export type NewConsent = { kind: ConsentKind; addressKey: string; subscriberId: string | null; detail: ConsentDetail }

/** An entry as it is kept; `hash` covers the others and the hash of the entry before. `detail` is JSON. */
export type Consent = {
  seq: number
  at: number
  kind: ConsentKind
  addressKey: string
  subscriberId: string | null
  detail: string
  previous: string
  hash: string
}

/** The purpose that every consent of this service is for. */
export const PURPOSE = 'newsletter of the EU STEM Coalition'
