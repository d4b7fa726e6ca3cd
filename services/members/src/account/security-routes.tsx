import type { Principal } from '@stem/contracts/context'
import { speechOf } from '@stem/ui/speech'
import { untouched } from '@stem/ui/form'
import type { ServiceEnv } from '@stem/web/app'
import { ownPath, parseForm, readFields } from '@stem/web/form'
import { privatePage, seeOther } from '@stem/web/page'
import { log } from '@stem/web/log'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { askPasskey, PURPOSES } from '../passkeys/challenge.ts'
import { assertPasskey } from '../passkeys/assert-passkey.ts'
import { enrolPasskey, mayEnrol } from '../passkeys/enrol-passkey.ts'
import { makeRecoveryCodes, useRecoveryCode } from '../passkeys/recovery-codes.ts'
import { removePasskey } from '../passkeys/remove-passkey.ts'
import { isStaff } from '../rights/rights.ts'
import { endSession, makeSession, sessionCookie, sessionRow } from '../sessions/open-session.ts'
import { endOwnSessions, ownSessions } from '../sessions/own-sessions.ts'
import { SignInPage } from '../sign-in/sign-in-page.tsx'
import { signedIn, stepUp } from './guard.ts'
import { ownPage } from './own-page.tsx'
import { SecurityPage, type OwnPasskey } from './security-page.tsx'
import { RecoverPage, StepUpPage } from './step-up-page.tsx'
import { deviceOf } from '../sessions/open-session.ts'

type C = Context<ServiceEnv<Env>>
const BAD = () => new Response(null, { status: 400 })
const credential = v.pipe(v.string(), v.maxLength(20_000))
const assertSchema = v.strictObject({ credential, back: ownPath })

async function show(c: C, who: Principal, { problem = null, codes = [], status = 200 }: { problem?: string | null; codes?: string[]; status?: number }) {
  const { context } = c.env
  const db = open(c.env)
  const speech = speechOf(context.locale)
  const [keys, left] = await db.batch([
    db.prepare('SELECT id, name, created_at AS createdAt, last_used_at AS lastUsedAt FROM passkeys WHERE person_id = ? ORDER BY created_at').bind(who.personId),
    db.prepare('SELECT count(*) AS count FROM recovery_codes WHERE person_id = ? AND used_at IS NULL').bind(who.personId),
  ])
  return ownPage(c, who, {
    tab: 'security',
    title: speech.t('security.title'),
    status,
    script: 'passkey.js',
    main: (
      <SecurityPage
        speech={speech}
        passkeys={(keys?.results ?? []) as OwnPasskey[]}
        sessions={await ownSessions({ db }, who.personId)}
        current={who.sessionId}
        codesLeft={(left?.results[0] as { count: number } | undefined)?.count ?? 0}
        codes={codes}
        problem={problem}
        mayEnrol={mayEnrol(who, context.now)}
      />
    ),
  })
}

const HERE = '/account/security'

/** Passkeys, recovery codes, sessions, and proving again who one is. */
export const security = new Hono<ServiceEnv<Env>>()
  .post('/passkey/options', async (c) => {
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ purpose: v.picklist(PURPOSES) }))
    const { context } = c.env
    const options = form.ok ? await askPasskey({ db: open(c.env), origin: context.origin }, form.value.purpose, context.who, context.now) : null
    return options === null ? BAD() : Response.json(options, { headers: { 'cache-control': 'no-store' } })
  })
  .post('/sign-in/passkey', async (c) => {
    const { context } = c.env
    const form = parseForm(await readFields(c.req.raw), assertSchema)
    if (!form.ok) return BAD()
    const db = open(c.env)
    const asserted = await assertPasskey(
      { db, origin: context.origin },
      { credential: form.value.credential, purpose: 'sign-in', sessionId: null },
      context.now,
    )
    log('info', 'sign-in', { requestId: context.requestId, outcome: asserted.ok ? 'passkey' : 'passkey_refused' })
    const speech = speechOf(context.locale)
    const again = () =>
      privatePage(context, {
        title: speech.t('sign-in.title'),
        description: speech.t('sign-in.description'),
        status: 422,
        script: 'passkey.js',
        main: <SignInPage speech={speech} state={untouched()} back={form.value.back} problem={speech.t('sign-in.passkey.failed')} />,
      })
    if (!asserted.ok) return again()
    const session = await makeSession(context.client.agent, context.now)
    const [, opened] = await db.batch([
      db.prepare("UPDATE persons SET updated_at = updated_at WHERE id = ? AND state = 'active'").bind(asserted.value.personId),
      sessionRow(db, session, asserted.value.personId, context.now, context.now),
      ...(context.who === null ? [] : [endSession(db, context.who.sessionId, context.now)]),
    ])
    return opened?.meta.changes === 1 ? seeOther(context, form.value.back, [sessionCookie(session)]) : again()
  })
  .get('/account/step-up', async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const speech = speechOf(context.locale)
    const back = v.parse(ownPath, new URL(c.req.url).searchParams.get('back') ?? '/account')
    return privatePage(context, {
      title: speech.t('step-up.title'),
      description: speech.t('step-up.title'),
      script: 'passkey.js',
      main: <StepUpPage speech={speech} back={back} way={who.passkeys > 0 ? 'passkey' : isStaff(who) ? 'none' : 'mail'} failed={false} />,
    })
  })
  .post('/account/step-up', async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const form = parseForm(await readFields(c.req.raw), assertSchema)
    if (!form.ok) return BAD()
    const db = open(c.env)
    const asserted = await assertPasskey(
      { db, origin: context.origin },
      { credential: form.value.credential, purpose: 'step-up', sessionId: who.sessionId },
      context.now,
    )
    if (asserted.ok && asserted.value.personId === who.personId) {
      // Rights rise, so the session gets a new name and secret.
      const session = await makeSession(context.client.agent, context.now)
      await db.batch([endSession(db, who.sessionId, context.now), sessionRow(db, session, who.personId, context.now, context.now)])
      return seeOther(context, form.value.back, [sessionCookie(session)])
    }
    const speech = speechOf(context.locale)
    return privatePage(context, {
      title: speech.t('step-up.title'),
      description: speech.t('step-up.title'),
      status: 422,
      script: 'passkey.js',
      main: <StepUpPage speech={speech} back={form.value.back} way="passkey" failed />,
    })
  })
  .get('/account/recover', async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const speech = speechOf(context.locale)
    return privatePage(context, {
      title: speech.t('recover.title'),
      description: speech.t('recover.title'),
      main: <RecoverPage speech={speech} state={untouched()} />,
    })
  })
  .post('/account/recover', async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ code: v.pipe(v.string(), v.maxLength(60)) }))
    if (!form.ok) return BAD()
    const used = await useRecoveryCode({ db: open(c.env), key: c.env.TOKEN_KEY }, who, form.value.code, context.now)
    if (used.ok) return seeOther(context, HERE)
    const speech = speechOf(context.locale)
    return privatePage(context, {
      title: speech.t('forms.error.title', { title: speech.t('recover.title') }),
      description: speech.t('recover.title'),
      status: used.code === 'too_many' ? 429 : 422,
      main: <RecoverPage speech={speech} state={{ typed: { code: form.value.code }, faults: [{ field: 'code', reason: 'forms.code' }] }} />,
    })
  })
  .get(HERE, async (c) => {
    const who = await signedIn(c)
    return who instanceof Response ? who : show(c, who, {})
  })
  .post(`${HERE}/passkeys`, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ credential }))
    if (!form.ok) return BAD()
    const name = deviceOf(context.client.agent)
    const enrolled = await enrolPasskey({ db: open(c.env), origin: context.origin }, who, { credential: form.value.credential, name }, context.now)
    if (enrolled.ok) return seeOther(context, HERE)
    if (enrolled.code === 'not_fresh') return seeOther(context, `/account/step-up?back=${HERE}`)
    return show(c, who, { problem: speechOf(context.locale).t('sign-in.passkey.failed'), status: 422 })
  })
  .post(`${HERE}/remove`, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ passkey: v.pipe(v.string(), v.maxLength(2000)) }))
    if (!form.ok) return BAD()
    const removed = await removePasskey({ db: open(c.env) }, who, form.value.passkey, context.now)
    if (removed.ok) return seeOther(context, HERE)
    if (removed.code === 'not_fresh') return seeOther(context, `/account/step-up?back=${HERE}`)
    return removed.code === 'last' ? show(c, who, { problem: speechOf(context.locale).t('security.last'), status: 409 }) : new Response(null, { status: 404 })
  })
  .post(`${HERE}/codes`, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const refused = stepUp(c, who, HERE)
    if (refused) return refused
    const made = await makeRecoveryCodes({ db: open(c.env) }, who, c.env.context.now)
    return made.ok ? show(c, who, { codes: made.value }) : seeOther(c.env.context, HERE)
  })
  .post(`${HERE}/sessions`, async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ session: v.pipe(v.string(), v.regex(/^(others|ses_[0-9a-z]{26})$/)) }))
    if (!form.ok) return BAD()
    const { session } = form.value
    await endOwnSessions({ db: open(c.env) }, who.personId, session === 'others' ? { keep: who.sessionId } : { only: session }, c.env.context.now)
    return seeOther(c.env.context, HERE)
  })
