import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from '../e2e/harness.ts';
import { without, withoutZone } from './parts.ts';
import { courseText, failedSince, type Stage, wordsOf } from './stage.ts';
import type { Scenario, Trial } from './trial.ts';

/** Outages of parts of the cluster during a good canary, under traffic. */

const minute = 60_000;

export function outages(stage: () => Promise<Stage>): Scenario[] {
  return [
    { name: 'Prometheus down for 10 s', run: async trial => prometheusBlinks(await stage(), trial) },
    { name: 'Prometheus down for 5 min', run: async trial => prometheusGone(await stage(), trial) },
    { name: 'gateway restarted', run: async trial => gatewayRestarted(await stage(), trial) },
    { name: 'node killed', run: async trial => nodeKilled(await stage(), trial) },
  ];
}

async function prometheusBlinks(stage: Stage, trial: Trial): Promise<void> {
  await begin(stage, courseText({ deadline: '12m' }));
  await stage.deployed();
  const gate = await stage.exposed();
  await without('prometheus', stage.shop.cluster, 10_000);
  tell(trial, [await gate.done]);
  await promote(stage, trial);
  trial.note('end', await stage.settled(trial, ['done']));
  nothingFailed(stage, trial);
}

async function prometheusGone(stage: Stage, trial: Trial): Promise<void> {
  const { cluster } = stage.shop;
  await begin(stage, courseText({ deadline: '12m' }));
  await stage.deployed();
  const gate = await stage.exposed();
  const gone = Date.now();
  await without('prometheus', cluster, 5 * minute, async () => {
    const run = await gate.done;
    trial.note('rolled back after', `${Math.round((Date.now() - gone) / 1000)} s`);
    tell(trial, [run]);
    trial.expect(run.code === 1 && run.outputs.state === 'rolled-back', `gate: ${run.outputs.state}`);
    trial.expect(run.outputs.verdict === 'no-data', `the verdict is ${run.outputs.verdict}`);
    trial.expect(/Prometheus/.test(wordsOf(run)), 'its reason does not mention Prometheus');
    trial.note('end', await stage.settled(trial, ['rolled-back']));
    const refused = await stage.deployed().then(
      () => 'deployed',
      (error: Error) => error.message,
    );
    const sentence = refused.trim().split('\n').at(-1) ?? '';
    trial.note('the next deploy', sentence);
    trial.expect(/the gate could/.test(sentence), `the next deploy: ${sentence}`);
  });
  nothingFailed(stage, trial);
  // New load, so that the hour before the next release has metrics.
  stage.load();
  await sleep(25_000);
  await stage.deployed();
  tell(trial, [await stage.start('gate').done]);
  await promote(stage, trial);
  trial.note('the one after', await stage.settled(trial, ['done']));
  nothingFailed(stage, trial);
}

async function gatewayRestarted(stage: Stage, trial: Trial): Promise<void> {
  await begin(stage, courseText({ deadline: '12m' }));
  await stage.deployed();
  const gate = await stage.exposed();
  const before = stage.seen();
  await without('gateway', stage.shop.cluster, 2000);
  // The gateway needs time to read all routes again.
  await sleep(5000);
  const during = failedSince(before, stage.seen());
  trial.note('failed without the gateway', `${during.failed} (${during.errors})`);
  const settledAt = stage.seen();
  const { weight } = sharesOf(stage);
  await sleep(5000);
  trial.note('share of the candidate after it', weight());
  const run = await gate.done;
  tell(trial, [run]);
  await promote(stage, trial);
  trial.note('end', await stage.settled(trial, ['done']));
  const later = failedSince(settledAt, stage.seen());
  trial.expect(later.failed === 0, `failed after recovery: ${later.errors}`);
}

async function nodeKilled(stage: Stage, trial: Trial): Promise<void> {
  await begin(stage, courseText({ deadline: '12m' }));
  await stage.deployed();
  const gate = await stage.exposed();
  const before = stage.seen();
  const off = Date.now();
  await withoutZone('b', async () => {
    const run = await gate.done;
    tell(trial, [run]);
    trial.note('gate ended after', `${Math.round((Date.now() - off) / 1000)} s`);
    await promote(stage, trial);
    trial.note('ended after', `${Math.round((Date.now() - off) / 1000)} s`);
  });
  trial.note('end', await stage.settled(trial, ['done', 'rolled-back']));
  // The cluster notices after 40 s. Until then the pods of the dead node get their share of the requests.
  const failures = stage.seen();
  const { failed, errors } = failedSince(before, failures);
  const last = failures.failures.at(-1)?.at ?? off;
  trial.note('failed', `${failed} (${errors}), the last ${Math.round((last - off) / 1000)} s after the kill`);
  const calm = stage.seen();
  await sleep(10_000);
  trial.expect(failedSince(calm, stage.seen()).failed === 0, 'requests still fail');
}

/** Starts a new load, and ends any rollout of an earlier scenario. */
export async function begin(stage: Stage, text: string): Promise<void> {
  stage.load();
  await stage.configure(text);
  await stage.reset();
}

/** Promotes after a passed gate; a failed gate has ended the rollout already. */
export async function promote(stage: Stage, trial: Trial, env?: Record<string, string>): Promise<void> {
  const { phase } = await stage.rollout();
  if (phase === 'rolled-back' || phase === 'done') return;
  tell(trial, [await stage.start('promote', env).done]);
}

export function tell(trial: Trial, runs: readonly Run[], who = 'run'): void {
  for (const run of runs) {
    for (const { text } of run.lines) trial.say(`  ${who} | ${text}`);
    const { state, reason } = run.outputs;
    trial.note(
      `${who} ${Object.keys(trial.figures).length}`,
      `${run.code} ${state ?? ''} ${reason ?? ''}`.trim(),
    );
  }
}

export function nothingFailed(stage: Stage, trial: Trial): void {
  const { requests, failed, errors } = stage.seen();
  trial.note('requests', `${requests}, ${failed} failed`);
  trial.expect(failed === 0, `requests failed: ${JSON.stringify(errors)}`);
}

/** Measures the candidate's share of the requests from now on. */
export function sharesOf(stage: Stage): { weight(): string } {
  const version = stage.other;
  const first = stage.seen();
  return {
    weight: () => {
      const now = stage.seen();
      const own = (now.versions[version]?.requests ?? 0) - (first.versions[version]?.requests ?? 0);
      return `${((100 * own) / Math.max(1, now.requests - first.requests)).toFixed(1)} %`;
    },
  };
}
