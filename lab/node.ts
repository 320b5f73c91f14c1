import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { nodeGroup } from './cgroup.ts';
import type { Credentials } from './credentials.ts';
import { ADDRESS, type Lab, type NodePlan, PAUSE_IMAGE, REGISTRY } from './lab.ts';
import { powerOn } from './namespace.ts';
import { alive, ensure, type Part, requireAlive } from './process.ts';
import { until } from './progress.ts';

/** In the node's own /run, which is empty after a restart of the node, as after a boot. */
export const CONTAINERD_SOCKET = '/run/containerd/containerd.sock';

export async function startNode(
  lab: Lab,
  node: NodePlan,
  credentials: Credentials,
  pause: string,
): Promise<void> {
  const dir = join(lab.dir, node.name);
  mkdirSync(join(dir, 'cni'), { recursive: true });
  writeFileSync(join(dir, 'containerd.toml'), containerdConfig(dir));
  writeFileSync(join(dir, 'cni', '10-lab.conflist'), cniConfig(lab, node));
  writeFileSync(join(dir, 'kubelet.yaml'), kubeletConfig(lab, node, credentials.ca));
  await powerOn(lab, node.name, pause);
  await ensure(lab, containerd(lab, node));
  await containerdAnswers(lab, node);
  await ensure(lab, kubelet(lab, node, credentials));
}

/** Waits for containerd, because the kubelet exits if it is not ready, and on a busy machine it starts slowly. */
async function containerdAnswers(lab: Lab, { name }: NodePlan): Promise<void> {
  const what = `${name}.containerd`;
  await until(`${what} accepts connections`, async () => {
    requireAlive(lab, what);
    const init = alive(lab, `${name}.init`);
    return init !== null && accepts(`/proc/${init.pid}/root${CONTAINERD_SOCKET}`);
  });
}

const accepts = (socket: string) =>
  new Promise<boolean>(resolve => {
    const asked = connect(socket);
    asked.once('error', () => resolve(false));
    asked.once('connect', () => {
      asked.destroy();
      resolve(true);
    });
  });

export function containerd(lab: Lab, node: NodePlan): Part {
  return {
    name: `${node.name}.containerd`,
    where: { node: node.name },
    command: ['containerd', '--config', join(lab.dir, node.name, 'containerd.toml')],
  };
}

export function kubelet(lab: Lab, node: NodePlan, credentials: Credentials): Part {
  const dir = join(lab.dir, node.name);
  return {
    name: `${node.name}.kubelet`,
    where: { node: node.name },
    command: [
      'kubelet',
      `--config=${join(dir, 'kubelet.yaml')}`,
      `--kubeconfig=${credentials.kubeconfig(node.name)}`,
      `--root-dir=${join(dir, 'kubelet')}`,
      `--cert-dir=${join(dir, 'kubelet', 'pki')}`,
      `--hostname-override=${node.name}`,
      `--node-ip=${node.address}`,
      `--node-labels=topology.kubernetes.io/zone=${node.zone},topology.kubernetes.io/region=lab`,
    ],
  };
}

export function containerdConfig(dir: string): string {
  return `version = 2
root = "${dir}/containerd"
state = "/run/containerd"
[grpc]
  address = "${CONTAINERD_SOCKET}"
[plugins."io.containerd.internal.v1.opt"]
  path = "${dir}/opt"
[plugins."io.containerd.grpc.v1.cri"]
  # Without CAP_SYS_RESOURCE a sandbox cannot lower its OOM score, and would fail to start.
  restrict_oom_score_adj = true
  sandbox_image = "${PAUSE_IMAGE}"
  max_concurrent_downloads = 4
  [plugins."io.containerd.grpc.v1.cri".containerd]
    snapshotter = "overlayfs"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
      runtime_type = "io.containerd.runc.v2"
      [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
        SystemdCgroup = false
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "${dir}/cni"
  [plugins."io.containerd.grpc.v1.cri".registry.mirrors."${REGISTRY}"]
    endpoint = ["http://${REGISTRY}"]
`;
}

/** Returns the CNI configuration: ptp instead of bridge, so that packets between pods of a node are routed and can use Services. */
export function cniConfig(lab: Lab, node: NodePlan): string {
  return JSON.stringify({
    cniVersion: '0.4.0',
    name: lab.id,
    plugins: [
      {
        type: 'ptp',
        ipMasq: false,
        ipam: {
          type: 'host-local',
          dataDir: join(lab.dir, node.name, 'ipam'),
          ranges: [[{ subnet: node.pods }]],
          routes: [{ dst: '0.0.0.0/0' }],
        },
      },
    ],
  });
}

/** Returns the kubelet's configuration. Pods use only cluster DNS, because the machine's name servers are unreachable from the lab. */
export function kubeletConfig(lab: Lab, node: NodePlan, ca: string): string {
  const dir = join(lab.dir, node.name);
  return `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: ${node.address}
port: 10250
healthzBindAddress: ${node.address}
healthzPort: 10248
authentication: {anonymous: {enabled: false}, webhook: {enabled: true}, x509: {clientCAFile: ${ca}}}
authorization: {mode: Webhook}
containerRuntimeEndpoint: unix://${CONTAINERD_SOCKET}
podLogsDir: ${dir}/pods
volumePluginDir: ${dir}/volume-plugins
failCgroupV1: false
cgroupDriver: cgroupfs
cgroupRoot: ${nodeGroup(lab.id, node.name)}
cgroupsPerQOS: true
enforceNodeAllocatable: []
clusterDNS: [${ADDRESS}]
clusterDomain: cluster.local
resolvConf: ""
failSwapOn: false
makeIPTablesUtilChains: false
serializeImagePulls: false
registryPullQPS: 0
evictionHard: {memory.available: 100Mi}
imageGCHighThresholdPercent: 100
`;
}
