import type { ItemCard } from '@stem/contracts/content'
import type { OrganisationCard, OrganisationProfile } from '@stem/contracts/members'
import { localPath } from '@stem/i18n/locales'
import { Facts } from '@stem/ui/facts'
import { Locator } from '@stem/ui/locator'
import { MoreLink } from '@stem/ui/more-link'
import { Empty } from '@stem/ui/notice'
import { practiceRow, RowList } from '@stem/ui/row-list'
import { type Speech, termName } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import { UntranslatedNotice } from '@stem/ui/untranslated'

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '')

type Profile = { speech: Speech; organisation: OrganisationProfile; practices: ItemCard[]; neighbours: OrganisationCard[] }

const OrganisationFacts = ({ speech, organisation }: Profile) => {
  const { t, f, locale } = speech
  const { country, region, kind, role, organisationType, website, standing, sourceUrl, updatedAt, since, logo } = organisation
  const missing = <span class="m">{t('chrome.not-on-file')}</span>
  return (
    <aside class="st" aria-labelledby="facts">
      <div class="c">
        {logo !== null && <img class="lgo" src={`/members/logos/${logo.hash}.png`} alt={logo.alternative} />}
        <h2 id="facts" class="s">
          {t('organisation.facts')}
        </h2>
        <Facts
          rows={[
            [
              t('organisation.country'),
              country === null ? missing : <a href={localPath(locale, `/countries/${country.toLowerCase()}`)}>{f.countryName(country)}</a>,
            ],
            region === null ? null : [t('organisation.region'), region],
            [t('organisation.role'), role === null ? missing : termName(speech, 'role', role)],
            [t('organisation.kind'), termName(speech, 'kind', kind)],
            organisationType === null ? null : [t('organisation.type'), termName(speech, 'organisation-type', organisationType)],
            since === null ? null : [t('profile.since'), String(since)],
            [t('organisation.website'), website === null ? missing : <a href={website}>{hostOf(website)}</a>],
          ]}
        />
        {standing !== 'contact' && (
          <a class="b np" href={`${localPath(locale, '/support/request')}?organisation=${organisation.id}`}>
            {t('asking.with-organisation')}
          </a>
        )}
      </div>
      <p class="xs m">
        {t('organisation.compiled')} {sourceUrl !== null && <a href={sourceUrl}>{t('organisation.source', { host: hostOf(sourceUrl) })}</a>}{' '}
        {t('organisation.updated', { date: f.day(updatedAt) })}
      </p>
    </aside>
  )
}

/** An organisation: how it stands to the coalition, what it does, what is known about it and what is not. */
export const OrganisationPage = (profile: Profile) => {
  const { speech, organisation, practices, neighbours } = profile
  const { t, f, locale } = speech
  const { country, standing, name, localName, objectives, description, descriptionLocale, region } = organisation
  return (
    <div class="w top st g5">
      <div class="ph">
        <div class="st g2">
          <p class="cl g2">
            <Tag tone={standing === 'member' ? 'tn' : ''}>{t(`organisation.standing.${standing}`)}</Tag>
            {country !== null && <span class="m s">{region === null ? f.countryName(country) : `${region}, ${f.countryName(country)}`}</span>}
          </p>
          <h1>{name}</h1>
          {localName !== null && localName !== name && <p class="m">{localName}</p>}
          {description === null ? (
            <p class="m">{t('organisation.lead.none')}</p>
          ) : (
            <p class="lead" lang={descriptionLocale === locale ? undefined : descriptionLocale}>
              {description}
            </p>
          )}
        </div>
        <Locator country={country} />
      </div>
      {description !== null && <UntranslatedNotice speech={speech} lang={descriptionLocale} />}
      <div class="sb r">
        <div class="st g6">
          {objectives !== null && (
            <section class="st" aria-labelledby="objectives">
              <h2 id="objectives">{t('profile.objectives')}</h2>
              <p class="pre n" lang={descriptionLocale === locale ? undefined : descriptionLocale}>
                {objectives}
              </p>
            </section>
          )}
          <section class="st" aria-labelledby="practices">
            <h2 id="practices">{t('organisation.practices')}</h2>
            {practices.length === 0 ? (
              <Empty title={t('organisation.practices.none')}>
                <MoreLink href={localPath(locale, '/practices')}>{t('organisation.practices.none.do')}</MoreLink>
              </Empty>
            ) : (
              <RowList speech={speech} rows={practices.map((card) => practiceRow(speech, card))} />
            )}
          </section>
          {country !== null && neighbours.length > 0 && (
            <section class="st" aria-labelledby="neighbours">
              <h2 id="neighbours">{t('organisation.neighbours')}</h2>
              <RowList
                speech={speech}
                rows={neighbours.map((other) => ({
                  country: other.country,
                  href: localPath(locale, `/members/${other.slug}`),
                  title: other.name,
                  meta: [t(`organisation.standing.${other.standing}`)],
                }))}
              />
            </section>
          )}
        </div>
        <OrganisationFacts {...profile} />
      </div>
    </div>
  )
}
