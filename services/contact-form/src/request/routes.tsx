import { countryOptions, speechOf } from '@stem/ui/speech'
import { untouched, type FormState } from '@stem/ui/form'
import { COUNTRIES } from '@stem/contracts/countries'
import type { ServiceEnv } from '@stem/web/app'
import { newFormKey, parseForm, readFields } from '@stem/web/form'
import { privatePage, seeOther } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { readingOf } from '../cases/read-case.ts'
import { receive, wasReceived } from '../cases/receive.ts'
import { KINDS } from '../cases/case.ts'
import { readReference } from '../cases/reference.ts'
import type { Env } from '../env.ts'
import { claimFiles } from '../files/keep-files.ts'
import { storeOf, type KeptFile } from '../files/kept-file.ts'
import { takeFiles } from '../files/take-files.ts'
import { ENTRIES, FIELDS, STEPS, textOf, UNSEEN, wholeForm, type Step } from './request-form.ts'
import { StepPage } from './request-pages.tsx'

type C = Context<ServiceEnv<Env>>

const countriesIn = (c: C) => countryOptions(speechOf(c.env.context.locale), COUNTRIES)

function show(
  c: C,
  step: Step,
  state: FormState,
  { status = 200, problem, attached = [] }: { status?: number; problem?: string; attached?: readonly KeptFile[] } = {},
) {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const title = `${speech.t('support.request')}: ${speech.t(`request.step.${step}`)}`
  return privatePage(context, {
    title: status === 422 ? speech.t('forms.error.title', { title }) : title,
    description: speech.t('support.request.description'),
    section: 'support',
    status,
    main: <StepPage speech={speech} step={step} state={state} countries={countriesIn(c)} attached={attached} problem={problem} />,
  })
}

/** Faults of the fields of one step, whatever the other steps hold. */
const faultsOf = (step: Exclude<Step, 'check'>, typed: Record<string, string>) => {
  const names = FIELDS[step] as readonly (keyof typeof ENTRIES)[]
  const schema = v.strictObject(Object.fromEntries(names.map((name) => [name, ENTRIES[name]])) as Record<string, v.GenericSchema<string>>)
  const own = Object.fromEntries(names.map((name) => [name, typed[name] ?? '']))
  const parsed = parseForm({ typed: own, lists: {} }, schema as never)
  return parsed.ok ? [] : parsed.faults
}

/** A request for support, or a question: one thing a page, everything checked before it is sent. */
export const request = new Hono<ServiceEnv<Env>>()
  .get('/support/request', (c) => {
    const params = new URL(c.req.url).searchParams
    const kind = KINDS.find((one) => one === params.get('kind')) ?? ''
    const country = /^[A-Z]{2}$/.test(params.get('country') ?? '') ? (params.get('country') ?? '') : ''
    return show(c, 'kind', untouched({ key: newFormKey(), kind, country, name: c.env.context.who?.name ?? '' }))
  })
  .get('/contact', (c) => show(c, 'you', untouched({ key: newFormKey(), kind: 'question', name: c.env.context.who?.name ?? '' })))
  .post('/support/request', async (c) => {
    const { context } = c.env
    const speech = speechOf(context.locale)
    const fields = await readFields(c.req.raw)
    const strange = Object.keys(fields.typed).some((name) => !(name in ENTRIES) && !(name in UNSEEN))
    const step = STEPS.find((one) => one === fields.typed['step'])
    if (strange || step === undefined) return new Response(null, { status: 400 })
    const { typed } = fields
    const state = untouched({ ...typed, key: /^[0-9a-f]{32}$/.test(typed['key'] ?? '') ? (typed['key'] ?? '') : newFormKey() })
    const formKey = state.typed['key'] ?? ''
    const place = { formKey, caseId: null, side: 'requester', source: context.client.network } as const
    const { attached, faults: badFiles } = await takeFiles(storeOf(c.env), place, fields, context.now)
    const at = STEPS.indexOf(step)
    if (typed['go'] === 'back') return show(c, STEPS[Math.max(0, at - 1)] ?? 'kind', state, { attached })
    if (typed['remove'] !== undefined) return show(c, step, state, { attached })
    if (step !== 'check') {
      const faults = [...faultsOf(step, typed), ...badFiles]
      return faults.length > 0
        ? show(c, step, { typed: state.typed, faults }, { status: 422, attached })
        : show(c, STEPS[at + 1] ?? 'check', state, { attached })
    }
    const form = parseForm(fields, wholeForm)
    if (!form.ok) {
      // Somebody changed what other steps had checked: back to the first one with a fault.
      const first = (['kind', 'you', 'challenge'] as const).find((one) => faultsOf(one, typed).length > 0)
      return first === undefined
        ? new Response(null, { status: 400 })
        : show(c, first, { typed: state.typed, faults: faultsOf(first, typed) }, { status: 422, attached })
    }
    const { name, address, organisation, job, kind, country, key, more } = form.value
    if (attached.length < Number(form.value.attached) && !(await wasReceived(readingOf(c.env), key)))
      return show(c, 'check', state, { status: 409, problem: speech.t('files.lost'), attached })
    const received = await receive(
      readingOf(c.env),
      {
        formKey: key,
        kind,
        country: country === '' ? null : country,
        requester: { name, address, organisation, job },
        body: textOf(form.value, { tried: speech.t('request.tried'), table: speech.t('request.table') }),
        locale: context.locale,
        personId: context.who?.personId ?? null,
        network: context.client.network,
        source: 'form',
        spamReason: more === '' ? null : 'trap',
        rest: (caseId, messageId) => [claimFiles(c.env.DB, { formKey: key, caseId, messageId })],
      },
      context.now,
    )
    if (!received.ok) return show(c, 'check', state, { status: 429, problem: speech.t('request.limited'), attached })
    return seeOther(context, `/support/received?reference=${received.value.reference}`)
  })
  .get('/support/received', (c) => {
    const { context } = c.env
    const { t } = speechOf(context.locale)
    const reference = readReference(new URL(c.req.url).searchParams.get('reference') ?? '') ?? ''
    return privatePage(context, {
      title: t('request.received'),
      description: t('request.received'),
      section: 'support',
      main: (
        <div class="w top st g5 n">
          <h1>{t('request.received')}</h1>
          {reference !== '' && (
            <p class="lead">
              {t('request.reference')}: <b class="mono">{reference}</b>
            </p>
          )}
          <ol class="st g2 nol">
            {([1, 2, 3] as const).map((number) => (
              <li>{t(`request.next.${number}`)}</li>
            ))}
          </ol>
        </div>
      ),
    })
  })
