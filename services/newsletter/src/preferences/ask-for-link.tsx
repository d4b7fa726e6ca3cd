import { localPath } from '@stem/i18n/locales'
import { Field, untouched, type FormState } from '@stem/ui/form'
import type { Speech } from '@stem/ui/speech'

/** A link does not work any more: type the address, and a new one comes by mail if it is a reader's. The answer is the same for every address. */
export const AskForLink = ({ speech, state = untouched() }: { speech: Speech; state?: FormState }) => (
  <>
    <p class="lead">{speech.t('newsletter.link-gone.text')}</p>
    <form class="st" method="post" action={`${localPath(speech.locale, '/newsletter/link')}#es`} novalidate>
      <Field speech={speech} state={state} name="address" label={speech.t('account.address')} type="email" inputmode="email" autocomplete="email" most={254} />
      <div>
        <button class="b">{speech.t('newsletter.link-gone.button')}</button>
      </div>
    </form>
  </>
)
