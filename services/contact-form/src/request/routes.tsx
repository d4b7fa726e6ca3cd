import { untouched } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import { isShipped } from '@stem/i18n/locales'
import { mailAddress } from '@stem/mail/message'
import type { ServiceEnv } from '@stem/web/app'
import { parseForm, readFields, type FormFault, type FormFields } from '@stem/web/form'
import { privatePage, seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import * as v from 'valibot'
import { idsOf, whatAbout } from '../about/what-about.ts'
import { KINDS } from '../cases/case.ts'
import { readingOf } from '../cases/read-case.ts'
import { wasReceived } from '../cases/receive.ts'
import { saveDraft } from '../drafts/save-draft.ts'
import type { Env } from '../env.ts'
import { storeOf, type KeptFile } from '../files/kept-file.ts'
import { takeFiles } from '../files/take-files.ts'
import { ageOf } from '../spam/form-time.ts'
import { TURNSTILE_FIELD, turnstileOf } from '../spam/turnstile.ts'
import { drawSave, drawStep, withKey, type FormContext } from './draw-form.tsx'
import { prefill } from './prefill.ts'
import { ReceivedPage } from './received-page.tsx'
import { readReceived, receivedPath } from './received.ts'
import { ALL, CARRIED, ENTRIES, faultsOf, STEPS, textOf, UNSEEN, wholeForm, type Step } from './request-form.ts'
import { sendRequest } from './send-request.ts'

type C = FormContext
const ASKING = ['kind', 'you', 'challenge'] as const

/** Where the check of the browser must have happened. */
const hostOf = (c: C): string => new URL(c.env.PUBLIC_ORIGIN).hostname

async function send(c: C, fields: FormFields, attached: readonly KeptFile[]): Promise<Response> {
  const { context } = c.env
  const { t } = speechOf(context.locale)
  const state = untouched(fields.typed)
  const form = parseForm(fields, wholeForm)
  if (!form.ok) {
    // Somebody changed what other steps had checked: back to the first one with a fault.
    const first = ASKING.find((one) => faultsOf(one, fields.typed).length > 0)
    if (first !== undefined) return drawStep(c, first, { typed: state.typed, faults: faultsOf(first, fields.typed) }, { status: 422 })
    return form.faults.some(({ field }) => field === 'key')
      ? drawStep(c, 'check', state, { status: 422, problem: t('asking.again') })
      : new Response(null, { status: 400 })
  }
  const { name, address, organisation, job, kind, country, language, key, drawn, more, practice_id, organisation_id } = form.value
  const reading = readingOf(c.env)
  if (attached.length < Number(form.value.attached) && !(await wasReceived(reading, key)))
    return drawStep(c, 'check', state, { status: 409, problem: t('files.lost'), attached })
  const sent = await sendRequest(
    { reading, turnstile: turnstileOf(c.env), host: hostOf(c) },
    {
      key,
      drawn,
      trap: more,
      token: form.value[TURNSTILE_FIELD],
      kind,
      country: country === '' ? null : country,
      requester: { name, address, organisation, job },
      subject: null,
      body: textOf(form.value, { tried: t('request.tried'), table: t('request.table') }),
      about: await whatAbout(c.env, { practice: practice_id, organisation: organisation_id }, context),
    },
    { who: context.who, locale: isShipped(language) ? language : context.locale, network: context.client.network },
    context.now,
  )
  if (sent.ok) return seeOther(context, await receivedPath(reading.keys, sent.value.reference, context.now))
  return sent.code === 'old'
    ? drawStep(c, 'check', state, { status: 422, problem: t('asking.again') })
    : drawStep(c, 'check', state, { status: 429, problem: t('request.limited') })
}

const draftFields = (typed: Record<string, string>, step: Step): Record<string, string> => ({
  ...Object.fromEntries([...ALL, ...CARRIED].map((name) => [name, typed[name] ?? ''])),
  step,
})

async function save(c: C, step: Step, typed: Record<string, string>, badFiles: readonly FormFault[]): Promise<Response> {
  const { context } = c.env
  const { t } = speechOf(context.locale)
  const reading = readingOf(c.env)
  const state = untouched(typed)
  if (badFiles.length > 0) return drawStep(c, step, { typed: state.typed, faults: [...badFiles] }, { status: 422 })
  const address = v.safeParse(mailAddress, typed['address'] ?? '')
  if (!address.success) {
    const faults: FormFault[] = typed['asked'] === 'yes' ? [{ field: 'address', reason: 'forms.address' }] : []
    return drawSave(c, step, { typed: state.typed, faults }, { status: faults.length > 0 ? 422 : 200 })
  }
  const { key = '', drawn = '', more = '', language = '' } = typed
  if ((await ageOf(reading.keys, key, drawn, context.now)) === null) return drawStep(c, step, state, { status: 422, problem: t('asking.again') })
  if (more !== '') return seeOther(context, '/support/draft/saved')
  const saved = await saveDraft(
    reading,
    {
      formKey: key,
      fields: draftFields(typed, step),
      address: address.output,
      personId: context.who?.personId ?? null,
      locale: isShipped(language) ? language : context.locale,
      network: context.client.network,
    },
    context.now,
  )
  if (saved.ok || saved.code === 'sent') return seeOther(context, '/support/draft/saved')
  return saved.code === 'too_many'
    ? drawStep(c, step, state, { status: 429, problem: t('asking.draft.limited') })
    : drawStep(c, step, state, { status: 422, problem: t('asking.draft.long') })
}

/** A request for support: one thing a page, everything checked before it is sent. */
export const request = new Hono<ServiceEnv<Env>>()
  .get('/support/request', async (c) => {
    const { context } = c.env
    const params = new URL(c.req.url).searchParams
    const kind = KINDS.find((one) => one === params.get('kind')) ?? ''
    const country: Record<string, string> = /^[A-Z]{2}$/.test(params.get('country') ?? '') ? { country: params.get('country') ?? '' } : {}
    const { practice, organisation } = idsOf({ practice: params.get('practice') ?? '', organisation: params.get('organisation') ?? '' })
    const known = await prefill(c.env, context.who, context)
    return drawStep(c, 'kind', untouched({ ...known, ...country, kind, practice_id: practice, organisation_id: organisation }))
  })
  .post('/support/request', async (c) => {
    const { context } = c.env
    const fields = await readFields(c.req.raw)
    const strange = Object.keys(fields.typed).some((name) => !(name in ENTRIES) && !(name in UNSEEN))
    const step = STEPS.find((one) => one === fields.typed['step'])
    if (strange || step === undefined) return new Response(null, { status: 400 })
    const { go, remove } = fields.typed
    const typed = await withKey(c, fields.typed)
    const state = untouched(typed)
    const place = { formKey: typed['key'] ?? '', caseId: null, side: 'requester', source: context.client.network } as const
    const { attached, faults: badFiles } = await takeFiles(storeOf(c.env), place, fields, context.now)
    if (go === 'save') return save(c, step, fields.typed, badFiles)
    if (go === 'stay' || remove !== undefined) return drawStep(c, step, state, { attached })
    if (go === 'back') return drawStep(c, STEPS[Math.max(0, STEPS.indexOf(step) - 1)] ?? 'kind', state, { attached })
    if (go === 'drop-practice') return drawStep(c, step, untouched({ ...typed, practice_id: '' }), { attached })
    if (go === 'drop-organisation') return drawStep(c, step, untouched({ ...typed, organisation_id: '' }), { attached })
    if (step === 'check') return send(c, fields, attached)
    const faults = [...faultsOf(step, typed), ...badFiles]
    return faults.length > 0
      ? drawStep(c, step, { typed, faults }, { status: 422, attached })
      : drawStep(c, STEPS[STEPS.indexOf(step) + 1] ?? 'check', state, { attached })
  })
  .get('/support/received', async (c) => {
    const { context } = c.env
    const speech = speechOf(context.locale)
    const received = await readReceived(readingOf(c.env).keys, new URL(c.req.url).searchParams)
    return privatePage(context, {
      title: speech.t('request.received'),
      description: speech.t('request.received'),
      section: 'support',
      crumbs: [{ label: speech.t('support.title'), path: '/support' }, { label: speech.t('request.received') }],
      main: <ReceivedPage speech={speech} {...received} />,
    })
  })
