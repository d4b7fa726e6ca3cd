import { LIST_FILES, LIST_NAMES } from '@stem/contracts/lists'
import { localPath } from '@stem/i18n/locales'
import { Notice } from '@stem/ui/notice'
import { ReportSection } from '@stem/ui/row-list'
import { speechOf, type Speech } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { json } from '@stem/web/file'
import { page } from '@stem/web/page'
import { Hono } from 'hono'
import type { Env } from '../env.ts'
import type { ApiParameter, ApiRoute } from './api-route.ts'
import { API_ROUTES, openApiDocument, OPERATIONS } from './openapi.ts'
import { WEBHOOKS } from './webhooks.ts'

const DAY = 24 * 60 * 60
const DOCUMENT = '/api/v1/openapi.json'
const RULES = ['paging', 'errors', 'cache', 'limits', 'language'] as const
const FILES = [
  ...LIST_NAMES.flatMap((name) => LIST_FILES.map((extension) => `/${name}.${extension}`)),
  '/members.csv',
  '/members.json',
  '/support/figures.csv',
  '/newsletter/archive.atom',
  '/newsletter/archive.json',
]

/** What a value may be, in a word. */
function valuesOf({ schema }: ApiParameter): string {
  const { items, ...own } = schema as { items?: object }
  const { enum: choices, type, minimum, maximum } = { ...own, ...items } as { enum?: string[]; type?: string; minimum?: number; maximum?: number }
  if (choices) return choices.join(', ')
  return minimum === undefined ? (type ?? '') : `${minimum}–${maximum}`
}

const Route = ({ speech: { t }, route }: { speech: Speech; route: ApiRoute }) => (
  <section class="st g2">
    <h3>
      <code>{route.path}</code>
    </h3>
    <p lang="en">{route.summary}</p>
    {route.query.length > 0 && (
      <div class="sx" tabindex={0} role="region" aria-label={`${route.path}: ${t('api.parameter')}`}>
        <table class="tb">
          <thead>
            <tr>
              <th scope="col">{t('api.parameter')}</th>
              <th scope="col">{t('api.meaning')}</th>
              <th scope="col">{t('api.values')}</th>
            </tr>
          </thead>
          <tbody>
            {route.query.map((parameter) => (
              <tr>
                <th scope="row">
                  <code>{parameter.name}</code>
                </th>
                <td lang="en">{parameter.description}</td>
                <td>
                  {valuesOf(parameter)}
                  {parameter.many && ` (${t('api.many')})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
    {!route.path.includes('{') && (
      <p class="s">
        <a href={route.path}>
          {t('api.try')} {route.path}
        </a>
      </p>
    )}
  </section>
)

/** Addresses that need more than a look, by what is asked of them; how is said in the document. */
const More = () => (
  <ul class="st g2 n">
    {Object.entries(OPERATIONS).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { summary }]) => (
        <li>
          <code>
            {method.toUpperCase()} {path}
          </code>
          <p class="s" lang="en">
            {summary}
          </p>
        </li>
      )),
    )}
  </ul>
)

const ReferencePage = ({ speech }: { speech: Speech }) => {
  const { t, locale } = speech
  return (
    <>
      <div class="w top st g5">
        <div class="st g2">
          <h1>{t('api.title')}</h1>
          <p class="lead">{t('api.lead')}</p>
        </div>
        <p class="cl">
          <a class="b q" href={DOCUMENT}>
            {t('api.document')}
          </a>
          <a href={localPath(locale, '/data/download')}>{t('data.download.link')}</a>
        </p>
      </div>
      <ReportSection id="files" title={t('api.files')} side={<p class="m">{t('api.files.text')}</p>}>
        <ul class="lg">
          {FILES.map((path) => (
            <li>
              <a href={localPath(locale, path)}>
                <code>{localPath(locale, path)}</code>
              </a>
            </li>
          ))}
        </ul>
      </ReportSection>
      <ReportSection id="rules" title={t('api.rules')}>
        <ul class="st g2 n">
          {RULES.map((rule) => (
            <li>{t(`api.rules.${rule}`)}</li>
          ))}
        </ul>
      </ReportSection>
      <ReportSection id="routes" title={t('api.routes')}>
        <div class="st g6">
          {locale !== 'en' && (
            <Notice tone="tn">
              <p class="s">{t('api.english')}</p>
            </Notice>
          )}
          {API_ROUTES.map((route) => (
            <Route speech={speech} route={route} />
          ))}
        </div>
      </ReportSection>
      <ReportSection id="more" title={t('api.more')} side={<p class="m">{t('api.more.text')}</p>}>
        <More />
      </ReportSection>
      <ReportSection id="webhooks" title={t('api.webhooks')} side={<p class="m">{t('api.webhooks.text')}</p>}>
        <ul class="st g1">
          {Object.keys(WEBHOOKS).map((type) => (
            <li>
              <code>{type}</code>
            </li>
          ))}
        </ul>
      </ReportSection>
    </>
  )
}

/** The readable reference of the API and its OpenAPI document. */
export const apiReference = new Hono<ServiceEnv<Env>>()
  .get('/api/v1', (c) => {
    const { context } = c.env
    const speech = speechOf(context.locale)
    return page(context, {
      title: speech.t('api.title'),
      description: speech.t('api.description'),
      crumbs: [{ label: speech.t('api.title') }],
      maxAge: DAY,
      jsonLd: [
        {
          '@context': 'https://schema.org',
          '@type': 'WebAPI',
          name: 'EU STEM Coalition API',
          documentation: context.origin + localPath(context.locale, '/api/v1'),
          url: `${context.origin}/api/v1`,
          provider: { '@id': `${context.origin}/#organisation` },
        },
      ],
      main: <ReferencePage speech={speech} />,
    })
  })
  .get(DOCUMENT, (c) => json(openApiDocument(c.env.context.origin), { tags: [], maxAge: DAY }))
