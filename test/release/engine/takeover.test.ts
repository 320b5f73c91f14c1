import { beforeEach, describe, expect, it } from 'vitest';
import type { Deployment } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { finishRollout, undoRollout } from '../../../src/release/runs/progress.ts';
import { fenceOf, tokenOfFence } from '../../../src/release/state/fencing.ts';
import { labels, nameOf } from '../../../src/release/workloads/naming.ts';
import { LeaseLost } from '../../../src/release/workloads/overtaken.ts';
import { wording } from '../../wording.ts';
import { config, sentence, template } from '../objects.ts';
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
const leaseOf = (token: number) => ({ token, assertHeld: async () => {}, release: async () => {} });
const fences = () => server.names('configmaps').flatMap(name => tokenOfFence({ metadata: { name } }) || []);
const newer = { token: 7, run: { run: 'run 7', actor: 'eve' } };

describe('records that another user has replaced', () => {
  const replaced = async (...releases: Parameters<typeof server.record>) => {
    for (const { record } of releases)
      for (const name of [nameOf.record('shop', record.release), nameOf.outcome('shop', record.release)])
        server.delete(pathOf(resources.configMap, 'shop', name));
    await server.record(...releases);
  };
  const specs = () =>
    server.names('deployments').map(name => server.find<Deployment>('deployments', name)?.spec);

  it('security 10: are not gone on with when they are not what the canary was made from', async () => {
    const path = pathOf(resources.deployment, 'shop', 'shop-canary');
    const { metadata, ...canary } = server.objects.get(path) as Deployment;
    const annotations = {
      ...metadata?.annotations,
      [labels.release]: '2',
      [labels.record]: 'of the real one',
    };
    server.put(path, { ...canary, metadata: { ...metadata, annotations } });
    const before = specs();
    expect(await sentence(() => finishRollout(server.cluster, request, leaseOf(6)))).toEqual(wording('2'));
    expect(specs()).toEqual(before);
  });

  it('security 10: are not undone to when the workload never ran what they hold', async () => {
    await replaced(recorded(1, { template: template('attacker.example.com/x:latest') }));
    const said: string[] = [];
    const asked = { ...request, report: (line: string) => said.push(line) };
    const { end } = await undoRollout(server.cluster, asked, leaseOf(6), 'rolled back');
    expect(end.state).toBe('undone');
    expect(said).toContainEqual(wording('1', 'attacker.example.com'));
    expect(JSON.stringify(specs())).not.toContain('attacker.example.com');
  });
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
    await undoRollout(server.cluster, { ...request, until }, leaseOf(7), 'rolled back');
    const owners = server.find<Deployment>('deployments', 'shop-canary')?.metadata?.ownerReferences;
    expect(owners?.map(({ name }) => name)).toEqual(['slipway-shop-fence-7']);
    expect(fences()).toEqual([7]);
  });

  it('takes back the fence that it raises after that run has looked for any', async () => {
    server.once({ verb: 'create', path: 'fence-6' }, () => {
      server.put(pathOf(resources.configMap, 'shop', nameOf.fence('shop', 7)), fenceOf('shop', 'shop', 7));
      server.enter(newer);
    });
    await expect(finishRollout(server.cluster, request, leaseOf(6))).rejects.toThrow(LeaseLost);
    expect(fences()).toEqual([5, 7]);
    expect(server.journal?.token).toBe(7);
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
