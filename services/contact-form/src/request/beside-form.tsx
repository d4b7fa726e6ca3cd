import { localPath } from '@stem/i18n/locales'
import type { Speech } from '@stem/ui/speech'
import type { Child } from 'hono/jsx'

/** Another way than this form: what it is for, and where. */
export type Help = { text: string; path: string; label: string }

/** What stands beside every form for the secretariat, in the same place on each step. `draft`: whether it can be finished later. */
export const BesideForm = ({ speech: { t, locale }, draft, help }: { speech: Speech; draft: boolean; help: Help }): Child => (
  <aside class="st" aria-label={t('asking.beside')}>
    {draft && (
      <div class="c p">
        <h2 class="s">{t('asking.draft.title')}</h2>
        <p class="s">{t('asking.draft.text')}</p>
      </div>
    )}
    <div class="c p">
      <h2 class="s">{t('asking.who-sees')}</h2>
      <p class="s">{t('request.privacy')}</p>
    </div>
    <p class="s">
      {help.text} <a href={localPath(locale, help.path)}>{help.label}</a>
    </p>
  </aside>
)
