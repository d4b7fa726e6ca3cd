import { localPath } from '@stem/i18n/locales'
import type { Key } from '@stem/i18n/translate'
import { ErrorSummary, Tick, untouched, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { parseForm, readFields, ticked } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { commit } from '@stem/jobs/commit'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import type { Principal } from '@stem/contracts/context'
import { signedIn, stepUp } from '../account/guard.ts'
import { ownPage } from '../account/own-page.tsx'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { LIMITS } from '../limits/limits.ts'
import { takeTurn } from '@stem/jobs/turns'
import { dropCookie, SESSION_COOKIE } from '../sessions/session-cookie.ts'
import { erasePerson } from './erase-person.ts'
import { exportPerson } from './export-person.ts'

type C = Context<ServiceEnv<Env>>

function show(c: C, who: Principal, { state = untouched(), status = 200, last = false }: { state?: FormState; status?: number; last?: boolean }) {
  const speech = speechOf(c.env.context.locale)
  const { t, locale } = speech
  return ownPage(c, who, {
    tab: 'data',
    title: t('own-data.title'),
    status,
    main: (
      <div class="st g6 n">
        <ErrorSummary speech={speech} state={state} labels={{ sure: t('data.erase') }} />
        {last && (
          <Notice tone="bad">
            <p role="alert">{t('data.last')}</p>
          </Notice>
        )}
        <h1>{t('own-data.title')}</h1>
        <section class="st" aria-labelledby="export">
          <h2 id="export">{t('data.export')}</h2>
          <p>{t('data.export.text')}</p>
          <form class="cl" method="post" action={localPath(locale, '/account/data/export')}>
            <button class="b" name="as" value="page">
              {t('data.export.page')}
            </button>
            <button class="b q" name="as" value="json">
              {t('data.export.json')}
            </button>
          </form>
        </section>
        <p>
          <a href={localPath(locale, '/account/requests')}>{t('account.requests.where')}</a>
        </p>
        <p>
          <a href={localPath(locale, '/account/newsletter')}>{t('account.newsletter.where')}</a>
        </p>
        <section class="st" aria-labelledby="erase">
          <h2 id="erase">{t('data.erase')}</h2>
          <p>{t('data.erase.text')}</p>
          <p>{t('data.erase.stays')}</p>
          <form class="st" method="post" action={`${localPath(locale, '/account/data/erase')}#es`} novalidate>
            <Tick speech={speech} state={state} name="sure" label={t('data.erase.sure')} />
            <div>
              <button class="b q">{t('data.erase.button')}</button>
            </div>
          </form>
        </section>
        <p>
          <a href={localPath(locale, '/privacy')}>{t('chrome.footer.privacy')}</a>
        </p>
      </div>
    ),
  })
}

/** One's own data: see and take it all, or be forgotten. */
export const ownData = new Hono<ServiceEnv<Env>>()
  .get('/account/data', async (c) => {
    const who = await signedIn(c)
    return who instanceof Response ? who : show(c, who, {})
  })
  .post('/account/data/export', async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const refused = stepUp(c, who, '/account/data')
    if (refused) return refused
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ as: v.picklist(['page', 'json']) }))
    if (!form.ok) return new Response(null, { status: 400 })
    const { now, locale } = c.env.context
    const db = open(c.env)
    if (!(await takeTurn({ db, key: c.env.TOKEN_KEY }, LIMITS.exportByPerson, who.personId, now))) return new Response(null, { status: 429 })
    const guard = db.prepare('UPDATE persons SET updated_at = ?2 WHERE id = ?1').bind(who.personId, now)
    await commit(db, [guard], { actor: who.personId, action: 'person.exported', object: who.personId }, now)
    const data = await exportPerson({ db }, who)
    if (form.value.as === 'json')
      return new Response(JSON.stringify(data, null, 2), {
        headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': 'attachment; filename="my-data.json"' },
      })
    const { t } = speechOf(locale)
    return ownPage(c, who, {
      tab: 'data',
      title: t('data.export'),
      main: (
        <div class="st g6">
          <h1>{t('data.export')}</h1>
          {Object.entries(data).map(([part, rows]) => (
            <section class="st" aria-labelledby={`d-${part}`}>
              <h2 id={`d-${part}`}>{t(`data.part.${part}` as Key)}</h2>
              {rows.length === 0 ? (
                <p class="m">{t('data.nothing')}</p>
              ) : (
                <ul class="st">
                  {rows.map((row) => (
                    <li class="c">
                      <dl class="fx">
                        {Object.entries(row).map(([name, value]) => (
                          <div>
                            <dt class="mono">{name}</dt>
                            <dd class="pre">{value === null || value === '' ? '–' : String(value)}</dd>
                          </div>
                        ))}
                      </dl>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          ))}
        </div>
      ),
    })
  })
  .post('/account/data/erase', async (c) => {
    const who = await signedIn(c)
    if (who instanceof Response) return who
    const refused = stepUp(c, who, '/account/data')
    if (refused) return refused
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ sure: ticked }))
    if (!form.ok)
      return form.code === 'bad_form' ? new Response(null, { status: 400 }) : show(c, who, { state: { typed: {}, faults: form.faults }, status: 422 })
    const erased = await erasePerson({ db: open(c.env), addressKey: c.env.ADDRESS_KEY }, who.personId, who.personId, c.env.context.now)
    if (!erased.ok) return show(c, who, { last: true, status: 409 })
    const answer = seeOther(c.env.context, '/sign-in/out', [dropCookie(SESSION_COOKIE)])
    answer.headers.set('clear-site-data', '"cache", "storage"')
    return answer
  })
