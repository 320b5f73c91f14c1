/**
 * The rehearsal from inside the lab's network, the whole way from source to served: versions 1 and 2 are tested, built,
 * scanned, pushed and released, the second as a canary that is judged step by step and promoted; one with a failing test,
 * one with a critical finding and one that is a little worse than its predecessor are stopped where they must be, the last
 * by the gate. Constant load goes through the gateway from version 1 on. Ends with a table and a written report.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PartName } from '../lab/asked.ts';
import { labOf } from '../lab/lab.ts';
import { isReady, untilPartsReady } from '../lab/ready.ts';
import { describe } from '../src/toolkit/errors.ts';
import { type Load, startLoad } from './load.ts';
import type { LoadReport } from './load-report.ts';
import { loadFindings } from './rehearsal-findings.ts';
import type { Finding, Rollout, Step, Version } from './rehearsal-record.ts';
import { deadManAccount, releaseAccount } from './release-account.ts';
import { writeReport } from './report.ts';
import { type CliResult, endOnSignals, kubectl, slipway, type Target, wasStopped } from './shop.ts';
import { checkout, type Source } from './shop-version.ts';
import { Story, seconds } from './story.ts';

const rate = 180;
/** What the load must have reached over its whole time. */
const leastRate = 100;
/** Share of requests that every version answers with an error on purpose, and that of the bad one. */
const errorRate = { good: '0.01', bad: '0.05' };
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
  // The Job needs an image with kubectl and a ServiceAccount, which another cluster does not have.
  deadMan: own ? process.env.SLIPWAY_KUBECTL_IMAGE : undefined,
};
const url = settings.url ?? process.env.SLIPWAY_GATEWAY ?? '';

endOnSignals();

const story = new Story();
const findings: Finding[] = [];
const digests: Record<string, string> = {};
const versions: Version[] = [];
const steps: Step[] = [];
const rollouts: Record<string, Rollout> = {};
/** The checkouts that were made, one a version. */
const folders: string[] = [];
const scratch = mkdtempSync(join(tmpdir(), 'slipway-rehearsal-'));
/** For the release commands; empty: the credential of whoever runs this. */
let credential: Record<string, string> = {};
let load: Load | undefined;
/** An error ended the rehearsal early. */
let isBroken = false;
/** Of the gate that was to catch the bad version: its verdict and its end, in ms since 1970. */
const bad = { verdict: 0, ended: 0, reason: '' };
try {
  await story.stage('make the namespace', async () => {
    await kubectl(target, 'create', 'namespace', namespace).catch(ignoreExisting);
    return '';
  });
  if (own) {
    await story.stage('make the account that releases', async () => {
      // The account may read Prometheus. On a first run the lab has not made that namespace yet.
      await kubectl(target, 'create', 'namespace', 'monitoring').catch(ignoreExisting);
      credential = { KUBECONFIG: await releaseAccount(target, namespace, scratch) };
      await deadManAccount(target, namespace, scratch);
      return 'with the rights of examples/shop/rbac-canary.yaml';
    });
  }
  await good('1.0.0', 'the first release');
  const loadStarted = performance.now();
  load = startLoad({
    url,
    host: `${namespace}.example`,
    path: '/api/products',
    rate,
    maxRequests: rate * 880,
  });
  await failingTest('1.1.0');
  await criticalFinding('1.2.0');
  await partReady('prometheus');
  const served = await good('2.0.0', 'a good change');
  await subtlyBad('3.0.0');
  await story.stage('prove that version 2 still serves', async () => {
    const proof = await release('verify', served, []);
    find('version 2 serves after the undo, digests proved', proof.code === 0, zonesOf(proof.outputs.zones));
    return zonesOf(proof.outputs.zones);
  });
  const loadSeconds = (performance.now() - loadStarted) / 1000;
  const report = await load.stop();
  load = undefined;
  findings.push(...loadFindings(report, { seconds: loadSeconds, leastRate, gateEnded: bad.ended }));
  await writeReport(settings.report, {
    versions,
    steps,
    stages: story.stages,
    findings,
    load: report,
    digests,
    rollouts,
    undo: { version: '3.0.0', reason: bad.reason, ...undoTook(report) },
    startedAt: story.startedAt,
    setUpMs: story.startedAt - settings.started,
  });
} catch (error) {
  // A signal also fails the command that it interrupts; that error is not worth reporting.
  isBroken = !wasStopped();
  if (isBroken) console.error(`rehearse: ${describe(error)}`);
} finally {
  await load?.stop();
  for (const folder of [scratch, ...folders]) rmSync(folder, { recursive: true, force: true });
}
process.exitCode = wasStopped() ? 130 : isBroken || findings.some(finding => !finding.ok) ? 1 : 0;

/** The rehearsal starts while the lab is still being built. */
async function partReady(part: PartName): Promise<void> {
  const lab = process.env.SLIPWAY_LAB;
  if (!own || lab === undefined || isReady(labOf(lab), part)) return;
  await story.stage(`wait for ${part}`, async () => {
    await untilPartsReady(labOf(lab), [part]);
    return '';
  });
}

/** Waits until Prometheus has scraped each serving pod at least four times, for two minutes at most: the gate needs them to compare. */
async function untilScraped(): Promise<string> {
  const [, where, service, port] = /^(.+)\/(.+):(.+)$/.exec(source.prometheus) ?? [];
  const series = `http_requests_total{namespace="${namespace}"}`;
  const query = encodeURIComponent(`min(max by (pod) (count_over_time(${series}[10m]) and ${series})) >= 4`);
  const path = `/api/v1/namespaces/${where}/services/${service}:${port}/proxy/api/v1/query?query=${query}`;
  const end = Date.now() + 120_000;
  while (Date.now() < end && !wasStopped()) {
    const answer = await kubectl(target, 'get', '--raw', path, '--request-timeout=10s').catch(() => '{}');
    const { data } = JSON.parse(answer) as { data?: { result: unknown[] } };
    if ((data?.result.length ?? 0) > 0)
      return `${errorRate.good.replace('0.0', '')} % of its requests fail on purpose`;
    await sleep(500);
  }
  return `${source.prometheus} has scraped a pod of namespace ${namespace} fewer than four times; the gate waits longer or ends without data`;
}

/** Runs one action on a version as a stage. `work` returns a note on the result, and the reason if it stops the version. */
async function onVersion(
  version: string,
  name: string,
  work: () => Promise<{ note: string; reason: string }>,
): Promise<void> {
  const at = story.elapsed();
  let stopped = false;
  let said = '';
  await story.stage(`${name} version ${version}`, async () => {
    const { note, reason } = await work();
    stopped = reason !== '';
    said = stopped ? `${note === '' ? '' : `${note}; `}${reason}` : note;
    return said;
  });
  steps.push({ version, name, at, ms: story.elapsed() - at, stopped, note: said });
}

/** @returns the checkout of a version, which is removed at the end. */
function made(version: string, about: string, rate = errorRate.good): string {
  versions.push({ version, about });
  const folder = checkout(source, version, rate);
  folders.push(folder);
  return folder;
}

/** Tests, builds and scans a version. @returns its digest, and whether every step was content. */
async function candidate(version: string, folder: string): Promise<{ images: string; reason: string }> {
  let images = '{}';
  let reason = '';
  await onVersion(version, 'test', async () => {
    const tested = await step('test', folder, []);
    const { outputs } = tested;
    reason = reasonOf(tested);
    return {
      note: `${outputs.passed} passed, ${outputs.failed} failed, ${outputs.lines} % of lines covered`,
      reason,
    };
  });
  if (reason !== '') return { images, reason };
  await onVersion(version, 'build', async () => {
    const built = await step('build', folder, []);
    images = built.outputs.images ?? '{}';
    reason = reasonOf(built);
    digests[version] = (JSON.parse(images) as { shop?: string }).shop ?? '';
    return { note: `${digests[version]?.slice(0, 19)}…, a candidate`, reason };
  });
  if (reason !== '') return { images, reason };
  await partReady('trivy');
  await onVersion(version, 'scan', async () => {
    const database = process.env.SLIPWAY_TRIVY_DB;
    const from = database === undefined ? [] : ['--database', database];
    const scanned = await step('scan', folder, ['--images', images, ...from]);
    reason = reasonOf(scanned);
    return { note: `${scanned.outputs.critical} critical, ${scanned.outputs.high} high`, reason };
  });
  return { images, reason };
}

/** Empty when the step was content; a refusal sets no outputs, and stands in the log alone. */
function reasonOf({ outputs, code, stderr }: CliResult): string {
  return outputs.reason || (code === 0 ? '' : (stderr.trim().split('\n').at(-1) ?? `exit code ${code}`));
}

/** Takes a version the whole way. @returns its checkout. */
async function good(version: string, about: string): Promise<string> {
  const folder = made(version, about);
  const { images, reason } = await candidate(version, folder);
  find(`version ${version} is tested, built and scanned`, reason === '', reason || digests[version] || '');
  await pushed(version, folder, images);
  await released(version, folder, images);
  await onVersion(version, 'verify', async () => {
    const verified = await release('verify', folder, []);
    const note = zonesOf(verified.outputs.zones);
    find(`version ${version} is verified`, verified.code === 0, note);
    return { note, reason: reasonOf(verified) };
  });
  return folder;
}

async function pushed(version: string, folder: string, images: string): Promise<void> {
  await onVersion(version, 'push', async () => {
    const result = await step('push', folder, ['--images', images, '--tags', version]);
    const same = result.outputs.images === images;
    find(`version ${version} is pushed by its digest`, same, result.outputs.reason || `tag ${version}`);
    return { note: 'the same digest, now with its tag', reason: reasonOf(result) };
  });
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

async function failingTest(version: string): Promise<void> {
  const folder = made(version, 'one of its tests fails');
  const text =
    "import { test } from 'node:test';\n\ntest('adds up', () => {\n  throw new Error('1 + 1 is 3');\n});\n";
  write(folder, 'test/sum.test.ts', text);
  const { images, reason } = await candidate(version, folder);
  find(`version ${version}, of which a test fails, is not built`, images === '{}' && reason !== '', reason);
}

async function criticalFinding(version: string): Promise<void> {
  const folder = made(version, 'brings a critical CVE');
  write(folder, 'src/node_modules/lodash/package.json', '{"name": "lodash", "version": "4.17.11"}\n');
  const { images, reason } = await candidate(version, folder);
  const stopped = images !== '{}' && /critical/.test(reason);
  find(`version ${version}, which brings a critical CVE, stays a candidate`, stopped, reason);
}

/** Deploys a version; a canary then goes through the gate and is promoted. */
async function released(version: string, folder: string, images: string): Promise<void> {
  if (load !== undefined)
    await story.stage('wait until Prometheus has scraped the serving version', untilScraped);
  if (!(await deployed(version, folder, images))) return;
  await onVersion(version, 'gate', async () => {
    const result = await release('gate', folder, []);
    const { code, outputs } = result;
    find(`version ${version} passes the gate`, code === 0, outputs.reason || `at ${outputs.weight} %`);
    keepDecision(outputs.record, version);
    return { note: `${outputs.verdict}, at ${outputs.weight} %`, reason: reasonOf(result) };
  });
  await onVersion(version, 'promote', async () => {
    const result = await release('promote', folder, []);
    const { code, outputs } = result;
    find(`version ${version} is promoted`, code === 0, outputs.reason || `release ${outputs.release}`);
    keepDecision(outputs.record, version);
    return { note: `release ${outputs.release}`, reason: reasonOf(result) };
  });
}

/** @returns whether the version is deployed beside the current release, without traffic. */
async function deployed(version: string, folder: string, images: string): Promise<boolean> {
  let prepared = false;
  await partReady('gateway');
  await onVersion(version, 'deploy', async () => {
    const result = await release('deploy', folder, ['--images', images]);
    const { code, outputs } = result;
    prepared = outputs.state === 'prepared';
    const what = prepared ? 'is deployed beside the current release' : 'is released';
    find(`version ${version} ${what}`, code === 0, outputs.reason || `release ${outputs.release}`);
    const note = `release ${outputs.release}${prepared ? ', without traffic' : ''}`;
    return { note, reason: reasonOf(result) };
  });
  return prepared;
}

/** The decision report, beside that of the rehearsal. */
function keepDecision(folder: string | undefined, version: string): void {
  if (!folder) return;
  mkdirSync(settings.report, { recursive: true });
  for (const file of ['decision.json', 'report.html']) {
    cpSync(join(folder, file), join(settings.report, file.replace('.', `-${version}.`)));
  }
  rollouts[version] = rolloutOf(folder);
}

/** Takes a version up to the gate, which must not let it pass. */
async function subtlyBad(version: string): Promise<void> {
  const folder = made(version, '5 % of its requests fail', errorRate.bad);
  const { images } = await candidate(version, folder);
  await pushed(version, folder, images);
  await deployed(version, folder, images);
  await onVersion(version, 'gate', async () => {
    const { code, outputs, ms } = await release('gate', folder, []);
    const caught = code === 1 && outputs.state === 'undone' && outputs.verdict === 'fail';
    keepDecision(outputs.record, version);
    Object.assign(bad, {
      ended: Date.now(),
      verdict: rollouts[version]?.timeline.find(({ phase }) => phase === 'undoing')?.at ?? 0,
      reason: outputs.reason ?? '',
    });
    find(`version ${version} is stopped by the gate and rolled back`, caught, bad.reason);
    return { note: `rolled back after ${seconds(ms)}`, reason: bad.reason };
  });
}

/** Its times come from the clock of the API server, which in a lab is this machine's. */
function rolloutOf(folder: string): Rollout {
  const { timeline, end } = JSON.parse(readFileSync(join(folder, 'decision.json'), 'utf8')) as Rollout;
  return { timeline, ...(end === undefined ? {} : { end }) };
}

/** Empty without a verdict, or when no request reached the version. */
function undoTook({ versions }: LoadReport): { ms?: number } {
  const last = versions['3.0.0']?.lastEnd;
  return last === undefined || bad.verdict === 0 ? {} : { ms: last - bad.verdict };
}

function find(what: string, ok: boolean, detail: string): void {
  findings.push({ what, ok, detail });
}

/** An action that needs no cluster, with its progress. */
function step(action: string, folder: string, args: string[]) {
  return slipway(folder, [action, ...args], true);
}

/** An action on the cluster, with the credential that may release and no more. */
function release(action: string, folder: string, args: string[]) {
  const context = target.context === undefined ? [] : ['--context', target.context];
  const environment = [action, '--environment', 'production', ...context];
  return slipway(folder, [...environment, ...args], true, credential);
}

function zonesOf(json: string | undefined): string {
  const zones = JSON.parse(json ?? '[]') as { zone: string; matching: number; pods: number }[];
  return zones.map(z => `zone ${z.zone}: ${z.matching} of ${z.pods} pods proved`).join(', ');
}

function ignoreExisting(error: unknown): void {
  if (!String((error as { stderr?: string }).stderr).includes('AlreadyExists')) throw error;
}
