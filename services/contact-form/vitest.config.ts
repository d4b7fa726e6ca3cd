import { workerConfig } from '@stem/test-kit/worker-config'

const MEMBERS = `import { WorkerEntrypoint } from 'cloudflare:workers'
const views = {}
export default class extends WorkerEntrypoint {
  staff() { return ['secretariatofficer', 'secretariatadmin'].map((role) => ({ id: 'per_' + role.padEnd(26, '0'), name: role })) }
  savedViewsOf(person, place) { return (views[person] ??= []).filter((one) => one.place === place) }
  saveView(person, place, view) {
    if (view.name === 'One too many') return 'full'
    ;(views[person] ??= []).push({ ...view, place, id: 'viw_' + String(views[person].length).padStart(26, '0') })
    return 'saved'
  }
  deleteView(person, id) { views[person] = (views[person] ?? []).filter((one) => one.id !== id) }
  namesOf(ids) { return Object.fromEntries(ids.map((id) => [id, 'Name of ' + id.slice(-2)])) }
}`

const CONTENT = `import { WorkerEntrypoint } from 'cloudflare:workers'
const drafts = new Map()
let isDown = false
export default class extends WorkerEntrypoint {
  draftInstrument(wish) {
    if (isDown) throw new Error('content is down')
    const key = wish.caseId + wish.type
    if (!drafts.has(key)) drafts.set(key, { id: 'itm_' + String(drafts.size + 1).padStart(26, '0'), wish, published: false, shown: null })
    return { id: drafts.get(key).id }
  }
  instrumentsOf(ids) {
    if (isDown) throw new Error('content is down')
    return [...drafts.values()].filter(({ id }) => ids.includes(id)).map(({ id, wish, published, shown }) => ({ id, type: wish.type, title: wish.title, locale: wish.locale, stage: 'requested', published, shown }))
  }
  // What a test asks and sets.
  wishes() { return [...drafts.values()].map(({ id, wish }) => ({ id, ...wish })) }
  setDown(down) { isDown = down }
  show(id, shown) { for (const draft of drafts.values()) if (draft.id === id) Object.assign(draft, { published: true, shown }) }
}`

export default workerConfig({
  miniflare: {
    // A second database, to compare a full inbox with an empty one in one run.
    d1Databases: ['FULL'],
    workers: [
      { name: 'stem-members', modules: true, compatibilityDate: '2026-11-01', script: MEMBERS },
      { name: 'stem-content', modules: true, compatibilityDate: '2026-11-01', script: CONTENT },
    ],
  },
})
