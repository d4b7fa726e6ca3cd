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
  contactOf(id) {
    const name = id.slice(4).replace(/0+$/, '')
    return name === 'gone' ? null : { name, address: name + '@min.example', job: 'Adviser', locale: 'fr', organisation: { name: 'Ministry of ' + name, country: 'EE' } }
  }
  addressOf(id) {
    return id === 'org_' + '1'.repeat(26) ? { found: 'organisation', organisation: { id, name: 'Platform Own' }, neighbours: [] } : { found: 'none' }
  }
  findOrganisations(words) { return 'astra'.startsWith(words.toLowerCase()) ? [{ id: 'org_00000000000000000000000001', name: 'Astra', country: 'DK' }] : [] }
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
  findPractices(words) { return words.toLowerCase() === 'girls' ? [{ id: 'itm_00000000000000000000000001', title: 'Girls code', country: 'DK' }] : [] }
  cardOf(id) {
    if (id === 'itm_' + '9'.repeat(26)) throw new Error('down')
    return id === 'itm_' + '1'.repeat(26) ? { id, type: 'practice', title: 'Girls <code>', locale: 'et' } : null
  }
}`

// Takes what says `Auto-Submitted` for a program's, everything else for a person's.
const NEWSLETTER = `import { WorkerEntrypoint } from 'cloudflare:workers'
const taken = []
export default class extends WorkerEntrypoint {
  takeMail({ raw, from, to }) {
    taken.push({ size: raw.byteLength, from, to })
    return new TextDecoder().decode(raw).includes('Auto-Submitted') ? 'heard' : 'person'
  }
  // What a test asks.
  taken() { return taken.splice(0) }
}`

// Everything outside: the check of the browser, which answers by what its token says.
const OUTSIDE = `export default {
  async fetch(request) {
    if (request.url !== 'https://challenges.cloudflare.com/turnstile/v0/siteverify') return new Response('nowhere', { status: 502 })
    const form = await request.formData()
    const [word, action = 'support-request', hostname = 'stem.example'] = form.get('response').split(' ')
    if (word === 'down') return new Response('down', { status: 500 })
    return Response.json({ success: word === 'good' && form.get('secret') === 'a-secret' && !form.has('remoteip'), action, hostname })
  }
}`

export default workerConfig({
  miniflare: {
    // A second database, to compare a full inbox with an empty one in one run.
    d1Databases: ['FULL'],
    outboundService: 'outside',
    workers: [
      { name: 'outside', modules: true, compatibilityDate: '2026-11-01', script: OUTSIDE },
      { name: 'stem-members', modules: true, compatibilityDate: '2026-11-01', script: MEMBERS },
      { name: 'stem-content', modules: true, compatibilityDate: '2026-11-01', script: CONTENT },
      { name: 'stem-newsletter', modules: true, compatibilityDate: '2026-11-01', script: NEWSLETTER },
    ],
  },
})
