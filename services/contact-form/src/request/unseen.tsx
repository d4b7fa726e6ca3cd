import { Hidden } from '@stem/ui/form'
import type { Speech } from '@stem/ui/speech'

/** What a form for the secretariat brings along unseen: its key, when it was drawn, and a field that only programs fill in. */
export const Unseen = ({ speech, typed }: { speech: Speech; typed: Record<string, string> }) => (
  <>
    <Hidden name="key" value={typed['key'] ?? ''} />
    <Hidden name="drawn" value={typed['drawn'] ?? ''} />
    <div hidden>
      <label for="f-more">{speech.t('request.trap')}</label>
      <input id="f-more" name="more" autocomplete="off" tabindex={-1} value="" />
    </div>
  </>
)
