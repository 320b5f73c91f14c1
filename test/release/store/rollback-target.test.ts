import { describe, expect, it } from 'vitest';
import { earlierHint, releaseToRestore, rollbackTarget } from '../../../src/release/store/rollback-target.ts';
import { parseFromRelease, type ReleaseNumber } from '../../../src/workloads/naming.ts';
import { wording } from '../../wording.ts';
import { release, sentence } from '../objects.ts';

const to = (number: number) => number as ReleaseNumber;
const { template: _, ...bare } = release(3, { state: 'rolled-back' }).outcome!;
const neverUp = { record: release(3).record, outcome: bare };

describe('a rollback restores', () => {
  it('the last verified release', () => {
    const releases = [
      release(4),
      release(3, { state: 'verified' }),
      release(2, { state: 'verified' }),
      release(1),
    ];
    expect(releaseToRestore(releases, undefined).record.release).toBe(3);
  });

  it('the named release, verified or not, rolled back or not', () => {
    const releases = [release(2, { state: 'rolled-back' }), release(1)];
    expect(releaseToRestore(releases, to(1)).record.release).toBe(1);
    expect(releaseToRestore(releases, to(2)).record.release).toBe(2);
  });
});

describe('a rollback that finds the last verified release live', () => {
  it('names the verified release before it', () => {
    const rolledBack = release(3, { state: 'rolled-back' });
    const releases = [release(4, { state: 'verified' }), rolledBack, release(2, { state: 'verified' })];
    expect(earlierHint(releases, 4)).toEqual(wording('2'));
    expect(earlierHint(releases, 2)).toEqual(wording());
  });
});

describe('a rollback is refused', () => {
  it('when none was verified and none is named, listing the choices', async () => {
    expect(
      await sentence(() =>
        releaseToRestore([neverUp, release(2), release(1, { state: 'rolled-back' })], undefined),
      ),
    ).toEqual(wording('to-release', '2', 'complete', '1', 'rolled-back'));
  });

  it('when there is none at all', async () => {
    expect(await sentence(() => releaseToRestore([], undefined))).toEqual(wording());
    expect(await sentence(() => releaseToRestore([], to(1)))).toEqual(wording('1'));
  });

  it('to a number without a record', async () => {
    expect(await sentence(() => releaseToRestore([release(1)], to(9)))).toEqual(
      wording('9', '1', 'complete'),
    );
  });

  it('to a release that was never rolled out completely', async () => {
    expect(await sentence(() => releaseToRestore([neverUp, release(1)], to(3)))).toEqual(
      wording('3', '1', 'complete'),
    );
  });
});

describe('a rollback of one release', () => {
  const run = 'run 7 attempt 1 of acme/shop';
  const by = (number: number, whose: string, outcome?: Parameters<typeof release>[1]) =>
    release(number, outcome, { by: { run: whose, actor: 'bob' } });
  const other = 'run 8 attempt 1 of acme/shop';
  const superseded = {
    notNeeded: wording('3', 'bob', other, '2'),
  };

  it('restores the baseline of that release', () => {
    const releases = [by(3, run), by(2, other), release(1)];
    expect(rollbackTarget(releases, to(3), run)).toEqual({ of: 3, to: 2 });
    expect(rollbackTarget(releases, 'run', run)).toEqual({ of: 3, to: 2 });
  });

  it('has no default target without a baseline', () => {
    expect(rollbackTarget([by(1, run, null)], 'run', run)).toEqual({ of: 1 });
  });

  it('rolls back the release of a run that died before it reported anything', () => {
    expect(rollbackTarget([by(2, run, null), release(1)], 'run', run)).toEqual({ of: 2, to: 1 });
  });

  it.each([
    ['rolling out', null],
    ['complete', {}],
    ['verified', { state: 'verified' }],
    ['failed', { state: 'failed' }],
  ] as const)('changes nothing when a newer one is %s', (_, outcome) => {
    const releases = [by(3, other, outcome), by(2, run), release(1)];
    expect(rollbackTarget(releases, to(2), run)).toEqual(superseded);
    expect(rollbackTarget(releases, 'run', run)).toEqual(superseded);
  });

  it('ignores a newer release that was rolled back', () => {
    expect(
      rollbackTarget([by(3, other, { state: 'rolled-back' }), by(2, run), release(1)], to(2), run),
    ).toEqual({
      of: 2,
      to: 1,
    });
  });

  it('changes nothing when it was rolled back before', () => {
    const notNeeded = wording('2');
    expect(rollbackTarget([by(2, run, { state: 'rolled-back' }), release(1)], to(2), run)).toEqual({
      notNeeded,
    });
  });

  it('changes nothing when the run recorded none, in this attempt', () => {
    const notNeeded = wording();
    expect(rollbackTarget([], 'run', run)).toEqual({ notNeeded });
    expect(rollbackTarget([by(2, other), release(1)], 'run', run)).toEqual({ notNeeded });
    expect(rollbackTarget([by(2, 'run 7 attempt 2 of acme/shop')], 'run', run)).toEqual({ notNeeded });
    const found = release(1, {}, { source: 'observed', by: { run, actor: 'bob' } });
    expect(rollbackTarget([found], 'run', run)).toEqual({ notNeeded });
  });

  it('changes nothing when its record was removed since', () => {
    expect(rollbackTarget([by(3, other)], to(2), run)).toEqual(superseded);
  });

  it('of a release without a record is refused', async () => {
    expect(await sentence(() => rollbackTarget([release(1)], to(9), run))).toEqual(
      wording('9', '1', 'complete'),
    );
  });

  it('is a number, or a run of GitHub Actions', async () => {
    const terminal = { run: 'process 7 on host', actor: 'ann' };
    const actions = { run, actor: 'ann', repository: 'acme/shop' };
    expect([parseFromRelease('run', actions), parseFromRelease('7', terminal)]).toEqual(['run', 7]);
    expect(await sentence(() => parseFromRelease('last', actions))).toEqual(wording('last'));
    expect(await sentence(() => parseFromRelease('run', terminal))).toEqual(wording());
  });
});
