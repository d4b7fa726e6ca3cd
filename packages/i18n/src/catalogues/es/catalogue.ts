import type { catalogue as en } from '../en/catalogue.ts'
import type { Texts } from '../texts.ts'

/** The catalogue of data for portals, and the download of all of it. */
export const catalogue: Texts<typeof en> = {
  'data.catalogue.title': 'Datos de la EU STEM Coalition',
  'data.catalogue.machines': 'Para portales de datos y recolectores',
  'data.catalogue.dcat': 'Catálogo de datos, DCAT-AP 3 en {format}',
  'data.catalogue.oai': 'Prácticas y publicaciones, OAI-PMH 2.0',
  'data.download.title': 'Descargar todo',
  'data.download.lead': 'Todos los datos públicos de este sitio: cada lista en un archivo, o todo en uno.',
  'data.download.all': 'Todo en un archivo (NDJSON)',
  'data.download.own': 'Los textos y fichas de la coalición pueden usarse bajo {licence}: cite a la EU STEM Coalition y enlace la ficha.',
  'data.download.others': 'Los indicadores conservan las condiciones de su fuente, que figuran en cada archivo y en cada página.',
  'data.download.list': 'Lista',
  'data.download.files': 'Archivos',
  'data.download.link': 'Todos los datos en archivos, con sus condiciones',
}
