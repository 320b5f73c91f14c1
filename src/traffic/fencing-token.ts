import type { ObjectMeta } from '../cluster/objects.ts';
import type { JsonPatch } from '../cluster/port.ts';

/** The metadata that a fenced write needs; every typed object has it. */
export interface Fenced {
  metadata?: ObjectMeta;
}

/** Identifies the writer: each managed object must still have this fencing token, or the API server refuses the patch. */
export interface FencingToken {
  app: string;
  token: number;
}

/** A patch that tests the fencing token of its object first. */
export interface FencedPatch {
  path: string;
  patch: JsonPatch[];
}

/** The pod label and selector key that distinguishes the two tracks. */
export const track = 'slipway.dev/track';
export type TrackName = 'stable' | 'canary';

/** Annotations of one application on objects that several may share. */
export const annotationOf = {
  /** The fencing token that may write, for each application, because several may share an object. */
  token: (app: string) => `slipway.dev/token.${app}`,
  /** Weights of a route before the split. */
  weights: (app: string) => `slipway.dev/weights.${app}`,
  /** Marks a Service that we have pinned. */
  pinned: (app: string) => `slipway.dev/pinned.${app}`,
  /** `minReplicas` of an autoscaler before it was raised. */
  minReplicas: (app: string) => `slipway.dev/min-replicas.${app}`,
  /** The watchdog has restored the traffic; the value is the token of the lost run. */
  watchdog: (app: string) => `slipway.dev/watchdog.${app}`,
} as const;

/** Builds a JSON pointer (RFC 6901) from its parts. */
export function pointer(...parts: (string | number)[]): string {
  return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function annotationPointer(name: string): string {
  return pointer('metadata', 'annotations', name);
}

/**
 * Returns the tests at the start of every patch: the token, and the uid, so that it does not change another object that was created
 * with the same name.
 */
export function fencingTests(object: Fenced, { app, token }: FencingToken): JsonPatch[] {
  return [
    { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
    { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
  ];
}

/** Returns the token on an object; 0 when it has none. */
export function tokenOn(object: Fenced, app: string): number {
  return parseToken(annotation(object, annotationOf.token(app)));
}

/** Returns the annotations with the tokens of other applications, which apply the same object, too. */
export function tokensOfOthers(object: Fenced, app: string): Record<string, string> {
  const isOther = ([name, value]: [string, string]) =>
    name.startsWith(annotationOf.token('')) && name !== annotationOf.token(app) && parseToken(value) > 0;
  return Object.fromEntries(Object.entries(object.metadata?.annotations ?? {}).filter(isOther));
}

/**
 * Parses the token of an object, a Lease or a fence, which other users may have written. Returns 0, as without a token, for a text that
 * no run writes.
 */
export function parseToken(text: string | undefined): number {
  return /^[1-9]\d{0,9}$/.test(text ?? '') ? Number(text) : 0;
}

/** No run reaches this token by counting. A user could write one, to use up all that `parseToken` accepts. */
const beyondCounting = 9e9;

/** Returns the highest of these tokens, which the next one must exceed; 0 without any. Ignores those that no run reaches by counting. */
export function floorOf(tokens: readonly number[]): number {
  return Math.max(0, ...tokens.filter(each => each < beyondCounting));
}

/** Whether a token on an object is that of a newer run. Ignores the same tokens as `floorOf`, unless this run has such a one itself. */
export function isNewer(there: number, token: number): boolean {
  return there > token && (there < beyondCounting || token >= beyondCounting);
}

/**
 * Returns the test that an annotation has not changed since the object was read. A JSON patch cannot test that a field is missing, so for
 * a missing annotation it tests the resourceVersion.
 */
export function testUnchanged({ metadata }: Fenced, name: string): JsonPatch {
  const value = metadata?.annotations?.[name];
  return value === undefined
    ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: metadata?.resourceVersion }
    : { op: 'test', path: annotationPointer(name), value };
}

/**
 * Returns the patch that sets the token on an object. Empty when the object has the token.
 * @param object without a higher token: `setToken` refuses one that has it.
 */
export function tokenPatch(object: Fenced, { app, token }: FencingToken): JsonPatch[] {
  const name = annotationOf.token(app);
  if (tokenOn(object, app) === token) return [];
  const { annotations, uid } = object.metadata ?? {};
  return [
    { op: 'test', path: pointer('metadata', 'uid'), value: uid },
    testUnchanged(object, name),
    ...(annotations === undefined
      ? [{ op: 'add', path: pointer('metadata', 'annotations'), value: {} } satisfies JsonPatch]
      : []),
    { op: 'add', path: annotationPointer(name), value: String(token) },
  ];
}

/** Returns an annotation of the object, if it exists. */
export function annotation(object: Fenced, name: string): string | undefined {
  return object.metadata?.annotations?.[name];
}

/** Returns the operation that sets an annotation, or removes it for `undefined`; empty when nothing changes. */
export function annotate(object: Fenced, name: string, value: string | undefined): JsonPatch[] {
  const path = annotationPointer(name);
  const present = annotation(object, name);
  if (present === value) return [];
  return value === undefined ? [{ op: 'remove', path }] : [{ op: 'add', path, value }];
}

/**
 * Whether the watchdog of a run has written to an object.
 * @param firstToken the lowest token of the runs that count: that of the run which began the rollout.
 */
export function isRestoredByWatchdog(
  object: Fenced,
  { app, token }: FencingToken,
  firstToken: number,
): boolean {
  const by = Number(annotation(object, annotationOf.watchdog(app)) ?? Number.NaN);
  return by >= firstToken && by <= token;
}
