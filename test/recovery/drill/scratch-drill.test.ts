import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Cutover } from '../../../src/recovery/drill/cutover.ts';
import type { DrillPace } from '../../../src/recovery/drill/pace.ts';
import { alone, HandedOver, type Relay } from '../../../src/recovery/drill/relay.ts';
import {
  drillScratch,
  type RestoredData,
  type ScratchDrill,
  type ScratchSystem,
} from '../../../src/recovery/drill/scratch-drill.ts';
import { TakenOver } from '../../../src/recovery/drill/stored-state.ts';
import { reportOf } from '../../../src/recovery/drill-report.ts';
import { type Marker, makeMarker } from '../../../src/recovery/ledger.ts';
import type { LevelCheck } from '../../../src/recovery/levels.ts';
import type { PhaseTime } from '../../../src/recovery/phases.ts';
import type { Lsn } from '../../../src/recovery/postgres/wal.ts';
import { scenarioOf } from '../../../src/recovery/scenario.ts';
import type { Steps } from '../../../src/recovery/steps.ts';
import { drillSummary } from '../../../src/report/drill.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import { wording } from '../../wording.ts';

const pace: DrillPace = {
  ...{ name: 'lab', steady: 0, consecutive: 5, spread: 0 },
  ...{ markers: { every: 10, patience: 100 }, probes: { every: 5, patience: 100 } },
};
const passed = (level: LevelCheck['level']): LevelCheck => ({
  level,
  what: level,
  state: 'passed',
  sentence: 'good',
});
const order = (changes: Partial<ScratchDrill> = {}): ScratchDrill => ({
  ...{ app: 'shop', environment: 'production', scenario: scenarioOf('restore'), pace, tools: {} },
  ...{ run: { id: '42', actor: 'ann' }, target: { rto: 60_000, rpo: 1000 }, assumedDetection: 0 },
  ...{ deadline: 500, signal: new AbortController().signal },
  ...changes,
});

/** The scenarios that `drillScratch` runs. */
const scratchIds = ['restore', 'region', 'secrets', 'corruption'] as const;

/** A system without faults, and the order of its calls. */
function world(changes: Partial<ScratchSystem> = {}, brought: Partial<RestoredData> = {}) {
  const calls: string[] = [];
  let up = false;
  const written = [1, 2, 3].map(seq => makeMarker(seq, '42', Date.now() - 40 + seq, 'x'));
  const noting =
    <Result>(name: string, result: Result) =>
    async () => {
      calls.push(name);
      return result;
    };
  const system: ScratchSystem = {
    now: () => Math.round(performance.timeOrigin + performance.now()),
    report: () => undefined,
    markers: {
      stop: noting(
        'markers',
        written.map(({ seq, sentAt, sha256 }) => ({ seq, sentAt, ackedAt: sentAt + 1, sha256 })),
      ),
    },
    behind: async () => undefined,
    prove: noting('prove', [passed('L0'), passed('L1')]),
    provision: noting('provision', undefined),
    restore: async (_, during) => {
      await during('decide', async () => calls.push('choose'));
      await during('restore', async () => calls.push('restore'));
      await during('replay', async () => calls.push('replay'));
      return {
        levelChecks: [passed('L2'), passed('L3')],
        backup: { label: 'F', repository: 'near', endedAt: 0, bytes: 1 },
        recovered: written,
        at: system.now(),
        ...brought,
      };
    },
    secrets: async () => [],
    inspect: noting('inspect', []),
    application: {
      apply: async () => {},
      start: async () => {
        calls.push('start');
        up = true;
      },
      probe: async () => (up ? undefined : 'it is not ready yet'),
      direct: async () => undefined,
      knownRecord: async () => undefined,
      fresh: async () => undefined,
    },
    ...changes,
  };
  return { system, calls };
}

describe('a drill beside the live system', () => {
  it('writes until the loss, restores, starts, and runs the slow checks after the application is live', async () => {
    const { system, calls } = world();
    const report = reportOf(await drillScratch(order(), system));
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L4', reasons: [], left: [] });
    expect(calls).toEqual([
      'markers',
      'provision',
      'prove',
      'choose',
      'restore',
      'replay',
      'start',
      'inspect',
    ]);
    expect(report.outage?.kind).toBe('over');
    expect(report.loss?.lost).toEqual([]);
  });

  it('is judged by the newest segment if every marker is lost', async () => {
    const bound = { atMost: 700, because: '0000 is the newest segment in the archive' };
    const { system } = world({}, { recovered: [], bound });
    const report = reportOf(await drillScratch(order({ target: { rto: 60_000, rpo: 1000 } }), system));
    expect(report).toMatchObject({ verdict: 'pass', bound });
    expect(report.notes).toContainEqual(wording('700ms', '0000'));
  });

  it('restores nothing if the live system was not steady', async () => {
    const { system, calls } = world();
    const markers = { ...system.markers!, unsteady: 'no marker succeeded for 4m' };
    const report = reportOf(await drillScratch(order(), { ...system, markers }));
    expect(report).toMatchObject({ verdict: 'skipped', reasons: ['no marker succeeded for 4m'], left: [] });
    expect(calls).toEqual([]);
  });

  it('does not pass with a known record that is compared with nothing', async () => {
    const { system } = world();
    const application = { ...system.application!, notCompared: 'the live system did not return it' };
    const report = reportOf(await drillScratch(order(), { ...system, application }));
    expect(report).toMatchObject({
      verdict: 'fail',
      reasons: [wording('the live system did not return it')],
    });
  });

  it('counts the acknowledged markers that are missing', async () => {
    const { system } = world({}, { recovered: [] });
    const report = reportOf(await drillScratch(order({ target: { rto: 60_000, rpo: 1 } }), system));
    expect(report.verdict).not.toBe('pass');
    expect(report.loss?.lost).toEqual([1, 2, 3]);
  });

  it('fails if the application is not live in time, and still reports the earlier checks', async () => {
    const { system } = world();
    const application = { ...system.application!, probe: async () => 'the page is empty' };
    const report = reportOf(await drillScratch(order({ deadline: 100 }), { ...system, application }));
    expect(report.verdict).toBe('fail');
    expect(report.levelChecks.map(({ level }) => level)).toEqual(
      expect.arrayContaining(['L0', 'L1', 'L2', 'L3']),
    );
  });

  it('is an error if an operation fails, with its message', async () => {
    const restore = async () => {
      throw new UserError('nothing leads to the target', 'take another repository');
    };
    const report = reportOf(await drillScratch(order(), world({ restore }).system));
    expect(report).toMatchObject({
      verdict: 'error',
      reasons: [expect.stringContaining('nothing leads to the target')],
    });
  });

  it('does not reach L4 if slipway.yml does not say how to write a record, and says why', async () => {
    const { system } = world();
    const { fresh: _, ...application } = system.application!;
    const report = reportOf(await drillScratch(order(), { ...system, application }));
    expect(report).toMatchObject({ verdict: 'fail', reached: 'L3' });
    expect(report.reasons).toEqual([wording('L4', 'slipway.yml', 'drills.application.write')]);
  });

  it('restores files beside the database and before the application, and fails if they are wrong', async () => {
    const { system, calls } = world();
    const files = async (): Promise<LevelCheck[]> => {
      calls.push('files');
      return [{ ...passed('L3'), what: 'files of uploads', state: 'failed', sentence: 'a is not there' }];
    };
    const report = reportOf(await drillScratch(order(), { ...system, files }));
    expect(calls.slice(calls.indexOf('prove') + 1)).toEqual([
      ...['files', 'choose', 'restore', 'replay'],
      ...['start', 'inspect'],
    ]);
    expect(report).toMatchObject({
      verdict: 'fail',
      reasons: ['L3 files of uploads failed: a is not there'],
    });
  });

  it('reports an upper bound of the loss if there are no markers', async () => {
    const behind = async () => ({ behind: { atMost: 500, because: 'all was archived' } });
    const without = () => {
      const { markers: _, ...system } = world().system;
      return system;
    };
    const bounded = await drillScratch(order(), { ...without(), behind });
    expect(reportOf(bounded)).toMatchObject({ verdict: 'pass', bound: { atMost: 500 } });
    expect(drillSummary(reportOf(bounded)).split('\n')).toContainEqual(wording('500ms'));
    const report = reportOf(await drillScratch(order(), without()));
    expect(report).toMatchObject({
      verdict: 'breach',
      reasons: [wording()],
    });
  });

  it('reports a cancellation', async () => {
    const cancel = new AbortController();
    const provision = async () => {
      cancel.abort();
      throw new UserError('ended', 'no');
    };
    const report = reportOf(
      await drillScratch(order({ signal: cancel.signal }), world({ provision }).system),
    );
    expect(report.verdict).toBe('error');
    expect(report.reasons[0]).toContain('cancelled');
  });
});

/** Jobs that each complete one step more, as a relay does. */
function jobs() {
  const done: Partial<Steps> = {};
  let phaseTimes: readonly PhaseTime[] = [];
  let startedAt: number | undefined;
  let count = 0;
  return (now: () => number): Relay => {
    let hasWorked = false;
    const [before, begun] = [phaseTimes, startedAt];
    count += 1;
    startedAt ??= now();
    let current: () => readonly PhaseTime[] = () => [];
    return {
      ...{ startedAt: begun, jobs: count, phaseTimes: before },
      track: next => {
        current = next;
      },
      once: async (name, work) => {
        const known = done[name];
        if (known !== undefined) return known as Awaited<ReturnType<typeof work>>;
        phaseTimes = current();
        if (hasWorked) throw new HandedOver(name);
        hasWorked = true;
        const result = await work();
        Object.assign(done, { [name]: result });
        phaseTimes = current();
        return result;
      },
    };
  };
}

describe('a drill that takes longer than a job', () => {
  it('is repeated by each job, without the steps that are done', async () => {
    const { system, calls } = world();
    const next = jobs();
    const run = async () => {
      // A runner does not start immediately.
      await sleep(5);
      const relay = next(system.now);
      // `restore` must ask the relay, so that it runs only once.
      const restore: ScratchSystem['restore'] = async (lostAt, during, mistake) => {
        const { recovered, ...brought } = await system.restore(lostAt, during, mistake);
        return { ...(await relay.once('restored', async () => brought)), recovered };
      };
      return drillScratch(order(), { ...system, restore }, relay);
    };
    const handed: unknown[] = [];
    let facts: Awaited<ReturnType<typeof run>> | undefined;
    while (facts === undefined && handed.length < 10)
      facts = await run().catch((error: unknown) => {
        handed.push(error);
        return undefined;
      });
    expect(handed).toHaveLength(5);
    expect(handed.every(each => each instanceof HandedOver)).toBe(true);
    const report = reportOf(facts!);
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L4', reasons: [], left: [], jobs: 6 });
    expect(report.notes).toEqual([wording('6')]);
    const once = ['markers', 'prove', 'start', 'inspect'];
    expect(calls.filter(each => once.includes(each))).toEqual(once);
    expect(report.levelChecks.map(({ level }) => level)).toEqual(['L0', 'L1', 'L2', 'L3', 'L3', 'L4', 'L4']);
    // From the loss in the first job, not from the start of the job that started the application.
    expect(report.outage).toMatchObject({ kind: 'over', from: report.injectedAt });
    expect(report.breakdown?.total).toBe(report.outage?.kind === 'over' ? report.outage.rto : 0);
    expect(report.breakdown?.parts.map(({ name }) => name)).toContain('queue');
  });

  it('checks the archive with its state at the loss, in any job', async () => {
    const next = jobs();
    const { markers: _, ...system } = world().system;
    const proved: unknown[] = [];
    const archived = '000000010000000000000007';
    const behind = async () => ({ behind: { atMost: 500, because: 'all was archived' }, archived });
    const prove: ScratchSystem['prove'] = async lost => {
      proved.push(lost);
      return [];
    };
    for (let turn = 0; turn < 2; turn += 1)
      await drillScratch(order(), { ...system, behind, prove }, next(system.now)).catch(() => undefined);
    expect(proved).toEqual([
      expect.objectContaining({ archived, bound: expect.objectContaining({ atMost: 500 }) }),
    ]);
  });

  it('is not changed by a job after another one has continued it', async () => {
    const { system } = world();
    const takenOver: Relay = {
      ...alone,
      once: async (name, work) => {
        if (name === 'served') throw new TakenOver('another job goes on with it', 'see that one');
        return work();
      },
    };
    await expect(drillScratch(order(), system, takenOver)).rejects.toThrow(TakenOver);
  });
});

describe('a drill of a region', () => {
  /** Whether the public address points to the restored system. */
  function over(changes: Partial<Cutover> = {}, more: Partial<ScratchSystem> = {}) {
    const { system, calls } = world();
    const state = { there: false };
    const cutover: Cutover = {
      remember: async () => undefined,
      there: async () => {
        calls.push('there');
        state.there = true;
      },
      back: async () => {
        calls.push('back');
        state.there = false;
      },
      probe: async () => undefined,
      pointsToRestored: async () => ({ there: state.there }),
      ...changes,
    };
    const application = {
      ...system.application!,
      probe: async () => (state.there ? undefined : 'it is not cut over yet'),
    };
    return { system: { ...system, application, cutover, ...more }, calls, state };
  }
  const region = order({ scenario: scenarioOf('region') });

  it('cuts over and back, with an outage until the public address points to the restored system', async () => {
    const { system, calls, state } = over();
    const report = reportOf(await drillScratch(region, system));
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L5', required: 'L5', left: [] });
    expect(report.outage?.kind).toBe('over');
    expect(calls.slice(calls.indexOf('start'))).toEqual(['start', 'there', 'back', 'inspect']);
    expect(state.there).toBe(false);
  });

  it('does not start while the public address fails', async () => {
    const { system, calls } = over({ remember: async () => 'status 503' });
    expect(reportOf(await drillScratch(region, system))).toMatchObject({
      verdict: 'error',
      reasons: [wording('status 503')],
    });
    expect(calls).toEqual([]);
  });

  it('does not require L5 if no cutover is declared, and reports that it was not drilled', async () => {
    const report = reportOf(await drillScratch(region, world().system));
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L4', required: 'L4' });
    expect(report.levelChecks.at(-1)).toMatchObject({ level: 'L5', state: 'skipped' });
  });

  it('does not switch the public address to a system that does not work', async () => {
    const { system, calls } = over();
    const application = { ...system.application!, direct: async () => 'the page is empty' };
    const report = reportOf(await drillScratch({ ...region, deadline: 50 }, { ...system, application }));
    expect(report.verdict).toBe('fail');
    expect(calls).not.toContain('there');
    expect(report.reasons.join()).toEqual(wording());
  });

  it.each([
    ['the public address points elsewhere', { pointsToRestored: async () => ({ there: false }) }, wording()],
    [
      'it is unknown which system answers',
      { pointsToRestored: async () => ({ fault: '503' }) },
      wording('503'),
    ],
    ['it is not switched back', { back: async () => undefined }, wording()],
  ])('fails if %s', async (_, changes, said) => {
    const report = reportOf(await drillScratch(region, over(changes).system));
    expect(report.verdict).toBe('fail');
    expect(report.reasons.join()).toEqual(said);
  });

  it('switches back even if the cutover failed, and reports the leftover if that fails, too', async () => {
    const there = async () => {
      throw new UserError('the gateway is gone', 'look');
    };
    const { system, calls } = over({ there });
    expect(reportOf(await drillScratch(region, system))).toMatchObject({ verdict: 'error', left: [] });
    expect(calls).toContain('back');
    const report = reportOf(await drillScratch(region, over({ there, back: there }).system));
    expect(report.left.join()).toEqual(wording());
  });
});

describe('a drill of corruption', () => {
  const at = Date.now();
  const markers = [1, 2, 3, 4].map(seq => makeMarker(seq, '42', at + seq * 100, 'x'));
  const ledger = markers.map(({ seq, sentAt, sha256 }) => ({ seq, sentAt, ackedAt: sentAt + 1, sha256 }));
  const mistake = async () => ({
    ...{ from: at + 250, to: at + 260, deleted: 2, end: 2n as Lsn, sentence: '2 markers deleted' },
    target: { kind: 'lsn', lsn: 1n as Lsn, exclusive: true } as const,
  });
  const drill = async (recovered: readonly Marker[]) => {
    const { application: _, ...system } = world({}, { recovered }).system;
    const corruption = order({ scenario: scenarioOf('corruption') });
    return reportOf(
      await drillScratch(corruption, { ...system, mistake, markers: { stop: async () => ledger } }),
    );
  };

  it('passes if all earlier rows and no later ones are there, with an outage from the mistake on', async () => {
    const report = await drill(markers.slice(0, 2));
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L3', notes: ['2 markers deleted'] });
    expect(report.injectedAt).toBe(at + 260);
    expect(report.outage?.kind).toBe('over');
  });

  it('fails if the recovery went too far', async () => {
    const report = await drill(markers.slice(0, 3));
    expect(report.verdict).toBe('fail');
    expect(report.loss?.findings.map(({ kind }) => kind)).toContain('beyond-target');
  });

  it('fails if an earlier row is missing', async () => {
    expect((await drill(markers.slice(0, 1))).verdict).toBe('fail');
  });
});

describe('the steps of a drill', () => {
  const files = async () => [];
  const cutover: Cutover = {
    remember: async () => undefined,
    there: async () => undefined,
    back: async () => undefined,
    probe: async () => undefined,
    pointsToRestored: async () => ({ there: true }),
  };
  const mistake = async () => ({
    ...{ from: 0, to: Date.now(), deleted: 2, end: 2n as Lsn, sentence: '2 markers deleted' },
    target: { kind: 'lsn', lsn: 1n as Lsn, exclusive: true } as const,
  });
  const systems: Record<string, () => ScratchSystem> = {
    restore: () => world({ files }).system,
    region: () => world({ files, cutover }).system,
    secrets: () => world().system,
    corruption: () => {
      const { application: _, ...system } = world({ mistake }).system;
      return system;
    },
  };

  it.each(scratchIds)('of %s are those of its runbook, in order, and no others', async id => {
    const scenario = scenarioOf(id);
    const facts = await drillScratch(order({ scenario, deadline: 100 }), systems[id]!());
    expect(facts.error).toBeUndefined();
    expect(facts.did).toEqual(scenario.steps.map(({ action }) => action));
  });

  it('must be in its runbook', async () => {
    const scenario = { ...scenarioOf('restore'), steps: scenarioOf('corruption').steps };
    const facts = await drillScratch(order({ scenario }), world().system);
    expect(facts.error).toEqual(wording('restore', 'apply-objects'));
  });
});
