import { Field, type FormState } from '@stem/ui/form'
import type { Speech } from '@stem/ui/speech'

/** The form by which a reader asks for another address. `action`: where it goes, with the right to ask. */
export const ChangeAddressForm = ({ speech, state, action }: { speech: Speech; state: FormState; action: string }) => (
  <form class="c st" method="post" action={`${action}#es`} novalidate>
    <h2 class="s">{speech.t('newsletter.change')}</h2>
    <Field
      speech={speech}
      state={state}
      name="address"
      label={speech.t('newsletter.change.address')}
      hint={speech.t('newsletter.change.hint')}
      type="email"
      inputmode="email"
      autocomplete="email"
      most={254}
    />
    <div>
      <button class="b q">{speech.t('newsletter.change.button')}</button>
    </div>
    <p class="s m">{speech.t('newsletter.change.lost')}</p>
  </form>
)
