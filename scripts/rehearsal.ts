/**
 * The rehearsal from inside the lab's network, the whole way from source to served: versions 1 and 2 are tested, built,
 * scanned, pushed, deployed and verified; one with a failing test, one with a critical finding and one that never becomes
 * ready are stopped where they must be, the last by an undo. Constant load goes through the gateway from version 1 on.
 * Ends with a table and a written report.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Load, type LoadReport, startLoad } from './load.ts';
import { type Finding, writeReport } from './report.ts';
import {
  type CliResult,
  copyShop,
  endOnSignals,
  kubectl,
  root,
  slipway,
  type Target,
  wasStopped,
} from './shop.ts';
import { Story, seconds } from './story.ts';

const rate = 60;
/** What the load must have reached over its whole time. */
const leastRate = 50;
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
try {
  await story.stage('make the namespace', async () => {
    await kubectl(target, 'create', 'namespace', namespace).catch(ignoreExisting);
    return '';
  });
  if (own) {
    await story.stage('make the account that releases', async () => {
      credential = { KUBECONFIG: await releaseAccount() };
      return 'with the rights of examples/shop/rbac.yaml';
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
  const served = await good('2.0.0');
  await failingTest('2.1.0');
  await criticalFinding('2.2.0');
  const undo = await neverReady('3.0.0');
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
    undo,
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

/**
 * Makes the ServiceAccount of the example with exactly the rights that the example ships.
 * @returns the path of a kubeconfig for it.
 */
async function releaseAccount(): Promise<string> {
  await kubectl(target, 'apply', '-f', join(root, 'examples/shop/rbac.yaml'));
  const token = (
    await kubectl(target, '-n', namespace, 'create', 'token', 'slipway', '--duration=1h')
  ).trim();
  const view = await kubectl(target, 'config', 'view', '--raw', '--minify', '--flatten', '-o', 'json');
  const config = JSON.parse(view) as { users: { name: string; user: object }[] };
  config.users = config.users.map(({ name }) => ({ name, user: { token } }));
  const path = join(scratch, 'kubeconfig');
  writeFileSync(path, JSON.stringify(config), { mode: 0o600 });
  // The API server learns of new roles through a watch of its own.
  const may = () =>
    kubectl(target, `--kubeconfig=${path}`, 'auth', 'can-i', 'list', 'nodes').then(
      () => true,
      () => false,
    );
  for (let i = 0; !(await may()); i += 1) {
    if (i === 50) throw new Error('the rights of examples/shop/rbac.yaml do not take effect');
    await sleep(100);
  }
  return path;
}

/** What the repository holds when a version is committed: the shop with its number, and with changes of its own. */
function checkout(version: string, edit: (file: string, text: string) => string = (_, text) => text): string {
  const args = `args: { VERSION: '${version}', BASE: '${target.base}' }`;
  const repository = `repository: ${target.registry}/shop`;
  const folder = copyShop(target, namespace, (file, text) =>
    edit(file, file === 'slipway.yml' ? text.replace(repository, `${repository}, ${args}`) : text),
  );
  if (!readFileSync(join(folder, 'slipway.yml'), 'utf8').includes(version))
    throw new Error('the version found no place in the slipway.yml of the example');
  folders.push(folder);
  return folder;
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
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
  const folder = checkout(version);
  const { images, reason } = await candidate(version, folder);
  find(`version ${version} is tested, built and scanned`, reason === '', reason || digests[version] || '');
  await story.stage(`push version ${version}`, async () => {
    const { outputs } = await step('push', folder, ['--images', images, '--tags', version]);
    const same = outputs.images === images;
    find(`version ${version} is pushed by its digest`, same, outputs.reason || (outputs.references ?? ''));
    return 'the same digest, now with its tag';
  });
  await story.stage(`deploy version ${version}`, async () => {
    const deployed = await release('deploy', folder, ['--images', images]);
    find(
      `version ${version} is released`,
      deployed.code === 0,
      deployed.outputs.reason || `release ${deployed.outputs.release}`,
    );
    return `release ${deployed.outputs.release}`;
  });
  await story.stage(`verify version ${version}`, async () => {
    const verified = await release('verify', folder, []);
    find(`version ${version} is verified`, verified.code === 0, zonesOf(verified.outputs.zones));
    return zonesOf(verified.outputs.zones);
  });
  return folder;
}

async function failingTest(version: string): Promise<void> {
  const folder = checkout(version);
  const text =
    "import { test } from 'node:test';\n\ntest('adds up', () => {\n  throw new Error('1 + 1 is 3');\n});\n";
  write(folder, 'test/sum.test.ts', text);
  const { images, reason } = await candidate(version, folder);
  find(`version ${version}, of which a test fails, is not built`, images === '{}' && reason !== '', reason);
}

async function criticalFinding(version: string): Promise<void> {
  const folder = checkout(version);
  write(folder, 'src/node_modules/lodash/package.json', '{"name": "lodash", "version": "4.17.11"}\n');
  const { images, reason } = await candidate(version, folder);
  const stopped = images !== '{}' && /critical/.test(reason);
  find(`version ${version}, which brings a critical CVE, stays a candidate`, stopped, reason);
}

/** Takes a version up to its deploy, which must be undone. @returns what deploy said. */
async function neverReady(version: string): Promise<{ reason: string; ms: number }> {
  const folder = checkout(version, (file, text) =>
    file === 'deploy/config.yaml'
      ? text.replace('GREETING:', 'FAULT_NEVER_READY: "true"\n  GREETING:')
      : text,
  );
  const { images } = await candidate(version, folder);
  await step('push', folder, ['--images', images, '--tags', version]);
  let undo = { reason: '', ms: 0 };
  await story.stage(`deploy version ${version}, which never becomes ready`, async () => {
    const { code, outputs } = await release('deploy', folder, ['--images', images]);
    undo = { reason: outputs.reason ?? '', ms: Number(outputs['undo-seconds'] ?? 0) * 1000 };
    find(
      `version ${version} is undone by itself`,
      code === 1 && outputs.state === 'undone',
      `${outputs.state} in ${seconds(undo.ms)}: ${undo.reason}`,
    );
    return `undone in ${seconds(undo.ms)}`;
  });
  return undo;
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
  find(
    'never a byte of version 3',
    report.versions['3.0.0'] === undefined,
    'counted by the version header of every answer',
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
