import { COUNTRIES } from '@stem/contracts/countries'
import { newFormKey } from '@stem/web/form'
import type { FormState } from '@stem/ui/form'
import { countryOptions, speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { privatePage } from '@stem/web/page'
import type { Context } from 'hono'
import { whatAbout } from '../about/what-about.ts'
import { readingOf } from '../cases/read-case.ts'
import type { Env } from '../env.ts'
import { filesOfForm, type KeptFile } from '../files/kept-file.ts'
import { renewTime } from '../spam/form-time.ts'
import { turnstileOf } from '../spam/turnstile.ts'
import { allowWidget } from '../spam/turnstile-widget.tsx'
import type { Step } from './request-form.ts'
import { SavePage, StepPage } from './request-pages.tsx'

/** A request to a form of this service. */
export type FormContext = Context<ServiceEnv<Env>>
/** What was done and did not work out: status, and why in words. */
export type Outcome = { status?: number; problem?: string }

/** `typed` with a key and a time that are good: its own where they are. */
export async function withKey(c: FormContext, typed: Record<string, string>): Promise<Record<string, string>> {
  const key = /^[0-9a-f]{32}$/.test(typed['key'] ?? '') ? (typed['key'] ?? '') : newFormKey()
  return { ...typed, key, drawn: await renewTime(readingOf(c.env).keys, key, typed['drawn'] ?? '', c.env.context.now) }
}

/** The check of the browser that this visitor is asked for, or none: who is signed in is known. */
export const siteKeyFor = (c: FormContext): string | undefined => (c.env.context.who === null ? turnstileOf(c.env)?.siteKey : undefined)

const pageOf = (c: FormContext, { status = 200 }: Outcome, title: string, crumb: string) => {
  const speech = speechOf(c.env.context.locale)
  return {
    title: status === 422 ? speech.t('forms.error.title', { title }) : title,
    description: speech.t('support.request.description'),
    section: 'support' as const,
    crumbs: [{ label: speech.t('support.title'), path: '/support' }, { label: crumb }],
    status,
  }
}

const aboutQuery = (typed: Record<string, string>): string =>
  Object.entries({ practice: typed['practice_id'] ?? '', organisation: typed['organisation_id'] ?? '' })
    .filter(([, id]) => /^\w+$/.test(id))
    .map(([name, id]) => `${name}=${id}`)
    .join('&')

/** Draws one step of the form. `attached`: its files, when they were read already. `secret`: query of the secret link it was opened by; other languages open by it too. */
export async function drawStep(
  c: FormContext,
  step: Step,
  state: FormState,
  outcome: Outcome & { secret?: string; attached?: readonly KeptFile[] } = {},
): Promise<Response> {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const { t } = speech
  const name = t(`request.step.${step}`)
  const typed = await withKey(c, { ...state.typed, language: state.typed['language'] || context.locale })
  const about = await whatAbout(c.env, { practice: typed['practice_id'] ?? '', organisation: typed['organisation_id'] ?? '' }, context)
  const attached = outcome.attached ?? (await filesOfForm(readingOf(c.env), typed['key'] ?? ''))
  const siteKey = step === 'check' ? siteKeyFor(c) : undefined
  const answer = await privatePage(context, {
    ...pageOf(c, outcome, `${t('support.request')}: ${name}`, name),
    secretLink: outcome.secret !== undefined,
    query: outcome.secret ?? aboutQuery(typed),
    main: (
      <StepPage
        speech={speech}
        step={step}
        state={{ ...state, typed }}
        countries={countryOptions(speech, COUNTRIES)}
        about={about}
        attached={attached}
        problem={outcome.problem}
        siteKey={siteKey}
      />
    ),
  })
  return siteKey === undefined ? answer : allowWidget(answer)
}

/** Draws the question where the link to a draft is to be mailed. */
export async function drawSave(c: FormContext, step: Step, state: FormState, outcome: Outcome = {}): Promise<Response> {
  const speech = speechOf(c.env.context.locale)
  const title = speech.t('asking.draft.save')
  return privatePage(c.env.context, {
    ...pageOf(c, outcome, title, title),
    main: <SavePage speech={speech} step={step} state={{ ...state, typed: await withKey(c, state.typed) }} problem={outcome.problem} />,
  })
}
