import { localPath } from '@stem/i18n/locales'
import type { Speech } from '@stem/ui/speech'
import type { Link, ShownLink } from './link.ts'

/** Where a link leads on the public site. */
export const publicAddress = ({ locale }: Pick<Speech, 'locale'>, { kind, target }: Link): string =>
  kind === 'country' ? localPath(locale, `/countries/${target.toLowerCase()}`) : `/id/${target}`

/** The name of what is linked. */
export const linkName = ({ f }: Speech, { kind, label, target }: Link): string => (kind === 'country' ? f.countryName(target) : label)

/** What a case has to do with, and the way to change it. */
export const LinkFacts = ({ speech, links, manage }: { speech: Speech; links: readonly ShownLink[]; manage: string }) => {
  const { t, f } = speech
  return (
    <section class="st g2" aria-labelledby="links">
      <h2 id="links">{t('links.title')}</h2>
      {links.length > 0 && (
        <dl class="fx">
          {links.map((link) => (
            <div>
              <dt>{t(`links.kind.${link.kind}`)}</dt>
              <dd>
                <a href={publicAddress(speech, link)}>{linkName(speech, link)}</a>
                {link.others > 0 && (
                  <>
                    <br />
                    <span class="s m">{t('links.others', { n: link.others, count: f.number(link.others) })}</span>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        <a href={manage}>{t(links.length === 0 ? 'links.add' : 'links.change')}</a>
      </p>
    </section>
  )
}
