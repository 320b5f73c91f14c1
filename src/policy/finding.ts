import type { Level, RuleName } from '../config/rules.ts';

/** Where something was found: a line of a Dockerfile, or something in an image. */
export type Place =
  | {
      readonly kind: 'dockerfile';
      /** Relative to slipway.yml. */
      readonly path: string;
      /** From 1. */
      readonly line: number;
      readonly endLine: number;
      /** Name of the stage, or its number. */
      readonly stage?: string;
      /** What the first line says; exceptions name it by that, nobody prints it: it may be a secret. */
      readonly text: string;
    }
  | {
      readonly kind: 'image';
      readonly platforms: readonly string[];
      /** A file in the image, without its first slash; undefined for what its configuration says. */
      readonly path?: string;
      readonly layer?: Layer;
    };

/** A layer of an image. */
export interface Layer {
  /** Of its blob. */
  readonly digest: string;
  /** From 1, the lowest. */
  readonly number: number;
  readonly of: number;
  /** It came with the base image. */
  readonly base: boolean;
  /** The instruction that made it, where that is known. */
  readonly by?: { readonly path: string; readonly line: number };
}

/** What a rule found, with what slipway.yml and comments say of it. */
export interface Finding {
  readonly rule: RuleName;
  /** `error` fails the step. Never `off`. */
  readonly level: Exclude<Level, 'off'>;
  /** Names of the images in slipway.yml. */
  readonly images: readonly string[];
  readonly place: Place;
  /** One sentence each, without full stop. */
  readonly message: string;
  readonly remedy: string;
  /** Why it is tolerated; then it fails nothing. */
  readonly excused?: Excuse;
  /** An exception that has run out, in words. */
  readonly note?: string;
}

export type Excuse =
  | { readonly by: 'comment'; readonly line: number; readonly reason: string }
  | {
      readonly by: 'exception';
      readonly owner: string;
      readonly reason: string;
      /** The day from which it holds no longer. */
      readonly expires: string;
    };

export const severity = (level: Level): number => ['off', 'info', 'warning', 'error'].indexOf(level);

/** Findings that count: those that nobody tolerates. */
export const standing = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ excused }) => excused === undefined);

/** How many stand, by level. */
export function countsOf(findings: readonly Finding[]): Record<'error' | 'warning' | 'info', number> {
  const of = (level: Level) => standing(findings).filter(each => each.level === level).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
}

/** `Dockerfile:3`, `/usr/bin/su in layer 3 of 7 (Dockerfile:12; linux/amd64)`. */
export function placeOf({ place }: Finding): string {
  if (place.kind === 'dockerfile') return `${place.path}:${place.line}`;
  const { path, layer, platforms } = place;
  if (path === undefined) return `configuration (${platforms.join(', ')})`;
  if (layer === undefined) return `/${path} (${platforms.join(', ')})`;
  const { number, of, base, by } = layer;
  const from = by === undefined ? (base ? ['of the base'] : []) : [`${by.path}:${by.line}`];
  return `/${path} in layer ${number} of ${of} (${[...from, platforms.join(', ')].join('; ')})`;
}

/** Worst first, then by place: the same in every run. */
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

/** One sentence for why it fails: the first error, and how many more there are. Undefined when nothing fails it. */
export function reasonOf(findings: readonly Finding[]): string | undefined {
  const errors = inOrder(standing(findings)).filter(({ level }) => level === 'error');
  const [first] = errors;
  if (first === undefined) return undefined;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  const of = first.place.kind === 'image' ? `image ${first.images.join(', ')}: ` : '';
  return `${of}${placeOf(first)}: ${first.message} [${first.rule}]${more}; ${first.remedy}`;
}
