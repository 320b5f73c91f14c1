import { expect, it, vi } from 'vitest';
import type { Cluster } from '../../../src/cluster/port.ts';
import type { Drive } from '../../../src/release/engine/drive.ts';
import * as engine from '../../../src/release/engine/engine.ts';
import * as takeover from '../../../src/release/engine/takeover.ts';
import { sweepRollout } from '../../../src/release/runs/progress.ts';
import type { Lease } from '../../../src/release/state/lease.ts';
import type { Journal } from '../../../src/release/state/stored.ts';
import { nameOf } from '../../../src/release/workloads/naming.ts';
import { config, environment, journalOf } from '../objects.ts';

it('what a dead run left in its watch is watched to its end', async () => {
  const journal = journalOf({ phase: 'watching', candidate: 7 as Journal['candidate'] });
  const cluster = {
    get: async (path: string) =>
      path.endsWith(nameOf.application('shop')) ? { data: { journal: JSON.stringify(journal) } } : undefined,
    list: async () => ({ items: [] }),
  } as unknown as Cluster;
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
    world: { close: () => undefined },
  } as unknown as Drive);
  const drive = vi.spyOn(engine, 'drive').mockResolvedValue({ state: 'done', pods: 1 } as never);
  await sweepRollout(cluster, request, { token: 9 } as Lease, journal, async () => watcher);
  expect(drive.mock.calls).toEqual([[expect.objectContaining({ watcher })]]);
});
