import { expect, it } from 'vitest';
import { innermostCause, describe as text, UserError } from '../../src/toolkit/errors.ts';

it('a UserError is shown with its remedy and without a stack', () => {
  expect(text(new UserError('the file is missing', 'add it'))).toBe('the file is missing. Add it.');
  expect(text(new UserError('the file is missing', ''))).toBe('the file is missing');
});

it('any other error is shown with its stack', () => {
  expect(text(new TypeError('oops'))).toMatch(/^TypeError: oops\n\s+at /);
  expect(text('thrown text')).toBe('thrown text');
});

it('the innermost cause is named by its message, its code or its name', () => {
  const refused = Object.assign(new Error(''), { code: 'ECONNREFUSED' });
  expect(innermostCause(new Error('fetch failed', { cause: refused }))).toBe('ECONNREFUSED');
  expect(innermostCause(new Error('fetch failed', { cause: new TypeError('') }))).toBe('TypeError');
  expect(innermostCause(new Error('outer', { cause: new Error('inner') }))).toBe('inner');
});
