import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { faultOfKustomize } from '../../src/cluster/kustomize.ts';
import { loadManifests, parseManifests } from '../../src/cluster/manifests.ts';
import { isUnreachable } from '../../src/cluster/renderer.ts';
import { bomb } from '../config/configs.ts';
import { sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';

const folders: string[] = [];
const path = process.env.PATH;
afterEach(() => {
  process.env.PATH = path;
  vi.unstubAllEnvs();
});
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

/** A folder with these files, beside which slipway.yml would stand. */
async function folder(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'manifests-'));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text, { mode: 0o755 });
  }
  return root;
}

const object = (name: string, kind = 'ConfigMap') =>
  `apiVersion: v1\nkind: ${kind}\nmetadata: {name: ${name}}\n`;
const refused = (text: string) => sentence(() => parseManifests(text, 'deploy/a.yaml'));

describe('a chart of Helm', () => {
  it('IN 4: is refused as a path, with what to write', async () => {
    const root = await folder({
      'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'chart/values.yaml': 'replicas: 2\n',
      'chart/templates/shop.yaml': object('{{ .Release.Name }}'),
    });
    expect(await sentence(() => loadManifests(root, ['chart/']))).toEqual(
      wording('helm: chart', 'Helm', 'docs/helm.md'),
    );
  });

  const template = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: {{ .Release.Name }}}\n`;

  it.each([
    'charts/shop/templates/',
    'charts/shop/templates/web',
    './charts/shop/templates/shop.yaml',
    'charts',
  ])('IN 4: is refused as %s, with what to write', async written => {
    const root = await folder({
      'charts/README.md': '',
      'charts/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'charts/shop/templates/shop.yaml': template,
      'charts/shop/templates/web/web.yaml': template,
    });
    expect(await sentence(() => loadManifests(root, [written]))).toEqual(
      wording(written, 'Helm', '`- helm: charts/shop`', 'docs/helm.md'),
    );
  });

  it('IN 4: is refused as a folder of several charts, with what to write', async () => {
    const root = await folder({
      'charts/api/Chart.yaml': 'apiVersion: v2\nname: api\nversion: 1.0.0\n',
      'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
    });
    expect(await sentence(() => loadManifests(root, ['charts/']))).toEqual(
      wording('`- helm: charts/api`', '`- helm: charts/web`', 'docs/helm.md'),
    );
  });

  it('may have plain manifests beside its templates', async () => {
    const root = await folder({
      'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'deploy/shop.yaml': object('shop'),
    });
    expect(await loadManifests(root, ['deploy'])).toHaveLength(1);
  });

  it('IN 4: is built by kustomize when there is a kustomization beside it', async () => {
    const root = await folder({
      'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'chart/kustomization.yaml': 'resources: [shop.yaml]\n',
      'chart/shop.yaml': object('shop'),
    });
    expect((await loadManifests(root, ['chart'])).map(({ name }) => name)).toEqual(['shop']);
  });
});

describe('one file', () => {
  it('may hold several documents and empty ones', () => {
    const found = parseManifests(
      `---\n${object('a')}---\n# nothing\n---\n${object('b', 'Secret')}---\n`,
      'a.yaml',
    );
    expect(found.map(m => `${m.object.kind}/${m.name} ${m.source}`)).toEqual([
      'ConfigMap/a a.yaml',
      'Secret/b a.yaml',
    ]);
  });

  it('may hold a List, whose items count', () => {
    const list = {
      apiVersion: 'v1',
      kind: 'List',
      items: ['a', 'b'].map(name => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } })),
    };
    expect(parseManifests(JSON.stringify(list), 'a.json').map(m => m.name)).toEqual(['a', 'b']);
  });

  it('may hold a list of one kind, which its items need not repeat', () => {
    const list = `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBindingList
items:
- metadata: {name: a}
- {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}
`;
    expect(parseManifests(list, 'a.yaml').map(m => [m.object.apiVersion, m.object.kind, m.name])).toEqual([
      ['rbac.authorization.k8s.io/v1', 'RoleBinding', 'a'],
      ['v1', 'ConfigMap', 'b'],
    ]);
  });

  it('is read as kubectl reads it: octal numbers, booleans and merge keys, but no times and dates', () => {
    const [pod] = parseManifests(
      `${object('a', 'Pod')}spec:
  base: &base {mode: 0400, x: 1}
  own: {<<: *base, x: 2}
  numbers: [0400, -017, 00, 0, 010.5, 089, 0o17, 400, 0x10]
  texts: ["0400", '0400', 12:30:45, 2026-01-02, yEs, "on", !!str no, 0400a]
  booleans: [yes, On, Y, true, NO, off, n, False]
`,
      'a.yaml',
    );
    expect(pod?.object.spec).toEqual({
      base: { mode: 256, x: 1 },
      own: { mode: 256, x: 2 },
      numbers: [256, -15, 0, 0, 10.5, 89, 15, 400, 16],
      texts: ['0400', '0400', '12:30:45', '2026-01-02', 'yEs', 'on', 'no', '0400a'],
      booleans: [true, true, true, true, false, false, false, false],
    });
  });

  it('may hold nothing', () => {
    expect(parseManifests('', 'a.yaml')).toEqual([]);
  });

  it('IN 9: is refused with generateName, with which each release would create another object', async () => {
    const said = await refused('{apiVersion: batch/v1, kind: Job, metadata: {generateName: migrate-}}');
    expect(said).toEqual(wording('deploy/a.yaml', 'Job', 'generateName'));
  });

  it('is refused with its line when a template was not rendered, without a warning of the parser', async () => {
    const warned = vi.spyOn(process, 'emitWarning');
    expect(await refused(`${object('a')}spec:\n  replicas: {{ .Values.replicas }}\n`)).toEqual(
      wording('deploy/a.yaml:5', 'template', 'quotes'),
    );
    expect(await refused('a: &map {x: 1}\n? *map\n: 1\n')).toEqual(wording('metadata.name'));
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });

  it('is refused with its line when it is not YAML', async () => {
    expect(await refused(`${object('a')}data: [1\n`)).toEqual(wording());
    expect(await refused(`${object('a')}  oops: 1\n   x: 2\n`)).toMatch(/^deploy\/a\.yaml:[45]: /);
  });

  it.each([
    ['no kind', 'apiVersion: v1\nmetadata: {name: a}'],
    ['no name', 'apiVersion: v1\nkind: ConfigMap'],
    ['a name that is a number', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: 1}'],
    ['text alone', 'hello'],
    ['a list alone', '- a'],
    ['an empty item', 'apiVersion: v1\nkind: List\nitems: [null]'],
  ])('is refused with %s', async (_, text) => {
    expect(await refused(text)).toEqual(wording('deploy/a.yaml', 'metadata.name'));
  });

  it('is refused in one sentence when its aliases are undefined or explode', async () => {
    expect(await refused(`${object('a')}data: *nothing\n`)).toEqual(wording('deploy/a.yaml'));
    expect(await refused(bomb)).toEqual(wording('deploy/a.yaml'));
  });
});

describe('the manifests of slipway.yml', () => {
  it('are files and the YAML and JSON of folders, in the order of their names', async () => {
    const root = await folder({
      'deploy/b.yml': object('b'),
      'deploy/a.yaml': object('a'),
      'deploy/c.json': JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' } }),
      'deploy/README.md': 'not this',
      'more.yaml': object('d'),
    });
    const found = await loadManifests(root, ['deploy/', 'more.yaml']);
    expect(found.map(m => `${m.name} ${m.source}`)).toEqual([
      'a deploy/a.yaml',
      'b deploy/b.yml',
      'c deploy/c.json',
      'd more.yaml',
    ]);
  });

  it('are refused when a path does not exist, or holds nothing', async () => {
    const root = await folder({ 'deploy/README.md': '', 'empty.yaml': '' });
    expect(await sentence(() => loadManifests(root, ['gone/']))).toEqual(wording('gone/', 'slipway.yml'));
    expect(await sentence(() => loadManifests(root, ['deploy/']))).toEqual(wording('yaml', 'yml', 'json'));
    expect(await sentence(() => loadManifests(root, ['empty.yaml']))).toEqual(wording('empty.yaml'));
  });

  it('are refused when an object is defined twice', async () => {
    const root = await folder({ 'a.yaml': object('x'), 'b.yaml': object('x') });
    expect(await sentence(() => loadManifests(root, ['a.yaml', 'b.yaml']))).toEqual(
      wording('ConfigMap/x', 'a.yaml', 'b.yaml'),
    );
  });

  it('may hold the same kind and name of two API groups, but not of two versions of one', async () => {
    const gateway = (version: string) => `apiVersion: ${version}\nkind: Gateway\nmetadata: {name: shop}\n`;
    const root = await folder({
      'a.yaml': gateway('gateway.networking.k8s.io/v1'),
      'b.yaml': gateway('networking.istio.io/v1'),
      'c.yaml': gateway('networking.istio.io/v1beta1'),
    });
    expect(await loadManifests(root, ['a.yaml', 'b.yaml'])).toHaveLength(2);
    expect(await sentence(() => loadManifests(root, ['b.yaml', 'c.yaml']))).toEqual(
      wording('Gateway/shop', 'b.yaml', 'c.yaml'),
    );
  });

  it('are the output of kustomize for a folder with a kustomization', async () => {
    const root = await folder({
      'deploy/kustomization.yaml': 'resources: []',
      'bin/kubectl': `#!/bin/sh\nprintf '${object('built').replaceAll('\n', '\\n')}'\n`,
    });
    process.env.PATH = `${join(root, 'bin')}:${path}`;
    expect((await loadManifests(root, ['deploy/'])).map(m => `${m.name} ${m.source}`)).toEqual([
      'built deploy/',
    ]);
  });

  it('are refused with the last line of kustomize when it fails', async () => {
    const root = await folder({
      'deploy/kustomization.yml': '',
      'bin/kubectl': '#!/bin/sh\necho usage >&2; echo "error: no such file" >&2; exit 1\n',
    });
    process.env.PATH = `${join(root, 'bin')}:${path}`;
    expect(await sentence(() => loadManifests(root, ['deploy/']))).toEqual(
      wording('deploy/', 'no such file'),
    );
  });

  it('are fetched again when the source of a base does not answer, which is then reported', async () => {
    const said = 'Get "https://bases.example/x.yaml": dial tcp 192.0.2.1:443: connect: connection refused';
    const root = await folder({
      'deploy/kustomization.yaml': '',
      'bin/kubectl': `#!/bin/sh\necho x >> "$(dirname "$0")/runs"\necho '${said}' >&2\nexit 1\n`,
    });
    process.env.PATH = `${join(root, 'bin')}:${path}`;
    expect(await sentence(() => loadManifests(root, ['deploy/']))).toEqual(wording(`${said}`, 'deploy/'));
    expect(await readFile(join(root, 'bin/runs'), 'utf8')).toBe('x\nx\nx\n');
  });

  const sha = 'a1'.repeat(20);

  it.each([
    'https://github.com/acme/base?ref=main',
    'https://github.com/acme/base//overlays/1.4.2/prod',
    'github.com/acme/base//shop?timeout=9s&ref=release',
    `https://github.com/acme/base?ref=${sha.slice(0, 12)}`,
    'git@github.com:acme/base.git',
    'ssh://git.example/acme/base?ref=v1',
    'git::https://git.example/acme/base',
    'https://git.example/acme/base/raw/main/shop.yaml',
    'https://github.com/acme/base/releases/latest/download/shop.yaml',
  ])('are refused when a base may change until the release: %s', async base => {
    const root = await folder({
      'deploy/kustomization.yaml': 'resources: [../base]\nhelmCharts: []\n',
      'base/kustomization.yaml': `components: ["${base}"]\n`,
    });
    await expect(loadManifests(root, ['deploy/'])).rejects.toThrow(
      `deploy/ uses ${base} without an exact version`,
    );
  });

  it('may have a component in a folder of the repository', async () => {
    const root = await folder({
      'deploy/kustomization.yaml': 'components: [../tls]\n',
      'tls/kustomization.yaml': 'kind: Component\nresources: [tls.yaml]\n',
      'tls/tls.yaml': object('tls'),
    });
    expect((await loadManifests(root, ['deploy/'])).map(({ name }) => name)).toEqual(['tls']);
  });

  it.each([
    'helmCharts: [{name: redis, repo: "https://charts.example/stable"}]',
    'helmCharts: [{name: redis, repo: "https://a:b@charts.example/stable", version: ^1.4.2}]',
    'helmCharts: [{name: redis, repo: "oci://charts.example", version: 1.4}]',
    'helmChartInflationGenerator: [{chartName: redis, chartRepoUrl: "https://charts.example/stable"}]',
  ])('are refused when a chart may change until the release: %s', async charts => {
    const root = await folder({
      'deploy/kustomization.yaml': 'resources: [../base]\n',
      'base/kustomization.yaml': `${charts}\n`,
    });
    expect(await sentence(() => loadManifests(root, ['deploy/']))).toEqual(
      wording('deploy/', 'the chart redis', 'between plan and release', '`version: 1.4.2`', 'copy it'),
    );
  });

  it.each([
    '{name: redis, repo: "https://charts.example", version: 1.4.2}',
    '{name: redis, repo: "oci://charts.example", version: v1.4.2-rc.1}',
    '{name: own}',
    '{name: own, repo: "https://charts.example"}',
  ])('may have a chart of one version: %s', async chart => {
    const root = await folder({
      'deploy/kustomization.yaml': `helmGlobals: {chartHome: ../charts}\nhelmCharts: [${chart}]\n`,
      'charts/own/Chart.yaml': 'name: own\n',
      'bin/helm': '#!/bin/sh\necho v4.3.0\n',
      'bin/kubectl': `#!/bin/sh\nif [ "$1" = version ]; then echo '{"clientVersion": {"gitVersion": "v1.36.3"}}'; exit 0; fi\nprintf '${object('built').replaceAll('\n', '\\n')}'\n`,
    });
    process.env.PATH = `${join(root, 'bin')}:${path}`;
    expect(await loadManifests(root, ['deploy/'])).toHaveLength(1);
  });

  it('are refused when a base may change until the release, with what to write', async () => {
    const root = await folder({
      'deploy/kustomization.yaml': 'bases: ["https://a:b@git.example/acme/base"]\n',
    });
    expect(await sentence(() => loadManifests(root, ['deploy/']))).toEqual(
      wording('deploy/', 'between plan and release', '?ref=<full SHA>', 'copy it'),
    );
  });

  it.each([
    `https://github.com/acme/base?ref=${sha}`,
    `git@github.com:acme/base.git//shop?submodules=0&ref=${sha}`,
    'https://github.com/acme/base?ref=v1.4.2',
    'github.com/acme/base?ref=shop%2Fv1.4.2-rc.1&timeout=9s',
    `https://git.example/acme/base/raw/${sha}/shop.yaml`,
    'https://github.com/acme/base/releases/download/v1.4.2/shop.yaml',
  ])('may have a base with an exact version: %s', async base => {
    const root = await folder({
      'deploy/kustomization.yaml': `resources: ["${base}"]\n`,
      'bin/kubectl': `#!/bin/sh\nprintf '${object('built').replaceAll('\n', '\\n')}'\n`,
    });
    process.env.PATH = `${join(root, 'bin')}:${path}`;
    expect(await loadManifests(root, ['deploy/'])).toHaveLength(1);
  });

  it.each([
    "failed to run '/usr/bin/git fetch': fatal: unable to access 'https://x/': Could not resolve host: x",
    "hit 27s timeout running '/usr/bin/git fetch'",
    'Get "https://x/": dial tcp: lookup x on 10.0.0.2:53: no such host',
  ])('could not be reached: %s', stderr => {
    expect(isUnreachable(stderr)).toBe(true);
    expect(isUnreachable('evalsymlink failure on base: no such file or directory')).toBe(false);
  });

  it('are refused when kustomize would be needed and kubectl is absent', async () => {
    const root = await folder({ 'deploy/Kustomization': '' });
    process.env.PATH = join(root, 'nowhere');
    vi.stubEnv('SLIPWAY_TOOL_MIRRORS', 'http://127.0.0.1:65535');
    expect(await sentence(() => loadManifests(root, ['deploy/']))).toEqual(wording());
  });
});

describe('the error of a kustomization', () => {
  it.each([
    [
      'E1124 22:07:58.9   13242 run.go:72] "command failed" err="loading KV pairs: literal sources [a=\\"b hunter2]: invalid literal source hunter2, expected key=value"',
      'loading KV pairs: a literal is not written key=value',
    ],
    [
      '"command failed" err=<\n\ttrouble configuring builtin PatchTransformer with config: `\n\tpatch: |-\n\t  hunter2\n\t`: unable to parse SM or JSON patch from [patch: "stringData: hunter2"]\n >\n',
      'trouble configuring builtin PatchTransformer with its configuration: unable to parse SM or JSON patch from [a patch that is not shown]',
    ],
    ['warning\nerror: no such folder', 'no such folder'],
  ])('is reported without the output of kubectl around it, and without values (%#)', (stderr, expected) => {
    expect(faultOfKustomize(stderr)).toBe(expected);
  });
});
