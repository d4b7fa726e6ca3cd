import { html as markup, raw } from 'hono/html'
import type { ShippedLocale } from '@stem/i18n/locales'
import { translator } from '@stem/i18n/translate'
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

const FONT = "font-family:'Source Sans 3','Segoe UI',Roboto,Arial,sans-serif;"
const INK = `${FONT}color:#33435c;font-size:17px;line-height:27px;margin:0;`

const rowOf = (content: unknown) => markup`<tr><td class="px" style="padding:0 32px 20px">${content}</td></tr>`

function htmlOf(part: Part) {
  if ('paragraph' in part) return rowOf(markup`<p class="tx" style="${INK}">${part.paragraph}</p>`)
  if ('small' in part) return rowOf(markup`<p class="mu" style="${FONT}color:#56657c;font-size:14px;line-height:22px;margin:0">${part.small}</p>`)
  if ('code' in part)
    return rowOf(
      markup`<p class="tx" style="font-family:ui-monospace,Consolas,monospace;font-size:28px;line-height:36px;letter-spacing:4px;font-weight:700;color:#0b1b34;margin:0">${part.code}</p>`,
    )
  if ('facts' in part)
    return rowOf(
      markup`<table role="presentation" cellpadding="0" cellspacing="0" border="0">${part.facts.map(
        ([name, value]) =>
          markup`<tr><td class="mu" style="${FONT}color:#56657c;font-size:15px;line-height:24px;padding:2px 16px 2px 0;vertical-align:top">${name}</td><td class="tx" style="${FONT}color:#0b1b34;font-size:15px;line-height:24px;padding:2px 0">${value}</td></tr>`,
      )}</table>`,
    )
  if ('links' in part)
    return rowOf(
      part.links.map(
        ({ label, url, about }) =>
          markup`<p class="tx" style="${FONT}color:#0b1b34;font-size:15px;line-height:24px;margin:0 0 8px"><a class="tx" href="${url}" style="color:#1f4bc6;font-weight:700">${label}</a><br>${about}</p>`,
      ),
    )
  return rowOf(
    markup`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="bt" bgcolor="#1f4bc6" style="background-color:#1f4bc6;border-radius:6px"><a href="${part.button.url}" style="${FONT}display:inline-block;padding:12px 22px;font-size:16px;line-height:20px;font-weight:700;color:#ffffff;text-decoration:none">${part.button.label}</a></td></tr></table>`,
  )
}

function textOf(part: Part): string {
  if ('paragraph' in part) return part.paragraph
  if ('small' in part) return part.small
  if ('code' in part) return `    ${part.code}`
  if ('facts' in part) return part.facts.map(([name, value]) => `${name}: ${value}`).join('\n')
  if ('links' in part) return part.links.map(({ label, url, about }) => `${label}: ${about}\n${url}`).join('\n\n')
  return `${part.button.label}:\n${part.button.url}`
}

const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}body{margin:0;padding:0}@media(max-width:620px){.wr{width:100%!important}.px{padding-left:20px!important;padding-right:20px!important}}@media(prefers-color-scheme:dark){.bgp{background-color:#0c1424!important}.bgc{background-color:#131d31!important}.tx{color:#eaf0fa!important}.mu{color:#b9c5d9!important}.bt{background-color:#9db8ff!important}.bt a{color:#0b1b34!important}}[data-ogsb] .bgc{background-color:#131d31!important}[data-ogsc] .tx{color:#eaf0fa!important}`

const tile = (colour: string) =>
  markup`<td width="10" height="10" bgcolor="${colour}" style="background-color:${colour};font-size:0;line-height:0">&nbsp;</td><td width="3"></td>`

/**
 * Both shapes of a letter. No pictures, no tracking, nothing that is only in one of them; everything in `letter` is text and
 * is escaped.
 */
export async function compose(letter: Letter, locale: ShippedLocale): Promise<{ subject: string; html: string; text: string }> {
  const t = translator(locale)
  const subject = headerText(letter.subject)
  const html =
    await markup`<!doctype html><html lang="${locale}" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${subject}</title><style>${raw(DARK)}</style></head><body class="bgp" bgcolor="#f5f7fb" style="margin:0;background-color:#f5f7fb"><div role="article" aria-roledescription="email" aria-label="${subject}" lang="${locale}"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="bgp" bgcolor="#f5f7fb"><tr><td align="center" style="padding:24px 8px"><table role="presentation" width="600" class="wr bgc" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="max-width:600px;background-color:#ffffff"><tr><td class="px" style="padding:24px 32px 20px"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>${tile('#1f4bc6')}${tile('#1f4bc6')}${tile('#ffc83d')}<td style="padding-left:10px"><span class="tx" style="${FONT}font-size:17px;line-height:20px;font-weight:700;color:#0b1b34">EU STEM Coalition</span></td></tr></table></td></tr><tr><td class="px" style="padding:8px 32px 16px"><h1 class="tx" style="${FONT}margin:0;font-size:28px;line-height:34px;letter-spacing:-.01em;color:#0b1b34">${letter.heading}</h1></td></tr>${letter.parts.map(htmlOf)}${rowOf(markup`<p class="mu" style="${FONT}color:#56657c;font-size:14px;line-height:22px;margin:0">${letter.reason}<br>${t('mail.from')}</p>`)}</table></td></tr></table></div></body></html>`
  const text = [letter.heading, ...letter.parts.map(textOf), '--', letter.reason, t('mail.from'), ''].join('\n\n')
  return { subject, html: String(html), text }
}
