import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import Papa from 'papaparse'
import { zipSync, strToU8 } from 'fflate'
import { asFile } from '../testing/importing.ts'
import { columnsOf, readHeader } from './header.ts'
import { parseRows } from './parse-rows.ts'
import { readDay, readRecord } from './read-record.ts'
import { textOf } from './read-text.ts'

const TABLE = 'address;Δημοσίευση\r\nanna@min.example;€\r'

async function read(bytes: string | Uint8Array): Promise<string> {
  let text = ''
  for await (const part of textOf(asFile(bytes))) {
    if ('fault' in part) return part.fault
    text += part.text
  }
  return text
}

const utf16 = (text: string, { big = false, mark = true } = {}) => {
  const view = new DataView(new ArrayBuffer((text.length + (mark ? 1 : 0)) * 2))
  for (const [index, letter] of [...(mark ? '\uFEFF' : ''), ...text].entries()) view.setUint16(index * 2, letter.charCodeAt(0), !big)
  return new Uint8Array(view.buffer)
}
const zip = (files: Record<string, string | Uint8Array>) =>
  new Uint8Array(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]))))

describe('the text of a file', () => {
  const plain = TABLE.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  it.each([
    ['UTF-8', new TextEncoder().encode(TABLE)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\uFEFF${TABLE}`)],
    ['UTF-16, low byte first', utf16(TABLE)],
    ['UTF-16, high byte first', utf16(TABLE, { big: true })],
    ['an archive', zip({ 'readers.csv': TABLE })],
    ['an archive with folders and what programs put beside', zip({ '__MACOSX/._readers.csv': 'x', 'list/.DS_Store': 'x', 'list/readers.CSV': TABLE })],
    ['UTF-16 in an archive', zip({ 'readers.csv': utf16(TABLE) })],
  ])('is read from %s', async (_name, bytes) => expect(await read(bytes)).toBe(plain))

  it('without a mark is known for UTF-16 where it begins in Latin letters', async () => {
    expect([await read(utf16('address\n', { mark: false })), await read(utf16('address\n', { mark: false, big: true }))]).toEqual(['address\n', 'address\n'])
  })

  it('is refused with the reason', async () => {
    const locked = zip({ 'readers.csv': TABLE })
    locked[6] = 1
    expect(await read(Uint8Array.of(0x61, 0xe9, 0x0a))).toBe('encoding')
    expect(await read('a\0b')).toBe('encoding')
    expect(await read(zip({ 'a.csv': TABLE, 'b.csv': TABLE }))).toBe('zip_content')
    expect(await read(zip({ 'xl/workbook.xml': '<x/>' }))).toBe('zip_content')
    expect(await read(zip({ 'a.csv': TABLE.repeat(9999) }).slice(0, 200))).toBe('zip')
    expect(await read(locked)).toBe('zip_locked')
  })

  it('of a bomb is given up long before it has burst', async () => {
    const bomb = zip({ 'a.csv': new Uint8Array(12_000_000).fill(0x61) })
    expect(bomb.length).toBeLessThan(15_000)
    const parts: (string | number)[] = []
    for await (const part of textOf(asFile(bomb), 6_000_000)) parts.push('fault' in part ? part.fault : part.text.length)
    expect(parts.at(-1)).toBe('too_large')
    const lengths = parts.slice(0, -1).map(Number)
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(6_000_000)
    expect(Math.max(...lengths)).toBeLessThan(5_000_000)
  })
})

describe('rows', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', 'é'), maxLength: 6 })
  it('are the same, wherever the text was cut', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 9 }), (table, size) => {
        const text = Papa.unparse(table, { newline: '\n' })
        const rows: (string[] | null)[] = []
        let waiting = ''
        for (let at = 0; at <= text.length; at += size) {
          waiting += text.slice(at, at + size)
          const isLast = at + size > text.length
          for (let more = true; more;) {
            const parsed = parseRows(waiting, ',', isLast)
            rows.push(...parsed.rows)
            waiting = waiting.slice(parsed.used)
            more = isLast && waiting !== '' && parsed.used > 0
          }
        }
        expect(rows).toEqual(table)
      }),
      { numRuns: 300 },
    )
  })

  it('after a quote that is not closed are read all the same', () => {
    const text = 'a@x.example,"Anna\nb@x.example,Bo\n"c@x.example","C, D"\nd@x.example,"D"\n'
    const rows: (string[] | null)[] = []
    for (let rest = text; rest !== '';) {
      const parsed = parseRows(rest, ',', true)
      rows.push(...parsed.rows)
      rest = rest.slice(parsed.used)
    }
    expect(rows.slice(0, 4)).toEqual([null, ['b@x.example', 'Bo'], ['c@x.example', 'C, D'], ['d@x.example', 'D']])
  })
})

describe('the first line', () => {
  it.each([
    ['address,consented_at\n', ',', ['address', 'consented_at'], 21],
    ['E-Mail;Date of consent;Thèmes\n', ';', ['E-Mail', 'Date of consent', 'Thèmes'], 30],
    ['sep=;\nemail;consent\n', ';', ['email', 'consent'], 20],
    ['"a, b"\tconsent', '\t', ['a, b', 'consent'], 14],
  ])('%j names the columns', (text, delimiter, header, offset) => expect(readHeader(text)).toMatchObject({ delimiter, header, offset }))

  it('that is a row already names none', () => {
    expect([readHeader('anna@min.example,2026-05-01\n'), readHeader('\nx'), readHeader(' , \n')]).toEqual([null, null, null])
  })

  it('is understood in every language, and asked about when something is left over', () => {
    expect(columnsOf(['Adresse e-mail', 'Date du consentement', 'Langue'])).toEqual({ columns: { address: 0, consent: 1, language: 2 }, isClear: true })
    expect(columnsOf(['ΓΛΩΣΣΑ', 'Ημερομηνία συγκατάθεσης', 'e-mail'])).toEqual({ columns: { language: 0, consent: 1, address: 2 }, isClear: true })
    expect(columnsOf(['Name', 'email', 'consent'])).toMatchObject({ columns: { address: 1, consent: 2 }, isClear: false })
    expect(columnsOf(['name', 'email', 'consent', 'lang', 'topics', 'country', 'frequency']).isClear).toBe(true)
    expect(columnsOf(['email', 'name']).isClear).toBe(false)
  })
})

describe('a row', () => {
  const at = {
    columns: { address: 0, consent: 1, language: 2, topics: 3, countries: 4, frequency: 5 },
    consentedOn: '2026-11-01',
    defaults: { locale: 'fr' as const, topics: ['policy' as const], countries: ['EE'], frequency: 'monthly' as const },
  }
  const readRow = (...cells: string[]) => readRecord(cells, at)

  it('says what it says, by codes or by the names the site shows, and else what was chosen for all', () => {
    expect(readRow('Anna@MIN.example', '31.5.2026', 'en-GB', 'Data and analysis; Conferences, webinars and meetings', 'Grèce;EE', 'Each issue')).toEqual({
      record: {
        address: 'Anna@min.example',
        consentedAt: Date.UTC(2026, 4, 31),
        locale: 'en',
        topics: ['data', 'events'],
        countries: ['GR', 'EE'],
        frequency: 'each',
      },
    })
    expect(readRow('a@x.example', '2026-11-01T23:59:59+00:00')).toMatchObject({
      record: { locale: 'fr', topics: ['policy'], countries: ['EE'], frequency: 'monthly' },
    })
    expect(readRow('a@x.example', '2026-05-01', 'Ελληνικά', 'policy data', 'EE GR')).toMatchObject({
      record: { locale: 'el', topics: ['policy', 'data'], countries: ['EE', 'GR'] },
    })
  })

  it.each([
    ['address', ['nobody', '2026-05-01']],
    ['carried', ['δοκιμή@x.example', '2026-05-01']],
    ['consent', ['a@x.example', '']],
    ['consent', ['a@x.example', 'yes']],
    ['later', ['a@x.example', '2026-11-02']],
    ['language', ['a@x.example', '2026-05-01', 'tlh']],
    ['topic', ['a@x.example', '2026-05-01', '', 'policy; sports']],
    ['country', ['a@x.example', '2026-05-01', '', '', 'Atlantis']],
    ['frequency', ['a@x.example', '2026-05-01', '', '', '', 'hourly']],
  ])('is refused for its %s', (reason, cells) => expect(readRow(...cells)).toMatchObject({ reason, typed: cells[0] }))

  it.each(['2026-02-30', '31.4.2026', '2026-13-01', '05-01-2026', '20260501', '2026-05-01T25:00', '1900-01-01', ' '])('has no day in %j', (text) =>
    expect(readDay(text)).toBeNull(),
  )
})
