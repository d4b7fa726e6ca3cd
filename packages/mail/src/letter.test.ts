import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { SHIPPED } from '@stem/i18n/locales'
import { senderFrom, transportFrom } from './choose.ts'
import { compose } from './letter.ts'
import { addressKey, headerText, mailAddress } from './message.ts'

const EVIL = '<img src=x onerror=alert(1)> "quoted" & ${7*7} {{7*7}}'
const letter = {
  subject: 'Hello\r\nBcc: evil@example.org',
  heading: EVIL,
  parts: [
    { paragraph: EVIL },
    { code: 'ABCD-EFGH' },
    { facts: [['Name', EVIL]] as const },
    { links: [{ label: EVIL, url: 'https://stem.example/c?d=1&e=2', about: EVIL }] },
    { button: { label: 'Open', url: 'https://stem.example/a?b=1&c=2' } },
    { small: 'small' },
  ],
  reason: EVIL,
} as unknown as Parameters<typeof compose>[0]

describe.each(SHIPPED)('a letter in %s', (locale) => {
  it('says the same in both shapes, in its language, without pictures and without anything a text could break', async () => {
    const { html, text, subject } = await compose(letter, locale)
    expect(subject).toBe('Hello Bcc: evil@example.org')
    expect(html).toContain(`lang="${locale}"`)
    expect(html).not.toMatch(/<img|<script|<link|url\(/)
    expect(html).toContain('href="https://stem.example/a?b=1&amp;c=2"')
    expect(html).toContain('href="https://stem.example/c?d=1&amp;e=2"')
    for (const part of ['https://stem.example/c?d=1&e=2', EVIL, 'ABCD-EFGH', 'https://stem.example/a?b=1&c=2', 'small']) expect(text).toContain(part)
    expect(html.match(/\$\{7\*7\} \{\{7\*7\}\}/g)).toHaveLength(6)
  })
})

describe('an address', () => {
  it.each([
    [' Ada@STEM.Example ', 'Ada@stem.example'],
    ['ada+tag@stem.example', 'ada+tag@stem.example'],
    ['ada@münchen.example', 'ada@xn--mnchen-3ya.example'],
    ["o'neill@stem.example", "o'neill@stem.example"],
    ['ada@stem..example', null],
    ['.ada@stem.example', null],
    ['a..da@stem.example', null],
    ['ada@stem.example\r\nBcc: x@y.example', null],
    ['"ada lovelace"@stem.example', null],
    ['ada@[192.0.2.1]', null],
    ['Ada <ada@stem.example>', null],
    ['ada@stem.example, eve@stem.example', null],
    ['ada@localhost', null],
    [`${'a'.repeat(65)}@stem.example`, null],
  ])('%j is read as %j', (typed, read) => {
    const parsed = v.safeParse(mailAddress, typed)
    expect(parsed.success ? parsed.output : null).toBe(read)
  })

  it('has one key for all its spellings, and keeps dots and tags apart', () => {
    expect(addressKey('ＡDA@stem.example')).toBe(addressKey('ada@stem.example'))
    expect(addressKey('a.da@stem.example')).not.toBe(addressKey('ada@stem.example'))
  })
})

describe('what leaves', () => {
  it('has no line break in a header', () => {
    expect(headerText('a\r\nb\u2028c\u0000d')).toBe('a b c d')
  })

  it.each(['smtp+plain://mail.example:25', 'carrier-pigeon:', 'brevo:', 'cloudflare:'])('does not go by %s, which nobody set up safely', (MAIL_TRANSPORT) => {
    expect(() => transportFrom({ MAIL_TRANSPORT, MAIL_FROM: 'x <x@stem.example>' })).toThrow(/machine|set up/)
  })

  it('names its sender', () => {
    expect(senderFrom({ MAIL_FROM: 'EU STEM Coalition <noreply@stem.example>' })).toEqual({ name: 'EU STEM Coalition', address: 'noreply@stem.example' })
    expect(() => senderFrom({ MAIL_FROM: 'noreply@stem.example' })).toThrow('Name <address>')
  })
})
