import type { practices as en } from '../en/practices.ts'
import type { Texts } from '../texts.ts'

/** The list of practices. */
export const practices: Texts<typeof en> = {
  'list.practices.title': 'Prácticas',
  'list.practices.lead':
    'Programas, redes, herramientas y planes que acercan a las personas a la ciencia y la tecnología, descritos del mismo modo para que pueda compararlos.',
  'list.practices.description': 'Busque y filtre prácticas de educación STEM de toda Europa por tema, país, nivel, tipo y grupo destinatario.',
  'list.practices.feed': 'Nuevas prácticas – EU STEM Coalition',
  'list.practices.search': 'Buscar prácticas',
  'list.practices.count': { one: '{count} práctica', other: '{count} prácticas' },
  'list.practices.more-than': 'Más de {count} prácticas',
  'list.practices.none': 'Ninguna práctica coincide con todo esto.',
  'list.practices.empty': 'Aún no hay ninguna práctica publicada.',
  'list.practices.empty.do': 'Las prácticas de las organizaciones miembros aparecerán aquí.',
}
