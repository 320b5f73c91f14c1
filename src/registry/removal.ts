import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Session } from './session.ts';

/** Deletes manifests (distribution-spec 1.1, "Deleting Manifests"), by digest only: a tag may have moved since it was read. */

/** `gone`: it no longer existed. `refused` concerns this manifest only; a refusal of any deletion is thrown. */
export type Removal = 'removed' | 'gone' | { readonly refused: string };

/**
 * Deletes a manifest with every tag that points to it.
 * @throws UserError when the registry supports no deletion, refuses any deletion, or cannot be reached.
 */
export async function removeManifest(session: Session, digest: Digest): Promise<Removal> {
  const path = `manifests/${digest}`;
  const answer = await session.send(path, { method: 'DELETE', access: { act: 'delete' } });
  const { status } = answer;
  if (status >= 200 && status < 300) return 'removed';
  const said = session.complaint(answer);
  const all = status === 405 || status === 501 || /^UNSUPPORTED\b/.test(said);
  if (status === 404) {
    // Some registries also answer 404 when they do not support deletion.
    const there = await session.send(path, { method: 'HEAD', accept: ['*/*'] });
    if (there.status === 404) return 'gone';
  }
  if (all || status === 404) throw deletesNothing(session, status, said);
  if (status === 429 || status >= 500) throw session.failure(answer);
  // Causes are immutable tags, an index that contains the manifest, or a lock: 400, 409 or 412.
  return { refused: `${status}${said === '' ? '' : `: ${said}`}` };
}

function deletesNothing({ registry, name }: Session, status: number, said: string): UserError {
  return new UserError(
    `the registry ${registry} does not delete images of ${name} by digest (${status}${said === '' ? '' : `: ${said}`})`,
    'enable deletion (the registry of Docker: `storage: {delete: {enabled: true}}`), or use its own retention rules for the planned images; nothing is deleted by tag, because a tag may have moved since',
  );
}
