import { expect, it } from 'vitest';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { fenceAll } from '../../../src/release/rollout/attach.ts';
import { annotationOf } from '../../../src/traffic/fencing-token.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';

it('security 1: a run that attaches stamps the objects that its application has stamped, and no other that a record names', async () => {
  const stamp = annotationOf.token('shop');
  const service = (name: string): KubeObject => ({ apiVersion: 'v1', kind: 'Service', metadata: { name } });
  const api = new FakeApiServer();
  const at = (name: string) => pathOf(resources.service, 'shop', name);
  api.put(at('made'), { metadata: { annotations: { [stamp]: '5' } } });
  const theirs = api.put(at('theirs'), service('theirs'));
  const manifests = ['made', 'theirs', 'never'].map(service);
  await fenceAll(api.cluster, 'shop', manifests, { app: 'shop', token: 6 });
  expect(api.objects.get(at('made'))?.metadata?.annotations).toEqual({ [stamp]: '6' });
  expect(api.objects.get(at('theirs'))).toEqual(theirs);
  expect(api.names('services')).toEqual(['made', 'theirs']);
});
