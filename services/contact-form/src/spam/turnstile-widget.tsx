import { raw } from 'hono/html'
import type { Speech } from '@stem/ui/speech'
import { TURNSTILE_ACTION, TURNSTILE_ORIGIN } from './turnstile.ts'

/** The check of the browser, where an installation wants it. Without script nothing is drawn, and the form can be sent all the same. */
export const TurnstileWidget = ({ speech, siteKey }: { speech: Speech; siteKey: string }) => (
  <>
    <div class="cf-turnstile" data-sitekey={siteKey} data-action={TURNSTILE_ACTION} data-language={speech.locale} data-appearance="interaction-only"></div>
    {raw(`<script src="${TURNSTILE_ORIGIN}/turnstile/v0/api.js" async defer></script>`)}
  </>
)

/** Lets the widget run on this page and nowhere else: its script and frame, which do not know trusted types and isolation. */
export function allowWidget(answer: Response): Response {
  const policy = answer.headers.get('content-security-policy') ?? ''
  const [first, ...rest] = policy.split('; ').filter((directive) => !/^(require-trusted-types-for|trusted-types) /.test(directive))
  answer.headers.set('content-security-policy', [first, `script-src ${TURNSTILE_ORIGIN}`, `frame-src ${TURNSTILE_ORIGIN}`, ...rest].join('; '))
  answer.headers.set('cross-origin-embedder-policy', 'unsafe-none')
  return answer
}
