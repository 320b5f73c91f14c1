import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, type Run, type RunningSlipway } from '../e2e/harness.ts';
import { begin, end } from './parts.ts';
import { injectFaults } from './pod-faults.ts';
import type { Scenario, ScenarioReport } from './scenario.ts';
import { type CanaryOptions, canaryText, type Pool, reasonOf, Stage } from './stage.ts';

/** Settings of the live version: 1 % errors, and 140 ms latency. */
const usual = { FAULT_ERROR_RATE: '0.01', FAULT_LATENCY_MS: '140' };
const total = (matchers: string) =>
  `- { name: errors, total: 'http_requests_total{${matchers}}', bad: 'http_requests_total{${matchers},code=~"5.."}' }`;

interface Case {
  name: string;
  spec?: CanaryOptions | ((stage: Stage) => Promise<CanaryOptions>);
  /** Settings of the candidate that differ from the live version. */
  faults?: Record<string, string>;
  /** Runs when the candidate has traffic. */
  meanwhile?: (stage: Stage, gate: RunningSlipway, report: ScenarioReport) => Promise<void>;
  /** See Scenario. */
  alone?: boolean;
  ends: 'passed' | 'rolled-back' | 'refused';
  verdict?: string;
  sentence: RegExp;
  /** A log line that must appear. */
  said?: RegExp;
}

const spec: CanaryOptions = { steps: '50%', bake: '15s', deadline: '8m' };

export const cases: readonly Case[] = [
  { name: 'equal', ends: 'passed', verdict: 'pass', sentence: /.*/ },
  {
    name: '1 → 5 % errors',
    faults: { FAULT_ERROR_RATE: '0.05' },
    ends: 'rolled-back',
    verdict: 'fail',
    sentence: /errors/,
  },
  {
    name: '+50 % latency',
    spec: {
      ...spec,
      metrics: ['- { name: latency, histogram: http_request_duration_seconds, slow: [0.2] }'],
    },
    faults: { FAULT_LATENCY_MS: '210' },
    ends: 'rolled-back',
    verdict: 'fail',
    sentence: /latency/,
  },
  {
    name: 'crash after 60 s',
    spec: { ...spec, bake: '2m' },
    faults: { FAULT_CRASH_AFTER: '60' },
    ends: 'rolled-back',
    sentence: /restart|exit code 1|crash/,
  },
  {
    name: 'one bad pod',
    spec: { ...spec, bake: '30s' },
    meanwhile: async stage => {
      const [pod = ''] = await canaryPods(stage);
      await injectFaults(stage.shop, pod, { errorRate: 0.3 });
    },
    ends: 'passed',
    verdict: 'pass',
    said: /pod-local/,
    sentence: /.*/,
  },
  {
    name: 'no traffic',
    meanwhile: stage => stage.stopLoad(),
    ends: 'rolled-back',
    verdict: 'no-data',
    sentence: /got no requests/,
  },
  {
    name: 'labels that match nothing',
    spec: { ...spec, metrics: [total('job="shop-api"')] },
    ends: 'refused',
    sentence: /the gate cannot judge the candidate: metric errors/,
  },
  {
    name: 'labels that match stable',
    spec: async stage => {
      const [pod] = (await stage.shop.pods()).filter(
        ({ metadata }) => metadata?.deletionTimestamp === undefined,
      );
      const stem = pod?.metadata?.name?.replace(/-[^-]+$/, '');
      return { ...spec, metrics: [total(`pod=~"${stem}-.*"`)] };
    },
    ends: 'rolled-back',
    verdict: 'no-data',
    sentence: /excludes the canary/,
  },
  {
    name: 'counter reset',
    meanwhile: async stage => {
      const pod = (await stage.shop.pods()).find(
        ({ metadata }) => metadata?.labels?.['slipway.dev/track'] === 'stable',
      );
      const kill = ['/usr/local/bin/node', '-e', 'process.kill(1, "SIGTERM")'];
      await stage.shop.kubectl(['exec', pod?.metadata?.name ?? '', '--', ...kill]);
    },
    ends: 'passed',
    verdict: 'pass',
    sentence: /.*/,
  },
  {
    name: 'a regression that starts late',
    spec: { ...spec, bake: '2m' },
    meanwhile: async (stage, gate) => {
      await gate.said(/^bake at 80 %/);
      await sleep(15_000);
      for (const pod of await canaryPods(stage)) await injectFaults(stage.shop, pod, { errorRate: 0.06 });
    },
    ends: 'rolled-back',
    verdict: 'fail',
    sentence: /errors/,
  },
  {
    name: 'Prometheus down',
    alone: true,
    meanwhile: async () => end('prometheus'),
    ends: 'rolled-back',
    verdict: 'no-data',
    sentence: /Prometheus/,
  },
];

/** Opens the shop for these cases, with four pods, so that a canary of 50 % has two. */
export const openVerdicts = (index: number): Promise<Stage> =>
  Stage.open(`verdicts${index}`, canaryText(spec), {
    rate: 50,
    history: 45_000,
    change: async shop => {
      await shop.edit('Deployment', ({ spec }) => {
        spec.replicas = 4;
      });
      await shop.edit('ConfigMap', ({ data }) => Object.assign(data, usual));
    },
  });

export function verdicts(pool: Pool): Scenario[] {
  return cases.map(one => ({
    name: one.name,
    alone: one.alone ?? false,
    run: report => pool.with(1, ([stage]) => live(stage as Stage, report, one)),
  }));
}

async function live(stage: Stage, report: ScenarioReport, one: Case): Promise<void> {
  const { shop } = stage;
  stage.load();
  await stage.reset();
  const given = typeof one.spec === 'function' ? await one.spec(stage) : (one.spec ?? spec);
  await stage.configure(canaryText(given));
  await shop.edit('ConfigMap', ({ data }) => Object.assign(data, one.faults));
  try {
    const deployed = await shop.deploy(stage.other);
    if (one.ends === 'refused') {
      report.note('said', reasonOf(deployed));
      report.expect(deployed.code === 1, `deploy ended with ${deployed.code}`);
      report.expect(one.sentence.test(reasonOf(deployed)), 'the reason is a different one');
      return;
    }
    if (deployed.code !== 0) throw new Error(deployed.stderr);
    const gate = await stage.exposed();
    const began = Date.now();
    const [run] = await Promise.all([gate.done, one.meanwhile?.(stage, gate, report)]);
    report.note('verdict', `${run.outputs.verdict}, ${run.outputs.state}`);
    report.note('said', reasonOf(run));
    report.note('after', `${Math.round((Date.now() - began) / 1000)} s`);
    judged(report, one, run);
    if (one.ends === 'rolled-back') await stage.checkEnd(report, ['rolled-back']);
  } finally {
    await begin('prometheus', shop.cluster);
    await shop.edit('ConfigMap', ({ data }) => {
      for (const name of Object.keys(data)) if (name.startsWith('FAULT_')) delete data[name];
      Object.assign(data, usual);
    });
    await stage.reset();
  }
}

function judged(report: ScenarioReport, { ends, verdict, sentence, said }: Case, run: Run): void {
  const log = run.lines.map(({ text }) => text);
  const before = report.faults.length;
  report.expect(run.outputs.state === ends, `the state was ${run.outputs.state} instead of ${ends}`);
  report.expect(run.code === (ends === 'passed' ? 0 : 1), `it ended with ${run.code}`);
  if (verdict !== undefined) {
    report.expect(
      run.outputs.verdict === verdict,
      `the verdict was ${run.outputs.verdict} instead of ${verdict}`,
    );
  }
  report.expect(sentence.test(reasonOf(run)), 'the reason is a different one');
  if (said !== undefined)
    report.expect(
      log.some(line => said.test(line)),
      `no log line matches ${said}`,
    );
  if (report.faults.length > before) for (const line of log) report.say(`  | ${line}`);
}

async function canaryPods({ shop }: Stage): Promise<string[]> {
  return eventually(async () => {
    const ready = (await shop.pods()).filter(
      ({ metadata, status }) =>
        metadata?.labels?.['slipway.dev/track'] === 'canary' &&
        metadata.deletionTimestamp === undefined &&
        status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True'),
    );
    return ready.length >= 2 && ready.map(({ metadata }) => metadata?.name ?? '').sort();
  });
}
