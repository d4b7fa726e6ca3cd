import { localPath } from '@stem/i18n/locales'
import type { Speech } from './speech.tsx'

/** One step of the way to a page; the last one, the page itself, has no `path`. */
export type Crumb = { label: string; path?: string; lang?: string }

/** The way to the page. */
export const Breadcrumb = ({ speech, crumbs }: { speech: Speech; crumbs: Crumb[] }) => (
  <nav class="bc" aria-label={speech.t('chrome.breadcrumb')}>
    <ol>
      <li>
        <a href={localPath(speech.locale, '/')}>{speech.t('chrome.home')}</a>
      </li>
      {crumbs.map(({ label, path, lang }) =>
        path === undefined ? (
          <li aria-current="page" lang={lang}>
            {label}
          </li>
        ) : (
          <li>
            <a href={localPath(speech.locale, path)} lang={lang}>
              {label}
            </a>
          </li>
        ),
      )}
    </ol>
  </nav>
)
