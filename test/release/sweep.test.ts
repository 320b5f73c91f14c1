import { beforeEach, describe, expect, it } from 'vitest';
import type { Parked } from '../../src/release/journal.ts';
import { sweep } from '../../src/release/sweep.ts';
import { config } from './objects.ts';
import { progressive, Rollout } from './promoting.ts';

let server: Rollout;

beforeEach(async () => {
  server = await Rollout.promoting();
});

const swept = () =>
  sweep(server.cluster, {
    config,
    environment: progressive,
    origin: { run: 'run 7', actor: 'cron' },
    wait: 0,
    env: {},
    report: () => {},
  });

describe('a rollout that waits', () => {
  it('is swept when the time of its approval is over', async () => {
    const parked: Parked = { until: server.now - 1, for: 'approval', reason: 'the time is over' };
    server.enter({ phase: 'stepping', weight: 50, parked });
    expect(await swept()).toMatchObject({
      state: 'undone',
      release: 2,
      reason: expect.stringMatching(/^release 2 waited until .*, and nobody came to approve it$/),
    });
    expect(server.journal).toMatchObject({ phase: 'undone' });
    expect(server.names('deployments')).toEqual(['shop']);
  });

  it('for its gate is nobody’s to sweep until its time is over', async () => {
    server.enter({ phase: 'prepared', weight: 0, parked: { until: server.now + 60_000, for: 'gate' } });
    const before = server.journal;
    expect(await swept()).toMatchObject({ state: 'busy', release: 2 });
    expect(server.journal).toEqual(before);
    server.now += 60_001;
    expect(await swept()).toMatchObject({ state: 'undone', release: 2 });
  });
});
