import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ADDRESSES } from '@stem/contracts/addresses'
import { canonicalOf } from './canonical.ts'

const of = (address: string) => canonicalOf(new URL(`https://stem.example${address}`))

describe('the canonical address', () => {
  it.each([
    ['/Members', '/members'],
    ['/members/', '/members'],
    ['//members///', '/members'],
    ['/en/members', '/members'],
    ['/EN', '/'],
    ['/FR/Members/', '/fr/members'],
    ['/countries/DK', '/countries/dk'],
    ['/practices?q=', '/practices'],
    ['/practices?utm_source=x&country=DK', '/practices?country=DK'],
    ['/practices?topic=gender&country=NL&country=DK&country=DK', '/practices?country=DK&country=NL&topic=gender'],
    ['/practices?q=%20robots%20', '/practices?q=robots'],
    ['/practices/Caf%C3%A9', '/practices/caf%C3%A9'],
    ['/practices/cafe%CC%81', '/practices/caf%C3%A9'],
    ['/about?x=1#top', '/about'],
  ])('of %s is %s', (given, wanted) => {
    expect(of(given)).toEqual({ kind: 'moved', to: wanted })
  })

  it.each(['/', '/fr', '/el/practices?country=DK', '/practices?country=DK&q=a+b', '/api/v1/practices?limit=2&anything=goes', '/assets/text-Latin.abc.woff2'])(
    '%s is canonical',
    (address) => {
      expect(of(address).kind).toBe('here')
    },
  )

  it.each([
    '/%25',
    '/practices/%2e%2e%2fsecret',
    '/a%2fb',
    '/members%00',
    '/a%5cb',
    '/%E0%A4%A',
    '/fr/healthz',
    '/fr/id/x',
    '/mt/members',
    '/console/x',
    '/practices/a/b',
  ])('%s is nowhere', (address) => {
    expect(of(address).kind).toBe('unknown')
  })

  it('is reached in one step from any address, stays on this site, and keeps the language', () => {
    const segment = fc.constantFrom('fr', 'EL', 'en', '', 'Members', 'practices', 'COUNTRIES', 'dk', 'é', 'e\u0301', '%41', 'x y', '\\', '..')
    const parameter = fc.tuple(fc.constantFrom('country', 'q', 'page', 'x', 'topic'), fc.constantFrom('DK', ' a ', '', 'é', '&', '+'))
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), fc.array(parameter, { maxLength: 5 }), (segments, parameters) => {
        const search = new URLSearchParams(parameters).toString()
        const first = of(`/${segments.join('/')}${search === '' ? '' : `?${search}`}`)
        if (first.kind !== 'moved') return
        expect(first.to).toMatch(/^\/(?!\/)/)
        const second = of(first.to)
        expect(second.kind, first.to).toBe('here')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the map of the site', () => {
  it('names each address once', () => {
    const paths = ADDRESSES.map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
  })

  it.each([
    '/',
    '/about',
    '/how-we-work',
    '/members',
    '/members/x',
    '/countries/dk',
    '/practices',
    '/practices/x',
    '/accessibility',
    '/privacy',
    '/languages',
    '/search',
    '/publications',
    '/news',
    '/events',
    '/taskforces',
    '/working-groups',
    '/roundtables',
    '/policy-briefings',
    '/policy',
    '/data',
    '/newsletter',
    '/newsletter/archive',
    '/support',
    '/support/figures',
    '/support/request',
    '/contact',
    '/sign-in',
    '/account',
    '/my-organisation',
    '/console',
    '/api/v1',
    '/id/x',
  ])('knows %s', (path) => {
    expect(of(path).kind).toBe('here')
  })
})
