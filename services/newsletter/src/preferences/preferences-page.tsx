import { localPath, LOCALES, SHIPPED } from '@stem/i18n/locales'
import { ErrorSummary, Hidden, Select, untouched, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { Reader } from '../readers/reader.ts'
import { Agreed } from '../subscribe/agreed.tsx'
import { WishFields } from '../wish/wish-fields.tsx'
import { ChangeAddressForm } from '../change-address/change-address-form.tsx'
import { PAUSES } from '@stem/contracts/newsletter'

type Props = {
  speech: Speech
  reader: Reader
  query: string
  leave: string
  state: FormState
  /** What was typed of another address. */
  move: FormState
  done: 'saved' | 'asked' | null
  problem?: string
}

/** What a reader wants to hear, how often, in which language; pausing, leaving, and the way to their data. */
export const PreferencesPage = ({ speech, reader, query, leave, state, move, done, problem }: Props) => {
  const { t, f, locale } = speech
  const to = (path: string) => `${localPath(locale, path)}?${query}`
  return (
    <div class="w top st g6">
      <ErrorSummary speech={speech} state={state} labels={{ topics: t('newsletter.topics'), frequency: t('newsletter.frequency') }} />
      <ErrorSummary speech={speech} state={move} labels={{ address: t('newsletter.change.address') }} />
      <h1>{t('newsletter.preferences')}</h1>
      <Agreed speech={speech} />
      {problem !== undefined && (
        <Notice tone="warn">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      {done !== null && (
        <Notice tone="ok">
          <p role="status">{t(done === 'saved' ? 'newsletter.saved' : 'newsletter.change.asked')}</p>
        </Notice>
      )}
      {reader.state === 'paused' && reader.pausedUntil !== null && (
        <Notice tone="tn">
          <p>{t('newsletter.paused', { date: f.dateTime(reader.pausedUntil) })}</p>
        </Notice>
      )}
      <div class="sb r">
        <form class="st g5" method="post" action={`${to('/newsletter/preferences')}#es`} novalidate>
          <Hidden name="version" value={String(reader.version)} />
          <WishFields speech={speech} state={state} />
          <Select speech={speech} state={state} name="language" label={t('account.language')} options={SHIPPED.map((code) => [code, LOCALES[code]] as const)} />
          <div>
            <button class="b" name="do" value="save">
              {t('forms.save')}
            </button>
          </div>
        </form>
        <aside class="st g5">
          <form class="c st" method="post" action={to('/newsletter/preferences/pause')}>
            <Select
              speech={speech}
              state={untouched()}
              name="months"
              label={t('newsletter.pause')}
              options={[
                ...(reader.state === 'paused' ? [['0', t('newsletter.pause.end')] as const] : []),
                ...PAUSES.map((n) => [String(n), t('newsletter.pause.months', { n, count: f.number(n) })] as const),
              ]}
            />
            <div>
              <button class="b q">{t('newsletter.pause.button')}</button>
            </div>
          </form>
          <ChangeAddressForm speech={speech} state={move} action={to('/newsletter/preferences/address')} />
          <div class="c st">
            <h2 class="s">{t('newsletter.data')}</h2>
            <p class="s">{t('newsletter.data.text')}</p>
            <form method="post" action={to('/newsletter/preferences/data')}>
              <button class="b q">{t('newsletter.data.button')}</button>
            </form>
          </div>
          <p>
            <a href={`${localPath(locale, '/newsletter/unsubscribe')}?${leave}`}>{t('newsletter.leave')}</a>
          </p>
        </aside>
      </div>
    </div>
  )
}
