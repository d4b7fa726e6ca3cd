import { localPath } from '@stem/i18n/locales'
import { Facts } from '@stem/ui/facts'
import { Cards, ErrorSummary, Hidden, TextArea, untouched, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import type { Child } from 'hono/jsx'
import { OPEN, type Case, type Message } from '../cases/case.ts'
import { Thread } from '../cases/thread.tsx'
import { FileField } from '../files/file-field.tsx'
import type { KeptFile, LinkedFile } from '../files/kept-file.ts'
import { namesOf, type Participant } from '../participants/participant.ts'
import { WhoTakesPart } from '../participants/who-takes-part.tsx'
import { PublicStateTag } from './public-state.tsx'
import { TimelineList } from './timeline-list.tsx'
import type { Next, Step } from './timeline.ts'

/** A case and the secret that opens it. */
export type Opened = { found: Case; token: string }

type Props = Opened & {
  speech: Speech
  messages: Message[]
  /** Who reads along. */
  participants: readonly Participant[]
  /** Files of the messages, by message. */
  files: Record<string, LinkedFile[]>
  /** Files chosen for the answer. */
  attached: readonly KeptFile[]
  steps: readonly Step[]
  next: Next
  /** What the requester said it is about. */
  about: readonly string[]
  /** What the request became. */
  outcome: Child
  state: FormState
  /** Key of the answer: sent twice, it is said once. */
  formKey: string
  /** What was just done. */
  did: 'answer' | null
  /** Reference of a request that goes on in this one. */
  instead: string | null
  /** Whether this one goes on in a request of somebody else. */
  elsewhere: boolean
  /** What was typed when the request was over meanwhile, and a form to ask anew with it. */
  tooLate: Child | null
}

const Secret = ({ found, token }: Opened) => (
  <>
    <Hidden name="case" value={found.id} />
    <Hidden name="token" value={token} />
  </>
)

const actionOf = ({ locale }: Speech): string => `${localPath(locale, '/support/case')}#es`

const AnswerForm = ({ speech, found, token, state, formKey, attached }: Pick<Props, 'speech' | 'found' | 'token' | 'state' | 'formKey' | 'attached'>) => (
  <section class="st" aria-labelledby="write">
    <h2 id="write">{speech.t('tracking.write')}</h2>
    <form class="st" method="post" action={actionOf(speech)} enctype="multipart/form-data" novalidate>
      <Secret found={found} token={token} />
      <Hidden name="key" value={formKey} />
      <TextArea speech={speech} state={state} name="body" label={speech.t('request.message')} hint={speech.t('tracking.write.hint')} most={4000} />
      <FileField speech={speech} state={state} attached={attached} />
      <div>
        <button class="b" name="do" value="answer">
          {speech.t('tracking.write.send')}
        </button>
      </div>
    </form>
  </section>
)

const RateForm = ({ speech, found, token }: Opened & { speech: Speech }) => {
  const { t } = speech
  if (found.satisfaction !== null)
    return (
      <Notice tone="ok">
        <p>{t('request.rated')}</p>
      </Notice>
    )
  return (
    <form class="st" method="post" action={actionOf(speech)}>
      <Secret found={found} token={token} />
      <Cards
        speech={speech}
        state={untouched()}
        name="rating"
        label={t('request.rate')}
        options={(['5', '4', '3', '2', '1'] as const).map((value) => ({ value, label: t(`request.rate.${value}`) }))}
      />
      <div>
        <button class="b q" name="do" value="rate">
          {t('request.rate.send')}
        </button>
      </div>
    </form>
  )
}

/** Something with a consequence, said before its button. */
const Careful = ({ speech, found, token, act }: Opened & { speech: Speech; act: 'withdraw' | 'end-link' }) => (
  <details>
    <summary>{speech.t(`tracking.${act}`)}</summary>
    <form class="st" method="post" action={actionOf(speech)}>
      <Secret found={found} token={token} />
      <p class="s">{speech.t(`tracking.${act}.text`)}</p>
      <div>
        <button class="b q" name="do" value={act}>
          {speech.t(`tracking.${act}.do`)}
        </button>
      </div>
    </form>
  </details>
)

const Notices = ({ speech: { t }, found, did, instead, elsewhere, tooLate }: Omit<Props, 'state'>) => (
  <>
    {did === 'answer' && (
      <Notice tone="ok">
        <p role="status">{t('tracking.said')}</p>
      </Notice>
    )}
    {instead !== null && (
      <Notice tone="tn">
        <p>{t('tracking.instead', { reference: instead })}</p>
      </Notice>
    )}
    {elsewhere && (
      <Notice tone="tn">
        <p>{t('tracking.elsewhere')}</p>
      </Notice>
    )}
    {found.state === 'waiting' && (
      <Notice tone="tn">
        <p>
          <b>{t('tracking.your-turn')}</b> {t('tracking.your-turn.text')} <a href="#f-body">{t('tracking.your-turn.do')}</a>
        </p>
      </Notice>
    )}
    {tooLate}
  </>
)

/** A request as its requester follows it: where it stands, what has happened, what was said, and what can be done. */
export const TrackingPage = (props: Props) => {
  const { speech, found, token, messages, participants, files, steps, next, about, outcome, state } = props
  const { t, f } = speech
  const isOpen = OPEN.includes(found.state)
  const kind = t(`request.kind.${found.kind}`)
  return (
    <div class="w top st g5">
      <ErrorSummary speech={speech} state={state} labels={{ body: t('request.message'), files: t('files.attach') }} />
      <div class="st g2">
        <p class="cl g2">
          <PublicStateTag speech={speech} state={found.state} />
          <span class="m s mono">{found.reference}</span>
        </p>
        <h1>{found.subject ?? kind}</h1>
        <p class="lead">{t('tracking.asked', { date: f.day(found.createdAt) })}</p>
      </div>
      <div class="sb r">
        <div class="st g6">
          <Notices {...props} />
          {outcome}
          <section class="st" aria-labelledby="happened">
            <h2 id="happened">{t('tracking.happened')}</h2>
            <TimelineList speech={speech} steps={steps} next={next} />
          </section>
          <section class="st" aria-labelledby="said">
            <h2 id="said">{t('join.notes')}</h2>
            <Thread speech={speech} messages={messages} requester={found.requester?.name ?? t('request.you')} names={namesOf(participants)} files={files} />
            <WhoTakesPart speech={speech} participants={participants} />
          </section>
          {isOpen && <AnswerForm {...props} />}
          {found.state === 'closed' && <RateForm {...props} />}
        </div>
        <aside class="st" aria-labelledby="this">
          <div class="c">
            <h2 id="this" class="s">
              {t('tracking.this')}
            </h2>
            <Facts
              rows={[
                [t('request.reference'), <span class="mono nb">{found.reference}</span>],
                [t('request.asked-for'), kind],
                [t('tracking.received'), f.day(found.createdAt)],
                about.length === 0 ? null : [t('asking.about'), about.join(', ')],
              ]}
            />
          </div>
          <div>
            {isOpen && <Careful speech={speech} found={found} token={token} act="withdraw" />}
            <Careful speech={speech} found={found} token={token} act="end-link" />
          </div>
          <p class="xs m">{t('mail.request.link')}</p>
        </aside>
      </div>
    </div>
  )
}
