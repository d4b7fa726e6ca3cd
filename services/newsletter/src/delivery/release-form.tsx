import { Field, Hidden, Select, type FormState } from '@stem/ui/form'
import type { Speech } from '@stem/ui/speech'
import type { Campaign } from '../campaigns/campaign.ts'
import { TYPED_ABOVE } from '../campaigns/release.ts'
import { zoneName, ZONES } from './zoned-words.ts'

/** The form by which a second person lets a campaign go. `total`: how many would get it at this moment. */
export const ReleaseForm = ({ speech, campaign, total, state }: { speech: Speech; campaign: Campaign; total: number; state: FormState }) => {
  const { t, f } = speech
  return (
    <form class="st g5" method="post" id="release">
      <p class="lead">{t('sending.release.text', { n: total, count: f.number(total) })}</p>
      <Hidden name="do" value="release" />
      <Hidden name="version" value={String(campaign.version)} />
      <div class="cl ae">
        <Field speech={speech} state={state} name="day" type="date" label={t('sending.release.day')} hint={t('sending.release.day.hint')} optional />
        <Field speech={speech} state={state} name="time" label={t('sending.release.time')} hint={t('sending.release.time.hint')} size={8} most={5} optional />
        <Select
          speech={speech}
          state={state}
          name="zone"
          label={t('sending.release.zone')}
          options={ZONES.map((zone) => [zone, zoneName(speech, zone)] as const)}
        />
      </div>
      {total > TYPED_ABOVE && (
        <Field
          speech={speech}
          state={state}
          name="number"
          label={t('sending.release.number')}
          hint={t('sending.release.number.hint')}
          inputmode="numeric"
          size={12}
          most={12}
        />
      )}
      <button class="b">{t('sending.release')}</button>
    </form>
  )
}
