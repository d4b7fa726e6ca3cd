/** The context of somebody who is not signed in and asks for `path`; the shape of `RequestContext` of the contracts. */
export const visitor = <Locale extends string = 'en'>(path: string, over: { locale?: Locale; now?: number } = {}) => ({
  who: null,
  client: { network: '192.0.2.1', agent: 'test', lapsed: false },
  locale: over.locale ?? ('en' as Locale),
  requestId: '01test00000000000000000000',
  origin: 'https://stem.example',
  path,
  now: over.now ?? Date.UTC(2026, 10, 24),
})
