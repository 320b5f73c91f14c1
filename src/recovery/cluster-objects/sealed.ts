import { holdsSecret } from '../../release/preflight/difference.ts';
import { type Drift, drift } from './drift.ts';
import { keyOf } from './order.ts';
import type { Exported } from './portable.ts';

/** Objects of an export that may hold a secret go encrypted; nobody who makes backups can read those of an earlier one. Pure. */

export interface Parted {
  readonly plain: readonly Exported[];
  /** Something in them is a secret by its looks or its name, as a password in a variable is. */
  readonly sealed: readonly Exported[];
}

export function parted(objects: readonly Exported[]): Parted {
  const { plain = [], sealed = [] } = Object.groupBy(objects, each =>
    holdsSecret(each) ? 'sealed' : 'plain',
  );
  return { plain, sealed };
}

/** What an earlier export is known by without a key. */
export interface Known {
  readonly plain: readonly Exported[];
  /** By kind and name, of those that are encrypted. */
  readonly sealed: readonly string[];
}

/**
 * How objects differ from an earlier export. Of what is encrypted, then or now, only that it is there can be compared. What releases and
 * backups note in the cluster is no configuration.
 */
export function driftSince(before: Known, objects: readonly Exported[]): Drift[] {
  const now = parted(objects);
  const hidden = new Set([...before.sealed, ...now.sealed.map(keyOf)]);
  const readable = (all: readonly Exported[]) =>
    all.filter(each => !hidden.has(keyOf(each)) && !isNote(each));
  const then = new Set([...before.sealed, ...before.plain.map(keyOf)]);
  const there = new Set(objects.map(keyOf));
  return [
    ...[...hidden].flatMap((object): Drift[] => {
      if (!there.has(object)) return [{ kind: 'missing', object, sentence: `${object} is missing` }];
      return then.has(object) ? [] : [{ kind: 'unexpected', object, sentence: `${object} was not there` }];
    }),
    ...drift({ objects: readable(before.plain) }, { objects: readable(objects) }),
  ];
}

const isNote = ({ metadata }: Exported) => metadata.labels?.['slipway.dev/kind'] !== undefined;
