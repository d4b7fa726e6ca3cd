import type { figures as en } from '../en/figures.ts'
import type { Texts } from '../texts.ts'

/** The public page of figures about requests for support. */
export const figures: Texts<typeof en> = {
  'figures.title': 'El apoyo en cifras',
  'figures.description': 'Cuántas solicitudes de apoyo llegan a la EU STEM Coalition, de qué tipo, con qué rapidez se responden y cuántas están abiertas.',
  'figures.lead': 'Cuántas solicitudes llegan, de qué tipo y con qué rapidez se responden.',
  'figures.finding': { one: '{count} solicitud llegó en {year}.', other: '{count} solicitudes llegaron en {year}.' },
  'figures.half': {
    one: 'La mitad de las primeras respuestas llegó en {days} día hábil.',
    other: 'La mitad de las primeras respuestas llegó en {days} días hábiles.',
  },
  'figures.as-of': 'A {date}',
  'figures.open': 'Abiertas ahora',
  'figures.open.total': { one: '{count} solicitud en total.', other: '{count} solicitudes en total.' },
  'figures.open.text': 'Aún sin respuesta, o a la espera del solicitante.',
  'figures.received': 'Recibidas',
  'figures.received.text': 'Según el día de llegada de la solicitud.',
  'figures.quarters': 'Solicitudes por trimestre',
  'figures.years': 'Solicitudes por año y tipo',
  'figures.quarter': 'Trimestre {quarter} de {year}',
  'figures.period': 'Período',
  'figures.total': 'Todas',
  'figures.speed': 'Con qué rapidez',
  'figures.speed.text': 'La coalición promete una respuesta, o una pregunta, en {days} días hábiles.',
  'figures.speed.table': 'Primeras respuestas según el período de llegada de la solicitud',
  'figures.answered': 'Respondidas o cerradas',
  'figures.median': 'La mitad en (días hábiles)',
  'figures.within': 'A tiempo',
  'figures.few': 'demasiado pocas para decirlo',
  'figures.how': 'Cómo contamos',
  'figures.how.time':
    'Los días hábiles son de lunes a viernes, de 9.00 a 17.00 en Bruselas, sin los días festivos de las instituciones de la UE en esa ciudad. Mientras esperamos al solicitante, el plazo se detiene.',
  'figures.how.share': '«A tiempo» es la proporción de primeras respuestas que llegaron según lo prometido, entre las dadas y las atrasadas.',
  'figures.how.left-out': 'No se cuentan el correo no deseado ni las solicitudes fusionadas con otra. Las retiradas cuentan como recibidas.',
  'figures.how.small': 'Por debajo de cinco respuestas no decimos nada de su rapidez. No hay nombres ni países.',
  'figures.csv': 'Cifras en CSV',
  'figures.json': 'Cifras en JSON',
  'figures.link': 'El apoyo en cifras: cuántos lo piden, con qué rapidez respondemos',
}
