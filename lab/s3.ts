import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from './api.ts';
import { credentialsOf, issueCertificate } from './credentials.ts';
import { ADDRESS, type Lab } from './lab.ts';
import { ensure, kill, listens, type Part } from './process.ts';
import { applyAll, namespaceOf, outsideService, type Placed } from './registration.ts';
import type { Keys } from './sigv4.ts';

/** Two object stores, each a process with its own folder, in the roles of a near and a far store. */
export type Store = 'near' | 'far';
export const STORES = ['near', 'far'] as const satisfies readonly Store[];

const NAMESPACE = 's3';
const PORTS: Readonly<Record<Store, number>> = { near: 9001, far: 9002 };
/** Default region of versitygw. */
export const REGION = 'us-east-1';

/** Returns the host name for pods. pgBackRest verifies the name in the certificate, and does not support addresses there. */
export function storeHost(store: Store): string {
  return `${store}.${NAMESPACE}.svc.cluster.local`;
}

/** Returns the URL for programs in the lab's network. */
export function storeUrl(store: Store): string {
  return `https://${ADDRESS}:${PORTS[store]}`;
}

/** Returns the folder of a store, with its objects, their older versions, and accounts. */
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
      // The administrator's keys must not appear in the process list.
      ...['sh', '-ec', '. "$0"; exec "$@"', folder('root')],
      ...['versitygw', '--quiet', '--port', `${ADDRESS}:${PORTS[store]}`],
      ...['--cert', pki('s3.crt'), '--key', pki('s3.key'), '--region', REGION],
      // Without a cache, because accounts are used immediately after they are created.
      ...['--iam-dir', folder('accounts'), '--iam-cache-disable'],
      ...['posix', '--versioning-dir', folder('versions'), folder('objects')],
    ],
  };
}

/** Starts a store, or restarts it after stopStore or wipeStore. */
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

/** Kills a store. Its data remains. */
export function stopStore(lab: Lab, store: Store): Promise<void> {
  return kill(lab, `s3-${store}`);
}

/** Kills a store and deletes all its data, buckets and accounts, as if the provider had closed the account. */
export async function wipeStore(lab: Lab, store: Store): Promise<void> {
  await stopStore(lab, store);
  rmSync(storeFolder(lab, store), { recursive: true, force: true });
}

/** Returns the keys of a store's administrator. */
export function rootKeys(lab: Lab, store: Store): Keys {
  const text = readFileSync(join(storeFolder(lab, store), 'root'), 'utf8');
  const [, access = '', secret = ''] = /ROOT_ACCESS_KEY=(\S+) ROOT_SECRET_KEY=(\S+)/.exec(text) ?? [];
  return { access, secret };
}

/** Returns a Service for each store, because the stores run outside of the cluster. */
export function storeObjects(): Placed[] {
  return [
    namespaceOf(NAMESPACE),
    ...STORES.flatMap(store => outsideService(NAMESPACE, store, 443, PORTS[store])),
  ];
}

export async function startStores(lab: Lab, api: Api): Promise<void> {
  // One after the other, because the first one creates the certificate of both.
  for (const store of STORES) await startStore(lab, store);
  await applyAll(api, storeObjects());
}

/** Returns the folders of a bucket: its objects, and their older versions. */
export function bucketFolders(lab: Lab, store: Store, bucket: string): string[] {
  const folder = storeFolder(lab, store);
  return readdirSync(folder)
    .map(name => join(folder, name, bucket))
    .filter(existsSync);
}
