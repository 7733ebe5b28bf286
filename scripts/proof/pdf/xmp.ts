/** In: an XMP packet (ISO 16684-1). Out: its properties by namespace and name, whatever their prefixes are. */
import { DOMParser, type Element } from '@xmldom/xmldom'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const xml = 'http://www.w3.org/XML/1998/namespace'

export const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfx: 'http://ns.adobe.com/pdfx/1.3/',
  pdfxid: 'http://www.npes.org/pdfx/ns/id/',
} as const

export interface Xmp {
  /** What the parser says of a packet that is no XML or holds no RDF; empty otherwise. */
  readonly reason: string
  /** The values of a property, `pdf:Trapped` by the prefixes above: one, or the items of its list; the default language first. */
  readonly values: (property: `${keyof typeof namespaces}:${string}`) => readonly string[]
}

const children = (element: Element): Element[] =>
  [...element.childNodes].filter((node): node is Element => node.nodeType === 1)

function valuesOf(element: Element): string[] {
  const list = children(element).find(
    (child) => child.namespaceURI === rdf && /^(?:Alt|Seq|Bag)$/.test(child.localName!),
  )
  if (!list) return [(element.textContent ?? '').trim()]
  const isDefault = (item: Element) => item.getAttributeNS(xml, 'lang') === 'x-default'
  const items = children(list).sort((a, b) => Number(isDefault(b)) - Number(isDefault(a)))
  return items.map((item) => (item.textContent ?? '').trim())
}

export function readXmp(packet: string): Xmp {
  let reason = ''
  const found = new Map<string, string[]>()
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') reason ||= message
  }
  try {
    const document = new DOMParser({ onError }).parseFromString(packet.replace(/^\ufeff/, ''), 'text/xml')
    const descriptions = [...document.getElementsByTagNameNS(rdf, 'Description')]
    if (descriptions.length === 0) reason ||= 'no rdf:Description'
    for (const description of descriptions) {
      for (const { namespaceURI, localName, value } of description.attributes)
        if (namespaceURI !== rdf) found.set(`${namespaceURI}${localName}`, [value])
      for (const child of children(description)) found.set(`${child.namespaceURI}${child.localName}`, valuesOf(child))
    }
  } catch (error) {
    reason ||= error instanceof Error ? error.message : String(error)
  }
  return {
    reason: reason.split('\n')[0]!,
    values(property) {
      const [prefix, name] = property.split(':') as [keyof typeof namespaces, string]
      return (reason ? undefined : found.get(namespaces[prefix] + name)) ?? []
    },
  }
}
