/** The catalogue of data for portals, and the download of all of it. */
export const catalogue = {
  'data.catalogue.title': 'Data of the EU STEM Coalition',
  'data.catalogue.machines': 'For data portals and harvesters',
  'data.catalogue.dcat': 'Catalogue of data, DCAT-AP 3 as {format}',
  'data.catalogue.oai': 'Practices and publications, OAI-PMH 2.0',
  'data.download.title': 'Download everything',
  'data.download.lead': 'All public data of this site: each list as a file, or all of it in one.',
  'data.download.all': 'Everything in one file (NDJSON)',
  'data.download.own': 'Texts and records of the coalition may be used under {licence}: name the EU STEM Coalition and link to the record.',
  'data.download.others': 'Indicators keep the terms of their source, which stand in each file and on each page.',
  'data.download.list': 'List',
  'data.download.files': 'Files',
  'data.download.link': 'All data as files, with their terms',
} as const
