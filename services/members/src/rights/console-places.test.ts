import { CONSOLE_PLACES } from '@stem/contracts/console'
import { expect, it } from 'vitest'
import { RIGHTS, type Action } from './rights.ts'

const ACTIONS: Partial<Record<keyof typeof CONSOLE_PLACES, Action>> = {
  inbox: 'console.open',
  organisations: 'organisation.list',
  people: 'person.read',
  roles: 'role.read',
  mails: 'audit.read',
  audit: 'audit.read',
}

it.each(Object.entries(ACTIONS))('the navigation shows %s to who may open it, and to nobody else', (place, action) => {
  expect([...CONSOLE_PLACES[place as keyof typeof CONSOLE_PLACES].roles].toSorted()).toEqual([...RIGHTS[action]].toSorted())
})
