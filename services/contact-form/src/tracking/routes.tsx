import { localPath } from '@stem/i18n/locales'
import { Cards, ErrorSummary, Hidden, TextArea, untouched, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { formKey, newFormKey, nothingChosen, optionalParagraphs, parseForm, readFields } from '@stem/web/form'
import { privatePage, seeOther } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { OPEN, type Case } from '../cases/case.ts'
import { caseByLink, messagesOf, readingOf } from '../cases/read-case.ts'
import { rate, requesterSays, withdraw } from '../cases/say.ts'
import { StateTag } from '../cases/state-tag.tsx'
import { Thread } from '../cases/thread.tsx'
import type { Env } from '../env.ts'
import { FileField } from '../files/file-field.tsx'
import { claimFiles } from '../files/keep-files.ts'
import { filesOfCase, linkFiles, storeOf, type KeptFile } from '../files/kept-file.ts'
import { takeFiles } from '../files/take-files.ts'
import { instrumentsOfCase } from '../instruments/instruments-of-case.ts'
import { Outcome } from '../instruments/outcome.tsx'
import { DueForRequester } from '../promises/due-words.tsx'

type C = Context<ServiceEnv<Env>>
const linkSchema = v.object({ case: v.pipe(v.string(), v.regex(/^cas_[0-9a-z]{26}$/)), token: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })
const saidSchema = v.strictObject({
  ...linkSchema.entries,
  body: optionalParagraphs(4000),
  rating: v.optional(v.picklist(['', '1', '2', '3', '4', '5']), ''),
  key: v.optional(formKey),
  remove: v.optional(v.string()),
  files: nothingChosen,
  do: v.optional(v.picklist(['answer', 'withdraw', 'rate']), 'answer'),
})

const gone = (c: C) => {
  const { t } = speechOf(c.env.context.locale)
  return privatePage(c.env.context, {
    title: t('join.gone.title'),
    description: t('join.gone.title'),
    status: 410,
    secretLink: true,
    main: (
      <div class="w top st g5 n">
        <h1>{t('join.gone.title')}</h1>
        <p class="lead">{t('request.gone')}</p>
      </div>
    ),
  })
}

type Shown = { state?: FormState; status?: number; attached?: readonly KeptFile[] }

async function show(c: C, found: Case, token: string, { state = untouched(), status = 200, attached = [] }: Shown = {}) {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const { t, f, locale } = speech
  const reading = readingOf(c.env)
  const messages = await messagesOf(reading, found.id)
  const files = found.state === 'spam' ? {} : await linkFiles(reading.keys, await filesOfCase(reading, found.id), 'requester', context.now)
  const became = await instrumentsOfCase({ db: reading.db, content: c.env.CONTENT }, found.id, context)
  const isOpen = OPEN.includes(found.state)
  const action = `${localPath(locale, '/support/case')}#es`
  const Secret = () => (
    <>
      <Hidden name="case" value={found.id} />
      <Hidden name="token" value={token} />
    </>
  )
  return privatePage(context, {
    title: `${found.reference}: ${t('request.yours')}`,
    description: t('request.yours'),
    section: 'support',
    status,
    secretLink: true,
    main: (
      <div class="w top st g5 n">
        <ErrorSummary speech={speech} state={state} labels={{ body: t('join.answer'), files: t('files.attach') }} />
        <div class="st g2">
          <p class="cl g2">
            <StateTag speech={speech} state={found.state} />
            <span class="m s mono">{found.reference}</span>
          </p>
          <h1>{t(`request.kind.${found.kind}`)}</h1>
          <p class="lead">{t('request.since', { date: f.dateTime(found.createdAt) })}</p>
          <DueForRequester speech={speech} found={found} now={context.now} />
        </div>
        {found.state === 'waiting' && (
          <Notice tone="warn">
            <p>{t('request.your-turn')}</p>
          </Notice>
        )}
        <Outcome speech={speech} became={became} />
        <section class="st" aria-labelledby="said">
          <h2 id="said">{t('join.notes')}</h2>
          <Thread speech={speech} messages={messages} requester={found.requester?.name ?? t('request.you')} files={files} />
        </section>
        {isOpen && (
          <form class="st" method="post" action={action} enctype="multipart/form-data" novalidate>
            <Secret />
            <Hidden name="key" value={state.typed['key'] ?? newFormKey()} />
            <TextArea speech={speech} state={state} name="body" label={t('join.answer')} most={4000} />
            <FileField speech={speech} state={state} attached={attached} />
            <div>
              <button class="b" name="do" value="answer">
                {t('join.answer.send')}
              </button>
            </div>
          </form>
        )}
        {found.state === 'closed' &&
          (found.satisfaction === null ? (
            <form class="st" method="post" action={action}>
              <Secret />
              <Cards
                speech={speech}
                state={untouched()}
                name="rating"
                label={t('request.rate')}
                options={(['5', '4', '3', '2', '1'] as const).map((value) => ({ value, label: t(`request.rate.${value}`) }))}
              />
              <div>
                <button class="b q" name="do" value="rate">
                  {t('request.rate.send')}
                </button>
              </div>
            </form>
          ) : (
            <Notice tone="ok">
              <p>{t('request.rated')}</p>
            </Notice>
          ))}
        {isOpen && (
          <details>
            <summary>{t('request.withdraw')}</summary>
            <form class="st" method="post" action={action}>
              <Secret />
              <p>{t('request.withdraw.text')}</p>
              <div>
                <button class="b q" name="do" value="withdraw">
                  {t('request.withdraw')}
                </button>
              </div>
            </form>
          </details>
        )}
        <p class="xs m">{t('mail.request.link')}</p>
      </div>
    ),
  })
}

/** A request as its requester follows it, by the link of a mail. Looking changes nothing. */
export const tracking = new Hono<ServiceEnv<Env>>()
  .get('/support/case', async (c) => {
    const { context } = c.env
    const link = v.safeParse(linkSchema, Object.fromEntries(new URL(c.req.url).searchParams))
    const found = link.success ? await caseByLink(readingOf(c.env), { id: link.output.case, token: link.output.token }, context.now) : null
    return link.success && found ? show(c, found, link.output.token) : gone(c)
  })
  .post('/support/case', async (c) => {
    const { context } = c.env
    const reading = readingOf(c.env)
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, saidSchema)
    if (!form.ok) return form.code === 'bad_form' ? new Response(null, { status: 400 }) : gone(c)
    const { case: id, token, body, rating, key = newFormKey(), remove, do: act } = form.value
    const found = await caseByLink(reading, { id, token }, context.now)
    if (!found) return gone(c)
    const place = { formKey: key, caseId: id, side: 'requester', source: context.client.network } as const
    const mayAnswer = act === 'answer' && OPEN.includes(found.state)
    const { attached, faults } = mayAnswer ? await takeFiles(storeOf(c.env), place, fields, context.now) : { attached: [], faults: [] }
    const typed = { body, key }
    if (remove !== undefined) return show(c, found, token, { state: untouched(typed), attached })
    // A file says something by itself; words are needed where there is none.
    if (mayAnswer && body === '' && attached.length === 0 && faults.length === 0) faults.push({ field: 'body', reason: 'forms.required' })
    if (faults.length > 0) return show(c, found, token, { state: { typed, faults }, status: 422, attached })
    const done =
      act === 'answer'
        ? await requesterSays(
            reading,
            found,
            {
              body,
              side: 'requester',
              author: found.personId,
              rest: (messageId) => [claimFiles(reading.db, { formKey: key, caseId: id, messageId })],
            },
            context.now,
          )
        : act === 'withdraw'
          ? await withdraw(reading, found, context.now)
          : rating === ''
            ? { ok: true as const }
            : await rate(reading, found, Number(rating), context.now)
    if (!done.ok) return show(c, found, token, { state: untouched(typed), status: 409, attached })
    return seeOther(context, `/support/case?case=${id}&token=${token}`)
  })
