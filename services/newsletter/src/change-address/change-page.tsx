import { localPath } from '@stem/i18n/locales'
import { Facts } from '@stem/ui/facts'
import type { Speech } from '@stem/ui/speech'
import { Agreed } from '../subscribe/agreed.tsx'
import type { AddressChange, Side } from './change.ts'

/** Behind the link of one side: what is to change, the button that agrees, and for the present address one that calls it off. */
export const ChangePage = ({ speech, change, side, present, query }: { speech: Speech; change: AddressChange; side: Side; present: string; query: string }) => {
  const { t, locale } = speech
  const hasAgreed = (side === 'old' ? change.oldAt : change.newAt) !== null
  return (
    <>
      <p class="lead">{t(hasAgreed ? 'newsletter.change.waiting.text' : side === 'old' ? 'newsletter.change.old.text' : 'newsletter.change.new.text')}</p>
      <Facts
        rows={[
          [t('newsletter.change.from'), present],
          [t('newsletter.change.to'), change.address],
        ]}
      />
      <Agreed speech={speech} />
      <form class="cl" method="post" action={`${localPath(locale, '/newsletter/address')}?${query}`}>
        {!hasAgreed && (
          <button class="b" name="do" value="agree">
            {t('newsletter.change.agree')}
          </button>
        )}
        {side === 'old' && (
          <button class="b q" name="do" value="call-off">
            {t('newsletter.change.call-off')}
          </button>
        )}
      </form>
      {side === 'new' && <p class="s m">{t('newsletter.confirm.not-you')}</p>}
    </>
  )
}
