import { findOnPath } from '../toolkit/child.ts';
import type { ToolCommand } from '../toolkit/tools/find.ts';
import type { Digest } from './reference.ts';
import { secretArguments } from './secrets.ts';

/** The inputs of one call of `buildx build`. */
export interface BuildRequest {
  /** Absolute paths. */
  readonly context: string;
  readonly dockerfile: string;
  readonly metadata: string;
  readonly target?: string | undefined;
  readonly platforms?: readonly string[] | undefined;
  readonly args: Readonly<Record<string, string>>;
  /** Maps the ID that a step mounts to the name of the variable. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly bases: readonly LocalBase[];
  readonly cache?: { readonly from: readonly string[]; readonly to?: string | undefined } | undefined;
  readonly builder?: string | undefined;
  /** Where the result goes: into a repository, by digest only, or as an image layout into a folder. */
  readonly output: { readonly repository: string } | { readonly folder: string };
}

/** An image of the same run that a Dockerfile is built FROM, with each name that the Dockerfile may use for it. */
export interface LocalBase {
  readonly names: readonly string[];
  readonly digest: Digest;
  readonly at: { readonly repository: string } | { readonly folder: string };
}

/** Returns the arguments after `buildx`. Pure. */
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
    // BuildKit's provenance contains times, so the same input would get another digest each time.
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
    // A cache that cannot be written slows the next build down, but does not make this one wrong.
    ...(cache?.to === undefined
      ? []
      : ['--cache-to', registryCache(cache.to, { mode: 'max', 'ignore-error': 'true' })]),
    '--output',
    outputOf(output, annotationsOf(request)),
    request.context,
  ];
}

function sourceOf({ at, digest }: LocalBase): string {
  return 'repository' in at
    ? `docker-image://${at.repository}@${digest}`
    : `oci-layout://${at.folder}@${digest}`;
}

/**
 * Returns the labels as annotations, which tools read from the manifest without the configuration. An index gets its own, but only
 * with several platforms: BuildKit refuses them for a single one.
 */
function annotationsOf({ labels, platforms = [] }: BuildRequest): Record<string, string> {
  const kinds = new Set(platforms).size > 1 ? ['annotation', 'annotation-index'] : ['annotation'];
  return Object.fromEntries(
    kinds.flatMap(kind => Object.entries(labels).map(([name, value]) => [`${kind}.${name}`, value])),
  );
}

/** Returns the output option. SOURCE_DATE_EPOCH caps file times, because a checkout has another time on every runner. */
function outputOf(output: BuildRequest['output'], annotations: Readonly<Record<string, string>>): string {
  const to =
    'folder' in output
      ? { type: 'oci', dest: output.folder, tar: 'false' }
      : {
          type: 'image',
          name: output.repository,
          'push-by-digest': 'true',
          'name-canonical': 'true',
          push: 'true',
        };
  return csv({ ...to, 'rewrite-timestamp': 'true', ...annotations });
}

/** Formats options as a line of CSV, as buildx parses them: a path may contain commas and quotes. */
function csv(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .map(field => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',');
}

/** Finds buildx: the standalone program, or docker's plugin; undefined when there is neither. */
export function findBuildx(): ToolCommand | undefined {
  const standalone = findOnPath('buildx');
  if (standalone !== undefined) return [standalone];
  const docker = findOnPath('docker');
  return docker === undefined ? undefined : [docker, 'buildx'];
}

/** Parses the driver in the output of `buildx inspect`; undefined when it has none. */
export function driverOf(inspected: string): string | undefined {
  return /^Driver:\s+(\S+)/m.exec(inspected)?.[1];
}
