import { localPath } from '@stem/i18n/locales'
import { ErrorSummary, Hidden, TextArea, type FormState } from '@stem/ui/form'
import { Empty } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { ApplicationRow, Note } from './read-application.ts'

const TONES = { unverified: 'warn', submitted: 'tn', asked: 'warn', accepted: 'ok', refused: 'bad', withdrawn: '' } as const

/** The state of an application in a word. */
export const StateTag = ({ speech, state }: { speech: Speech; state: ApplicationRow['state'] }) => (
  <Tag tone={TONES[state]}>{speech.t(`join.state.${state}`)}</Tag>
)

/** What was said about an application, oldest first. */
export const Notes = ({ speech, notes }: { speech: Speech; notes: Note[] }) => (
  <ol class="tlx">
    {notes.map(({ at, who, kind, body }) => (
      <li class="dn">
        <p class="dt">
          <b>{speech.t(`join.note.${kind as 'question'}`)}</b>,{' '}
          {who ?? speech.t(kind === 'answer' || kind === 'withdrawn' ? 'join.note.applicant' : 'join.note.secretariat')}, {speech.f.dateTime(at)}
        </p>
        {body !== '' && <p class="pre">{body}</p>}
      </li>
    ))}
  </ol>
)

type Props = { speech: Speech; application: ApplicationRow; notes: Note[]; token: string; state: FormState }

/** Where an application stands, for its applicant. */
export const StatusPage = ({ speech, application, notes, token, state }: Props) => {
  const { t, f, locale } = speech
  const open = application.state === 'submitted' || application.state === 'asked'
  const action = `${localPath(locale, '/join/status')}#es`
  const Secret = () => (
    <>
      <Hidden name="application" value={application.id} />
      <Hidden name="token" value={token} />
    </>
  )
  return (
    <div class="w top st g5 n">
      <ErrorSummary speech={speech} state={state} labels={{ body: t('join.answer') }} />
      <div class="st g2">
        <p class="cl g2">
          <StateTag speech={speech} state={application.state} />
          <span class="m s">{f.dateTime(application.updatedAt)}</span>
        </p>
        <h1>{t('join.status.title')}</h1>
        <p class="lead">{application.name}</p>
      </div>
      <section class="st" aria-labelledby="said">
        <h2 id="said">{t('join.notes')}</h2>
        {notes.length === 0 ? <Empty title={t('join.notes.none')} /> : <Notes speech={speech} notes={notes.map((note) => ({ ...note, who: null }))} />}
      </section>
      {open && (
        <form class="st" method="post" action={action} novalidate>
          <Secret />
          <TextArea speech={speech} state={state} name="body" label={t('join.answer')} most={3000} />
          <div>
            <button class="b" name="do" value="answer">
              {t('join.answer.send')}
            </button>
          </div>
        </form>
      )}
      {open && (
        <details>
          <summary>{t('join.withdraw')}</summary>
          <form class="st" method="post" action={action}>
            <Secret />
            <p>{t('join.withdraw.text')}</p>
            <div>
              <button class="b q" name="do" value="withdraw">
                {t('join.withdraw')}
              </button>
            </div>
          </form>
        </details>
      )}
    </div>
  )
}
