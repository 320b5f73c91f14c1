import { expect, it } from 'vitest';
import { resources } from '../../../src/cluster/resources.ts';
import { inOrder } from '../../../src/release/preflight/plan.ts';
import { configMap, environment, workload } from '../objects.ts';

it('the workload is applied last, after the configuration that it names, with the number of its release', () => {
  const namesake = configMap('shop', {});
  const targets = [workload(), namesake, configMap('conf', {})].map(manifest => ({
    manifest,
    resource: resources.configMap,
    path: `/${manifest.object.kind}/${manifest.name}`,
    live: undefined,
  }));
  const ordered = inOrder(targets, environment(), 7);
  expect(ordered.map(each => each.path)).toEqual(['/ConfigMap/shop', '/ConfigMap/conf', '/Deployment/shop']);
  expect(ordered.at(-1)?.object.metadata?.annotations).toEqual({ 'slipway.dev/release': '7' });
  expect(ordered[0]?.object).toEqual(namesake.object);
});
