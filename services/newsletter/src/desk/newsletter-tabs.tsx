import { localPath } from '@stem/i18n/locales'
import type { Speech } from '@stem/ui/speech'

const TABS = { issues: '/console/newsletter', people: '/console/newsletter/people', suppressions: '/console/newsletter/suppressions' } as const

/** The way between the parts of the newsletter in the console. */
export const NewsletterTabs = ({ speech: { t, locale }, at }: { speech: Speech; at: keyof typeof TABS }) => (
  <nav class="tabs" aria-label={t('readers.parts')}>
    {(Object.keys(TABS) as (keyof typeof TABS)[]).map((name) => (
      <a href={localPath(locale, TABS[name])} aria-current={name === at ? 'page' : undefined}>
        {t(`readers.tab.${name}`)}
      </a>
    ))}
  </nav>
)
