import type { RequestContext } from '@stem/contracts/context'
import { localPath } from '@stem/i18n/locales'
import type { Translate } from '@stem/i18n/translate'

const LONGEST_NAME = 16
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

/** How a browser or another program asks the search (OpenSearch 1.1). */
export function openSearchDescription({ origin, locale }: Pick<RequestContext, 'origin' | 'locale'>, t: Translate): string {
  const at = (path: string) => escape(`${origin}${path}`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>${escape('EU STEM Coalition'.slice(0, LONGEST_NAME))}</ShortName><LongName>EU STEM Coalition</LongName><Description>${escape(t('search.field'))}</Description><Language>${locale}</Language><InputEncoding>UTF-8</InputEncoding><OutputEncoding>UTF-8</OutputEncoding><Url type="text/html" template="${at(localPath(locale, '/search'))}?q={searchTerms}"/><Url type="application/json" template="${at('/api/v1/search')}?q={searchTerms}"/><Url type="application/opensearchdescription+xml" rel="self" template="${at(localPath(locale, '/opensearch.xml'))}"/></OpenSearchDescription>
`
}
