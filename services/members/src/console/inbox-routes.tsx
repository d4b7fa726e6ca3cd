import { localPath } from '@stem/i18n/locales'
import { Icon } from '@stem/ui/icon'
import { Empty, Notice } from '@stem/ui/notice'
import { speechOf } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { ServiceEnv } from '@stem/web/app'
import { Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { applicationsFor } from '../join/read-application.ts'
import { StateTag } from '../join/status-page.tsx'
import { reviewsFor } from '../profile/reviews-for.ts'
import { consolePage } from './draw-console.tsx'
import { enter } from './enter.ts'
import { Row } from '@stem/ui/console-row'

const OLD = 14 * 24 * 60 * 60_000
const isOpen = (state: string) => state === 'submitted' || state === 'asked'

/** What waits for the secretariat: applications and profiles. */
export const inbox = new Hono<ServiceEnv<Env>>().get('/console', async (c) => {
  const who = await enter(c, 'console.open')
  if (who instanceof Response) return who
  const { context } = c.env
  const db = open(c.env)
  const speech = speechOf(context.locale)
  const { t, f, locale } = speech
  const [applications, reviews] = await Promise.all([applicationsFor({ db }, who), reviewsFor({ db }, who)])
  const waiting = applications.filter(({ state }) => isOpen(state))
  const decided = applications.filter(({ state }) => !isOpen(state)).slice(0, 10)
  const rowOf = (application: (typeof applications)[number]) => (
    <Row
      speech={speech}
      mark={t('console.application')}
      country={application.country}
      href={localPath(locale, `/console/applications/${application.id}`)}
      title={application.name}
      context={application.website}
      status={
        <>
          {isOpen(application.state) && context.now - application.updatedAt > OLD && <Tag tone="warn">{t('console.old')}</Tag>}
          <StateTag speech={speech} state={application.state} />
        </>
      }
      date={f.dateTime(application.updatedAt)}
    />
  )
  return consolePage(c, who, {
    place: 'inbox',
    title: t('console.inbox'),
    main: (
      <>
        {new URL(c.req.url).searchParams.get('done') === '1' && (
          <div class="cp">
            <Notice tone="ok">
              <p role="status">{t('console.done')}</p>
            </Notice>
          </div>
        )}
        <h2 class="gh">
          <Icon name="inbox" />
          {t('console.applications.open')} <span class="m num">{f.number(waiting.length)}</span>
        </h2>
        {waiting.length === 0 ? (
          <div class="cp">
            <Empty title={t('console.applications.none')} />
          </div>
        ) : (
          <ul class="il nb">{waiting.map(rowOf)}</ul>
        )}
        <h2 class="gh">
          <Icon name="file-text" />
          {t('console.profiles.open')} <span class="m num">{f.number(reviews.length)}</span>
        </h2>
        {reviews.length === 0 ? (
          <div class="cp">
            <Empty title={t('console.profiles.none')} />
          </div>
        ) : (
          <ul class="il nb">
            {reviews.map(({ id, name, country, updatedAt, editedBy }) => (
              <Row
                speech={speech}
                mark={t('console.profile')}
                country={country}
                href={localPath(locale, `/console/profiles/${id}`)}
                title={name}
                context={editedBy ?? undefined}
                date={f.dateTime(updatedAt)}
              />
            ))}
          </ul>
        )}
        {decided.length > 0 && (
          <>
            <h2 class="gh">
              <Icon name="circle-check" />
              {t('console.applications.decided')}
            </h2>
            <ul class="il nb">{decided.map(rowOf)}</ul>
          </>
        )}
      </>
    ),
  })
})
