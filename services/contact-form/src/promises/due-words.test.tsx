import { speechOf } from '@stem/ui/speech'
import { describe, expect, it } from 'vitest'
import { DueTag, dueWords } from './due-words.tsx'

const utc = (text: string) => Date.parse(`${text}Z`)
const [en, fr, el] = [speechOf('en'), speechOf('fr'), speechOf('el')]
// A Tuesday, half past twelve in Brussels.
const NOW = utc('2026-11-24T11:30')

describe('due times in words', () => {
  it.each([
    ['2026-11-20T10:00', 'overdue by 4 days', 'en retard de 4 jours', 'καθυστέρηση 4 ημερών'],
    ['2026-11-23T15:59', 'overdue by 1 day', 'en retard de 1 jour', 'καθυστέρηση 1 ημέρας'],
    ['2026-11-24T08:30', 'overdue by 3 hours', 'en retard de 3 heures', 'καθυστέρηση 3 ωρών'],
    ['2026-11-24T10:30', 'overdue by 1 hour', 'en retard de 1 heure', 'καθυστέρηση 1 ώρας'],
    ['2026-11-24T11:00', 'overdue by less than an hour', 'en retard de moins d’une heure', 'καθυστέρηση κάτω από μία ώρα'],
    ['2026-11-24T12:00', 'due within an hour', 'à traiter dans l’heure', 'λήγει μέσα στην ώρα'],
    ['2026-11-24T14:00', 'due in 3 hours', 'à traiter dans 3 heures', 'λήγει σε 3 ώρες'],
    ['2026-11-24T15:31', 'due today', 'à traiter aujourd’hui', 'λήγει σήμερα'],
    ['2026-11-25T09:00', 'due tomorrow', 'à traiter demain', 'λήγει αύριο'],
    ['2026-12-09T09:00', 'due on 9 Dec 2026', 'à traiter le 9 déc. 2026', 'λήγει στις 9 Δεκ 2026'],
  ])('%s: %s', (due, ...words) => {
    expect([en, fr, el].map((speech) => dueWords(speech, utc(due), NOW))).toEqual(words)
  })

  it('say nothing of being late on an evening or a weekend', () => {
    const friday = utc('2026-11-27T16:00')
    expect(['2026-11-27T16:30', '2026-11-28T10:00', '2026-11-30T07:59', '2026-11-30T08:30'].map((now) => dueWords(en, friday, utc(now)))).toEqual([
      'due now',
      'due now',
      'due now',
      'overdue by 3 days',
    ])
  })

  it('follow the days of Brussels, not of Greenwich', () => {
    expect(dueWords(en, utc('2026-07-20T08:00'), utc('2026-07-18T22:30'))).toBe('due tomorrow')
  })

  it('stand as words beside their colour', () => {
    const mark = (due: string) => String(<DueTag speech={en} dueAt={utc(due)} now={NOW} />)
    expect(mark('2026-11-20T10:00')).toMatch(/class="tag bad">overdue by 4 days/)
    expect(mark('2026-11-25T10:00')).toMatch(/class="tag warn">due tomorrow/)
    expect(mark('2026-12-09T10:00')).toMatch(/class="tag">due on/)
  })
})
