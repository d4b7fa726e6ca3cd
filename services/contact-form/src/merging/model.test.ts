import fc from 'fast-check'
import { newFormKey } from '@stem/web/form'
import { beforeEach, expect, it } from 'vitest'
import { OPEN, type State } from '../cases/case.ts'
import { eventsOf } from '../cases/event.ts'
import { messagesOf, notesOf } from '../cases/read-case.ts'
import { requesterSays, staffWorks } from '../cases/say.ts'
import { undoAny } from '../desk-case/undo-any.ts'
import { arrive, caseOf } from '../testing/arriving.ts'
import { count, DB, emptyAll, NOW, READING } from '../testing/asking.ts'
import { mergeCases } from './merge-cases.ts'
import { splitCase } from './split-case.ts'

beforeEach(emptyAll)

/** A case as a person with a sheet of paper would keep it; `events`: one entry for each,
 * those that can be undone with how to go back; `beside`: of an act on another case. */
type Sheet = { state: State; into: string | null; said: string[]; notes: number; events: { kind: string; undo?: () => boolean; beside?: true }[] }

const nth = fc.nat(20)
const command = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('say' as const), at: nth }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('note' as const), at: nth }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('move' as const), at: nth, state: fc.constantFrom<State>('in-progress', 'closed', 'spam') }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('merge' as const), at: nth, to: nth }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('split' as const), at: nth, chosen: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }) }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('undo' as const), at: nth, back: fc.nat(2) }) },
)

it('cases are merged, split and set back in any order, and every message, note and state is where a person would expect it', async () => {
  let done = 0
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 12 }), async (commands) => {
      const sheets = new Map<string, Sheet>()
      const [auditBefore, doneBefore] = [(await count('audit')) ?? 0, done]
      const fresh = (): Sheet => ({ state: 'new', into: null, said: [], notes: 0, events: [{ kind: 'received' }] })
      for (const word of ['a', 'b']) sheets.set(await arrive({ body: word }), { ...fresh(), said: [word] })
      let word = 0
      for (const one of commands) {
        const id = [...sheets.keys()][one.at % sheets.size] ?? ''
        const sheet = sheets.get(id) ?? fresh()
        const found = await caseOf(id)
        const isOpen = OPEN.includes(sheet.state)
        const version = sheet.events.length
        let [expected, worked] = [false, false]
        if (one.act === 'say') {
          expected = isOpen
          worked = (await requesterSays(READING, found, { body: `w${++word}`, side: 'requester', author: null }, NOW)).ok
          if (expected) sheet.said.push(`w${word}`)
          if (expected) sheet.events.push({ kind: 'said' })
        } else if (one.act === 'note') {
          expected = true
          worked = (await staffWorks(READING, 'per_a', found, { act: 'note', body: 'n', version }, NOW)).ok
          sheet.notes++
          sheet.events.push({ kind: 'noted' })
        } else if (one.act === 'move') {
          worked = (await staffWorks(READING, 'per_a', found, { act: 'state', state: one.state, version }, NOW)).ok
          expected = worked
          if (worked) {
            const before = sheet.state
            const length = version + 1
            sheet.events.push({
              kind: before === 'closed' && OPEN.includes(one.state) ? 'reopened' : 'moved',
              undo: () => sheet.events.length === length && ((sheet.state = before), sheet.events.push({ kind: 'undone' }), true),
            })
            sheet.state = one.state
          }
        } else if (one.act === 'merge') {
          const to = [...sheets.keys()][one.to % sheets.size] ?? ''
          const target = sheets.get(to) ?? fresh()
          expected = id !== to && isOpen && OPEN.includes(target.state)
          const into = await caseOf(to)
          worked = (await mergeCases(READING, 'per_a', { found, into, seen: { version, intoVersion: target.events.length } }, NOW)).ok
          if (expected) {
            const before = sheet.state
            const length = version + 1
            const undo = () => {
              if (sheet.events.length !== length || sheet.state !== 'merged') return false
              Object.assign(sheet, { state: before, into: null })
              target.events.push({ kind: 'undone', beside: true })
              sheet.events.push({ kind: 'undone' })
              return true
            }
            sheet.events.push({ kind: 'merged', undo })
            target.events.push({ kind: 'joined', beside: true, undo })
            Object.assign(sheet, { state: 'merged', into: to })
          }
        } else if (one.act === 'split') {
          const messages = await messagesOf(READING, id)
          const chosen = messages.filter((_, index) => one.chosen[index % 8])
          expected = isOpen && chosen.length > 0 && chosen.length < messages.length
          const wish = { key: newFormKey(), version, kind: 'question', messages: chosen.map((message) => message.id) } as const
          const made = await splitCase(READING, 'per_a', found, wish, NOW)
          worked = made.ok
          if (made.ok && expected) {
            const own: Sheet = { ...fresh(), said: chosen.map(({ body }) => body), events: [{ kind: 'received', beside: true }] }
            sheets.set(made.value.id, own)
            const rest = sheet.said.filter((text) => !own.said.includes(text))
            sheet.said = rest
            const undo = () => {
              if (own.events.length !== 1 || !OPEN.includes(sheet.state)) return false
              sheet.said.push(...own.said.splice(0))
              Object.assign(own, { state: 'merged', into: id })
              own.events.push({ kind: 'merged', beside: true })
              sheet.events.push({ kind: 'undone' })
              return true
            }
            sheet.events.push({ kind: 'split', undo })
          }
        } else {
          const events = await eventsOf(DB, id)
          const index = Math.max(0, sheet.events.length - 1 - one.back)
          const undo = sheet.events[index]?.undo
          worked = (await undoAny(READING, 'per_a', found, events.find((event) => event.version === index + 1)?.id ?? '', NOW)).ok
          expected = undo?.() ?? false
          if (expected) delete sheet.events[index]?.undo
        }
        expect(worked, JSON.stringify(one)).toBe(expected)
        done += Number(worked)
      }
      let [all, beside] = [0, 0]
      for (const [id, sheet] of sheets) {
        const [found, events, messages, notes] = await Promise.all([caseOf(id), eventsOf(DB, id), messagesOf(READING, id), notesOf(READING, id)])
        expect([found.state, found.mergedInto, found.version]).toEqual([sheet.state, sheet.into, sheet.events.length])
        expect(messages.map(({ body }) => body).toSorted()).toEqual(sheet.said.toSorted())
        expect(notes).toHaveLength(sheet.notes)
        // No state without its event, one version for each.
        const inOrder = events.toSorted((a, b) => a.version - b.version)
        expect(inOrder.map(({ version, kind }) => [version, kind])).toEqual(sheet.events.map(({ kind }, index) => [index + 1, kind]))
        expect(inOrder.at(-1)?.state).toBe(found.state)
        all += events.length
        beside += sheet.events.filter((event) => event.beside).length
      }
      // One audit entry for what was done, whether one case or two tell of it.
      expect([((await count('audit')) ?? 0) - auditBefore, all - beside]).toEqual([done - doneBefore + 2, done - doneBefore + 2])
    }),
    { numRuns: 60 },
  )
  expect(done).toBeGreaterThan(100)
}, 60_000)
