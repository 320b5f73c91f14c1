import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../src/toolkit/errors.ts';
import { credentialsOf } from './credentials.ts';
import { type Lab, labOf, NODES, type NodePlan } from './lab.ts';
import { processIn } from './lock.ts';
import { startNode } from './node.ts';
import { alive, pidFile, run } from './process.ts';
import { until } from './progress.ts';

/**
 * Simulates a power failure of a zone: kills its node's kubelet, containerd and all containers at once, without graceful termination.
 * The API server notices when the node's Lease expires (40 s).
 */
export async function zoneOff({ name, zone }: { name: string; zone: string }): Promise<void> {
  const { lab, node } = zoneOf(name, zone);
  const init = processIn(pidFile(lab, `${node.name}.init`));
  if (init) process.kill(init.pid, 'SIGKILL');
  while (
    alive(lab, node.name) ||
    alive(lab, `${node.name}.kubelet`) ||
    alive(lab, `${node.name}.containerd`)
  ) {
    await sleep(5);
  }
}

/** Boots the zone's node again; the kubelet restarts its pods. */
export async function zoneOn({ name, zone }: { name: string; zone: string }): Promise<void> {
  const { lab, node } = zoneOf(name, zone);
  const boot = () => startNode(lab, node, credentialsOf(lab), join(lab.bin, 'pause'));
  await boot();
  // The kubelet exits if containerd is still loading its old containers. It is restarted, as systemd would.
  const health = ['ss', '-Hltn', `src = ${node.address}:10248`];
  await until(
    `the kubelet of ${node.name} runs`,
    async () => {
      if (!alive(lab, `${node.name}.kubelet`)) await boot();
      return (await run(lab, 'lab', health)) !== '';
    },
    { within: 30_000, every: 200 },
  );
}

function zoneOf(name: string, zone: string): { lab: Lab; node: NodePlan } {
  const node = NODES.find(each => each.zone === zone);
  if (!node)
    throw new UserError(`the zone ${zone} does not exist`, `use ${NODES.map(each => each.zone).join(', ')}`);
  return { lab: labOf(name), node };
}
