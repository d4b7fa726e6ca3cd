import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { toCsv } from './csv.ts'
import { redact } from './log.ts'
import { problem } from './problem.ts'
import { listOf, parseQuery, wholeNumber } from './query.ts'

describe('a query', () => {
  const schema = v.strictObject({ limit: v.optional(wholeNumber(1, 100), '50'), topic: listOf(v.pipe(v.string(), v.regex(/^[a-z]+$/, 'must be letters'))) })
  const faults = (search: string) => {
    const parsed = parseQuery(new URLSearchParams(search), schema)
    return parsed.ok ? parsed.value : parsed.faults.map(({ field }) => field)
  }

  it('is parsed once, with its defaults', () => {
    expect(faults('')).toEqual({ limit: 50, topic: [] })
    expect(faults('limit=7&topic=a&topic=b')).toEqual({ limit: 7, topic: ['a', 'b'] })
  })

  it.each([
    ['limit=1e3', ['limit']],
    ['limit=0', ['limit']],
    ['limit=-1', ['limit']],
    ['limit=5&limit=6', ['limit']],
    ['colour=red', ['colour']],
    ['__proto__=x', ['__proto__']],
    ['constructor=x', ['constructor']],
  ])('%s is refused by name', (search, expected) => {
    expect(faults(search)).toEqual(expected)
  })
})

describe('a table as CSV', () => {
  it('cannot run as a formula, and keeps quotes, commas and lines', () => {
    const csv = toCsv(
      ['a', 'b'],
      [
        ['=SUM(1)', '+1'],
        ['-1', '@x'],
        ['\t=1', 'he said "no", twice\nand left'],
        [null, 3],
      ],
    )
    expect(csv.startsWith('\uFEFFa,b\r\n')).toBe(true)
    expect(csv).toContain('"\'=SUM(1)","\'+1"')
    expect(csv).toContain('"\'-1","\'@x"')
    expect(csv).toContain('"he said ""no"", twice\nand left"')
    expect(csv).toContain('\r\n,3\r\n')
  })
})

describe('a log line', () => {
  it('holds no address of a person and no query', () => {
    expect(redact('GET /a?token=secret for ada@example.org failed')).toBe('GET /a?[query] for [address] failed')
  })
})

describe('a refusal for programs', () => {
  it('is RFC 9457 and never kept', async () => {
    const answer = problem(422, 'bad_batch', 'Do this.', '01x', [{ field: 'kind', reason: 'is missing' }])
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toEqual({
      type: 'urn:stem:problem:bad_batch',
      title: 'Unprocessable content',
      status: 422,
      detail: 'Do this.',
      requestId: '01x',
      errors: [{ field: 'kind', reason: 'is missing' }],
    })
  })
})
