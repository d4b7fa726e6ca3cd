import { localPath } from '@stem/i18n/locales'
import type { Key } from '@stem/i18n/translate'
import { Row } from '@stem/ui/console-row'
import type { Speech } from '@stem/ui/speech'
import type { Case } from '../cases/case.ts'
import { StateTag } from '../cases/state-tag.tsx'
import { DueMark } from './due-mark.tsx'

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .filter((letter) => /\p{L}/u.test(letter))
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase()

/** Whose a request is: initials where there is little room, else the name; a dashed mark when it is nobody's. */
const Owner = ({ speech: { t }, assignee, names }: { speech: Speech; assignee: string | null; names: Record<string, string> }) => {
  const name = assignee === null ? t('request.nobody') : (names[assignee] ?? t('request.forgotten'))
  return (
    <span class="ow" title={name}>
      <span class={assignee === null ? 'av n' : 'av'} aria-hidden="true">
        {assignee === null ? '+' : initialsOf(name)}
      </span>
      <span class="nm">{name}</span>
    </span>
  )
}

/** Why a request was taken for spam, in words. */
const spamWords = ({ t }: Speech, reason: string | null): string => (reason === null ? '' : t(`request.spam.${reason}` as Key)) || t('inbox.spam.unknown')

type Props = { speech: Speech; found: Case; names: Record<string, string>; now: number; isTicked: boolean }

/** One request in the inbox, with a box to select it by. */
export const RequestRow = ({ speech, found, names, now, isTicked }: Props) => {
  const { t, f, locale } = speech
  const { id, reference, kind, state, requester, subject, country, source, version, updatedAt } = found
  const from = requester === null ? t('request.forgotten') : (requester.organisation ?? requester.name)
  const about = [
    subject === null ? '' : from,
    requester?.organisation ? requester.name : '',
    source === 'form' ? '' : t(`inbox.source.${source as 'mail'}`),
    state === 'spam' ? spamWords(speech, found.spamReason) : '',
  ].filter(Boolean)
  return (
    <Row
      speech={speech}
      box={
        <label class="sel">
          <span class="vh">{t('inbox.select', { reference })}</span>
          <input type="checkbox" name="case" value={`${id}.${version}`} checked={isTicked} />
        </label>
      }
      mark={<span class="mono">{reference}</span>}
      country={country}
      href={localPath(locale, `/console/requests/${id}`)}
      title={`${t(`request.kind.${kind}`)}: ${subject ?? from}`}
      context={about.length === 0 ? undefined : about.join(' · ')}
      status={<StateTag speech={speech} state={state} />}
      date={
        <>
          <DueMark speech={speech} dueAt={found.dueAt} now={now} />
          <span>{t('inbox.last', { date: f.day(updatedAt) })}</span>
        </>
      }
      owner={<Owner speech={speech} assignee={found.assignee} names={names} />}
    />
  )
}
