import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extensionsOf, textOf } from '../../src/signing/der.ts';
import { identityOf, nameOf } from '../../src/signing/identity.ts';
import { wording } from '../wording.ts';
import { certificate } from './certificates.ts';

describe('the identity in a certificate', () => {
  it('is that of the workflow, with the repository that called it, by name and by number', () => {
    expect(identityOf(certificate('workflow'))).toEqual({
      subject: 'https://github.com/slipway/slipway/.github/workflows/build.yml@refs/tags/v1',
      issuer: 'http://127.0.0.1:40785',
      repository: 'https://github.com/acme/shop',
      repositoryId: '4711',
      ref: 'refs/heads/main',
      commit: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
      run: 'https://github.com/acme/shop/actions/runs/7/attempts/1',
    });
  });

  it('may be a person or a service, protectedSeq for in the older form', () => {
    expect(identityOf(certificate('email'))).toEqual({
      subject: 'release@acme.example',
      issuer: 'https://accounts.acme.example',
    });
  });

  it('is undefined with two names, which would be ambiguous', () => {
    expect(identityOf(certificate('two-names'))).toBeUndefined();
  });

  it('is undefined in anything but a certificate', () => {
    expect(identityOf(Buffer.from('hello'))).toBeUndefined();
    expect(identityOf(Buffer.alloc(0))).toBeUndefined();
  });

  it('is named by the repository where there is one', () => {
    expect(nameOf(identityOf(certificate('workflow'))!)).toEqual(
      wording('https://github.com/acme/shop', '4711', 'refs/heads/main'),
    );
    expect(nameOf(identityOf(certificate('email'))!)).toEqual(
      wording('release@acme.example', 'https://accounts.acme.example'),
    );
  });
});

describe('the extensions of a certificate', () => {
  it('are found by their identifiers, the ones of TLS among them', () => {
    const extensions = extensionsOf(certificate('workflow'));
    expect(textOf(extensions.get('1.3.6.1.4.1.57264.1.12')!)).toBe('https://github.com/acme/shop');
    // Key usage: digital signature.
    expect(Buffer.from(extensions.get('2.5.29.15')!).toString('hex')).toBe('03020780');
  });

  it('are never read from truncated bytes', () => {
    const whole = certificate('workflow');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length - 1 }), length => {
        expect(() => extensionsOf(whole.subarray(0, length))).toThrow(wording());
      }),
    );
  });
});
