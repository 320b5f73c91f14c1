import type { ConfigMap, KubeObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { strategySchema } from '../../src/config/progressive.ts';
import type { Environment } from '../../src/config/types.ts';
import type { End, Watcher } from '../../src/release/engine/drive.ts';
import { sweepRollout } from '../../src/release/runs/progress.ts';
import { raiseFence } from '../../src/release/state/fencing.ts';
import { Records, type Release } from '../../src/release/state/record.ts';
import type { Journal } from '../../src/release/state/stored.ts';
import { labels, nameOf, type ReleaseNumber } from '../../src/release/workloads/naming.ts';
import { annotationOf } from '../../src/traffic/fence.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { config, deployment, environment, release, template, workload } from './objects.ts';

export const progressive: Environment = environment({
  strategy: strategySchema.parse({
    canary: { steps: ['50%'], bake: { weight: '80%', for: '1m' }, deadline: '10m', watch: '1ms' },
  }),
});

/** As a run records it: with the configuration and the manifests that everything is done by. */
export const recorded = (...[number, outcome, record]: Parameters<typeof release>): Release =>
  release(number, outcome, {
    config: { ...config, environments: { production: progressive } },
    manifests: [workload().object],
    ...record,
  });

const journalPath = pathOf(resources.configMap, 'shop', nameOf.application('shop'));

/** A cluster in which release 2 is promoted by a run that has ended, with token 5: its canary has the traffic. */
export class Rollout extends FakeApiServer {
  constructor() {
    super();
    this.controllers.push((path, object) => observe(this, path, object));
  }

  static async promoting(): Promise<Rollout> {
    const server = new Rollout();
    await server.record(recorded(1), recorded(2, null));
    const { metadata } = await raiseFence(server.cluster, 'shop', 'shop', 5);
    const owner = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: metadata?.name ?? '',
      uid: metadata?.uid ?? '',
    };
    const stamped = { annotations: { [annotationOf.token('shop')]: '5' }, uid: undefined as never };
    const live = (name: string, more: object = {}) =>
      server.put(
        pathOf(resources.deployment, 'shop', name),
        deployment({ metadata: { name, namespace: 'shop', ...stamped, ...more } }),
      );
    live('shop');
    const judged = { ...stamped.annotations, [labels.judged]: '2' };
    live('shop-canary', { ownerReferences: [owner], annotations: judged });
    server.enter({ token: 5, run: { run: 'run 5', actor: 'ann' } });
    return server;
  }

  /** Takes the mark from the canary that it was judged good. */
  unjudge(): void {
    const path = pathOf(resources.deployment, 'shop', nameOf.canary('shop'));
    const { metadata, ...rest } = this.objects.get(path) ?? {};
    const { [labels.judged]: _, ...annotations } = metadata?.annotations ?? {};
    this.put(path, { ...rest, metadata: { ...metadata, annotations } } as KubeObject);
  }

  /** A cluster in which release 2 is everywhere, and watched for that many milliseconds by a run that has ended. */
  static async watching(watch: number): Promise<Rollout> {
    const server = await Rollout.promoting();
    const strategy = { ...progressive.strategy, watch } as never;
    const within = { ...config, environments: { production: { ...progressive, strategy } } };
    server.delete(pathOf(resources.configMap, 'shop', nameOf.record('shop', 2)));
    const image = `ghcr.io/acme/shop@sha256:${'2'.repeat(64)}`;
    await server.record(recorded(2, null, { config: within, images: { shop: image } }));
    const path = pathOf(resources.deployment, 'shop', 'shop');
    const annotations = { [annotationOf.token('shop')]: '5', [labels.release]: '2' };
    const metadata = { ...server.objects.get(path)?.metadata, annotations };
    server.put(path, deployment({ metadata, spec: { template: template(image) } }));
    server.enter({ phase: 'watching' });
    return server;
  }

  /** Ends what a dead run left, by a run with token 6, judged by this. */
  async swept(
    watcher: Watcher | undefined,
    report: (line: string) => void = () => {},
  ): Promise<End | undefined> {
    const origin = { run: 'run 6', actor: 'cron' };
    const request = { config, environment: progressive, origin, wait: 0, env: {}, report };
    const lease = { token: 6, assertHeld: async () => {}, release: async () => {} };
    const { journal } = this;
    if (journal === undefined) throw new Error('nothing is under way');
    return (await sweepRollout(this.cluster, request, lease, journal, async () => watcher))?.end;
  }

  /** The Lease as the run with that token has it. */
  lease(token: number): void {
    const metadata = { name: nameOf.application('shop'), annotations: { [labels.token]: String(token) } };
    this.put(pathOf(resources.lease, 'shop', metadata.name), { kind: 'Lease', metadata });
  }

  loseJournal(): void {
    this.delete(journalPath);
  }

  async record(...releases: Release[]): Promise<void> {
    const records = new Records(this.cluster, 'shop', 'shop');
    for (const { record, outcome } of releases) {
      await records.create(record.release, () => record);
      if (outcome !== undefined) await records.conclude({ ...outcome, token: record.token });
    }
  }

  /** The journal with this change. */
  enter(change: Partial<Journal>): void {
    const begun: Partial<Journal> = {
      schema: 1,
      app: 'shop',
      environment: 'production',
      strategy: 'canary',
      phase: 'promoting',
      step: 0,
      weight: 100,
      baseline: 1 as ReleaseNumber,
      candidate: 2 as ReleaseNumber,
      capacity: 3,
      startedAt: this.now,
      since: this.now,
      deadline: this.now + 600_000,
      applied: true,
    };
    this.put(journalPath, {
      kind: 'ConfigMap',
      metadata: { name: nameOf.application('shop') },
      data: { journal: JSON.stringify({ ...begun, ...this.journal, ...change }) },
    } as ConfigMap);
  }

  get journal(): Journal | undefined {
    const text = (this.objects.get(journalPath) as ConfigMap | undefined)?.data?.journal;
    return text === undefined ? undefined : (JSON.parse(text) as Journal);
  }
}

/** What a controller does at once where nothing is left to do for it. */
function observe(server: FakeApiServer, path: string, object: KubeObject | undefined): void {
  const { generation } = object?.metadata ?? {};
  const status = object?.status as { observedGeneration?: number } | undefined;
  if (status?.observedGeneration === undefined || status.observedGeneration === generation) return;
  server.put(path, { ...object, status: { ...status, observedGeneration: generation } }, 'controller');
}
