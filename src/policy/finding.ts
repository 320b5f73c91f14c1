import type { ExceptionExcuse } from '../config/expiry.ts';
import type { Level, RuleName } from '../config/rules.ts';

/** The place of a finding: a line of a Dockerfile, or a file or setting of an image. */
export type FindingPlace =
  | {
      readonly kind: 'dockerfile';
      /** Relative to slipway.yml. */
      readonly path: string;
      /** From 1. */
      readonly line: number;
      readonly endLine: number;
      /** Name of the stage, or its number. */
      readonly stage?: string;
      /** The text of the first line, which exceptions match. It is never printed, because it may contain a secret. */
      readonly text: string;
    }
  | {
      readonly kind: 'image';
      readonly platforms: readonly string[];
      /** A file in the image, without the leading slash; undefined for a finding in the configuration. */
      readonly path?: string;
      readonly layer?: ImageLayer;
    };

/** A layer of an image. */
export interface ImageLayer {
  /** The digest of its blob. */
  readonly digest: string;
  /** From 1, the lowest. */
  readonly number: number;
  readonly of: number;
  /** Whether it belongs to the base image. */
  readonly base: boolean;
  /** The instruction that created it, if known. */
  readonly by?: { readonly path: string; readonly line: number };
}

/** A finding of a rule, with the level from slipway.yml and the exception that excuses it. */
export interface Finding {
  readonly rule: RuleName;
  /** `error` fails the step. Never `off`. */
  readonly level: Exclude<Level, 'off'>;
  /** Names of the images in slipway.yml. */
  readonly images: readonly string[];
  readonly place: FindingPlace;
  /** One sentence each, without a full stop. */
  readonly message: string;
  readonly remedy: string;
  /** Why it is tolerated; then it does not fail the step. */
  readonly excused?: Excuse;
  /** A sentence about an expired exception. */
  readonly note?: string;
}

export type Excuse =
  | { readonly by: 'comment'; readonly line: number; readonly reason: string }
  | ExceptionExcuse;

export const severity = (level: Level): number => ['off', 'info', 'warning', 'error'].indexOf(level);

/** Returns the findings that count: those that are not excused. */
export const unexcused = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ excused }) => excused === undefined);

/** Counts the findings that are not excused, by level. */
export function countsOf(findings: readonly Finding[]): Record<'error' | 'warning' | 'info', number> {
  const of = (level: Level) => unexcused(findings).filter(each => each.level === level).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
}

/** Formats the place of a finding: `Dockerfile:3`, `/usr/bin/su in layer 3 of 7 (Dockerfile:12; linux/amd64)`. */
export function placeOf({ place }: Finding): string {
  if (place.kind === 'dockerfile') return `${place.path}:${place.line}`;
  const { path, layer, platforms } = place;
  if (path === undefined) return `configuration (${platforms.join(', ')})`;
  if (layer === undefined) return `/${path} (${platforms.join(', ')})`;
  const { number, of, base, by } = layer;
  const from = by === undefined ? (base ? ['base image'] : []) : [`${by.path}:${by.line}`];
  return `/${path} in layer ${number} of ${of} (${[...from, platforms.join(', ')].join('; ')})`;
}

/** Sorts findings: worst first, then by place, so that the order is the same in every run. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const key = ({ place }: Finding) =>
    place.kind === 'dockerfile'
      ? `0 ${place.path} ${String(place.line).padStart(8, '0')}`
      : `1 ${place.path ?? ''}`;
  return [...findings].sort(
    (a, b) =>
      severity(b.level) - severity(a.level) ||
      (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

/** Returns why the step fails: the first error, and the number of others; undefined when there is no error. */
export function reasonOf(findings: readonly Finding[]): string | undefined {
  const errors = inOrder(unexcused(findings)).filter(({ level }) => level === 'error');
  const [first] = errors;
  if (first === undefined) return undefined;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  const of = first.place.kind === 'image' ? `image ${first.images.join(', ')}: ` : '';
  return `${of}${placeOf(first)}: ${first.message} [${first.rule}]${more}; ${first.remedy}`;
}
