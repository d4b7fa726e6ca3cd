import type { Principal } from '@stem/contracts/context'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { formKey, newFormKey, parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import * as v from 'valibot'
import { KINDS, type Case } from '../cases/case.ts'
import { caseById, messagesOf, readingOf } from '../cases/read-case.ts'
import { drawCasePage, enterCase } from '../desk/case-page.tsx'
import type { DeskContext } from '../desk/desk.tsx'
import type { Env } from '../env.ts'
import { caseByReference } from './case-by-reference.ts'
import { mayMerge, mergeCases } from './merge-cases.ts'
import { ChooseTarget, MergePreview } from './merge-page.tsx'
import { splitCase } from './split-case.ts'
import { SplitPage } from './split-page.tsx'
import { suggestTargets } from './suggest-targets.ts'

const REQUEST = '/console/requests/:id{cas_[0-9a-z]+}'
const id = v.pipe(v.string(), v.regex(/^cas_[0-9a-z]{26}$/))
const version = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))
const mergeSchema = v.strictObject({ into: id, version, intoVersion: version })
const splitSchema = v.strictObject({ version, key: formKey, kind: v.picklist(KINDS) })

const titleOf = (c: DeskContext, which: 'merging' | 'split'): string => speechOf(c.env.context.locale).t(`${which}.title`)

async function preview(c: DeskContext, who: Principal, found: Case, into: Case, { status, problem }: { status?: number; problem?: string } = {}) {
  const reading = readingOf(c.env)
  const [may, own, others] = await Promise.all([mayMerge(reading, found, into), messagesOf(reading, found.id), messagesOf(reading, into.id)])
  const main = (
    <MergePreview
      speech={speechOf(c.env.context.locale)}
      found={found}
      into={into}
      counts={{ found: own.length, into: others.length }}
      refusal={may.ok ? null : may.code}
      problem={problem}
    />
  )
  return drawCasePage(c, who, found, { title: titleOf(c, 'merging'), status, main })
}

async function choose(c: DeskContext, who: Principal, found: Case, typed: string | null) {
  const speech = speechOf(c.env.context.locale)
  const faults = typed === null ? [] : [{ field: 'reference', reason: typed.trim() === '' ? 'forms.required' : 'merging.unknown' }]
  const state = { typed: { reference: typed ?? '' }, faults }
  const main = <ChooseTarget speech={speech} found={found} state={state} suggestions={await suggestTargets(readingOf(c.env), found)} />
  return drawCasePage(c, who, found, { title: titleOf(c, 'merging'), status: faults.length === 0 ? 200 : 422, main })
}

async function chooseMessages(
  c: DeskContext,
  who: Principal,
  found: Case,
  given: { chosen?: string[]; kind?: string; key?: string; problem?: string; status?: number },
) {
  const { chosen = [], kind = found.kind, key = newFormKey(), problem, status } = given
  const messages = (await messagesOf(readingOf(c.env), found.id)).filter(({ side }) => side === 'requester')
  const main = (
    <SplitPage speech={speechOf(c.env.context.locale)} found={found} messages={messages} chosen={chosen} kind={kind} formKey={key} problem={problem} />
  )
  return drawCasePage(c, who, found, { title: titleOf(c, 'split'), status, main })
}

/** Making one case of two, and two of one. Each has a page that says what will happen before it does. */
export const merging = new Hono<ServiceEnv<Env>>()
  .get(`${REQUEST}/merge`, async (c) => {
    const entered = await enterCase(c, c.req.param('id'))
    if (entered instanceof Response) return entered
    const { who, found } = entered
    const params = new URL(c.req.url).searchParams
    const [chosen, typed] = [params.get('into'), params.get('reference')]
    const into = chosen !== null ? await caseById(readingOf(c.env), chosen) : typed !== null ? await caseByReference(readingOf(c.env), typed) : null
    if (into) return preview(c, who, found, into)
    return chosen === null ? choose(c, who, found, typed) : new Response(null, { status: 404 })
  })
  .post(`${REQUEST}/merge`, async (c) => {
    const entered = await enterCase(c, c.req.param('id'))
    if (entered instanceof Response) return entered
    const { who, found } = entered
    const { context } = c.env
    const reading = readingOf(c.env)
    const form = parseForm(await readFields(c.req.raw), mergeSchema)
    if (!form.ok) return new Response(null, { status: 400 })
    const into = await caseById(reading, form.value.into)
    if (!into) return new Response(null, { status: 404 })
    // Sent twice, it is done once.
    if (found.mergedInto === into.id) return seeOther(context, `/console/requests/${into.id}`)
    const done = await mergeCases(reading, who.personId, { found, into, seen: form.value }, context.now)
    if (done.ok) return seeOther(context, `/console/requests/${into.id}`)
    const problem = done.code === 'stale' ? speechOf(context.locale).t('console.refusal.stale') : undefined
    return preview(c, who, (await caseById(reading, found.id)) ?? found, (await caseById(reading, into.id)) ?? into, { status: 409, problem })
  })
  .get(`${REQUEST}/split`, async (c) => {
    const entered = await enterCase(c, c.req.param('id'))
    return entered instanceof Response ? entered : chooseMessages(c, entered.who, entered.found, {})
  })
  .post(`${REQUEST}/split`, async (c) => {
    const entered = await enterCase(c, c.req.param('id'))
    if (entered instanceof Response) return entered
    const { who, found } = entered
    const { context } = c.env
    const { t } = speechOf(context.locale)
    const { typed, lists } = await readFields(c.req.raw)
    const { message: _, ...rest } = typed
    const { message: chosen = [], ...others } = lists
    const form = parseForm({ typed: rest, lists: others }, splitSchema)
    if (!form.ok) return new Response(null, { status: 400 })
    const done = await splitCase(readingOf(c.env), who.personId, found, { ...form.value, messages: chosen }, context.now)
    if (done.ok) return seeOther(context, `/console/requests/${done.value.id}`)
    const problem = done.code === 'stale' ? t('console.refusal.stale') : t(`split.refusal.${done.code}`)
    const status = done.code === 'stale' ? 409 : 422
    return chooseMessages(c, who, found, { chosen, kind: form.value.kind, key: form.value.key, problem, status })
  })
