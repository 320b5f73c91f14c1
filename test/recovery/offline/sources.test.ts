import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkoutOf } from '../../../src/recovery/offline/sources.ts';
import { wording } from '../../wording.ts';

let folder: string;
let own: string;
const env = {
  ...process.env,
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  ...{ GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' },
};
const git = (at: string, ...args: string[]) =>
  execFileSync('git', ['-C', at, '-c', 'protocol.file.allow=always', ...args], { env, stdio: 'pipe' });

/** A repository with slipway.yml in a subfolder, and another repository as a submodule. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sources-'));
  own = join(folder, 'own');
  const library = join(folder, 'library');
  for (const at of [own, library]) {
    await mkdir(at);
    git(at, 'init', '-q');
  }
  await writeFile(join(library, 'chart.yaml'), 'a: 1\n');
  git(library, 'add', '.');
  git(library, 'commit', '-qm', 'one');
  await mkdir(join(own, 'deploy'));
  await writeFile(join(own, 'deploy/slipway.yml'), 'app: shop\n');
  await writeFile(join(own, 'README.md'), 'shop\n');
  git(own, 'submodule', '--quiet', 'add', library, 'vendor/library');
  git(own, 'add', '.');
  git(own, 'commit', '-qm', 'one');
});
afterEach(() => rm(folder, { recursive: true }));

const paths = async () =>
  (await checkoutOf(join(own, 'deploy/slipway.yml'), env)).sources.map(({ path }) => path);

it('an archive holds the files of submodules, too', async () => {
  const found = await paths();
  expect(found.map(path => path.replace(/^[^/]+\//, ''))).toEqual([
    '.gitmodules',
    'README.md',
    'deploy/slipway.yml',
    'vendor/library/chart.yaml',
  ]);
});

it('an archive is refused when a submodule is not checked out, which the error names', async () => {
  git(own, 'submodule', '--quiet', 'deinit', '--force', 'vendor/library');
  await expect(paths()).rejects.toThrow(wording('vendor/library'));
});
