import type { RequestContext } from '@stem/contracts/context'
import { entityTag, listTag } from '@stem/contracts/purge'
import { isShipped, localPath, SHIPPED } from '@stem/i18n/locales'
import { speechOf, type Speech } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { file, json, kept } from '@stem/web/file'
import { page } from '@stem/web/page'
import { signpost } from '@stem/web/signpost'
import { type Context, Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { findingText, wordsOf } from '../indicators/indicator-words.ts'
import { ofApi, yearsOf, type PublicIndicator } from '../indicators/read-indicator.ts'
import { apaOf, bibtexOf, type Cited } from './cite.ts'
import { compareVintages } from './compare-vintages.ts'
import { drawChart } from './draw-chart.tsx'
import { findIndicator, type FoundIndicator } from './find-indicator.ts'
import { chartOf } from './indicator-chart.ts'
import { datasetOf } from './dataset.ts'
import { csvMetadata, indicatorCsv, jsonStatOf } from './indicator-files.ts'
import { IndicatorPage } from './indicator-page.tsx'
import { TablePage } from './table-page.tsx'
import { VintagesPage } from './vintages-page.tsx'

const CODE = ':code{[a-z0-9-]+}'
const MOST_CHOSEN = 5
const LIST = listTag('indicator')

const missing = () => new Response(null, { status: 404, headers: { 'cache-control': 'public, max-age=60, stale-while-revalidate=600', 'cache-tag': LIST } })
const tagsOf = ({ id }: PublicIndicator) => [entityTag(id), LIST]

/** Countries that the address names. */
const chosenIn = (url: string): string[] =>
  new URL(url).searchParams
    .getAll('country')
    .filter((country) => /^[A-Z]{2}$/.test(country))
    .slice(0, MOST_CHOSEN)

/** The year that the address names, when somebody has a value in it; else the one most countries report. */
function yearIn(url: string, indicator: PublicIndicator): number | null {
  const asked = Number(new URL(url).searchParams.get('year'))
  const isKnown = Object.values(indicator.series).some((points) => points.some(({ year }) => year === asked))
  return isKnown ? asked : (yearsOf(indicator)?.latest ?? null)
}

/** How an indicator is cited as it stands now. */
function citedNow(speech: Speech, { indicator }: FoundIndicator, { origin, locale }: RequestContext): Cited {
  const { vintage } = indicator
  const read = vintage?.retrievedOn ?? new Date(indicator.updatedAt).toISOString().slice(0, 10)
  return {
    title: wordsOf(speech, indicator).title,
    publisher: indicator.publisher,
    year: Number(read.slice(0, 4)),
    url: origin + localPath(locale, `/data/${indicator.slug}`),
    version: `${speech.t('data.vintage')} ${vintage?.number ?? 1}, ${read}`,
    key: `eustem_${indicator.code}_v${vintage?.number ?? 1}`,
  }
}

/** Words of a page about one indicator: its languages, the way to it, its tags. */
function frameOf(speech: Speech, indicator: PublicIndicator, here?: string) {
  const { title, lang } = wordsOf(speech, indicator)
  return {
    crumbs: [
      { label: speech.t('data.title'), path: '/data' },
      here === undefined ? { label: title, lang } : { label: title, lang, path: `/data/${indicator.slug}` },
      ...(here === undefined ? [] : [{ label: here }]),
    ],
    translated: lang === undefined ? SHIPPED : [lang].filter(isShipped),
    tags: tagsOf(indicator),
  }
}

async function chartFile(c: Context<ServiceEnv<Env>>, found: FoundIndicator): Promise<string | null> {
  const { context } = c.env
  const speech = speechOf(context.locale)
  const { indicator } = found
  const chart = chartOf(speech, indicator, chosenIn(c.req.url))
  const terms = indicator.vintage?.licence ?? speech.t('data.terms.unknown')
  return (
    chart &&
    drawChart(chart, {
      heading: findingText(speech, indicator),
      measure: `${chart.measure} ${speech.t('data.grey')}`,
      source: `${speech.t('data.source', { publisher: indicator.publisher })}. ${speech.t('data.terms')}: ${terms}`,
      address: `EU STEM Coalition, ${context.origin}${localPath(context.locale, `/data/${indicator.slug}`)}`,
    })
  )
}

/** One indicator: its page, its table, its vintages, and its files. */
export const indicator = new Hono<ServiceEnv<Env>>()
  .get(`/data/${CODE}`, async (c) => {
    const { context } = c.env
    const found = await findIndicator({ db: open(c.env) }, c.req.param('code'), context)
    if (!found) return missing()
    const speech = speechOf(context.locale)
    const { title, definition } = wordsOf(speech, found.indicator)
    const chosen = chosenIn(c.req.url)
    const year = yearIn(c.req.url, found.indicator)
    const isPlain = new URL(c.req.url).search === ''
    const cited = citedNow(speech, found, context)
    const answer = await page(context, {
      title,
      description: `${findingText(speech, found.indicator)}. ${definition}`.trim().slice(0, 300),
      ...frameOf(speech, found.indicator),
      noindex: !isPlain,
      query: new URL(c.req.url).searchParams.toString(),
      jsonLd: [datasetOf(speech, found.indicator, context)],
      main: (
        <IndicatorPage
          speech={speech}
          found={found}
          chosen={chosen}
          year={year}
          apa={apaOf(cited, { set: speech.t('data.cite.set'), data: speech.t('data.cite.data') })}
          bibtex={bibtexOf(cited)}
        />
      ),
    })
    const { id, slug } = found.indicator
    answer.headers.set('link', signpost({ origin: context.origin, id, api: `/api/v1/indicators/${slug}`, bib: null, type: 'Dataset', isOwn: false }))
    return answer
  })
  .get(`/data/${CODE}/table`, async (c) => {
    const { context } = c.env
    const found = await findIndicator({ db: open(c.env) }, c.req.param('code'), context)
    if (!found) return missing()
    const speech = speechOf(context.locale)
    const { title } = wordsOf(speech, found.indicator)
    return page(context, {
      title: speech.t('data.table.title', { title }),
      description: `${title}. ${speech.t('data.table.missing')}`,
      ...frameOf(speech, found.indicator, speech.t('data.table')),
      main: <TablePage speech={speech} indicator={found.indicator} />,
    })
  })
  .get(`/data/${CODE}/vintages`, async (c) => {
    const { context } = c.env
    const url = new URL(c.req.url)
    const number = (name: string) => (/^\d{1,4}$/.test(url.searchParams.get(name) ?? '') ? Number(url.searchParams.get(name)) : undefined)
    const found = await compareVintages({ db: open(c.env) }, c.req.param('code'), { from: number('from'), to: number('to') }, context)
    if (!found) return missing()
    const speech = speechOf(context.locale)
    const { title } = wordsOf(speech, found.indicator)
    return page(context, {
      title: speech.t('data.vintages.title', { title }),
      description: speech.t('data.vintages.lead'),
      ...frameOf(speech, found.indicator, speech.t('data.vintages')),
      query: url.searchParams.toString(),
      noindex: url.search !== '',
      main: <VintagesPage speech={speech} found={found} />,
    })
  })
  .get('/data/:file{[a-z0-9-]+\\.(?:csv|json|jsonstat\\.json|csv-metadata\\.json|svg|png)}', async (c) => {
    const { context } = c.env
    const [, code = '', ending = ''] = /^([a-z0-9-]+)\.(.+)$/.exec(c.req.param('file')) ?? []
    const found = await findIndicator({ db: open(c.env) }, code, context)
    if (!found) return missing()
    const speech = speechOf(context.locale)
    const keeping = { tags: tagsOf(found.indicator) }
    switch (ending) {
      case 'csv': {
        const answer = indicatorCsv(speech, found.indicator, keeping)
        answer.headers.set('link', `<${localPath(context.locale, `/data/${code}.csv-metadata.json`)}>; rel="describedby"; type="application/csvm+json"`)
        return answer
      }
      case 'json':
        return json(ofApi(found.indicator), keeping)
      case 'jsonstat.json':
        return json(jsonStatOf(speech, found.indicator, context), keeping)
      case 'csv-metadata.json':
        return file(JSON.stringify(csvMetadata(speech, found.indicator, context)), 'application/csvm+json', keeping)
    }
    const svg = await chartFile(c, found)
    if (svg === null) return missing()
    if (ending === 'svg') return file(svg, 'image/svg+xml; charset=utf-8', keeping)
    // Loaded by the first who asks: most pages need no drawing engine.
    const { rasterise } = await import('./rasterise.ts')
    return new Response(await rasterise(svg), { headers: { 'content-type': 'image/png', ...kept(keeping) } })
  })
