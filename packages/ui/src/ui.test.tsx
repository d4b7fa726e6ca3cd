import { describe, expect, it } from 'vitest'
import { jsonBlock } from './layout.tsx'
import { LineChart, spreadLabels } from './line-chart.tsx'
import { Pagination, pagesToShow } from './pagination.tsx'
import { speechOf, termName } from './speech.tsx'
import { GREEK, namesIn, pick, styleSheetFor, type CssNode } from './style-sheet.tsx'
import { tilePlaces } from './tile-places.ts'
import { EuropeTiles, shade } from './tiles.tsx'

const speech = speechOf('en')

describe('the styles of a page', () => {
  const nodes: CssNode[] = [
    { raw: '@layer a;' },
    { selectors: [{ text: 'body', all: [], any: [] }], body: 'margin:0' },
    {
      selectors: [
        { text: '.a .b', all: ['a', 'b'], any: [] },
        { text: '.c', all: ['c'], any: [] },
      ],
      body: 'color:red',
    },
    { group: '@media print', rules: [{ selectors: [{ text: '.d', all: ['d'], any: [] }], body: 'display:none' }] },
  ]

  it('are those whose names occur in it', () => {
    expect(pick(nodes, new Set(['c']))).toBe('@layer a;body{margin:0}.c{color:red}')
    expect(pick(nodes, new Set(['a', 'd']))).toBe('@layer a;body{margin:0}@media print{.d{display:none}}')
    expect([...namesIn('<p class="a b" id="x">Γ</p>')]).toEqual(['a', 'b', 'x', 'script:greek'])
    expect([...namesIn('<table><tr><td aria-invalid="true"></td></tr></table>')]).toEqual(['tag:table', 'tag:td', 'tag:tr', 'attribute:aria-invalid'])
  })

  it('bring only the tokens they refer to, also by way of other tokens, and only faces of scripts in use', () => {
    const sheet: CssNode[] = [
      { raw: '@font-face{g}', script: 'greek' },
      {
        selectors: [{ text: ':root', all: [], any: [] }],
        body: 'color-scheme:light',
        tokens: [
          ['--a', 'var(--b)'],
          ['--b', 'red'],
          ['--c', 'blue'],
        ],
      },
      { selectors: [{ text: '.a', all: ['a'], any: [] }], body: 'color:var(--a)' },
      { selectors: [{ text: '.c', all: ['c'], any: [] }], body: 'color:var(--c)' },
    ]
    expect(pick(sheet, new Set(['a']))).toBe(':root{--a:var(--b);--b:red;color-scheme:light}.a{color:var(--a)}')
    expect(pick(sheet, new Set(['script:greek']))).toBe('@font-face{g}:root{color-scheme:light}')
  })

  it('are allowed by their hash and nothing else', async () => {
    const { css, source } = await styleSheetFor('<p class="lead">x</p>')
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css))
    expect(source).toBe(`'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`)
    expect(css).toContain('.lead')
    expect(css).not.toContain('.rows')
    expect(css).not.toContain('table{')
    expect((await styleSheetFor('<table></table>')).css).toContain('table{')
  })

  it('bring the face of headings to every page but Greek ones', async () => {
    expect((await styleSheetFor('<p>x</p>')).css).toContain('Coalition Display;')
    expect((await styleSheetFor('<p>χ</p>', [GREEK])).css).not.toContain('Coalition Display;')
  })
})

describe('a data block', () => {
  it('cannot be ended by text in it', () => {
    expect(jsonBlock({ name: '</script><script>alert(1)</script>' })).not.toContain('<')
    expect(JSON.parse(jsonBlock({ name: '</script>' }))).toEqual({ name: '</script>' })
  })
})

describe('the pages of a list', () => {
  it.each([
    [1, 1, [1]],
    [1, 4, [1, 2, 3, 4].slice(0, 3).concat(4)],
    [5, 9, [1, 0, 3, 4, 5, 6, 7, 0, 9]],
    [9, 9, [1, 0, 7, 8, 9]],
  ])('around %i of %i are %j', (current, last, expected) => {
    expect(pagesToShow(current, last)).toEqual(expected)
  })

  it('are not shown for one page', () => {
    expect(Pagination({ speech, current: 1, last: 1, href: String })).toBeNull()
  })
})

describe('a line chart', () => {
  it('keeps its labels apart, in order', () => {
    const placed = spreadLabels([100, 101, 50, 102])
    expect(placed[2]).toBe(50)
    expect([(placed[1] ?? 0) - (placed[0] ?? 0), (placed[3] ?? 0) - (placed[1] ?? 0)]).toEqual([16, 16])
  })

  it('breaks a line where a year is missing instead of inventing a value', () => {
    const series = {
      DK: [
        { year: 2018, value: 1 },
        { year: 2019, value: 2 },
        { year: 2021, value: 3 },
      ],
    }
    const drawing = (<LineChart speech={speech} id="c" series={series} picked={['DK']} years={[2018, 2021]} title="T" description="D" />).toString()
    const line = /class="l k0"[^>]* d="([^"]+)"/.exec(drawing)?.[1] ?? ''
    expect(line.match(/M/g)).toHaveLength(2)
    expect(line.match(/l/g)).toHaveLength(1)
    expect(line.match(/h0/g)).toHaveLength(1)
  })
})

describe('Europe in tiles', () => {
  it('gives every country a place of its own', () => {
    const places = Object.values(tilePlaces).map(String)
    expect(new Set(places).size).toBe(places.length)
  })

  it('keeps each line inside its tile, whatever years are on file', () => {
    const series = {
      ES: [
        { year: 2012, value: 15 },
        { year: 2023, value: 23 },
      ],
      DK: [
        { year: 2013, value: 20 },
        { year: 2023, value: 27 },
        { year: 2024, value: 30 },
      ],
    }
    const html = (<EuropeTiles speech={speech} series={series} year={2023} href={String} />).toString()
    const places = [...html.matchAll(/ d="([ML][^"]+)"/g)].flatMap(([, line]) => [...(line ?? '').matchAll(/[ML](\d+) /g)].map(([, x]) => Number(x)))
    expect(places.length).toBeGreaterThan(3)
    expect(Math.max(...places)).toBe(60)
  })

  it('prints each value, and says where there is none', () => {
    const html = (
      <EuropeTiles speech={speech} series={{ DK: [{ year: 2023, value: 26.9 }], EU: [{ year: 2023, value: 22.4 }] }} year={2023} href={(code) => `/${code}`} />
    ).toString()
    expect(html.match(/<li /g)).toHaveLength(Object.keys(tilePlaces).length + 1)
    expect(html).toContain('26.9')
    expect(html).toContain('no data')
    expect([shade(undefined), shade(12.9), shade(13), shade(25)]).toEqual([0, 1, 2, 5])
  })
})

describe('a term without a name', () => {
  it('shows its code as words', () => {
    expect(termName(speech, 'topic', 'never-heard-of')).toBe('never heard of')
    expect(termName(speech, 'topic', 'gender')).toBe('Gender')
  })
})
