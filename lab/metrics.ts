import { readFileSync } from 'node:fs';
import { type Api, isTrue } from './api.ts';
import type { Credentials } from './credentials.ts';
import { ADDRESS, type Lab } from './lab.ts';
import { ensure, listens, type Part, requireAlive } from './process.ts';
import { until } from './progress.ts';
import {
  applyAll,
  clusterRole,
  namespacedRole,
  outsideService,
  type Placed,
  READ,
  rights,
} from './registration.ts';

const PORT = 4443;
const API_SERVICE = '/apis/apiregistration.k8s.io/v1/apiservices/v1beta1.metrics.k8s.io';

/** metrics-server, for `kubectl top` and autoscalers. */
export function metricsServer({ kubeconfig, pki }: Credentials): Part {
  const file = kubeconfig('metrics');
  return {
    name: 'metrics-server',
    where: 'lab',
    command: [
      'metrics-server',
      `--kubeconfig=${file}`,
      `--authentication-kubeconfig=${file}`,
      `--authorization-kubeconfig=${file}`,
      `--bind-address=${ADDRESS}`,
      `--secure-port=${PORT}`,
      `--tls-cert-file=${pki('metrics-server.crt')}`,
      `--tls-private-key-file=${pki('metrics-server.key')}`,
      '--kubelet-preferred-address-types=InternalIP',
      '--kubelet-use-node-status-port',
      // Kubelets have self-signed certificates, and the lab's network is isolated.
      '--kubelet-insecure-tls',
      // The minimum. It must be longer than the timeout of requests to kubelets.
      '--metric-resolution=10s',
      '--kubelet-request-timeout=5s',
    ],
  };
}

/** @param ca the certificate of the lab's authority. */
export function metricsObjects(ca: Buffer): Placed[] {
  const [namespace, name] = ['kube-system', 'metrics-server'];
  const [group, version] = ['metrics.k8s.io', 'v1beta1'];
  return [
    ...rights('metrics', [
      { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
      { apiGroups: [''], resources: ['pods', 'nodes'], verbs: READ },
    ]),
    clusterRole('metrics', 'system:auth-delegator'),
    namespacedRole('metrics', namespace, 'extension-apiserver-authentication-reader'),
    ...outsideService(namespace, name, 443, PORT),
    [
      API_SERVICE,
      {
        apiVersion: 'apiregistration.k8s.io/v1',
        kind: 'APIService',
        metadata: { name: `${version}.${group}` },
        spec: {
          service: { name, namespace },
          ...{ group, version },
          caBundle: ca.toString('base64'),
          groupPriorityMinimum: 100,
          versionPriority: 100,
        },
      },
    ],
  ];
}

export async function startMetrics(lab: Lab, api: Api, credentials: Credentials): Promise<void> {
  const objects = metricsObjects(readFileSync(credentials.ca));
  // The APIService is applied last: the API server checks a new one at once, and if it fails, not again for a while.
  await applyAll(api, objects.slice(0, -1));
  await ensure(lab, metricsServer(credentials));
  await listens(lab, 'metrics-server', PORT);
  await applyAll(api, objects.slice(-1));
  await until('the metrics API is available', async () => {
    requireAlive(lab, 'metrics-server');
    return hasMetrics(api);
  });
}

export async function hasMetrics(api: Api): Promise<boolean> {
  return isTrue(await api.get(API_SERVICE), 'Available');
}
