const OFFICE = 'application/vnd.openxmlformats-officedocument'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'

/** What may be attached: media type by the extension a file of it gets. No SVG and no HTML: both can hold scripts. */
export const FILE_KINDS = {
  pdf: 'application/pdf',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  odt: `${OPEN_DOCUMENT}.text`,
  ods: `${OPEN_DOCUMENT}.spreadsheet`,
  odp: `${OPEN_DOCUMENT}.presentation`,
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
} as const
/** A kind of file, by its extension. */
export type FileKind = keyof typeof FILE_KINDS

/** All kinds, in the order in which they are told. */
export const KINDS_OF_FILE = Object.keys(FILE_KINDS) as FileKind[]

/** The kind that a kept media type belongs to. Throws for one that was never kept. */
export function kindOf(type: string): FileKind {
  const kind = KINDS_OF_FILE.find((one) => FILE_KINDS[one] === type)
  if (!kind) throw new Error(`no file is kept as ${type}`)
  return kind
}

/** What a browser offers to choose; only a hint to the person, the content decides. */
export const ACCEPT = [...KINDS_OF_FILE, 'jpeg'].map((kind) => `.${kind}`).join(',')
