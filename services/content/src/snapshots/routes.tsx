import type { SnapshotOfApi } from '@stem/contracts/api-indicators'
import { entityTag, listTag } from '@stem/contracts/purge'
import { localPath } from '@stem/i18n/locales'
import { speechOf } from '@stem/ui/speech'
import type { ServiceEnv } from '@stem/web/app'
import { csv } from '@stem/web/csv'
import { file, json } from '@stem/web/file'
import { page } from '@stem/web/page'
import { problem } from '@stem/web/problem'
import { Hono } from 'hono'
import { open } from '../db/open.ts'
import type { Env } from '../env.ts'
import { apaOf, bibtexOf, type Cited } from '../indicator/cite.ts'
import { wordsOf } from '../indicators/indicator-words.ts'
import { placesOf } from '../model/series.ts'
import { findSnapshot, type SnapshotLookup } from './find-snapshot.ts'
import { SnapshotPage } from './snapshot-page.tsx'

const ID = ':id{snp_[0-9a-f]{26}}'
const LIST = listTag('indicator')

const absent = ({ found }: SnapshotLookup) =>
  new Response(null, {
    status: found === 'withdrawn' ? 410 : 404,
    headers: { 'cache-control': 'public, max-age=60, stale-while-revalidate=600', 'cache-tag': LIST },
  })

/** Pinned values: the page that is cited, its files, and the same for programs. */
export const snapshots = new Hono<ServiceEnv<Env>>()
  .get(`/data/snapshots/${ID}`, async (c) => {
    const { context } = c.env
    const lookup = await findSnapshot({ db: open(c.env) }, c.req.param('id'), context)
    if (lookup.found !== 'snapshot') return absent(lookup)
    const { snapshot, indicator, citedBy } = lookup
    const speech = speechOf(context.locale)
    const { title, unit, lang } = wordsOf(speech, { code: snapshot.doc.code, label: snapshot.doc.title, locale: 'en', unit: snapshot.doc.unit })
    const date = new Date(snapshot.createdAt).toISOString().slice(0, 10)
    const cited: Cited = {
      title,
      publisher: snapshot.doc.publisher,
      year: Number(date.slice(0, 4)),
      url: context.origin + localPath(context.locale, context.path),
      version: `${speech.t('data.vintage')} ${snapshot.doc.vintage}, ${date}`,
      hash: snapshot.hash,
      key: `eustem_${snapshot.id}`,
    }
    return page(context, {
      title: speech.t('data.snapshot.title', { title, date: speech.f.day(snapshot.createdAt) }),
      description: speech.t('data.snapshot.lead', { date: speech.f.day(snapshot.createdAt) }),
      crumbs: [{ label: speech.t('data.title'), path: '/data' }, { label: title, lang, path: `/data/${indicator.slug}` }, { label: speech.t('data.snapshot') }],
      tags: [entityTag(indicator.id), LIST],
      main: (
        <SnapshotPage
          speech={speech}
          words={{ title, unit }}
          snapshot={snapshot}
          indicator={indicator}
          citedBy={citedBy}
          apa={apaOf(cited, { set: speech.t('data.cite.set'), data: speech.t('data.cite.data') })}
          bibtex={bibtexOf(cited)}
        />
      ),
    })
  })
  .get('/data/snapshots/:file{snp_[0-9a-f]{26}\\.(?:json|csv)}', async (c) => {
    const [id = '', ending] = c.req.param('file').split('.')
    const lookup = await findSnapshot({ db: open(c.env) }, id, c.env.context)
    if (lookup.found !== 'snapshot') return absent(lookup)
    const keeping = { tags: [entityTag(lookup.indicator.id), LIST] }
    const { text, doc } = lookup.snapshot
    if (ending === 'json') return file(text, 'application/json; charset=utf-8', keeping)
    return csv(
      ['indicator', 'country', 'year', 'value', 'flags', 'unit', 'publisher'],
      placesOf(doc.series).map(({ country, year, value, flags }) => [doc.code, country, year, value, flags, doc.unit, doc.publisher]),
      { ...keeping, filename: `${id}.csv` },
    )
  })
  .get(`/api/v1/snapshots/${ID}`, async (c) => {
    const { context } = c.env
    const lookup = await findSnapshot({ db: open(c.env) }, c.req.param('id'), context)
    if (lookup.found !== 'snapshot')
      return lookup.found === 'withdrawn'
        ? problem(410, 'withdrawn', 'The indicator of this snapshot was withdrawn.', context.requestId)
        : problem(404, 'not_found', 'There is no snapshot at this address.', context.requestId)
    const { id, hash, createdAt, doc } = lookup.snapshot
    const url = `${context.origin}/data/snapshots/${id}`
    const body: SnapshotOfApi = { id, hash, pinnedAt: new Date(createdAt).toISOString(), url, file: `${url}.json`, content: doc }
    return json(body, { tags: [entityTag(lookup.indicator.id), LIST] })
  })
