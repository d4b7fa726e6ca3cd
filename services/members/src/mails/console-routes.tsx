import { localPath } from '@stem/i18n/locales'
import { Empty } from '@stem/ui/notice'
import { speechOf } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { ServiceEnv } from '@stem/web/app'
import { parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { commit } from '@stem/jobs/commit'
import { Hidden } from '@stem/ui/form'
import { Hono } from 'hono'
import * as v from 'valibot'
import { scopesFor } from '../rights/rights.ts'
import { consolePage } from '../console/draw-console.tsx'
import { enter } from '../console/enter.ts'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'

type Row = {
  again: number
  id: string
  kind: string
  state: string
  attempts: number
  why: string | null
  createdAt: number
  name: string | null
  personId: string | null
}
const TONES: Record<string, '' | 'ok' | 'warn' | 'bad' | 'tn'> = {
  sent: 'ok',
  queued: 'tn',
  working: 'tn',
  handing: 'tn',
  unknown: 'warn',
  failed: 'bad',
  refused: 'bad',
  dropped: '',
}

/** What happened to the mails of this service: which wait, which could not be delivered, and why. No address, no content. */
export const mailLog = new Hono<ServiceEnv<Env>>()
  .post('/console/mails/again', async (c) => {
    const who = await enter(c, 'person.manage')
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ mail: v.pipe(v.string(), v.maxLength(120)) }))
    if (!form.ok) return new Response(null, { status: 400 })
    const { now } = c.env.context
    const again = open(c.env)
      .prepare(
        "UPDATE mails SET state = 'queued', next_at = ?2, created_at = ?2, attempts = 0, settled_at = NULL WHERE id = ?1 AND state IN ('unknown', 'failed') AND address IS NOT NULL",
      )
      .bind(form.value.mail, now)
    const outcome = await commit(open(c.env), [again], { actor: who.personId, action: 'mail.again', object: form.value.mail }, now)
    return outcome === 'done' ? seeOther(c.env.context, '/console/mails') : new Response(null, { status: 404 })
  })
  .get('/console/mails', async (c) => {
    const who = await enter(c, 'audit.read')
    if (who instanceof Response) return who
    const speech = speechOf(c.env.context.locale)
    const { t, f, locale } = speech
    const manages = scopesFor(who, 'person.manage').length > 0
    const { results } = await open(c.env)
      .prepare(
        `SELECT m.state IN ('unknown', 'failed') AND m.address IS NOT NULL AS again, m.id, m.kind, m.state, m.attempts, m.why, m.created_at AS createdAt, p.name, m.person_id AS personId FROM mails m LEFT JOIN persons p ON p.id = m.person_id
       ORDER BY m.state IN ('sent', 'dropped'), m.created_at DESC LIMIT 200`,
      )
      .all<Row>()
    return consolePage(c, who, {
      place: 'mails',
      title: t('console.mails'),
      main: (
        <div class="cp">
          {results.length === 0 ? (
            <Empty title={t('console.mails.none')} />
          ) : (
            <table class="tb rt">
              <caption class="vh">{t('console.mails')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('console.mail')}</th>
                  <th scope="col">{t('console.state')}</th>
                  <th scope="col">{t('audit.who')}</th>
                  <th scope="col">{t('audit.when')}</th>
                </tr>
              </thead>
              <tbody>
                {results.map(({ again, id, kind, state, attempts, why, createdAt, name, personId }) => (
                  <tr>
                    <th scope="row">{kind}</th>
                    <td data-l={t('console.state')}>
                      <Tag tone={TONES[state] ?? ''}>{t(`console.mail.${state as 'sent'}`)}</Tag>{' '}
                      {why !== null && <span class="m">{`${why} (${f.number(attempts)})`}</span>}
                      {again === 1 && manages && (
                        <form method="post" action={localPath(locale, '/console/mails/again')}>
                          <Hidden name="mail" value={id} />
                          <button class="b q">{t('console.mail.again')}</button>
                        </form>
                      )}
                    </td>
                    <td data-l={t('audit.who')}>
                      {personId === null ? '–' : <a href={localPath(locale, `/console/people/${personId}`)}>{name ?? personId}</a>}
                    </td>
                    <td data-l={t('audit.when')}>{f.dateTime(createdAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      ),
    })
  })
