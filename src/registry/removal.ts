import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Session } from './session.ts';

/** Deleting from a repository (distribution-spec 1.1, "Deleting Manifests"): by digest, since a tag may have moved meanwhile. */

/** `gone`: it was not there any more. A refusal is about this manifest alone; what is refused altogether is thrown. */
export type Removal = 'removed' | 'gone' | { readonly refused: string };

/**
 * Deletes a manifest, with every tag that stands for it.
 * @throws UserError when the registry deletes nothing, lets us delete nothing, or cannot be reached.
 */
export async function removeManifest(session: Session, digest: Digest): Promise<Removal> {
  const path = `manifests/${digest}`;
  const answer = await session.send(path, { method: 'DELETE', right: { act: 'delete' } });
  const { status } = answer;
  if (status >= 200 && status < 300) return 'removed';
  const said = session.complaint(answer);
  const all = status === 405 || status === 501 || /^UNSUPPORTED\b/.test(said);
  if (status === 404) {
    // Some answer so to what they do not know.
    const there = await session.send(path, { method: 'HEAD', accept: ['*/*'] });
    if (there.status === 404) return 'gone';
  }
  if (all || status === 404) throw deletesNothing(session, status, said);
  if (status === 429 || status >= 500) throw session.failure(answer);
  // Immutable tags, a platform of another index, a lock: 400, 409 or 412.
  return { refused: `${status}${said === '' ? '' : `: ${said}`}` };
}

function deletesNothing({ registry, name }: Session, status: number, said: string): UserError {
  return new UserError(
    `the registry ${registry} does not delete images of ${name} by their digests (${status}${said === '' ? '' : `: ${said}`})`,
    'let it (docker’s own registry: `storage: {delete: {enabled: true}}`), or give its own retention rules what the plan says; a tag may have moved meanwhile, so nothing is deleted by its tag',
  );
}
