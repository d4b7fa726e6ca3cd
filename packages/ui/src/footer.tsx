import { localPath } from '@stem/i18n/locales'
import type { Key } from '@stem/i18n/translate'
import { Mark } from './header.tsx'
import type { Speech } from './speech.tsx'

const GROUPS: { title: Key; links: [Key, string][] }[] = [
  {
    title: 'chrome.footer.coalition',
    links: [
      ['chrome.nav.about', '/about'],
      ['chrome.nav.members', '/members'],
      ['chrome.nav.how-we-work', '/how-we-work'],
      ['chrome.footer.contact', '/contact'],
    ],
  },
  {
    title: 'chrome.footer.use',
    links: [
      ['knowledge.title', '/knowledge'],
      ['chrome.footer.practices', '/practices'],
      ['chrome.footer.api', '/api/v1'],
      ['chrome.nav.support', '/support'],
      ['chrome.footer.newsletter', '/newsletter'],
    ],
  },
  {
    title: 'chrome.footer.site',
    links: [
      ['chrome.footer.accessibility', '/accessibility'],
      ['chrome.footer.privacy', '/privacy'],
      ['chrome.footer.languages', '/languages'],
    ],
  },
]
const THEMES = ['system', 'light', 'dark'] as const

/** Foot of every page, with the choice of theme. `path`: where the choice returns to. */
export const Footer = ({ speech, path }: { speech: Speech; path: string }) => {
  const { t, locale } = speech
  return (
    <footer class="ft">
      <div class="w st g6">
        <div class="fg">
          <div class="st">
            <a class="logo" href={localPath(locale, '/')}>
              <Mark />
              <span>EU STEM Coalition</span>
            </a>
            <p>{t('chrome.footer.who')}</p>
          </div>
          {GROUPS.map(({ title, links }, index) => (
            <nav aria-labelledby={`f${index}`}>
              <h2 id={`f${index}`}>{t(title)}</h2>
              <ul class="fl">
                {links.map(([label, target]) => (
                  <li>
                    <a href={localPath(locale, target)}>{t(label)}</a>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
        </div>
        <hr />
        <div class="cl">
          <p>{t('chrome.footer.launched')}</p>
          <form class="end" method="post" action="/preferences/theme">
            <input type="hidden" name="return" value={localPath(locale, path)} />
            <fieldset class="th">
              <legend class="vh">{t('chrome.theme')}</legend>
              {THEMES.map((theme) => (
                <button name="theme" value={theme} aria-pressed={theme === 'system' ? 'true' : 'false'}>
                  {t(`chrome.theme.${theme}`)}
                </button>
              ))}
            </fieldset>
          </form>
        </div>
      </div>
    </footer>
  )
}
