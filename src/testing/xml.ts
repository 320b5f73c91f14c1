import { UserError } from '../toolkit/errors.ts';
import { mapsIn } from '../toolkit/map.ts';

/** An element: attributes as `@name`, text as `#text`, children by name, always in lists. */
export type Element = { readonly [name: string]: unknown };

/**
 * Parses an XML report. Files that define entities are refused, so that no entity can expand to gigabytes.
 * @returns the root's name and element.
 * @throws UserError with the file and the place of the error.
 */
export async function parseXml(text: string, file: string): Promise<{ root: string; element: Element }> {
  if (/<!ENTITY/i.test(text)) {
    throw new UserError(`${file} defines custom XML entities, which no report needs`, 'use another reporter');
  }
  // Loaded on demand, because most actions never read XML.
  const { XMLParser, XMLValidator } = await import('fast-xml-parser');
  const broken = (where: string) =>
    new UserError(`${file} is malformed XML: ${where}`, 'check whether the reporter was interrupted');
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    // For unclosed elements, the validator lists them as JSON.
    if (valid.err.msg.startsWith("Invalid '[")) throw broken('it ends before all elements are closed');
    throw broken(`${valid.err.msg.replace(/\.$/, '')}, line ${valid.err.line}`);
  }
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    removeNSPrefix: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    alwaysCreateTextNode: true,
    isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
    entityDecoder,
  });
  let parsed: Record<string, Element[]>;
  try {
    parsed = parser.parse(text) as Record<string, Element[]>;
  } catch (error) {
    throw broken(error instanceof Error ? error.message : String(error));
  }
  const root = Object.keys(parsed).find(name => name !== '#text');
  const element = root === undefined ? undefined : parsed[root]?.[0];
  if (root === undefined || element === undefined) throw broken('it has no element');
  return { root, element };
}

/** Returns the children with a name, or with several names their children with the next one. */
export const children = (element: Element, ...path: string[]): Element[] =>
  path.reduce((elements, name) => elements.flatMap(each => mapsIn(each[name])), [element]);

/** Returns the value of an attribute; undefined when it is missing or empty. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element[`@${name}`];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Returns a numeric attribute; undefined when it is not a number of at least 0. */
export function numeric(element: Element, name: string): number | undefined {
  const text = attribute(element, name);
  // Some reporters write thousands separators: 1,234.5.
  const value = text === undefined ? Number.NaN : Number(text.replaceAll(',', ''));
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** Returns the text of an element. */
export function textOf(element: Element): string {
  const text = element['#text'];
  return typeof text === 'string' ? text : '';
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Decodes XML's five entities and character references in one pass, so that nothing is expanded twice. */
const entityDecoder = {
  setExternalEntities: () => {},
  addInputEntities: () => {},
  reset: () => {},
  setXmlVersion: () => {},
  decode: (text: string) =>
    text.replace(
      /&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
      (whole, name, decimal, hex) => {
        if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
        const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
        return point > 0x10ffff ? whole : String.fromCodePoint(point);
      },
    ),
};
