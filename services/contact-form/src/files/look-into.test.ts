import { fileTypeFromBuffer } from 'file-type'
import { describe, expect, it } from 'vitest'
import { bytesOf, compound, gif, jpeg, joined, office, openDocument, pdf, png, SLIDE_MACROS, typesOf, webp, zip } from '../testing/file-bytes.ts'
import { FILE_KINDS, KINDS_OF_FILE } from './file-kind.ts'
import { attachmentAs, keptName, shownName } from './file-name.ts'
import { lookInto } from './look-into.ts'

type Bytes = Uint8Array<ArrayBuffer>
const verdict = async (bytes: Bytes | Promise<Bytes>): Promise<string> => {
  const looked = await lookInto(await bytes)
  return looked.ok ? looked.value : looked.code
}

const GOOD: Record<string, () => Bytes | Promise<Bytes>> = {
  pdf,
  docx: () => office('docx'),
  xlsx: () => office('xlsx'),
  pptx: () => office('pptx'),
  odt: () => openDocument('text'),
  ods: () => openDocument('spreadsheet'),
  odp: () => openDocument('presentation'),
  doc: () => compound(['WordDocument', '1Table', '\u0005SummaryInformation', 'Data', 'CompObj']),
  xls: () => compound(['Workbook']),
  ppt: () => compound(['Current User', 'PowerPoint Document']),
  png,
  jpg: jpeg,
  gif,
  webp,
}

describe('a file is taken by what it holds', () => {
  it.each(KINDS_OF_FILE)('%s', async (kind) => {
    expect(await verdict(GOOD[kind]?.() ?? bytesOf(''))).toBe(kind)
  })

  it.each(KINDS_OF_FILE)('%s, and a library for kinds of files says the same', async (kind) => {
    const other = await fileTypeFromBuffer(await (GOOD[kind]?.() ?? bytesOf('')))
    const expected = ['doc', 'xls', 'ppt'].includes(kind) ? 'application/x-cfb' : FILE_KINDS[kind]
    expect(other?.mime).toBe(expected)
  })

  it('a document with a table inside for its chart', async () => {
    expect(await verdict(office('docx', [{ name: 'word/embeddings/Microsoft_Excel_Sheet1.xlsx' }]))).toBe('docx')
  })

  it('a spreadsheet of before 2007 with a letter inside is a spreadsheet', async () => {
    expect(await verdict(compound(['Workbook', 'MBD0001'], { within: ['WordDocument'] }))).toBe('xls')
  })
})

const script = '<script>alert(1)</script>'
const REFUSED: [string, string, () => Bytes | Promise<Bytes>][] = [
  ['empty', 'nothing', () => bytesOf('')],
  ['type', 'a page of the web', () => bytesOf(`<!doctype html>${script}`)],
  ['type', 'a page that begins with the mark of an encoding', () => bytesOf(`\u00ef\u00bb\u00bf<html>${script}`)],
  ['type', 'a drawing of the web', () => bytesOf(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`)],
  ['type', 'a script', () => bytesOf('alert(1)')],
  ['type', 'a program for Windows', () => bytesOf('MZ\u0090\u0000\u0003')],
  ['type', 'a program for Linux', () => bytesOf('\u007fELF\u0002\u0001\u0001')],
  ['type', 'an archive', () => zip([{ name: 'a.txt' }])],
  ['type', 'an archive with a script', () => zip([{ name: 'run.js', content: 'alert(1)' }])],
  ['type', 'an archive that claims the name of a list of types', () => zip([{ name: '[Content_Types].xml', content: script }])],
  ['type', 'an archive packed with gzip', () => bytesOf('\u001f\u008b\u0008\u0000')],
  ['type', 'a PDF that does not end', () => pdf().slice(0, 60)],
  ['type', 'a PDF behind a page', () => joined(script, pdf())],
  ['type', 'a picture without an end', async () => (await png()).slice(0, 40)],
  ['type', 'only the first letters of a picture', () => bytesOf('GIF89a')],
  [
    'type',
    'a template',
    () => zip([{ name: '[Content_Types].xml', content: typesOf('w', 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml') }]),
  ],
  [
    'type',
    'a list of types that is written twice',
    async () => {
      const types = typesOf('w', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml')
      return zip([
        { name: '[Content_Types].xml', content: types },
        { name: '[content_types].xml', content: types },
      ])
    },
  ],
  [
    'type',
    'a list of types that says it in a riddle',
    () =>
      zip([
        {
          name: '[Content_Types].xml',
          content: `${typesOf('w', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml')}<!-- &#109;acro -->`,
        },
      ]),
  ],
  [
    'type',
    'a list of types under another name inside',
    () =>
      zip([
        {
          name: '[Content_Types].xml',
          localName: '[Content_Typex].xml',
          content: typesOf('w', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
        },
      ]),
  ],
  ['type', 'a list of types that unpacks to two megabytes', () => zip([{ name: '[Content_Types].xml', content: typesOf('w', 'x').padEnd(2 * 1024 * 1024) }])],
  [
    'type',
    'a document and a table at once',
    () =>
      zip([
        {
          name: '[Content_Types].xml',
          content:
            typesOf('w', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml') +
            typesOf('x', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
        },
      ]),
  ],
  ['type', 'a document with something before it', async () => joined('PK\u0003\u0004', await office('docx'))],
  ['type', 'a document with something after it', async () => joined(await office('docx'), script)],
  ['type', 'a book for reading', () => zip([{ name: 'mimetype', content: 'application/epub+zip', stored: true }])],
  ['type', 'a compound file of something else', () => compound(['__properties_version1.0'])],
  ['type', 'a compound file of two programs', () => compound(['WordDocument', 'Workbook'])],
  ['type', 'a compound file in pieces', () => compound(['WordDocument']).slice(0, 600)],
  [
    'macros',
    'a document with macros',
    () => zip([{ name: '[Content_Types].xml', content: typesOf('w', 'application/vnd.ms-word.document.macroEnabled.main+xml') }]),
  ],
  ['macros', 'a table with macros that says it is one without', () => office('xlsx', [{ name: 'xl/vbaProject.bin' }])],
  ['macros', 'a table with old macros', () => office('xlsx', [{ name: 'xl/macrosheets/sheet1.xml' }])],
  ['macros', 'slides with a document with macros inside', () => office('pptx', [{ name: 'ppt/embeddings/x.docm' }])],
  ['macros', 'an OpenDocument with macros', () => openDocument('text', [{ name: 'Basic/Standard/Module1.xml' }])],
  ['macros', 'an OpenDocument with a script', () => openDocument('spreadsheet', [{ name: 'Scripts/python/a.py' }])],
  ['macros', 'a letter of before 2007 with macros', () => compound(['WordDocument', 'Macros'])],
  ['macros', 'a table of before 2007 with macros', () => compound(['Workbook', '_VBA_PROJECT_CUR'], { within: ['VBA'] })],
  ['macros', 'slides of before 2007 with macros', () => compound(['PowerPoint Document'], { content: SLIDE_MACROS })],
  ['locked', 'an archive with a password', () => zip([{ name: 'a', locked: true }])],
  ['locked', 'a document with a password', () => compound(['EncryptionInfo', 'EncryptedPackage'])],
  ['locked', 'an OpenDocument with a password', () => openDocument('text', [{ name: 'encrypted-package' }])],
  ['mixed', 'a document with a program inside', () => office('docx', [{ name: 'word/embeddings/a.exe' }])],
  ['mixed', 'a document with an archive inside', () => office('docx', [{ name: 'word/embeddings/a.zip' }])],
  ['mixed', 'a document with a page of the web inside', () => office('docx', [{ name: 'word/afchunk.html' }])],
  ['mixed', 'an OpenDocument with a script file inside', () => openDocument('text', [{ name: 'Pictures/a.js' }])],
  ['mixed', 'a picture that is an archive too', async () => joined(gif(), await zip([{ name: 'a.jar' }]))],
  ['mixed', 'a PDF that is an archive too', async () => joined(pdf(), await zip([{ name: 'a.js' }]))],
  ['mixed', 'a picture that is a PDF too', () => joined(gif('%PDF-1.4'), pdf())],
  ['mixed', 'a document that is a PDF too', async () => zip([{ name: '%PDF-1.4', content: pdf(), stored: true }, { name: '[Content_Types].xml' }])],
]

describe('a file is refused, and the reason is', () => {
  it.each(REFUSED)('%s: %s', async (reason, _, make) => {
    expect(await verdict(make())).toBe(reason)
  })

  it('no failure, whatever bytes come: the beginning of each kind with rubbish behind it', async () => {
    for (const kind of KINDS_OF_FILE) {
      const whole = await (GOOD[kind]?.() ?? bytesOf(''))
      for (let cut = 1; cut < whole.length; cut += 7) {
        const broken = joined(whole.slice(0, cut), crypto.getRandomValues(new Uint8Array(40)))
        expect(await verdict(broken)).toMatch(/^[a-z]+$/)
      }
    }
  })
})

describe('the name of a file', () => {
  it.each([
    ['Programme.pdf', 'pdf', 'Programme.pdf'],
    ['photo.JPEG', 'jpg', 'photo.jpg'],
    ['photo.jpeg', 'jpg', 'photo.jpg'],
    ['invoice.exe', 'pdf', 'invoice.pdf'],
    ['invoice.pdf.exe', 'pdf', 'invoice.pdf'],
    ['page.html', 'png', 'page.png'],
    ['version 1.2', 'docx', 'version 1.2.docx'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['C:\\Users\\anna\\plan.docx', 'docx', 'plan.docx'],
    ['a\r\nSet-Cookie: x=1.pdf', 'pdf', 'a Set-Cookie- x=1.pdf'],
    ['"quoted";.pdf', 'pdf', '-quoted-;.pdf'],
    ['annual\u202efdp.exe', 'pdf', 'annual fdp.pdf'],
    ['Πρόγραμμα σπουδών.pdf', 'pdf', 'Πρόγραμμα σπουδών.pdf'],
    ['con.pdf', 'pdf', '_con.pdf'],
    ['.htaccess', 'pdf', 'htaccess.pdf'],
    ['', 'gif', 'file.gif'],
    ['\u0000\u200b..', 'gif', 'file.gif'],
  ] as const)('%j as %s is %j', (given, kind, kept) => {
    expect(keptName(given, kind)).toBe(kept)
  })

  it('of three hundred letters keeps a hundred, none of them halved, and its extension', () => {
    expect([...keptName(`${'😀'.repeat(300)}.pdf`, 'pdf')]).toHaveLength(104)
    expect(keptName(`${'😀'.repeat(300)}.pdf`, 'pdf').isWellFormed()).toBe(true)
    expect(shownName('x'.repeat(300))).toHaveLength(100)
  })

  it('stands in the header so that nothing can follow it, plain and in full', () => {
    expect(attachmentAs('Πρόγραμμα «1» (é).pdf')).toBe(
      `attachment; filename="_________ _1_ (e).pdf"; filename*=UTF-8''${encodeURIComponent('Πρόγραμμα «1» (é).pdf').replaceAll('(', '%28').replaceAll(')', '%29')}`,
    )
    for (const name of ['a"b\r\nX: y.pdf', '\u202e;=,.pdf', "it's*.pdf", '\ud800.pdf']) {
      const header = attachmentAs(name)
      expect(header).toMatch(/^attachment; filename="[\w .()+,-]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/)
      expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(header)
    }
  })
})
