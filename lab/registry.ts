import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Lab, REGISTRY } from './lab.ts';
import { ensure, type Part } from './process.ts';

export function registry(lab: Lab): Part {
  return {
    name: 'registry',
    where: 'lab',
    command: ['docker-registry', 'serve', join(lab.dir, 'registry.yaml')],
  };
}

/** Returns the registry's configuration: without `auth`, unlike Debian's default. Pods reach it at the lab's address. */
export function registryConfig(lab: Lab): string {
  return `version: 0.1
log: {level: warn, accesslog: {disabled: true}}
storage:
  filesystem: {rootdirectory: ${storage(lab)}}
  delete: {enabled: true}
  cache: {blobdescriptor: inmemory}
http: {addr: ":${REGISTRY.split(':')[1]}", secret: lab}
`;
}

export async function startRegistry(lab: Lab): Promise<void> {
  writeFileSync(join(lab.dir, 'registry.yaml'), registryConfig(lab));
  await ensure(lab, registry(lab));
}

function storage(lab: Lab): string {
  return join(lab.dir, 'registry');
}

interface Descriptor {
  readonly digest: string;
}
interface Manifest {
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

/** Returns the registry's files of an image, below docker/registry/v2: blobs by digest, and link files. */
export function registryEntries(
  repository: string,
  tag: string,
  manifest: string,
  { config, layers }: Manifest,
): { readonly blobs: ReadonlyMap<string, string>; readonly links: ReadonlyMap<string, string> } {
  const of = (digest: string) => digest.replace(':', '/');
  const blobs = [manifest, config.digest, ...layers.map(layer => layer.digest)];
  const home = `repositories/${repository}`;
  return {
    blobs: new Map(
      blobs.map(digest => [`blobs/sha256/${digest.slice(7, 9)}/${digest.slice(7)}/data`, digest]),
    ),
    links: new Map([
      ...blobs.slice(1).map(digest => [`${home}/_layers/${of(digest)}/link`, digest] as const),
      [`${home}/_manifests/revisions/${of(manifest)}/link`, manifest],
      [`${home}/_manifests/tags/${tag}/index/${of(manifest)}/link`, manifest],
      [`${home}/_manifests/tags/${tag}/current/link`, manifest],
    ]),
  };
}

/**
 * Adds an image from an OCI layout to the registry's storage with hard links to its blobs, because a push would copy and hash them again in
 * every lab. The link file of the tag is written last, so a tagged image is complete.
 */
export function seed(lab: Lab, layout: string, repository: string, tag: string): void {
  const root = join(storage(lab), 'docker', 'registry', 'v2');
  if (existsSync(join(root, `repositories/${repository}/_manifests/tags/${tag}/current/link`))) return;
  const index = JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8')) as { manifests: Descriptor[] };
  const manifest = index.manifests[0]?.digest;
  if (!manifest) throw new Error(`${layout}/index.json contains no image`);
  const blob = (digest: string) => join(layout, 'blobs', digest.replace(':', '/'));
  const content = JSON.parse(readFileSync(blob(manifest), 'utf8')) as Manifest;
  const { blobs, links } = registryEntries(repository, tag, manifest, content);
  for (const [path, digest] of blobs) link(blob(digest), join(root, path));
  for (const [path, digest] of links) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), digest);
  }
}

function link(from: string, to: string): void {
  if (existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
