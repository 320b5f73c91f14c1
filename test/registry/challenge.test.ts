import { describe, expect, it } from 'vitest';
import { parseChallenge } from '../../src/registry/challenge.ts';

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
