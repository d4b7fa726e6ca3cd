/**
 * Why something is taken for spam; each has a text `request.spam.<reason>`. `trap`: a field nobody sees was filled in; `fast`: sooner than a person can type; `links`, `bare-link`,
 * `markup`, `phrases`, `name`: what the text looks like; `unproved`: the check of the browser was not passed; `staff`: somebody decided it.
 */
export const SPAM_REASONS = ['trap', 'fast', 'links', 'bare-link', 'markup', 'phrases', 'name', 'unproved', 'staff'] as const
/** A reason. */
export type SpamReason = (typeof SPAM_REASONS)[number]
