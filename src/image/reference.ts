import { UserError } from '../toolkit/errors.ts';
import { oneOf } from '../toolkit/input-text.ts';
import { defined } from '../toolkit/map.ts';

declare const brand: unique symbol;

/** A content digest such as `sha256:…`; it is passed between jobs because it always names the same content. */
export type Digest = string & { readonly [brand]: 'Digest' };

export interface Reference {
  /** Host and port, such as `ghcr.io` or `localhost:5000`. */
  readonly registry: string;
  /** The full name including the registry, such as `docker.io/library/nginx`. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: Digest;
}

const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern =
  /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;

/** The registry of a name without one; part of the reference grammar of docker and Kubernetes. */
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';

/** Registries of clouds, whose passwords last for hours. */
const ofClouds =
  /\.amazonaws\.com(\.cn)?$|(^|[.-])(docker\.pkg\.dev|gcr\.io|azurecr\.io)$|^public\.ecr\.aws$/;

/** Whether a registry takes only the login of its cloud, and no lasting password: docs/clouds.md. Pure. */
export const isOfCloud = (registry: string): boolean => ofClouds.test(registry);

/** Whether a text is a well-formed sha256 or sha512 digest in lowercase hexadecimal. */
export function isDigest(text: string): text is Digest {
  return digestPattern.test(text);
}

/** Whether a text is a valid tag: at most 128 letters, digits, `_`, `.` and `-`, the first a letter, digit or `_`. */
export function isTag(text: string): boolean {
  return tagPattern.test(text);
}

/** Returns the candidate repository, which has an image by digest only, until it is pushed; default: beside the release repository. */
export function candidateOf(image: { readonly repository: string; readonly candidate?: string }): string {
  return parseRepository(image.candidate ?? `${image.repository}-candidate`);
}

/** Returns the repository that the input `from` names, `candidate` or `release`. @throws UserError for any other value. */
export const repositoryIn = (from: string, image: Parameters<typeof candidateOf>[0]): string =>
  oneOf('from', ['candidate', 'release'], from) === 'release' ? image.repository : candidateOf(image);

/**
 * Parses `[registry/]path[:tag][@digest]` by the grammar of docker's distribution/reference: a first part without dot, port
 * or uppercase letter that is not `localhost` belongs to the path.
 * @throws UserError that names the wrong part.
 */
export function parseReference(text: string): Reference {
  const [beforeDigest = '', writtenDigest, ...more] = text.split('@');
  if (more.length > 0) throw malformed(text, 'it has more than one "@"');
  if (writtenDigest !== undefined && !isDigest(writtenDigest)) {
    throw malformed(text, `${quoted(writtenDigest)} is not a digest`);
  }
  const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
  const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
  const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
  if (tag !== undefined && !tagPattern.test(tag)) throw malformed(text, `${quoted(tag)} is not a tag`);

  const { registry, path } = splitName(name);
  if (!registryPattern.test(registry)) throw malformed(text, `${quoted(registry)} is not a registry`);
  const wrong = path.split('/').find(component => !componentPattern.test(component));
  if (wrong !== undefined) throw malformed(text, wrongComponent(wrong));
  if (path.length > longestName) throw malformed(text, `its name is longer than ${longestName} characters`);
  // docker refuses this, too, because it could be an image ID.
  if (/^[0-9a-f]{64}$/.test(name)) throw malformed(text, 'it looks like an image ID');
  return { registry, repository: `${registry}/${path}`, ...defined({ tag, digest: writtenDigest }) };
}

/**
 * Returns the full name of a repository, so that `nginx` and `docker.io/library/nginx` compare equal.
 * @throws UserError when the text has a tag or digest, or is not a repository.
 */
export function parseRepository(text: string): string {
  const reference = parseReference(text);
  if (reference.tag === undefined && reference.digest === undefined) return reference.repository;
  throw new UserError(`${quoted(text)} has a tag or a digest`, 'write only the repository');
}

/** Parses a reference. @throws Error when it has no digest: an image of a release has one. */
export function pinned(reference: string): { repository: string; digest: Digest } {
  const { repository, digest } = parseReference(reference);
  if (digest === undefined) throw new Error(`${reference} has no digest`);
  return { repository, digest };
}

/** Formats `repository[:tag][@digest]`; `parseReference` parses it. */
export function formatReference(reference: Omit<Reference, 'registry'>): string {
  const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
  const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
  return `${reference.repository}${tag}${digest}`;
}

function splitName(name: string): { registry: string; path: string } {
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  const isRegistry = /[.:A-Z[]/.test(first) || first === 'localhost';
  const registry = isRegistry ? first : defaultRegistry;
  const path = isRegistry ? name.slice(slash + 1) : name;
  if (registry !== defaultRegistry && registry !== defaultRegistryAlias) return { registry, path };
  return { registry: defaultRegistry, path: path.includes('/') ? path : `${defaultNamespace}/${path}` };
}

function wrongComponent(component: string): string {
  if (component === '') return 'a part of its name is empty';
  return component === component.toLowerCase()
    ? `${quoted(component)} cannot be part of a name`
    : `${quoted(component)} has uppercase letters`;
}

function malformed(text: string, reason: string): UserError {
  return new UserError(
    `${quoted(text)} is not an image reference: ${reason}`,
    'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2',
  );
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}
