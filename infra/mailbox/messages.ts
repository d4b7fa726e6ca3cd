import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { simpleParser } from 'mailparser'

/** A mail that arrived. `to` are the addresses of the envelope, whatever the headers say. */
export type Arrived = {
  id: number
  at: string
  from: string
  to: string[]
  subject: string
  text: string
  html: string
  /** Addresses of the links in the plain text, in order. */
  links: string[]
  /** All headers, lower-case name and raw value, in the order they came. */
  headers: [string, string][]
}

const LINK = /https?:\/\/[^\s<>"]+/g

/** The mails that arrived, newest last; kept in a file so that a restart loses none. */
export class Messages {
  readonly #file: string
  readonly #all: Arrived[] = []

  constructor(file: string) {
    this.#file = file
    mkdirSync(dirname(file), { recursive: true })
    if (!existsSync(file)) return
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      // The last line may be half written when the process was killed.
      if (line.endsWith('}')) this.#all.push(JSON.parse(line) as Arrived)
    }
  }

  async take(raw: Buffer, envelope: { from: string; to: string[] }): Promise<void> {
    const mail = await simpleParser(raw, { skipImageLinks: true })
    const text = mail.text ?? ''
    const arrived: Arrived = {
      id: this.#all.length + 1,
      at: new Date().toISOString(),
      from: envelope.from,
      to: envelope.to,
      subject: mail.subject ?? '',
      text,
      html: mail.html || '',
      links: [...text.matchAll(LINK)].map(([url]) => url),
      headers: mail.headerLines.map(({ key, line }) => [key, line.slice(key.length + 1).trim()]),
    }
    this.#all.push(arrived)
    appendFileSync(this.#file, `${JSON.stringify(arrived)}\n`)
  }

  all = (to = ''): Arrived[] => this.#all.filter((mail) => to === '' || mail.to.includes(to))
  one = (id: number): Arrived | undefined => this.#all.find((mail) => mail.id === id)
}
