import { beforeEach, describe, expect, it } from 'vitest'
import { ask, count, DB, finished, NOW, only, READING } from '../testing/asking.ts'
import { asFile, challenge, DAY, emptyStore, KEY, keep, MINUTE, objects, place, send, STORE } from '../testing/choosing-files.ts'
import { bytesOf, office, pdf, pdfOf } from '../testing/file-bytes.ts'
import { asGiven, BY_SOURCE, keepFiles, MOST_BYTES } from './keep-files.ts'
import { filesOfCase, filesOfForm } from './kept-file.ts'
import { sweepFiles } from './sweep-files.ts'

beforeEach(emptyStore)

describe('a file of a request', () => {
  it('stays on the way to the check page, comes with the request, and lies in the bucket sealed, under no name', async () => {
    const shown = await (await challenge([asFile('CANARY plan.pdf', pdf('CANARY words'))])).text()
    expect(shown).toContain('CANARY plan.pdf')
    expect(shown).toMatch(/name="attached" value="1"/)
    expect((await send()).status).toBe(303)
    const found = await only()
    expect((await filesOfCase(READING, found.id)).map(({ name, type, size }) => [name, type, size])).toEqual([
      ['CANARY plan.pdf', 'application/pdf', pdf('CANARY words').length],
    ])
    expect(await filesOfForm(READING, KEY)).toEqual([])
    const [key = ''] = await objects()
    expect(key).toMatch(/^fil_[0-9a-f]{26}$/)
    const held = await STORE.bucket.get(key)
    const lying = new TextDecoder('latin1').decode(await held?.arrayBuffer())
    expect(lying).not.toMatch(/CANARY|%PDF/)
    expect(JSON.stringify([held?.customMetadata, held?.httpMetadata, (await DB.prepare('SELECT * FROM files').all()).results])).not.toContain('CANARY')
  })

  it('is one file, however often and however many at once its step is sent', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => challenge([asFile('plan.pdf')])))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
    expect([await count('files'), (await objects()).length]).toEqual([1, 1])
    await Promise.all([send(), send(), send()])
    expect([await count('cases'), await count('files'), (await filesOfCase(READING, (await only()).id)).length]).toEqual([1, 1, 1])
    expect((await send()).status).toBe(303)
  })

  it('can be removed again, without losing a word, and its bytes go too', async () => {
    await challenge([asFile('wrong.pdf')])
    const [file] = await filesOfForm(READING, KEY)
    const shown = await (await ask('/support/request', { form: finished({ key: KEY, remove: file?.id ?? '', go: '' }) })).text()
    expect([shown.includes('wrong.pdf'), shown.includes('more girls'), await count('cases')]).toEqual([false, true, 0])
    // The same file once more at once: the one that is being deleted is another.
    await challenge([asFile('wrong.pdf')])
    await sweepFiles(STORE, NOW + 2 * 60 * MINUTE)
    expect((await filesOfForm(READING, KEY)).map(({ name }) => name)).toEqual(['wrong.pdf'])
    expect(await objects()).toEqual((await filesOfForm(READING, KEY)).map(({ id }) => id))
  })

  it('is not needed: a field in which nothing was chosen is as good as none', async () => {
    expect((await challenge([])).status).toBe(200)
    expect(await count('files')).toBe(0)
  })

  it('is removed by nobody who does not have its form', async () => {
    await challenge([asFile('mine.pdf')])
    const [file] = await filesOfForm(READING, KEY)
    await ask('/support/request', { form: finished({ key: 'b'.repeat(32), remove: file?.id ?? '' }) })
    expect(await filesOfForm(READING, KEY)).toHaveLength(1)
  })

  it('that is refused says why beside its name; the others and every word stay', async () => {
    const macros = await office('docx', [{ name: 'word/vbaProject.bin' }])
    const answer = await challenge([
      asFile('good.pdf'),
      asFile('<b>bad</b>.docx', macros),
      asFile('empty.pdf', bytesOf('')),
      asFile('picture.png', bytesOf('<svg onload="alert(1)">')),
      asFile('large.pdf', pdfOf(MOST_BYTES + 1)),
    ])
    const html = await answer.text()
    expect(answer.status).toBe(422)
    for (const words of ['holds macros', 'is empty', 'none of the kinds', 'more than 10 MB', 'good.pdf', 'more girls', 'href="#f-files"'])
      expect(html).toContain(words)
    expect(html).not.toContain('<b>bad')
    expect((await filesOfForm(READING, KEY)).map(({ name }) => name)).toEqual(['good.pdf'])
  })

  it('that waited too long is not lost without a word: the request is held until the person has looked', async () => {
    await challenge([asFile('plan.pdf')])
    await sweepFiles(STORE, NOW + 2 * DAY)
    const held = await send()
    expect([held.status, await count('cases')]).toEqual([409, 0])
    expect(await held.text()).toMatch(/no longer there[^]*name="attached" value="0"/)
    expect((await send({ attached: '0' })).status).toBe(303)
  })
})

describe('the limits', () => {
  it('ten megabytes to the byte', async () => {
    const { kept, refused } = await keepFiles(
      STORE,
      place(),
      [asGiven({ name: 'a', bytes: pdfOf(MOST_BYTES) }), asGiven({ name: 'b', bytes: pdfOf(MOST_BYTES + 1) })],
      NOW,
    )
    expect([kept.map(({ size }) => size), refused]).toEqual([[MOST_BYTES], [{ name: 'b', reason: 'too_large' }]])
  })

  it('five of a message, also when they come at once', async () => {
    const done = await Promise.all([keep(['1', '2', '3']), keep(['4', '5', '6']), keep(['7', '8'])])
    expect([await count('files'), (await filesOfForm(READING, KEY)).length]).toEqual([5, 5])
    expect(done.flatMap(({ refused }) => refused.map(({ reason }) => reason))).toEqual(['too_many', 'too_many', 'too_many'])
  })

  it('twenty-five megabytes of a message', async () => {
    const large = [1, 2, 3].map((number) => asGiven({ name: String(number), bytes: pdfOf(9 * 1024 * 1024 + number) }))
    expect((await keepFiles(STORE, place(), large, NOW)).refused).toEqual([{ name: '3', reason: 'too_much' }])
  })

  it('twenty of a case', async () => {
    for (let message = 0; message < 4; message++) {
      const formKey = String(message).repeat(32)
      expect((await keep(['1', '2', '3', '4', '5'], { formKey, caseId: 'cas_1' })).refused).toEqual([])
    }
    expect((await keep(['one more'], { caseId: 'cas_1' })).refused).toEqual([{ name: 'one more', reason: 'case_full' }])
    expect((await keep(['one more'], { caseId: 'cas_2' })).refused).toEqual([])
  })

  it('bytes of a network in a day; staff are not counted', async () => {
    await keep(['first'])
    expect(await DB.prepare('SELECT count FROM turns').first()).toEqual({ count: pdf('first').length })
    await DB.prepare('UPDATE turns SET count = ?').bind(BY_SOURCE.most).run()
    expect((await keep(['second'])).refused).toEqual([{ name: 'second', reason: 'limited' }])
    expect((await keep(['other'], { source: '198.51.100.1' })).refused).toEqual([])
    expect((await keep(['staff'], { source: null })).refused).toEqual([])
    expect((await keep(['next day'], {}, NOW + DAY)).refused).toEqual([])
  })

  it('a bucket that does not answer refuses the file and nothing else', async () => {
    const broken = { ...STORE, bucket: { put: () => Promise.reject(new Error('down')), head: () => Promise.resolve(null) } as unknown as R2Bucket }
    const bytes = pdf()
    expect((await keepFiles(broken, place(), [asGiven({ name: 'a', bytes })], NOW)).refused).toEqual([{ name: 'a', reason: 'later' }])
    expect(await filesOfForm(READING, KEY)).toEqual([])
    expect((await keepFiles(STORE, place(), [asGiven({ name: 'a', bytes })], NOW)).kept).toHaveLength(1)
    expect(await filesOfForm(READING, KEY)).toHaveLength(1)
  })
})
