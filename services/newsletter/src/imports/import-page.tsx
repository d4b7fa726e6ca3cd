import { localPath } from '@stem/i18n/locales'
import { Bar } from '@stem/ui/bar'
import { Hidden, Select, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import { Pagination } from '@stem/ui/pagination'
import type { Speech } from '@stem/ui/speech'
import { CANCELLABLE, IMPORT_FIELDS, NEEDED, OUTCOMES, REASONS, type Counts, type Import, type Outcome } from './import.ts'
import { ROWS_SHOWN, type FoundRow } from './rows-found.ts'

/** What the page of an import shows. `names`: of people, by id. */
export type ImportProps = {
  speech: Speech
  at: Import
  counts: Counts
  names: Record<string, string>
  isOwn: boolean
  state: FormState
  problem: string | null
  list: { outcome: Outcome; page: number; rows: FoundRow[] }
}

const hereOf = ({ speech, at }: Pick<ImportProps, 'speech' | 'at'>): string => localPath(speech.locale, `/console/newsletter/imports/${at.id}`)

const Facts = ({ speech: { t, f }, at, names }: Pick<ImportProps, 'speech' | 'at' | 'names'>) => {
  const nameOf = (id: string) => names[id] ?? t('composer.conflict.somebody')
  const columns = Object.entries(at.columns ?? {}).map(
    ([field, index]) => `${t(`imports.field.${field as keyof typeof at.columns}`)}: ${at.header[index] ?? ''}`,
  )
  const left = at.header.filter((name, index) => name !== '' && !Object.values(at.columns ?? {}).includes(index))
  const facts: [string, string][] = [
    [t('imports.by'), `${nameOf(at.by)}, ${f.dateTime(at.createdAt)}`],
    ...(at.approvedBy === null || at.approvedAt === null
      ? []
      : [[t('imports.approved-by'), `${nameOf(at.approvedBy)}, ${f.dateTime(at.approvedAt)}`] as [string, string]]),
    [t('imports.source'), at.source],
    [t('imports.basis'), at.basis],
    [t('imports.consented-on'), f.date(at.consentedOn)],
    ...(at.columns === null ? [] : [[t('imports.columns.read'), columns.join(' · ')] as [string, string]]),
    ...(at.columns === null || left.length === 0 ? [] : [[t('imports.columns.left'), left.join(' · ')] as [string, string]]),
  ]
  return (
    <dl class="fx">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd class="pre">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const ColumnsForm = ({ speech, at, state }: Pick<ImportProps, 'speech' | 'at' | 'state'>) => {
  const { t, f } = speech
  return (
    <form class="st g5" method="post" aria-labelledby="which">
      <h2 id="which">{t('imports.which')}</h2>
      <p>{t('imports.which.text')}</p>
      <Hidden name="do" value="columns" />
      {IMPORT_FIELDS.map((field) => (
        <Select
          speech={speech}
          state={state}
          name={`column-${field}`}
          label={t(`imports.field.${field}`)}
          optional={!NEEDED.includes(field)}
          none={t('imports.which.none')}
          options={at.header.map((name, index) => [String(index), name === '' ? t('imports.which.nameless', { number: f.number(index + 1) }) : name] as const)}
        />
      ))}
      <div>
        <button class="b">{t('imports.which.button')}</button>
      </div>
    </form>
  )
}

const Numbers = ({ speech: { t, f }, at, counts }: Pick<ImportProps, 'speech' | 'at' | 'counts'>) => {
  const lines = OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => [t(`imports.outcome.${outcome}`), counts[outcome]] as const)
  return (
    <section class="st" aria-labelledby="numbers">
      <h2 id="numbers">{t('imports.numbers')}</h2>
      {at.state === 'approved' && <Bar value={counts.added} max={counts.added + counts.ready} />}
      <table class="tb nr" aria-labelledby="numbers">
        <thead>
          <tr>
            <th scope="col">{t('imports.outcome')}</th>
            <th scope="col">{t('imports.count')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, n]) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{f.number(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {counts.refused > 0 && (
        <ul class="rows nol">
          {REASONS.filter((reason) => (counts.reasons[reason] ?? 0) > 0).map((reason) => (
            <li>
              {t(`imports.reason.${reason}`)} <span class="num">{f.number(counts.reasons[reason] ?? 0)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const Rows = ({ speech, at, counts, list }: Pick<ImportProps, 'speech' | 'at' | 'counts' | 'list'>) => {
  const { t, f } = speech
  const here = hereOf({ speech, at })
  return (
    <section class="st" aria-labelledby="rows">
      <h2 id="rows">{t('imports.list')}</h2>
      <nav class="tabs" aria-label={t('imports.outcome')}>
        {OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => (
          <a href={`${here}?show=${outcome}#rows`} aria-current={outcome === list.outcome ? 'page' : undefined}>
            {t(`imports.outcome.${outcome}`)} <span class="num">{f.number(counts[outcome])}</span>
          </a>
        ))}
      </nav>
      <div class="sx" tabindex={0} role="region" aria-labelledby="rows">
        <table class="tb" aria-labelledby="rows">
          <thead>
            <tr>
              <th scope="col">{t('imports.row')}</th>
              <th scope="col">{t('imports.field.address')}</th>
              {list.outcome === 'refused' && <th scope="col">{t('imports.reason')}</th>}
            </tr>
          </thead>
          <tbody>
            {list.rows.map(({ number, address, reason }) => (
              <tr>
                <td class="num">{f.number(number)}</td>
                <td>{address === null ? <span class="m">{t('imports.not-kept')}</span> : <bdi>{address}</bdi>}</td>
                {list.outcome === 'refused' && <td>{reason === null ? '' : t(`imports.reason.${reason}`)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pagination
        speech={speech}
        current={list.page}
        last={Math.ceil(counts[list.outcome] / ROWS_SHOWN)}
        href={(page) => `${here}?show=${list.outcome}&page=${page}#rows`}
      />
      {counts.refused + counts.known + counts.withdrawn + counts.suppressed > 0 && (
        <form method="post" action={`${here}/left-out`}>
          <button class="b q">{t('imports.left-out')}</button>
        </form>
      )}
    </section>
  )
}

const Act = ({ name, label, tone }: { name: string; label: string; tone: string }) => (
  <form method="post">
    <Hidden name="do" value={name} />
    <button class={tone}>{label}</button>
  </form>
)

/** An import: what it rests on, what would become or became of its rows, and what can be done. Nothing moves by itself: whoever wants newer numbers asks for them. */
export const ImportPage = ({ speech, at, counts, names, isOwn, state, problem, list }: ImportProps) => {
  const { t, f } = speech
  const isReading = at.state === 'uploaded' && at.columns !== null
  return (
    <div class="cp st g6">
      {problem !== null && (
        <Notice tone="warn">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      {isReading && (
        <Notice tone="tn">
          <p>{t('imports.reading', { n: at.rows, count: f.number(at.rows) })}</p>
          <Bar value={at.piece} max={at.pieces} />
        </Notice>
      )}
      {at.state === 'approved' && <Notice tone="tn">{t('imports.applying')}</Notice>}
      {at.state === 'applied' && <Notice tone="ok">{t('imports.applied.text', { n: counts.added, count: f.number(counts.added) })}</Notice>}
      {at.state === 'cancelled' && <Notice>{t('imports.cancelled.text', { n: counts.added, count: f.number(counts.added) })}</Notice>}
      {at.state === 'uploaded' && at.columns === null && <ColumnsForm speech={speech} at={at} state={state} />}
      {at.state === 'checked' && counts.ready === 0 && <Notice>{t('imports.problem.nobody')}</Notice>}
      {at.state === 'checked' && counts.ready > 0 && isOwn && <Notice tone="tn">{t('imports.own')}</Notice>}
      {at.state === 'checked' && counts.ready > 0 && !isOwn && (
        <section class="st" aria-labelledby="approve">
          <h2 id="approve">{t('imports.approve.title')}</h2>
          <p>{t('imports.approve.text')}</p>
          <Act name="approve" label={t('imports.approve', { n: counts.ready, count: f.number(counts.ready) })} tone="b" />
        </section>
      )}
      <div class="cl g2">
        {(isReading || at.state === 'approved') && (
          <a class="b q" href={hereOf({ speech, at })}>
            {t('sending.refresh')}
          </a>
        )}
        {CANCELLABLE.includes(at.state) && <Act name="cancel" label={t('imports.cancel')} tone="b d" />}
      </div>
      <Facts speech={speech} at={at} names={names} />
      {at.rows > 0 && <Numbers speech={speech} at={at} counts={counts} />}
      {list.rows.length > 0 && <Rows speech={speech} at={at} counts={counts} list={list} />}
    </div>
  )
}
