import { localPath } from '@stem/i18n/locales'
import { Hidden, untouched, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import { speechOf, type Speech } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { formKey, newFormKey, nothingChosen, parseForm, readFields, type FormFields } from '@stem/web/form'
import { privatePage, seeOther } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { aboutOf } from '../about/what-about.ts'
import { readAnswer } from '../cases/answer.ts'
import { OPEN, type Case } from '../cases/case.ts'
import { eventsOf } from '../cases/event.ts'
import { caseByLink, caseToken, messagesOf, readingOf } from '../cases/read-case.ts'
import { rate, requesterSays, wasSaid, withdraw } from '../cases/say.ts'
import type { Env } from '../env.ts'
import { claimFiles } from '../files/keep-files.ts'
import { filesOfCase, linkFiles, storeOf, type KeptFile } from '../files/kept-file.ts'
import { takeFiles } from '../files/take-files.ts'
import { instrumentsOfCase } from '../instruments/instruments-of-case.ts'
import { Outcome } from '../instruments/outcome.tsx'
import { participantsOf } from '../participants/participant.ts'
import { continuedIn } from './continued.ts'
import { endLink } from './end-link.ts'
import { caseIdIn, drawAsk } from './link-routes.tsx'
import { nextOf, timelineOf } from './timeline.ts'
import { TrackingPage } from './tracking-page.tsx'

type C = Context<ServiceEnv<Env>>
const linkSchema = v.object({ case: v.pipe(v.string(), v.regex(/^cas_[0-9a-z]{26}$/)), token: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })
const saidSchema = v.strictObject({
  ...linkSchema.entries,
  body: v.optional(v.string(), ''),
  key: v.optional(formKey),
  rating: v.optional(v.picklist(['', '1', '2', '3', '4', '5']), ''),
  remove: v.optional(v.string()),
  files: nothingChosen,
  do: v.optional(v.picklist(['answer', 'withdraw', 'rate', 'end-link']), 'answer'),
})
type Said = v.InferOutput<typeof saidSchema>

const gone = (c: C, caseId: string | null) => drawAsk(c, { title: 'join.gone.title', text: 'tracking.gone', caseId, status: 410 })

/** The words that came too late, in a form by which they become a request of their own. */
const TooLate = ({ speech: { t, locale }, found, body }: { speech: Speech; found: Case; body: string }) => (
  <Notice tone="warn">
    <form class="st" method="post" action={localPath(locale, '/support/request')}>
      <p role="alert">{t('tracking.too-late')}</p>
      <p class="pre">{body}</p>
      {Object.entries({
        step: 'kind',
        key: newFormKey(),
        kind: found.kind,
        name: found.requester?.name ?? '',
        address: found.requester?.address ?? '',
        organisation: found.requester?.organisation ?? '',
        job: found.requester?.job ?? '',
        country: found.country ?? '',
        language: found.locale,
        challenge: body,
      }).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <div>
        <button class="b q" name="go" value="on">
          {t('tracking.too-late.do')}
        </button>
      </div>
    </form>
  </Notice>
)

type Shown = { state?: FormState; status?: number; attached?: readonly KeptFile[]; tooLate?: string }

async function show(c: C, opened: Case, link: string, { state = untouched(), status = 200, attached = [], tooLate }: Shown = {}) {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const reading = readingOf(c.env)
  const continued = await continuedIn(reading, opened, context.now)
  const found = continued?.case ?? opened
  const token = found === opened ? link : await caseToken(reading.keys, found)
  const [messages, participants, events, about, kept, became] = await Promise.all([
    messagesOf(reading, found.id),
    participantsOf(reading, found.id),
    eventsOf(reading.db, found.id),
    aboutOf(reading.db, found.id),
    found.state === 'spam' ? [] : filesOfCase(reading, found.id),
    instrumentsOfCase({ db: reading.db, content: c.env.CONTENT }, found.id, context),
  ])
  const title = `${found.reference}: ${speech.t('request.yours')}`
  return privatePage(context, {
    title: status === 422 ? speech.t('forms.error.title', { title }) : title,
    description: speech.t('request.yours'),
    section: 'support',
    crumbs: [{ label: speech.t('support.title'), path: '/support' }, { label: speech.t('tracking.this') }],
    status,
    secretLink: true,
    query: `case=${opened.id}&token=${link}`,
    main: (
      <TrackingPage
        speech={speech}
        found={found}
        token={token}
        messages={messages}
        participants={participants}
        files={await linkFiles(reading.keys, kept, 'requester', context.now)}
        attached={attached}
        steps={timelineOf(events)}
        next={nextOf(found, context.now)}
        about={about}
        outcome={<Outcome speech={speech} became={became} />}
        state={state}
        formKey={state.typed['key'] ?? newFormKey()}
        did={new URL(c.req.url).searchParams.get('did') === 'answer' ? 'answer' : null}
        instead={found === opened ? null : opened.reference}
        elsewhere={continued !== null && continued.case === null}
        tooLate={tooLate === undefined ? null : <TooLate speech={speech} found={found} body={tooLate} />}
      />
    ),
  })
}

/** A form as it came. `opened`: what its link opens; `found`: where that goes on, or the same. */
type Came = { opened: Case; found: Case; token: string; said: Said; fields: FormFields }

const seeAgain = (c: C, { opened, token }: Came, did = '') => seeOther(c.env.context, `/support/case?case=${opened.id}&token=${token}${did}`)

async function answer(c: C, came: Came): Promise<Response> {
  const { opened, found, token, fields } = came
  const { body: typedBody, remove, key = newFormKey() } = came.said
  const { now, client } = c.env.context
  const reading = readingOf(c.env)
  const isSaid = (await Promise.all([opened, found].map(({ id }) => wasSaid(reading, id, key)))).includes(true)
  if (isSaid) return seeAgain(c, came, '&did=answer')
  const state = untouched({ body: typedBody, key })
  const late: Shown = { state, status: 409, tooLate: typedBody.trim() === '' ? undefined : typedBody }
  if (!OPEN.includes(found.state)) return show(c, opened, token, late)
  const place = { formKey: key, caseId: found.id, side: 'requester', source: client.network } as const
  const { attached, faults: badFiles } = await takeFiles(storeOf(c.env), place, fields, now)
  if (remove !== undefined) return show(c, opened, token, { state, attached })
  const { body, faults: badWords } = readAnswer(typedBody)
  const faults = [...badWords, ...badFiles]
  // A file says something by itself; words are needed where there is none.
  if (body === '' && attached.length === 0 && faults.length === 0) faults.push({ field: 'body', reason: 'forms.required' })
  if (faults.length > 0) return show(c, opened, token, { state: { ...state, faults }, status: 422, attached })
  const rest = (messageId: string) => [claimFiles(reading.db, { formKey: key, caseId: found.id, messageId, from: opened.id })]
  const done = await requesterSays(reading, found, { body, side: 'requester', author: found.personId, once: key, rest }, now)
  if (done.ok) return seeAgain(c, came, '&did=answer')
  if (done.code === 'too_many')
    return show(c, opened, token, { state: { ...state, faults: [{ field: 'body', reason: 'tracking.too-many' }] }, status: 429, attached })
  return show(c, opened, token, done.code === 'closed' ? { ...late, attached } : { state, status: 409, attached })
}

async function act(c: C, came: Came): Promise<Response> {
  const { opened, found, token, said } = came
  const { now } = c.env.context
  const reading = readingOf(c.env)
  if (said.do === 'end-link') {
    const done = await endLink(reading, found, now)
    return done.ok ? seeOther(c.env.context, '/support/link/ended') : show(c, opened, token, { status: 409 })
  }
  // Who saw only the request that was merged has asked neither to withdraw the other one nor rated it.
  const isDone = said.do === 'withdraw' ? opened.state === 'withdrawn' : said.rating === ''
  const done = isDone || (await (said.do === 'withdraw' ? withdraw(reading, opened, now) : rate(reading, opened, Number(said.rating), now))).ok
  return done ? seeAgain(c, came) : show(c, opened, token, { status: 409 })
}

/** A request as its requester follows it, by the link of a mail. Looking changes nothing. */
export const tracking = new Hono<ServiceEnv<Env>>()
  .get('/support/case', async (c) => {
    const params = new URL(c.req.url).searchParams
    const link = v.safeParse(linkSchema, Object.fromEntries(params))
    const found = link.success ? await caseByLink(readingOf(c.env), { id: link.output.case, token: link.output.token }, c.env.context.now) : null
    return link.success && found ? show(c, found, link.output.token) : gone(c, caseIdIn(params))
  })
  .post('/support/case', async (c) => {
    const { context } = c.env
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, saidSchema)
    if (!form.ok) return form.code === 'bad_form' ? new Response(null, { status: 400 }) : gone(c, null)
    const { case: id, token } = form.value
    const reading = readingOf(c.env)
    const opened = await caseByLink(reading, { id, token }, context.now)
    if (!opened) return gone(c, id)
    const found = (await continuedIn(reading, opened, context.now))?.case ?? opened
    const came = { opened, found, token, said: form.value, fields }
    return form.value.do === 'answer' ? answer(c, came) : act(c, came)
  })
