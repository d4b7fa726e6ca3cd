import type { api as en } from '../en/api.ts'
import type { Texts } from '../texts.ts'

/** The reference of the API. */
export const api: Texts<typeof en> = {
  'api.title': 'Datos abiertos y API',
  'api.description':
    'Incorpore a sus propias herramientas las prácticas, organizaciones, indicadores y el boletín de la EU STEM Coalition: archivos, canales y una API JSON sin clave.',
  'api.lead': 'Todo lo que es público en este sitio puede ser leído por programas, gratis y sin clave. La misma consulta da la página, el archivo y el canal.',
  'api.files': 'Archivos y canales',
  'api.files.text': 'Añada .csv, .json o .atom a la dirección de una lista; sus filtros se mantienen.',
  'api.document': 'Documento OpenAPI 3.1',
  'api.rules': 'Cómo funciona',
  'api.rules.paging': 'Las listas vienen en páginas. Use el valor de next como cursor de la página siguiente; null significa que no hay más.',
  'api.rules.errors':
    'Un rechazo es application/problem+json (RFC 9457) con un código, un motivo y los campos incorrectos. Un parámetro desconocido se rechaza, de modo que un filtro mal escrito nunca se ignora.',
  'api.rules.cache': 'Cada respuesta lleva un ETag: devuélvalo como If-None-Match y recibirá 304 sin cuerpo cuando nada haya cambiado.',
  'api.rules.limits': 'Como máximo 600 respuestas por minuto para una misma red. Por encima recibirá 429 con Retry-After.',
  'api.rules.language': 'La API responde en el idioma de la ficha y lo indica. Los programas de otros sitios pueden leerla (CORS) con GET.',
  'api.routes': 'Direcciones',
  'api.more': 'Direcciones que modifican y direcciones privadas',
  'api.more.text':
    'Modifican algo, o solo responden a la clave de una organización, al token de un enlace de un correo del boletín o a un miembro de la secretaría con sesión iniciada. El documento indica cuál. La suscripción sigue las reglas del formulario: el lector ve primero el texto del consentimiento y pulsa el botón del correo, y la respuesta es la misma para cualquier dirección.',
  'api.webhooks': 'Webhooks',
  'api.webhooks.text':
    'Los programas que añade la secretaría reciben aviso cuando ocurre algo: identificadores, estados y números, firmados según Standard Webhooks, nunca nada sobre una persona.',
  'api.parameter': 'Parámetro',
  'api.meaning': 'Significado',
  'api.values': 'Valores',
  'api.many': 'puede repetirse',
  'api.try': 'Abrir',
  'api.english': 'Las descripciones de las direcciones están en inglés.',
}
