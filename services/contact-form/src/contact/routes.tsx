import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { parseForm, readFields } from '@stem/web/form'
import { privatePage, seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import { readingOf } from '../cases/read-case.ts'
import type { Env } from '../env.ts'
import { siteKeyFor, withKey, type FormContext, type Outcome } from '../request/draw-form.tsx'
import { prefill } from '../request/prefill.ts'
import { receivedPath } from '../request/received.ts'
import { sendRequest } from '../request/send-request.ts'
import { TURNSTILE_FIELD, turnstileOf } from '../spam/turnstile.ts'
import { allowWidget } from '../spam/turnstile-widget.tsx'
import { contactSchema } from './contact-form.ts'
import { ContactPage } from './contact-page.tsx'

async function draw(c: FormContext, state: FormState, { status = 200, problem }: Outcome = {}): Promise<Response> {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const title = speech.t('contact.title')
  const siteKey = siteKeyFor(c)
  const answer = await privatePage(context, {
    title: status === 422 ? speech.t('forms.error.title', { title }) : title,
    description: speech.t('contact.lead'),
    crumbs: [{ label: title }],
    status,
    main: <ContactPage speech={speech} state={{ ...state, typed: await withKey(c, state.typed) }} problem={problem} siteKey={siteKey} />,
  })
  return siteKey === undefined ? answer : allowWidget(answer)
}

/** A question to the secretariat: the request form in short. */
export const contact = new Hono<ServiceEnv<Env>>()
  .get('/contact', async (c) => {
    const { name = '', address = '' } = await prefill(c.env, c.env.context.who, c.env.context)
    return draw(c, untouched({ name, address }))
  })
  .post('/contact', async (c) => {
    const { context } = c.env
    const { t } = speechOf(context.locale)
    const reading = readingOf(c.env)
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, contactSchema)
    if (!form.ok) {
      if (form.code === 'bad_form') return new Response(null, { status: 400 })
      const faults = form.faults.filter(({ field }) => field !== 'key')
      return draw(c, { typed: untouched(fields.typed).typed, faults }, { status: 422, problem: faults.length === 0 ? t('asking.again') : undefined })
    }
    const { name, address, topic, message, key, drawn, more } = form.value
    const sent = await sendRequest(
      { reading, turnstile: turnstileOf(c.env), host: new URL(c.env.PUBLIC_ORIGIN).hostname },
      {
        key,
        drawn,
        trap: more,
        token: form.value[TURNSTILE_FIELD],
        kind: 'question',
        country: null,
        requester: { name, address, organisation: null, job: null },
        subject: topic,
        body: message,
        about: [],
      },
      { who: context.who, locale: context.locale, network: context.client.network },
      context.now,
    )
    if (sent.ok) return seeOther(context, await receivedPath(reading.keys, sent.value.reference, context.now))
    const state = untouched(fields.typed)
    return sent.code === 'old' ? draw(c, state, { status: 422, problem: t('asking.again') }) : draw(c, state, { status: 429, problem: t('request.limited') })
  })
