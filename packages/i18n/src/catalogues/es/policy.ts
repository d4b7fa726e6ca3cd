import type { policy as en } from '../en/policy.ts'
import type { Texts } from '../texts.ts'

/** The lists of EU policy and of projects. */
export const policy: Texts<typeof en> = {
  'list.policy.title': 'Política de la UE',
  'list.policy.lead': 'Documentos de la política de la UE de los que parte el trabajo de la coalición, con su relación con la educación STEM.',
  'list.policy.description': 'Comunicaciones, resoluciones y programas de las instituciones de la UE sobre educación STEM, por institución y año.',
  'list.policy.feed': 'Política de la UE sobre STEM – EU STEM Coalition',
  'list.policy.search': 'Buscar en la política de la UE',
  'list.policy.count': { one: '{count} documento', other: '{count} documentos' },
  'list.policy.more-than': 'Más de {count} documentos',
  'list.policy.none': 'Ningún documento coincide con todo esto.',
  'list.policy.empty': 'Aún no hay ningún documento de la política de la UE registrado.',
  'list.policy.empty.do': 'Los documentos importantes para la educación STEM aparecerán aquí.',
  'list.projects.title': 'Proyectos de la UE',
  'list.projects.lead': 'Proyectos financiados por programas europeos en los que participan la coalición o sus miembros, o que son importantes para ellos.',
  'list.projects.description': 'Proyectos europeos sobre educación STEM, por programa y según estén o no en curso.',
  'list.projects.feed': 'Nuevos proyectos – EU STEM Coalition',
  'list.projects.search': 'Buscar proyectos',
  'list.projects.count': { one: '{count} proyecto', other: '{count} proyectos' },
  'list.projects.more-than': 'Más de {count} proyectos',
  'list.projects.none': 'Ningún proyecto coincide con todo esto.',
  'list.projects.empty': 'Aún no hay ningún proyecto registrado.',
  'list.projects.empty.do': 'Los proyectos europeos sobre educación STEM aparecerán aquí.',
}
