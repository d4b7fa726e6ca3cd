import { mailAddress } from '@stem/mail/message'
import { untouched } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { ownPath, parseForm, readFields } from '@stem/web/form'
import { log } from '@stem/web/log'
import { privatePage, seeOther } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { endSession, sessionCookie } from '../sessions/open-session.ts'
import { dropCookie, heldIn, LOGIN_COOKIE, SESSION_COOKIE, setCookie } from '../sessions/session-cookie.ts'
import { askForLink, LINK_LIFE } from './ask-for-link.ts'
import { redeemCode, redeemLink, type Browser } from './redeem.ts'
import { LinkPage, RefusedPage, SentPage, SignInPage } from './sign-in-page.tsx'

type C = Context<ServiceEnv<Env>>
const wishSchema = v.strictObject({ address: mailAddress, back: ownPath })
const codeSchema = v.strictObject({ code: v.pipe(v.string('forms.required'), v.trim(), v.minLength(1, 'forms.required'), v.maxLength(40, 'forms.code')) })
const linkSchema = v.strictObject({ request: v.pipe(v.string(), v.regex(/^req_[0-9a-z]{26}$/)), token: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })

const cookiesOf = (c: C) => c.req.header('cookie') ?? null
const browserOf = (c: C): Browser => {
  const { who, client } = c.env.context
  return { held: heldIn(cookiesOf(c), LOGIN_COOKIE), network: client.network, agent: client.agent, former: who?.sessionId ?? null }
}
const redeeming = ({ env }: C) => ({ db: open(env), key: env.TOKEN_KEY, firstAddress: env.SECRETARIAT_EMAIL ?? null })

/** Frame of the pages here; their addresses may hold secrets. */
const show = (c: C, title: string, main: unknown, status = 200) => {
  const { context } = c.env
  const { t } = speechOf(context.locale)
  return privatePage(context, { title, description: t('sign-in.description'), status, secretLink: true, script: 'passkey.js', main: main as never })
}

function refuse(c: C, why: 'expired' | 'other_browser') {
  const speech = speechOf(c.env.context.locale)
  const kind = why === 'expired' ? 'expired' : 'other'
  return show(c, speech.t(`sign-in.${kind}.title`), <RefusedPage speech={speech} why={kind} />, why === 'expired' ? 410 : 403)
}

/** Tells in the log that somebody signed in, or could not. */
const tell = (c: C, outcome: string) => log('info', 'sign-in', { requestId: c.env.context.requestId, outcome })

/** Signing in by a link or code from a mail, and signing out. */
export const signIn = new Hono<ServiceEnv<Env>>()
  .get('/sign-in', (c) => {
    const { context } = c.env
    const back = v.parse(ownPath, new URL(c.req.url).searchParams.get('back') ?? '/account')
    if (context.who !== null) return seeOther(context, back)
    const speech = speechOf(context.locale)
    return show(c, speech.t('sign-in.title'), <SignInPage speech={speech} state={untouched()} back={back} />)
  })
  .post('/sign-in', async (c) => {
    const { context, TOKEN_KEY: key } = c.env
    const speech = speechOf(context.locale)
    const form = parseForm(await readFields(c.req.raw), wishSchema)
    if (!form.ok) {
      if (form.code === 'bad_form') return new Response(null, { status: 400 })
      const page = <SignInPage speech={speech} state={{ typed: form.typed, faults: form.faults }} back={v.parse(ownPath, form.typed['back'])} />
      return show(c, speech.t('forms.error.title', { title: speech.t('sign-in.title') }), page, 422)
    }
    const { address, back } = form.value
    const asked = await askForLink({ db: open(c.env), key }, { address, back, locale: context.locale, network: context.client.network }, context.now)
    if (!asked.ok) {
      tell(c, 'limited')
      const answer = await show(
        c,
        speech.t('sign-in.title'),
        <SignInPage speech={speech} state={untouched({ address })} back={back} problem={speech.t('sign-in.limited')} />,
        429,
      )
      answer.headers.set('retry-after', '900')
      return answer
    }
    return seeOther(context, '/sign-in/sent', [setCookie(LOGIN_COOKIE, asked.value, LINK_LIFE / 1000)])
  })
  .get('/sign-in/sent', (c) => {
    const speech = speechOf(c.env.context.locale)
    return show(c, speech.t('sign-in.sent.title'), <SentPage speech={speech} state={untouched()} />)
  })
  .post('/sign-in/code', async (c) => {
    const { context } = c.env
    const speech = speechOf(context.locale)
    const again = (typed: Record<string, string>, reason: string, status: 422 | 429) =>
      show(
        c,
        speech.t('forms.error.title', { title: speech.t('sign-in.sent.title') }),
        <SentPage speech={speech} state={{ typed, faults: [{ field: 'code', reason }] }} />,
        status,
      )
    const form = parseForm(await readFields(c.req.raw), codeSchema)
    if (!form.ok) return form.code === 'bad_form' ? new Response(null, { status: 400 }) : again(form.typed, form.faults[0]?.reason ?? 'forms.code', 422)
    const signed = await redeemCode(redeeming(c), form.value.code, browserOf(c), context.now)
    tell(c, signed.ok ? 'signed_in' : signed.code)
    if (signed.ok) return seeOther(context, signed.value.back, [sessionCookie(signed.value.session), dropCookie(LOGIN_COOKIE)])
    if (signed.code === 'wrong_code' || signed.code === 'too_many')
      return again({ code: form.value.code }, 'forms.code', signed.code === 'too_many' ? 429 : 422)
    return refuse(c, 'expired')
  })
  .get('/sign-in/link', (c) => {
    const speech = speechOf(c.env.context.locale)
    const link = v.safeParse(linkSchema, Object.fromEntries(new URL(c.req.url).searchParams))
    if (!link.success) return refuse(c, 'expired')
    return show(c, speech.t('sign-in.link.title'), <LinkPage speech={speech} {...link.output} />)
  })
  .post('/sign-in/link', async (c) => {
    const { context } = c.env
    const form = parseForm(await readFields(c.req.raw), linkSchema)
    if (!form.ok) return refuse(c, 'expired')
    const signed = await redeemLink(redeeming(c), { id: form.value.request, token: form.value.token }, browserOf(c), context.now)
    tell(c, signed.ok ? 'signed_in' : signed.code)
    if (signed.ok) return seeOther(context, signed.value.back, [sessionCookie(signed.value.session), dropCookie(LOGIN_COOKIE)])
    return refuse(c, signed.code === 'other_browser' ? 'other_browser' : 'expired')
  })
  .post('/sign-out', async (c) => {
    const { context } = c.env
    if (context.who !== null) await endSession(open(c.env), context.who.sessionId, context.now).run()
    const answer = seeOther(context, '/sign-in/out', [dropCookie(SESSION_COOKIE)])
    answer.headers.set('clear-site-data', '"cache", "storage"')
    return answer
  })
  .get('/sign-in/out', (c) => {
    const speech = speechOf(c.env.context.locale)
    const { t } = speech
    return show(
      c,
      t('sign-in.out.title'),
      <div class="w top st g5 n">
        <h1>{t('sign-in.out.title')}</h1>
        <p class="lead">{t('sign-in.out.text')}</p>
      </div>,
    )
  })
