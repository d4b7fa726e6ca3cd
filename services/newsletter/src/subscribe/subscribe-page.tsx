import { localPath } from '@stem/i18n/locales'
import { ErrorSummary, Field, Hidden, Tick, type FormState } from '@stem/ui/form'
import { MoreLink } from '@stem/ui/more-link'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { WishFields } from '../wish/wish-fields.tsx'
import { consentText } from './consent-text.ts'

/** The form to subscribe: nothing is ticked, the consent stands beside its box, word for word as it is kept. */
export const SubscribePage = ({ speech, state, problem }: { speech: Speech; state: FormState; problem?: string }) => {
  const { t, locale } = speech
  const labels = { address: t('account.address'), topics: t('newsletter.topics'), frequency: t('newsletter.frequency'), consent: t('newsletter.consent.label') }
  return (
    <div class="w top st g5">
      <ErrorSummary speech={speech} state={state} labels={labels} />
      {problem !== undefined && (
        <Notice tone="bad">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      <div class="st g2">
        <h1>{t('newsletter.title')}</h1>
        <p class="lead">{t('newsletter.lead')}</p>
      </div>
      <div class="sb r">
        <form class="st g5" method="post" action={`${localPath(locale, '/newsletter')}#es`} novalidate>
          <Hidden name="key" value={state.typed['key'] ?? ''} />
          <div hidden>
            <label for="f-more">{t('request.trap')}</label>
            <input id="f-more" name="more" autocomplete="off" tabindex={-1} value="" />
          </div>
          <Field
            speech={speech}
            state={state}
            name="address"
            label={labels.address}
            hint={t('newsletter.address.hint')}
            type="email"
            inputmode="email"
            autocomplete="email"
            most={254}
          />
          <WishFields speech={speech} state={state} />
          <Tick speech={speech} state={state} name="consent" label={consentText(locale)} />
          <div>
            <button class="b">{t('newsletter.subscribe')}</button>
          </div>
        </form>
        <aside class="st" aria-labelledby="how">
          <div class="c st">
            <h2 id="how" class="s">
              {t('newsletter.how')}
            </h2>
            <ul class="st g2">
              {([1, 2, 3, 4] as const).map((number) => (
                <li class="s">{t(`newsletter.how.${number}`)}</li>
              ))}
            </ul>
          </div>
          <p class="s">
            <MoreLink href={localPath(locale, '/newsletter/archive')}>{t('archive.title')}</MoreLink>
          </p>
          <p class="s">
            <MoreLink href={localPath(locale, '/privacy')}>{t('newsletter.privacy')}</MoreLink>
          </p>
        </aside>
      </div>
    </div>
  )
}
