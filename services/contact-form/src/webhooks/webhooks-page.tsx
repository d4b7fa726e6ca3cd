import { localPath } from '@stem/i18n/locales'
import { ErrorSummary, Field, Hidden, type FormState } from '@stem/ui/form'
import { Empty, Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import { TOPICS, type Topic } from '@stem/contracts/webhooks'
import type { ListedHook } from './read-webhooks.ts'
import { TopicBoxes } from './topic-boxes.tsx'

/** Whether a webhook is told anything. */
export const OnTag = ({ speech: { t }, state }: { speech: Speech; state: 'on' | 'off' }) => (
  <Tag tone={state === 'on' ? 'ok' : ''}>{t(`webhooks.state.${state}`)}</Tag>
)

/** Every webhook, with what needs somebody. */
export const WebhooksPage = ({ speech, hooks }: { speech: Speech; hooks: readonly ListedHook[] }) => {
  const { t, f, locale } = speech
  const here = localPath(locale, '/console/webhooks')
  return (
    <div class="cp st g5">
      <p class="n m">{t('webhooks.text')}</p>
      {hooks.length === 0 ? (
        <Empty title={t('webhooks.none')} />
      ) : (
        <table class="tb rt">
          <caption class="vh">{t('console.webhooks')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('webhooks.url')}</th>
              <th scope="col">{t('console.state')}</th>
              <th scope="col">{t('webhooks.topics.short')}</th>
              <th scope="col">{t('webhooks.last')}</th>
            </tr>
          </thead>
          <tbody>
            {hooks.map(({ id, url, state, kinds, failed, lastAt }) => (
              <tr>
                <th scope="row">
                  <a href={`${here}/${id}`}>{url}</a>
                </th>
                <td data-l={t('console.state')}>
                  <span class="cl g2">
                    <OnTag speech={speech} state={state} />
                    {failed > 0 && <Tag tone="bad">{t('webhooks.failed', { n: failed, count: f.number(failed) })}</Tag>}
                  </span>
                </td>
                <td data-l={t('webhooks.topics.short')}>
                  {kinds.length === TOPICS.length ? t('webhooks.topics.all') : kinds.map((kind) => t(`webhooks.topic.${kind}`)).join(', ')}
                </td>
                <td data-l={t('webhooks.last')}>{lastAt === null ? '–' : f.dateTime(lastAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <a class="b" href={`${here}/new`}>
          {t('webhooks.add')}
        </a>
      </p>
    </div>
  )
}

type NewProps = { speech: Speech; state: FormState; chosen: readonly Topic[]; problem?: 'not_fresh' | 'too_many' }

/** The form for a new webhook. `problem`: why it was not made, with everything still there. */
export const NewWebhookPage = ({ speech, state, chosen, problem }: NewProps) => {
  const { t, locale } = speech
  return (
    <div class="cp st g5">
      <ErrorSummary speech={speech} state={state} labels={{ url: t('webhooks.url'), topics: t('webhooks.topics') }} />
      {problem !== undefined && (
        <Notice tone="warn">
          <p role="alert">{t(`webhooks.problem.${problem}`)}</p>
          {problem === 'not_fresh' && (
            <p>
              <a href={localPath(locale, '/account/step-up')} target="_blank" rel="noopener">
                {t('webhooks.problem.not_fresh.link')}
              </a>
            </p>
          )}
        </Notice>
      )}
      <form class="st" method="post" action={`${localPath(locale, '/console/webhooks/new')}#es`} novalidate>
        <Hidden name="key" value={state.typed['key'] ?? ''} />
        <Field speech={speech} state={state} name="url" type="url" inputmode="url" label={t('webhooks.url')} hint={t('webhooks.url.hint')} most={500} mono />
        <TopicBoxes speech={speech} chosen={chosen} missing={state.faults.some(({ field }) => field === 'topics')} />
        <div class="cl">
          <button class="b">{t('webhooks.add')}</button>
          <a href={localPath(locale, '/console/webhooks')}>{t('webhooks.all')}</a>
        </div>
      </form>
    </div>
  )
}
