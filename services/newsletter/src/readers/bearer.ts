import { problem } from '@stem/web/problem'
import { readerByLink, type LinkPurpose } from './links.ts'
import type { Desk, Reader } from './reader.ts'

/** Purposes of links whose tokens programs can bring. */
type BearerPurpose = Extract<LinkPurpose, 'preferences' | 'unsubscribe'>

const BEARER = /^Bearer (sub_[0-9a-z]{26})(?:\.(cmp_[0-9a-z]{26}))?\.([0-9a-f]{64})$/

/** What a program sends for a link with this query: its `r`, its `c` where it has one, and its `token`, joined by dots. */
export const bearerOf = (query: string): string => {
  const params = new URLSearchParams(query)
  return ['r', 'c', 'token'].flatMap((name) => params.get(name) ?? []).join('.')
}

/** The reader whose link of this purpose stands in an `Authorization` header, and the campaign it stood in; null for anything else. */
export async function readerByBearer(
  desk: Desk,
  purpose: BearerPurpose,
  authorization: string | null,
  now: number,
): Promise<{ reader: Reader; campaign: string | null } | null> {
  const [, r = '', c = '', token = ''] = BEARER.exec(authorization ?? '') ?? []
  return r === '' ? null : readerByLink(desk, purpose, new URLSearchParams({ r, c, token }), now)
}

const PATHS: Record<BearerPurpose, string> = { preferences: '/newsletter/preferences', unsubscribe: '/newsletter/unsubscribe' }

/** The refusal of a header that holds no token of this purpose: the same for a wrong one, one of another purpose and one of somebody erased. */
export function bearerRefused(purpose: BearerPurpose, requestId: string): Response {
  const detail = `Send r, c (where there is one) and token of a link to ${PATHS[purpose]}, joined by dots, in the Authorization header: Bearer sub_….…`
  const answer = problem(401, 'bad_token', detail, requestId)
  answer.headers.set('www-authenticate', 'Bearer')
  return answer
}
