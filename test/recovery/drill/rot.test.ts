import { describe, expect, it } from 'vitest';
import { drillRot, type RotSystem } from '../../../src/recovery/drill/rot.ts';
import { reportOf } from '../../../src/recovery/drill-report.ts';
import type { LevelCheck } from '../../../src/recovery/levels.ts';
import type { Damage } from '../../../src/recovery/postgres/repository-copy.ts';
import { scenarioOf } from '../../../src/recovery/scenario.ts';
import { drillSummary } from '../../../src/report/drill.ts';
import { drillPage } from '../../../src/report/drill-page.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import { wording } from '../../wording.ts';
import { drillOf } from './fake-system.ts';

const levelCheck = (
  level: LevelCheck['level'],
  state: LevelCheck['state'],
  sentence = 'good',
): LevelCheck => ({
  ...{ level, what: 'files of repository 1', state, sentence },
});

/** A copy whose damages are noticed, except for those in `blind`. */
function world(blind: readonly Damage[] = [], changes: Partial<RotSystem> = {}) {
  let now = 0;
  let damaged: Damage | undefined;
  const done: string[] = [];
  const system: RotSystem = {
    now: () => (now += 5),
    report: () => undefined,
    provision: async () => undefined,
    prove: async () => [levelCheck('L0', 'passed'), levelCheck('L1', 'passed')],
    copy: async () => ({
      backup: { label: 'F', repository: 'near', endedAt: 0, bytes: 1 },
      sentence: 'copied from near',
    }),
    proveCopy: async () => [
      damaged === undefined || blind.includes(damaged)
        ? levelCheck('L1', 'passed')
        : levelCheck('L1', 'failed', `it has ${damaged}`),
    ],
    damage: async kind => {
      damaged = kind;
      done.push(kind);
      return {
        description: `damage ${kind}`,
        fix: async () => {
          damaged = undefined;
        },
      };
    },
    ...changes,
  };
  return { system, done };
}

const drill = async (system: RotSystem) => {
  const { target: _, deadline: __, rejoinTimeout: ___, ...order } = drillOf({ scenario: scenarioOf('rot') });
  return reportOf(await drillRot(order, system));
};

describe('a drill of silent damage', () => {
  it('passes if each damage is noticed, and the intact copy passes', async () => {
    const { system, done } = world();
    const report = await drill(system);
    expect(done).toEqual(['byte', 'segment', 'full']);
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L1', reasons: [] });
    expect(report.did).toEqual(scenarioOf('rot').steps.map(({ action }) => action));
    expect(report.mustNotice).toMatchObject({ noticed: true });
  });

  it('fails with the name of each damage that was not noticed', async () => {
    const report = await drill(world(['byte', 'full']).system);
    expect(report.verdict).toBe('fail');
    expect(report.reasons[0]).toEqual(wording());
  });

  it('fails if the intact copy is reported as damaged, because a noticed damage then proves nothing', async () => {
    const proveCopy = async () => [levelCheck('L1', 'failed', 'I see ghosts')];
    const report = await drill(world([], { proveCopy }).system);
    expect(report.verdict).toBe('fail');
    expect(report.reasons[0]).toEqual(wording('I see ghosts'));
  });

  it('fails if a damage was not repaired, because it could be mistaken for the next one', async () => {
    const { system } = world();
    const damage: RotSystem['damage'] = async (kind, drawn) => ({
      ...(await system.damage(kind, drawn)),
      fix: async () => undefined,
    });
    expect((await drill({ ...system, damage })).reasons[0]).toEqual(wording());
  });

  it('fails if the repository is damaged', async () => {
    const prove = async () => [levelCheck('L0', 'passed'), levelCheck('L1', 'failed', 'a segment is gone')];
    expect((await drill(world([], { prove }).system)).reasons[0]).toContain('a segment is gone');
  });

  it('is an error if the copy fails', async () => {
    const copy = async () => {
      throw new UserError('there is no room', 'make some');
    };
    expect(await drill(world([], { copy }).system)).toMatchObject({
      verdict: 'error',
      reasons: [expect.stringContaining('there is no room')],
    });
  });

  it('reports that no recovery time applies', async () => {
    const report = await drill(world().system);
    const summary = drillSummary(report);
    expect(summary.split('\n')[0]).toEqual(wording('✅'));
    expect(summary.split('\n')).toContainEqual(wording('recovered'));
    for (const shown of [summary, drillPage(report, [])]) expect(shown).not.toMatch(/NaN|undefined|Infinity/);
  });
});
