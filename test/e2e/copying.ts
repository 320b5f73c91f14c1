import { randomBytes } from 'node:crypto';
import type { Digest } from '../../src/image/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import type { Descriptor } from '../../src/registry/contents.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { types } from '../registry/store.ts';

/** Puts images into a registry for the tests of copies, and reads the copies without Slipway's own reader. */

/** Writes to a registry directly. */
export const writer = new RegistryClient({ credentials: async () => undefined });

export async function putBlob(
  repository: string,
  body: Uint8Array,
  mediaType = types.layer,
): Promise<Descriptor> {
  await writer.putBytes(repository, body);
  return { mediaType, digest: digestOf(body), size: body.length };
}

export async function putDocument(repository: string, document: { mediaType: string }, tag?: string) {
  const body = Buffer.from(JSON.stringify(document));
  const { mediaType } = document;
  const manifest = { mediaType, digest: digestOf(body), body };
  await writer.putManifest(repository, manifest, tag);
  return { mediaType, digest: manifest.digest, size: body.length };
}

export async function putImage(repository: string, architecture: string, layers: readonly Descriptor[]) {
  const body = Buffer.from(
    JSON.stringify({ os: 'linux', architecture, seed: randomBytes(4).toString('hex') }),
  );
  const config = await putBlob(repository, body, types.config);
  return putDocument(repository, { ...{ schemaVersion: 2, mediaType: types.image, config, layers } });
}

/** Puts an index of two platforms and an attestation, with version 1.4.2 in its labels. @param bytes of each random layer. */
export async function putIndex(repository: string, bytes: number) {
  const shared = await putBlob(repository, randomBytes(bytes));
  const entries = [];
  for (const architecture of ['amd64', 'arm64']) {
    const image = await putImage(repository, architecture, [
      shared,
      await putBlob(repository, randomBytes(bytes)),
    ]);
    entries.push({ ...image, platform: { os: 'linux', architecture } });
  }
  const statement = await putBlob(
    repository,
    Buffer.from('{"predicate":{}}'),
    'application/vnd.in-toto+json',
  );
  const attestation = await putImage(repository, 'unknown', [statement]);
  entries.push({ ...attestation, platform: { os: 'unknown', architecture: 'unknown' } });
  const index = await putDocument(repository, {
    ...{ schemaVersion: 2, mediaType: types.index, manifests: entries },
    ...{ annotations: { 'org.opencontainers.image.version': '1.4.2' } },
  });
  return { digest: index.digest, children: entries.map(({ digest }) => digest) };
}

/** Attaches artifacts in both forms: to the index, to a platform, and to another artifact. */
export async function attachEverything(repository: string, digest: Digest, child: Digest): Promise<void> {
  const note = (text: string) => ({
    artifactType: 'application/vnd.example.note',
    content: Buffer.from(text),
    annotations: { text },
  });
  const sbom = await writer.attach(repository, digest, note('sbom'));
  await writer.attach(repository, digest, note('provenance'));
  await writer.attach(repository, sbom, note('signature of the sbom'));
  await writer.attach(repository, child, note('of a platform'));
  for (const [subject, suffix] of [
    [digest, 'sig'],
    [child, 'att'],
    [digest, 'sbom'],
  ] as const) {
    const payload = await putBlob(repository, Buffer.from(`payload of ${suffix}`), 'application/json');
    const layers = [{ ...payload, annotations: { signature: suffix } }];
    const body = Buffer.from(JSON.stringify({ rootfs: { type: 'layers', diff_ids: [payload.digest] } }));
    const config = await putBlob(repository, body, types.config);
    const tag = `${subject.replace(':', '-')}.${suffix}`;
    await putDocument(repository, { ...{ schemaVersion: 2, mediaType: types.image, config, layers } }, tag);
  }
}

const accept = `${types.index}, ${types.image}`;
const at = (repository: string, path: string) => {
  const slash = repository.indexOf('/');
  return `http://${repository.slice(0, slash)}/v2/${repository.slice(slash + 1)}/${path}`;
};

/** Reads as `curl` would. */
export async function read(repository: string, path: string) {
  const answer = await fetch(at(repository, path), { headers: { accept } });
  const body = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, body, digest: digestOf(body) };
}

export async function tagsOf(repository: string): Promise<string[]> {
  const { status, body } = await read(repository, 'tags/list');
  return status === 200 ? ((JSON.parse(String(body)) as { tags: string[] | null }).tags ?? []).sort() : [];
}

/** Returns the tags for users, without those of signatures. */
export const userTags = async (repository: string) =>
  (await tagsOf(repository)).filter(tag => !/^sha256-/.test(tag));

/** Returns the texts of the referrers of a digest, by the registry's list or the tag. */
export async function notesOf(repository: string, digest: string): Promise<string[]> {
  const lists = [await read(repository, `referrers/${digest}`)];
  lists.push(await read(repository, `manifests/${digest.replace(':', '-')}`));
  const entries = lists.flatMap(({ status, body }) =>
    status === 200
      ? (JSON.parse(String(body)) as { manifests: { digest: string; annotations?: { text?: string } }[] })
          .manifests
      : [],
  );
  const texts = new Map<string, string>();
  for (const entry of entries) {
    const { status, body } = await read(repository, `manifests/${entry.digest}`);
    if (status !== 200) throw new Error(`${entry.digest} is listed but does not exist`);
    texts.set(entry.digest, JSON.parse(String(body)).annotations.text);
  }
  return [...texts.values()].sort();
}

/**
 * Returns the blobs and manifests that an image lacks in a repository. Compares blobs by their bytes.
 * @returns an empty list when it is complete.
 */
export async function lackOf(repository: string, digest: string): Promise<string[]> {
  const found = await read(repository, `manifests/${digest}`);
  if (found.status !== 200 || found.digest !== digest) return [`manifest ${digest}`];
  const { manifests = [], config, layers = [] } = JSON.parse(String(found.body));
  const lacks = [];
  for (const child of manifests) lacks.push(...(await lackOf(repository, child.digest)));
  for (const blob of [...layers, ...(config === undefined ? [] : [config])]) {
    const { status, digest: there } = await read(repository, `blobs/${blob.digest}`);
    if (status !== 200 || there !== blob.digest) lacks.push(`blob ${blob.digest}`);
  }
  return lacks;
}
