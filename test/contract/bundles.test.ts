import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { manifestPath } from '../../scripts/docs.ts';
import { actionNames } from '../../src/actions/all.ts';

const root = resolve(import.meta.dirname, '../..');
/** A folder without slipway.yml. */
const empty = mkdtempSync(join(tmpdir(), 'empty-'));
afterAll(() => rmSync(empty, { recursive: true }));
const bare = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' };

/** A module that prints at the end how many bytes of code were loaded, which does not depend on the machine. */
const counting = `data:text/javascript,${encodeURIComponent(`
  import { statSync } from 'node:fs';
  import { registerHooks } from 'node:module';
  let bytes = 0;
  registerHooks({
    load(url, context, next) {
      if (url.startsWith('file:')) bytes += statSync(new URL(url)).size;
      return next(url, context);
    },
  });
  process.on('exit', () => process.stderr.write(String(bytes)));
`)}`;

describe.each(actionNames)('the bundle of %s', name => {
  const manifest = parse(readFileSync(join(root, manifestPath(name)), 'utf8')) as {
    runs: { using: string; main: string };
    outputs: Record<string, unknown>;
  };
  const main = join(root, dirname(manifestPath(name)), manifest.runs.main);

  it('exists at the path in action.yml, for Node 24', () => {
    expect(manifest.runs.using).toBe('node24');
    expect(existsSync(main)).toBe(true);
  });

  it('starts, and fails with an own error without inputs', () => {
    const run = spawnSync(process.execPath, [main], { env: bare, cwd: empty, encoding: 'utf8' });
    expect(run.status).toBe(1);
    expect(run.stdout).toMatch(
      /^::error title=[a-z-]+::(no file matches \*\*\/slipway\.yml|the input `[a-z-]+` is missing \(.+\)|slipway\.yml cannot be read: it does not exist)\. /m,
    );
    expect(run.stderr).toBe('');
  });

  it('loads at most 1.4 MB of code before it reads its inputs', () => {
    const run = spawnSync(process.execPath, ['--import', counting, main], {
      ...{ env: bare, cwd: empty, encoding: 'utf8' },
    });
    expect(Number(run.stderr), run.stderr).toBeGreaterThan(10_000);
    expect(Number(run.stderr)).toBeLessThan(1_400_000);
  });

  it('sets all declared outputs and writes a summary even if it is refused', () => {
    const folder = mkdtempSync(join(tmpdir(), 'step-'));
    try {
      const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
      for (const file of Object.values(files)) writeFileSync(file, '');
      const inputs = {
        INPUT_ENVIRONMENT: 'production',
        INPUT_CONFIG: 'nowhere.yml',
        INPUT_CONFIGS: 'nowhere.yml',
        INPUT_IMAGES: '{}',
        INPUT_TAGS: '1.0.0',
        INPUT_PARTS: '[{}]',
        INPUT_DEPLOYED: '{}',
        INPUT_INTO: 'staging',
        INPUT_SCENARIO: 'restore',
        INPUT_OUTCOME: 'success',
        INPUT_OPERATION: { audit: 'verify', keys: 'check' }[name] ?? 'rollback',
      };
      const run = spawnSync(process.execPath, [main], {
        env: { ...bare, ...inputs, ...files },
        encoding: 'utf8',
      });
      // `comment` reads no slipway.yml, which belongs to the pull request.
      const refusal = name === 'comment' ? 'needs' : 'nowhere.yml';
      expect(run.status).toBe(1);
      expect(run.stdout.split('\n').find(line => line.startsWith('::error '))).toContain(refusal);
      expect(run.stdout).not.toContain(' at ');
      const outputs = [...readFileSync(files.GITHUB_OUTPUT, 'utf8').matchAll(/^(.+)<<ghadelimiter_/gm)].map(
        m => m[1],
      );
      expect(outputs.sort()).toEqual(Object.keys(manifest.outputs).sort());
      expect(readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')).toContain(refusal);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the bundled CLI', () => {
  const cli = join(root, 'dist/cli/index.js');

  it('continues when nobody reads its output any more', () => {
    const script = 'node dist/cli/index.js --help | true; exit "${PIPESTATUS[0]}"';
    expect(spawnSync('bash', ['-c', script], { cwd: root, env: bare }).status).toBe(0);
  });

  it('lists the actions', () => {
    const text = execFileSync(process.execPath, [cli, 'help'], { env: bare, encoding: 'utf8' });
    for (const name of actionNames) expect(text).toContain(name);
  });

  it('shows the inputs of an action', () => {
    const text = execFileSync(process.execPath, [cli, 'deploy', '--help'], { env: bare, encoding: 'utf8' });
    expect(text).toMatch(/--environment\s.*\(required\)/);
  });

  it('suggests the nearest action', () => {
    const run = spawnSync(process.execPath, [cli, 'deplyo'], { env: bare, encoding: 'utf8' });
    expect(run.stderr).toMatch(/^slipway: there is no command "deplyo"\. .*`?deploy/);
    expect(run.status).toBe(2);
  });
});

describe('the download of a runner', () => {
  // Skipped without git, or in a copy without history.
  const inGit = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root }).status === 0;

  it.runIf(inGit)('has at most 5 MB, compressed', () => {
    const archive = execFileSync('git', ['archive', 'HEAD'], { cwd: root, maxBuffer: 1 << 28 });
    expect(gzipSync(archive).length).toBeLessThan(5_000_000);
  });
});
