import { localPath, SHIPPED } from '@stem/i18n/locales'
import { Facts } from '@stem/ui/facts'
import { Select, untouched } from '@stem/ui/form'
import { MoreLink } from '@stem/ui/more-link'
import { Empty, Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import { termName } from '@stem/ui/speech'
import type { Opened } from '../profile/edit-draft.ts'
import { OrganisationHead } from './organisation-tabs.tsx'

/** An organisation somebody has a role in. */
export type Own = { id: string; name: string; role: string }

type ListProps = { speech: Speech; own: Own[]; others: { id: string; name: string }[]; asked: string[]; done: boolean }

/** The organisations somebody belongs to, and the way into another. */
export const OwnListPage = ({ speech, own, others, asked, done }: ListProps) => {
  const { t, locale } = speech
  return (
    <div class="st g6">
      <h1>{t('own.title')}</h1>
      {done && (
        <Notice tone="ok">
          <p role="status">{t('own.asked')}</p>
        </Notice>
      )}
      {own.length === 0 ? (
        <Empty title={t('own.none')}>
          <MoreLink href={localPath(locale, '/join')}>{t('sign-in.new.join')}</MoreLink>
        </Empty>
      ) : (
        <ul class="rows nc">
          {own.map(({ id, name, role }) => (
            <li>
              <h2>
                <a href={localPath(locale, `/my-organisation/${id}`)}>{name}</a>
              </h2>
              <p class="meta">
                <span>{termName(speech, 'grant', role)}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
      <p>
        <MoreLink href={localPath(locale, '/contacts')}>{t('contacts.title')}</MoreLink>
      </p>
      <section class="st" aria-labelledby="ask">
        <h2 id="ask">{t('own.ask')}</h2>
        <p>{t('own.ask.text')}</p>
        {asked.length > 0 && <p>{t('own.ask.waiting', { names: asked.join(', ') })}</p>}
        <form class="st" method="post" action={localPath(locale, '/my-organisation/ask')}>
          <Select
            speech={speech}
            state={untouched()}
            name="organisation"
            label={t('own.ask.which')}
            none="–"
            options={others.map(({ id, name }) => [id, name] as const)}
          />
          <div>
            <button class="b q">{t('own.ask.button')}</button>
          </div>
        </form>
      </section>
    </div>
  )
}

type OverviewProps = Opened & { speech: Speech; activity: { at: number; who: string | null; action: string }[] }

/** An organisation at a glance: what is published, what is missing, and what happened lately. */
export const OverviewPage = ({ speech, organisation, draft, rights, activity }: OverviewProps) => {
  const { t, f, locale } = speech
  const { content } = draft
  const missing = [
    content.website === null ? t('profile.website') : null,
    content.since === null ? t('profile.since') : null,
    content.logo === null ? t('profile.logo') : null,
    ...SHIPPED.map((code) => (content.descriptions[code] ? null : `${t('profile.descriptions')} (${f.languageName(code)})`)),
    Object.keys(content.objectives).length === 0 ? t('profile.objectives') : null,
  ].filter((part) => part !== null)
  const parts = SHIPPED.length + 4
  return (
    <div class="st g6">
      <OrganisationHead speech={speech} organisation={organisation} draft={draft} rights={rights} here="" />
      <section class="st" aria-labelledby="complete">
        <h2 id="complete">{t('own.complete', { done: f.number(parts - missing.length), all: f.number(parts) })}</h2>
        <progress class="pg" max={parts} value={parts - missing.length} aria-labelledby="complete"></progress>
        {missing.length > 0 && <p>{t('own.missing', { parts: missing.join(', ') })}</p>}
        <p class="cl">
          <a class="b" href={localPath(locale, `/my-organisation/${organisation.id}/profile`)}>
            {t('profile.title')}
          </a>
          <a href={localPath(locale, `/members/${organisation.slug}`)}>{t('own.public')}</a>
        </p>
      </section>
      <Facts
        rows={[
          [t('join.country'), organisation.country === null ? '–' : f.countryName(organisation.country)],
          [t('join.kind'), termName(speech, 'kind', organisation.kind)],
          [t('profile.website'), content.website ?? '–'],
        ]}
      />
      <section class="st" aria-labelledby="activity">
        <h2 id="activity">{t('own.activity')}</h2>
        {activity.length === 0 ? (
          <Empty title={t('own.activity.none')} />
        ) : (
          <ol class="tlx">
            {activity.map(({ at, who, action }) => (
              <li class="dn">
                <p class="dt">{f.dateTime(at)}</p>
                <p>
                  {t(`audit.${action}` as 'audit.profile.saved') || action}
                  {who !== null && <span class="m">, {who}</span>}
                </p>
              </li>
            ))}
          </ol>
        )}
      </section>
      <p class="s">
        <Tag>{organisation.id}</Tag>
      </p>
    </div>
  )
}
