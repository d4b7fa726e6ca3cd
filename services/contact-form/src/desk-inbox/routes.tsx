import type { Principal } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { Row } from '@stem/ui/console-row'
import { Empty } from '@stem/ui/notice'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { Hono } from 'hono'
import { OPEN } from '../cases/case.ts'
import { casesIn, readingOf } from '../cases/read-case.ts'
import { StateTag } from '../cases/state-tag.tsx'
import { drawDesk, enterDesk } from '../desk/desk.tsx'
import type { Env } from '../env.ts'

const VIEWS = ['open', 'mine', 'unassigned', 'closed', 'spam'] as const
type View = (typeof VIEWS)[number]

const filterOf = (view: View, who: Principal): { states: readonly string[]; assignee?: string } =>
  ({
    open: { states: OPEN },
    mine: { states: OPEN, assignee: who.personId },
    unassigned: { states: OPEN, assignee: 'none' },
    closed: { states: ['closed', 'withdrawn', 'merged'] },
    spam: { states: ['spam'] },
  })[view]

/** The inbox of the secretariat. */
export const deskInbox = new Hono<ServiceEnv<Env>>().get('/console/requests', async (c) => {
  const who = await enterDesk(c)
  if (who instanceof Response) return who
  const speech = speechOf(c.env.context.locale)
  const { t, f, locale } = speech
  const params = new URL(c.req.url).searchParams
  const view = VIEWS.find((one) => one === params.get('view')) ?? 'open'
  const found = await casesIn(readingOf(c.env), filterOf(view, who))
  const here = localPath(locale, '/console/requests')
  return drawDesk(c, who, {
    title: t('console.requests'),
    bar: <span class="m">{t('console.search.found', { n: found.length, count: f.number(found.length) })}</span>,
    main: (
      <>
        <nav class="tabs" aria-label={t('console.views')}>
          {VIEWS.map((one) => (
            <a href={one === 'open' ? here : `${here}?view=${one}`} aria-current={one === view ? 'page' : undefined}>
              {t(`request.view.${one}`)}
            </a>
          ))}
        </nav>
        {found.length === 0 ? (
          <div class="cp">
            <Empty title={t('request.none')} />
          </div>
        ) : (
          <ul class="il nb">
            {found.map((one) => (
              <Row
                speech={speech}
                mark={<span class="mono">{one.reference}</span>}
                country={one.country}
                href={localPath(locale, `/console/requests/${one.id}`)}
                title={`${t(`request.kind.${one.kind}`)}: ${one.requester?.organisation ?? one.requester?.name ?? t('request.forgotten')}`}
                context={one.assignee === null ? t('request.nobody') : undefined}
                status={<StateTag speech={speech} state={one.state} />}
                date={f.dateTime(one.updatedAt)}
              />
            ))}
          </ul>
        )}
      </>
    ),
  })
})
