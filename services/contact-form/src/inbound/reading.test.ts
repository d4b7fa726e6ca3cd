import { describe, expect, it } from 'vitest'
import { hideTokens } from './hide-tokens.ts'
import { textOfHtml } from './plain-text.ts'
import { partQuoted } from './quoted.ts'
import { failureIn } from './take-report.ts'

describe('the text of HTML', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['Answer<blockquote><p>Quoted</p></blockquote>', 'Answer\n\n> Quoted'],
    ['&lt;b&gt; &amp;amp; &#x3b1;&#945; &eacute;&Eacute; &nbsp;x &unknown; &#0; &#xffffff;', '<b> &amp; αα éÉ x &unknown; &#0; &#xffffff;'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['<!-- hidden --><p>seen</p><!-- never closed <p>x', 'seen'],
    ['<head><title>t</title></head><body>b</body>', 'b'],
    ['<head>no end of head<p>kept', 'no end of head\n\nkept'],
    ['<script>var a = "<p>x</p>"</script>y<style>p{}</style>', 'y'],
    ['<img src=x onerror=alert(1)>z<a href="javascript:x">link</a>', 'zlink'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
    ['<p', ''],
    ['', ''],
  ])('%j is %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text)
  })

  it.each(['<', '<!--', '<script>', '<head>', '</', '<a ', '&#x', '<p>', '<blockquote>'])('takes a moment only, however often %s comes', (piece) => {
    const began = performance.now()
    textOfHtml(piece.repeat(Math.floor(1_000_000 / piece.length)))
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

const OUTLOOK = '\n\n________________________________\nFrom: EU STEM <x@stem.example>\nSent: Tuesday\nTo: Anna\nSubject: Request\n\nold words'
const ORIGINAL = '\n\n-----Message d’origine-----\nDe : EU STEM\nEnvoyé : mardi\nÀ : Anna\nObjet : Demande\n\nold words'

describe('what a mail quotes', () => {
  it.each([
    ['a Gmail answer', 'Yes.\n\nOn Tue, 24 Nov 2026 at 12:00, EU STEM <x@stem.example> wrote:\n\n> old\n> words', 'Yes.'],
    ['a French answer', 'Oui.\n\nLe 24 nov. 2026 à 12:00, EU STEM\n<x@stem.example> a écrit :\n> ancien', 'Oui.'],
    ['a Greek answer', 'Ναι.\n\nΣτις 24 Νοε 2026, EU STEM έγραψε:\n> παλιό', 'Ναι.'],
    ['quoted lines without an introduction', 'Yes.\n> old\n>> older\n', 'Yes.'],
    ['an Outlook answer', `Yes.${OUTLOOK}`, 'Yes.'],
    ['a French Outlook answer', `Oui.${ORIGINAL}`, 'Oui.'],
  ])('%s is parted', (_, text, own) => {
    const parted = partQuoted(text)
    expect(parted.own).toBe(own)
    expect(parted.quoted).not.toBe('')
    expect(text.startsWith(parted.own) && text.endsWith(parted.quoted)).toBe(true)
  })

  it.each([
    ['an answer between the quoted lines', '> How many?\nTwo.\n> Where?\nIn Tallinn.'],
    ['an answer below the quoted lines', '> How many?\n\nTwo.'],
    ['a mail of quotations alone', '> one\n> two'],
    ['a line of dashes', 'One\n-----------\nTwo\nThree'],
    ['a forwarded mail alone', OUTLOOK.trim()],
    ['nothing', ''],
  ])('%s is kept whole', (_, text) => {
    expect(partQuoted(text)).toEqual({ own: text, quoted: '' })
  })
})

describe('the secret part of a link', () => {
  const token = '0123456789abcdef'.repeat(4)
  it.each([
    [`> https://stem.example/support/case?case=cas_1&token=${token}\n> Regards`, '> https://stem.example/support/case?case=cas_1&token=…\n> Regards'],
    [`> …&token=${token.slice(0, 30)}\n> ${token.slice(30, 60)}=\n`, `> …&token=${token.slice(0, 30)}\n> ${token.slice(30, 60)}=\n`],
    [`> …&token=${token.slice(0, 30)}\n>> ${token.slice(30)} a face`, '> …&token=… a face'],
    [`https://filter.example/?url=https%3A%2F%2Fstem.example%3Ftoken%3D${token}&x`, 'https://filter.example/?url=https%3A%2F%2Fstem.example%3Ftoken%3D…&x'],
    ['a token=short stays', 'a token=short stays'],
  ])('%j is kept as %j', (text, kept) => {
    expect(hideTokens(text)).toBe(kept)
  })
})

describe('a report', () => {
  it.each([
    ['Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1', '5.1.1'],
    ['Reporting-MTA: dns; x\r\n\r\nAction: FAILED (now)\r\nStatus: 4.0.0', '5.0.0'],
    ['Action: delayed\nStatus: 4.4.1\n\nAction: failed\nStatus: 5.7.1 (policy)', '5.7.1'],
    ['Action: delivered\nStatus: 2.0.0', null],
    ['Diagnostic-Code: smtp; Action: failed', null],
    ['', null],
  ])('%j fails with %j', (status, code) => {
    expect(failureIn([status])).toBe(code)
  })
})
