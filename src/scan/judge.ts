import { daysOf, hasExpired } from '../config/expiry.ts';
import type { Config } from '../config/types.ts';
import type { Finding } from './findings.ts';
import { type Statement, statementFor } from './vex.ts';

/** Which findings count, and which of those are tolerated and why: a function of what was found and what slipway.yml says. */

/** Why a finding that would fail the scan does not. */
export type Tolerance =
  | {
      readonly by: 'exception';
      readonly owner: string;
      readonly reason: string;
      /** The day from which it holds no longer. */
      readonly expires: string;
    }
  | {
      readonly by: 'vex';
      readonly status: 'not_affected' | 'fixed';
      readonly reason: string;
      readonly file: string;
    }
  /** The deployed image has it, too. */
  | { readonly by: 'deployed' }
  /** It was published a short while ago; it counts from that moment, in ISO 8601. */
  | { readonly by: 'grace'; readonly until: string };

export interface Judged {
  readonly finding: Finding;
  /** Undefined: it fails the scan. */
  readonly tolerated?: Tolerance;
  /** An exception that has run out, in words. */
  readonly note?: string;
}

/** What is known beside the findings. */
export interface Circumstances {
  readonly now: Date;
  readonly vex: readonly Statement[];
  /** What the deployed image of each name has, by `sameKey`; an image that is not in it is new altogether. */
  readonly deployed: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether an image was scanned, or all were when none is named. */
  scanned(image: string | undefined): boolean;
}

/** Alone in the world: nothing is deployed, and no document says anything. */
export const alone = (now: Date): Circumstances => ({
  now,
  vex: [],
  deployed: new Map(),
  scanned: () => true,
});

/**
 * Every finding that counts by its severity and whether it can be fixed, each failing the scan or tolerated. A secret counts whether
 * it is old or new, and it and a misconfiguration whatever can be fixed: whoever put it there can take it out. Pure.
 */
export function judge(
  findings: readonly Finding[],
  policy: Config['scan'],
  circumstances: Circumstances,
): Judged[] {
  return findings
    .filter(finding => counts(finding, policy))
    .map(finding => {
      const { tolerated, note } = exceptionOf(finding, policy, circumstances.now);
      const tolerance = tolerated ?? otherwise(finding, policy, circumstances);
      if (tolerance !== undefined) return { finding, tolerated: tolerance };
      return { finding, ...(note === undefined ? {} : { note }) };
    });
}

function counts({ severity, kind, fixed }: Finding, policy: Config['scan']): boolean {
  if (!policy['fail-on'].includes(severity)) return false;
  return !policy['only-fixable'] || kind !== 'vulnerability' || fixed !== '';
}

type Exception = Config['scan']['exceptions'][number];

/** Whether an exception is about a finding, whatever its day. Pure. */
export const covers = (exception: Exception, finding: Finding): boolean =>
  exception.id === finding.id &&
  (exception.image === undefined || exception.image === finding.image) &&
  (exception.package === undefined || exception.package === placeOf(finding));

/** The package; of anything else its file, for lines move. */
const placeOf = ({ kind, package: name }: Finding) =>
  kind === 'vulnerability' ? name : name.replace(/:\d+$/, '');

function exceptionOf(
  finding: Finding,
  { exceptions }: Config['scan'],
  now: Date,
): { tolerated?: Tolerance; note?: string } {
  const about = exceptions.filter(each => covers(each, finding));
  const holding = about.find(each => !hasExpired(each.expires, now));
  if (holding !== undefined) {
    const { owner, reason, expires } = holding;
    return { tolerated: { by: 'exception', owner, reason, expires } };
  }
  const [past] = about;
  return past === undefined ? {} : { note: `the exception of ${past.owner} ran out on ${past.expires}` };
}

function otherwise(
  finding: Finding,
  { compare, grace }: Config['scan'],
  { now, vex, deployed }: Circumstances,
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
 * By what the same vulnerability is known in two images: another version of the package that has it as well does not make it new.
 * Pure.
 */
export const sameKey = (finding: Finding): string => `${finding.id}\n${placeOf(finding)}`;

/** An exception that ends within this time is told of. */
const soon = 14 * 86_400_000;

/** What is to be said of the exceptions themselves: those that soon run out, and those that cover nothing any more. Pure. */
export function exceptionNotes(
  findings: readonly Finding[],
  { exceptions }: Config['scan'],
  { now, scanned }: Circumstances,
): string[] {
  return exceptions.flatMap(exception => {
    const { id, owner, expires, image } = exception;
    if (!findings.some(finding => covers(exception, finding)))
      return scanned(image)
        ? [`the exception of ${id} by ${owner} covers nothing; take it out of slipway.yml`]
        : [];
    const left = Date.parse(`${expires}T00:00:00Z`) - now.getTime();
    if (left <= 0 || left > soon) return [];
    return [`the exception of ${id} by ${owner} runs out on ${expires}; fix what it covers before`];
  });
}
