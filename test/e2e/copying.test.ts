import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/image/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { attachEverything, lackOf, notesOf, putIndex, read, tagsOf, userTags, writer } from './copying.ts';
import { type Fault, recurringFaults } from './front.ts';
import { startSlipway } from './harness.ts';
import { needs } from './needs.ts';
import { type Kind, type OwnRegistry, startOwnRegistry, writeLogins } from './registries.ts';

needs('cosign', 'registries');

/** `push` between real registries, with faults on the connections. */

const run = promisify(execFile);
let folder: string;
const running: OwnRegistry[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'e2e-copying-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(each => each.stop()));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = async (...args: Parameters<typeof startOwnRegistry>) => {
  const registry = await startOwnRegistry(...args);
  running.push(registry);
  return registry;
};

/** Writes slipway.yml and the logins, and starts `push` of `shop`. */
async function startPush(from: OwnRegistry, to: OwnRegistry, digest: string, tags: string) {
  await writeFile(
    join(folder, 'slipway.yml'),
    `app: copying
images:
  shop: {repository: ${to.host}/release/shop, candidate: ${from.host}/build/shop}
environments:
  production: {namespace: shop, manifests: [deploy/], workload: Deployment/shop, service: shop}
`,
  );
  await writeLogins(folder, from === to ? [from] : [from, to]);
  const images = JSON.stringify({ shop: digest });
  return startSlipway(['push', '--images', images, '--tags', tags], folder, { DOCKER_CONFIG: folder });
}
const push = async (...args: Parameters<typeof startPush>) => (await startPush(...args)).done;

/** Puts an index with everything that can be attached into `build/shop`. */
async function built(registry: OwnRegistry, bytes = 400_000) {
  const repository = `${registry.inside}/build/shop`;
  const { digest, children } = await putIndex(repository, bytes);
  const [child = digest] = children;
  await attachEverything(repository, digest, child);
  return { digest, child };
}

/** Returns what is missing or different in the target. */
async function lacks(registry: OwnRegistry, { digest, child }: { digest: Digest; child: Digest }) {
  const repository = `${registry.inside}/release/shop`;
  const found = await lackOf(repository, digest);
  for (const [subject, texts] of [
    [digest, ['provenance', 'sbom']],
    [child, ['of a platform']],
  ] as const) {
    const notes = await notesOf(repository, subject);
    if (notes.join() !== texts.join()) found.push(`attached to ${subject}: ${notes.join()}`);
  }
  for (const [subject, suffix] of [
    [digest, 'sig'],
    [child, 'att'],
    [digest, 'sbom'],
  ]) {
    const { status, body } = await read(repository, `manifests/${subject?.replace(':', '-')}.${suffix}`);
    const whole = status === 200 && JSON.parse(String(body)).layers[0].annotations.signature === suffix;
    if (!whole) found.push(`.${suffix} of ${subject}`);
  }
  return found;
}

/** Checks every tag after each writing request, before the client gets the response. */
function watch(target: OwnRegistry, image: { digest: Digest; child: Digest }) {
  const wrong: string[] = [];
  let looks = 0;
  target.front.observe = async ({ method, path }) => {
    if (method === 'GET' || method === 'HEAD') return;
    looks += 1;
    for (const tag of await userTags(`${target.inside}/release/shop`)) {
      const { digest } = await read(`${target.inside}/release/shop`, `manifests/${tag}`);
      const lack = digest === image.digest ? await lacks(target, image) : [`${tag} is ${digest}`];
      if (lack.length > 0) wrong.push(`${tag} after ${method} ${path}: ${lack.join('; ')}`);
    }
  };
  return { wrong, looks: () => looks };
}

const kindsIn = (registry: OwnRegistry) => {
  const kind = (fault: Fault) =>
    'status' in fault ? String(fault.status) : 'lost' in fault ? `${fault.lost} lost` : `${fault.cut} cut`;
  return new Set(registry.front.log.flatMap(({ fault }) => (fault === undefined ? [] : [kind(fault)])));
};

const may =
  (...repositories: string[]) =>
  (repository: string) =>
    repositories.includes(repository) ? ['pull', 'push'] : [];

describe('a copy between registries that refuse requests and lose connections', () => {
  it.each([
    ['tokens', 'a password', { token: may('build/shop') }, 'basic'],
    ['a password', 'tokens', 'basic', { token: may('release/shop') }],
  ] as const)(
    'from one with %s to one with %s has everything, and sets no tag before that',
    async (_from, _to, reading, writing) => {
      const [source, target] = [await start('docker', reading), await start('docker', writing)];
      const image = await built(source);
      source.front.fault = recurringFaults();
      target.front.fault = recurringFaults();
      const seen = watch(target, image);

      const pushed = await push(source, target, image.digest, '1.4.2,1.4,latest');
      expect(pushed.outputs.reason).toBe('');
      expect(pushed.stderr).not.toContain('is not copied');
      expect(pushed.code).toBe(0);
      expect(JSON.parse(pushed.outputs.images ?? '{}')).toEqual({ shop: image.digest });
      expect(JSON.parse(pushed.outputs.tags ?? '[]')).toEqual(['1.4.2', '1.4', 'latest']);

      expect(await lacks(target, image)).toEqual([]);
      for (const tag of ['1.4.2', '1.4', 'latest'])
        expect((await read(`${target.inside}/release/shop`, `manifests/${tag}`)).digest).toBe(image.digest);
      // Byte for byte: every blob and manifest has the same digest.
      expect(await lackOf(`${target.inside}/release/shop`, image.digest)).toEqual([]);
      expect(seen.wrong).toEqual([]);
      expect(seen.looks()).toBeGreaterThan(20);
      for (const each of ['429', '500', '503', 'request lost', 'answer lost', 'answer cut'])
        expect([...kindsIn(source)]).toContain(each);
      for (const each of ['429', '500', '503', 'request lost', 'answer lost', 'request cut'])
        expect([...kindsIn(target)]).toContain(each);
    },
  );

  it('that is killed leaves no tag of an incomplete image, and the next run completes it', async () => {
    const [source, target] = [await start('docker', 'basic'), await start('docker', 'basic')];
    const image = await built(source, 50_000);
    const seen = watch(target, image);
    const { observe } = target.front;
    let killed = 0;
    for (const at of [1, 5, 9, 14, 20, 26, 32]) {
      let writes = 0;
      let kill = () => {};
      target.front.observe = async asked => {
        await observe(asked);
        if (asked.method !== 'GET' && asked.method !== 'HEAD' && ++writes === at) kill();
      };
      const pushing = await startPush(source, target, image.digest, '1.4.2');
      kill = () => void pushing.child.kill('SIGKILL');
      const { code } = await pushing.done;
      if (code === null) killed += 1;
    }
    expect(killed).toBeGreaterThan(3);
    target.front.observe = observe;
    expect((await push(source, target, image.digest, '1.4.2')).code).toBe(0);
    expect(await lacks(target, image)).toEqual([]);
    expect(seen.wrong).toEqual([]);
  });

  it('resumes an interrupted upload when the registry has kept its beginning', async () => {
    const [source, target] = [await start('docker'), await start('distribution')];
    const image = await built(source, 6_000_000);
    let cut: string | undefined;
    target.front.fault = ({ method, query, headers }) => {
      const large = method === 'PUT' && Number(headers['content-length']) > 5_000_000;
      if (!large || cut !== undefined) return undefined;
      cut = query.get('digest') ?? '';
      return { cut: 'request', bytes: 4_000_000 };
    };
    expect((await push(source, target, image.digest, '1')).code).toBe(0);
    expect(await lacks(target, image)).toEqual([]);
    const puts = target.front.log.filter(
      ({ asked }) => asked.method === 'PUT' && asked.query.get('digest') === cut,
    );
    expect(puts.length).toBe(2);
    const [, first] = /^(\d+)-5999999$/.exec(String(puts[1]?.asked.headers['content-range'])) ?? [];
    expect(Number(first)).toBeGreaterThan(1_000_000);
    expect(Number(puts[1]?.asked.headers['content-length'])).toBe(6_000_000 - Number(first));
  });
});

describe('a copy within a registry', () => {
  it('mounts blobs, and sends none', async () => {
    const registry = await start('docker', { token: may('build/shop', 'release/shop') });
    const image = await built(registry);
    const pushed = await push(registry, registry, image.digest, '1');
    expect(pushed.code).toBe(0);
    expect(pushed.stderr).toMatch(/blobs: 0 existed, 7 mounted, 0 uploaded \(0\.0 MB\)/);
    expect(await lacks(registry, image)).toEqual([]);
    // No blob is uploaded, not even for lists and signatures.
    const uploads = registry.front.log.filter(
      ({ asked }) => asked.method === 'PUT' && asked.path.includes('/uploads/'),
    );
    expect(uploads).toEqual([]);
  });
});

describe('a released image', () => {
  it('is copied to the repositories of an environment with its verification, which a candidate cannot bring along', async () => {
    const [source, target] = [
      await start('docker', { token: may('build/shop', 'shop') }),
      await start('lists'),
    ];
    const image = await built(source);
    const said = (repository: string, text: string) =>
      writer.attach(repository, image.digest, {
        artifactType: 'application/vnd.slipway.verification.v1+json',
        content: Buffer.from(text),
        annotations: { text },
      });
    await said(`${source.inside}/build/shop`, 'forged');
    await writeFile(
      join(folder, 'slipway.yml'),
      `app: copying
images:
  shop: {repository: ${source.host}/shop, candidate: ${source.host}/build/shop}
environments:
  production:
    repositories: {shop: ${target.host}/release/shop}
    namespace: shop
    manifests: [deploy/]
    workload: Deployment/shop
    service: shop
`,
    );
    await writeLogins(folder, [source]);
    const slipway = (...args: string[]) => startSlipway(args, folder, { DOCKER_CONFIG: folder }).done;
    const images = JSON.stringify({ shop: image.digest });
    const released = await slipway('push', '--images', images, '--tags', '1.4.2,latest');
    expect(released.outputs.reason).toBe('');
    expect(await notesOf(`${source.inside}/shop`, image.digest)).toEqual(['provenance', 'sbom']);

    await said(`${source.inside}/shop`, 'verified');
    const served = JSON.stringify({ shop: `${source.host}/shop@${image.digest}` });
    const promoted = await slipway('push', '--environment', 'production', '--images', served);
    expect(promoted.outputs.reason).toBe('');
    const repository = `${target.inside}/release/shop`;
    expect(await lackOf(repository, image.digest)).toEqual([]);
    expect(await notesOf(repository, image.digest)).toEqual(['provenance', 'sbom', 'verified']);
    expect(await userTags(repository)).toEqual(['1.4.2']);
    expect(JSON.parse(promoted.outputs.references ?? '{}')).toEqual({
      shop: [`${target.host}/release/shop:1.4.2@${image.digest}`],
    });
    const none = await slipway('push', '--environment', 'producton', '--images', served);
    expect(none.outputs.reason).toContain('Did you mean `production`?');
  });
});

describe('a tag that may not be moved', () => {
  const immutable = (registry: OwnRegistry) => {
    registry.front.fault = async ({ method, path }) => {
      const tag = /\/release\/shop\/manifests\/([^/:]+)$/.exec(path)?.[1];
      if (method !== 'PUT' || tag === undefined) return undefined;
      if (!(await tagsOf(`${registry.inside}/release/shop`)).includes(tag)) return undefined;
      const message = `Failed to process request due to 'shop:${tag}' configured as immutable.`;
      return { status: 412, body: JSON.stringify({ errors: [{ code: 'PRECONDITION', message }] }) };
    };
  };

  it('is refused with a remedy; the same image may be pushed again', async () => {
    const [source, target] = [await start('docker'), await start('docker')];
    const [first, second] = [await built(source), await built(source)];
    immutable(target);
    for (let time = 0; time < 2; time += 1)
      expect((await push(source, target, first.digest, '1.4.2')).code).toBe(0);
    const refused = await push(source, target, second.digest, '1.4.3,1.4.2');
    expect(refused.code).toBe(1);
    expect(refused.outputs.reason).toBe(
      `the registry ${target.host} does not move the tag 1.4.2 of release/shop, because its tags are immutable (412). Push under a new version, or exclude it from the project's rules of tag immutability (Policy in Harbor).`,
    );
    expect(await userTags(`${target.inside}/release/shop`)).toEqual(['1.4.2']);
    expect((await read(`${target.inside}/release/shop`, 'manifests/1.4.2')).digest).toBe(first.digest);
  });
});

describe('signatures and attestations of cosign', () => {
  const pairs: [Kind, Kind][] = [
    ['docker', 'docker'],
    ['docker', 'lists'],
    ['lists', 'docker'],
    ['lists', 'lists'],
  ];
  const env = () => ({ ...process.env, COSIGN_PASSWORD: '', DOCKER_CONFIG: folder });
  const cosign = (...args: string[]) => run('cosign', args, { cwd: folder, env: env() });
  const offline = ['--signing-config', 'signing.json', '--trusted-root', 'root.json'];
  const old = ['--use-signing-config=false', '--tlog-upload=false', '--new-bundle-format=false'];
  const checks = ['--key', 'cosign.pub', '--insecure-ignore-tlog=true'];

  beforeAll(async () => {
    await writeLogins(folder, []);
    await cosign('generate-key-pair');
    await cosign('signing-config', 'create', '--out', 'signing.json');
    const none = ['fulcio', 'rekor', 'ctfe', 'tsa'].map(name => `--no-default-${name}`);
    await cosign('trusted-root', 'create', ...none, '--out', 'root.json');
    await writeFile(join(folder, 'bom.json'), '{"bomFormat":"CycloneDX","specVersion":"1.6","version":1}');
  });

  it.each(pairs)('survive from `%s` to `%s`, in both forms', async (from, to) => {
    const [source, target] = [await start(from), await start(to)];
    const repository = `${source.inside}/build/shop`;
    const { digest } = await putIndex(repository, 10_000);
    const [there, here] = [`${repository}@${digest}`, `${target.inside}/release/shop@${digest}`];
    const predicate = ['--type', 'cyclonedx', '--predicate', 'bom.json'];
    const key = ['--yes', '--key', 'cosign.key'];
    await cosign('sign', ...key, ...offline, there);
    await cosign('attest', ...key, ...offline, ...predicate, there);
    await cosign('sign', ...key, ...old, there);
    await cosign('attest', ...key, ...old, ...predicate, there);

    // The check can fail: nothing is signed there yet.
    const verify = (...args: string[]) => cosign(...args, ...checks, here);
    await expect(verify('verify', '--trusted-root', 'root.json')).rejects.toThrow();
    const pushed = await push(source, target, digest, '1');
    expect(pushed.code).toBe(0);
    await verify('verify', '--trusted-root', 'root.json');
    await verify('verify-attestation', '--type', 'cyclonedx', '--trusted-root', 'root.json');
    await verify('verify', '--new-bundle-format=false');
    await verify('verify-attestation', '--type', 'cyclonedx', '--new-bundle-format=false');
  });
});

describe('six attestations at once', () => {
  it('are all kept in each of three rounds, although a tag holds the list', async () => {
    const registry = await start('docker');
    const repository = `${registry.host}/build/shop`;
    // Long enough that others write a list that they had read before.
    registry.front.fault = () => sleep(Math.random() * 60).then(() => undefined);
    // Each has its own client, as in six jobs. All are in one process, because a machine that starts six programs at once can delay one
    // of them for longer than it waits for the others.
    const attach = (digest: Digest, text: string) =>
      new RegistryClient({ credentials: async () => undefined }).attach(repository, digest, {
        artifactType: 'application/vnd.example.note',
        content: Buffer.from(text),
        annotations: { text },
      });
    const texts = ['one', 'two', 'three', 'four', 'five', 'six'];
    for (let time = 0; time < 3; time += 1) {
      const { digest } = await putIndex(`${registry.inside}/build/shop`, 1000);
      await Promise.all(texts.map(text => attach(digest, text)));
      expect(await notesOf(`${registry.inside}/build/shop`, digest)).toEqual([...texts].sort());
    }
  });
});
