import { isMap, textMap, textsIn } from '../toolkit/map.ts';
import type { Product, VexStatement, VexStatus } from './vex.ts';

/** Reads OpenVEX (openvex.dev/ns, 0.2.0). Pure. */

const statuses: readonly VexStatus[] = ['not_affected', 'affected', 'fixed', 'under_investigation'];

/**
 * Reads the statements of a document in the order of their time, or that of the document; if one has neither, in the order of the
 * document.
 * @returns the statements, or a text that says what is wrong with the document.
 */
export function readOpenVex(document: Readonly<Record<string, unknown>>): VexStatement[] | string {
  const { statements, timestamp } = document;
  if (!Array.isArray(statements)) return 'has no statements';
  const read = statements.map(sayingOf);
  const wrong = read.findIndex(each => typeof each === 'string');
  if (wrong >= 0) return `has ${read[wrong]} in statement ${wrong + 1}`;
  const timeOf = (each: unknown) =>
    Date.parse(String((isMap(each) ? each.timestamp : undefined) ?? timestamp));
  const said = read.flatMap((each, index) =>
    typeof each === 'string' ? [] : [{ each, time: timeOf(statements[index]) }],
  );
  const timed = said.every(({ time }) => !Number.isNaN(time));
  return (timed ? said.sort((a, b) => a.time - b.time) : said).map(({ each }) => each);
}

function sayingOf(each: unknown): VexStatement | string {
  if (!isMap(each)) return 'no JSON object';
  const vulnerability = namesOf(each.vulnerability);
  if (vulnerability.length === 0) return 'no vulnerability';
  const status = statuses.find(one => one === each.status);
  if (status === undefined) return 'no known status';
  const products = (Array.isArray(each.products) ? each.products : []).map(productOf);
  if (products.length === 0 || products.includes(undefined)) return 'no products';
  const said = (one: unknown) => typeof one === 'string' && one.trim() !== '';
  const why = [each.impact_statement, each.justification].find(said);
  if (status === 'not_affected' && why === undefined)
    return 'neither a justification nor an impact statement';
  const reason = [why, each.status_notes].find(said);
  return {
    vulnerability,
    products: products.filter(one => one !== undefined),
    status,
    reason: typeof reason === 'string' ? reason.trim().replaceAll('_', ' ') : status,
  };
}

function namesOf(value: unknown): string[] {
  if (typeof value === 'string' && value !== '') return [value];
  if (!isMap(value)) return [];
  // Some tools write only the URL of the vulnerability, which ends with its name.
  const address = textMap(value)['@id']?.split('/').at(-1);
  return textsIn([value.name, ...textsIn(value.aliases), address]);
}

const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  if (!isMap(value)) return undefined;
  return textMap(value.identifiers).purl ?? textMap(value)['@id'];
};

function productOf(value: unknown): Product | undefined {
  const purl = idOf(value);
  if (purl === undefined) return undefined;
  const inner = isMap(value) && Array.isArray(value.subcomponents) ? value.subcomponents : [];
  const packages = inner.map(idOf);
  // An unreadable subcomponent must not widen the statement to the whole product.
  return packages.includes(undefined)
    ? undefined
    : { purl, packages: packages.filter(each => each !== undefined) };
}
