import { existsSync } from 'node:fs';
import { isSimulated, type Lab, NODES } from './lab.ts';
import { alive, logFile } from './process.ts';
import { isForRecovery } from './recovery.ts';
import { STORES } from './s3.ts';

/** Every program of a lab, in the order of its start. */
export function partNames(lab: Lab): string[] {
  if (isSimulated(lab))
    return ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok', 'prometheus'];
  return [
    'registry',
    'etcd',
    'oidc',
    'buildkitd',
    'kube-apiserver',
    ...NODES.flatMap(({ name }) => [name, `${name}.containerd`, `${name}.kubelet`]),
    'kube-controller-manager',
    'kube-scheduler',
    'kube-proxy',
    'dns',
    'contour',
    'envoy',
    'traefik',
    'prometheus',
    'metrics-server',
    ...(isForRecovery(lab) ? [...STORES.map(store => `s3-${store}`), 'netpol'] : []),
  ];
}

/** A table of what runs, and whether all of it does. */
export function status(lab: Lab): { readonly text: string; readonly running: boolean } {
  if (!existsSync(lab.dir)) return { text: `the lab ${lab.name} is down`, running: false };
  const rows = partNames(lab).map(part => ({ part, pid: alive(lab, part)?.pid }));
  const lines = rows.map(
    ({ part, pid }) => `${part.padEnd(24)} ${String(pid ?? 'dead').padStart(8)}  ${logFile(lab, part)}`,
  );
  const running = rows.every(row => row.pid !== undefined);
  return { text: [`${'part'.padEnd(24)} ${'pid'.padStart(8)}  log`, ...lines].join('\n'), running };
}
