import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Job, ownPath, textOfFile, type Workflow } from '../../scripts/workflow-files.ts';
import { digests, environment, run, usual } from '../workflow/scenario.ts';
import { type Run, type Simulation, simulate } from '../workflow/simulator.ts';

/** docs/cost.md counts jobs. The simulator, and the schedules in examples/workflows, must count the same. */

const page = textOfFile('docs/cost.md');
const cells = page.split('\n').map(line => line.split('|').map(cell => cell.trim()));
/** The columns after the first one of the row that begins with this cell. */
function row(first: string): string[] {
  const found = cells.find(([, cell]) => cell === first);
  expect(found, first).toBeDefined();
  return found?.slice(2, -1) ?? [];
}

const sign: Simulation['jobs'] = { 'build/push': { outputs: { push: { 'sign-images': 'true' } } } };
const monitored: Simulation['jobs'] = { 'deploy/rollout': { outputs: { deploy: { monitored: 'true' } } } };
const unverified: Simulation['jobs'] = { 'deploy/rollout': { fails: 'verify' } };
const arm64 = { 'arm64-runs-on': '"ubuntu-24.04-arm"' };
const jobsWith = (inputs: object, jobs: Simulation['jobs'] = {}): number =>
  jobsOf('pipeline', { inputs: { ...environment, ...inputs }, jobs });

/** The jobs that get a runner. A job that calls a workflow gets none. */
function namesOf({ jobs }: Run): string[] {
  const ran = Object.entries(jobs);
  return ran
    .filter(
      ([path, { result }]) => result !== 'skipped' && !ran.some(([other]) => other.startsWith(`${path}/`)),
    )
    .map(([path]) => path);
}
const jobsOf = (name: string, simulation: Simulation = {}) => namesOf(run(name, simulation)).length;
/** The jobs of the called workflows of a wrapper, and its own. */
const jobsIn = (wrapper: Workflow, counts: (job: Job) => boolean): number =>
  Object.values(wrapper.jobs)
    .filter(counts)
    .map(({ uses }) => {
      const called = uses === undefined ? undefined : /(\w[\w-]*)\.yml$/.exec(ownPath(uses) ?? '')?.[1];
      return called === undefined ? 1 : jobsOf(called, calls[called]);
    })
    .reduce((sum, count) => sum + count, 0);

/** The inputs with which a wrapper calls a workflow. */
const calls: Record<string, Simulation> = {
  check: {},
  build: {},
  deploy: { inputs: { ...environment, images: digests } },
  pipeline: { inputs: environment },
  rollback: { inputs: environment },
  status: { inputs: environment },
  monitor: { inputs: environment },
  sweep: { inputs: environment },
  alerts: { inputs: environment },
  backup: { inputs: environment },
  report: { inputs: environment },
  drill: { inputs: { ...environment, scenario: 'restore' } },
};

describe('the jobs of a workflow', () => {
  it.each(Object.entries(calls))('are counted: %s', (name, simulation) => {
    expect(row(`\`${name}.yml\``)[0]).toBe(String(jobsOf(name, simulation)));
  });

  it('of a push are at most five, each with its own permissions', () => {
    const names = namesOf(run('pipeline', { inputs: environment })).map(path => path.replace(/.*\//, ''));
    expect(names).toEqual(['test', 'build', 'scan', 'push', 'rollout']);
    expect(page).toContain('The five jobs of a push are `test`, `build`, `scan`, `push` and `rollout`.');
  });

  it.each(['test', 'build', 'scan', 'push', 'plan'])('of a push that fails at %s are at most five', id => {
    const failed = jobsWith({}, { [`build/${id === 'plan' ? 'push' : id}`]: { fails: id } });
    expect(failed).toBeLessThanOrEqual(5);
  });

  it('are more with arm64, monitoring and after a failed rollout, and not with signing', () => {
    const usual = jobsWith({});
    expect(jobsWith({}, sign)).toBe(usual);
    const more = [jobsWith(arm64), jobsWith({}, monitored), jobsWith({}, unverified)];
    const [emulated = 0, watched = 0, failed = 0] = more.map(count => count - usual);
    expect(row('`pipeline.yml`')[1]).toBe(
      `arm64 +${emulated}, \`monitoring\` +${watched}, failed rollout +${failed}`,
    );
    const deploy = (jobs: Simulation['jobs']) =>
      jobsOf('deploy', { inputs: { ...environment, images: digests }, jobs: jobs ?? {} });
    expect(row('`deploy.yml`')[1]).toBe(
      `failed rollout +${deploy({ rollout: { fails: 'verify' } }) - deploy({})}`,
    );
    const resume = (jobs: Simulation['jobs']) =>
      jobsOf('rollback', { inputs: { ...environment, operation: 'resume' }, jobs: jobs ?? {} });
    expect(row('`rollback.yml`')[1]).toBe(
      `a failure +${jobsOf('rollback', { inputs: environment, jobs: { rollback: { fails: 'rollback' } } }) - 1}, a failed \`resume\` or \`approve\` +${resume({ resume: { fails: 'gate' } }) - resume({})}`,
    );
  });

  it('of custom-pipeline are one more than those of pipeline.yml', () => {
    const path = 'examples/workflows/custom-pipeline.yml';
    expect(namesOf(simulate(path, {}, usual)).length).toBe(jobsWith({}) + 1);
    expect(page).toContain(`[custom-pipeline.yml](../${path}) adds one job, for \`deployed\`.`);
  });

  it.each(['promote', 'promote-elsewhere'])('of %s are counted', name => {
    const path = `examples/workflows/${name}.yml`;
    const count = jobsIn(parse(textOfFile(path)) as Workflow, () => true);
    expect(page).toMatch(new RegExp(`\\[${name}\\.yml\\]\\(\\.\\./${path}\\) (has )?${count}\\b`));
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
  it.each(['sweep', 'monitor', 'rescan', 'rebuild', 'drill', 'backup', 'alerts', 'prune'])(
    'is counted: %s',
    name => {
      const wrapper = parse(textOfFile(`examples/workflows/${name}.yml`)) as Workflow & {
        on: { schedule: { cron: string }[] };
      };
      const runs = wrapper.on.schedule.map(({ cron }) => runsOf(cron)).reduce((sum, each) => sum + each, 0);
      // A job with another condition than a release, such as the new build in rebuild.yml, usually does not run.
      const each = jobsIn(
        wrapper,
        job => job.if === undefined || /\.images != '{}' && !cancelled\(\)$/.test(String(job.if)),
      );
      const numbers = [runs, each, runs * each].map(number => Math.round(number).toLocaleString('en'));
      expect(row(`[${name}.yml](../examples/workflows/${name}.yml)`).slice(1)).toEqual(numbers);
    },
  );
});

it('the example adds up', () => {
  const minutes = (text = '') => Number(text.replaceAll(/[*,]/g, ''));
  const [pushes, checks, sweeps] = [
    100 * jobsWith({}),
    50 * jobsOf('check'),
    minutes(row('[sweep.yml](../examples/workflows/sweep.yml)')[3]),
  ];
  expect(row('100 pushes').map(minutes)[0]).toBe(pushes);
  expect(row('50 pull requests, `check.yml`').map(minutes)).toEqual([checks, checks]);
  expect(row('`sweep.yml` every hour').map(minutes)).toEqual([sweeps, sweeps]);
  const [pipeline, step] = row('**total**');
  expect(minutes(pipeline)).toBe(pushes + checks + sweeps);
  expect(step?.replaceAll('*', '').split(' to ').map(minutes)).toEqual([
    100 + checks + sweeps,
    200 + checks + sweeps,
  ]);
});
