/**
 * Runs a tier of the tests, or some files: static checks, unit tests, then tests in its own lab.
 * Ends with a line `N passed, N failed`; exits 1 when anything failed.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { wheel } from '../lab/wheels.ts';
import { describe } from '../src/toolkit/errors.ts';
import { build } from './build.ts';
import { staleFiles } from './dist.ts';
import { buildSite } from './site.ts';
import { Story } from './story.ts';
import { allTestFiles, filesAt, filesOfTier, partsFor, type TestFile, type Tier } from './test-files.ts';
import { type Count, runProject } from './vitest.ts';
import {
  commandLine,
  Interrupted,
  inLab,
  main,
  oldestAfter,
  run,
  simulatedBeside,
  UsageError,
  withLab,
  withParts,
} from './with-lab.ts';

const root = resolve(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');

/** The files that zizmor checks. It searches folders for workflows, actions and the Dependabot configuration. */
const workflowFiles = ['.github', 'actions', 'action.yml', 'examples/workflows'];

const usage = `usage: scripts/test [--all | --unit | PATH...] [--keep] [--name NAME]

Without --all, --unit or PATH it runs the tests that every change must pass: static checks, unit tests, a sample of the
kill matrix, and the golden paths in a lab.

  --all   every test
  --unit  static checks and unit tests, which need no lab
  PATH    only these test files or folders, each in the lab that it needs
  --keep  leave the lab running
  --name  name of the lab (default: test-<process id>); a running lab is used and not removed`;

const story = new Story();
const counts: Count[] = [];
/** Failed tests with their messages. */
const failures: string[] = [];

/** Runs a check that counts as one test. */
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

/** Runs the example's tests as its workflow would. Shows their log, and reads the counts from the outputs. */
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
  // Coverage below the threshold fails the run, but no test.
  return { passed: Number(outputs.get('passed') ?? 0), failed: green || failed > 0 ? failed : 1 };
}

/** The options of a run of scripts/test. */
interface Plan {
  /** Undefined if files were named. */
  tier: Tier | undefined;
  files: readonly TestFile[];
  keep: boolean;
  /** The given name of the lab. */
  name: string | undefined;
  /** A folder for reports. */
  scratch: string;
}

/** Projects with their titles, in the order in which they run. */
const onSimulatedLab = [
  ['simulated', 'the simulated lab'],
  ['matrix', 'a sample of the kill matrix'],
] as const;
const onLab = [
  ['golden', 'golden paths'],
  ['e2e', 'end to end'],
  ['recovery', 'recovery'],
  ['alone', 'end to end, one file at a time'],
  ['conformance', 'the conformance report'],
] as const;

async function runAll(plan: Plan): Promise<void> {
  if (plan.tier !== undefined) await staticChecks(plan.scratch);
  await project(plan, 'unit', 'unit tests', same => same);
  if (plan.tier !== undefined)
    await counted("the example's tests, by slipway test", () => testExample(plan.scratch));
  // Files that run one at a time leave half of the CPU idle, so the simulated lab runs in parallel.
  const besideAlone = filesOf(plan, 'alone').length > 0;
  if (!besideAlone) await simulated(plan);
  await endToEnd(plan, besideAlone ? () => simulated(plan) : undefined);
  if (plan.tier === 'all') await onOldest(plan);
}

async function staticChecks(scratch: string): Promise<void> {
  await check('format and lint', () => command(join(bin, 'biome'), ['check', '--error-on-warnings', '.']));
  await check('types', () => command(join(bin, 'tsc'), ['--noEmit']));
  await check('generated files are current', () => command(process.execPath, ['scripts/docs.ts', '--check']));
  await check('workflows: zizmor', async () =>
    command(await wheel('zizmor'), ['--offline', '--no-progress', '--quiet', ...workflowFiles]),
  );
  await check('documentation site', async () => {
    const { pages, links, problems } = await buildSite(join(scratch, 'site'), 'main');
    for (const problem of problems) console.error(problem);
    console.log(`${pages} pages, ${links} links`);
    return problems.length === 0;
  });
  await check('dist is current', async () => {
    build(join(scratch, 'dist'));
    const stale = staleFiles(join(scratch, 'dist'), join(root, 'dist'));
    for (const path of stale) console.error(`dist/${path} is out of date. Run scripts/build.`);
    return stale.length === 0;
  });
}

const step = (title: string, work: () => Promise<void>) =>
  check(title, async () => {
    await work();
    return true;
  });

async function simulated(plan: Plan): Promise<void> {
  const projects = onSimulatedLab.filter(([name]) => filesOf(plan, name).length > 0);
  if (projects.length === 0) return;
  const name = simulatedBeside(plan.name ?? `test-${process.pid}`);
  await withLab({ script: 'test', name, simulated: true, keep: plan.keep, to: 1, step }, async lab => {
    for (const [name, title] of projects) await project(plan, name, title, command => inLab(lab, command));
  });
}

/** @param beside runs in parallel with the project `alone`. */
async function endToEnd(plan: Plan, beside = async () => {}): Promise<void> {
  const projects = onLab.filter(([name]) => filesOf(plan, name).length > 0);
  const [first] = projects;
  if (first === undefined) return;
  const { name, keep } = plan;
  await step('act', async () => {
    // Installed before the lab starts, because a lab has no access to a package index.
    await wheel('act');
  });
  const present = new Set(partsFor(filesOf(plan, first[0])));
  await withLab({ script: 'test', name, parts: [...present], keep, to: 1, step }, async lab => {
    for (const [name, title] of projects) {
      // A part starts only when files need it, which keeps the lab small until then.
      const more = partsFor(filesOf(plan, name)).filter(part => !present.has(part));
      if (more.length > 0) await step(`add ${more.join(', ')} to the lab`, () => withParts(lab, more));
      for (const part of more) present.add(part);
      const ends = await Promise.allSettled([
        project(plan, name, title, command => inLab(lab, command)),
        name === 'alone' ? beside() : undefined,
      ]);
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    }
  });
}

/** The golden paths again, with the oldest supported version of Kubernetes. */
async function onOldest(plan: Plan): Promise<void> {
  const name = oldestAfter(plan.name ?? `test-${process.pid}`);
  const parts = partsFor(filesOf(plan, 'golden'));
  await withLab({ script: 'test', name, oldest: true, parts, keep: plan.keep, to: 1, step }, lab =>
    project(plan, 'golden', 'golden paths on the oldest Kubernetes', command => inLab(lab, command)),
  );
}

const filesOf = ({ files }: Plan, project: string) => files.filter(file => file.project === project);

/** Runs the plan's files of one vitest project. */
async function project(
  plan: Plan,
  name: string,
  title: string,
  place: (command: string[]) => string[],
): Promise<void> {
  const files = filesOf(plan, name);
  if (files.length === 0) return;
  // A tier runs whole projects, so no files are named.
  const named = plan.tier === undefined ? files.map(({ path }) => path) : [];
  // The nightly tier has time for more cases of the kill matrix and of each property, and draws new ones.
  const env: Record<string, string> =
    plan.tier === 'all'
      ? { MATRIX_EACH: '8', MATRIX_SECONDS: '110', SLIPWAY_TEST_RUNS: 'all' }
      : { SLIPWAY_TEST_SEED: process.env.SLIPWAY_TEST_SEED ?? seedOfCommit() };
  await counted(title, async () => {
    const { failures: failed, ...count } = await runProject({
      name,
      files: named,
      scratch: plan.scratch,
      place,
      env,
    });
    failures.push(...failed);
    return count;
  });
}

/** A property draws the same examples in every run of a commit, so that chance does not decide whether the commit lands. */
function seedOfCommit(): string {
  const head = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout ?? '';
  return String(Number.parseInt(head.slice(0, 7), 16) || 1);
}

function summarize(): number {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  for (const { title, ms, note } of story.stages)
    console.log(`${(ms / 1000).toFixed(1).padStart(8)} s  ${title}: ${note}`);
  for (const failure of failures) console.log(`failed: ${failure}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** Returns the requested tier; undefined for named files. @throws UsageError for more than one choice. */
function tierOf({ all, unit }: { all: boolean; unit: boolean }, paths: string[]): Tier | undefined {
  if (Number(all) + Number(unit) + Number(paths.length > 0) > 1)
    throw new UsageError('--all, --unit and PATH cannot be combined', 'see scripts/test --help');
  if (paths.length > 0) return undefined;
  return all ? 'all' : unit ? 'unit' : 'default';
}

await main('test', async () => {
  const { values, positionals } = commandLine('test', () =>
    parseArgs({
      allowPositionals: true,
      options: {
        all: { type: 'boolean', default: false },
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
  const tier = tierOf(values, positionals);
  const known = await allTestFiles();
  const files = tier === undefined ? filesAt(known, positionals, process.cwd()) : filesOfTier(known, tier);
  const scratch = mkdtempSync(join(tmpdir(), 'slipway-test-'));
  // Other tiers use the etcd and Prometheus of Debian 13 if its archive is available; this tier compiles the current versions.
  if (tier === 'all') process.env.SLIPWAY_LAB_COMPILE = 'all';
  try {
    await runAll({ tier, files, keep: values.keep, name: values.name, scratch });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return summarize();
});
