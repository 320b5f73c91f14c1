import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { composeServices } from '../../src/setup/compose.ts';
import { notesOnControllers } from '../../src/setup/controllers.ts';
import { buildablesOf } from '../../src/setup/images.ts';
import { stackOf } from '../../src/setup/language.ts';
import { placesOfManifests } from '../../src/setup/places.ts';
import { readRepository, requireInside } from '../../src/setup/repository.ts';
import { portIn } from '../../src/setup/stack.ts';
import { wording } from '../wording.ts';
import { type Checkout, checkout } from './checkout.ts';

/** `init` and `doctor` look at repositories whose author may be anyone. */

const project = (texts: Record<string, string>) => ({
  ...{ name: 'shop', prefix: '', remote: undefined, paths: Object.keys(texts) },
  texts: new Map(Object.entries(texts)),
});
const compose = (text: string) => composeServices(project({ 'compose.yml': text })).services;

describe('searching', () => {
  it('takes no time for an ordinary file of Spring without a port', () => {
    const section = 'server:\n  servlet:\n    context-path: /shop\n  error:\n    include-message: always\n';
    const text = `${section}${'    setting-of-the-server: true\n'.repeat(30)}spring:\n  name: shop\n`;
    expect(portIn(project({ 'application.yml': text })).port).toBeUndefined();
    const named = text.replace('spring:', '\r\n  port: ${PORT:9090}\r\nspring:');
    expect(portIn(project({ 'application.yml': named })).port).toBe(9090);
  });

  it.each([
    ['Dockerfile of empty lines', () => buildable('\n'.repeat(200_000))],
    ['Dockerfile of flags', () => buildable(`COPY ${'--a '.repeat(50_000)}`)],
    ['source of empty lines', () => portIn(project({ 'a.properties': '\n'.repeat(200_000) }))],
    ['source of calls', () => portIn(project({ 'a.py': '.run('.repeat(50_000) }))],
    ['source of variables', () => portIn(project({ 'a.js': 'env'.repeat(80_000) }))],
    ['source of names', () => stackOf(project({ 'main.py': 'a:\n'.repeat(60_000) }))],
    ['version of digits', () => stackOf(project({ 'main.py': '', '.python-version': '1'.repeat(200_000) }))],
    ['port of digits', () => compose(`services: { a: { build: ., ports: ["${'1'.repeat(200_000)}x"] } }`)],
    ['manifest of empty lines', () => placesOf(`\n`.repeat(200_000))],
    ['manifest of versions', () => notesOnControllers(project({ 'a.yaml': `${argo}\n`.repeat(10_000) }))],
  ])('takes linear time in a %s', (_, search) => {
    // Time of the processor, so that other work on the machine does not count.
    const before = process.threadCpuUsage();
    search();
    expect(process.threadCpuUsage(before).user).toBeLessThan(2_000_000);
  });

  const argo = 'apiVersion: argoproj.io/v1alpha1';
  const buildable = (text: string) => buildablesOf(project({ 'a/Dockerfile': text }) as never, 'shop');
  const placesOf = (text: string) =>
    placesOfManifests(project({ 'a.yaml': text }), { app: 'shop', environment: 'production' });

  it('takes the kind of a controller from the same document', () => {
    const rollout = `${argo}\nkind: Rollout\n---\napiVersion: v1\nkind: Service\n`;
    const other = 'apiVersion: app.k8s.io/v1beta1\nkind: Application\n';
    expect(notesOnControllers(project({ 'a.yaml': `${rollout}---\n${other}` }))).toEqual([]);
    expect(notesOnControllers(project({ 'a.yaml': `${rollout}---\n${argo}\nkind: Application\n` }))).toEqual([
      wording('Argo CD', 'a.yaml'),
    ]);
  });
});

describe('a compose file', () => {
  it('may name a fragment for each of many services', () => {
    const services = Array.from({ length: 120 }, (_, index) => `  s${index}: { <<: *base }\n`).join('');
    expect(compose(`x-base: &base { build: ., restart: always }\nservices:\n${services}`)).toHaveLength(120);
  });

  it('that grows without bounds is refused', () => {
    const nine = (name: string) => `[${Array(9).fill(`*${name}`).join(', ')}]`;
    const bomb = `a: &a [x, x]\nb: &b ${nine('a')}\nc: &c ${nine('b')}\nd: &d ${nine('c')}\n`;
    expect(() => compose(`${bomb}services: { a: { build: ., labels: ${nine('d')} } }`)).toThrow(
      wording('compose.yml'),
    );
  });

  it.each([
    '{ context: a/../../other }',
    '{ context: ., dockerfile: ../Dockerfile }',
    '{ context: ., dockerfile: .git/hooks/pre-commit }',
    '{ context: .git }',
    '/srv',
    'https://git.example.com/x.git',
  ])('builds nothing that is outside of the repository: %s', build => {
    expect(compose(`services: { a: { build: ${build} } }`)).toEqual([]);
  });

  it.each([
    ['./', '.', 'Dockerfile'],
    ['./web/', 'web', 'Dockerfile'],
    ['{ context: web, dockerfile: ../Dockerfile.web }', 'web', '../Dockerfile.web'],
  ])('builds what is in it: %s', (build, context, dockerfile) => {
    expect(compose(`services: { a: { build: ${build} } }`)).toMatchObject([{ context, dockerfile }]);
  });
});

describe('the files of a repository', () => {
  let at: Checkout;
  afterEach(() => at.close());

  it('are read without a program that its settings name', async () => {
    at = checkout({ 'a.js': '', 'run.sh': '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n' });
    chmodSync(join(at.folder, 'run.sh'), 0o755);
    execFileSync('git', ['-C', at.folder, 'config', 'core.fsmonitor', join(at.folder, 'run.sh')]);
    expect((await readRepository(at.folder)).paths).toEqual(['a.js', 'run.sh']);
    expect(at.has('ran')).toBe(false);
  });

  it('are read above a folder only where they are files of the repository', async () => {
    at = checkout({ 'shop/a.js': '', '.github/workflows/a.yml': 'name: a\n' });
    mkdirSync(join(at.folder, '.github/workflows/folder.yml'));
    for (const [target, name] of [
      ['/etc/hostname', 'outside'],
      ['nowhere', 'dangling'],
    ] as const)
      symlinkSync(target, join(at.folder, `.github/workflows/${name}.yml`));
    const { texts } = await readRepository(join(at.folder, 'shop'));
    const told = [...texts].filter(([path]) => path.startsWith('.github/'));
    expect(told.filter(([, text]) => text !== '')).toEqual([['.github/workflows/a.yml', 'name: a\n']]);
  });

  it('are never files of git', async () => {
    at = checkout({ 'a.js': '' });
    const repository = await readRepository(at.folder);
    await expect(requireInside(repository, '.git/hooks/pre-commit')).rejects.toThrow(wording('.git'));
  });
});
