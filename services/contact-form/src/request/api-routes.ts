import { requestSchema } from '@stem/contracts/api-requests'
import { fingerprint } from '@stem/jobs/ids'
import { translator } from '@stem/i18n/translate'
import { mailAddress } from '@stem/mail/message'
import type { ServiceEnv } from '@stem/web/app'
import { problem } from '@stem/web/problem'
import { Hono } from 'hono'
import * as v from 'valibot'
import { readingOf } from '../cases/read-case.ts'
import { receive } from '../cases/receive.ts'
import type { Env } from '../env.ts'
import { suspectText } from '../spam/rules.ts'
import { textOf } from './request-form.ts'

const KEY = /^[\w-]{16,100}$/
const KEY_LENGTH = 32

/**
 * Requests by programs, under the same limits as the form. `Idempotency-Key` is needed: the same key gives the same reference and no
 * second case, so a lost answer may be asked for again.
 */
export const requestApi = new Hono<ServiceEnv<Env>>().post('/api/v1/support-requests', async (c) => {
  const { context } = c.env
  const { requestId, client, now } = context
  const key = c.req.header('idempotency-key') ?? ''
  if (!KEY.test(key)) return problem(400, 'bad_key', 'Send an Idempotency-Key of 16 to 100 letters, digits, - or _, new for each request.', requestId)
  const parsed = v.safeParse(requestSchema, await c.req.json().catch(() => null))
  const address = parsed.success ? v.safeParse(mailAddress, parsed.output.address) : null
  if (!parsed.success || !address?.success) {
    const faults = parsed.success
      ? [{ field: 'address', reason: 'must be a mail address like name@example.org' }]
      : parsed.issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', reason: issue.message }))
    return problem(422, 'bad_request', 'The request has a field that is missing, unknown or wrong.', requestId, faults)
  }
  const { kind, name, organisation, job, country, challenge, tried, table, language } = parsed.output
  const t = translator(language)
  const body = textOf({ challenge, tried, table }, { tried: t('request.tried'), table: t('request.table') })
  const received = await receive(
    readingOf(c.env),
    {
      formKey: (await fingerprint(`api\n${client.network}\n${key}`)).slice(0, KEY_LENGTH),
      kind,
      country,
      requester: { name, address: address.output, organisation, job },
      body,
      locale: language,
      personId: null,
      network: client.network,
      source: 'api',
      spamReason: suspectText({ name, organisation, text: body }),
    },
    now,
  )
  if (received.ok) return c.json({ reference: received.value.reference }, 201)
  const answer = problem(429, 'too_many_requests', 'Too many requests from this network or for this address. Try again in an hour.', requestId)
  answer.headers.set('retry-after', '3600')
  return answer
})
