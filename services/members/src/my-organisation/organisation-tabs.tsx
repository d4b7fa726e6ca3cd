import { localPath } from '@stem/i18n/locales'
import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { Opened } from '../profile/edit-draft.ts'

const PLACES = ['', '/profile', '/people', '/history', '/keys'] as const

/** Name of an organisation one looks after, where its profile stands, and the parts of the work. */
export const OrganisationHead = ({ speech, organisation, draft, rights, here }: Opened & { speech: Speech; here: (typeof PLACES)[number] }) => {
  const { t, locale } = speech
  const base = `/my-organisation/${organisation.id}`
  return (
    <div class="st">
      <div class="st g2">
        <p class="cl g2">
          <Tag tone={organisation.standing === 'member' ? 'ok' : ''}>{t(`organisation.standing.${organisation.standing}`)}</Tag>
          <Tag tone={draft.state === 'review' ? 'tn' : draft.state === 'draft' ? 'warn' : ''}>{t(`profile.state.${draft.state}`)}</Tag>
        </p>
        <h1>{organisation.name}</h1>
      </div>
      <nav class="tabs" aria-label={organisation.name}>
        {PLACES.filter((place) => place !== '/keys' || rights.keys).map((place) => (
          <a href={localPath(locale, base + place)} aria-current={place === here ? 'page' : undefined}>
            {t(`own.tab.${place === '' ? 'overview' : (place.slice(1) as 'profile')}`)}
          </a>
        ))}
      </nav>
    </div>
  )
}
