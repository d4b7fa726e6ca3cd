import { localPath } from '@stem/i18n/locales'
import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'
import type { Speech } from './speech.tsx'

const TABS = {
  profile: '/account',
  security: '/account/security',
  organisations: '/my-organisation',
  requests: '/account/requests',
  newsletter: '/account/newsletter',
  data: '/account/data',
} as const
/** A part of one's own space. */
export type AccountTab = keyof typeof TABS

/** Heading, the parts of one's own space, and the way out. */
export const AccountFrame = ({
  speech,
  tab,
  name,
  staff,
  children,
}: {
  speech: Speech
  tab: AccountTab
  name: string | null
  staff: boolean
  children: Child
}) => {
  const { t, locale } = speech
  return (
    <div class="w top st g5">
      <div class="cl">
        <p class="m">{name === null ? t('account.signed-in') : t('account.signed-in-as', { name })}</p>
        {staff && <a href={localPath(locale, '/console')}>{t('account.console')}</a>}
        <form class="end" method="post" action={localPath(locale, '/sign-out')}>
          <button class="b q">
            <Icon name="log-out" />
            {t('sign-in.out')}
          </button>
        </form>
      </div>
      <nav class="tabs" aria-label={t('account.parts')}>
        {(Object.keys(TABS) as AccountTab[]).map((name_) => (
          <a href={localPath(locale, TABS[name_])} aria-current={name_ === tab ? 'page' : undefined}>
            {t(`account.tab.${name_}`)}
          </a>
        ))}
      </nav>
      {children}
    </div>
  )
}
