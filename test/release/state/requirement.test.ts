import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digest } from '../../../src/image/reference.ts';
import {
  artifactOf,
  type Proof,
  proofType,
  readStatement,
  type Withdrawal,
  withdrawalType,
} from '../../../src/release/state/proof.ts';
import {
  type Found,
  forcedPromotion,
  judgePromotion,
  promotionSentence,
} from '../../../src/release/state/requirement.ts';
import { UserError } from '../../../src/toolkit/errors.ts';

const digest = `sha256:${'a'.repeat(64)}` as Digest;
const subject = { app: 'shop', environment: 'staging', digest };
const noon = Date.parse('2026-11-25T12:00:00Z');
const at = (seconds: number) => new Date(noon + seconds * 1000).toISOString();

const proof = (release: number, seconds: number, more: Partial<Proof> = {}): Proof => ({
  schema: 1,
  ...subject,
  release,
  image: 'shop',
  verifiedAt: at(seconds),
  run: 'run 7 of acme/shop',
  actor: 'ann',
  ...more,
});
const withdrawal = (release: number, seconds: number): Withdrawal => ({
  schema: 1,
  ...subject,
  release,
  image: 'shop',
  withdrawnAt: at(seconds),
  reason: 'rolled back to 1 by ann in run 8',
});
const found = (proofs: Proof[], withdrawals: Withdrawal[] = [], more: Partial<Found> = {}): Found => ({
  reference: 'ghcr.io/acme/shop@sha256:aaa',
  proofs,
  withdrawals,
  rejected: [],
  ...more,
});
const hour = { environment: 'staging', soak: 3_600_000 };
const none = { environment: 'staging', soak: 0 };

function refusal(requires: typeof hour, images: Found[], now: number): string {
  try {
    judgePromotion(requires, images, now);
  } catch (error) {
    if (error instanceof UserError) return error.sentence;
    throw error;
  }
  throw new Error('the promotion was let through');
}

describe('a promotion', () => {
  it('rests on the newest release that was verified there', () => {
    const promotion = judgePromotion(
      hour,
      [found([proof(4, 0), proof(7, 60), proof(5, 30)])],
      noon + 3_700_000,
    );
    expect(promotion).toEqual({ environment: 'staging', release: 7, verifiedAt: at(60), soak: 3_600_000 });
    expect(promotionSentence(promotion)).toBe(
      'It rests on release 7 of staging, which was verified there with the same digests at 2026-11-25T12:01:00Z, and its soak of 1h is over.',
    );
  });

  it('is refused for what was never verified there', () => {
    expect(refusal(none, [found([])], noon)).toBe(
      'ghcr.io/acme/shop@sha256:aaa was never verified in staging; release it to staging first and let verify pass there, or force it with a reason',
    );
  });

  it('is refused for one image of several that was not', () => {
    const other = found([], [], { reference: 'ghcr.io/acme/worker@sha256:bbb' });
    expect(refusal(none, [found([proof(4, 0)]), other], noon)).toMatch(
      /^ghcr\.io\/acme\/worker@sha256:bbb was never verified in staging; /,
    );
  });

  it('is told what is wrong with what is there and does not count', () => {
    const rejected = ['is of the app other, not of shop'];
    expect(refusal(none, [found([], [], { rejected })], noon)).toMatch(
      /never verified in staging; what is attached to it does not count: it is of the app other, not of shop; release it/,
    );
  });

  it('is not hindered by what does not count beside what does', () => {
    expect(
      judgePromotion(none, [found([proof(4, 0)], [], { rejected: ['is not JSON'] })], noon).release,
    ).toBe(4);
  });

  it('waits until the soak is over, to the second', () => {
    const images = [found([proof(4, 0.25)])];
    expect(refusal(hour, images, noon + 723_500)).toBe(
      'release 4 of staging was verified there 12m3s ago, and its soak of 1h is not over; wait until 2026-11-25T13:00:01Z, or force it with a reason',
    );
    expect(refusal(hour, images, noon + 3_600_249)).toMatch(/its soak of 1h is not over/);
    expect(judgePromotion(hour, images, noon + 3_600_250).release).toBe(4);
  });

  it('is as good at once without a soak, even when the clock of the other cluster is ahead', () => {
    expect(judgePromotion(none, [found([proof(4, 2)])], noon).release).toBe(4);
    expect(refusal(hour, [found([proof(4, 7200)])], noon)).toMatch(/0s ago.*wait until 2026-11-25T15:00:00Z/);
  });

  it('is refused when the release was undone there since, with the reason', () => {
    expect(refusal(none, [found([proof(4, 0)], [withdrawal(4, 10)])], noon)).toBe(
      'release 4 of staging, in which ghcr.io/acme/shop@sha256:aaa was verified, was undone there at 2026-11-25T12:00:10Z: rolled back to 1 by ann in run 8; release to staging what stays there, or force it with a reason',
    );
  });

  it('rests on a release before that had the same digest and was not undone', () => {
    const images = [found([proof(4, 0), proof(5, 60)], [withdrawal(5, 70)])];
    expect(judgePromotion(none, images, noon).release).toBe(4);
  });

  it('rests on a release that was verified again after it had been undone', () => {
    const images = [found([proof(4, 0), proof(4, 100)], [withdrawal(4, 10)])];
    expect(judgePromotion(none, images, noon)).toMatchObject({ release: 4, verifiedAt: at(100) });
  });

  it('takes the whole set of one release, not images that were verified apart', () => {
    const worker = { reference: 'ghcr.io/acme/worker@sha256:bbb' };
    expect(refusal(none, [found([proof(4, 0), proof(6, 20)]), found([proof(5, 10)], [], worker)], noon)).toBe(
      'these images were never verified together in staging: ghcr.io/acme/shop@sha256:aaa in release 6 and 4, ghcr.io/acme/worker@sha256:bbb in release 5; promote the whole set of one release of staging, or force it with a reason',
    );
    const together = [found([proof(4, 0), proof(6, 20)]), found([proof(4, 0)], [], worker)];
    expect(judgePromotion(none, together, noon).release).toBe(4);
  });

  it('does not take two releases of the same number for one', () => {
    const worker = { reference: 'ghcr.io/acme/worker@sha256:bbb' };
    const images = [found([proof(1, 0)]), found([proof(1, 9000)], [], worker)];
    expect(refusal(none, images, noon + 10_000_000)).toMatch(/^these images were never verified together/);
  });

  it('that is forced says against what', () => {
    const against = 'release 4 of staging was verified there 12m ago, and its soak of 1h is not over';
    const promotion = forcedPromotion(hour, 'the fix of an outage', against);
    expect(promotionSentence(promotion)).toBe(
      `It is forced although staging does not vouch for it (${against}): the fix of an outage.`,
    );
  });

  it('goes through exactly when the newest release that stayed is old enough', () => {
    const event = fc.record({
      release: fc.integer({ min: 1, max: 4 }),
      seconds: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(
        fc.array(event),
        fc.array(event),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (verified, undone, soak, now) => {
          const images = [
            found(
              verified.map(({ release, seconds }) => proof(release, seconds)),
              undone.map(({ release, seconds }) => withdrawal(release, seconds)),
            ),
          ];
          const stayed = verified.filter(
            v => !undone.some(u => u.release === v.release && u.seconds >= v.seconds),
          );
          const newest = Math.max(...stayed.map(({ seconds }) => seconds));
          const good = stayed.length > 0 && (soak === 0 || newest + soak <= now);
          const judge = () =>
            judgePromotion({ environment: 'staging', soak: soak * 1000 }, images, noon + now * 1000);
          if (good) expect(judge().verifiedAt).toBe(at(newest));
          else expect(judge).toThrow(UserError);
        },
      ),
    );
  });
});

describe('a statement', () => {
  const read = (statement: object, type = proofType) =>
    readStatement(type, JSON.stringify(statement), subject);

  it.each([proof(4, 0), proof(4, 0, { commit: 'abc' }), withdrawal(4, 10)])(
    'is read as it was attached: %o',
    it => {
      const { artifactType, content } = artifactOf(it);
      expect(readStatement(artifactType, content.toString('utf8'), subject)).toEqual(it);
    },
  );

  it('has the same bytes for the same release, whatever the order of its keys', () => {
    const { verifiedAt, ...rest } = proof(4, 0);
    expect(artifactOf({ verifiedAt, ...rest }).content).toEqual(artifactOf(proof(4, 0)).content);
  });

  it.each<[object, string]>([
    [proof(4, 0, { app: 'other' }), 'is of the app other, not of shop'],
    [proof(4, 0, { environment: 'dev' }), 'is of the environment dev, not of staging'],
    [proof(4, 0, { digest: 'sha256:b' }), `is of the digest sha256:b, not of ${digest}`],
    [{ ...proof(4, 0), schema: 2 }, 'is of schema 2, which this version does not know'],
    [{ ...proof(4, 0), schema: undefined }, 'is of schema nothing, which this version does not know'],
    [{ ...proof(4, 0), release: '4' }, 'names no release, but 4'],
    [{ ...proof(4, 0), release: -1 }, 'names no release, but -1'],
    [{ ...proof(4, 0), image: 3 }, 'names no image, but 3'],
    [{ ...proof(4, 0), verifiedAt: 'yesterday' }, 'names no moment, but yesterday'],
    [{ ...proof(4, 0), verifiedAt: '2026-13-45T00:00:00Z' }, 'names no moment, but 2026-13-45T00:00:00Z'],
    [{ ...proof(4, 0), verifiedAt: noon }, `names no moment, but ${noon}`],
    [withdrawal(4, 0), 'names no moment, but nothing'],
  ])('that is another one does not count: %o', (statement, problem) => {
    expect(read(statement)).toBe(problem);
  });

  it.each(['', 'null', '{', '7', '[]'])('that is no map does not count: %s', text => {
    expect(readStatement(proofType, text, subject)).toMatch(/^is not /);
  });

  it('of a withdrawal needs its own moment', () => {
    expect(read({ ...withdrawal(4, 0), withdrawnAt: undefined }, withdrawalType)).toBe(
      'names no moment, but nothing',
    );
  });

  it('is either read or explained, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(proofType, withdrawalType), (text, type) => {
        expect(typeof readStatement(type, text, subject)).toBe('string');
      }),
    );
  });
});
