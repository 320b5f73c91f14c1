import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { removeLeftSilences, silenced } from '../../src/actions/silences.ts';
import { monitoringSchema } from '../../src/config/monitoring.ts';
import { rollback } from '../../src/release/rollback.ts';
import * as proving from '../../src/release/verify.ts';
import { startAlertmanager } from '../monitoring/alerts/fake-alertmanager.ts';
import { config } from '../release/objects.ts';
import { progressive, Rollout } from '../release/promoting.ts';

let alertmanager: Awaited<ReturnType<typeof startAlertmanager>>;
let server: Rollout;
const warnings: string[] = [];
const host = {
  annotate: (_: string, { message }: { message: string }) => void warnings.push(message),
  report: () => {},
} as never;

beforeEach(async () => {
  vi.spyOn(proving, 'verify').mockResolvedValue(undefined as never);
  alertmanager = await startAlertmanager();
  server = await Rollout.promoting();
  warnings.length = 0;
});
afterEach(() => alertmanager.close());

const request = (silence: object) => {
  const monitoring = monitoringSchema.parse({ alertmanager: { url: alertmanager.url }, ...silence });
  const environment = { ...progressive, monitoring };
  return {
    ...{ config, environment, environmentName: 'production', env: {}, wait: 0, report: () => {} },
    origin: { run: 'run 7', actor: 'eve' },
  } as never;
};

/** Moves the rollout of release 2 with the engine, as `gate` and `promote` do. */
const move = (silence: object) =>
  silenced(server.cluster, request(silence), host, quiet =>
    rollback(server.cluster, { ...(request(silence) as object), ...quiet, from: 2, to: undefined } as never),
  );

it('M10: a run that moves a rollout opens a silence up to the deadline, and removes it', async () => {
  await move({ silence: '24h' });
  const [silence] = alertmanager.state.silences;
  expect(alertmanager.state.silences).toHaveLength(1);
  expect(silence?.comment).toBe('release 2 of shop in production (run 7)');
  expect(silence?.status.state).toBe('expired');
  // The strategy of the fixture has a deadline of 10 minutes.
  expect(Date.parse(silence?.endsAt ?? '') - Date.parse(silence?.startsAt ?? '')).toBeLessThanOrEqual(
    600_000,
  );
  expect(warnings).toEqual([]);
});

it('is moved in the same way without `silence`, and while Alertmanager is away', async () => {
  expect((await move({})).state).toBe('complete');
  expect(alertmanager.state.requests).toEqual([]);
  server = await Rollout.promoting();
  alertmanager.state.fails = 500;
  expect((await move({ silence: '30m' })).state).toBe('complete');
  expect(warnings).toHaveLength(2);
});

it('removes the silence if the run fails', async () => {
  const failing = silenced(server.cluster, request({ silence: '30m' }), host, async ({ onRollout }) => {
    onRollout?.({ candidate: 2, deadline: server.now + 60_000 } as never);
    throw new Error('it crashes');
  });
  await expect(failing).rejects.toThrow('it crashes');
  expect(alertmanager.state.silences.map(({ status }) => status.state)).toEqual(['expired']);
});

it('a sweep removes that of a killed run', async () => {
  await silenced(server.cluster, request({ silence: '30m' }), host, async ({ onRollout }) => {
    onRollout?.({ candidate: 2, deadline: server.now + 60_000 } as never);
    await expect.poll(() => alertmanager.state.silences.length).toBe(1);
    // The killed run removes nothing; a sweep comes in its place.
    await removeLeftSilences(server.cluster, request({ silence: '30m' }), host, server.now + 60_000);
    expect(alertmanager.state.silences[0]?.status.state).toBe('expired');
  });
  expect(warnings).toEqual([]);
});
