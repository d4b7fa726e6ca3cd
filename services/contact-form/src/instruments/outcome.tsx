import { localPath } from '@stem/i18n/locales'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { Became } from './instruments-of-case.ts'

/**
 * What became of a request, for who asked. What everybody may see is named and linked; of all else, drafts and what is for members
 * alone, only the kind is told.
 */
export const Outcome = ({ speech, became }: { speech: Speech; became: readonly Became[] }) => {
  const { t, locale } = speech
  const known = became.flatMap(({ card }) => (card === null ? [] : [card]))
  return known.length === 0 ? null : (
    <Notice tone="tn">
      {known.map(({ type, shown }) => (
        <p>
          {shown === null ? (
            t(`instruments.prepared.${type}`)
          ) : (
            <>
              {t('instruments.this-became')}{' '}
              <a href={localPath(locale, shown.path)} lang={shown.locale === locale ? undefined : shown.locale}>
                {shown.title}
              </a>
            </>
          )}
        </p>
      ))}
    </Notice>
  )
}
