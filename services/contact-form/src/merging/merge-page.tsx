import { localPath } from '@stem/i18n/locales'
import { ErrorSummary, Field, Hidden, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { Case } from '../cases/case.ts'
import { StateTag } from '../cases/state-tag.tsx'
import type { MergeRefusal } from './merge-cases.ts'
import type { Suggestion } from './suggest-targets.ts'
import { sameRequester } from './target-of.ts'

const askerOf = ({ t }: Speech, { requester }: Case): string =>
  requester === null ? t('request.forgotten') : [requester.name, requester.organisation].filter((part) => part !== null).join(', ')

/** Where a case may be merged into: by reference, or one of those that are likely. */
export const ChooseTarget = ({ speech, found, state, suggestions }: { speech: Speech; found: Case; state: FormState; suggestions: Suggestion[] }) => {
  const { t, locale } = speech
  const here = localPath(locale, `/console/requests/${found.id}/merge`)
  return (
    <>
      <ErrorSummary speech={speech} state={state} labels={{ reference: t('merging.into') }} />
      <p class="n">{t('merging.text')}</p>
      <form class="c st" method="get" action={here}>
        <Field speech={speech} state={state} name="reference" label={t('merging.into')} hint={t('merging.into.hint')} most={20} size={14} mono />
        <div>
          <button class="b">{t('merging.preview')}</button>
        </div>
      </form>
      <section class="st" aria-labelledby="likely">
        <h2 id="likely">{t('merging.likely')}</h2>
        {suggestions.length === 0 ? (
          <p class="m">{t('merging.likely.none')}</p>
        ) : (
          <ul class="rows">
            {suggestions.map(({ found: one, why }) => (
              <li>
                <h3>
                  <a href={`${here}?into=${one.id}`}>
                    {t(`request.kind.${one.kind}`)}: {askerOf(speech, one)}
                  </a>
                </h3>
                <p class="meta">
                  <span class="mono">{one.reference}</span>
                  <span>{t(`merging.why.${why}`)}</span>
                  <span>
                    <StateTag speech={speech} state={one.state} />
                  </span>
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

type Preview = { speech: Speech; found: Case; into: Case; counts: { found: number; into: number }; refusal: MergeRefusal | null; problem?: string }

/** Both cases side by side and what merging does, before anything is done. */
export const MergePreview = ({ speech, found, into, counts, refusal, problem }: Preview) => {
  const { t, f, locale } = speech
  const here = localPath(locale, `/console/requests/${found.id}/merge`)
  const rows: [string, (one: Case, messages: number) => string][] = [
    [t('request.reference'), ({ reference }) => reference],
    [t('request.asked-for'), ({ kind }) => t(`request.kind.${kind}`)],
    [t('desk.requester'), (one) => askerOf(speech, one)],
    [t('account.address'), ({ requester }) => requester?.address ?? '–'],
    [t('console.state'), ({ state }) => t(`request.state.${state}`)],
    [t('console.arrived'), ({ createdAt }) => f.dateTime(createdAt)],
    [t('merging.messages'), (_, messages) => f.number(messages)],
  ]
  return (
    <>
      {problem !== undefined && (
        <Notice tone="warn">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      <table class="tb rt">
        <caption>{t('merging.compare')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="vh">{t('merging.compare')}</span>
            </th>
            <th scope="col">{t('merging.goes')}</th>
            <th scope="col">{t('merging.stays')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, cell]) => (
            <tr>
              <th scope="row">{label}</th>
              <td data-l={t('merging.goes')}>{cell(found, counts.found)}</td>
              <td data-l={t('merging.stays')}>{cell(into, counts.into)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="st g2 n">
        {(['stands', 'mails', 'undo'] as const).map((what) => (
          <li>{t(`merging.means.${what}`)}</li>
        ))}
      </ul>
      {!sameRequester(found, into) && (
        <Notice tone="warn">
          <p>
            <b>{t('merging.strangers')}</b> {t('merging.strangers.text')}
          </p>
        </Notice>
      )}
      {refusal !== null ? (
        <Notice tone="bad">
          <p role="alert">{t(`merging.refusal.${refusal}`)}</p>
        </Notice>
      ) : (
        <form class="cl" method="post" action={here}>
          <Hidden name="into" value={into.id} />
          <Hidden name="version" value={String(found.version)} />
          <Hidden name="intoVersion" value={String(into.version)} />
          <button class="b">{t('merging.button', { reference: into.reference })}</button>
          <a href={localPath(locale, `/console/requests/${found.id}`)}>{t('forms.cancel')}</a>
        </form>
      )}
      <p>
        <a href={here}>{t('merging.other')}</a>
      </p>
    </>
  )
}
