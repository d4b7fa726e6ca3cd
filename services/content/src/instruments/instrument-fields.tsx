import { AGREEMENTS } from '@stem/contracts/content'
import { COUNTRIES } from '@stem/contracts/countries'
import { SHIPPED } from '@stem/i18n/locales'
import { Cards, Field, Hidden, Select, TextArea, Tick, type FormState } from '@stem/ui/form'
import { InLanguages } from '@stem/ui/in-languages'
import { countryOptions, type Speech } from '@stem/ui/speech'
import type { Difference } from './differences.tsx'
import { PARTS, SIDES, type Instrument } from './instrument.ts'

const ROWS = { summary: 4, background: 6, objectives: 5 } as const
const MOST = { title: 200, summary: 2000, background: 6000, objectives: 4000 } as const
const WORDS = ['title', 'summary', ...PARTS] as const

/** Names of the fields as the form says them. */
export const labelsOf = ({ t, f }: Speech): Record<string, string> => ({
  agreed: t('instruments.agreed'),
  visibility: t('instruments.visibility'),
  country: t('join.country'),
  named: t('instruments.named'),
  organisation: t('instruments.organisation'),
  start: t('instruments.start'),
  end: t('instruments.end'),
  ...Object.fromEntries(SIDES.map((side) => [side, t(`instruments.side.${side}`)])),
  ...Object.fromEntries(
    SHIPPED.flatMap((locale) => WORDS.map((part) => [`${part}_${locale}`, `${t(`instruments.words.${part}`)} (${f.languageName(locale)})`])),
  ),
})

/** What differs between what is kept and what was typed, field by field, in words. */
export function differencesOf(speech: Speech, theirs: FormState, mine: FormState): Difference[] {
  const { t, f } = speech
  const inWords = (name: string, value: string): string => {
    if (value === '') return ''
    if (name === 'agreed' || name === 'visibility') return t(`instruments.${name}.${value as 'public' | 'members'}`)
    if (name === 'named') return t('forms.yes')
    return name === 'country' ? f.countryName(value) : value
  }
  return Object.entries(labelsOf(speech)).map(([name, label]) => ({
    label,
    ...(/_[a-z]{2}$/.test(name) ? { lang: name.slice(-2) } : {}),
    theirs: inWords(name, theirs.typed[name] ?? ''),
    mine: inWords(name, mine.typed[name] ?? ''),
  }))
}

type Props = { speech: Speech; found: Instrument; state: FormState; action: string }

/** The form of an instrument: who may know what, facts, and its words in each language side by side. */
export const InstrumentFields = ({ speech, found, state, action }: Props) => {
  const { t, f } = speech
  const { content, type } = found
  const labels = labelsOf(speech)
  const field = { speech, state }
  const label = (name: string): string => labels[name] ?? name
  const codes = [...new Set([...COUNTRIES, ...(content.country === null ? [] : [content.country])])]
  return (
    <form class="st g6" method="post" action={action} novalidate>
      <Hidden name="version" value={state.typed['version'] ?? '0'} />
      <section class="st" aria-labelledby="words">
        <h2 id="words">{t('instruments.words')}</h2>
        <p class="m">{t('instruments.words.text')}</p>
        {WORDS.map((part) => (
          <fieldset class="st g2">
            <legend>{t(`instruments.words.${part}`)}</legend>
            <InLanguages
              {...field}
              fields={(locale) => WORDS.map((one) => `${one}_${locale}`)}
              each={(locale) => {
                const name = `${part}_${locale}`
                const own = { ...field, name, label: f.languageName(locale), lang: locale, most: MOST[part], optional: locale !== found.item.originalLocale }
                return part === 'title' ? <Field {...own} /> : <TextArea {...own} rows={ROWS[part]} optional />
              }}
            />
          </fieldset>
        ))}
      </section>
      {type === 'roundtable' && (
        <section class="st" aria-labelledby="participants">
          <h2 id="participants">{t('instruments.participants')}</h2>
          <p class="m">{t('instruments.participants.text')}</p>
          <div class="gr">
            {SIDES.map((side) => (
              <TextArea {...field} name={side} label={label(side)} rows={5} most={3000} optional />
            ))}
          </div>
        </section>
      )}
      <section class="st" aria-labelledby="facts">
        <h2 id="facts">{t('instruments.facts')}</h2>
        <Field {...field} name="organisation" label={label('organisation')} hint={t('instruments.organisation.hint')} most={300} optional />
        <div class="gr">
          <Field {...field} name="start" label={label('start')} type="date" optional />
          <Field {...field} name="end" label={label('end')} type="date" optional />
        </div>
      </section>
      <section class="st" aria-labelledby="who">
        <h2 id="who">{t('instruments.who')}</h2>
        {content.agreed !== null && (
          <Cards
            {...field}
            name="agreed"
            label={label('agreed')}
            hint={t('instruments.agreed.hint')}
            options={AGREEMENTS.map((value) => ({ value, label: t(`instruments.agreed.${value}`), about: t(`instruments.agreed.${value}.about`) }))}
          />
        )}
        <Select
          {...field}
          name="visibility"
          label={label('visibility')}
          options={(['public', 'members'] as const).map((value) => [value, t(`instruments.visibility.${value}`)] as const)}
        />
        <Select {...field} name="country" label={label('country')} options={countryOptions(speech, codes)} none={t('console.any')} optional />
        <Tick {...field} name="named" label={label('named')} optional />
      </section>
      <div>
        <button class="b">{t('instruments.save')}</button>
      </div>
    </form>
  )
}
