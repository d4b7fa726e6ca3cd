import type { Speech } from '@stem/ui/speech'
import type { Next, Step } from './timeline.ts'

const NextStep = ({ speech: { t, f }, next }: { speech: Speech; next: NonNullable<Next> }) =>
  next.what === 'answered' ? (
    <p>{t('tracking.next.answered')}</p>
  ) : (
    <>
      <p class="dt">{t('asking.next.by', { date: f.day(next.by) })}</p>
      <p>{t(next.late ? 'tracking.next.late' : `asking.next.${next.what}`)}</p>
    </>
  )

/** What has happened to a request, where it stands now, and what comes next. */
export const TimelineList = ({ speech, steps, next }: { speech: Speech; steps: readonly Step[]; next: Next }) => {
  const { t, f } = speech
  const last = steps.length - 1
  return (
    <ol class="tlx">
      {steps.map(({ at, what }, index) => (
        <li class={index === last ? 'now' : 'dn'}>
          <p class="dt">{f.dateTime(at)}</p>
          <p>
            <b>{t(`tracking.state.${what}`)}</b>
            {index === last && <span class="vh"> ({t('tracking.now')})</span>}
          </p>
        </li>
      ))}
      {next !== null && (
        <li class="fut">
          <NextStep speech={speech} next={next} />
        </li>
      )}
    </ol>
  )
}
