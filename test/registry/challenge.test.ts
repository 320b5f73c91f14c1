import { describe, expect, it } from 'vitest';
import { parseChallenge } from '../../src/registry/challenge.ts';
import { retryAfter } from '../../src/registry/transport.ts';

describe('a challenge', () => {
  it.each([
    ['Basic realm="x"', { scheme: 'basic' }],
    ['basic', { scheme: 'basic' }],
    [
      'Bearer realm="https://auth.example.com/token",service="registry",scope="repository:a/b:pull,push"',
      {
        scheme: 'bearer',
        realm: 'https://auth.example.com/token',
        service: 'registry',
        scope: 'repository:a/b:pull,push',
      },
    ],
    ['bearer realm=https://auth.example.com', { scheme: 'bearer', realm: 'https://auth.example.com' }],
    [
      'Basic realm="x", Bearer realm="https://auth.example.com/t"',
      { scheme: 'bearer', realm: 'https://auth.example.com/t' },
    ],
    ['Bearer realm="not an address"', undefined],
    ['Bearer', undefined],
    ['', undefined],
  ])('is read: %s', (header, challenge) => {
    expect(parseChallenge(header)).toEqual(challenge);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');

  it.each([
    ['0', 0],
    ['3', 3_000],
    ['86400', 60_000],
    ['Thu, 01 Jan 2026 00:00:05 GMT', 5_000],
    ['Thu, 01 Jan 2025 00:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
  ])('"%s" is %s ms', (text, milliseconds) => {
    expect(retryAfter(new Headers({ 'retry-after': text }), now)).toBe(milliseconds);
  });

  it('is undefined when it is missing', () => {
    expect(retryAfter(new Headers(), now)).toBeUndefined();
  });
});
