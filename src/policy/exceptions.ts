import { excuseBy, notesOnExceptions } from '../config/expiry.ts';
import type { Exception } from '../config/policy.ts';
import { defined } from '../toolkit/map.ts';
import type { Finding } from './finding.ts';
import { matchesLine, matchesPath } from './patterns.ts';

/** Applies the exceptions of slipway.yml, each of which has an owner, a reason and an expiry date. */

/** Whether an exception matches a finding, expired or not. Pure. */
export function covers(exception: Exception, { rule, images, place }: Finding): boolean {
  const { image, path, stage, line } = exception;
  if (exception.rule !== rule && !(exception.rule === 'buildkit' && rule.startsWith('buildkit/')))
    return false;
  // A finding that several images share is tolerated for all of them or for none.
  if (image !== undefined && !images.every(each => each === image)) return false;
  if (path !== undefined && !(place.path !== undefined && matchesPath(path, place.path))) return false;
  if (place.kind === 'image') return stage === undefined && line === undefined;
  if (stage !== undefined && stage.toLowerCase() !== place.stage) return false;
  return line === undefined || matchesLine(line, place.text);
}

/** Excuses findings that match a valid exception, and adds a note to those that match only an expired one. Pure. */
export function except(findings: readonly Finding[], exceptions: readonly Exception[], now: Date): Finding[] {
  return findings.map(finding => {
    if (finding.excused !== undefined) return finding;
    const about = exceptions.filter(exception => covers(exception, finding));
    const { excuse: excused, note } = excuseBy(about, now);
    return { ...finding, ...defined({ excused, note }) };
  });
}

/** Returns notes on exceptions, for the rules that were `looked` at. Pure. */
export const exceptionNotes = (
  findings: readonly Finding[],
  exceptions: readonly Exception[],
  now: Date,
  looked: (rule: string) => boolean,
): string[] =>
  notesOnExceptions(
    exceptions,
    now,
    exception => findings.some(finding => covers(exception, finding)),
    looked,
  );
