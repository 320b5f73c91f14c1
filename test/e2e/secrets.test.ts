import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaksOf, type Planted, type Trace } from '../toolkit/secrets.ts';
import { gitHubJob, userOf } from './github.ts';
import { createShop, root, type Shop, tokenKubeconfig } from './harness.ts';
import { type Pipeline, pipelineIn, type Ran, tracesIn } from './pipeline.ts';
import { makeSecrets, plantedOf } from './planted.ts';

const { SLIPWAY_OIDC_AUDIENCE: audience, SLIPWAY_CA: ca = '', SLIPWAY_REGISTRY: registry } = process.env;
const database = process.env.SLIPWAY_TRIVY_DB ?? '';
const server = `https://${process.env.SLIPWAY_LAB_ADDRESS}:6443`;
const repository = `${registry}/e2e/secrets-${Math.random().toString(36).slice(2, 8)}`;
const secrets = makeSecrets();
const base64 = (text: string) => Buffer.from(text).toString('base64');

let shop: Shop;
let pipeline: Pipeline;
let planted: Planted[];
/** Plain values in the Deployment: every user who may read it can read them, and the record has them, too. */
const plainInDeployment = [
  'variable with a telling name',
  'password in the address of a variable',
  'password in the address of the next release',
  'argument of a container',
];

beforeAll(async () => {
  shop = await createShop('secrets', async made => {
    await makeImage(made);
    await makeManifests(made);
    await made.configure(
      text => `${text
        .replace(
          '  production:\n',
          `  production:\n    cluster: { server: "${server}", ca: ca.pem, audience: ${audience} }\n`,
        )
        .replace(/repository: \S+/, `repository: ${repository}`)
        .replace(/^test:.*\n( .*\n)*/m, '')}
test: { run: 'test -n "$SHOP_PASSWORD" && cp given.xml report.xml', junit: [report.xml] }
policy: { rules: { secret-name: warning } }
`,
    );
    await writeFile(join(made.dir, 'given.xml'), '<testsuite><testcase name="works"/></testsuite>');
    await writeFile(join(made.dir, 'ca.pem'), await readFile(ca));
  });
  await shop.cluster.create('/apis/rbac.authorization.k8s.io/v1/clusterrolebindings', {
    metadata: { name: `${shop.namespace}-job` },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
    subjects: [{ kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name: userOf(shop.namespace) }],
  });
  const { env, token } = await makeJob();
  planted = [
    ...plantedOf(secrets),
    { name: 'token of the kubeconfig', value: await makeKubeconfig() },
    { name: 'bearer of the job', value: env.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '' },
    // All tokens of a job begin with the same bytes, so this one also finds those that the test does not know.
    { name: 'OIDC token of the job', value: token },
  ];
  pipeline = pipelineIn(shop.dir, {
    ...env,
    KUBECONFIG: join(shop.dir, 'kubeconfig'),
    DOCKER_CONFIG: await makeLogin(),
    RUNNER_TEMP: shop.dir,
    GITHUB_TOKEN: secrets['token of GitHub'],
    GITHUB_WORKSPACE: shop.dir,
    SHOP_PASSWORD: secrets['password that the tests get'],
  });
}, 240_000);
afterAll(async () => {
  if (shop === undefined) return;
  const bindings = '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings';
  await shop.cluster.remove(`${bindings}/${shop.namespace}-job`, undefined);
  await shop.remove();
});

/** Adds secrets that a careless COPY includes to the shop, in a checkout that was cloned with a token. */
async function makeImage({ dir }: Shop): Promise<void> {
  for (const name of ['package.json', 'src'])
    await cp(join(root, 'examples/shop', name), join(dir, name), { recursive: true });
  const dockerfile = await readFile(join(root, 'examples/shop/Dockerfile'), 'utf8');
  const careless = `COPY leak /app/leak\nENV SHOP_TOKEN=${secrets['variable of the image']}\n`;
  await writeFile(join(dir, 'Dockerfile'), dockerfile.replace('USER 1000\n', `${careless}USER 1000\n`));
  await mkdir(join(dir, 'leak'));
  await writeFile(join(dir, 'leak/id_ec'), secrets['key in a layer']);
  const line = `id = "${secrets['access key in a layer']}", password = "${secrets['password beside the access key']}"\n`;
  await writeFile(join(dir, 'leak/.env'), line);
  const git = (...args: string[]) => execFileSync('git', ['-C', dir, ...args]);
  git('init', '--quiet', '--initial-branch=main');
  const login = `x-access-token:${secrets['token in the remote of Git']}`;
  git('remote', 'add', 'origin', `https://${login}@github.example/acme/shop.git`);
}

async function makeManifests(made: Shop): Promise<void> {
  await made.edit('Secret', object => {
    object.stringData = {
      'api-key': secrets['API key of the first release'],
      'tls.key': secrets['key in stringData'],
    };
    object.data = { 'other.key': base64(secrets['key in data']) };
  });
  await made.edit('ConfigMap', ({ data }) => {
    data.ADMIN_PASSWORD = secrets['entry of a ConfigMap with a telling name'];
    data.SIGNING = secrets['key in an entry of a ConfigMap'];
  });
  await made.edit('Deployment', ({ spec }) => {
    const [container] = spec.template.spec.containers;
    container.image = repository;
    container.args = ['src/main.ts', `--password=${secrets['argument of a container']}`];
    const password = secrets['password in the address of a variable'];
    container.env.push(
      { name: 'PAYMENT_API_KEY', value: secrets['variable with a telling name'] },
      { name: 'DATABASE_URL', value: `postgres://shop:${password}@db.example/shop` },
    );
    delete container.command;
    container.command = ['/usr/local/bin/node'];
  });
}

async function makeJob() {
  const job = await gitHubJob(shop.namespace, 3600);
  const env: Record<string, string> = {
    ...job.env,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
  };
  const credential = execFileSync(
    process.execPath,
    [join(root, 'dist/cli/index.js'), 'token', '--audience', audience ?? ''],
    {
      env: { ...env, PATH: process.env.PATH },
      encoding: 'utf8',
    },
  );
  return { env, token: (JSON.parse(credential) as { status: { token: string } }).status.token };
}

/** Adds other users to the kubeconfig of the runner's account. @returns its token. */
async function makeKubeconfig(): Promise<string> {
  const path = await tokenKubeconfig(shop.cluster, shop.namespace, 'runner', shop.dir);
  const config = JSON.parse(await readFile(path, 'utf8'));
  const [{ user }] = config.users;
  config.users.push(
    {
      name: 'other',
      user: { 'client-key-data': base64(secrets['client key of another user of the kubeconfig']) },
    },
    {
      name: 'third',
      user: { username: 'third', password: secrets['password of another user of the kubeconfig'] },
    },
  );
  await writeFile(join(shop.dir, 'kubeconfig'), JSON.stringify(config));
  return user.token;
}

async function makeLogin(): Promise<string> {
  const folder = join(shop.dir, '.docker');
  await mkdir(folder);
  const auths = { [registry ?? '']: { auth: secrets['login of the registry'] } };
  await writeFile(join(folder, 'config.json'), JSON.stringify({ auths }));
  return folder;
}

const context = async () =>
  JSON.parse(await readFile(join(shop.dir, 'kubeconfig'), 'utf8'))['current-context'];

function expectClean(traces: Trace[], but: string[] = []): void {
  expect(
    leaksOf(
      planted.filter(({ name }) => !but.includes(name)),
      traces,
    ),
  ).toEqual([]);
}

const good = (ran: Ran) => expect(ran.code, ran.log).toBe(0);
const production = { environment: 'production' };
let digests: string;

describe('a run of the whole pipeline shows no secret', () => {
  it('as steps of GitHub Actions with OIDC', async () => {
    const { step } = pipeline;
    good(await step('test', 'test', {}));
    const built = await step('build', 'build', {});
    good(built);
    const { images = '', tags = '' } = built.outputs;
    digests = images;
    const scanned = await step('scan', 'scan', {
      images,
      'trivy-database': database,
      output: 'step-reports',
    });
    expect(scanned.outputs, scanned.log).toMatchObject({
      verdict: 'fail',
      reason: expect.stringContaining('secret'),
    });
    good(await step('push', 'push', { images, tags }));
    good(await step('plan', 'plan', { ...production, images }));
    good(await step('deploy', 'deploy', { ...production, images }));
    good(await step('verify', 'verify', production));
    await shop.edit('Secret', ({ stringData }) => {
      stringData['api-key'] = secrets['API key of the second release'];
    });
    await shop.edit('Deployment', ({ spec }) => {
      const address = spec.template.spec.containers[0].env.at(-1);
      address.value = `postgres://shop:${secrets['password in the address of the next release']}@db.example/shop`;
    });
    const planned = await step('plan 2', 'plan', { ...production, images });
    good(planned);
    expect(planned.log).toContain('+ data.api-key: (not shown)');
    expect(planned.log).toContain('.env[DATABASE_URL].value: (not shown)');
    good(await step('deploy 2', 'deploy', { ...production, images }));
    good(await step('verify 2', 'verify', production));
    good(await step('rollback', 'rollback', { ...production, 'to-release': '1' }));
    expect(pipeline.traces.find(({ where }) => where === 'plan 2: GITHUB_STEP_SUMMARY')?.text).toContain(
      '```diff',
    );
    expectClean(pipeline.traces);
  }, 400_000);

  it('by the command line with a kubeconfig', async () => {
    const { cli } = pipeline;
    const env = { GITHUB_ACTIONS: '', SOURCE_DATE_EPOCH: '1700000000' };
    const target = { ...production, 'kube-context': await context() };
    good(await cli('cli test', 'test', {}, env));
    const built = await cli('cli build', 'build', { push: 'false', output: join(shop.dir, 'out') }, env);
    good(built);
    const scanned = await cli(
      'cli scan',
      'scan',
      { layouts: 'out', 'trivy-database': database, output: 'cli-reports' },
      env,
    );
    expect(scanned.outputs, scanned.log).toMatchObject({ verdict: 'fail' });
    good(await cli('cli push', 'push', { images: digests, tags: '1.0.0' }, env));
    await shop.edit('Secret', ({ stringData }) => {
      stringData['api-key'] = secrets['API key of the third release'];
    });
    for (const action of ['plan', 'deploy'])
      good(await cli(`cli ${action}`, action, { ...target, images: digests }, env));
    good(await cli('cli verify', 'verify', target, env));
    good(await cli('cli rollback', 'rollback', { ...target, 'to-release': '1' }, env));
    expectClean(pipeline.traces);
  }, 400_000);

  it('in its artifacts', async () => {
    const artifacts = [
      ...(await tracesIn(join(shop.dir, 'step-reports'))),
      ...(await tracesIn(join(shop.dir, 'cli-reports'))),
    ];
    expect(artifacts.length).toBeGreaterThanOrEqual(8);
    expect(artifacts.find(({ where }) => where.endsWith('.sarif'))?.text).toContain('AWS Access Key ID');
    expect(artifacts.find(({ where }) => where.endsWith('shop.txt'))?.text).toContain('leak/id_ec');
    expectClean(artifacts);
    pipeline.traces.push(...artifacts);
  });

  it('in its additions to an image', async () => {
    const name = repository.slice((registry ?? '').length + 1);
    const digest = (JSON.parse(digests) as { shop: string }).shop;
    const get = async (path: string) =>
      (
        await fetch(`http://${registry}/v2/${name}/${path}`, {
          headers: { accept: 'application/vnd.oci.image.manifest.v1+json' },
        })
      ).text();
    const manifest = await get(`manifests/${digest}`);
    const config = JSON.parse(await get(`blobs/${JSON.parse(manifest).config.digest}`));
    expect(config.config.Labels['org.opencontainers.image.source']).toBe('https://github.example/acme/shop');
    // Except the value that the Dockerfile itself sets.
    expectClean([{ where: 'image', text: manifest + JSON.stringify(config) }], ['variable of the image']);
  });

  it('in its objects in the cluster', async () => {
    const salt = JSON.parse(
      await shop.kubectl(['get', 'secrets', '-l', 'slipway.dev/kind=salt', '-o', 'json']),
    );
    const value = Buffer.from(salt.items[0].data.salt, 'base64').toString();
    planted.push({ name: 'salt of Slipway', value });
    const kept = JSON.parse(await shop.kubectl(['get', 'configmaps,leases,events', '-o', 'json']));
    const text = (items: object[]) => JSON.stringify(items);
    // Not the copies of configuration: they contain it on purpose.
    const kindOf = (item: { metadata: { labels?: Record<string, string> } }) =>
      item.metadata.labels?.['slipway.dev/kind'] ?? 'shipped';
    const ours = kept.items.filter((item: { metadata: object }) => kindOf(item) !== 'shipped');
    expect(ours.length).toBeGreaterThanOrEqual(6);
    expect(text(ours)).toContain('acme/shop');
    expectClean([{ where: 'cluster', text: text(ours) }], plainInDeployment);
    expect(
      leaksOf(planted, [{ where: 'cluster', text: text(ours) }])
        .map(({ secret }) => secret)
        .sort(),
    ).toEqual([...plainInDeployment].sort());
    expectClean(pipeline.traces);
  });
});

describe('a run that fails shows no secret', () => {
  const refused = async (
    name: string,
    action: string,
    inputs: Record<string, string>,
    env: Record<string, string> = {},
  ) => {
    const before = pipeline.traces.length;
    const steps = [
      await pipeline.step(name, action, inputs, env),
      await pipeline.cli(`${name} (cli)`, action, inputs, env),
    ];
    for (const ran of steps) expect(ran.code, ran.log).toBe(1);
    expectClean(pipeline.traces.slice(before));
    return steps[0]!.log;
  };
  const target = async () => ({ ...production, images: digests, 'kube-context': await context() });
  /** Changes a file while `work` runs. */
  const changing = async (path: string, change: (text: string) => string, work: () => Promise<void>) => {
    const file = join(shop.dir, path);
    const before = await readFile(file, 'utf8');
    await writeFile(file, change(before));
    await work().finally(() => writeFile(file, before));
  };
  const same = (text: string) => text;

  it('in its tests', async () => {
    const run = 'test "$SHOP_PASSWORD" = wrong';
    expect(await refused('failing test', 'test', { run })).toContain('fail');
  });

  it('in a line of its Dockerfile', () =>
    changing(
      'Dockerfile',
      text => `${text}RUN ["/usr/local/bin/node", "-e", "process.exit(3)"]\n`,
      async () => {
        expect(await refused('failing build', 'build', {})).toContain('exit code: 3');
      },
    ));

  it('for a Secret that the API server does not take', () =>
    changing('deploy/config.yaml', same, async () => {
      await shop.edit('Secret', ({ stringData }) => {
        stringData.pin = Number(secrets['number that the API server refuses']);
      });
      const sentence = 'the cluster refuses Secret/';
      expect(await refused('refused plan', 'plan', await target())).toContain(sentence);
      expect(await refused('refused deploy', 'deploy', await target())).toContain(sentence);
    }));

  it('for a container that prints its own', () =>
    changing('deploy/config.yaml', same, () =>
      changing('deploy/deployment.yaml', same, async () => {
        await shop.edit('Secret', ({ stringData }) => {
          stringData.password = secrets['password that a crashing container prints'];
        });
        await shop.edit('Deployment', ({ spec }) => {
          const code =
            "console.error('cannot log in with ' + require('node:fs').readFileSync('/etc/shop/secret/password')); process.exit(2)";
          spec.template.spec.containers[0].args = ['-e', code];
        });
        const log = await refused('crash', 'deploy', await target());
        expect(log).toMatch(
          /crashes repeatedly \(exit code 2.*its last message: cannot log in with \(hidden\)/,
        );
        const kept = await shop.kubectl([
          'get',
          'configmaps',
          '-l',
          'slipway.dev/kind=outcome',
          '-o',
          'json',
        ]);
        expect(kept).toContain('(hidden)');
        expectClean([{ where: 'outcomes', text: kept }], plainInDeployment);
      }),
    ));

  it('for an address with a password', () => {
    const url = `https://shop:${secrets['password in the address of verify']}@shop.example`;
    const change = (text: string) => text.replace('from: gateway', () => `url: "${url}"`);
    return changing('slipway.yml', change, async () => {
      expect(await refused('address', 'plan', {})).toContain('is not an address');
    });
  });

  it('for a kubeconfig that is a token, or holds a password in an address', async () => {
    await writeFile(join(shop.dir, 'bare'), secrets['token where a kubeconfig should be']);
    await refused(
      'bare kubeconfig',
      'verify',
      { ...production, 'kube-context': 'x' },
      { KUBECONFIG: join(shop.dir, 'bare') },
    );
    const config = JSON.parse(await readFile(join(shop.dir, 'kubeconfig'), 'utf8'));
    config.clusters[0].cluster.server = `https://admin:${secrets['password in the address of the API server']}@127.0.0.1:1`;
    await writeFile(join(shop.dir, 'address'), JSON.stringify(config));
    await refused(
      'address of the API server',
      'plan',
      { ...production, 'kube-context': await context() },
      { KUBECONFIG: join(shop.dir, 'address') },
    );
  });

  it('for a proxy that is not there', async () => {
    const HTTPS_PROXY = `http://shop:${secrets['password of the proxy']}@127.0.0.1:1`;
    const env = { HTTPS_PROXY, https_proxy: HTTPS_PROXY, NODE_USE_ENV_PROXY: '1' };
    // Not verify, which waits two minutes for an API server that may be down for a moment.
    await refused('proxy, kubeconfig', 'plan', { ...production, 'kube-context': await context() }, env);
    await refused('proxy, OIDC', 'plan', production, env);
    await refused(
      'proxy, database',
      'scan',
      { layouts: 'out' },
      { ...env, RUNNER_TOOL_CACHE: join(shop.dir, 'cache') },
    );
  });

  it('for a kustomization with a wrong literal', async () => {
    await mkdir(join(shop.dir, 'kustom'));
    const literals = [secrets['literal of a kustomization']];
    const kustomization = { secretGenerator: [{ name: 'shop', literals }] };
    await writeFile(join(shop.dir, 'kustom/kustomization.yaml'), JSON.stringify(kustomization));
    await changing(
      'slipway.yml',
      text => text.replace('manifests: [deploy/]', 'manifests: [kustom/]'),
      async () => {
        expect(await refused('kustomization', 'plan', {})).toContain('kustomize cannot build kustom/');
      },
    );
  });
});

it('all secrets were searched in all output', () => {
  const texts = pipeline.traces.filter(({ text }) => text !== '');
  const bytes = texts.reduce((sum, { text }) => sum + text.length, 0);
  console.log(`${planted.length} secrets, none in ${texts.length} texts with ${bytes} characters`);
  expect(planted.length).toBeGreaterThanOrEqual(20);
  expect(texts.length).toBeGreaterThan(60);
  // The search would have found each of them in these texts.
  const text = pipeline.traces.map(trace => trace.text).join('\n');
  for (const secret of planted) {
    expect(leaksOf([secret], [{ where: 'log', text: `${text}${base64(`xy${secret.value}`)}` }])).toHaveLength(
      1,
    );
  }
});
