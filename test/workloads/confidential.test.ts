import { describe, expect, it } from 'vitest';
import type { PodSpec } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { confidentialOf, secretsIn, withoutConfidential } from '../../src/workloads/diagnosis.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';

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

describe('the confidential values of a pod', () => {
  it('come from every Secret that it uses, each read once', () => {
    expect(secretsIn(spec)).toEqual(['all', 'one', 'file', 'projected']);
  });

  it('are those of its Secrets, and of variables with the name of a secret', async () => {
    expect(await confidentialOf(server().cluster, 'shop', 'shop-1')).toEqual(['the value', 'plain-token']);
  });

  it('are not known when a Secret cannot be read', async () => {
    const api = server();
    api.forbid('get secrets');
    await expect(confidentialOf(api.cluster, 'shop', 'shop-1')).rejects.toThrow(
      'is not allowed to get secrets',
    );
  });

  it('are not known when the pod is gone, whose Events and log may still be there', async () => {
    await expect(confidentialOf(server().cluster, 'shop', 'shop-2')).rejects.toThrow(wording('Pod/shop-2'));
  });
});

describe('evidence', () => {
  const evidence = {
    events: [{ reason: 'Unhealthy', message: 'probe failed: psql postgres://a:b@db the value' }],
    lastMessage: 'bad login: the value',
  };

  it('does not show them, in a last message or in the output of a probe', () => {
    expect(withoutConfidential(evidence, ['the value'])).toEqual({
      events: [{ reason: 'Unhealthy', message: 'probe failed: psql postgres://…@db (hidden)' }],
      lastMessage: 'bad login: (hidden)',
    });
  });

  it('has no last message and no output of a probe when they are not known', () => {
    const status = 'Readiness probe failed: HTTP probe failed with statuscode: 503';
    const messages = [
      'Readiness probe failed: psql: FATAL: the value\nHTTP probe failed with statuscode: 503',
      `${status}\nthe value`,
      status,
      'Container shop failed liveness probe, will be restarted',
    ];
    const events = messages.map(message => ({ reason: 'Unhealthy', message }));
    const shown = withoutConfidential({ events, lastMessage: 'bad login: the value' }, undefined);
    const hidden = wording('Readiness probe failed');
    expect(shown).toEqual({
      events: [hidden, hidden, ...messages.slice(2)].map(message => ({ reason: 'Unhealthy', message })),
    });
  });
});
