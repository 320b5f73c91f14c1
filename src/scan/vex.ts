import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../toolkit/errors.ts';
import { isMap } from '../toolkit/map.ts';
import { readCsaf } from './csaf.ts';
import { readCycloneDx } from './cyclonedx.ts';
import type { ScanFinding } from './findings.ts';
import { readOpenVex } from './openvex.ts';

/** Vulnerability Exploitability eXchange: a vendor's statements about vulnerabilities in its products, in all supported formats. */

export type VexStatus = 'not_affected' | 'affected' | 'fixed' | 'under_investigation';

/** A statement of a document of any format. */
export interface VexStatement {
  /** The name and the aliases. */
  readonly vulnerability: readonly string[];
  readonly products: readonly Product[];
  readonly status: VexStatus;
  /** The justification of `not_affected` or `fixed`. */
  readonly reason: string;
}

export interface VexFileStatement extends VexStatement {
  /** The path of the document in slipway.yml. */
  readonly file: string;
}

export interface Product {
  readonly purl: string;
  /** The packages in it that are meant; empty: the whole product. */
  readonly packages: readonly string[];
}

/**
 * Reads the documents that slipway.yml names.
 * @throws UserError when one does not exist or cannot be parsed.
 */
export async function readVex(files: readonly string[], root: string): Promise<VexFileStatement[]> {
  const all = files.map(async file => {
    const text = await readFile(join(root, file), 'utf8').catch((error: unknown) => {
      throw new UserError(`${file} cannot be read`, 'correct `scan.vex` in slipway.yml', { cause: error });
    });
    return parseVex(text, file);
  });
  return (await Promise.all(all)).flat();
}

/** @returns the statements of a document, or what is wrong with it, as a text that follows its name. */
type Reader = (document: Readonly<Record<string, unknown>>) => VexStatement[] | string;

/**
 * Parses a document.
 * @param file its path in slipway.yml.
 * @throws UserError when its format is not supported, or it is malformed.
 */
export function parseVex(text: string, file: string): VexFileStatement[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file} is not JSON`, 'correct it, or remove it from `scan.vex`', { cause: error });
  }
  const reader = isMap(document) ? readerOf(document) : undefined;
  const read = isMap(document) && reader !== undefined ? reader(document) : unknown;
  if (typeof read !== 'string') return read.map(each => ({ file, ...each }));
  throw new UserError(
    `${file} ${read}`,
    'correct it, create it again (`vexctl create` writes OpenVEX), or remove it from `scan.vex`',
  );
}

const unknown = 'is neither OpenVEX nor CycloneDX VEX nor CSAF VEX in JSON';

function readerOf(document: Readonly<Record<string, unknown>>): Reader | undefined {
  if (String(document['@context']).startsWith('https://openvex.dev/ns')) return readOpenVex;
  if (document.bomFormat === 'CycloneDX') return readCycloneDx;
  return isMap(document.document) && 'csaf_version' in document.document ? readCsaf : undefined;
}

/** Returns the last statement about a finding: a later statement replaces an earlier one. Pure. */
export function statementFor(
  finding: ScanFinding,
  statements: readonly VexFileStatement[],
): VexFileStatement | undefined {
  return statements.findLast(each => concerns(each, finding));
}

/** Returns notes on documents without a statement about any finding, which are probably mistakes. Pure. */
export function vexNotes(
  findings: readonly ScanFinding[],
  statements: readonly VexFileStatement[],
): string[] {
  const used = new Set(
    findings.flatMap(finding => statements.filter(each => concerns(each, finding)).map(({ file }) => file)),
  );
  const files = [...new Set(statements.map(({ file }) => file))];
  return files
    .filter(file => !used.has(file))
    .map(file => {
      const count = statements.filter(each => each.file === file).length;
      return `${file} has no effect: none of its ${count} statement${count === 1 ? ' is' : 's is'} about a finding of these images; check its products (\`pkg:oci/…\` for an image, the purl of the package for a library)`;
    });
}

const concerns = ({ vulnerability, products }: VexFileStatement, finding: ScanFinding): boolean =>
  vulnerability.includes(finding.id) && products.some(product => isAbout(product, finding));

function isAbout({ purl, packages }: Product, { purl: own, reference }: ScanFinding): boolean {
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

/** Splits `pkg:type/namespace/name@version?qualifiers#subpath`; names are compared unchanged (purl-spec). */
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

/** Whether a purl, possibly without version, matches a package. */
function fits(written: string, own: string): boolean {
  const [a, b] = [partsOf(written), partsOf(own)];
  return a.name === b.name && (a.version === undefined || a.version === b.version);
}

/** Matches `pkg:oci/shop@sha256:…?repository_url=ghcr.io/acme/shop`; the digest and the repository count only where given. */
function fitsImage(written: string, reference: string): boolean {
  const { name, version, qualifiers } = partsOf(written);
  const [repository = '', digest] = reference.split('@');
  if (name !== `pkg:oci/${repository.slice(repository.lastIndexOf('/') + 1)}`) return false;
  const url = qualifiers.get('repository_url');
  return (version === undefined || version === digest) && (url === null || url === repository);
}
