import { indicatorSchema, snapshotSchema, vintagesSchema } from '@stem/contracts/api-indicators'
import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import type { ApiParameter, ApiRoute } from './api-route.ts'

const schemaOf = (schema: v.GenericSchema): object => toJsonSchema(schema)
const text: object = { type: 'string' }
const number: object = { type: 'integer', minimum: 1, maximum: 9999 }
const code: ApiParameter = { name: 'code', description: 'Last part of its address, e.g. stem-tertiary-graduates-per-1000', schema: text }

/** Addresses of the API on indicators, their vintages and snapshots. */
export const indicatorApi: ApiRoute[] = [
  {
    path: '/api/v1/indicators',
    summary: 'All indicators with their values by country',
    tag: 'Indicators',
    query: [],
    response: schemaOf(v.strictObject({ data: v.array(indicatorSchema) })),
  },
  { path: '/api/v1/indicators/{code}', summary: 'One indicator', tag: 'Indicators', query: [], parameters: [code], response: schemaOf(indicatorSchema) },
  {
    path: '/api/v1/indicators/{code}/vintages',
    summary: 'What the source said of an indicator at different times, and how two of these vintages differ',
    tag: 'Indicators',
    query: [
      { name: 'from', description: 'Number of the earlier vintage; the second newest without it', schema: number },
      { name: 'to', description: 'Number of the later vintage; the newest without it', schema: number },
    ],
    parameters: [code],
    response: schemaOf(vintagesSchema),
  },
  {
    path: '/api/v1/snapshots/{id}',
    summary: 'Values that somebody cites, as they stood when they were pinned',
    tag: 'Indicators',
    query: [],
    parameters: [{ name: 'id', description: 'Id of the snapshot, e.g. snp_ and 26 characters', schema: text }],
    response: schemaOf(snapshotSchema),
  },
]
