import { bytesOf } from '@stem/mail/smtp'
import { describe, expect, it } from 'vitest'
import { brief } from '../testing/composing.ts'
import type { Block } from './issue.ts'
import { renderIssue } from './render-issue.ts'
import { snapshotOf } from './take-in.ts'

const ORIGIN = 'https://stem.example'
const UNSUBSCRIBE = `${ORIGIN}/newsletter/unsubscribe?r=sub_${'0'.repeat(26)}&token=${'a'.repeat(64)}`
const LINKS = { preferences: `${ORIGIN}/newsletter/preferences?r=1`, unsubscribe: UNSUBSCRIBE, web: null }

const SCRIPTS = {
  Latin: 'Łódź, Ñandú, Straße: what “works” – and why',
  Greek: 'Τα νέα του μήνα: τι λειτούργησε στα σχολεία και γιατί το αντιγράφουν άλλοι',
  Cyrillic: 'Какво проработи в училищата и защо другите го повтарят, накратко',
  emoji: '👩‍🔬👨🏽‍🚀 Girls in physics 🇪🇺 and in engineering 🛠️ across all the schools of Europe 🎓',
}

/** A message as it leaves: headers as they were, unfolded, and its parts decoded. */
function read(bytes: Uint8Array) {
  const raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const [head = ''] = raw.split('\r\n\r\n')
  const headers = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? ''
  const parts = raw
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const end = part.indexOf('\r\n\r\n')
      return { head: part.slice(0, end), body: decoded(part.slice(0, end), part.slice(end + 4)) }
    })
  return { raw, head, headers, boundary, parts }
}

function decoded(head: string, body: string): string {
  const way = /content-transfer-encoding: (\S+)/i.exec(head)?.[1]
  if (way === 'base64') return new TextDecoder().decode(Uint8Array.from(atob(body.replaceAll(/\s/g, '')), (letter) => letter.charCodeAt(0)))
  if (way !== 'quoted-printable') return body
  const plain = body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return new TextDecoder().decode(Uint8Array.from(plain, (letter) => letter.charCodeAt(0)))
}

const wordsOf = (header: string): string =>
  header
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, way: string, text: string) =>
      way.toUpperCase() === 'B'
        ? String.fromCharCode(...Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)))
        : text.replaceAll('_', ' ').replaceAll(/=([0-9A-F]{2})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    )
const utf8 = (bytes: string): string => new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)))

async function leaving(words: string) {
  const blocks: Block[] = [
    { id: 'a', kind: 'heading', text: words },
    { id: 'b', kind: 'text', text: `${words}\n\n${words.repeat(40)} [${words.slice(0, 20)}](https://example.org/${'x'.repeat(300)})` },
    { id: 'c', kind: 'item', item: snapshotOf(brief(1, { title: words, summary: words })) },
    { id: 'd', kind: 'quote', words, who: words },
    { id: 'e', kind: 'button', label: words, url: '/practices' },
    { id: 'f', kind: 'image', url: '/og/site.png', alt: words, decorative: false },
  ]
  const issue = await renderIssue({ text: { subject: words, preheader: words, blocks }, locale: 'en', origin: ORIGIN, links: LINKS })
  const bytes = await bytesOf({
    id: 'x',
    to: 'anna@min.example',
    from: { name: 'EU STEM Coalition', address: 'news@stem.example' },
    ...issue,
    locale: 'en',
    messageId: '<cmp_1.sub_1@stem.example>',
    headers: { 'List-Unsubscribe': `<${UNSUBSCRIBE}>, <mailto:leave@reply.stem.example>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  })
  return { issue, ...read(bytes) }
}

describe.each(Object.entries(SCRIPTS))('the bytes of an issue in %s', (_name, words) => {
  it('are one message to one reader, plain text first, whole in every line', async () => {
    const { issue, raw, head, headers, boundary, parts } = await leaving(words)
    expect(raw.split('\r\n').filter((line) => /[\r\n]/.test(line) || new TextEncoder().encode(line).length > 998)).toEqual([])
    expect(
      raw
        .slice(head.length)
        .split('\r\n')
        .filter((line) => line.length > 76),
    ).toEqual([])
    expect(head).toMatch(/^[\x20-\x7E\r\n\t]*$/)
    expect((head.match(/=\?[^?\s]+\?[BQ]\?[^?\s]*\?=/gi) ?? []).filter((word) => word.length > 75)).toEqual([])
    for (const name of ['From', 'To', 'Subject', 'Date', 'Message-ID', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'MIME-Version'])
      expect(
        headers.filter((header) => header.toLowerCase().startsWith(`${name.toLowerCase()}:`)),
        name,
      ).toHaveLength(1)
    expect(headers.filter((header) => /^(cc|bcc):/i.test(header))).toEqual([])
    expect(headers).toContain('To: anna@min.example')
    expect(headers).toContain('Message-ID: <cmp_1.sub_1@stem.example>')
    expect(headers).toContain(`List-Unsubscribe: <${UNSUBSCRIBE}>, <mailto:leave@reply.stem.example>`)
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(headers).toContain('Content-Language: en')
    const subject = headers.find((header) => header.startsWith('Subject: ')) ?? ''
    expect(utf8(wordsOf(subject.slice('Subject: '.length)))).toBe(words)
    expect(headers.some((header) => header.startsWith('Content-Type: multipart/alternative;'))).toBe(true)
    expect(boundary.length).toBeLessThanOrEqual(70)
    expect(parts.map((part) => /content-type: ([^;]+); charset=utf-8/i.exec(part.head)?.[1])).toEqual(['text/plain', 'text/html'])
    expect(parts[0]?.body.trim()).toBe(issue.text.replaceAll('\n', '\r\n').trim())
    expect(parts[1]?.body.trim()).toBe(issue.html)
  })

  it('say the same in both shapes, with the way out in each', async () => {
    const { issue } = await leaving(words)
    expect(issue.text.split(words).length).toBeGreaterThan(8)
    for (const address of [UNSUBSCRIBE, LINKS.preferences, `${ORIGIN}/practices`, `${ORIGIN}/practices/practice-1`]) {
      expect(issue.text).toContain(address)
      expect(issue.html).toContain(`href="${address.replaceAll('&', '&amp;')}"`)
    }
    expect(issue.html).toMatch(/^<!doctype html><html lang="en" dir="ltr">/)
    expect(issue.html).toContain('prefers-color-scheme:dark')
    expect(issue.html).toMatch(/<div style="display:none[^"]*">/)
  })
})
