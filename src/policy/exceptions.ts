import { hasExpired } from '../config/expiry.ts';
import type { Exception } from '../config/policy.ts';
import type { Finding } from './finding.ts';
import { matchesLine, matchesPath } from './patterns.ts';

/** Exceptions of slipway.yml: for a while, in the name of somebody, with a reason. */

/** An exception that ends within this time is told of. */
const soon = 14 * 86_400_000;

/** Whether an exception is about a finding, whatever its day. Pure. */
export function covers(exception: Exception, { rule, images, place }: Finding): boolean {
  const { image, path, stage, line } = exception;
  if (exception.rule !== rule && !(exception.rule === 'buildkit' && rule.startsWith('buildkit/')))
    return false;
  // One that several images share is tolerated for all of them or not at all.
  if (image !== undefined && !images.every(each => each === image)) return false;
  if (path !== undefined && !(place.path !== undefined && matchesPath(path, place.path))) return false;
  if (place.kind === 'image') return stage === undefined && line === undefined;
  if (stage !== undefined && stage.toLowerCase() !== place.stage) return false;
  return line === undefined || matchesLine(line, place.text);
}

/** Findings with the exceptions that hold for them, and what ran out noted at those that it no longer covers. Pure. */
export function except(findings: readonly Finding[], exceptions: readonly Exception[], now: Date): Finding[] {
  return findings.map(finding => {
    if (finding.excused !== undefined) return finding;
    const about = exceptions.filter(exception => covers(exception, finding));
    const holding = about.find(exception => !hasExpired(exception.expires, now));
    if (holding !== undefined) {
      const { owner, reason, expires } = holding;
      return { ...finding, excused: { by: 'exception', owner, reason, expires } };
    }
    const [past] = about;
    if (past === undefined) return finding;
    return { ...finding, note: `the exception of ${past.owner} ran out on ${past.expires}` };
  });
}

/**
 * What is to be said of the exceptions themselves: those that soon run out, and those that covered nothing.
 * @param looked which rules were looked for: an exception of another one could not cover anything. Pure.
 */
export function exceptionNotes(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
  now: Date,
  looked: (rule: string) => boolean,
): string[] {
  return exceptions.flatMap(exception => {
    const { rule, owner, expires } = exception;
    const used = findings.some(finding => covers(exception, finding));
    if (!used) {
      if (!looked(rule)) return [];
      return [`the exception of ${rule} by ${owner} covers nothing; take it out of slipway.yml`];
    }
    const left = Date.parse(`${expires}T00:00:00Z`) - now.getTime();
    if (left <= 0 || left > soon) return [];
    return [`the exception of ${rule} by ${owner} runs out on ${expires}; fix what it covers before`];
  });
}
