import { env } from 'cloudflare:workers'
import { filesOf, LIST_NAMES, LISTS, type ListFace, type ListName } from '@stem/contracts/lists'
import { visitor } from '@stem/test-kit/visitor'
import { app } from '../app.ts'
import { practiceItem } from './samples.ts'
import type { Item } from '../publish/save-item.ts'
import { DB } from './database.ts'

/** What the service answers to a visitor. */
export const ask = (path: string, locale: 'en' | 'fr' | 'el' = 'en', db = DB, now?: number): Response | Promise<Response> =>
  app.fetch(new Request(`https://stem.example${path}`), { ...(env as object), DB: db, context: visitor(path.split('?')[0] ?? '/', { locale, now }) } as never)

const filesOfList = (name: ListName): string[] => {
  const list: ListFace = LISTS[name]
  return filesOf(list)
}

/** Every face of a list: page, files, feeds, API. */
export const facesOf = (name: ListName): string[] => [`/${name}`, ...filesOfList(name).map((extension) => `/${name}.${extension}`), `/api/v1/${name}`]

/** Every face of one record of a list. */
export const recordFacesOf = (name: ListName, slug: string): string[] => {
  const list: ListFace = LISTS[name]
  return [`/${name}/${slug}`, `/api/v1/${name}/${slug}`, ...(list.cited ? [`/${name}/${slug}.bib`] : []), ...(list.calendar ? [`/${name}/${slug}.ics`] : [])]
}

/** Every list with each of its types. */
export const TYPES: [ListName, Item['type']][] = LIST_NAMES.flatMap((name) => LISTS[name].types.map((type): [ListName, string] => [name, type]))

/** A published item of any listed type, with everything that types have of their own. */
export const listedItem = (type: string, over: Partial<Item> = {}): Item =>
  practiceItem({
    type,
    date: type === 'event' ? '2024-05-06' : '2024-05',
    terms: {
      publication: ['reports-and-studies'],
      country: ['DK'],
      topic: ['gender'],
      level: ['primary'],
      form: ['programme'],
      target: ['girls'],
      status: ['ongoing'],
    },
    fields: {
      organisation: null,
      startYear: 2024,
      url: 'https://example.org/thing',
      publisher: 'Astra',
      issuer: 'European Commission',
      programme: 'Erasmus+ KA2',
      reference: '2024-1',
      ...(type === 'event' ? { start: '2024-05-06', end: '2024-05-07' } : { start: '2024-05', end: '2025' }),
      ...(type === 'adoption' ? { from: 'NL', practice: null, status: 'confirmed', changed: null, result: null } : {}),
    },
    ...over,
  })
