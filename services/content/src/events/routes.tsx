import { LISTS } from '@stem/contracts/lists'
import { entityTag } from '@stem/contracts/purge'
import { isShipped, localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { file } from '@stem/web/file'
import { freshFor } from '@stem/web/fresh-for'
import { page } from '@stem/web/page'
import { type Context, Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { crumbsTo } from '../listing/crumbs.ts'
import { findList } from '../listing/find-list.ts'
import { isNarrowed, readListQuery, writeListQuery } from '../listing/list-query.ts'
import { tagsOfList } from '../listing/list-tags.ts'
import { whenOf } from '../publish/facets.ts'
import { answerMissing } from '../record/answer-missing.ts'
import { findRecord } from '../record/find-record.ts'
import { signpost } from '@stem/web/signpost'
import { calendarOf, isInCalendar } from './calendar.ts'
import { eventDoc } from './event.ts'
import { EventPage } from './event-page.tsx'
import { AgendaPage, MonthPage } from './events-page.tsx'
import { findAgenda, findMonth } from './find-agenda.ts'
import { monthOf, readMonth } from './month.ts'
import { structuredData } from './structured-data.ts'

type Ask = Context<ServiceEnv<Env>>

const LIST = LISTS.events
const PATH = '/events'
const MOST_IN_CALENDAR = 1000
const CALENDAR = 'text/calendar; charset=utf-8'
const FEEDS = { atom: 'application/atom+xml', 'feed.json': 'application/feed+json', ics: 'text/calendar' } as const

const asked = (c: Ask) => new URL(c.req.url).searchParams

async function drawEvents(c: Ask): Promise<Response> {
  const { context } = c.env
  const { locale, origin, now } = context
  const speech = speechOf(locale)
  const { t } = speech
  const query = { ...readListQuery(LIST, asked(c)), sort: LIST.sorts[0] }
  const month = readMonth(asked(c).get('month'))
  const db = open(c.env)
  const written = new URLSearchParams(writeListQuery(LIST, query))
  const filter = written.toString()
  if (month !== null) written.set('month', month)
  written.sort()
  const title = t('list.events.title')
  const parts = { speech, query, origin, month: month ?? monthOf(now) }
  const draw = async () => {
    if (month === null) {
      const agenda = await findAgenda({ db }, query, context)
      return <AgendaPage {...parts} found={agenda.found} agenda={agenda} />
    }
    const { found, rows } = await findMonth({ db }, query, month, context)
    return <MonthPage {...parts} found={found} rows={rows} today={new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Brussels' }).format(now)} />
  }
  return page(context, {
    title: month === null ? title : `${title}: ${speech.f.date(month)}`,
    description: t('list.events.description'),
    crumbs: crumbsTo(speech, { name: 'events' }),
    query: written.toString(),
    noindex: isNarrowed(query) || month !== null,
    tags: tagsOfList('events'),
    maxAge: freshFor(now),
    alternates: Object.entries(FEEDS).map(([extension, type]) => ({
      type,
      title: t('list.events.feed'),
      path: `${localPath(locale, `${PATH}.${extension}`)}${filter === '' ? '' : `?${filter}`}`,
    })),
    jsonLd: [{ '@context': 'https://schema.org', '@type': 'CollectionPage', name: title, url: origin + localPath(locale, PATH), inLanguage: locale }],
    main: await draw(),
  })
}

async function listCalendar(c: Ask): Promise<Response> {
  const { context } = c.env
  const query = { ...readListQuery(LIST, asked(c)), sort: LIST.sorts[0], page: 1 }
  const { rows } = await findList({ db: open(c.env) }, 'events', query, context, { limit: MOST_IN_CALENDAR, offset: 0, whole: true })
  const speech = speechOf(context.locale)
  const written = writeListQuery(LIST, query)
  const calendar = calendarOf(speech, rows, {
    origin: context.origin,
    name: speech.t('list.events.feed'),
    path: `${PATH}.ics${written === '' ? '' : `?${written}`}`,
  })
  return file(calendar, CALENDAR, { tags: tagsOfList('events'), maxAge: freshFor(context.now) })
}

async function drawEvent(c: Ask, slug: string): Promise<Response> {
  const { context } = c.env
  const { locale, origin, now } = context
  const found = await findRecord({ db: open(c.env) }, 'events', slug, context)
  if (found.found !== 'record') return answerMissing(context, 'events', found)
  const speech = speechOf(locale)
  const row = found.record
  const path = `${PATH}/${slug}`
  const bib = `${path}.bib`
  const via = `${origin}/id/${row.item_id}`
  const url = origin + localPath(locale, path)
  const doc = eventDoc(row)
  const answer = await page(context, {
    title: row.title,
    description: row.summary,
    crumbs: crumbsTo(speech, { name: 'events' }, { label: row.title, lang: row.locale === locale ? undefined : row.locale }),
    translated: found.locales.filter(isShipped),
    tags: [entityTag(row.item_id), ...tagsOfList('events'), ...tagsOfList('publications')],
    maxAge: freshFor(now),
    ogType: 'article',
    alternates: [
      { type: 'application/x-bibtex', title: 'BibTeX', path: bib },
      ...(isInCalendar(row) ? [{ type: 'text/calendar', title: row.title, path: localPath(locale, `${path}.ics`) }] : []),
    ],
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'Event',
        '@id': via,
        name: row.title,
        description: row.summary,
        inLanguage: doc.languages && doc.languages.length > 0 ? doc.languages : row.locale,
        url,
        ...structuredData(row, url),
      },
    ],
    main: (
      <EventPage
        speech={speech}
        found={found}
        isPast={whenOf(doc, now)?.when === 'past'}
        origin={origin}
        path={path}
        cited={{ how: { author: doc.host ?? null, date: doc.start, kind: 'Event', title: row.title, url: via, via, slug }, file: bib }}
      />
    ),
  })
  answer.headers.set('link', signpost({ origin, id: row.item_id, api: `/api/v1${path}`, bib, type: 'Event', isOwn: true }))
  return answer
}

async function eventCalendar(c: Ask, slug: string): Promise<Response> {
  const { context } = c.env
  const found = await findRecord({ db: open(c.env) }, 'events', slug, context)
  if (found.found === 'moved') return answerMissing(context, 'events', { ...found, path: `${found.path}.ics` })
  if (found.found !== 'record') return answerMissing(context, 'events', found)
  const row = found.record
  if (!isInCalendar(row)) return answerMissing(context, 'events', { found: 'none' })
  const calendar = calendarOf(speechOf(context.locale), [row], { origin: context.origin, name: row.title, path: `${PATH}/${slug}.ics` })
  return file(calendar, CALENDAR, { tags: [entityTag(row.item_id), ...tagsOfList('events')], maxAge: freshFor(context.now), filename: `${slug}.ics` })
}

/** Events: agenda, months, one event, and all of them as calendars. */
export const events = new Hono<ServiceEnv<Env>>()
  .get(PATH, drawEvents)
  .get(`${PATH}.ics`, listCalendar)
  .get(`${PATH}/:file{[a-z0-9-]+\\.ics}`, (c) => eventCalendar(c, c.req.param('file').replace(/\.ics$/, '')))
  .get(`${PATH}/:slug{[a-z0-9-]+}`, (c) => drawEvent(c, c.req.param('slug')))
