import { SHIPPED } from '@stem/i18n/locales'
import type { ServiceEnv } from '@stem/web/app'
import { problem } from '@stem/web/problem'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { readDraft, saveDraft } from '../profile/edit-draft.ts'
import { filled, type Texts } from '../profile/profile.ts'
import { loadOrganisation } from '../register/load-organisation.ts'
import type { Organisation } from '../register/save-organisation.ts'
import { keyHolder, type KeyScope } from './make-key.ts'

type C = Context<ServiceEnv<Env>>
const texts = v.pipe(
  v.record(v.picklist(SHIPPED), v.pipe(v.string(), v.trim(), v.maxLength(2000))),
  v.transform((given) => filled(given as Texts)),
)
const FIRST_YEAR = 1000
const draftSchema = v.strictObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  website: v.nullable(v.pipe(v.string(), v.maxLength(300), v.url(), v.regex(/^https?:\/\//))),
  since: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(FIRST_YEAR), v.maxValue(2100))),
  names: texts,
  descriptions: texts,
  objectives: texts,
})

/** The organisation a key speaks for, when it may do what is asked; otherwise the refusal. */
async function holder(c: C, scope: KeyScope): Promise<{ organisation: Organisation } | Response> {
  const { context } = c.env
  const db = open(c.env)
  const key = await keyHolder({ db }, c.req.header('authorization') ?? null, context.now)
  if (!key) return problem(401, 'bad_key', 'Send a key of your organisation in the Authorization header: Bearer stem_key_…', context.requestId)
  if (!key.scopes.includes(scope))
    return problem(403, 'scope', `This key does not have the scope ${scope}. Make another one in your organisation’s space.`, context.requestId)
  const organisation = await loadOrganisation({ db }, key.organisationId)
  return organisation ? { organisation } : problem(404, 'not_found', 'The organisation of this key is not in the register any more.', context.requestId)
}

const shown = ({ id, slug, country, kind, standing }: Organisation) => ({ id, slug, country, kind, standing })

/** What an organisation's own programs can ask, by a key: its record with the draft, and a new draft. */
export const ownApi = new Hono<ServiceEnv<Env>>()
  .get('/api/v1/my-organisation', async (c) => {
    const held = await holder(c, 'organisation:read')
    if (held instanceof Response) return held
    const { content, version, state } = await readDraft({ db: open(c.env) }, held.organisation)
    return c.json({ organisation: shown(held.organisation), draft: { version, state, ...content } })
  })
  .put('/api/v1/my-organisation', async (c) => {
    const held = await holder(c, 'organisation:draft')
    if (held instanceof Response) return held
    const { context } = c.env
    const body: unknown = await c.req.json().catch(() => null)
    const parsed = v.safeParse(draftSchema, body)
    if (!parsed.success) {
      const faults = parsed.issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', reason: issue.message }))
      return problem(422, 'bad_draft', 'The draft has a field that is missing, unknown or wrong.', context.requestId, faults)
    }
    const db = open(c.env)
    const { version, ...said } = parsed.output
    const { content } = await readDraft({ db }, held.organisation)
    // The key acts for the organisation, so no person stands behind the entry.
    const actor = { personId: `key:${held.organisation.id}` }
    const saved = await saveDraft({ db }, actor, held.organisation, { content: { ...said, logo: content.logo }, version, submit: false }, context.now)
    if (!saved.ok) return problem(409, 'stale', 'Somebody saved another draft in the meantime. Read it, and send yours with its version.', context.requestId)
    const now = await readDraft({ db }, held.organisation)
    return c.json({ organisation: shown(held.organisation), draft: { version: now.version, state: now.state, ...now.content } })
  })
