import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventually, image } from '../e2e/harness.ts';
import { begin, expectNoFailures, logRuns, promote } from './outages.ts';
import type { Scenario, ScenarioReport } from './scenario.ts';
import { canaryText, reasonOf, type Stage } from './stage.ts';

/** Runs with wrong clocks must release like all others, because times come from the API server and Prometheus. */

const minutes = 5 * 60_000;
const preload = `--import ${pathToFileURL(join(import.meta.dirname, 'clock.ts')).href}`;
const clocks = {
  'five minutes ahead': { CLOCK_OFFSET: `${minutes}` },
  'five minutes behind': { CLOCK_OFFSET: `${-minutes}` },
  'set five minutes ahead during the run': { CLOCK_OFFSET: `${minutes}`, CLOCK_AFTER: '6000' },
  'set five minutes back during the run': { CLOCK_OFFSET: `${-minutes}`, CLOCK_AFTER: '6000' },
};

export function skewed(stage: () => Promise<Stage>): Scenario[] {
  return Object.entries(clocks).map(([name, env]) => ({
    name: `runner's clock ${name}`,
    run: async report => released(await stage(), report, { ...env, NODE_OPTIONS: preload }),
  }));
}

async function released(stage: Stage, report: ScenarioReport, env: Record<string, string>): Promise<void> {
  await begin(stage, canaryText({ deadline: '12m' }));
  const deployed = Date.now();
  await stage.deployed(env);
  const { startedAt } = await stage.rollout();
  const off = Math.abs(startedAt - deployed);
  report.expect(off < 60_000, `the time in the state is off by ${Math.round(off / 1000)} s`);
  // A sweep must not end a paused rollout, and a deploy must not treat it as finished.
  const early = await stage.shop.slipway(['sweep', '--environment', 'production'], env);
  report.expect(early.outputs.state === 'paused', `the sweep of a paused rollout: ${early.outputs.state}`);
  const gate = await stage.exposed(env);
  const args = ['deploy', '--environment', 'production', '--images', image(stage.other)];
  const [swept, second] = await Promise.all([
    stage.shop.slipway(['sweep', '--environment', 'production'], env),
    stage.shop.slipway(args, env),
  ]);
  report.expect(swept.outputs.state === 'running', `the sweep during a live run: ${swept.outputs.state}`);
  report.expect(
    second.code === 1 && /another run is releasing/.test(reasonOf(second)),
    `a second deploy: ${second.code} ${reasonOf(second)}`,
  );
  const run = await gate.done;
  logRuns(report, [run]);
  report.expect(run.outputs.state === 'passed', `the gate: ${run.outputs.state}`);
  await promote(stage, report, env);
  report.note('end', await stage.checkEnd(report, ['done']));
  expectNoFailures(stage, report);
  // A run that trusted its own clock would treat the Lease as free too early or never.
  await eventually(
    async () => (await stage.shop.slipway(['status', '--environment', 'production'], env)).code === 0,
  );
}
