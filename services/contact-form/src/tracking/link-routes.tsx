import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import { mailAddress } from '@stem/mail/message'
import type { ServiceEnv } from '@stem/web/app'
import { parseForm, readFields } from '@stem/web/form'
import { privatePage, seeOther } from '@stem/web/page'
import type { Key } from '@stem/i18n/translate'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { readingOf } from '../cases/read-case.ts'
import { readReference } from '../cases/reference.ts'
import type { Env } from '../env.ts'
import { AskLinkForm } from './ask-link-form.tsx'
import { askForLink } from './ask-for-link.ts'

type C = Context<ServiceEnv<Env>>
const CASE = /^cas_[0-9a-z]{26}$/

const askSchema = v.strictObject({
  case: v.optional(v.pipe(v.string(), v.regex(CASE))),
  reference: v.optional(v.string(), ''),
  address: mailAddress,
})

/** The id in an old link, when it is one. */
export const caseIdIn = (params: URLSearchParams): string | null => (CASE.test(params.get('case') ?? '') ? params.get('case') : null)

const crumbsOf = (c: C, title: Key) => {
  const { t } = speechOf(c.env.context.locale)
  return [{ label: t('support.title'), path: '/support' }, { label: t(title) }]
}

/** Says that a link opens nothing, and offers a new one. `title`, `text`: keys of what is said. */
export function drawAsk(
  c: C,
  { title, text, caseId, state = untouched(), status = 200 }: { title: Key; text: Key; caseId: string | null; state?: FormState; status?: number },
): Promise<Response> {
  const speech = speechOf(c.env.context.locale)
  const { t } = speech
  return privatePage(c.env.context, {
    title: status === 422 ? t('forms.error.title', { title: t(title) }) : t(title),
    description: t(title),
    section: 'support',
    crumbs: crumbsOf(c, title),
    status,
    secretLink: true,
    main: (
      <div class="w top">
        <div class="st g5 n">
          <h1>{t(title)}</h1>
          <p class="lead">{t(text)}</p>
          <AskLinkForm speech={speech} state={state} caseId={caseId} />
        </div>
      </div>
    ),
  })
}

const said = (c: C, title: Key, text: Key): Promise<Response> => {
  const { t } = speechOf(c.env.context.locale)
  return privatePage(c.env.context, {
    title: t(title),
    description: t(title),
    section: 'support',
    crumbs: crumbsOf(c, title),
    main: (
      <div class="w top">
        <div class="st g5 n">
          <h1>{t(title)}</h1>
          <p class="lead">{t(text)}</p>
        </div>
      </div>
    ),
  })
}

/** A new link to a request for who lost the old one. The answer is the same for every address and reference. */
export const links = new Hono<ServiceEnv<Env>>()
  .get('/support/link', (c) => drawAsk(c, { title: 'tracking.link.ask', text: 'tracking.link.ask.text', caseId: caseIdIn(new URL(c.req.url).searchParams) }))
  .post('/support/link', async (c) => {
    const { context } = c.env
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, askSchema)
    const caseId = CASE.test(fields.typed['case'] ?? '') ? (fields.typed['case'] ?? '') : null
    if (!form.ok && form.code === 'bad_form') return new Response(null, { status: 400 })
    const reference = readReference(fields.typed['reference'] ?? '')
    const faults = [
      ...(caseId === null && reference === null ? [{ field: 'reference', reason: 'tracking.link.reference.mend' satisfies Key }] : []),
      ...(form.ok ? [] : form.faults.filter(({ field }) => field === 'address')),
    ]
    if (!form.ok || faults.length > 0)
      return drawAsk(c, {
        title: 'tracking.link.ask',
        text: 'tracking.link.ask.text',
        caseId,
        state: { typed: untouched(fields.typed).typed, faults },
        status: 422,
      })
    const { address } = form.value
    await askForLink(readingOf(c.env), { caseId, reference, address, locale: context.locale, network: context.client.network }, context.now)
    return seeOther(context, '/support/link/sent')
  })
  .get('/support/link/sent', (c) => said(c, 'tracking.link.sent', 'tracking.link.sent.text'))
  .get('/support/link/ended', (c) => said(c, 'tracking.link.ended', 'tracking.link.ended.text'))
