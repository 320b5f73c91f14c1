import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Api, isTrue } from './api.ts';
import type { Credentials } from './credentials.ts';
import { ADDRESS, type Lab, NODES } from './lab.ts';
import { ensure, type Part, requireAlive } from './process.ts';
import { until } from './progress.ts';
import { applyAll, type Placed } from './registration.ts';
import { MODULES } from './tools.ts';

/** Two in each zone, so that a Deployment that spreads over nodes still can after the loss of one. */
export const SIMULATED_NODES = NODES.flatMap(({ name, zone }) =>
  [1, 2].map(number => ({ name: `${name}-${number}`, zone })),
);

/** Simulates every kubelet, and the status that a gateway writes into routes; configured by lab/kwok/stages.yaml. */
export function kwok(lab: Lab, { kubeconfig }: Credentials): Part {
  return {
    name: 'kwok',
    where: 'lab',
    command: [
      'kwok',
      `--kubeconfig=${kubeconfig('admin')}`,
      `--config=${stages(lab)}`,
      '--manage-all-nodes=true',
      '--cidr=10.244.0.0/16',
      `--node-ip=${ADDRESS}`,
      '--node-lease-duration-seconds=40',
    ],
  };
}

/** Returns the path of a copy in the lab, because the checkout may change while the lab runs. */
function stages(lab: Lab): string {
  return join(lab.dir, 'stages.yaml');
}

export function nodeObjects(): Placed[] {
  return SIMULATED_NODES.map(({ name, zone }) => [
    `/api/v1/nodes/${name}`,
    {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name,
        labels: {
          'kubernetes.io/hostname': name,
          'kubernetes.io/os': 'linux',
          'kubernetes.io/arch': 'amd64',
          'topology.kubernetes.io/zone': zone,
          'topology.kubernetes.io/region': 'lab',
        },
      },
    },
  ]);
}

export async function startKwok(lab: Lab, api: Api, credentials: Credentials): Promise<void> {
  copyFileSync(join(MODULES.kwok, 'stages.yaml'), stages(lab));
  await applyAll(api, nodeObjects());
  await until('the CRDs are published', () => publishes(api, 'gateway.networking.k8s.io/v1'));
  await ensure(lab, kwok(lab, credentials));
  await until('the simulated nodes are ready', async () => {
    requireAlive(lab, 'kwok');
    return areReady(api);
  });
}

/** Whether the schema of an API group is published. kwok reads it only once, and crashes if it is missing, but it follows the CRD late. */
async function publishes(api: Api, group: string): Promise<boolean> {
  const { paths } = (await api.get('/openapi/v3')) as { paths: Record<string, unknown> };
  return paths[`apis/${group}`] !== undefined;
}

export async function areReady(api: Api): Promise<boolean> {
  const { items } = (await api.get('/api/v1/nodes')) as { items: { spec: { taints?: unknown[] } }[] };
  // The taint of a new node is removed shortly after it is ready; until then no pod is scheduled there.
  const open = items.filter(node => isTrue(node, 'Ready') && node.spec.taints === undefined);
  return open.length === SIMULATED_NODES.length;
}
