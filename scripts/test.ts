/**
 * Every test there is: static checks, unit tests, then the end-to-end tests inside a lab of its own.
 * Ends with a line `N passed, N failed`; exits 1 when anything failed.
 */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { wheel } from '../lab/wheels.ts';
import { describe } from '../src/toolkit/errors.ts';
import { build } from './build.ts';
import { staleFiles } from './dist.ts';
import { Story } from './story.ts';
import { type Count, runProject } from './vitest.ts';
import { commandLine, Interrupted, inLab, main, run, simulatedBeside, withLab } from './with-lab.ts';

const root = resolve(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');

/** What zizmor reads; folders are searched for workflows, actions and the configuration of Dependabot. */
const workflowFiles = ['.github', 'actions', 'action.yml', 'examples/workflows'];

const usage = `usage: scripts/test [--unit] [--keep] [--name NAME]

  --unit  only what needs no lab
  --keep  leave the lab running
  --name  name of the lab (default: test-<process id>); one that is up already is used, and stays`;

const story = new Story();
const counts: Count[] = [];
/** Files that failed first and were run again. */
const unsteady: string[] = [];
/** Tests that failed in the end, and how. */
const failures: string[] = [];

/** A check without a count of its own counts as one test. */
async function check(title: string, work: () => Promise<boolean>): Promise<void> {
  await counted(title, async () => ((await work()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
}

async function counted(title: string, work: () => Promise<Count>): Promise<void> {
  await story.stage(title, async () => {
    const count = await work().catch(error => {
      if (error instanceof Interrupted) throw error;
      console.error(describe(error));
      return { passed: 0, failed: 1 };
    });
    counts.push(count);
    return `${count.passed} passed, ${count.failed} failed`;
  });
}

const command = async (program: string, args: string[]) => (await run([program, ...args])) === 0;

/** Runs one vitest project, and notes which files needed a second try. */
async function vitest(
  name: string,
  scratch: string,
  place: (command: string[]) => string[] = same => same,
  again?: () => Promise<void>,
): Promise<Count> {
  const count = await runProject({ name, scratch, place, ...(again === undefined ? {} : { again }) });
  unsteady.push(...count.again);
  failures.push(...count.failures);
  return count;
}

/** Runs the example's tests as its workflow would; what they print is shown, what was counted is read from the outputs. */
async function testExample(scratch: string): Promise<Count> {
  const file = join(scratch, 'example.outputs');
  const stdout = openSync(file, 'w');
  const slipway = [process.execPath, 'src/slipway.ts', 'test', '--config', 'examples/shop/slipway.yml'];
  const green = (await run(slipway, { to: [stdout, 2] }).finally(() => closeSync(stdout))) === 0;
  const outputs = new Map(
    readFileSync(file, 'utf8')
      .split('\n')
      .map(line => line.split('=', 2) as [string, string]),
  );
  const failed = Number(outputs.get('failed') ?? 0);
  // A threshold that is missed fails no test, but fails the run.
  return { passed: Number(outputs.get('passed') ?? 0), failed: green || failed > 0 ? failed : 1 };
}

async function all(unit: boolean, keep: boolean, name: string | undefined, scratch: string): Promise<void> {
  await check('format and lint', () => command(join(bin, 'biome'), ['check', '--error-on-warnings', '.']));
  await check('types', () => command(join(bin, 'tsc'), ['--noEmit']));
  await check('generated files are current', () => command(process.execPath, ['scripts/docs.ts', '--check']));
  await check('workflows: zizmor', async () =>
    command(await wheel('zizmor'), ['--offline', '--no-progress', '--quiet', ...workflowFiles]),
  );
  await check('dist is what the source builds', async () => {
    build(join(scratch, 'dist'));
    const stale = staleFiles(join(scratch, 'dist'), join(root, 'dist'));
    for (const path of stale) console.error(`dist/${path} is not what scripts/build makes of the source`);
    return stale.length === 0;
  });
  await counted('unit tests', () => vitest('unit', scratch));
  await counted("the example's tests, by slipway test", () => testExample(scratch));
  if (unit) return;
  const step = (title: string, work: () => Promise<void>) =>
    check(title, async () => {
      await work();
      return true;
    });
  const beside = simulatedBeside(name ?? `test-${process.pid}`);
  await withLab({ script: 'test', name: beside, simulated: true, keep, to: 1, step }, async lab => {
    const place = (command: string[]) => inLab(lab, command);
    const again = () => mended(lab, ['--simulated']);
    await counted('the simulated lab', () => vitest('simulated', scratch, place, again));
    await counted('a sample of the kill matrix', () => vitest('matrix', scratch, place));
  });
  await withLab({ script: 'test', name, keep, to: 1, step }, async lab => {
    const place = (command: string[]) => inLab(lab, command);
    const again = () => mended(lab);
    await counted('end to end on the lab, three files at a time', () => vitest('e2e', scratch, place, again));
    // Here, for what the first ones use is no larger for it.
    await step('the lab gets what recovery is practised with', () =>
      mended(lab, ['--with', 'recovery,netpol']),
    );
    await counted('recovery, three files at a time', () => vitest('recovery', scratch, place, again));
    await counted('end to end, what needs the lab for itself', () => vitest('alone', scratch, place, again));
  });
}

/** What a failed test broke of the lab is no reason for the next failure. */
async function mended(lab: string, kind: string[] = []): Promise<void> {
  const code = await run([join(root, 'scripts/lab'), 'up', ...kind, '--name', lab]);
  if (code !== 0) throw new Error(`the lab ${lab} cannot be mended`);
}

function summarize(): number {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  for (const { title, ms, note } of story.stages)
    console.log(`${(ms / 1000).toFixed(1).padStart(8)} s  ${title}: ${note}`);
  for (const failure of failures) console.log(`failed: ${failure}`);
  if (unsteady.length > 0) console.log(`needed a second try: ${unsteady.join(', ')}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

await main('test', async () => {
  const { values } = commandLine('test', () =>
    parseArgs({
      options: {
        unit: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        name: { type: 'string' },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    }),
  );
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'slipway-test-'));
  try {
    await all(values.unit, values.keep, values.name, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return summarize();
});
