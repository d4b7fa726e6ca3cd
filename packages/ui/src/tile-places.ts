/** Column and row of each country's tile. */
export const tilePlaces: Record<string, readonly [number, number]> = {
  IS: [0, 0], NO: [3, 0], SE: [4, 0], FI: [5, 0], EE: [5, 1], IE: [0, 2], GB: [1, 2], DK: [3, 2], LV: [5, 2], NL: [2, 3],
  DE: [3, 3], PL: [4, 3], LT: [5, 3], BE: [1, 4], LU: [2, 4], CZ: [3, 4], SK: [4, 4], UA: [5, 4], FR: [1, 5], CH: [2, 5],
  AT: [3, 5], HU: [4, 5], RO: [5, 5], PT: [0, 6], ES: [1, 6], IT: [2, 6], SI: [3, 6], HR: [4, 6], BG: [5, 6], MT: [3, 7],
  GR: [5, 7], CY: [6, 7],
}
