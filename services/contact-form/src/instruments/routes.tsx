import { AGREEMENTS, INSTRUMENT_TYPES } from '@stem/contracts/content'
import { untouched } from '@stem/ui/form'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { line, parseForm, readFields } from '@stem/web/form'
import { seeOther } from '@stem/web/page'
import { Hono } from 'hono'
import * as v from 'valibot'
import { caseById, readingOf } from '../cases/read-case.ts'
import { showCase } from '../desk-case/show-case.tsx'
import { enterDesk } from '../desk/desk.tsx'
import type { Env } from '../env.ts'
import { draftFromCase } from './draft-from-case.ts'

const turnSchema = v.strictObject({
  type: v.picklist(INSTRUMENT_TYPES, 'forms.choose'),
  title: line(200),
  agreed: v.picklist(AGREEMENTS, 'forms.choose'),
})

const REFUSALS = {
  closed: { status: 409, text: 'instruments.turn.closed' },
  stale: { status: 409, text: 'console.refusal.stale' },
  unavailable: { status: 503, text: 'instruments.turn.later' },
} as const

/** A request becomes the draft of an instrument. */
export const instruments = new Hono<ServiceEnv<Env>>().post('/console/requests/:id{cas_[0-9a-z]+}/instrument', async (c) => {
  const who = await enterDesk(c)
  if (who instanceof Response) return who
  const { context } = c.env
  const reading = readingOf(c.env)
  const found = await caseById(reading, c.req.param('id'))
  const fields = await readFields(c.req.raw)
  const form = parseForm(fields, turnSchema)
  if (!found) return new Response(null, { status: 404 })
  if (!form.ok)
    return form.code === 'bad_form'
      ? new Response(null, { status: 400 })
      : showCase(c, who, found, { turning: { typed: form.typed, faults: form.faults }, status: 422 })
  const done = await draftFromCase({ reading, content: c.env.CONTENT }, who.personId, found, { ...form.value, locale: context.locale }, context.now)
  if (done.ok) return seeOther(context, `/console/instruments/${done.value}`)
  const { status, text } = REFUSALS[done.code]
  return showCase(c, who, found, { turning: untouched(fields.typed), status, problem: speechOf(context.locale).t(text) })
})
