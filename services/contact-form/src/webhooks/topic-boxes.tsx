import { TOPICS, type Topic } from '@stem/contracts/webhooks'
import { Icon } from '@stem/ui/icon'
import type { Speech } from '@stem/ui/speech'

type Props = { speech: Speech; chosen: readonly Topic[]; missing?: boolean }

/** What a program wants to be told: a box for each. `missing`: none was ticked. */
export const TopicBoxes = ({ speech: { t }, chosen, missing = false }: Props) => (
  <fieldset class="fd" aria-describedby={missing ? 'e-topics' : undefined}>
    <legend>{t('webhooks.topics')}</legend>
    {missing && (
      <p class="er" id="e-topics">
        <Icon name="circle-alert" />
        <span class="vh">{t('forms.error')} </span>
        {t('webhooks.fault.topics')}
      </p>
    )}
    <div class="dcol">
      {TOPICS.map((topic, index) => (
        <label class="ck">
          <input
            type="checkbox"
            id={index === 0 ? 'f-topics' : undefined}
            name={`topic-${topic}`}
            value="yes"
            checked={chosen.includes(topic)}
            aria-invalid={missing ? 'true' : undefined}
          />
          <span>{t(`webhooks.topic.${topic}`)}</span>
        </label>
      ))}
    </div>
  </fieldset>
)
