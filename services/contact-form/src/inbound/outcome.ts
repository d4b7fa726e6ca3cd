/**
 * What became of a mail. `joined` a case, `opened` one, or opened one that is `possible` part of another; `bounced`: told us that a mail of
 * ours came back. Not taken: `auto` (a program's answer), `list`, `loop` (our own), `report` (about a mail, without effect), `refused`.
 */
export type Outcome = 'joined' | 'opened' | 'possible' | 'bounced' | 'auto' | 'list' | 'loop' | 'report' | 'refused'
