const MOST = 60
const DAY = 86_400

/**
 * Seconds a cache may keep what tells of events or projects: 60, and never past midnight (UTC), when one of them may become past. At
 * least 1.
 */
export const freshFor = (now: number): number => Math.max(1, Math.min(MOST, DAY - (Math.floor(now / 1000) % DAY)))
