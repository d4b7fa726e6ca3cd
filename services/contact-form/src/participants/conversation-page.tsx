import { localPath } from '@stem/i18n/locales'
import { ErrorSummary, Hidden, TextArea, type FormState } from '@stem/ui/form'
import { Notice } from '@stem/ui/notice'
import type { Speech } from '@stem/ui/speech'
import { OPEN, type Case, type Message } from '../cases/case.ts'
import { StateTag } from '../cases/state-tag.tsx'
import { Thread } from '../cases/thread.tsx'
import type { LinkedFile } from '../files/kept-file.ts'
import { mayAnswer, namesOf, type Participant } from './participant.ts'
import { WhoTakesPart } from './who-takes-part.tsx'

type Props = {
  speech: Speech
  found: Case
  messages: readonly Message[]
  participant: Participant
  participants: readonly Participant[]
  token: string
  files: Record<string, LinkedFile[]>
  state: FormState
  problem?: string
}

/** A conversation as somebody follows it who takes part: what was said in public, and the form for an answer where the role has one. */
export const ConversationPage = ({ speech, found, messages, participant, participants, files, token, state, problem }: Props) => {
  const { t, f, locale } = speech
  return (
    <div class="w top st g5 n">
      <ErrorSummary speech={speech} state={state} labels={{ body: t('join.answer') }} />
      {problem !== undefined && (
        <Notice tone="warn">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      <div class="st g2">
        <p class="cl g2">
          <StateTag speech={speech} state={found.state} />
          <span class="m s mono">{found.reference}</span>
        </p>
        <h1>{t(`request.kind.${found.kind}`)}</h1>
        <p class="lead">{t(`participant.you.${participant.role}`)}</p>
        <p class="s m">{t('request.since', { date: f.dateTime(found.createdAt) })}</p>
        <WhoTakesPart speech={speech} participants={participants.filter(({ id }) => id !== participant.id)} />
      </div>
      {found.state === 'merged' && (
        <Notice tone="tn">
          <p>{t('participant.merged')}</p>
        </Notice>
      )}
      <section class="st" aria-labelledby="said">
        <h2 id="said">{t('join.notes')}</h2>
        <Thread
          speech={speech}
          messages={messages}
          requester={found.requester?.name ?? t('request.forgotten')}
          names={namesOf(participants)}
          files={files}
          unchecked
        />
      </section>
      {mayAnswer(participant) && OPEN.includes(found.state) && (
        <form class="st" method="post" action={`${localPath(locale, '/support/participant')}#es`} novalidate>
          <Hidden name="participant" value={participant.id} />
          <Hidden name="token" value={token} />
          <TextArea speech={speech} state={state} name="body" label={t('join.answer')} hint={t('participant.answer.hint')} most={4000} />
          <div>
            <button class="b">{t('join.answer.send')}</button>
          </div>
        </form>
      )}
      <p class="xs m">{t('mail.request.link')}</p>
    </div>
  )
}
