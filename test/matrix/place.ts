import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pod } from '../../src/cluster/objects.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import { labels } from '../../src/release/naming.ts';
import { checkOut, replicas, type Shape, type Version } from './app.ts';
import { type Expected, faults } from './ends.ts';
import type { AnyImage } from './images.ts';
import { type Interruption, type Ran, type Running, runToEnd, start } from './run.ts';
import type { FollowUp, Scenario, Served } from './scenarios.ts';
import { read } from './state.ts';
import type { Traffic } from './traffic.ts';

/** What every case shares. */
export interface Stage {
  cluster: Cluster;
  images: AnyImage;
  traffic: Traffic;
}

const tags: Record<Exclude<Served, 'nothing'>, string> = { baseline: 'v1', candidate: 'v2', next: 'v3' };

/** Milliseconds that controllers get to settle and collect what is no longer owned. */
const settling = 8_000;

/** A namespace of its own with the application of a scenario, and a checkout to release it from. */
export class Place {
  readonly #stage: Stage;
  readonly #scenario: Scenario;
  readonly #namespace: string;
  readonly #folder: string;
  /** While the baseline came up. */
  #lostBefore = 0;
  #breaking: NodeJS.Timeout | undefined;

  private constructor(stage: Stage, scenario: Scenario, namespace: string, folder: string) {
    this.#stage = stage;
    this.#scenario = scenario;
    this.#namespace = namespace;
    this.#folder = folder;
  }

  /** With the baseline released, if the scenario has one. */
  static async open(stage: Stage, scenario: Scenario): Promise<Place> {
    const namespace = `m-${Math.random().toString(36).slice(2, 10)}`;
    await stage.cluster.create('/api/v1/namespaces', {
      metadata: { name: namespace, labels: { matrix: '' } },
    });
    const folder = await mkdtemp(join(tmpdir(), `${namespace}-`));
    const place = new Place(stage, scenario, namespace, folder);
    if (scenario.baseline !== 'none') {
      await place.#checkOut({ tag: tags.baseline, health: 'good' });
      // A first release is a rolling one: the first command does it all.
      const ran = await place.run(scenario.commands[0] ?? [], tags.baseline);
      if (ran.code !== 0) throw new Error(`the baseline was not released: ${ran.said.join('\n')}`);
      if (scenario.shape.gate !== undefined) await place.#scraped();
    }
    place.#lostBefore = stage.traffic.lost(namespace);
    await place.#checkOut({ tag: tags.candidate, health: scenario.candidate });
    return place;
  }

  /** A gate has nothing to judge by while Prometheus does not know the pods that it compares with. */
  async #scraped(): Promise<void> {
    const query = `count(up{namespace="${this.#namespace}"}) >= ${replicas}`;
    const proxy = '/api/v1/namespaces/monitoring/services/prometheus:9090/proxy';
    const end = performance.now() + 30_000;
    while (performance.now() < end) {
      const path = `${proxy}/api/v1/query?query=${encodeURIComponent(query)}`;
      const { body } = await this.#stage.cluster.call('GET', path);
      if ((JSON.parse(body) as { data: { result: unknown[] } }).data.result.length > 0) return;
      await new Promise(next => setTimeout(next, 200));
    }
    throw new Error('Prometheus does not get to know the pods of the baseline');
  }

  /** A command of the release of the candidate. */
  start(command: readonly string[], interruption: Interruption): Promise<Running> {
    return start(this.#folder, this.#args(command, tags.candidate), interruption);
  }

  run(command: readonly string[], tag: string, interruption?: Interruption): Promise<Ran> {
    return runToEnd(this.#folder, this.#args(command, tag), interruption);
  }

  /** Goes on after a run has died, as somebody would who reads what is said. */
  async follow(followUp: FollowUp): Promise<Ran> {
    if (this.#scenario.baseline === 'breaks') this.#breakBaseline();
    switch (followUp) {
      case 'next deploy':
        return this.#releaseNext();
      case 'rollback':
        return this.#rollback();
      case 'sweep':
        return this.#sweep();
      case 'resume':
        for (const command of ['gate', 'promote']) await this.run([command, '--wait', '30s'], '');
        return this.#sweep();
      default:
        return followUp satisfies never;
    }
  }

  /** Of whoever had the lease last; it rises with each. */
  async token(): Promise<number> {
    const path = `/apis/coordination.k8s.io/v1/namespaces/${this.#namespace}/leases/slipway-shop`;
    const lease = await this.#stage.cluster.get(path);
    return Number(lease?.metadata?.annotations?.[labels.token] ?? 0);
  }

  async #rollback(): Promise<Ran> {
    if (this.#scenario.baseline !== 'none') return this.run(['rollback', '--to-release', '1'], '');
    const ran = await this.run(['rollback'], '');
    // Without a rollout there is nothing that it could go back to, and it says so.
    return ran.outputs.state === 'refused' ? { ...ran, code: 0 } : ran;
  }

  /** Ends what waits on purpose first, for nothing new begins beside it. */
  async #releaseNext(): Promise<Ran> {
    await this.#checkOut({ tag: tags.next, health: 'good' });
    const deploy = () => this.run(['deploy', '--wait', '30s'], tags.next);
    let ran = await deploy();
    if (waits(ran) !== undefined) {
      await this.run(['rollback'], '');
      ran = await deploy();
    }
    if (ran.outputs.state !== 'prepared') return ran;
    ran = await this.run(['gate'], '');
    return ran.code === 0 ? this.run(['promote'], '') : ran;
  }

  /** Until there is nothing left to sweep: a schedule runs it again and again. What waits on purpose is given what it waits for. */
  async #sweep(): Promise<Ran> {
    const end = performance.now() + 10_000;
    for (;;) {
      const ran = await this.run(['sweep'], '');
      if (ran.outputs.state !== 'busy') return ran;
      const waiting = waits(ran);
      if (waiting !== undefined) await this.run([waiting, '--wait', '30s'], '');
      else if (performance.now() > end) return { ...ran, code: 1 };
      await new Promise(next => setTimeout(next, 500));
    }
  }

  /** What is wrong at the end, after everything had time to settle. */
  async faults(served: readonly Served[]): Promise<string[]> {
    const expected: Expected = {
      serves: served.flatMap(each => (each === 'nothing' ? [] : [tags[each]])),
      orNothing: served.includes('nothing'),
      digestOf: this.#stage.images.digestOf,
      route: this.#scenario.shape.route,
      worker: this.#scenario.shape.worker === true,
    };
    const end = performance.now() + settling;
    for (;;) {
      const found = [
        ...faults(await read(this.#stage.cluster, this.#namespace), expected),
        ...this.#outage(),
      ];
      if (found.length === 0 || performance.now() > end) return found;
      await new Promise(next => setTimeout(next, 200));
    }
  }

  /** From now on the pods of the baseline are not ready, new ones as little as those that are there. */
  #breakBaseline(): void {
    const { cluster, images } = this.#stage;
    const path = `/api/v1/namespaces/${this.#namespace}/pods`;
    const unready = { metadata: { annotations: { 'lab/ready': 'never' } } };
    const spoil = async () => {
      const { items } = await cluster.list<Pod>(path);
      const whole = items.filter(
        ({ metadata, spec }) =>
          spec?.containers[0]?.image?.endsWith(images.digestOf(tags.baseline)) &&
          metadata?.annotations?.['lab/ready'] === undefined,
      );
      await Promise.all(
        whole.map(({ metadata }) => cluster.patch(`${path}/${metadata?.name}`, 'merge', unready)),
      );
    };
    // A pod may be gone before it is spoilt.
    this.#breaking ??= setInterval(() => void spoil().catch(() => undefined), 200);
  }

  /** A healthy baseline answers all the time, whoever dies. */
  #outage(): string[] {
    const lost = this.#stage.traffic.lost(this.#namespace);
    return this.#scenario.baseline === 'healthy' && lost > this.#lostBefore
      ? [`${lost - this.#lostBefore} requests found no ready pod`]
      : [];
  }

  async close(): Promise<void> {
    clearInterval(this.#breaking);
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

  #checkOut(version: Version): Promise<void> {
    const { shape } = this.#scenario;
    const whole: Shape = { ...shape, namespace: this.#namespace, registry: this.#stage.images.host };
    return checkOut(this.#folder, whole, version);
  }
}

/** The command that a rollout waits for on purpose, when a run was told so. */
function waits({ said }: Ran): string | undefined {
  return said.map(line => /waits for (\w+) until/.exec(line)?.[1]).find(each => each !== undefined);
}
