import { candidateOf, type Digest, formatReference } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import type { RegistryClient } from './client.ts';
import type { Tree } from './contents.ts';
import { copyContents, copyReferrers, moveTag, readBack } from './copy.ts';

export interface PushOptions {
  /** By name: the release repository, and the digest that its candidate repository holds. */
  readonly images: Readonly<Record<string, { readonly repository: string; readonly digest: Digest }>>;
  readonly tags: readonly string[];
  report(line: string): void;
}

export interface Pushed {
  readonly repository: string;
  readonly digest: Digest;
  readonly platforms: readonly string[];
  /** `repository:tag@digest`, one a tag. */
  readonly references: readonly string[];
}

/**
 * Copies images from their candidate repositories to their release repositories. Nothing is written unless every candidate is
 * there and whole; no tag is moved unless the content of every image has arrived; nothing is believed that does not read back.
 * What is attached to a candidate goes along.
 * @throws UserError in one sentence.
 */
export async function pushImages(
  registry: RegistryClient,
  { images, tags, report }: PushOptions,
): Promise<Record<string, Pushed>> {
  const found: { name: string; repository: string; tree: Tree }[] = [];
  for (const [name, { repository, digest }] of Object.entries(images))
    found.push({ name, repository, tree: await candidate(registry, name, repository, digest) });

  for (const { name, repository, tree } of found) {
    const { present, mounted, uploaded, bytes } = await copyContents(
      registry,
      tree,
      candidateOf(repository),
      repository,
    );
    const megabytes = (bytes / 1e6).toFixed(1);
    report(
      `${name}: ${tree.root.digest} is in ${repository}; blobs: ${present} were there, ${mounted} shared, ${uploaded} copied (${megabytes} MB)`,
    );
    const attached = await copyReferrers(
      registry,
      tree.root.digest,
      candidateOf(repository),
      repository,
      line => report(`${name}: ${line}`),
    );
    if (attached > 0) report(`${name}: ${attached} things that are attached to it went along`);
  }
  for (const { name, repository, tree } of found) {
    for (const tag of tags) {
      const before = await moveTag(registry, tree, repository, tag);
      const from = before === undefined ? '' : `, before ${before}`;
      report(`${name}: ${repository}:${tag} ${before === tree.root.digest ? 'stays' : `is set${from}`}`);
    }
  }
  for (const { name, repository, tree } of found) {
    await readBack(registry, tree, repository, tags);
    report(`${name}: read back ${tree.manifests.length} manifests and ${tags.length} tags`);
  }
  return Object.fromEntries(
    found.map(({ name, repository, tree }) => [name, pushed(repository, tree, tags)]),
  );
}

async function candidate(
  registry: RegistryClient,
  name: string,
  repository: string,
  digest: Digest,
): Promise<Tree> {
  const tree = await registry.tree(candidateOf(repository), digest);
  if (tree !== undefined) return tree;
  throw new UserError(
    `the image "${name}" with the digest ${digest} is not in ${candidateOf(repository)}`,
    'build it there first, and give `push` the `images` output of that `build`',
  );
}

function pushed(repository: string, { root, images }: Tree, tags: readonly string[]): Pushed {
  const { digest } = root;
  return {
    repository,
    digest,
    platforms: images.flatMap(({ platform }) => platform ?? []),
    references: tags.map(tag => formatReference({ repository, tag, digest })),
  };
}
