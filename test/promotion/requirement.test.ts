import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digest } from '../../src/image/reference.ts';
import {
  artifactOf,
  type Proof,
  proofType,
  readStatement,
  type Withdrawal,
  withdrawalType,
} from '../../src/promotion/proof.ts';
import {
  type FoundProofs,
  forcedPromotion,
  judgePromotion,
  promotionSentence,
} from '../../src/promotion/requirement.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { wording } from '../wording.ts';

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
  reason: 'rolled back to release 1 by ann in run 8',
});
const found = (
  proofs: Proof[],
  withdrawals: Withdrawal[] = [],
  more: Partial<FoundProofs> = {},
): FoundProofs => ({
  reference: 'ghcr.io/acme/shop@sha256:aaa',
  proofs,
  withdrawals,
  rejected: [],
  ...more,
});
const hour = { environment: 'staging', soak: 3_600_000 };
const none = { environment: 'staging', soak: 0 };

function refusal(requires: typeof hour, images: FoundProofs[], now: number): string {
  try {
    judgePromotion(requires, images, now);
  } catch (error) {
    if (error instanceof UserError) return error.sentence;
    throw error;
  }
  throw new Error('the promotion was let through');
}

describe('a promotion', () => {
  it('uses the newest release that was verified there', () => {
    const promotion = judgePromotion(
      hour,
      [found([proof(4, 0), proof(7, 60), proof(5, 30)])],
      noon + 3_700_000,
    );
    expect(promotion).toEqual({ environment: 'staging', release: 7, verifiedAt: at(60), soak: 3_600_000 });
    expect(promotionSentence(promotion)).toEqual(wording('7', 'staging', '2026-11-25 12:01 UTC', '1h'));
  });

  it('is refused for an image that was never verified there', () => {
    expect(refusal(none, [found([])], noon)).toEqual(wording('ghcr.io/acme/shop@sha256:aaa', 'staging'));
  });

  it('is refused for one of several images that was not verified', () => {
    const other = found([], [], { reference: 'ghcr.io/acme/worker@sha256:bbb' });
    expect(refusal(none, [found([proof(4, 0)]), other], noon)).toEqual(
      wording('ghcr.io/acme/worker@sha256:bbb', 'staging'),
    );
  });

  it('reports the problem of a statement that does not count', () => {
    const rejected = ['is about another app: other, not shop'];
    expect(refusal(none, [found([], [], { rejected })], noon)).toEqual(
      wording('staging', 'is about another app: other', 'not shop'),
    );
  });

  it('ignores a statement that does not count beside one that does', () => {
    expect(
      judgePromotion(none, [found([proof(4, 0)], [], { rejected: ['is not JSON'] })], noon).release,
    ).toBe(4);
  });

  it('waits until the soak is over, to the second', () => {
    const images = [found([proof(4, 0.25)])];
    expect(refusal(hour, images, noon + 723_500)).toEqual(
      wording('4', 'staging', '12m3s', '47m57s', '2026-11-25 13:00 UTC'),
    );
    expect(refusal(hour, images, noon + 3_600_249)).toEqual(wording('1h'));
    expect(judgePromotion(hour, images, noon + 3_600_250).release).toBe(4);
  });

  it('does not wait without a soak, even when the clock of the other cluster is ahead', () => {
    expect(judgePromotion(none, [found([proof(4, 2)])], noon).release).toBe(4);
    expect(refusal(hour, [found([proof(4, 7200)])], noon)).toEqual(wording('0s', '2026-11-25 15:00 UTC'));
  });

  it('is refused when the release was rolled back there since, with the reason', () => {
    expect(refusal(none, [found([proof(4, 0)], [withdrawal(4, 10)])], noon)).toEqual(
      wording(
        '4',
        'staging',
        'ghcr.io/acme/shop@sha256:aaa',
        '2026-11-25 12:00 UTC',
        'rolled back to release 1 by ann in run 8',
      ),
    );
  });

  it('uses an earlier release with the same digest that was not rolled back', () => {
    const images = [found([proof(4, 0), proof(5, 60)], [withdrawal(5, 70)])];
    expect(judgePromotion(none, images, noon).release).toBe(4);
  });

  it('uses a release that was verified again after it had been rolled back', () => {
    const images = [found([proof(4, 0), proof(4, 100)], [withdrawal(4, 10)])];
    expect(judgePromotion(none, images, noon)).toMatchObject({ release: 4, verifiedAt: at(100) });
  });

  it('takes the whole set of one release, not images that were verified apart', () => {
    const worker = { reference: 'ghcr.io/acme/worker@sha256:bbb' };
    expect(
      refusal(none, [found([proof(4, 0), proof(6, 20)]), found([proof(5, 10)], [], worker)], noon),
    ).toEqual(
      wording('staging', 'ghcr.io/acme/shop@sha256:aaa', '6', '4', 'ghcr.io/acme/worker@sha256:bbb', '5'),
    );
    const together = [found([proof(4, 0), proof(6, 20)]), found([proof(4, 0)], [], worker)];
    expect(judgePromotion(none, together, noon).release).toBe(4);
  });

  it('distinguishes two releases with the same number', () => {
    const worker = { reference: 'ghcr.io/acme/worker@sha256:bbb' };
    const images = [found([proof(1, 0)]), found([proof(1, 9000)], [], worker)];
    expect(refusal(none, images, noon + 10_000_000)).toEqual(wording());
  });

  it('that is forced names the unmet requirement', () => {
    const against = 'release 4 of staging was verified there 12m ago, and its soak of 1h is not over';
    const promotion = forcedPromotion(hour, 'the fix of an outage', against);
    expect(promotionSentence(promotion)).toEqual(wording(`${against}`, 'staging', 'the fix of an outage'));
  });

  it('passes exactly when the soak of the newest release that stayed is over', () => {
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
        (verified, rolledBack, soak, now) => {
          const images = [
            found(
              verified.map(({ release, seconds }) => proof(release, seconds)),
              rolledBack.map(({ release, seconds }) => withdrawal(release, seconds)),
            ),
          ];
          const stayed = verified.filter(
            v => !rolledBack.some(u => u.release === v.release && u.seconds >= v.seconds),
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
    [proof(4, 0, { app: 'other' }), wording('app', 'other', 'shop')],
    [proof(4, 0, { environment: 'dev' }), wording('staging')],
    [proof(4, 0, { digest: 'sha256:b' }), wording(`${digest}`)],
    [{ ...proof(4, 0), schema: 2 }, wording('2')],
    [{ ...proof(4, 0), schema: undefined }, wording('nothing')],
    [{ ...proof(4, 0), release: '4' }, wording('4')],
    [{ ...proof(4, 0), release: -1 }, wording('1')],
    [{ ...proof(4, 0), image: 3 }, wording('3')],
    [{ ...proof(4, 0), verifiedAt: 'yesterday' }, wording('yesterday')],
    [{ ...proof(4, 0), verifiedAt: '2026-13-45T00:00:00Z' }, wording('2026-13-45T00:00:00Z')],
    [{ ...proof(4, 0), verifiedAt: noon }, wording(`${noon}`)],
    [withdrawal(4, 0), wording('nothing')],
  ])('that does not match does not count: %o', (statement, problem) => {
    expect(read(statement)).toEqual(problem);
  });

  it.each(['', 'null', '{', '7', '[]'])('that is not a map does not count: %s', text => {
    expect(readStatement(proofType, text, subject)).toEqual(wording());
  });

  it('of a withdrawal needs its own time', () => {
    expect(read({ ...withdrawal(4, 0), withdrawnAt: undefined }, withdrawalType)).toEqual(wording('nothing'));
  });

  it('is either read or explained, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(proofType, withdrawalType), (text, type) => {
        expect(typeof readStatement(type, text, subject)).toBe('string');
      }),
    );
  });
});
