import { figuresSchema } from '@stem/contracts/api-figures'
import { toJsonSchema } from '@valibot/to-json-schema'
import type { ApiRoute } from './api-route.ts'

/** Addresses of the API that the contact-form service answers to everybody. */
export const supportApi: ApiRoute[] = [
  {
    path: '/api/v1/support-figures',
    summary: 'How many ask for support, and how fast they are answered',
    tag: 'Support',
    query: [],
    response: toJsonSchema(figuresSchema),
    alternates: ['/support/figures.csv'],
  },
]
