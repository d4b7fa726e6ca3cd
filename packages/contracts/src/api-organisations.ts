import * as v from 'valibot'

/** Names of the parameters of `/members`; others are dropped. */
export const MEMBER_PARAMETERS = ['kind', 'role', 'country', 'q'] as const

const maybeText = v.nullable(v.string())
/** An organisation as the API gives it. `standing`: member, unconfirmed, partner or contact. */
export const organisationSchema = v.strictObject({
  id: v.string(),
  url: v.string(),
  name: v.string(),
  country: maybeText,
  region: maybeText,
  kind: v.string(),
  role: maybeText,
  standing: v.picklist(['member', 'unconfirmed', 'partner', 'contact']),
  website: maybeText,
  description: maybeText,
  source: maybeText,
  updatedAt: v.string(),
})
/** An organisation as the API gives it. */
export type OrganisationOfApi = v.InferOutput<typeof organisationSchema>
/** One page of organisations. `next`: value of `cursor` for the page that follows, null on the last. */
export const organisationListSchema = v.strictObject({ data: v.array(organisationSchema), next: maybeText })
