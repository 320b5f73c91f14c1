/** What a rehearsal does with the versions of the shop, from the test of each to its promotion or rollback. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PartName } from '../lab/asked.ts';
import type { Finding, Rollout, Step, Version } from './rehearsal-record.ts';
import { reasonOf, slipway, zonesOf } from './shop.ts';
import { checkout, type Source } from './shop-version.ts';
import { type Story, seconds } from './story.ts';

/** Share of requests that every version answers with an error on purpose, and that of the bad one. */
export const errorRate = { good: '0.01', bad: '0.05' };

export interface Context {
  source: Source;
  story: Story;
  /** The folder of the report. */
  report: string;
  /** Environment of the release commands. If it is empty, they use the current credential. */
  credential: Record<string, string>;
  /** Resolves when that part of the lab is ready. */
  partReady(part: PartName): Promise<void>;
  /** Resolves when Prometheus has scraped the serving version often enough for the gate, after two minutes at most. */
  scraped(): Promise<void>;
}

export class Versions {
  readonly versions: Version[] = [];
  readonly steps: Step[] = [];
  readonly findings: Finding[] = [];
  readonly digests: Record<string, string> = {};
  readonly rollouts: Record<string, Rollout> = {};
  /** Of the gate that was to catch the bad version: its verdict and its end, in ms since 1970. */
  readonly bad = { verdict: 0, ended: 0, reason: '' };
  /** The checkouts, one a version. */
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

  /** A version with a failing test: it must not be built. */
  async failingTest(version: string): Promise<void> {
    const folder = this.#checkOut(version, 'one of its tests fails');
    const text =
      "import { test } from 'node:test';\n\ntest('adds up', () => {\n  throw new Error('1 + 1 is 3');\n});\n";
    write(folder, 'test/sum.test.ts', text);
    const { images, reason } = await this.#candidate(version, folder);
    this.#find(
      `version ${version}, of which a test fails, is not built`,
      images === '{}' && reason !== '',
      reason,
    );
  }

  /** A version with a critical CVE: it must stay a candidate. */
  async criticalFinding(version: string): Promise<void> {
    const folder = this.#checkOut(version, 'brings a critical CVE');
    write(folder, 'src/node_modules/lodash/package.json', '{"name": "lodash", "version": "4.17.11"}\n');
    const { images, reason } = await this.#candidate(version, folder);
    const stopped = images !== '{}' && /critical/.test(reason);
    this.#find(`version ${version}, which brings a critical CVE, stays a candidate`, stopped, reason);
  }

  /** Takes a version up to the gate, which must not let it pass. */
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
        verdict: this.rollouts[version]?.timeline.find(({ phase }) => phase === 'rolling-back')?.at ?? 0,
        reason: outputs.reason ?? '',
      });
      this.#find(`version ${version} is stopped by the gate and rolled back`, caught, this.bad.reason);
      return { note: `rolled back after ${seconds(ms)}`, reason: this.bad.reason };
    });
  }

  /** Verifies that a version serves after a newer one was rolled back. */
  async stillServes(version: string, folder: string): Promise<void> {
    await this.#context.story.stage(`prove that version ${version} still serves`, async () => {
      const { code, outputs } = await this.#release('verify', folder, []);
      const zones = zonesOf(outputs.zones);
      this.#find(`version ${version} serves after the rollback, digests proved`, code === 0, zones);
      return zones;
    });
  }

  /** Removes the checkouts. */
  close(): void {
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }

  /** @returns the checkout of a version, which is removed at the end. */
  #checkOut(version: string, about: string, rate = errorRate.good): string {
    this.versions.push({ version, about });
    const folder = checkout(this.#context.source, version, rate);
    this.#folders.push(folder);
    return folder;
  }

  /** Tests, builds and scans a version. @returns its images, and the reason if a step stopped it. */
  async #candidate(version: string, folder: string): Promise<{ images: string; reason: string }> {
    let images = '{}';
    let reason = '';
    await this.#onVersion(version, 'test', async () => {
      const tested = await step('test', folder, []);
      const { outputs } = tested;
      reason = reasonOf(tested);
      return {
        note: `${outputs.passed} passed, ${outputs.failed} failed, ${outputs.lines} % of lines covered`,
        reason,
      };
    });
    if (reason !== '') return { images, reason };
    await this.#onVersion(version, 'build', async () => {
      const built = await step('build', folder, []);
      images = built.outputs.images ?? '{}';
      reason = reasonOf(built);
      this.digests[version] = (JSON.parse(images) as { shop?: string }).shop ?? '';
      return { note: `${this.digests[version]?.slice(0, 19)}…, a candidate`, reason };
    });
    if (reason !== '') return { images, reason };
    await this.#context.partReady('trivy');
    await this.#onVersion(version, 'scan', async () => {
      const database = process.env.SLIPWAY_TRIVY_DB;
      const from = database === undefined ? [] : ['--database', database];
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
      return { note: 'the same digest, now with its tag', reason: reasonOf(result) };
    });
  }

  /** Deploys a version; a canary then goes through the gate and is promoted. */
  async #released(version: string, folder: string, images: string): Promise<void> {
    // The first version has none to be compared with.
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

  /** Runs one action on a version as a stage. `work` returns a note on the result, and the reason if it stops the version. */
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

  /** The decision report, beside that of the rehearsal. */
  #keepDecision(folder: string | undefined, version: string): void {
    if (!folder) return;
    mkdirSync(this.#context.report, { recursive: true });
    for (const file of ['decision.json', 'report.html']) {
      cpSync(join(folder, file), join(this.#context.report, file.replace('.', `-${version}.`)));
    }
    this.rollouts[version] = rolloutOf(folder);
  }

  /** An action on the cluster, with the credential that may release and no more. */
  #release(action: string, folder: string, args: string[]) {
    const { context: name } = this.#context.source.target;
    const context = name === undefined ? [] : ['--context', name];
    const environment = [action, '--environment', 'production', ...context];
    return slipway(folder, [...environment, ...args], true, this.#context.credential);
  }
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** Its times come from the clock of the API server, which in a lab is this machine's. */
function rolloutOf(folder: string): Rollout {
  const { timeline, end } = JSON.parse(readFileSync(join(folder, 'decision.json'), 'utf8')) as Rollout;
  return { timeline, ...(end === undefined ? {} : { end }) };
}

/** An action that needs no cluster, with its progress. */
function step(action: string, folder: string, args: string[]) {
  return slipway(folder, [action, ...args], true);
}
