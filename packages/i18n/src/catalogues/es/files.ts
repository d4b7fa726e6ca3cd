import type { files as en } from '../en/files.ts'
import type { Texts } from '../texts.ts'

/** Files on requests: choosing, refusing, listing and downloading them. */
export const files: Texts<typeof en> = {
  'files.attach': 'Adjuntar archivos',
  'files.hint': 'Hasta {most} archivos, de 10 MB cada uno y 25 MB en total: PDF, Word, Excel, PowerPoint, OpenDocument o imágenes (PNG, JPEG, GIF, WebP).',
  'files.attached': 'Archivos adjuntos',
  'files.none': 'Ninguno',
  'files.full': 'Un mensaje no admite más archivos. Elimine uno para adjuntar otro.',
  'files.remove': 'Eliminar',
  'files.remove.named': 'Eliminar {name}',
  'files.with': 'Archivos de este mensaje',
  'files.unchecked': 'Sin análisis de virus. Ábralo solo si lo esperaba.',
  'files.kilobytes': '{size} KB',
  'files.megabytes': '{size} MB',
  'files.lost': 'Un archivo se adjuntó hace demasiado tiempo y ya no está. Consulte la lista siguiente: adjúntelo de nuevo o envíe la solicitud sin él.',
  'files.over': 'Este enlace de descarga ha caducado',
  'files.over.text': 'Por seguridad solo funciona diez minutos. Vuelva a la página de la que procedía, cárguela de nuevo y elija otra vez el archivo.',
  'files.refused.empty': 'Este archivo está vacío. Elíjalo de nuevo o elija otro.',
  'files.refused.type': 'No es ninguno de los tipos que aceptamos. Guárdelo como PDF y adjunte ese.',
  'files.refused.macros': 'Este documento contiene macros, que no podemos aceptar. Guárdelo sin macros, por ejemplo como PDF o .docx.',
  'files.refused.locked': 'Este documento está protegido con contraseña. Guárdelo sin ella y adjúntelo de nuevo.',
  'files.refused.mixed': 'Hay otro archivo dentro de este. Adjunte los archivos uno por uno.',
  'files.refused.too_large': 'Este archivo supera los 10 MB. Redúzcalo o divídalo.',
  'files.refused.too_many': 'Ya hay cinco archivos. Elimine uno, o envíe este con su próximo mensaje.',
  'files.refused.too_much': 'En conjunto, los archivos superan los 25 MB. Envíe este con su próximo mensaje.',
  'files.refused.case_full': 'Esta solicitud contiene todos los archivos que admite. Díganos en su mensaje qué más tiene.',
  'files.refused.limited': 'Hoy han llegado muchos archivos desde su red. Todo lo que escribió sigue aquí; envíe este archivo mañana.',
  'files.refused.later': 'Este archivo no pudo guardarse en este momento. Adjúntelo otra vez o continúe sin él.',
}
