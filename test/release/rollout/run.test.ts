import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LeaseObject } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import * as takeover from '../../../src/release/rollout/attach.ts';
import type { RolloutContext } from '../../../src/release/rollout/context.ts';
import * as engine from '../../../src/release/rollout/reconciler.ts';
import { acquireRollout, advanceRollout, endDeadRollout } from '../../../src/release/rollout/run.ts';
import type { Lease as Held } from '../../../src/release/store/lease.ts';
import type { RolloutState } from '../../../src/release/store/schema.ts';
import type { Origin } from '../../../src/toolkit/origin.ts';
import { labels, nameOf } from '../../../src/workloads/naming.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { config, environment, rolloutOf, sentence } from '../objects.ts';
import { progressive, Rollout } from '../promoting.ts';

afterEach(() => vi.restoreAllMocks());

const silent = {
  look: () => undefined,
  inputs: () => ({ verdict: undefined, facts: [] }),
  stop: async () => undefined,
};

/** Ends the rollout of release 7, which another run left so. @returns the runs of the reconciler, and what was reported. */
async function ended(left: Partial<RolloutState>) {
  const rollout = rolloutOf({ ...left, candidate: 7 as RolloutState['candidate'] });
  const said: string[] = [];
  const api = new FakeApiServer();
  api.put(pathOf(resources.lease, 'shop', nameOf.application('shop')), {
    metadata: { annotations: { [labels.token]: '9', [labels.state]: JSON.stringify(rollout) } },
  });
  const request = {
    config: { ...config, app: 'shop' },
    environment: environment(),
    origin: { actor: 'bob', run: 'run 2' },
    wait: 0,
    env: {},
    report: (line: string) => said.push(line),
  };
  vi.spyOn(takeover, 'attach').mockResolvedValue({
    store: { rollout: {} },
    decisions: { record: { durations: {} }, save: async () => undefined },
    spec: {},
    informers: { close: () => undefined, snapshot: () => ({}) },
  } as unknown as RolloutContext);
  const drive = vi.spyOn(engine, 'reconcile').mockResolvedValue({ state: 'done', pods: 1 } as never);
  await endDeadRollout(api.cluster, request, { token: 9 } as Held, rollout, {
    command: 'sweep',
    startGate: async () => silent,
  });
  return { runs: drive.mock.calls, said };
}

it('a rollout whose run died during the watch is watched to its end', async () => {
  const { runs } = await ended({ phase: 'watching' });
  expect(runs).toEqual([[expect.objectContaining({ gate: silent })]]);
});

describe('a run that finishes what another left says whether that run died or stopped on purpose', () => {
  const needsAction = { at: 1, reason: 'release 6 has no ready pod to take the traffic' };

  it.each(['promoting', 'rolling-back'] as const)('%s', async phase => {
    const died = await ended({ phase });
    expect(died.said).toEqual([wording('release 7', phase, 'finishing')]);
    const stopped = await ended({ phase, needsAction });
    expect(stopped.said).toEqual([wording('release 7', 'needs action', needsAction.reason, 'once more')]);
  });
});

describe('engine 3: a step after one that could not release the Lease', () => {
  async function goesOn(origin: Origin) {
    const server = await Rollout.watching(60_000);
    server.now += 11 * 60_000;
    server.edit(pathOf(resources.lease, 'shop', nameOf.application('shop')), (lease: LeaseObject) => {
      lease.spec = { holderIdentity: 'ann in run 5', leaseDurationSeconds: 30 };
      // It was written now.
      delete lease.metadata?.managedFields;
    });
    const request = { config, environment: progressive, origin, wait: 0, env: {}, report: () => {} };
    const fine = { verdict: 'continue' as const, reason: 'nothing is worse' };
    const entry = { rollout: server.rollout as RolloutState, text: '' };
    const gate = {
      look: () => {},
      inputs: () => ({ verdict: fine, facts: [] }),
      stop: async () => {},
    };
    const lease = await acquireRollout(server.cluster, request, entry);
    const move = { command: 'promote' as const, goal: 'done' as const, startGate: async () => gate };
    const { end } = await advanceRollout(server.cluster, request, lease, move);
    return end.state;
  }

  it('continues in the same workflow run', async () => {
    expect(await goesOn({ actor: 'ann', run: 'run 5' })).toBe('done');
  });

  it('is refused in another workflow run, which cannot know whether the first one lives', async () => {
    expect(await sentence(() => goesOn({ actor: 'bob', run: 'run 6' }))).toEqual(wording('ann in run 5'));
  });
});

it('CH 2: a pause is written although the API server refuses its first write with 500', async () => {
  const server = await Rollout.promoting();
  server.enter({ phase: 'baking', weight: 50 });
  vi.spyOn(engine, 'reconcile').mockImplementation(async () => {
    server.fail({ verb: 'write', path: /leases/, times: 1 }, 500);
    return { state: 'judged', pods: 1 };
  });
  const origin = { actor: 'ann', run: 'run 6' };
  const request = { config, environment: progressive, origin, wait: 0, env: {}, report: () => {} };
  const lease = await acquireRollout(server.cluster, request, {
    rollout: server.rollout as RolloutState,
    text: '',
  });
  await advanceRollout(server.cluster, request, lease, { command: 'gate', goal: 'judged' });
  expect(server.rollout).toMatchObject({ phase: 'baking', paused: { for: 'promote' } });
});
