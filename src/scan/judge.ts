import { daysOf, type ExceptionExcuse, excuseBy, expiresSoon } from '../config/expiry.ts';
import type { Config } from '../config/types.ts';
import { defined } from '../toolkit/map.ts';
import { printable } from '../toolkit/printable.ts';
import { distinct, type ScanFinding, severities } from './findings.ts';
import { statementFor, type VexFileStatement, vexNotes } from './vex.ts';

/** Decides which findings count, which of those are tolerated, and why, from the findings and slipway.yml alone. */

/** Why a finding does not fail the scan although it counts. */
export type Tolerance =
  | ExceptionExcuse
  | {
      readonly by: 'vex';
      readonly status: 'not_affected' | 'fixed';
      readonly reason: string;
      readonly file: string;
    }
  /** The deployed image also has it. */
  | { readonly by: 'deployed' }
  /** It was published recently; it counts from this time, in ISO 8601. */
  | { readonly by: 'grace'; readonly until: string };

export interface JudgedFinding {
  readonly finding: ScanFinding;
  /** Undefined: it fails the scan. */
  readonly tolerated?: Tolerance;
  /** Names an expired exception. */
  readonly note?: string;
}

/** The inputs of the decision besides findings and policy. */
export interface ScanContext {
  readonly now: Date;
  readonly vex: readonly VexFileStatement[];
  /** The findings of the deployed images, by image and `sameKey`; for an image without an entry, all findings are new. */
  readonly deployed: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether an image was scanned, or all images when none is named. */
  scanned(image: string | undefined): boolean;
}

export interface ScanVerdict {
  readonly verdict: 'pass' | 'fail';
  /** The worst finding and how many more; empty when it passes. */
  readonly reason: string;
  /** The findings that fail it. */
  readonly failing: readonly ScanFinding[];
  /** Findings that would fail it, but are tolerated. */
  readonly tolerated: readonly JudgedFinding[];
  /** One sentence for each exception that expires soon or matches no finding, and for each VEX document without effect. */
  readonly notes: readonly string[];
}

/** Checks findings against `scan` of slipway.yml. Pure. */
export function gate(
  findings: readonly ScanFinding[],
  policy: Config['scan'],
  circumstances: ScanContext,
): ScanVerdict {
  const judged = judge(findings, policy, circumstances);
  const tolerated = judged.filter(each => each.tolerated !== undefined);
  const failed = judged
    .filter(each => each.tolerated === undefined)
    .sort((a, b) => weightOf(a.finding) - weightOf(b.finding));
  const failing = failed.map(({ finding }) => finding);
  const notes = [
    ...exceptionNotes(findings, policy, circumstances),
    ...vexNotes(findings, circumstances.vex),
  ];
  const [worst] = failed;
  if (worst === undefined) return { verdict: 'pass', reason: '', failing, tolerated, notes };
  const more = distinct(failing).length - 1;
  const past = worst.note === undefined ? '' : `, and ${worst.note}`;
  const reason = `${sentenceOf(worst.finding)}${past}${more > 0 ? `; ${more} more` : ''}`;
  return { verdict: 'fail', reason, failing, tolerated, notes };
}

const weightOf = ({ severity }: ScanFinding) => severities.indexOf(severity);

/** Formats a finding as `critical CVE-2099-1 in lodash 4.17.4 (fixed in 4.17.12) of image shop`. */
export function sentenceOf(finding: ScanFinding): string {
  const { kind, severity, id, package: where, version, fixed, image, title } = finding;
  const what =
    kind === 'secret'
      ? `${severity} secret (${title}) in ${where}`
      : kind === 'misconfiguration'
        ? `${severity} ${id} (${title}) in ${where}`
        : `${severity} ${id} in ${where} ${version}${fixed === '' ? ' (no fix yet)' : ` (fixed in ${fixed})`}`;
  return printable(`${what} of image ${image}`).slice(0, 400);
}

/**
 * Returns every finding that counts by severity and fixability, each failing the scan or tolerated. A secret counts even if the
 * deployed image has it. `only-fixable` applies to vulnerabilities only, because a secret or a misconfiguration can always be
 * removed. Pure.
 */
export function judge(
  findings: readonly ScanFinding[],
  policy: Config['scan'],
  circumstances: ScanContext,
): JudgedFinding[] {
  return findings
    .filter(finding => counts(finding, policy))
    .map(finding => {
      const about = policy.exceptions.filter(each => covers(each, finding));
      const { excuse, note } = excuseBy(about, circumstances.now);
      const tolerated = excuse ?? otherwise(finding, policy, circumstances);
      return { finding, ...(tolerated === undefined ? defined({ note }) : { tolerated }) };
    });
}

function counts({ severity, kind, fixed }: ScanFinding, policy: Config['scan']): boolean {
  if (!policy['fail-on'].includes(severity)) return false;
  return !policy['only-fixable'] || kind !== 'vulnerability' || fixed !== '';
}

type Exception = Config['scan']['exceptions'][number];

/** Whether an exception covers a finding, regardless of its expiry date. Pure. */
export const covers = (exception: Exception, finding: ScanFinding): boolean =>
  exception.id === finding.id &&
  (exception.image === undefined || exception.image === finding.image) &&
  (exception.package === undefined || exception.package === placeOf(finding));

/** Returns the package, or the file without the line, because lines move. */
const placeOf = ({ kind, package: name }: ScanFinding) =>
  kind === 'vulnerability' ? name : name.replace(/:\d+$/, '');

function otherwise(
  finding: ScanFinding,
  { compare, grace }: Config['scan'],
  { now, vex, deployed }: ScanContext,
): Tolerance | undefined {
  if (finding.kind === 'secret') return undefined;
  const said = statementFor(finding, vex);
  if (said !== undefined && (said.status === 'not_affected' || said.status === 'fixed'))
    return { by: 'vex', status: said.status, reason: said.reason, file: said.file };
  if (compare === 'deployed' && deployed.get(finding.image)?.has(sameKey(finding)) === true)
    return { by: 'deployed' };
  const published = finding.published === undefined ? Number.NaN : Date.parse(finding.published);
  if (grace === undefined || Number.isNaN(published)) return undefined;
  const until = published + daysOf(grace);
  return now.getTime() < until ? { by: 'grace', until: new Date(until).toISOString() } : undefined;
}

/**
 * Returns the key that identifies a finding across two images. It leaves out the version: another affected version of a package does
 * not make the finding new. Pure.
 */
export const sameKey = (finding: ScanFinding): string => `${finding.id}\n${placeOf(finding)}`;

/** Returns notes on exceptions that expire soon or match no finding. Pure. */
export function exceptionNotes(
  findings: readonly ScanFinding[],
  { exceptions }: Config['scan'],
  { now, scanned }: ScanContext,
): string[] {
  return exceptions.flatMap(exception => {
    const { id, owner, expires, image } = exception;
    if (!findings.some(finding => covers(exception, finding)))
      return scanned(image)
        ? [`the exception to ${id} by ${owner} matches no finding; remove it from slipway.yml`]
        : [];
    if (!expiresSoon(expires, now)) return [];
    return [`the exception to ${id} by ${owner} expires on ${expires}; fix its findings before then`];
  });
}
