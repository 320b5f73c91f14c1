import type { Api } from './api.ts';
import type { Credentials } from './credentials.ts';
import { ADDRESS, type Lab, PODS, type Say, SERVICES } from './lab.ts';
import { ensure, type Part, run } from './process.ts';
import { until } from './progress.ts';
import { applyAll, type Placed, READ, rights } from './registration.ts';

/** Enforces NetworkPolicies: the program lab/netpol with the firewall of kube-router, once for the network of all nodes. */
export function netpol({ kubeconfig }: Credentials): Part {
  const command = ['netpol', kubeconfig('netpol'), 'node-a', SERVICES, PODS, ADDRESS];
  return { name: 'netpol', where: 'lab', command };
}

export function netpolObjects(): Placed[] {
  return rights('netpol', [
    { apiGroups: [''], resources: ['pods', 'namespaces', 'nodes'], verbs: READ },
    { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: READ },
  ]);
}

/** Resolves when policies are enforced. */
export async function startNetpol(lab: Lab, api: Api, credentials: Credentials, say: Say): Promise<void> {
  await applyAll(api, netpolObjects());
  await until('NetworkPolicies are enforced', async () => {
    // It exits if the API server does not know its new role yet.
    await ensure(lab, netpol(credentials)).catch(() => undefined);
    return isEnforced(lab);
  });
  say('NetworkPolicies enforced');
}

/** Whether policies are enforced. These rules are the last that it writes after it has processed every pod. */
export async function isEnforced(lab: Lab): Promise<boolean> {
  const list = ['nft', 'list', 'table', 'ip', 'slipway-netpol'];
  const rules = await run(lab, 'lab', list).catch(() => '');
  return rules.includes('drop');
}
