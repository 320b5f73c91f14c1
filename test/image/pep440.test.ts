import { expect, it } from 'vitest';
import { parsePep440 } from '../../src/image/pep440.ts';

/** The left ones are allowed by PEP 440, which names the right ones as their normal form. */
it.each([
  ['1.1RC1', '1.1rc1'],
  ['00', '0'],
  ['09000', '9000'],
  ['1.1.a1', '1.1a1'],
  ['1.1-a1', '1.1a1'],
  ['1.1a.1', '1.1a1'],
  ['1.1alpha1', '1.1a1'],
  ['1.1beta2', '1.1b2'],
  ['1.1c3', '1.1rc3'],
  ['1.1preview', '1.1rc0'],
  ['1.2-post2', '1.2.post2'],
  ['1.2post-2', '1.2.post2'],
  ['1.0-r4', '1.0.post4'],
  ['1.2.post', '1.2.post0'],
  ['1.0-1', '1.0.post1'],
  ['1.2-dev2', '1.2.dev2'],
  ['1.2.dev', '1.2.dev0'],
  ['1.0+ubuntu-1', '1.0+ubuntu.1'],
  ['v1.0', '1.0'],
  ['1!1.0', '1!1.0'],
  ['1.0a2.post3.dev4+Local_5', '1.0a2.post3.dev4+local.5'],
  ['  1.0\n', '1.0'],
])('reads %j as %s', (text, whole) => {
  expect(parsePep440(text)?.whole).toBe(whole);
});

it.each([
  '',
  'v',
  'latest',
  '1.',
  '1..2',
  '1.0-',
  '1.0+',
  '1.0rc1rc2',
  '1.0.dev1.post2',
  'shop/1.0',
  '1.0 beta 1x',
])('refuses %j', text => {
  expect(parsePep440(text)).toBeUndefined();
});
