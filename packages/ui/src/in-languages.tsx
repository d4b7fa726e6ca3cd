import { DEFAULT_LOCALE, SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import type { Child } from 'hono/jsx'
import type { FormState } from './form.tsx'
import type { Speech } from './speech.tsx'

type Props = {
  speech: Speech
  state: FormState
  /** The fields of a language: one of them filled in, or at fault, brings the language to the front. */
  fields: (locale: ShippedLocale) => readonly string[]
  /** Languages that are at the front in any case, beside English and the reader's own. */
  begun?: readonly ShippedLocale[]
  /** Names of the layout of both groups. */
  layout?: string
  each: (locale: ShippedLocale) => Child
}

/** What a form asks in every language of the site: the languages in use first, the others folded away until somebody wants them. */
export const InLanguages = ({ speech, state, fields, begun = [], layout = 'gr', each }: Props) => {
  const { t, f, locale } = speech
  const isFilled = (name: string): boolean => (state.typed[name] ?? '') !== '' || state.faults.some(({ field }) => field === name)
  const isFront = (code: ShippedLocale): boolean => code === DEFAULT_LOCALE || code === locale || begun.includes(code) || fields(code).some(isFilled)
  const others = SHIPPED.filter((code) => !isFront(code))
  return (
    <>
      <div class={layout}>{SHIPPED.filter(isFront).map(each)}</div>
      {others.length > 0 && (
        <details>
          <summary>{t('forms.languages.more', { n: others.length, count: f.number(others.length) })}</summary>
          <div class={layout}>{others.map(each)}</div>
        </details>
      )}
    </>
  )
}
