import type { HomeFacts, TimelineEntry } from '@stem/contracts/content'
import type { RegisterCounts } from '@stem/contracts/members'
import { localPath } from '@stem/i18n/locales'
import { Bar } from '@stem/ui/bar'
import { CountryChip } from '@stem/ui/country-chip'
import { MoreLink } from '@stem/ui/more-link'
import { practiceRow, publicationRow, ReportSection, RowList } from '@stem/ui/row-list'
import { latestYear, tellFinding } from '@stem/ui/series'
import { capital, type Speech, termName } from '@stem/ui/speech'
import { EuropeTiles, TilesLegend } from '@stem/ui/tiles'
import { Meetings } from './meetings.tsx'
import { Targets } from './targets.tsx'

type Parts = { speech: Speech; facts: HomeFacts; counts: RegisterCounts }

const Hero = ({ speech, facts, counts }: Parts) => {
  const { t, f, locale } = speech
  const { graduates } = facts
  const year = graduates && latestYear(graduates.series)
  const finding = graduates && year !== null ? tellFinding(graduates.series, year) : null
  const lead = t('home.lead', {
    countries: t('home.lead.countries', { n: counts.countries, count: f.number(counts.countries) }),
  })
  return (
    <section class="hero">
      <div class="w">
        <div class="lft">
          <div class="st g5">
            <h1>{t('home.headline')}</h1>
            <p class="lead">{lead}</p>
            <div class="cl">
              <a class="b" href={localPath(locale, '/support')}>
                {t('home.request')}
              </a>
              <a class="b q" href={localPath(locale, '/practices')}>
                {t('home.browse', { n: facts.practices, count: f.number(facts.practices) })}
              </a>
            </div>
          </div>
          {finding && (
            <p class="say only-w">
              <b class="d">
                {t('home.finding', {
                  first: finding.first,
                  last: finding.last,
                  country: capital(f.list(finding.countries.map(f.countryInText))),
                  change: f.signed(finding.change, { digits: 1 }),
                  below: finding.below === 0 ? '' : t('home.finding.below', { n: finding.below, count: f.number(finding.below), first: finding.first }),
                }).trim()}
              </b>
              <br />
              <span class="s m">{t('home.reading', { year: finding.last })}</span>
            </p>
          )}
        </div>
        {graduates && year !== null && (
          <figure class="st g2">
            <figcaption class="cl g2">
              <h2 class="s">{t('home.tiles', { year })}</h2>
              <span class="end">
                <MoreLink href={localPath(locale, `/data/${graduates.slug}`)}>{t('home.tiles.data')}</MoreLink>
              </span>
            </figcaption>
            <EuropeTiles
              speech={speech}
              series={graduates.series}
              year={year}
              href={(country) => (country === 'EU' ? localPath(locale, '/members') : localPath(locale, `/countries/${country.toLowerCase()}`))}
            />
            <TilesLegend speech={speech} />
            <p class="xs m">{t('home.tiles.source', { publisher: graduates.publisher })}</p>
          </figure>
        )}
      </div>
    </section>
  )
}

const firstYear = (entries: TimelineEntry[]): string => entries.map(({ start }) => start.slice(0, 4)).toSorted()[0] ?? ''

const Ledger = ({ speech: { t, f, locale }, facts, counts }: Parts) => {
  const figures = [
    ['/members', counts.members, t('home.numbers.members', { n: counts.members })],
    ['/members', counts.unconfirmed, t('home.numbers.unconfirmed', { n: counts.unconfirmed })],
    ['/members#partners', counts.partners, t('home.numbers.partners', { n: counts.partners })],
    ['/practices', facts.practices, t('home.numbers.practices', { n: facts.practices })],
    ['/taskforces', facts.taskforces, t('home.numbers.taskforces', { n: facts.taskforces, year: firstYear(facts.taskforceList) })],
    ['/events', facts.events, t('home.numbers.meetings', { n: facts.events, year: firstYear(facts.meetings) })],
  ] as const
  return (
    <div class="w">
      <h2 class="vh">{t('home.numbers')}</h2>
      <ul class="led">
        {figures.map(([path, value, label]) => (
          <li>
            <a href={localPath(locale, path)}>
              <b class="num">{f.number(value)}</b>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

const Help = ({ speech, facts }: Parts) => {
  const { t, f, locale } = speech
  return (
    <ReportSection
      id="help"
      title={t('home.help')}
      side={
        <>
          <p class="m">{t('home.help.lead')}</p>
          <MoreLink href={localPath(locale, '/support')}>{t('home.help.start')}</MoreLink>
        </>
      }
    >
      <ol class="way">
        <li>
          <h3>{t('work.policy-briefing')}</h3>
          <p>{t('work.policy-briefing.text')}</p>
        </li>
        <li>
          <h3>{t('work.taskforce')}</h3>
          <div class="st g2">
            <p>{t('work.taskforce.text')}</p>
            {facts.taskforceList.slice(0, 2).map(({ country, start, title, path, locale: lang }) => (
              <p class="path">
                <CountryChip speech={speech} country={country} kind="x" />
                <span>{f.date(start.slice(0, 7))}</span>
                <a href={localPath(locale, path ?? '/taskforces')} lang={lang === locale ? undefined : lang}>
                  {title}
                </a>
              </p>
            ))}
          </div>
        </li>
        <li>
          <h3>{t('work.roundtable')}</h3>
          <p>{t('work.roundtable.text')}</p>
        </li>
      </ol>
    </ReportSection>
  )
}

const Practices = ({ speech, facts: { topics, featured } }: Parts) => {
  const { t, f, locale } = speech
  const most = Math.max(0, ...topics.map(({ count }) => count))
  if (featured.length === 0) return null
  return (
    <section class="alt" aria-labelledby="practices">
      <div class="w sh">
        <header>
          <h2 id="practices">{t('home.practices')}</h2>
          <p class="m">{t('home.practices.lead')}</p>
          <h3 class="s">{t('home.practices.topics')}</h3>
          <ul class="fc n">
            {topics.map(({ code, count }) => (
              <li>
                <a href={`${localPath(locale, '/practices')}?topic=${code}`}>{termName(speech, 'topic', code)}</a>
                <Bar value={count} max={most} />
                <span class="n num">{f.number(count)}</span>
              </li>
            ))}
          </ul>
          <MoreLink href={localPath(locale, '/practices')}>{t('home.practices.all')}</MoreLink>
        </header>
        <RowList speech={speech} rows={featured.map((card) => practiceRow(speech, card))} />
      </div>
    </section>
  )
}

const Publications = ({ speech, facts: { latestPublications, publications } }: Parts) => {
  const { t, f, locale } = speech
  if (latestPublications.length === 0) return null
  return (
    <section class="w sh rule" aria-labelledby="publications">
      <header>
        <h2 id="publications">{t('home.publications')}</h2>
        <MoreLink href={localPath(locale, '/publications')}>{t('home.publications.text', { n: publications, count: f.number(publications) })}</MoreLink>
      </header>
      <RowList speech={speech} rows={latestPublications.map((card) => publicationRow(speech, card))} />
    </section>
  )
}

/** The first step of subscribing. The whole form comes with the address filled in and nothing ticked; no address stands in any link. */
const Newsletter = ({ speech: { t, locale } }: Pick<Parts, 'speech'>) => (
  <section class="w sh rule" aria-labelledby="newsletter">
    <header>
      <h2 id="newsletter">{t('newsletter.title')}</h2>
      <p class="m">{t('newsletter.lead')}</p>
    </header>
    <form class="st g2" method="post" action={localPath(locale, '/newsletter')}>
      <label for="f-address">{t('account.address')}</label>
      <div class="cl g2">
        <input class="in" id="f-address" name="address" type="email" autocomplete="email" maxlength={254} required />
        <button class="b">{t('newsletter.subscribe')}</button>
      </div>
      <p class="s">
        <a href={localPath(locale, '/privacy')}>{t('newsletter.privacy')}</a>
      </p>
    </form>
  </section>
)

/** The home page: figures of Europe as the picture, what the coalition does, and what it has. */
export const HomePage = (parts: Parts & { today: string }) => (
  <>
    <Hero {...parts} />
    <Ledger {...parts} />
    <Help {...parts} />
    <Practices {...parts} />
    <Targets speech={parts.speech} targets={parts.facts.targets} />
    <Meetings speech={parts.speech} meetings={parts.facts.meetings} today={parts.today} />
    <Publications {...parts} />
    <Newsletter speech={parts.speech} />
  </>
)
