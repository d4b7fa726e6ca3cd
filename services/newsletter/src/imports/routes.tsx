import type { Principal } from '@stem/contracts/context'
import { NEWSLETTER_TOPICS } from '@stem/contracts/newsletter'
import { SHIPPED } from '@stem/i18n/locales'
import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { csvStream } from '@stem/web/csv'
import { formKey, line, newFormKey, nothingChosen, paragraphs, parseForm, readFields } from '@stem/web/form'
import { isFresh } from '@stem/web/fresh'
import { seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import * as v from 'valibot'
import { open } from '../db/open.ts'
import { drawDesk, enterDesk, notFound, type DeskContext } from '../desk/desk.tsx'
import type { Env } from '../env.ts'
import { noteExport } from '../exports/note-export.ts'
import { deskOf } from '../readers/reader.ts'
import { topicField, wishOf, WISH_ENTRIES } from '../wish/wish.ts'
import { chooseColumns } from './choose-columns.ts'
import { columnsOf } from './header.ts'
import { ImportPage } from './import-page.tsx'
import { ImportTag } from './import-tags.tsx'
import { countRows, IMPORT_FIELDS, importById, importsListed, OUTCOMES, type Columns, type Import } from './import.ts'
import { ImportsPage } from './imports-page.tsx'
import { readDay } from './read-record.ts'
import { MOST_FILE } from './read-text.ts'
import { rowsLeftOut, rowsWith } from './rows-found.ts'
import { approveImport, cancelImport, type ApprovalRefusal } from './steer-import.ts'
import { takeFile } from './take-file.ts'
import { MOST_BASIS, MOST_SOURCE, UploadPage } from './upload-page.tsx'

const HERE = '/console/newsletter/imports'
const uploadForm = v.strictObject({
  ...WISH_ENTRIES,
  key: formKey,
  file: nothingChosen,
  source: line(MOST_SOURCE),
  basis: paragraphs(MOST_BASIS),
  consentedOn: v.pipe(
    v.string('forms.date'),
    v.regex(/^\d{4}-\d{2}-\d{2}$/, 'forms.date'),
    v.check((day) => readDay(day) !== null, 'forms.date'),
  ),
  language: v.picklist(SHIPPED, 'forms.choose'),
})

type Problem = Exclude<ApprovalRefusal, 'not_fresh'> | 'columns' | 'too_soon'
const STATUS: Record<Problem, number> = { own: 403, nobody: 422, columns: 422, stale: 409, too_soon: 429 }

function showUpload(c: DeskContext, who: Principal, state: FormState, status = 200) {
  const speech = speechOf(c.env.context.locale)
  return drawDesk(c, who, {
    title: speech.t('imports.new'),
    status,
    back: { path: HERE, label: speech.t('imports.title') },
    main: <UploadPage speech={speech} state={state} />,
  })
}

async function enterImport(c: DeskContext): Promise<{ who: Principal; at: Import } | Response> {
  const who = await enterDesk(c)
  if (who instanceof Response) return who
  const id = c.req.param('id') ?? ''
  const at = /^imp_[0-9a-z]{26}$/.test(id) ? await importById(open(c.env), id) : null
  return at ? { who, at } : notFound()
}

/** The columns as the form begins, from what their names say. */
const guessed = (at: Import): FormState =>
  untouched(Object.fromEntries(Object.entries(columnsOf(at.header).columns).map(([field, index]) => [`column-${field}`, String(index)])))

async function show(c: DeskContext, who: Principal, at: Import, { problem, state }: { problem?: Problem; state?: FormState } = {}): Promise<Response> {
  const db = open(c.env)
  const speech = speechOf(c.env.context.locale)
  const { t, f } = speech
  const params = new URL(c.req.url).searchParams
  const counts = at.counts ?? (await countRows(db, at.id))
  const shown = OUTCOMES.filter((outcome) => counts[outcome] > 0)
  const outcome = shown.find((one) => one === params.get('show')) ?? shown.find((one) => one === 'refused') ?? shown[0] ?? 'ready'
  const page = /^[1-9]\d{0,3}$/.test(params.get('page') ?? '') ? Number(params.get('page')) : 1
  const [rows, names] = await Promise.all([rowsWith(db, at.id, outcome, page), c.env.MEMBERS.namesOf([at.by, at.approvedBy ?? at.by])])
  return drawDesk(c, who, {
    title: t('imports.one', { day: f.day(at.createdAt) }),
    status: problem === undefined ? 200 : STATUS[problem],
    back: { path: HERE, label: t('imports.title') },
    bar: <ImportTag speech={speech} state={at.state} />,
    main: (
      <ImportPage
        speech={speech}
        at={at}
        counts={counts}
        names={names}
        isOwn={at.by === who.personId}
        state={state ?? guessed(at)}
        problem={problem === undefined ? null : t(`imports.problem.${problem}`)}
        list={{ outcome, page, rows }}
      />
    ),
  })
}

const stepUp = (c: DeskContext, at: Import) => seeOther(c.env.context, `/account/step-up?back=${encodeURIComponent(`${HERE}/${at.id}`)}`)

/** A doorbell: without it, cron comes within a minute. */
const ring = (c: DeskContext, id: string) => c.env.MAILS.send({ import: id }).catch(() => undefined)

/** Bringing readers in: a file, its columns, what would become of each row, approval by somebody else, progress. */
export const imports = new Hono<ServiceEnv<Env>>()
  .get(HERE, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const speech = speechOf(c.env.context.locale)
    return drawDesk(c, who, {
      title: speech.t('imports.title'),
      back: { path: '/console/newsletter', label: speech.t('console.newsletter') },
      main: <ImportsPage speech={speech} imports={await importsListed(open(c.env))} />,
    })
  })
  .get(`${HERE}/new`, async (c) => {
    const who = await enterDesk(c)
    return who instanceof Response ? who : showUpload(c, who, untouched({ key: newFormKey(), language: c.env.context.locale }))
  })
  .post(`${HERE}/new`, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const fields = await readFields(c.req.raw)
    const form = parseForm(fields, uploadForm)
    if (!form.ok && form.code === 'bad_form') return new Response(null, { status: 400 })
    const faults = form.ok ? [] : [...form.faults]
    const [file, ...more] = fields.files['file'] ?? []
    const wish = wishOf(fields.typed)
    if (!NEWSLETTER_TOPICS.some((topic) => fields.typed[topicField(topic)] === 'yes')) faults.push({ field: 'topics', reason: 'newsletter.topics.none' })
    if (form.ok && Date.parse(form.value.consentedOn) > context.now) faults.push({ field: 'consentedOn', reason: 'imports.fault.future' })
    if (file === undefined || more.length > 0) faults.unshift({ field: 'file', reason: 'imports.fault.none' })
    else if (file.size > MOST_FILE) faults.unshift({ field: 'file', reason: 'imports.fault.too_large' })
    const again = (all = faults) => showUpload(c, who, { typed: { ...fields.typed, key: newFormKey() }, faults: all }, 422)
    if (!form.ok || wish === null || file === undefined || faults.length > 0) return again()
    const { key, source, basis, consentedOn, language } = form.value
    const given = { formKey: key, file, source, basis, consentedOn, by: who.personId, defaults: { ...wish, locale: language } }
    const taken = await takeFile({ db: open(c.env) }, given, context.now)
    if (!taken.ok) return again([{ field: 'file', reason: `imports.fault.${taken.code}` }])
    await ring(c, taken.value.id)
    return seeOther(context, `${HERE}/${taken.value.id}`)
  })
  .get(`${HERE}/:id`, async (c) => {
    const found = await enterImport(c)
    return found instanceof Response ? found : show(c, found.who, found.at)
  })
  .post(`${HERE}/:id`, async (c) => {
    const found = await enterImport(c)
    if (found instanceof Response) return found
    const { who, at } = found
    const { context } = c.env
    const db = open(c.env)
    const { typed } = await readFields(c.req.raw)
    let problem: Problem | 'not_fresh' | null = null
    if (typed['do'] === 'columns') {
      const chosen = IMPORT_FIELDS.filter((field) => /^\d{1,2}$/.test(typed[`column-${field}`] ?? ''))
      const columns: Columns = Object.fromEntries(chosen.map((field) => [field, Number(typed[`column-${field}`])]))
      const outcome = await chooseColumns({ db }, at, columns, who.personId, context.now)
      if (!outcome.ok) problem = outcome.code
    } else if (typed['do'] === 'approve') {
      const outcome = await approveImport({ db }, at, who, context.now)
      if (!outcome.ok) problem = outcome.code
    } else if (typed['do'] === 'cancel') {
      const outcome = await cancelImport({ db }, at, who.personId, context.now)
      if (!outcome.ok) problem = outcome.code
    } else return new Response(null, { status: 400 })
    if (problem === 'not_fresh') return stepUp(c, at)
    if (problem !== null) {
      const again = await enterImport(c)
      return again instanceof Response ? again : show(c, who, again.at, { problem, ...(problem === 'columns' ? { state: untouched(typed) } : {}) })
    }
    await ring(c, at.id)
    return seeOther(context, `${HERE}/${at.id}`)
  })
  .post(`${HERE}/:id/left-out`, async (c) => {
    const found = await enterImport(c)
    if (found instanceof Response) return found
    const { who, at } = found
    const { now, locale } = c.env.context
    if (!isFresh(who, now)) return stepUp(c, at)
    const noted = await noteExport(deskOf(c.env), { who: who.personId, action: 'import.exported', object: at.id, detail: {} }, now)
    if (!noted.ok) return show(c, who, at, { problem: noted.code })
    const { t } = speechOf(locale)
    return csvStream(['row', 'address', 'outcome', 'reason'], lines(), 'left-out.csv')

    async function* lines() {
      for await (const rows of rowsLeftOut(open(c.env), at.id))
        yield rows.map(({ number, address, outcome, reason }) => [
          number,
          address,
          t(`imports.outcome.${outcome}`),
          reason === null ? '' : t(`imports.reason.${reason}`),
        ])
    }
  })
