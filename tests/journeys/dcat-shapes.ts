const AUTHORITY = 'http://publications.europa.eu/resource/authority/'
const within = (table: string): string => `sh:nodeKind sh:IRI ; sh:pattern "^${AUTHORITY}${table}/"`
const property = (path: string, rules: string): string => `sh:property [ sh:path ${path} ; ${rules} ]`
const shape = (type: string, ...properties: string[]): string => `[] a sh:NodeShape ; sh:targetClass ${type} ; ${properties.join(' ; ')} .`

const NAMED = [
  property('dct:title', 'sh:minCount 1 ; sh:nodeKind sh:Literal ; sh:minLength 1'),
  // One title in each language at most.
  property('dct:title', 'sh:uniqueLang true'),
]
const DESCRIBED = [property('dct:description', 'sh:minCount 1 ; sh:nodeKind sh:Literal ; sh:uniqueLang true')]
const TIME = 'sh:maxCount 1 ; sh:datatype xsd:dateTime'

/** What DCAT-AP 3.0 says must be there, of which kind it is, and from which table of the EU it comes; in SHACL. */
export const SHAPES = `
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
${shape(
  'dcat:Catalog',
  ...NAMED,
  ...DESCRIBED,
  property('dct:publisher', 'sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent'),
  property('dcat:dataset', 'sh:minCount 1 ; sh:class dcat:Dataset'),
  property('dcat:service', 'sh:class dcat:DataService'),
  property('dct:language', within('language')),
  property('dct:license', `sh:maxCount 1 ; sh:class dct:LicenseDocument ; ${within('licence')}`),
  property('dct:modified', TIME),
  property('foaf:homepage', 'sh:maxCount 1 ; sh:class foaf:Document'),
  property('dcat:themeTaxonomy', 'sh:hasValue <http://publications.europa.eu/resource/authority/data-theme>'),
)}
${shape(
  'dcat:Dataset',
  ...NAMED,
  ...DESCRIBED,
  property('dcat:theme', `sh:minCount 1 ; ${within('data-theme')}`),
  property('dct:publisher', 'sh:maxCount 1 ; sh:class foaf:Agent'),
  property('dcat:distribution', 'sh:minCount 1 ; sh:class dcat:Distribution'),
  property('dcat:contactPoint', 'sh:class vcard:Organization'),
  property('dct:accessRights', `sh:maxCount 1 ; ${within('access-right')}`),
  property('dct:accrualPeriodicity', `sh:maxCount 1 ; ${within('frequency')}`),
  property('dct:provenance', 'sh:class dct:ProvenanceStatement'),
  property('dct:modified', TIME),
  property('dcat:landingPage', 'sh:nodeKind sh:IRI'),
)}
${shape(
  'dcat:Distribution',
  property('dcat:accessURL', 'sh:minCount 1 ; sh:nodeKind sh:IRI'),
  property('dcat:downloadURL', 'sh:nodeKind sh:IRI'),
  property('dct:format', `sh:maxCount 1 ; ${within('file-type')}`),
  property('dcat:mediaType', 'sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:pattern "^https://www.iana.org/assignments/media-types/"'),
  property('dct:license', `sh:maxCount 1 ; sh:class dct:LicenseDocument ; ${within('licence')}`),
  property('dct:rights', 'sh:maxCount 1 ; sh:class dct:RightsStatement'),
  property('dcat:accessService', 'sh:class dcat:DataService'),
)}
${shape(
  'dcat:DataService',
  ...NAMED,
  property('dcat:endpointURL', 'sh:minCount 1 ; sh:nodeKind sh:IRI'),
  property('dcat:endpointDescription', 'sh:nodeKind sh:IRI'),
  property('dcat:servesDataset', 'sh:class dcat:Dataset'),
)}
${shape('foaf:Agent', property('foaf:name', 'sh:minCount 1 ; sh:nodeKind sh:Literal'))}
${shape('vcard:Organization', property('vcard:hasEmail', 'sh:minCount 1 ; sh:nodeKind sh:IRI ; sh:pattern "^mailto:"'))}
`
