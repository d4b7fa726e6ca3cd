import { localPath } from '@stem/i18n/locales'
import type { Key } from '@stem/i18n/translate'
import { ErrorSummary, Hidden, Select, untouched, type FormState } from '@stem/ui/form'
import { Empty, Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { NewsletterTabs } from '../desk/newsletter-tabs.tsx'
import { FindByAddress } from '../people/people-page.tsx'
import { isHeld, isLiftAsked, SUPPRESSION_LISTS, type Suppression, type SuppressionList } from './find-suppressions.ts'
import { LIFT_REASONS } from './lift.ts'
import { STAFF_REASONS } from './suppress-by-staff.ts'
import { SUPPRESSION_REASONS, type SuppressionReason } from './suppress.ts'

/** What was done, as the page says it. */
export const DONE = ['suppressed', 'asked', 'refused', 'lifted'] as const
/** What was done. */
export type Done = (typeof DONE)[number]
const DONE_TEXTS = {
  suppressed: 'readers.suppress.done',
  asked: 'readers.lift.asked.done',
  refused: 'readers.lift.refused.done',
  lifted: 'readers.lift.done',
} as const satisfies Record<Done, Key>

/** Why something was not done. */
export type Problem = 'stale' | 'own' | 'known'
const PROBLEM_TEXTS = { stale: 'console.refusal.stale', own: 'readers.lift.own', known: 'readers.suppress.known' } as const satisfies Record<Problem, Key>

type RowProps = { speech: Speech; one: Suppression; index: number; me: string; names: Record<string, string>; now: number }

const Lift = ({ speech, one, index, me, names, now }: RowProps) => {
  const { t, locale } = speech
  const action = localPath(locale, '/console/newsletter/suppressions')
  const nameOf = (id: string) => names[id] ?? t('readers.somebody')
  if (one.liftedAt !== null && one.liftedBy !== null)
    return (
      <span class="m">
        {one.liftedBy === 'opt-in' ? t('readers.lifted.opt-in') : t('readers.lifted.staff', { names: speech.f.list(one.liftedBy.split(' ').map(nameOf)) })}
      </span>
    )
  if (!isHeld(one, now)) return null
  if (one.liftAskedBy === null || !isLiftAsked(one, now))
    return (
      <details>
        <summary>
          {t('readers.lift.ask')}
          <span class="vh"> {one.address ?? one.addressKey.slice(0, 8)}</span>
        </summary>
        <form class="st g2" method="post" action={action}>
          <p class="m">{t('readers.lift.ask.text')}</p>
          <Hidden name="key" value={one.addressKey} />
          <Select
            speech={speech}
            state={untouched()}
            id={`reason-${index}`}
            name="reason"
            label={t('readers.why')}
            options={LIFT_REASONS.map((reason) => [reason, t(`readers.lift.${reason}`)] as const)}
          />
          <div>
            <button class="b q sm" name="do" value="ask">
              {t('readers.lift.ask')}
            </button>
          </div>
        </form>
      </details>
    )
  return (
    <form class="st g2" method="post" action={action}>
      <p>{t('readers.lift.by', { name: nameOf(one.liftAskedBy), reason: t(`readers.lift.${one.liftReason ?? 'mistake'}`) })}</p>
      <Hidden name="key" value={one.addressKey} />
      {one.liftAskedBy === me && <p class="m">{t('readers.lift.own')}</p>}
      <div class="cl g2">
        {one.liftAskedBy !== me && (
          <button class="b sm" name="do" value="lift">
            {t('readers.lift.release')}
          </button>
        )}
        <button class="b q sm" name="do" value="refuse">
          {t('readers.lift.refuse')}
        </button>
      </div>
    </form>
  )
}

/** Suppressed addresses as a table; an address is told only while it is a reader's, else there is a hash alone. */
const Table = ({ speech, rows, me, names, now }: { speech: Speech; rows: Suppression[] } & Pick<RowProps, 'me' | 'names' | 'now'>) => {
  const { t, f, locale } = speech
  return (
    <table class="tb rt">
      <caption class="vh">{t('readers.tab.suppressions')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('account.address')}</th>
          <th scope="col">{t('readers.why')}</th>
          <th scope="col">{t('readers.since')}</th>
          <th scope="col">{t('readers.ends')}</th>
          <th scope="col">{t('readers.lift')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one, index) => (
          <tr>
            <th scope="row">
              {one.reader !== null && one.address !== null ? (
                <a href={localPath(locale, `/console/newsletter/people/${one.reader}`)}>{one.address}</a>
              ) : (
                <>
                  {t('readers.address.unknown')} <span class="mono xs m">{one.addressKey.slice(0, 8)}</span>
                </>
              )}
            </th>
            <td data-l={t('readers.why')}>
              {t(`readers.reason.${one.reason}`)}
              <br />
              <span class="s m">{t(`readers.source.${one.source}` as Key) || one.source}</span>
            </td>
            <td data-l={t('readers.since')}>{f.day(one.at)}</td>
            <td data-l={t('readers.ends')}>{one.expiresAt === null ? t('readers.for-good') : t('readers.until', { date: f.day(one.expiresAt) })}</td>
            <td data-l={t('readers.lift')}>
              <Lift speech={speech} one={one} index={index} me={me} names={names} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Props = {
  speech: Speech
  list: SuppressionList
  reason: SuppressionReason | ''
  counts: Record<SuppressionList, number>
  rows: Suppression[]
  /** Query of the page after, null on the last one. */
  next: string | null
  /** What a search by address found instead of a list. `address`: what was looked for. */
  found: { address: string; isKept: boolean } | null
  state: FormState
  done: Done | null
  problem: Problem | null
} & Pick<RowProps, 'me' | 'names' | 'now'>

/** Addresses that get no newsletter: why, since when, and how one comes off the list, which takes two people or its owner. */
export const SuppressionsPage = ({ speech, list, reason, counts, rows, next, found, state, done, problem, me, names, now }: Props) => {
  const { t, f, locale } = speech
  const here = localPath(locale, '/console/newsletter/suppressions')
  const table = <Table speech={speech} rows={rows} me={me} names={names} now={now} />
  return (
    <>
      <NewsletterTabs speech={speech} at="suppressions" />
      <div class="cp st g5">
        <ErrorSummary speech={speech} state={state} labels={{ address: t('readers.find'), suppression: t('readers.suppress') }} />
        {done !== null && (
          <Notice tone="ok">
            <p role="status">{t(DONE_TEXTS[done])}</p>
          </Notice>
        )}
        {problem !== null && (
          <Notice tone="warn">
            <p role="alert">{t(PROBLEM_TEXTS[problem])}</p>
          </Notice>
        )}
        <FindByAddress speech={speech} state={state} path="/console/newsletter/suppressions" />
        {found === null ? (
          <>
            <nav class="tabs" aria-label={t('console.views')}>
              {SUPPRESSION_LISTS.map((name) => (
                <a href={`${here}?list=${name}`} aria-current={name === list ? 'page' : undefined}>
                  {t(`readers.list.${name}`)}
                  <span class="num">{f.number(counts[name])}</span>
                </a>
              ))}
            </nav>
            <form class="cl ae g2" method="get" action={here}>
              <Hidden name="list" value={list} />
              <Select
                speech={speech}
                state={untouched({ reason })}
                name="reason"
                label={t('readers.why')}
                optional
                quiet
                none={t('console.any')}
                options={SUPPRESSION_REASONS.map((one) => [one, t(`readers.reason.${one}`)] as const)}
              />
              <button class="b q">{t('readers.filter.apply')}</button>
            </form>
            {rows.length === 0 ? (
              <Empty title={t('readers.list.none')}>
                <p class="m">{t('readers.list.none.text')}</p>
              </Empty>
            ) : (
              table
            )}
            {next !== null && (
              <nav class="cl" aria-label={t('chrome.pages')}>
                <a class="b q end" rel="next" href={`${here}?${next}`}>
                  {t('inbox.next')}
                </a>
              </nav>
            )}
          </>
        ) : (
          <section class="st" aria-labelledby="found">
            <h2 id="found">{found.address}</h2>
            {rows.length > 0 ? table : <p role="status">{t('readers.sup.find.none')}</p>}
            {!found.isKept && (
              <form class="c st" method="post" action={`${here}#es`} novalidate>
                <h3>{t('readers.sup.add')}</h3>
                <p class="m">{t('readers.suppress.text')}</p>
                <Hidden name="address" value={found.address} />
                <Select
                  speech={speech}
                  state={state}
                  name="suppression"
                  label={t('readers.why')}
                  none="–"
                  options={STAFF_REASONS.map((one) => [one, t(`readers.reason.${one}`)] as const)}
                />
                <div>
                  <button class="b d" name="do" value="suppress">
                    {t('readers.sup.add')}
                  </button>
                </div>
              </form>
            )}
            <p>
              <a href={here}>{t('readers.sup.all')}</a>
            </p>
          </section>
        )}
      </div>
    </>
  )
}
