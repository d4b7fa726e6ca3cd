import { decode, encode } from 'fast-png'
import jpeg from 'jpeg-js'
import { beforeEach, describe, expect, it } from 'vitest'
import { ask, DB, emptyAll, personRows, twoOrganisations, whoIs } from '../testing/world.ts'
import { newFormKey } from '@stem/web/form'
import { organisation as lookUp } from '../facts/read-register.ts'
import { reencode } from './keep-picture.ts'

let own = ''
let other = ''
beforeEach(async () => {
  await emptyAll()
  ;({ own, other } = await twoOrganisations())
  await DB.batch([
    ...(await personRows({ number: 1, grants: [['organisation-editor', `organisation:${own}`]] })),
    ...(await personRows({ number: 2, grants: [['organisation-manager', `organisation:${own}`]] })),
    ...(await personRows({ number: 3, grants: [['secretariat-officer', 'coalition']] })),
    ...(await personRows({ number: 4, grants: [['secretariat-admin', 'coalition']] })),
  ])
})
const edit = async (over: Record<string, string>, number = 1) =>
  ask(`/my-organisation/${own}/profile`, { who: await whoIs(number), form: { version: '0', name: 'Own', do: 'save', ...over } })
const review = async (over: Record<string, string>) =>
  ask(`/console/profiles/${own}`, { who: await whoIs(3), form: { version: String((await draft())?.version ?? 0), note: '', do: 'publish', ...over } })
const draft = () =>
  DB.prepare('SELECT version, state, content, note FROM profile_drafts').first<{ version: number; state: string; content: string; note: string | null }>()
const published = async (locale: 'en' | 'fr' = 'en') => {
  const found = await lookUp({ db: DB }, 'own', { locale })
  return found.found === 'organisation' ? found.organisation : null
}

describe('a profile', () => {
  it('is public only after review, in each language, with its history', async () => {
    await edit({ description_en: 'New words', description_fr: 'Mots nouveaux', objectives_en: 'Aims', since: '2014', do: 'submit' })
    expect((await published())?.description).toBe('Own works for STEM.')
    expect((await review({})).status).toBe(303)
    expect(await published()).toMatchObject({ description: 'New words', objectives: 'Aims', since: 2014 })
    expect((await published('fr'))?.description).toBe('Mots nouveaux')
    expect(await draft()).toBeNull()
    const history = await (await ask(`/my-organisation/${own}/history`, { who: await whoIs(1) })).text()
    expect(history).toMatch(/Version 2[^]*Version 1[^]*Own works for STEM\./)
  })

  it('goes back with a note, which a review needs, and its editor is told', async () => {
    await edit({ description_en: 'New', do: 'submit' })
    expect((await review({ do: 'return' })).status).toBe(422)
    expect((await review({ do: 'return', note: 'Say more.' })).status).toBe(303)
    expect(await draft()).toMatchObject({ state: 'draft', note: 'Say more.' })
    expect(await (await ask(`/my-organisation/${own}/profile`, { who: await whoIs(1) })).text()).toContain('Say more.')
    expect(await DB.prepare("SELECT count(*) AS n FROM mails WHERE kind = 'profile-returned'").first()).toEqual({ n: 1 })
  })

  it('loses no edit when two save at once: the later one sees both, and nothing was overwritten', async () => {
    const answers = await Promise.all([edit({ description_en: 'One' }), edit({ description_en: 'Two' }, 2)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const [lost] = answers.filter(({ status }) => status === 409)
    const page = (await lost?.text()) ?? ''
    expect(page).toContain('One')
    expect(page).toContain('Two')
    expect((await draft())?.version).toBe(1)
  })

  it('is published as the reviewer saw it, or not at all', async () => {
    await edit({ description_en: 'Seen', do: 'submit' })
    const seen = String((await draft())?.version)
    await edit({ description_en: 'Changed after', version: seen, do: 'submit' })
    expect((await review({ version: seen })).status).toBe(409)
    expect((await published())?.description).toBe('Own works for STEM.')
  })

  it('can be restored from its history', async () => {
    await edit({ description_en: 'Second', do: 'submit' })
    await review({})
    await ask(`/my-organisation/${own}/restore`, { who: await whoIs(1), form: { version: '1' } })
    expect(JSON.parse((await draft())?.content ?? '{}')).toMatchObject({ descriptions: { en: 'Own works for STEM.' } })
  })

  it.each([
    ['since', '3000'],
    ['since', '20'],
    ['website', 'javascript:alert(1)'],
    ['name', ''],
    ['description_en', 'x'.repeat(2001)],
  ])('refuses %s = %j and keeps the rest', async (field, value) => {
    const answer = await edit({ objectives_el: 'κείμενο', [field]: value })
    expect([answer.status, (await answer.text()).includes('κείμενο')]).toEqual([422, true])
    expect(await draft()).toBeNull()
  })

  it.each(['visibility', 'standing', 'slug', 'country', 'organisationId', '__proto__'])('refuses a form that brings %s along', async (field) => {
    expect((await edit({ [field]: 'x' })).status).toBe(400)
  })
})

describe('a picture', () => {
  const pixels = (width: number, height: number) => Uint8Array.from({ length: width * height * 4 }, (_, index) => (index % 4 === 3 ? 255 : index % 251))
  const png = (width: number, height: number) => encode({ width, height, data: pixels(width, height), channels: 4, depth: 8 })
  const bytes = (text: string) => new TextEncoder().encode(text)
  const HIDDEN = '<script>alert(1)</script>'

  it('is made anew from its pixels, so nothing hidden in the file is kept', () => {
    const file = png(80, 70)
    const made = reencode(Uint8Array.from([...file, ...bytes(HIDDEN)]))
    expect(made.ok && [made.value.width, made.value.height, new TextDecoder('latin1').decode(made.value.png).includes('script')]).toEqual([80, 70, false])
    expect(made.ok && Array.from(decode(made.value.png).data.slice(0, 8))).toEqual(Array.from(pixels(80, 70).slice(0, 8)))
  })

  it('may be a JPEG', () => {
    const made = reencode(jpeg.encode({ width: 100, height: 64, data: pixels(100, 64) }, 80).data)
    expect(made.ok && made.value.width).toBe(100)
  })

  it.each([
    ['an SVG', bytes(`<svg xmlns="http://www.w3.org/2000/svg">${HIDDEN}</svg>`)],
    ['a page', bytes(`<html>${HIDDEN}</html>`)],
    ['a GIF', bytes('GIF89a')],
    ['a PNG that is none', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...bytes('x'.repeat(60))])],
    ['one too small', png(63, 64)],
    [
      'one too large to unpack',
      (() => {
        const file = png(64, 64)
        new DataView(file.buffer, file.byteOffset).setUint32(16, 100_000)
        return file
      })(),
    ],
    ['one of too many bytes', new Uint8Array(400 * 1024 + 1)],
    ['nothing', new Uint8Array()],
  ])('is refused when it is %s', (_, file) => {
    expect(reencode(file)).toEqual({ ok: false, code: 'not_a_picture' })
  })

  it('is uploaded with words for who does not see it', async () => {
    const send = async (words: string, file: Uint8Array, name = '../../evil.svg') => {
      const form = new FormData()
      form.set('version', '0')
      form.set('words', words)
      form.set('picture', new File([file as Uint8Array<ArrayBuffer>], name, { type: 'image/svg+xml' }))
      const packed = new Response(form)
      return ask(`/my-organisation/${own}/logo`, {
        who: await whoIs(1),
        method: 'POST',
        headers: { 'content-type': packed.headers.get('content-type') ?? '' },
        body: new TextDecoder('latin1').decode(await packed.arrayBuffer()),
      })
    }
    expect((await send('', png(64, 64))).status).toBe(422)
    expect((await send('Tiles', bytes('<svg/>'))).status).toBe(422)
    // As a browser sends it when nothing was chosen.
    expect((await send('Tiles', new Uint8Array(), '')).status).toBe(422)
    expect(await DB.prepare('SELECT count(*) AS n FROM pictures').first()).toEqual({ n: 0 })
  })
})

describe('a key', () => {
  const make = async (scope: string, number = 2) => {
    const page = await (
      await ask(`/my-organisation/${own}/keys`, { who: await whoIs(number), form: { key: newFormKey(), name: 'Sync', scope, days: '30' } })
    ).text()
    return /stem_key_[0-9a-z]{26}_[0-9a-f]{64}/.exec(page)?.[0] ?? ''
  }
  const call = (key: string, method: string, body?: object) =>
    ask('/api/v1/my-organisation', { method, headers: { authorization: `Bearer ${key}` }, body: body && JSON.stringify(body) })
  const said = { version: 0, name: 'Own', website: null, since: 2014, names: {}, descriptions: { en: 'By a program' }, objectives: {} }

  it('is shown once, kept as a hash, and speaks for its organisation within its scope', async () => {
    const key = await make('organisation:draft')
    expect(JSON.stringify((await DB.prepare('SELECT * FROM api_keys').all()).results)).not.toContain(key.split('_').at(-1))
    expect((await call(key, 'GET')).status).toBe(403)
    expect((await call(key, 'PUT', said)).status).toBe(200)
    expect([(await call(key, 'PUT', said)).status, (await draft())?.state]).toEqual([409, 'draft'])
    expect(await call(await make('organisation:read'), 'GET').then((answer) => answer.json())).toMatchObject({
      organisation: { id: own },
      draft: { descriptions: { en: 'By a program' } },
    })
  })

  it.each([
    ['no key', () => ''],
    ['a changed key', (key: string) => key.replace(/.$/, (letter) => (letter === '0' ? '1' : '0'))],
    ['a key of a session', () => 'ses_1'],
  ])('that is %s is refused', async (_, change) => {
    expect((await call(change(await make('organisation:read')), 'GET')).status).toBe(401)
  })

  it('is refused once it was ended', async () => {
    const key = await make('organisation:read')
    const row = await DB.prepare('SELECT id FROM api_keys').first<{ id: string }>()
    await ask(`/my-organisation/${own}/keys/revoke`, { who: await whoIs(2), form: { id: row?.id ?? '' } })
    expect((await call(key, 'GET')).status).toBe(401)
  })

  it.each([{ ...said, standing: 'member' }, { ...said, version: '0' }, { ...said, since: 'x' }, null, [], { ...said, website: 'javascript:x' }])(
    'takes no draft like %j',
    async (body) => {
      expect((await call(await make('organisation:draft'), 'PUT', body as object)).status).toBe(422)
    },
  )
})

describe('two records of one organisation', () => {
  const merge = async () => ask('/console/merge', { who: await whoIs(4), form: { kept: own, lost: other } })

  it('become one, whose address both lead to, and two again when it is undone', async () => {
    await DB.batch(
      await personRows({
        number: 5,
        grants: [
          ['organisation-manager', `organisation:${own}`],
          ['organisation-manager', `organisation:${other}`],
          ['organisation-editor', `organisation:${other}`],
        ],
      }),
    )
    const before = (await DB.prepare('SELECT id, scope, ended_at FROM role_grants ORDER BY id').all()).results
    expect((await merge()).status).toBe(303)
    expect(await lookUp({ db: DB }, 'other', { locale: 'en' })).toEqual({ found: 'moved', slug: 'own' })
    expect(
      (
        await DB.prepare("SELECT role FROM role_grants WHERE person_id LIKE '%5' AND ended_at IS NULL AND scope = ? ORDER BY role")
          .bind(`organisation:${own}`)
          .all()
      ).results,
    ).toEqual([{ role: 'organisation-editor' }, { role: 'organisation-manager' }])
    expect(await whoIs(5)).toBeNull()
    const row = await DB.prepare('SELECT id FROM merges').first<{ id: string }>()
    expect((await ask('/console/merge/undo', { who: await whoIs(4), form: { merge: row?.id ?? '' } })).status).toBe(303)
    expect(await lookUp({ db: DB }, 'other', { locale: 'en' })).toMatchObject({ found: 'organisation' })
    expect((await DB.prepare('SELECT id, scope, ended_at FROM role_grants ORDER BY id').all()).results).toEqual(before)
    expect((await ask('/console/merge/undo', { who: await whoIs(4), form: { merge: row?.id ?? '' } })).status).toBe(404)
  })

  it('are merged once when it is asked twice, and not while a profile waits', async () => {
    await edit({ do: 'submit' })
    expect((await merge()).headers.get('location')).toContain('refused=busy')
    await review({})
    const answers = await Promise.all([merge(), merge()])
    expect(answers.filter((answer) => !answer.headers.get('location')?.includes('refused') && answer.status === 303)).toHaveLength(1)
    expect(await DB.prepare('SELECT count(*) AS n FROM merges').first()).toEqual({ n: 1 })
  })

  it('move every column that points to an organisation', async () => {
    const { POINTERS } = await import('../merge/merge.ts')
    const { results } = await DB.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf%'").all<{
      name: string
    }>()
    const pointing: string[] = []
    for (const { name } of results) {
      const columns = (await DB.prepare(`SELECT name FROM pragma_table_info('${name}')`).all<{ name: string }>()).results.map((column) => column.name)
      for (const column of columns.filter((one) => one === 'organisation_id' || one === 'scope')) pointing.push(`${name}.${column}`)
    }
    const moved = Object.values(POINTERS).map(({ table, column }) => `${table}.${column}`)
    // Rows of the lost record itself, which come back with it; a draft blocks the merge.
    const stays = [
      'organisation_revisions.organisation_id',
      'organisation_texts.organisation_id',
      'memberships.organisation_id',
      'profile_drafts.organisation_id',
    ]
    expect(pointing.toSorted()).toEqual([...moved, ...stays].toSorted())
  })
})
