import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { argumentsFor, documentsIn } from '../../src/cluster/helm.ts';
import { faultOfHelm, helmEnvironment } from '../../src/cluster/helm-child.ts';
import { loadManifests } from '../../src/cluster/manifests.ts';
import { sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';
import { withRegistry } from './chart-registry.ts';
import { chart, chartYaml, folderWith, helmFolder, kubectlFolder } from './charts.ts';

const path = process.env.PATH;
afterEach(() => {
  process.env.PATH = path;
  vi.unstubAllEnvs();
});
const target = { namespace: 'shop', app: 'shop' };
const helm = { helm: 'charts/shop' };

describe('the call of Helm', () => {
  it('renders the chart for the namespace, with hooks and without CRDs', () => {
    expect(argumentsFor('/repo', helm, target)).toEqual([
      ...['template', 'shop', '/repo/charts/shop', '--namespace', 'shop'],
      ...['--include-crds=false', '--no-hooks=false'],
    ]);
  });

  it('passes files in order, and single values as JSON, which needs no escapes', () => {
    const written = {
      helm: 'oci://registry.example.com/charts/shop',
      version: '1.4.2',
      release: 'web',
      values: ['values.yaml', 'deploy/production.yaml'],
      set: { 'image.tag': '1,2={x}', replicas: 3, debug: false },
    };
    expect(argumentsFor('/repo', written, target).slice(1)).toEqual([
      ...['web', written.helm, '--namespace', 'shop', '--include-crds=false', '--no-hooks=false'],
      ...['--version', '1.4.2', '--values', '/repo/values.yaml', '--values', '/repo/deploy/production.yaml'],
      ...['--set-json=image.tag="1,2={x}"', '--set-json=replicas=3', '--set-json=debug=false'],
    ]);
  });

  it('names the digest beside the version', () => {
    const written = { helm: 'oci://registry.example.com/charts/shop', version: '1.4.2@sha256:0a' };
    expect(argumentsFor('/repo', written, target).slice(2)).toEqual([
      ...[`${written.helm}@sha256:0a`, '--namespace', 'shop', '--include-crds=false', '--no-hooks=false'],
      ...['--version', '1.4.2'],
    ]);
  });

  it.each([
    ['oci://127.0.0.1:5000/charts/shop', true],
    ['oci://localhost/charts/shop', true],
    ['oci://localhost.example.com/charts/shop', false],
  ])('uses plain HTTP only on this machine: %s', (address, plain) => {
    const args = argumentsFor('/repo', { helm: address, version: '1.4.2' }, target);
    expect(args.includes('--plain-http')).toBe(plain);
  });

  const env = {
    ...{ PATH: '/bin', HOME: '/home/ada', HTTPS_PROXY: 'http://proxy', DOCKER_CONFIG: '/docker' },
    ...{ KUBECONFIG: '/kube', GITHUB_TOKEN: 'x', HELM_PLUGINS: '/plugins', HELM_DRIVER: 'sql' },
  };
  const own = {
    ...{ HELM_CACHE_HOME: '/tmp/run/cache', HELM_CONFIG_HOME: '/tmp/run/config' },
    ...{ HELM_DATA_HOME: '/tmp/run/data', HELM_PLUGINS: '/tmp/run/plugins' },
    KUBECONFIG: '/tmp/run/kubeconfig',
  };

  it('gets no network, credentials or plugins for a folder', () => {
    expect(helmEnvironment(env, '/tmp/run', false)).toEqual({ PATH: '/bin', HOME: '/tmp/run', ...own });
  });

  it('gets proxies and logins for a registry, and nothing else', () => {
    expect(helmEnvironment(env, '/tmp/run', true)).toEqual({
      ...{ PATH: '/bin', HOME: '/home/ada', HTTPS_PROXY: 'http://proxy', DOCKER_CONFIG: '/docker' },
      ...{ ...own, HELM_REGISTRY_CONFIG: '/home/ada/.config/helm/registry/config.json' },
    });
  });
});

describe('the output of Helm', () => {
  it('is split by template, of subcharts too', () => {
    const output =
      '---\n# Source: shop/templates/a.yaml\na: 1\n---\n# Source: shop/charts/redis/templates/b.yaml\nb: "---"\n';
    expect(documentsIn(output, 'charts/shop/')).toEqual([
      ['charts/shop/templates/a.yaml', 'a: 1\n'],
      ['charts/shop/charts/redis/templates/b.yaml', 'b: "---"\n'],
    ]);
    expect(documentsIn('', 'charts/shop')).toEqual([]);
  });

  it.each([
    [
      'level=WARN msg="a warning"\nError: execution error at (x.yaml:1:3): no\n\nUse --debug flag\n',
      'execution error at (x.yaml:1:3): no',
    ],
    [
      "Error: values:\nshop:\n- at '/password': 'hunter2' does not match pattern '^a'\n",
      "values: shop: - at '/password': the value does not match pattern '^a'",
    ],
    ['Error: Get "https://ada:hunter2@x/": no\n', 'Get "https://…@x/": no'],
    ['killed\n', 'killed'],
  ])('says what failed, without values: %j', (stderr, said) => {
    expect(faultOfHelm(stderr)).toBe(said);
  });
});

describe('a stand-in for Helm', () => {
  /** Puts a Helm on the PATH that keeps its arguments and variables, and then runs this script. */
  const standIn = async (script: string, files: Record<string, string> = chart) => {
    const program = `#!/bin/sh\nif [ "$1" = version ]; then echo v4.3.0; exit; fi\necho "$@" >> "$(dirname "$0")/args"\nenv > "$(dirname "$0")/env"\n${script}\n`;
    const root = await folderWith({ ...files, 'bin/helm': program });
    process.env.PATH = `${join(root, 'bin')}:${path}`;
    return root;
  };

  it('sees only a few variables', async () => {
    vi.stubEnv('GITHUB_TOKEN', 'hunter2');
    vi.stubEnv('KUBECONFIG', '/kube');
    const root = await standIn(
      "printf -- '---\\n# Source: shop/templates/a.yaml\\napiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: a}\\n'",
    );
    const found = await loadManifests(root, [helm], target);
    expect(found.map(m => `${m.name} ${m.source}`)).toEqual(['a charts/shop/templates/a.yaml']);
    const names = (await readFile(join(root, 'bin/env'), 'utf8')).split('\n').map(line => line.split('=')[0]);
    expect(names).not.toEqual(expect.arrayContaining(['GITHUB_TOKEN']));
    expect(await readFile(join(root, 'bin/env'), 'utf8')).not.toContain('KUBECONFIG=/kube\n');
  });

  it('is asked again while a registry does not answer, which is then reported', async () => {
    const root = await standIn(
      'echo "Error: dial tcp 192.0.2.1:443: connect: connection refused" >&2; exit 1',
    );
    const remote = { helm: 'oci://registry.example.com/charts/shop', version: '1.4.2' };
    expect(await sentence(() => loadManifests(root, [remote], target))).toEqual(
      wording('registry.example.com/charts/shop', 'connection refused'),
    );
    expect((await readFile(join(root, 'bin/args'), 'utf8')).trim().split('\n')).toHaveLength(3);
  });

  it('may lack the login', async () => {
    const root = await standIn(
      'echo "Error: GET https://x/v2/: response status code 403: denied" >&2; exit 1',
    );
    const remote = { helm: 'oci://registry.example.com/charts/shop', version: '1.4.2' };
    expect(await sentence(() => loadManifests(root, [remote], target))).toEqual(
      wording('Log in to registry.example.com', 'helm registry login'),
    );
  });

  it('is not run when a file is missing', async () => {
    const root = await standIn('exit 1');
    const refused = (more: object) => sentence(() => loadManifests(root, [{ ...helm, ...more }], target));
    expect(await refused({ helm: 'charts/sohp' })).toEqual(wording('charts/sohp'));
    expect(await refused({ helm: 'charts' })).toEqual(wording('charts', 'Chart.yaml'));
    expect(await refused({ values: ['values.yaml'] })).toEqual(wording('values.yaml', 'charts/shop'));
  });

  it('of an old version is not used, and without the pinned one the release is refused', async () => {
    const root = await standIn('exit 1');
    await folderWith({});
    const old = await folderWith({ helm: '#!/bin/sh\necho v3.18.4\n' });
    process.env.PATH = `${old}:${path}`;
    vi.stubEnv('SLIPWAY_TOOL_MIRRORS', 'http://127.0.0.1:65535');
    vi.stubEnv('RUNNER_TOOL_CACHE', join(old, 'cache'));
    expect(await sentence(() => loadManifests(root, [helm], target))).toEqual(wording('helm 4.3.0'));
  });
});

describe.skipIf(helmFolder === undefined)('a chart, by the real Helm', () => {
  beforeEach(() => {
    process.env.PATH = `${helmFolder}:${path}`;
  });
  const dataOf = async (files: Record<string, string>, more: object = {}) => {
    const found = await loadManifests(
      await folderWith({ ...chart, ...files }),
      [{ ...helm, ...more }],
      target,
    );
    return found.map(({ object }) => object);
  };

  it('is rendered without its CRDs and notes, and asks no cluster', async () => {
    expect(await dataOf({})).toEqual([
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'shop-settings', namespace: 'shop' },
        data: { replicas: '1', text: 'default', flag: 'false', nested: 'default', found: '0' },
      },
    ]);
  });

  it('takes files in order, then single values, of their types', async () => {
    const files = { 'a.yaml': 'replicas: 2\ntext: a\n', 'b.yaml': 'text: b\nnested: {name: b}\n' };
    const set = { 'nested.name': 'x,y={z}', flag: true };
    expect(await dataOf(files, { values: ['a.yaml', 'b.yaml'], set, release: 'web' })).toMatchObject([
      {
        metadata: { name: 'web-settings' },
        data: { replicas: '2', text: 'b', flag: 'true', nested: 'x,y={z}' },
      },
    ]);
  });

  it('may have its dependencies in charts/', async () => {
    const dependencies =
      'dependencies: [{name: redis, version: 1.0.0, repository: "https://charts.example.com"}]\n';
    const files = {
      'charts/shop/Chart.yaml': chartYaml + dependencies,
      'charts/shop/charts/redis/Chart.yaml': 'apiVersion: v2\nname: redis\nversion: 1.0.0\n',
      'charts/shop/charts/redis/templates/r.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: redis}\n',
    };
    const found = await loadManifests(await folderWith({ ...chart, ...files }), [helm], target);
    expect(found.map(({ source }) => source).sort()).toEqual([
      'charts/shop/charts/redis/templates/r.yaml',
      'charts/shop/templates/settings.yaml',
    ]);
    delete (files as Record<string, string>)['charts/shop/charts/redis/Chart.yaml'];
    delete (files as Record<string, string>)['charts/shop/charts/redis/templates/r.yaml'];
    expect(await sentence(() => dataOf(files))).toEqual(
      wording('redis', 'helm dependency build charts/shop'),
    );
  });

  it.each<[string, Record<string, string>, ...string[]]>([
    [
      'a failing template',
      { 'charts/shop/templates/x.yaml': '{{ fail "replicas are odd" }}' },
      'x.yaml',
      'replicas are odd',
    ],
    ['a missing value', { 'charts/shop/templates/x.yaml': 'a: {{ .Values.a.b }}' }, 'x.yaml', '.Values.a.b'],
    ['a text that is no YAML', { 'charts/shop/templates/x.yaml': 'a: [' }, 'x.yaml', 'YAML'],
    [
      'a value of another type',
      { 'charts/shop/values.schema.json': '{"properties":{"replicas":{"type":"string"}}}' },
      '/replicas',
      'string',
    ],
    [
      'an object without a name',
      { 'charts/shop/templates/x.yaml': 'apiVersion: v1\nkind: Pod\n' },
      'charts/shop/templates/x.yaml',
      'metadata.name',
    ],
  ])('is refused in one sentence: %s', async (_, files, ...facts) => {
    expect(await sentence(() => dataOf(files))).toEqual(wording('charts/shop', ...facts));
  });

  it('comes from a registry, by its version, with the login of docker', async () => {
    const root = await folderWith(chart);
    execFileSync('helm', ['package', join(root, 'charts/shop'), '--destination', root], {
      env: { PATH: process.env.PATH },
    });
    await withRegistry(await readFile(join(root, 'shop-1.4.2.tgz')), async ({ host, login, digest }) => {
      const remote = { helm: `oci://${host}/charts/shop`, version: '1.4.2' };
      const docker = await folderWith({
        'config.json': JSON.stringify({ auths: { [host]: { auth: login } } }),
      });
      vi.stubEnv('DOCKER_CONFIG', docker);
      const found = await loadManifests(root, [remote], target);
      expect(found.map(({ source }) => source)).toEqual([
        `oci://${host}/charts/shop/templates/settings.yaml`,
      ]);
      const versioned = (version: string) => [{ ...remote, version }];
      expect(await loadManifests(root, versioned(`1.4.2@${digest}`), target)).toHaveLength(1);
      const another = `sha256:${'0'.repeat(64)}`;
      // The digest of the chart depends on the time at which it was packed.
      const refusal = await sentence(() => loadManifests(root, versioned(`1.4.2@${another}`), target));
      expect(refusal?.replaceAll(digest, 'sha256:1')).toEqual(wording(another, 'sha256:1'));
      vi.stubEnv('DOCKER_CONFIG', root);
      expect(await sentence(() => loadManifests(root, [remote], target))).toEqual(wording('docker login'));
    });
  });
});

describe.skipIf(helmFolder === undefined || kubectlFolder === undefined)('charts in a kustomization', () => {
  const kustomization = {
    'deploy/kustomization.yaml':
      'helmGlobals: {chartHome: charts}\nhelmCharts: [{name: shop, releaseName: shop, namespace: shop}]\n',
    'overlay/kustomization.yaml': 'resources: [../deploy]\nnamePrefix: a-\n',
    'plain/kustomization.yaml': 'resources: [a.yaml]\n',
    'plain/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
    ...Object.fromEntries(Object.entries(chart).map(([name, text]) => [`deploy/${name}`, text])),
  };

  it.each([
    ['deploy/', 'shop-settings'],
    ['overlay', 'a-shop-settings'],
  ])('are rendered by the real Helm: %s', async (folder, name) => {
    process.env.PATH = `${helmFolder}:${kubectlFolder}:${path}`;
    const root = await folderWith({ ...kustomization });
    expect((await loadManifests(root, [folder], target)).map(m => m.name)).toEqual([name]);
  });

  it('need a kubectl that can call Helm 4, and an older one is not used', async () => {
    const old = `#!/bin/sh\necho '{"clientVersion": {"gitVersion": "v1.35.9"}}'\n`;
    const root = await folderWith({ ...kustomization, 'bin/kubectl': old });
    process.env.PATH = `${helmFolder}:${join(root, 'bin')}:${path}`;
    const env = { ...process.env, SLIPWAY_TOOL_MIRRORS: 'http://127.0.0.1:65535', RUNNER_TOOL_CACHE: root };
    const said = await sentence(() => loadManifests(root, ['deploy'], { ...target, env }));
    expect(said).toEqual(wording('kubectl 1.36.3', '127.0.0.1'));
  });

  it('need Helm only where they are named', async () => {
    const root = await folderWith({ ...kustomization, 'bin/helm': '#!/bin/sh\nexit 1\n' });
    process.env.PATH = `${join(root, 'bin')}:${kubectlFolder}:${path}`;
    expect((await loadManifests(root, ['plain'], target)).map(m => m.name)).toEqual(['a']);
  });

  it('load no plugin of the repository, whatever configHome names', async () => {
    const config = await folderWith({
      '.data/plugins/evil/plugin.yaml':
        'name: evil\nversion: 0.1.0\nusage: x\ndescription: x\ncommand: x\ndownloaders: [{command: run, protocols: [evil]}]\n',
      '.data/plugins/evil/run': '#!/bin/sh\ntouch "$HELM_PLUGIN_DIR/marker"\nexit 1\n',
    });
    const root = await folderWith({
      'deploy/kustomization.yaml': `helmGlobals: {configHome: ${config}}\nhelmCharts: [{name: shop, repo: "evil://x", version: 1.0.0, releaseName: shop}]\n`,
    });
    process.env.PATH = `${helmFolder}:${kubectlFolder}:${path}`;
    expect(await sentence(() => loadManifests(root, ['deploy'], target))).toEqual(wording('deploy', 'evil'));
    expect(existsSync(join(config, '.data/plugins/evil/marker'))).toBe(false);
  });

  it('are rendered by a Helm that gets neither our secrets nor the folders of the kustomization', async () => {
    const program =
      '#!/bin/sh\nif [ "$1" = version ]; then echo v4.3.0; fi\nenv > "$(dirname "$0")/env"\nexit 0\n';
    const root = await folderWith({ ...kustomization, "b'in/helm": program });
    process.env.PATH = `${join(root, "b'in")}:${kubectlFolder}:${path}`;
    vi.stubEnv('GITHUB_TOKEN', 'hunter2');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'hunter2');
    vi.stubEnv('KUBECONFIG', '/kube');
    vi.stubEnv('DOCKER_CONFIG', "/a 'b' $c");
    await loadManifests(root, ['deploy'], target).catch(() => undefined);
    const seen = await readFile(join(root, "b'in/env"), 'utf8');
    const of = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(seen)?.[1];
    expect(seen).not.toContain('hunter2');
    expect(of('DOCKER_CONFIG')).toBe("/a 'b' $c");
    const folder = dirname(of('HELM_DATA_HOME') ?? '');
    expect(folder).toContain('slipway-helm-');
    for (const name of ['HELM_CACHE_HOME', 'HELM_CONFIG_HOME', 'HELM_PLUGINS', 'KUBECONFIG'])
      expect(dirname(of(name) ?? ''), name).toBe(folder);
    expect(existsSync(folder)).toBe(false);
  });
});
