import { LICENCE } from '@stem/contracts/licence'
import { SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { Quad, Quad_Object, Quad_Subject } from 'n3'
import DataFactory from 'n3/src/N3DataFactory.js'
import { wordsOf } from '../indicators/indicator-words.ts'
import type { CatalogueFacts } from './find-catalogue.ts'
import { LANGUAGE_CODES } from './languages.ts'

const { namedNode, literal, quad } = DataFactory

const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'
const FOAF = 'http://xmlns.com/foaf/0.1/'
const VCARD = 'http://www.w3.org/2006/vcard/ns#'
const XSD = 'http://www.w3.org/2001/XMLSchema#'
const AUTHORITY = 'http://publications.europa.eu/resource/authority/'

/** Prefixes for reading; also the context of JSON-LD. */
export const PREFIXES = {
  dcat: DCAT,
  dct: DCT,
  foaf: FOAF,
  vcard: VCARD,
  xsd: XSD,
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
} as const

const TYPE = namedNode(`${PREFIXES.rdf}type`)
const authority = (table: string, code: string) => namedNode(`${AUTHORITY}${table}/${code}`)
const time = (at: number) => literal(new Date(at).toISOString(), namedNode(`${XSD}dateTime`))
const mediaType = (type: string) => namedNode(`https://www.iana.org/assignments/media-types/${type}`)

type Values = Quad_Object | readonly Quad_Object[] | null
type File = { path: string; file: string; media: string; title: string }
type Dataset = {
  path: string
  title: (locale: ShippedLocale) => string
  description: (locale: ShippedLocale) => string
  updatedAt: number | null
  files: File[]
  /** What it comes from and under which terms, when it is not the coalition's own. */
  others?: { publisher: string; source: string; terms: string | null }
}

const CSV = { file: 'CSV', media: 'text/csv', title: 'CSV' }
const JSON_FILE = { file: 'JSON', media: 'application/json', title: 'JSON' }

function datasetsOf({ lists, indicators }: CatalogueFacts): Dataset[] {
  const speech = Object.fromEntries(SHIPPED.map((locale) => [locale, speechOf(locale)])) as Record<ShippedLocale, ReturnType<typeof speechOf>>
  return [
    ...lists.map(({ name, updatedAt }): Dataset => ({
      path: `/${name}`,
      title: (locale) => speech[locale].t(`list.${name}.title`),
      description: (locale) => speech[locale].t(`list.${name}.description`),
      updatedAt,
      files: [
        { ...CSV, path: `/${name}.csv` },
        { ...JSON_FILE, path: `/${name}.json` },
      ],
    })),
    {
      path: '/members',
      title: (locale) => speech[locale].t('members.title'),
      description: (locale) => speech[locale].t('members.description'),
      updatedAt: null,
      files: [
        { ...CSV, path: '/members.csv' },
        { ...JSON_FILE, path: '/members.json' },
      ],
    },
    ...indicators.map((indicator): Dataset => ({
      path: `/data/${indicator.slug}`,
      title: (locale) => wordsOf(speech[locale], indicator).title,
      description: (locale) => {
        const { title, definition } = wordsOf(speech[locale], indicator)
        return definition || title
      },
      updatedAt: indicator.updatedAt,
      files: [
        { ...CSV, path: `/data/${indicator.slug}.csv` },
        { ...JSON_FILE, path: `/data/${indicator.slug}.json` },
      ],
      others: { publisher: indicator.publisher, source: indicator.sourceUrl, terms: indicator.vintage?.licence ?? null },
    })),
  ]
}

/** The catalogue of the site's data in DCAT-AP 3, by names of the EU's authority tables. `address`: who may be written to. */
export function describeCatalogue(origin: string, facts: CatalogueFacts, address: string): Quad[] {
  const quads: Quad[] = []
  const here = (path: string) => namedNode(origin + path)
  const say = (subject: Quad_Subject, prefix: string, values: Record<string, Values>): void => {
    for (const [name, value] of Object.entries(values))
      for (const one of value === null ? [] : Array.isArray(value) ? (value as Quad_Object[]) : [value as Quad_Object])
        quads.push(quad(subject, namedNode(prefix + name), one))
  }
  const isA = (subject: Quad_Subject, type: string) => quads.push(quad(subject, TYPE, namedNode(type)))
  const inEach = (text: (locale: ShippedLocale) => string) => SHIPPED.map((locale) => literal(text(locale), locale))
  const words = (text: (t: ReturnType<typeof speechOf>['t']) => string) => inEach((locale) => text(speechOf(locale).t))
  const agent = (node: Quad_Subject, name: string) => {
    isA(node, `${FOAF}Agent`)
    say(node, FOAF, { name: literal(name) })
  }

  const [catalogue, publisher, contact, service, licence] = [
    here('/data/catalogue'),
    here('/#organisation'),
    here('/data/catalogue#contact'),
    here('/data/catalogue#api'),
    namedNode(LICENCE.authority),
  ]
  const datasets = datasetsOf(facts)
  const last = Math.max(0, ...datasets.map(({ updatedAt }) => updatedAt ?? 0))
  agent(publisher, 'EU STEM Coalition')
  isA(licence, `${DCT}LicenseDocument`)
  isA(contact, `${VCARD}Organization`)
  say(contact, VCARD, { fn: literal('EU STEM Coalition'), hasEmail: namedNode(`mailto:${address}`) })

  isA(catalogue, `${DCAT}Catalog`)
  say(catalogue, DCT, {
    title: words((t) => t('data.catalogue.title')),
    description: words((t) => t('api.description')),
    publisher,
    license: licence,
    language: SHIPPED.map((locale) => authority('language', LANGUAGE_CODES[locale])),
    modified: last === 0 ? null : time(last),
    spatial: authority('continent', 'EUROPE'),
  })
  say(catalogue, FOAF, { homepage: here('/data') })
  say(catalogue, DCAT, {
    dataset: datasets.map(({ path }) => here(`${path}#dataset`)),
    service,
    themeTaxonomy: namedNode('http://publications.europa.eu/resource/authority/data-theme'),
  })
  isA(here('/data'), `${FOAF}Document`)

  for (const { path, title, description, updatedAt, files, others } of datasets) {
    const dataset = here(`${path}#dataset`)
    isA(dataset, `${DCAT}Dataset`)
    say(dataset, DCT, {
      title: inEach(title),
      description: inEach(description),
      publisher,
      identifier: literal(`${origin}${path}#dataset`),
      modified: updatedAt === null ? null : time(updatedAt),
      accessRights: authority('access-right', 'PUBLIC'),
      accrualPeriodicity: authority('frequency', 'IRREG'),
      spatial: authority('continent', 'EUROPE'),
    })
    say(dataset, DCAT, {
      theme: authority('data-theme', 'EDUC'),
      contactPoint: contact,
      landingPage: here(path),
      distribution: files.map((one) => here(`${one.path}#distribution`)),
    })
    if (others) {
      const source = here(`${path}#source`)
      isA(source, `${DCT}ProvenanceStatement`)
      say(source, 'http://www.w3.org/2000/01/rdf-schema#', { label: literal(`${others.publisher}: ${others.source}`, 'en') })
      say(dataset, DCT, { provenance: source })
    }
    for (const one of files) {
      const distribution = here(`${one.path}#distribution`)
      isA(distribution, `${DCAT}Distribution`)
      say(distribution, DCT, {
        title: literal(one.title, 'en'),
        format: authority('file-type', one.file),
        // Data of others keeps its own terms, said as far as they are on file.
        license: others ? null : licence,
        rights: others ? here(`${path}#terms`) : null,
      })
      say(distribution, DCAT, { accessURL: here(one.path), downloadURL: here(one.path), mediaType: mediaType(one.media), accessService: service })
    }
    if (others) {
      isA(here(`${path}#terms`), `${DCT}RightsStatement`)
      say(here(`${path}#terms`), 'http://www.w3.org/2000/01/rdf-schema#', { label: literal(others.terms ?? `Terms of ${others.publisher}`, 'en') })
    }
  }

  isA(service, `${DCAT}DataService`)
  say(service, DCT, { title: words((t) => t('api.title')), publisher, license: licence, accessRights: authority('access-right', 'PUBLIC') })
  say(service, DCAT, {
    endpointURL: here('/api/v1'),
    endpointDescription: here('/api/v1/openapi.json'),
    servesDataset: datasets.map(({ path }) => here(`${path}#dataset`)),
    contactPoint: contact,
    theme: authority('data-theme', 'EDUC'),
  })
  return quads
}
