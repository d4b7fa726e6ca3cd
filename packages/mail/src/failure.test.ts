import { describe, expect, it } from 'vitest'
import { failureFrom, failureOfReply } from './failure.ts'

describe('a failure', () => {
  it.each([
    // No such mailbox, or no such host.
    ['5.1.1', 'smtp; 550 5.1.1 User unknown', 'hard', '5.1.1'],
    ['5.1.10', 'smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound', 'hard', '5.1.10'],
    ['5.2.1', 'smtp; 550 5.2.1 The email account that you tried to reach is disabled', 'hard', '5.2.1'],
    ['5.4.1', 'smtp;550 5.4.1 Recipient address rejected: Access denied. AS(201806281)', 'hard', '5.4.1'],
    ['5.4.4', 'DNS Error: NXDOMAIN', 'hard', '5.4.4'],
    ['5.0.0', 'smtp; 550 5.1.1 <a@b.example>: Recipient address rejected', 'hard', '5.1.1'],
    ['5.0.0', 'smtp; 550 No such user here', 'hard', '5.0.0'],
    [null, '550 unrouteable address', 'hard', null],
    // The mailbox or its server is not in order.
    ['5.2.2', 'smtp; 552-5.2.2 The email account is over quota', 'soft', '5.2.2'],
    ['4.4.7', 'smtp; 450 4.4.7 message expired', 'soft', '4.4.7'],
    ['5.4.7', 'delivery time expired', 'soft', '5.4.7'],
    ['5.3.1', 'smtp; 452 system full', 'soft', '5.3.1'],
    ['5.0.0', 'smtp; 552 mailbox full', 'soft', '5.0.0'],
    [null, '', 'soft', null],
    // This mail, or who sends it.
    ['5.7.1', 'smtp; 550 5.7.1 Message rejected due to content', 'policy', '5.7.1'],
    ['5.7.26', 'smtp; 550-5.7.26 This mail is unauthenticated', 'policy', '5.7.26'],
    ['5.3.4', 'smtp; 552 5.3.4 Message too big', 'policy', '5.3.4'],
    ['5.2.3', 'message length exceeds the limit', 'policy', '5.2.3'],
    ['5.1.8', 'smtp; 501 5.1.8 Bad sender domain', 'policy', '5.1.8'],
    ['5.0.0', 'smtp; 550 message looks like spam', 'policy', '5.0.0'],
    ['5.6.0', 'lone CR', 'policy', '5.6.0'],
    // The server it came from.
    ['5.7.1', 'smtp;550 5.7.1 Service unavailable, Client host [192.0.2.1] blocked using Spamhaus', 'block', '5.7.1'],
    ['5.7.606', 'smtp;550 5.7.606 Access denied, banned sending IP [192.0.2.1]', 'block', '5.7.606'],
    ['4.7.0', 'smtp; 421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred', 'block', '4.7.0'],
    ['5.0.0', 'smtp; 554 Your IP has a poor reputation', 'block', '5.0.0'],
    // Numbers of an address are no code.
    [null, '550 host 5.1.1.9 says no such user', 'hard', null],
  ])('%s, %j is %s with %s', (status, words, kind, code) => {
    expect(failureFrom(status, words)).toEqual({ kind, code })
  })

  it.each([
    ['550 5.1.1 no such user', 'RCPT TO', 'hard', '5.1.1'],
    ['550 no such user', 'RCPT TO', 'hard', null],
    ['552 5.2.2 full', 'RCPT TO', 'soft', '5.2.2'],
    ['554 5.7.1 not wanted', 'RCPT TO', 'policy', '5.7.1'],
    ['550 5.1.1 who are you', 'MAIL FROM', 'policy', '5.1.1'],
    ['550 you are on a blocklist', 'MAIL FROM', 'block', null],
    ['550 no', 'DATA', 'policy', null],
    ['550 5.1.1 no such user', 'DATA', 'hard', '5.1.1'],
  ])('%j to %s is %s', (words, command, kind, code) => {
    expect(failureOfReply(words, command)).toEqual({ kind, code })
  })
})
