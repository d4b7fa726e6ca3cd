import { SHIPPED, type ShippedLocale } from '@stem/i18n/locales'
import { line, parseForm, type FormFault, type FormFields } from '@stem/web/form'
import * as v from 'valibot'
import { inEach, type Block, type IssueContent } from '../issue/issue.ts'
import { linkAddress, linksIn, picturePath } from '../issue/links.ts'

const LINE = 200
const TEXT = 5000
const ADDRESS = 500

const oneLine = (most = LINE) =>
  v.pipe(
    v.string(),
    v.normalize('NFC'),
    v.transform((text) => text.replace(/(?:(?![\u200C\u200D])[\p{C}\s])+/gu, ' ').trim()),
    v.maxLength(most, 'forms.too_long'),
  )
const manyLines = v.pipe(
  v.string(),
  v.normalize('NFC'),
  v.transform((text) =>
    text
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/[^\P{C}\n\t\u200C\u200D]/gu, '')
      .trim(),
  ),
  v.maxLength(TEXT, 'forms.too_long'),
)
const box = v.optional(v.picklist(['', 'yes']), '')

/** Names of the fields of a block: of one language, or the same for all. */
export const fieldOf = (part: string, id: string, locale?: ShippedLocale): string => (locale === undefined ? `${part}-${id}` : `${part}-${id}-${locale}`)

/** Which parts of a block are written in each language, and which once. */
const PARTS: Record<Block['kind'], { each: string[]; once: string[] }> = {
  heading: { each: ['text'], once: [] },
  text: { each: ['text'], once: [] },
  item: { each: [], once: [] },
  event: { each: [], once: [] },
  quote: { each: ['words', 'who'], once: [] },
  button: { each: ['label'], once: ['url'] },
  image: { each: ['alt'], once: ['url', 'decorative'] },
}

const schemaOf = (part: string, kind: Block['kind']) =>
  part === 'decorative' ? box : kind === 'text' || part === 'words' ? manyLines : oneLine(part === 'url' ? ADDRESS : LINE)

/** The fields of an issue, as its form begins. */
export function typedOf(name: string, content: IssueContent): Record<string, string> {
  const typed: Record<string, string> = { name }
  for (const locale of SHIPPED) {
    const { subject, preheader, blocks } = content[locale]
    typed[`subject-${locale}`] = subject
    typed[`preheader-${locale}`] = preheader
    for (const block of blocks) {
      const { each, once } = PARTS[block.kind]
      const parts = block as unknown as Record<string, string | boolean>
      for (const part of each) typed[fieldOf(part, block.id, locale)] = String(parts[part] ?? '')
      if (locale === 'en')
        for (const part of once) typed[fieldOf(part, block.id)] = part === 'decorative' ? (parts[part] ? 'yes' : '') : String(parts[part] ?? '')
    }
  }
  return typed
}

/** An issue as a form holds it, or what is to be mended: `bad_form` when nobody's browser sent it. */
export type ReadIssue = { ok: true; name: string; content: IssueContent } | { ok: false; code: 'bad_form' | 'bad_fields'; faults: FormFault[] }

function faultsOf(content: IssueContent, origin: string): FormFault[] {
  return SHIPPED.flatMap((locale) =>
    content[locale].blocks.flatMap((block): FormFault[] => {
      const isUsable = (typed: string) => linkAddress(typed, { origin, locale }) !== null
      if (block.kind === 'text' && !linksIn(block.text).every(isUsable))
        return [{ field: fieldOf('text', block.id, locale), reason: 'forms.link', about: linksIn(block.text).find((typed) => !isUsable(typed)) }]
      if (locale === 'en' && block.kind === 'button' && block.url !== '' && !isUsable(block.url))
        return [{ field: fieldOf('url', block.id), reason: 'forms.link' }]
      if (locale === 'en' && block.kind === 'image' && block.url !== '' && picturePath(block.url, origin) === null)
        return [{ field: fieldOf('url', block.id), reason: 'forms.picture' }]
      return []
    }),
  )
}

/**
 * Reads the form of an issue that was drawn from `base`: its blocks are those of the base, in their order; what cannot be typed (items)
 * comes from there. `more`: names of the form's other fields.
 */
export function readIssue(fields: FormFields, base: IssueContent, origin: string, more: readonly string[]): ReadIssue {
  const schema = v.strictObject({
    name: line(LINE),
    ...Object.fromEntries(more.map((field) => [field, v.optional(v.string(), '')])),
    ...Object.fromEntries(SHIPPED.flatMap((locale) => ['subject', 'preheader'].map((part) => [`${part}-${locale}`, oneLine()]))),
    ...Object.fromEntries(
      base.en.blocks.flatMap(({ id, kind }) => [
        ...PARTS[kind].each.flatMap((part) => SHIPPED.map((locale) => [fieldOf(part, id, locale), schemaOf(part, kind)])),
        ...PARTS[kind].once.map((part) => [fieldOf(part, id), schemaOf(part, kind)]),
      ]),
    ),
  })
  const form = parseForm(fields, schema)
  if (!form.ok) return { ok: false, code: form.code, faults: form.faults }
  const said = form.value as Record<string, string>
  const content = inEach((locale) => ({
    subject: said[`subject-${locale}`] ?? '',
    preheader: said[`preheader-${locale}`] ?? '',
    blocks: base[locale].blocks.map((block): Block => {
      const { each, once } = PARTS[block.kind]
      const parts = [
        ...each.map((part) => [part, said[fieldOf(part, block.id, locale)] ?? ''] as const),
        ...once.map((part) => [part, part === 'decorative' ? said[fieldOf(part, block.id)] === 'yes' : (said[fieldOf(part, block.id)] ?? '')] as const),
      ]
      return { ...block, ...Object.fromEntries(parts) } as Block
    }),
  }))
  const faults = faultsOf(content, origin)
  return faults.length > 0 ? { ok: false, code: 'bad_fields', faults } : { ok: true, name: said['name'] ?? '', content }
}
