import type { Config } from '../config/types.ts';
import { printable } from '../toolkit/printable.ts';
import { distinct, type ScanFinding, severities } from './findings.ts';
import { exceptionNotes, type JudgedFinding, judge, type ScanContext } from './judge.ts';
import { vexNotes } from './vex.ts';

export interface ScanVerdict {
  readonly verdict: 'pass' | 'fail';
  /** The worst finding and how many more; empty when it passes. */
  readonly reason: string;
  /** The findings that fail it. */
  readonly failing: readonly ScanFinding[];
  /** Findings that would fail it, but are tolerated. */
  readonly tolerated: readonly JudgedFinding[];
  /** One sentence for each exception that expires soon or covers nothing, and for each VEX document without effect. */
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
export function sentenceOf({
  kind,
  severity,
  id,
  package: where,
  version,
  fixed,
  image,
  title,
}: ScanFinding): string {
  const what =
    kind === 'secret'
      ? `${severity} secret (${title}) in ${where}`
      : kind === 'misconfiguration'
        ? `${severity} ${id} (${title}) in ${where}`
        : `${severity} ${id} in ${where} ${version}${fixed === '' ? ' (no fix yet)' : ` (fixed in ${fixed})`}`;
  return printable(`${what} of image ${image}`).slice(0, 400);
}
