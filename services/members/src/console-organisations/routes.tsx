import { localPath } from '@stem/i18n/locales'
import { Facts } from '@stem/ui/facts'
import { Field, Hidden, Select, untouched } from '@stem/ui/form'
import { Empty } from '@stem/ui/notice'
import { speechOf, termName } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { ServiceEnv } from '@stem/web/app'
import { toCsv } from '@stem/web/csv'
import { line, parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { commit } from '@stem/jobs/commit'
import { Hono } from 'hono'
import * as v from 'valibot'
import { stepUp } from '../account/guard.ts'
import { consolePage } from '../console/draw-console.tsx'
import { enter } from '../console/enter.ts'
import { Row } from '@stem/ui/console-row'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { loadOrganisation } from '../register/load-organisation.ts'
import { covers, scopesFor } from '../rights/rights.ts'
import { savedViewsOf, saveView } from '../saved-views/saved-views.ts'
import { findRecords, MISSING, readFilter, writeFilter } from './find-records.ts'

const SHOWN = 300
const STANDINGS = ['member', 'unconfirmed', 'partner', 'contact'] as const
const KINDS = [
  'dedicated-platform',
  'ministry',
  'regional-authority',
  'research-council',
  'innovation-agency',
  'university-network',
  'european',
  'national',
  'regional',
  'other',
]
const NOT_FOUND = () => new Response(null, { status: 404 })

/** The register as the secretariat works on it: filters, saved views, a file for a spreadsheet, one record. */
export const records = new Hono<ServiceEnv<Env>>()
  .get('/console/organisations', async (c) => {
    const who = await enter(c, 'organisation.list')
    if (who instanceof Response) return who
    const db = open(c.env)
    const speech = speechOf(c.env.context.locale)
    const { t, f, locale } = speech
    const filter = readFilter(new URL(c.req.url).searchParams)
    const query = writeFilter(filter)
    const [found, views] = await Promise.all([findRecords({ db }, who, 'organisation.list', filter), savedViewsOf({ db }, who.personId, 'organisations')])
    const here = localPath(locale, '/console/organisations')
    const state = untouched(filter)
    const countries = [...new Set(found.map(({ country }) => country ?? ''))].filter(Boolean)
    const field = { speech, state, optional: true }
    const any = t('console.any')
    return consolePage(c, who, {
      place: 'organisations',
      title: t('console.organisations'),
      bar: (
        <>
          <span class="m">{t('console.found', { n: found.length, count: f.number(found.length) })}</span>
          <span class="cl g2">
            {scopesFor(who, 'organisation.export').length > 0 && (
              <form method="post" action={`${here}/export`}>
                <Hidden name="query" value={query} />
                <button class="b q">{t('console.export')}</button>
              </form>
            )}
            {scopesFor(who, 'organisation.merge').length > 0 && <a href={localPath(locale, '/console/merge')}>{t('merge.title')}</a>}
          </span>
        </>
      ),
      main: (
        <>
          <nav class="tabs" aria-label={t('console.views')}>
            <a href={here} aria-current={query === '' ? 'page' : undefined}>
              {t('console.view.all')}
            </a>
            {views.map((view) => (
              <a href={`${here}?${view.query}`} aria-current={view.query === query ? 'page' : undefined}>
                {view.name}
              </a>
            ))}
          </nav>
          <details class="cp" open={query !== ''}>
            <summary>{t('console.filter')}</summary>
            <form class="st" method="get" action={here} role="search">
              <Field {...field} name="q" label={t('console.search')} type="search" most={100} />
              <Select
                {...field}
                name="country"
                label={t('join.country')}
                none={any}
                options={[...new Set([...countries, filter.country])].filter(Boolean).map((code) => [code, f.countryName(code)] as const)}
              />
              <Select
                {...field}
                name="standing"
                label={t('console.standing')}
                none={any}
                options={STANDINGS.map((one) => [one, t(`organisation.standing.${one}`)] as const)}
              />
              <Select {...field} name="kind" label={t('join.kind')} none={any} options={KINDS.map((one) => [one, termName(speech, 'kind', one)] as const)} />
              <Select
                {...field}
                name="missing"
                label={t('console.missing')}
                none={any}
                options={MISSING.map((one) => [one, t(`console.missing.${one}`)] as const)}
              />
              <div class="cl">
                <button class="b">{t('console.filter')}</button>
                <a href={here}>{t('console.clear')}</a>
              </div>
            </form>
            {query !== '' && (
              <form class="cl nw" method="post" action={`${here}/views`}>
                <Hidden name="query" value={query} />
                <label class="vh" for="vn">
                  {t('console.view.name')}
                </label>
                <input class="in" id="vn" name="name" maxlength={60} size={20} required />
                <button class="b q">{t('console.view.save')}</button>
              </form>
            )}
          </details>
          {found.length === 0 ? (
            <div class="cp">
              <Empty title={t('console.no-match')}>
                <a href={here}>{t('console.clear')}</a>
              </Empty>
            </div>
          ) : (
            <ul class="il nb">
              {found.slice(0, SHOWN).map((record) => (
                <Row
                  speech={speech}
                  mark={record.standing === null ? '–' : t(`organisation.standing.${record.standing as 'member'}`)}
                  country={record.country}
                  href={localPath(locale, `/console/organisations/${record.id}`)}
                  title={record.name}
                  context={[termName(speech, 'kind', record.kind), t('console.people.count', { n: record.people, count: f.number(record.people) })].join(', ')}
                  status={
                    record.draft === 'review' ? (
                      <Tag tone="tn">{t('profile.state.review')}</Tag>
                    ) : record.caution === null ? undefined : (
                      <Tag tone="warn">{t('console.missing.check')}</Tag>
                    )
                  }
                  date={f.day(record.updatedAt)}
                />
              ))}
            </ul>
          )}
        </>
      ),
    })
  })
  .post('/console/organisations/views', async (c) => {
    const who = await enter(c, 'organisation.list')
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ name: line(60), query: v.pipe(v.string(), v.maxLength(600)) }))
    if (!form.ok) return new Response(null, { status: 400 })
    const query = writeFilter(readFilter(new URLSearchParams(form.value.query)))
    await saveView({ db: open(c.env) }, who.personId, 'organisations', { name: form.value.name, query }, c.env.context.now)
    return seeOther(c.env.context, `/console/organisations?${query}`)
  })
  .post('/console/organisations/export', async (c) => {
    const who = await enter(c, 'organisation.export')
    if (who instanceof Response) return who
    const refused = stepUp(c, who, '/console/organisations')
    if (refused) return refused
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ query: v.pipe(v.string(), v.maxLength(600)) }))
    if (!form.ok) return new Response(null, { status: 400 })
    const { now } = c.env.context
    const db = open(c.env)
    const found = await findRecords({ db }, who, 'organisation.export', readFilter(new URLSearchParams(form.value.query)))
    const guard = db.prepare('UPDATE persons SET updated_at = ?2 WHERE id = ?1').bind(who.personId, now)
    await commit(db, [guard], { actor: who.personId, action: 'organisations.exported', object: 'organisations', detail: { rows: found.length } }, now)
    const columns = ['id', 'name', 'country', 'kind', 'standing', 'website', 'people', 'updated_at']
    const body = toCsv(
      columns,
      found.map((row) => [row.id, row.name, row.country, row.kind, row.standing, row.website, row.people, new Date(row.updatedAt).toISOString()]),
    )
    return new Response(body, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="organisations.csv"' } })
  })
  .get('/console/organisations/:id{org_[0-9a-z]+}', async (c) => {
    const who = await enter(c, 'organisation.list')
    if (who instanceof Response) return who
    const db = open(c.env)
    const organisation = await loadOrganisation({ db }, c.req.param('id'))
    if (!organisation || !covers(scopesFor(who, 'organisation.list'), organisation)) return NOT_FOUND()
    const speech = speechOf(c.env.context.locale)
    const { t, f, locale } = speech
    const { results: memberships } = await db
      .prepare(
        'SELECT standing, role, started_at AS startedAt, ended_at AS endedAt FROM memberships WHERE organisation_id = ? ORDER BY started_at DESC LIMIT 50',
      )
      .bind(organisation.id)
      .all<{ standing: string; role: string | null; startedAt: number; endedAt: number | null }>()
    const mayEdit = covers(scopesFor(who, 'organisation.edit'), organisation)
    return consolePage(c, who, {
      place: 'organisations',
      title: organisation.name,
      bar: (
        <span class="cl g2">
          <a href={localPath(locale, `/members/${organisation.slug}`)}>{t('own.public')}</a>
          {mayEdit && (
            <a class="b" href={localPath(locale, `/my-organisation/${organisation.id}`)}>
              {t('console.look-after')}
            </a>
          )}
        </span>
      ),
      main: (
        <div class="cp st g5">
          {organisation.caution !== null && (
            <div class="al warn">
              <p>{organisation.caution}</p>
            </div>
          )}
          <Facts
            rows={[
              [t('join.country'), organisation.country === null ? '–' : f.countryName(organisation.country)],
              [t('join.kind'), termName(speech, 'kind', organisation.kind)],
              [t('console.standing'), t(`organisation.standing.${organisation.standing}`)],
              [t('join.website'), organisation.website === null ? '–' : <a href={organisation.website}>{organisation.website}</a>],
              [t('console.source'), organisation.sourceUrl === '' ? '–' : <a href={organisation.sourceUrl}>{organisation.sourceUrl}</a>],
              ['ID', <span class="mono">{organisation.id}</span>],
            ]}
          />
          <section class="st" aria-labelledby="time">
            <h2 id="time">{t('console.memberships')}</h2>
            <ol class="tlx">
              {memberships.map(({ standing, role, startedAt, endedAt }) => (
                <li class={endedAt === null ? 'now' : 'dn'}>
                  <p class="dt">
                    {f.day(startedAt)} – {endedAt === null ? t('console.today') : f.day(endedAt)}
                  </p>
                  <p>
                    {t(`organisation.standing.${standing as 'member'}`)}
                    {role !== null && `, ${termName(speech, 'role', role)}`}
                  </p>
                </li>
              ))}
            </ol>
          </section>
          <p>
            <a href={localPath(locale, `/console/audit?object=${organisation.id}`)}>{t('console.trail')}</a>
          </p>
        </div>
      ),
    })
  })
