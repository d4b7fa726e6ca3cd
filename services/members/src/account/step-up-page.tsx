import { localPath } from '@stem/i18n/locales'
import { ErrorSummary, Field, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { PasskeyForm } from '../sign-in/sign-in-page.tsx'

/** Asks somebody who is signed in to prove it again. `way`: by the passkey, by signing in again, or `none` when a passkey must be set up first. */
export const StepUpPage = ({ speech, back, way, failed }: { speech: Speech; back: string; way: 'passkey' | 'mail' | 'none'; failed: boolean }) => {
  const { t, locale } = speech
  return (
    <div class="w top st g5 n">
      {failed && (
        <Notice tone="bad">
          <p role="alert">{t('sign-in.passkey.failed')}</p>
        </Notice>
      )}
      <h1>{t('step-up.title')}</h1>
      <p class="lead">{t(way === 'passkey' ? 'step-up.text' : way === 'none' ? 'step-up.none' : 'step-up.mail')}</p>
      {way === 'passkey' && <PasskeyForm speech={speech} purpose="step-up" action="/account/step-up" button={t('step-up.button')} back={back} />}
      {way === 'none' && (
        <p>
          <a class="b" href={localPath(locale, '/account/security')}>
            {t('step-up.setup')}
          </a>
        </p>
      )}
      {way === 'mail' && (
        <form method="post" action={localPath(locale, '/sign-out')}>
          <button class="b">{t('sign-in.out')}</button>
        </form>
      )}
      {way !== 'mail' && (
        <p>
          <a href={localPath(locale, '/account/recover')}>{t('step-up.lost')}</a>
        </p>
      )}
    </div>
  )
}

/** Where a recovery code is typed. */
export const RecoverPage = ({ speech, state }: { speech: Speech; state: FormState }) => {
  const { t, locale } = speech
  return (
    <div class="w top st g5 n">
      <ErrorSummary speech={speech} state={state} labels={{ code: t('recover.code') }} />
      <h1>{t('recover.title')}</h1>
      <p class="lead">{t('recover.text')}</p>
      <form class="st" method="post" action={`${localPath(locale, '/account/recover')}#es`} novalidate>
        <Field speech={speech} state={state} name="code" label={t('recover.code')} hint={t('recover.hint')} autocomplete="off" most={40} size={24} mono />
        <div>
          <button class="b">{t('forms.continue')}</button>
        </div>
      </form>
      <p class="s m">{t('recover.none')}</p>
    </div>
  )
}
