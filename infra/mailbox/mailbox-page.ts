import type { Arrived } from './messages.ts'
import { replyTo } from './write-mail.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter)

const STYLE = `:root{color-scheme:light dark;font:1.0625rem/1.55 'Source Sans 3','Segoe UI',Arial,sans-serif}body{max-inline-size:60rem;margin:0 auto;padding:1.5rem 1rem;color:light-dark(#0b1b34,#eaf0fa);background:light-dark(#fff,#0c1424)}a{color:light-dark(#1f4bc6,#9db8ff)}h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.2rem;margin:1.75rem 0 .5rem}ul{list-style:none;padding:0}li{border-block-start:1px solid light-dark(#d5dce8,#2b3a57);padding:.75rem 0}li a{font-weight:600}p{margin:.25rem 0}.m{color:light-dark(#56657c,#98a6bf);font-size:.9375rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;border:1px solid light-dark(#d5dce8,#2b3a57);border-radius:10px;padding:1rem}iframe{inline-size:100%;block-size:34rem;border:1px solid light-dark(#d5dce8,#2b3a57);border-radius:10px;background:#fff}label{display:block;font-weight:600;margin-block:.75rem .25rem}input,textarea{box-sizing:border-box;inline-size:100%;font:inherit;padding:.5rem .75rem;border:1px solid light-dark(#7a8699,#7a8699);border-radius:6px;color:inherit;background:light-dark(#fff,#131d31)}button{font:inherit;font-weight:700;margin-block-start:.75rem;padding:.6rem 1.25rem;border:0;border-radius:6px;color:light-dark(#fff,#0b1b34);background:light-dark(#1f4bc6,#9db8ff)}.al{border-inline-start:4px solid light-dark(#1f4bc6,#9db8ff);padding:.5rem 1rem;margin-block:1rem;background:light-dark(#f0f4fc,#131d31)}code{overflow-wrap:anywhere}:focus-visible{outline:3px solid light-dark(#1f4bc6,#9db8ff);outline-offset:2px}`

const frame = (title: string, main: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title><style>${STYLE}</style></head><body><main>${main}</main></body></html>`

const time = (at: string): string => at.replace('T', ' ').slice(0, 19)

/** What became of a mail that was just handed in: null when none was, empty when it was taken, otherwise why it was refused. */
export type Told = string | null

const notice = (told: Told): string =>
  told === null ? '' : `<p class="al" role="status">${told === '' ? 'The mail was handed to the site.' : `The site refused the mail: ${escape(told)}`}</p>`

/** The list of mails, newest first. */
export const listPage = (mails: Arrived[], site: string): string =>
  frame(
    'Mailbox',
    `<h1>Mailbox</h1><p class="m">Every mail that the site on this machine sends arrives here and goes no further. <a href="${escape(site)}">Back to the site</a> · <a href="/incoming">Send the site a mail</a></p>${
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

const replyForm = (mail: Arrived): string => {
  const to = replyTo(mail)
  return to === null
    ? ''
    : `<h2>Answer</h2><form method="post" action="/messages/${mail.id}/reply"><p class="m">From ${escape(mail.to[0] ?? '')} to <code>${escape(to)}</code></p><label for="text">Your answer</label><textarea id="text" name="text" rows="5" required></textarea><button>Reply as ${escape(mail.to[0] ?? '')}</button></form>`
}

/** One mail: its links, its plain text, its other shape, and an answer where somebody reads one. */
export const messagePage = (mail: Arrived, told: Told = null): string =>
  frame(
    mail.subject,
    `<p><a href="/">All mails</a></p><h1>${escape(mail.subject)}</h1>${notice(told)}<p class="m">To ${escape(mail.to.join(', '))}, <time datetime="${mail.at}">${time(mail.at)} UTC</time></p><h2>Plain text</h2><pre>${escape(
      mail.text,
    ).replaceAll(
      /https?:\/\/[^\s<>"]+/g,
      (url) => `<a href="${url}">${url}</a>`,
    )}</pre>${replyForm(mail)}<h2>As most programs show it</h2><iframe title="The mail with its layout" sandbox="allow-top-navigation-by-user-activation" srcdoc="${escape(
      mail.html.replace('<head>', '<head><base target="_top">'),
    )}"></iframe>`,
  )

const EXAMPLE = `From: Carl <carl@firm.example>
To: support@reply.stem.example
Subject: A question
Message-ID: <1@firm.example>

How do we join?`

/** A form for a whole mail, headers and all, as somebody elsewhere might send it. `origin`: of this page. */
export const incomingPage = (origin: string, told: Told = null): string =>
  frame(
    'Send the site a mail',
    `<p><a href="/">All mails</a></p><h1>Send the site a mail</h1>${notice(told)}<p>What you write here reaches the site as if it came from outside. Programs may post a mail as it is:</p><pre><code>curl --data-binary @mail.eml '${escape(origin)}/api/incoming?from=carl@firm.example&amp;to=support@reply.stem.example'</code></pre><form method="post" action="/incoming"><label for="from">Return address</label><input id="from" name="from" value="carl@firm.example"><label for="to">Delivered to</label><input id="to" name="to" value="support@reply.stem.example" required><label for="raw">The mail</label><textarea id="raw" name="raw" rows="16" required>${escape(EXAMPLE)}</textarea><button>Send</button></form>`,
  )
