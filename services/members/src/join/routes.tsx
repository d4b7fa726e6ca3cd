import { localPath } from '@stem/i18n/locales'
import { mailAddress } from '@stem/mail/message'
import { untouched, type FormState } from '@stem/ui/form'
import { countryOptions, speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { formKey, line, newFormKey, optionalLine, optionalParagraphs, paragraphs, parseForm, readFields, ticked, webAddress } from '@stem/web/form'
import { privatePage, seeOther } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import type { Child } from 'hono/jsx'
import * as v from 'valibot'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { deriveToken, sameText } from '@stem/jobs/tokens'
import { applicantSays, apply, confirmApplication, KINDS } from './apply.ts'
import { COUNTRIES } from '@stem/contracts/countries'
import { CheckPage, JoinPage } from './join-page.tsx'
import { applicationById } from './read-application.ts'
import { StatusPage } from './status-page.tsx'

type C = Context<ServiceEnv<Env>>
const applicationSchema = v.strictObject({
  key: formKey,
  name: line(200),
  country: v.picklist(COUNTRIES, 'forms.choose'),
  kind: v.picklist(KINDS, 'forms.choose'),
  website: webAddress,
  description: paragraphs(2000),
  evidence: paragraphs(3000),
  contactName: line(100),
  contactJob: optionalLine(120),
  contactAddress: mailAddress,
  charter: ticked,
  do: v.picklist(['check', 'send', 'change']),
})
const linkSchema = v.object({ application: v.pipe(v.string(), v.regex(/^apl_[0-9a-z]{26}$/)), token: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })
const confirmSchema = v.strictObject(linkSchema.entries)
const saidSchema = v.strictObject({ ...linkSchema.entries, body: optionalParagraphs(3000), do: v.picklist(['answer', 'withdraw']) })

const show = (c: C, { title, main, status = 200, secretLink = false }: { title: string; main: Child; status?: number; secretLink?: boolean }) => {
  const { context } = c.env
  return privatePage(context, { title, description: speechOf(context.locale).t('join.description'), status, secretLink, main })
}

const countriesIn = (c: C) => countryOptions(speechOf(c.env.context.locale), COUNTRIES)

const message = (c: C, which: 'sent' | 'gone' | 'confirm', main?: Child, status = 200) => {
  const { t } = speechOf(c.env.context.locale)
  const title = t(`join.${which}.title`)
  return show(c, {
    title,
    status,
    secretLink: true,
    main: (
      <div class="w top st g5 n">
        <h1>{title}</h1>
        <p class="lead">{t(`join.${which}.text`)}</p>
        {main}
      </div>
    ),
  })
}

async function readLink(c: C, purpose: 'application' | 'application-proof', given: unknown): Promise<{ application: string; token: string } | null> {
  const link = v.safeParse(linkSchema, given)
  if (!link.success) return null
  return sameText(link.output.token, await deriveToken(c.env.TOKEN_KEY, purpose, link.output.application)) ? link.output : null
}
const query = (c: C) => Object.fromEntries(new URL(c.req.url).searchParams)

async function showStatus(c: C, { application: id, token }: { application: string; token: string }, state: FormState, code = 200) {
  const speech = speechOf(c.env.context.locale)
  const found = await applicationById({ db: open(c.env) }, id)
  if (!found) return message(c, 'gone', undefined, 410)
  return show(c, {
    title: speech.t('join.status.title'),
    status: code,
    secretLink: true,
    main: <StatusPage speech={speech} {...found} token={token} state={state} />,
  })
}

/** An organisation applies, shows that its address is its own, answers questions, or takes the application back. */
export const join = new Hono<ServiceEnv<Env>>()
  .get('/join', (c) => {
    const speech = speechOf(c.env.context.locale)
    return show(c, { title: speech.t('join.title'), main: <JoinPage speech={speech} state={untouched({ key: newFormKey() })} countries={countriesIn(c)} /> })
  })
  .post('/join', async (c) => {
    const { context, TOKEN_KEY: key } = c.env
    const speech = speechOf(context.locale)
    const countries = countriesIn(c)
    const form = parseForm(await readFields(c.req.raw), applicationSchema)
    if (!form.ok) {
      if (form.code === 'bad_form') return new Response(null, { status: 400 })
      const state = { typed: { ...form.typed, key: newFormKey() }, faults: form.faults.filter(({ field }) => field !== 'key') }
      return show(c, {
        title: speech.t('forms.error.title', { title: speech.t('join.title') }),
        status: 422,
        main: <JoinPage speech={speech} state={state} countries={countries} />,
      })
    }
    const { do: step, key: ownKey, charter, ...wish } = form.value
    const state = untouched({ ...wish, key: ownKey, charter })
    if (step === 'change') return show(c, { title: speech.t('join.title'), main: <JoinPage speech={speech} state={state} countries={countries} /> })
    if (step === 'check') return show(c, { title: speech.t('join.check'), main: <CheckPage speech={speech} state={state} countries={countries} /> })
    const applied = await apply({ db: open(c.env), key }, { ...wish, formKey: ownKey, locale: context.locale }, context.client.network, context.now)
    if (applied.ok) return seeOther(context, '/join/sent')
    return show(c, {
      title: speech.t('join.title'),
      status: 429,
      main: <JoinPage speech={speech} state={state} countries={countries} problem={speech.t('join.limited')} />,
    })
  })
  .get('/join/sent', (c) => message(c, 'sent'))
  .get('/join/confirm', async (c) => {
    const link = await readLink(c, 'application-proof', query(c))
    if (!link) return message(c, 'gone', undefined, 410)
    const { t, locale } = speechOf(c.env.context.locale)
    return message(
      c,
      'confirm',
      <form method="post" action={localPath(locale, '/join/confirm')}>
        <input type="hidden" name="application" value={link.application} />
        <input type="hidden" name="token" value={link.token} />
        <button class="b">{t('join.confirm.button')}</button>
      </form>,
    )
  })
  .post('/join/confirm', async (c) => {
    const form = parseForm(await readFields(c.req.raw), confirmSchema)
    const link = form.ok ? await readLink(c, 'application-proof', form.value) : null
    if (!link || !(await confirmApplication({ db: open(c.env) }, link.application, c.env.context.now))) return message(c, 'gone', undefined, 410)
    return seeOther(c.env.context, `/join/status?application=${link.application}&token=${await deriveToken(c.env.TOKEN_KEY, 'application', link.application)}`)
  })
  .get('/join/status', async (c) => {
    const link = await readLink(c, 'application', query(c))
    return link ? showStatus(c, link, untouched()) : message(c, 'gone', undefined, 410)
  })
  .post('/join/status', async (c) => {
    const form = parseForm(await readFields(c.req.raw), saidSchema)
    const link = form.ok ? await readLink(c, 'application', form.value) : null
    if (!form.ok || !link) return message(c, 'gone', undefined, 410)
    const { do: step, body } = form.value
    if (step === 'answer' && body === '') return showStatus(c, link, { typed: {}, faults: [{ field: 'body', reason: 'forms.required' }] }, 422)
    await applicantSays(
      { db: open(c.env) },
      link.application,
      { kind: step === 'answer' ? 'answer' : 'withdrawn', body: step === 'answer' ? body : '' },
      c.env.context.now,
    )
    return seeOther(c.env.context, `/join/status?application=${link.application}&token=${link.token}`)
  })
