import { request } from 'node:http';
import type { LoadRecord } from '../../scripts/load-report.ts';
import { type GatewayKind, tolerance } from '../e2e/gateways.ts';
import { eventually, type Run, type Shop } from '../e2e/harness.ts';
import type { Scenario, ScenarioReport } from './scenario.ts';
import { canaryText, requireSuccess, type Stage } from './stage.ts';

/** The effect of a good release on users: every response, and the growing share of the new version. */

/** Minimum number of requests per step. */
const fewest = 1000;
const least = 20_000;
export const rate = 200;
export const blueGreen = 'strategy: { blue-green: { deadline: 8m, watch: 80s, watchdog: off } }';
export const canary = (share: GatewayKind): string =>
  canaryText({ steps: '10%, 50%', bake: '15s', watch: '10s', deadline: '12m', share });

export interface Dip {
  requests: number;
  failed: number;
  /** Largest decrease of the new version's share, in percentage points. */
  fell: number;
  /** Largest difference between a step's share and its weight, in percentage points. */
  off?: number;
  /** The share of each step, by its weight. */
  shares?: Record<string, string>;
  /** From the first response of green to the start of the last request that blue answered. */
  switchMs?: number;
}

export function dips(
  kind: GatewayKind,
  open: (text: string) => Promise<Stage>,
  onResult: (name: string, dip: Dip) => void,
): Scenario[] {
  return [
    { name: 'canary', run: async report => whole(await open(canary(kind)), report, 'canary', onResult) },
    { name: 'blue-green', run: async report => whole(await open(blueGreen), report, 'blue_green', onResult) },
    { name: 'long-lived connections', run: async report => streams(await open(canary(kind)), report) },
  ];
}

/**
 * The number of consecutive requests in a window, and the allowed decrease of the share between windows, in percentage points. With Envoy
 * it varies by chance, with Traefik not.
 */
const falls = {
  contour: { window: 1000, allowed: 2 * tolerance('contour', 50, 1000) },
  traefik: { window: 200, allowed: 2 },
} as const;

async function whole(
  stage: Stage,
  report: ScenarioReport,
  kind: 'canary' | 'blue_green',
  onResult: (name: string, dip: Dip) => void,
): Promise<void> {
  const load = stage.load();
  const version = stage.other;
  const runs: Run[] = [await stage.deployed()];
  for (const action of ['gate', 'promote']) runs.push(requireSuccess(await stage.start(action).done));
  const end = await stage.checkEnd(report, ['done']);
  report.note('end', end);
  await eventually(async () => stage.loadReport().requests >= least + 1000, 120_000);
  await stage.stopLoad();
  const snapshot = load.snapshot();
  const records = [...load.records()].sort((a, b) => a.at - b.at);
  const { window, allowed } = falls[stage.shop.kind];
  const fell = fallOf(records, version, window);
  const dip: Dip = { requests: snapshot.requests, failed: snapshot.failed, fell };
  report.expect(
    snapshot.failed === 0,
    `${snapshot.failed} requests failed: ${JSON.stringify(snapshot.errors)}`,
  );
  report.expect(dip.fell <= allowed, `the share of ${version} decreased by ${dip.fell} points`);
  if (kind === 'canary') {
    const steps = stepsOf(
      runs.flatMap(({ lines }) => lines),
      records,
      version,
    );
    dip.off = Math.max(...steps.map(({ share, weight }) => Math.abs(share - weight)));
    dip.shares = {};
    for (const { weight, share, requests } of steps) {
      dip.shares[weight] = `${share.toFixed(2)} % of ${requests}`;
      report.note(`share at ${weight} %`, dip.shares[weight]);
      report.expect(requests >= fewest, `only ${requests} requests at ${weight} %`);
      const off = Math.abs(share - weight);
      report.expect(
        off <= tolerance(stage.shop.kind, weight, requests),
        `the share at ${weight} % was ${off.toFixed(2)} points off`,
      );
    }
    report.expect(steps.length >= 3, `${steps.length} steps were seen`);
  } else {
    const others = Object.entries(snapshot.versions).filter(([name]) => name !== version);
    const last = Math.max(...others.map(([, { lastStart }]) => lastStart));
    dip.switchMs = Math.round(last - (snapshot.versions[version]?.firstStart ?? 0));
    report.note('last request to blue after the first to green', `${dip.switchMs} ms`);
    report.expect(
      dip.switchMs < 500,
      `blue answered a request that started ${dip.switchMs} ms after the switch`,
    );
  }
  report.note('requests', `${dip.requests}, ${dip.failed} failed`);
  report.note('largest decrease of the share', `${dip.fell.toFixed(2)} points`);
  onResult(kind, dip);
}

/** Returns the largest decrease of a version's share below its previous maximum, over windows of requests in order of their start. Pure. */
export function fallOf(records: readonly LoadRecord[], version: string, window: number): number {
  let highest = 0;
  let fell = 0;
  for (let at = 0; at + window <= records.length; at += window / 4) {
    const share = shareOf(records.slice(at, at + window), version);
    highest = Math.max(highest, share);
    fell = Math.max(fell, highest - share);
  }
  return fell;
}

function shareOf(records: readonly LoadRecord[], version: string): number {
  return (100 * records.filter(each => each.version === version).length) / records.length;
}

/** Returns the share and the number of requests at each weight, from a second after it was set until the next one. Pure. */
export function stepsOf(
  lines: Run['lines'],
  records: readonly LoadRecord[],
  version: string,
): { weight: number; share: number; requests: number }[] {
  const settings = lines.flatMap(({ at, text }) => {
    const weight = /^(\d+) % to the canary/.exec(text)?.[1];
    return weight === undefined ? [] : [{ at, weight: Number(weight) }];
  });
  const end = lines.find(({ text }) => text === 'promoting')?.at ?? 0;
  return settings.map(({ at, weight }, index) => {
    const until = settings[index + 1]?.at ?? end;
    const own = records.filter(each => each.at > at + 1000 && each.at < until - 250);
    return { weight, share: shareOf(own, version), requests: own.length };
  });
}

/** Checks that server-sent events from the candidate end with its rollback. */
async function streams(stage: Stage, report: ScenarioReport): Promise<void> {
  stage.load();
  const version = stage.other;
  await stage.deployed();
  const gate = await stage.exposed();
  const open = await Promise.all(Array.from({ length: 40 }, () => stream(stage.shop)));
  const ours = open.filter(each => each.version === version);
  report.note('streams from the candidate', ours.length);
  report.expect(ours.length > 0, 'no stream came from the candidate');
  const since = Date.now();
  gate.child.kill('SIGINT');
  const ends = await Promise.all(ours.map(({ ended }) => ended));
  report.note('end of the last stream after', `${((Math.max(...ends) - since) / 1000).toFixed(1)} s`);
  for (const { close } of open) close();
  await gate.done;
  await stage.checkEnd(report, ['rolled-back']);
}

function stream({ url, host }: Shop): Promise<{ version: string; ended: Promise<number>; close(): void }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL('/events', url), { headers: { host }, agent: false }, answer => {
      const ended = new Promise<number>(done => {
        answer.once('close', () => done(Date.now()));
      });
      answer.on('error', () => undefined).resume();
      const version = String(answer.headers['x-shop-version'] ?? '');
      resolve({ version, ended, close: () => outgoing.destroy() });
    });
    outgoing.once('error', reject);
    outgoing.end();
  });
}
