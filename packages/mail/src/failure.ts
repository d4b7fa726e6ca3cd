/**
 * Why a mail did not reach its receiver. `hard`: there is no such mailbox. `soft`: the mailbox is full or its server out of order. `policy`:
 * this mail or its sender is not wanted. `block`: the server that sent it stands on a list. The last two say nothing about the receiver.
 */
export const FAILURE_KINDS = ['hard', 'soft', 'policy', 'block'] as const
/** A kind. */
export type FailureKind = (typeof FAILURE_KINDS)[number]

/** A failure. `code`: status code of RFC 3463, e.g. `5.1.1`; null when none was told. */
export type Failure = { kind: FailureKind; code: string | null }

// Not part of an address of four numbers.
const ENHANCED = /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d]|\.\d)/
const REPLY = /(?<![\d.])([45]\d\d)(?=[ -])/
const BLOCKED =
  /block(ed|s|ing|list)|black-?\s?list|deny-?\s?list|spamhaus|spamcop|barracuda|sorbs|uceprotect|reputation|dnsbl|\brbl\b|\bbanned\b|\bS31[45]0\b|\bTSS?0\d/i
const UNWANTED = /spam|policy|virus|prohibited|not permitted|not allowed|denied|authenticat|dmarc|dkim|\bspf\b|content|unsolicited/i
const FULL = /quota|(mailbox|inbox|account|storage) (is |was )?(full|exceeded)|over ?limit|insufficient (system )?storage/i
const LARGE = /too (large|big|long)|(message|maximum|fixed) size|size limit/i

const isGeneric = (code: string): boolean => code.endsWith('.0.0')
const unwanted = (words: string): FailureKind => (BLOCKED.test(words) ? 'block' : 'policy')

/** By what a server says where its code says nothing. `reply`: the three digits of SMTP. */
function kindByWords(words: string, code: string | null, reply: string | null): FailureKind {
  if (BLOCKED.test(words)) return 'block'
  if (FULL.test(words)) return 'soft'
  if (UNWANTED.test(words) || LARGE.test(words)) return 'policy'
  if (reply === '552' || (reply ?? code ?? '4').startsWith('4')) return 'soft'
  return reply === null || ['550', '551', '553'].includes(reply) ? 'hard' : 'policy'
}

function kindByCode(code: string, words: string): FailureKind {
  const [, subject = '', detail = ''] = code.split('.')
  if (subject === '7') return unwanted(words)
  if (code.startsWith('4')) return 'soft'
  // The sender's address, the form of the mail, or its size (5.2.3, 5.3.4): nothing the receiver can help.
  if ((subject === '1' && ['7', '8'].includes(detail)) || subject === '5' || subject === '6') return 'policy'
  if ((subject === '2' && detail === '3') || (subject === '3' && detail === '4')) return 'policy'
  if (subject === '3' || (subject === '2' && detail === '2')) return 'soft'
  // Routing: no such host (5.4.4, 5.4.310) and Exchange's unknown recipient (5.4.1) are lasting; loops and time-outs are not.
  if (subject === '4') return ['1', '4', '310'].includes(detail) ? 'hard' : 'soft'
  return 'hard'
}

/**
 * What a failure is, by its status code (RFC 3463) and the words of the server that told it (`550 5.1.1 …`). A code in the words counts when
 * `status` is null or says only that it failed (`5.0.0`).
 */
export function failureFrom(status: string | null, words: string): Failure {
  const own = status === null || isGeneric(status) ? (ENHANCED.exec(words)?.[1] ?? status) : status
  if (own !== null && !isGeneric(own)) return { kind: kindByCode(own, words), code: own }
  return { kind: kindByWords(words, own, REPLY.exec(words)?.[1] ?? null), code: own }
}

/** What a refusal in the middle of SMTP (RFC 5321) is. What is said to the name of the sender says nothing about the receiver. */
export function failureOfReply(words: string, command: string): Failure {
  const failure = failureFrom(null, words)
  return command === 'RCPT TO' || (command !== 'MAIL FROM' && failure.code !== null) ? failure : { ...failure, kind: unwanted(words) }
}
