import { localPath } from '@stem/i18n/locales'
import { Notice } from '@stem/ui/notice'
import { speechOf, termName } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { parseForm, readFields } from '@stem/web/form'
import { privatePage, seeOther } from '@stem/web/page'
import { Hono, type Context } from 'hono'
import type { Child } from 'hono/jsx'
import * as v from 'valibot'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { placeOf } from '../rights/place-of.ts'
import { LOGIN_COOKIE, setCookie } from '../sessions/session-cookie.ts'
import { askForLink, LINK_LIFE } from '../sign-in/ask-for-link.ts'
import { acceptByMail, acceptInvitation, declineByMail } from './answer-invitation.ts'
import { invitationBy } from './read-invitation.ts'

type C = Context<ServiceEnv<Env>>
const linkSchema = v.strictObject({ invitation: v.pipe(v.string(), v.regex(/^inv_[0-9a-z]{26}$/)), token: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })
const answerSchema = v.strictObject({ ...linkSchema.entries, answer: v.picklist(['yes', 'no']) })

const show = (c: C, title: string, main: Child, status = 200) =>
  privatePage(c.env.context, { title, description: title, status, secretLink: true, main: <div class="w top st g5 n">{main}</div> })

const gone = (c: C) => {
  const { t } = speechOf(c.env.context.locale)
  return show(
    c,
    t('join.gone.title'),
    <>
      <h1>{t('join.gone.title')}</h1>
      <p class="lead">{t('join.gone.text')}</p>
    </>,
    410,
  )
}

const byLink = (c: C, { invitation, token }: v.InferOutput<typeof linkSchema>) =>
  invitationBy({ db: open(c.env), key: c.env.TOKEN_KEY }, { id: invitation, token }, c.env.context.now)

const isSomebodyElse = async (c: C, addressKey: string): Promise<boolean> => {
  const { who } = c.env.context
  if (who === null) return false
  const own = await open(c.env).prepare('SELECT address_key AS key FROM persons WHERE id = ?').bind(who.personId).first<{ key: string | null }>()
  return own?.key !== addressKey
}

/** What an invitation offers, and the answer to it. Looking changes nothing. */
export const invitations = new Hono<ServiceEnv<Env>>()
  .get('/invitation', async (c) => {
    const link = v.safeParse(linkSchema, Object.fromEntries(new URL(c.req.url).searchParams))
    const invitation = link.success ? await byLink(c, link.output) : null
    if (!link.success || !invitation) return gone(c)
    const speech = speechOf(c.env.context.locale)
    const { t, f, locale } = speech
    const { inviter, role, organisation, scope, address, addressKey, expiresAt } = invitation
    const other = await isSomebodyElse(c, addressKey)
    return show(
      c,
      t('invitation.title'),
      <>
        <h1>{t('invitation.title')}</h1>
        <p class="lead">
          {t('invitation.text', {
            inviter: inviter ?? t('invitation.somebody'),
            role: termName(speech, 'grant', role),
            organisation: organisation ?? placeOf(speech, scope),
          })}
        </p>
        <p>{t('invitation.address', { address })}</p>
        <p>{t('invitation.seen')}</p>
        {other && (
          <Notice tone="warn">
            <p>{t('invitation.other')}</p>
          </Notice>
        )}
        <form class="cl" method="post" action={localPath(locale, other ? '/sign-out' : '/invitation')}>
          {other ? (
            <button class="b">{t('sign-in.out')}</button>
          ) : (
            <>
              <input type="hidden" name="invitation" value={link.output.invitation} />
              <input type="hidden" name="token" value={link.output.token} />
              <button class="b" name="answer" value="yes">
                {t('invitation.accept')}
              </button>
              <button class="b q" name="answer" value="no">
                {t('invitation.decline')}
              </button>
            </>
          )}
        </form>
        <p class="s m">{t('invitation.until', { date: f.dateTime(expiresAt) })}</p>
      </>,
    )
  })
  .post('/invitation', async (c) => {
    const { context, TOKEN_KEY: key } = c.env
    const db = open(c.env)
    const form = parseForm(await readFields(c.req.raw), answerSchema)
    if (!form.ok) return new Response(null, { status: 400 })
    const { answer, ...link } = form.value
    const invitation = await byLink(c, link)
    if (!invitation || (await isSomebodyElse(c, invitation.addressKey))) return gone(c)
    const { t } = speechOf(context.locale)
    if (answer === 'no') {
      await declineByMail({ db }, invitation, context.now)
      return show(c, t('invitation.decline'), <h1>{t('invitation.declined')}</h1>)
    }
    if (context.who !== null) {
      const accepted = await acceptInvitation({ db }, invitation.id, context.who, context.now)
      return accepted.ok ? seeOther(context, '/my-organisation') : gone(c)
    }
    if (!(await acceptByMail({ db }, invitation, context.now)).ok) return gone(c)
    const wish = { address: invitation.address, back: '/my-organisation', locale: context.locale, network: context.client.network }
    const asked = await askForLink({ db, key }, wish, context.now)
    return asked.ok
      ? seeOther(context, '/sign-in/sent', [setCookie(LOGIN_COOKIE, asked.value, LINK_LIFE / 1000)])
      : seeOther(context, '/sign-in?back=/my-organisation')
  })
