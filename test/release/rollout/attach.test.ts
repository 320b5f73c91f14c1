import { beforeEach, describe, expect, it } from 'vitest';
import type { ConfigMap, Deployment } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { finishRollout, rollBackRollout } from '../../../src/release/rollout/run.ts';
import { ownerConfigMap, tokenOfOwner } from '../../../src/release/store/fencing.ts';
import { nameOf } from '../../../src/release/workloads/naming.ts';
import { LeaseLost } from '../../../src/release/workloads/overtaken.ts';
import { wording } from '../../wording.ts';
import { config, sentence } from '../objects.ts';
import { progressive, Rollout } from '../promoting.ts';

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
/** The lease in the hands of the run with that token. */
const leaseOf = (token: number) => {
  server.lease(token);
  return { token, assertHeld: async () => {}, release: async () => {} };
};
const fences = () => server.names('configmaps').flatMap(name => tokenOfOwner({ metadata: { name } }) || []);
const newer = { token: 7, run: { run: 'run 7', actor: 'eve' } };

describe('records that another user has replaced', () => {
  it.each([['record'], ['outcome']] as const)(
    'security 10: end the rollout where the %s is not what a release wrote',
    async kind => {
      const number = kind === 'record' ? 2 : 1;
      const path = pathOf(resources.configMap, 'shop', nameOf[kind]('shop', number));
      const { data, ...object } = server.objects.get(path) as ConfigMap;
      const text = (data?.[kind] ?? '').replaceAll('ghcr.io/acme/shop', 'attacker.example.com/x');
      server.put(path, { ...object, data: { [kind]: text } } as never);
      const specs = () =>
        server.names('deployments').map(name => server.find<Deployment>('deployments', name)?.spec);
      const before = specs();
      const ended = rollBackRollout(server.cluster, request, leaseOf(6), 'rolled back');
      if (kind === 'record') expect(await sentence(() => ended)).toEqual(wording('2'));
      else expect((await ended).end.state).toBe('rolled-back');
      if (kind === 'record') expect(specs()).toEqual(before);
      expect(JSON.stringify(specs())).not.toContain('attacker.example.com');
    },
  );
});

describe('a living run that is overtaken', () => {
  it('leaves its fence, and with it the canary that has the traffic, to the run that takes over', async () => {
    server.once({ verb: 'delete', path: 'fence-5' }, () => server.enter(newer));
    await expect(finishRollout(server.cluster, request, leaseOf(6))).rejects.toThrow(LeaseLost);
    expect(server.names('deployments')).toEqual(['shop', 'shop-canary']);
    expect(fences()).toEqual([6]);
  });

  it('has its fence removed by that run, once the canary belongs to that one', async () => {
    server.once({ verb: 'delete', path: 'fence-5' }, () => server.enter(newer));
    await expect(finishRollout(server.cluster, request, leaseOf(6))).rejects.toThrow(LeaseLost);
    const until = performance.now() - 1;
    await rollBackRollout(server.cluster, { ...request, until }, leaseOf(7), 'rolled back');
    const owners = server.find<Deployment>('deployments', 'shop-canary')?.metadata?.ownerReferences;
    expect(owners?.map(({ name }) => name)).toEqual(['slipway-shop-fence-7']);
    expect(fences()).toEqual([7]);
  });

  it('takes back the fence that it raises after that run has looked for any', async () => {
    server.once({ verb: 'create', path: 'fence-6' }, () => {
      server.put(
        pathOf(resources.configMap, 'shop', nameOf.fence('shop', 7)),
        ownerConfigMap('shop', 'shop', 7),
      );
      server.enter(newer);
    });
    await expect(finishRollout(server.cluster, request, leaseOf(6))).rejects.toThrow(LeaseLost);
    expect(fences()).toEqual([5, 7]);
    expect(server.rollout?.token).toBe(7);
  });

  it('keeps one that it raised before, and by which the canary is owned', async () => {
    server.enter({ token: 4 });
    const list = server.cluster.list;
    server.cluster.list = async (path, query) => {
      if (query?.labelSelector?.includes('decision')) server.enter(newer);
      return list(path, query);
    };
    await expect(finishRollout(server.cluster, request, leaseOf(5))).rejects.toThrow(LeaseLost);
    expect(server.names('deployments')).toEqual(['shop', 'shop-canary']);
    expect(fences()).toEqual([5]);
  });
});
