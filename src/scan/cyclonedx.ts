import { isMap, mapsIn, textMap, textsIn } from '../toolkit/map.ts';
import type { Product, VexStatement, VexStatus } from './vex.ts';

/** VEX in CycloneDX (cyclonedx.org/docs, 1.4 to 1.7): vulnerabilities with an analysis, of components or purls. Pure. */

type Fields = Readonly<Record<string, unknown>>;

const statuses: Readonly<Record<string, VexStatus>> = {
  not_affected: 'not_affected',
  false_positive: 'not_affected',
  resolved: 'fixed',
  resolved_with_pedigree: 'fixed',
  exploitable: 'affected',
  in_triage: 'under_investigation',
};

/** @returns the statement about each analyzed vulnerability, or a text that says what is wrong with the document. */
export function readCycloneDx(document: Fields): VexStatement[] | string {
  const vulnerabilities = mapsIn(document.vulnerabilities);
  const analysed = vulnerabilities.filter(({ analysis }) => isMap(analysis));
  if (analysed.length === 0) return 'has no vulnerability with an analysis';
  const purls = purlsIn(document);
  const read = analysed.map(each => sayingOf(each, purls));
  const wrong = read.findIndex(each => typeof each === 'string');
  if (wrong >= 0) return `has ${read[wrong]} for ${analysed[wrong]?.id ?? 'one of its vulnerabilities'}`;
  return read.filter(each => typeof each !== 'string');
}

function sayingOf(each: Fields, purls: ReadonlyMap<string, string>): VexStatement | string {
  const { id, references, affects, analysis } = each;
  const vulnerability = textsIn([id, ...mapsIn(references).map(reference => reference.id)]);
  if (vulnerability.length === 0) return 'no id';
  const { state, detail, justification } = isMap(analysis) ? analysis : {};
  const status = statuses[String(state)];
  if (status === undefined) return `no known state (${String(state)})`;
  const products = mapsIn(affects).map(target => productsOf(target, purls, status));
  const strange = products.find(product => typeof product === 'string');
  if (strange !== undefined) return strange;
  if (products.length === 0) return 'no affected component';
  const reason = [detail, justification].find(text => typeof text === 'string' && text.trim() !== '');
  return {
    vulnerability,
    products: products.flatMap(product => (typeof product === 'string' ? [] : product)),
    status,
    reason: String(reason ?? state)
      .trim()
      .replaceAll('_', ' '),
  };
}

/**
 * Returns the products that a statement is about. With `versions`, a tolerating status covers only the listed unaffected versions.
 * Version ranges cannot be compared here: a range tolerates nothing, and any other status then covers all versions.
 */
function productsOf(
  { ref, versions }: Fields,
  purls: ReadonlyMap<string, string>,
  status: VexStatus,
): Product[] | string {
  const purl = purls.get(String(ref)) ?? purlOfLink(String(ref));
  if (purl === undefined) return `no purl for the affected component (${String(ref)})`;
  if (!Array.isArray(versions) || versions.length === 0) return [{ purl, packages: [] }];
  const [whole = '', rest = ''] = purl.split(/([?#].*)/s);
  const [name = ''] = whole.split(/@[^/]*$/);
  const tolerates = status === 'not_affected' || status === 'fixed';
  const details = tolerates ? rest : '';
  return mapsIn(versions)
    .filter(each => (each.status === 'unaffected') === tolerates)
    .flatMap(({ version }): Product[] => {
      if (typeof version === 'string')
        return [{ purl: `${name}@${encodeURIComponent(version)}${details}`, packages: [] }];
      return tolerates ? [] : [{ purl: name, packages: [] }];
    });
}

/** Reads the purl of a BOM-Link, `urn:cdx:<serial>/<version>#<bom-ref>`, or of a bare bom-ref, if it is one. */
function purlOfLink(ref: string): string | undefined {
  const name = /^urn:cdx:[^#]+#(.+)$/s.exec(ref)?.[1];
  const purl = name === undefined ? ref : decoded(name);
  return purl.startsWith('pkg:') ? purl : undefined;
}

/** Decodes a part of a purl; returns it unchanged where it is malformed. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Maps bom-refs to purls, for all components at any depth. */
function purlsIn({ metadata, components }: Fields): Map<string, string> {
  const found = new Map<string, string>();
  const waiting: Fields[] = [...mapsIn(components), ...mapsIn(isMap(metadata) ? [metadata.component] : [])];
  for (let component = waiting.pop(); component !== undefined; component = waiting.pop()) {
    const { 'bom-ref': ref, purl } = textMap(component);
    if (ref !== undefined && purl !== undefined) found.set(ref, purl);
    waiting.push(...mapsIn(component.components));
  }
  return found;
}
