import { UserError } from '../toolkit/errors.ts';
import { serialQueue } from '../toolkit/parallel.ts';
import { pause } from '../toolkit/retry.ts';
import type { RawManifest } from './contents.ts';
import { manifestTypes } from './manifest.ts';
import { putManifest } from './put.ts';
import type { Session } from './session.ts';
import type { Received } from './transport.ts';

/**
 * Tags that several clients write: the list of referrers, where the registry keeps none itself, and the signatures that cosign
 * stores under a tag. A registry has no compare-and-swap, so a client that reads, adds and writes may drop what another wrote in
 * between, after the other has verified its own write.
 */

/** Milliseconds that a write must survive: longer than any client needs between its read and its write. */
const calmMs = 600;
export const looks = 3;
/** Milliseconds between two looks; random, so that concurrent writers do not stay in step. */
export const betweenLooks = () => (calmMs / looks) * (0.75 + Math.random() / 2);
const mostWrites = 12;

const queues = new WeakMap<Session, Map<string, ReturnType<typeof serialQueue>>>();

/**
 * Changes a tag and writes again until the change survives. Changes of one tag by this process are serialized.
 * @param next returns the manifest to set, given the current answer; undefined when nothing must change. It should restore
 * entries that it saw earlier: the client whose write was lost may no longer check.
 * @throws UserError when the registry refuses, cannot be reached, or does not keep the change.
 */
export function settleTag(
  session: Session,
  tag: string,
  next: (there: Received | undefined) => Promise<RawManifest | undefined> | RawManifest | undefined,
): Promise<void> {
  const tags = queues.get(session) ?? new Map<string, ReturnType<typeof serialQueue>>();
  queues.set(session, tags);
  const queue = tags.get(tag) ?? serialQueue();
  tags.set(tag, queue);
  return queue(() => settle(session, tag, next));
}

async function settle(session: Session, tag: string, next: Parameters<typeof settleTag>[2]): Promise<void> {
  let writes = 0;
  let left = 0;
  do {
    const wanted = await next(await session.get(`manifests/${tag}`, manifestTypes));
    if (wanted === undefined) left -= 1;
    else {
      if (writes === mostWrites) throw notKept(session, tag);
      await putManifest(session, wanted, tag);
      writes += 1;
      left = looks;
    }
    if (left > 0) await pause(betweenLooks(), session.options);
  } while (left > 0);
}

function notKept({ registry, name }: Session, tag: string): UserError {
  return new UserError(
    `the registry ${registry} does not keep what is written under the tag ${tag} of ${name}`,
    'check the tag and which other client writes it, then run the step again',
  );
}
