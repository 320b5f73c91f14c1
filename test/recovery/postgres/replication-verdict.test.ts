import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Duration } from '../../../src/config/duration.ts';
import type { ReplicationState, StandbyState } from '../../../src/recovery/postgres/replication.ts';
import {
  type DeclaredStandbys,
  judgeReplication,
  replicationFacts,
} from '../../../src/recovery/postgres/replication-verdict.ts';
import { wording } from '../../wording.ts';

const minute = 60_000 as Duration;
type Promised = DeclaredStandbys['replicas'][number];

const synchronous: Promised = { survives: 'node', mode: 'synchronous' };
const within = (lag: number, survives: Promised['survives'] = 'node'): Promised => ({
  ...{ survives, mode: 'asynchronous', 'max-lag': lag as Duration },
});
const standby = (name: string, most: number, more: Partial<StandbyState> = {}): StandbyState => ({
  ...{ name, address: name, state: 'streaming', synchronous: false, bytes: most === 0 ? 0 : 12_300_000 },
  ...{ lag: { least: most, most } },
  ...more,
});
const archives = { on: true, archived: 1000, failed: undefined, waited: 0 };
const state = (
  standbys: readonly StandbyState[],
  more: Partial<ReplicationState> = {},
): ReplicationState => ({
  ...{
    primary: 'db-0',
    standbys,
    archiving: archives,
    allWait: true,
    standbyPods: [],
    unreachable: new Map(),
  },
  ...more,
});
const declared = (...replicas: Promised[]): DeclaredStandbys => ({
  ...{ replicas, 'archive-timeout': minute, 'archive-lag': minute },
});
const judge = (standbys: readonly StandbyState[], ...replicas: Promised[]) =>
  judgeReplication(state(standbys), declared(...replicas));

describe('what replicates', () => {
  const zones = new Map([
    ['db-0', 'a'],
    ['db-1', 'a'],
    ['db-2', 'b'],
    ['db-3', 'b'],
  ]);
  const all = [
    standby('db-1', 0),
    standby('db-2', 0, { synchronous: true }),
    standby('db-3', 0, { state: 'catchup', synchronous: true }),
    standby('db-4', 0),
  ];

  it('are standbys that stream, of them those in a known other zone, and the archive', () => {
    expect(replicationFacts(state(all), zones)).toEqual({
      ...{ streaming: 3, apart: 1, synchronous: 1, allWait: true, archiving: true },
    });
    expect(replicationFacts(state(all), new Map())).toMatchObject({ streaming: 3, apart: 0 });
    const off = state([], { archiving: { ...archives, on: false } });
    expect(replicationFacts(off, zones)).toMatchObject({ streaming: 0, synchronous: 0, archiving: false });
    expect(replicationFacts({ unknown: 'no pod answers' }, zones)).toEqual({
      ...{ streaming: 0, apart: 0, archiving: false },
    });
  });
});

describe('H3: standbys', () => {
  it('are ok when each promise has one', () => {
    const found = judge([standby('db-1', 0), standby('db-2', 20_000)], within(30_000), within(5000));
    expect(found).toEqual({
      verdict: 'ok',
      problems: [],
      standbys: [wording('db-1'), wording('db-2', '20s')],
    });
  });

  it('are behind with the measured lag, the WAL, and the limit', () => {
    expect(judge([standby('db-1', 123_000)], within(30_000))).toMatchObject({
      verdict: 'behind',
      problems: [wording('db-1', '2m3s', '12.3 MB', '30s')],
    });
  });

  it('are missing if they are not connected, with the pod that does not answer', () => {
    const answer = state([standby('db-1', 0)], { unreachable: new Map([['db-2', 'its node is gone']]) });
    expect(judgeReplication(answer, declared(within(1000), within(1000)))).toMatchObject({
      verdict: 'missing',
      problems: [wording('2 standbys', 'db-1', 'db-2', 'its node is gone')],
    });
    expect(judge([], within(1000)).problems).toEqual([wording('1 standby')]);
  });

  it.each<[string, Partial<StandbyState>]>([
    ['is still catching up', { state: 'catchup' }],
    ['has never reported', { bytes: undefined }],
  ])('are missing if one %s', (_, more) => {
    expect(judge([standby('db-1', 0, more)], within(1000))).toMatchObject({
      verdict: 'missing',
      standbys: [wording('db-1')],
    });
  });

  it('are missing if commits do not wait for one that is promised as synchronous', () => {
    expect(judge([standby('db-1', 0)], synchronous)).toMatchObject({
      verdict: 'missing',
      problems: [wording('1 standby', 'none')],
    });
    expect(judge([standby('db-1', 60_000, { synchronous: true })], synchronous).verdict).toBe('ok');
  });

  it('are missing if they would be lost with the zone of the primary', () => {
    const zones = new Map([
      ['db-0', 'a'],
      ['db-1', 'a'],
      ['db-2', 'b'],
    ]);
    const both = state([standby('db-1', 0), standby('db-2', 0)]);
    const told = (...replicas: Promised[]) => judgeReplication(both, declared(...replicas), { zones });
    expect(told(within(1000, 'zone'), within(1000, 'zone'))).toMatchObject({
      verdict: 'missing',
      problems: [wording('db-1', 'zone a', '2')],
    });
    expect(told(within(1000, 'zone'), within(1000))).toMatchObject({
      verdict: 'ok',
      standbys: [wording('zone a'), wording('zone b')],
    });
  });

  it('are missing if there are two primaries, so that no release begins where it would be blocked', () => {
    expect(judgeReplication({ split: 'it has two' }, declared(within(1000)))).toEqual({
      ...{ verdict: 'missing', problems: ['it has two'], standbys: [] },
    });
  });

  it('are not judged if the database does not answer', () => {
    const answer = { unknown: 'none of its pods is the primary' };
    expect(judgeReplication(answer, declared(within(1000)))).toEqual({
      ...{ verdict: 'unknown', problems: [answer.unknown], standbys: [] },
    });
  });
});

describe('D7: the WAL archive', () => {
  const archive = (
    archiving: Partial<ReplicationState['archiving']>,
    timeout: Duration | undefined = minute,
  ) => {
    const { replicas, 'archive-lag': lag } = declared();
    const promised = {
      replicas,
      'archive-lag': lag,
      ...(timeout === undefined ? {} : { 'archive-timeout': timeout }),
    };
    return judgeReplication(state([], { archiving: { ...archives, ...archiving } }), promised);
  };

  it.each<[string, Partial<ReplicationState['archiving']>, string[]]>([
    ['fails', { failed: 5000, archived: 90_000 }, ['5s', '1m30s']],
    ['has always failed', { failed: 5000, archived: undefined }, ['5s', 'ever']],
    ['hangs', { waited: 61_000 }, ['1m1s', '1m']],
    ['is off', { on: false }, ['archive_mode']],
  ])('is behind when archiving %s', (_, archiving, facts) => {
    expect(archive(archiving)).toMatchObject({ verdict: 'behind', problems: [wording(...facts)] });
  });

  it('is ok while nothing is written, and where none is promised', () => {
    expect(archive({ archived: 3 * 86_400_000 }).verdict).toBe('ok');
    expect(
      judgeReplication(state([], { archiving: { ...archives, on: false } }), {
        ...{ replicas: [], 'archive-lag': minute },
      }).verdict,
    ).toBe('ok');
  });
});

describe('for any standbys and promises', () => {
  const anyStandby = fc
    .record({ most: fc.integer({ min: 0, max: 9 }), synchronous: fc.boolean(), streams: fc.boolean() })
    .map(({ most, synchronous, streams }) =>
      standby(`db-${most}`, most, { synchronous, state: streams ? 'streaming' : 'catchup' }),
    );
  const anyPromise = fc.oneof(
    fc.constant(synchronous),
    fc.integer({ min: 1, max: 9 }).map(lag => within(lag)),
  );
  const some = fc.record({
    standbys: fc.array(anyStandby, { maxLength: 5 }),
    promises: fc.array(anyPromise, { maxLength: 4 }),
  });

  /** Tries every assignment of standbys to promises. */
  const keeps = (standbys: readonly StandbyState[], [promise, ...more]: readonly Promised[]): boolean =>
    promise === undefined ||
    standbys.some(
      (each, at) =>
        each.state === 'streaming' &&
        (promise.mode === 'synchronous' ? each.synchronous : each.lag.most <= (promise['max-lag'] ?? 0)) &&
        keeps(standbys.toSpliced(at, 1), more),
    );

  it('the verdict is ok exactly if an assignment keeps every promise', () => {
    fc.assert(
      fc.property(some, ({ standbys, promises }) => {
        expect(judge(standbys, ...promises).verdict === 'ok').toBe(keeps(standbys, promises));
      }),
    );
  });

  it('every other verdict has a problem, and a standby that is idle is never one', () => {
    fc.assert(
      fc.property(some, ({ standbys, promises }) => {
        const { verdict, problems } = judge(standbys, ...promises);
        expect(problems.length > 0).toBe(verdict !== 'ok');
        expect(problems.join()).not.toMatch(/standby db-0 /);
      }),
    );
  });
});
