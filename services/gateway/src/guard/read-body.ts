import { fail, ok, type Result } from '@stem/web/result'

/** Most bytes that a request may bring. */
export const BODY_LIMIT = 64 * 1024
/** Most milliseconds that a body may take to arrive. */
export const BODY_DEADLINE = 10_000
/** Most levels of lists and objects inside each other. */
export const JSON_DEPTH = 32

/** Reads a body as it arrives and gives up on one that is too large or too slow; `Content-Length` is not believed. */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  { limit = BODY_LIMIT, deadline = BODY_DEADLINE } = {},
): Promise<Result<Uint8Array<ArrayBuffer>, 'too_large' | 'too_slow'>> {
  if (!body) return ok(new Uint8Array())
  const reader = body.getReader()
  let late = false
  const alarm = setTimeout(() => {
    late = true
    void reader.cancel().catch(() => undefined)
  }, deadline)
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (late) return fail('too_slow')
      if (done) break
      size += value.length
      if (size > limit) {
        void reader.cancel().catch(() => undefined)
        return fail('too_large')
      }
      parts.push(value)
    }
  } finally {
    clearTimeout(alarm)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return ok(whole)
}

/** Whether JSON text nests deeper than `limit`; looks at brackets outside strings, so it never parses. */
export function isTooDeep(text: string, limit = JSON_DEPTH): boolean {
  let depth = 0
  let quoted = false
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]
    if (quoted) {
      if (letter === '\\') index++
      else if (letter === '"') quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === '[' || letter === '{') {
      depth++
      if (depth > limit) return true
    } else if (letter === ']' || letter === '}') depth--
  }
  return false
}
