import { localPath, type ShippedLocale } from '@stem/i18n/locales'
import { deriveToken, sameText } from '@stem/jobs/tokens'
import { readerById, type Desk, type Reader } from './reader.ts'

/**
 * What a link of a reader is for. Each is a token of its own: who has one has none of the others. `preferences` and `unsubscribe` stand
 * in every issue; `data` (export, erasure) and `undo` are made for one moment.
 */
export type LinkPurpose = 'preferences' | 'unsubscribe' | 'data' | 'undo'

/** Milliseconds that a link to export or erase works. */
export const SHORT_LIFE = 60 * 60_000

/** Milliseconds after leaving in which it can be undone. The link ends so long after the moment of leaving, whenever the page is looked at. */
export const UNDO_LIFE = 30 * 60_000

/** Token of a link; `more`: what else it speaks of. */
export const tokenOf = ({ tokenKey }: Pick<Desk, 'tokenKey'>, purpose: LinkPurpose, { id, linkEpoch }: Pick<Reader, 'id' | 'linkEpoch'>, more: string) =>
  deriveToken(tokenKey, `newsletter ${purpose}`, `${id}\n${linkEpoch}\n${more}`)

/** Query of a link of a reader. `campaign`: where it stood; `until`: when it ends, epoch milliseconds, for short ones. */
export async function linkQuery(
  desk: Pick<Desk, 'tokenKey'>,
  purpose: LinkPurpose,
  reader: Pick<Reader, 'id' | 'linkEpoch'>,
  { campaign = '', until = 0 }: { campaign?: string; until?: number } = {},
): Promise<string> {
  const token = await tokenOf(desk, purpose, reader, `${campaign}\n${until}`)
  return new URLSearchParams({ r: reader.id, ...(campaign === '' ? {} : { c: campaign }), ...(until === 0 ? {} : { until: String(until) }), token }).toString()
}

/** Whole address of a link, for a mail. */
export const linkAddress = (origin: string, locale: ShippedLocale, path: string, query: string): string => `${origin}${localPath(locale, path)}?${query}`

/** What the query of a link says, if it has the shape of one. `until`: epoch milliseconds, 0 for links that do not end by time. */
export function wellFormed(params: URLSearchParams): { id: string; campaign: string; until: number; token: string } | null {
  const [id, campaign, until, token] = ['r', 'c', 'until', 'token'].map((name) => params.get(name) ?? '') as [string, string, string, string]
  if (!/^sub_[0-9a-z]{26}$/.test(id) || !/^(cmp_[0-9a-z]{26})?$/.test(campaign) || !/^\d{0,15}$/.test(until) || !/^[0-9a-f]{64}$/.test(token)) return null
  return { id, campaign, until: Number(until), token }
}

/** The reader whose link of this purpose it is, and the campaign it stood in; null for any other. */
export async function readerByLink(
  desk: Desk,
  purpose: LinkPurpose,
  params: URLSearchParams,
  now: number,
): Promise<{ reader: Reader; campaign: string | null; until: number } | null> {
  const said = wellFormed(params)
  if (!said) return null
  const { id, campaign, until, token } = said
  const isShort = purpose === 'data' || purpose === 'undo'
  if (isShort && until < now) return null
  const reader = await readerById(desk.db, id)
  if (!reader || reader.state === 'erased') return null
  const expected = await tokenOf(desk, purpose, reader, `${campaign}\n${until}`)
  return sameText(token, expected) ? { reader, campaign: campaign === '' ? null : campaign, until } : null
}
