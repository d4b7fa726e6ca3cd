import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { About } from './what-about.ts'

/** What a request is about, with a way to leave it out. Stands inside the form: what was typed comes along. */
export const AboutLines = ({ speech: { t, locale }, about }: { speech: Speech; about: readonly About[] }) =>
  about.length === 0 ? null : (
    <>
      {/* Enter presses the first button of a form, and that must not be the one that leaves something out. */}
      <button class="vh" name="go" value="on" tabindex={-1} aria-hidden="true">
        {t('forms.continue')}
      </button>
      {about.map(({ kind, title, lang }) => (
        <Notice tone="tn">
          <p class="cl">
            <span>
              {t(`asking.about.${kind}`)} <b lang={lang === null || lang === locale ? undefined : lang}>{title}</b>
            </span>
            <button class="b q sm end" name="go" value={`drop-${kind}`}>
              {t('asking.about.drop')}
              <span class="vh"> {title}</span>
            </button>
          </p>
        </Notice>
      ))}
    </>
  )
