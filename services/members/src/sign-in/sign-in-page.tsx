import { localPath } from '@stem/i18n/locales'
import { ErrorSummary, Field, Hidden, type FormState } from '@stem/ui/form'
import { Icon } from '@stem/ui/icon'
import { MoreLink } from '@stem/ui/more-link'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'

/** A form that asks the authenticator by script and says so without it. */
export const PasskeyForm = ({ speech, purpose, action, button, back, quiet = false }: PasskeyFormProps) => {
  const { t, locale } = speech
  return (
    <form class="st g2" method="post" action={localPath(locale, action)} data-passkey={purpose} data-options={localPath(locale, '/passkey/options')}>
      <Hidden name="credential" value="" />
      {back !== undefined && <Hidden name="back" value={back} />}
      <p class="er" data-failed="" role="alert" hidden>
        <Icon name="circle-alert" />
        {t('sign-in.passkey.failed')}
      </p>
      <div data-needs-script="" hidden>
        <button class={quiet ? 'b q' : 'b'}>
          <Icon name="key-round" />
          {button}
        </button>
      </div>
      <p class="s m" data-without-script="">
        {t('sign-in.passkey.script')}
      </p>
    </form>
  )
}
type PasskeyFormProps = { speech: Speech; purpose: 'sign-in' | 'step-up' | 'enrol'; action: string; button: string; back?: string; quiet?: boolean }

/** Where signing in begins. */
export const SignInPage = ({ speech, state, back, problem }: { speech: Speech; state: FormState; back: string; problem?: string }) => {
  const { t, locale } = speech
  return (
    <div class="w top ctr">
      <div class="sb h2c">
        <div class="st g5 n">
          <ErrorSummary speech={speech} state={state} labels={{ address: t('sign-in.address') }} />
          {problem !== undefined && (
            <Notice tone="bad">
              <p>{problem}</p>
            </Notice>
          )}
          <h1>{t('sign-in.title')}</h1>
          <p class="lead">{t('sign-in.lead')}</p>
          <form class="st" method="post" action={`${localPath(locale, '/sign-in')}#es`} novalidate>
            <Field
              speech={speech}
              state={state}
              name="address"
              label={t('sign-in.address')}
              type="email"
              autocomplete="username webauthn"
              inputmode="email"
              most={254}
            />
            <Hidden name="back" value={back} />
            <div>
              <button class="b">
                <Icon name="mail" />
                {t('sign-in.send')}
              </button>
            </div>
          </form>
          <PasskeyForm speech={speech} purpose="sign-in" action="/sign-in/passkey" button={t('sign-in.passkey')} back={back} quiet />
        </div>
        <div class="c p st">
          <h2 class="s">{t('sign-in.new')}</h2>
          <p>{t('sign-in.new.text')}</p>
          <MoreLink href={localPath(locale, '/join')}>{t('sign-in.new.join')}</MoreLink>
          <MoreLink href={localPath(locale, '/support')}>{t('sign-in.new.support')}</MoreLink>
        </div>
      </div>
    </div>
  )
}

/** After the mail was asked for: the place for its code. */
export const SentPage = ({ speech, state }: { speech: Speech; state: FormState }) => {
  const { t, locale } = speech
  return (
    <div class="w top st g5 n">
      <ErrorSummary speech={speech} state={state} labels={{ code: t('sign-in.code') }} />
      <h1>{t('sign-in.sent.title')}</h1>
      <p class="lead">{t('sign-in.sent.text')}</p>
      <form class="st" method="post" action={`${localPath(locale, '/sign-in/code')}#es`} novalidate>
        <Field
          speech={speech}
          state={state}
          name="code"
          label={t('sign-in.code')}
          hint={t('sign-in.code.hint')}
          autocomplete="one-time-code"
          inputmode="text"
          most={20}
          size={14}
          mono
        />
        <div>
          <button class="b">{t('sign-in.link.button')}</button>
        </div>
      </form>
      <p class="s m">{t('sign-in.sent.slow')}</p>
      <MoreLink href={localPath(locale, '/sign-in')}>{t('sign-in.again')}</MoreLink>
    </div>
  )
}

/** What the link of the mail shows: a button. Looking at it changes nothing. */
export const LinkPage = ({ speech, request, token }: { speech: Speech; request: string; token: string }) => {
  const { t, locale } = speech
  return (
    <div class="w top st g5 n">
      <h1>{t('sign-in.link.title')}</h1>
      <p class="lead">{t('sign-in.link.text')}</p>
      <form method="post" action={localPath(locale, '/sign-in/link')}>
        <Hidden name="request" value={request} />
        <Hidden name="token" value={token} />
        <button class="b">{t('sign-in.link.button')}</button>
      </form>
    </div>
  )
}

/** Why a link or code did not open anything, and the way on. */
export const RefusedPage = ({ speech, why }: { speech: Speech; why: 'expired' | 'other' }) => {
  const { t, locale } = speech
  return (
    <div class="w top st g5 n">
      <h1>{t(`sign-in.${why}.title`)}</h1>
      <p class="lead">{t(`sign-in.${why}.text`)}</p>
      <p>
        <a class="b" href={localPath(locale, '/sign-in')}>
          {t('sign-in.expired.button')}
        </a>
      </p>
    </div>
  )
}
