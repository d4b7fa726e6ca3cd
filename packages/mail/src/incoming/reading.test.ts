import { describe, expect, it } from 'vitest'
import { hideTokens } from './hide-tokens.ts'
import { textOfHtml } from './plain-text.ts'
import { failureIn, isComplaint } from './report.ts'

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
    ['Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1', 'hard', '5.1.1'],
    ['Reporting-MTA: dns; x\r\n\r\nAction: FAILED (now)\r\nStatus: 4.0.0', 'soft', '4.0.0'],
    ['Action: delayed\nStatus: 4.4.1\n\nAction: failed\nStatus: 5.7.1 (policy)', 'policy', '5.7.1'],
    ['Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp;\n 550-5.2.2 The account\n is over quota', 'soft', '5.2.2'],
  ])('%j fails as %s', (status, kind, code) => {
    expect(failureIn([status])).toEqual({ kind, code })
  })

  it.each(['Action: delivered\nStatus: 2.0.0', 'Action: delayed\nStatus: 4.4.1', 'Diagnostic-Code: smtp; Action: failed', ''])('%j is no failure', (status) =>
    expect(failureIn([status])).toBeNull(),
  )

  it.each([
    ['Feedback-Type: abuse\nUser-Agent: SomeGenerator/1.0', true],
    ['User-Agent: x\nFeedback-Type: opt-out', true],
    ['Feedback-Type: not-spam', false],
    ['Feedback-Type: auth-failure', false],
    ['', false],
  ])('%j: a complaint? %s', (part, is) => expect(isComplaint([part])).toBe(is))
})
