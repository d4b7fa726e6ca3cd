import { localPath } from '@stem/i18n/locales'
import { ErrorSummary, Field, Hidden, untouched, type FormState } from '@stem/ui/form'
import { Empty, Notice } from '@stem/ui/notice'
import { Pagination } from '@stem/ui/pagination'
import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import { freshnessOf, type Freshness } from './freshness.ts'
import { PER_PAGE, type Waiting } from './find-queue.ts'

const TONES = { never: '', fresh: 'ok', due: 'warn', overdue: 'bad' } as const satisfies Record<Freshness, string>

type Props = {
  speech: Speech
  rows: Waiting[]
  total: number
  page: number
  now: number
  /** The day that is proposed for the next review, ISO. */
  next: string
  /** What was typed for one of them, and what is wrong with it. */
  refused: { itemId: string; state: FormState } | null
  done: boolean
}

const isoDay = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString().slice(0, 10))

/** Practices that wait to be looked at, each with the act that says it still holds. */
export const QueuePage = ({ speech, rows, total, page, now, next, refused, done }: Props) => {
  const { t, f, locale } = speech
  const here = localPath(locale, '/console/freshness')
  return (
    <div class="cp st g5">
      {refused && <ErrorSummary speech={speech} state={refused.state} labels={{ review: t('freshness.next') }} />}
      {done && (
        <Notice tone="ok">
          <p role="status">{t('freshness.done')}</p>
        </Notice>
      )}
      <p class="m n">{t('freshness.lead')}</p>
      {rows.length === 0 ? (
        <Empty title={t('freshness.none')}>
          <p>{t('list.practices.empty.do')}</p>
        </Empty>
      ) : (
        <ul class="st g2">
          {rows.map((row) => {
            const verifiedOn = isoDay(row.verifiedAt)
            const state = freshnessOf({ verifiedOn, reviewBy: isoDay(row.reviewBy) }, now)
            const { organisation } = JSON.parse(row.doc) as { organisation?: string | null }
            const own = refused?.itemId === row.item_id ? refused.state : untouched({ review: next })
            return (
              <li class="c st g2" id={row.item_id}>
                <p class="cl g2">
                  <Tag tone={TONES[state]}>{t(`freshness.state.${state}`)}</Tag>
                  <a href={localPath(locale, `/practices/${row.slug}`)} lang={row.locale === locale ? undefined : row.locale}>
                    <b>{row.title}</b>
                  </a>
                </p>
                <p class="meta">
                  <span>{organisation ?? t('freshness.owner.none')}</span>
                  {verifiedOn !== null && row.reviewBy !== null && (
                    <span>{t('freshness.on', { date: f.date(verifiedOn), next: f.date(isoDay(row.reviewBy) ?? verifiedOn) })}</span>
                  )}
                </p>
                <form class="cl g2" method="post" action={`${here}?page=${page}#${refused?.itemId === row.item_id ? 'es' : row.item_id}`} novalidate>
                  <Hidden name="item" value={row.item_id} />
                  <Field speech={speech} state={own} name="review" id={`review-${row.item_id}`} type="date" label={t('freshness.next')} />
                  <button class="b q">
                    {t('freshness.verify')}
                    <span class="vh">: {row.title}</span>
                  </button>
                </form>
              </li>
            )
          })}
        </ul>
      )}
      <Pagination speech={speech} current={page} last={Math.ceil(total / PER_PAGE)} href={(number) => `${here}?page=${number}`} />
    </div>
  )
}
