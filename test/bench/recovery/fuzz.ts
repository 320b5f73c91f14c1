import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { type Cluster, connect } from '../../../src/cluster/port.ts';
import type { Consent } from '../../../src/recovery/guard/facts.ts';
import { type Guarded, guarded, guardedLive } from '../../../src/recovery/guard/guarded.ts';
import { uidOf } from '../../../src/recovery/guard/permissions.ts';
import { addressOf } from '../../../src/recovery/scratch/probe.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import {
  accountKubeconfig,
  auditMark,
  contextsKubeconfig,
  kubectl,
  startSlipway,
  tokenOf,
  untilAllowed,
  writesSince,
} from '../../e2e/harness.ts';

/**
 * Drills that must not be: the lab is production, and an identity that may do everything there is given one wrong configuration after
 * another. Its audit log tells what was written.
 */

export interface Fuzz {
  readonly refusals_asked: number;
  readonly refused: number;
  /** Refused without a sentence that says why. */
  readonly without_reason: number;
  readonly mutating_calls: number;
  /** How many different reasons were given. */
  readonly reasons: number;
  /** How many of them went through the command line. */
  readonly by_cli: number;
}

interface Production {
  readonly namespace: string;
  readonly user: string;
  readonly folder: string;
  readonly kubeconfig: string;
  readonly uid: string;
  readonly driller: Cluster;
  readonly reader: Cluster;
}

/** @param count of all; one of twenty goes through the command line. */
export async function judgeFuzz(count: number, say: (line: string) => void): Promise<Fuzz> {
  const production = await openProduction();
  const seed = randomInt(2 ** 31);
  say(`seed ${seed}`);
  const mark = await auditMark();
  const outcomes: (string | undefined)[] = [];
  const byCli = Math.floor(count / 20);
  try {
    for (const wrong of fc.sample(mutations, { numRuns: count - byCli, seed }))
      outcomes.push(await reasonOf(wrong, production));
    say(`${outcomes.length} in this process, ${await written(mark, production)} writes`);
    for (const wrong of fc.sample(configurations, { numRuns: byCli, seed }))
      outcomes.push(await cliReason(wrong, production));
    const writes = await writesSince(mark, production.user);
    await requireSeen(production);
    for (const { verb, uri, code } of writes.slice(0, 10)) say(`WRITTEN: ${verb} ${uri} ${code}`);
    for (const each of outcomes.slice(0, 3)) say(`  such as: ${each?.slice(0, 300)}`);
    // What differs from case to case is no other reason.
    const kinds = new Set(
      outcomes
        .flatMap(each => (each ?? '').split(/[.;] /))
        .map(each => each.replaceAll(/[\w.:-]*\d[\w.:-]*/g, '#')),
    );
    return {
      refusals_asked: count,
      refused: outcomes.filter(each => each !== undefined).length,
      without_reason: outcomes.filter(each => each !== undefined && each.length < 40).length,
      mutating_calls: writes.length,
      reasons: kinds.size,
      by_cli: byCli,
    };
  } finally {
    await closeProduction(production);
  }
}

/** The log knows this identity: otherwise nothing in it would prove nothing. */
async function requireSeen({ driller, namespace, user }: Production): Promise<void> {
  const mark = await auditMark();
  await driller.create(`/api/v1/namespaces/${namespace}/configmaps`, { metadata: { name: 'seen' } });
  const seen = await writesSince(mark, user);
  if (seen.length !== 1) throw new Error(`the audit log tells ${seen.length} writes, and there was one`);
}

const written = async (mark: number, { user }: Production) => (await writesSince(mark, user)).length;

async function openProduction(): Promise<Production> {
  const cluster = await connect();
  const namespace = `e2e-fuzz-${randomInt(65536).toString(16)}`;
  const folder = mkdtempSync(join(tmpdir(), 'bench-fuzz-'));
  await cluster.create('/api/v1/namespaces', { metadata: { name: namespace } });
  const kubeconfig = await accountKubeconfig(cluster, namespace, 'driller', folder);
  await accountKubeconfig(cluster, namespace, 'reader', folder);
  await kubectl([
    'create',
    'clusterrolebinding',
    namespace,
    '--clusterrole=cluster-admin',
    `--serviceaccount=${namespace}:driller`,
  ]);
  await kubectl(['create', 'clusterrole', `${namespace}-reader`, '--verb=get', '--resource=namespaces']);
  await kubectl([
    'create',
    'clusterrolebinding',
    `${namespace}-reader`,
    `--clusterrole=${namespace}-reader`,
    `--serviceaccount=${namespace}:reader`,
  ]);
  const user = `system:serviceaccount:${namespace}:driller`;
  await untilAllowed(cluster, user, { verb: '*', group: '*', resource: '*' });
  const contexts = await contextsKubeconfig(join(folder, 'contexts.json'), [
    { name: 'production', token: await tokenOf(cluster, namespace, 'reader') },
    { name: 'admin', token: await tokenOf(cluster, namespace, 'driller') },
  ]);
  await kubectl(['-n', namespace, 'apply', '-f', '-'], JSON.stringify(database()));
  await kubectl(['-n', namespace, 'rollout', 'status', 'statefulset/db', '--timeout=90s']);
  const uid = (await uidOf(cluster)) ?? '';
  await cluster.close();
  const driller = await connect({ kubeconfig });
  const reader = await connect({ kubeconfig: contexts, context: 'production' });
  return {
    namespace,
    user,
    folder,
    kubeconfig: await withContexts(kubeconfig, contexts, folder),
    uid,
    driller,
    reader,
  };
}

/** The credential of the drill, with the contexts of production beside its own. */
async function withContexts(own: string, contexts: string, folder: string): Promise<string> {
  const merged = await kubectl([
    'config',
    'view',
    '--raw',
    '--flatten',
    '--output=json',
    '--kubeconfig',
    own,
  ]);
  const config = JSON.parse(merged);
  const more = JSON.parse(
    await kubectl(['config', 'view', '--raw', '--flatten', '--output=json', '--kubeconfig', contexts]),
  );
  config.users.push(...more.users);
  config.contexts.push(...more.contexts);
  const path = join(folder, 'kubeconfig');
  writeFileSync(path, JSON.stringify(config), { mode: 0o600 });
  return path;
}

async function closeProduction({ namespace, folder, driller, reader }: Production): Promise<void> {
  await driller.close();
  await reader.close();
  await kubectl(['delete', 'namespace', namespace, '--wait=false']);
  await kubectl(['delete', 'clusterrolebinding', namespace, `${namespace}-reader`]);
  await kubectl(['delete', 'clusterrole', `${namespace}-reader`]);
  rmSync(folder, { recursive: true });
}

/** What slipway.yml calls the database; nothing of it is ever touched. */
function database() {
  const labels = { app: 'db' };
  const containers = [
    { name: 'postgres', image: process.env.SLIPWAY_DATABASE_IMAGE, command: ['sleep', 'infinity'] },
  ];
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'db' },
    spec: {
      serviceName: 'db',
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { terminationGracePeriodSeconds: 0, containers } },
    },
  };
}

const another = '0f5e3c9e-7d0b-4d7e-9a57-1f6f6a1c2b22';

/** What is given to the guard. All of it is wrong, for the lab is production whatever is said of it. */
const mutations = fc.record({
  where: fc.constantFrom('scratch', 'live'),
  // By its UID, by another one besides, or under no name at all.
  production: fc.constantFrom('lab', 'both', 'other', 'none'),
  allowed: fc.constantFrom('lab', 'both', 'other', 'none'),
  identity: fc.constantFrom('reader', 'admin', 'none', 'gone'),
  namespace: fc.constantFrom('new', 'production', 'kube-system', 'default'),
  deletes: fc.constantFrom('yes', 'no', 'unknown'),
  acts: fc.boolean(),
  open: fc.boolean(),
  hours: fc.boolean(),
  rollout: fc.constantFrom('idle', 'running', 'unknown'),
  consent: fc.constantFrom('none', 'untyped', 'unapproved', 'endless'),
  ttl: fc.constantFrom(60_000, 3_600_000),
});
type Mutation = typeof mutations extends fc.Arbitrary<infer Value> ? Value : never;

const agreed: Consent = {
  ...{ phrase: 'pod in production', typed: 'pod in production', approved: 'yes' },
  ...{ abort: 'yes', degraded: 'no', maxDuration: 60_000 },
};
/** Each lacks something. */
const consents: Record<Mutation['consent'], Consent | undefined> = {
  none: undefined,
  untyped: { ...agreed, typed: 'yes' },
  unapproved: { ...agreed, approved: 'unknown' },
  endless: { ...agreed, maxDuration: undefined },
};

const uidsOf = (which: 'lab' | 'both' | 'other' | 'none', uid: string) =>
  ({ lab: [uid], both: [uid, another], other: [another], none: [] })[which];

/** Its sentence; undefined when it went on. */
async function reasonOf(
  wrong: Mutation,
  { driller, reader, uid, namespace }: Production,
): Promise<string | undefined> {
  const gone: Cluster = { ...reader, get: () => Promise.reject(new UserError('nobody answers', '')) };
  const identities = { reader, admin: driller, none: undefined, gone };
  const cronJob = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'mail' },
    spec: { suspend: false },
  };
  const names = {
    new: `${namespace}-drill`,
    production: namespace,
    'kube-system': 'kube-system',
    default: 'default',
  };
  const name = names[wrong.namespace];
  const hour = new Date().getUTCHours();
  const guard: Guarded = {
    cluster: driller,
    productionCluster: identities[wrong.identity],
    productionNamespaces: [namespace],
    allowed: uidsOf(wrong.allowed, uid),
    production: uidsOf(wrong.production, uid),
    where: 'scratch',
    resumed: false,
    alerts: undefined,
    inProduction: consents[wrong.consent],
    scratch: {
      name,
      run: '42',
      ttl: wrong.ttl,
      egress: [{ cidr: wrong.open ? '10.0.0.1/32' : '192.0.2.7/32', port: 443 }],
    },
    repositories: [{ name: 'far', mayDelete: async () => wrong.deletes }],
    manifests: wrong.acts ? [cronJob] : [],
    rollouts: [
      {
        name: 'production',
        read: async () => {
          if (wrong.rollout === 'unknown') throw new UserError('nobody knows', '');
          return { state: wrong.rollout };
        },
      },
    ],
    hours: wrong.hours ? { from: (hour + 2) % 24, to: (hour + 3) % 24 } : undefined,
    probe: {
      image: 'none',
      forbidden: [addressOf('db:5432')],
      positiveControls: [addressOf('192.0.2.7:443')],
      negativeControls: [],
    },
  };
  const { where: _, scratch: __, repositories: ___, manifests: ____, probe: _____, ...rest } = guard;
  const go = async () => undefined;
  const drill =
    wrong.where === 'scratch'
      ? guarded(guard, go, () => undefined)
      : guardedLive({ ...rest, namespace: name }, go);
  return sentence(drill);
}

const sentence = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof UserError ? error.sentence : ''),
  );

/** What is written into slipway.yml. */
const configurations = fc.record({
  scenario: fc.constantFrom('pod', 'node', 'zone', 'restore'),
  production: fc.constantFrom('lab', 'both', 'other'),
  clusters: fc.constantFrom('lab', 'both', 'other'),
  context: fc.constantFrom('production', 'admin', 'nowhere', undefined),
  scratch: fc.constantFrom('new', 'production'),
  markers: fc.boolean(),
});
type Configuration = typeof configurations extends fc.Arbitrary<infer Value> ? Value : never;

async function cliReason(wrong: Configuration, production: Production): Promise<string | undefined> {
  const { namespace, folder, kubeconfig, uid } = production;
  const drills = {
    pace: 'lab',
    clusters: uidsOf(wrong.clusters, uid),
    'production-clusters': uidsOf(wrong.production, uid),
    ...(wrong.context === undefined ? {} : { 'production-context': wrong.context }),
    application: {
      ...{ url: 'http://192.0.2.8', host: 'shop.example', 'known-record': '/records/1' },
      write: { path: '/records', body: '{"note": "{token}"}', read: '/records/{id}' },
    },
    ...(wrong.markers ? { markers: { service: 'db', user: 'shop', secret: 'passwords', key: 'shop' } } : {}),
    inject: { node: { run: ['false'], fix: ['false'] }, zone: { run: ['false'], fix: ['false'] } },
    scratch: {
      namespace: wrong.scratch === 'new' ? `${namespace}-drill` : namespace,
      'allow-egress': ['192.0.2.7:443'],
      'must-not-reach': ['db:5432'],
      'must-reach': ['192.0.2.7:443'],
      start: ['Deployment/shop'],
      service: 'shop',
    },
  };
  const databases = {
    shop: {
      workload: 'StatefulSet/db',
      container: 'postgres',
      stanza: 'main',
      database: 'shop',
      configuration: ['Secret/pgbackrest'],
      to: ['near'],
    },
  };
  const recovery = {
    repositories: { near: { survives: 'zone', pgbackrest: 1, store: { folder: 'store' } } },
    databases,
    drills,
  };
  const environment = { namespace, manifests: ['deploy/'], workload: 'Deployment/shop', recovery };
  const config = {
    app: 'shop',
    images: { shop: { repository: 'registry.example.com/shop' } },
    environments: { production: environment },
  };
  writeFileSync(join(folder, 'slipway.yml'), stringify(config));
  const args = ['drill', '--environment', 'production', '--scenario', wrong.scenario];
  const { code, outputs } = await startSlipway(args, folder, { KUBECONFIG: kubeconfig }).done;
  return code === 0 ? undefined : (outputs.reason ?? '');
}
