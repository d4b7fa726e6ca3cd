import { localPath } from '@stem/i18n/locales'
import { Hidden } from '@stem/ui/form'
import type { Speech } from '@stem/ui/speech'
import { inboxPath, writeCursor, writeFilter, type Cursor, type InboxFilter } from './filter.ts'

/** States that staff set, in the order of the work. */
const SETTABLE = ['triage', 'in-progress', 'waiting', 'answered', 'closed'] as const

type Props = {
  speech: Speech
  filter: InboxFilter
  cursor: Cursor | null
  me: string
  staff: readonly { id: string; name: string }[]
  /** Of the form, so that it does its work once. */
  formKey: string
  isAllTicked: boolean
  chosen: string
}

/** What can be done with the selected requests. One choice and one button, at the end of the form that holds the boxes. */
export const BulkBar = ({ speech, filter, cursor, me, staff, formKey, isAllTicked, chosen }: Props) => {
  const { t, locale } = speech
  const place = cursor === null ? {} : writeCursor(cursor)
  const option = (value: string, label: string) => (
    <option value={value} selected={chosen === value}>
      {label}
    </option>
  )
  return (
    <div class="bulk">
      <Hidden name="key" value={formKey} />
      <Hidden name="back" value={writeFilter(filter, place)} />
      <label class="vh" for="f-do">
        {t('inbox.do')}
      </label>
      <select class="in" id="f-do" name="do">
        {option('', t('inbox.do.none'))}
        {filter.view === 'spam' ? (
          option('state:new', t('inbox.do.not-spam'))
        ) : (
          <>
            {option('take', t('inbox.do.take'))}
            {option('leave', t('inbox.do.leave'))}
            <optgroup label={t('inbox.do.assign')}>
              {staff.filter(({ id }) => id !== me).map(({ id, name }) => option(`assign:${id}`, t('inbox.do.assign.to', { name })))}
            </optgroup>
            <optgroup label={t('inbox.do.state')}>{SETTABLE.map((state) => option(`state:${state}`, t(`request.state.${state}`)))}</optgroup>
            {option('state:spam', t('inbox.do.spam'))}
            {filter.view === 'all' && option('state:new', t('inbox.do.not-spam'))}
          </>
        )}
      </select>
      <button class="b">{t('inbox.do.button')}</button>
      <a class="b q end" href={localPath(locale, inboxPath(filter, isAllTicked ? place : { ...place, tick: 'all' }))}>
        {t(isAllTicked ? 'inbox.select.none' : 'inbox.select.all')}
      </a>
    </div>
  )
}
