import type { TimelineEntry } from '@stem/contracts/content'
import { localPath } from '@stem/i18n/locales'
import { MoreLink } from '@stem/ui/more-link'
import { ReportSection } from '@stem/ui/row-list'
import type { Speech } from '@stem/ui/speech'
import type { History, Project, Testimonial } from './find-history.ts'

const foreign = (speech: Speech, locale: string): string | undefined => (locale === speech.locale ? undefined : locale)

const Assemblies = ({ speech, assemblies }: { speech: Speech; assemblies: TimelineEntry[] }) => (
  <ol class="tlx">
    <li class="dn">
      <p class="dt">{speech.f.date('2015-10-02')}</p>
      <p>{speech.t('about.history.launch')}</p>
    </li>
    {assemblies.map(({ id, path, start, end, title, summary, locale }) => (
      <li class="dn" id={id}>
        <p class="dt">{speech.f.dateRange(start, end)}</p>
        <p lang={foreign(speech, locale)}>
          <b>{path === null ? title : <a href={localPath(speech.locale, path)}>{title}</a>}</b>
          <br />
          {summary}
        </p>
      </li>
    ))}
  </ol>
)

const Projects = ({ speech, projects }: { speech: Speech; projects: Project[] }) => (
  <ul class="rows pl">
    {projects.map(({ title, summary, programme, reference, url, start, end, locale }) => (
      <li>
        <h3 lang={foreign(speech, locale)}>{url === null ? title : <a href={url}>{title}</a>}</h3>
        <p class="s" lang={foreign(speech, locale)}>
          {summary}
        </p>
        <p class="meta">
          {programme !== null && <span>{programme}</span>}
          {/^\d/.test(start) && start !== '0000' && <span>{speech.f.dateRange(start, end)}</span>}
          {reference !== null && <span>{reference}</span>}
        </p>
      </li>
    ))}
  </ul>
)

const Words = ({ speech, testimonial: { person, role, quote, said, sourceUrl, locale } }: { speech: Speech; testimonial: Testimonial }) => (
  <li>
    <figure class="st g2">
      {quote === null ? (
        <p lang={foreign(speech, locale)}>{said}</p>
      ) : (
        <blockquote cite={sourceUrl ?? undefined} lang={foreign(speech, locale)}>
          <p class="lead">“{quote}”</p>
        </blockquote>
      )}
      <figcaption class="s">
        <b>{person}</b>
        {role !== null && (
          <>
            <br />
            <span class="m" lang={foreign(speech, locale)}>
              {role}
            </span>
          </>
        )}
      </figcaption>
    </figure>
  </li>
)

/** Who the coalition is, how it came about, how it is run, and what others say of it. */
export const AboutPage = ({ speech, history: { assemblies, projects, testimonials } }: { speech: Speech; history: History }) => {
  const { t, locale } = speech
  return (
    <>
      <div class="w top st g2">
        <h1>{t('about.title')}</h1>
        <p class="lead">{t('about.lead')}</p>
      </div>
      <ReportSection id="who" title={t('about.who')}>
        <div class="st n">
          <p>{t('about.who.1')}</p>
          <p>{t('about.who.2')}</p>
          <p class="cl">
            <MoreLink href={localPath(locale, '/members')}>{t('about.who.members')}</MoreLink>
            <MoreLink href={localPath(locale, '/how-we-work')}>{t('about.who.work')}</MoreLink>
          </p>
        </div>
      </ReportSection>
      <ReportSection id="history" title={t('about.history')} side={<p class="m">{t('about.history.lead')}</p>}>
        <Assemblies speech={speech} assemblies={assemblies} />
      </ReportSection>
      <ReportSection id="governance" title={t('about.governance')}>
        <div class="st n">
          <p>{t('about.governance.1')}</p>
          <p>{t('about.governance.2')}</p>
          <p>{t('about.governance.3')}</p>
        </div>
      </ReportSection>
      {testimonials.length > 0 && (
        <section class="alt" aria-labelledby="voices">
          <div class="w sh">
            <header>
              <h2 id="voices">{t('about.voices')}</h2>
              <p class="m">{t('about.voices.lead')}</p>
            </header>
            <ul class="st g5 n">
              {[...testimonials]
                .sort((a, b) => Number(b.quote !== null) - Number(a.quote !== null))
                .map((testimonial) => (
                  <Words speech={speech} testimonial={testimonial} />
                ))}
            </ul>
          </div>
        </section>
      )}
      {projects.length > 0 && (
        <ReportSection id="projects" title={t('about.projects')} side={<p class="m">{t('about.projects.lead')}</p>}>
          <Projects speech={speech} projects={projects} />
        </ReportSection>
      )}
    </>
  )
}
