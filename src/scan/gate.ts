import type { Config } from '../config/types.ts';
import { printable } from '../toolkit/printable.ts';
import { distinct, type Finding, severities } from './findings.ts';

export interface Verdict {
  readonly verdict: 'pass' | 'fail';
  /** The worst finding and how many more; empty when it passes. */
  readonly reason: string;
  /** The findings that fail it. */
  readonly failing: readonly Finding[];
}

/**
 * Holds findings to `scan` of slipway.yml. A secret counts under `only-fixable` too: whoever put it there can take it out. Pure.
 */
export function gate(findings: readonly Finding[], policy: Config['scan']): Verdict {
  const failing = findings.filter(
    each =>
      policy['fail-on'].includes(each.severity) &&
      (!policy['only-fixable'] || each.kind === 'secret' || each.fixed !== ''),
  );
  const [worst] = [...failing].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
  if (worst === undefined) return { verdict: 'pass', reason: '', failing };
  const more = distinct(failing).length - 1;
  return { verdict: 'fail', reason: `${sentenceOf(worst)}${more > 0 ? `; ${more} more` : ''}`, failing };
}

/** `critical CVE-2099-1 in lodash 4.17.4 (fixed in 4.17.12) of image shop`. */
export function sentenceOf({
  kind,
  severity,
  id,
  package: where,
  version,
  fixed,
  image,
  title,
}: Finding): string {
  const what =
    kind === 'secret'
      ? `${severity} secret (${title}) in ${where}`
      : `${severity} ${id} in ${where} ${version}${fixed === '' ? ' (no fix yet)' : ` (fixed in ${fixed})`}`;
  return printable(`${what} of image ${image}`).slice(0, 400);
}
