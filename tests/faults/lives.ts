import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const SYSTEM = fileURLToPath(new URL('./bad-system.ts', import.meta.url))

/** A port of loopback that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Starts a whole system that can be killed, and waits until it answers. A port that somebody's outgoing connection has for a moment is waited for, and on a busy machine the connection to it may break. */
export async function startChild(port: number, dataDir: string, mailTransport: string, share: number, triesLeft = 20): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SYSTEM, String(port), dataDir, mailTransport, String(share)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const words: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => words.push(chunk.toString()))
  // Until it says that it is ready: who knocks while the databases are brought up to date makes both wait for each other.
  const isUp = await new Promise<boolean>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('ready') && resolve(true))
    child.once('close', () => resolve(false))
  })
  if (isUp) return child
  if (triesLeft === 0 || !/in use|fetch failed/.test(words.join(''))) throw new Error(`the system did not start: ${words.join('')}`)
  await new Promise((resolve) => setTimeout(resolve, 1000))
  return startChild(port, dataDir, mailTransport, share, triesLeft - 1)
}
