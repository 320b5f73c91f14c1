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
import { type Load, startLoad } from './load.ts';
import type { LoadReport } from './load-report.ts';
import { deadManAccount, releaseAccount } from './release-account.ts';
import { type Finding, writeReport } from './report.ts';
import { type CliResult, endOnSignals, kubectl, slipway, type Target, wasStopped } from './shop.ts';
import { checkout } from './shop-version.ts';
import { Story, seconds } from './story.ts';

const rate = 120;
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
};
const own = settings.context === undefined;
const target: Target = {
  registry: settings.registry ?? process.env.SLIPWAY_REGISTRY ?? '',
  base: own ? `${process.env.SLIPWAY_REGISTRY}/base/node:24` : (settings.base ?? ''),
  gateway: settings.gateway ?? 'gateway/lab',
  verifyFrom: own ? 'gateway' : 'service',
  context: settings.context,
};
const url = settings.url ?? process.env.SLIPWAY_GATEWAY ?? '';

endOnSignals();

const story = new Story();
const findings: Finding[] = [];
const digests: Record<string, string> = {};
/** The checkouts that were made, one a version. */
const folders: string[] = [];
const scratch = mkdtempSync(join(tmpdir(), 'slipway-rehearsal-'));
/** For the release commands; empty: the credential of whoever runs this. */
let credential: Record<string, string> = {};
let load: Load | undefined;
/** Of the gate that was to catch the bad version: its verdict and its end, in ms since 1970. */
const bad = { verdict: 0, ended: 0, reason: '' };
try {
  await story.stage('make the namespace', async () => {
    await kubectl(target, 'create', 'namespace', namespace).catch(ignoreExisting);
    return '';
  });
  if (own) {
    await story.stage('make the account that releases', async () => {
      credential = { KUBECONFIG: await releaseAccount(target, namespace, scratch) };
      await deadManAccount(target, namespace, scratch);
      return 'with the rights of examples/shop/rbac-canary.yaml';
    });
  }
  await good('1.0.0');
  const loadStarted = performance.now();
  load = startLoad({
    url,
    host: `${namespace}.example`,
    path: '/api/products',
    rate,
    maxRequests: rate * 600,
  });
  await failingTest('1.1.0');
  await criticalFinding('1.2.0');
  await partReady('prometheus');
  await story.stage('let the gate see what version 1 does', async () => {
    await sleep(20_000);
    return `${errorRate.good.replace('0.0', '')} % of its requests fail on purpose`;
  });
  const served = await good('2.0.0');
  await subtlyBad('3.0.0');
  await story.stage('prove that version 2 still serves', async () => {
    const proof = await release('verify', served, []);
    find('version 2 serves after the undo, digests proved', proof.code === 0, zonesOf(proof.outputs.zones));
    return zonesOf(proof.outputs.zones);
  });
  const loadSeconds = (performance.now() - loadStarted) / 1000;
  const report = await load.stop();
  load = undefined;
  judge(report, loadSeconds);
  await writeReport(settings.report, {
    stages: story.stages,
    findings,
    load: report,
    digests,
    undo: { reason: bad.reason, ms: (report.versions['3.0.0']?.lastEnd ?? 0) - bad.verdict },
    startedAt: story.startedAt,
    setUpMs: story.startedAt - settings.started,
  });
} catch (error) {
  // Whatever a signal broke off is no failure of its own.
  if (!wasStopped()) throw error;
} finally {
  await load?.stop();
  for (const folder of [scratch, ...folders]) rmSync(folder, { recursive: true, force: true });
}
process.exitCode = wasStopped() ? 130 : findings.every(finding => finding.ok) ? 0 : 1;

/** The story begins while our lab is being built. */
async function partReady(part: PartName): Promise<void> {
  const lab = process.env.SLIPWAY_LAB;
  if (!own || lab === undefined || isReady(labOf(lab), part)) return;
  await story.stage(`wait for ${part}`, async () => {
    await untilPartsReady(labOf(lab), [part]);
    return '';
  });
}

/** @returns the checkout of a version, which is removed at the end. */
function made(version: string, rate = errorRate.good): string {
  const folder = checkout({ target, namespace, own }, version, rate);
  folders.push(folder);
  return folder;
}

/** Tests, builds and scans a version. @returns its digest, and whether every step was content. */
async function candidate(version: string, folder: string): Promise<{ images: string; reason: string }> {
  let images = '{}';
  let reason = '';
  await story.stage(`test version ${version}`, async () => {
    const tested = await step('test', folder, []);
    const { outputs } = tested;
    reason = reasonOf(tested);
    return `${outputs.passed} passed, ${outputs.failed} failed, ${outputs.lines} % of the lines`;
  });
  if (reason !== '') return { images, reason };
  await story.stage(`build version ${version}`, async () => {
    const built = await step('build', folder, []);
    images = built.outputs.images ?? '{}';
    reason = reasonOf(built);
    digests[version] = (JSON.parse(images) as { shop?: string }).shop ?? '';
    return `${digests[version]?.slice(0, 19)}…, a candidate`;
  });
  if (reason !== '') return { images, reason };
  await partReady('trivy');
  await story.stage(`scan version ${version}`, async () => {
    const database = process.env.SLIPWAY_TRIVY_DB;
    const from = database === undefined ? [] : ['--database', database];
    const scanned = await step('scan', folder, ['--images', images, ...from]);
    reason = reasonOf(scanned);
    return `${scanned.outputs.critical} critical, ${scanned.outputs.high} high`;
  });
  return { images, reason };
}

/** Empty when the step was content; a refusal sets no outputs, and stands in the log alone. */
function reasonOf({ outputs, code, stderr }: CliResult): string {
  return outputs.reason || (code === 0 ? '' : (stderr.trim().split('\n').at(-1) ?? `exit code ${code}`));
}

/** Takes a version the whole way. @returns its checkout. */
async function good(version: string): Promise<string> {
  const folder = made(version);
  const { images, reason } = await candidate(version, folder);
  find(`version ${version} is tested, built and scanned`, reason === '', reason || digests[version] || '');
  await story.stage(`push version ${version}`, async () => {
    const { outputs } = await step('push', folder, ['--images', images, '--tags', version]);
    const same = outputs.images === images;
    find(`version ${version} is pushed by its digest`, same, outputs.reason || (outputs.references ?? ''));
    return 'the same digest, now with its tag';
  });
  await released(version, folder, images);
  await story.stage(`verify version ${version}`, async () => {
    const verified = await release('verify', folder, []);
    find(`version ${version} is verified`, verified.code === 0, zonesOf(verified.outputs.zones));
    return zonesOf(verified.outputs.zones);
  });
  return folder;
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

async function failingTest(version: string): Promise<void> {
  const folder = made(version);
  const text =
    "import { test } from 'node:test';\n\ntest('adds up', () => {\n  throw new Error('1 + 1 is 3');\n});\n";
  write(folder, 'test/sum.test.ts', text);
  const { images, reason } = await candidate(version, folder);
  find(`version ${version}, of which a test fails, is not built`, images === '{}' && reason !== '', reason);
}

async function criticalFinding(version: string): Promise<void> {
  const folder = made(version);
  write(folder, 'src/node_modules/lodash/package.json', '{"name": "lodash", "version": "4.17.11"}\n');
  const { images, reason } = await candidate(version, folder);
  const stopped = images !== '{}' && /critical/.test(reason);
  find(`version ${version}, which brings a critical CVE, stays a candidate`, stopped, reason);
}

/** Deploys a version; a canary then goes through the gate and is promoted. */
async function released(version: string, folder: string, images: string): Promise<void> {
  let prepared = false;
  await partReady('gateway');
  await story.stage(`deploy version ${version}`, async () => {
    const { code, outputs } = await release('deploy', folder, ['--images', images]);
    prepared = outputs.state === 'prepared';
    const what = prepared ? 'comes up beside what serves' : 'is released';
    find(`version ${version} ${what}`, code === 0, outputs.reason || `release ${outputs.release}`);
    return prepared ? `release ${outputs.release}, without traffic` : `release ${outputs.release}`;
  });
  if (!prepared) return;
  await story.stage(`gate version ${version}`, async () => {
    const { code, outputs } = await release('gate', folder, []);
    find(`version ${version} passes the gate`, code === 0, outputs.reason || `at ${outputs.weight} %`);
    keepDecision(outputs.record, version);
    return `${outputs.verdict}, at ${outputs.weight} %`;
  });
  await story.stage(`promote version ${version}`, async () => {
    const { code, outputs } = await release('promote', folder, []);
    find(`version ${version} is promoted`, code === 0, outputs.reason || `release ${outputs.release}`);
    keepDecision(outputs.record, version);
    return `release ${outputs.release}`;
  });
}

/** The decision report, beside that of the rehearsal. */
function keepDecision(folder: string | undefined, version: string): void {
  if (!folder) return;
  mkdirSync(settings.report, { recursive: true });
  for (const file of ['decision.json', 'report.html']) {
    cpSync(join(folder, file), join(settings.report, file.replace('.', `-${version}.`)));
  }
}

/** Takes a version up to the gate, which must not let it pass. */
async function subtlyBad(version: string): Promise<void> {
  const folder = made(version, errorRate.bad);
  const { images } = await candidate(version, folder);
  await step('push', folder, ['--images', images, '--tags', version]);
  await release('deploy', folder, ['--images', images]);
  await story.stage(`gate version ${version}, of which 5 % of the requests fail`, async () => {
    const { code, outputs, ms } = await release('gate', folder, []);
    const caught = code === 1 && outputs.state === 'undone' && outputs.verdict === 'fail';
    Object.assign(bad, {
      ended: Date.now(),
      verdict: verdictAt(outputs.record),
      reason: outputs.reason ?? '',
    });
    find(`version ${version} is caught by the gate and undone`, caught, bad.reason);
    keepDecision(outputs.record, version);
    return `undone after ${seconds(ms)}`;
  });
}

/** When the gate had decided to undo, by the clock of the API server, which is this machine's. */
function verdictAt(folder: string | undefined): number {
  if (!folder) return 0;
  const { timeline } = JSON.parse(readFileSync(join(folder, 'decision.json'), 'utf8')) as {
    timeline: { at: number; phase: string }[];
  };
  return timeline.find(({ phase }) => phase === 'undoing')?.at ?? 0;
}

function judge(report: LoadReport, loadSeconds: number): void {
  const served = Object.entries(report.versions).map(([version, r]) => `${r.requests} by ${version}`);
  find(`${report.requests} requests, ${report.failed} failed`, report.failed === 0, served.join(', '));
  const reached = report.requests / loadSeconds;
  find(
    `at least ${leastRate} requests per second of load`,
    reached >= leastRate,
    `${reached.toFixed(1)} a second over ${loadSeconds.toFixed(1)} s`,
  );
  const good = ['1.0.0', '2.0.0'].filter(version => (report.versions[version]?.requests ?? 0) > 0);
  find(
    'versions 1.0.0 and 2.0.0 were both served',
    good.length === 2,
    `served: ${good.join(', ') || 'neither'}`,
  );
  const { requests = 0, lastEnd = 0 } = report.versions['3.0.0'] ?? {};
  find(
    'not a byte of version 3 after its undo',
    requests > 0 && lastEnd < bad.ended,
    `${requests} requests saw it, the last one ${seconds(bad.ended - lastEnd)} before the gate had ended`,
  );
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
