import { afterEach, describe, expect, it, vi } from 'vitest';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import type { Drive } from '../../../src/release/engine/drive.ts';
import * as engine from '../../../src/release/engine/engine.ts';
import * as takeover from '../../../src/release/engine/takeover.ts';
import { progress, sweepRollout } from '../../../src/release/runs/progress.ts';
import type { Lease } from '../../../src/release/state/lease.ts';
import type { Journal } from '../../../src/release/state/stored.ts';
import { labels, nameOf } from '../../../src/release/workloads/naming.ts';
import type { Origin } from '../../../src/toolkit/origin.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { config, environment, journalOf, sentence } from '../objects.ts';
import { progressive, Rollout } from '../promoting.ts';

afterEach(() => vi.restoreAllMocks());

it('what a dead run left in its watch is watched to its end', async () => {
  const journal = journalOf({ phase: 'watching', candidate: 7 as Journal['candidate'] });
  const api = new FakeApiServer();
  api.put(pathOf(resources.configMap, 'shop', nameOf.application('shop')), {
    data: { journal: JSON.stringify(journal) },
  });
  const request = {
    config: { ...config, app: 'shop' },
    environment: environment(),
    origin: { actor: 'bob', run: 'run 2' },
    wait: 0,
    env: {},
    report: () => {},
  };
  const watcher = {
    look: () => undefined,
    insight: () => ({ verdict: undefined, facts: [] }),
    stop: async () => undefined,
  };
  vi.spyOn(takeover, 'takeOver').mockResolvedValue({
    keeper: { journal: {} },
    dossier: { record: {}, save: async () => undefined },
    course: {},
    world: { close: () => undefined, observe: () => ({}) },
  } as unknown as Drive);
  const drive = vi.spyOn(engine, 'drive').mockResolvedValue({ state: 'done', pods: 1 } as never);
  await sweepRollout(api.cluster, request, { token: 9 } as Lease, journal, async () => watcher);
  expect(drive.mock.calls).toEqual([[expect.objectContaining({ watcher })]]);
});

describe('engine 3: a step after one that could not give its lease back', () => {
  async function goesOn(origin: Origin) {
    const server = await Rollout.watching(60_000);
    server.now += 11 * 60_000;
    server.put(pathOf(resources.lease, 'shop', nameOf.application('shop')), {
      kind: 'Lease',
      metadata: { name: nameOf.application('shop'), annotations: { [labels.token]: '5' } },
      spec: { holderIdentity: 'ann in run 5', leaseDurationSeconds: 30 },
    } as KubeObject);
    const request = { config, environment: progressive, origin, wait: 0, env: {}, report: () => {} };
    const fine = { verdict: 'continue' as const, reason: 'nothing is worse' };
    const entry = { journal: server.journal as Journal, version: '' };
    const watcher = {
      look: () => {},
      insight: () => ({ verdict: fine, facts: [] }),
      stop: async () => {},
    };
    const { end } = await progress(server.cluster, request, entry, 'done', { watch: async () => watcher });
    return end.state;
  }

  it('goes on in the same run', async () => {
    expect(await goesOn({ actor: 'ann', run: 'run 5' })).toBe('done');
  });

  it('is refused in another one, which cannot know whether that run lives', async () => {
    expect(await sentence(() => goesOn({ actor: 'bob', run: 'run 6' }))).toEqual(wording('ann in run 5'));
  });
});
