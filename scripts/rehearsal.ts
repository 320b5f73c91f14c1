/**
 * The rehearsal, run in the network of the lab. Versions 1.0.0 and 2.0.0 are tested, built, scanned, pushed and released; the second as
 * a canary that the gate judges at each step. Three bad versions must be stopped: one by a failing test, one by a critical CVE, and one
 * that is slightly worse by the gate. From version 1.0.0 on a constant load runs through the gateway. Writes a report at the end.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PartName } from '../lab/asked.ts';
import { labOf } from '../lab/lab.ts';
import { isReady, untilPartsReady } from '../lab/ready.ts';
import { describe } from '../src/toolkit/errors.ts';
import { defined } from '../src/toolkit/map.ts';
import { type Load, startLoad } from './load.ts';
import { loadFindings } from './rehearsal-findings.ts';
import { errorRate, Versions } from './rehearsal-versions.ts';
import { releaseAccount, watchdogAccount } from './release-account.ts';
import { writeReport } from './report.ts';
import { endOnSignals, kubectl, type Target, wasStopped } from './shop.ts';
import type { Source } from './shop-version.ts';
import { Story } from './story.ts';

const rate = 180;
/** Requests per second that the load must reach on average. */
const leastRate = 100;
const namespace = 'shop';

const settings = JSON.parse(process.env.SLIPWAY_REHEARSAL ?? '{}') as {
  report: string;
  started: number;
  context?: string;
  registry?: string;
  gateway?: string;
  url?: string;
  base?: string;
  prometheus?: string;
};
const own = settings.context === undefined;
const target: Target = {
  registry: settings.registry ?? process.env.SLIPWAY_REGISTRY ?? '',
  base: own ? `${process.env.SLIPWAY_REGISTRY}/base/node:24` : (settings.base ?? ''),
  gateway: settings.gateway ?? 'gateway/lab',
  verifyFrom: own ? 'gateway' : 'service',
  context: settings.context,
};
const source: Source = {
  target,
  namespace,
  prometheus: settings.prometheus ?? 'monitoring/prometheus:9090',
  share: own ? 'contour' : 'application',
  // Longer than the scrape interval of the lab, or the one that docs/own-cluster.md requires.
  tick: own ? 3 : 6,
  // The watchdog Job needs an image with kubectl and a ServiceAccount, which another cluster does not have.
  watchdog: own ? process.env.SLIPWAY_KUBECTL_IMAGE : undefined,
};
const url = settings.url ?? process.env.SLIPWAY_GATEWAY ?? '';

endOnSignals();

const story = new Story();
const scratch = mkdtempSync(join(tmpdir(), 'slipway-rehearsal-'));
let versions: Versions | undefined;
let load: Load | undefined;
let isGood = false;
try {
  await story.stage('create the namespace', async () => {
    await kubectl(target, 'create', 'namespace', namespace).catch(ignoreExisting);
    return '';
  });
  let credential: Record<string, string> = {};
  if (own) {
    await story.stage('create the release account', async () => {
      // The account has a Role in this namespace, which the lab may not have created yet.
      await kubectl(target, 'create', 'namespace', 'monitoring').catch(ignoreExisting);
      credential = { KUBECONFIG: await releaseAccount(target, namespace, scratch) };
      await watchdogAccount(target, namespace, scratch);
      return 'with the permissions of examples/shop/rbac-canary.yaml';
    });
  }
  versions = new Versions({ source, story, report: settings.report, credential, partReady, scraped });
  await versions.good('1.0.0', 'the first release');
  const loadStarted = performance.now();
  load = startLoad({
    url,
    host: `${namespace}.example`,
    path: '/api/products',
    rate,
    maxRequests: rate * 880,
  });
  await versions.failingTest('1.1.0');
  await versions.criticalFinding('1.2.0');
  await partReady('prometheus');
  const served = await versions.good('2.0.0', 'a good change');
  await versions.subtlyBad('3.0.0');
  await versions.stillServes('2.0.0', served);
  const loadSeconds = (performance.now() - loadStarted) / 1000;
  const report = await load.stop();
  load = undefined;
  const { steps, bad, digests, rollouts } = versions;
  const expected = { seconds: loadSeconds, leastRate, gateEnded: bad.ended };
  const findings = [...versions.findings, ...loadFindings(report, expected)];
  await writeReport(settings.report, {
    versions: versions.versions,
    steps,
    stages: story.stages,
    findings,
    load: report,
    digests,
    rollouts,
    rollback: { version: '3.0.0', reason: bad.reason, ...defined({ ms: bad.ms }) },
    startedAt: story.startedAt,
    setUpMs: story.startedAt - settings.started,
  });
  isGood = findings.every(({ ok }) => ok);
} catch (error) {
  // The command that a signal interrupts also fails, but that is not reported.
  if (!wasStopped()) console.error(`rehearse: ${describe(error)}`);
} finally {
  await load?.stop();
  versions?.close();
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = wasStopped() ? 130 : isGood ? 0 : 1;

/** Waits for a part of the lab, because the rehearsal starts before all of them are ready. */
async function partReady(part: PartName): Promise<void> {
  const lab = process.env.SLIPWAY_LAB;
  if (!own || lab === undefined || isReady(labOf(lab), part)) return;
  await story.stage(`wait for ${part}`, async () => {
    await untilPartsReady(labOf(lab), [part]);
    return '';
  });
}

/** Waits until Prometheus has scraped each live pod at least four times, which the gate needs for its comparison; two minutes at most. */
async function scraped(): Promise<void> {
  const [, where, service, port] = /^(.+)\/(.+):(.+)$/.exec(source.prometheus) ?? [];
  const series = `http_requests_total{namespace="${namespace}"}`;
  const query = encodeURIComponent(`min(max by (pod) (count_over_time(${series}[10m]) and ${series})) >= 4`);
  const path = `/api/v1/namespaces/${where}/services/${service}:${port}/proxy/api/v1/query?query=${query}`;
  await story.stage('wait until Prometheus has scraped the live version', async () => {
    const end = Date.now() + 120_000;
    while (Date.now() < end && !wasStopped()) {
      const answer = await kubectl(target, 'get', '--raw', path, '--request-timeout=10s').catch(() => '{}');
      const { data } = JSON.parse(answer) as { data?: { result: unknown[] } };
      if ((data?.result.length ?? 0) > 0)
        return `${100 * Number(errorRate.good)} % of its requests fail by design`;
      await sleep(500);
    }
    return `${source.prometheus} has scraped a pod of namespace ${namespace} fewer than four times; the gate waits longer or ends with no-data`;
  });
}

function ignoreExisting(error: unknown): void {
  if (!String((error as { stderr?: string }).stderr).includes('AlreadyExists')) throw error;
}
