import { type Api, openApi } from './api.ts';
import { link, type Tools } from './build.ts';
import { contourGateway } from './contour.ts';
import { controllerManager, raiseApiServer, scheduler, untilReady } from './control-plane.ts';
import { createCredentials } from './credentials.ts';
import { applyDefinitions, isProgrammed } from './gateway.ts';
import { areReady, startKwok } from './kwok.ts';
import type { Lab, Say } from './lab.ts';
import { createNamespace } from './namespace.ts';
import { ensure } from './process.ts';
import { until } from './progress.ts';
import { hasPrometheus, startPrometheus } from './prometheus.ts';
import { applyAll } from './registration.ts';

export const SIMULATED_TOOLS = ['etcd', 'kubernetes', 'kubectl', 'prometheus', 'kwok'] as const;
export const SIMULATED_PROCESSES = [
  ...['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok', 'prometheus'],
];

/**
 * Starts a lab with a real control plane and simulated nodes. Pods are scheduled and garbage-collected as in any cluster, and kwok makes
 * them ready. No containers run and no requests are answered, so hundreds of releases take minutes.
 */
export async function raiseSimulation(lab: Lab, tools: Tools, say: Say): Promise<void> {
  const [credentials] = await Promise.all([createCredentials(lab), createNamespace(lab)]);
  await raiseApiServer(lab, tools, credentials);
  const api = openApi(lab, credentials.kubeconfig('admin'));
  try {
    await untilReady(lab, credentials, api, say);
    link(lab, 'kwok', await tools.path.kwok);
    link(lab, 'prometheus', await tools.path.prometheus);
    await Promise.all([
      ...[controllerManager(credentials), scheduler(credentials)].map(part => ensure(lab, part)),
      tools
        .gatewayApi()
        .then(directory => applyDefinitions(api, directory))
        .then(() => applyAll(api, contourGateway())),
    ]);
    await Promise.all([
      startKwok(lab, api, credentials).then(() => say('nodes ready')),
      startPrometheus(lab, api).then(() => say('Prometheus ready')),
    ]);
    await until('the gateway is programmed', () => isProgrammed(api, 'lab'));
  } finally {
    api.close();
  }
}

/** Whether the parts work; called only if all their processes run. */
export async function simulationWorks(api: Api): Promise<boolean> {
  const works = await Promise.all([areReady(api), isProgrammed(api, 'lab'), hasPrometheus(api)]);
  return works.every(Boolean);
}
