import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/image/reference.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { types } from '../registry/store.ts';
import { putBlob, putDocument, writer } from './copying.ts';
import {
  createShop,
  eventually,
  image as imagesOf,
  type Shop,
  repository as shops,
  startSlipway,
} from './harness.ts';
import { nextSecond } from './moment.ts';
import { needs } from './needs.ts';
import { startOwnRegistry } from './registries.ts';

needs('cosign', 'registries');

/** prune on Docker's registry, with signatures of the real cosign: 30 tags, of which 5 are protected. */

const run = promisify(execFile);
const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day).toISOString();

let folder: string;
let cosign: Awaited<ReturnType<typeof signer>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'e2e-prune-'));
  cosign = await signer();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Pushes an index of two platforms with that age; all indexes share one layer. */
async function pushIndex(repository: string, content: string, tag: string, days: number): Promise<Digest> {
  const shared = await putBlob(repository, Buffer.from('the base'), types.layer);
  const manifests = [];
  for (const architecture of ['amd64', 'arm64']) {
    const text = { os: 'linux', architecture, created: ago(days), rootfs: { type: 'layers', diff_ids: [] } };
    const config = await putBlob(repository, Buffer.from(JSON.stringify({ ...text, content })), types.config);
    const own = await putBlob(repository, Buffer.from(`${content} for ${architecture}`), types.layer);
    const made = await putDocument(repository, {
      ...{ schemaVersion: 2, mediaType: types.image },
      config,
      layers: [shared, own],
    } as never);
    manifests.push({ ...made, platform: { os: 'linux', architecture } });
  }
  const index = { schemaVersion: 2, mediaType: types.index, manifests };
  return (await putDocument(repository, index, tag)).digest;
}

/** Signs with the real cosign, without any service. */
async function signer() {
  const env = { ...process.env, COSIGN_PASSWORD: 'open sesame', COSIGN_YES: 'true' };
  const cosign = (...args: string[]) => run('cosign', args, { cwd: folder, env });
  await cosign('generate-key-pair');
  const none = ['fulcio', 'rekor', 'ctfe', 'tsa'].map(service => `--no-default-${service}`);
  await cosign('signing-config', 'create', '--out', 'signing.json');
  await cosign('trusted-root', 'create', ...none, '--out', 'root.json');
  const services = ['--signing-config', 'signing.json', '--trusted-root', 'root.json'];
  const legacy = ['--use-signing-config=false', '--tlog-upload=false', '--new-bundle-format=false'];
  const offline = ['--key', 'cosign.pub', '--insecure-ignore-tlog=true'];
  return {
    /** As a bundle that refers to the image, and in the older form under a tag. */
    sign: async (at: string) => {
      await cosign('sign', '--key', 'cosign.key', ...services, at);
      await cosign('sign', '--key', 'cosign.key', ...legacy, at);
    },
    verify: async (at: string) => {
      await cosign('verify', ...offline, '--trusted-root', 'root.json', at);
      await cosign('verify', ...offline, '--new-bundle-format=false', at);
    },
  };
}

/** Starts Docker's registry as a process of this test. @param deletes whether deletion is enabled. */
async function startRegistry(deletes = true) {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise(resolve => server.close(resolve));
  const home = await mkdtemp(join(folder, 'registry-'));
  const config = join(home, 'registry.yml');
  await writeFile(
    config,
    `version: 0.1
log: {level: error, accesslog: {disabled: true}}
storage: {filesystem: {rootdirectory: ${home}}, delete: {enabled: ${deletes}}}
http: {addr: "${host}", secret: test}
`,
  );
  const child: ChildProcess = spawn('docker-registry', ['serve', config], { stdio: 'ignore' });
  await eventually(() =>
    fetch(`http://${host}/v2/`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return {
    host,
    /** Deletes blobs that no manifest needs; never with `-m`, which also deletes platforms and signatures. */
    collectGarbage: () => run('docker-registry', ['garbage-collect', config]),
    stop: () =>
      new Promise<void>(resolve => {
        child.once('close', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

/** Reads as `curl` would. */
async function read(repository: string, path: string) {
  const slash = repository.indexOf('/');
  const url = `http://${repository.slice(0, slash)}/v2/${repository.slice(slash + 1)}/${path}`;
  const answer = await fetch(url, { headers: { accept: `${types.index}, ${types.image}` } });
  const body = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, digest: digestOf(body), json: () => JSON.parse(body.toString()) };
}

/** Reads all manifests and blobs of an image by digest. @returns their number. */
async function pull(repository: string, digest: string): Promise<number> {
  const found = await read(repository, `manifests/${digest}`);
  expect([found.status, found.digest]).toEqual([200, digest]);
  const {
    manifests = [],
    layers = [],
    config,
  } = found.json() as Record<string, { digest: string }[]> & {
    config?: { digest: string };
  };
  let count = 1;
  for (const each of manifests) count += await pull(repository, each.digest);
  for (const each of [...layers, ...(config === undefined ? [] : [config])]) {
    const there = await read(repository, `blobs/${each.digest}`);
    expect([there.status, there.digest]).toEqual([200, each.digest]);
    count += 1;
  }
  return count;
}

const tagsOf = async (repository: string) =>
  ((await read(repository, 'tags/list')).json() as { tags: string[] }).tags.sort();

const policy = `retention:
  protect: ['v*']
  rules: [{tags: 'pr-*', newest: 1}]
`;

describe('prune without a cluster', () => {
  const configure = (repository: string) =>
    writeFile(
      join(folder, 'slipway.yml'),
      `app: shop
images: {shop: {repository: "${repository}"}}
${policy}environments: {production: {namespace: shop, manifests: [deploy/], workload: Deployment/shop}}
`,
    );
  const prune = (...more: string[]) =>
    startSlipway(['prune', '--environments', 'none', '--keep', 'keep.txt', ...more], folder, {}).done;

  it('deletes 25 of 30 signed images; the 5 protected ones can still be pulled and verified after a garbage collection', async () => {
    const registry = await startRegistry();
    try {
      const repository = `${registry.host}/shop`;
      await configure(repository);
      const digests: Digest[] = [];
      for (let number = 1; number <= 30; number += 1) {
        const tag = number === 1 ? 'v1' : `pr-${number}`;
        digests.push(await pushIndex(repository, `version ${number}`, tag, 60 + number));
      }
      // The newest is the one that was signed last: pr-2.
      for (const digest of digests.toSorted((a, b) => Number(a === digests[1]) - Number(b === digests[1]))) {
        if (digest === digests[1]) await nextSecond();
        await cosign.sign(`${repository}@${digest}`);
        await writer.attach(repository, digest, {
          artifactType: 'application/vnd.example.note',
          content: Buffer.from(`of ${digest}`),
          annotations: {},
        });
      }
      // v1 by its name, pr-2 as the newest, two by digest and one by the digest of a platform.
      const [third, fourth, fifth] = digests.slice(2) as [Digest, Digest, Digest];
      const platforms = (await read(repository, `manifests/${fifth}`)).json() as {
        manifests: { digest: string }[];
      };
      await writeFile(
        join(folder, 'keep.txt'),
        `# What the backup of last night names\n${repository}@${third}\n${fourth}\n${platforms.manifests[1]?.digest}\n`,
      );
      const counts = await Promise.all(digests.slice(0, 5).map(digest => pull(repository, digest)));

      const planned = await prune();
      expect(planned.code, planned.stderr).toBe(0);
      expect(planned.outputs).toMatchObject({ state: 'planned', removed: '0', reason: '' });
      expect((await tagsOf(repository)).filter(tag => !tag.startsWith('sha256-'))).toHaveLength(30);

      const done = await prune('--dry-run', 'false', '--report', 'report.json');
      expect(done.code, done.stderr).toBe(0);
      expect(done.outputs).toMatchObject({ state: 'removed', reason: '' });
      // An index, two platforms, a signature under a tag, a bundle, a note, and the list of the last two.
      expect(done.outputs.removed).toBe(String(25 * 7));
      expect(planned.outputs.planned).toBe(done.outputs.removed);
      await registry.collectGarbage();

      const tags = await tagsOf(repository);
      expect(tags.filter(tag => !tag.startsWith('sha256-'))).toEqual(['pr-2', 'pr-3', 'pr-4', 'pr-5', 'v1']);
      expect(tags.filter(tag => tag.startsWith('sha256-'))).toHaveLength(10);
      for (const [index, digest] of digests.slice(0, 5).entries()) {
        expect(await pull(repository, digest)).toBe(counts[index]);
        await cosign.verify(`${repository}@${digest}`);
        const listed = (await read(repository, `manifests/${digest.replace(':', '-')}`)).json() as {
          manifests: { digest: string }[];
        };
        expect(listed.manifests).toHaveLength(2);
        for (const each of listed.manifests) await pull(repository, each.digest);
      }
      for (const digest of digests.slice(5))
        expect((await read(repository, `manifests/${digest}`)).status).toBe(404);
      await expect(cosign.verify(`${repository}@${digests[6]}`)).rejects.toThrow();
      const again = await prune('--dry-run', 'false');
      expect(again.outputs).toMatchObject({ state: 'nothing', planned: '0', removed: '0' });
    } finally {
      await registry.stop();
    }
  });

  it('deletes or keeps the referrers of an image with it, and names tags that the registry keeps', async () => {
    const registry = await startOwnRegistry('lists');
    try {
      const repository = `${registry.host}/shop`;
      await configure(repository);
      const [kept, old] = [
        await pushIndex(repository, 'kept', 'v1', 60),
        await pushIndex(repository, 'old', 'pr-1', 60),
      ];
      await pushIndex(repository, 'newest', 'pr-2', 50);
      for (const digest of [kept, old]) await cosign.sign(`${repository}@${digest}`);
      const listed = async (digest: string) =>
        ((await read(repository, `referrers/${digest}`)).json() as { manifests: { digest: string }[] })
          .manifests;
      const [signatures, gone] = [await listed(kept), await listed(old)];
      expect([signatures.length, gone.length]).toEqual([1, 1]);
      // The newest image has the newest signature, too.
      await nextSecond();
      await cosign.sign(`${repository}:pr-2`);
      await writeFile(join(folder, 'keep.txt'), `${kept}\n`);
      const { code, outputs } = await prune('--dry-run', 'false');
      // This registry keeps tags after their manifest is deleted, against the specification.
      expect([code, outputs.state]).toEqual([1, 'partial']);
      expect(outputs.reason).toMatch(/ still lists the tag pr-1 of deleted manifests\. /);
      for (const { digest } of [{ digest: old }, ...gone])
        expect((await read(repository, `manifests/${digest}`)).status).toBe(404);
      expect(await listed(kept)).toEqual(signatures);
      expect(await pull(repository, kept)).toBe(9);
      await cosign.verify(`${repository}@${kept}`);
    } finally {
      await registry.stop();
    }
  });

  it('reports a registry that does not allow deletion, and changes nothing', async () => {
    const registry = await startRegistry(false);
    try {
      const repository = `${registry.host}/shop`;
      await configure(repository);
      await pushIndex(repository, 'newest', 'pr-1', 50);
      const old = await pushIndex(repository, 'old', 'pr-2', 60);
      await writeFile(join(folder, 'keep.txt'), `sha256:${'0'.repeat(64)}\n`);
      const { code, outputs } = await prune('--dry-run', 'false');
      expect([code, outputs.state, outputs.removed]).toEqual([1, 'refused', '0']);
      expect(outputs.reason).toMatch(
        /^the registry 127\.0\.0\.1:\d+ does not delete images of shop by digest \(405: UNSUPPORTED, .*\)\. Enable deletion \(the registry of Docker: /,
      );
      expect(await pull(repository, old)).toBe(9);
    } finally {
      await registry.stop();
    }
  });
});

describe('prune with a cluster', () => {
  let shop: Shop;
  const own = `${shops}-${Math.random().toString(36).slice(2, 8)}`;
  beforeAll(async () => {
    shop = await createShop('prune', async made => {
      await made.edit('Deployment', ({ spec }) => {
        spec.template.spec.containers[0].image = own;
      });
      await made.configure(text =>
        text.replace(shops, own).replace('environments:', `${policy}environments:`),
      );
    });
    for (const version of ['v1', 'v2', 'v3', 'v4'])
      await run(
        'buildx',
        [
          ...['build', '--provenance=false', '--quiet', '--push', '--build-arg', `VERSION=${version}`],
          ...['--tag', `${own}:pr-${version}`, 'examples/shop'],
        ],
        // Makes the images look old.
        { env: { ...process.env, SOURCE_DATE_EPOCH: String(Math.floor(Date.parse(ago(100)) / 1000)) } },
      );
  });
  afterAll(() => shop?.remove());

  it('keeps images that run or can be rolled back to, and deletes the others', async () => {
    const deploy = (tag: string) =>
      shop.slipway(['deploy', '--environment', 'production', '--images', imagesOf(tag).replace(shops, own)]);
    for (const tag of ['pr-v1', 'pr-v2']) {
      const { code, stderr } = await deploy(tag);
      expect(code, stderr).toBe(0);
    }
    const done = await shop.slipway(['prune', '--dry-run', 'false', '--report', 'report.json']);
    expect(done.code, done.stderr).toBe(0);
    const report = JSON.parse(await readFile(join(shop.dir, 'report.json'), 'utf8'));
    const stays = Object.fromEntries(
      report.repositories[own].keep.map(({ tags, why }: { tags: string[]; why: string }) => [tags[0], why]),
    );
    expect(stays['pr-v1']).toMatch(/^(pod .* of|.*, an earlier version in|release 1 of) production$/);
    expect(stays['pr-v2']).toMatch(/^pod .* of production$/);
    // One of the other two may stay as the newest, because all four have the same time.
    expect(await tagsOf(own)).toEqual(expect.arrayContaining(['pr-v1', 'pr-v2']));
    expect((await tagsOf(own)).length).toBeLessThanOrEqual(3);
    const back = await shop.slipway(['rollback', '--environment', 'production', '--to-release', '1']);
    expect(back.code, back.stderr).toBe(0);
    await shop.serves('v1');
  });
});
