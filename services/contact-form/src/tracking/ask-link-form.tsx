import { localPath } from '@stem/i18n/locales'
import { ErrorSummary, Field, Hidden, type FormState } from '@stem/ui/form'
import type { Speech } from '@stem/ui/speech'

/** Asks where a new link to a request may be mailed. `caseId`: known when an old link was opened; else the reference is asked for. */
export const AskLinkForm = ({ speech, state, caseId }: { speech: Speech; state: FormState; caseId: string | null }) => {
  const { t, locale } = speech
  return (
    <form class="st g5" method="post" action={`${localPath(locale, '/support/link')}#es`} novalidate>
      <ErrorSummary speech={speech} state={state} labels={{ address: t('account.address'), reference: t('request.reference') }} />
      {caseId === null ? (
        <Field speech={speech} state={state} name="reference" label={t('request.reference')} hint={t('tracking.link.reference')} most={20} size={14} mono />
      ) : (
        <Hidden name="case" value={caseId} />
      )}
      <Field
        speech={speech}
        state={state}
        name="address"
        label={t('account.address')}
        hint={t('tracking.link.address')}
        type="email"
        inputmode="email"
        autocomplete="email"
        most={254}
      />
      <div>
        <button class="b">{t('tracking.link.send')}</button>
      </div>
    </form>
  )
}
