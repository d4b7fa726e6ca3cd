/** Shape of every refusal under `/api/` (RFC 9457). `errors` names what is wrong by field. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  requestId: string
  errors?: { field: string; reason: string }[]
}

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not authorised',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Request timeout',
  410: 'Gone',
  413: 'Content too large',
  415: 'Unsupported media type',
  422: 'Unprocessable content',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Service unavailable',
}

/** An `application/problem+json` answer. `code`: lower_snake, stable, for programs; `detail`: what to do next. */
export function problem(status: number, code: string, detail: string, requestId: string, errors?: Problem['errors']): Response {
  const body: Problem = { type: `urn:stem:problem:${code}`, title: TITLES[status] ?? 'Error', status, detail, requestId, errors }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  })
}
