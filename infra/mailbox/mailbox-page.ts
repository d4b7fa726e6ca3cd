import type { Arrived } from './messages.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter)

const STYLE = `:root{color-scheme:light dark;font:1.0625rem/1.55 'Source Sans 3','Segoe UI',Arial,sans-serif}body{max-inline-size:60rem;margin:0 auto;padding:1.5rem 1rem;color:light-dark(#0b1b34,#eaf0fa);background:light-dark(#fff,#0c1424)}a{color:light-dark(#1f4bc6,#9db8ff)}h1{font-size:1.6rem;margin:0 0 .25rem}ul{list-style:none;padding:0}li{border-block-start:1px solid light-dark(#d5dce8,#2b3a57);padding:.75rem 0}li a{font-weight:600}p{margin:.25rem 0}.m{color:light-dark(#56657c,#98a6bf);font-size:.9375rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;border:1px solid light-dark(#d5dce8,#2b3a57);border-radius:10px;padding:1rem}iframe{inline-size:100%;block-size:34rem;border:1px solid light-dark(#d5dce8,#2b3a57);border-radius:10px;background:#fff}`

const frame = (title: string, main: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title><style>${STYLE}</style></head><body><main>${main}</main></body></html>`

const time = (at: string): string => at.replace('T', ' ').slice(0, 19)

/** The list of mails, newest first. */
export const listPage = (mails: Arrived[], site: string): string =>
  frame(
    'Mailbox',
    `<h1>Mailbox</h1><p class="m">Every mail that the site on this machine sends arrives here and goes no further. <a href="${escape(site)}">Back to the site</a></p>${
      mails.length === 0
        ? '<p>No mail yet. Ask for a sign-in link on the site, then reload this page.</p>'
        : `<ul>${mails
            .toReversed()
            .map(
              (mail) =>
                `<li><a href="/messages/${mail.id}">${escape(mail.subject)}</a><p class="m">To ${escape(mail.to.join(', '))}, <time datetime="${mail.at}">${time(mail.at)} UTC</time></p></li>`,
            )
            .join('')}</ul>`
    }`,
  )

/** One mail: its links, its plain text and its other shape. */
export const messagePage = (mail: Arrived): string =>
  frame(
    mail.subject,
    `<p><a href="/">All mails</a></p><h1>${escape(mail.subject)}</h1><p class="m">To ${escape(mail.to.join(', '))}, <time datetime="${mail.at}">${time(mail.at)} UTC</time></p><h2>Plain text</h2><pre>${escape(
      mail.text,
    ).replaceAll(
      /https?:\/\/[^\s<>"]+/g,
      (url) => `<a href="${url}">${url}</a>`,
    )}</pre><h2>As most programs show it</h2><iframe title="The mail with its layout" sandbox="allow-top-navigation-by-user-activation" srcdoc="${escape(
      mail.html.replace('<head>', '<head><base target="_top">'),
    )}"></iframe>`,
  )
