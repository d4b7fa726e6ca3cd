import type { publications as en } from '../en/publications.ts'
import type { Texts } from '../texts.ts'

/** The lists of publications and news. */
export const publications: Texts<typeof en> = {
  'list.publications.title': 'Publicaciones',
  'list.publications.lead':
    'Informes, estrategias, herramientas, actas de reuniones e instrumentos de seguimiento sobre educación STEM en Europa, cada uno con su fuente.',
  'list.publications.description': 'Busque y filtre publicaciones sobre educación STEM en Europa por clase, tema, país y año.',
  'list.publications.feed': 'Nuevas publicaciones – EU STEM Coalition',
  'list.publications.search': 'Buscar publicaciones',
  'list.publications.count': { one: '{count} publicación', other: '{count} publicaciones' },
  'list.publications.more-than': 'Más de {count} publicaciones',
  'list.publications.none': 'Ninguna publicación coincide con todo esto.',
  'list.publications.empty': 'Aún no hay ninguna publicación registrada.',
  'list.publications.empty.do': 'Los informes, estrategias y herramientas aparecerán aquí.',
  'list.news.title': 'Noticias',
  'list.news.lead': 'Lo ocurrido en la coalición y en su entorno, lo más reciente primero.',
  'list.news.description': 'Noticias de la EU STEM Coalition y sus miembros, por país y año.',
  'list.news.feed': 'Noticias – EU STEM Coalition',
  'list.news.search': 'Buscar noticias',
  'list.news.count': { one: '{count} noticia', other: '{count} noticias' },
  'list.news.more-than': 'Más de {count} noticias',
  'list.news.none': 'Ninguna noticia coincide con todo esto.',
  'list.news.empty': 'Aún no hay noticias.',
  'list.news.empty.do': 'Las noticias de la coalición y sus miembros aparecerán aquí.',
}
