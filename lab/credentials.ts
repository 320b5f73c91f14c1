import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADDRESS, API_SERVER, type Lab, NODES } from './lab.ts';
import { run } from './process.ts';

/** The users of the API server. Kubernetes has built-in roles for those that start with `system:`. */
export const IDENTITIES: readonly {
  readonly file: string;
  readonly user: string;
  readonly groups: string;
}[] = [
  { file: 'admin', user: 'lab-admin', groups: 'system:masters' },
  { file: 'controller-manager', user: 'system:kube-controller-manager', groups: '' },
  { file: 'scheduler', user: 'system:kube-scheduler', groups: '' },
  { file: 'proxy', user: 'system:kube-proxy', groups: '' },
  ...['gateway', 'traefik', 'dns', 'prometheus', 'metrics', 'netpol'].map(file => ({
    file,
    user: `lab-${file}`,
    groups: '',
  })),
  ...NODES.map(({ name }) => ({ file: name, user: `system:node:${name}`, groups: 'system:nodes' })),
];

/** Client name of the API server when it calls aggregated API servers. */
export const FRONT_PROXY = 'front-proxy';

export interface Credentials {
  readonly ca: string;
  readonly tokens: string;
  readonly kubeconfig: (identity: string) => string;
  readonly token: (identity: string) => string;
  readonly pki: (file: string) => string;
}

export function credentialsOf(lab: Lab): Credentials {
  const pki = (file: string) => join(lab.dir, 'pki', file);
  return {
    ca: pki('ca.crt'),
    tokens: pki('tokens.csv'),
    kubeconfig: identity => join(lab.dir, `${identity}.kubeconfig`),
    token: identity => readFileSync(pki(`${identity}.token`), 'utf8'),
    pki,
  };
}

/** Creates a certificate authority, the API server's certificates, the key of ServiceAccounts, and a token for each user. */
export async function createCredentials(lab: Lab): Promise<Credentials> {
  const credentials = credentialsOf(lab);
  const done = credentials.pki('done');
  if (existsSync(done)) return credentials;
  rmSync(join(lab.dir, 'pki'), { recursive: true, force: true });
  mkdirSync(join(lab.dir, 'pki'), { recursive: true, mode: 0o700 });
  await run(lab, 'outside', ['sh', '-ec', certificateScript(join(lab.dir, 'pki'))]);
  const ca = readFileSync(credentials.ca).toString('base64');
  const lines = IDENTITIES.map(({ file, user, groups }) => {
    const token = randomBytes(16).toString('hex');
    writeFileSync(credentials.pki(`${file}.token`), token, { mode: 0o600 });
    writeFileSync(credentials.kubeconfig(file), kubeconfig(ca, token), { mode: 0o600 });
    return `${token},${user},${user},"${groups}"`;
  });
  writeFileSync(credentials.tokens, `${lines.join('\n')}\n`, { mode: 0o600 });
  writeFileSync(done, '');
  return credentials;
}

/** Issues a certificate of the lab's authority for an optional server, unless it exists. */
export async function issueCertificate(lab: Lab, name: string, names: readonly string[]): Promise<void> {
  const { pki } = credentialsOf(lab);
  if (existsSync(pki(`${name}.crt`))) return;
  const script = [
    `cd ${pki('')}`,
    'umask 077',
    sign(name, `/CN=${name}`, `subjectAltName=${names.join(',')}`),
  ];
  await run(lab, 'outside', ['sh', '-ec', script.join('\n')]);
}

export function certificateScript(directory: string): string {
  const names = ['DNS:localhost', 'DNS:kubernetes', 'DNS:kubernetes.default', 'DNS:kubernetes.default.svc'];
  const addresses = ['127.0.0.1', ADDRESS, '10.96.0.1'].map(address => `IP:${address}`);
  return [
    `cd ${directory}`,
    'umask 077',
    key('ca'),
    'openssl req -x509 -new -key ca.key -subj /CN=lab-ca -days 365 -out ca.crt',
    sign('apiserver', '/CN=kube-apiserver', `subjectAltName=${[...names, ...addresses].join(',')}`),
    // The API server's client certificate for kubelets: exec, logs and port-forward.
    sign('kubelet-client', '/O=system:masters/CN=kube-apiserver', 'extendedKeyUsage=clientAuth'),
    sign('front-proxy', `/CN=${FRONT_PROXY}`, 'extendedKeyUsage=clientAuth'),
    sign('metrics-server', '/CN=metrics-server', 'subjectAltName=DNS:metrics-server.kube-system.svc'),
    'openssl genrsa -out sa.key 2048 2>/dev/null',
    'openssl rsa -in sa.key -pubout -out sa.pub 2>/dev/null',
  ].join('\n');
}

export function kubeconfig(ca: string, token: string): string {
  return `apiVersion: v1
kind: Config
clusters: [{name: lab, cluster: {server: "${API_SERVER}", certificate-authority-data: ${ca}}}]
users: [{name: lab, user: {token: "${token}"}}]
contexts: [{name: lab, context: {cluster: lab, user: lab}}]
current-context: lab
`;
}

const key = (name: string) => `openssl ecparam -name prime256v1 -genkey -noout -out ${name}.key`;

/** The certificate is written last, so if it exists, the other files do, too. */
const sign = (name: string, subject: string, extensions: string) =>
  [
    key(name),
    `openssl req -new -key ${name}.key -subj "${subject}" -out ${name}.csr`,
    `printf '%s\\n' ${extensions} > ${name}.ext`,
    `openssl x509 -req -in ${name}.csr -CA ca.crt -CAkey ca.key -set_serial 0x$(openssl rand -hex 8) -days 365 -extfile ${name}.ext -out ${name}.crt 2>/dev/null`,
  ].join('\n');
