/**
 * The rehearsal from inside the lab's network: versions 1 and 2 are good, version 3 never becomes ready and is undone
 * by itself, with constant load through the gateway the whole time. Ends with a table and a written report.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Load, type LoadReport, startLoad } from './load.ts';
import { type Finding, writeReport } from './report.ts';
import {
  buildShop,
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
const versions = ['1.0.0', '2.0.0', '3.0.0'];

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
const folders = {
  good: copyShop(target, namespace, (_file, text) => text),
  bad: copyShop(target, namespace, (file, text) =>
    file === 'deploy/config.yaml'
      ? text.replace('GREETING:', 'FAULT_NEVER_READY: "true"\n  GREETING:')
      : text,
  ),
};
const scratch = mkdtempSync(join(tmpdir(), 'slipway-rehearsal-'));
/** For the release commands; empty: the credential of whoever runs this. */
let credential: Record<string, string> = {};
let load: Load | undefined;
try {
  await story.stage('build three versions of the shop', async () => {
    for (const version of versions) digests[version] = await buildShop(target, version);
    return 'pushed by digest';
  });
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
  await good('2.0.0');
  const undo = await bad('3.0.0');
  await story.stage('prove that version 2 still serves', async () => {
    const proof = await run('verify', folders.good, []);
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
  for (const folder of [scratch, ...Object.values(folders)]) rmSync(folder, { recursive: true, force: true });
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

/** Deploys and verifies a version that must succeed. */
async function good(version: string): Promise<void> {
  await story.stage(`deploy version ${version}`, async () => {
    const deployed = await run('deploy', folders.good, [
      '--images',
      JSON.stringify({ shop: digests[version] }),
    ]);
    find(
      `version ${version} is released`,
      deployed.code === 0,
      deployed.outputs.reason || `release ${deployed.outputs.release}`,
    );
    return `release ${deployed.outputs.release}`;
  });
  await story.stage(`verify version ${version}`, async () => {
    const verified = await run('verify', folders.good, []);
    find(`version ${version} is verified`, verified.code === 0, zonesOf(verified.outputs.zones));
    return zonesOf(verified.outputs.zones);
  });
}

/** Deploys a version that must be undone. @returns what deploy said. */
async function bad(version: string): Promise<{ reason: string; ms: number }> {
  let undo = { reason: '', ms: 0 };
  await story.stage(`deploy version ${version}, which never becomes ready`, async () => {
    const failedAt: number[] = [];
    const deployed = await run('deploy', folders.bad, [
      '--images',
      JSON.stringify({ shop: digests[version] }),
    ]);
    undo = {
      reason: deployed.outputs.reason ?? '',
      ms: Number(deployed.outputs['undo-seconds'] ?? 0) * 1000,
    };
    failedAt.push(deployed.ms);
    find(
      `version ${version} is undone by itself`,
      deployed.code === 1 && deployed.outputs.state === 'undone',
      `${deployed.outputs.state} in ${seconds(undo.ms)}: ${undo.reason}`,
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

function run(action: string, folder: string, args: string[]) {
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
