import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { formKey, line, newFormKey, parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import * as v from 'valibot'
import { STATES } from '../cases/case.ts'
import { readingOf } from '../cases/read-case.ts'
import { enterDesk } from '../desk/desk.tsx'
import type { Env } from '../env.ts'
import { actOnMany, MOST_AT_ONCE, type Deed, type Missed, type Picked } from './act-on-many.ts'
import { inboxPath, readCursor, readFilter, withoutWords, writeCursor, writeFilter } from './filter.ts'
import { showInbox, type Done } from './show-inbox.tsx'
import { undoGroup } from './undo-group.ts'

const PICKED = /^(cas_[0-9a-z]{26})\.(\d{1,9})$/
const GROUP = /^grp_[0-9a-f]{32}$/
const WHY = { s: 'stale', f: 'forbidden', a: 'same' } as const
const LETTER = { stale: 's', forbidden: 'f', same: 'a' } as const

const missedSchema = v.pipe(
  v.string(),
  v.maxLength(40 * MOST_AT_ONCE),
  v.transform((text) =>
    text.split('.').flatMap((part): Missed[] => {
      const [, letter, id] = /^([sfa])([0-9a-z]{26})$/.exec(part) ?? []
      return id === undefined ? [] : [{ id: `cas_${id}`, why: WHY[letter as 's'] }]
    }),
  ),
)
const writeMissed = (missed: readonly Missed[]): string => missed.map(({ id, why }) => LETTER[why] + id.slice('cas_'.length)).join('.')

const doneIn = (params: URLSearchParams): Done | null => {
  const groupId = params.get('group') ?? ''
  return GROUP.test(groupId) ? { groupId, missed: v.parse(v.fallback(missedSchema, []), params.get('missed') ?? '') } : null
}

/** Where somebody was in the inbox: list, filters, order and page. */
const placeIn = (params: URLSearchParams) => {
  const filter = readFilter(params)
  const cursor = readCursor(params)
  return { filter, cursor, back: writeFilter(filter, cursor === null ? {} : writeCursor(cursor)) }
}
const backTo = (typed: string | undefined) => placeIn(new URLSearchParams((typed ?? '').slice(0, 1000)))

/** What is to be done, or null. Work is given to somebody of the secretariat. */
function deedOf(chosen: string, me: string, staff: readonly { id: string }[]): Deed | null {
  if (chosen === 'take') return { act: 'assign', to: me }
  if (chosen === 'leave') return { act: 'assign', to: null }
  const [act, value] = chosen.split(':')
  if (act === 'assign') return staff.some(({ id }) => id === value) ? { act, to: value ?? null } : null
  const state = STATES.find((one) => one === value)
  return act === 'state' && state !== undefined ? { act, state } : null
}

const pickedIn = (values: readonly string[]): Picked[] => {
  const found = values.flatMap((value): [string, Picked][] => {
    const [, id, version] = PICKED.exec(value) ?? []
    return id === undefined ? [] : [[id, { id, version: Number(version) }]]
  })
  return [...new Map(found).values()]
}

const viewSchema = v.strictObject({ name: line(60), query: v.pipe(v.string(), v.maxLength(1000)) })
const undoSchema = v.strictObject({ group: v.pipe(v.string(), v.regex(GROUP)), back: v.pipe(v.string(), v.maxLength(1000)) })

/** The inbox of the secretariat: lists, search, and what is done with several requests at once. */
export const deskInbox = new Hono<ServiceEnv<Env>>()
  .get('/console/requests', async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const params = new URL(c.req.url).searchParams
    return showInbox(c, who, { ...placeIn(params), isAllTicked: params.get('tick') === 'all', done: doneIn(params), attempt: null })
  })
  .post('/console/requests/bulk', async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const { context, MEMBERS } = c.env
    const { typed, lists } = await readFields(c.req.raw)
    const chosen = typed['do'] ?? ''
    const picked = pickedIn(lists['case'] ?? [])
    const key = v.safeParse(formKey, typed['key'])
    const place = backTo(typed['back'])
    const deed = key.success ? deedOf(chosen, who.personId, chosen.startsWith('assign:') ? await MEMBERS.staff() : []) : null
    const problem = picked.length === 0 ? 'none' : picked.length > MOST_AT_ONCE ? 'many' : deed === null ? 'deed' : null
    if (problem !== null || deed === null || !key.success) {
      const attempt = {
        picked: new Set(picked.map(({ id }) => id)),
        chosen,
        key: newFormKey(),
        problem: speechOf(context.locale).t(`inbox.problem.${problem ?? 'deed'}`),
      }
      return showInbox(c, who, { ...place, isAllTicked: false, done: null, attempt })
    }
    const groupId = `grp_${key.output}`
    const missed = await actOnMany(readingOf(c.env), who.personId, { picked, deed, groupId }, context.now)
    return seeOther(context, inboxPath(place.filter, { ...(place.cursor && writeCursor(place.cursor)), group: groupId, missed: writeMissed(missed) }))
  })
  .post('/console/requests/undo', async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const { context } = c.env
    const form = parseForm(await readFields(c.req.raw), undoSchema)
    if (!form.ok) return new Response(null, { status: 400 })
    const { group, back } = form.value
    await undoGroup(readingOf(c.env), who.personId, group, context.now)
    const { filter, cursor } = backTo(back)
    return seeOther(context, inboxPath(filter, { ...(cursor && writeCursor(cursor)), group }))
  })
  .post('/console/requests/views', async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const { context, MEMBERS } = c.env
    const fields = await readFields(c.req.raw)
    const place = backTo(fields.typed['query'])
    const form = parseForm(fields, viewSchema)
    const refuse = (why: 'name' | 'full') =>
      showInbox(c, who, {
        ...place,
        isAllTicked: false,
        done: null,
        attempt: { picked: new Set(), chosen: '', key: newFormKey(), problem: speechOf(context.locale).t(`inbox.view.${why}`) },
      })
    if (!form.ok) return form.code === 'bad_form' ? new Response(null, { status: 400 }) : refuse('name')
    const saved = await MEMBERS.saveView(who.personId, 'requests', { name: form.value.name, query: writeFilter(withoutWords(place.filter)) }, context.now)
    return saved === 'full' ? refuse('full') : seeOther(context, inboxPath(place.filter))
  })
  .post('/console/requests/views/delete', async (c) => {
    const who = await enterDesk(c)
    if (who instanceof Response) return who
    const form = parseForm(await readFields(c.req.raw), v.strictObject({ view: v.pipe(v.string(), v.regex(/^viw_[0-9a-z]{26}$/)) }))
    if (!form.ok) return new Response(null, { status: 400 })
    await c.env.MEMBERS.deleteView(who.personId, form.value.view)
    return seeOther(c.env.context, '/console/requests')
  })
