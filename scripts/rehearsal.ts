/**
 * The rehearsal from inside the lab's network: versions 1 and 2 are good, version 3 never becomes ready and is undone
 * by itself, with constant load through the gateway the whole time. Ends with a table and a written report.
 */
import { rmSync } from 'node:fs';
import { type Load, type LoadReport, startLoad } from './load.ts';
import { type Finding, writeReport } from './report.ts';
import { buildShop, copyShop, kubectl, slipway, type Target } from './shop.ts';
import { Story, seconds } from './story.ts';

const rate = 60;
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
  await good('1.0.0');
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
  const report = await load.stop();
  load = undefined;
  judge(report);
  await writeReport(settings.report, {
    stages: story.stages,
    findings,
    load: report,
    digests,
    undo,
    startedAt: story.startedAt,
    setUpMs: story.startedAt - settings.started,
  });
} finally {
  await load?.stop();
  for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true });
}
process.exitCode = findings.every(finding => finding.ok) ? 0 : 1;

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

function judge(report: LoadReport): void {
  const served = Object.entries(report.versions).map(([version, r]) => `${r.requests} by ${version}`);
  find(`${report.requests} requests, ${report.failed} failed`, report.failed === 0, served.join(', '));
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
  return slipway(folder, [action, '--environment', 'production', ...context, ...args], true);
}

function zonesOf(json: string | undefined): string {
  const zones = JSON.parse(json ?? '[]') as { zone: string; matching: number; pods: number }[];
  return zones.map(z => `zone ${z.zone}: ${z.matching} of ${z.pods} pods proved`).join(', ');
}

function ignoreExisting(error: unknown): void {
  if (!String((error as { stderr?: string }).stderr).includes('AlreadyExists')) throw error;
}
