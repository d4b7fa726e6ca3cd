import { LICENCE } from '@stem/contracts/licence'

type Signposted = { origin: string; id: string; api: string; bib: string | null; type: string; isOwn: boolean }

/**
 * The `Link` header of a record's page (Signposting, level 1): its permanent address, its descriptions for programs, its kind, its terms.
 * `bib`: canonical path of its citation, or null. `type`: name of a class of schema.org.
 * `isOwn`: the thing itself is the coalition's, so that its licence holds for it; what others wrote keeps theirs.
 */
export function signpost({ origin, id, api, bib, type, isOwn }: Signposted): string {
  return [
    `<${origin}/id/${id}>; rel="cite-as"`,
    `<${origin}${api}>; rel="describedby"; type="application/json"`,
    ...(bib === null ? [] : [`<${origin}${bib}>; rel="describedby"; type="application/x-bibtex"`]),
    `<https://schema.org/${type}>; rel="type"`,
    '<https://schema.org/AboutPage>; rel="type"',
    ...(isOwn ? [`<${LICENCE.url}>; rel="license"`] : []),
  ].join(', ')
}
