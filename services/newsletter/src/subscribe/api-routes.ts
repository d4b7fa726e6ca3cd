import { consentTextSchema, subscriptionAskedSchema, subscriptionSchema } from '@stem/contracts/api-newsletter'
import { SHIPPED } from '@stem/i18n/locales'
import { fingerprint } from '@stem/jobs/ids'
import { mailAddress } from '@stem/mail/message'
import type { ServiceEnv } from '@stem/web/app'
import { problem } from '@stem/web/problem'
import { parseQuery } from '@stem/web/query'
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Env } from '../env.ts'
import { isCarried } from '../readers/carried.ts'
import { deskOf } from '../readers/reader.ts'
import { wishFrom } from '../wish/wish.ts'
import { askToSubscribe } from './ask-to-subscribe.ts'
import { consentText, shownText } from './consent-text.ts'
import { isSameWish } from './same-wish.ts'

const FORM = '/api/v1/newsletter/subscriptions'
const KEY = /^[\w-]{16,100}$/
const KEY_LENGTH = 32

const textQuery = v.strictObject({ language: v.optional(v.picklist(SHIPPED, 'must be a shipped language'), 'en') })

/** What is wrong with an address of which only the length is known; null for one that mails can reach. */
function addressFault(address: string): string | null {
  const parsed = v.safeParse(mailAddress, address)
  if (!parsed.success) return 'must be a mail address like name@example.org'
  return isCarried(parsed.output) ? null : 'must have plain letters before the @: mail servers do not carry others'
}

/**
 * Subscribing by programs: the same wish, mail and button as by the form, and the same limits. The words of the consent are read first and
 * shown to the reader; a wish that names others than the present ones is refused. The answer is the same for every address.
 */
export const subscribeApi = new Hono<ServiceEnv<Env>>()
  .get('/api/v1/newsletter/consent-text', async (c) => {
    const parsed = parseQuery(new URL(c.req.url).searchParams, textQuery)
    if (!parsed.ok)
      return problem(400, 'bad_query', 'The query holds a parameter that is unknown or has a wrong value.', c.env.context.requestId, parsed.faults)
    const { language } = parsed.value
    const { textId, textHash } = await shownText(language)
    const body: v.InferOutput<typeof consentTextSchema> = { id: textId, hash: textHash, language, text: consentText(language) }
    // Never an older copy: a wish must name the present words.
    return c.json(body, 200, { 'cache-control': 'no-store' })
  })
  .post(FORM, async (c) => {
    const { requestId, client, now } = c.env.context
    const key = c.req.header('idempotency-key') ?? ''
    if (!KEY.test(key)) return problem(400, 'bad_key', 'Send an Idempotency-Key of 16 to 100 letters, digits, - or _, new for each wish.', requestId)
    const parsed = v.safeParse(subscriptionSchema, await c.req.json().catch(() => null))
    const reason = parsed.success ? addressFault(parsed.output.address) : null
    if (!parsed.success || reason !== null) {
      const faults = parsed.success
        ? [{ field: 'address', reason: reason ?? '' }]
        : parsed.issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', reason: issue.message }))
      return problem(422, 'bad_request', 'The wish has a field that is missing, unknown or wrong.', requestId, faults)
    }
    const { language: locale, consent } = parsed.output
    const address = v.parse(mailAddress, parsed.output.address)
    const shown = await shownText(locale)
    if (consent.id !== shown.textId || consent.hash !== shown.textHash)
      return problem(
        409,
        'other_consent_text',
        'These are not the present words of the consent. Read the consent text again and ask the reader anew.',
        requestId,
      )
    const wish = wishFrom(parsed.output)
    const desk = deskOf(c.env)
    const formKey = (await fingerprint(`api\n${key}`)).slice(0, KEY_LENGTH)
    const asked = await askToSubscribe(desk, { formKey, address, wish, locale, form: FORM, network: client.network }, now)
    if (!asked.ok) {
      const from = asked.code === 'busy' ? 'everywhere at present' : 'this network'
      const answer = problem(429, 'too_many_requests', `Too many wishes from ${from}. Try again in an hour.`, requestId)
      answer.headers.set('retry-after', '3600')
      return answer
    }
    if (!(await isSameWish(desk, formKey, { address, wish, locale })))
      return problem(409, 'key_reused', 'This Idempotency-Key was used for another wish. Send a new one for each wish.', requestId)
    const body: v.InferOutput<typeof subscriptionAskedSchema> = { state: 'pending' }
    return c.json(body, 202)
  })
