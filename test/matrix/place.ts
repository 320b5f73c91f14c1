import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { isOver } from '../../src/release/store/phases.ts';
import { readState } from '../../src/release/store/rollout-state.ts';
import type { RolloutState } from '../../src/release/store/schema.ts';
import { watchdogRole } from '../../src/release/watchdog/watchdog.ts';
import { labels } from '../../src/workloads/naming.ts';
import { instantQuery } from '../prometheus.ts';
import { checkOut, type Shape, type Version } from './app.ts';
import { type Expected, faults, recordedTag } from './end-state.ts';
import { type Interruption, type Ran, type Running, type RunOptions, start } from './run.ts';
import type { Scenario, Served } from './scenarios.ts';
import type { Stage, Visitors } from './stage.ts';
import { type Route, read } from './state.ts';

export const tags: Record<Exclude<Served, 'nothing'>, string> = {
  baseline: 'v1',
  candidate: 'v2',
  next: 'v3',
};

/** Formats a state for the log, without managedFields. */
const textOf = (state: object) =>
  JSON.stringify(state, (key, value) => (key === 'managedFields' ? undefined : value), 1);

/** A new namespace with the application of a scenario, and a checkout to release it from. */
export class Place {
  readonly scenario: Scenario;
  /** Messages about faults before the end. */
  readonly complaints: string[] = [];
  /** The log of all its runs. */
  readonly log: string[] = [];
  /** From the death of a run to the start of the last request to its candidate. */
  watchdogSeconds: number | undefined;
  readonly #stage: Stage;
  readonly #namespace: string;
  readonly #folder: string;
  #visitors: Visitors | undefined;
  #breaking = false;

  private constructor(stage: Stage, scenario: Scenario, namespace: string, folder: string) {
    this.#stage = stage;
    this.scenario = scenario;
    this.#namespace = namespace;
    this.#folder = folder;
  }

  /** Creates the namespace, and releases the baseline if the scenario has one. */
  static async open(stage: Stage, scenario: Scenario): Promise<Place> {
    const namespace = `m-${Math.random().toString(36).slice(2, 10)}`;
    await stage.cluster.create('/api/v1/namespaces', {
      metadata: { name: namespace, labels: { matrix: '' } },
    });
    const folder = await mkdtemp(join(tmpdir(), `${namespace}-`));
    const place = new Place(stage, scenario, namespace, folder);
    try {
      await place.#prepare();
      return place;
    } catch (error) {
      await place.close();
      throw error;
    }
  }

  async #prepare(): Promise<void> {
    const { scenario } = this;
    if (scenario.watchdog) await this.#admitWatchdog();
    if (scenario.baseline !== 'none') {
      await this.checkOut({ tag: tags.baseline, health: 'good' });
      // A first release is a rolling update, so the first command completes it.
      const ran = await this.run(scenario.commands[0] ?? [], tags.baseline);
      if (ran.code !== 0) throw new Error(`the baseline was not released: ${ran.said.join('\n')}`);
    }
    this.#visitors = await this.#stage.visit(this.#namespace, scenario.baseline !== 'none');
    if (scenario.baseline !== 'none' && scenario.shape.gate !== undefined) await this.#known();
    await this.checkOut({ tag: tags.candidate, health: scenario.candidate });
  }

  /** Creates the ServiceAccount and the Role of the watchdog, which users install once. */
  async #admitWatchdog(): Promise<void> {
    const { cluster } = this.#stage;
    const namespace = this.#namespace;
    const rbac = `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}`;
    const [account, role, binding] = watchdogRole({
      app: 'shop',
      namespace,
      routes: ['shop'],
      services: ['shop', 'shop-canary'],
    });
    await cluster.create(`/api/v1/namespaces/${namespace}/serviceaccounts`, account as object);
    await cluster.create(`${rbac}/roles`, role as object);
    await cluster.create(`${rbac}/rolebindings`, binding as object);
  }

  /** Waits until Prometheus has metrics of the baseline pods, which the gate needs. */
  async #known(): Promise<void> {
    const { cluster, pace, known } = this.#stage;
    const end = performance.now() + pace.knowing;
    while (performance.now() < end) {
      if ((await instantQuery(cluster, known(this.#namespace))).length > 0) return;
      await sleep(200);
    }
    throw new Error('Prometheus has no metrics of the baseline pods in time');
  }

  get namespace(): string {
    return this.#namespace;
  }

  /** The environment variables of a workflow run, the same for each of its jobs. */
  get workflow(): Record<string, string> {
    return { GITHUB_RUN_ID: '7', GITHUB_REPOSITORY: 'acme/shop', GITHUB_ACTOR: 'ada' };
  }

  get visitors(): Visitors {
    if (this.#visitors === undefined) throw new Error('the traffic has not started yet');
    return this.#visitors;
  }

  get pace(): Stage['pace'] {
    return this.#stage.pace;
  }

  /** Starts a command for a version, by default the candidate. */
  async start(
    command: readonly string[],
    tag = tags.candidate,
    how: Interruption & Partial<Pick<RunOptions, 'env' | 'timing'>> = {},
  ): Promise<Running> {
    const timing = { ...this.pace.timing, ...how.timing };
    const options = { ...how, timing, phase: await this.phase() };
    const running = await start(this.#folder, this.#args(command, tag), options);
    const done = running.done.then(ran => {
      this.#note(command, ran);
      return ran;
    });
    done.catch(() => undefined);
    return { child: running.child, done };
  }

  async run(
    command: readonly string[],
    tag = tags.candidate,
    env: Record<string, string> = {},
  ): Promise<Ran> {
    return (await this.start(command, tag, { env })).done;
  }

  #note(command: readonly string[], { code, signal, said, writes, died }: Ran): void {
    const end = signal ?? `code ${code}`;
    const where = died === undefined ? '' : ` ${died.side} ${died.title} in ${died.phase}`;
    this.log.push(`$ ${command.join(' ')}`, ...said.map(line => `  ${line}`));
    for (const { phase, nth, title, status } of writes)
      this.log.push(`  # ${phase} ${nth} ${title} ${status}`);
    this.log.push(`  ended with ${end}${where}, ${new Date().toISOString()}`);
  }

  /** Returns the current fencing token. */
  async token(): Promise<number> {
    const path = pathOf(resources.lease, this.#namespace, 'slipway-shop');
    const lease = await this.#stage.cluster.get(path);
    return Number(lease?.metadata?.annotations?.[labels.token] ?? 0);
  }

  async rollout(): Promise<RolloutState | undefined> {
    return (await readState(this.#stage.cluster, this.#namespace, 'shop'))?.rollout;
  }

  /** Returns the phase of the rollout in progress. */
  async phase(): Promise<string> {
    // A forged state may be unreadable.
    const phase = (await this.rollout().catch(() => undefined))?.phase;
    return phase === undefined || isOver(phase) ? 'beginning' : phase;
  }

  route(): Promise<Route | undefined> {
    return this.#stage.cluster.get<Route>(pathOf(resources.httpRoute, this.#namespace, 'shop'));
  }

  /** From now on all pods of the baseline are unready, including new ones. */
  async breakBaseline(): Promise<void> {
    if (this.#breaking) return;
    this.#breaking = true;
    const { makeUnready, images } = this.#stage;
    const again = () => makeUnready(this.#namespace, images.digestOf(tags.baseline));
    await again();
    const goOn = async () => {
      for (; this.#breaking; await sleep(200)) await again().catch(() => undefined);
    };
    void goOn();
  }

  /** Returns the faults of the end state, after controllers had time to settle. */
  async faults(served: readonly Served[]): Promise<string[]> {
    const { cluster, images } = this.#stage;
    const expected: Expected = {
      serves: served.flatMap(each => (each === 'nothing' ? [] : [tags[each]])),
      orNothing: served.includes('nothing'),
      digestOf: images.digestOf,
      route: this.scenario.shape.route,
      worker: this.scenario.shape.worker === true,
    };
    const end = performance.now() + this.pace.settling;
    for (;;) {
      const state = await read(cluster, this.#namespace);
      const tag = recordedTag(state, Object.values(tags), images.digestOf);
      const found = [...faults(state, expected), ...(await this.visitors.wrong(tag)), ...this.#outage()];
      if (found.length === 0) return this.complaints;
      if (performance.now() > end) {
        this.log.push('final state:', textOf(state));
        return [...this.complaints, ...found];
      }
      await sleep(200);
    }
  }

  /** Checks that no request was lost, which a healthy baseline guarantees even if a run dies. */
  #outage(): string[] {
    const lost = this.scenario.baseline === 'healthy' ? this.visitors.lost() : 0;
    return lost > 0 ? [`${lost} requests failed: ${this.visitors.failures().join('; ')}`] : [];
  }

  async close(): Promise<void> {
    this.#breaking = false;
    await this.#visitors?.close();
    await this.#stage.cluster.remove(`/api/v1/namespaces/${this.#namespace}`, undefined);
    await rm(this.#folder, { recursive: true, force: true });
  }

  #args(command: readonly string[], tag: string): string[] {
    const images = JSON.stringify({ shop: `${this.#stage.images.host}/shop:${tag}` });
    return [
      ...command,
      ...['--environment', 'production'],
      ...(command[0] === 'deploy' ? ['--images', images] : []),
    ];
  }

  /** Writes the checkout of a version. @param deadline for versions that become ready. */
  checkOut(version: Version, deadline = this.pace.deadline): Promise<void> {
    const { images, pods } = this.#stage;
    const whole: Shape = {
      ...this.scenario.shape,
      namespace: this.#namespace,
      registry: images.host,
      pods,
      deadline,
    };
    return checkOut(this.#folder, whole, version);
  }
}
