import { describe, expect, it } from 'vitest';
import type { ReleaseNumber } from '../../src/release/naming.ts';
import { rollbackTarget } from '../../src/release/target.ts';
import { release, sentence } from './objects.ts';

const to = (number: number) => number as ReleaseNumber;
const { template: _, ...bare } = release(3, { state: 'undone' }).outcome!;
const neverUp = { record: release(3).record, outcome: bare };

describe('a rollback goes to', () => {
  it('the last verified release', () => {
    const releases = [
      release(4),
      release(3, { state: 'verified' }),
      release(2, { state: 'verified' }),
      release(1),
    ];
    expect(rollbackTarget(releases, undefined).record.release).toBe(3);
  });

  it('the named release, verified or not, left on purpose or not', () => {
    const releases = [release(2, { state: 'undone' }), release(1)];
    expect(rollbackTarget(releases, to(1)).record.release).toBe(1);
    expect(rollbackTarget(releases, to(2)).record.release).toBe(2);
  });
});

describe('a rollback is refused', () => {
  it('when none was verified and none is named, listing those there are', async () => {
    expect(
      await sentence(() => rollbackTarget([neverUp, release(2), release(1, { state: 'undone' })], undefined)),
    ).toBe(
      'no release of this application has been verified yet; name one with `to-release`: 2 (complete), 1 (undone)',
    );
  });

  it('when there is none at all', async () => {
    expect(await sentence(() => rollbackTarget([], undefined))).toMatch(/; deploy a good version$/);
    expect(await sentence(() => rollbackTarget([], to(1)))).toBe(
      'there is no record of release 1; name one of none',
    );
  });

  it('to a number without a record', async () => {
    expect(await sentence(() => rollbackTarget([release(1)], to(9)))).toBe(
      'there is no record of release 9; name one of 1 (complete)',
    );
  });

  it('to a release that never came up', async () => {
    expect(await sentence(() => rollbackTarget([neverUp, release(1)], to(3)))).toBe(
      'release 3 never came up, so there is nothing to go back to; name one of 1 (complete)',
    );
  });
});
