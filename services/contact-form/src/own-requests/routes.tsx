import { localPath } from '@stem/i18n/locales'
import { AccountFrame } from '@stem/ui/account-frame'
import { MoreLink } from '@stem/ui/more-link'
import { Empty } from '@stem/ui/notice'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import type { Principal } from '@stem/contracts/context'
import { isFresh } from '@stem/web/fresh'
import { log, messageOf } from '@stem/web/log'
import { privatePage, seeOther } from '@stem/web/page'
import { personOf } from '@stem/web/personal'
import { Hono, type Context } from 'hono'
import { CONSOLE_PLACES } from '@stem/contracts/console'
import { casesOf } from '../cases/cases-of.ts'
import { caseToken, messagesOf, readingOf } from '../cases/read-case.ts'
import type { Env } from '../env.ts'
import { filesOfCase } from '../files/kept-file.ts'
import { courseOf } from './course-of.ts'
import { PublicStateTag } from '../tracking/public-state.tsx'

type C = Context<ServiceEnv<Env>>
const reading = (c: C) => readingOf(c.env)

/** The requests of who asks, also those sent without being signed in; those alone while the members service cannot say whose address is whose. */
async function ownCases(c: C, { personId }: Principal) {
  const contact = await Promise.resolve(c.env.MEMBERS.contactOf(personId)).catch((thrown: unknown) => {
    log('error', 'own-requests.failed', { requestId: c.env.context.requestId, why: messageOf(thrown) })
    return null
  })
  return casesOf(reading(c), { personId, address: contact?.address ?? null })
}

/** One's own requests for support: where each stands, and all that was said as a file. */
export const ownRequests = new Hono<ServiceEnv<Env>>()
  .get('/account/requests', async (c) => {
    const { context } = c.env
    const who = await personOf(context, c.req.raw)
    if (who instanceof Response) return who
    const speech = speechOf(context.locale)
    const { t, f, locale } = speech
    const own = (await ownCases(c, who)).filter(({ state, personId }) => state !== 'spam' || personId !== null)
    const rows = await Promise.all(own.map(async (one) => ({ ...one, token: await caseToken(reading(c).keys, one) })))
    const staff = [...who.roles, ...who.asleep].some(({ role }) => (CONSOLE_PLACES.inbox.roles as readonly string[]).includes(role))
    return privatePage(context, {
      title: t('account.tab.requests'),
      description: t('account.tab.requests'),
      main: (
        <AccountFrame speech={speech} tab="requests" name={who.name} staff={staff}>
          <div class="st g6">
            <h1>{t('account.tab.requests')}</h1>
            {rows.length === 0 ? (
              <Empty title={t('account.requests.none')}>
                <MoreLink href={localPath(locale, '/support/request')}>{t('support.request')}</MoreLink>
              </Empty>
            ) : (
              <>
                <ul class="rows">
                  {rows.map(({ id, token, kind, reference, state, createdAt }) => (
                    <li>
                      <h2>
                        <a href={`${localPath(locale, '/support/case')}?case=${id}&token=${token}`}>{t(`request.kind.${kind}`)}</a>{' '}
                        <PublicStateTag speech={speech} state={state} />
                      </h2>
                      <p class="meta">
                        <span class="mono">{reference}</span>
                        <span>{t('request.since', { date: f.dateTime(createdAt) })}</span>
                      </p>
                    </li>
                  ))}
                </ul>
                <form method="post" action={localPath(locale, '/account/requests/export')}>
                  <button class="b q">{t('account.requests.json')}</button>
                </form>
              </>
            )}
          </div>
        </AccountFrame>
      ),
    })
  })
  .post('/account/requests/export', async (c) => {
    const who = await personOf(c.env.context, c.req.raw)
    if (who instanceof Response) return who
    if (!isFresh(who, c.env.context.now)) return seeOther(c.env.context, '/account/step-up?back=/account/requests')
    const own = await ownCases(c, who)
    const data = await Promise.all(
      own.map(async ({ id, personId, reference, kind, state, country, requester, createdAt, closedAt, satisfaction }) => {
        const files = await filesOfCase(reading(c), id)
        return {
          reference,
          kind,
          state,
          country,
          requester,
          createdAt: new Date(createdAt).toISOString(),
          closedAt: closedAt === null ? null : new Date(closedAt).toISOString(),
          satisfaction,
          messages: (await messagesOf(reading(c), id)).map(({ id: message, at, side, body }) => ({
            at: new Date(at).toISOString(),
            side,
            body,
            files: files.filter(({ messageId }) => messageId === message).map(({ name, type, size }) => ({ name, type, size })),
          })),
          ...(await courseOf(reading(c).db, { id, personId })),
        }
      }),
    )
    return new Response(JSON.stringify({ requests: data }, null, 2), {
      headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': 'attachment; filename="my-requests.json"' },
    })
  })
