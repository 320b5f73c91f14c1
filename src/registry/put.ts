import { UserError } from '../toolkit/errors.ts';
import { printable } from '../toolkit/printable.ts';
import type { RawManifest } from './contents.ts';
import { fits, manifestTypes } from './manifest.ts';
import { complaint, type Session } from './session.ts';
import type { Received } from './transport.ts';
import { noRepository } from './upload.ts';

/** Stores manifests (distribution-spec 1.1, "Pushing Manifests"). */

/**
 * Stores a manifest under a tag, or else under its digest.
 * @param before called before each attempt.
 * @returns the headers of the answer.
 * @throws UserError when the registry refuses, its tags are immutable, or it cannot be reached, and that of `before`.
 */
export async function putManifest(
  session: Session,
  manifest: RawManifest,
  tag?: string,
  before?: () => Promise<void>,
): Promise<Headers> {
  const answer = await session.send(`manifests/${tag ?? manifest.digest}`, {
    method: 'PUT',
    type: manifest.mediaType,
    body: manifest.body,
    access: { act: 'write' },
    before,
    ...(tag === undefined ? {} : { forbidden: 'manual' }),
  });
  if (answer.status >= 200 && answer.status < 300) {
    session.options.stored?.();
    return answer.headers;
  }
  const refusal = tag === undefined ? undefined : refusalOf(session, answer, tag);
  if (refusal === undefined) throw answer.status === 404 ? noRepository(session) : session.failure(answer);
  // An earlier attempt whose answer was lost may have set the tag.
  const there = await session.get(`manifests/${tag}`, manifestTypes);
  if (there !== undefined && fits(there.body, manifest.digest)) return answer.headers;
  throw refusal;
}

/** Registries have no common answer: Harbor sends 412, others 400, 405 or 409 with a message about it. */
export function saysImmutable({ status, body }: Pick<Received, 'status' | 'body'>): boolean {
  if (status < 400 || status >= 500 || status === 429) return false;
  return status === 412 || /immutab|cannot be overwritten|already exists/i.test(complaint(body));
}

/** Returns the error for a tag that may not be set; undefined when the cause is another one. */
function refusalOf(session: Session, answer: Received, tag: string): UserError | undefined {
  const name = `the tag ${printable(tag)} of ${session.name}`;
  const { status } = answer;
  if (saysImmutable(answer))
    return new UserError(
      `the registry ${session.registry} does not move ${name}, because its tags are immutable (${status})`,
      remedyFor(session.registry, answer, tag),
    );
  if (status !== 403) return undefined;
  return new UserError(
    `the registry ${session.registry} does not allow this run to set ${name} (403)`,
    'log in with an account that may (on GitHub, give the job `packages: write`), or check whether the tag is protected there',
  );
}

/**
 * Returns the remedy for an immutable tag; for a known registry it names the setting. Pure.
 * @param tag of an image, or a referrers tag, which must be movable.
 */
export function remedyFor(registry: string, answer: Pick<Received, 'status' | 'body'>, tag: string): string {
  const setting = settingOf(registry, answer);
  if (/^sha(256|512)-/.test(tag))
    return `${setting ?? 'allow tags that begin with sha256- to be moved, in the settings of the registry'}: such tags list what is attached to images`;
  return `push under a new version, or ${setting ?? 'allow this tag to be moved, in the settings of the registry'}`;
}

function settingOf(
  registry: string,
  { status, body }: Pick<Received, 'status' | 'body'>,
): string | undefined {
  if (/\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(registry))
    return 'exclude it from the immutability of the repository (IMMUTABLE_WITH_EXCLUSION in Amazon ECR)';
  if (status === 412 || /configured as immutable/i.test(complaint(body)))
    return "exclude it from the project's rules of tag immutability (Policy in Harbor)";
  return undefined;
}
