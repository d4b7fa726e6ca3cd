const NAMESPACE = 'http://www.openarchives.org/OAI/2.0/'
const element = (name: string, type: string, more = ''): string => `<element name="${name}" type="${type}"${more}/>`
const complex = (name: string, inner: string): string => `<complexType name="${name}">${inner}</complexType>`
const sequence = (...inner: string[]): string => `<sequence>${inner.join('')}</sequence>`
const OPTIONAL = ' minOccurs="0"'
const MANY = ' maxOccurs="unbounded"'
const stamp = '<simpleType name="stamp"><restriction base="string"><pattern value="\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"/></restriction></simpleType>'
const oneOf = (name: string, ...values: string[]): string =>
  `<simpleType name="${name}"><restriction base="string">${values.map((value) => `<enumeration value="${value}"/>`).join('')}</restriction></simpleType>`

const DC = 'contributor coverage creator date description format identifier language publisher relation rights source subject title type'.split(' ')

/** What an answer of OAI-PMH 2.0 is made of, in the order of the protocol's section 3 and 4; for libxml. */
export const ANSWER_SCHEMA = `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="${NAMESPACE}" xmlns:o="${NAMESPACE}" elementFormDefault="qualified">${[
  stamp,
  oneOf('deleted', 'no', 'persistent', 'transient'),
  oneOf('granularity', 'YYYY-MM-DD', 'YYYY-MM-DDThh:mm:ssZ'),
  oneOf(
    'fault',
    'cannotDisseminateFormat',
    'idDoesNotExist',
    'badArgument',
    'badVerb',
    'noMetadataFormats',
    'noRecordsMatch',
    'badResumptionToken',
    'noSetHierarchy',
  ),
  '<simpleType name="identifier"><restriction base="anyURI"><pattern value="oai:[a-zA-Z][a-zA-Z0-9\\-]*(\\.[a-zA-Z][a-zA-Z0-9\\-]*)*:[a-zA-Z0-9\\-_.!~*\'();/?:@&amp;=+$,%]+"/></restriction></simpleType>',
  '<simpleType name="address"><restriction base="string"><pattern value="\\S+@(\\S+\\.)+\\S+"/></restriction></simpleType>',
  `<complexType name="request"><simpleContent><extension base="anyURI">${['verb', 'identifier', 'metadataPrefix', 'from', 'until', 'set', 'resumptionToken'].map((name) => `<attribute name="${name}" type="string"/>`).join('')}</extension></simpleContent></complexType>`,
  '<complexType name="error"><simpleContent><extension base="string"><attribute name="code" type="o:fault" use="required"/></extension></simpleContent></complexType>',
  '<complexType name="token"><simpleContent><extension base="string"><attribute name="cursor" type="nonNegativeInteger"/></extension></simpleContent></complexType>',
  `<complexType name="header">${sequence(element('identifier', 'o:identifier'), element('datestamp', 'o:stamp'), element('setSpec', 'string', OPTIONAL + MANY))}<attribute name="status" fixed="deleted"/></complexType>`,
  complex('metadata', sequence('<any namespace="http://www.openarchives.org/OAI/2.0/oai_dc/" processContents="strict"/>')),
  complex('record', sequence(element('header', 'o:header'), element('metadata', 'o:metadata', OPTIONAL))),
  complex(
    'identify',
    sequence(
      element('repositoryName', 'string'),
      element('baseURL', 'anyURI'),
      '<element name="protocolVersion" fixed="2.0"/>',
      element('adminEmail', 'o:address', MANY),
      element('earliestDatestamp', 'o:stamp'),
      element('deletedRecord', 'o:deleted'),
      element('granularity', 'o:granularity'),
    ),
  ),
  complex('format', sequence(element('metadataPrefix', 'string'), element('schema', 'anyURI'), element('metadataNamespace', 'anyURI'))),
  complex('set', sequence(element('setSpec', 'string'), element('setName', 'string'))),
  complex('sets', sequence(element('set', 'o:set', MANY))),
  complex('formats', sequence(element('metadataFormat', 'o:format', MANY))),
  complex('identifiers', sequence(element('header', 'o:header', MANY), element('resumptionToken', 'o:token', OPTIONAL))),
  complex('records', sequence(element('record', 'o:record', MANY), element('resumptionToken', 'o:token', OPTIONAL))),
  complex('one', sequence(element('record', 'o:record'))),
  `<element name="OAI-PMH"><complexType>${sequence(
    element('responseDate', 'o:stamp'),
    element('request', 'o:request'),
    `<choice>${[
      element('error', 'o:error', MANY),
      element('Identify', 'o:identify'),
      element('ListMetadataFormats', 'o:formats'),
      element('ListSets', 'o:sets'),
      element('GetRecord', 'o:one'),
      element('ListIdentifiers', 'o:identifiers'),
      element('ListRecords', 'o:records'),
    ].join('')}</choice>`,
  )}</complexType></element>`,
].join('')}</schema>`

/** The same for a record in Dublin Core: any of its fifteen elements, in any order, each a text. */
export const RECORD_SCHEMA = `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><import namespace="http://purl.org/dc/elements/1.1/" schemaLocation="dc.xsd"/><element name="dc"><complexType><choice minOccurs="0" maxOccurs="unbounded">${DC.map((name) => `<element ref="dc:${name}"/>`).join('')}</choice></complexType></element></schema>`

/** The elements of Dublin Core. */
export const ELEMENTS_SCHEMA = `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/elements/1.1/"><import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/><complexType name="text"><simpleContent><extension base="string"><attribute ref="xml:lang"/></extension></simpleContent></complexType>${DC.map((name) => `<element name="${name}" type="t:text"/>`).join('')}</schema>`

/** `xml:lang`. */
export const LANGUAGE_SCHEMA =
  '<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace"><attribute name="lang" type="language"/></schema>'
