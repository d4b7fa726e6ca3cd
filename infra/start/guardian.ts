// Lives beside the start command and ends workerd when that command dies without a word (kill -9, a closed terminal):
// otherwise workerd would keep the port and the data. Its only argument is the process id of workerd.
const workerd = Number(process.argv[2])
let released = false
process.stdin.on('data', () => {
  released = true
})
process.stdin.on('end', () => {
  if (!released) {
    try {
      process.kill(workerd, 'SIGKILL')
    } catch {
      // It is over already.
    }
  }
  process.exit(0)
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
