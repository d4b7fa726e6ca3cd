import { Notice } from './notice.tsx'
import type { Speech } from './speech.tsx'

/** Says that the content below stands in another language. Nothing when it does not. */
export const UntranslatedNotice = ({ speech, lang }: { speech: Speech; lang: string }) =>
  lang === speech.locale ? null : (
    <Notice tone="tn">
      <p class="s">{speech.t('chrome.untranslated', { language: speech.f.languageName(lang) })}</p>
    </Notice>
  )
