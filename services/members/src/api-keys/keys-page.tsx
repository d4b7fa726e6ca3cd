import { localPath } from '@stem/i18n/locales'
import { Cards, ErrorSummary, Field, Hidden, Select, type FormState } from '@stem/ui/form'
import { Empty, Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { OrganisationHead } from '../my-organisation/organisation-tabs.tsx'
import type { Opened } from '../profile/edit-draft.ts'

/** A key as its owner sees it: never the key itself. */
export type OwnKey = { id: string; name: string; scopes: string; createdAt: number; expiresAt: number; lastUsedAt: number | null }

type Props = Opened & { speech: Speech; state: FormState; keys: OwnKey[]; made: string | null }

/** Keys by which an organisation's own programs ask. */
export const KeysPage = ({ speech, organisation, draft, rights, state, keys, made }: Props) => {
  const { t, f, locale } = speech
  const base = localPath(locale, `/my-organisation/${organisation.id}/keys`)
  const labels = { name: t('keys.name'), scope: t('keys.scope'), days: t('keys.days') }
  return (
    <div class="st g6">
      <ErrorSummary speech={speech} state={state} labels={labels} />
      <OrganisationHead speech={speech} organisation={organisation} draft={draft} rights={rights} here="/keys" />
      <p>{t('keys.text')}</p>
      {made !== null && (
        <Notice tone="ok">
          <p>
            <b>{t('keys.once')}</b>
          </p>
          <p class="mono pre">{made}</p>
        </Notice>
      )}
      {keys.length === 0 ? (
        <Empty title={t('keys.none')} />
      ) : (
        <ul class="rows nc">
          {keys.map(({ id, name, scopes, expiresAt, lastUsedAt }) => (
            <li>
              <h2>{name}</h2>
              <p class="meta">
                <span>{(JSON.parse(scopes) as string[]).join(', ')}</span>
                <span>{t('people.until', { date: f.dateTime(expiresAt) })}</span>
                <span>{lastUsedAt === null ? t('keys.unused') : t('security.used', { date: f.dateTime(lastUsedAt) })}</span>
              </p>
              <form method="post" action={`${base}/revoke`}>
                <Hidden name="id" value={id} />
                <button class="b q">
                  {t('keys.revoke')}
                  <span class="vh"> {name}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form class="st" method="post" action={`${base}#es`} novalidate>
        <h2>{t('keys.new')}</h2>
        <Hidden name="key" value={state.typed['key'] ?? ''} />
        <Field speech={speech} state={state} name="name" label={labels.name} hint={t('keys.name.hint')} most={80} />
        <Cards
          speech={speech}
          state={state}
          name="scope"
          label={labels.scope}
          options={[
            { value: 'organisation:read', label: t('keys.scope.read'), about: t('keys.scope.read.about') },
            { value: 'organisation:draft', label: t('keys.scope.draft'), about: t('keys.scope.draft.about') },
          ]}
        />
        <Select
          speech={speech}
          state={state}
          name="days"
          label={labels.days}
          options={['30', '90', '365'].map((days) => [days, t('keys.day', { n: Number(days), count: days })] as const)}
        />
        <div>
          <button class="b">{t('keys.make')}</button>
        </div>
      </form>
    </div>
  )
}
