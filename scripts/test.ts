/**
 * Every test there is: static checks, unit tests, then the end-to-end tests inside a lab of its own.
 * Ends with a line `N passed, N failed`; exits 1 when anything failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { down } from '../lab/down.ts';
import { up } from '../lab/up.ts';
import { describe } from '../src/toolkit/errors.ts';
import { build } from './build.ts';
import { staleFiles } from './dist.ts';
import { Story } from './story.ts';

const root = resolve(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');
const lab = 'test';

interface Count {
  passed: number;
  failed: number;
}

const { values } = parseArgs({
  options: { unit: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } },
});
const story = new Story();
const counts: Count[] = [];
const scratch = mkdtempSync(join(tmpdir(), 'slipway-test-'));

/** A check without a count of its own counts as one test. */
async function check(title: string, work: () => Promise<boolean>): Promise<void> {
  await counted(title, async () => ((await work()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
}

async function counted(title: string, work: () => Promise<Count>): Promise<void> {
  await story.stage(title, async () => {
    const count = await work().catch(error => {
      console.error(describe(error));
      return { passed: 0, failed: 1 };
    });
    counts.push(count);
    return `${count.passed} passed, ${count.failed} failed`;
  });
}

async function command(program: string, args: string[]): Promise<boolean> {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', code => done(code === 0));
  });
}

/** Runs one vitest project; what it prints is shown, what it counted is read from its JSON report. */
async function vitest(project: string, prefix: string[]): Promise<Count> {
  const file = join(scratch, `${project}.json`);
  const args = [
    'run',
    '--project',
    project,
    '--reporter',
    'default',
    '--reporter',
    'json',
    '--outputFile.json',
    file,
  ];
  const [program = '', ...rest] = [...prefix, join(bin, 'vitest'), ...args];
  const green = await command(program, rest);
  const report = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  const failed = report.numFailedTests;
  // A file that cannot even be loaded fails no test, but fails the run.
  return { passed: report.numPassedTests, failed: green || failed > 0 ? failed : 1 };
}

await check('format and lint', () => command(join(bin, 'biome'), ['check', '--error-on-warnings', '.']));
await check('types', () => command(join(bin, 'tsc'), ['--noEmit']));
await check('generated files are current', () => command(process.execPath, ['scripts/docs.ts', '--check']));
await check('dist is what the source builds', async () => {
  build(join(scratch, 'dist'));
  const stale = staleFiles(join(scratch, 'dist'), join(root, 'dist'));
  for (const path of stale) console.error(`dist/${path} is not what scripts/build makes of the source`);
  return stale.length === 0;
});
await counted('unit tests', () => vitest('unit', []));
if (!values.unit) {
  await check('lab up', async () => {
    await up({ name: lab, log: line => console.log(line) });
    return true;
  });
  await counted('end to end on the lab', () =>
    vitest('e2e', [join(root, 'scripts/lab'), 'exec', '--name', lab, '--']),
  );
  if (!values.keep) {
    await check('lab down leaves nothing', async () => {
      await down({ name: lab, log: line => console.log(line) });
      return true;
    });
  }
}
rmSync(scratch, { recursive: true, force: true });

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
for (const { title, ms, note } of story.stages)
  console.log(`${(ms / 1000).toFixed(1).padStart(8)} s  ${title}: ${note}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
