/** The reference of the API. */
export const api = {
  'api.title': 'Open data and API',
  'api.description':
    'Take the practices, organisations, indicators and newsletter of the EU STEM Coalition into your own tools: files, feeds and a JSON API without a key.',
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
  'api.more': 'Changing and private addresses',
  'api.more.text':
    'They change something, or answer only to an organisation’s key, to the token of a link in a newsletter mail, or to a signed-in member of the secretariat. The document says which. Subscribing follows the rules of the form: the reader sees the consent text first and presses the button in the mail, and the answer is the same for every address.',
  'api.webhooks': 'Webhooks',
  'api.webhooks.text':
    'Programs that the secretariat adds are told when something happens: ids, states and numbers, signed as the Standard Webhooks say, never anything about a person.',
  'api.parameter': 'Parameter',
  'api.meaning': 'Meaning',
  'api.values': 'Values',
  'api.many': 'can be repeated',
  'api.try': 'Open',
  'api.english': 'The descriptions of the addresses are in English.',
} as const
