import { CONSOLE_PLACES } from '@stem/contracts/console'
import { localPath } from '@stem/i18n/locales'
import { Icon } from '@stem/ui/icon'
import { Empty } from '@stem/ui/notice'
import { speechOf, termName } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { Hono } from 'hono'
import { findRecords, readFilter } from '../console-organisations/find-records.ts'
import { findPeople } from '../console-people/find-people.ts'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { applicationsFor } from '../join/read-application.ts'
import { StateTag } from '../join/status-page.tsx'
import { fold } from '@stem/i18n/fold'
import { scopesFor } from '../rights/rights.ts'
import { consolePage } from './draw-console.tsx'
import { enter } from './enter.ts'
import { Row } from '@stem/ui/console-row'

const MOST = 20
const LONGEST = 100

/** Search over everything in the console that one may see: organisations, people, applications. */
export const search = new Hono<ServiceEnv<Env>>().get('/console/search', async (c) => {
  const who = await enter(c, 'console.open')
  if (who instanceof Response) return who
  const db = open(c.env)
  const speech = speechOf(c.env.context.locale)
  const { t, f, locale } = speech
  const q = (new URL(c.req.url).searchParams.get('q') ?? '').trim().slice(0, LONGEST)
  const filter = { ...readFilter(new URLSearchParams()), q }
  const [organisations, people, applications] =
    q === ''
      ? [[], [], []]
      : await Promise.all([
          findRecords({ db }, who, 'organisation.list', filter),
          scopesFor(who, 'person.read').length > 0 ? findPeople({ db }, q) : [],
          applicationsFor({ db }, who).then((all) => all.filter(({ name, website }) => fold(`${name} ${website}`).includes(fold(q)))),
        ])
  const count = organisations.length + people.length + applications.length
  const Group = ({ title, size, children }: { title: string; size: number; children: unknown }) =>
    size === 0 ? null : (
      <>
        <h2 class="gh">
          {title} <span class="m num">{f.number(size)}</span>
        </h2>
        <ul class="il nb">{children as never}</ul>
      </>
    )
  return consolePage(c, who, {
    place: 'inbox',
    title: t('console.search.title', { q }),
    query: q,
    bar: <span class="m">{t('console.search.found', { n: count, count: f.number(count) })}</span>,
    main: (
      <>
        {q !== '' && who.roles.some(({ role }) => (CONSOLE_PLACES.requests.roles as readonly string[]).includes(role)) && (
          <p class="gh">
            <a class="more" href={localPath(locale, `${CONSOLE_PLACES.requests.path}?${new URLSearchParams({ view: 'all', q }).toString()}`)}>
              {t('inbox.search.elsewhere', { q })}
              <Icon name="arrow-right" flip />
            </a>
          </p>
        )}
        {count === 0 && (
          <div class="cp">
            <Empty title={t('console.no-match')}>
              <p>{t('console.search.hint')}</p>
            </Empty>
          </div>
        )}
        <Group title={t('console.organisations')} size={organisations.length}>
          {organisations.slice(0, MOST).map(({ id, name, country, kind, standing }) => (
            <Row
              speech={speech}
              mark={standing === null ? '–' : t(`organisation.standing.${standing as 'member'}`)}
              country={country}
              href={localPath(locale, `/console/organisations/${id}`)}
              title={name}
              context={termName(speech, 'kind', kind)}
            />
          ))}
        </Group>
        <Group title={t('console.people')} size={people.length}>
          {people.slice(0, MOST).map(({ id, name, address, state }) => (
            <Row
              speech={speech}
              mark={t(`console.person.${state as 'active'}`)}
              country={null}
              href={localPath(locale, `/console/people/${id}`)}
              title={name ?? address}
              context={name === null ? undefined : address}
            />
          ))}
        </Group>
        <Group title={t('console.applications.open')} size={applications.length}>
          {applications.slice(0, MOST).map(({ id, name, country, state, updatedAt }) => (
            <Row
              speech={speech}
              mark={t('console.application')}
              country={country}
              href={localPath(locale, `/console/applications/${id}`)}
              title={name}
              status={<StateTag speech={speech} state={state} />}
              date={f.dateTime(updatedAt)}
            />
          ))}
        </Group>
      </>
    ),
  })
})
