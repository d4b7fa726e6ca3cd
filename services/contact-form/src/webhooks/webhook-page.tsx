import { localPath } from '@stem/i18n/locales'
import { Facts } from '@stem/ui/facts'
import { Hidden } from '@stem/ui/form'
import { Empty, Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { Delivery, Hook } from './read-webhooks.ts'
import { Tag } from '@stem/ui/tag'
import type { Child } from 'hono/jsx'
import { TopicBoxes } from './topic-boxes.tsx'
import { OnTag } from './webhooks-page.tsx'

const TONES = { queued: 'tn', working: 'tn', delivered: 'ok', failed: 'bad' } as const
const REASONS = ['address', 'dns', 'private', 'timeout', 'unreachable', 'off', 'sealed'] as const

/** What a page of one webhook says beside the webhook. `made`: a secret, shown this once. */
export type Said = { made?: string; problem?: 'stale' | 'nothing' }
type Props = Said & { speech: Speech; hook: Hook; deliveries: readonly Delivery[]; next: string | null; failed: number }

/** Where the console shows what a message tells of. */
const placeOf = (about: string): string => (about.startsWith('cmp_') ? `/console/newsletter/${about}/progress` : `/console/requests/${about}`)

const Why = ({ speech: { t, f }, delivery: { state, why, attempts, nextAt } }: { speech: Speech; delivery: Delivery }) => {
  const reason = REASONS.find((one) => one === why)
  return (
    <span class="m">
      {why !== null && (reason === undefined ? t('webhooks.status', { status: why }) : t(`webhooks.why.${reason}`))}
      {attempts > 0 && ` · ${t('webhooks.tries', { n: attempts, count: f.number(attempts) })}`}
      {state === 'queued' && attempts > 0 && ` · ${t('webhooks.next', { date: f.dateTime(nextAt) })}`}
    </span>
  )
}

const Deliveries = ({ speech, hook, deliveries, action }: Pick<Props, 'speech' | 'hook' | 'deliveries'> & { action: string }) => {
  const { t, f, locale } = speech
  return (
    <table class="tb rt">
      <caption class="vh">{t('webhooks.deliveries')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('webhooks.delivery')}</th>
          <th scope="col">{t('console.state')}</th>
          <th scope="col">{t('audit.when')}</th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <tr>
            <th scope="row">
              {delivery.kind === 'ping' ? t('webhooks.topic.ping') : t(`webhooks.topic.${delivery.kind as 'received'}`)}
              {delivery.about !== null && (
                <>
                  {' '}
                  <a class="mono" href={localPath(locale, placeOf(delivery.about))}>
                    {delivery.reference ?? delivery.about}
                  </a>
                </>
              )}
            </th>
            <td data-l={t('console.state')}>
              <div class="cl g2">
                <Tag tone={TONES[delivery.state]}>{t(`webhooks.delivery.${delivery.state}`)}</Tag>
                <Why speech={speech} delivery={delivery} />
                {hook.state === 'on' && (delivery.state === 'failed' || delivery.state === 'delivered') && (
                  <form method="post" action={action}>
                    <Hidden name="event" value={delivery.eventId} />
                    <button class="b q sm" name="do" value="again">
                      {t('webhooks.again')}
                      <span class="vh"> {delivery.reference ?? delivery.about ?? t('webhooks.topic.ping')}</span>
                    </button>
                  </form>
                )}
              </div>
            </td>
            <td data-l={t('audit.when')}>{f.dateTime(delivery.createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One webhook: what it is told, its secret, what was sent, and what became of it. */
export const WebhookPage = ({ speech, hook, deliveries, next, failed, made, problem }: Props) => {
  const { t, f, locale } = speech
  const action = localPath(locale, `/console/webhooks/${hook.id}`)
  const Act = ({ act, text, strong = false, children }: { act: string; text: string; strong?: boolean; children?: Child }) => (
    <form class="st g2" method="post" action={action}>
      <Hidden name="version" value={String(hook.version)} />
      {children}
      <p class="m n">{t(`webhooks.act.${text as 'on'}.text`)}</p>
      <div>
        <button class={strong ? 'b d' : 'b q'} name="do" value={act}>
          {t(`webhooks.act.${text as 'on'}`)}
        </button>
      </div>
    </form>
  )
  return (
    <div class="cp st g5">
      {problem !== undefined && (
        <Notice tone="warn">
          <p role="alert">{t(problem === 'stale' ? 'console.refusal.stale' : 'webhooks.problem.nothing')}</p>
        </Notice>
      )}
      {deliveries[0]?.kind === 'ping' && (deliveries[0].state === 'queued' || deliveries[0].state === 'working') && (
        <Notice tone="ok">
          <p role="status">{t('webhooks.pinged')}</p>
        </Notice>
      )}
      {made !== undefined && (
        <Notice tone="ok">
          <p>
            <b>{t('webhooks.once')}</b>
          </p>
          <p class="mono pre">{made}</p>
          <p class="s">{t('webhooks.once.text')}</p>
        </Notice>
      )}
      <Facts
        rows={[
          [t('webhooks.url'), <span class="mono">{hook.url}</span>],
          [t('console.state'), <OnTag speech={speech} state={hook.state} />],
          [t('webhooks.since'), f.dateTime(hook.createdAt)],
        ]}
      />
      <section class="st" aria-labelledby="deliveries">
        <h2 id="deliveries">{t('webhooks.deliveries')}</h2>
        <p class="m n">{t('webhooks.deliveries.text')}</p>
        {hook.state === 'on' && (
          <form class="cl" method="post" action={action}>
            <button class="b q" name="do" value="ping">
              {t('webhooks.ping')}
            </button>
            {failed > 0 && (
              <button class="b q" name="do" value="all-again">
                {t('webhooks.all-again', { n: failed, count: f.number(failed) })}
              </button>
            )}
          </form>
        )}
        {deliveries.length === 0 ? <Empty title={t('webhooks.deliveries.none')} /> : <Deliveries {...{ speech, hook, deliveries, action }} />}
        {next !== null && (
          <p>
            <a href={`${action}?before=${next}`}>{t('audit.older')}</a>
          </p>
        )}
      </section>
      <section class="st" aria-labelledby="settings">
        <h2 id="settings">{t('webhooks.settings')}</h2>
        <Act act="kinds" text="kinds">
          <TopicBoxes speech={speech} chosen={hook.kinds} />
        </Act>
        <Act act="rotate" text="rotate" />
        <Act act={hook.state === 'on' ? 'off' : 'on'} text={hook.state === 'on' ? 'off' : 'on'} />
        <details>
          <summary>{t('webhooks.act.delete')}</summary>
          <Act act="delete" text="delete" strong />
        </details>
      </section>
      <p>
        <a href={localPath(locale, '/console/webhooks')}>{t('webhooks.all')}</a>
      </p>
    </div>
  )
}
