// Asks the authenticator for a passkey when a form with data-passkey is sent, and sends the form with what it answered.
const { parseCreationOptionsFromJSON: toCreate, parseRequestOptionsFromJSON: toGet } = globalThis.PublicKeyCredential ?? {}

async function answer(form) {
  const { passkey, options } = form.dataset
  const asked = await fetch(options, { method: 'POST', body: new URLSearchParams({ purpose: passkey }) })
  if (!asked.ok) throw new Error('refused')
  const wish = await asked.json()
  const credential =
    passkey === 'enrol'
      ? await navigator.credentials.create({ publicKey: toCreate.call(PublicKeyCredential, wish) })
      : await navigator.credentials.get({ publicKey: toGet.call(PublicKeyCredential, wish) })
  return JSON.stringify(credential.toJSON())
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!toCreate || !toGet) continue
  const note = form.querySelector('[data-failed]')
  for (const part of form.querySelectorAll('[data-needs-script]')) part.hidden = false
  for (const part of form.querySelectorAll('[data-without-script]')) part.hidden = true
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const button = form.querySelector('button')
    button.disabled = true
    note.hidden = true
    try {
      form.elements.credential.value = await answer(form)
      form.submit()
    } catch {
      note.hidden = false
      button.disabled = false
      button.focus()
    }
  })
}
