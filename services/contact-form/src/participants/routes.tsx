import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { formKey, newFormKey, parseForm, readFields } from '@stem/web/form'
import { privatePage, seeOther } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { readAnswer } from '../cases/answer.ts'
import { OPEN } from '../cases/case.ts'
import { messagesOf, readingOf } from '../cases/read-case.ts'
import { requesterSays } from '../cases/say.ts'
import type { Env } from '../env.ts'
import { filesOfCase, linkFiles } from '../files/kept-file.ts'
import { ConversationPage } from './conversation-page.tsx'
import { byParticipantLink, mayAnswer, participantsOf } from './participant.ts'

type C = Context<ServiceEnv<Env>>
const CONVERSATION = '/support/participant'
const linkSchema = v.object({ participant: v.pipe(v.string(), v.regex(/^par_[0-9a-z]{26}$/)), token: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })
const answerSchema = v.strictObject({ ...linkSchema.entries, body: v.optional(v.string(), ''), key: v.optional(formKey) })

const gone = (c: C) => {
  const { t } = speechOf(c.env.context.locale)
  const title = t('join.gone.title')
  return privatePage(c.env.context, {
    title,
    description: title,
    status: 410,
    secretLink: true,
    main: (
      <div class="w top st g5 n">
        <h1>{title}</h1>
        <p class="lead">{t('participant.gone')}</p>
      </div>
    ),
  })
}

type Linked = NonNullable<Awaited<ReturnType<typeof byParticipantLink>>>
type Shown = { state?: FormState; status?: number; problem?: string }

async function show(c: C, { participant, found }: Linked, token: string, { state = untouched(), status = 200, problem }: Shown = {}) {
  const speech = speechOf(c.env.context.locale)
  const reading = readingOf(c.env)
  const [messages, participants, kept] = await Promise.all([messagesOf(reading, found.id), participantsOf(reading, found.id), filesOfCase(reading, found.id)])
  const files = await linkFiles(reading.keys, kept, 'requester', c.env.context.now)
  return privatePage(c.env.context, {
    title: `${found.reference}: ${speech.t('participant.page')}`,
    description: speech.t('participant.page'),
    section: 'support',
    status,
    secretLink: true,
    main: (
      <ConversationPage
        speech={speech}
        found={found}
        messages={messages}
        participant={participant}
        participants={participants}
        files={files}
        token={token}
        state={state}
        formKey={state.typed['key'] ?? newFormKey()}
        problem={problem}
      />
    ),
  })
}

/** A request as somebody follows it who was asked to take part, by a link of their own. Looking changes nothing. */
export const participation = new Hono<ServiceEnv<Env>>()
  .get(CONVERSATION, async (c) => {
    const link = v.safeParse(linkSchema, Object.fromEntries(new URL(c.req.url).searchParams))
    const linked = link.success ? await byParticipantLink(readingOf(c.env), { id: link.output.participant, token: link.output.token }, c.env.context.now) : null
    return link.success && linked ? show(c, linked, link.output.token) : gone(c)
  })
  .post(CONVERSATION, async (c) => {
    const { context } = c.env
    const reading = readingOf(c.env)
    const form = parseForm(await readFields(c.req.raw), answerSchema)
    if (!form.ok) return form.code === 'bad_form' ? new Response(null, { status: 400 }) : gone(c)
    const { participant: id, token, body: typed, key = newFormKey() } = form.value
    const linked = await byParticipantLink(reading, { id, token }, context.now)
    // Who only reads has no form for this.
    if (!linked || !mayAnswer(linked.participant)) return gone(c)
    const { body, faults } = readAnswer(typed)
    if (body === '' && faults.length === 0) faults.push({ field: 'body', reason: 'forms.required' })
    const state = untouched({ body: typed, key })
    const refuse = (code: 'closed' | 'stale') => {
      const problem = speechOf(context.locale).t(code === 'closed' ? 'participant.closed' : 'console.refusal.stale')
      return show(c, linked, token, { state, status: 409, problem })
    }
    if (faults.length > 0) return OPEN.includes(linked.found.state) ? show(c, linked, token, { state: { ...state, faults }, status: 422 }) : refuse('closed')
    const done = await requesterSays(reading, linked.found, { body, side: 'participant', author: id, once: key }, context.now)
    if (done.ok) return seeOther(context, `${CONVERSATION}?participant=${id}&token=${token}`)
    if (done.code === 'too_many') return show(c, linked, token, { state: { ...state, faults: [{ field: 'body', reason: 'tracking.too-many' }] }, status: 429 })
    return refuse(done.code === 'closed' ? 'closed' : 'stale')
  })
