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

  const kubeconfig = (token: string) =>
    `apiVersion: v1\nkind: Config\nusers:\n- name: slipway\n  user:\n    token: ${token}\n`;
  it.each([
    ['by its name', 'app/slipway.kubeconfig', 'users: [{ user: { token: x } }]', true],
    ['by its name, without a login', 'app/kubeconfig.yaml', 'clusters: []', false],
    ['by its content', 'app/shop.yaml', kubeconfig('eyJhbGciOiJSUzI1NiJ9.e30.c2ln'), true],
    [
      'by its content, as JSON',
      'app/shop',
      '{"kind":"Config","users":[{"user":{"client-key-data":"LS0tLS1CRUdJTiBSU0E="}}]}',
      true,
    ],
    ['that a script writes', 'app/start.sh', `cat <<EOF\n${kubeconfig('"$TOKEN_OF_THE_SERVICE"')}EOF`, false],
    ['of another program', 'app/shop.yaml', 'kind: Other\nusers: []\ntoken: abcdefghijklmnopqrst', false],
  ])('is a kubeconfig %s: %s', (_, path, text, has) => {
    expect(inside(path, text)).toEqual(has ? ['image-secret-file'] : []);
  });
});
