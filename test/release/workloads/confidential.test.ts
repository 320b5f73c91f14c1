import { describe, expect, it } from 'vitest';
import type { PodSpec } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { confidentialOf, secretsIn } from '../../../src/release/workloads/confidential.ts';
import { withoutConfidential } from '../../../src/release/workloads/diagnosis.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';

const spec: PodSpec = {
  initContainers: [{ name: 'init', envFrom: [{ secretRef: { name: 'all' } }] }],
  containers: [
    {
      name: 'shop',
      env: [
        { name: 'KEY', valueFrom: { secretKeyRef: { name: 'one', key: 'key' } } },
        { name: 'API_TOKEN', value: 'plain-token' },
        { name: 'PORT', value: '8080' },
      ],
    },
  ],
  volumes: [
    { name: 'a', secret: { secretName: 'file' } },
    { name: 'b', projected: { sources: [{ secret: { name: 'projected' } }, { configMap: { name: 'x' } }] } },
    { name: 'c', secret: { secretName: 'file' } },
  ],
};
/** An API server with that pod, and one of its Secrets. */
function server(): FakeApiServer {
  const api = new FakeApiServer();
  api.put(pathOf(resources.pod, 'shop', 'shop-1'), { spec });
  const key = Buffer.from('the value').toString('base64');
  api.put(pathOf(resources.secret, 'shop', 'one'), { data: { key } });
  return api;
}

describe('what a pod must keep to itself', () => {
  it('is in every Secret that it gets, each asked for once', () => {
    expect(secretsIn(spec)).toEqual(['all', 'one', 'file', 'projected']);
  });

  it('is their values, and those of variables with a telling name', async () => {
    expect(await confidentialOf(server().cluster, 'shop', 'shop-1')).toEqual(['the value', 'plain-token']);
  });

  it('is not known when a Secret cannot be read', async () => {
    const api = server();
    api.forbid('get secrets');
    await expect(confidentialOf(api.cluster, 'shop', 'shop-1')).rejects.toThrow('may not get secrets');
  });
});

describe('evidence', () => {
  const evidence = {
    events: [{ reason: 'Unhealthy', message: 'probe failed: psql postgres://a:b@db the value' }],
    lastLine: 'bad login: the value',
  };

  it('tells nothing of it, neither in a last line nor in what a probe printed', () => {
    expect(withoutConfidential(evidence, ['the value'])).toEqual({
      events: [{ reason: 'Unhealthy', message: 'probe failed: psql postgres://…@db (hidden)' }],
      lastLine: 'bad login: (hidden)',
    });
  });

  it('has no last line when it is not known what to hide', () => {
    expect(withoutConfidential(evidence, undefined).lastLine).toBeUndefined();
  });
});
