import type { services as en } from '../en/services.ts'
import type { Texts } from '../texts.ts'

/** Newsletter, support and contact. */
export const services: Texts<typeof en> = {
  'newsletter.title': 'Boletín',
  'newsletter.description': 'Noticias de la EU STEM Coalition por correo electrónico.',
  'newsletter.lead': 'Unas pocas veces al año: qué han probado los miembros, qué resultó de ello y dónde se reúne la red próximamente.',
  'support.title': 'Obtener apoyo',
  'support.description': 'Solicite a la EU STEM Coalition una nota de orientación, un grupo de apoyo o una mesa redonda para su país o región.',
  'support.lead': '¿Quiere crear una estrategia STEM, o la que tiene no avanza? Pregunte a quienes ya han pasado por ello.',
  'support.request': 'Solicitar apoyo',
  'support.forms': 'Tres formas de apoyo',
  'support.question': '¿Solo una pregunta?',
  'support.forms.lead': 'No tiene que saber cuál le conviene. La elegimos con usted.',
  'support.who': 'Quién puede solicitarlo',
  'support.who.text':
    'Los ministerios, las autoridades regionales y las plataformas STEM. También puede hacerlo una organización que no sea miembro, preferiblemente junto con su ministerio o región.',
  'support.examples': 'Ver a qué ha conducido el apoyo anterior',
  'support.request.description': 'Cómo solicitar una nota de orientación, un grupo de apoyo o una mesa redonda.',
  'contact.title': 'Contacto',
}
