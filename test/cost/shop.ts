import { type Manifest, parseManifests } from '../../src/cluster/manifests.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { parseConfig } from '../../src/config/contents.ts';
import { type CostRequest, type CostResult, reportCosts } from '../../src/cost/cost.ts';
import { labels } from '../../src/workloads/naming.ts';
import { deployment, template } from '../release/objects.ts';
import { Rollout, recorded } from '../release/promoting.ts';

/** A shop with three workloads, and a Prometheus that has recorded five hundred minutes of each in steps of five. */

const container = (requests: string, more = '') =>
  `{name: app, image: shop${more}, resources: {requests: ${requests}}}`;

export const manifestsText = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: shop}
spec:
  replicas: 4
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop}}
    spec:
      containers: [${container('{cpu: 500m, memory: 1Gi}', ', env: [{name: DB_POOL, value: "5"}]')}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: worker}
spec:
  selector: {matchLabels: {app: worker}}
  template:
    metadata: {labels: {app: worker}}
    spec:
      containers: [${container('{cpu: 250m, memory: 512Mi}')}]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: worker}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: worker}
  minReplicas: 2
  maxReplicas: 6
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  replicas: 2
  serviceName: db
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec:
      containers: [${container("{cpu: '1', memory: 2Gi}")}]
  volumeClaimTemplates: [{metadata: {name: data}, spec: {resources: {requests: {storage: 10Gi}}}}]
`;

export const shopManifests = (text = manifestsText): Manifest[] => parseManifests(text, 'deploy/shop.yaml');

export const prices = {
  'core-hour': 0.03,
  'gib-hour': 0.004,
  'storage-gib-month': 0.1,
  'runner-minute': 0.006,
};

/** What all pods of a workload use in a step: cores, GiB, pods. */
export type Load = (step: number) => readonly [cores: number, gib: number, pods: number] | undefined;

export const loads: Record<string, Load> = {
  // From 0.01 to 1 core, of which 0.95 is the 95th percentile.
  shop: step => [(step + 1) / 100, 1, 4],
  worker: () => [0.75, 1, 4],
  db: () => [0.5, 2, 2],
};

export const steps = 100;
const five = 300_000;

/** A cluster with this Prometheus, in which release 2 went live in the middle of the recorded time. */
export class CostCluster extends Rollout {
  loads = { ...loads };
  connections: number | undefined = 100;
  /** Per second. */
  requests = 0;
  broken: string | undefined;
  asked: string[] = [];

  static async open(): Promise<CostCluster> {
    const server = new CostCluster();
    server.answerBehind(
      /\/services\/prometheus:9090\/proxy\/api\/v1\/query$/,
      ({ query: { query = '' } }) => {
        server.asked.push(query);
        return server.#answer(query);
      },
    );
    return server;
  }

  /** Records release 1 with other manifests, then release 2, in the middle of the recorded time. */
  async released(before: readonly Manifest[], after: readonly Manifest[]): Promise<void> {
    const objects = (list: readonly Manifest[]) => list.map(({ object }) => object as never);
    const end = this.now;
    this.now = end - 80 * five;
    await this.record(recorded(1, {}, { manifests: objects(before) }));
    this.now = end - 50 * five;
    await this.record(recorded(2, { at: new Date(this.now).toISOString() }, { manifests: objects(after) }));
    const metadata = {
      name: 'shop',
      namespace: 'shop',
      annotations: { [labels.release]: '2' },
      uid: undefined as never,
    };
    this.put(
      pathOf(resources.deployment, 'shop', 'shop'),
      deployment({ metadata, spec: { template: template() } }),
    );
    this.lease(5);
    this.now = end;
  }

  #answer(query: string): string {
    if (this.broken !== undefined) return JSON.stringify({ status: 'error', error: this.broken });
    const answer = (resultType: string, result: unknown) =>
      JSON.stringify({ status: 'success', data: { resultType, result } });
    const now = this.now / 1000;
    if (query === 'time()') return answer('scalar', [now, String(now)]);
    if (query.includes('pg_settings_max_connections'))
      return answer(
        'vector',
        this.connections === undefined ? [] : [{ metric: {}, value: [now, String(this.connections)] }],
      );
    const name =
      Object.keys(this.loads).find(
        each => query.includes(`pod=~"${each}(`) || query.includes(`pod=~"${each}-`),
      ) ?? '';
    const part = query.includes('cpu_usage') ? 0 : query.startsWith('(count') ? 2 : 1;
    const values = Array.from({ length: steps }, (_, step) => {
      const value = query.includes('http_requests') ? this.requests : this.loads[name]?.(step)?.[part];
      return value === undefined ? [] : [[now - (steps - 1 - step) * 300, String(value)]];
    }).flat();
    return answer('matrix', values.length === 0 ? [] : [{ metric: {}, values }]);
  }
}

type CostChanges = Partial<Omit<CostRequest, 'environment'>> & { text?: string; environment?: object };

/** Reports the costs of the shop with these settings of `cost`. */
export function costs(
  server: CostCluster,
  cost: object = {},
  { text = manifestsText, environment = {}, ...more }: CostChanges = {},
): Promise<CostResult> {
  const config = parseConfig(
    JSON.stringify({
      app: 'shop',
      images: { shop: { repository: 'ghcr.io/acme/shop' } },
      environments: {
        production: {
          ...{ namespace: 'shop', manifests: ['deploy/'], workload: 'Deployment/shop', service: 'shop' },
          monitoring: { prometheus: { service: 'monitoring/prometheus:9090' } },
          cost: { currency: 'EUR', prices, window: '1d', ...cost },
          ...environment,
        },
      },
    }),
    'slipway.yml',
  );
  return reportCosts(server.cluster, {
    ...{ config, environmentName: 'production', environment: config.environments.production! },
    ...{ manifests: shopManifests(text), env: {}, report: () => {} },
    runs: { status: 'not-applicable', what: 'no run' },
    backups: { status: 'not-applicable', what: 'no backups' },
    ...more,
  });
}

/** The statuses of a rule. */
export const of = ({ assessments }: CostResult, rule: string) =>
  assessments.filter(each => each.rule === rule);
