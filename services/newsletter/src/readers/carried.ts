/** Whether every sender over the internet carries mails to an address: without SMTPUTF8 (RFC 6531) that is ASCII before the @. */
export const isCarried = (address: string): boolean => /^[\u0021-\u007e]+@/.test(address)
