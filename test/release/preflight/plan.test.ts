import { expect, it } from 'vitest';
import { resources } from '../../../src/cluster/resources.ts';
import { beforeWorkload } from '../../../src/release/preflight/release-objects.ts';
import { configMap, environment, workload } from '../objects.ts';

it('the configuration is applied before the workload, in the order of the manifests', () => {
  const namesake = configMap('shop', {});
  const targets = [workload(), namesake, configMap('conf', {})].map(manifest => ({
    manifest,
    resource: resources.configMap,
    path: `/${manifest.object.kind}/${manifest.name}`,
    live: undefined,
  }));
  const before = beforeWorkload(targets, environment());
  expect(before.map(each => each.path)).toEqual(['/ConfigMap/shop', '/ConfigMap/conf']);
  expect(before[0]?.object).toEqual(namesake.object);
});
