// What a sender over the internet carries without SMTPUTF8 (RFC 6531): ASCII before the @.
const CARRIED = /^[\u0021-\u007e]+@/

/** Whether mail servers on the way carry mails to the address. `address`: as `mailAddress` of `packages/mail` gives it. */
export const isCarried = (address: string): boolean => CARRIED.test(address)
