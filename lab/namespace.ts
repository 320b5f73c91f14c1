import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cgroupsOf, createCgroups, removeCgroups } from './cgroup.ts';
import { ADDRESS, isSimulated, type Lab, NODES, PRIVATE_TO_NODES } from './lab.ts';
import { processIn } from './lock.ts';
import { alive, capture, ensure, type Part, pidFile, run } from './process.ts';
import { until } from './progress.ts';

/** Creates the lab's network, a bridge with the address of every node, and its cgroups. */
export async function createNamespace(lab: Lab): Promise<void> {
  const nodes = isSimulated(lab) ? [] : NODES;
  createCgroups(
    lab.id,
    nodes.map(node => node.name),
  );
  if (!existsSync(lab.netns)) await capture('ip', ['netns', 'add', lab.id], {});
  await run(lab, 'lab', ['sh', '-ec', networkScript(readFileSync('/etc/resolv.conf', 'utf8'))]);
  if (nodes.length > 0) await run(lab, 'lab', ['nft', '-f', '-'], hairpinRules());
}

/**
 * Returns nftables rules that masquerade connections of a pod to itself through its Service. kube-proxy does so only for pods of its own
 * node, and the lab has one kube-proxy for all three nodes.
 */
export function hairpinRules(): string {
  const pods = NODES.flatMap(({ pods }) => {
    const network = pods.replace(/\.0\/24$/, '');
    return Array.from({ length: 253 }, (_, i) => `${network}.${i + 2}`);
  });
  const table = 'table ip slipway-lab';
  return `${table}
delete ${table}
${table} {
  set self { type ipv4_addr . ipv4_addr; elements = { ${pods.map(pod => `${pod} . ${pod}`).join(', ')} } }
  chain postrouting {
    type nat hook postrouting priority srcnat - 1
    ct status dnat ip saddr . ip daddr @self masquerade
  }
}
`;
}

/**
 * Returns the script that creates the network. It is idempotent, because an `up` may have died before it finished.
 * @param resolver content of /etc/resolv.conf. The machine's name servers are unreachable in the lab, and an unreachable route makes
 *   queries to them fail at once instead of after 12 s.
 */
export function networkScript(resolver: string): string {
  return [
    'ip link set lo up',
    'ip link show br-lab >/dev/null 2>&1 || ip link add br-lab type bridge',
    ...[ADDRESS, ...NODES.map(node => node.address)].map(
      address => `ip addr replace ${address}/24 dev br-lab`,
    ),
    'ip link set br-lab up',
    // Service addresses also need a default route.
    `ip route replace default via ${ADDRESS} dev br-lab`,
    ...[...resolver.matchAll(/^nameserver\s+(?!127\.)([\d.]+)\s*$/gm)].map(
      ([, server]) => `ip route replace unreachable ${server}`,
    ),
    'echo 1 > /proc/sys/net/ipv4/ip_forward',
  ].join('\n');
}

/**
 * A node is a mount namespace and a PID namespace. So files with fixed paths (shim sockets, CNI results, device plugins, links to logs)
 * are separate for each node, and killing its PID 1 kills everything on it at once, like a power failure.
 */
export function nodeHolder(lab: Lab, node: string, pause: string): Part {
  const script = [
    'read -r pid a b c d e f g h i j k l m n o p q r s t start rest < /proc/self/stat',
    'echo "$pid $start" > "$0"',
    'mount -t proc proc /proc',
    // Otherwise the mounts of this node would keep the network namespaces of other labs alive.
    'umount -R -l /run/netns 2>/dev/null || true',
    ...PRIVATE_TO_NODES.map(path => `mount -t tmpfs -o mode=755 node ${path}`),
    'mkdir -p /run/netns /run/lock /var/lib/kubelet',
    'mount --make-rshared /',
    'echo ready >> "$0"',
    'exec "$1"',
  ].join('\n');
  return {
    name: node,
    where: 'lab',
    command: [
      ...['unshare', '--mount', '--pid', '--fork', '--kill-child', '--propagation', 'private', '--'],
      ...['sh', '-ec', script, pidFile(lab, `${node}.init`), pause],
    ],
  };
}

/** Starts a node unless it runs. Returns whether it had to. */
export async function powerOn(lab: Lab, node: string, pause: string): Promise<boolean> {
  if (!alive(lab, node)) await emptyGroups(lab, node);
  const started = await ensure(lab, nodeHolder(lab, node, pause));
  const init = pidFile(lab, `${node}.init`);
  await until(`${node} powers on`, async () => processIn(init) && isReady(init), { within: 5_000, every: 5 });
  return started;
}

/** Removes the cgroups of the node's previous pods, because the kubelet would wait 3 s for each of them. */
async function emptyGroups(lab: Lab, node: string): Promise<void> {
  const left = () => cgroupsOf(join(lab.id, node)).filter(group => !group.endsWith(`/${lab.id}/${node}`));
  await until(
    `the cgroups of ${node} are empty`,
    async () => {
      removeCgroups(left());
      return left().length === 0;
    },
    { within: 10_000, every: 20 },
  );
}

function isReady(init: string): boolean {
  return readFileSync(init, 'utf8').includes('ready');
}
