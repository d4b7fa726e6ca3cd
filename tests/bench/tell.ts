/** Whether every figure so far met its gate. */
export const gates = { met: true }

/** Prints one figure beside its gate. */
export function tell(what: string, value: number, gate: number, isAtLeast: boolean, detail: string, unit = '×'): void {
  const good = isAtLeast ? value >= gate : value <= gate
  gates.met &&= good
  console.log(`${good ? '✓' : '✗'} ${what}: ${value.toFixed(2)}${unit} (${isAtLeast ? 'at least' : 'at most'} ${gate}${unit})   ${detail}`)
}
