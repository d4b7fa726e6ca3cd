import type { about as en } from '../en/about.ts'
import type { Texts } from '../texts.ts'

/** About the coalition, and how it works. */
export const about: Texts<typeof en> = {
  'about.title': 'Sobre la coalición',
  'about.description': 'Quién es la EU STEM Coalition, cómo surgió, cómo se gobierna y qué dicen otros de ella.',
  'about.lead':
    'Una red europea de plataformas STEM nacionales y regionales que ayuda a los gobiernos a elaborar mejores estrategias de educación científica y tecnológica.',
  'about.who': 'Quiénes somos',
  'about.who.1':
    'Europa necesita más personas capaces de trabajar en ciencia, tecnología, ingeniería y matemáticas. Cada país responde a su manera: con una plataforma propia, un ministerio, una región, un consejo de investigación, una agencia o una red de universidades.',
  'about.who.2':
    'La coalición reúne a estas organizaciones. Comparten lo que funciona, examinan las mismas cifras y se ayudan mutuamente cuando un país quiere crear una estrategia o mejorar la que tiene.',
  'about.who.members': 'Ver los miembros',
  'about.who.work': 'Ver cómo trabajamos',
  'about.history': 'Historia',
  'about.history.lead': 'De tres firmas en Ámsterdam a una red que se reúne cada año.',
  'about.history.launch': 'La coalición nace en Ámsterdam: Dinamarca, Estonia y los Países Bajos firman una declaración de apoyo.',
  'about.governance': 'Cómo nos gobernamos',
  'about.governance.1': 'La asamblea general de las organizaciones miembros es el lugar donde la red decide en qué trabaja.',
  'about.governance.2':
    'La secretaría tiene su sede en Platform Talent voor Technologie, en los Países Bajos, la plataforma público-privada neerlandesa que figuró entre los fundadores.',
  'about.governance.3': 'Los nodos reúnen a los vecinos: un nodo nórdico y un nodo meridional que socios vascos gestionan con Francia, España y Grecia.',
  'about.voices': 'Lo que dicen otros',
  'about.voices.lead': 'Entre comillas cuando tenemos las palabras exactas, con nuestras palabras cuando no.',
  'about.projects': 'Proyectos europeos',
  'about.projects.lead': 'Proyectos que han sustentado el trabajo de la coalición o de sus miembros.',
  'work.title': 'Cómo trabajamos',
  'work.description':
    'Notas de orientación, grupos de apoyo y mesas redondas para los gobiernos; conferencias, grupos de trabajo, seminarios web, aprendizaje entre pares y repositorios para todos.',
  'work.lead': 'Ayudamos directamente a los gobiernos y aprendemos juntos. De ambas cosas se encargan personas que dirigen ellas mismas una plataforma STEM.',
  'work.support': 'Apoyo directo',
  'work.support.lead': 'Comienza con una sola pregunta de un ministerio, una región o una plataforma.',
  'work.policy-briefing': 'Nota de orientación',
  'work.policy-briefing.text':
    'Una pregunta, una recomendación redactada para su país, con la experiencia de las plataformas que se han enfrentado a la misma pregunta.',
  'work.policy-briefing.result': 'Lo que recibe: un documento breve en el que puede basarse una decisión.',
  'work.taskforce': 'Grupo de apoyo',
  'work.taskforce.text': 'Un acompañamiento más largo: visitas, reuniones y asesoramiento durante meses, con homólogos que ya lo han hecho.',
  'work.taskforce.result': 'Lo que recibe: un plan puesto a prueba con quienes van a ejecutarlo.',
  'work.roundtable': 'Mesa redonda',
  'work.roundtable.text': 'Gobierno, educación y empresa se sientan a una misma mesa y detectan los obstáculos que ninguno puede eliminar por sí solo.',
  'work.roundtable.result': 'Lo que recibe: una lista compartida de obstáculos y quién da el siguiente paso.',
  'work.taskforces': { one: '{count} grupo de apoyo hasta ahora', other: '{count} grupos de apoyo hasta ahora' },
  'work.taskforces.lead': 'Cada uno tal como se solicitó, y a qué condujo.',
  'work.together': 'Aprender juntos',
  'work.together.lead': 'Abierto a toda la red, y a menudo más allá.',
  'work.on-file': { one: '{count} registrado', other: '{count} registrados' },
  'work.conferences': 'Conferencias y asambleas',
  'work.conferences.text': 'Una vez al año se reúne toda la red, con sesiones de trabajo para los miembros y una parte abierta a todo el mundo.',
  'work.working-groups': 'Grupos de trabajo temáticos',
  'work.working-groups.text': 'Los miembros que se enfrentan a la misma cuestión trabajan en ella durante un tiempo y transmiten su resultado a los demás.',
  'work.webinars': 'Seminarios web',
  'work.webinars.text': 'Reuniones breves en línea en las que se presenta y se debate una práctica o un estudio.',
  'work.peer-learning': 'Aprendizaje entre pares',
  'work.peer-learning.text': 'Una delegación visita una plataforma, ve sobre el terreno cómo trabaja y se lleva lo que le sirve.',
  'work.repositories': 'Repositorios y datos',
  'work.repositories.text': 'Prácticas, publicaciones y cifras, reunidas en un solo lugar y de libre uso para cualquiera.',
  'work.practices': { one: 'Ver {count} práctica', other: 'Ver {count} prácticas' },
  'work.latest': 'Últimas reuniones',
}
