import { localPath, LOCALES, SHIPPED } from '@stem/i18n/locales'
import { ErrorSummary, Hidden, Select, Tick, type FormState } from '@stem/ui/form'
import { MoreLink } from '@stem/ui/more-link'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { Reader } from '../readers/reader.ts'
import { Agreed } from '../subscribe/agreed.tsx'
import { consentText } from '../subscribe/consent-text.ts'
import type { SuppressionReason } from '../suppressions/suppress.ts'
import { WishFields } from '../wish/wish-fields.tsx'

/** What was done, as the page says it. */
export const DONE = ['saved', 'subscribed', 'left', 'mailed'] as const
/** What was done. */
export type Done = (typeof DONE)[number]
const DONE_TEXTS = { saved: 'newsletter.saved', subscribed: 'newsletter.welcome.text', left: 'newsletter.left.text', mailed: 'newsletter.own.mail' } as const

type Props = {
  speech: Speech
  address: string
  /** Null for who is no reader now. */
  reader: Reader | null
  /** Why nothing is sent there at present. */
  kept: SuppressionReason | null
  /** Whether something is kept of them that they can take along. */
  exports: boolean
  /** Query of the link to everything else a reader can do. */
  query: string
  state: FormState
  done: Done | null
  problem?: string
}

/** The subscription of one's own address: to begin, change or end it without a mailed link. */
export const OwnNewsletterPage = ({ speech, address, reader, kept, exports, query, state, done, problem }: Props) => {
  const { t, locale } = speech
  const here = localPath(locale, '/account/newsletter')
  return (
    <div class="st g5 n">
      <ErrorSummary
        speech={speech}
        state={state}
        labels={{ topics: t('newsletter.topics'), frequency: t('newsletter.frequency'), consent: t('newsletter.consent.label') }}
      />
      <h1>{t('newsletter.preferences')}</h1>
      {problem !== undefined && (
        <Notice tone="warn">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      {done !== null && (
        <Notice tone="ok">
          <p role="status">{t(DONE_TEXTS[done])}</p>
        </Notice>
      )}
      {reader !== null && kept !== null && (
        <Notice tone="warn">
          <p>{t('newsletter.own.kept', { reason: t(`readers.reason.${kept}`) })}</p>
          <MoreLink href={localPath(locale, '/newsletter')}>{t('newsletter.subscribe')}</MoreLink>
        </Notice>
      )}
      <p class="lead">{t(reader === null ? 'newsletter.own.none' : 'newsletter.own.text', { address })}</p>
      <form class="st g5" method="post" action={`${here}#es`} novalidate>
        <WishFields speech={speech} state={state} />
        <Select speech={speech} state={state} name="language" label={t('account.language')} options={SHIPPED.map((code) => [code, LOCALES[code]] as const)} />
        {reader === null ? (
          <Tick speech={speech} state={state} name="consent" label={consentText(locale)} />
        ) : (
          <>
            <Agreed speech={speech} />
            <Hidden name="version" value={String(reader.version)} />
          </>
        )}
        <div>
          <button class="b" name="do" value={reader === null ? 'subscribe' : 'save'}>
            {t(reader === null ? 'newsletter.subscribe' : 'forms.save')}
          </button>
        </div>
      </form>
      {reader !== null && (
        <>
          <p>
            <MoreLink href={`${localPath(locale, '/newsletter/preferences')}?${query}`}>{t('newsletter.own.more')}</MoreLink>
          </p>
          <form class="cl" method="post" action={here}>
            <button class="b q" name="do" value="leave">
              {t('newsletter.leave')}
            </button>
          </form>
        </>
      )}
      {exports && (
        <form class="cl" method="post" action={`${here}/export`}>
          <button class="b q">{t('data.export.json')}</button>
        </form>
      )}
    </div>
  )
}
