import type { Principal } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import { newFormKey } from '@stem/web/form'
import { readingOf, type Reading } from '../cases/read-case.ts'
import { drawDesk, type DeskContext } from '../desk/desk.tsx'
import { casesById, type Missed } from './act-on-many.ts'
import type { Cursor, InboxFilter } from './filter.ts'
import { findCases } from './find-cases.ts'
import { countWords, InboxPage, type InboxProps } from './inbox-page.tsx'
import { outcomeOf } from './undo-group.ts'

/** The bulk action whose outcome is shown. */
export type Done = { groupId: string; missed: Missed[] }

/** What was chosen on the page before, when it is shown again because something was missing. */
export type Attempt = { picked: ReadonlySet<string>; chosen: string; key: string; problem: string }

type Shown = { filter: InboxFilter; cursor: Cursor | null; back: string; isAllTicked: boolean; done: Done | null; attempt: Attempt | null }

async function outcomeShown(reading: Reading, done: Done | null, back: string): Promise<InboxProps['outcome']> {
  if (done === null) return null
  const outcome = await outcomeOf(reading, done.groupId)
  if (outcome.changed.length === 0 && done.missed.length === 0) return null
  const cases = await casesById(reading, [...done.missed.map(({ id }) => id), ...outcome.kept.map(({ caseId }) => caseId)])
  return { ...done, outcome, cases, back }
}

/** Shows the inbox to a member of staff. */
export async function showInbox(c: DeskContext, who: Principal, { filter, cursor, back, isAllTicked, done, attempt }: Shown): Promise<Response> {
  const { context, MEMBERS } = c.env
  const speech = speechOf(context.locale)
  const { t } = speech
  const reading = readingOf(c.env)
  const me = who.personId
  const [page, staff, views, outcome] = await Promise.all([
    findCases(reading, { filter, cursor, me, now: context.now }),
    MEMBERS.staff(),
    MEMBERS.savedViewsOf(me, 'requests'),
    outcomeShown(reading, done, back),
  ])
  const names: Record<string, string> = Object.fromEntries(staff.map(({ id, name }) => [id, name]))
  // Who left the secretariat may still own a case.
  const others = [...new Set(page.rows.flatMap(({ assignee }) => (assignee === null || assignee in names ? [] : [assignee])))]
  const all = others.length === 0 ? names : { ...names, ...(await MEMBERS.namesOf(others)) }
  const { found } = page
  return drawDesk(c, who, {
    title: t('console.requests'),
    status: attempt === null ? 200 : 422,
    bar: (
      <>
        {found !== null && (
          <span class="m" role="status">
            {t('console.search.found', { n: found, count: countWords(speech, found) })}
          </span>
        )}
        <a class="s" href={localPath(speech.locale, '/console/requests/texts')}>
          {t('texts.title')}
        </a>
      </>
    ),
    main: (
      <InboxPage
        speech={speech}
        filter={filter}
        cursor={cursor}
        page={page}
        me={me}
        now={context.now}
        views={views}
        staff={staff}
        names={all}
        isTicked={(id) => isAllTicked || (attempt?.picked.has(id) ?? false)}
        isAllTicked={isAllTicked}
        chosen={attempt?.chosen ?? ''}
        formKey={attempt?.key ?? newFormKey()}
        problem={attempt?.problem}
        outcome={outcome}
      />
    ),
  })
}
