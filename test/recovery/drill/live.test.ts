import { describe, expect, it } from 'vitest';
import { fixLeftFault } from '../../../src/recovery/drill/drill-lease.ts';
import { drillLive } from '../../../src/recovery/drill/live.ts';
import { reportOf } from '../../../src/recovery/drill-report.ts';
import { scenarioOf } from '../../../src/recovery/scenario.ts';
import { wording } from '../../wording.ts';
import { drillOf, type FakeOptions, fakeSystem, pace, placement } from './fake-system.ts';

const drill = async (options: FakeOptions = {}, changes: Parameters<typeof drillOf>[0] = {}) => {
  const fake = fakeSystem(options);
  const report = reportOf(await drillLive(drillOf(changes), fake.system));
  return { ...fake, report };
};
const times = (calls: readonly string[], port: string) => calls.filter(each => each === port).length;

describe('a drill in the live system', () => {
  it('passes if a standby with all data takes over', async () => {
    const { report, calls, world } = await drill({ switchover: true });
    expect(report).toMatchObject({ verdict: 'pass', reasons: [], reached: 'L5', left: [], seed: 'seed' });
    expect(report.outage?.kind).toBe('over');
    expect(report.loss?.demanded).toBeGreaterThan(2);
    expect(report.breakdown?.parts.map(({ name }) => name)).toContain('detect');
    expect(calls.indexOf('note')).toBeLessThan(calls.indexOf('inject'));
    expect(world).toEqual({ broken: false, noted: undefined, cleared: true });
  });

  it.each(['pod', 'node', 'zone'] as const)(
    'of a %s completes the steps of its runbook, and no others',
    async id => {
      const { report } = await drill({ switchover: true }, { scenario: scenarioOf(id) });
      expect(report.did).toEqual(scenarioOf(id).steps.map(({ action }) => action));
    },
  );

  it('passes if two pods took over one after the other, and reports that', async () => {
    const { report } = await drill({ switchover: true, first: placement('c') });
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L5' });
    expect(report.notes).toContainEqual(wording('db-c', 'db-b'));
  });

  it('breaches its target if the last acknowledged markers are lost, without a failed check', async () => {
    const { report } = await drill({ behind: 2 });
    expect(report).toMatchObject({ verdict: 'breach', reached: 'L4', left: [] });
    expect(report.loss?.lost).toHaveLength(2);
    expect(report.loss?.findings.map(({ kind }) => kind)).toContain('lost');
  });

  it('fails if no member takes over, and still fixes the fault', async () => {
    const { report, calls, world } = await drill({ takesOver: Number.POSITIVE_INFINITY });
    expect(report.verdict).toBe('fail');
    expect(report.reasons[0]).toEqual(wording());
    expect(times(calls, 'fix')).toBe(1);
    expect(world.broken).toBe(false);
  });

  it('runs the declared failover if no member takes over automatically, and counts its time', async () => {
    const { report, calls } = await drill({ takesOver: Number.POSITIVE_INFINITY, failover: true });
    expect(report.verdict).toBe('pass');
    expect(times(calls, 'failover')).toBe(1);
    expect(report.phaseTimes.map(({ phase }) => phase)).toEqual([
      'inject',
      'detect',
      'decide',
      'start',
      'verify',
    ]);
  });

  it('does not switch over again if no switchover is declared, and reports that', async () => {
    const { report } = await drill();
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L4' });
    expect(report.levelChecks.find(({ what }) => what === 'placement')).toMatchObject({
      state: 'skipped',
      sentence: wording(),
    });
  });

  it('reports that the lost member has not come back', async () => {
    const { report } = await drill({ returns: false, switchover: true });
    expect(report.levelChecks.find(({ what }) => what === 'lost member')).toMatchObject({ state: 'failed' });
    expect(report.left).toEqual([wording()]);
  });
});

describe('a system that is not steady', () => {
  const bad = { bad: () => 'status 500' };
  it.each<[string, FakeOptions, string]>([
    ['whose probes are bad', bad, 'status 500'],
    ['whose probes become bad', { bad: becoming('status 502') }, 'status 502'],
  ])('%s gets no fault', async (_, options, reason) => {
    const { report, calls } = await drill(options);
    expect(report).toMatchObject({ verdict: 'skipped', reasons: [expect.stringContaining(reason)] });
    expect(report.injectedAt).toBeUndefined();
    for (const port of ['note', 'inject', 'fix']) expect(calls).not.toContain(port);
    expect(calls).toContain('clear');
  });

  it('gets the fault later if its failure was short', async () => {
    let looks = 0;
    const bad = () => {
      looks += 1;
      return looks === 5 ? 'status 502' : undefined;
    };
    const { report } = await drill({ bad });
    expect(report).toMatchObject({ verdict: 'pass' });
    expect(report.injectedAt).toBeGreaterThanOrEqual(1_000_000 + 5 * pace.probes.every + pace.steady);
  });

  it('gets no fault if its markers are not acknowledged', async () => {
    const fake = fakeSystem();
    const markers = { ...fake.system.markers, send: async () => Promise.reject(new Error('read-only')) };
    const report = reportOf(await drillLive(drillOf(), { ...fake.system, markers }));
    expect(report).toMatchObject({ verdict: 'skipped', reasons: [expect.stringContaining('read-only')] });
    expect(fake.calls).not.toContain('inject');
  });

  it('gets no fault if it has no standby', async () => {
    const fake = fakeSystem();
    const members = async () => {
      const { members: all, unreachable } = await fake.system.members();
      return { members: all.map(each => ({ ...each, followers: [] })), unreachable: unreachable };
    };
    const report = reportOf(await drillLive(drillOf(), { ...fake.system, members }));
    expect(report).toMatchObject({ verdict: 'skipped', reasons: [wording()] });
    expect(fake.calls).not.toContain('inject');
  });
});

/** Good for the first probes. */
function becoming(reason: string): () => string | undefined {
  let looks = 0;
  return () => {
    looks += 1;
    return looks > 4 ? reason : undefined;
  };
}

const ports = (await drill({ switchover: true })).calls;
/** Each port, and its first call after the injection if that is another one. */
const cases = [...new Set(ports)].flatMap(port => {
  const all = times(ports, port);
  return [...new Set([1, Math.min(2, all), all])].map(count => [port, count] as const);
});

describe('an operation that fails', () => {
  it.each(cases)(
    'at %s, call %i: the fault is fixed, once more if that failed, and the error is reported',
    async (port, at) => {
      const fault = new Error('the API server is gone');
      const { report, calls, world } = await drill({
        switchover: true,
        before: (name, count) => {
          if (name === port && count === at) throw fault;
        },
      });
      expect(calls.at(-1)).toBe('clear');
      const again = port === 'fix' || (port === 'note' && at > 1);
      if (calls.includes('inject')) expect(times(calls, 'fix')).toBe(again ? 2 : 1);
      expect(world.broken).toBe(false);
      expect(world.noted).toBeUndefined();
      if (port !== 'clear' && times(calls, port) >= at) expect(report.verdict).not.toBe('pass');
      expect(JSON.stringify([report.reasons, report.left])).toContain('the API server is gone');
    },
  );

  it.each(cases)(
    'at %s, call %i, by a cancellation: the drill ends early, and the fault is fixed',
    async (port, at) => {
      const controller = new AbortController();
      const { report, calls, world } = await drill(
        {
          switchover: true,
          before: (name, count) => {
            if (name === port && count === at) controller.abort();
          },
        },
        { signal: controller.signal },
      );
      expect(world.broken).toBe(false);
      expect(world.noted).toBeUndefined();
      expect(times(calls, 'fix')).toBe(calls.includes('note') ? 1 : 0);
      if (report.verdict === 'error') expect(report.reasons).toEqual([wording()]);
    },
  );
});

describe('a drill that is killed', () => {
  it('has left a note of its fault at any moment, by which the next drill fixes it', async () => {
    const { moments } = await drill({ switchover: true });
    expect(moments.some(({ broken }) => broken)).toBe(true);
    for (const { broken, noted } of moments) {
      if (broken) expect(noted).toBe(true);
      const world = { broken, noted };
      const left = noted
        ? { breaks: 'node' as const, run: 'run-1', victim: placement('a'), at: 1 }
        : undefined;
      const lease = {
        left,
        note: async () => {
          world.noted = false;
        },
        release: async () => undefined,
      };
      const fixed = await fixLeftFault(lease, async ({ victim }) => {
        expect(victim).toEqual(placement('a'));
        world.broken = false;
      });
      expect(fixed).toEqual(left);
      expect(world).toEqual({ broken: false, noted: false });
    }
  });

  it('leaves the note if the fix fails', async () => {
    const left = { breaks: 'node' as const, run: 'run-1', victim: placement('a'), at: 1 };
    let noted = 0;
    const lease = {
      left,
      note: async () => {
        noted += 1;
      },
      release: async () => undefined,
    };
    const failing = fixLeftFault(lease, async () => Promise.reject(new Error('no power')));
    await expect(failing).rejects.toThrow('no power');
    expect(noted).toBe(0);
  });
});
