import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bucket, createBucket } from '../../../lab/bucket.ts';
import { type Lab, labOf } from '../../../lab/lab.ts';
import { bucketFolders } from '../../../lab/s3.ts';
import { type Authority, authorityIn } from '../../certificates.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { script } from '../../database/drilling.ts';
import { allowLag, createOfflineKey, keepTokens } from '../../database/drills.ts';
import { labUid, startProduction, withProduction } from '../../database/production.ts';
import { loadShop } from '../../database/shop.ts';
import { eventually, kubectl, type Run, root, startSlipway } from '../harness.ts';
import { password as cosignPassword, keyPair } from '../signed.ts';
import type { AppDifference } from './app-seeds.ts';
import { copyGood } from './copy.ts';
import { type RunningFront, startFront } from './front.ts';
import { createIdentities, type Identities, password, sessionIn } from './identities.ts';
import { pinSources, redisImage } from './images.ts';
import { expectGood, production } from './releases.ts';
import { deployRedis, keepRecords, serveOverTls } from './stores.ts';
import type { Watching } from './watching.ts';

/** The good application on the lab, before its first release, and what a run needs around it. */

export interface Place {
  readonly lab: Lab;
  readonly namespace: string;
  /** Holds slipway.yml; commands run there. */
  readonly dir: string;
  /** Where commands leave their records. */
  readonly records: string;
  readonly database: Database;
  readonly identities: Identities;
  /** What every command gets in its environment. */
  readonly variables: Record<string, string>;
  /** Digests of the last build, as commands take them. */
  images: string;
  /** From the first release on. */
  watching: Watching | undefined;
  kubectl(args: string[], input?: string): Promise<string>;
  /** Runs a command of Slipway. @param env what it needs beside the credentials of all. */
  slipway(args: readonly string[], env?: Record<string, string>): Promise<Run>;
  /** Changes a file, relative to slipway.yml. @returns what puts it back. */
  edit(path: string, change: (text: string) => string): Promise<() => Promise<void>>;
  /** Gives the application or its entries a defect. @returns what takes it back. */
  differ(differs: AppDifference): Promise<() => Promise<void>>;
  /** Logs in, for the identity `web`. */
  login(): Promise<void>;
  remove(): Promise<void>;
}

/** The first is that of the name in slipway.yml, then one for each zone. */
const entries = ['10.99.0.1', '10.99.0.11', '10.99.0.12', '10.99.0.13'];

export async function createPlace(): Promise<Place> {
  const lab = labOf(process.env.SLIPWAY_LAB ?? '');
  const dir = await mkdtemp(join(tmpdir(), 'conformance-'));
  const [database, otherCluster] = await Promise.all([createDatabase('conformance'), startProduction()]);
  const { namespace, buckets } = database;
  const own = database.kubectl;
  await loadShop(database, 200);
  await keepRecords(database);
  await keepTokens(database);
  await allowLag(database);
  const drill = await createBucket(lab, 'near', `${namespace}-drill`);
  const recipient = await createOfflineKey(join(dir, 'offline.key'));
  await copyGood(join(import.meta.dirname, 'good'), join(root, 'examples/records'), dir, {
    namespace,
    architecture: process.arch === 'x64' ? 'amd64' : process.arch,
    buckets: { near: buckets.near.name, far: buckets.far.name, drill: drill.name },
    uids: { lab: await labUid(), production: otherCluster.uid },
    recipient,
    scripts: Object.fromEntries(
      ['power.ts', 'cutover.ts', 'switchover.ts'].map(name => [name, script(name)[1] ?? '']),
    ),
  });
  await Promise.all([pinSources(dir), redisImage()]);
  const authority = authorityIn(dir);
  const stored = await own(['get', 'secret', 'keys', '-o', 'jsonpath={.data.fernet}']);
  const identities = createIdentities(Date.now(), Buffer.from(stored, 'base64').toString());
  await serveOverTls(database, authority);
  await deployRedis(database, authority, dir, identities.storedToken);
  await createSecrets(own, identities, buckets.near);
  await kubectl(['label', 'namespace', namespace, 'slipway.dev/drill-live=true']);
  const cosign = await keyPair(dir, 'cosign');
  const kubeconfig = await withProduction(otherCluster, join(dir, 'kubeconfig'));
  const variables: Record<string, string> = {
    ...identities.variables,
    ...loginOf('NEAR', buckets.near),
    ...loginOf('FAR', buckets.far),
    ...loginOf('DRILL', drill),
    KUBECONFIG: kubeconfig,
    SHOP_CA: authority.certificate,
    NODE_EXTRA_CA_CERTS: process.env.SLIPWAY_CA ?? '',
    COSIGN_PRIVATE_KEY: cosign.secret,
    COSIGN_PASSWORD: cosignPassword,
    SLIPWAY_RECORDS: join(dir, 'reports'),
    BUILDX_BUILDER: process.env.BUILDX_BUILDER ?? '',
    BUILDX_CONFIG: process.env.BUILDX_CONFIG ?? '',
    // For the commands of drills.
    SLIPWAY_LAB: lab.name,
    SLIPWAY_LAB_DIR: process.env.SLIPWAY_LAB_DIR ?? '',
    // No release begins without a value; the first login gives a real one.
    WEB_SESSION: 'no-session-before-the-first-login',
  };
  const permissions = join(dir, 'rbac.yaml');
  let front = await startEntries(namespace, authority);
  const edit: Place['edit'] = async (path, change) => {
    const file = join(dir, path);
    const before = await readFile(file, 'utf8');
    const next = change(before);
    if (next === before) throw new Error(`nothing changes in ${path}`);
    await writeFile(file, next);
    return () => writeFile(file, before);
  };
  const place: Place = {
    ...{
      lab,
      namespace,
      dir,
      database,
      identities,
      variables,
      edit,
      kubectl: own,
      images: '',
      watching: undefined,
    },
    records: join(dir, 'reports'),
    slipway: (args, env) => startSlipway([...args], dir, { ...variables, ...env }).done,
    differ: async differs => {
      const { defects, down } = differs;
      if (defects !== undefined) {
        await withDefects(own, defects.join(','));
        return () => withDefects(own, '');
      }
      await front.close();
      front = await startEntries(namespace, authority, differs);
      if (down !== undefined) await front.stop(entries[down + 1] ?? '');
      return async () => {
        await front.close();
        front = await startEntries(namespace, authority);
      };
    },
    login: async () => {
      variables.WEB_SESSION = sessionIn(await cookieOf(authority.certificate));
    },
    remove: async () => {
      await place.watching?.stop();
      await front.close();
      await otherCluster.stop();
      await kubectl(['delete', '--filename', permissions, '--ignore-not-found']);
      await database.remove();
      for (const each of bucketFolders(lab, 'near', drill.name))
        await rm(each, { recursive: true, force: true });
      await rm(dir, { recursive: true, force: true });
    },
  };
  // As an administrator does once: the account of the releases, and that of the watchdog.
  expectGood(await place.slipway(['rbac', ...production, '--file', permissions]));
  await kubectl(['apply', '--filename', permissions]);
  return place;
}

const loginOf = (name: string, { access, secret }: Bucket) => ({
  [`${name}_ACCESS_KEY_ID`]: access,
  [`${name}_SECRET_ACCESS_KEY`]: secret,
});

async function createSecrets(
  own: Place['kubectl'],
  { entries: known, sessionKey }: Identities,
  near: Bucket,
): Promise<void> {
  const literals = (name: string, values: Record<string, string>) =>
    own([
      ...['create', 'secret', 'generic', name],
      ...Object.entries(values).map(([key, value]) => `--from-literal=${key}=${value}`),
    ]);
  await literals('access', { entries: JSON.stringify(known), session: sessionKey });
  await literals('storage', { id: near.access, key: near.secret });
}

function startEntries(
  namespace: string,
  authority: Authority,
  differs: Pick<AppDifference, 'certificate' | 'tls' | 'redirects'> = {},
): Promise<RunningFront> {
  const names = entries.map(each => `IP:${each}`);
  const { certificate: kind = 'good', tls, redirects } = differs;
  const issued = authority.issue(
    `front-${kind}`,
    kind === 'other' ? ['DNS:other.example'] : names,
    kind === 'short' ? 5 : 90,
  );
  return startFront({
    ...{ addresses: entries, port: 8443, plainPort: 8081, host: `${namespace}.example` },
    ...{ certificate: issued.certificate, key: issued.key },
    upstream: { host: entries[0] ?? '', port: 8000 },
    ...(tls === undefined ? {} : { tls }),
    ...(redirects === undefined ? {} : { redirects }),
  });
}

/** Logs in by the first entry. @returns the cookie that it sets. */
function cookieOf(ca: string): Promise<string> {
  const body = JSON.stringify({ user: 'probe', password });
  return new Promise((resolve, reject) => {
    const asked = request(`https://${entries[0]}:8443/api/login`, { method: 'POST', ca, agent: false });
    asked.on('error', reject);
    asked.on('response', answer => {
      answer.resume();
      resolve(answer.headers['set-cookie']?.[0] ?? '');
    });
    asked.end(body);
  });
}

/** A variable of the Deployment goes before that of the ConfigMap, of which a release has made a copy that nothing can change. */
async function withDefects(own: Place['kubectl'], defects: string): Promise<void> {
  await own(['set', 'env', 'deployment/shop', defects === '' ? 'DEFECTS-' : `DEFECTS=${defects}`]);
  await own(['rollout', 'status', 'deployment/shop', '--timeout=180s']);
  // Until they have ended, the Service may send requests to pods of before.
  const count = ['get', 'pods', '-l', 'app=shop', '-o', 'jsonpath={.items[*].metadata.name}'];
  const wanted = ['get', 'deployment', 'shop', '-o', 'jsonpath={.spec.replicas}'];
  await eventually(async () => (await own(count)).split(' ').length === Number(await own(wanted)), 60_000);
}
