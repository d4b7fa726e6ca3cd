import { speechOf } from '@stem/ui/speech'
import { fingerprint } from '@stem/jobs/ids'
import type { ShippedLocale } from '@stem/i18n/locales'
import { withNotice } from './visitor-wishes.ts'

/** What stands beside a copy: when it was made, how it was sent, what it shows. */
type CopyFacts = { at: number; policy: string; etag: string; tags: string[] }

const DAY = 24 * 60 * 60
const KEPT = 30 * DAY
const QUERY_KEPT = DAY
const MOST_TAGS = 24
const keyOf = async (path: string): Promise<string> => `page:${path.length < 400 ? path : await fingerprint(path)}`
const goneKey = (tag: string): string => `gone:${tag}`

// What this isolate has written lately: an unchanged page is not written again.
const written = new Map<string, string>()
const MOST_WRITTEN = 5000

/** Keeps a copy of a good page for the day its service cannot answer. `path`: with language and query. */
export async function rememberGood(
  store: KVNamespace,
  path: string,
  page: { html: string; policy: string; etag: string; tags: readonly string[] },
  now: number,
): Promise<void> {
  if (written.get(path) === page.etag) return
  const metadata: CopyFacts = { at: now, policy: page.policy, etag: page.etag, tags: page.tags.slice(0, MOST_TAGS) }
  if (JSON.stringify(metadata).length > 1000) return
  await store.put(await keyOf(path), page.html, { metadata, expirationTtl: path.includes('?') ? QUERY_KEPT : KEPT })
  if (written.size >= MOST_WRITTEN) written.clear()
  written.set(path, page.etag)
}

/** Notes that something was taken out of public: copies that show it and are older are not shown again. */
export async function forgetGood(store: KVNamespace, tags: readonly string[], now: number): Promise<void> {
  written.clear()
  await Promise.all(tags.map((tag) => store.put(goneKey(tag), String(now), { expirationTtl: KEPT })))
}

/** The last good copy of a page with a notice of its age, or null when there is none that may be shown. */
export async function lastGood(store: KVNamespace, path: string, locale: ShippedLocale): Promise<Response | null> {
  const { value, metadata } = await store.getWithMetadata<CopyFacts>(await keyOf(path), 'text')
  if (value === null || metadata === null) return null
  const gone = await Promise.all(metadata.tags.map((tag) => store.get(goneKey(tag))))
  if (gone.some((at) => at !== null && Number(at) >= metadata.at)) return null
  const { t, f } = speechOf(locale)
  const html = withNotice(value, `<p class="s">${t('chrome.as-of', { time: f.dateTime(metadata.at) })}</p>`)
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      'content-security-policy': metadata.policy,
      'cache-control': 'no-store',
      'x-copy-of': new Date(metadata.at).toISOString(),
    },
  })
}
