import { COUNTRIES } from '@stem/contracts/countries'
import type { Principal } from '@stem/contracts/context'
import { FREQUENCIES, NEWSLETTER_TOPICS } from '@stem/contracts/newsletter'
import { SHIPPED } from '@stem/i18n/locales'
import { untouched } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { csvStream } from '@stem/web/csv'
import { parseForm, readFields } from '@stem/web/form'
import { isFresh } from '@stem/web/fresh'
import { seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import * as v from 'valibot'
import { READERS } from '../audience/audience.ts'
import { drawDesk, enterDesk, type DeskContext } from '../desk/desk.tsx'
import type { Env } from '../env.ts'
import { deskOf } from '../readers/reader.ts'
import { countryField, topicField } from '../wish/wish.ts'
import { ExportPage } from './export-page.tsx'
import { countReaders, exportReaders, EXPORTED_STATES, READER_COLUMNS, type ReaderFilter } from './export-readers.ts'
import { noteExport } from './note-export.ts'

const HERE = '/console/newsletter/exports'
const box = v.optional(v.picklist(['', 'yes']), '')
const boxes = (names: string[]) => Object.fromEntries(names.map((name) => [name, box])) as Record<string, typeof box>
const exportForm = v.strictObject({
  frequency: v.optional(v.picklist(['', ...FREQUENCIES]), ''),
  who: v.optional(v.picklist(READERS), 'all'),
  ...boxes([
    ...NEWSLETTER_TOPICS.map(topicField),
    ...COUNTRIES.map(countryField),
    ...SHIPPED.map((locale) => `locale-${locale}`),
    ...EXPORTED_STATES.map((state) => `state-${state}`),
  ]),
})

function show(c: DeskContext, who: Principal, typed: Record<string, string>, { status = 200, problem }: { status?: number; problem?: 'too_soon' } = {}) {
  const speech = speechOf(c.env.context.locale)
  return drawDesk(c, who, {
    title: speech.t('exports.title'),
    status,
    back: { path: '/console/newsletter', label: speech.t('console.newsletter') },
    main: <ExportPage speech={speech} state={untouched(typed)} problem={problem === undefined ? null : speech.t(`exports.problem.${problem}`)} />,
  })
}

function filterOf(form: v.InferOutput<typeof exportForm>): ReaderFilter {
  const ticked = form as Record<string, unknown>
  const states = EXPORTED_STATES.filter((state) => ticked[`state-${state}`] === 'yes')
  return {
    topics: NEWSLETTER_TOPICS.filter((topic) => ticked[topicField(topic)] === 'yes'),
    countries: COUNTRIES.filter((code) => ticked[countryField(code)] === 'yes'),
    locales: SHIPPED.filter((code) => ticked[`locale-${code}`] === 'yes'),
    who: form.who,
    frequency: form.frequency === '' ? null : form.frequency,
    states: states.length === 0 ? ['active', 'paused'] : states,
  }
}

/** Taking readers out as a file: by staff who have just proved who they are, and written down. */
export const exports = new Hono<ServiceEnv<Env>>()
  .get(HERE, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    // After a step-up what was chosen comes back in the address.
    const chosen = Object.fromEntries(Object.entries(Object.fromEntries(new URL(c.req.url).searchParams)).filter(([name]) => name in exportForm.entries))
    return show(c, who, chosen)
  })
  .post(HERE, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const { typed, lists } = await readFields(c.req.raw)
    const form = parseForm({ typed, lists }, exportForm)
    if (!form.ok) return new Response(null, { status: 400 })
    if (!isFresh(who, context.now)) {
      const chosen = new URLSearchParams(Object.entries(typed).filter(([, value]) => value !== ''))
      return seeOther(context, `/account/step-up?back=${encodeURIComponent(`${HERE}?${chosen}`)}`)
    }
    const desk = deskOf(c.env)
    const filter = filterOf(form.value)
    const rows = await countReaders(desk, filter)
    const detail = { rows, filter: JSON.stringify(filter) }
    const noted = await noteExport(desk, { who: who.personId, action: 'readers.exported', object: 'readers', detail }, context.now)
    if (!noted.ok) return show(c, who, typed, { status: 429, problem: noted.code })
    return csvStream(READER_COLUMNS, exportReaders(desk, filter), 'readers.csv')
  })
