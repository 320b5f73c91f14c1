import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../toolkit/errors.ts';
import { isMap } from '../toolkit/map.ts';
import type { Finding } from './findings.ts';

/** OpenVEX documents (openvex.dev/ns, 0.2.0): what its makers say of a vulnerability in a product. */

const statuses = ['not_affected', 'affected', 'fixed', 'under_investigation'] as const;
type Status = (typeof statuses)[number];

export interface Statement {
  /** The document, as slipway.yml names it. */
  readonly file: string;
  /** Its name and its aliases. */
  readonly vulnerability: readonly string[];
  readonly products: readonly Product[];
  readonly status: Status;
  /** Of `not_affected` and `fixed`: why. */
  readonly reason: string;
}

export interface Product {
  readonly purl: string;
  /** Packages in it; empty: all of it. */
  readonly packages: readonly string[];
}

/**
 * Reads the documents that slipway.yml names.
 * @throws UserError for one that is not there, or is no OpenVEX.
 */
export async function readVex(files: readonly string[], root: string): Promise<Statement[]> {
  const all = files.map(async file => {
    const text = await readFile(join(root, file), 'utf8').catch((error: unknown) => {
      throw new UserError(`${file} cannot be read`, 'correct `scan.vex` in slipway.yml', { cause: error });
    });
    return parseVex(text, file);
  });
  return (await Promise.all(all)).flat();
}

/**
 * Reads a document.
 * @param file its path, as the user writes it.
 * @throws UserError for what is no OpenVEX.
 */
export function parseVex(text: string, file: string): Statement[] {
  const bad = (problem: string) =>
    new UserError(
      `${file} ${problem}`,
      'write OpenVEX 0.2.0, as `vexctl create` does, or take it out of `scan.vex`',
    );
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file} is not JSON`, 'correct it, or take it out of `scan.vex`', { cause: error });
  }
  if (!isMap(document) || !String(document['@context']).startsWith('https://openvex.dev/ns'))
    throw bad('is no OpenVEX document');
  if (!Array.isArray(document.statements)) throw bad('has no statements');
  return document.statements.map((each: unknown, index) => {
    const problem = (what: string) => bad(`has ${what} in statement ${index + 1}`);
    if (!isMap(each)) throw problem('nothing');
    const vulnerability = namesOf(each.vulnerability);
    if (vulnerability.length === 0) throw problem('no vulnerability');
    const status = statuses.find(one => one === each.status);
    if (status === undefined) throw problem('no status that there is');
    const products = (Array.isArray(each.products) ? each.products : []).map(productOf);
    if (products.length === 0 || products.includes(undefined)) throw problem('no products');
    const reason = [each.impact_statement, each.justification, each.status_notes].find(
      one => typeof one === 'string' && one.trim() !== '',
    );
    if (status === 'not_affected' && each.impact_statement === undefined && each.justification === undefined)
      throw problem('neither a justification nor an impact statement');
    return {
      file,
      vulnerability,
      products: products.filter(one => one !== undefined),
      status,
      reason: typeof reason === 'string' ? reason.trim().replaceAll('_', ' ') : status,
    };
  });
}

function namesOf(value: unknown): string[] {
  if (typeof value === 'string' && value !== '') return [value];
  if (!isMap(value)) return [];
  const aliases = Array.isArray(value.aliases) ? value.aliases : [];
  return [value.name, ...aliases].filter(each => typeof each === 'string' && each !== '');
}

const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  if (!isMap(value)) return undefined;
  const { purl } = isMap(value.identifiers) ? value.identifiers : {};
  return typeof purl === 'string' ? purl : typeof value['@id'] === 'string' ? value['@id'] : undefined;
};

function productOf(value: unknown): Product | undefined {
  const purl = idOf(value);
  if (purl === undefined) return undefined;
  const inner = isMap(value) && Array.isArray(value.subcomponents) ? value.subcomponents : [];
  const packages = inner.map(idOf);
  // One that cannot be read must not become "all of it".
  return packages.includes(undefined)
    ? undefined
    : { purl, packages: packages.filter(each => each !== undefined) };
}

/** The last statement about a finding: what is said later takes the place of what was said before. Pure. */
export function statementFor(finding: Finding, statements: readonly Statement[]): Statement | undefined {
  return statements.findLast(
    ({ vulnerability, products }) =>
      vulnerability.includes(finding.id) && products.some(product => isAbout(product, finding)),
  );
}

function isAbout({ purl, packages }: Product, { purl: own, reference }: Finding): boolean {
  const isPackage = (each: string) => own !== undefined && fits(each, own);
  if (purl.startsWith('pkg:oci/'))
    return fitsImage(purl, reference) && (packages.length === 0 || packages.some(isPackage));
  return packages.length === 0 ? isPackage(purl) : false;
}

interface Purl {
  readonly name: string;
  readonly version: string | undefined;
  readonly qualifiers: URLSearchParams;
}

/** `pkg:type/namespace/name@version?qualifiers#subpath`, names compared as they are (purl-spec). */
function partsOf(purl: string): Purl {
  const [rest = '', query = ''] = purl.replace(/#.*$/s, '').split(/\?(.*)/s);
  const at = rest.lastIndexOf('@');
  const slash = rest.lastIndexOf('/');
  const decoded = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  const versioned = at > slash;
  return {
    name: decoded(versioned ? rest.slice(0, at) : rest),
    version: versioned ? decoded(rest.slice(at + 1)) : undefined,
    qualifiers: new URLSearchParams(query),
  };
}

/** Whether a purl that may leave the version out is about a package. */
function fits(written: string, own: string): boolean {
  const [a, b] = [partsOf(written), partsOf(own)];
  return a.name === b.name && (a.version === undefined || a.version === b.version);
}

/** `pkg:oci/shop@sha256:…?repository_url=ghcr.io/acme/shop`: the digest and the repository count where they are written. */
function fitsImage(written: string, reference: string): boolean {
  const { name, version, qualifiers } = partsOf(written);
  const [repository = '', digest] = reference.split('@');
  if (name !== `pkg:oci/${repository.slice(repository.lastIndexOf('/') + 1)}`) return false;
  const url = qualifiers.get('repository_url');
  return (version === undefined || version === digest) && (url === null || url === repository);
}
