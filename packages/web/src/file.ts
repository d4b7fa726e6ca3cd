/** How a public file may be kept. `tags`: ids by which a change takes it out of the caches. */
export type Keeping = { tags: string[]; /** Seconds; 60 without it. */ maxAge?: number }

/** Headers of a public answer that caches may keep. */
export const kept = ({ tags, maxAge = 60 }: Keeping): Record<string, string> => ({
  'cache-control': `public, max-age=${maxAge}, stale-while-revalidate=600`,
  'cache-tag': tags.join(','),
})

/** A public answer of a given type. `filename`: offered for saving under this name (ASCII). */
export function file(body: string, type: string, keeping: Keeping & { filename?: string }): Response {
  const headers = new Headers({ 'content-type': type, ...kept(keeping) })
  if (keeping.filename !== undefined) headers.set('content-disposition', `attachment; filename="${keeping.filename}"`)
  return new Response(body, { headers })
}

/** Public JSON. */
export const json = (data: unknown, keeping: Keeping): Response => file(JSON.stringify(data), 'application/json; charset=utf-8', keeping)
