import type { forms as en } from '../en/forms.ts'
import type { Texts } from '../texts.ts'

/** What every form says. */
export const forms: Texts<typeof en> = {
  'forms.problem': 'Hay un problema',
  'forms.error': 'Error:',
  'forms.error.title': 'Error: {title}',
  'forms.optional': '(opcional)',
  'forms.required': 'Rellene este campo',
  'forms.choose': 'Elija una opción',
  'forms.tick': 'Marque esto para continuar',
  'forms.too_long': 'Es demasiado largo. Acórtelo',
  'forms.address': 'Escriba la dirección de correo como name@example.org',
  'forms.web': 'Escriba una dirección web como https://example.org',
  'forms.year': 'Escriba un año con cuatro cifras, que no sea futuro',
  'forms.date': 'Escriba un día como 2027-03-31',
  'forms.key': 'Este formulario ha estado abierto demasiado tiempo. Envíelo otra vez',
  'forms.code': 'Este código no coincide. Compruebe el correo y escríbalo de nuevo',
  'forms.file': 'Elija una imagen PNG o JPEG de 400 KB como máximo, de entre 64 y 2000 píxeles de ancho y de alto',
  'forms.alternative': 'Diga con palabras qué muestra la imagen',
  'forms.save': 'Guardar',
  'forms.cancel': 'Cancelar',
  'forms.back': 'Atrás',
  'forms.continue': 'Continuar',
  'forms.saved': 'Guardado.',
  'forms.yes': 'Sí',
  'forms.no': 'No',
  'forms.languages.more': { one: 'En {count} idioma más', many: 'En {count} idiomas más', other: 'En {count} idiomas más' },
}
