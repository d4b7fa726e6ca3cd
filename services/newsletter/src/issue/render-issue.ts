import { html as markup, raw } from 'hono/html'
import { formats } from '@stem/i18n/format'
import { localPath, type ShippedLocale } from '@stem/i18n/locales'
import { translator, type Key } from '@stem/i18n/translate'
import { button, FONT, frame, INK, MUTED, row, rule, type Markup } from '@stem/mail/frame'
import type { Composed } from '@stem/mail/letter'
import { headerText } from '@stem/mail/message'
import type { Block, IssueText, ItemSnapshot } from './issue.ts'
import { inlinesOf, linkAddress, paragraphsOf, picturePath, type Place } from './links.ts'

/** Where the links of one reader lead; `web`: the issue in the public archive, when it stands there. */
export type IssueLinks = { preferences: string; unsubscribe: string; web: string | null }

/** What an issue is rendered from. `locale`: the language of the text, so also of what stands around it. */
export type Rendering = {
  text: IssueText
  locale: ShippedLocale
  origin: string
  links: IssueLinks
  reason?: string
  isTest?: boolean
  /** Where a link of the text leads instead, so that it can be counted in all; the footer says so. The plain text keeps the links as they are. */
  counted?: (url: string) => string
}

type HtmlPlace = Place & { counted: (url: string) => string }

/** Most bytes of the HTML part: beyond it mailboxes cut the end off, and with it the way out. */
export const MOST_BYTES = 102 * 1024

const LINK = 'color:#1f4bc6;'
const HEADING = `${FONT}margin:0;font-size:20px;line-height:26px;color:#0b1b34;`

const anchor = (words: string, url: string, style = LINK): Markup => markup`<a class="ln" href="${url}" style="${style}">${words}</a>`

function lineOf(line: string, place: HtmlPlace): unknown[] {
  return inlinesOf(line).map(({ words, url }) => {
    const address = url === null ? null : linkAddress(url, place)
    return address === null ? words : anchor(words, place.counted(address))
  })
}

/** The kind, country and date of an item as one line; of an event the date comes first. */
export function metaOf({ type, country, date, end }: ItemSnapshot, locale: ShippedLocale): string {
  const f = formats(locale)
  const kind = translator(locale)(`composer.type.${type}` as Key)
  const land = country === null || country === 'EU' ? [] : [f.countryName(country)]
  const day = date === null ? [] : [f.dateRange(date, end)]
  return (type === 'event' ? [...day, kind, ...land] : [kind, ...land, ...day]).join(', ')
}

/** Where an item can be read: on this site, elsewhere, or nowhere. */
export const itemAddress = ({ path, url }: ItemSnapshot, { origin, locale }: Place): string | null =>
  path !== null ? origin + localPath(locale, path) : url !== null ? linkAddress(url, { origin, locale }) : null

function htmlOf(block: Block, place: HtmlPlace): Markup | string {
  const { origin, locale } = place
  switch (block.kind) {
    case 'heading':
      return row(markup`<h2 class="tx" style="${HEADING}">${block.text}</h2>`, '8px 32px 10px')
    case 'text':
      return row(
        paragraphsOf(block.text).map(
          (lines, index) =>
            markup`<p class="tx" style="${INK}${index === 0 ? '' : 'margin-top:14px;'}">${lines.flatMap((line, at) => [...(at === 0 ? [] : [raw('<br>')]), ...lineOf(line, place)])}</p>`,
        ),
      )
    case 'item':
    case 'event': {
      const { item } = block
      const address = itemAddress(item, place)
      const lang = item.locale === locale ? '' : raw(` lang="${item.locale.replaceAll(/[^a-z]/g, '')}"`)
      const title = address === null ? item.title : anchor(item.title, place.counted(address))
      return row(
        markup`<p class="mu" style="${MUTED}margin-bottom:4px;${block.kind === 'event' ? 'font-weight:700;' : ''}">${metaOf(item, locale)}</p><h3 class="tx" style="${HEADING}font-size:18px;line-height:24px;margin-bottom:6px;"${lang}>${title}</h3>${item.summary === '' ? '' : markup`<p class="tx" style="${FONT}margin:0;font-size:16px;line-height:25px;color:#33435c"${lang}>${item.summary}</p>`}`,
        '0 32px 24px',
      )
    }
    case 'quote':
      return row(
        markup`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td width="3" bgcolor="#ffc83d" style="background-color:#ffc83d;font-size:0;line-height:0">&nbsp;</td><td style="padding-left:16px"><p class="tx" style="${INK}font-size:19px;line-height:29px;">${block.words.split('\n').flatMap((line, index) => (index === 0 ? [line] : [raw('<br>'), line]))}</p><p class="mu" style="${MUTED}margin-top:6px;">${block.who}</p></td></tr></table>`,
        '4px 32px 24px',
      )
    case 'button': {
      const url = linkAddress(block.url, place)
      return url === null ? row(markup`<p class="tx" style="${INK}">${block.label}</p>`) : button({ label: block.label, url: place.counted(url) })
    }
    case 'image': {
      const path = picturePath(block.url, origin)
      return path === null
        ? ''
        : row(
            markup`<img src="${origin + path}" alt="${block.decorative ? '' : block.alt}" width="536" border="0" style="display:block;width:100%;max-width:536px;height:auto">`,
          )
    }
  }
}

function textOf(block: Block, place: Place): string | null {
  switch (block.kind) {
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(60, [...block.text].length))}`
    case 'text':
      return paragraphsOf(block.text)
        .map((lines) =>
          lines
            .map((line) =>
              inlinesOf(line)
                .map(({ words, url }) => {
                  const address = url === null ? null : linkAddress(url, place)
                  return address === null ? words : `${words} (${address})`
                })
                .join(''),
            )
            .join('\n'),
        )
        .join('\n\n')
    case 'item':
    case 'event': {
      const { item } = block
      return [metaOf(item, place.locale), item.title, item.summary, itemAddress(item, place) ?? ''].filter((line) => line !== '').join('\n')
    }
    case 'quote':
      return `${translator(place.locale)('campaigns.quote', { words: block.words })}\n– ${block.who}`
    case 'button': {
      const url = linkAddress(block.url, place)
      return url === null ? block.label : `${block.label}:\n${url}`
    }
    case 'image':
      return block.decorative || block.alt === '' || picturePath(block.url, place.origin) === null ? null : `[${block.alt}]`
  }
}

/** What an issue says as plain text, piece by piece, the subject first. */
export const issueText = ({ subject, blocks }: IssueText, place: Place): string[] => [subject, ...blocks.flatMap((block) => textOf(block, place) ?? [])]

/**
 * Both shapes of an issue for one reader, from one document: whatever is in the one is in the other. Everything in it is text and is
 * escaped; an address that must not stand in a mail becomes plain words. The same input gives the same bytes.
 */
export async function renderIssue({ text: issue, locale, origin, links, isTest = false, reason, counted }: Rendering): Promise<Composed> {
  const t = translator(locale)
  const place = { origin, locale }
  const subject = headerText(isTest ? t('composer.test.subject', { subject: issue.subject }) : issue.subject)
  const why = reason ?? t('composer.reason')
  const ways = [
    [t('newsletter.leave'), links.unsubscribe],
    [t('composer.preferences'), links.preferences],
    ...(links.web === null ? [] : [[t('composer.web'), links.web] as const]),
  ] as const
  const end = row(
    markup`<p class="mu" style="${MUTED}">${why}${counted ? ` ${t('composer.counts-links.footer')}` : ''}</p><p class="mu" style="${MUTED}margin-top:6px;">${ways.flatMap(([words, url], index) => [...(index === 0 ? [] : [raw(' &nbsp; ')]), anchor(words, url)])}</p><p class="mu" style="${MUTED}margin-top:6px;">${t('mail.from')}</p>`,
    '0 32px 32px',
  )
  const notice = isTest ? [row(markup`<p class="mu" style="${MUTED}font-weight:700;">${t('composer.test.notice')}</p>`)] : []
  const html = await frame({
    subject,
    heading: issue.subject,
    lang: locale,
    preheader: issue.preheader,
    rows: [...notice, ...issue.blocks.map((block) => htmlOf(block, { ...place, counted: counted ?? ((url) => url) })), rule(), end],
  })
  const text = [
    ...(isTest ? [t('composer.test.notice')] : []),
    ...issueText(issue, place),
    '--',
    why,
    ...ways.map(([words, url]) => `${words}:\n${url}`),
    t('mail.from'),
    '',
  ].join('\n\n')
  return { subject, html, text }
}
