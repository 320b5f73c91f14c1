import type { ObjectMeta } from '../cluster/objects.ts';
import type { JsonPatch } from '../cluster/port.ts';

/** What of an object's metadata a fenced write needs; every typed object has it. */
export interface Stamped {
  metadata?: ObjectMeta;
}

/** Who writes: the stamp on each managed object must still be this token, or the API server refuses the patch. */
export interface FencingToken {
  app: string;
  token: number;
}

/** A fenced write, and what it does as a clause for reports: `HTTPRoute/shop: 25 % to shop-canary`. */
export interface Write {
  path: string;
  patch: JsonPatch[];
  says: string;
}

/** The label of pods, and the key of selectors, by which the two tracks are told apart. */
export const track = 'slipway.dev/track';
export type TrackName = 'stable' | 'canary';

/** Annotations of one application on objects that several may share. */
export const annotationOf = {
  /** The stamp: the token of who may write; of the application, for an object may serve several. */
  token: (app: string) => `slipway.dev/token.${app}`,
  /** Weights of a route before the split. */
  weights: (app: string) => `slipway.dev/weights.${app}`,
  /** The Service was pinned by us. */
  pinned: (app: string) => `slipway.dev/pinned.${app}`,
  /** `minReplicas` of an autoscaler before it was raised. */
  minReplicas: (app: string) => `slipway.dev/min-replicas.${app}`,
  /** The watchdog took the traffic back; the value is the token of the run that was lost. */
  watchdog: (app: string) => `slipway.dev/watchdog.${app}`,
} as const;

/** A JSON pointer (RFC 6901) from its parts. */
export function pointer(...parts: (string | number)[]): string {
  return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function annotationPointer(name: string): string {
  return pointer('metadata', 'annotations', name);
}

/**
 * The tests with which every patch begins: the stamp, and that it is the object that was seen, not one created anew
 * under its name.
 */
export function fencingTests(object: Stamped, { app, token }: FencingToken): JsonPatch[] {
  return [
    { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
    { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
  ];
}

/** The token on an object; 0 when it has none. */
export function stampOf(object: Stamped, app: string): number {
  return Number(annotation(object, annotationOf.token(app)) ?? 0);
}

/**
 * Puts the token on an object. A JSON patch cannot test that something is absent, so an object without a stamp is
 * tested by its resourceVersion. Empty when the stamp is there.
 * @throws Error when the object carries a higher token: the caller has lost its lease and must not write.
 */
export function stampPatch(object: Stamped, { app, token }: FencingToken): JsonPatch[] {
  const name = annotationOf.token(app);
  const present = stampOf(object, app);
  if (present > token) throw new Error(`stamp ${present} is above token ${token} of ${app}`);
  if (present === token) return [];
  const { annotations, uid, resourceVersion } = object.metadata ?? {};
  const unchanged: JsonPatch =
    annotations?.[name] === undefined
      ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: resourceVersion }
      : { op: 'test', path: annotationPointer(name), value: annotations[name] };
  return [
    { op: 'test', path: pointer('metadata', 'uid'), value: uid },
    unchanged,
    ...(annotations === undefined
      ? [{ op: 'add', path: pointer('metadata', 'annotations'), value: {} } satisfies JsonPatch]
      : []),
    { op: 'add', path: annotationPointer(name), value: String(token) },
  ];
}

/** An annotation of the object, if it has it. */
export function annotation(object: Stamped, name: string): string | undefined {
  return object.metadata?.annotations?.[name];
}

/** The operation that brings an annotation to a value, `undefined` meaning none; nothing when it is so already. */
export function annotate(object: Stamped, name: string, value: string | undefined): JsonPatch[] {
  const path = annotationPointer(name);
  const present = annotation(object, name);
  if (present === value) return [];
  return value === undefined ? [{ op: 'remove', path }] : [{ op: 'add', path, value }];
}

/** Whether the watchdog has written to an object in place of this run. */
export function isTakenBack(object: Stamped, { app, token }: FencingToken): boolean {
  return annotation(object, annotationOf.watchdog(app)) === String(token);
}
