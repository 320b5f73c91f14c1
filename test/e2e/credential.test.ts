import { createSign } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { gitHubJob, userOf } from './github.ts';
import {
  auditMark,
  createShop,
  image,
  labDir,
  pushShops,
  root,
  type Shop,
  tokenKubeconfig,
  untilAllowed,
  writeKubeconfig,
  writesSince,
} from './harness.ts';

const { SLIPWAY_OIDC_AUDIENCE: audience = '', SLIPWAY_CA: ca = '' } = process.env;
const server = `https://${process.env.SLIPWAY_LAB_ADDRESS}:6443`;
const deployArgs = (tag: string) => ['deploy', '--environment', 'production', '--images', image(tag)];

/** Applies the rbac.yaml of the example for a GitHub environment instead of a service account, as docs/cluster.md describes. */
async function grantShipped(shop: Shop): Promise<string> {
  const text = (await readFile(join(root, 'examples/shop/rbac.yaml'), 'utf8'))
    .replaceAll('namespace: shop', `namespace: ${shop.namespace}`)
    .replaceAll('slipway:shop:shop', `slipway:${shop.namespace}:shop`)
    .replaceAll(
      `- kind: ServiceAccount\n    name: slipway\n    namespace: ${shop.namespace}`,
      `- kind: User\n    apiGroup: rbac.authorization.k8s.io\n    name: ${userOf(shop.namespace)}`,
    );
  expect(text.match(/kind: User/g)).toHaveLength(2);
  await shop.kubectl(['apply', '-f', '-'], text);
  const allowed = (rule: Record<string, string>) => untilAllowed(shop.cluster, userOf(shop.namespace), rule);
  await allowed({ verb: 'list', resource: 'nodes' });
  await allowed({
    verb: 'update',
    group: 'coordination.k8s.io',
    resource: 'leases',
    namespace: shop.namespace,
  });
  return text;
}

describe("GitHub's OIDC tokens", () => {
  let shop: Shop;
  let permissions: string;
  beforeAll(async () => {
    await pushShops();
    shop = await createShop('oidc', async made => {
      await writeFile(join(made.dir, 'ca.pem'), await readFile(ca));
      await made.configure(text =>
        text.replace(
          '  production:\n',
          `  production:\n    cluster: { server: "${server}", ca: ca.pem, audience: ${audience} }\n`,
        ),
      );
    });
    permissions = await grantShipped(shop);
  });
  afterAll(async () => {
    if (permissions !== undefined) await shop.kubectl(['delete', '--wait=false', '-f', '-'], permissions);
    await shop?.remove();
  });

  it('carry a release from plan to rollback, with the permissions that the example ships and no kubeconfig', async () => {
    const { env } = await gitHubJob(shop.namespace, 300);
    const temp = await mkdtemp(join(tmpdir(), 'runner-'));
    const withTemp = { ...env, RUNNER_TEMP: temp };
    const planned = await shop.slipway(
      ['plan', '--environment', 'production', '--images', image('v1')],
      withTemp,
    );
    expect(planned, planned.stderr).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
    expect(planned.stderr).toContain(`credential authenticates as ${userOf(shop.namespace)}`);
    expect(planned.stderr).toContain("GitHub's OIDC token renews itself");
    for (const tag of ['v1', 'v2']) {
      const deployed = await shop.slipway(deployArgs(tag), withTemp);
      expect(deployed, deployed.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
      const verified = await shop.slipway(['verify', '--environment', 'production'], withTemp);
      expect(verified, verified.stderr).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
    }
    const back = await shop.slipway(
      ['rollback', '--environment', 'production', '--to-release', '1'],
      withTemp,
    );
    expect(back, back.stderr).toMatchObject({ code: 0, outputs: { release: '1', changed: 'true' } });
    await shop.serves('v1');
    // Only the reports are left: the kubeconfig is removed.
    expect((await readdir(temp)).sort()).toEqual([
      expect.stringMatching(/^slipway-r1-\w{6}$/),
      expect.stringMatching(/^slipway-r2-\w{6}$/),
    ]);
    await rm(temp, { recursive: true });
  });

  it('that expire during a run are renewed, and the run continues', async () => {
    await shop.edit('ConfigMap', ({ data }) => {
      data.FAULT_SLOW_START = '35';
    });
    await shop.edit('Deployment', ({ spec }) => {
      spec.progressDeadlineSeconds = 100;
      spec.template.spec.containers[0].startupProbe.failureThreshold = 120;
    });
    await shop.configure(text => text.replace('deadline: 2m', 'deadline: 3m'));
    // kubectl requests the next token after four fifths of the lifetime.
    const job = await gitHubJob(shop.namespace, 25);
    const started = Date.now();
    const run = await shop.slipway(deployArgs('v2'), job.env);
    const seconds = (Date.now() - started) / 1000;
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    expect(seconds).toBeGreaterThan(30);
    expect(await job.issued()).toBeGreaterThan(1);
    console.log(`${await job.issued()} tokens of 25 s for a rollout of ${seconds.toFixed(0)} s`);
  });

  it('are never printed', async () => {
    const job = await gitHubJob(shop.namespace, 300);
    const run = await shop.slipway(['verify', '--environment', 'production'], job.env);
    expect(run.code, run.stderr).toBe(0);
    for (const text of [run.stdout, run.stderr]) {
      expect(text).not.toContain('eyJ');
      expect(text).not.toContain(job.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN);
    }
  });

  it('need the permission of the job', async () => {
    const { env } = await gitHubJob(shop.namespace, 300);
    const { ACTIONS_ID_TOKEN_REQUEST_TOKEN: _token, ACTIONS_ID_TOKEN_REQUEST_URL: _url, ...plain } = env;
    const run = await shop.slipway(deployArgs('v1'), plain);
    expect(run).toMatchObject({ code: 1, outputs: { state: 'refused' } });
    expect(run.stderr).toMatch(
      /^slipway: this job is not allowed to request an OIDC token from GitHub\. Add `permissions: id-token: write` to the job; [^\n]*\n$/,
    );
  });

  it('that GitHub does not give are reported with the status of its token service', async () => {
    const { env } = await gitHubJob(shop.namespace, 300);
    const run = await shop.slipway(deployArgs('v1'), { ...env, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'wrong' });
    expect(run).toMatchObject({ code: 1, outputs: { state: 'refused' } });
    expect(run.stderr).toMatch(
      /^slipway: GitHub issued no OIDC token for the audience "slipway-lab": its token service answered 401\. [^\n]*\n$/,
    );
  });

  it.each([
    ['of another owner', 'evil/shop', audience],
    ['of another audience', 'acme/shop', 'another'],
  ])('%s are not accepted', async (_, repository, other) => {
    const { env } = await gitHubJob(shop.namespace, 300, repository);
    await shop.configure(text => text.replace(/audience: \S+ }/, `audience: ${other} }`));
    const run = await shop.slipway(deployArgs('v1'), env);
    expect(run).toMatchObject({ code: 1, outputs: { state: 'refused' } });
    expect(run.stderr).toBe(
      `slipway: the cluster does not accept GitHub's OIDC token for the audience "${other}". Compare the issuer and the audience with the configuration of its API server (docs/cluster.md).\n`,
    );
    await shop.configure(text => text.replace(/audience: \S+ }/, `audience: ${audience} }`));
  });
});

describe('a credential', () => {
  let shop: Shop;
  beforeAll(async () => {
    await pushShops();
    shop = await createShop('life');
  });
  afterAll(async () => {
    await shop?.remove();
  });

  /** Signs a token with the API server's key, because the API server issues none for less than ten minutes. */
  async function shortToken(seconds: number): Promise<string> {
    const { namespace, cluster } = shop;
    const path = `${pathOf({ ...resources.configMap, plural: 'serviceaccounts' }, namespace, 'runner')}`;
    const account = await cluster.get(path);
    const now = Math.floor(Date.now() / 1000);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({
      iss: 'https://kubernetes.default.svc',
      aud: ['https://kubernetes.default.svc'],
      sub: shop.user,
      iat: now,
      nbf: now,
      exp: now + seconds,
      'kubernetes.io': { namespace, serviceaccount: { name: 'runner', uid: account?.metadata?.uid } },
    })}`;
    const key = await readFile(join(labDir, 'pki/sa.key'));
    return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
  }

  it('that may expire before the end of the run is refused before the first write', async () => {
    const token = await shortToken(60);
    const KUBECONFIG = await writeKubeconfig(join(shop.dir, 'short.kubeconfig'), user => {
      user.token = token;
    });
    const mark = await auditMark();
    const run = await shop.slipway(deployArgs('v1'), { KUBECONFIG });
    expect(run).toMatchObject({ code: 1, outputs: { state: 'refused' } });
    expect(run.stderr).toMatch(
      /^slipway: the token of the kubeconfig expires at \d{4}-\d\d-\d\d \d\d:\d\d UTC, in (?:[1-5]?\d|60) s, but this run may need it until \d{4}-\d\d-\d\d \d\d:\d\d UTC, for 4 min\. Use a credential that renews itself \(docs\/cluster\.md\) or is valid for longer, or shorten the deadline of the strategy\.\n$/,
    );
    const planned = await shop.slipway(['plan', '--environment', 'production'], { KUBECONFIG });
    expect(planned).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
    expect(planned.outputs.reason).toMatch(/^the token of the kubeconfig expires at /);
    expect(await writesSince(mark, shop.user)).toEqual([]);
  });

  it('with an unknown lifetime causes a warning, and the run continues', async () => {
    // The lab's administrator has an opaque token.
    const KUBECONFIG = await writeKubeconfig(join(shop.dir, 'opaque.kubeconfig'), user => {
      user.token = '';
    });
    const config = JSON.parse(await readFile(KUBECONFIG, 'utf8')) as { users: { user: object }[] };
    const token = await readFile(join(labDir, 'pki/admin.token'), 'utf8');
    config.users[0]!.user = { token };
    await writeFile(KUBECONFIG, JSON.stringify(config));
    const run = await shop.slipway(deployArgs('v1'), { KUBECONFIG });
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    expect(run.stderr).toMatch(
      /^warning: it is not known when the token of the kubeconfig expires; if it expires during the run, /m,
    );
    expect(run.stderr).not.toContain(token);
  });

  it('in a file counts as renewed, because kubectl reads the file again', async () => {
    const path = await tokenKubeconfig(shop.cluster, shop.namespace, 'runner', shop.dir);
    const config = JSON.parse(await readFile(path, 'utf8')) as { users: { user: { token: string } }[] };
    await writeFile(join(shop.dir, 'token'), await shortToken(60));
    const KUBECONFIG = await writeKubeconfig(join(shop.dir, 'file.kubeconfig'), user => {
      user.tokenFile = join(shop.dir, 'token');
    });
    // Another process renews it before the first token has expired.
    const running = shop.start(deployArgs('v2'), { KUBECONFIG });
    await running.said(/new pods ready/);
    await writeFile(join(shop.dir, 'token'), config.users[0]!.user.token);
    const run = await running.done;
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    expect(run.stderr).not.toContain('warning:');
  });

  it('that expires soon does not prevent a rollback, and causes a warning', async () => {
    const token = await shortToken(120);
    const KUBECONFIG = await writeKubeconfig(join(shop.dir, 'short.kubeconfig'), user => {
      user.token = token;
    });
    const run = await shop.slipway(['rollback', '--environment', 'production', '--to-release', '1'], {
      KUBECONFIG,
    });
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { release: '1', state: 'complete' } });
    expect(run.stderr).toMatch(
      /^warning: the token of the kubeconfig expires at .*; if the rollout is unfinished by then, sweep finishes it or rolls it back$/m,
    );
  });
});
