import { localPath } from '@stem/i18n/locales'
import { Bar } from '@stem/ui/bar'
import { CountryChip, placeName } from '@stem/ui/country-chip'
import { EuropeMap, type MapState } from '@stem/ui/europe-map'
import { Icon } from '@stem/ui/icon'
import { Empty } from '@stem/ui/notice'
import { type Speech, termName } from '@stem/ui/speech'
import type { OrganisationRow } from '../facts/organisation-rows.ts'
import { type RegisterQuery, writeRegisterQuery } from './find-organisations.ts'

type Props = { speech: Speech; query: RegisterQuery; all: OrganisationRow[]; shown: OrganisationRow[] }

const isMember = ({ standing }: OrganisationRow): boolean => standing === 'member' || standing === 'unconfirmed'
const countryPath = ({ locale }: Speech, country: string): string => localPath(locale, `/countries/${country.toLowerCase()}`)
const tally = (codes: (string | null)[]): [string | null, number][] =>
  [...Map.groupBy(codes, (code) => code)]
    .map(([code, list]): [string | null, number] => [code, list.length])
    .sort((a, b) => Number(a[0] === null) - Number(b[0] === null) || b[1] - a[1])

const Choice = ({
  id,
  label,
  every,
  value,
  options,
}: {
  id: string
  label: string
  every: string
  value: string
  options: { code: string; name: string }[]
}) => (
  <div class="fd">
    <label for={id}>{label}</label>
    <select class="in" id={id} name={id}>
      <option value="">{every}</option>
      {options.map(({ code, name }) => (
        <option value={code} selected={code === value}>
          {name}
        </option>
      ))}
    </select>
  </div>
)

const Filter = ({ speech, query, all }: Props) => {
  const { t, f, locale } = speech
  const members = all.filter(isMember)
  const byName = (options: { code: string; name: string }[]) => options.sort((a, b) => a.name.localeCompare(b.name, locale))
  const kinds = byName([...new Set(members.map(({ kind }) => kind))].map((code) => ({ code, name: termName(speech, 'kind', code) })))
  const countries = byName(
    [...new Set(members.map(({ country }) => country))].filter((code) => code !== null).map((code) => ({ code, name: f.countryName(code) })),
  )
  const written = writeRegisterQuery(query)
  return (
    <form class="st c p" method="get" action={localPath(locale, '/members')} role="search">
      <div class="fd">
        <label for="q">{t('members.find')}</label>
        <input class="in" id="q" name="q" type="search" value={query.q} maxlength={100} autocomplete="off" />
      </div>
      <Choice id="kind" label={t('members.kind')} every={t('members.kind.all')} value={query.kind} options={kinds} />
      <Choice id="country" label={t('chrome.country')} every={t('members.country.all')} value={query.country} options={countries} />
      <div class="cl">
        <button class="b">{t('members.show')}</button>
        <a class="more end s" href={`${localPath(locale, '/members.csv')}${written === '' ? '' : `?${written}`}`}>
          <Icon name="download" />
          CSV
        </a>
      </div>
    </form>
  )
}

const Legend = ({ speech: { t, f }, states }: { speech: Speech; states: Record<string, MapState> }) => {
  const count = (state: MapState) => Object.values(states).filter((value) => value === state).length
  return (
    <div class="st g2">
      <h2 class="s">{t('members.map')}</h2>
      <ul class="lgd st g1">
        <li>
          <svg class="sw" viewBox="0 0 20 14" aria-hidden="true">
            <rect class="f1" width="20" height="14" />
          </svg>
          {t('members.map.member', { n: count('member'), count: f.number(count('member')) })}
        </li>
        <li>
          <svg class="sw n" viewBox="0 0 20 14" aria-hidden="true">
            <path class="f2" d="M-2 14 12 0M6 14 20 0M14 14 28 0M-10 14 4 0" />
          </svg>
          {t('members.map.unconfirmed', { n: count('unconfirmed'), count: f.number(count('unconfirmed')) })}
        </li>
        <li>
          <span class="sw n3" />
          {t('members.map.none')}
        </li>
      </ul>
      <p class="xs m">{t('members.map.borders')}</p>
    </div>
  )
}

const Roles = ({ speech, all }: { speech: Speech; all: OrganisationRow[] }) => {
  const { t, f, locale } = speech
  const roles = tally(all.filter(isMember).map(({ role }) => role))
  const most = Math.max(1, ...roles.map(([, count]) => count))
  return (
    <div class="st g2">
      <h2 class="s">{t('members.roles')}</h2>
      <ul class="fc">
        {roles.map(([role, count]) => (
          <li>
            {role === null ? (
              <span class="m">{t('members.role.none')}</span>
            ) : (
              <a href={`${localPath(locale, '/members')}?role=${role}`}>{termName(speech, 'role', role)}</a>
            )}
            <Bar value={count} max={most} />
            <span class="n num">{f.number(count)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const roleOf = (speech: Speech, { standing, role, kind }: OrganisationRow): string =>
  standing === 'unconfirmed' ? speech.t('members.unconfirmed') : termName(speech, role === null ? 'kind' : 'role', role ?? kind)

const ByCountry = ({ speech, rows }: { speech: Speech; rows: OrganisationRow[] }) => {
  const { f, locale } = speech
  const groups = [...Map.groupBy(rows, ({ country }) => country ?? '')].sort(([a], [b]) =>
    f.countryName(a || 'EU').localeCompare(f.countryName(b || 'EU'), locale),
  )
  return (
    <ul class="org">
      {groups.map(([country, list]) => (
        <li>
          <CountryChip speech={speech} country={country || null} kind={list.some(({ standing }) => standing === 'member') ? 'k' : ''} />
          <h3>{country === '' ? speech.t('chrome.no-country') : <a href={countryPath(speech, country)}>{placeName(speech, country)}</a>}</h3>
          <ul class="ol">
            {list.map((row) => (
              <li>
                <a href={localPath(locale, `/members/${row.slug}`)}>{row.name}</a>
                <span class="role">{roleOf(speech, row)}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

const Others = ({ speech, id, title, lead, rows }: { speech: Speech; id: string; title: string; lead: string; rows: OrganisationRow[] }) => (
  <details class="st">
    <summary>
      <h2 class="s" id={id}>
        {title}
      </h2>
    </summary>
    <p class="m">{lead}</p>
    <ul class="ol dcol">
      {rows.map((row) => (
        <li>
          <a href={localPath(speech.locale, `/members/${row.slug}`)}>{row.name}</a>
          {row.country !== null && <span class="role">{speech.f.countryName(row.country)}</span>}
        </li>
      ))}
    </ul>
  </details>
)

/** How countries with members are drawn on the map. */
export function statesOf(rows: OrganisationRow[]): Record<string, MapState> {
  const states: Record<string, MapState> = {}
  for (const { country, standing } of rows) {
    if (country === null) continue
    if (standing === 'member') states[country] = 'member'
    else if (standing === 'unconfirmed') states[country] ??= 'unconfirmed'
  }
  return states
}

/** The members on a map and in a list; partners and contacts apart. */
export const MembersPage = (props: Props) => {
  const { speech, query, all, shown } = props
  const { t, f, locale } = speech
  const states = statesOf(all)
  const members = shown.filter(isMember)
  const partners = shown.filter(({ standing }) => standing === 'partner')
  const contacts = shown.filter(({ standing }) => standing === 'contact')
  const listed = all.filter(({ standing }) => standing === 'member').length
  const unconfirmed = all.filter(({ standing }) => standing === 'unconfirmed').length
  const narrowed = writeRegisterQuery(query) !== ''
  return (
    <div class="w top st g5">
      <div class="st g2">
        <h1>{t('members.title')}</h1>
        <p class="lead">
          {t('members.lead', { listed: f.number(listed), unconfirmed: f.number(unconfirmed), countries: f.number(Object.keys(states).length) })}
        </p>
      </div>
      <div class="sb h7">
        <figure class="st g2 np">
          <EuropeMap states={states} href={(country) => countryPath(speech, country)} names={f.countryName} />
        </figure>
        <div class="st g5">
          <Filter {...props} />
          <Legend speech={speech} states={states} />
          <Roles speech={speech} all={all} />
        </div>
      </div>
      <section class="st" aria-labelledby="lst">
        <div class="cl">
          <div role="status">
            <h2 id="lst">{t('members.count', { n: members.length, count: f.number(members.length) })}</h2>
          </div>
          {narrowed && (
            <a class="more s" href={localPath(locale, '/members')}>
              {t('members.clear')}
            </a>
          )}
        </div>
        {members.length === 0 ? (
          <Empty title={t(all.length === 0 ? 'members.empty' : 'members.none')}>
            <p>{t(all.length === 0 ? 'members.empty.do' : 'members.none.do')}</p>
          </Empty>
        ) : (
          <ByCountry speech={speech} rows={members} />
        )}
      </section>
      {partners.length > 0 && (
        <Others
          speech={speech}
          id="partners"
          title={t('members.partners', { n: partners.length, count: f.number(partners.length) })}
          lead={t('members.partners.lead')}
          rows={partners}
        />
      )}
      {contacts.length > 0 && (
        <Others
          speech={speech}
          id="contacts"
          title={t('members.contacts', { n: contacts.length, count: f.number(contacts.length) })}
          lead={t('members.contacts.lead')}
          rows={contacts}
        />
      )}
      <p class="xs m">{t('members.compiled')}</p>
    </div>
  )
}
