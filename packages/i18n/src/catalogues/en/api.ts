/** The reference of the API. */
export const api = {
  'api.title': 'Open data and API',
  'api.description':
    'Take the practices, organisations and indicators of the EU STEM Coalition into your own tools: files, feeds and a JSON API without a key.',
  'api.lead':
    'Everything that is public on this site can be read by programs, free of charge and without a key. The same query gives the page, the file and the feed.',
  'api.files': 'Files and feeds',
  'api.files.text': 'Add .csv, .json or .atom to the address of a list; its filters stay.',
  'api.document': 'OpenAPI 3.1 document',
  'api.rules': 'How it works',
  'api.rules.paging': 'Lists come in pages. Take the value of next as cursor for the page that follows; null means that there is no more.',
  'api.rules.errors':
    'A refusal is application/problem+json (RFC 9457) with a code, a reason and the fields that are wrong. An unknown parameter is refused, so a misspelt filter is never ignored.',
  'api.rules.cache': 'Each answer has an ETag: send it back as If-None-Match and you get 304 without a body when nothing has changed.',
  'api.rules.limits': 'At most 600 answers a minute for one network. Beyond that you get 429 with Retry-After.',
  'api.rules.language': 'The API answers in the language of the record and names it. Programs on other sites may read it (CORS) with GET.',
  'api.routes': 'Addresses',
  'api.parameter': 'Parameter',
  'api.meaning': 'Meaning',
  'api.values': 'Values',
  'api.many': 'can be repeated',
  'api.try': 'Open',
  'api.english': 'The descriptions of the addresses are in English.',
} as const
