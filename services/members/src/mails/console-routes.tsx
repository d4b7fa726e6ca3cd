import { localPath } from '@stem/i18n/locales'
import { Empty } from '@stem/ui/notice'
import { speechOf } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { ServiceEnv } from '@stem/web/app'
import { Hono } from 'hono'
import { consolePage } from '../console/draw-console.tsx'
import { enter } from '../console/enter.ts'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'

type Row = { id: string; kind: string; state: string; attempts: number; why: string | null; createdAt: number; name: string | null; personId: string | null }
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
export const mailLog = new Hono<ServiceEnv<Env>>().get('/console/mails', async (c) => {
  const who = enter(c, 'audit.read')
  if (who instanceof Response) return who
  const speech = speechOf(c.env.context.locale)
  const { t, f, locale } = speech
  const { results } = await open(c.env)
    .prepare(
      `SELECT m.id, m.kind, m.state, m.attempts, m.why, m.created_at AS createdAt, p.name, m.person_id AS personId FROM mails m LEFT JOIN persons p ON p.id = m.person_id
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
              {results.map(({ kind, state, attempts, why, createdAt, name, personId }) => (
                <tr>
                  <th scope="row">{kind}</th>
                  <td data-l={t('console.state')}>
                    <Tag tone={TONES[state] ?? ''}>{t(`console.mail.${state as 'sent'}`)}</Tag>{' '}
                    {why !== null && <span class="m">{`${why} (${f.number(attempts)})`}</span>}
                  </td>
                  <td data-l={t('audit.who')}>{personId === null ? '–' : <a href={localPath(locale, `/console/people/${personId}`)}>{name ?? personId}</a>}</td>
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
