import { describe, expect, it } from 'vitest';
import { gate } from '../../../src/release/gate.ts';
import { promote } from '../../../src/release/promote.ts';
import type { Phase } from '../../../src/release/store/phases.ts';
import type { ReleaseNumber } from '../../../src/workloads/naming.ts';
import { wording } from '../../wording.ts';
import { config, environment, release, sentence } from '../objects.ts';
import { clusterOf } from '../standing.ts';

/** Release 2 is under way over release 1, and another run has the lease. */
describe('a command that continues a rollout', () => {
  const where = environment();
  const releases = [release(2, null), release(1)];
  const asked = (act: typeof gate | typeof promote, phase: Phase | undefined, named?: number) =>
    sentence(() =>
      act(clusterOf({ releases, ...(phase === undefined ? {} : { phase }) }), {
        config,
        environmentName: 'production',
        environment: where,
        ...(named === undefined ? {} : { release: named as ReleaseNumber }),
        origin: { actor: 'ann', run: 'run 6' },
        wait: 0,
        env: {},
        hookSetup: { hooks: {} } as never,
        report: () => {},
      } as Parameters<typeof promote>[1]),
    );

  describe.each<[string, typeof gate | typeof promote, Phase]>([
    ['gate', gate, 'prepared'],
    ['gate', gate, 'promoting'],
    ['promote', promote, 'promoting'],
  ])('by %s, case %#', (_, act, phase) => {
    it('leaves the rollout of another release alone', async () => {
      expect(await asked(act, phase, 1)).toEqual(wording('2', 'ann', '1'));
    });
  });

  it.each<[string, typeof gate | typeof promote, Phase, number | undefined]>([
    ['gate', gate, 'prepared', 2],
    ['gate', gate, 'prepared', undefined],
    ['promote', promote, 'promoting', 2],
  ])('continues by %s the rollout of the requested release, case %#', async (_, act, phase, named) => {
    expect(await asked(act, phase, named)).toEqual(wording('eve in run 9'));
  });

  it('is refused when none is under way', async () => {
    expect(await asked(gate, undefined, 1)).toEqual(wording('shop'));
  });
});
