import type { KubeObject, Node, Pod } from '../../../src/cluster/objects.ts';
import type { Cluster } from '../../../src/cluster/port.ts';
import {
  applicationSystem,
  type DisruptedTarget,
  requireBreakable,
} from '../../../src/recovery/drill/application-system.ts';
import { drillDisruption } from '../../../src/recovery/drill/disruption.ts';
import { cleanUpDrills } from '../../../src/recovery/drill/leftovers.ts';
import type { DrillLoadPlan } from '../../../src/recovery/drill/load.ts';
import { reportOf } from '../../../src/recovery/drill-report.ts';
import { scenarioOf } from '../../../src/recovery/scenario.ts';
import type { ProgramOutput } from '../../../src/toolkit/program.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { drillOf, pace } from './fake-system.ts';

/** An application of three pods in three zones, whose controllers and kubelets answer at once. */

export const nodes = ['node-a', 'node-b', 'node-c', 'node-d'];
const zones = ['a', 'b', 'c', 'a'];
export const load: DrillLoadPlan = {
  ...{ url: new URL('http://shop.test'), path: '/', rate: 200, requests: 2000, time: 20_000 },
  ...{ failed: 0, patience: 1000 },
};

export interface WorldOptions {
  /** Restarts of a killed container; 2 and more: a crash loop. */
  restarts?: number;
  /** How many requests fail after a pod has gone. */
  lost?: number;
  /** Whether lost pods are replaced. */
  replaces?: boolean;
  /** How many lost pods are replaced. */
  replacesAtMost?: number;
  /** How many evictions a PodDisruptionBudget allows. */
  budgetAfter?: number;
  /** How many pods there are. */
  pods?: 1 | 3;
  /** Whether the scheduler prefers the zone with the fewest pods. */
  spreads?: boolean;
  /** Answers of a PodDisruptionBudget before it allows an eviction. */
  budget?: number;
  /** How many evictions the API server answers with 503 before it is available. */
  unavailable?: number;
  kill?: (command: readonly string[]) => ProgramOutput | Error;
  pod?: (pod: Pod) => void;
}

export function world(options: WorldOptions = {}) {
  const {
    restarts = 1,
    lost = 0,
    replaces = true,
    replacesAtMost = 99,
    budgetAfter = 99,
    pods = 3,
  } = options;
  const api = new FakeApiServer();
  api.now = Date.parse('2026-11-26T12:00:00Z');
  for (const [index, name] of nodes.entries())
    api.put(`/api/v1/nodes/${name}`, {
      metadata: { labels: { 'topology.kubernetes.io/zone': zones[index] ?? '' } },
      status: {
        allocatable: { cpu: '4', memory: '8Gi', pods: '110' },
        conditions: [{ type: 'Ready', status: 'True' }],
      },
    });
  api.put('/apis/apps/v1/namespaces/shop/deployments/web', {
    metadata: { generation: 1 },
    spec: { replicas: pods, selector: { matchLabels: { app: 'web' } } },
    status: { observedGeneration: 1, replicas: pods, updatedReplicas: pods, availableReplicas: pods },
  });
  const ownedBy = (path: string) => [{ uid: api.objects.get(path)?.metadata?.uid ?? '' }] as never;
  const labels = { app: 'web' };
  api.put('/apis/apps/v1/namespaces/shop/replicasets/web-1', {
    metadata: { labels, ownerReferences: ownedBy('/apis/apps/v1/namespaces/shop/deployments/web') },
  });
  const ownerReferences = ownedBy('/apis/apps/v1/namespaces/shop/replicasets/web-1');
  let made = 0;
  let failing = 0;
  let budget = options.budget ?? 0;
  const isCordoned = (name: string) =>
    (api.find<Node>('nodes', name) as Node | undefined)?.spec?.unschedulable === true;
  const nodesOfPods = () =>
    api.names('pods').map(name => api.find<Pod & KubeObject>('pods', name)?.spec?.nodeName);
  const zoneOfNode = (name = '') => zones[nodes.indexOf(name)];
  const podsBeside = (name: string) =>
    nodesOfPods().filter(each => zoneOfNode(each) === zoneOfNode(name)).length;
  const start = (wanted?: string) => {
    const free = nodes.filter(name => !isCordoned(name));
    const [node] =
      wanted === undefined && options.spreads
        ? free.toSorted((a, b) => podsBeside(a) - podsBeside(b))
        : [wanted ?? free[0]];
    const name = `web-${made}`;
    made += 1;
    const pod = {
      metadata: { labels, ownerReferences },
      spec: {
        ...{ nodeName: node, restartPolicy: 'Always' },
        containers: [{ name: 'web', image: 'web', resources: { requests: { cpu: '1', memory: '1Gi' } } }],
      },
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'True' }],
        containerStatuses: [
          { name: 'web', image: 'web', imageID: 'web@sha256:1', restartCount: 0, ready: true },
        ],
      },
    } as unknown as Pod;
    options.pod?.(pod);
    api.put(`/api/v1/namespaces/shop/pods/${name}`, pod as KubeObject);
  };
  for (const node of ['node-a', 'node-b', 'node-c'].slice(0, pods)) start(node);
  let replaced = 0;
  let evictions = 0;
  let { unavailable = 0 } = options;
  api.controllers.push((path, object) => {
    if (object !== undefined || !path.includes('/pods/web-')) return;
    failing += lost;
    if (!replaces || replaced >= replacesAtMost) return;
    replaced += 1;
    start();
  });
  api.answerBehind(/\/eviction$/, call => {
    if (unavailable > 0) {
      unavailable -= 1;
      return { status: 503, body: '{}' };
    }
    if (budget > 0 || evictions >= budgetAfter) {
      budget -= 1;
      return { status: 429, body: '{}' };
    }
    evictions += 1;
    const path = call.path.replace(/\/eviction$/, '');
    api.delete(path);
    return { status: 201, body: '{}' };
  });
  const execIn = (target: { readonly pod: string }) => async (command: readonly string[]) => {
    const answer = options.kill?.(command) ?? { code: 0, stdout: '', stderr: '' };
    if (answer instanceof Error) throw answer;
    if (answer.code === 0)
      api.edit<Pod & KubeObject>(`/api/v1/namespaces/shop/pods/${target.pod}`, ({ status }) => {
        const [own] = status?.containerStatuses ?? [];
        if (own !== undefined) own.restartCount += restarts;
      });
    return answer;
  };
  const send = async () => {
    if (failing === 0) return undefined;
    failing -= 1;
    return '/ returned 503';
  };
  const cordoned = () => nodes.filter(isCordoned);
  const noted = () => JSON.stringify(api.find('leases', 'slipway.drill') ?? {}).includes('drill-broken');
  return { api, execIn, send, cordoned, noted, nodesOfPods };
}

export type World = ReturnType<typeof world>;

const scenarios = { container: 'container-kill', pod: 'pod-loss', zone: 'zone-drain' } as const;

/** Runs a drill as the action does. */
export async function drillIn(
  { api, execIn, send }: World,
  breaks: DisruptedTarget['breaks'],
  changes: Partial<Parameters<typeof drillOf>[0]> & { cluster?: Cluster; load?: DrillLoadPlan } = {},
) {
  const { cluster = api.cluster, load: plan = load, ...rest } = changes;
  const target = {
    ...{ namespace: 'shop', workload: { kind: 'Deployment', name: 'web' } as const, breaks, commands: {} },
    ...{ load: breaks === 'container' ? undefined : plan, deadline: 400 },
  };
  const from = performance.now();
  const system = applicationSystem(cluster, target, {
    ...{ runId: 'run-1', holder: 'ann in 7', pace, folder: '.', env: {}, report: () => undefined },
    ...{ execIn, send, now: () => Math.round(1_000_000 + performance.now() - from) },
  });
  const drill = drillOf({ scenario: scenarioOf(scenarios[breaks]), ...rest });
  await requireBreakable(cluster, target, drill.seed);
  return reportOf(await drillDisruption({ ...drill, load: target.load }, system));
}

/** What the next run or `sweep` does. */
export const sweepIn = ({ api }: World) =>
  cleanUpDrills(
    api.connect(),
    { namespace: 'shop', commands: {} },
    { runId: 'sweep-1', holder: 'ann in 8', folder: '.', env: {}, report: () => undefined },
  );

/** A connection of a process that is killed at a write: it takes effect or not, and nothing is sent after it. */
export function killedAt(
  cluster: Cluster,
  write: number,
  isWritten: boolean,
): Cluster & { writes(): number } {
  let count = 0;
  let dead = false;
  const writing =
    <Args extends unknown[], Result>(method: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (dead) throw new Error('killed');
      const reads = ['GET'].includes(String(args[0])) && method === (cluster.call as unknown);
      if (!reads) count += 1;
      dead = !reads && count === write;
      if (dead && !isWritten) throw new Error('killed');
      const result = await method(...args);
      if (dead) throw new Error('killed');
      return result;
    };
  const reading =
    <Args extends unknown[], Result>(method: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (dead) throw new Error('killed');
      return method(...args);
    };
  return {
    ...cluster,
    call: writing(cluster.call),
    create: writing(
      cluster.create as (path: string, object: unknown) => Promise<unknown>,
    ) as Cluster['create'],
    replace: writing(
      cluster.replace as (path: string, object: unknown) => Promise<unknown>,
    ) as Cluster['replace'],
    patch: writing(cluster.patch as Cluster['patch']) as Cluster['patch'],
    remove: writing(cluster.remove),
    fetch: writing(cluster.fetch),
    get: reading(cluster.get as (path: string) => Promise<unknown>) as Cluster['get'],
    list: reading(cluster.list as (path: string) => Promise<unknown>) as Cluster['list'],
    writes: () => count,
  };
}
