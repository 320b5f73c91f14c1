import { findOnPath } from '../toolkit/child.ts';
import type { Call } from '../toolkit/tools/find.ts';
import type { Digest } from './reference.ts';
import { secretArguments } from './secrets.ts';

/** Everything that one call of `buildx build` depends on. */
export interface BuildRequest {
  /** Absolute paths. */
  readonly context: string;
  readonly dockerfile: string;
  readonly metadata: string;
  readonly target?: string | undefined;
  readonly platforms?: readonly string[] | undefined;
  readonly args: Readonly<Record<string, string>>;
  /** Names of variables by the name under which a step mounts them. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly bases: readonly Base[];
  readonly cache?: { readonly from: readonly string[]; readonly to?: string | undefined } | undefined;
  readonly builder?: string | undefined;
  /** Where the result goes: by its digest alone into a repository, or as an image layout into a folder. */
  readonly output: { readonly repository: string } | { readonly folder: string };
}

/** An image of the same run that a Dockerfile is built FROM, by each of the names that the Dockerfile may use. */
export interface Base {
  readonly names: readonly string[];
  readonly digest: Digest;
  readonly at: { readonly repository: string } | { readonly folder: string };
}

/** The arguments after `buildx`. Pure. */
export function buildArguments(request: BuildRequest): string[] {
  const { args, labels, bases, cache, output, target, platforms, builder } = request;
  const each = (flag: string, values: readonly string[]) => values.flatMap(value => [flag, value]);
  const pairs = (map: Readonly<Record<string, string>>) =>
    Object.entries(map).map(([name, value]) => `${name}=${value}`);
  const registryCache = (ref: string, more: Record<string, string> = {}) =>
    csv({ type: 'registry', ref, ...more });
  return [
    'build',
    ...(builder === undefined ? [] : ['--builder', builder]),
    '--progress=plain',
    // It holds times, so that the same input would have another digest each time.
    '--provenance=false',
    '--sbom=false',
    ...each('--metadata-file', [request.metadata]),
    ...each('--file', [request.dockerfile]),
    ...(target === undefined ? [] : ['--target', target]),
    ...(platforms === undefined ? [] : ['--platform', platforms.join(',')]),
    ...each('--build-arg', pairs(args)),
    ...secretArguments(request.secrets),
    ...each('--label', pairs(labels)),
    ...each(
      '--build-context',
      bases.flatMap(base => base.names.map(name => `${name}=${sourceOf(base)}`)),
    ),
    ...each(
      '--cache-from',
      (cache?.from ?? []).map(ref => registryCache(ref)),
    ),
    // A cache that cannot be written makes the next build slower, not this one wrong.
    ...(cache?.to === undefined
      ? []
      : ['--cache-to', registryCache(cache.to, { mode: 'max', 'ignore-error': 'true' })]),
    '--output',
    outputOf(output, annotationsOf(request)),
    request.context,
  ];
}

function sourceOf({ at, digest }: Base): string {
  return 'repository' in at
    ? `docker-image://${at.repository}@${digest}`
    : `oci-layout://${at.folder}@${digest}`;
}

/**
 * Labels are read from a configuration, annotations from a manifest alone. An index has its own, where there is one: BuildKit
 * refuses them for an image of one platform.
 */
function annotationsOf({ labels, platforms = [] }: BuildRequest): Record<string, string> {
  const kinds = new Set(platforms).size > 1 ? ['annotation', 'annotation-index'] : ['annotation'];
  return Object.fromEntries(
    kinds.flatMap(kind => Object.entries(labels).map(([name, value]) => [`${kind}.${name}`, value])),
  );
}

/** Times of files are those of SOURCE_DATE_EPOCH at the latest: a checkout has another time on every runner. */
function outputOf(output: BuildRequest['output'], annotations: Readonly<Record<string, string>>): string {
  if ('folder' in output)
    return csv({
      type: 'oci',
      dest: output.folder,
      tar: 'false',
      'rewrite-timestamp': 'true',
      ...annotations,
    });
  return csv({
    type: 'image',
    name: output.repository,
    'push-by-digest': 'true',
    'name-canonical': 'true',
    push: 'true',
    'rewrite-timestamp': 'true',
    ...annotations,
  });
}

/** buildx reads these options as a line of CSV: a path may hold commas and quotes. */
function csv(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .map(field => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',');
}

/** How buildx is called here: by itself, or as docker's plugin; undefined when there is neither. */
export function findBuildx(): Call | undefined {
  const standalone = findOnPath('buildx');
  if (standalone !== undefined) return [standalone];
  const docker = findOnPath('docker');
  return docker === undefined ? undefined : [docker, 'buildx'];
}

/** The driver in what `buildx inspect` prints; undefined when it prints none. */
export function driverOf(inspected: string): string | undefined {
  return /^Driver:\s+(\S+)/m.exec(inspected)?.[1];
}
