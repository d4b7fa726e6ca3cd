import { html as markup } from 'hono/html'
import type { ShippedLocale } from '@stem/i18n/locales'
import { translator } from '@stem/i18n/translate'
import { button, FONT, frame, INK, MUTED, row } from './frame.ts'
import { headerText, type Threading } from './message.ts'

/** A piece of a letter, in the order it is read. */
export type Part =
  | { paragraph: string }
  | { button: { label: string; url: string } }
  | { code: string }
  | { facts: (readonly [string, string])[] }
  | { links: readonly { label: string; url: string; about: string }[] }
  | { small: string }

/** What a mail says, before it has a shape. */
export type Letter = {
  subject: string
  heading: string
  parts: Part[]
  /** Why the receiver gets this mail; stands at its end. */
  reason: string
  /** How the mail belongs to a conversation that can be answered by mail; without it nobody reads an answer. */
  thread?: Threading
}

/** A mail in both its shapes. */
export type Composed = { subject: string; html: string; text: string }

function htmlOf(part: Part) {
  if ('paragraph' in part) return row(markup`<p class="tx" style="${INK}">${part.paragraph}</p>`)
  if ('small' in part) return row(markup`<p class="mu" style="${MUTED}">${part.small}</p>`)
  if ('code' in part)
    return row(
      markup`<p class="tx" style="font-family:ui-monospace,Consolas,monospace;font-size:28px;line-height:36px;letter-spacing:4px;font-weight:700;color:#0b1b34;margin:0">${part.code}</p>`,
    )
  if ('facts' in part)
    return row(
      markup`<table role="presentation" cellpadding="0" cellspacing="0" border="0">${part.facts.map(
        ([name, value]) =>
          markup`<tr><td class="mu" style="${FONT}color:#56657c;font-size:15px;line-height:24px;padding:2px 16px 2px 0;vertical-align:top">${name}</td><td class="tx" style="${FONT}color:#0b1b34;font-size:15px;line-height:24px;padding:2px 0">${value}</td></tr>`,
      )}</table>`,
    )
  if ('links' in part)
    return row(
      part.links.map(
        ({ label, url, about }) =>
          markup`<p class="tx" style="${FONT}color:#0b1b34;font-size:15px;line-height:24px;margin:0 0 8px"><a class="tx" href="${url}" style="color:#1f4bc6;font-weight:700">${label}</a><br>${about}</p>`,
      ),
    )
  return button(part.button)
}

function textOf(part: Part): string {
  if ('paragraph' in part) return part.paragraph
  if ('small' in part) return part.small
  if ('code' in part) return `    ${part.code}`
  if ('facts' in part) return part.facts.map(([name, value]) => `${name}: ${value}`).join('\n')
  if ('links' in part) return part.links.map(({ label, url, about }) => `${label}: ${about}\n${url}`).join('\n\n')
  return `${part.button.label}:\n${part.button.url}`
}

/**
 * Both shapes of a letter. No pictures, no tracking, nothing that is only in one of them; everything in `letter` is text and
 * is escaped.
 */
export async function compose(letter: Letter, locale: ShippedLocale): Promise<Composed> {
  const t = translator(locale)
  const subject = headerText(letter.subject)
  const end = row(markup`<p class="mu" style="${MUTED}">${letter.reason}<br>${t('mail.from')}</p>`)
  const html = await frame({ subject, heading: letter.heading, lang: locale, rows: [...letter.parts.map(htmlOf), end] })
  const text = [letter.heading, ...letter.parts.map(textOf), '--', letter.reason, t('mail.from'), ''].join('\n\n')
  return { subject, html, text }
}
