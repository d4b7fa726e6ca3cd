import { fold } from '@stem/i18n/fold'
import type { SpamReason } from './reasons.ts'

/** What the rules look at. */
export type Judged = { name: string; organisation: string | null; text: string }

const MOST_LINKS = 8
const FEWEST_LETTERS = 25
const LINK = /\bhttps?:\/\/[^\s<>"')\]]+|\bwww\.[^\s<>"')\]]+/gi
const MARKUP = /<a\s[^>]*href\s*=|\[(?:url|link)\s*=?[^\]]*\]/i

/** What advertising says in the languages it comes in. One of them alone proves nothing: somebody may ask about the very thing. */
const PHRASES = [
  'backlink',
  'guest post',
  'sponsored post',
  'link insertion',
  'domain authority',
  'seo service',
  'seo agency',
  'rank higher on google',
  'first page of google',
  'increase your traffic',
  'buy followers',
  'online casino',
  'casino bonus',
  'payday loan',
  'personal loan offer',
  'business loan offer',
  'crypto investment',
  'bitcoin investment',
  'guaranteed returns',
  'make money online',
  'earn money from home',
  'work from home and earn',
  'viagra',
  'cialis',
  'weight loss pill',
  'replica watches',
  'adult dating',
  'hot singles',
  'casino en ligne',
  'pret entre particulier',
  'offre de pret',
  'kredit ohne schufa',
  'gastartikel',
  'casino sin deposito',
  'prestamos rapidos',
  'καζινο',
  'βγαλτε χρηματα',
  'казино',
  'заработок в интернете',
  'продвижение сайтов',
].map((phrase) => fold(phrase))
const PHRASES_ALONE = 2

const plain = (text: string): string =>
  fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether words of advertising stand in the text: two of them, or one beside a link. */
function advertises(text: string, links: number): boolean {
  const words = ` ${plain(text)}`
  const found = PHRASES.filter((phrase) => words.includes(` ${phrase}`)).length
  return found >= PHRASES_ALONE || (found === 1 && links > 0)
}

/**
 * Why a text is taken for advertising, or null. Rules are few and careful: what they catch waits in a view of its own and is read by
 * people, and an honest request that is caught waits longer than it should.
 */
export function suspectText({ name, organisation, text }: Judged): SpamReason | null {
  if (/https?:\/\/|\bwww\./i.test(name)) return 'name'
  if (MARKUP.test(text) || MARKUP.test(organisation ?? '')) return 'markup'
  const links = text.match(LINK) ?? []
  if (links.length > MOST_LINKS) return 'links'
  if (links.length > 0 && text.replaceAll(LINK, '').replaceAll(/[^\p{L}]/gu, '').length < FEWEST_LETTERS) return 'bare-link'
  return advertises(`${organisation ?? ''} ${text}`, links.length) ? 'phrases' : null
}
