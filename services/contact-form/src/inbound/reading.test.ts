import { describe, expect, it } from 'vitest'
import { partQuoted } from './quoted.ts'

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
