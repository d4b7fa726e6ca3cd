import { localPath } from '@stem/i18n/locales'
import { Hidden } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { Case } from '../cases/case.ts'
import type { Missed } from './act-on-many.ts'
import type { GroupOutcome } from './undo-group.ts'

/** What the last bulk action did. `cases`: those it left alone or could not take back, by id. `back`: the address of the list, as a query string. */
export type BulkOutcomeProps = {
  speech: Speech
  groupId: string
  outcome: GroupOutcome
  missed: readonly Missed[]
  cases: ReadonlyMap<string, Pick<Case, 'id' | 'reference'>>
  back: string
}

const Named = ({ speech: { locale }, ids, cases }: { speech: Speech; ids: readonly string[]; cases: BulkOutcomeProps['cases'] }) => (
  <ul class="cl">
    {ids.map((id) => {
      const found = cases.get(id)
      return (
        found && (
          <li>
            <a class="mono" href={localPath(locale, `/console/requests/${id}`)}>
              {found.reference}
            </a>
          </li>
        )
      )
    })}
  </ul>
)

/** What a bulk action changed and what it left alone, each by name, with the way to take it back. */
export const BulkOutcome = ({ speech, groupId, outcome, missed, cases, back }: BulkOutcomeProps) => {
  const { t, f, locale } = speech
  const { changed, undone, kept } = outcome
  const number = (n: number) => ({ n, count: f.number(n) })
  const canUndo = changed.length > undone.length + kept.length
  const left = (['stale', 'forbidden', 'same'] as const).map((why) => [why, missed.filter((one) => one.why === why).map(({ id }) => id)] as const)
  const isWhole = missed.length === 0 && kept.length === 0
  return (
    <div class="cp">
      <Notice tone={isWhole ? 'ok' : 'warn'}>
        <div class="st g2">
          <div class="cl" role="status">
            <p>
              <b>{undone.length > 0 ? t('inbox.undone', number(undone.length)) : t('inbox.changed', number(changed.length))}</b>
            </p>
            {canUndo && (
              <form method="post" action={localPath(locale, '/console/requests/undo')}>
                <Hidden name="group" value={groupId} />
                <Hidden name="back" value={back} />
                <button class="b q">{t('inbox.undo')}</button>
              </form>
            )}
          </div>
          {left.map(
            ([why, ids]) =>
              ids.length > 0 && (
                <div>
                  <p>{t(`inbox.missed.${why}`, number(ids.length))}</p>
                  <Named speech={speech} ids={ids} cases={cases} />
                </div>
              ),
          )}
          {kept.length > 0 && (
            <div>
              <p>{t('inbox.kept', number(kept.length))}</p>
              <Named speech={speech} ids={kept.map(({ caseId }) => caseId)} cases={cases} />
            </div>
          )}
        </div>
      </Notice>
    </div>
  )
}
