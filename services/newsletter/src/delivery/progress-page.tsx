import { localPath } from '@stem/i18n/locales'
import { Bar } from '@stem/ui/bar'
import { Hidden, Tick, type FormState } from '@stem/ui/form'
import { MoreLink } from '@stem/ui/more-link'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { AudienceCount } from '../audience/count-audience.ts'
import { Counted } from '../audience/counted.tsx'
import { CampaignSteps } from '../composer/campaign-tags.tsx'
import { CANCELLABLE, type Campaign } from '../campaigns/campaign.ts'
import type { Numbers, Progress } from './progress.ts'
import { ReleaseForm } from './release-form.tsx'
import { zonedWords } from './zoned-words.ts'

const COLUMNS = ['prepared', 'pending', 'claimed', 'accepted', 'rejected', 'cancelled', 'unknown'] as const

/** What a person sees as being sent is claimed or in between. */
const shown = (numbers: Numbers, column: (typeof COLUMNS)[number]): number => (column === 'claimed' ? numbers.claimed + numbers.calling : numbers[column])

const Table = ({ speech: { t, f }, progress }: { speech: Speech; progress: Progress }) => {
  const lines: [string, Numbers][] = [
    [t('sending.all'), progress.all],
    ...Object.entries(progress.byLocale).map(([code, numbers]): [string, Numbers] => [f.languageName(code), numbers]),
  ]
  return (
    <div class="sx" tabindex={0} role="region" aria-labelledby="counted">
      <table class="tb nr" aria-labelledby="counted">
        <thead>
          <tr>
            <th scope="col">{t('sending.language')}</th>
            {COLUMNS.map((column) => (
              <th scope="col">{t(`sending.n.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, numbers]) => (
            <tr>
              <th scope="row">{name}</th>
              {COLUMNS.map((column) => (
                <td>{f.number(shown(numbers, column))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Unknown = ({ speech: { t, f }, campaign, progress }: { speech: Speech; campaign: Campaign; progress: Progress }) => {
  const buttons = (readerId: string, id: string) => (
    <form class="cl g2" method="post">
      <Hidden name="do" value="settle" />
      <Hidden name="reader" value={readerId} />
      <button class="b q sm" name="as" value="accepted" aria-describedby={id}>
        {t('sending.unknown.accepted')}
      </button>
      {campaign.state !== 'cancelled' && (
        <button class="b q sm" name="as" value="again" aria-describedby={id}>
          {t('sending.unknown.again')}
        </button>
      )}
    </form>
  )
  return (
    <section class="st" aria-labelledby="unknown">
      <h2 id="unknown">
        {t('sending.unknown')} <span class="num">{f.number(progress.all.unknown)}</span>
      </h2>
      <p>{t('sending.unknown.text')}</p>
      <div class="cl g2">
        <b>{t('sending.all')}</b>
        {buttons('', 'unknown')}
      </div>
      <ul class="rw">
        {progress.unknown.map(({ subscriberId, domain, calledAt }, index) => (
          <li class="cl g2">
            <span id={`u${index}`}>
              {domain}, {f.dateTime(calledAt)}
            </span>
            {buttons(subscriberId, `u${index}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Act = ({ speech, name, quiet = false }: { speech: Speech; name: 'pause' | 'resume' | 'take-over'; quiet?: boolean }) => (
  <form method="post">
    <Hidden name="do" value={name} />
    <button class={quiet ? 'b q' : 'b'}>{speech.t(`sending.${name}`)}</button>
  </form>
)

/** Cancelling cannot be undone, so it takes a tick as well. */
const Cancel = ({ speech, state, isOpen }: { speech: Speech; state: FormState; isOpen: boolean }) => (
  <details open={isOpen}>
    <summary>{speech.t('sending.cancel')}</summary>
    <form class="c st" method="post" novalidate>
      <p class="m">{speech.t('sending.cancel.text')}</p>
      <Hidden name="do" value="cancel" />
      <Tick speech={speech} state={state} name="sure" label={speech.t('sending.cancel.sure')} />
      <div>
        <button class="b d">{speech.t('sending.cancel')}</button>
      </div>
    </form>
  </details>
)

type Props = {
  speech: Speech
  campaign: Campaign
  progress: Progress
  /** Whom it reaches, of one that waits for its release. */
  count: AudienceCount | null
  isOwn: boolean
  way: 'fit' | 'none' | 'deaf'
  /** Seconds after which the page renews itself: null when nobody asked for it; undefined when there is nothing to follow. */
  renew: number | null | undefined
  state: FormState
  problem: string | null
}

/** Releasing a campaign, watching it, and steering it. It renews itself only for who asked for that, while there is something to follow. */
export const ProgressPage = ({ speech, campaign, progress, count, isOwn, way, renew, state, problem }: Props) => {
  const { t, f, locale } = speech
  const { all } = progress
  const here = localPath(locale, `/console/newsletter/${campaign.id}`)
  const isWaiting = campaign.state === 'approved' && campaign.releasedBy === null
  const acts = (
    <>
      <div class="cl g2">
        <a class="b q" href={`${here}/progress${renew ? '?live=yes' : ''}`}>
          {t('sending.refresh')}
        </a>
        {renew !== undefined && (
          <a class="b q" href={`${here}/progress${renew === null ? '?live=yes' : ''}`}>
            {t(renew === null ? 'campaigns.live.start' : 'campaigns.live.stop')}
          </a>
        )}
        {campaign.state === 'running' && <Act speech={speech} name="pause" quiet />}
        {campaign.state === 'paused' && <Act speech={speech} name="resume" />}
        {campaign.state === 'held' && <Act speech={speech} name="take-over" />}
      </div>
      {CANCELLABLE.includes(campaign.state) && <Cancel speech={speech} state={state} isOpen={state.faults.some(({ field }) => field === 'sure')} />}
    </>
  )
  return (
    <>
      <CampaignSteps speech={speech} campaign={campaign} at="progress" />
      <div class="cp st g6">
        {problem !== null && (
          <Notice tone="warn">
            <p role="alert">{problem}</p>
          </Notice>
        )}
        {campaign.state === 'draft' && (
          <Notice tone="tn">
            <p>{t('sending.draft.text')}</p>
            <p>
              <MoreLink href={`${here}/check`}>{t('composer.step.check')}</MoreLink>
            </p>
          </Notice>
        )}
        {campaign.state === 'held' && (
          <Notice tone="bad">
            <p>{t('sending.held.text')}</p>
          </Notice>
        )}
        {isWaiting && way !== 'fit' && (
          <Notice tone="warn">
            <p>{t(way === 'none' ? 'sending.problem.transport' : 'sending.deaf')}</p>
          </Notice>
        )}
        {campaign.state === 'approved' && campaign.scheduledAt !== null && (
          <p class="lead">{t('sending.scheduled', { at: zonedWords(speech, campaign.scheduledAt, campaign.zone) })}</p>
        )}
        {renew && <p class="m">{t('campaigns.live', { seconds: f.number(renew) })}</p>}
        {all.prepared > 0 && (
          <section class="st" aria-labelledby="numbers">
            <h2 id="numbers">{t('sending.numbers')}</h2>
            <Bar value={all.prepared - all.pending - all.claimed - all.calling} max={all.prepared} />
            <p class="m" id="counted">
              {t('sending.numbers.text')}
            </p>
            <Table speech={speech} progress={progress} />
          </section>
        )}
        {isWaiting && count !== null ? (
          <div class="sb r">
            <div class="st g6">
              {isOwn ? <Notice tone="tn">{t('sending.own')}</Notice> : <ReleaseForm speech={speech} campaign={campaign} total={count.total} state={state} />}
              {acts}
            </div>
            <Counted speech={speech} count={count} />
          </div>
        ) : (
          acts
        )}
        {all.unknown > 0 && <Unknown speech={speech} campaign={campaign} progress={progress} />}
      </div>
    </>
  )
}
