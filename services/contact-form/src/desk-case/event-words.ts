import type { IconName } from '@stem/ui/icon'
import type { Speech } from '@stem/ui/speech'
import type { CaseEvent, EventKind } from '../cases/event.ts'
import { isKeepingApart } from '../inbound/keep-apart.ts'
import type { DeskView } from './read-desk.ts'

/** What has a box of its own in the activity and needs no line. */
export const BOXED: readonly EventKind[] = ['said', 'replied', 'noted']

/** The drawing that stands before an event. */
export const ICONS: Record<EventKind, IconName> = {
  received: 'inbox',
  moved: 'circle-dot',
  said: 'circle-dot',
  replied: 'circle-dot',
  withdrawn: 'x',
  merged: 'git-merge',
  reopened: 'circle-dot',
  undone: 'undo-2',
  assigned: 'user',
  noted: 'file-text',
  rated: 'check',
  split: 'split',
  joined: 'git-merge',
  linked: 'link',
  unlinked: 'link',
  drafted: 'file-text',
  invited: 'users',
  removed: 'users',
  revoked: 'key-round',
  bounced: 'mail',
}

const SOURCES = ['form', 'api', 'mail', 'split'] as const

/** Who did something, by name. */
export function actorName({ t }: Speech, { found, names }: Pick<DeskView, 'found' | 'names'>, actor: string): string {
  if (actor === 'system') return t('desk.actor.system')
  if (actor === 'requester' || actor === found.personId) return found.requester?.name ?? t('request.forgotten')
  return names[actor] ?? t('request.forgotten')
}

/** What happened, in words. What was said and noted by itself needs none: it is there to read; only a change of state that came with it does. */
export function eventWords(speech: Speech, view: DeskView, event: CaseEvent): string {
  const { t, f } = speech
  const { found, names, events, participants } = view
  const { kind, before, about, state, actor } = event
  const nameOf = (id: string | null) => names[id ?? ''] ?? t('request.forgotten')
  switch (kind) {
    case 'received':
      return t(`desk.event.received.${SOURCES.find((one) => one === found.source) ?? 'form'}`)
    case 'moved':
    case 'said':
    case 'replied':
    case 'noted':
      return t('desk.event.moved', { state: t(`request.state.${state}`) })
    case 'assigned':
      if (about === null) return t('desk.event.left')
      return about === actor ? t('desk.event.taken') : t('desk.event.assigned', { name: nameOf(about) })
    case 'undone': {
      const undone = events.find(({ id }) => id === about)
      return t('desk.event.undone', { what: undone ? eventWords(speech, view, undone) : '…' })
    }
    case 'rated':
      return t('desk.event.rated', { rating: f.number(found.satisfaction ?? 0) })
    case 'split': {
      const n = before.messages?.length ?? 0
      return t('desk.event.split', { n, count: f.number(n) })
    }
    case 'linked':
    case 'unlinked':
      if (isKeepingApart(event)) return t('desk.event.apart')
      return t(`desk.event.${kind}`, { label: before.linkKind === 'country' ? f.countryName(before.label ?? '') : (before.label ?? '') })
    case 'invited':
    case 'removed': {
      const role = participants.find(({ id }) => id === about)?.role
      return t(`desk.event.${kind}`, { name: nameOf(about), role: role === undefined ? '–' : t(`participant.role.${role}`) })
    }
    case 'withdrawn':
    case 'merged':
    case 'reopened':
    case 'joined':
    case 'drafted':
    case 'revoked':
    case 'bounced':
      return t(`desk.event.${kind}`)
  }
}
