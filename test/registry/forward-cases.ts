import { type TagSettings, tagsSchema } from '../../src/config/tags.ts';
import { formsOf } from '../../src/image/forms.ts';
import { candidateOf, type Digest } from '../../src/image/reference.ts';
import type { RegistryClient } from '../../src/registry/client.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { type Pushed, pushImages } from '../../src/registry/push.ts';
import { types } from './store.ts';

/** Cases of forward-only tags: the content of the registry, the push, and the image that each tag points to afterward. */

/** An image with its labels; two with different `content` have different digests. */
export interface Spec {
  readonly content: string;
  readonly version?: string;
  /** Where the version is stored. Default: a label. */
  readonly by?: 'label' | 'annotation' | 'index' | 'label of an index';
  readonly source?: string;
  /** Seconds since 1970. */
  readonly created?: number;
}

export interface Case {
  readonly name: string;
  readonly before: readonly { readonly image: Spec; readonly tags: readonly string[] }[];
  readonly push: Spec;
  readonly tags: readonly string[];
  readonly moveTags?: readonly string[];
  readonly settings?: object;
  /** The content that each tag points to afterward. */
  readonly after: Readonly<Record<string, string>>;
  /** Why tags were not moved. */
  readonly kept?: Readonly<Record<string, string>>;
}

const v = (version: string, more: Partial<Spec> = {}): Spec => ({ content: version, version, ...more });
const released = (version: string, ...tags: string[]) => ({ image: v(version), tags: [version, ...tags] });
const bare = (content: string): Spec => ({ content });
const branch = (content: string, created: number, version = 'main'): Spec => ({ content, version, created });

export const cases: readonly Case[] = [
  {
    name: 'a first release sets all tags',
    before: [],
    push: v('1.0.0'),
    tags: ['1.0.0', '1.0', '1', 'latest'],
    after: { '1.0.0': '1.0.0', '1.0': '1.0.0', '1': '1.0.0', latest: '1.0.0' },
  },
  {
    name: 'the next patch moves all tags',
    before: [released('1.0.0', '1.0', '1', 'latest')],
    push: v('1.0.1'),
    tags: ['1.0.1', '1.0', '1', 'latest'],
    after: { '1.0.0': '1.0.0', '1.0.1': '1.0.1', '1.0': '1.0.1', '1': '1.0.1', latest: '1.0.1' },
  },
  {
    name: 'a hotfix of an older line moves only its own tag',
    before: [released('0.59.2', '0.59'), released('0.62.0', '0.62', '0', 'latest')],
    push: v('0.59.3'),
    tags: ['0.59.3', '0.59', '0', 'latest'],
    after: { '0.59.3': '0.59.3', '0.59': '0.59.3', '0': '0.62.0', latest: '0.62.0', '0.62': '0.62.0' },
    kept: {
      '0': '0 points to 0.62.0, which is newer than 0.59.3',
      latest: 'latest points to 0.62.0, which is newer than 0.59.3',
    },
  },
  {
    name: 'a hotfix of an older major version does not move latest',
    before: [released('1.9.0', '1.9', '1'), released('2.0.0', '2.0', '2', 'latest')],
    push: v('1.9.1'),
    tags: ['1.9.1', '1.9', '1', 'latest'],
    after: { '1.9': '1.9.1', '1': '1.9.1', '2': '2.0.0', latest: '2.0.0' },
    kept: { latest: 'latest points to 2.0.0, which is newer than 1.9.1' },
  },
  {
    name: 'an older minor version, built late, sets its own tag and moves no other',
    before: [released('1.10.0', '1.10', '1', 'latest')],
    push: v('1.9.0'),
    tags: ['1.9.0', '1.9', '1', 'latest'],
    after: { '1.9': '1.9.0', '1': '1.10.0', latest: '1.10.0' },
    kept: {
      '1': '1 points to 1.10.0, which is newer than 1.9.0',
      latest: 'latest points to 1.10.0, which is newer than 1.9.0',
    },
  },
  {
    name: 'numbers are compared, not texts',
    before: [released('1.9.0', '1', 'latest')],
    push: v('1.10.0'),
    tags: ['1.10.0', '1', 'latest'],
    after: { '1': '1.10.0', latest: '1.10.0' },
  },
  {
    name: 'a pre-release moves nothing',
    before: [released('1.0.0', '1.0', '1', 'latest')],
    push: v('1.0.1-rc.1'),
    tags: ['1.0.1-rc.1', '1.0', '1', 'latest'],
    after: { '1.0.1-rc.1': '1.0.1-rc.1', '1.0': '1.0.0', '1': '1.0.0', latest: '1.0.0' },
    kept: {
      '1.0': '1.0.1-rc.1 is a pre-release, but 1.0 is for releases',
      '1': '1.0.1-rc.1 is a pre-release, but 1 is for releases',
      latest: '1.0.1-rc.1 is a pre-release, but latest is for releases',
    },
  },
  {
    name: 'a pre-release sets no floating tag',
    before: [],
    push: v('2.0.0-beta.1'),
    tags: ['2.0.0-beta.1', '2', 'latest'],
    after: { '2.0.0-beta.1': '2.0.0-beta.1' },
    kept: {
      '2': '2.0.0-beta.1 is a pre-release, but 2 is for releases',
      latest: '2.0.0-beta.1 is a pre-release, but latest is for releases',
    },
  },
  {
    name: 'a release moves tags that others had moved to its pre-release',
    before: [released('2.0.0-rc.1', 'latest')],
    push: v('2.0.0'),
    tags: ['2.0.0', 'latest'],
    after: { latest: '2.0.0' },
  },
  {
    name: 'an older release does not move tags that others had moved to a pre-release',
    before: [released('2.0.0-rc.1', 'latest')],
    push: v('1.9.9'),
    tags: ['1.9.9', 'latest'],
    after: { latest: '2.0.0-rc.1' },
    kept: { latest: 'latest points to 2.0.0-rc.1, which is newer than 1.9.9' },
  },
  {
    name: 'the same push again changes nothing',
    before: [released('1.0.0', '1.0', '1', 'latest')],
    push: v('1.0.0'),
    tags: ['1.0.0', '1.0', '1', 'latest'],
    after: { '1.0.0': '1.0.0', '1.0': '1.0.0', '1': '1.0.0', latest: '1.0.0' },
  },
  {
    name: 'a rebuild of the same version moves its tags',
    before: [released('1.0.0', '1.0', 'latest')],
    push: v('1.0.0', { content: 'again' }),
    tags: ['1.0.0', '1.0', 'latest'],
    after: { '1.0.0': 'again', '1.0': 'again', latest: 'again' },
  },
  {
    name: 'an image without labels is known by the version beside it',
    before: [{ image: bare('old'), tags: ['0.62.0', 'latest'] }],
    push: v('0.59.3'),
    tags: ['0.59.3', 'latest'],
    after: { latest: 'old' },
    kept: { latest: 'latest points to 0.62.0, which is newer than 0.59.3' },
  },
  {
    name: 'an image without labels is known by the highest of the versions beside it',
    before: [{ image: bare('old'), tags: ['0.9.0', '0.10.0', 'v0.2.0', 'latest'] }],
    push: v('0.9.5'),
    tags: ['0.9.5', 'latest'],
    after: { latest: 'old' },
    kept: { latest: 'latest points to 0.10.0, which is newer than 0.9.5' },
  },
  {
    name: 'an older image without labels makes way, as a newer one beside it does not count',
    before: [
      { image: bare('old'), tags: ['0.9.0', 'latest'] },
      { image: bare('other'), tags: ['3.0.0'] },
    ],
    push: v('1.0.0'),
    tags: ['1.0.0', 'latest'],
    after: { latest: '1.0.0' },
  },
  {
    name: 'a tag of unknown version is not moved',
    before: [{ image: bare('old'), tags: ['latest', '1'] }],
    push: v('1.0.0'),
    tags: ['1.0.0', '1', 'latest'],
    after: { '1.0.0': '1.0.0', '1': 'old', latest: 'old' },
    kept: {
      '1': 'the version that 1 points to is unknown',
      latest: 'the version that latest points to is unknown',
    },
  },
  {
    name: 'a tag of unknown version is moved when it is adopted, and no other tag',
    before: [{ image: bare('old'), tags: ['latest', '1'] }],
    push: v('1.0.0'),
    tags: ['1.0.0', '1', 'latest'],
    moveTags: ['latest'],
    after: { '1': 'old', latest: '1.0.0' },
    kept: { '1': 'the version that 1 points to is unknown' },
  },
  {
    name: 'a tag of a newer version is not moved, even if it is adopted',
    before: [released('2.0.0', 'latest')],
    push: v('1.0.0'),
    tags: ['1.0.0', 'latest'],
    moveTags: ['latest'],
    after: { latest: '2.0.0' },
    kept: { latest: 'latest points to 2.0.0, which is newer than 1.0.0' },
  },
  {
    name: 'an annotation counts',
    before: [{ image: v('2.0.0', { by: 'annotation' }), tags: ['latest'] }],
    push: v('1.0.0'),
    tags: ['1.0.0', 'latest'],
    after: { latest: '2.0.0' },
    kept: { latest: 'latest points to 2.0.0, which is newer than 1.0.0' },
  },
  {
    name: 'the annotation of an index counts',
    before: [{ image: v('2.0.0', { by: 'index' }), tags: ['latest'] }],
    push: v('1.0.0', { by: 'index' }),
    tags: ['1.0.0', 'latest'],
    after: { latest: '2.0.0' },
    kept: { latest: 'latest points to 2.0.0, which is newer than 1.0.0' },
  },
  {
    name: 'an index is known by the label of its images',
    before: [{ image: v('1.0.0', { by: 'label of an index' }), tags: ['latest'] }],
    push: v('1.0.1', { by: 'label of an index' }),
    tags: ['1.0.1', 'latest'],
    after: { latest: '1.0.1' },
  },
  {
    name: 'a label that is inherited from the base is ignored',
    before: [
      { image: v('24.1.0', { source: 'https://github.com/nodejs/docker-node' }), tags: ['1.0.0', 'latest'] },
    ],
    push: v('1.1.0', { source: 'https://github.com/acme/shop' }),
    tags: ['1.1.0', 'latest'],
    after: { latest: '1.1.0' },
  },
  {
    name: 'an image without labels has the version that it is pushed under',
    before: [released('1.0.0', 'latest')],
    push: bare('plain'),
    tags: ['0.9.0', 'latest'],
    after: { '0.9.0': 'plain', latest: '1.0.0' },
    kept: { latest: 'latest points to 1.0.0, which is newer than 0.9.0' },
  },
  {
    name: 'an image of a branch, pushed as a release, is that release',
    before: [released('1.0.0', '1', 'latest')],
    push: branch('head', 9),
    tags: ['1.1.0', '1', 'latest'],
    after: { '1.1.0': 'head', '1': 'head', latest: 'head' },
  },
  {
    name: 'an image that contradicts its tags moves no floating tag',
    before: [released('1.0.0', 'latest')],
    push: v('24.1.0'),
    tags: ['1.0.1', 'latest'],
    after: { '1.0.1': '24.1.0', latest: '1.0.0' },
    kept: { latest: 'the image is 24.1.0 according to its label, but 1.0.1 according to a tag' },
  },
  {
    name: 'a branch does not take latest from a release',
    before: [released('1.0.0', 'latest')],
    push: branch('head', 9),
    tags: ['main', 'latest'],
    after: { main: 'head', latest: '1.0.0' },
    kept: { latest: 'latest points to 1.0.0, but this image has no version' },
  },
  {
    name: 'a branch moves latest along its commits',
    before: [{ image: branch('one', 8), tags: ['main', 'latest'] }],
    push: branch('two', 9),
    tags: ['main', 'latest'],
    after: { main: 'two', latest: 'two' },
  },
  {
    name: 'an old run of a branch does not move latest back, but sets the tag of the branch',
    before: [{ image: branch('two', 9), tags: ['main', 'latest'] }],
    push: branch('one', 8),
    tags: ['main', 'latest'],
    after: { main: 'one', latest: 'two' },
    kept: { latest: 'latest points to a later commit of main' },
  },
  {
    name: 'the tag of another line is not taken',
    before: [released('0.59.2', '0.59')],
    push: v('0.62.0'),
    tags: ['0.62.0', '0.59'],
    after: { '0.59': '0.59.2' },
    kept: { '0.59': '0.59 does not cover version 0.62.0' },
  },
  {
    name: 'variants have separate floating tags',
    before: [
      { image: v('2.0.0'), tags: ['2.0.0', 'latest'] },
      { image: v('1.0.0', { content: 'slim' }), tags: ['1.0.0-slim', '1-slim', 'latest-slim'] },
    ],
    push: v('1.0.1', { content: 'slim 2' }),
    tags: ['1.0.1-slim', '1-slim', 'latest-slim'],
    settings: { rules: [{ type: 'semver', pattern: '{{version}}' }], suffix: '-slim', onlatest: true },
    after: { '1.0.1-slim': 'slim 2', '1-slim': 'slim 2', 'latest-slim': 'slim 2', latest: '2.0.0' },
  },
  {
    name: 'a variant without labels is known by the version with its suffix',
    before: [{ image: bare('slim'), tags: ['2.0.0-slim', 'latest-slim'] }],
    push: v('1.0.1', { content: 'slim 2' }),
    tags: ['1.0.1-slim', 'latest-slim'],
    settings: { rules: [{ type: 'semver', pattern: '{{version}}' }], suffix: '-slim', onlatest: true },
    after: { 'latest-slim': 'slim' },
    kept: { 'latest-slim': 'latest-slim points to 2.0.0, which is newer than 1.0.1' },
  },
  {
    name: 'build.sh moves floating tags forward only, which the script did not',
    before: [
      { image: v('0.62.0', { content: 'new' }), tags: ['0-nikolaik', '0.62-nikolaik', 'latest-nikolaik'] },
    ],
    push: v('0.59.3', { content: 'hotfix' }),
    tags: ['0-nikolaik', '0.59-nikolaik', 'latest-nikolaik', '0.59.3-nikolaik'],
    settings: { rules: 'build.sh', suffix: '-nikolaik' },
    after: {
      '0-nikolaik': 'new',
      'latest-nikolaik': 'new',
      '0.59-nikolaik': 'hotfix',
      '0.59.3-nikolaik': 'hotfix',
    },
    kept: {
      '0-nikolaik': '0-nikolaik points to 0.62.0, which is newer than 0.59.3',
      'latest-nikolaik': 'latest-nikolaik points to 0.62.0, which is newer than 0.59.3',
    },
  },
  {
    name: 'a tag that a semver rule makes of a word moves forward only',
    before: [released('2.0.0', 'stable')],
    push: v('1.0.1'),
    tags: ['1.0.1', 'stable'],
    settings: { rules: [{ type: 'semver', pattern: 'stable' }] },
    after: { stable: '2.0.0' },
    kept: { stable: 'stable points to 2.0.0, which is newer than 1.0.1' },
  },
];

/** Prepares the repository of a case, and pushes. */
export async function play(registry: RegistryClient, repository: string, each: Case) {
  const digests = new Map<Digest, string>();
  for (const { image, tags } of each.before)
    for (const tag of tags) digests.set(await put(registry, repository, image, tag), image.content);
  const digest = await put(registry, candidateOf({ repository }), each.push);
  digests.set(digest, each.push.content);
  const settings: TagSettings | undefined = each.settings && tagsSchema.parse(each.settings);
  const { shop } = await pushImages(registry, {
    images: {
      shop: {
        from: candidateOf({ repository }),
        repository,
        digest,
        tags: each.tags,
        forms: formsOf(settings),
      },
    },
    moveTags: each.moveTags ?? [],
    report: () => {},
  });
  return { pushed: shop as Pushed, digests };
}

/** Stores an image, or an index of two, in a repository. */
async function put(registry: RegistryClient, repository: string, spec: Spec, tag?: string): Promise<Digest> {
  const { content, version, by = 'label', source, created } = spec;
  const texts = Object.fromEntries(
    Object.entries({ version, source, created: created && new Date(created * 1000).toISOString() }).flatMap(
      ([name, value]) => (value === undefined ? [] : [[`org.opencontainers.image.${name}`, value]]),
    ),
  );
  const labels = by === 'label' || by === 'label of an index' ? texts : {};
  const image = async (architecture: string, at?: string) => {
    const config = await blob(registry, repository, {
      os: 'linux',
      architecture,
      config: { Labels: labels },
    });
    const layer = await blob(registry, repository, { content });
    const document = {
      schemaVersion: 2,
      mediaType: types.image,
      config: { mediaType: types.config, ...config },
      layers: [{ mediaType: types.layer, ...layer }],
      ...(by === 'annotation' ? { annotations: texts } : {}),
    };
    return manifest(registry, repository, document, at);
  };
  if (by !== 'index' && by !== 'label of an index') return (await image('amd64', tag)).digest;
  const manifests = [];
  for (const architecture of ['amd64', 'arm64'])
    manifests.push({ ...(await image(architecture)), platform: { os: 'linux', architecture } });
  const index = {
    schemaVersion: 2,
    mediaType: types.index,
    manifests,
    ...(by === 'index' ? { annotations: texts } : {}),
  };
  return (await manifest(registry, repository, index, tag)).digest;
}

async function blob(registry: RegistryClient, repository: string, document: object) {
  const body = Buffer.from(JSON.stringify(document));
  const found = { digest: digestOf(body), size: body.length };
  await registry.uploadBlob(repository, found, async () =>
    (async function* () {
      yield body;
    })(),
  );
  return found;
}

async function manifest(
  registry: RegistryClient,
  repository: string,
  document: { mediaType: string },
  tag?: string,
) {
  const body = Buffer.from(JSON.stringify(document));
  const { mediaType } = document;
  const raw = { digest: digestOf(body), mediaType, body };
  await registry.putManifest(repository, raw);
  if (tag !== undefined) await registry.putManifest(repository, raw, tag);
  return { mediaType, digest: raw.digest, size: body.length };
}
