import { expect, it } from 'vitest';
import type { KubeObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { stampAll } from '../../src/release/engine/takeover.ts';
import { annotationOf } from '../../src/traffic/fence.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';

it('security 1: a run that takes over stamps what its application has stamped, and nothing else that a record names', async () => {
  const stamp = annotationOf.token('shop');
  const service = (name: string): KubeObject => ({ apiVersion: 'v1', kind: 'Service', metadata: { name } });
  const api = new FakeApiServer();
  const at = (name: string) => pathOf(resources.service, 'shop', name);
  api.put(at('made'), { metadata: { annotations: { [stamp]: '5' } } });
  const theirs = api.put(at('theirs'), service('theirs'));
  const manifests = ['made', 'theirs', 'never'].map(service);
  await stampAll(api.cluster, 'shop', manifests, { app: 'shop', token: 6 });
  expect(api.objects.get(at('made'))?.metadata?.annotations).toEqual({ [stamp]: '6' });
  expect(api.objects.get(at('theirs'))).toEqual(theirs);
  expect(api.names('services')).toEqual(['made', 'theirs']);
});
