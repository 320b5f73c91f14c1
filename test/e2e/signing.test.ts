import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConfigMap } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { loadConfig } from '../../src/config/load.ts';
import { trustOf } from '../../src/config/signing.ts';
import type { Digest } from '../../src/image/reference.ts';
import { addChecksum } from '../../src/release/store/checksums.ts';
import { withCosign } from '../../src/signing/cosign.ts';
import { verifyImages } from '../../src/signing/verify-images.ts';
import { shortDigests } from '../../src/toolkit/digest.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { auditMark, type Run, repository, type Shop, startSlipway, writesSince } from './harness.ts';
import { needs } from './needs.ts';
import {
  changeImage,
  keyPair,
  moveSignatures,
  password,
  pushSmall,
  registry,
  writeReports,
} from './signed.ts';
import { type Sigstore, shopJob, startSigstore } from './sigstore.ts';
import { fresh, type TrustingShop, trustingShop } from './trusting.ts';

needs('cosign', 'sigstore');

/**
 * Signing and verifying with the real cosign and a real registry; golden/signing.test.ts has releases of images that are signed with a
 * key. Every Sigstore with timestamps starts in this file, because its port is fixed and two cannot run at once.
 */

const run = promisify(execFile);
const host = process.env.SLIPWAY_REGISTRY ?? '';
/** Only of this run. */
const home = `${host}/e2e/signing-${Math.random().toString(36).slice(2, 8)}`;

let folder: string;
let ours: Awaited<ReturnType<typeof keyPair>>;
let others: typeof ours;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'e2e-signing-'));
  [ours, others] = await Promise.all([keyPair(folder, 'ours'), keyPair(folder, 'others')]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const withKey = { COSIGN_PRIVATE_KEY: '', COSIGN_PASSWORD: password };

/** Writes a slipway.yml with one image in its own repository. */
async function configure(name: string, more: string): Promise<{ config: string; repository: string }> {
  const config = join(folder, `${name}.yml`);
  const repository = `${home}/${name}`;
  await writeFile(
    config,
    `app: shop
images: {shop: {repository: "${repository}"}}
${more}
environments: {production: {namespace: shop, manifests: [deploy/], workload: Deployment/shop}}
`,
  );
  return { config, repository };
}

const keyed = 'signing: {key: "env://COSIGN_PRIVATE_KEY"}\ntrust: {key: ours.pub}';

async function sign(
  config: string,
  digest: string,
  env: Record<string, string> = {},
  ...more: string[]
): Promise<Run> {
  const args = ['sign', '--config', config, '--images', `{"shop":"${digest}"}`, ...more];
  return startSlipway(args, folder, { ...withKey, COSIGN_PRIVATE_KEY: ours.secret, ...env }).done;
}

async function reportsOf(repository: string, digest: string): Promise<string> {
  const reports = await mkdtemp(join(folder, 'reports-'));
  await writeReports(reports, 'shop', `${repository}@${digest}`);
  return reports;
}

/** Returns the result of the check of a release, without a cluster. */
async function asked(
  { config, repository }: { config: string; repository: string },
  digest: string,
  env: Record<string, string> = {},
): Promise<string> {
  const read = await loadConfig(config);
  const trust = trustOf(read, read.environments.production?.trust);
  if (trust === undefined) throw new Error('slipway.yml requires no signature');
  const known = { env: { ...process.env, ...env }, signal: new AbortController().signal };
  try {
    const verified = await withCosign({ ...known, report: () => {} }, cosign =>
      verifyImages(
        { shop: { repository, digest } },
        { trust, publicLog: false, root: folder, registry, cosign, env: known.env, now: Date.now() },
      ),
    );
    return `by ${verified.shop?.by}, with ${verified.shop?.attested}`;
  } catch (error) {
    if (error instanceof UserError)
      return error.message.replaceAll(repository, 'shop').replaceAll(shortDigests(digest), 'DIGEST');
    throw error;
  }
}

async function cosign(args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { PATH: process.env.PATH, HOME: folder, COSIGN_PASSWORD: password };
  return run('cosign', args, { env, maxBuffer: 64 << 20, cwd: folder }).then(
    said => ({ code: 0, ...said }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}
const verified = ['--key', 'ours.pub', '--insecure-ignore-tlog=true'];

describe.each([
  ['bundles', 'bundle'],
  ['the tags of cosign 2', 'legacy'],
])('signed with a key, as %s', (_, format) => {
  const types = ['slsaprovenance1', 'cyclonedx', 'spdxjson', 'vuln'];

  it('is accepted by cosign itself, and by a release', async () => {
    const place = await configure(`keyed-${format}`, keyed.replace('{key', `{format: ${format}, key`));
    const digest = await pushSmall(place.repository, 'good');
    const reports = await reportsOf(place.repository, digest);
    const signed = await sign(place.config, digest, {}, '--reports', reports);
    expect(signed, signed.stderr).toMatchObject({
      code: 0,
      outputs: { signer: 'the key ours.pub', reason: '' },
    });
    expect(JSON.parse(signed.outputs.attested!).shop).toHaveLength(5);

    const reference = `${place.repository}@${digest}`;
    const signature = await cosign(['verify', ...verified, reference]);
    expect(signature, signature.stderr).toMatchObject({ code: 0 });
    for (const type of types) {
      const attestation = await cosign(['verify-attestation', ...verified, '--type', type, reference]);
      expect(attestation.code, `${type}: ${attestation.stderr}`).toBe(0);
    }
    const tagged = await registry.tags(place.repository);
    const suffixes = tagged.map(tag => tag.replace(digest.replace(':', '-'), ''));
    // A registry without a list of referrers has the list under a tag.
    expect(suffixes.sort()).toEqual(format === 'legacy' ? ['.att', '.sig'] : ['']);
    expect(await asked(place, digest)).toBe('by the key ours.pub, with provenance,sbom,scan');
  });

  it('by cosign itself is accepted by a release', async () => {
    const place = await configure(`made-${format}`, `trust: {key: ours.pub, attestations: [sbom]}`);
    const digest = await pushSmall(place.repository, 'good');
    const reference = `${place.repository}@${digest}`;
    const older = ['--use-signing-config=false', '--tlog-upload=false', '--new-bundle-format=false'];
    const [config, root] = [join(folder, 'none.json'), join(folder, 'nobody.json')];
    const none = ['--no-default-fulcio', '--no-default-rekor', '--no-default-tsa'];
    await cosign(['signing-config', 'create', ...none, '--no-default-oidc', '--out', config]);
    await cosign(['trusted-root', 'create', ...none, '--no-default-ctfe', '--out', root]);
    const how = format === 'legacy' ? older : ['--signing-config', config, '--trusted-root', root];
    const signed = await cosign(['sign', '--yes', '--key', ours.file, ...how, reference]);
    expect(signed, signed.stderr).toMatchObject({ code: 0 });
    expect(await asked(place, digest)).toBe('shop@DIGEST has no SBOM');
    const bom = join(folder, 'bom.json');
    await writeFile(bom, '{"bomFormat":"CycloneDX","specVersion":"1.6"}');
    const said = ['--type', 'cyclonedx', '--predicate', bom];
    const attested = await cosign(['attest', '--yes', '--key', ours.file, ...how, ...said, reference]);
    expect(attested, attested.stderr).toMatchObject({ code: 0 });
    expect(await asked(place, digest)).toBe('by the key ours.pub, with sbom');
  });
});

describe('a second signature', () => {
  it('with the same key adds nothing', async () => {
    const place = await configure('twice', keyed);
    const digest = await pushSmall(place.repository, 'good');
    const reports = await reportsOf(place.repository, digest);
    for (const expected of [/is signed and attached/, /is already attached/]) {
      const { stderr } = await sign(place.config, digest, {}, '--reports', reports);
      expect(stderr.match(/is signed and attached|is already attached/g)).toHaveLength(5);
      expect(stderr).toMatch(expected);
    }
    expect(await registry.referrers(place.repository, digest)).toHaveLength(5);
  });

  it('with another key keeps the first', async () => {
    const place = await configure('both', `${keyed.replace('{key', '{attestations: [], key')}`);
    const digest = await pushSmall(place.repository, 'good');
    const theirs = await sign(place.config, digest, { COSIGN_PRIVATE_KEY: others.secret });
    expect(theirs.outputs.reason).toMatch(/is signed, but not with the key ours\.pub\. /);
    expect((await sign(place.config, digest)).code).toBe(0);
    expect(await registry.referrers(place.repository, digest)).toHaveLength(2);
    expect(await asked(place, digest)).toBe('by the key ours.pub, with ');
  });
});

describe('IN 5: an image with a mirror', () => {
  it('is signed there, too', async () => {
    const place = await configure('mirrored', keyed.replace('{key', '{attestations: [], key'));
    const mirror = `${place.repository}-mirror`;
    const text = await readFile(place.config, 'utf8');
    await writeFile(place.config, text.replace(/repository: "[^"]+"/, `$&, mirrors: ["${mirror}"]`));
    const digest = await pushSmall(place.repository, 'good');
    expect(await pushSmall(mirror, 'good')).toBe(digest);
    const signed = await sign(place.config, digest);
    expect(signed, signed.stderr).toMatchObject({ code: 0 });
    const found = await cosign(['verify', ...verified, `${mirror}@${digest}`]);
    expect(found, found.stderr).toMatchObject({ code: 0 });
  });
});

describe('an image that must not be released', () => {
  let place: Awaited<ReturnType<typeof configure>>;
  let good: Digest;
  beforeAll(async () => {
    place = await configure('refused', keyed.replace('{key', '{attestations: [sbom], key'));
    good = await pushSmall(place.repository, 'good');
    await sign(place.config, good, {}, '--reports', await reportsOf(place.repository, good));
  });

  it('because it was changed after it was signed, and the signatures were moved to it', async () => {
    const changed = await changeImage(place.repository, good);
    await moveSignatures(place.repository, good, changed);
    expect(await asked(place, changed)).toBe(
      `shop@DIGEST is not the signed content: its signature was made for ${shortDigests(good)}`,
    );
  });

  it('because it is not signed', async () => {
    expect(await asked(place, await pushSmall(place.repository, 'unsigned'))).toBe(
      'shop@DIGEST is not signed',
    );
  });

  it('because another key signed it', async () => {
    const digest = await pushSmall(place.repository, 'other');
    const reports = await reportsOf(place.repository, digest);
    await sign(place.config, digest, { COSIGN_PRIVATE_KEY: others.secret }, '--reports', reports);
    expect(await asked(place, digest)).toBe('shop@DIGEST is signed, but not with the key ours.pub');
  });

  it('because its SBOM is missing, or signed with another key', async () => {
    const digest = await pushSmall(place.repository, 'bare');
    const bare = await configure('bare', keyed.replace('{key', '{attestations: [], key'));
    const at = { ...bare, config: bare.config };
    await writeFile(
      at.config,
      (await readFile(at.config, 'utf8')).replace(bare.repository, place.repository),
    );
    await sign(at.config, digest);
    expect(await asked(place, digest)).toBe('shop@DIGEST has no SBOM');
    const reports = await reportsOf(place.repository, digest);
    await sign(place.config, digest, { COSIGN_PRIVATE_KEY: others.secret }, '--reports', reports);
    expect(await asked(place, digest)).toBe(
      'the SBOM of shop@DIGEST is signed, but not with the key ours.pub',
    );
  });
});

/** Returns the variables of a runner for a job. */
const workflow = (job: typeof shopJob) => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: job.repository,
  GITHUB_REPOSITORY_ID: job.repositoryId,
  GITHUB_REF: job.ref,
  GITHUB_SHA: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
  GITHUB_RUN_ID: '7',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_WORKFLOW_REF: `${job.repository}/.github/workflows/push.yml@${job.ref}`,
});

describe.each([
  ['timestamps', 'timestamps'],
  ['timestamps and transparency logs', 'logs'],
] as const)('signed without a key, with %s', (_, proofs) => {
  let sigstore: Sigstore;
  beforeAll(async () => {
    sigstore = await startSigstore(proofs);
  });
  afterAll(() => sigstore?.stop());

  const keyless = (name: string) =>
    configure(
      `${name}-${proofs}`,
      `signing: {attestations: [provenance], services: signing.json}
trust: {root: root.json, identity: {issuer: "${sigstore.issuer}"}}`,
    );
  const signAs = async (config: string, digest: string, job: typeof shopJob) => {
    await writeFile(join(folder, 'signing.json'), await readFile(sigstore.signingConfig));
    await writeFile(join(folder, 'root.json'), await readFile(sigstore.trustedRoot));
    const env = {
      ...workflow(job),
      ...sigstore.environmentOf(job),
      COSIGN_PRIVATE_KEY: '',
      COSIGN_PASSWORD: '',
    };
    return sign(config, digest, env, '--workflow', job.workflow);
  };

  it('is accepted by cosign itself, and by a release of the same repository', async () => {
    const place = await keyless('own');
    const digest = await pushSmall(place.repository, 'good');
    const signed = await signAs(place.config, digest, shopJob);
    const who = 'https://github.com/acme/shop (4711) at refs/heads/main';
    expect(signed, signed.stderr).toMatchObject({ code: 0, outputs: { signer: who } });
    expect(await asked(place, digest, workflow(shopJob))).toBe(`by ${who}, with provenance`);
    const identity = ['--certificate-identity', `https://github.com/${shopJob.workflow}`];
    const demands = {
      timestamps: ['--insecure-ignore-tlog', '--insecure-ignore-sct', '--use-signed-timestamps'],
      logs: [],
    }[proofs];
    const { code, stderr } = await cosign([
      ...['verify', '--trusted-root', sigstore.trustedRoot, ...identity, ...demands],
      ...['--certificate-oidc-issuer', sigstore.issuer, `${place.repository}@${digest}`],
    ]);
    expect(code, stderr).toBe(0);
    const provenance = await cosign([
      ...['verify-attestation', '--type', 'slsaprovenance1', '--trusted-root', sigstore.trustedRoot],
      ...[...identity, ...demands, '--certificate-oidc-issuer', sigstore.issuer],
      `${place.repository}@${digest}`,
    ]);
    const { payload } = JSON.parse(provenance.stdout) as { payload: string };
    const { predicate } = JSON.parse(Buffer.from(payload, 'base64').toString());
    expect(predicate.runDetails.builder.id).toBe(`https://github.com/${shopJob.workflow}`);
    expect(predicate.buildDefinition.resolvedDependencies[0].uri).toBe(
      'git+https://github.com/acme/shop@refs/heads/main',
    );
  });

  it.each([
    ['another repository, by the same workflow', { repository: 'mallory/shop', repositoryId: '666' }],
    ['a repository that got the same name later', { repositoryId: '666' }],
    ['a pull request', { ref: 'refs/pull/7/merge' }],
  ])('is refused when it was signed by %s', async (_name, other) => {
    const place = await keyless('stranger');
    const digest = await pushSmall(place.repository, JSON.stringify(other));
    const job = { ...shopJob, ...other };
    await signAs(place.config, digest, job);
    expect(await asked(place, digest, workflow(shopJob))).toBe(
      `shop@DIGEST was signed by https://github.com/${job.repository} (${job.repositoryId}) at ${job.ref}, but must be signed by https://github.com/acme/shop (4711) at refs/heads/main`,
    );
  });

  it('is refused when another authority issued the certificate', async () => {
    const place = await keyless('authority');
    const digest = await pushSmall(place.repository, 'good');
    expect((await signAs(place.config, digest, shopJob)).code).toBe(0);
    await sigstore.otherRoot(join(folder, 'root.json'));
    expect(await asked(place, digest, workflow(shopJob))).toMatch(
      /^the signature of shop@DIGEST is not valid: /,
    );
  });

  it('is refused where a key must have signed', async () => {
    const place = await keyless('no-key');
    const digest = await pushSmall(place.repository, 'good');
    await signAs(place.config, digest, shopJob);
    await writeFile(
      place.config,
      (await readFile(place.config, 'utf8')).replace(
        /^trust: .*$/m,
        'trust: {key: ours.pub, root: root.json}',
      ),
    );
    expect(await asked(place, digest)).toBe(
      'shop@DIGEST is signed by https://github.com/acme/shop (4711) at refs/heads/main, but must be signed with the key ours.pub',
    );
  });
});

describe('signed without a key, and without a proof of the time', () => {
  it('is refused before anything is signed, because the certificate expires in ten minutes', async () => {
    const sigstore = await startSigstore('none');
    try {
      const place = await configure(
        'timeless',
        `signing: {attestations: [], services: signing.json}\ntrust: {root: root.json, identity: {issuer: "${sigstore.issuer}"}}`,
      );
      await writeFile(join(folder, 'signing.json'), await readFile(sigstore.signingConfig));
      await writeFile(join(folder, 'root.json'), await readFile(sigstore.trustedRoot));
      const digest = await pushSmall(place.repository, 'good');
      const { code, outputs } = await sign(place.config, digest, {
        ...sigstore.environmentOf(shopJob),
        COSIGN_PRIVATE_KEY: '',
      });
      expect(code).toBe(1);
      expect(outputs.reason).toMatch(/^the services of `signing` do not prove when something was signed/);
      expect(await registry.referrers(place.repository, digest)).toEqual([]);
    } finally {
      await sigstore.stop();
    }
  });
});

describe('key and password', () => {
  it('are not printed, even when signing fails', async () => {
    const place = await configure('secret', keyed.replace('{key', '{attestations: [], key'));
    const digest = await pushSmall(place.repository, 'good');
    const wrong = await sign(place.config, digest, { COSIGN_PASSWORD: 'wrong-horse-battery' });
    expect(wrong.code).toBe(1);
    expect(wrong.outputs.reason).toMatch(
      /^cosign cannot sign: .*\. Set the password of the key in COSIGN_PASSWORD\.$/,
    );
    const well = await sign(place.config, digest);
    expect(well.code).toBe(0);
    for (const said of [wrong, well].map(({ stdout, stderr }) => stdout + stderr)) {
      expect(said).not.toContain('horse-battery');
      expect(said).not.toContain('PRIVATE KEY');
      for (const line of ours.secret.split('\n').filter(({ length }) => length > 20))
        expect(said).not.toContain(line);
    }
  });
});

describe('a release that requires the signature of its workflow', () => {
  let trusting: TrustingShop;
  let sigstore: Sigstore;

  beforeAll(async () => {
    [trusting, sigstore] = await Promise.all([trustingShop('trust'), startSigstore('timestamps')]);
    await writeFile(join(trusting.shop.dir, 'signing.json'), await readFile(sigstore.signingConfig));
    await writeFile(join(trusting.shop.dir, 'root.json'), await readFile(sigstore.trustedRoot));
    await trusting.demand(
      `signing: {attestations: [provenance], services: signing.json}\ntrust: {root: root.json, identity: {issuer: "${sigstore.issuer}"}}`,
    );
  });
  afterAll(async () => {
    await trusting?.shop.remove();
    await sigstore?.stop();
  });

  it('refuses an image that the same workflow signed in another repository', async () => {
    const digest = await fresh();
    const job = { ...shopJob, repository: 'mallory/shop', repositoryId: '666' };
    await trusting.sign(digest, trusting.ours, { ...workflow(job), ...sigstore.environmentOf(job) });
    await trusting.refused(
      digest,
      'IMAGE was signed by https://github.com/mallory/shop (666) at refs/heads/main, but must be signed by https://github.com/acme/shop (4711) at refs/heads/main',
      workflow(shopJob),
    );
  });

  it('accepts an image that the workflow signed in its own repository', async () => {
    const digest = await fresh('v2');
    const signed = await trusting.sign(digest, trusting.ours, {
      ...workflow(shopJob),
      ...sigstore.environmentOf(shopJob),
    });
    expect(signed, signed.stderr).toMatchObject({ code: 0 });
    const run = await trusting.release(digest, workflow(shopJob));
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    expect(run.stderr).toContain('is signed by https://github.com/acme/shop (4711) at refs/heads/main');
    await trusting.shop.serves('v2');
  });

  it('security 10: rolls back to an image that only a record names if it is signed, also from a tag', async () => {
    const { shop } = trusting;
    const first = await fresh('v2');
    const last = await fresh('v1');
    const numbers: string[] = [];
    for (const digest of [first, last]) {
      await trusting.sign(digest, trusting.ours, {
        ...workflow(shopJob),
        ...sigstore.environmentOf(shopJob),
      });
      const run = await trusting.release(digest, workflow(shopJob));
      expect(run, run.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
      numbers.push(run.outputs.release ?? '');
    }
    const forged = await fresh('v2');
    for (const part of ['', '-outcome'])
      await changeConfigMap(shop, `slipway-shop-r${numbers[0]}${part}`, text =>
        text.replaceAll(first, forged),
      );
    const back = () =>
      shop.slipway(
        ['rollback', '--environment', 'production', '--to-release', numbers[0] ?? ''],
        workflow(shopJob),
      );
    const mark = await auditMark();
    const ignored = await back();
    expect(ignored, ignored.stderr).toMatchObject({ code: 1, outputs: { state: 'refused' } });
    expect(ignored.outputs.reason).toContain(`there is no record of release ${numbers[0]}`);
    // As a user can who may write the Lease, too.
    const place = { cluster: shop.cluster, namespace: shop.namespace, app: 'shop' };
    for (const part of ['', '-outcome'] as const) {
      const path = pathOf(resources.configMap, shop.namespace, `slipway-shop-r${numbers[0]}${part}`);
      const { data } = (await shop.cluster.get<ConfigMap>(path)) as ConfigMap;
      await addChecksum(place, `r${Number(numbers[0])}${part}`, Object.values(data ?? {})[0] ?? '');
    }
    const refused = await back();
    expect(refused, refused.stderr).toMatchObject({ code: 1, outputs: { state: 'refused' } });
    expect(refused.outputs.reason).toContain(shortDigests(`${repository}@${forged} is not signed`));
    expect(await writesSince(mark, shop.user)).toEqual([]);
    await shop.serves('v1');

    const job = { ...shopJob, ref: 'refs/tags/v2' };
    const signed = await trusting.sign(forged, trusting.ours, {
      ...workflow(job),
      ...sigstore.environmentOf(job),
    });
    expect(signed, signed.stderr).toMatchObject({ code: 0 });
    const done = await back();
    expect(done, done.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    await shop.serves('v2');
  });
});

/** Changes a ConfigMap, as a user can who may write nothing else. */
async function changeConfigMap(
  { cluster, namespace }: Shop,
  name: string,
  change: (text: string) => string,
): Promise<void> {
  const path = pathOf(resources.configMap, namespace, name);
  const found = (await cluster.get<ConfigMap>(path)) as ConfigMap;
  const { uid: _, resourceVersion: __, ...metadata } = found.metadata ?? {};
  const changed = JSON.parse(change(JSON.stringify({ ...found, metadata }))) as ConfigMap;
  await cluster.remove(path, undefined);
  await cluster.create(pathOf(resources.configMap, namespace), changed);
}
