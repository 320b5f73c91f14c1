import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { KubeObject } from '../../src/cluster/objects.ts';
import { faultsIn, type Health, type PodKind, podTemplate } from './pods.ts';

/** Number of pods of the application, which its autoscaler keeps. */
export const replicas = 3;
export const workerName = 'shop-worker';
export const workerReplicas = 2;

export interface Version {
  /** Tag of its image, which is also in its configuration. */
  tag: string;
  health: Health;
}

export interface Shape {
  namespace: string;
  /** Registry of its images. */
  registry: string;
  /** The strategy in slipway.yml. */
  strategy: Record<string, object>;
  gate?: Record<string, unknown>;
  route: boolean;
  /** The kind of its workload; default: Deployment. */
  kind?: 'StatefulSet';
  /** Uses the strategy Recreate: its pods end before new ones start. */
  recreate?: true;
  /** With a worker in addition to its workload. */
  worker?: true;
  /** Another environment accepts only images that were verified in this one. */
  required?: true;
  pods: PodKind;
  /** Deadline of versions that become ready, as in slipway.yml. */
  deadline: string;
}

/** Writes a checkout of the application at a version: slipway.yml and deploy/. */
export async function checkOut(folder: string, shape: Shape, version: Version): Promise<void> {
  await rm(join(folder, 'deploy'), { recursive: true, force: true });
  await mkdir(join(folder, 'deploy'), { recursive: true });
  const { strategy, deadline } = shape;
  const patient = version.health === 'unready' ? strategy : withDeadline(strategy, deadline);
  await writeFile(join(folder, 'slipway.yml'), stringify(configuration({ ...shape, strategy: patient })));
  const text = manifests(shape, version).map(each => stringify(each));
  await writeFile(join(folder, 'deploy', 'all.yaml'), text.join('---\n'));
}

/** Sets a long deadline. Only versions that never become ready have a short one, so that a slow machine fails no others. */
function withDeadline(strategy: Shape['strategy'], deadline: string): Shape['strategy'] {
  return Object.fromEntries(Object.entries(strategy).map(([kind, how]) => [kind, { ...how, deadline }]));
}

export function configuration(shape: Shape): object {
  const { registry, namespace, strategy, gate, route, worker, kind, required } = shape;
  const production = {
    namespace,
    manifests: ['deploy/'],
    workload: `${kind ?? 'Deployment'}/shop`,
    ...(worker ? { workers: [`Deployment/${workerName}`] } : {}),
    service: 'shop',
    ...(route ? { route: 'HTTPRoute/shop' } : {}),
    strategy,
    ...(gate === undefined ? {} : { gate }),
  };
  const later = { ...production, namespace: `${namespace}-later`, requires: { environment: 'production' } };
  return {
    app: 'shop',
    images: { shop: { repository: `${registry}/shop` } },
    environments: { production, ...(required ? { later } : {}) },
  };
}

export function manifests(shape: Shape, { tag, health }: Version): KubeObject[] {
  const { namespace, registry, route, worker, pods } = shape;
  const kind: string = shape.kind ?? 'Deployment';
  const labels = { app: 'shop' };
  const metadata = { name: 'shop', namespace, labels };
  const objects: KubeObject[] = [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
      data: { GREETING: tag, ...faultsIn(pods, health) },
    },
    { apiVersion: 'v1', kind: 'Secret', metadata, type: 'Opaque', stringData: { 'api-key': tag } },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
    },
    {
      apiVersion: 'apps/v1',
      kind,
      metadata,
      spec: {
        replicas,
        selector: { matchLabels: labels },
        ...(kind === 'StatefulSet'
          ? { serviceName: 'shop' }
          : {
              strategy: shape.recreate
                ? { type: 'Recreate' }
                : { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: replicas } },
            }),
        template: podTemplate(pods, { image: `${registry}/shop`, labels, configuration: 'shop', health }),
      },
    },
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      spec: { minAvailable: replicas - 1, selector: { matchLabels: labels } },
    },
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata,
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind, name: 'shop' },
        minReplicas: replicas - 1,
        maxReplicas: 10,
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'AverageValue', averageValue: '250m' } },
          },
        ],
      },
    },
  ].map(object => object as unknown as KubeObject);
  return [
    ...objects,
    ...(route ? [httpRoute(namespace)] : []),
    ...(worker ? [workerDeployment(namespace, registry)] : []),
  ];
}

function workerDeployment(namespace: string, registry: string): KubeObject {
  const labels = { app: workerName };
  const container = {
    name: 'worker',
    image: `${registry}/shop`,
    envFrom: [{ configMapRef: { name: 'shop' } }],
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: workerName, namespace, labels },
    spec: {
      replicas: workerReplicas,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [container] } },
    },
  } as unknown as KubeObject;
}

/** Returns a route with two rules. The engine must change only the backends of the first one. */
function httpRoute(namespace: string): KubeObject {
  const backendRefs = [{ name: 'shop', port: 80 }];
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'shop', namespace, labels: { app: 'shop' } },
    spec: {
      parentRefs: [{ name: 'lab', namespace: 'gateway' }],
      hostnames: [`${namespace}.example`],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/api' } }],
          filters: [
            {
              type: 'ResponseHeaderModifier',
              responseHeaderModifier: { set: [{ name: 'X-Api', value: '1' }] },
            },
          ],
          backendRefs,
        },
        { matches: [{ path: { type: 'PathPrefix', value: '/' } }], backendRefs },
      ],
    },
  } as unknown as KubeObject;
}
