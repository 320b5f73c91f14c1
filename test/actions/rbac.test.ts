import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { main } from '../../src/cli.ts';
import { wording } from '../wording.ts';
import { captureOutput } from './said.ts';

const example = new URL('../../examples/shop/', import.meta.url).pathname;
let folder: string;
let said: () => string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rbac-'));
  cpSync(example, folder, { recursive: true });
  said = captureOutput();
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const rbac = (...more: string[]) =>
  main([
    ...['rbac', '--environment', 'production', '--config', join(folder, 'slipway.yml')],
    ...['--file', join(folder, 'roles.yaml'), ...more],
  ]);
const objects = (path: string) =>
  parseAllDocuments(readFileSync(path, 'utf8')).map(document => document.toJS() as object);

it('writes exactly the permissions of the example', async () => {
  expect(await rbac()).toBe(0);
  expect(objects(join(folder, 'roles.yaml'))).toEqual(objects(join(example, 'rbac.yaml')));
});

it('names another account, and never overwrites a file', async () => {
  expect(await rbac('--account', 'releaser')).toBe(0);
  const written = objects(join(folder, 'roles.yaml'));
  expect(written[0]).toMatchObject({ kind: 'ServiceAccount', metadata: { name: 'releaser' } });
  expect(await rbac()).toBe(1);
  expect(
    said()
      .split('\n')
      .find(line => line.includes('exists already')),
  ).toEqual(wording('roles.yaml', '--file'));
  expect(objects(join(folder, 'roles.yaml'))).toEqual(written);
});

it('says which resources it had to guess', async () => {
  const policy = 'apiVersion: example.com/v1\nkind: RetryPolicy\nmetadata: {name: shop}\n';
  writeFileSync(join(folder, 'deploy/policy.yaml'), policy);
  expect(await rbac()).toBe(0);
  expect(said()).toContain('RetryPolicy.example.com');
  expect(JSON.stringify(objects(join(folder, 'roles.yaml')))).toContain('"retrypolicies"');
});
