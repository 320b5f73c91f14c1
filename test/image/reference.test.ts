import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatReference, isDigest, parseReference, parseRepository } from '../../src/image/reference.ts';
import { search } from '../search.ts';
import { wording } from '../wording.ts';
import { parseDigest } from './digest.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('an image reference', () => {
  it.each([
    ['nginx', { registry: 'docker.io', repository: 'docker.io/library/nginx' }],
    ['docker.io/nginx', { registry: 'docker.io', repository: 'docker.io/library/nginx' }],
    ['index.docker.io/nginx:1', { registry: 'docker.io', repository: 'docker.io/library/nginx', tag: '1' }],
    ['acme/shop', { registry: 'docker.io', repository: 'docker.io/acme/shop' }],
    ['nginx:5000', { registry: 'docker.io', repository: 'docker.io/library/nginx', tag: '5000' }],
    ['localhost/shop', { registry: 'localhost', repository: 'localhost/shop' }],
    ['localhost:5000/shop', { registry: 'localhost:5000', repository: 'localhost:5000/shop' }],
    ['[::1]:5000/shop:a', { registry: '[::1]:5000', repository: '[::1]:5000/shop', tag: 'a' }],
    ['Registry/shop', { registry: 'Registry', repository: 'Registry/shop' }],
    ['ghcr.io/acme/shop:1.4.2', { registry: 'ghcr.io', repository: 'ghcr.io/acme/shop', tag: '1.4.2' }],
    [`ghcr.io/acme/shop@${digest}`, { registry: 'ghcr.io', repository: 'ghcr.io/acme/shop', digest }],
    [
      `ghcr.io/a/b/c_d:T-1_x@${digest}`,
      { registry: 'ghcr.io', repository: 'ghcr.io/a/b/c_d', tag: 'T-1_x', digest },
    ],
    ['ghcr.io/a/b--c__d.e', { registry: 'ghcr.io', repository: 'ghcr.io/a/b--c__d.e' }],
  ])('is parsed: %s', (text, parts) => {
    expect(parseReference(text)).toEqual(parts);
  });

  it.each([
    ['', []],
    ['ghcr.io/', []],
    ['ghcr.io/acme//shop', []],
    ['acme/Shop', ['Shop']],
    ['NGINX', ['NGINX']],
    ['acme/-shop', ['-shop']],
    ['acme/a___b', ['a___b']],
    ['https://ghcr.io/acme/shop', ['https:']],
    ['ghcr.io/acme/shop:', []],
    ['ghcr.io/acme/shop:.a', ['.a']],
    [`ghcr.io/acme/shop:${'a'.repeat(129)}`, []],
    ['ghcr.io/acme/shop@sha256:abc', ['sha256:abc']],
    [`ghcr.io/acme/shop@${digest.toUpperCase()}`, []],
    [`shop@${digest}@${digest}`, []],
    ['-a.example.com/shop', ['-a.example.com']],
    ['example.com:port/shop', ['example.com:port']],
    ['0123456789abcdef'.repeat(4), ['ID']],
    [`example.com/${'a'.repeat(256)}`, ['255']],
    [' nginx', ['nginx']],
    ['nginx\n', ['nginx\\n']],
  ])('is refused with the reason: %j', (text, facts) => {
    // A long text is shortened in the error.
    const shown = text.length < 100 ? [JSON.stringify(text)] : [];
    expect(() => parseReference(text)).toThrowError(
      expect.objectContaining({ name: 'UserError', message: wording(...shown, ...facts) }),
    );
  });

  it('is one sentence when it is refused', () => {
    expect(() => parseReference('acme/Shop')).toThrow(
      expect.objectContaining({
        sentence: wording('acme/Shop', 'registry/name', '@sha256', 'ghcr.io/acme/shop:1.4.2'),
      }),
    );
  });

  it('is formatted as it was parsed', () => {
    const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
    const registry = fc.oneof(
      fc.tuple(label, label).map(parts => parts.join('.')),
      fc.tuple(label, fc.nat(65535)).map(parts => parts.join(':')),
      fc.constantFrom('localhost', '127.0.0.1:5000', '[::1]:80'),
    );
    const component = fc.stringMatching(/^[a-z0-9]{1,5}((\.|_|__|-{1,3})[a-z0-9]{1,5}){0,2}$/);
    const reference = fc.record(
      {
        registry,
        path: fc.array(component, { minLength: 1, maxLength: 4 }).map(parts => parts.join('/')),
        tag: fc.stringMatching(/^\w[\w.-]{0,127}$/),
        digest: fc.stringMatching(/^[0-9a-f]{64}$/).map(hex => parseDigest(`sha256:${hex}`)),
      },
      { requiredKeys: ['registry', 'path'] },
    );
    fc.assert(
      fc.property(reference, ({ registry, path, ...rest }) => {
        const written = { registry, repository: `${registry}/${path}`, ...rest };
        expect(parseReference(formatReference(written))).toEqual(written);
      }),
    );
  });

  it('is parsed to the same value from its full form, for any text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9.:/@_-]{0,30}$/), text => {
        let reference: ReturnType<typeof parseReference>;
        try {
          reference = parseReference(text);
        } catch (error) {
          expect(error).toHaveProperty('name', 'UserError');
          return;
        }
        expect(parseReference(formatReference(reference))).toEqual(reference);
      }),
      search(1000),
    );
  });
});

describe('a repository', () => {
  it('is the same under its short and its full name', () => {
    expect(parseRepository('nginx')).toBe(parseRepository('docker.io/library/nginx'));
  });

  it.each(['nginx:1', `nginx@${digest}`])('has neither tag nor digest: %s', text => {
    expect(() => parseRepository(text)).toThrow(wording());
  });
});

describe('a digest', () => {
  it('is sha256 or sha512 in lower-case hexadecimal', () => {
    expect(isDigest(digest)).toBe(true);
    expect(isDigest(`sha512:${'a'.repeat(128)}`)).toBe(true);
    for (const wrong of [
      '',
      'sha256:',
      digest.slice(0, -1),
      `${digest}0`,
      `md5:${'a'.repeat(32)}`,
      `${digest}\n`,
    ]) {
      expect(isDigest(wrong)).toBe(false);
    }
  });
});
