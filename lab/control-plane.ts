import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from './api.ts';
import { link, type Tools } from './build.ts';
import { type Credentials, FRONT_PROXY } from './credentials.ts';
import { ADDRESS, isSimulated, type Lab, PODS, type Say, SERVICES } from './lab.ts';
import { authenticationConfig, startIssuer } from './oidc.ts';
import { ensure, type Part, requireAlive } from './process.ts';
import { until } from './progress.ts';
import { CONTROL_PLANE } from './tools.ts';

const ETCD = 'http://127.0.0.1:2379';

/** Records all writes except the cluster's own heartbeats. Tests read the log to prove that a command has written nothing. */
export const AUDIT_POLICY = `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived]
rules:
  - {level: None, verbs: [get, list, watch]}
  - {level: None, resources: [{group: "", resources: [events]}, {group: events.k8s.io, resources: [events]}]}
  - {level: None, resources: [{group: authentication.k8s.io, resources: [tokenreviews, selfsubjectreviews]}]}
  - {level: None, resources: [{group: authorization.k8s.io}]}
  - {level: None, userGroups: ["system:nodes"], resources: [{group: coordination.k8s.io}, {group: "", resources: [nodes/status]}]}
  - {level: Metadata}
`;

export function etcd(lab: Lab): Part {
  return {
    name: 'etcd',
    where: 'lab',
    command: [
      'etcd',
      `--data-dir=${join(lab.dir, 'etcd')}`,
      `--listen-client-urls=${ETCD}`,
      `--advertise-client-urls=${ETCD}`,
      '--listen-peer-urls=http://127.0.0.1:2380',
      '--log-level=warn',
      // A lab is not kept after a power failure, so its data need not be durable.
      '--unsafe-no-fsync',
    ],
  };
}

export function auditLog(lab: Lab): string {
  return join(lab.dir, 'audit.log');
}

function encryption(lab: Lab): string {
  return join(lab.dir, 'encryption.yaml');
}

/** Secrets in etcd are encrypted, as in a cluster that meets the deployment guide. */
function encryptionConfig(key: Buffer): string {
  return `apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources: [secrets]
    providers:
      - secretbox: { keys: [{ name: lab, secret: "${key.toString('base64')}" }] }
      - identity: {}
`;
}

function auditPolicy(lab: Lab): string {
  return join(lab.dir, 'audit-policy.yaml');
}

function authentication(lab: Lab): string {
  return join(lab.dir, 'authentication.yaml');
}

export function apiServer(lab: Lab, { ca, tokens, pki }: Credentials): Part {
  return {
    name: 'kube-apiserver',
    where: 'lab',
    command: [
      'kube-apiserver',
      `--etcd-servers=${ETCD}`,
      `--advertise-address=${ADDRESS}`,
      '--secure-port=6443',
      `--tls-cert-file=${pki('apiserver.crt')}`,
      `--tls-private-key-file=${pki('apiserver.key')}`,
      `--client-ca-file=${ca}`,
      `--kubelet-client-certificate=${pki('kubelet-client.crt')}`,
      `--kubelet-client-key=${pki('kubelet-client.key')}`,
      '--kubelet-preferred-address-types=InternalIP',
      `--requestheader-client-ca-file=${ca}`,
      `--requestheader-allowed-names=${FRONT_PROXY}`,
      '--requestheader-username-headers=X-Remote-User',
      '--requestheader-group-headers=X-Remote-Group',
      '--requestheader-extra-headers-prefix=X-Remote-Extra-',
      `--proxy-client-cert-file=${pki('front-proxy.crt')}`,
      `--proxy-client-key-file=${pki('front-proxy.key')}`,
      `--token-auth-file=${tokens}`,
      ...(isSimulated(lab) ? [] : [`--authentication-config=${authentication(lab)}`]),
      '--authorization-mode=Node,RBAC',
      `--service-cluster-ip-range=${SERVICES}`,
      `--service-account-key-file=${pki('sa.pub')}`,
      `--service-account-signing-key-file=${pki('sa.key')}`,
      '--service-account-issuer=https://kubernetes.default.svc',
      '--allow-privileged=true',
      `--encryption-provider-config=${encryption(lab)}`,
      `--audit-policy-file=${auditPolicy(lab)}`,
      `--audit-log-path=${auditLog(lab)}`,
      // Tests read the log by offset, and by default it is rotated at 100 MB.
      '--audit-log-maxsize=10240',
      // A line is written before its response, because tests read it right after a request.
      '--audit-log-mode=blocking',
    ],
  };
}

export function controllerManager({ ca, kubeconfig, pki }: Credentials): Part {
  const file = kubeconfig('controller-manager');
  return {
    name: 'kube-controller-manager',
    where: 'lab',
    command: [
      'kube-controller-manager',
      ...delegated(file),
      `--service-account-private-key-file=${pki('sa.key')}`,
      `--root-ca-file=${ca}`,
      '--use-service-account-credentials=true',
      '--leader-elect=false',
      `--cluster-cidr=${PODS}`,
      '--bind-address=127.0.0.1',
      '--kube-api-qps=200',
      '--kube-api-burst=400',
      // The defaults are 15 s, 5 min and 30 s.
      '--horizontal-pod-autoscaler-sync-period=5s',
      '--horizontal-pod-autoscaler-cpu-initialization-period=30s',
      '--horizontal-pod-autoscaler-initial-readiness-delay=10s',
    ],
  };
}

export function scheduler({ kubeconfig }: Credentials): Part {
  return {
    name: 'kube-scheduler',
    where: 'lab',
    command: [
      'kube-scheduler',
      ...delegated(kubeconfig('scheduler')),
      '--leader-elect=false',
      '--bind-address=127.0.0.1',
      '--kube-api-qps=200',
      '--kube-api-burst=400',
    ],
  };
}

/** Returns one kube-proxy for all three nodes, because they share a network and therefore its rules. */
export function kubeProxy({ kubeconfig }: Credentials): Part {
  return {
    name: 'kube-proxy',
    where: 'lab',
    command: [
      'kube-proxy',
      `--kubeconfig=${kubeconfig('proxy')}`,
      '--hostname-override=node-a',
      `--cluster-cidr=${PODS}`,
      '--proxy-mode=nftables',
      '--nodeport-addresses=10.99.0.0/24',
      // Only the initial network namespace of a machine can set the size of the table.
      '--conntrack-max-per-core=0',
      '--conntrack-min=0',
    ],
  };
}

function delegated(file: string): string[] {
  return [
    `--kubeconfig=${file}`,
    `--authentication-kubeconfig=${file}`,
    `--authorization-kubeconfig=${file}`,
  ];
}

/** Waits until the API server is ready. */
export async function untilReady(lab: Lab, credentials: Credentials, api: Api, say: Say): Promise<void> {
  await until('the API server is ready', async () => {
    requireAlive(lab, apiServer(lab, credentials).name);
    return (await api.get('/readyz')) === 'ok';
  });
  say('API server ready');
}

export async function startApiServer(lab: Lab, credentials: Credentials): Promise<void> {
  writeFileSync(auditPolicy(lab), AUDIT_POLICY);
  // A lab that starts again still has the Secrets that this key opens.
  if (!existsSync(encryption(lab)))
    writeFileSync(encryption(lab), encryptionConfig(randomBytes(32)), { mode: 0o600 });
  if (!isSimulated(lab)) {
    writeFileSync(authentication(lab), authenticationConfig(readFileSync(credentials.ca, 'utf8')));
    await startIssuer(lab, credentials);
  }
  await ensure(lab, apiServer(lab, credentials));
}

/** Starts etcd and the API server, each as soon as it is built, and links kubectl, which `openApi` needs. */
export async function raiseApiServer(
  lab: Lab,
  { path }: Tools<'etcd' | 'kubernetes' | 'kubectl'>,
  credentials: Credentials,
): Promise<void> {
  link(lab, 'etcd', await path.etcd);
  await ensure(lab, etcd(lab));
  const kubernetes = await path.kubernetes;
  for (const component of CONTROL_PLANE) link(lab, component, kubernetes);
  await startApiServer(lab, credentials);
  link(lab, 'kubectl', await path.kubectl);
}
