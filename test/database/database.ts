import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Bucket, createBucket } from '../../lab/bucket.ts';
import { credentialsOf } from '../../lab/credentials.ts';
import { POSTGRES_ID } from '../../lab/database-image.ts';
import { labOf, NODES } from '../../lab/lab.ts';
import { bucketFolders } from '../../lab/s3.ts';
import { eventually, kubectl } from '../e2e/harness.ts';
import { type Member, membersOf, primaryOf, setSynchronous, untilWhole } from './members.ts';
import { disks, type Manifest, objects, sidePod } from './objects.ts';
import { type Passphrases, patroniConfig, pgbackrestConfig, STANZA, type Synchronous } from './settings.ts';
import { createRoles } from './shop.ts';

/** PostgreSQL as users run it: three members in three zones, Patroni over them, pgBackRest to two repositories. */

const lab = labOf(process.env.SLIPWAY_LAB ?? '');

/** What `pgbackrest info` says, as far as it is read here. */
export interface Info {
  status: { code: number; message: string };
  backup: {
    label: string;
    type: 'full' | 'diff' | 'incr';
    database: { 'repo-key': number };
    error: boolean;
  }[];
  archive: { id: string; min: string | null; max: string | null; database: { 'repo-key': number } }[];
}

/** 1 is near, 2 is far. */
export type Repository = 1 | 2;

export interface Database {
  namespace: string;
  image: string;
  buckets: { near: Bucket; far: Bucket };
  passphrases: Passphrases;
  members(): Promise<Member[]>;
  /** The pod that says itself that it is the primary, as load balancers ask. */
  primary(): Promise<string>;
  nodeOf(pod: string): Promise<string>;
  /** Rows, their columns by tabs. @param pod default: the primary. */
  sql(statement: string, pod?: string, database?: string): Promise<string[]>;
  exec(pod: string, command: string[], input?: string): Promise<string>;
  /** Runs where the database is, as backups do; in the primary unless another pod is given. */
  pgbackrest(args: string[], pod?: string): Promise<string>;
  /** @param repository alone; without it, one out of reach makes it slow. */
  info(repository?: Repository): Promise<Info>;
  /** The newest WAL segment in a repository; the other one is not asked. */
  archived(repository: Repository): Promise<string>;
  /** Resolves when commits are acknowledged that way. */
  synchronous(mode: Synchronous): Promise<void>;
  /** Resolves when every member runs and standbys stream. */
  whole(ms?: number): Promise<Member[]>;
  /** A pod of the same image with the repositories' configuration and no data. @param node default: any. */
  sidePod(name: string, node?: string): Promise<void>;
  kubectl(args: string[], input?: string): Promise<string>;
  /** Empties the disk of a node, as when its zone burns down; its pod must not run. */
  loseDisk(node: string): void;
  remove(): Promise<void>;
}

/**
 * @param name of the test file; the namespace is `e2e-<name>-<random>`.
 * @throws Error when the lab was not brought up for recovery.
 */
export async function createDatabase(name: string, mode: Synchronous = 'sync'): Promise<Database> {
  const image = process.env.SLIPWAY_DATABASE_IMAGE;
  if (image === undefined)
    throw new Error(`this lab has no database: run scripts/lab up --with recovery --name ${lab.name}`);
  const namespace = `e2e-${name}-${randomBytes(2).toString('hex')}`;
  const [near, far] = await Promise.all([
    createBucket(lab, 'near', namespace),
    createBucket(lab, 'far', namespace),
  ]);
  const random = () => randomBytes(24).toString('hex');
  const passphrases = { near: random(), far: random() };
  const passwords = { postgres: random(), replicator: random(), shop: random() };
  const database = handle(namespace, image, { near, far }, passphrases);
  for (const node of NODES) makeDisk(diskOf(namespace, node.name));
  await kubectl(['create', 'namespace', namespace]);
  await apply(database, [
    ...disks(namespace, NODES, node => diskOf(namespace, node)),
    ...objects({
      image,
      storageClass: namespace,
      patroni: patroniConfig(mode),
      pgbackrest: pgbackrestConfig(near, far, passphrases),
      authority: readFileSync(credentialsOf(lab).ca, 'utf8'),
      passwords,
    }),
  ]);
  await database.whole(120_000);
  await createRoles(database, passwords.shop);
  // PostgreSQL archives already, and the process that pushes a segment holds the lock.
  await eventually(() => database.pgbackrest(['stanza-create']).then(() => true, isLocked));
  // Archives a segment to each repository, and fails when one does not come.
  await database.pgbackrest(['check']);
  return database;
}

function isLocked(error: unknown): false {
  if (String(error).includes('[050]')) return false;
  throw error;
}

function handle(
  namespace: string,
  image: string,
  buckets: Database['buckets'],
  passphrases: Passphrases,
): Database {
  const own = (args: string[], input?: string) => kubectl(['-n', namespace, ...args], input);
  const exec: Database['exec'] = (pod, command, input) =>
    own(['exec', ...(input === undefined ? [] : ['-i']), pod, '-c', 'postgres', '--', ...command], input);
  const primary = () => primaryOf(namespace);
  const database: Database = {
    namespace,
    image,
    buckets,
    passphrases,
    members: () => membersOf(namespace),
    primary,
    nodeOf: pod => own(['get', 'pod', pod, '-o', 'jsonpath={.spec.nodeName}']),
    sql: async (statement, pod, name = 'postgres') => {
      const psql = ['psql', '-XAtq', '-F', '\t', '-v', 'ON_ERROR_STOP=1', '-d', name];
      const text = await exec(pod ?? (await primary()), psql, statement);
      return text === '' ? [] : text.replace(/\n$/, '').split('\n');
    },
    exec,
    pgbackrest: async (args, pod) =>
      exec(pod ?? (await primary()), ['pgbackrest', `--stanza=${STANZA}`, ...args]),
    info: async repository => {
      const of = repository === undefined ? [] : [`--repo=${repository}`];
      const text = await database.pgbackrest([...of, 'info', '--output=json', '--log-level-console=off']);
      const [info] = JSON.parse(text) as Info[];
      if (info === undefined) throw new Error(`pgbackrest knows no stanza ${STANZA}`);
      return info;
    },
    archived: async repository => {
      const { archive } = await database.info(repository);
      const newest = archive.map(({ max }) => max ?? '').sort();
      return newest.at(-1) ?? '';
    },
    synchronous: mode => setSynchronous(namespace, mode, database.sql),
    whole: (ms = 60_000) => untilWhole(namespace, ms),
    sidePod: async (name, node) => {
      await apply(database, [sidePod(name, image, node)]);
      await own(['wait', '--for=condition=Ready', `pod/${name}`, '--timeout=60s']);
    },
    kubectl: own,
    loseDisk: node => {
      const folder = diskOf(namespace, node);
      for (const entry of readdirSync(folder)) rmSync(join(folder, entry), { recursive: true });
    },
    remove: () => remove(namespace, buckets),
  };
  return database;
}

const apply = (database: Database, manifests: Manifest[]) =>
  database.kubectl(
    ['apply', '--server-side', '-f', '-'],
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items: manifests }),
  );

const diskOf = (namespace: string, node: string) => join(lab.dir, 'volumes', node, namespace);

/** A local volume is a folder that is there before it is used. */
function makeDisk(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chownSync(folder, POSTGRES_ID, POSTGRES_ID);
}

async function remove(namespace: string, buckets: Database['buckets']): Promise<void> {
  await kubectl(['delete', 'namespace', namespace, '--wait']);
  const volumes = NODES.map(node => `persistentvolume/${namespace}-${node.name}`);
  await kubectl(['delete', ...volumes, `storageclass/${namespace}`]);
  for (const node of NODES) rmSync(diskOf(namespace, node.name), { recursive: true, force: true });
  // Below the store: what is locked cannot be deleted through it.
  for (const { store, name } of Object.values(buckets))
    for (const folder of bucketFolders(lab, store, name)) rmSync(folder, { recursive: true });
}
