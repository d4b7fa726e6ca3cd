import { LIST_NAMES } from '@stem/contracts/lists'
import { LICENCE } from '@stem/contracts/licence'
import { localPath } from '@stem/i18n/locales'
import type { Speech } from '@stem/ui/speech'

const FILES = [
  ['csv', 'CSV'],
  ['json', 'JSON'],
] as const

/** Everything public as files, with the terms under which it may be used. */
export const DownloadPage = ({ speech }: { speech: Speech }) => {
  const { t, locale } = speech
  const lists = [...LIST_NAMES.map((name) => [name, t(`list.${name}.title`)] as const), ['members', t('members.title')] as const]
  const [before = '', after = ''] = t('data.download.own', { licence: '\n' }).split('\n')
  return (
    <div class="w top st g6">
      <div class="st g2 n">
        <h1>{t('data.download.title')}</h1>
        <p class="lead">{t('data.download.lead')}</p>
        <p>
          {before}
          <a href={LICENCE.url} rel="license">
            {LICENCE.name}
          </a>
          {after}
        </p>
        <p class="m">{t('data.download.others')}</p>
        <p>
          <a class="b" href="/data/everything.ndjson" download>
            {t('data.download.all')}
          </a>
        </p>
      </div>
      <div class="sx" tabindex={0} role="region" aria-label={t('data.download.files')}>
        <table class="tb">
          <thead>
            <tr>
              <th scope="col">{t('data.download.list')}</th>
              <th scope="col">{t('data.download.files')}</th>
            </tr>
          </thead>
          <tbody>
            {lists.map(([name, title]) => (
              <tr>
                <th scope="row">
                  <a href={localPath(locale, `/${name}`)}>{title}</a>
                </th>
                <td>
                  <span class="cl">
                    {FILES.map(([extension, label]) => (
                      <a href={localPath(locale, `/${name}.${extension}`)} aria-label={`${label}: ${title}`}>
                        {label}
                      </a>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <section class="st" aria-labelledby="machines">
        <h2 id="machines">{t('data.catalogue.machines')}</h2>
        <ul class="st g1">
          <li>
            <a href="/data/catalogue.ttl">{t('data.catalogue.dcat', { format: 'Turtle' })}</a>
          </li>
          <li>
            <a href="/data/catalogue.jsonld">{t('data.catalogue.dcat', { format: 'JSON-LD' })}</a>
          </li>
          <li>
            <a href="/oai?verb=Identify">{t('data.catalogue.oai')}</a>
          </li>
        </ul>
      </section>
    </div>
  )
}
