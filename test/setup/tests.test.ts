import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
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

describe('the languages of the tests', () => {
  const released = '.github/workflows/release.yml';
  const action = '.github/slipway/setup/action.yml';
  const init = async (files: Record<string, string>) => {
    at = checkout(files);
    const { code, err } = await at.slipway('init', '--folder', at.folder);
    expect(err).not.toContain('::error');
    expect(code).toBe(0);
    return parse(at.read(released)).jobs.release.steps as { uses: string }[];
  };
  /** Name of each action that is called, without its commit, and what it gets. */
  const installed = () =>
    parse(at.read(action)).runs.steps.map((step: { uses: string; with: object }) => [
      step.uses.replace(/@[0-9a-f]{40}$/, ''),
      step.with,
    ]);

  it('are installed in the version of the image, by all workflows', async () => {
    const steps = await init({
      'package.json': '{"scripts":{"test":"node --test","start":"node a.js"},"engines":{"node":"^22"}}',
      'package-lock.json': '{}',
    });
    expect(installed()).toEqual([
      ['actions/setup-node', { 'node-version': '22', 'package-manager-cache': false }],
    ]);
    expect(at.read('Dockerfile')).toContain('FROM node:22-');
    expect(steps.map(({ uses }) => uses.replace(/@.*/, ''))).toEqual([
      'actions/checkout',
      './.github/slipway/setup',
      'slipway/slipway',
    ]);
    expect(steps[0]).toMatchObject({ with: { 'persist-credentials': false } });
  });

  it.each<[string, string, Record<string, string>, unknown]>([
    [
      'Python',
      'FROM docker.io/library/python:3.12-slim AS build\nUSER 1\n',
      { 'requirements.txt': '', 'app.py': '', 'tests/test_app.py': '' },
      ['actions/setup-python', { 'python-version': '3.12' }],
    ],
    [
      'Go',
      'FROM golang:1.26\nUSER 1\n',
      { 'go.mod': 'module a\n\ngo 1.24\n', 'main_test.go': 'package main\n' },
      ['actions/setup-go', { 'go-version': '1.26', cache: false }],
    ],
    [
      'Java',
      'FROM eclipse-temurin:17-jre\nUSER 1\n',
      { 'pom.xml': '<project></project>', 'src/test/java/AppTest.java': '' },
      ['actions/setup-java', { 'java-version': '17', distribution: 'temurin' }],
    ],
    [
      'Node.js for several platforms',
      'FROM --platform=$BUILDPLATFORM node:22.4-slim AS build\nUSER 1\n',
      { 'package.json': '{"scripts":{"test":"jest"}}' },
      ['actions/setup-node', { 'node-version': '22.4', 'package-manager-cache': false }],
    ],
    [
      'not from a tag of its own',
      'FROM registry.acme.com/base/node:2024.1\nUSER 1\n',
      { 'package.json': '{"scripts":{"test":"jest"}}' },
      ['actions/setup-node', { 'node-version': '24', 'package-manager-cache': false }],
    ],
    [
      'not from an argument',
      'ARG V=22\nFROM node:${V}\nUSER 1\n',
      { 'package.json': '{"scripts":{"test":"jest"}}' },
      ['actions/setup-node', { 'node-version': '24', 'package-manager-cache': false }],
    ],
    [
      'Java in an image of Maven',
      'FROM maven:3.9-eclipse-temurin-17 AS build\nUSER 1\n',
      { 'pom.xml': '<project></project>', 'src/test/java/AppTest.java': '' },
      ['actions/setup-java', { 'java-version': '17', distribution: 'temurin' }],
    ],
  ])('are those of an existing Dockerfile: %s', async (_, Dockerfile, files, expected) => {
    await init({ ...files, Dockerfile });
    expect(installed()).toEqual([expected]);
  });

  it('need no action where runners have them, or where nothing is tested', async () => {
    const steps = await init({ 'package.json': '{"scripts":{"start":"node a.js"}}' });
    expect(at.has(action)).toBe(false);
    expect(steps).toHaveLength(1);
  });

  it('need no action if no action could install them', async () => {
    const steps = await init({
      'pyproject.toml': '[project]\nrequires-python = ">=3.7"\n',
      'requirements.txt': '',
      'app.py': '',
      'tests/test_app.py': '',
    });
    expect(at.has(action)).toBe(false);
    expect(steps).toHaveLength(1);
  });

  it('need no action where a workflow calls Slipway already', async () => {
    at = checkout({
      'package.json': '{"scripts":{"test":"jest","start":"node a.js"}}',
      [released]: `jobs: { a: { steps: [{ uses: slipway/slipway@${'1'.repeat(40)} }] } }`,
    });
    await at.slipway('init', '--folder', at.folder);
    expect(at.has(action)).toBe(false);
  });

  it('need no action in a repository of several applications', async () => {
    const steps = await init({
      'package.json': '{"scripts":{"test":"jest","start":"node a.js"}}',
      'services/cart/slipway.yml': 'app: cart\n',
    });
    expect(at.has(action)).toBe(false);
    expect(steps).toHaveLength(1);
  });

  it.each([action, action.replace('.yml', '.yaml')])('are left to the %s of the repository', async action => {
    const own = 'name: Own\nruns: { using: composite, steps: [] }\n';
    const steps = await init({ 'package.json': '{"scripts":{"test":"jest"}}', [action]: own });
    expect(at.read(action)).toBe(own);
    expect(steps[1]?.uses).toBe('./.github/slipway/setup');
  });
});
