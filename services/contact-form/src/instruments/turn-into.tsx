import { AGREEMENTS, INSTRUMENT_TYPES, type InstrumentType } from '@stem/contracts/content'
import { localPath } from '@stem/i18n/locales'
import { Cards, Field, Select, type FormState } from '@stem/ui/form'
import type { Speech } from '@stem/ui/speech'
import { Tag } from '@stem/ui/tag'
import type { Case, Kind } from '../cases/case.ts'
import { canTurn } from './draft-from-case.ts'
import type { Became } from './instruments-of-case.ts'

const TYPE_OF: Record<Kind, InstrumentType | ''> = { 'policy-briefing': 'briefing', taskforce: 'taskforce', roundtable: 'roundtable', question: '' }

/** Names of the fields as the form says them. */
export const turnLabels = ({ t }: Speech): Record<string, string> => ({
  type: t('instruments.type'),
  title: t('instruments.turn.title'),
  agreed: t('instruments.agreed'),
})

/** What the form begins with: the kind that was asked for, and a title that tells nothing but kind and country. */
export function beginning({ t, f }: Speech, { kind, country }: Pick<Case, 'kind' | 'country'>): Record<string, string> {
  const type = TYPE_OF[kind]
  const name = type === '' ? '' : t(`instruments.type.${type}`)
  return { type, title: name === '' || country === null ? name : `${name}: ${f.countryName(country)}` }
}

const BecameList = ({ speech, became }: { speech: Speech; became: readonly Became[] }) => {
  const { t, locale } = speech
  return (
    <ul class="st g2">
      {became.map(({ id, label, card }) => (
        <li class="cl g2">
          <a href={localPath(locale, `/console/instruments/${id}`)} lang={card === null || card.locale === locale ? undefined : card.locale}>
            {card?.title ?? label}
          </a>
          {card === null ? (
            <span class="m">{t('instruments.unknown')}</span>
          ) : (
            <>
              <Tag tone="tn">{t(`instruments.type.${card.type}`)}</Tag>
              <Tag>{t(`instruments.stage.${card.stage}`)}</Tag>
              <Tag>{t(card.shown ? 'instruments.seen.public' : card.published ? 'instruments.seen.members' : 'instruments.seen.staff')}</Tag>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

type Props = { speech: Speech; found: Case; became: readonly Became[]; state: FormState }

/** What a case became, and the form that turns it into an instrument. */
export const TurnInto = ({ speech, found, became, state }: Props) => {
  const { t, locale } = speech
  const field = { speech, state: { ...state, typed: { ...beginning(speech, found), ...state.typed } } }
  const labels = turnLabels(speech)
  if (became.length === 0 && !canTurn(found)) return null
  return (
    <section class="st" aria-labelledby={became.length === 0 ? 'turn' : 'became'}>
      {became.length > 0 && (
        <>
          <h2 id="became">{t('instruments.became')}</h2>
          <BecameList speech={speech} became={became} />
        </>
      )}
      {canTurn(found) && (
        <details open={state.faults.length > 0}>
          <summary>
            <h2 id="turn">{t('instruments.turn')}</h2>
          </summary>
          <form class="st" method="post" action={`${localPath(locale, `/console/requests/${found.id}/instrument`)}#es`} novalidate>
            <p class="m">{t('instruments.turn.text')}</p>
            <Select
              {...field}
              name="type"
              label={labels['type'] ?? ''}
              none={t('forms.choose')}
              options={INSTRUMENT_TYPES.map((type) => [type, t(`instruments.type.${type}`)] as const)}
            />
            <Field {...field} name="title" label={labels['title'] ?? ''} most={200} />
            <Cards
              {...field}
              name="agreed"
              label={labels['agreed'] ?? ''}
              options={AGREEMENTS.map((value) => ({ value, label: t(`instruments.agreed.${value}`), about: t(`instruments.agreed.${value}.about`) }))}
            />
            <div>
              <button class="b q">{t('instruments.turn.button')}</button>
            </div>
          </form>
        </details>
      )}
    </section>
  )
}
