import { join } from 'node:path';
import { UserError } from '../toolkit/errors.ts';
import { isMap, jsonMap } from '../toolkit/map.ts';
import { readNamed } from '../toolkit/named-file.ts';
import { readCsaf } from './csaf.ts';
import { decoded, readCycloneDx } from './cyclonedx.ts';
import type { Occurrence, ScanFinding } from './findings.ts';
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
    return parseVex(await readNamed(join(root, file), 'correct `scan.vex` in slipway.yml'), file);
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
  const document = jsonMap(text) ?? {};
  const read = readerOf(document)?.(document) ?? unknown;
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

/**
 * Returns the last statement about a finding: a later statement replaces an earlier one. Where they differ between platforms,
 * one that tolerates the finding counts only if each platform has one. Pure.
 */
export function statementFor(
  finding: ScanFinding,
  statements: readonly VexFileStatement[],
): VexFileStatement | undefined {
  const said = finding.occurrences.map(each => statements.findLast(one => concerns(one, finding, each)));
  if (said.includes(undefined)) return undefined;
  return said.find(one => one !== undefined && !tolerates(one)) ?? said[0];
}

const tolerates = ({ status }: VexStatement) => status === 'not_affected' || status === 'fixed';

/** Returns notes on documents without a statement about any finding, which are probably mistakes. Pure. */
export function vexNotes(
  findings: readonly ScanFinding[],
  statements: readonly VexFileStatement[],
): string[] {
  const used = new Set(
    findings.flatMap(finding =>
      statements
        .filter(each => finding.occurrences.some(one => concerns(each, finding, one)))
        .map(({ file }) => file),
    ),
  );
  const files = [...new Set(statements.map(({ file }) => file))];
  return files
    .filter(file => !used.has(file))
    .map(file => {
      const count = statements.filter(each => each.file === file).length;
      return `${file} has no effect: none of its ${count} statement${count === 1 ? ' is' : 's is'} about a finding of these images; check its products (\`pkg:oci/…\` for an image, the purl of the main module for a program, that of the package for a library)`;
    });
}

function concerns(
  statement: VexFileStatement,
  { id, aliases, reference }: ScanFinding,
  occurrence: Occurrence,
): boolean {
  const { vulnerability, products } = statement;
  if (!vulnerability.some(name => name === id || aliases?.includes(name) === true)) return false;
  // Tolerance for a part of a package is none for the package, but an affected part makes it affected.
  const meant = (purl: string) => (tolerates(statement) ? purl : purl.replace(/#.*$/s, ''));
  return products.some(({ purl, packages }) =>
    isAbout({ purl: meant(purl), packages: packages.map(meant) }, reference, occurrence),
  );
}

/** A product is the image, the program that contains the package, or the package itself. */
function isAbout({ purl, packages }: Product, reference: string, occurrence: Occurrence): boolean {
  const { purl: own, application, platform } = occurrence;
  const isPackage = (each: string) => own !== undefined && fits(each, own);
  const whole =
    fitsImage(purl, reference, platform) ||
    (application !== undefined && fits(purl, application)) ||
    (packages.length === 0 && isPackage(purl));
  return whole && (packages.length === 0 || packages.some(isPackage));
}

interface Purl {
  readonly name: string;
  readonly version: string | undefined;
  readonly qualifiers: URLSearchParams;
  /** A part of the package; empty: all of it. */
  readonly subpath: string;
}

/**
 * Splits `pkg:type/namespace/name@version?qualifiers#subpath`. Case counts (purl-spec), except in types whose names trivy writes in
 * lower case.
 */
function partsOf(purl: string): Purl {
  const [whole = '', subpath = ''] = purl.split(/#(.*)/s);
  const [rest = '', query = ''] = whole.split(/\?(.*)/s);
  const at = rest.lastIndexOf('@');
  const slash = rest.lastIndexOf('/');
  const versioned = at > slash;
  const name = decoded(versioned ? rest.slice(0, at) : rest);
  return {
    name: /^pkg:(golang|oci|pypi)\//.test(name) ? name.toLowerCase() : name,
    version: versioned ? decoded(rest.slice(at + 1)) : undefined,
    qualifiers: new URLSearchParams(query),
    subpath: decoded(subpath),
  };
}

/** Whether a purl matches a package: its version, its qualifiers and its subpath count only where given. */
function fits(written: string, own: string): boolean {
  const [a, b] = [partsOf(written), partsOf(own)];
  if (a.subpath !== '' && a.subpath !== b.subpath) return false;
  if (a.name !== b.name || (a.version !== undefined && a.version !== b.version)) return false;
  return [...a.qualifiers].every(([name, value]) => b.qualifiers.get(name) === value);
}

/** Matches `pkg:oci/shop@sha256:…?repository_url=ghcr.io/acme/shop&arch=amd64`; what is left out does not count. */
function fitsImage(written: string, reference: string, platform: string): boolean {
  const { name, version, qualifiers, subpath } = partsOf(written);
  const [repository = '', digest] = reference.split('@');
  if (name !== `pkg:oci/${repository.slice(repository.lastIndexOf('/') + 1)}`) return false;
  if (subpath !== '' || (version !== undefined && version !== digest)) return false;
  return [...qualifiers].every(([qualifier, value]) => {
    if (qualifier === 'repository_url') return value === repository;
    if (qualifier === 'arch') return platform.split('/')[1] === value;
    // A tag is moved to other images, so only a digest beside it says which one is meant.
    return qualifier === 'tag' && version !== undefined;
  });
}
