import type { CountryFacts, Indicator, TimelineEntry } from '@stem/contracts/content'
import type { OrganisationCard } from '@stem/contracts/members'
import { localPath } from '@stem/i18n/locales'
import { Locator } from '@stem/ui/locator'
import { MoreLink } from '@stem/ui/more-link'
import { Empty } from '@stem/ui/notice'
import { practiceRow, publicationRow, RowList } from '@stem/ui/row-list'
import { type Speech, termName } from '@stem/ui/speech'
import { compare, type Comparison } from './compare.ts'
import { GraduatesChart } from './graduates-chart.tsx'

const GRADUATES = 'stem-tertiary-graduates-per-1000'
const SHOWN_PRACTICES = 6

/** What the profile shows. `address`: where the page stands, for paper; `today`: ISO date (UTC). */
export type CountryProfile = { speech: Speech; country: string; facts: CountryFacts; organisations: OrganisationCard[]; address: string; today: string }
type Part = CountryProfile & { graduates: Indicator | null; standing: Comparison | null }

/** One or two sentences on where the country stands. */
export function leadOf({ speech: { t, f }, facts, organisations }: CountryProfile, standing: Comparison | null): string {
  const number = (value: number) => f.number(value, { digits: 1 })
  const file = t('country.lead.file', {
    organisations: t('country.organisations', { n: organisations.length, count: f.number(organisations.length) }),
    practices: t('country.practices', { n: facts.practiceCount, count: f.number(facts.practiceCount) }),
  })
  if (!standing || standing.eu === null) return file
  return `${t('country.lead.value', { value: number(standing.value), year: standing.year, eu: number(standing.eu) })} ${file}`
}

const KeyFigures = ({ speech: { t, f }, standing, facts }: Part) => {
  const taskforces = facts.timeline.filter(({ type }) => type === 'taskforce')
  const number = (value: number) => f.number(value, { digits: 1 })
  return (
    <dl class="kp">
      {standing && (
        <>
          <div>
            <dt>{t('country.graduates')}</dt>
            <dd>
              <b class="num">{number(standing.value)}</b>
              {t(standing.rank === null ? 'country.rank.none' : standing.eu === null ? 'country.rank.only' : 'country.rank', {
                rank: f.number(standing.rank ?? 0),
                all: f.number(standing.all),
                year: standing.year,
                eu: number(standing.eu ?? 0),
              })}
            </dd>
          </div>
          {standing.start.year < standing.year && (
            <div>
              <dt>{t('country.change', { year: standing.start.year })}</dt>
              <dd>
                <b class="num">{f.signed(standing.value - standing.start.value, { digits: 1 })}</b>
                {t('country.change.from', { value: number(standing.start.value), last: standing.year })}
              </dd>
            </div>
          )}
        </>
      )}
      <div>
        <dt>{t('country.taskforces')}</dt>
        <dd>
          <b class="num">{f.number(taskforces.length)}</b>
          {taskforces[0] ? t('country.taskforces.first', { year: taskforces[0].start.slice(0, 4) }) : t('country.taskforces.none')}
        </dd>
      </div>
    </dl>
  )
}

/** Indicators besides the graduates that have a value for the country. */
const MoreFigures = ({ speech: { t, f, locale }, country, facts, graduates }: Part) => {
  const others = facts.indicators.filter((indicator) => indicator !== graduates && indicator.series[country] !== undefined)
  if (others.length === 0) return null
  return (
    <section class="st" aria-labelledby="figures">
      <h2 id="figures">{t('country.figures')}</h2>
      <div class="sx" tabindex={0} role="region" aria-labelledby="figures">
        <table class="tb">
          <thead>
            <tr>
              <th scope="col">{t('country.figure')}</th>
              <th scope="col">{t('country.figure.year')}</th>
              <th scope="col">{f.countryName(country)}</th>
              <th scope="col">{t('country.figure.eu')}</th>
            </tr>
          </thead>
          <tbody>
            {others.map(({ slug, title, unit, series, publisher }) => {
              const last = series[country]?.at(-1)
              const eu = series['EU']?.find(({ year }) => year === last?.year)
              return (
                <tr>
                  <th scope="row">
                    <a href={localPath(locale, `/data/${slug}`)} lang="en">{`${title} (${unit})`}</a>
                    <br />
                    <span class="xs m">{t('country.chart.source', { publisher })}</span>
                  </th>
                  <td>{last?.year}</td>
                  <td>{last ? f.number(last.value) : t('chrome.not-available')}</td>
                  <td>{eu ? f.number(eu.value) : t('chrome.not-available')}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const Practices = ({ speech, country, facts }: Part) => {
  const { t, f, locale } = speech
  const name = f.countryInText(country)
  return (
    <section class="st" aria-labelledby="practices">
      <h2 id="practices">{t('country.practices.title', { country: name })}</h2>
      {facts.practiceCount === 0 ? (
        <Empty title={t('country.practices.none', { country: name })}>
          <MoreLink href={localPath(locale, '/practices')}>{t('country.practices.none.do')}</MoreLink>
        </Empty>
      ) : (
        <>
          <RowList speech={speech} rows={facts.practices.slice(0, SHOWN_PRACTICES).map((card) => practiceRow(speech, card))} />
          {facts.practiceCount > SHOWN_PRACTICES && (
            <MoreLink href={`${localPath(locale, '/practices')}?country=${country}`}>
              {t('country.practices.all', { n: facts.practiceCount, count: f.number(facts.practiceCount) })}
            </MoreLink>
          )}
        </>
      )}
      {facts.adoptionCount > 0 && (
        <p>
          <MoreLink href={`${localPath(locale, '/adoptions')}?country=${country}`}>
            {t('country.adoptions', { n: facts.adoptionCount, count: f.number(facts.adoptionCount) })}
          </MoreLink>
        </p>
      )}
    </section>
  )
}

const Publications = ({ speech, country, facts }: Part) => {
  const { t, f, locale } = speech
  if (facts.publications.length === 0) return null
  const all = [
    ['publications', facts.publicationCount],
    ['news', facts.newsCount],
  ] as const
  return (
    <section class="st" aria-labelledby="publications">
      <h2 id="publications">{t('country.publications')}</h2>
      <RowList speech={speech} rows={facts.publications.map((card) => publicationRow(speech, card))} />
      <p class="cl">
        {all
          .filter(([, n]) => n > 0)
          .map(([list, n]) => (
            <MoreLink href={`${localPath(locale, `/${list}`)}?country=${country}`}>{t(`list.${list}.count`, { n, count: f.number(n) })}</MoreLink>
          ))}
      </p>
    </section>
  )
}

const Line = ({ speech: { t, f, locale }, country, facts, today }: Part) => {
  const words = ({ type, form }: TimelineEntry) =>
    type === 'taskforce' ? t('country.taskforce') : form === null ? '' : termName({ t, f, locale }, 'event', form)
  return (
    <section class="st" aria-labelledby="line">
      <h2 id="line">{t('country.line')}</h2>
      {facts.timeline.length === 0 ? (
        <p class="m">{t('country.line.none')}</p>
      ) : (
        <ol class="tlx">
          {facts.timeline.map((entry) => (
            <li class={entry.type === 'event' && (entry.end ?? entry.start) >= today ? 'fut' : 'dn'}>
              <p class="dt">{entry.type === 'taskforce' ? f.date(entry.start.slice(0, 7)) : f.dateRange(entry.start, entry.end)}</p>
              <p>
                <b lang={entry.locale === locale ? undefined : entry.locale}>
                  {entry.path === null ? entry.title : <a href={localPath(locale, entry.path)}>{entry.title}</a>}
                </b>
                <br />
                <span class="s m">{words(entry)}</span>
              </p>
            </li>
          ))}
        </ol>
      )}
      {facts.timeline.some(({ type }) => type === 'event') && (
        <p>
          <MoreLink href={`${localPath(locale, '/events')}?country=${country}`}>{t('events.every')}</MoreLink>
        </p>
      )}
    </section>
  )
}

const Organisations = ({ speech, country, organisations }: Part) => {
  const { t, f, locale } = speech
  return (
    <section class="st" aria-labelledby="organisations">
      <h2 id="organisations">{t('country.members.title')}</h2>
      {organisations.length === 0 ? (
        <Empty title={t('country.members.none', { country: f.countryInText(country) })}>
          <MoreLink href={localPath(locale, '/members')}>{t('country.members.none.do')}</MoreLink>
        </Empty>
      ) : (
        <RowList
          speech={speech}
          rows={organisations.map(({ slug, name, role, standing, region }) => ({
            country,
            href: localPath(locale, `/members/${slug}`),
            title: name,
            meta: [
              role !== null && standing === 'member' ? termName(speech, 'role', role) : t(`organisation.standing.${standing}`),
              ...(region === null ? [] : [region]),
            ],
          }))}
        />
      )}
    </section>
  )
}

/** A country on one page, two on paper: figures, practices, organisations, work with the coalition. */
export const CountryPage = (profile: CountryProfile) => {
  const { speech, country, facts, address } = profile
  const { t, f, locale } = speech
  const name = f.countryName(country)
  const graduates = facts.indicators.find(({ slug }) => slug === GRADUATES) ?? null
  const standing = graduates && compare(graduates, country)
  const part = { ...profile, graduates, standing }
  return (
    <div class="w top st g6">
      <p class="pr">{t('country.printed', { country: name, address })}</p>
      <div class="st g5">
        <div class="ph">
          <div class="st g2">
            <h1>{name}</h1>
            <p class="lead">{leadOf(profile, standing)}</p>
            <p class="s m np">{t('country.brief')}</p>
          </div>
          <Locator country={country} />
        </div>
        <KeyFigures {...part} />
      </div>
      {graduates && <GraduatesChart speech={speech} country={country} indicator={graduates} standing={standing} />}
      <MoreFigures {...part} />
      <div class="sb r">
        <div class="st g6">
          <Practices {...part} />
          <Publications {...part} />
        </div>
        <div class="st g6">
          <Organisations {...part} />
          <Line {...part} />
          <p class="np">
            <a class="b" href={localPath(locale, '/support')}>
              {t('country.support', { country: f.countryInText(country) })}
            </a>
          </p>
        </div>
      </div>
    </div>
  )
}
