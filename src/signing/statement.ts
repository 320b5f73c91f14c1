import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attestation } from '../config/signing.ts';
import { type Checksums, sha256 } from '../toolkit/checksums.ts';
import { UserError } from '../toolkit/errors.ts';
import { isMap, jsonMap, textMap } from '../toolkit/map.ts';
import { nounOf, predicates } from './predicates.ts';
import { type ProvenanceContext, provenanceOf } from './provenance.ts';

/** in-toto statements about an image (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md). */

export interface Statement {
  readonly type: string;
  /** The signed text; the same for the same image and predicate. */
  readonly text: string;
}

/** Builds a statement about an image. Pure. */
export function statementOf(
  { repository, digest }: { readonly repository: string; readonly digest: string },
  type: string,
  predicate: unknown,
): Statement {
  const [algorithm = '', hex = ''] = digest.split(':');
  const subject = [{ name: repository, digest: { [algorithm]: hex } }];
  const statement = { _type: 'https://in-toto.io/Statement/v1', subject, predicateType: type, predicate };
  return { type, text: JSON.stringify(statement) };
}

export interface Subject {
  /** Name of the image in slipway.yml. */
  readonly name: string;
  readonly repository: string;
  readonly digest: string;
}

/** The reports of `scan`. */
export interface Reports {
  /** Empty: no reports were given. */
  readonly folder: string;
  /** The checksums of its files; without them the files are trusted. */
  readonly sums?: Checksums;
}

/**
 * Builds the statements about an image that slipway.yml demands beside the signature.
 * @throws UserError when a report is missing, was changed, or is of another image.
 */
export async function statementsOf(
  subject: Subject,
  demanded: readonly Attestation[],
  reports: Reports,
  circumstances: ProvenanceContext,
): Promise<Statement[]> {
  const said: Statement[] = [];
  // In sequence, so that the error names the first missing report in the order of slipway.yml.
  for (const what of demanded) {
    switch (what) {
      case 'provenance':
        said.push(statementOf(subject, predicates.provenance, provenanceOf(subject, circumstances)));
        break;
      case 'sbom':
        said.push(
          statementOf(subject, predicates.cyclonedx, await reportOf(subject, what, reports, 'cdx.json')),
          statementOf(subject, predicates.spdx, await reportOf(subject, what, reports, 'spdx.json')),
        );
        break;
      case 'scan': {
        const report = await reportOf(subject, what, reports, 'json');
        said.push(statementOf(subject, predicates.scan, scanPredicate(report)));
        break;
      }
      default:
        return what satisfies never;
    }
  }
  return said;
}

/** Reads a report, and refuses one that does not name this image. */
async function reportOf(
  { name, repository, digest }: Subject,
  what: Attestation,
  { folder, sums }: Reports,
  extension: string,
): Promise<Readonly<Record<string, unknown>>> {
  const file = `${name}.${extension}`;
  const path = join(folder, file);
  const noun = nounOf[what];
  if (folder === '')
    throw new UserError(
      `slipway.yml requires an attestation of the ${noun} of ${name}, but no reports were given`,
      'pass `reports`, the folder that `scan` wrote, or remove it from `signing.attestations`',
    );
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UserError(
      `the ${noun} of ${name} is not at ${path}`,
      'pass the output `reports` of the `scan` of these images',
      { cause: error },
    );
  });
  if (sums !== undefined && sums.get(file) !== sha256(text))
    throw new UserError(
      `${path} is not the file that the scan wrote: ${sums.has(file) ? `its SHA-256 is ${sha256(text)} instead of ${sums.get(file)}` : 'the scan listed no such file'}`,
      'scan these images again, and check which job of this run writes artifacts',
    );
  const report = jsonMap(text);
  if (report === undefined)
    throw new UserError(`${path} is not a report`, 'pass the output `reports` of `scan` unchanged');
  if (!text.includes(digest))
    throw new UserError(
      `${path} is not a report on ${repository}@${digest}`,
      'pass the reports of the scan of these same images',
    );
  return report;
}

/**
 * Converts the result of a scan to cosign's predicate (cosign, specs/COSIGN_VULN_ATTESTATION_SPEC.md). It leaves out the packages,
 * which the SBOM lists.
 */
export function scanPredicate(report: Readonly<Record<string, unknown>>): unknown {
  const results: unknown[] = Array.isArray(report.Results) ? report.Results : [];
  const found = results.map(result => {
    if (!isMap(result)) return result;
    const { Packages: _packages, ...rest } = result;
    return rest;
  });
  const { CreatedAt: at } = textMap(report);
  const { Version: version = '' } = textMap(report.Trivy);
  return {
    invocation: { parameters: null, uri: '', event_id: '', 'builder.id': '' },
    scanner: {
      uri: 'pkg:github/aquasecurity/trivy',
      version,
      db: { uri: '', version: '' },
      result: { ...report, Results: found },
    },
    metadata: { scanStartedOn: at, scanFinishedOn: at },
  };
}
