import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../src/recovery/drill/profile.ts';
import {
  type Brought,
  drillScratch,
  type ScratchDrill,
  type ScratchSystem,
} from '../../../src/recovery/drill/scratch-drill.ts';
import { reportOf } from '../../../src/recovery/drill-report.ts';
import type { Rung } from '../../../src/recovery/ladder.ts';
import { makeMarker } from '../../../src/recovery/ledger.ts';
import { scenarioOf } from '../../../src/recovery/scenario.ts';
import { UserError } from '../../../src/toolkit/errors.ts';

const profile: Profile = {
  ...{ name: 'lab', steady: 0, good: 5, spread: 0 },
  ...{ markers: { every: 10, patience: 100 }, probes: { every: 5, patience: 100 } },
};
const passed = (level: Rung['level']): Rung => ({ level, what: level, state: 'passed', sentence: 'good' });
const order = (changes: Partial<ScratchDrill> = {}): ScratchDrill => ({
  ...{ app: 'shop', environment: 'production', scenario: scenarioOf('restore'), profile, tools: {} },
  ...{ run: { id: '42', actor: 'ann' }, target: { rto: 60_000, rpo: 1000 }, assumedDetection: 0 },
  ...{ deadline: 500, signal: new AbortController().signal },
  ...changes,
});

/** A system in which all goes well, and what is called in which order. */
function world(changes: Partial<ScratchSystem> = {}, brought: Partial<Brought> = {}) {
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
    prove: noting('prove', [passed('L0'), passed('L1')]),
    provision: noting('provision', undefined),
    restore: async (_, during) => {
      await during('decide', async () => calls.push('choose'));
      await during('restore', async () => calls.push('restore'));
      await during('replay', async () => calls.push('replay'));
      return {
        rungs: [passed('L2'), passed('L3')],
        backup: { label: 'F', repository: 'near', endedAt: 0, bytes: 1 },
        recovered: written,
        ...brought,
      };
    },
    inspect: noting('inspect', []),
    application: {
      start: async () => {
        calls.push('start');
        up = true;
      },
      probe: async () => (up ? undefined : 'it is not up yet'),
      direct: async () => undefined,
      old: async () => undefined,
      fresh: async () => undefined,
    },
    ...changes,
  };
  return { system, calls };
}

describe('a drill beside what stands', () => {
  it('writes until the loss, restores, starts, and looks at what takes long when it serves again', async () => {
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

  it('counts what was acknowledged and is not there', async () => {
    const { system } = world({}, { recovered: [] });
    const report = reportOf(await drillScratch(order({ target: { rto: 60_000, rpo: 1 } }), system));
    expect(report.verdict).not.toBe('pass');
    expect(report.loss?.lost).toEqual([1, 2, 3]);
  });

  it('is failed when it does not serve in time, and still says what was proved before', async () => {
    const { system } = world();
    const application = { ...system.application!, probe: async () => 'the page is empty' };
    const report = reportOf(await drillScratch(order({ deadline: 100 }), { ...system, application }));
    expect(report.verdict).toBe('fail');
    expect(report.rungs.map(({ level }) => level)).toEqual(expect.arrayContaining(['L0', 'L1', 'L2', 'L3']));
  });

  it('is an error when its hands fail, with the sentence of who failed', async () => {
    const restore = async () => {
      throw new UserError('nothing leads to the target', 'take another repository');
    };
    const report = reportOf(await drillScratch(order(), world({ restore }).system));
    expect(report).toMatchObject({
      verdict: 'error',
      reasons: [expect.stringContaining('nothing leads to the target')],
    });
  });

  it('says that it was cancelled', async () => {
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
