import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { waitsForPerson } from '../../src/actions/waits.ts';
import { status } from '../../src/release/status.ts';
import { acquireLease } from '../../src/release/store/lease.ts';
import type { Pause } from '../../src/release/store/schema.ts';
import { formatTime } from '../../src/toolkit/duration.ts';
import { config } from '../release/objects.ts';
import { progressive, Rollout } from '../release/promoting.ts';
import { wording } from '../wording.ts';

/** What `sweep` says of a rollout that waits for a person. */

const hour = 3_600_000;
let server: Rollout;
beforeEach(async () => {
  server = await Rollout.promoting();
});
afterEach(() => vi.unstubAllEnvs());

const waiting = (paused: Pause, environment = progressive) => {
  server.enter({ phase: 'stepping', weight: 25, paused });
  return waitsForPerson(server.cluster, {
    ...{ config, environment, environmentName: 'production', wait: 0, env: {}, report: () => {} },
    origin: { run: 'run 7', actor: 'cron' },
  } as never);
};

it('says which release waits for a planned approval, since when, until when, who may approve it, and how', async () => {
  const until = server.now + hour;
  const reason = 'errors are as before';
  const found = await waiting({ until, for: 'approval', planned: true, reason });
  expect(found).toMatchObject({ for: 'approval', planned: true, weight: 25 });
  // `pause-timeout` is 4 hours.
  expect(found?.why).toEqual(
    wording('release 2', '25 %', formatTime(until - 4 * hour), formatTime(until), 'rollback.yml', reason),
  );
  expect(found?.remedy).toEqual(wording('approve', 'rollback', 'rollback.yml'));
});

it.each([
  { for: 'resume', reason: 'errors could not be read' },
  { for: 'approval' },
  { for: 'approval', planned: true },
] as const)('has the word that gate and status have for the same pause: %j', async paused => {
  // `gate` publishes the pause itself.
  const pause: Pause = { ...paused, until: server.now + hour };
  const found = await waiting(pause);
  const { waitingFor, planned } = await status(server.cluster, { config, environment: progressive });
  expect(found?.for).toBe(pause.for);
  expect(waitingFor).toBe(pause.for);
  expect([found?.planned, planned]).toEqual([pause.planned === true, pause.planned === true]);
});

it('measures the time by the slipway.yml of that release', async () => {
  const { strategy } = progressive;
  const today = { ...progressive, strategy: { ...strategy, 'pause-timeout': 48 * hour } as typeof strategy };
  const until = server.now + hour;
  const found = await waiting({ until, for: 'resume' }, today);
  expect(found).toMatchObject({ for: 'resume', planned: false });
  expect(found?.why).toContain(`since ${formatTime(until - 4 * hour)}`);
});

it('names the permission and the command outside of GitHub', async () => {
  vi.stubEnv('GITHUB_RUN_ID', undefined);
  const found = await waiting({ until: server.now + hour, for: 'approval', planned: true });
  expect(found?.why).toContain('the permissions of a release');
  expect(found?.remedy).toContain('slipway gate --approve');
});

it.each([
  ['bakes', { for: 'bake', until: hour }],
  ['waits for the next step of its run', { for: 'promote', until: hour }],
  ['has waited too long', { for: 'approval', planned: true, until: -1 }],
] as const)('says nothing of a rollout that %s', async (_, { until, ...paused }) => {
  expect(await waiting({ ...paused, until: server.now + until })).toBeUndefined();
});

it('says nothing of a rollout that a run works on', async () => {
  const asks = { app: 'shop', namespace: 'shop', origin: { run: 'run 9', actor: 'eve' }, wait: 0 };
  const lease = await acquireLease(server.cluster, { ...asks, seize: false, report: () => {} });
  expect(await waiting({ until: server.now + hour, for: 'approval', planned: true })).toBeUndefined();
  await lease.release();
});
