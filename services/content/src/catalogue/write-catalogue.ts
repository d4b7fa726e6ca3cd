import type { Quad, Term } from 'n3'
import Writer from 'n3/src/N3Writer.js'
import { PREFIXES } from './describe-catalogue.ts'

/** The graph as Turtle. */
export function turtleOf(quads: readonly Quad[]): string {
  const writer = new Writer({ prefixes: PREFIXES })
  writer.addQuads([...quads])
  let text = ''
  writer.end((error: Error | null, result: string) => {
    if (error) throw error
    text = result
  })
  return text
}

const valueOf = (term: Term): object =>
  term.termType !== 'Literal'
    ? { '@id': term.value }
    : term.language !== ''
      ? { '@value': term.value, '@language': term.language }
      : term.datatype.value === `${PREFIXES.xsd}string`
        ? { '@value': term.value }
        : { '@value': term.value, '@type': term.datatype.value }

/** The graph as JSON-LD, expanded: every name is whole, so that no context need be fetched. */
export function jsonLdOf(quads: readonly Quad[]): object[] {
  const nodes = new Map<string, Record<string, unknown>>()
  for (const { subject, predicate, object } of quads) {
    const node = nodes.get(subject.value) ?? { '@id': subject.value }
    nodes.set(subject.value, node)
    const isType = predicate.value === `${PREFIXES.rdf}type`
    const name = isType ? '@type' : predicate.value
    node[name] = [...((node[name] as unknown[] | undefined) ?? []), isType ? object.value : valueOf(object)]
  }
  return [...nodes.values()]
}
