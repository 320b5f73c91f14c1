import { describe, expect, it } from 'vitest';
import type { Pod } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { topologyChart } from '../../src/report/acceptance.ts';
import { acceptance } from '../../src/verify/acceptance.ts';
import { sentenceOf } from '../../src/verify/checks.ts';
import { causeOf, type Dependencies, findingsIn, probeJob } from '../../src/verify/dependency-pod.ts';
import { script } from '../../src/verify/dependency-script.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';
import { environmentAt } from './app.ts';

const image = `busybox:1@sha256:${'a'.repeat(64)}`;
const edges = {
  auth: { http: 'http://auth:8080/health' },
  cache: { redis: 'cache:6379', secret: 'cache', key: 'password' },
  db: { postgres: 'db:5432', user: 'shop', database: 'shop', secret: 'db', key: 'password', needs: ['auth'] },
  mail: { tcp: 'mail:25', needs: ['db'] },
  'api-name': { dns: 'api.example.com' },
};
const environment = environmentAt('http://127.0.0.1', {
  dependencies: { image, labels: { network: 'shop' }, edges, timeout: '10s' },
});
const dependencies = environment.verify?.dependencies as Dependencies;
const owner = { app: 'shop', namespace: 'shop', labels: { 'slipway.dev/kind': 'probe' } };

type Ended = { exitCode: number; message?: string } | { waiting: string };

/** A cluster whose pods end like this. */
function ending(states: Record<string, Ended>, phase = 'Failed') {
  const api = new FakeApiServer();
  api.controllers.push((path, object) => {
    if (!path.includes('/jobs/') || object === undefined) return;
    const containerStatuses = Object.entries(states).map(([name, state]) => ({
      name,
      state:
        'waiting' in state
          ? { waiting: { reason: state.waiting } }
          : { terminated: { reason: 'Error', ...state } },
    }));
    api.put(pathOf(resources.pod, 'shop', 'probe-1'), {
      metadata: {
        labels: { 'batch.kubernetes.io/controller-uid': object.metadata?.uid ?? '' },
        ownerReferences: [{ uid: object.metadata?.uid ?? '' }],
      },
      status: { phase, containerStatuses },
    } as never);
  });
  return api;
}

const clock = () => {
  let now = 0;
  const sleep = async (ms: number) => {
    now += ms;
  };
  return { now: () => now, sleep };
};
const ask = async (api: FakeApiServer) =>
  (await acceptance(api.cluster, { environment, owner, env: {}, clock: clock(), parts: ['dependencies'] }))
    .results;
const fine = Object.fromEntries(Object.keys(edges).map(name => [name, { exitCode: 0 }]));

describe('the dependencies', () => {
  it('pass when every container of the pod succeeds; the Job is deleted', async () => {
    const api = ending(fine, 'Succeeded');
    const results = await ask(api);
    expect(results.map(({ ok, edge }) => [edge?.from, edge?.to, ok])).toEqual(
      Object.keys(edges).map(name => ['shop', name, true]),
    );
    expect(api.calls.filter(({ method }) => method !== 'GET').map(({ method }) => method)).toEqual([
      'POST',
      'DELETE',
    ]);
  });

  it('name the one that is broken, and those that fail with it after it', async () => {
    const broken = { exitCode: 1, message: 'curl: (22) The requested URL returned error: 503' };
    const lost = { exitCode: 1, message: 'connection refused\u001b[31m' };
    const results = await ask(ending({ ...fine, auth: broken, mail: lost, db: lost }));
    const failed = results.filter(({ ok }) => !ok);
    expect(failed.map(({ edge }) => [edge?.to, edge?.cause])).toEqual([
      ['auth', undefined],
      ['db', 'auth'],
      ['mail', 'auth'],
    ]);
    expect(failed.map(sentenceOf)).toEqual([
      wording('auth', 'http://auth:8080/health', '503'),
      wording('db', 'connection refused', 'auth'),
      wording('mail', 'connection refused', 'auth'),
    ]);
    expect(topologyChart('shop', results).split('\n')).toEqual(
      expect.arrayContaining([
        '```mermaid',
        '  d0["auth"]',
        '  app -- "broken" --> d0',
        '  app -- "fails with it" --> d1',
        '  d1 -. needs .-> d0',
      ]),
    );
  });

  it('that could not be asked do not pass', async () => {
    const { mail: _, ...some } = fine;
    const results = await ask(
      ending(
        {
          ...some,
          db: { exitCode: 3, message: 'the image has no psql' },
          auth: { waiting: 'ImagePullBackOff' },
        },
        'Pending',
      ),
    );
    expect(results.filter(({ ok }) => !ok).map(sentenceOf)).toEqual([
      wording('auth', 'could not be checked', 'ImagePullBackOff'),
      wording('db', 'could not be checked', 'psql'),
      wording('mail', 'could not be checked', '10 s'),
    ]);
  });

  it('are unknown when the Job creates no pod', async () => {
    const api = new FakeApiServer();
    const results = await ask(api);
    expect(results.filter(({ ok }) => ok)).toEqual([]);
    expect(results.map(sentenceOf).slice(0, 1)).toEqual([wording('auth', 'no pod', 'quota')]);
  });

  it('keep what was found before Kubernetes deleted the pod, because its time was over', async () => {
    const { mail: _, ...ended } = fine;
    const api = ending({ ...ended, auth: { exitCode: 1, message: 'connection refused' } }, 'Running');
    const path = pathOf(resources.pod, 'shop', 'probe-1');
    let now = 0;
    const sleep = async (ms: number) => {
      now += ms;
      if (now > 2_000) api.delete(path);
    };
    const { results } = await acceptance(api.cluster, {
      ...{ environment, owner, env: {}, clock: { now: () => now, sleep }, parts: ['dependencies'] },
    });
    expect(results.filter(({ ok }) => !ok).map(sentenceOf)).toEqual([
      wording('auth', 'connection refused'),
      wording('mail', '10 s'),
    ]);
  });

  it('are not believed of a pod that is not of the Job', async () => {
    const api = ending(fine, 'Succeeded');
    api.controllers.push((path, object) => {
      if (!path.includes('/jobs/') || object === undefined) return;
      const pod = api.objects.get(pathOf(resources.pod, 'shop', 'probe-1'));
      api.put(pathOf(resources.pod, 'shop', 'probe-1'), {
        ...pod,
        metadata: { ...pod?.metadata, ownerReferences: [] },
      } as never);
    });
    expect((await ask(api)).some(({ ok }) => ok)).toBe(false);
  });

  it('are not asked by a pod that a Service would select', async () => {
    const api = ending(fine);
    api.put(pathOf(resources.service, 'shop', 'shop'), { spec: { selector: { network: 'shop' } } });
    const [result] = await ask(api);
    expect(result).toMatchObject({ ok: false, reason: wording('Service/shop') });
    expect(api.calls.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('that need each other would have no cause, without an endless search', () => {
    expect(causeOf('c', { c: { needs: ['b'] }, b: { needs: ['a'] }, a: {} }, new Set(['c', 'a']))).toBe('a');
    expect(causeOf('c', { c: { needs: ['b'] }, b: {} }, new Set(['c']))).toBeUndefined();
  });
});

describe('the pod that asks', () => {
  const job = probeJob(dependencies, { ...owner, name: 'slipway-shop-probe-1' });
  const spec = job.spec?.template?.spec;

  it('has no permissions, ends by itself, and reads passwords only from Secrets', () => {
    expect(job.spec).toMatchObject({
      backoffLimit: 0,
      activeDeadlineSeconds: 10,
      ttlSecondsAfterFinished: 60,
    });
    expect(spec).toMatchObject({ automountServiceAccountToken: false, restartPolicy: 'Never' });
    for (const { securityContext } of spec?.containers ?? [])
      expect(securityContext).toMatchObject({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
      });
    const secrets = spec?.containers?.flatMap(({ env = [] }) => env.filter(({ valueFrom }) => valueFrom));
    expect(secrets).toEqual([
      { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'cache', key: 'password' } } },
      { name: 'PGPASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
    ]);
  });

  it('has what slipway.yml says only in variables, never in the script', () => {
    const evil = {
      image: 'busybox',
      timeout: 10_000,
      edges: { db: { postgres: 'db:1', user: '$(id)', database: '`id`' } },
    };
    const [container] =
      probeJob(evil as never, { ...owner, name: 'x' }).spec?.template?.spec?.containers ?? [];
    expect(container?.command?.[2]?.replaceAll('$$', '$')).toBe(script);
    expect(container?.env).toContainEqual({ name: 'PGUSER', value: '$$(id)' });
  });

  it.each([
    [{ sslmode: 'require' }, undefined],
    [{ sslmode: 'verify-full' }, 'system'],
    [{ sslmode: 'verify-full', 'ca-configmap': 'ca' }, '/ca/ca.crt'],
  ])('gives psql the CA certificates of %j', (more, expected) => {
    const db = { postgres: 'db:1', user: 'shop', database: 'shop', ...more };
    const at = environmentAt('http://127.0.0.1', {
      dependencies: { image, edges: { db, b: { tcp: 'b:1' } } },
    });
    const { spec: job } = probeJob(at.verify?.dependencies as Dependencies, { ...owner, name: 'x' });
    const { containers, volumes } = job?.template?.spec ?? {};
    expect(containers?.[0]?.env?.find(({ name }) => name === 'PGSSLROOTCERT')?.value).toBe(expected);
    const mounted = 'ca-configmap' in more;
    expect(volumes).toEqual(mounted ? [{ name: 'ca-0', configMap: { name: 'ca' } }] : []);
    expect(containers?.map(({ volumeMounts }) => volumeMounts?.length)).toEqual([mounted ? 1 : 0, 0]);
  });

  it('is still running while a container has no end', () => {
    expect(
      findingsIn({
        status: { containerStatuses: [{ name: 'db', state: { running: {} } }] },
      } as unknown as Pod).size,
    ).toBe(0);
    expect(findingsIn(undefined).size).toBe(0);
  });
});
