import { UserError } from '../toolkit/errors.ts';
import type { RawManifest } from './contents.ts';
import { manifestTypes } from './manifest.ts';
import { putManifest } from './put.ts';
import type { Session } from './session.ts';
import { pause, type Received } from './transport.ts';

/**
 * Tags that several write: the list of what refers to an image, where the registry keeps none itself, and the signatures that
 * cosign puts under a tag. A registry has no compare-and-swap: who reads, adds and writes may take away what another wrote in
 * between, and the other has seen his own there a moment before.
 */

/** How long nobody may have taken away what was written, in ms: longer than anybody needs between reading and writing. */
const calmMs = 600;
const looks = 3;
const mostWrites = 12;

const queues = new WeakMap<Session, Map<string, Promise<unknown>>>();

/**
 * Changes what a tag stands for, until it stays so. Changes of one tag by this process come one after the other.
 * @param next what it should stand for, given what it stands for; undefined when that is right. It should put back what it has
 * seen there before: who has just been overwritten may not look any more.
 * @throws UserError when the registry refuses, cannot be reached, or does not keep it.
 */
export function settleTag(
  session: Session,
  tag: string,
  next: (there: Received | undefined) => Promise<RawManifest | undefined> | RawManifest | undefined,
): Promise<void> {
  const queue = queues.get(session) ?? new Map<string, Promise<unknown>>();
  queues.set(session, queue);
  const turn = (queue.get(tag) ?? Promise.resolve()).then(() => settle(session, tag, next));
  queue.set(
    tag,
    turn.catch(() => undefined),
  );
  return turn;
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
    // Not at the same pace as whoever else writes now.
    if (left > 0) await pause((calmMs / looks) * (0.75 + Math.random() / 2), session.options);
  } while (left > 0);
}

function notKept({ registry, name }: Session, tag: string): UserError {
  return new UserError(
    `the registry ${registry} does not keep what is written under the tag ${tag} of ${name}`,
    'look at what it stands for and at who else writes it, then run the step again',
  );
}
