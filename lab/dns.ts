import type { Api } from './api.ts';
import type { Credentials } from './credentials.ts';
import { ADDRESS, type Lab } from './lab.ts';
import { ensure, listens, type Part } from './process.ts';
import { applyAll, type Placed, READ, rights } from './registration.ts';

/** Cluster DNS, the program lab/tools/dns. The kubelets configure its address in pods. */
export function dns({ kubeconfig }: Credentials): Part {
  return { name: 'dns', where: 'lab', command: ['dns', kubeconfig('dns'), `${ADDRESS}:53`] };
}

export function dnsObjects(): Placed[] {
  return rights('dns', [
    { apiGroups: [''], resources: ['services'], verbs: READ },
    { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: READ },
  ]);
}

export async function startDns(lab: Lab, api: Api, credentials: Credentials): Promise<void> {
  await applyAll(api, dnsObjects());
  await ensure(lab, dns(credentials));
  await listens(lab, 'dns', 53);
}
