import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Deployment } from '../../src/cluster/objects.ts';
import { sweep } from '../../src/release/sweep.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { timing } from '../../src/toolkit/timing.ts';
import type { Failure, Which } from '../cluster/fake-api-server.ts';
import { config, imageOf } from './objects.ts';
import { progressive, Rollout } from './promoting.ts';
import { shop, Updating } from './updating.ts';

/** A rolling release of version 2 over version 1, of which every write fails in turn. */

const { writeRetry, writeAnswer } = timing;
beforeEach(() => void Object.assign(timing, { writeRetry: 60, writeAnswer: 40 }));
afterEach(() => void Object.assign(timing, { writeRetry, writeAnswer }));

const served = (server: Updating) =>
  (server.objects.get(shop) as Deployment).spec?.template.spec?.containers[0]?.image;

/** Releases it while such writes fail. @returns how that ended, and what served then and after the sweep that finds the API server well. */
async function released(which?: Which, failure: Failure = 503) {
  const server = await Updating.before();
  server.lease(6);
  server.calls.length = 0;
  const heal = which === undefined ? () => {} : server.fail({ ...which, verb: 'write' }, failure);
  const state = await server.roll().then(
    end => end.state,
    (error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      return 'failed';
    },
  );
  heal();
  const writes = server.calls.filter(({ isWrite }) => isWrite).length;
  const serves = served(server);
  await sweep(server.cluster, {
    ...{ config, environment: server.environment, origin: { run: 'run 7', actor: 'cron' } },
    ...{ env: {}, wait: 0, report: () => {} },
  });
  return { state, writes, serves, swept: { phase: server.rollout?.phase, serves: served(server) } };
}

/** Sweeps a canary that nobody judged good, first while such writes fail. */
async function rolledBack(which?: Which, failure: Failure = 503) {
  const server = await Rollout.promoting();
  server.enter({ phase: 'stepping', weight: 50 });
  server.calls.length = 0;
  const swept = (run: string) =>
    sweep(server.cluster, {
      ...{ config, environment: progressive, origin: { run, actor: 'cron' } },
      ...{ env: {}, wait: 0, report: () => {} },
    }).then(
      ({ state }) => state,
      (error: unknown) => {
        if (!(error instanceof UserError)) throw error;
        return 'failed';
      },
    );
  const heal = which === undefined ? () => {} : server.fail({ ...which, verb: 'write' }, failure);
  const first = await swept('run 7');
  const writes = server.calls.filter(({ isWrite }) => isWrite).length;
  heal();
  server.now += 60_000;
  await swept('run 8');
  return { first, writes, serves: server.names('deployments'), phase: server.rollout?.phase };
}

const { writes } = await released();
const { writes: rollingBack, ...well } = await rolledBack();
const failures: Failure[] = [401, 403, 409, 422, 429, 500, 503, 'reset', 'hang', 'accepted, then reset'];
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const each = (ways: readonly Failure[]) => upTo(writes).flatMap(nth => ways.map(way => [nth, way] as const));

describe.each([
  ['once', { times: 1 }, failures],
  ['from then on', {}, [403, 503, 'hang'] as Failure[]],
])('CH 2: a write that fails %s', (_, times, ways) => {
  it.each(each(ways))(
    'number %i, by %s: the run reports the live release, and sweep ends the rollout',
    async (nth, failure) => {
      const { state, serves, swept } = await released({ ...times, nth }, failure);
      if (state === 'complete') expect(serves).toBe(imageOf(2));
      if (state === 'rolled-back') expect(serves).toBe(imageOf(1));
      expect([
        { phase: 'done', serves: imageOf(2) },
        { phase: 'rolled-back', serves: imageOf(1) },
      ]).toContainEqual(swept);
    },
  );
});

it.each(upTo(rollingBack))(
  'CH 2: write %i of a rollback by sweep, failing in any way: the next sweep leaves nothing of the canary',
  async nth => {
    const all = failures.map(failure => [failure, { nth, times: 1 }] as const);
    for (const [failure, which] of [...all, [403, { nth }] as const]) {
      const { serves, phase } = await rolledBack(which, failure);
      expect({ serves, phase }, `${failure}`).toEqual({ serves: ['shop'], phase: 'rolled-back' });
    }
  },
);

it('a rollout without a failure needs several writes', () => {
  expect(well).toEqual({ first: 'rolled-back', serves: ['shop'], phase: 'rolled-back' });
  expect([writes, rollingBack].filter(count => count > 5)).toHaveLength(2);
});
