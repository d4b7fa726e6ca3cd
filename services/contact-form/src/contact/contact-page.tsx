import { localPath } from '@stem/i18n/locales'
import { ErrorSummary, Field, TextArea, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { BesideForm } from '../request/beside-form.tsx'
import { AddressField } from '../request/request-pages.tsx'
import { Unseen } from '../request/unseen.tsx'
import { TurnstileWidget } from '../spam/turnstile-widget.tsx'

type Props = { speech: Speech; state: FormState; problem?: string; siteKey?: string }

/** A question to the secretariat on one page. */
export const ContactPage = ({ speech, state, problem, siteKey }: Props) => {
  const { t, locale } = speech
  const labels = { name: t('join.contact.name'), address: t('account.address'), topic: t('contact.topic'), message: t('request.message') }
  const field = { speech, state }
  return (
    <div class="w top">
      <div class="sb r">
        <div class="st g5">
          <ErrorSummary speech={speech} state={state} labels={labels} />
          {problem !== undefined && (
            <Notice tone="bad">
              <p role="alert">{problem}</p>
            </Notice>
          )}
          <div class="st g2">
            <h1>{t('contact.title')}</h1>
            <p class="lead">{t('contact.lead')}</p>
          </div>
          <form class="st g5" method="post" action={`${localPath(locale, '/contact')}#es`} novalidate>
            <Unseen speech={speech} typed={state.typed} />
            <Field {...field} name="name" label={labels.name} autocomplete="name" most={100} />
            <AddressField {...field} hint={t('request.address.hint')} />
            <Field {...field} name="topic" label={labels.topic} most={120} optional />
            <TextArea {...field} name="message" label={labels.message} hint={t('contact.message.hint')} rows={7} most={4000} />
            {siteKey !== undefined && <TurnstileWidget speech={speech} siteKey={siteKey} />}
            <div class="cl">
              <button class="b">{t('contact.send')}</button>
            </div>
          </form>
        </div>
        <BesideForm speech={speech} draft={false} help={{ text: t('contact.instead'), path: '/support/request', label: t('support.request') }} />
      </div>
    </div>
  )
}
