import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Distance,
  type Domain,
  domains,
  judgeSchedule,
  type Mechanism,
  type RepositoryFacts,
  type Schedule,
  worstLoss,
} from '../../src/recovery/feasibility.ts';
import { wording } from '../wording.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const near: RepositoryFacts = { name: 'near', survives: 'zone', keeping: 'plain' };
const far: RepositoryFacts = { name: 'far', survives: 'region', keeping: 'plain' };
const vault: RepositoryFacts = { name: 'vault', survives: 'region', keeping: 'locked' };
const full = (repository: string): Mechanism => ({
  kind: 'backup',
  type: 'full',
  repository,
  every: 7 * day,
  takes: 2 * hour,
  ships: hour,
});
const incremental = (repository: string): Mechanism => ({
  kind: 'backup',
  type: 'incremental',
  repository,
  every: day,
  takes: 20 * minute,
  ships: 10 * minute,
});
const archive = (repository: string): Mechanism => ({
  kind: 'wal-archive',
  repository,
  timeout: minute,
  ships: 30_000,
});
const standby: Mechanism = { kind: 'synchronous-replica', survives: 'node' };

const judge = (mechanisms: Mechanism[], repositories = [near, far, vault]) =>
  judgeSchedule({ repositories, mechanisms });
const uncovered = (mechanisms: Mechanism[], repositories?: RepositoryFacts[]) =>
  judge(mechanisms, repositories).flatMap(({ kind, target }) =>
    kind === 'uncovered' ? [target.domain] : [],
  );
const row = (domain: string, mechanisms: Mechanism[], repositories?: RepositoryFacts[]) =>
  judge(mechanisms, repositories).find(({ target }) => target.domain === domain)!;

describe("the guide's own table", () => {
  /** Failover of a single machine, a full backup each week, an incremental one each day. */
  const schedule = [standby, full('vault'), incremental('vault')];
  const realTime = archive('vault');

  it('fails on three rows without its line of real-time replication', () => {
    expect(uncovered(schedule)).toEqual(['zone', 'region', 'total']);
    expect(row('region', schedule).sentence).toEqual(
      wording('region', 'not covered', 'incremental', 'vault', '24h', '24h30m', '15m'),
    );
  });

  it('fails on all four with its two backups alone', () => {
    expect(uncovered([full('vault'), incremental('vault')])).toEqual(['node', 'zone', 'region', 'total']);
  });

  it('holds with it, and says which mechanism covers each row', () => {
    expect(judge([...schedule, realTime]).map(({ sentence }) => sentence)).toEqual([
      wording('node', '0s', '15m'),
      wording('zone', 'vault', '1m30s', '5m', '1h'),
      wording('region', 'vault', '1m30s', '15m', '4h'),
      wording('total', 'vault', '1m30s', '1h', '8h'),
    ]);
  });
});

describe('a mechanism', () => {
  const worst = (domain: Domain, mechanisms: Mechanism[], repositories = [near, far, vault]) =>
    mechanisms.map(each => worstLoss(each, domain, { repositories, mechanisms }));

  it.each<[Domain, Distance[]]>([
    ['node', ['node', 'zone', 'region']],
    ['zone', ['zone', 'region']],
    ['region', ['region']],
    ['total', []],
  ])('that is a replica must be far enough away for the loss of: %s', (domain, enough) => {
    for (const survives of ['node', 'zone', 'region'] as const)
      expect(worst(domain, [{ ...standby, survives } as Mechanism])).toEqual([
        enough.includes(survives) ? 0 : undefined,
      ]);
  });

  it('in a repository in the same region does not protect against the loss of the region', () => {
    expect(worst('zone', [full('near'), archive('near')])[1]).toBe(90_000);
    expect(worst('region', [full('near'), archive('near')])).toEqual([undefined, undefined]);
    expect(worst('region', [full('far'), archive('far')])).toEqual([7 * day + 3 * hour, 90_000]);
  });

  it('must be locked or offline, and far away, for the loss of everything', () => {
    expect(worst('total', [full('far'), archive('far')])[1]).toEqual(undefined);
    expect(worst('total', [full('vault'), archive('vault')])[1]).toBe(90_000);
    const doubtful: RepositoryFacts = { ...vault, doubt: { problem: 'it is open', help: 'lock it' } };
    expect(worst('total', [full('vault')], [doubtful])).toEqual([undefined]);
    const lockedHere: RepositoryFacts = { ...near, keeping: 'locked' };
    expect(worst('total', [full('near')], [lockedHere])[0]).toEqual(undefined);
    expect(worst('total', [full('near')], [{ ...lockedHere, survives: 'region' }])[0]).toBe(
      7 * day + 3 * hour,
    );
    expect(
      worst('total', [full('tape')], [{ name: 'tape', survives: 'region', keeping: 'offline' }])[0],
    ).toBe(7 * day + 3 * hour);
  });

  it.each<[string, Mechanism, number]>([
    ['WAL archive', archive('far'), 90_000],
    ['incremental backup', incremental('far'), day + 30 * minute],
  ])('is useless without a full backup in the same repository: %s', (_, each, loss) => {
    expect(worst('region', [each, full('vault')])[0]).toEqual(undefined);
    expect(worst('region', [each, full('far')])[0]).toBe(loss);
  });

  it('that is a logical dump needs no other backup', () => {
    const dump: Mechanism = { kind: 'dump', repository: 'far', every: 6 * hour, takes: hour, ships: minute };
    expect(worst('region', [dump])).toEqual([7 * hour + minute]);
  });

  it('without a bound promises nothing', () => {
    const lagging: Mechanism = { kind: 'asynchronous-replica', survives: 'zone', bound: 'alert' };
    const idle: Mechanism = { ...archive('far'), timeout: 0 } as Mechanism;
    expect(worst('zone', [lagging, full('far'), idle])).toEqual([undefined, 7 * day + 3 * hour, undefined]);
    expect(worst('zone', [{ ...lagging, maxLag: minute } as Mechanism])).toEqual([minute]);
    expect(worst('zone', [full('far'), archive('far')])[1]).toBe(90_000);
  });

  it('of an undeclared repository is refused', () => {
    expect(() => judge([full('elsewhere')])).toThrow(RangeError);
  });
});

describe('a row', () => {
  it('that no mechanism survives says so, and what would help', () => {
    expect(row('node', []).sentence).toEqual(wording('node', 'not covered'));
    expect(row('total', []).sentence).toEqual(wording('1h'));
  });

  it('for the loss of everything cannot demand zero loss', () => {
    const [only] = judgeSchedule({ repositories: [], mechanisms: [] }, [
      { domain: 'total', rto: hour, rpo: 0 },
    ]);
    expect(only).toMatchObject({ kind: 'uncovered', help: wording() });
  });
});

describe('for any declaration', () => {
  const distances = fc.constantFrom<Distance>('node', 'zone', 'region');
  const repositories = fc
    .array(
      fc.record({
        survives: distances,
        keeping: fc.constantFrom<RepositoryFacts['keeping']>('plain', 'locked', 'offline'),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map(list => list.map((each, index): RepositoryFacts => ({ name: `r${index}`, ...each })));
  const mechanism = (names: string[]) => {
    const scheduled = {
      repository: fc.constantFrom(...names),
      every: fc.nat(day),
      takes: fc.nat(hour),
      ships: fc.nat(hour),
    };
    return fc.oneof(
      fc.record({ kind: fc.constant('synchronous-replica' as const), survives: distances }),
      fc.record({
        kind: fc.constant('asynchronous-replica' as const),
        bound: fc.constantFrom('alert' as const, 'promise' as const),
        ...{ survives: distances, maxLag: fc.nat(hour) },
      }),
      fc.record({
        kind: fc.constant('wal-archive' as const),
        repository: scheduled.repository,
        timeout: fc.nat(hour),
        ships: fc.nat(hour),
      }),
      fc.record({
        kind: fc.constant('backup' as const),
        type: fc.constantFrom('full' as const, 'incremental' as const),
        ...scheduled,
      }),
      fc.record({ kind: fc.constant('dump' as const), ...scheduled }),
    );
  };
  const schedules = repositories.chain(list =>
    fc.record({
      repositories: fc.constant(list),
      mechanisms: fc.array(mechanism(list.map(({ name }) => name)) as fc.Arbitrary<Mechanism>, {
        maxLength: 5,
      }),
    }),
  );
  const best = (schedule: Schedule) =>
    domains.map(domain =>
      Math.min(
        ...schedule.mechanisms.map(each => worstLoss(each, domain, schedule) ?? Number.POSITIVE_INFINITY),
      ),
    );

  it('a larger loss never loses less', () => {
    fc.assert(
      fc.property(schedules, schedule => {
        const worst = best(schedule);
        for (const [index] of domains.entries())
          if (index > 0) expect(worst[index]).toBeGreaterThanOrEqual(worst[index - 1] ?? 0);
      }),
    );
  });

  it('another mechanism never makes it worse', () => {
    fc.assert(
      fc.property(schedules, schedule => {
        const fewer = best({ ...schedule, mechanisms: schedule.mechanisms.slice(1) });
        for (const [index, worst] of best(schedule).entries())
          expect(worst).toBeLessThanOrEqual(fewer[index] ?? Number.POSITIVE_INFINITY);
      }),
    );
  });

  it('a covered row is within its target', () => {
    fc.assert(
      fc.property(schedules, schedule => {
        for (const each of judgeSchedule(schedule))
          if (each.kind === 'covered') expect(each.worst).toBeLessThanOrEqual(each.target.rpo);
      }),
    );
  });
});
