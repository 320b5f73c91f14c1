import type { KubeObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { strategySchema } from '../../src/config/progressive.ts';
import type { Environment } from '../../src/config/types.ts';
import type { GateRunner, RunEnd } from '../../src/release/rollout/context.ts';
import { endDeadRollout } from '../../src/release/rollout/run.ts';
import { createFence } from '../../src/release/store/fencing.ts';
import { type Release, ReleaseStore } from '../../src/release/store/releases.ts';
import type { RolloutState } from '../../src/release/store/schema.ts';
import { annotationOf } from '../../src/traffic/fencing-token.ts';
import { labels, nameOf, type ReleaseNumber } from '../../src/workloads/naming.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { putLease } from './leases.ts';
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

/** A release to another environment in the same namespace, with another workload. */
export const recordedElsewhere = (number: number): Release => {
  const staging = { ...progressive, workload: { kind: 'Deployment' as const, name: 'shop-staging' } };
  const environments = { production: progressive, staging };
  return recorded(number, {}, { environment: 'staging', config: { ...config, environments } });
};

const leasePath = pathOf(resources.lease, 'shop', nameOf.application('shop'));

/** A cluster in which release 2 is promoted by a run that has ended, with token 5: its canary has the traffic. */
export class Rollout extends FakeApiServer {
  constructor() {
    super();
    this.controllers.push((path, object) => observe(this, path, object));
  }

  static async promoting(): Promise<Rollout> {
    const server = new Rollout();
    await server.record(recorded(1), recorded(2, null));
    const { metadata } = await createFence(server.cluster, 'shop', { app: 'shop', token: 5 });
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
    live('shop-canary', { ownerReferences: [owner] });
    server.enter({ token: 5, run: { run: 'run 5', actor: 'ann' } });
    return server;
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
    gate: GateRunner | undefined,
    report: (line: string) => void = () => {},
  ): Promise<RunEnd | undefined> {
    const origin = { run: 'run 6', actor: 'cron' };
    const request = { config, environment: progressive, origin, wait: 0, env: {}, report };
    const lease = { token: 6, assertHeld: async () => {}, release: async () => {} };
    const { rollout } = this;
    if (rollout === undefined) throw new Error('nothing is under way');
    this.lease(6);
    return (
      await endDeadRollout(this.cluster, request, lease, rollout, {
        command: 'sweep',
        startGate: async () => gate,
      })
    )?.end;
  }

  /** The run with that token has the Lease. */
  lease(token: number): void {
    putLease(this, { annotations: { [labels.token]: String(token) } });
  }

  loseJournal(): void {
    this.delete(leasePath);
  }

  async record(...releases: Release[]): Promise<void> {
    const records = new ReleaseStore(this.cluster, 'shop', 'shop');
    putLease(this);
    for (const { record, outcome } of releases) {
      await records.create(record.release, () => record);
      if (outcome !== undefined)
        await records.conclude({ ...outcome, token: record.token }, { holds: false });
    }
  }

  /** The journal with this change. */
  enter(change: Partial<RolloutState>): void {
    const begun: Partial<RolloutState> = {
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
    const rollout = { ...begun, ...this.rollout, ...change };
    const annotations = { [labels.state]: JSON.stringify(rollout) };
    putLease(this, { token: rollout.token ?? 0, annotations });
  }

  get rollout(): RolloutState | undefined {
    const text = this.objects.get(leasePath)?.metadata?.annotations?.[labels.state];
    return text === undefined ? undefined : (JSON.parse(text) as RolloutState);
  }
}

/** What a controller does at once where nothing is left to do for it. */
function observe(server: FakeApiServer, path: string, object: KubeObject | undefined): void {
  const { generation } = object?.metadata ?? {};
  const status = object?.status as { observedGeneration?: number } | undefined;
  if (status?.observedGeneration === undefined || status.observedGeneration === generation) return;
  server.put(path, { ...object, status: { ...status, observedGeneration: generation } }, 'controller');
}
