import type { Principal } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import { ErrorSummary, untouched, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import { speechOf } from '@stem/ui/speech'
import { OPEN, type Case } from '../cases/case.ts'
import { readingOf } from '../cases/read-case.ts'
import { StateTag } from '../cases/state-tag.tsx'
import { drawDesk, type DeskContext } from '../desk/desk.tsx'
import type { KeptFile } from '../files/kept-file.ts'
import { instrumentsOfCase } from '../instruments/instruments-of-case.ts'
import { TurnInto, turnLabels } from '../instruments/turn-into.tsx'
import { replyTexts } from '../reply-texts/reply-text.ts'
import { Activity } from './activity.tsx'
import { Banners } from './banners.tsx'
import { JoinedCases } from './joined.tsx'
import { NoteForm } from './note-form.tsx'
import { Properties } from './properties.tsx'
import { readDesk } from './read-desk.ts'
import { ReplyForm, WriteButton } from './reply-form.tsx'

/** How the page of a case is drawn after somebody did something. */
type Shown = {
  /** The answer as it was typed, and what is wrong with it. */
  state?: FormState
  status?: number
  /** Why what they did had no effect. */
  problem?: string
  /** Whether the form of an answer is open. */
  writing?: boolean
  /** Files that came with the answer so far. */
  attached?: readonly KeptFile[]
  /** What is to be known about a text that was inserted. */
  inserted?: string
  /** The answer as the requester will see it. */
  preview?: string
  /** A note that was typed and not kept, and what is wrong with it. */
  note?: FormState
  /** The form that makes an instrument of the case, as it was typed. */
  turning?: FormState
}

/** Shows a case to a member of staff. */
export async function showCase(c: DeskContext, who: Principal, found: Case, shown: Shown = {}) {
  const { state = untouched(), status = 200, problem, writing = false, attached = [], inserted, preview, note = untouched(), turning = untouched() } = shown
  const { context } = c.env
  const speech = speechOf(context.locale)
  const { t, f, locale } = speech
  const reading = readingOf(c.env)
  const [view, texts, became] = await Promise.all([
    readDesk(reading, c.env, who.personId, found, context.now),
    writing ? replyTexts(reading.db) : Promise.resolve([]),
    instrumentsOfCase({ db: reading.db, content: c.env.CONTENT }, found.id, context),
  ])
  const action = `${localPath(locale, `/console/requests/${found.id}`)}#es`
  const { requester } = found
  const asker = requester === null ? t('request.forgotten') : [requester.name, requester.organisation].filter((part) => part !== null).join(', ')
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
          <ErrorSummary
            speech={speech}
            state={{ typed: {}, faults: [...state.faults, ...note.faults.map(({ reason }) => ({ field: 'note', reason }))] }}
            labels={{ body: t('request.message'), note: t('request.note'), files: t('files.attach') }}
          />
          <ErrorSummary speech={speech} state={turning} labels={turnLabels(speech)} />
          {problem !== undefined && (
            <Notice tone="warn">
              <p role="alert">{problem}</p>
            </Notice>
          )}
          <Banners speech={speech} view={view} />
          <p class="n">
            <b>{found.subject ?? t(`request.kind.${found.kind}`)}</b>
            <br />
            <span class="m">
              {[asker, found.country === null ? null : f.countryName(found.country), t('request.since', { date: f.dateTime(found.createdAt) })]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </p>
          <Activity speech={speech} view={view} action={action} />
          <JoinedCases speech={speech} view={view} />
          {OPEN.includes(found.state) &&
            (writing ? (
              <ReplyForm speech={speech} found={found} state={state} action={action} texts={texts} attached={attached} inserted={inserted} preview={preview} />
            ) : (
              <WriteButton speech={speech} found={found} action={action} />
            ))}
          <TurnInto speech={speech} found={found} became={became} state={turning} />
          <NoteForm speech={speech} found={found} action={action} state={note} />
        </div>
        <Properties speech={speech} view={view} me={who.personId} action={action} now={context.now} />
      </div>
    ),
  })
}
