import { holdsSecret } from '../../plan/difference.ts';
import { appearances, type Drift, drift } from './drift.ts';
import { keyOf } from './order.ts';
import type { Exported } from './portable.ts';

/** Separates objects that may hold a secret, which are encrypted. A backup run has no key to read those of an earlier set. Pure. */

/** A value in the sealed ones looks like a secret or is named like one, such as a password in an environment variable. */
export function separated(objects: readonly Exported[]) {
  const { plain = [], sealed = [] } = Object.groupBy(objects, each =>
    holdsSecret(each) ? 'sealed' : 'plain',
  );
  return { plain, sealed };
}

/** The parts of an earlier export that can be read without a key. */
export interface EarlierExport {
  readonly plain: readonly Exported[];
  /** Keys (kind and name) of the encrypted objects. */
  readonly sealed: readonly string[];
}

/**
 * Compares objects with an earlier export. Of an object that is encrypted, then or now, only its existence can be compared. Ignores the
 * records of releases and backups, which are not configuration.
 */
export function driftFrom(before: EarlierExport, objects: readonly Exported[]): Drift[] {
  const now = separated(objects);
  const hidden = new Set([...before.sealed, ...now.sealed.map(keyOf)]);
  const readable = (all: readonly Exported[]) =>
    all.filter(each => !hidden.has(keyOf(each)) && !isNote(each));
  const then = new Set([...before.sealed, ...before.plain.map(keyOf)]);
  const there = new Set(objects.map(keyOf));
  return [
    ...appearances(hidden.intersection(then), hidden.intersection(there)),
    ...drift({ objects: readable(before.plain) }, { objects: readable(objects) }),
  ];
}

const isNote = ({ metadata }: Exported) => metadata.labels?.['slipway.dev/kind'] !== undefined;
