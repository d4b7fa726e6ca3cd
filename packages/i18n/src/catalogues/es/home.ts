import type { home as en } from '../en/home.ts'
import type { Texts } from '../texts.ts'

/** The home page. */
export const home: Texts<typeof en> = {
  'home.title': 'Estrategias STEM nacionales, construidas juntos',
  'home.headline': 'Estrategias STEM nacionales, construidas juntos.',
  'home.description':
    'La red europea de plataformas STEM nacionales y regionales: prácticas compartidas, cifras comparables y ayuda para los gobiernos que quieren una estrategia propia.',
  'home.lead':
    'La EU STEM Coalition une plataformas STEM, ministerios, regiones y agencias de {countries}. Compartimos lo que funciona, ponemos cifras comparables unas junto a otras y ayudamos a los gobiernos a crear una estrategia propia.',
  'home.lead.countries': { one: '{count} país', other: '{count} países' },
  'home.request': 'Solicitar apoyo',
  'home.browse': { one: 'Ver {count} práctica', other: 'Ver {count} prácticas' },
  'home.finding': '{country}: el mayor aumento, {change} de {first} a {last}. {below}',
  'home.finding.below': { one: 'Un país está por debajo de {first}.', other: '{count} países están por debajo de {first}.' },
  'home.reading':
    'Número y tono: {year}. Línea: variación desde el primer año registrado, todas en una misma escala; la línea fina indica que no hay variación.',
  'home.tiles': 'Titulados en STEM por cada 1000 personas de 20-29 años, {year}',
  'home.tiles.data': 'Abrir los datos',
  'home.tiles.source': 'Fuente: {publisher}. Las casillas indican posiciones aproximadas, no superficies ni fronteras.',
  'home.numbers': 'La coalición en cifras',
  'home.numbers.members': { one: 'miembro en nuestras listas', other: 'miembros en nuestras listas' },
  'home.numbers.unconfirmed': { one: 'adhesión por confirmar', other: 'adhesiones por confirmar' },
  'home.numbers.practices': { one: 'práctica descrita', other: 'prácticas descritas' },
  'home.numbers.partners': { one: 'socio', other: 'socios' },
  'home.numbers.taskforces': { one: 'grupo de apoyo desde {year}', other: 'grupos de apoyo desde {year}' },
  'home.numbers.meetings': { one: 'reunión desde {year}', other: 'reuniones desde {year}' },
  'home.help': 'Cómo ayudamos a un gobierno a avanzar',
  'home.help.lead': 'Quienes ayudan dirigen ellos mismos una plataforma. Todo comienza con una pregunta.',
  'home.help.start': 'Comenzar una solicitud',
  'home.practices': 'Qué funciona, y dónde',
  'home.practices.lead': 'Programas que los miembros gestionan, financian o siguen, descritos de modo que pueda compararlos.',
  'home.practices.topics': 'Temas más descritos',
  'home.practices.all': 'Todas las prácticas',
  'home.targets': 'Europa se ha fijado seis cifras para 2030',
  'home.targets.lead':
    'Plan estratégico de educación STEM, Comisión Europea, 5 de marzo de 2025. La línea amarilla es la proporción de esas plazas que debe corresponder a mujeres.',
  'home.targets.vet': 'del alumnado de FP inicial de nivel medio en STEM',
  'home.targets.tertiary': 'del alumnado de educación superior en STEM',
  'home.targets.phd': 'de los doctorandos en TIC',
  'home.targets.women': 'de ellos, {share} mujeres',
  'home.meetings': { one: '{count} año de reuniones', other: '{count} años de reuniones' },
  'home.meetings.lead': {
    one: '{count} reunión registrada desde la declaración de Ámsterdam.',
    other: '{count} asambleas, visitas, seminarios y otras reuniones registradas desde la declaración de Ámsterdam.',
  },
  'home.meetings.none': 'Aún no se ha anunciado ninguna fecha nueva.',
  'home.meetings.last': 'Última asamblea general registrada: {title}, {date}.',
  'home.meetings.ga': 'Asamblea general',
  'home.meetings.pl': 'Visita, aprendizaje entre pares o grupo de apoyo',
  'home.meetings.ot': 'Otra reunión',
  'home.meetings.history': 'Toda la historia',
  'home.publications': 'De la coalición',
  'home.publications.text': { one: '{count} publicación registrada', other: '{count} publicaciones registradas' },
}
