import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from './api.ts';
import { credentialsOf, issueCertificate } from './credentials.ts';
import { ADDRESS, type Lab } from './lab.ts';
import { alive, ensure, listens, type Part } from './process.ts';
import { applyAll, namespaceOf, outsideService, type Placed } from './registration.ts';
import type { Keys } from './sigv4.ts';

/** Two object stores, each a process with a folder of its own: one near the cluster, one far from it. */
export type Store = 'near' | 'far';
export const STORES = ['near', 'far'] as const satisfies readonly Store[];

const NAMESPACE = 's3';
const PORTS: Readonly<Record<Store, number>> = { near: 9001, far: 9002 };
/** The only one that versitygw has without being told. */
export const REGION = 'us-east-1';

/** As pods call it, by a name and at the usual port: pgBackRest checks the name, and knows no addresses in certificates. */
export function storeHost(store: Store): string {
  return `${store}.${NAMESPACE}.svc.cluster.local`;
}

/** As whoever runs in the lab's network calls it. */
export function storeUrl(store: Store): string {
  return `https://${ADDRESS}:${PORTS[store]}`;
}

/** Objects, their older versions, and accounts. */
export function storeFolder(lab: Lab, store: Store): string {
  return join(lab.dir, 's3', store);
}

export function s3(lab: Lab, store: Store): Part {
  const { pki } = credentialsOf(lab);
  const folder = (name: string) => join(storeFolder(lab, store), name);
  return {
    name: `s3-${store}`,
    where: 'lab',
    command: [
      // The keys of its administrator are nothing for a list of processes.
      ...['sh', '-ec', '. "$0"; exec "$@"', folder('root')],
      ...['versitygw', '--quiet', '--port', `${ADDRESS}:${PORTS[store]}`],
      ...['--cert', pki('s3.crt'), '--key', pki('s3.key'), '--region', REGION],
      // An account is used in the moment in which it is made.
      ...['--iam-dir', folder('accounts'), '--iam-cache-disable'],
      ...['posix', '--versioning-dir', folder('versions'), folder('objects')],
    ],
  };
}

/** Starts a store, or starts it again after stopStore or wipeStore. */
export async function startStore(lab: Lab, store: Store): Promise<void> {
  await issueCertificate(lab, 's3', [
    ...STORES.map(each => `DNS:${storeHost(each)}`),
    ...['DNS:localhost', `IP:${ADDRESS}`],
  ]);
  const folder = storeFolder(lab, store);
  for (const name of ['objects', 'versions', 'accounts'])
    mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
  if (!existsSync(join(folder, 'root'))) {
    const keys = `export ROOT_ACCESS_KEY=lab ROOT_SECRET_KEY=${randomBytes(20).toString('hex')}\n`;
    writeFileSync(join(folder, 'root'), keys, { mode: 0o600 });
  }
  await ensure(lab, s3(lab, store));
  await listens(lab, `s3-${store}`, PORTS[store]);
}

/** Ends a store at once; what it holds stays. */
export async function stopStore(lab: Lab, store: Store): Promise<void> {
  const running = alive(lab, `s3-${store}`);
  if (running) process.kill(running.pid, 'SIGKILL');
  while (alive(lab, `s3-${store}`)) await sleep(5);
}

/** Loses a store with all that it holds, buckets and accounts too, as when its provider closes the account. */
export async function wipeStore(lab: Lab, store: Store): Promise<void> {
  await stopStore(lab, store);
  rmSync(storeFolder(lab, store), { recursive: true, force: true });
}

/** Of a store's administrator. */
export function rootKeys(lab: Lab, store: Store): Keys {
  const text = readFileSync(join(storeFolder(lab, store), 'root'), 'utf8');
  const [, access = '', secret = ''] = /ROOT_ACCESS_KEY=(\S+) ROOT_SECRET_KEY=(\S+)/.exec(text) ?? [];
  return { access, secret };
}

/** A Service for each store, which is beside the cluster and not in it. */
export function storeObjects(): Placed[] {
  return [
    namespaceOf(NAMESPACE),
    ...STORES.flatMap(store => outsideService(NAMESPACE, store, 443, PORTS[store])),
  ];
}

export async function startStores(lab: Lab, api: Api): Promise<void> {
  // Both have the same certificate, which one of them makes.
  for (const store of STORES) await startStore(lab, store);
  await applyAll(api, storeObjects());
}

/** The folders in which a store keeps a bucket: its objects, and their older versions. */
export function bucketFolders(lab: Lab, store: Store, bucket: string): string[] {
  const folder = storeFolder(lab, store);
  return readdirSync(folder)
    .map(name => join(folder, name, bucket))
    .filter(existsSync);
}
