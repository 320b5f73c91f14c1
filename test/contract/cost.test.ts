import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ownPath, textOfFile, type Workflow } from '../../scripts/workflow-files.ts';
import { digests, environment, run } from '../workflow/scenario.ts';
import type { Simulation } from '../workflow/simulator.ts';

/** docs/cost.md counts jobs. The simulator, and the schedules in examples/workflows, must count the same. */

const page = textOfFile('docs/cost.md');
const cells = page.split('\n').map(line => line.split('|').map(cell => cell.trim()));
/** The columns after the first one of the row that begins with this cell. */
function row(first: string): string[] {
  const found = cells.find(([, cell]) => cell === first);
  expect(found, first).toBeDefined();
  return found?.slice(2, -1) ?? [];
}

const sign: Simulation['jobs'] = { 'build/push': { outputs: { push: { sign: 'true' } } } };
const monitored: Simulation['jobs'] = { 'deploy/plan': { outputs: { plan: { monitored: 'true' } } } };
const unverified: Simulation['jobs'] = { 'deploy/rollout': { fails: 'verify' } };
const arm64 = { 'arm64-runs-on': '"ubuntu-24.04-arm"' };
const jobsWith = (inputs: object, jobs: Simulation['jobs'] = {}): number =>
  jobsOf('pipeline', { inputs: { ...environment, ...inputs }, jobs });

/** The number of jobs that get a runner. A job that calls a workflow gets none. */
function jobsOf(name: string, simulation: Simulation = {}): number {
  const ran = Object.entries(run(name, simulation).jobs);
  return ran.filter(
    ([path, { result }]) => result !== 'skipped' && !ran.some(([other]) => other.startsWith(`${path}/`)),
  ).length;
}

/** The inputs with which a wrapper calls a workflow. */
const calls: Record<string, Simulation> = {
  check: {},
  build: {},
  deploy: { inputs: { ...environment, images: digests } },
  pipeline: { inputs: environment },
  rollback: { inputs: { ...environment, operation: 'status' } },
  monitor: { inputs: environment },
  sweep: { inputs: environment },
  alert: { inputs: environment },
  backup: { inputs: environment },
  'dr-drill': { inputs: { ...environment, scenario: 'restore' } },
};

describe('the jobs of a workflow', () => {
  it.each(Object.entries(calls))('are counted: %s', (name, simulation) => {
    expect(row(`\`${name}.yml\``)[0]).toBe(String(jobsOf(name, simulation)));
  });

  it('are more with signing, arm64, monitoring and after a failure', () => {
    const usual = jobsWith({});
    const more = [jobsWith({}, sign), jobsWith(arm64), jobsWith({}, monitored), jobsWith({}, unverified)];
    expect(row('`pipeline.yml`')[1]).toBe(
      `signing +${(more[0] ?? 0) - usual}, arm64 +${(more[1] ?? 0) - usual}, \`monitoring\` +${(more[2] ?? 0) - usual}, failed rollout +${(more[3] ?? 0) - usual}`,
    );
  });
});

/** Runs in 30 days of a cron expression with lists and `*`, whose days are those of the week. */
function runsOf(cron: string): number {
  const [minutes = '', hours = '', day, month, weekdays = ''] = cron.split(' ');
  expect([day, month]).toEqual(['*', '*']);
  const count = (field: string, all: number) => (field === '*' ? all : field.split(',').length);
  return count(minutes, 60) * count(hours, 24) * ((count(weekdays, 7) * 30) / 7);
}

describe('a schedule', () => {
  it.each(['sweep', 'monitor', 'rescan', 'rebuild', 'drill', 'backup', 'alert', 'prune'])(
    'is counted: %s',
    name => {
      const { on, jobs } = parse(textOfFile(`examples/workflows/${name}.yml`)) as Workflow & {
        on: { schedule: { cron: string }[] };
      };
      const runs = on.schedule.map(({ cron }) => runsOf(cron)).reduce((sum, each) => sum + each, 0);
      // A job with a condition, such as the new build in rebuild.yml, usually does not run.
      const counts = Object.values(jobs)
        .filter(job => job.if === undefined)
        .map(({ uses }) => {
          const called = uses === undefined ? undefined : /(\w[\w-]*)\.yml$/.exec(ownPath(uses) ?? '')?.[1];
          return called === undefined ? 1 : jobsOf(called, calls[called]);
        });
      const each = counts.reduce((sum, count) => sum + count, 0);
      const numbers = [runs, each, runs * each].map(number => Math.round(number).toLocaleString('en'));
      expect(row(`[${name}.yml](../examples/workflows/${name}.yml)`).slice(1)).toEqual(numbers);
    },
  );
});
