/** Takes each version of the shop through the pipeline of a rehearsal, from its tests to its promotion or rollback. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PartName } from '../lab/asked.ts';
import { defined } from '../src/toolkit/map.ts';
import type { Finding, Rollout, Step, Version } from './rehearsal-record.ts';
import { reasonOf, slipway, zonesOf } from './shop.ts';
import { checkout, type Source } from './shop-version.ts';
import { type Story, seconds } from './story.ts';

/** Share of requests that a good version and the bad version fail on purpose. */
export const errorRate = { good: '0.01', bad: '0.05' };

export interface Context {
  source: Source;
  story: Story;
  /** The folder of the report. */
  report: string;
  /** Environment variables of the release commands. If empty, they use the current credential. */
  credential: Record<string, string>;
  /** Resolves when that part of the lab is ready. */
  partReady(part: PartName): Promise<void>;
  /** Resolves when Prometheus has scraped the live version often enough for the gate, after two minutes at most. */
  scraped(): Promise<void>;
}

export class Versions {
  readonly versions: Version[] = [];
  readonly steps: Step[] = [];
  readonly findings: Finding[] = [];
  readonly digests: Record<string, string> = {};
  readonly rollouts: Record<string, Rollout> = {};
  /** The gate of the bad version: its end in ms since 1970, and the ms from its verdict until the traffic was moved back. */
  readonly bad: { ended: number; reason: string; ms?: number } = { ended: 0, reason: '' };
  /** One checkout per version. */
  readonly #folders: string[] = [];
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Tests, builds, releases and verifies a good version. @returns its checkout. */
  async good(version: string, about: string): Promise<string> {
    const folder = this.#checkOut(version, about);
    const { images, reason } = await this.#candidate(version, folder);
    this.#find(
      `version ${version} is tested, built and scanned`,
      reason === '',
      reason || this.digests[version] || '',
    );
    await this.#pushed(version, folder, images);
    await this.#released(version, folder, images);
    await this.#onVersion(version, 'verify', async () => {
      const verified = await this.#release('verify', folder, []);
      const note = zonesOf(verified.outputs.zones);
      this.#find(`version ${version} is verified`, verified.code === 0, note);
      return { note, reason: reasonOf(verified) };
    });
    return folder;
  }

  /** Tests a version with a failing test, which must not be built. */
  async failingTest(version: string): Promise<void> {
    const folder = this.#checkOut(version, 'one of its tests fails');
    const text =
      "import { test } from 'node:test';\n\ntest('adds up', () => {\n  throw new Error('1 + 1 is 3');\n});\n";
    write(folder, 'test/sum.test.ts', text);
    const { images, reason } = await this.#candidate(version, folder);
    this.#find(
      `version ${version}, with a failing test, is not built`,
      images === '{}' && reason !== '',
      reason,
    );
  }

  /** Scans a version with a critical CVE, which must not be pushed. */
  async criticalFinding(version: string): Promise<void> {
    const folder = this.#checkOut(version, 'contains a critical CVE');
    write(folder, 'src/node_modules/lodash/package.json', '{"name": "lodash", "version": "4.17.11"}\n');
    const { images, reason } = await this.#candidate(version, folder);
    const stopped = images !== '{}' && /critical/.test(reason);
    this.#find(`version ${version}, which contains a critical CVE, is not pushed`, stopped, reason);
  }

  /** Releases a slightly worse version, which the gate must stop. */
  async subtlyBad(version: string): Promise<void> {
    const folder = this.#checkOut(version, '5 % of its requests fail', errorRate.bad);
    const { images } = await this.#candidate(version, folder);
    await this.#pushed(version, folder, images);
    await this.#deployed(version, folder, images);
    await this.#onVersion(version, 'gate', async () => {
      const { code, outputs, ms } = await this.#release('gate', folder, []);
      const caught = code === 1 && outputs.state === 'rolled-back' && outputs.verdict === 'fail';
      this.#keepDecision(outputs.record, version);
      Object.assign(this.bad, {
        ended: Date.now(),
        reason: outputs.reason ?? '',
        ...defined({ ms: this.rollouts[version]?.durations?.['verdict to accepted write'] }),
      });
      this.#find(`version ${version} is stopped by the gate and rolled back`, caught, this.bad.reason);
      return { note: `rolled back after ${seconds(ms)}`, reason: this.bad.reason };
    });
  }

  /** Verifies that a version is live after a newer one was rolled back. */
  async stillServes(version: string, folder: string): Promise<void> {
    await this.#context.story.stage(`verify that version ${version} is still live`, async () => {
      const { code, outputs } = await this.#release('verify', folder, []);
      const zones = zonesOf(outputs.zones);
      this.#find(`version ${version} is live after the rollback, with verified digests`, code === 0, zones);
      return zones;
    });
  }

  /** Removes the checkouts. */
  close(): void {
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }

  /** Creates the checkout of a version, which `close` removes. */
  #checkOut(version: string, about: string, rate = errorRate.good): string {
    this.versions.push({ version, about });
    const folder = checkout(this.#context.source, version, rate);
    this.#folders.push(folder);
    return folder;
  }

  /** Tests, builds and scans a version. @returns its images, and why it was stopped, if it was. */
  async #candidate(version: string, folder: string): Promise<{ images: string; reason: string }> {
    let images = '{}';
    let reason = '';
    await this.#onVersion(version, 'test', async () => {
      const tested = await step('test', folder, []);
      const { outputs } = tested;
      reason = reasonOf(tested);
      return {
        note: `${outputs.passed} passed, ${outputs.failed} failed, ${outputs['line-coverage']} % of lines covered`,
        reason,
      };
    });
    if (reason !== '') return { images, reason };
    await this.#onVersion(version, 'build', async () => {
      const built = await step('build', folder, []);
      images = built.outputs.images ?? '{}';
      reason = reasonOf(built);
      this.digests[version] = (JSON.parse(images) as { shop?: string }).shop ?? '';
      return { note: `${this.digests[version]?.slice(0, 19)}…, in the candidate repository`, reason };
    });
    if (reason !== '') return { images, reason };
    await this.#context.partReady('trivy');
    await this.#onVersion(version, 'scan', async () => {
      const database = process.env.SLIPWAY_TRIVY_DB;
      const from = database === undefined ? [] : ['--trivy-database', database];
      const scanned = await step('scan', folder, ['--images', images, ...from]);
      reason = reasonOf(scanned);
      return { note: `${scanned.outputs.critical} critical, ${scanned.outputs.high} high`, reason };
    });
    return { images, reason };
  }

  async #pushed(version: string, folder: string, images: string): Promise<void> {
    await this.#onVersion(version, 'push', async () => {
      const result = await step('push', folder, ['--images', images, '--tags', version]);
      const same = result.outputs.images === images;
      this.#find(
        `version ${version} is pushed by its digest`,
        same,
        result.outputs.reason || `tag ${version}`,
      );
      return { note: 'same digest, now tagged', reason: reasonOf(result) };
    });
  }

  /** Deploys a version. A canary then passes the gate and is promoted. */
  async #released(version: string, folder: string, images: string): Promise<void> {
    // The first version has no baseline.
    if (this.versions.length > 1) await this.#context.scraped();
    if (!(await this.#deployed(version, folder, images))) return;
    await this.#onVersion(version, 'gate', async () => {
      const result = await this.#release('gate', folder, []);
      const { code, outputs } = result;
      this.#find(
        `version ${version} passes the gate`,
        code === 0,
        outputs.reason || `at ${outputs.weight} %`,
      );
      this.#keepDecision(outputs.record, version);
      return { note: `${outputs.verdict}, at ${outputs.weight} %`, reason: reasonOf(result) };
    });
    await this.#onVersion(version, 'promote', async () => {
      const result = await this.#release('promote', folder, []);
      const { code, outputs } = result;
      this.#find(
        `version ${version} is promoted`,
        code === 0,
        outputs.reason || `release ${outputs.release}`,
      );
      this.#keepDecision(outputs.record, version);
      return { note: `release ${outputs.release}`, reason: reasonOf(result) };
    });
  }

  /** @returns whether the version is deployed beside the current release, without traffic. */
  async #deployed(version: string, folder: string, images: string): Promise<boolean> {
    let prepared = false;
    await this.#context.partReady('gateway');
    await this.#onVersion(version, 'deploy', async () => {
      const result = await this.#release('deploy', folder, ['--images', images]);
      const { code, outputs } = result;
      prepared = outputs.state === 'prepared';
      const what = prepared ? 'is deployed beside the current release' : 'is released';
      this.#find(`version ${version} ${what}`, code === 0, outputs.reason || `release ${outputs.release}`);
      const note = `release ${outputs.release}${prepared ? ', without traffic' : ''}`;
      return { note, reason: reasonOf(result) };
    });
    return prepared;
  }

  /** Runs one action on a version as a stage. `work` returns a note on the result, and why the version was stopped, if it was. */
  async #onVersion(
    version: string,
    name: string,
    work: () => Promise<{ note: string; reason: string }>,
  ): Promise<void> {
    const at = this.#context.story.elapsed();
    let stopped = false;
    let said = '';
    await this.#context.story.stage(`${name} version ${version}`, async () => {
      const { note, reason } = await work();
      stopped = reason !== '';
      said = stopped ? `${note === '' ? '' : `${note}; `}${reason}` : note;
      return said;
    });
    this.steps.push({ version, name, at, ms: this.#context.story.elapsed() - at, stopped, note: said });
  }

  #find(what: string, ok: boolean, detail: string): void {
    this.findings.push({ what, ok, detail });
  }

  /** Copies the decision report beside the report of the rehearsal. */
  #keepDecision(folder: string | undefined, version: string): void {
    if (!folder) return;
    mkdirSync(this.#context.report, { recursive: true });
    for (const file of ['decision.json', 'report.html']) {
      cpSync(join(folder, file), join(this.#context.report, file.replace('.', `-${version}.`)));
    }
    this.rollouts[version] = rolloutOf(folder);
  }

  /** Runs an action on the cluster with the release credential. */
  #release(action: string, folder: string, args: string[]) {
    const { context: name } = this.#context.source.target;
    const context = name === undefined ? [] : ['--kube-context', name];
    const environment = [action, '--environment', 'production', ...context];
    return slipway(folder, [...environment, ...args], true, this.#context.credential);
  }
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** The times come from the clock of the API server, which in a lab is the clock of this machine. */
function rolloutOf(folder: string): Rollout {
  const file = readFileSync(join(folder, 'decision.json'), 'utf8');
  const { timeline, end, durations } = JSON.parse(file) as Rollout;
  return { timeline, ...defined({ end, durations }) };
}

/** Runs an action that needs no cluster, and prints its log. */
function step(action: string, folder: string, args: string[]) {
  return slipway(folder, [action, ...args], true);
}
