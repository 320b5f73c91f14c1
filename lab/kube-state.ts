/**
 * The series of kube-state-metrics that Slipway's rules and dashboards use; the module proxy does not have kube-state-metrics itself.
 * Usage: node kube-state.ts ADDRESS PORT CA TOKEN: the last two are files.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { reader } from './reader.ts';

interface Metadata {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
}

export interface PodState {
  readonly metadata: Metadata;
  readonly spec: {
    readonly containers: readonly {
      readonly name: string;
      readonly resources?: { readonly limits?: Readonly<Record<string, string>> };
    }[];
  };
  readonly status?: {
    readonly phase?: string;
    readonly containerStatuses?: readonly {
      readonly name: string;
      readonly restartCount: number;
      readonly ready: boolean;
      readonly state?: { readonly waiting?: { readonly reason?: string } };
    }[];
  };
}

export interface DeploymentState {
  readonly metadata: Metadata & { readonly creationTimestamp: string };
  readonly spec: { readonly replicas: number };
}

export interface LeaseState {
  readonly metadata: Metadata;
  readonly spec?: { readonly renewTime?: string };
}

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number];

const PHASES = ['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'];

/** Returns the series of these objects in Prometheus' text format. Pure. */
export function kubeState(
  pods: readonly PodState[],
  deployments: readonly DeploymentState[],
  leases: readonly LeaseState[],
): string {
  const containers = pods.flatMap(({ metadata, status }) =>
    (status?.containerStatuses ?? []).map(container => ({
      labels: { ...podLabels(metadata), container: container.name },
      ...container,
    })),
  );
  return [
    family(
      'kube_pod_status_phase',
      'gauge',
      pods.flatMap(({ metadata, status }) =>
        PHASES.map((phase): Sample => [{ ...podLabels(metadata), phase }, Number(status?.phase === phase)]),
      ),
    ),
    family(
      'kube_pod_container_status_restarts_total',
      'counter',
      containers.map(({ labels, restartCount }): Sample => [labels, restartCount]),
    ),
    family(
      'kube_pod_container_status_ready',
      'gauge',
      containers.map(({ labels, ready }): Sample => [labels, Number(ready)]),
    ),
    family(
      'kube_pod_container_status_waiting_reason',
      'gauge',
      containers.flatMap(({ labels, state: { waiting: { reason } = {} } = {} }): Sample[] =>
        reason === undefined ? [] : [[{ ...labels, reason }, 1]],
      ),
    ),
    family(
      'kube_pod_container_resource_limits',
      'gauge',
      pods.flatMap(({ metadata, spec }) =>
        spec.containers.flatMap(({ name, resources }) =>
          Object.entries(resources?.limits ?? {}).flatMap(([resource, quantity]): Sample[] => {
            const unit = { cpu: 'core', memory: 'byte' }[resource];
            const labels = { ...podLabels(metadata), container: name, resource };
            return unit === undefined ? [] : [[{ ...labels, unit }, numberOf(quantity)]];
          }),
        ),
      ),
    ),
    family(
      'kube_deployment_created',
      'gauge',
      deployments.map(
        ({ metadata: { namespace, name, creationTimestamp } }): Sample => [
          { namespace, deployment: name },
          Date.parse(creationTimestamp) / 1_000,
        ],
      ),
    ),
    family(
      'kube_deployment_spec_replicas',
      'gauge',
      deployments.map(
        ({ metadata: { namespace, name }, spec }): Sample => [{ namespace, deployment: name }, spec.replicas],
      ),
    ),
    family(
      'kube_lease_renew_time',
      'gauge',
      leases.flatMap(({ metadata, spec }): Sample[] => {
        const renewed = Date.parse(spec?.renewTime ?? '') / 1_000;
        const { name, namespace } = metadata;
        return Number.isNaN(renewed) ? [] : [[{ namespace, lease: name }, renewed]];
      }),
    ),
  ].join('');
}

const podLabels = ({ namespace, name, uid }: Metadata): Labels => ({ namespace, pod: name, uid });

/** Returns the number of a Kubernetes quantity of CPU or memory, such as 500m or 128Mi. */
function numberOf(quantity: string): number {
  const [, number = '', suffix = ''] = /^([\d.]+)(\w*)$/.exec(quantity) ?? [];
  const units: Readonly<Record<string, number>> = {
    ...{ m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12 },
    ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 },
  };
  return Number(number) * (units[suffix] ?? 1);
}

function family(name: string, type: string, samples: readonly Sample[]): string {
  const lines = samples.map(([labels, value]) => {
    const text = Object.entries(labels).map(([label, of]) => `${label}=${JSON.stringify(of)}`);
    return `${name}{${text.join(',')}} ${value}\n`;
  });
  return `# TYPE ${name} ${type}\n${lines.join('')}`;
}

if (import.meta.main) {
  const [address, port, ca = '', token = ''] = process.argv.slice(2);
  const list = reader(readFileSync(ca), readFileSync(token, 'utf8'));
  createServer((_, response) => {
    Promise.all([
      list<PodState>('/api/v1/pods'),
      list<DeploymentState>('/apis/apps/v1/deployments'),
      list<LeaseState>('/apis/coordination.k8s.io/v1/leases'),
    ]).then(
      objects =>
        response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(kubeState(...objects)),
      // Prometheus then records `up` 0.
      (error: unknown) => response.writeHead(503).end(String(error)),
    );
  }).listen(Number(port), address);
}
