import { afterEach, expect, it } from 'vitest';
import { readRepository } from '../../src/setup/repository.ts';
import { testsOf } from '../../src/setup/tests.ts';
import { type Checkout, checkout } from './checkout.ts';

let at: Checkout;
afterEach(() => at.close());

/** The commands of the tests for images that are built in these folders. */
async function tests(files: Record<string, string>, ...contexts: string[]): Promise<string[]> {
  at = checkout(files);
  const found = testsOf(await readRepository(at.folder), contexts.length === 0 ? ['.'] : contexts);
  return found.map(({ folder, test }) => `${folder}: ${test.run}`);
}

const node = '{"scripts":{"test":"jest"}}';

it.each<[string, Record<string, string>, string[], string[]]>([
  [
    'in the folder of the image',
    { 'web/package.json': node, 'package.json': node },
    ['web'],
    ['web: npm test'],
  ],
  [
    'in the folders that the image is made of',
    { Dockerfile: '', 'backend/package.json': node, 'client/package.json': '{}', 'docs/package.json': node },
    ['.'],
    ['backend: npm test'],
  ],
  [
    'at the root, where the folder of the image has none',
    { 'app/Dockerfile': '', 'app/requirements.txt': '', 'requirements.txt': '', 'tests/test_a.py': '' },
    ['app'],
    [
      '.: python3 -m venv .venv && .venv/bin/pip install --requirement requirements.txt pytest && .venv/bin/python -m pytest --junitxml=reports/junit.xml',
    ],
  ],
  [
    'of a Makefile',
    { Dockerfile: '', Makefile: 'build:\n\tcc\ntest: build\n\t./a.out\n' },
    ['.'],
    ['.: make test'],
  ],
  [
    'of Node.js without package.json',
    { Dockerfile: '', 'server.mjs': '', 'server.test.mjs': "import test from 'node:test';" },
    ['.'],
    ['.: node --test'],
  ],
  ['once for two images', { 'package.json': node }, ['.', '.'], ['.: npm test']],
  ['nowhere', { Dockerfile: '', 'server.mjs': '' }, ['.'], []],
])('tests are found %s', async (_, files, contexts, expected) => {
  expect(await tests(files, ...contexts)).toEqual(expected);
});
