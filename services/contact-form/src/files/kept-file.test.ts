import { beforeEach, describe, expect, it } from 'vitest'
import { ask, DB, NOW, only, READING } from '../testing/asking.ts'
import { asFile, challenge, emptyStore, keep, linksIn, MINUTE, OFFICER, send, STORE, trackingPage } from '../testing/choosing-files.ts'
import { gif, pdf } from '../testing/file-bytes.ts'
import { fileToken, filesOfForm } from './kept-file.ts'

beforeEach(emptyStore)

describe('a link to a file', () => {
  // As a browser writes quotes and ends of lines.
  const NAMED = 'Σχέδιο %22τελικό%22%0D%0A\u202efdp.pdf'
  beforeEach(async () => {
    await challenge([asFile(NAMED, pdf('the words')), asFile('second.gif', gif('<script>alert(1)</script>'))])
    await send()
  })

  it('saves the file and never shows it, whatever it is', async () => {
    const [first = '', second = ''] = linksIn(await (await trackingPage()).text())
    const answer = await ask(first)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(pdf('the words'))
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-type': 'application/pdf',
      'content-length': String(pdf('the words').length),
      'content-disposition': `attachment; filename="______ -______- fdp.pdf"; filename*=UTF-8''${encodeURIComponent('Σχέδιο -τελικό- fdp.pdf')}`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store, private',
      'referrer-policy': 'no-referrer',
    })
    const other = await ask(second)
    expect([other.headers.get('content-type'), other.headers.get('content-disposition')]).toEqual([
      'image/gif',
      `attachment; filename="second.gif"; filename*=UTF-8''second.gif`,
    ])
  })

  it('ends after ten minutes with a page that says what to do; the page it came from has a new one', async () => {
    const [first = ''] = linksIn(await (await trackingPage()).text())
    expect((await ask(first, { now: NOW + 10 * MINUTE })).status).toBe(200)
    const over = await ask(first, { now: NOW + 10 * MINUTE + 1 })
    expect([over.status, (await over.text()).includes('load that page again')]).toEqual([410, true])
    const later = NOW + 60 * MINUTE
    expect((await ask(linksIn(await (await trackingPage(later)).text())[0] ?? '', { now: later })).status).toBe(200)
  })

  it('opens this file alone, until this time alone', async () => {
    const [first = '', second = ''] = linksIn(await (await trackingPage()).text())
    const url = new URL(first, 'https://stem.example')
    const other = new URL(second, 'https://stem.example')
    const { searchParams: found } = url
    const [until = '', token = ''] = [found.get('until') ?? '', found.get('token') ?? '']
    for (const path of [
      `${other.pathname}?until=${until}&token=${token}`,
      `${url.pathname}?until=${Number(until) + 1}&token=${token}`,
      `${url.pathname}?until=${until}&token=${token.replace(/.$/, (letter) => (letter === '0' ? '1' : '0'))}`,
      `${url.pathname}?until=${until}`,
      `${url.pathname}?until=${until}&token=${token}&more=1`,
      url.pathname,
      `/files/fil_${'0'.repeat(26)}?until=${until}&token=${token}`,
    ])
      expect((await ask(path, { who: OFFICER })).status, path).toBe(404)
  })

  it('of the requester opens nothing once the request is taken for spam; that of the desk does', async () => {
    const found = await only()
    const [first = ''] = linksIn(await (await trackingPage()).text())
    await DB.prepare("UPDATE cases SET state = 'spam'").run()
    expect((await ask(first)).status).toBe(410)
    expect(linksIn(await (await trackingPage()).text())).toEqual([])
    const desk = linksIn(await (await ask(`/console/requests/${found.id}`, { who: OFFICER })).text())
    expect((await ask(desk[0] ?? '')).status).toBe(200)
  })

  it('opens nothing of a form that was not sent', async () => {
    await keep(['waiting.pdf'], { formKey: 'd'.repeat(32) })
    const [file] = await filesOfForm(READING, 'd'.repeat(32))
    const until = NOW + MINUTE
    const token = await fileToken(READING.keys, { id: file?.id ?? '', until, reader: 'desk' })
    expect((await ask(`/files/${file?.id}?until=${until}&token=${token}`)).status).toBe(410)
  })

  it('fails rather than hand out the bytes of another file', async () => {
    const [first = '', second = ''] = linksIn(await (await trackingPage()).text())
    const idIn = (link: string) => /fil_\w+/.exec(link)?.[0] ?? ''
    const bytes = await (await STORE.bucket.get(idIn(second)))?.arrayBuffer()
    await STORE.bucket.put(idIn(first), bytes ?? '')
    expect((await ask(first)).status).toBe(500)
  })
})
