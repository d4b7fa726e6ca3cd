import type { Principal } from '@stem/contracts/context'
import { DEFAULT_LOCALE, SHIPPED } from '@stem/i18n/locales'
import { untouched, type FormState } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { formKey, line, newFormKey, optionalParagraphs, paragraphs, parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import * as v from 'valibot'
import { open } from '../db/open.ts'
import { drawDesk, enterDesk, type DeskContext } from '../desk/desk.tsx'
import type { Env } from '../env.ts'
import { unknownPlaces } from './fill-text.ts'
import { archiveText, editText, makeText, newTextId, replyTextById, replyTexts, type ReplyText } from './reply-text.ts'
import { formOf, TextPage } from './text-page.tsx'
import { TextsPage } from './texts-page.tsx'

const TEXTS = '/console/requests/texts'
const TEXT = `${TEXTS}/:text{new|rtx_[0-9a-f]{26}}`
const HALF_A_YEAR = 182 * 24 * 60 * 60_000

const version = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))
const isDay = (text: string): boolean => /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
const fields = {
  name: line(80),
  owner: v.pipe(v.string('forms.choose'), v.regex(/^per_[0-9a-z]{1,40}$/, 'forms.choose')),
  review: v.pipe(v.string('forms.required'), v.check(isDay, 'forms.date')),
  ...(Object.fromEntries(SHIPPED.map((locale) => [`text_${locale}`, locale === DEFAULT_LOCALE ? paragraphs(4000) : optionalParagraphs(4000)])) as Record<
    `text_${(typeof SHIPPED)[number]}`,
    ReturnType<typeof optionalParagraphs>
  >),
  do: v.literal('save'),
}
const newSchema = v.strictObject({ ...fields, key: formKey })
const editSchema = v.strictObject({ ...fields, version })
const shelfSchema = v.strictObject({ version, do: v.picklist(['archive', 'restore']) })
type Saved = Omit<v.InferOutput<typeof editSchema>, 'version'>

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)
const wishOf = ({ name, owner, review, ...rest }: Saved) => ({
  name,
  ownerId: owner,
  reviewBy: review,
  texts: Object.fromEntries(SHIPPED.map((locale) => [locale, rest[`text_${locale}`]])),
})

type Shown = { state?: FormState; status?: number; conflict?: boolean; unknown?: string[]; key?: string }

async function show(c: DeskContext, who: Principal, text: ReplyText | null, { state, status, conflict, unknown, key = newFormKey() }: Shown = {}) {
  const { context } = c.env
  const { t } = speechOf(context.locale)
  const staff = await c.env.MEMBERS.staff()
  const own = text === null ? untouched({ owner: who.personId, review: dayOf(context.now + HALF_A_YEAR) }) : formOf(text)
  return drawDesk(c, who, {
    title: text === null ? t('texts.new') : text.name,
    status,
    main: (
      <TextPage
        speech={speechOf(context.locale)}
        text={text}
        state={state ?? own}
        staff={staff}
        formKey={key}
        today={dayOf(context.now)}
        conflict={conflict}
        unknown={unknown}
      />
    ),
  })
}

/** Saves what a form says, or shows it again with what is wrong; nothing that was typed is lost. */
async function save(c: DeskContext, who: Principal, text: ReplyText | null, sent: Awaited<ReturnType<typeof readFields>>): Promise<Response> {
  const { context } = c.env
  const db = open(c.env)
  const form = text === null ? parseForm(sent, newSchema) : parseForm(sent, editSchema)
  const key = sent.typed['key'] ?? newFormKey()
  if (!form.ok) {
    if (form.code === 'bad_form' || form.faults.some(({ field }) => ['version', 'key', 'do'].includes(field))) return new Response(null, { status: 400 })
    return show(c, who, text, { state: { typed: form.typed, faults: form.faults }, status: 422, key })
  }
  const wish = wishOf(form.value)
  const faults = SHIPPED.filter((locale) => unknownPlaces(wish.texts[locale] ?? '').length > 0).map((locale) => ({
    field: `text_${locale}`,
    reason: 'texts.unknown.fault',
  }))
  if (faults.length > 0) {
    const unknown = [...new Set(Object.values(wish.texts).flatMap(unknownPlaces))]
    return show(c, who, text, { state: { typed: sent.typed, faults }, status: 422, unknown, key })
  }
  if (!(await c.env.MEMBERS.staff()).some(({ id }) => id === wish.ownerId))
    return show(c, who, text, { state: { typed: sent.typed, faults: [{ field: 'owner', reason: 'forms.choose' }] }, status: 422, key })
  if (text === null) {
    await makeText(db, who.personId, newTextId(key), wish, context.now)
    return seeOther(context, TEXTS)
  }
  const saved = await editText(db, who.personId, { ...wish, id: text.id, version: Number(sent.typed['version']) }, context.now)
  if (saved.ok) return seeOther(context, TEXTS)
  return show(c, who, await replyTextById(db, text.id), { state: { typed: sent.typed, faults: [] }, status: 409, conflict: true })
}

/** Texts for answers that are given often, kept by the secretariat. */
export const replyTextPages = new Hono<ServiceEnv<Env>>()
  .get(TEXTS, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const speech = speechOf(context.locale)
    const texts = await replyTexts(open(c.env), { archived: true })
    const names = texts.length === 0 ? {} : await c.env.MEMBERS.namesOf([...new Set(texts.map(({ ownerId }) => ownerId))])
    const main = <TextsPage speech={speech} texts={texts} names={names} today={dayOf(context.now)} />
    return drawDesk(c, who, { title: speech.t('texts.title'), main })
  })
  .get(TEXT, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const id = c.req.param('text')
    const text = id === 'new' ? null : await replyTextById(open(c.env), id)
    return text === null && id !== 'new' ? new Response(null, { status: 404 }) : show(c, who, text)
  })
  .post(TEXT, async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const id = c.req.param('text')
    const db = open(c.env)
    const text = id === 'new' ? null : await replyTextById(db, id)
    if (text === null && id !== 'new') return new Response(null, { status: 404 })
    const sent = await readFields(c.req.raw)
    if (text === null || sent.typed['do'] === 'save') return save(c, who, text, sent)
    const form = parseForm(sent, shelfSchema)
    if (!form.ok) return new Response(null, { status: 400 })
    const archived = form.value.do === 'archive'
    const done = await archiveText(db, who.personId, { id, version: form.value.version, archived }, c.env.context.now)
    return done.ok ? seeOther(c.env.context, TEXTS) : show(c, who, await replyTextById(db, id), { status: 409, conflict: true })
  })
