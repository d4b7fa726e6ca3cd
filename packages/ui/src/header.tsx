import { DEFAULT_LOCALE, LOCALES, SHIPPED, localPath, type ShippedLocale } from '@stem/i18n/locales'
import { Icon } from './icon.tsx'
import type { Speech } from './speech.tsx'

/** Parts of the site that have a place in the main navigation. */
export type SectionName = 'members' | 'practices' | 'how-we-work' | 'about' | 'support'
const SECTIONS: Record<SectionName, string> = {
  members: '/members',
  practices: '/practices',
  'how-we-work': '/how-we-work',
  about: '/about',
  support: '/support',
}

/** The working mark: five blue tiles as steps and a yellow one. */
export const Mark = () => (
  <svg class="mk" viewBox="0 0 34 34" aria-hidden="true">
    <path d="M1 23h10v10H1zM12 12h10v10H12zM12 23h10v10H12zM23 12h10v10H23zM23 23h10v10H23z" />
    <path class="y" d="M23.3 1.3h9.4v9.4h-9.4z" />
  </svg>
)

const Links = ({ speech, section, signedIn }: { speech: Speech; section?: SectionName; signedIn: boolean }) => (
  <>
    {(Object.keys(SECTIONS) as SectionName[]).map((name) => (
      <a href={localPath(speech.locale, SECTIONS[name])} aria-current={name === section ? 'page' : undefined}>
        {speech.t(`chrome.nav.${name}`)}
      </a>
    ))}
    <a href={localPath(speech.locale, signedIn ? '/account' : '/sign-in')}>{speech.t(signedIn ? 'chrome.account' : 'chrome.sign-in')}</a>
  </>
)

type HeaderProps = { speech: Speech; path: string; section?: SectionName; translated: readonly string[]; signedIn: boolean }

/** Skip link, mark, navigation, search, languages, the way in. `path`: canonical path with query, without language. */
export const Header = ({ speech, path, section, translated, signedIn }: HeaderProps) => {
  const { t, f, locale } = speech
  const languages: readonly ShippedLocale[] = [DEFAULT_LOCALE, ...SHIPPED.filter((code) => code !== DEFAULT_LOCALE)]
  return (
    <>
      <a class="skip" href="#main">
        {t('chrome.skip')}
      </a>
      <header class="hd">
        <div class="w">
          <a class="logo" href={localPath(locale, '/')}>
            <Mark />
            <span>EU STEM Coalition</span>
          </a>
          <nav class="nav" aria-label={t('chrome.nav')}>
            <Links speech={speech} section={section} signedIn={signedIn} />
          </nav>
          <a class="ib" href={localPath(locale, '/search')}>
            <Icon name="search" />
            <span class="vh">{t('chrome.search')}</span>
          </a>
          <button class="ib" type="button" popovertarget="lang">
            <Icon name="globe" />
            <span aria-hidden="true">{locale.toUpperCase()}</span>
            <span class="vh">{t('chrome.language.change', { language: f.languageName(locale) })}</span>
          </button>
          <button class="ib menu" type="button" popovertarget="menu">
            {t('chrome.menu')}
          </button>
        </div>
      </header>
      <div id="menu" popover="auto">
        <nav class="nav" aria-label={t('chrome.menu')}>
          <Links speech={speech} section={section} signedIn={signedIn} />
        </nav>
      </div>
      <div id="lang" popover="auto">
        <nav aria-label={t('chrome.language')}>
          <ul class="lg">
            {languages.map((code) => (
              <li>
                <a
                  href={localPath(code, path)}
                  lang={code}
                  hreflang={translated.includes(code) ? code : undefined}
                  aria-current={code === locale ? 'true' : undefined}
                >
                  {LOCALES[code]}
                </a>
              </li>
            ))}
          </ul>
          <p class="s">
            <a href={localPath(locale, '/languages')}>{t('chrome.language.about')}</a>
          </p>
        </nav>
      </div>
    </>
  )
}
