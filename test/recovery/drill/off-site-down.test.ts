import { describe, expect, it } from 'vitest';
import { type Archives, drillOffSiteDown, writesCheck } from '../../../src/recovery/drill/off-site-down.ts';
import { reportOf } from '../../../src/recovery/drill-report.ts';
import type { LevelCheck } from '../../../src/recovery/levels.ts';
import { scenarioOf } from '../../../src/recovery/scenario.ts';
import { wording } from '../../wording.ts';
import { drillOf, type FakeOptions, fakeSystem } from './fake-system.ts';

const passed = (level: LevelCheck['level']): LevelCheck => ({
  level,
  what: level,
  state: 'passed',
  sentence: 'good',
});
const segment = (number: number) => `0000000100000000${number.toString(16).toUpperCase().padStart(8, '0')}`;

/** A database whose archiving stops while the off-site repository is cut off. */
async function drill(
  options: FakeOptions = {},
  changes: (is: () => boolean) => Partial<Archives> = () => ({}),
) {
  const fake = fakeSystem(options);
  const isBroken = () => fake.world.broken;
  let written = 5;
  let archived = 4;
  let failed = 2;
  const archives: Archives = {
    archiver: async () => {
      written += 1;
      if (isBroken()) failed += 1;
      else archived = written;
      return {
        ...{ archivedAgo: 1000, timeout: 5000 },
        ...{ failed, archived: segment(archived), current: segment(written) },
        ...{ waiting: written - archived, bytes: written * 1e6 },
      };
    },
    offSiteFault: async () => (isBroken() ? 'no answer' : undefined),
    onSite: async () => segment(written),
    prove: async () => [passed('L0'), passed('L1')],
    ...changes(isBroken),
  };
  // The database still accepts writes.
  const { inject: _, ...system } = fake.system;
  const inject = async () => {
    fake.calls.push('inject');
    fake.world.broken = true;
    await options.before?.('inject', 1);
  };
  const { target: __, ...order } = drillOf({ scenario: scenarioOf('off-site-down') });
  return {
    ...fake,
    report: reportOf(await drillOffSiteDown({ ...order, within: 200 }, { ...system, inject }, archives)),
  };
}

describe('a drill of the off-site repository', () => {
  it('passes if the outage is noticed, the on-site repository keeps archiving, and all WAL is archived afterwards', async () => {
    const { report, calls, world } = await drill();
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L1', reasons: [], left: [] });
    expect(calls.indexOf('note')).toBeLessThan(calls.indexOf('inject'));
    expect(world).toMatchObject({ broken: false, noted: undefined, cleared: true });
    expect(report.notes?.join()).toMatch(/\b\d+ segments?\b/);
    expect(report.did).toEqual(scenarioOf('off-site-down').steps.map(({ action }) => action));
  });

  it('fails if the outage is not noticed, and still fixes the fault', async () => {
    const { report, world } = await drill({}, () => ({ offSiteFault: async () => undefined }));
    expect(report.verdict).toBe('fail');
    expect(report.reasons[0]).toEqual(wording('off-site'));
    expect(world).toMatchObject({ broken: false, noted: undefined });
  });

  it('fails if the on-site repository receives nothing meanwhile', async () => {
    const { report } = await drill({}, () => ({ onSite: async () => segment(1) }));
    expect(report.reasons).toContainEqual(wording('on-site', 'failed'));
  });

  it('fails if the WAL of the outage is never archived', async () => {
    const lost: LevelCheck = {
      ...passed('L1'),
      what: 'WAL of repository 2',
      state: 'failed',
      sentence: '1 is gone',
    };
    const { report } = await drill({}, () => ({ prove: async () => [passed('L0'), lost] }));
    expect(report.reasons.join()).toContain('1 is gone');
  });

  it('is skipped without a fault if the repository was already unreachable', async () => {
    const { report, calls } = await drill({}, () => ({ offSiteFault: async () => 'no answer' }));
    expect(report.verdict).toBe('skipped');
    expect(calls).not.toContain('inject');
  });

  it('restores access if the injection failed partway', async () => {
    const before = (port: string) => {
      if (port === 'inject') throw new Error('the API server is gone');
    };
    const { report, world } = await drill({ before });
    expect(report).toMatchObject({ verdict: 'error', left: [] });
    expect(world).toMatchObject({ broken: false, noted: undefined });
  });

  it('reports the leftover if access cannot be restored', async () => {
    const before = (port: string) => {
      if (port === 'fix') throw new Error('the API server is gone');
    };
    const { report, world } = await drill({ before });
    expect(report.left).toEqual([wording()]);
    expect(world.noted).toBeDefined();
  });
});

it('a long gap between writes fails the check of writes', () => {
  const entry = (ackedAt: number) => ({ seq: ackedAt, sentAt: ackedAt, ackedAt, sha256: '' as never });
  expect(writesCheck([entry(0), entry(9000), entry(18_000)], 0, 20_000).state).toBe('passed');
  expect(writesCheck([entry(0), entry(9000)], 0, 20_000).state).toBe('failed');
});
