import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, requireDistinct } from '../../src/changes/applications.ts';
import { wording } from '../wording.ts';

const shop = { app: 'shop', config: 'services/shop/slipway.yml' };
const changed = (paths: string[] | undefined, ...files: string[]) =>
  changesOf([{ ...shop, paths }], files)[0]?.changed;

describe('an application changes', () => {
  it.each<[string, string[] | undefined, string[], boolean]>([
    ['with a file in its folder', undefined, ['services/shop/src/basket.ts'], true],
    ['with a hidden file in its folder', undefined, ['services/shop/.dockerignore'], true],
    ['not with a folder of a similar name', undefined, ['services/shopping/src/a.ts'], false],
    ['not with a file elsewhere', undefined, ['libs/money.ts', 'README.md'], false],
    ['with a shared folder in `paths`', ['services/shop', 'libs'], ['libs/money.ts'], true],
    ['not with what `paths` leaves out', ['services/shop/src'], ['services/shop/Makefile'], false],
    ['not with what `!` excludes', ['services/shop', '!**/*.md'], ['services/shop/README.md'], false],
    ['by the last pattern that matches', ['libs', '!libs/**/*.md', 'libs/a/x.md'], ['libs/a/x.md'], true],
    ['with its slipway.yml, whatever `paths` says', ['libs'], [shop.config], true],
    ['not with nothing', undefined, [], false],
  ])('%s', (_, paths, files, expected) => {
    expect(changed(paths, ...files)).toBe(expected);
  });

  it('with any file, if its slipway.yml is at the root', () => {
    const [change] = changesOf([{ app: 'shop', config: 'slipway.yml' }], ['.github/workflows/ci.yml']);
    expect(change).toMatchObject({ changed: true, file: '.github/workflows/ci.yml' });
  });

  it('if the changed files are unknown', () => {
    expect(changesOf([shop, { app: 'cart', config: 'cart/slipway.yml' }], undefined)).toMatchObject([
      { app: 'shop', changed: true },
      { app: 'cart', changed: true },
    ]);
  });

  it('never less for more files without exclusions', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', '.c', 'services', 'shop'), { minLength: 1, maxLength: 4 })
      .map(parts => parts.join('/'));
    const patterns = fc.array(fc.oneof(path, fc.constantFrom('**', 'services/*', '**/b')), { minLength: 1 });
    fc.assert(
      fc.property(patterns, fc.array(path), path, (paths, files, more) => {
        expect(changed(paths, ...files) && !changed(paths, ...files, more)).toBe(false);
      }),
    );
  });
});

it('two files of one application are refused', () => {
  expect(() => requireDistinct([shop, { app: 'shop', config: 'old/slipway.yml' }])).toThrow(
    wording('shop', 'services/shop/slipway.yml', 'old/slipway.yml'),
  );
});
