import { describe, expect, it } from 'vitest'
import { PageStore, type KeptPage } from './page-store.ts'

const page = (text: string, tags: string[] = [], freshUntil = 100, staleUntil = 200): KeptPage => ({
  status: 200,
  headers: [],
  bytes: new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>,
  etag: `W/"${text}"`,
  tags,
  freshUntil,
  staleUntil,
})
const text = (kept: { page: KeptPage } | null) => kept && new TextDecoder().decode(kept.page.bytes)

describe('the page store', () => {
  it('shows a page fresh, then stale, then not at all', () => {
    const store = new PageStore()
    store.put('/a', page('a'), store.begin())
    expect(store.get('/a', 99)).toMatchObject({ fresh: true })
    expect(store.get('/a', 100)).toMatchObject({ fresh: false })
    expect(store.get('/a', 200)).toBeNull()
    expect(store.get('/a', 50)).toBeNull()
  })

  it('lets one visitor alone make the new version', () => {
    const store = new PageStore()
    store.put('/a', page('a'), store.begin())
    expect([store.claimRefresh('/a'), store.claimRefresh('/a')]).toEqual([true, false])
    store.releaseRefresh('/a')
    expect(store.claimRefresh('/a')).toBe(true)
  })

  it('forgets by tag, and only what carries it', () => {
    const store = new PageStore()
    store.put('/a', page('a', ['itm_1', 'list-practice']), store.begin())
    store.put('/b', page('b', ['itm_2']), store.begin())
    store.purge(['itm_1'])
    expect([text(store.get('/a', 1)), text(store.get('/b', 1))]).toEqual([null, 'b'])
  })

  it('does not keep a page that was begun before its purge', () => {
    const store = new PageStore()
    const begun = store.begin()
    store.purge(['itm_1'])
    store.put('/a', page('old', ['itm_1']), begun)
    expect(store.get('/a', 1)).toBeNull()
    store.put('/a', page('new', ['itm_1']), store.begin())
    expect(text(store.get('/a', 1))).toBe('new')
  })

  it('forgets variants together with the page', () => {
    const store = new PageStore()
    store.put('/a', page('a', ['t']), store.begin())
    store.variant('/a', 'dark', () => page('a dark'))
    store.purge(['t'])
    expect(store.variant('/a', 'dark', () => page('never'))).toBeNull()
  })

  it('never holds more than its limit', () => {
    const store = new PageStore()
    for (let index = 0; index < 4100; index++) store.put(`/${index}`, page(String(index)), store.begin())
    expect(store.get('/0', 1)).toBeNull()
    expect(text(store.get('/4099', 1))).toBe('4099')
  })
})
