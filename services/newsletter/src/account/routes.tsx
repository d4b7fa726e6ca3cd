import { CONSOLE_PLACES } from '@stem/contracts/console'
import type { Principal } from '@stem/contracts/context'
import { localPath, SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import { AccountFrame } from '@stem/ui/account-frame'
import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { newFormKey, parseForm, readFields, ticked, type FormFields } from '@stem/web/form'
import { isFresh } from '@stem/web/fresh'
import { privatePage, seeOther } from '@stem/web/page'
import { personOf } from '@stem/web/personal'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import type { Env } from '../env.ts'
import { exportReader } from '../own-data/export-reader.ts'
import { changeWish } from '../preferences/change-wish.ts'
import { isCarried } from '../readers/carried.ts'
import { linkQuery } from '../readers/links.ts'
import { deskOf, readerByKey, readerKeyOf, type Reader } from '../readers/reader.ts'
import { askToSubscribe, LIMITED } from '../subscribe/ask-to-subscribe.ts'
import { subscribeSignedIn } from '../subscribe/subscribe-signed-in.ts'
import { isHeld, suppressionOf } from '../suppressions/find-suppressions.ts'
import { leave } from '../unsubscribe/leave.ts'
import { typedOf, wishOf, WISH_ENTRIES, type Wish } from '../wish/wish.ts'
import { DONE, OwnNewsletterPage, type Done } from './own-newsletter-page.tsx'

type C = Context<ServiceEnv<Env>>
/** Who asks, the address they sign in with, and the reader it is; null for none, or one who left. `kept`: of whom something is kept, also after leaving. */
type Own = { who: Principal; address: string; reader: Reader | null; kept: Reader | null }

const PATH = '/account/newsletter'
const language = v.picklist(SHIPPED, 'forms.choose')
const subscribeSchema = v.strictObject({ ...WISH_ENTRIES, language, consent: ticked, do: v.picklist(['subscribe']) })
const saveSchema = v.strictObject({
  ...WISH_ENTRIES,
  language,
  version: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
  do: v.picklist(['save']),
})
const leaveSchema = v.strictObject({ do: v.picklist(['leave']) })

async function enter(c: C): Promise<Own | Response> {
  const who = await personOf(c.env.context, c.req.raw)
  if (who instanceof Response) return who
  const contact = await c.env.MEMBERS.contactOf(who.personId)
  if (!contact) return new Response(null, { status: 404 })
  const desk = deskOf(c.env)
  const reader = await readerByKey(desk.db, await readerKeyOf(desk, contact.address))
  const kept = reader?.state === 'erased' ? null : reader
  return { who, address: contact.address, kept, reader: kept?.state === 'withdrawn' ? null : kept }
}

async function show(
  c: C,
  { who, address, reader, kept }: Own,
  { state, status = 200, problem }: { state?: FormState; status?: number; problem?: string } = {},
) {
  const { context } = c.env
  const desk = deskOf(c.env)
  const speech = speechOf(context.locale)
  const title = speech.t('newsletter.preferences')
  const suppression = reader && (await suppressionOf(desk.db, reader.addressKey))
  const staff = [...who.roles, ...who.asleep].some(({ role }) => (CONSOLE_PLACES.inbox.roles as readonly string[]).includes(role))
  const begin = reader ? { ...typedOf(reader), language: reader.locale } : { language: context.locale }
  return privatePage(context, {
    title: status === 422 ? speech.t('forms.error.title', { title }) : title,
    description: title,
    status,
    main: (
      <AccountFrame speech={speech} tab="newsletter" name={who.name} staff={staff}>
        <OwnNewsletterPage
          speech={speech}
          address={address}
          reader={reader}
          kept={suppression && isHeld(suppression, context.now) ? suppression.reason : null}
          exports={kept !== null}
          query={reader ? await linkQuery(desk, 'preferences', reader) : ''}
          state={state ?? untouched(begin)}
          done={status === 200 ? (DONE.find((one) => one === new URL(c.req.url).searchParams.get('done')) ?? null) : null}
          problem={problem}
        />
      </AccountFrame>
    ),
  })
}

const doneWith = (c: C, done: Done) => seeOther(c.env.context, `${PATH}?done=${done}`)

/** The wish of a form, or the page with what is to be mended. */
function wishIn(
  c: C,
  own: Own,
  fields: FormFields,
  form: { ok: true } | { ok: false; code: string; faults: FormState['faults'] },
): Wish | Response | Promise<Response> {
  if (!form.ok && form.code === 'bad_form') return new Response(null, { status: 400 })
  const wish = wishOf(fields.typed)
  if (form.ok && wish !== null) return wish
  const faults = [...(form.ok ? [] : form.faults), ...(wish === null ? [{ field: 'topics', reason: 'newsletter.topics.none' }] : [])]
  return show(c, own, { state: { typed: fields.typed, faults }, status: 422 })
}

async function subscribe(c: C, own: Own, fields: FormFields): Promise<Response> {
  const { context } = c.env
  const { t } = speechOf(context.locale)
  const form = parseForm(fields, subscribeSchema)
  const wish = await wishIn(c, own, fields, form)
  if (wish instanceof Response || !form.ok) return wish instanceof Response ? wish : new Response(null, { status: 400 })
  if (!isCarried(own.address)) return show(c, own, { state: untouched(fields.typed), status: 409, problem: t('newsletter.address.carried') })
  const desk = deskOf(c.env)
  const asked = { address: own.address, wish, locale: form.value.language as ShippedLocale, form: localPath(context.locale, PATH) }
  const done = await subscribeSignedIn(desk, { ...asked, personId: own.who.personId }, context.now)
  if (done.ok) return doneWith(c, 'subscribed')
  const mailed = await askToSubscribe(desk, { ...asked, formKey: newFormKey(), network: context.client.network }, context.now)
  return mailed.ok ? doneWith(c, 'mailed') : show(c, own, { state: untouched(fields.typed), status: 429, problem: t(LIMITED[mailed.code]) })
}

async function save(c: C, own: Own & { reader: Reader }, fields: FormFields): Promise<Response> {
  const { context } = c.env
  const form = parseForm(fields, saveSchema)
  const wish = await wishIn(c, own, fields, form)
  if (wish instanceof Response || !form.ok) return wish instanceof Response ? wish : new Response(null, { status: 400 })
  const { version } = form.value
  const by = { way: 'account', shownIn: context.locale } as const
  const done = await changeWish(deskOf(c.env), own.reader, { wish, locale: form.value.language as ShippedLocale, version, ...by }, context.now)
  if (done.ok) return doneWith(c, 'saved')
  return show(c, own, { state: untouched(fields.typed), status: 409, problem: speechOf(context.locale).t('newsletter.stale') })
}

/** One's own subscription in one's own space: who is signed in needs no mailed link. */
export const account = new Hono<ServiceEnv<Env>>()
  .get(PATH, async (c) => {
    const own = await enter(c)
    return own instanceof Response ? own : show(c, own)
  })
  .post(PATH, async (c) => {
    const own = await enter(c)
    if (own instanceof Response) return own
    const fields = await readFields(c.req.raw)
    const { reader } = own
    if (fields.typed['do'] === 'subscribe') return reader ? doneWith(c, 'subscribed') : subscribe(c, own, fields)
    if (fields.typed['do'] === 'save') return reader ? save(c, { ...own, reader }, fields) : show(c, own, { status: 409 })
    if (!parseForm(fields, leaveSchema).ok) return new Response(null, { status: 400 })
    if (reader) await leave(deskOf(c.env), reader, { way: 'account', campaign: null }, c.env.context.now)
    return doneWith(c, 'left')
  })
  .post(`${PATH}/export`, async (c) => {
    const own = await enter(c)
    if (own instanceof Response) return own
    if (!isFresh(own.who, c.env.context.now)) return seeOther(c.env.context, `/account/step-up?back=${PATH}`)
    if (!own.kept) return seeOther(c.env.context, PATH)
    return new Response(JSON.stringify(await exportReader(deskOf(c.env), own.kept), null, 2), {
      headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': 'attachment; filename="my-newsletter.json"' },
    })
  })
