import { fail, ok, type Result } from '@stem/web/result'

/** Most bytes that a request may bring. */
export const BODY_LIMIT = 64 * 1024
/** Milliseconds that a body has to arrive, before it earns more by arriving. */
export const BODY_DEADLINE = 10_000
/** Bytes that earn a body one more millisecond (40 KB/s): a file over a slow line gets its time, one that trickles does not. */
export const BODY_PACE = 40
/** Most levels of lists and objects inside each other. */
export const JSON_DEPTH = 32

/** A body that has arrived, in the pieces in which it came: a large one is never there twice. */
export type Arrived = { size: number; pieces: Uint8Array[] }

/** The text of a body. */
export function textOf({ pieces }: Arrived): string {
  const decoder = new TextDecoder()
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode()
}

/** Hands a body on, and lets go of each piece as it leaves. */
export const handOn = ({ pieces }: Arrived): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull(controller) {
      const piece = pieces.shift()
      if (piece) controller.enqueue(piece)
      else controller.close()
    },
  })

/**
 * Reads a body as it arrives and gives up on one that is too large or too slow; `Content-Length` is not believed. A body has `deadline`
 * milliseconds, and one more for every `pace` bytes that have come.
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  { limit = BODY_LIMIT, deadline = BODY_DEADLINE, pace = BODY_PACE } = {},
): Promise<Result<Arrived, 'too_large' | 'too_slow'>> {
  if (!body) return ok({ size: 0, pieces: [] })
  const reader = body.getReader()
  const start = Date.now()
  const pieces: Uint8Array[] = []
  let size = 0
  let late = false
  let alarm: ReturnType<typeof setTimeout>
  const wait = (): void => {
    const left = start + deadline + size / pace - Date.now()
    if (left > 0) alarm = setTimeout(wait, left)
    else {
      late = true
      void reader.cancel().catch(() => undefined)
    }
  }
  alarm = setTimeout(wait, deadline)
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
      pieces.push(value)
    }
  } finally {
    clearTimeout(alarm)
  }
  return ok({ size, pieces })
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
