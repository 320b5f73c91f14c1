import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/cluster/manifests.ts';
import type { Duration } from '../../src/config/duration.ts';
import { loadHooks } from '../../src/release/hooks/hooks.ts';
import { loadTogether, sortHooks, withChartHooks } from '../../src/workloads/chart-hooks.ts';
import { configMap, environment, sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';

const hook = (events: string, kind = 'Job', name = 'migrate'): Manifest => {
  const metadata = { name, annotations: { 'helm.sh/hook': events, 'helm.sh/hook-weight': '1' } };
  const apiVersion = kind === 'Job' ? 'batch/v1' : 'v1';
  return { object: { apiVersion, kind, metadata }, name, source: `charts/shop/templates/${name}.yaml` };
};
const refused = (...manifests: Manifest[]) => sentence(() => sortHooks(manifests));
const mine = { run: 'true', timeout: 1 as Duration };

describe('the hooks of a chart', () => {
  it.each([
    ['pre-install,pre-upgrade', 'pre'],
    ['pre-upgrade', 'pre'],
    ['post-install, pre-upgrade', 'pre'],
    ['post-install,post-upgrade,post-rollback', 'post'],
  ] as const)('are hooks of the release, at the time that they have for an upgrade: %s', (events, when) => {
    const job = hook(events);
    expect(sortHooks([configMap('a', {}), job])).toEqual({
      manifests: [configMap('a', {})],
      hooks: { [when]: job },
      notes: [wording('Job/migrate', `${when} hook`)],
    });
  });

  it.each(['test', 'test-success', 'post-delete', 'pre-rollback', 'pre-delete,post-rollback'])(
    'are left out, with a note, when a release has no such time: %s',
    events => {
      const sorted = sortHooks([hook(events, 'Pod', 'a')]);
      expect(sorted).toEqual({
        manifests: [],
        hooks: {},
        notes: [wording('Pod/a', events.split(',')[0] ?? '')],
      });
    },
  );

  it.each([
    ['only once, by Helm', hook('post-install')],
    ['before and after', hook('pre-upgrade,post-upgrade')],
    ['no Job', hook('pre-upgrade', 'ConfigMap')],
    ['unknown', hook('crd-install')],
  ])('are refused by name: %s', async (_, manifest) => {
    const { kind } = manifest.object;
    expect(await refused(manifest)).toEqual(wording(`charts/shop/templates/migrate.yaml: ${kind}/migrate`));
  });

  it('are refused when there are two for one time', async () => {
    const other = hook('pre-install,pre-upgrade', 'Job', 'seed');
    expect(await refused(hook('pre-upgrade'), other)).toEqual(wording('Job/seed', 'Job/migrate', 'pre'));
    expect(Object.keys(sortHooks([hook('pre-upgrade'), hook('post-upgrade', 'Job', 'b')]).hooks)).toEqual([
      'pre',
      'post',
    ]);
  });

  it('are replaced by those of slipway.yml, whatever they are', () => {
    const all = [
      ...[hook('pre-upgrade'), hook('pre-upgrade', 'ConfigMap', 'a')],
      ...[hook('pre-install', 'Job', 'b'), hook('pre-upgrade,post-upgrade', 'Job', 'c')],
    ];
    expect(sortHooks(all.slice(0, 3), { pre: mine })).toEqual({
      ...{ manifests: [], hooks: {} },
      notes: ['Job/migrate', 'ConfigMap/a', 'Job/b'].map(name => wording(name, 'slipway.yml')),
    });
    expect(() => sortHooks(all, { pre: mine })).toThrow('Job/c');
    expect(sortHooks(all, { pre: mine, post: mine }).notes[3]).toEqual(wording('Job/c', 'slipway.yml'));
  });

  it('are hooks of the environment, so that permissions, state and lifetime count them', async () => {
    const { hooks } = sortHooks([hook('post-upgrade')], { pre: mine });
    const hooked = withChartHooks(environment({ hooks: { pre: mine } }), hooks);
    expect(hooked.hooks).toEqual({
      pre: mine,
      post: { job: 'charts/shop/templates/migrate.yaml', timeout: 600_000 },
    });
    expect(await loadHooks('/nowhere', hooked.hooks, hooks)).toEqual({
      pre: { run: 'true', within: 1 },
      post: { manifest: hook('post-upgrade'), within: 600_000 },
    });
    expect(withChartHooks(environment(), {})).toEqual(environment());
  });
});

it('are among the manifests that are only looked at, even those that a release could not run, but not the tests', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hooks-'));
  const objects = [
    hook('pre-install,pre-upgrade,post-install,post-upgrade', 'ServiceAccount', 'admission'),
    hook('pre-install', 'Job', 'migrate'),
    hook('test', 'Pod', 'try'),
    configMap('a', {}),
  ].map(({ object }) => JSON.stringify(object));
  await writeFile(join(folder, 'all.yaml'), objects.join('\n---\n'));
  const { manifests, hooks, notes } = await loadTogether(folder, ['all.yaml']);
  await rm(folder, { recursive: true });
  expect(manifests.map(({ name }) => name)).toEqual(['admission', 'migrate', 'a']);
  expect({ hooks, notes }).toEqual({ hooks: {}, notes: [] });
});
