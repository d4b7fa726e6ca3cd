import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { toCsv } from './csv.ts'
import { line, nothingChosen, parseForm, readFields } from './form.ts'
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
        ['=1\n+2', ''],
      ],
    )
    expect(csv.startsWith('\uFEFFa,b\r\n')).toBe(true)
    expect(csv).toContain('"\'=SUM(1)","\'+1"')
    expect(csv).toContain('"\'-1","\'@x"')
    expect(csv).toContain('"he said ""no"", twice\nand left"')
    expect(csv).toContain('\r\n,3\r\n')
    expect(csv).toContain('"\'=1\n+2"')
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

describe('a form with files', () => {
  const multipart = (...parts: string[]) =>
    readFields(
      new Request('https://stem.example', {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        body: `${parts.map((part) => `--b\r\nContent-Disposition: form-data; ${part}\r\n`).join('')}--b--\r\n`,
      }),
    )

  it('has all files of a field and all its texts', async () => {
    const { typed, files } = await multipart(
      'name="body"\r\n\r\nΩ text',
      'name="files"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\none',
      'name="files"; filename="b.pdf"\r\nContent-Type: text/html\r\n\r\n',
    )
    expect(typed).toEqual({ body: 'Ω text' })
    expect(files['files']?.map(({ name, size }) => [name, size])).toEqual([
      ['a.pdf', 3],
      ['b.pdf', 0],
    ])
  })

  it('has none where none was chosen, and its schema knows what a browser sends then', async () => {
    const fields = await multipart('name="body"\r\n\r\nx', 'name="files"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n')
    expect(fields.files).toEqual({})
    expect(parseForm(fields, v.strictObject({ body: line(10), files: nothingChosen })).ok).toBe(true)
  })
})
