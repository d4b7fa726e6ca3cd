import type { System } from '@stem/infra/start/system'

const locationsIn = async ({ origin }: System, path: string): Promise<string[]> =>
  [...(await (await fetch(origin + path)).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => (url ?? '').replace(origin, '').replaceAll('&amp;', '&'))

/** The files of the sitemap and every address in them. */
export async function mapped(system: System): Promise<{ files: string[]; addresses: string[] }> {
  const files = await locationsIn(system, '/sitemap.xml')
  return { files, addresses: (await Promise.all(files.map((file) => locationsIn(system, file)))).flat() }
}
