import { html as markup, raw } from 'hono/html'

/** Markup of a piece of a mail: everything put into it is escaped. */
export type Markup = ReturnType<typeof markup>

/** The type of all text. */
export const FONT = "font-family:'Source Sans 3','Segoe UI',Roboto,Arial,sans-serif;"
/** Style of running text; with it stands class `tx`, of smaller text `MUTED` with class `mu`. */
export const INK = `${FONT}color:#33435c;font-size:17px;line-height:27px;margin:0;`
export const MUTED = `${FONT}color:#56657c;font-size:14px;line-height:22px;margin:0;`

const DARK_RULES = `.bgp{background-color:#0c1424!important}.bgc{background-color:#131d31!important}.tx{color:#eaf0fa!important}.mu{color:#b9c5d9!important}.ln{color:#9db8ff!important}.hr{border-color:#2b3a57!important}.bt{background-color:#9db8ff!important}.bt a{color:#0b1b34!important}`
const STYLE = `:root{color-scheme:light dark;supported-color-schemes:light dark}body{margin:0;padding:0}@media(max-width:620px){.wr{width:100%!important}.px{padding-left:20px!important;padding-right:20px!important}}@media(prefers-color-scheme:dark){${DARK_RULES}}[data-ogsb] .bgc{background-color:#131d31!important}[data-ogsc] .tx{color:#eaf0fa!important}`

/** One row of the table of a mail. */
export const row = (content: unknown, padding = '0 32px 20px'): Markup => markup`<tr><td class="px" style="padding:${padding}">${content}</td></tr>`

/** A line across. */
export const rule = (): Markup => row(markup`<hr class="hr" style="border:0;border-top:1px solid #d5dce8;margin:0">`)

/** A button that leads to `url`. */
export const button = ({ label, url }: { label: string; url: string }): Markup =>
  row(
    markup`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="bt" bgcolor="#1f4bc6" style="background-color:#1f4bc6;border-radius:6px"><a href="${url}" style="${FONT}display:inline-block;padding:12px 22px;font-size:16px;line-height:20px;font-weight:700;color:#ffffff;text-decoration:none">${label}</a></td></tr></table>`,
  )

const tile = (colour: string) =>
  markup`<td width="10" height="10" bgcolor="${colour}" style="background-color:${colour};font-size:0;line-height:0">&nbsp;</td><td width="3"></td>`

/** What stands around the rows of a mail. `preheader`: what a mailbox shows beside the subject; seen nowhere in the mail itself. */
export type FrameParts = { subject: string; heading: string; lang: string; preheader?: string; rows: unknown[] }

/**
 * A whole mail as HTML: a table 600 pixels wide, light and dark, in its language, with the name of the coalition on top. No pictures of
 * its own and nothing that is fetched.
 */
export async function frame({ subject, heading, lang, preheader = '', rows }: FrameParts): Promise<string> {
  const before =
    preheader === ''
      ? ''
      : markup`<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:#f5f7fb">${preheader}</div>`
  return String(
    await markup`<!doctype html><html lang="${lang}" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${subject}</title><style>${raw(STYLE)}</style></head><body class="bgp" bgcolor="#f5f7fb" style="margin:0;background-color:#f5f7fb">${before}<div role="article" aria-roledescription="email" aria-label="${subject}" lang="${lang}" dir="ltr"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="bgp" bgcolor="#f5f7fb"><tr><td align="center" style="padding:24px 8px"><table role="presentation" width="600" class="wr bgc" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="max-width:600px;background-color:#ffffff"><tr><td class="px" style="padding:24px 32px 20px"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>${tile('#1f4bc6')}${tile('#1f4bc6')}${tile('#ffc83d')}<td style="padding-left:10px"><span class="tx" style="${FONT}font-size:17px;line-height:20px;font-weight:700;color:#0b1b34">EU STEM Coalition</span></td></tr></table></td></tr><tr><td class="px" style="padding:8px 32px 16px"><h1 class="tx" style="${FONT}margin:0;font-size:28px;line-height:34px;letter-spacing:-.01em;color:#0b1b34">${heading}</h1></td></tr>${rows}</table></td></tr></table></div></body></html>`,
  )
}

/** The same mail as one sees it whose device is light, or dark, whatever the device that looks now: for a preview. */
export const asSeenIn = (html: string, scheme: 'light' | 'dark'): string =>
  html
    .replace('@media(prefers-color-scheme:dark)', scheme === 'dark' ? '@media all' : '@media not all')
    .replace(':root{color-scheme:light dark;', `:root{color-scheme:${scheme};`)
