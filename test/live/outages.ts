import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from '../e2e/harness.ts';
import { without, withoutZone } from './parts.ts';
import type { Scenario, ScenarioReport } from './scenario.ts';
import { canaryText, failedSince, reasonOf, type Stage } from './stage.ts';

/** Outages of parts of the cluster during a good canary, under traffic. */

const minute = 60_000;

export function outages(stage: () => Promise<Stage>): Scenario[] {
  return [
    { name: 'Prometheus down for 10 s', run: async report => prometheusDownBriefly(await stage(), report) },
    { name: 'Prometheus down for 5 min', run: async report => prometheusDown(await stage(), report) },
    { name: 'gateway restarted', run: async report => gatewayRestarted(await stage(), report) },
    { name: 'node killed', run: async report => nodeKilled(await stage(), report) },
  ];
}

async function prometheusDownBriefly(stage: Stage, report: ScenarioReport): Promise<void> {
  await begin(stage, canaryText({ deadline: '12m' }));
  await stage.deployed();
  const gate = await stage.exposed();
  await without('prometheus', stage.shop.cluster, 10_000);
  logRuns(report, [await gate.done]);
  await promote(stage, report);
  report.note('end', await stage.checkEnd(report, ['done']));
  expectNoFailures(stage, report);
}

async function prometheusDown(stage: Stage, report: ScenarioReport): Promise<void> {
  const { cluster } = stage.shop;
  await begin(stage, canaryText({ deadline: '12m' }));
  await stage.deployed();
  const gate = await stage.exposed();
  const gone = Date.now();
  await without('prometheus', cluster, 5 * minute, async () => {
    const run = await gate.done;
    report.note('rolled back after', `${Math.round((Date.now() - gone) / 1000)} s`);
    logRuns(report, [run]);
    report.expect(run.code === 1 && run.outputs.state === 'rolled-back', `gate: ${run.outputs.state}`);
    report.expect(run.outputs.verdict === 'no-data', `the verdict is ${run.outputs.verdict}`);
    report.expect(/Prometheus/.test(reasonOf(run)), 'its reason does not mention Prometheus');
    report.note('end', await stage.checkEnd(report, ['rolled-back']));
    const refused = await stage.deployed().then(
      () => 'deployed',
      (error: Error) => error.message,
    );
    const sentence = refused.trim().split('\n').at(-1) ?? '';
    report.note('the next deploy', sentence);
    report.expect(/the gate cannot/.test(sentence), `the next deploy: ${sentence}`);
  });
  expectNoFailures(stage, report);
  // New load, so that the hour before the next release has metrics.
  stage.load();
  await sleep(25_000);
  await stage.deployed();
  logRuns(report, [await stage.start('gate').done]);
  await promote(stage, report);
  report.note('the one after', await stage.checkEnd(report, ['done']));
  expectNoFailures(stage, report);
}

async function gatewayRestarted(stage: Stage, report: ScenarioReport): Promise<void> {
  await begin(stage, canaryText({ deadline: '12m' }));
  await stage.deployed();
  const gate = await stage.exposed();
  const before = stage.loadReport();
  await without('gateway', stage.shop.cluster, 2000);
  // The gateway needs time to read all routes again.
  await sleep(5000);
  const during = failedSince(before, stage.loadReport());
  report.note('failed without the gateway', `${during.failed} (${during.errors})`);
  const settledAt = stage.loadReport();
  const { weight } = sharesOf(stage);
  await sleep(5000);
  report.note('share of the candidate after it', weight());
  const run = await gate.done;
  logRuns(report, [run]);
  await promote(stage, report);
  report.note('end', await stage.checkEnd(report, ['done']));
  const later = failedSince(settledAt, stage.loadReport());
  report.expect(later.failed === 0, `failed after recovery: ${later.errors}`);
}

async function nodeKilled(stage: Stage, report: ScenarioReport): Promise<void> {
  await begin(stage, canaryText({ deadline: '12m' }));
  await stage.deployed();
  const gate = await stage.exposed();
  const before = stage.loadReport();
  const off = Date.now();
  await withoutZone('b', async () => {
    const run = await gate.done;
    logRuns(report, [run]);
    report.note('gate ended after', `${Math.round((Date.now() - off) / 1000)} s`);
    await promote(stage, report);
    report.note('ended after', `${Math.round((Date.now() - off) / 1000)} s`);
  });
  report.note('end', await stage.checkEnd(report, ['done', 'rolled-back']));
  // The cluster notices after 40 s. Until then the pods of the dead node get their share of the requests.
  const failures = stage.loadReport();
  const { failed, errors } = failedSince(before, failures);
  const last = failures.failures.at(-1)?.at ?? off;
  report.note(
    'failed',
    `${failed} (${errors}), the last ${Math.round((last - off) / 1000)} s after the kill`,
  );
  const calm = stage.loadReport();
  await sleep(10_000);
  report.expect(failedSince(calm, stage.loadReport()).failed === 0, 'requests still fail');
}

/** Starts a new load, and ends any rollout of an earlier scenario. */
export async function begin(stage: Stage, text: string): Promise<void> {
  stage.load();
  await stage.configure(text);
  await stage.reset();
}

/** Promotes after a passed gate; a failed gate has ended the rollout already. */
export async function promote(
  stage: Stage,
  report: ScenarioReport,
  env?: Record<string, string>,
): Promise<void> {
  const { phase } = await stage.rollout();
  if (phase === 'rolled-back' || phase === 'done') return;
  logRuns(report, [await stage.start('promote', env).done]);
}

export function logRuns(report: ScenarioReport, runs: readonly Run[], who = 'run'): void {
  for (const run of runs) {
    for (const { text } of run.lines) report.say(`  ${who} | ${text}`);
    const { state, reason } = run.outputs;
    report.note(
      `${who} ${Object.keys(report.figures).length}`,
      `${run.code} ${state ?? ''} ${reason ?? ''}`.trim(),
    );
  }
}

export function expectNoFailures(stage: Stage, report: ScenarioReport): void {
  const { requests, failed, errors } = stage.loadReport();
  report.note('requests', `${requests}, ${failed} failed`);
  report.expect(failed === 0, `requests failed: ${JSON.stringify(errors)}`);
}

/** Measures the candidate's share of the requests from now on. */
export function sharesOf(stage: Stage): { weight(): string } {
  const version = stage.other;
  const first = stage.loadReport();
  return {
    weight: () => {
      const now = stage.loadReport();
      const own = (now.versions[version]?.requests ?? 0) - (first.versions[version]?.requests ?? 0);
      return `${((100 * own) / Math.max(1, now.requests - first.requests)).toFixed(1)} %`;
    },
  };
}
