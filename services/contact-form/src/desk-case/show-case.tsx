import type { Principal } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { ErrorSummary, untouched, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import { speechOf } from '@stem/ui/speech'
import { OPEN, type Case } from '../cases/case.ts'
import { caseById, messagesOf, notesOf, readingOf } from '../cases/read-case.ts'
import { StateTag } from '../cases/state-tag.tsx'
import { Thread } from '../cases/thread.tsx'
import { filesOfCase, linkFiles, type KeptFile } from '../files/kept-file.ts'
import { drawDesk, type DeskContext } from '../desk/desk.tsx'
import { instrumentsOfCase } from '../instruments/instruments-of-case.ts'
import { TurnInto, turnLabels } from '../instruments/turn-into.tsx'
import { PossibleNotice } from '../inbound/possible-notice.tsx'
import { Notes } from './notes.tsx'
import { Properties } from './properties.tsx'
import { ReplyForm } from './reply-form.tsx'

/** Shows a case to a member of staff. `problem`: why what they did had no effect; `state`: what they had typed; `turning`: into the form that makes an instrument of it. */
export async function showCase(
  c: DeskContext,
  who: Principal,
  found: Case,
  {
    state = untouched(),
    status = 200,
    problem,
    attached = [],
    turning = untouched(),
  }: { state?: FormState; status?: number; problem?: string; attached?: readonly KeptFile[]; turning?: FormState } = {},
) {
  const speech = speechOf(c.env.context.locale)
  const { t, locale } = speech
  const reading = readingOf(c.env)
  const [messages, notes, kept] = await Promise.all([messagesOf(reading, found.id), notesOf(reading, found.id), filesOfCase(reading, found.id)])
  const files = await linkFiles(reading.keys, kept, 'desk', c.env.context.now)
  const became = await instrumentsOfCase({ db: reading.db, content: c.env.CONTENT }, found.id, c.env.context)
  const possible = found.possiblyOf === null ? null : await caseById(reading, found.possiblyOf)
  const staff = [
    ...messages.flatMap(({ side, author }) => (side === 'staff' && author !== null ? [author] : [])),
    ...notes.map(({ author }) => author),
    ...(found.assignee === null ? [] : [found.assignee]),
  ]
  const names: Record<string, string> = staff.length === 0 ? {} : await c.env.MEMBERS.namesOf([...new Set(staff)])
  const action = `${localPath(locale, `/console/requests/${found.id}`)}#es`
  return drawDesk(c, who, {
    title: found.reference,
    status,
    bar: (
      <span class="cl g2">
        <StateTag speech={speech} state={found.state} />
        <span class="m">{t(`request.kind.${found.kind}`)}</span>
      </span>
    ),
    main: (
      <div class="cdl">
        <div class="cp st g5">
          <ErrorSummary speech={speech} state={state} labels={{ body: t('request.message'), files: t('files.attach') }} />
          <ErrorSummary speech={speech} state={turning} labels={turnLabels(speech)} />
          {problem !== undefined && (
            <Notice tone="warn">
              <p role="alert">{problem}</p>
            </Notice>
          )}
          {possible && <PossibleNotice speech={speech} found={found} other={possible} />}
          <Thread speech={speech} messages={messages} requester={found.requester?.name ?? t('request.forgotten')} names={names} files={files} unchecked />
          {OPEN.includes(found.state) && <ReplyForm speech={speech} found={found} state={state} action={action} attached={attached} />}
          <TurnInto speech={speech} found={found} became={became} state={turning} />
          <Notes speech={speech} found={found} notes={notes} names={names} action={action} />
        </div>
        <Properties speech={speech} found={found} names={names} me={who.personId} action={action} now={c.env.context.now} />
      </div>
    ),
  })
}
