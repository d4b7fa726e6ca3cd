import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const SYSTEM = fileURLToPath(new URL('./bad-system.ts', import.meta.url))
const MOST_LOOKS = 1200

/** A port of loopback that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Starts a whole system that can be killed, and waits until it answers. A port that somebody's outgoing connection has for a moment is waited for. */
export async function startChild(port: number, dataDir: string, mailTransport: string, share: number, triesLeft = 20): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SYSTEM, String(port), dataDir, mailTransport, String(share)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const words: string[] = []
  child.stdout?.resume()
  child.stderr?.on('data', (chunk: Buffer) => words.push(chunk.toString()))
  // Not until it says that it is ready: a system that begins to answer can be killed as well.
  for (let tries = 0; tries < MOST_LOOKS; tries++) {
    if (child.exitCode !== null && triesLeft > 0 && words.join('').includes('in use')) {
      await new Promise((resolve) => setTimeout(resolve, 1000))
      return startChild(port, dataDir, mailTransport, share, triesLeft - 1)
    }
    if (child.exitCode !== null) throw new Error(`the system did not start: ${words.join('')}`)
    const health = await fetch(`http://localhost:${port}/healthz`).catch(() => null)
    await health?.body?.cancel()
    if (health !== null) return child
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the system did not answer')
}
