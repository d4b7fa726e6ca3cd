import { localPath, type ShippedLocale } from '@stem/i18n/locales'
import type { Composed } from '@stem/mail/letter'
import type { Campaign } from '../campaigns/campaign.ts'
import { countedLinks } from './counted-links.ts'
import { languageFor } from './issue.ts'
import { renderIssue } from './render-issue.ts'
import { contentOf } from './version-of.ts'

/** What is different for each reader: language, and the links that are theirs alone. */
export type ReaderLinks = { locale: ShippedLocale; unsubscribe: string; preferences: string }

// No address of a reader: such a domain never exists (RFC 2606), so they are found again in the bytes.
const UNSUBSCRIBE = 'https://unsubscribe.invalid/'
const PREFERENCES = 'https://preferences.invalid/'

const ESCAPES: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;', "'": '&#39;' }
const escaped = (url: string): string => url.replaceAll(/[&"<>']/g, (letter) => ESCAPES[letter] ?? letter)

/**
 * Makes what writes a campaign for one reader after the other: in their language, else in English, else in the first that is complete.
 * Each language is rendered once; only the links of the reader are put in for each. A campaign that is complete in no language throws.
 */
export function renderCampaign(origin: string): (campaign: Campaign, reader: ReaderLinks) => Promise<Composed & { locale: ShippedLocale }> {
  const rendered = new Map<string, Composed>()
  return async (campaign, { locale: wish, unsubscribe, preferences }) => {
    const content = contentOf(campaign)
    const locale = languageFor(content, wish)
    if (locale === null) throw new Error('a campaign that is complete in no language')
    const key = `${campaign.id} ${campaign.version} ${campaign.archivedAt ?? ''} ${locale}`
    const web = campaign.slug === null || campaign.archivedAt === null ? null : `${origin}${localPath(locale, `/newsletter/archive/${campaign.slug}`)}`
    const numbers = new Map(campaign.countsLinks ? countedLinks(content[locale], { origin, locale }).map((url, number) => [url, number]) : [])
    const counted = (url: string): string => {
      const number = numbers.get(url)
      return number === undefined ? url : `${origin}${localPath(locale, `/newsletter/links/${campaign.id}/${number}`)}`
    }
    const links = { unsubscribe: UNSUBSCRIBE, preferences: PREFERENCES, web }
    const known =
      rendered.get(key) ?? (await renderIssue({ text: content[locale], locale, origin, links, counted: campaign.countsLinks ? counted : undefined }))
    rendered.set(key, known)
    const own = (text: string, write: (url: string) => string) =>
      text.replaceAll(UNSUBSCRIBE, () => write(unsubscribe)).replaceAll(PREFERENCES, () => write(preferences))
    return { subject: known.subject, html: own(known.html, escaped), text: own(known.text, (url) => url), locale }
  }
}
