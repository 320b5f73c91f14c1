import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, excerpt } from '../../src/verify/assertions.ts';
import { wording } from '../wording.ts';
import { check, json, page, response } from './responses.ts';

const reason = (...[written, answer]: [Record<string, unknown>, Parameters<typeof assess>[1]]) => {
  const assessment = assess(check(written), answer);
  return assessment.ok ? 'ok' : assessment.reason;
};

describe('an answer passes', () => {
  it.each([
    ['with the status alone', {}, response()],
    ['with another status when that is expected', { status: 404 }, response({ status: 404 })],
    ['with the media type, whatever its parameters and case', { type: 'Application/JSON' }, json({})],
    ['with the body, but for one trailing newline', { body: 'OK' }, response()],
    ['with the body of a YAML block, which ends with a newline', { body: 'OK\n' }, response({ body: 'OK' })],
    ['with an empty body when that is expected', { body: '' }, response({ body: '' })],
    [
      'with JSON values of every kind',
      { json: { a: 'x', 'b[1].c': 1, d: true, e: null } },
      json({ a: 'x', b: [0, { c: 1 }], d: true, e: null }),
    ],
    [
      'with headers, whatever the case of their names',
      { headers: { 'Cache-Control': 'no-store' } },
      response({ headers: { 'cache-control': 'no-store' } }),
    ],
    ['with HTML where nothing else was expected', {}, page],
    ['with HTML where HTML was expected', { type: 'text/html' }, page],
  ])('%s', (_, written, answer) => {
    expect(reason(written, answer)).toBe('ok');
  });
});

describe('an answer fails', () => {
  it.each([
    [
      'by its status, with what it said',
      {},
      response({ status: 503, body: 'no database' }),
      wording('503', '200', 'no database'),
    ],
    ['by its status, without a body', {}, response({ status: 500, body: '' }), wording('500', '200')],
    [
      'by a redirect, with its target',
      {},
      response({ status: 302, headers: { location: '/login' }, body: '' }),
      wording('302', '200', '/login'),
    ],
    [
      'by its media type',
      { type: 'application/json' },
      response({ headers: { 'content-type': 'text/plain' } }),
      wording('text/plain', 'application/json'),
    ],
    ['by having no media type', { type: 'application/json' }, response(), wording('application/json')],
    ['by its body', { body: 'OK' }, response({ body: 'FAIL\n' }), wording('FAIL', 'OK')],
    ['by two newlines after its body', { body: 'OK' }, response({ body: 'OK\n\n' }), wording('OK')],
    ['by an empty body', { body: 'OK' }, response({ body: '' }), wording('OK')],
    ['by a header that is not there', { headers: { 'X-A': '1' } }, response(), wording('X-A', '1')],
    [
      'by a header',
      { headers: { 'X-A': '1' } },
      response({ headers: { 'x-a': '2' } }),
      wording('X-A', '2', '1'),
    ],
    ['by not being JSON', { json: { a: 1 } }, response({ body: 'oops' }), wording('oops')],
    [
      'by a JSON value',
      { json: { version: '1.4.2' } },
      json({ version: '1.4.1' }),
      wording('1.4.1', '1.4.2'),
    ],
    ['by a number that is text', { json: { n: 1 } }, json({ n: '1' }), wording('1')],
    ['by a JSON value that is a map', { json: { a: 1 } }, json({ a: {} }), wording('1')],
    ['by a JSON path that is not there', { json: { 'a[0].b': null } }, json({ a: [] }), wording('a[0].b')],
  ])('%s', (_, written, answer, expected) => {
    expect(reason(written, answer)).toEqual(expected);
  });

  it.each([
    ['a body', { body: 'OK' }, response({ body: ' OK' })],
    ['an empty body', { body: '  ' }, response({ body: '' })],
    ['a body with a byte order mark', { body: 'OK' }, response({ body: '\uFEFFOK' })],
    ['a long body', { body: `${'x'.repeat(120)}1` }, response({ body: `${'x'.repeat(120)}2` })],
    ['a header', { headers: { 'X-A': 'a  b' } }, response({ headers: { 'x-a': 'a b' } })],
    ['a JSON value', { json: { a: 'a b' } }, json({ a: 'a  b' })],
  ])('by %s that looks the same', (_, written, answer) => {
    expect(reason(written, answer)).toEqual(wording('whitespace'));
    expect(assess({ ...check(written), as: 'customer' }, answer)).not.toMatchObject({
      reason: expect.stringContaining('whitespace'),
    });
  });

  const fallback = wording('200', 'HTML', 'JSON');

  it.each([
    ['the type', { type: 'application/json' }],
    ['a type of its family', { type: 'application/health+json' }],
    ['a value', { json: { version: '1' } }],
  ])('as the page of a single-page app when JSON is expected by %s', (_, written) => {
    expect(reason(written, page)).toEqual(fallback);
    expect(reason(written, response({ body: '\n<html lang="en">' }))).toEqual(fallback);
  });

  it('with an inherited value only', () => {
    expect(reason({ json: { constructor: 'x' } }, json({}))).toEqual(wording());
  });
});

describe('an excerpt', () => {
  it('cannot write workflow commands, colors or reversed text into a log', () => {
    expect(excerpt('a\n::error::x\r\u001b[31m\u202Eb\u2028c\0')).toBe('a ::error::x b c');
  });

  it('is one printable line of at most 120 characters, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 6000 })),
        text => {
          const line = excerpt(text);
          expect([...line].length).toBeLessThanOrEqual(120);
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        },
      ),
    );
  });
});
