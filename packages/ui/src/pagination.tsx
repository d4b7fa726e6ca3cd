import type { Speech } from './speech.tsx'

const AROUND = 2

/** Numbers of the pages to show: first, last and those around the current one; 0 stands for a gap. */
export function pagesToShow(current: number, last: number): number[] {
  const shown = new Set([1, last])
  for (let page = current - AROUND; page <= current + AROUND; page++) if (page >= 1 && page <= last) shown.add(page)
  const sorted = [...shown].sort((a, b) => a - b)
  return sorted.flatMap((page, index) => (index > 0 && page - (sorted[index - 1] ?? 0) > 1 ? [0, page] : [page]))
}

/** Links to the pages of a list; `href` gives the address of a page. */
export const Pagination = ({ speech, current, last, href }: { speech: Speech; current: number; last: number; href: (page: number) => string }) =>
  last < 2 ? null : (
    <nav class="pgn" aria-label={speech.t('chrome.pages')}>
      {pagesToShow(current, last).map((page) =>
        page === 0 ? (
          <span aria-hidden="true">…</span>
        ) : (
          <a href={href(page)} aria-current={page === current ? 'page' : undefined} aria-label={speech.t('chrome.page', { page })}>
            {speech.f.number(page)}
          </a>
        ),
      )}
    </nav>
  )
