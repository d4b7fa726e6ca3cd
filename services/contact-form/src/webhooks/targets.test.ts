import { describe, expect, it } from 'vitest'
import { HOSTILE_TARGETS } from '../testing/hostile-targets.ts'
import { isPublicAddress } from './address-ranges.ts'
import { readTarget } from './read-target.ts'

const RULES = { own: ['www.coalition.eu', 'reply.coalition.eu'], loopback: false }

describe('an address to be told', () => {
  it.each([...HOSTILE_TARGETS, 'https://www.coalition.eu/', 'https://a.www.coalition.eu/', 'https://reply.coalition.eu/'])('is not %s', (text) => {
    expect(readTarget(text, RULES).ok).toBe(false)
  })

  it.each([
    ['https://example.org', 'https://example.org/'],
    ['HTTPS://Example.ORG:443/In/?a=1#part', 'https://example.org/In/?a=1'],
    ['https://hooks.example.org:8443/a', 'https://hooks.example.org:8443/a'],
    ['https://παράδειγμα.ελ/', 'https://xn--hxajbheg2az3al.xn--qxam/'],
    // A backslash is a slash: the host is the one before it.
    ['https://example.org\\@127.0.0.1/', 'https://example.org/@127.0.0.1/'],
    ['https://1.example.org/', 'https://1.example.org/'],
    ['https://localhost.example.org/', 'https://localhost.example.org/'],
  ])('can be %s', (text, target) => {
    expect(readTarget(text, RULES)).toEqual({ ok: true, value: target })
  })

  it('lies on this machine only while developing, and even then by http and those two names alone', () => {
    const rules = { ...RULES, loopback: true }
    expect(readTarget('http://localhost:9000/a', rules)).toEqual({ ok: true, value: 'http://localhost:9000/a' })
    expect(readTarget('http://127.0.0.1:9000/', rules).ok).toBe(true)
    for (const text of ['http://10.0.0.1/', 'http://[::1]:9000/', 'http://example.org/', 'https://localhost/', 'http://a@localhost/', 'http://0.0.0.0/'])
      expect(readTarget(text, rules).ok, text).toBe(false)
  })
})

describe('an address of an interface', () => {
  it.each([
    '0.0.0.0',
    '0.255.255.255',
    '10.0.0.0',
    '10.255.255.255',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.0.1',
    '192.168.255.255',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::a00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    '2001:2::1',
    '2001:10::1',
    '2001:20::1',
    '2001:1ff:ffff::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '2002:808:808::',
    '2620:4f:8000::1',
    '3fff::1',
    '3fff:fff:ffff::1',
    '5f00::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
  ])('%s is not public', (text) => {
    expect(isPublicAddress(text)).toBe(false)
  })

  it.each(['1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '172.15.255.255', '172.32.0.0', '192.0.1.1', '223.255.255.255'])(
    '%s is public',
    (text) => {
      expect(isPublicAddress(text)).toBe(true)
    },
  )

  it.each(['2606:4700::1111', '2001:4860:4860::8888', '2001:200::1', '2a00:1450:4001:80b::200e', '2000::', '2003:FFFF::1', '2606:4700::1.1.1.1'])(
    '%s is public',
    (text) => {
      expect(isPublicAddress(text)).toBe(true)
    },
  )

  it.each([
    '',
    'localhost',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '256.1.1.1',
    '0x7f.0.0.1',
    '1.1.1.1 ',
    ':::',
    '2606::1::1',
    '2606:4700',
    '2606:4700:0:0:0:0:0:0:1',
    '2606:4700::11111',
    '2606::g',
    'g::',
  ])('%j is none, so it is not public', (text) => {
    expect(isPublicAddress(text)).toBe(false)
  })
})
