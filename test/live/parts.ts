import { setTimeout as sleep } from 'node:timers/promises';
import { acceptsConnections, envoy } from '../../lab/contour.ts';
import { apiServer, controllerManager, scheduler, startApiServer } from '../../lab/control-plane.ts';
import { credentialsOf } from '../../lab/credentials.ts';
import { zoneOff, zoneOn } from '../../lab/faults.ts';
import { labOf } from '../../lab/lab.ts';
import { alive, ensure } from '../../lab/process.ts';
import { prometheus } from '../../lab/prometheus.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import { eventually } from '../e2e/harness.ts';
import { prometheusProxy } from '../prometheus.ts';

/** Kills and restarts parts of the lab, without graceful termination. */

const lab = labOf(process.env.SLIPWAY_LAB ?? '');
const credentials = credentialsOf(lab);
const parts = {
  'api server': apiServer(lab, credentials),
  prometheus: prometheus(lab),
  gateway: envoy(lab),
};
/**
 * Killed together with the API server, as elected leaders exit after 10 s without a renewal of their Lease. The lab's controllers run
 * without an election, and would otherwise mark all nodes as dead when the API server returns, because they got no heartbeats.
 */
const leaders = [controllerManager(credentials), scheduler(credentials)];

type PartName = keyof typeof parts;

export async function end(name: PartName): Promise<void> {
  const ended = [parts[name], ...(name === 'api server' ? leaders : [])];
  for (const part of ended) {
    const pid = alive(lab, part.name)?.pid;
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  }
  await eventually(async () => ended.every(part => alive(lab, part.name) === null));
}

export async function begin(name: PartName, cluster: Cluster): Promise<void> {
  if (name === 'api server') await startApiServer(lab, credentials);
  else await ensure(lab, parts[name]);
  const answers = (path: string) =>
    cluster.call('GET', path).then(
      () => true,
      () => false,
    );
  const works = {
    'api server': () => answers('/readyz'),
    prometheus: () => answers(`${prometheusProxy}/-/ready`),
    gateway: () => acceptsConnections(lab),
  }[name];
  await eventually(works);
  if (name === 'api server') await Promise.all(leaders.map(part => ensure(lab, part)));
}

/** Kills a part for some milliseconds and runs `meanwhile`. Restarts it even if that fails. */
export async function without(
  name: PartName,
  cluster: Cluster,
  ms: number,
  meanwhile: () => Promise<void> = async () => {},
): Promise<void> {
  await end(name);
  try {
    await Promise.all([sleep(ms), meanwhile()]);
  } finally {
    await begin(name, cluster);
  }
}

/** Runs `meanwhile` during a power failure of a zone. */
export async function withoutZone(zone: string, meanwhile: () => Promise<void>): Promise<void> {
  await zoneOff({ name: lab.name, zone });
  try {
    await meanwhile();
  } finally {
    await zoneOn({ name: lab.name, zone });
  }
}
