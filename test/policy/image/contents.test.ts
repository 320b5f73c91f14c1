import { describe, expect, it } from 'vitest';
import { foundInside } from '../../../src/policy/image/contents.ts';

const size = 256 * 1024;
const inside = (path: string, text: string) =>
  foundInside({ kind: 'file', path, size: text.length } as never, Buffer.from(text), true).map(
    ({ rule }) => rule,
  );

describe('a file for secrets', () => {
  it.each([
    ['app/.env', '\n'.repeat(size)],
    ['app/.env', 'export'.padEnd(size, '\n')],
    ['root/.pypirc', '\n'.repeat(size)],
    ['root/.my.cnf', '\n'.repeat(size)],
  ])('of empty lines has none, and is read in linear time: %s', (path, text) => {
    expect(inside(path, text)).toEqual([]);
  });

  it.each([
    ['app/.env', '\n\n  export A = b', true],
    ['app/.env', 'A=\nB=\n', false],
    ['root/.pypirc', '[pypi]\n  password: x', true],
    ['root/.pypirc', '[pypi]\npassword =\n  x', true],
    ['root/.my.cnf', '[client]\r\npassword = x\r\n', true],
    ['root/.my.cnf', '[client]\r\npassword =\r\nuser = x', false],
  ])('has a secret or not: %s with %j: %s', (path, text, has) => {
    expect(inside(path, text)).toEqual(has ? ['image-secret-file'] : []);
  });
});
