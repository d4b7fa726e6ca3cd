import { createApp } from '@stem/web/app'
import { about } from './about/routes.tsx'
import type { Env } from './env.ts'
import { howWeWork } from './how-we-work/routes.tsx'
import { recommendations } from './instruments/recommendation-routes.tsx'
import { instruments } from './instruments/routes.tsx'
import { indicatorsApi } from './indicators/routes.ts'
import { practice } from './practice/routes.tsx'
import { practicesApi } from './practices/api-routes.ts'
import { practices } from './practices/routes.tsx'
import { searchApi } from './search/api-routes.ts'
import { search } from './search/routes.tsx'

/** Every address of the content service. */
export const app = createApp<Env>('content')
app.route('/', practices)
app.route('/', practice)
app.route('/', about)
app.route('/', howWeWork)
app.route('/', practicesApi)
app.route('/', indicatorsApi)
app.route('/', search)
app.route('/', searchApi)
app.route('/', instruments)
app.route('/', recommendations)
