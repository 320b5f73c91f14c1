import { describe, expect, it } from 'vitest';
import { ExecConnectionLost, ProgramMissing } from '../../../src/cluster/exec.ts';
import type { Pod } from '../../../src/cluster/objects.ts';
import { requested } from '../../../src/recovery/drill/disruption.ts';
import { newProgress } from '../../../src/recovery/drill/facts.ts';
import { scenarioOf } from '../../../src/recovery/scenario.ts';
import { wording } from '../../wording.ts';
import { drillIn, killedAt, load, sweepIn, world } from './application-world.ts';
import { drillOf } from './fake-system.ts';

describe('a killed container', () => {
  it('passes when it is restarted once and ready again', async () => {
    const report = await drillIn(world(), 'container');
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L2', left: [], seed: 'seed' });
    expect(report.outage?.kind).toBe('over');
    expect(report.did).toEqual(scenarioOf('container-kill').steps.map(({ action }) => action));
  });

  it('fails in a crash loop', async () => {
    const report = await drillIn(world({ restarts: 2 }), 'container');
    expect(report).toMatchObject({ verdict: 'fail', reasons: [wording('web')] });
  });

  it('falls back to the shell, and is unknown in an image with neither', async () => {
    const missing = () => new ProgramMissing('no command can run: executable file not found in $PATH', '');
    const shell = await drillIn(
      world({ kill: ([name]) => (name === 'sh' ? { code: 137, stdout: '', stderr: '' } : missing()) }),
      'container',
      { deadline: 50 },
    );
    // The fake restarts nothing for a lost answer: the process was killed, but nothing brought it back.
    expect(shell.verdict).toBe('error');
    const docker = () => ({ code: 126, stdout: 'executable file not found in $PATH', stderr: '' });
    for (const kill of [missing, docker]) {
      const none = await drillIn(world({ kill }), 'container');
      expect(none).toMatchObject({ verdict: 'error', reasons: [wording('web')] });
    }
  });

  it('that still runs after a lost connection is said to have been out of reach, not to ignore the signal', async () => {
    const kill = () => new ExecConnectionLost('the connection to pod web-0 was lost: EOF', 'run it again');
    const report = await drillIn(world({ kill }), 'container', { deadline: 50 });
    expect(report).toMatchObject({
      verdict: 'error',
      reasons: ['the connection to pod web-0 was lost: EOF. Run it again.'],
    });
  });

  it.each([
    ['hostPID', { hostPID: true }],
    ['a shared process namespace', { shareProcessNamespace: true }],
    ['no restart', { restartPolicy: 'Never' }],
  ])('is refused with %s', async (_, spec) => {
    const of = world({ pod: pod => void Object.assign(pod.spec ?? {}, spec) });
    await expect(drillIn(of, 'container')).rejects.toThrow(wording());
    expect(of.api.writes).toEqual([]);
  });
});

describe('a lost pod', () => {
  it('passes when no request fails until the application is whole', async () => {
    const of = world();
    const report = await drillIn(of, 'pod');
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L2' });
    expect(report.levelChecks.map(({ what }) => what)).toEqual(['pods', 'version', 'pods', 'requests']);
    expect(report.did).toEqual(scenarioOf('pod-loss').steps.map(({ action }) => action));
    expect(of.api.names('pods')).toHaveLength(3);
    expect(of.noted()).toBe(false);
  });

  it('is never one of another workload, nor is one that has ended in the way', async () => {
    const of = world();
    const metadata = { labels: { app: 'web' } };
    const pods = '/api/v1/namespaces/shop/pods';
    const status = { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] };
    for (const name of ['a-worker', 'z-worker']) of.api.put(`${pods}/${name}`, { metadata, status } as never);
    of.api.put(`${pods}/a-job`, { metadata, status: { phase: 'Succeeded' } } as never);
    const { ownerReferences } = of.api.objects.get(`${pods}/web-0`)?.metadata ?? {};
    of.api.put(`${pods}/web-evicted`, {
      metadata: { ...metadata, ownerReferences },
      status: { phase: 'Failed' },
    } as never);
    const report = await drillIn(of, 'zone');
    expect(report).toMatchObject({ verdict: 'pass' });
    expect(of.api.writes.filter(write => /worker|job|evicted/.test(write))).toEqual([]);
    for (const seed of ['a', 'b', 'c', 'd'])
      expect((await drillIn(of, 'pod', { seed })).verdict).toBe('pass');
    expect(of.api.writes.filter(write => /worker|job|evicted/.test(write))).toEqual([]);
  });

  it('fails when more requests fail than allowed', async () => {
    const report = await drillIn(world({ lost: 3 }), 'pod', { load: { ...load, failed: 2 } });
    expect(report).toMatchObject({ verdict: 'fail', reasons: [wording('3', '503')] });
    const within = await drillIn(world({ lost: 3 }), 'pod', { load: { ...load, failed: 3 } });
    expect(within).toMatchObject({ verdict: 'pass', outage: { kind: 'over' } });
  });

  it('shows nothing when the load has ended before the application is whole again', async () => {
    const samples = () => [{ at: 1, ok: true, tookMs: 1 }];
    const over = { samples, stop: async () => samples(), isOver: () => true };
    const drill = { ...drillOf(), load };
    const progress = { ...newProgress(), injectedAt: 0 };
    await expect(requested(drill, progress, over)).rejects.toThrow(wording());
    progress.levelChecks.push({ level: 'L2', what: 'pods', state: 'failed', sentence: 'web-1 is not ready' });
    await requested(drill, progress, over);
    expect(progress.levelChecks.map(({ what }) => what)).toEqual(['pods', 'requests']);
  });

  it('fails when no pod replaces it', async () => {
    const report = await drillIn(world({ replaces: false }), 'pod', { deadline: 30, rejoinTimeout: 30 });
    expect(report.verdict).toBe('fail');
  });

  it('sends no more requests than allowed, and shows nothing when the load ends early', async () => {
    const of = world();
    let sent = 0;
    const send = async () => {
      sent += 1;
      return undefined;
    };
    const report = await drillIn({ ...of, send }, 'pod', { load: { ...load, requests: 3 } });
    expect(sent).toBe(3);
    expect(report).toMatchObject({ verdict: 'skipped', reasons: [wording()] });
    expect(of.api.names('pods')).toContain('web-0');
  });
});

describe('a drained zone', () => {
  it('is cordoned, moves its pods, and is uncordoned', async () => {
    const of = world({ budget: 1 });
    const report = await drillIn(of, 'zone', { seed: 'x' });
    expect(report).toMatchObject({ verdict: 'pass', left: [] });
    expect(of.cordoned()).toEqual([]);
    expect(of.api.writes.filter(each => each.includes('/nodes/')).length).toBeGreaterThan(1);
  });

  it('gets its pods back', async () => {
    for (const seed of ['1', '2', '3']) {
      const of = world({ spreads: true });
      const report = await drillIn(of, 'zone', { seed });
      expect(report.verdict).toBe('pass');
      expect(report.notes?.join()).toContain('was moved back');
      expect(
        of
          .nodesOfPods()
          .map(node => (node === 'node-d' ? 'node-a' : node))
          .sort(),
      ).toEqual(['node-a', 'node-b', 'node-c']);
    }
  });

  it('says that no pod came back where the scheduler puts it elsewhere', async () => {
    const of = world();
    const report = await drillIn(of, 'zone', { seed: '1' });
    expect(report.verdict).toBe('pass');
    expect(report.notes).toContainEqual(wording('topology spread constraint'));
    expect(of.api.writes.filter(each => each.includes('/eviction'))).toHaveLength(2);
  });

  it('is an error where the replacement of a moved pod does not start', async () => {
    const of = world({ spreads: true, replacesAtMost: 1 });
    const report = await drillIn(of, 'zone', { seed: '1' });
    expect(report).toMatchObject({ verdict: 'error', reasons: [wording('does not start')] });
    expect(of.cordoned()).toEqual([]);
  });

  it('stays as it is where a budget forbids the move', async () => {
    const of = world({ spreads: true, budgetAfter: 1 });
    const report = await drillIn(of, 'zone', { seed: '1' });
    expect(report.verdict).toBe('pass');
    expect(report.notes).toContainEqual(wording('stays in another zone', 'PodDisruptionBudget'));
    expect(of.nodesOfPods()).toHaveLength(3);
  });

  it('gets no pod back where one pod is all', async () => {
    const of = world({ pods: 1 });
    await drillIn(of, 'zone', { seed: '1' });
    expect(of.api.writes.filter(each => each.includes('/eviction'))).toHaveLength(1);
  });

  it('leaves a node that was cordoned before as it is', async () => {
    const of = world();
    of.api.edit(
      '/api/v1/nodes/node-d',
      object => void Object.assign(object, { spec: { unschedulable: true } }),
    );
    for (const seed of ['1', '2', '3', '4', '5']) await drillIn(of, 'zone', { seed });
    expect(of.cordoned()).toEqual(['node-d']);
  });

  it('is not cordoned without the permission, and says so', async () => {
    const of = world();
    of.api.forbid('patch nodes');
    const report = await drillIn(of, 'zone');
    expect(report.verdict).toBe('pass');
    expect(report.notes).toContainEqual(wording('permission'));
  });

  it('is refused when the other zones have no room', async () => {
    const of = world();
    for (const name of ['node-a', 'node-b', 'node-c', 'node-d'])
      of.api.edit(`/api/v1/nodes/${name}`, (node: { status?: { allocatable?: object } }) =>
        Object.assign(node.status?.allocatable ?? {}, { cpu: '1500m' }),
      );
    await expect(drillIn(of, 'zone')).rejects.toThrow(wording());
    expect(of.api.writes).toEqual([]);
  });

  it('is an error when a budget never allows the eviction, and is uncordoned', async () => {
    const of = world({ budget: 1_000_000 });
    const report = await drillIn(of, 'zone');
    expect(report).toMatchObject({ verdict: 'error', reasons: [wording('PodDisruptionBudget')] });
    expect(of.cordoned()).toEqual([]);
  });

  it('evicts when the API server is available again', async () => {
    const of = world({ unavailable: 1 });
    expect(await drillIn(of, 'zone')).toMatchObject({ verdict: 'pass' });
    expect(of.cordoned()).toEqual([]);
  });

  it('is an error while the API server stays unavailable, and blames no budget', async () => {
    const of = world({ unavailable: 1_000_000 });
    const report = await drillIn(of, 'zone');
    expect(report).toMatchObject({ verdict: 'error', reasons: [wording('API server', 'unavailable')] });
    expect(of.cordoned()).toEqual([]);
  });
});

describe('an application that is not whole', () => {
  it.each(['container', 'pod', 'zone'] as const)('gets no fault of a %s', async breaks => {
    const of = world();
    of.api.edit<Pod & object>('/api/v1/namespaces/shop/pods/web-1', ({ status }) => {
      if (status !== undefined) status.conditions = [{ type: 'Ready', status: 'False' }];
    });
    await expect(drillIn(of, breaks)).rejects.toThrow(wording('web-1'));
    expect(of.api.writes).toEqual([]);
  });
});

const kinds = ['container', 'pod', 'zone'] as const;
const counts = new Map<string, number>();
for (const breaks of kinds) {
  const of = world();
  const cluster = killedAt(of.api.cluster, Number.POSITIVE_INFINITY, true);
  await drillIn(of, breaks, { cluster });
  counts.set(breaks, cluster.writes());
}

describe('a drill that is killed at any write', () => {
  const cases = kinds.flatMap(breaks =>
    Array.from({ length: counts.get(breaks) ?? 0 }, (_, index) => index + 1).flatMap(write =>
      [true, false].map(isWritten => [breaks, write, isWritten] as const),
    ),
  );

  it.each(cases)(
    'of a %s, write %i (done: %s): sweep leaves nothing broken',
    async (breaks, write, isWritten) => {
      const of = world();
      const cluster = killedAt(of.api.cluster, write, isWritten);
      const report = await drillIn(of, breaks, { cluster, deadline: 50, rejoinTimeout: 50 });
      if (of.cordoned().length > 0) expect(of.noted()).toBe(true);
      if (report.verdict === 'pass') expect(of.cordoned()).toEqual([]);
      of.api.now += 60_000;
      await sweepIn(of);
      expect(of.cordoned()).toEqual([]);
      expect(of.noted()).toBe(false);
      expect(of.api.names('pods')).toHaveLength(3);
      const again = await drillIn(of, breaks);
      expect(again.verdict).toBe('pass');
    },
  );
});
