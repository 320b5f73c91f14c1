import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Pod } from '../../../src/cluster/objects.ts';
import { connect } from '../../../src/cluster/port.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { cleanUpDrills } from '../../../src/recovery/drill/leftovers.ts';
import type { DrillReport } from '../../../src/recovery/drill-report.ts';
import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { script } from '../../database/drilling.ts';
import { createOfflineKey, drillsConfig, drillsOf, far } from '../../database/drills.ts';
import { type Production, startProduction, withProduction } from '../../database/production.ts';
import { deployRecords } from '../../database/records.ts';
import { auditMark, eventually, kubectl, type Run, writesSince } from '../harness.ts';
import { needs } from '../needs.ts';

needs('recovery', 'netpol');

/** Drills that take longer than a job: handed over, killed and gone on with, cut off, and left alone. */

let database: Database;
let consumer: Consumer;
let production: Production;
let kubeconfig: string;
let scratch: string;
let key: string;
beforeAll(async () => {
  [database, production] = await Promise.all([createDatabase('long', 'sync'), startProduction()]);
  const records = await deployRecords(database, [await database.nodeOf(await database.primary())]);
  consumer = await createConsumer(database);
  kubeconfig = await withProduction(production, join(consumer.dir, 'kubeconfig'));
  key = join(consumer.dir, 'offline.key');
  const recipient = await createOfflineKey(key);
  scratch = drillsOf(database);
  await kubectl(['label', 'namespace', database.namespace, 'slipway.dev/drill-live=true']);
  const drills = {
    ...(await drillsConfig(database, records, production)),
    'off-site': { addresses: [far] },
    cutover: { run: script('cutover.ts', 'there'), fix: script('cutover.ts', 'back') },
    deadline: '3m',
  };
  await consumer.configure(config => {
    Object.assign(config.environments.production.recovery, { drills, recipients: [recipient] });
  });
  const backup = await consumer.slipway(['backup', '--environment', 'production']);
  expect(backup.outputs.reason, backup.stderr).toBe('');
}, 300_000);
afterAll(async () => {
  await production?.stop();
  await consumer?.remove();
  await database?.remove();
});
beforeEach(() => eventually(async () => !(await isThere()), 120_000));

const start = (scenario: string, more: string[] = []) =>
  consumer.start(
    [...['drill', '--environment', 'production', '--scenario', scenario, '--drill-key-file', key], ...more],
    { KUBECONFIG: kubeconfig },
  );
const drill = (scenario: string, more: string[] = []) => start(scenario, more).done;
const goOn = (run: string, more: string[] = []) =>
  drill(run.slice(0, run.lastIndexOf('-')), ['--resume-id', run, ...more]);

const isThere = async () =>
  (await kubectl(['get', 'namespace', scratch, '--ignore-not-found', '-o', 'name'])) !== '';

/** As the action does it, at a time at which nobody drills. */
async function sweep(): Promise<string[]> {
  const cluster = await connect();
  const options = { runId: 'sweep-1', holder: 'the test', folder: consumer.dir, env: process.env };
  try {
    const place = { namespace: database.namespace, commands: {}, scratch };
    return await cleanUpDrills(cluster, place, { ...options, report: () => undefined });
  } finally {
    await cluster.close();
  }
}

async function reportOf({ outputs }: Run): Promise<DrillReport> {
  const report: DrillReport = JSON.parse(
    await readFile(join(outputs['report-folder'] ?? '', 'dr-report.json'), 'utf8'),
  );
  console.log(
    outputs['rto-seconds'],
    outputs['rpo-seconds'],
    report.jobs,
    report.phaseTimes,
    report.levelChecks,
    report.notes,
  );
  return report;
}

const inCopy = (...command: string[]) =>
  kubectl(['exec', 'shop-copy', `--namespace=${scratch}`, '--container=postgres', '--', ...command]);

/** In the pod of the copy: holds every process of pgBackRest that restores, or lets them go on. */
const signal = (name: 'STOP' | 'CONT') =>
  inCopy(
    ...['sh', '-c'],
    `n=0
    until [ "$n" -ge 1200 ]; do
      for each in /proc/[0-9]*; do
        tr '\\0' ' ' < "$each/cmdline" 2> /dev/null | grep -q '^pgbackrest .* restore $' || continue
        kill -${name} "\${each#/proc/}" && echo "\${each#/proc/}"
        found=1
      done
      [ -z "$found" ] || exit 0
      n=$((n + 1)); sleep 0.05
    done
    exit 1`,
  );

describe('a drill that takes longer than a job', () => {
  it('is handed over each time that a job reaches its time limit, and ends as one drill', async () => {
    const first = await drill('region', ['--hand-over-after', '1s']);
    expect(first.outputs, first.stderr).toMatchObject({
      verdict: 'running',
      reason: '',
      'report-folder': '',
    });
    const run = first.outputs['drill-id'] ?? '';
    let last = first;
    let jobs = 1;
    for (; last.outputs.verdict === 'running' && jobs < 15; jobs += 1) {
      expect(last.code).toBe(0);
      // It waits for the next job, and no other one gets in between.
      expect(await isThere()).toBe(true);
      if (jobs === 1) {
        expect(await sweep()).toEqual([]);
        expect((await drill('restore')).outputs.reason).toContain(`belongs to the drill ${run}`);
      }
      last = await goOn(run, ['--hand-over-after', '1s']);
    }
    expect(last.outputs, last.stderr).toMatchObject({
      verdict: 'pass',
      proved: 'L5',
      'drill-id': run,
      reason: '',
    });
    const report = await reportOf(last);
    expect(report).toMatchObject({ verdict: 'pass', left: [], jobs, run: { id: run } });
    expect(jobs).toBeGreaterThan(3);
    // From the loss in the first job to the service in the last but one, what was in between included.
    const outage = report.outage?.kind === 'over' ? report.outage : undefined;
    expect(outage?.from).toBe(report.injectedAt);
    expect(Number(last.outputs['rto-seconds'])).toBeGreaterThan((jobs - 3) * 3);
    const queue = report.breakdown?.parts.filter(({ name }) => name === 'queue') ?? [];
    expect(queue.length).toBeGreaterThan(2);
    const sum = report.breakdown?.parts.reduce((all, { took }) => all + took, 0) ?? 0;
    expect(sum).toBeCloseTo(report.breakdown?.total ?? 0, -1);
    expect(new Set(report.levelChecks.map(({ level }) => level))).toEqual(
      new Set(['L0', 'L1', 'L2', 'L3', 'L4', 'L5']),
    );
    expect(report.loss?.demanded).toBeGreaterThan(20);
    expect(report.loss?.findings.filter(({ wrong }) => wrong)).toEqual([]);
    expect(Object.keys(report.files)).toEqual(['markers.jsonl']);
    expect(report.notes?.join()).toContain(`the drill ran in ${jobs} consecutive jobs`);
    await eventually(async () => !(await isThere()), 60_000);
  }, 900_000);

  it('continues after its job was killed in the middle of a restore, and restores nothing twice', async () => {
    const killed = start('restore');
    const held = await heldBy(killed);
    killed.child.kill('SIGKILL');
    await killed.done;
    await sleep(3000);
    await signal('CONT');
    const run = await goOn(held.run);
    expect(run.outputs, run.stderr).toMatchObject({ verdict: 'pass', proved: 'L4', 'drill-id': held.run });
    const report = await reportOf(run);
    expect(report).toMatchObject({ jobs: 2, left: [] });
    expect(report.breakdown?.parts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['restore', 'queue', 'replay']),
    );
    expect(report.loss?.demanded).toBeGreaterThan(20);
  }, 600_000);

  it('continues when a connection breaks while it restores', async () => {
    const running = start('restore');
    await heldBy(running);
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await breakConversations(running.child.pid ?? 0)).toBeGreaterThan(0);
    }
    await signal('CONT');
    const run = await running.done;
    expect(run.stderr).toMatch(/the connection to pod shop-copy.* was lost.*; retrying/);
    expect(run.outputs, run.stderr).toMatchObject({ verdict: 'pass', proved: 'L4', reason: '' });
    expect((await reportOf(run)).jobs).toBe(1);
  }, 600_000);

  it('is not continued by a run for another drill, and is removed when no run continues it', async () => {
    await consumer.configure(config => {
      config.environments.production.recovery.drills.scratch.ttl = '2m';
    });
    const begun = await drill('restore', ['--hand-over-after', '1s']);
    expect(begun.outputs, begun.stderr).toMatchObject({ verdict: 'running' });
    const run = begun.outputs['drill-id'] ?? '';
    const mark = await auditMark();
    const refused = async (more: Promise<Run>) => {
      const { code, outputs } = await more;
      expect([code, outputs.verdict]).toEqual([1, 'refused']);
      return outputs.reason;
    };
    expect(await refused(goOn('restore-00000000'))).toContain(`belongs to the drill ${run}, not to`);
    expect(await refused(drill('region', ['--resume-id', run]))).toContain('the input `resume-id`');
    expect(await refused(drill('pod', ['--resume-id', 'pod-01234567']))).toContain(
      'cannot be resumed: it runs in a single job',
    );
    await consumer.configure(config => {
      config.environments.production.recovery.drills.deadline = '4m';
    });
    expect(await refused(goOn(run))).toContain('was started with another slipway.yml');
    await consumer.configure(config => {
      config.environments.production.recovery.drills.deadline = '3m';
    });
    expect(await writesSince(mark, 'lab-admin', database.namespace)).toEqual([]);
    const config = ['get', 'configmap', 'slipway-drill-state', `--namespace=${scratch}`, '-o', 'json'];
    const { data } = JSON.parse(await kubectl(config));
    const forge = async (change: (state: Record<string, unknown>) => void) => {
      const state = JSON.parse(data.state);
      change(state);
      const patch = JSON.stringify({ data: { state: JSON.stringify(state) } });
      await kubectl(['patch', 'configmap', 'slipway-drill-state', `--namespace=${scratch}`, '-p', patch]);
      return refused(goOn(run));
    };
    expect(await forge(state => (state.command = ['sh']))).toContain('cannot be resumed');
    expect(await forge(state => (state.run = 'restore-11111111'))).toContain('it belongs to the drill');
    expect(await forge(state => (state.ledger = '0'.repeat(64)))).toContain('does not match its checksum');
    expect(await sweep()).toEqual([]);
    await eventually(async () => (await sweep()).length > 0, 150_000);
    await eventually(async () => !(await isThere()), 60_000);
    expect(await refused(goOn(run))).toContain('has no state to resume from');
  }, 600_000);
});

/** Its id, when the restore in its copy stands still. */
async function heldBy(running: ReturnType<typeof start>): Promise<{ run: string }> {
  let run = '';
  running.child.stderr?.on('data', chunk => {
    run ||= /drill (restore-[0-9a-f]{8})/.exec(String(chunk))?.[1] ?? '';
  });
  await running.said(/drill restore-/);
  const cluster = await connect();
  try {
    const path = pathOf(resources.pod, scratch, 'shop-copy');
    await eventually(async () => (await cluster.get<Pod>(path))?.status?.phase === 'Running', 120_000);
  } finally {
    await cluster.close();
  }
  expect(await signal('STOP')).toMatch(/\d/);
  return { run };
}

/** Kills every kubectl that a process speaks with a pod by. @returns how many. */
async function breakConversations(parent: number): Promise<number> {
  const speaking = () =>
    readdirSync('/proc')
      .filter(each => /^\d+$/.test(each))
      .filter(each => {
        try {
          const status = readFileSync(`/proc/${each}/status`, 'utf8');
          const line = readFileSync(`/proc/${each}/cmdline`, 'utf8').split('\0');
          return status.includes(`PPid:\t${parent}\n`) && line.includes('exec') && line.includes('shop-copy');
        } catch {
          return false;
        }
      });
  await eventually(async () => speaking().length > 0, 30_000);
  const found = speaking();
  for (const each of found) execFileSync('kill', ['-KILL', each]);
  await eventually(async () => !speaking().some(each => found.includes(each)));
  return found.length;
}
