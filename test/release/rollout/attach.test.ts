import { beforeEach, describe, expect, it } from 'vitest';
import type { ConfigMap, Deployment } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { advanceRollout } from '../../../src/release/rollout/run.ts';
import { fenceConfigMap, LeaseLost, tokenOfFence } from '../../../src/release/store/fencing.ts';
import { readState } from '../../../src/release/store/rollout-state.ts';
import { annotationOf } from '../../../src/traffic/fencing-token.ts';
import { nameOf } from '../../../src/workloads/naming.ts';
import { wording } from '../../wording.ts';
import { config, sentence, workload } from '../objects.ts';
import { progressive, Rollout, recorded } from '../promoting.ts';

let server: Rollout;

beforeEach(async () => {
  server = await Rollout.promoting();
});

const request = {
  config,
  environment: progressive,
  origin: { run: 'run 6', actor: 'bob' },
  wait: 0,
  env: {},
  report: () => {},
};
/** The Lease of the run with that token. */
const leaseOf = (token: number) => {
  server.lease(token);
  return { token, assertHeld: async () => {}, release: async () => {} };
};
const rollBack = { command: 'rollback' as const, goal: 'done' as const, rollback: { reason: 'rolled back' } };
const fences = () => server.names('configmaps').flatMap(name => tokenOfFence({ metadata: { name } }) || []);
const newer = { token: 7, run: { run: 'run 7', actor: 'eve' } };

describe('records that another user has replaced', () => {
  it.each([['record'], ['outcome']] as const)(
    'security 10: end the rollout if the %s is not the one that a release wrote',
    async kind => {
      const number = kind === 'record' ? 2 : 1;
      const path = pathOf(resources.configMap, 'shop', nameOf[kind]('shop', number));
      const { data, ...object } = server.objects.get(path) as ConfigMap;
      const text = (data?.[kind] ?? '').replaceAll('ghcr.io/acme/shop', 'attacker.example.com/x');
      server.put(path, { ...object, data: { [kind]: text } } as never);
      const specs = () =>
        server.names('deployments').map(name => server.find<Deployment>('deployments', name)?.spec);
      const before = specs();
      const ended = advanceRollout(server.cluster, request, leaseOf(6), rollBack);
      if (kind === 'record') expect(await sentence(() => ended)).toEqual(wording('2'));
      else expect((await ended).end.state).toBe('rolled-back');
      if (kind === 'record') expect(specs()).toEqual(before);
      expect(JSON.stringify(specs())).not.toContain('attacker.example.com');
    },
  );
});

describe('a living run that has lost the Lease', () => {
  it('leaves its fence, and the canary with the traffic that this owns, to the newer run', async () => {
    server.once({ verb: 'delete', path: 'fence-5' }, () => server.enter(newer));
    await expect(
      advanceRollout(server.cluster, request, leaseOf(6), { command: 'promote', goal: 'done' }),
    ).rejects.toThrow(LeaseLost);
    expect(server.names('deployments')).toEqual(['shop', 'shop-canary']);
    expect(fences()).toEqual([6]);
  });

  it('has its fence deleted by the newer run after that has adopted the canary', async () => {
    server.once({ verb: 'delete', path: 'fence-5' }, () => server.enter(newer));
    await expect(
      advanceRollout(server.cluster, request, leaseOf(6), { command: 'promote', goal: 'done' }),
    ).rejects.toThrow(LeaseLost);
    const until = performance.now() - 1;
    await advanceRollout(server.cluster, { ...request, until }, leaseOf(7), rollBack);
    const owners = server.find<Deployment>('deployments', 'shop-canary')?.metadata?.ownerReferences;
    expect(owners?.map(({ name }) => name)).toEqual(['slipway-shop-fence-7']);
    expect(fences()).toEqual([7]);
  });

  it('deletes the fence that it creates after the newer run has looked for fences', async () => {
    server.once({ verb: 'create', path: 'fence-6' }, () => {
      server.put(
        pathOf(resources.configMap, 'shop', nameOf.fence('shop', 7)),
        fenceConfigMap('shop', 'shop', 7),
      );
      server.enter(newer);
    });
    await expect(
      advanceRollout(server.cluster, request, leaseOf(6), { command: 'promote', goal: 'done' }),
    ).rejects.toThrow(LeaseLost);
    expect(fences()).toEqual([5, 7]);
    expect(server.rollout?.token).toBe(7);
  });

  it('keeps a fence that it created earlier and that owns the canary', async () => {
    server.enter({ token: 4 });
    const list = server.cluster.list;
    server.cluster.list = async (path, query) => {
      if (query?.labelSelector?.includes('decision')) server.enter(newer);
      return list(path, query);
    };
    await expect(
      advanceRollout(server.cluster, request, leaseOf(5), { command: 'promote', goal: 'done' }),
    ).rejects.toThrow(LeaseLost);
    expect(server.names('deployments')).toEqual(['shop', 'shop-canary']);
    expect(fences()).toEqual([5]);
  });
});

describe('a run that takes over', () => {
  const since = async () => (await readState(server.cluster, 'shop', 'shop'))?.rollout.since ?? 0;

  it('has the time of its phase for itself, where it restores or rolls out', async () => {
    const before = await since();
    server.enter({ since: before - 3_600_000 });
    const until = performance.now() - 1;
    await advanceRollout(server.cluster, { ...request, until }, leaseOf(6), {
      ...{ command: 'promote', goal: 'done' },
    });
    expect(await since()).toBeGreaterThanOrEqual(before);
  });

  it('keeps its own fence and the canary, however high its token is', async () => {
    const until = performance.now() - 1;
    await advanceRollout(server.cluster, { ...request, until }, leaseOf(1_000_000_001), rollBack);
    expect(fences()).toEqual([1_000_000_001]);
    const owners = server.find<Deployment>('deployments', 'shop-canary')?.metadata?.ownerReferences;
    expect(owners?.map(({ name }) => name)).toEqual(['slipway-shop-fence-1000000001']);
  });

  it.each([
    ['deploy', 'has what is left of it, because it may bring the fix', false],
    ['sweep', 'has all of it again', true],
    ['promote', 'has all of it again', true],
  ] as const)('of a release that needs action by %s %s', async (command, _, renewed) => {
    const before = await since();
    const needsAction = { at: before, reason: 'no pod is ready' };
    server.enter({ since: before - 60_000, needsAction });
    const until = performance.now() - 1;
    await advanceRollout(server.cluster, { ...request, until }, leaseOf(6), { command, goal: 'done' });
    const { rollout } = server;
    expect(rollout).toMatchObject({ phase: 'promoting', token: 6 });
    expect(rollout?.needsAction).toBeUndefined();
    expect((await since()) >= before).toBe(renewed);
  });
});

describe('an object of the release that the API server keeps from being fenced', () => {
  const pathIn = { Service: resources.service, ConfigMap: resources.configMap };
  type Fenced = keyof typeof pathIn;
  const stamped = (token: number) => ({ annotations: { [annotationOf.token('shop')]: String(token) } });

  /** Release 2 has this object, too, which the run with that token has written. */
  async function having(kind: Fenced, token = 5): Promise<void> {
    const object = { apiVersion: 'v1', kind, metadata: { name: 'more' } };
    server.delete(pathOf(resources.configMap, 'shop', nameOf.record('shop', 2)));
    await server.record(recorded(2, null, { manifests: [workload().object, object] }));
    server.put(pathOf(pathIn[kind], 'shop', 'more'), { ...object, metadata: stamped(token) });
  }
  /** @returns what the run reported. */
  async function rolledBack(): Promise<string[]> {
    const said: string[] = [];
    const report = (line: string) => said.push(line);
    const { end } = await advanceRollout(server.cluster, { ...request, report }, leaseOf(6), rollBack);
    expect(end.state).toBe('rolled-back');
    return said;
  }

  it.each([
    ['ConfigMap', 403, 'not today'],
    ['ConfigMap', 500, 'failed calling webhook "policy.example.com"'],
    ['Service', 403, 'not today'],
    ['Service', 500, 'failed calling webhook "policy.example.com"'],
  ] as const)('does not keep a run from rolling back: %s, %i', async (kind, status, why) => {
    await having(kind);
    server.fail({ verb: 'patch', path: /\/more$/ }, status, why);
    const warnings = (await rolledBack()).filter(line => line.startsWith('warning'));
    expect(warnings).toEqual([wording(`${kind}/more`, why)]);
    expect(server.names('deployments')).toEqual(['shop']);
  });

  it('ends the run if a newer one has written it', async () => {
    await having('ConfigMap', 7);
    await expect(rolledBack()).rejects.toThrow(LeaseLost);
  });

  it('ends the run if it is the workload, to which the other run could still write', async () => {
    server.fail({ verb: 'patch', path: /\/deployments\/shop$/ }, 403, 'not today');
    await expect(rolledBack()).rejects.toThrow('not today');
    expect(fences()).toEqual([5]);
    expect(server.names('deployments')).toEqual(['shop', 'shop-canary']);
  });
});
