import { localPath } from '@stem/i18n/locales'
import type { Write } from './write-letter.ts'

/** Where each notice leads. */
const LEADS = {
  'application-arrived': (facts: Facts) => `/console/applications/${facts['application']}`,
  'profile-submitted': (facts: Facts) => `/console/profiles/${facts['organisation']}`,
  'profile-published': (facts: Facts) => `/my-organisation/${facts['organisation']}`,
  'profile-returned': (facts: Facts) => `/my-organisation/${facts['organisation']}/profile`,
  'joining-asked': () => '/my-organisation',
  'joining-accepted': () => '/my-organisation',
  'joining-declined': () => '/my-organisation',
  'role-granted': () => '/account',
} as const
type Facts = Record<string, string | number | null>
type Notice = keyof typeof LEADS

const named = async (db: D1Database, { organisation, application }: Facts): Promise<string> => {
  const row =
    typeof organisation === 'string'
      ? await db.prepare('SELECT name FROM organisations WHERE id = ?').bind(organisation).first<{ name: string }>()
      : typeof application === 'string'
        ? await db.prepare('SELECT name FROM applications WHERE id = ?').bind(application).first<{ name: string }>()
        : null
  return row?.name ?? ''
}

/** Tells somebody that something of theirs moved on, and where to look. */
export const noticeLetter: Write = async ({ db, origin }, { kind, facts, locale, speech: { t } }) => {
  const which = kind as Notice
  const name = await named(db, facts)
  const note = facts['note']
  return {
    subject: t(`mail.${which}.subject`, { name }),
    heading: t(`mail.${which}.subject`, { name }),
    parts: [
      { paragraph: t(`mail.${which}.text`, { name }) },
      ...(typeof note === 'string' && note !== '' ? [{ paragraph: note }] : []),
      { button: { label: t('mail.look'), url: origin + localPath(locale, LEADS[which](facts)) } },
    ],
    reason: t('mail.notice.reason'),
  }
}

/** Kinds of notice. */
export const NOTICES = Object.keys(LEADS)
