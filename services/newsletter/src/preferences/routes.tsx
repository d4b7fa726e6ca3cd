import { PAUSES } from '@stem/contracts/newsletter'
import { SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import { newId } from '@stem/jobs/ids'
import { takeTurn, turnWithinRow } from '@stem/jobs/turns'
import { mailAddress } from '@stem/mail/message'
import { mailRow } from '@stem/mail/mails-table'
import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { parseForm, readFields } from '@stem/web/form'
import { privatePage, seeOther } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import type { Env } from '../env.ts'
import { askForDataLink } from '../own-data/ask-for-data-link.ts'
import { askToChangeAddress } from '../change-address/ask-to-change-address.ts'
import { isCarried } from '../readers/carried.ts'
import { linkQuery, readerByLink } from '../readers/links.ts'
import { deskOf, readerByKey, readerKeyOf, type Reader } from '../readers/reader.ts'
import { typedOf, wishOf, WISH_ENTRIES } from '../wish/wish.ts'
import { AskForLink } from './ask-for-link.tsx'
import { changeWish, pause, type By } from './change-wish.ts'
import { PreferencesPage } from './preferences-page.tsx'

type C = Context<ServiceEnv<Env>>

const HOUR = 60 * 60_000
const BY_READER = {
  name: 'newsletter-link',
  limits: [
    { most: 1, window: HOUR },
    { most: 3, window: 24 * HOUR },
  ],
} as const
const BY_NETWORK = { name: 'newsletter-link-network', most: 20, window: HOUR }

const wishSchema = v.strictObject({
  ...WISH_ENTRIES,
  language: v.picklist(SHIPPED, 'forms.choose'),
  version: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
  do: v.picklist(['save']),
})
const pauseSchema = v.strictObject({ months: v.picklist(['0', ...PAUSES.map(String)]) })
const addressSchema = v.strictObject({ address: mailAddress })

const by = (c: C): By => ({ way: 'preferences', shownIn: c.env.context.locale })
const paramsOf = (c: C) => new URL(c.req.url).searchParams
const readerOf = async (c: C): Promise<Reader | null> => {
  const found = await readerByLink(deskOf(c.env), 'preferences', paramsOf(c), c.env.context.now)
  return found && found.reader.state !== 'withdrawn' ? found.reader : null
}

function askAgain(c: C, state: FormState = untouched(), status = 410) {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const title = speech.t('newsletter.link-gone')
  return privatePage(context, {
    title,
    description: title,
    status,
    main: (
      <div class="w top st g5 n">
        <h1>{title}</h1>
        <AskForLink speech={speech} state={state} />
      </div>
    ),
  })
}

async function show(
  c: C,
  reader: Reader,
  { state, move = untouched(), status = 200, problem }: { state?: FormState; move?: FormState; status?: number; problem?: string } = {},
) {
  const { context } = c.env
  const desk = deskOf(c.env)
  const speech = speechOf(context.locale)
  const title = speech.t('newsletter.preferences')
  return privatePage(context, {
    title: status === 422 ? speech.t('forms.error.title', { title }) : title,
    description: title,
    status,
    secretLink: true,
    main: (
      <PreferencesPage
        speech={speech}
        reader={reader}
        query={await linkQuery(desk, 'preferences', reader)}
        leave={await linkQuery(desk, 'unsubscribe', reader)}
        state={state ?? untouched({ ...typedOf(reader), language: reader.locale })}
        move={move}
        done={status === 200 ? ((['saved', 'asked'] as const).find((one) => paramsOf(c).get(one) === 'yes') ?? null) : null}
        problem={problem}
      />
    ),
  })
}

const back = async (c: C, reader: Reader, done: 'saved' | 'asked' = 'saved') =>
  seeOther(c.env.context, `/newsletter/preferences?${await linkQuery(deskOf(c.env), 'preferences', reader)}&${done}=yes`)

/** A reader's own choices, by the link of their mails. */
export const preferences = new Hono<ServiceEnv<Env>>()
  .get('/newsletter/preferences', async (c) => {
    const reader = await readerOf(c)
    return reader ? show(c, reader) : askAgain(c)
  })
  .post('/newsletter/preferences', async (c) => {
    const reader = await readerOf(c)
    if (!reader) return askAgain(c)
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, wishSchema)
    if (!form.ok && form.code === 'bad_form') return new Response(null, { status: 400 })
    const wish = wishOf(fields.typed)
    if (!form.ok || wish === null) {
      const faults = [...(form.ok ? [] : form.faults), ...(wish === null ? [{ field: 'topics', reason: 'newsletter.topics.none' }] : [])]
      return show(c, reader, { state: { typed: fields.typed, faults }, status: 422 })
    }
    const { language, version } = form.value
    const done = await changeWish(deskOf(c.env), reader, { wish, locale: language as ShippedLocale, version, ...by(c) }, c.env.context.now)
    if (done.ok) return back(c, reader)
    return show(c, reader, { state: untouched(fields.typed), status: 409, problem: speechOf(c.env.context.locale).t('newsletter.stale') })
  })
  .post('/newsletter/preferences/pause', async (c) => {
    const reader = await readerOf(c)
    if (!reader) return askAgain(c)
    const form = parseForm(await readFields(c.req.raw), pauseSchema)
    if (!form.ok) return new Response(null, { status: 400 })
    await pause(deskOf(c.env), reader, { months: Number(form.value.months), ...by(c) }, c.env.context.now)
    return back(c, reader)
  })
  .post('/newsletter/preferences/address', async (c) => {
    const reader = await readerOf(c)
    if (!reader) return askAgain(c)
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, addressSchema)
    if (!form.ok && form.code === 'bad_form') return new Response(null, { status: 400 })
    const refused = (reason: string) => show(c, reader, { move: { typed: fields.typed, faults: [{ field: 'address', reason }] }, status: 422 })
    if (!form.ok) return refused(form.faults[0]?.reason ?? 'forms.address')
    if (!isCarried(form.value.address)) return refused('newsletter.address.carried')
    const asked = await askToChangeAddress(deskOf(c.env), reader, form.value.address, c.env.context.now)
    if (asked.ok) return back(c, reader, 'asked')
    if (asked.code === 'same') return refused('newsletter.change.same')
    const problem = speechOf(c.env.context.locale).t(asked.code === 'busy' ? 'consent.busy' : 'newsletter.change.too-many')
    return show(c, reader, { move: untouched(fields.typed), status: 429, problem })
  })
  .post('/newsletter/preferences/data', async (c) => {
    const reader = await readerOf(c)
    if (!reader) return askAgain(c)
    await askForDataLink(deskOf(c.env), reader, c.env.context.now)
    return seeOther(c.env.context, '/newsletter/link/sent')
  })
  .post('/newsletter/link', async (c) => {
    const { context } = c.env
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, addressSchema)
    if (!form.ok) return form.code === 'bad_form' ? new Response(null, { status: 400 }) : askAgain(c, { typed: fields.typed, faults: form.faults }, 422)
    const desk = deskOf(c.env)
    const turns = { db: desk.db, key: desk.tokenKey }
    const key = await readerKeyOf(desk, form.value.address)
    const reader = await readerByKey(desk.db, key)
    const welcome = await takeTurn(turns, BY_NETWORK, context.client.network, context.now)
    // The same work for every address; a mail goes to a reader alone.
    const turn = await turnWithinRow(turns, BY_READER, key, context.now)
    const known = welcome && reader !== null && reader.address !== null
    // Who left has no preferences, but what is kept of them.
    const kind = reader?.state === 'withdrawn' ? 'data' : 'link'
    const mail = {
      id: `${newId('lnk', context.now)}.${kind}`,
      kind,
      address: reader?.address ?? '',
      locale: context.locale,
      facts: { reader: reader?.id ?? null },
    }
    await desk.db.batch([turn, ...(known ? [mailRow(desk.db, mail, context.now, { ifChanged: true })] : [])])
    return seeOther(context, '/newsletter/link/sent')
  })
  .get('/newsletter/link/sent', (c) => {
    const { context } = c.env
    const { t } = speechOf(context.locale)
    return privatePage(context, {
      title: t('newsletter.sent'),
      description: t('newsletter.sent'),
      main: (
        <div class="w top st g5 n">
          <h1>{t('newsletter.sent')}</h1>
          <p class="lead">{t('newsletter.link-sent')}</p>
        </div>
      ),
    })
  })
