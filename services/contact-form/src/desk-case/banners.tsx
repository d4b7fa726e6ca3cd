import type { Key } from '@stem/i18n/translate'
import { localPath } from '@stem/i18n/locales'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { PossibleNotice } from '../inbound/possible-notice.tsx'
import type { DeskView } from './read-desk.ts'

const Reference = ({ speech, view, id }: { speech: Speech; view: DeskView; id: string }) => (
  <a class="mono" href={localPath(speech.locale, `/console/requests/${id}`)}>
    {view.others[id]?.found.reference ?? '…'}
  </a>
)

/** What must be known before anything else: merged, taken for spam, perhaps part of another case, a colleague is writing. */
export const Banners = ({ speech, view }: { speech: Speech; view: DeskView }) => {
  const { t, f, locale } = speech
  const { id, state, mergedInto, possiblyOf, spamReason } = view.found
  const { writer, names } = view
  const possible = possiblyOf === null || possiblyOf === mergedInto || state === 'merged' ? undefined : view.others[possiblyOf]?.found
  return (
    <>
      {mergedInto !== null && (
        <Notice tone="tn">
          <p>
            <b>{t('desk.merged')}</b> <Reference speech={speech} view={view} id={mergedInto} />. {t('desk.merged.text')}
          </p>
        </Notice>
      )}
      {state === 'spam' && (
        <Notice tone="warn">
          <p>
            <b>{t('desk.spam')}</b> {t(`request.spam.${spamReason ?? 'staff'}` as Key) || spamReason}
          </p>
        </Notice>
      )}
      {possible && (
        <PossibleNotice speech={speech} found={view.found} other={possible}>
          <a class="b q" href={`${localPath(locale, `/console/requests/${id}/merge`)}?into=${possible.id}`}>
            {t('desk.possible.merge')}
          </a>
        </PossibleNotice>
      )}
      {writer !== null && (
        <Notice tone="warn">
          <p role="status">
            <b>{t('lease.writing', { name: names[writer.personId] ?? t('request.forgotten') })}</b>{' '}
            {t('lease.writing.text', { since: f.dateTime(writer.seenAt), until: f.dateTime(writer.until) })}
          </p>
        </Notice>
      )}
    </>
  )
}
