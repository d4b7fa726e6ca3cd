/** A public answer as it is kept. `headers` hold everything but what depends on the visitor. */
export type KeptPage = {
  status: number
  headers: [string, string][]
  bytes: Uint8Array<ArrayBuffer>
  etag: string
  tags: readonly string[]
  /** Epoch milliseconds until which it is fresh, and until which it may be shown while a new one is made. */
  freshUntil: number
  staleUntil: number
}

type Entry = { page: KeptPage; variants: Map<string, KeptPage>; refreshing: boolean }

const MOST_PAGES = 4000
const MOST_BYTES = 48 * 1024 * 1024
const MOST_PURGES = 10_000

/**
 * Public answers in the memory of this isolate, with stale-while-revalidate and purge by tag: what the platform's cache
 * does where it exists. Holds at most 4,000 answers and 48 MiB; the oldest go first.
 */
export class PageStore {
  #entries = new Map<string, Entry>()
  #purged = new Map<string, number>()
  #bytes = 0
  #clock = 1
  // Answers begun before this moment are not kept: what was purged before it is forgotten.
  #floor = 0

  /** The answer for `key` when it may still be shown. */
  get(key: string, now: number): { page: KeptPage; fresh: boolean } | null {
    const entry = this.#entries.get(key)
    if (!entry) return null
    if (entry.page.staleUntil <= now) {
      this.#remove(key, entry)
      return null
    }
    return { page: entry.page, fresh: entry.page.freshUntil > now }
  }

  /** `page` as a visitor with other wishes sees it; made once. */
  variant(key: string, wish: string, make: (page: KeptPage) => KeptPage): KeptPage | null {
    const entry = this.#entries.get(key)
    if (!entry) return null
    const known = entry.variants.get(wish)
    if (known) return known
    const made = make(entry.page)
    entry.variants.set(wish, made)
    return made
  }

  /** True for the one caller who should make a new version of a stale answer. */
  claimRefresh(key: string): boolean {
    const entry = this.#entries.get(key)
    if (!entry || entry.refreshing) return false
    entry.refreshing = true
    return true
  }

  /** Gives the claim back when the refresh failed. */
  releaseRefresh(key: string): void {
    const entry = this.#entries.get(key)
    if (entry) entry.refreshing = false
  }

  /** Moment to name in `put`: take it before the answer is made. */
  begin(): number {
    return this.#clock++
  }

  /** Keeps an answer, unless something on it changed since `begun`. */
  put(key: string, page: KeptPage, begun: number): void {
    if (begun < this.#floor || page.tags.some((tag) => (this.#purged.get(tag) ?? 0) > begun)) return
    const before = this.#entries.get(key)
    if (before) this.#remove(key, before)
    this.#entries.set(key, { page, variants: new Map(), refreshing: false })
    this.#bytes += page.bytes.length
    for (const [oldest, entry] of this.#entries) {
      if (this.#entries.size <= MOST_PAGES && this.#bytes <= MOST_BYTES) break
      this.#remove(oldest, entry)
    }
  }

  /** Forgets every answer that carries one of `tags`. */
  purge(tags: readonly string[]): void {
    const wanted = new Set(tags)
    const moment = this.#clock++
    if (this.#purged.size > MOST_PURGES) {
      this.#purged.clear()
      this.#floor = moment
    }
    for (const tag of wanted) this.#purged.set(tag, moment)
    for (const [key, entry] of this.#entries) if (entry.page.tags.some((tag) => wanted.has(tag))) this.#remove(key, entry)
  }

  #remove(key: string, entry: Entry): void {
    this.#entries.delete(key)
    this.#bytes -= entry.page.bytes.length
  }
}
