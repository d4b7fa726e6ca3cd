import { createApp } from '@stem/web/app'
import { about } from './about/routes.tsx'
import { adoption } from './adoption/routes.tsx'
import { catalogue } from './catalogue/routes.tsx'
import { compare } from './compare/routes.tsx'
import { events } from './events/routes.tsx'
import type { Env } from './env.ts'
import { freshness } from './freshness/routes.tsx'
import { howWeWork } from './how-we-work/routes.tsx'
import { recommendations } from './instruments/recommendation-routes.tsx'
import { instruments } from './instruments/routes.tsx'
import { knowledge } from './knowledge/routes.tsx'
import { indicator } from './indicator/routes.tsx'
import { indicators } from './indicators/routes.tsx'
import { practice } from './practice/routes.tsx'
import { listsApi } from './listing/api-routes.ts'
import { lists } from './listing/routes.tsx'
import { oai } from './oai/routes.ts'
import { records } from './record/routes.tsx'
import { snapshotDesk } from './snapshots/desk-routes.tsx'
import { snapshots } from './snapshots/routes.tsx'
import { targets } from './targets/routes.tsx'
import { searchApi } from './search/api-routes.ts'
import { search } from './search/routes.tsx'

/** Every address of the content service. */
export const app = createApp<Env>('content')
// Before the lists and records of the usual kind, which also know these addresses.
app.route('/', events)
app.route('/', lists)
app.route('/', adoption)
app.route('/', practice)
app.route('/', records)
app.route('/', knowledge)
app.route('/', about)
app.route('/', howWeWork)
app.route('/', listsApi)
app.route('/', indicators)
app.route('/', compare)
app.route('/', targets)
app.route('/', snapshots)
app.route('/', freshness)
app.route('/', snapshotDesk)
app.route('/', catalogue)
app.route('/', indicator)
app.route('/', search)
app.route('/', searchApi)
app.route('/', oai)
app.route('/', instruments)
app.route('/', recommendations)
