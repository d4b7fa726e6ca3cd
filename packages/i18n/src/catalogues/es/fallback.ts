import type { fallback as en } from '../en/fallback.ts'
import type { Texts } from '../texts.ts'

/** Pages that say why there is no page. */
export const fallback: Texts<typeof en> = {
  'fallback.404.title': 'Esta casilla está vacía',
  'fallback.404.text':
    'No hay ninguna página en esta dirección: se ha trasladado o nunca existió. Las direcciones de nuestro antiguo sitio conducen a la nueva ubicación cuando la conocemos.',
  'fallback.soon.title': 'Esta parte del sitio aún no está abierta',
  'fallback.soon.text': 'La dirección es correcta y se mantendrá. Hasta que la página se abra, las partes siguientes están a su disposición.',
  'fallback.410.title': 'Esta página se ha retirado',
  'fallback.410.text': 'Lo que había aquí se retiró del público intencionadamente, por lo que esta dirección no volverá.',
  'fallback.429.title': 'Demasiadas páginas a la vez',
  'fallback.429.text': 'Su red ha solicitado muchísimas páginas en poco tiempo. Espere un minuto y vuelva a cargar la página.',
  'fallback.500.title': 'Algo ha fallado por nuestra parte',
  'fallback.500.text': 'No es culpa suya y no se ha perdido nada en su dispositivo. Vuelva a cargar la página en unos minutos.',
  'fallback.503.title': 'Esta página no está disponible en este momento',
  'fallback.503.text': 'La parte del sitio que contiene esta página no responde. Hemos recibido aviso. Inténtelo de nuevo en unos minutos.',
  'fallback.400.title': 'No hemos podido leer esta petición',
  'fallback.400.text': 'Algo en ella no es como este sitio espera. Vuelva atrás e inténtelo de nuevo, o comience en la página de inicio.',
  'fallback.403.title': 'Esta petición procede de otro lugar',
  'fallback.403.text':
    'Por su seguridad, el sitio solo acepta cambios enviados desde una de sus propias páginas. Abra la página de nuevo y repita lo que hizo.',
  'fallback.405.title': 'Esta dirección no hace eso',
  'fallback.405.text': 'La dirección existe, pero no para este tipo de petición. Comience en la página de inicio.',
  'fallback.408.title': 'La petición ha tardado demasiado',
  'fallback.408.text': 'Lo que envió no llegó a tiempo. Compruebe su conexión y envíelo de nuevo.',
  'fallback.413.title': 'Es demasiado grande',
  'fallback.413.text': 'Ha enviado más de lo que admite esta dirección. Vuelva atrás, acórtelo o elija archivos más pequeños y envíelo de nuevo.',
  'fallback.search': 'Buscar prácticas',
  'fallback.search.button': 'Buscar',
  'fallback.reference': 'Si nos escribe al respecto, indique este número: {id}',
}
