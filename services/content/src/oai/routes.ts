import type { ServiceEnv } from '@stem/web/app'
import { Hono, type Context } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { earliest, findHarvest, findOne } from './find-harvest.ts'
import { readRequest, tokenOf, type OaiFault, type OaiRequest, type Selection } from './oai-request.ts'
import { answerOf, formatsOf, headerOf, identifyOf, idOf, moreOf, recordOf, setsOf } from './oai-xml.ts'

/** Most records of one answer. */
export const PER_PART = 100

type Ask = Context<ServiceEnv<Env>>
type Answer = { verb: string; inner: string } | OaiFault

const noSuchId: OaiFault = { code: 'idDoesNotExist', text: 'No record of this repository has this identifier.' }

async function list(c: Ask, verb: 'ListIdentifiers' | 'ListRecords', selection: Selection): Promise<Answer> {
  const { origin, now } = c.env.context
  const found = await findHarvest({ db: open(c.env) }, selection, PER_PART, now)
  if (found.length === 0) return { code: 'noRecordsMatch', text: 'No record fits.' }
  const part = found.slice(0, PER_PART)
  const last = part.at(-1)
  const token = found.length > PER_PART && last ? tokenOf({ ...selection, after: [last.at, last.id], given: selection.given + part.length }) : null
  return { verb, inner: part.map((record) => (verb === 'ListRecords' ? recordOf : headerOf)(origin, record)).join('') + moreOf(token, selection.given) }
}

async function answer(c: Ask, request: OaiRequest): Promise<Answer> {
  const { origin, now } = c.env.context
  const deps = { db: open(c.env) }
  if (request.verb === 'Identify') return { verb: request.verb, inner: identifyOf(origin, c.env.ADMIN_ADDRESS, await earliest(deps, now)) }
  if (request.verb === 'ListSets') return { verb: request.verb, inner: setsOf() }
  if (request.verb === 'ListRecords' || request.verb === 'ListIdentifiers') return list(c, request.verb, request.selection)
  // What is left asks for one record, or for what it can be given in.
  const id = request.identifier === null ? null : idOf(origin, request.identifier)
  const record = id === null ? null : await findOne(deps, id, now)
  if (request.identifier !== null && record === null) return noSuchId
  if (request.verb === 'ListMetadataFormats') return { verb: request.verb, inner: formatsOf() }
  return record === null ? noSuchId : { verb: request.verb, inner: recordOf(origin, record) }
}

async function oaiPmh(c: Ask): Promise<Response> {
  const params = c.req.method === 'POST' ? new URLSearchParams(await c.req.text()) : new URL(c.req.url).searchParams
  const read = readRequest(params)
  const { origin, now } = c.env.context
  const body = answerOf(origin, now, Object.fromEntries(params), read.ok ? await answer(c, read.request) : read.fault)
  return new Response(body, { headers: { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-store' } })
}

/** Practices and publications for harvesters (OAI-PMH 2.0), by GET and POST alike. */
export const oai = new Hono<ServiceEnv<Env>>().get('/oai', oaiPmh).post('/oai', oaiPmh)
