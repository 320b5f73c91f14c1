import { type Api, isTrue, openApi } from './api.ts';
import { link, type Tools } from './build.ts';
import { controllerManager, kubeProxy, raiseApiServer, scheduler, untilReady } from './control-plane.ts';
import type { Credentials } from './credentials.ts';
import { startDns } from './dns.ts';
import { kubectlImage, pauseImage } from './images.ts';
import { type Lab, NODES, type Say } from './lab.ts';
import { startNode } from './node.ts';
import type { Site } from './parts.ts';
import { ensure, requireAlive } from './process.ts';
import { observed, until } from './progress.ts';
import { seed, startRegistry } from './registry.ts';
import { ON_NODES } from './tools.ts';

export const CLUSTER_TOOLS = ['pause', 'etcd', 'kubernetes', 'kubectl', 'dns'] as const;

type ClusterTools = Tools<(typeof CLUSTER_TOOLS)[number]>;

/** Starts etcd and the API server. Resolves when the API server is ready. */
export async function startControlPlane(
  lab: Lab,
  tools: ClusterTools,
  credentials: Credentials,
  say: Say,
): Promise<Api> {
  await raiseApiServer(lab, tools, credentials);
  const api = openApi(lab, credentials.kubeconfig('admin'));
  await untilReady(lab, credentials, api, say);
  return api;
}

/** Starts registry, controllers, nodes and cluster DNS. Resolves when pods can be scheduled. */
export async function raiseCluster({ lab, tools, credentials, api, say }: Site): Promise<void> {
  await raiseRegistry(lab, tools, say);
  const kubernetes = await tools.path.kubernetes;
  for (const component of ON_NODES) link(lab, component, kubernetes);
  const kubectl = observed(tools.path.kubectl.then(program => kubectlImage(program, say)));
  // Nodes start before the API server is ready: containerd does not need it, and a kubelet retries until it answers.
  const nodes = NODES.map(node =>
    observed(tools.path.pause.then(pause => startNode(lab, node, credentials, pause))),
  );
  const server = await api;
  const parts = [controllerManager(credentials), scheduler(credentials), kubeProxy(credentials)];
  await Promise.all([
    ...parts.map(part => ensure(lab, part)),
    ...nodes,
    kubectl.then(layout => seed(lab, layout, 'tools/kubectl', 'lab')),
    readyNodes(lab, server).then(() => say(`${NODES.length} nodes ready`)),
    raiseDns(lab, server, tools, credentials).then(() => say('cluster DNS ready')),
  ]);
}

/** Starts the registry with the pause image, which every pod needs. */
async function raiseRegistry(lab: Lab, tools: ClusterTools, say: Say): Promise<void> {
  const pause = await tools.path.pause;
  link(lab, 'pause', pause);
  seed(lab, pauseImage(pause), 'pause', 'lab');
  await startRegistry(lab);
  say('registry started');
}

async function raiseDns(lab: Lab, api: Api, tools: ClusterTools, credentials: Credentials): Promise<void> {
  link(lab, 'dns', await tools.path.dns);
  await startDns(lab, api, credentials);
}

/** Waits until all nodes are ready. Many labs exhaust the machine's inotify instances, so kubelets die; `requireAlive` reports that. */
async function readyNodes(lab: Lab, api: Api): Promise<void> {
  const ask = async () => {
    for (const { name } of NODES) requireAlive(lab, `${name}.kubelet`);
    return areReady(api);
  };
  await until('the nodes are ready', ask, { every: 100, within: 90_000 });
}

export async function areReady(api: Api): Promise<boolean> {
  const { items } = (await api.get('/api/v1/nodes')) as { items: unknown[] };
  return items.filter(node => isTrue(node, 'Ready')).length === NODES.length;
}
