import { describe, expect, it } from 'vitest';
import { labelOf, remoteOf } from '../../src/setup/repository.ts';

describe('a git remote', () => {
  it.each([
    ['git@github.com:acme/shop.git', 'github.com', 'acme', 'shop'],
    ['https://github.com/acme/shop', 'github.com', 'acme', 'shop'],
    ['https://x:secret@github.com/acme/shop.git/', 'github.com', 'acme', 'shop'],
    ['ssh://git@git.example.com:2222/team/web/shop.git', 'git.example.com', 'web', 'shop'],
  ])('%s has host, owner and name', (url, host, owner, name) => {
    expect(remoteOf(url)).toEqual({ host, owner, name });
  });

  it.each([undefined, '', '/srv/shop.git', '../shop'])('%s has none', url => {
    expect(remoteOf(url)).toBeUndefined();
  });
});

it('a name becomes a label that Kubernetes accepts', () => {
  expect(labelOf('My.Shop_v2-')).toBe('my-shop-v2');
  expect(labelOf('---')).toBe('app');
  expect(labelOf('2048')).toBe('app-2048');
  expect(labelOf('a'.repeat(50))).toHaveLength(40);
});
