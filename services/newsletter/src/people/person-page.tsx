import { localPath } from '@stem/i18n/locales'
import type { Key } from '@stem/i18n/translate'
import { Facts } from '@stem/ui/facts'
import { ErrorSummary, Select, type FormState } from '@stem/ui/form'
import { MoreLink } from '@stem/ui/more-link'
import { Empty, Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { Reader } from '../readers/reader.ts'
import { isHeld, type Suppression } from '../suppressions/find-suppressions.ts'
import { STAFF_REASONS } from '../suppressions/suppress-by-staff.ts'
import { WITHDRAWAL_REASONS } from '../unsubscribe/leave.ts'
import type { ShownState } from './find-readers.ts'
import { ReaderTag } from './people-page.tsx'
import type { History, IssueLine, LedgerLine } from './read-history.ts'

const OUTCOMES = { accepted: 'ok', rejected: 'bad', unknown: 'warn', cancelled: '', pending: 'tn', claimed: 'tn', calling: 'tn' } as const

/** The words of a key that ends in a code; the code itself when the catalogue has none, such as for what a server said. */
const said = ({ t }: Speech, key: string, code: string): string => t(key as Key) || code

const Ledger = ({ speech, lines, names }: { speech: Speech; lines: LedgerLine[]; names: Record<string, string> }) => {
  const { t, f } = speech
  return (
    <section class="st" aria-labelledby="ledger">
      <h2 id="ledger">{t('readers.ledger')}</h2>
      <p class="m">{t('readers.ledger.text')}</p>
      <ul class="rw">
        {lines.map(({ at, kind, way, reason, by }) => (
          <li>
            <b>{t(`readers.kind.${kind}`)}</b>{' '}
            {[
              ...(way === null ? [] : [said(speech, `readers.way.${way}`, way)]),
              ...(reason === null ? [] : [said(speech, kind === 'objected' ? `readers.reason.${reason}` : `readers.withdraw.${reason}`, reason)]),
              ...(by === null || !by.startsWith('per_') ? [] : [names[by] ?? t('readers.somebody')]),
            ].join(', ')}
            <br />
            <span class="s m">{f.dateTime(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Outcome = ({ speech, line: { state, why, heard, isForgotten } }: { speech: Speech; line: IssueLine }) => {
  const { t } = speech
  if (state === null) return <span class="m">{t(isForgotten ? 'readers.outcome.forgotten' : 'readers.outcome.none')}</span>
  return (
    <div class="cl g2">
      <Tag tone={OUTCOMES[state]}>{t(`sending.n.${state === 'calling' ? 'claimed' : state}`)}</Tag>
      {why !== null && <span class="m">{said(speech, `readers.why.${why}`, why)}</span>}
      {heard !== null && <span class="m">{said(speech, `readers.heard.${heard}`, heard)}</span>}
    </div>
  )
}

const Issues = ({ speech, lines }: { speech: Speech; lines: IssueLine[] }) => {
  const { t, f, locale } = speech
  return (
    <section class="st" aria-labelledby="issues">
      <h2 id="issues">{t('readers.issues')}</h2>
      {lines.length === 0 ? (
        <Empty title={t('readers.issues.none')} />
      ) : (
        <table class="tb rt">
          <caption>{t('readers.issues.text')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('readers.issue')}</th>
              <th scope="col">{t('readers.outcome')}</th>
              <th scope="col">{t('audit.when')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr>
                <th scope="row">
                  <a href={localPath(locale, `/console/newsletter/${line.campaignId}/progress`)}>{line.name}</a>
                </th>
                <td data-l={t('readers.outcome')}>
                  <Outcome speech={speech} line={line} />
                </td>
                <td data-l={t('audit.when')}>{f.dateTime(line.settledAt ?? line.at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const Heard = ({ speech, lines }: { speech: Speech; lines: History['heard'] }) => {
  const { t, f } = speech
  return lines.length === 0 ? null : (
    <section class="st" aria-labelledby="heard">
      <h2 id="heard">{t('readers.heard')}</h2>
      <ul class="rw">
        {lines.map(({ at, kind, code, undoneAt, issue }) => (
          <li>
            <b>{said(speech, `readers.heard.${kind}`, kind)}</b>{' '}
            {[...(code === null ? [] : [code]), ...(issue === null ? [] : [issue]), ...(undoneAt === null ? [] : [t('readers.heard.undone')])].join(', ')}
            <br />
            <span class="s m">{f.dateTime(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Props = {
  speech: Speech
  reader: Reader
  shown: ShownState
  suppression: Suppression | null
  history: History
  /** Names of staff by id. */
  names: Record<string, string>
  state: FormState
  done: 'withdrawn' | 'suppressed' | null
  problem: boolean
  now: number
}

/** One reader: what they chose, what happened, and what the secretariat can do. Nobody can be made a reader here. */
export const PersonPage = ({ speech, reader, shown, suppression, history, names, state, done, problem, now }: Props) => {
  const { t, f, locale } = speech
  const { topics, countries, frequency } = reader
  const isKept = suppression !== null && isHeld(suppression, now)
  return (
    <div class="cp st g6">
      <ErrorSummary speech={speech} state={state} labels={{ withdrawal: t('readers.withdraw'), suppression: t('readers.suppress') }} />
      {done !== null && (
        <Notice tone="ok">
          <p role="status">{t(done === 'withdrawn' ? 'readers.withdrawn' : 'readers.suppress.done')}</p>
        </Notice>
      )}
      {problem && (
        <Notice tone="warn">
          <p role="alert">{t('readers.suppress.known')}</p>
        </Notice>
      )}
      {isKept && (
        <Notice tone="warn">
          <p>{t('readers.suppressed', { date: f.day(suppression.at), reason: t(`readers.reason.${suppression.reason}`) })}</p>
          <MoreLink href={localPath(locale, '/console/newsletter/suppressions')}>{t('readers.tab.suppressions')}</MoreLink>
        </Notice>
      )}
      <Facts
        rows={[
          [t('console.state'), <ReaderTag speech={speech} state={shown} />],
          [t('readers.filter.topic'), f.list(topics.map((topic) => t(`newsletter.topic.${topic}`)))],
          [t('newsletter.countries.short'), countries.length === 0 ? t('newsletter.countries.all') : f.list(countries.map((code) => f.countryName(code)))],
          [t('readers.filter.frequency'), t(`newsletter.frequency.${frequency}`)],
          [t('readers.filter.language'), f.languageName(reader.locale)],
          [t('readers.belongs'), t(reader.isMember === 1 ? 'readers.member' : 'readers.visitor')],
          [t('readers.confirmed'), f.dateTime(reader.confirmedAt)],
          reader.endedAt === null ? null : [t('readers.ended'), f.dateTime(reader.endedAt)],
          ['ID', <span class="mono">{reader.id}</span>],
        ]}
      />
      <Issues speech={speech} lines={history.issues} />
      <Heard speech={speech} lines={history.heard} />
      <Ledger speech={speech} lines={history.ledger} names={names} />
      <section class="st" aria-labelledby="acts">
        <h2 id="acts">{t('readers.acts')}</h2>
        {(reader.state === 'active' || reader.state === 'paused') && (
          <form class="c st" method="post" action="#es" novalidate>
            <h3 class="s">{t('readers.withdraw')}</h3>
            <p class="m">{t('readers.withdraw.text')}</p>
            <Select
              speech={speech}
              state={state}
              name="withdrawal"
              label={t('readers.why')}
              none="–"
              options={WITHDRAWAL_REASONS.map((reason) => [reason, t(`readers.withdraw.${reason}`)] as const)}
            />
            <div>
              <button class="b d" name="do" value="withdraw">
                {t('readers.withdraw')}
              </button>
            </div>
          </form>
        )}
        {!isKept && (
          <form class="c st" method="post" action="#es" novalidate>
            <h3 class="s">{t('readers.suppress')}</h3>
            <p class="m">{t('readers.suppress.text')}</p>
            <Select
              speech={speech}
              state={state}
              name="suppression"
              label={t('readers.why')}
              none="–"
              options={STAFF_REASONS.map((reason) => [reason, t(`readers.reason.${reason}`)] as const)}
            />
            <div>
              <button class="b d" name="do" value="suppress">
                {t('readers.suppress')}
              </button>
            </div>
          </form>
        )}
      </section>
    </div>
  )
}
