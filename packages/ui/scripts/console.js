// Keys of the console: / goes to search, j and k or the arrows move between rows, Enter opens. Each can be switched off.
const rows = () => [...document.querySelectorAll('.il a')]
const isTyping = ({ target }) => target.matches('input, textarea, select, [contenteditable]')

document.addEventListener('keydown', (event) => {
  if (document.body.dataset.keys === 'off' || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === '/') {
    const search = document.querySelector('#cq')
    if (!search) return
    event.preventDefault()
    search.focus()
    return
  }
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key]
  const all = rows()
  if (!step || all.length === 0) return
  const at = all.indexOf(document.activeElement)
  if (at === -1 && event.key.startsWith('Arrow')) return
  event.preventDefault()
  all[Math.max(0, Math.min(all.length - 1, at + step))].focus()
})
