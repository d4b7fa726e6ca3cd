import type { RequestContext } from '@stem/contracts/context'
import type { ListName } from '@stem/contracts/lists'
import { localPath } from '@stem/i18n/locales'
import { tagsOfList } from '../listing/list-tags.ts'
import type { RecordLookup } from './find-record.ts'

/** The answer where no record stands: 308 to where it went, 410 when it was withdrawn, else 404; tagged, so that publishing brings it up at once. */
export function answerMissing({ locale }: Pick<RequestContext, 'locale'>, name: ListName, lookup: Exclude<RecordLookup, { found: 'record' }>): Response {
  const tags = tagsOfList(name).join(',')
  if (lookup.found === 'moved') {
    return new Response(null, { status: 308, headers: { location: localPath(locale, lookup.path), 'cache-control': 'public, max-age=60', 'cache-tag': tags } })
  }
  return new Response(null, {
    status: lookup.found === 'withdrawn' ? 410 : 404,
    headers: { 'cache-control': 'public, max-age=60, stale-while-revalidate=600', 'cache-tag': tags },
  })
}
