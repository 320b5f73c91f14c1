import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Demand } from '../../src/signing/demand.ts';
import type { Identity } from '../../src/signing/identity.ts';
import { fits, judge, problemOf, type VerifiedSignature } from '../../src/signing/judge.ts';
import { type Kind, predicates } from '../../src/signing/predicates.ts';
import { maxClockSkew } from '../../src/toolkit/duration.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { wording } from '../wording.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const image = { reference: 'ghcr.io/acme/shop@sha256:aaa', digest };
const now = Date.parse('2026-11-26T12:00:00Z');

const who: Identity = {
  subject: 'https://github.com/slipway/slipway/.github/workflows/build.yml@refs/tags/v1',
  issuer: 'https://token.actions.githubusercontent.com',
  repository: 'https://github.com/acme/shop',
  repositoryId: '4711',
  ref: 'refs/heads/main',
};
const ofKey: Demand = { kinds: ['signature'], signer: { by: 'key', key: 'cosign.pub' } };
const ofIdentity: Demand = {
  kinds: ['signature'],
  signer: {
    by: 'identity',
    issuer: who.issuer,
    repository: 'https://github.com/acme/shop',
    repositoryId: '4711',
    refs: ['refs/heads/*', 'refs/tags/*'],
  },
};

const signature = (more: Partial<VerifiedSignature> = {}): VerifiedSignature => ({
  type: predicates.signature,
  about: [digest],
  ...more,
});
const otherKey =
  'failed to verify signature: accepted signatures do not match threshold, Found: 0, Expected 1';

function refusal(demand: Demand, facts: Partial<Record<Kind, VerifiedSignature[]>>): string {
  try {
    judge(image, facts, demand, now);
  } catch (error) {
    if (error instanceof UserError) return error.sentence;
    throw error;
  }
  throw new Error('the image was let through');
}

describe('the signature of an image', () => {
  it('of the key is accepted', () => {
    expect(judge(image, { signature: [signature()] }, ofKey, now)).toEqual({
      reference: image.reference,
      by: wording('cosign.pub'),
      attested: [],
    });
  });

  it('of the repository is accepted, and reported with its ref', () => {
    expect(judge(image, { signature: [signature({ signer: who })] }, ofIdentity, now).by).toEqual(
      wording('https://github.com/acme/shop', '4711', 'refs/heads/main'),
    );
  });

  it('is accepted beside others that are not', () => {
    const facts = [signature({ fault: otherKey }), signature({ about: ['sha256:b'] }), signature()];
    expect(judge(image, { signature: facts }, ofKey, now).by).toEqual(wording('cosign.pub'));
  });

  it('is required', () => {
    for (const demand of [ofKey, ofIdentity])
      expect(refusal(demand, {})).toEqual(wording('ghcr.io/acme/shop@sha256:aaa'));
  });

  it('of another image means that this one was changed', () => {
    expect(refusal(ofKey, { signature: [signature({ about: ['sha256:b'] })] })).toEqual(
      wording('ghcr.io/acme/shop@sha256:aaa', 'sha256:b'),
    );
    expect(refusal(ofKey, { signature: [signature({ about: [] })] })).toEqual(wording());
  });

  it('of another key is distinguished from one that is not valid for another reason', () => {
    expect(refusal(ofKey, { signature: [signature({ fault: otherKey })] })).toEqual(
      wording('ghcr.io/acme/shop@sha256:aaa', 'cosign.pub'),
    );
    expect(refusal(ofKey, { signature: [signature({ fault: 'not enough log entries' })] })).toEqual(
      wording('ghcr.io/acme/shop@sha256:aaa', 'not enough log entries'),
    );
    // For a certificate, this fault means that it was forged.
    expect(refusal(ofIdentity, { signature: [signature({ signer: who, fault: otherKey })] })).toEqual(
      wording(),
    );
  });

  it('of a key does not replace one of an identity, nor the reverse', () => {
    expect(refusal(ofIdentity, { signature: [signature()] })).toEqual(
      wording(
        'ghcr.io/acme/shop@sha256:aaa',
        'https://github.com/acme/shop',
        '4711',
        'refs/heads/*',
        'refs/tags/*',
      ),
    );
    expect(refusal(ofKey, { signature: [signature({ signer: who })] })).toEqual(
      wording('https://github.com/acme/shop', '4711', 'refs/heads/main', 'cosign.pub'),
    );
  });

  it('of another identity is refused with the names of both', () => {
    const stranger = { ...who, repository: 'https://github.com/mallory/shop', repositoryId: '666' };
    expect(refusal(ofIdentity, { signature: [signature({ signer: stranger })] })).toEqual(
      wording(
        'ghcr.io/acme/shop@sha256:aaa',
        'https://github.com/mallory/shop',
        '666',
        'refs/heads/main',
        'https://github.com/acme/shop',
        '4711',
        'refs/heads/*',
        'refs/tags/*',
        'trust.identity',
      ),
    );
  });

  it('is judged by the one that comes closest', () => {
    const stranger = signature({ signer: { ...who, repositoryId: '666' } });
    const facts = [
      signature({ about: ['sha256:b'] }),
      stranger,
      signature({ signer: who, fault: 'expired' }),
    ];
    expect(refusal(ofIdentity, { signature: facts })).toEqual(wording('666'));
  });
});

describe('an attestation of an image', () => {
  const sbom = (more: Partial<VerifiedSignature> = {}): VerifiedSignature => ({
    type: predicates.spdx,
    about: [digest],
    ...more,
  });
  const scan = (at: number | undefined, more: Partial<VerifiedSignature> = {}): VerifiedSignature => ({
    type: predicates.scan,
    about: [digest],
    ...(at === undefined ? {} : { at }),
    ...more,
  });
  const demand: Demand = { ...ofKey, kinds: ['signature', 'sbom'] };
  const signed = [signature()];

  it('is accepted, and reported', () => {
    expect(judge(image, { signature: signed, sbom: [sbom()] }, demand, now).attested).toEqual(['sbom']);
  });

  it('is not checked before the signature', () => {
    expect(refusal(demand, { sbom: [sbom()] })).toEqual(wording());
  });

  it.each([
    ['nothing', [], wording('ghcr.io/acme/shop@sha256:aaa', 'SBOM', 'sbom')],
    ['that of another image', [sbom({ about: ['sha256:b'] })], wording('SBOM', 'sha256:b')],
    ['that of another key', [sbom({ fault: otherKey })], wording('SBOM', 'cosign.pub')],
    ['one that was altered', [sbom({ fault: 'no envelope' })], wording('SBOM', 'no envelope')],
    ['that of an identity', [sbom({ signer: who })], wording('SBOM')],
  ])('is refused for %s', (_, facts, sentence) => {
    expect(refusal(demand, { signature: signed, sbom: facts })).toEqual(sentence);
  });

  it('is refused from another signer, even if the image is signed', () => {
    const stranger = { ...who, repositoryId: '666' };
    const facts = { signature: [signature({ signer: who })], sbom: [sbom({ signer: stranger })] };
    expect(refusal({ ...ofIdentity, kinds: ['signature', 'sbom'] }, facts)).toEqual(
      wording('SBOM', '666', '4711'),
    );
  });

  describe('by a scan', () => {
    const week = 7 * 86_400_000;
    const young: Demand = { ...ofKey, kinds: ['signature', 'scan'], scanAge: week };
    const passes = (fact: VerifiedSignature) =>
      judge(image, { signature: signed, scan: [fact] }, young, now).attested;

    it('is accepted up to its maximum age, to the millisecond', () => {
      expect(passes(scan(now - week))).toEqual(['scan']);
      expect(refusal(young, { signature: signed, scan: [scan(now - week - 1)] })).toEqual(
        wording('ghcr.io/acme/shop@sha256:aaa', '168h', 'trust.max-scan-age'),
      );
    });

    it('is refused from the future, but for the difference of clocks', () => {
      expect(passes(scan(now + maxClockSkew))).toEqual(['scan']);
      expect(refusal(young, { signature: signed, scan: [scan(now + maxClockSkew + 1)] })).toEqual(
        wording('ghcr.io/acme/shop@sha256:aaa', 'future', 'sign'),
      );
    });

    it('of unknown time is too old', () => {
      expect(refusal(young, { signature: signed, scan: [scan(undefined)] })).toEqual(wording());
    });

    it('is judged by the newest of several', () => {
      const facts = { signature: signed, scan: [scan(now - 2 * week), scan(now - 1)] };
      expect(judge(image, facts, young, now).attested).toEqual(['scan']);
    });

    it('may have any age, unless slipway.yml limits it', () => {
      const any: Demand = { ...ofKey, kinds: ['signature', 'scan'] };
      expect(judge(image, { signature: signed, scan: [scan(0)] }, any, now).attested).toEqual(['scan']);
    });
  });
});

describe('an identity', () => {
  const pattern = ofIdentity.signer as { by: 'identity' } & Parameters<typeof fits>[1];

  it('matches only when every named field matches', () => {
    expect(fits(who, pattern)).toBe(true);
    for (const other of [
      { issuer: 'https://gitlab.com' },
      { repository: 'https://github.com/acme/shop2' },
      { repositoryId: '47110' },
      { ref: 'refs/pull/7/merge' },
    ])
      expect(fits({ ...who, ...other }, pattern), JSON.stringify(other)).toBe(false);
  });

  it.each(['repository', 'repositoryId', 'ref'] as const)(
    'without %s fits no pattern that names it',
    field => {
      const { [field]: _gone, ...rest } = who;
      expect(fits(rest, pattern)).toBe(false);
    },
  );

  it('matches a whole subject with stars, and all other characters literally', () => {
    const by = (subject: string) => fits(who, { issuer: who.issuer, subject });
    expect(by('https://github.com/slipway/slipway/.github/workflows/build.yml@refs/tags/v*')).toBe(true);
    expect(by('https://github.com/slipway/slipway/.github/workflows/build.yml')).toBe(false);
    expect(by('https://githubXcom/*')).toBe(false);
    expect(by('*build.yml@refs/tags/v1')).toBe(true);
  });

  it('other than the demanded one is never accepted', () => {
    const text = fc.constantFrom('https://github.com/acme/shop', '4711', 'refs/heads/main', 'x', '');
    const maybe = fc.option(text, { nil: undefined });
    const any = fc.record({
      subject: text,
      issuer: fc.constantFrom(who.issuer, 'https://x'),
      repository: maybe,
      repositoryId: maybe,
      ref: maybe,
    });
    fc.assert(
      fc.property(any, found => {
        const signer = Object.fromEntries(
          Object.entries(found).filter(([, value]) => value !== undefined),
        ) as unknown as Identity;
        const through = problemOf(image, signature({ signer }), ofIdentity, now) === undefined;
        const own =
          signer.issuer === who.issuer &&
          signer.repository === who.repository &&
          signer.repositoryId === '4711' &&
          signer.ref === 'refs/heads/main';
        expect(through).toBe(own);
      }),
    );
  });
});
