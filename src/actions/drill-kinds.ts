import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { exportNamespace } from '../recovery/cluster-objects/exporting.ts';
import type { Configuration } from '../recovery/copy.ts';
import { steadyClock } from '../recovery/drill/clock.ts';
import { withKeptSecrets } from '../recovery/drill/kept-secrets.ts';
import { afterLoss, isOf, readNow } from '../recovery/drill/lost.ts';
import { drillRot } from '../recovery/drill/rot.ts';
import { rotSystem } from '../recovery/drill/rot-system.ts';
import { drillScratch } from '../recovery/drill/scratch-drill.ts';
import { type Application, applicationOf } from '../recovery/drill/scratch-objects.ts';
import { type ScratchTarget, scratchSystem } from '../recovery/drill/scratch-system.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import { type Guarded, guarded } from '../recovery/guard/guarded.ts';
import { parseSegmentSize, usualSize } from '../recovery/postgres/wal.ts';
import { placeOf } from '../recovery/scratch/probe.ts';
import { readSet } from '../recovery/sets.ts';
import { templateOf, type Workload } from '../release/workloads/kinds.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Ordered } from './drill.ts';
import { functionalOf, oldRecord, withoutUrl } from './drill-application.ts';
import { declaredIn, facts, targetOf, withGuard } from './drill-guard.ts';
import { demandNew, inRelay, leftOf, type Running } from './drill-relay.ts';
import {
  afterWriting,
  farDownDrill,
  farIn,
  numberOf,
  standingDrill,
  startWriting,
  type Writing,
} from './drill-standing.ts';
import { nameOfDatabase, openStores, podsOf, volumeOf } from './recovery.ts';

/** Drills beside the system that stands, each with its guard. */

/** Does what the scenario says. @throws UserError when the guard refuses it, or slipway.yml lacks what it takes. */
export async function drillBy(cluster: Cluster, order: Ordered): Promise<DrillFacts | Running> {
  const { id } = order.scenario;
  if (id in alone) demandNew(order);
  switch (id) {
    case 'pod':
    case 'node':
    case 'zone':
      return standingDrill(cluster, order, id);
    case 'far-down':
      return farDownDrill(cluster, order);
    case 'rot':
      return rotDrill(cluster, order);
    default:
      return scratchDrill(cluster, order);
  }
}

/** Those that one job does. */
const alone = { pod: true, node: true, zone: true, 'far-down': true, rot: true };

async function scratchDrill(cluster: Cluster, order: Ordered): Promise<DrillFacts | Running> {
  const { drills, environment, report, signal } = order;
  const scratch = scratchOf(order);
  const declared = declaredIn(order);
  demandMarkers(order);
  const left = await leftOf(cluster, order, scratch.namespace);
  const { workload } = await podsOf(cluster, environment.namespace, declared);
  const exported = await exportNamespace(cluster, environment.namespace);
  const around = {
    ...{ from: environment.namespace, to: scratch.namespace, database: declared.workload },
    service: drills.markers?.service ?? declared.workload.name,
  };
  const { objects, changes } = applicationOf(exported.objects, around);
  for (const change of changes) report(change);
  return inScratch(cluster, order, workload, objects, async (place, keep) => {
    keep(left !== undefined);
    const writing = await (left === undefined ? startWriting : afterWriting)(cluster, order, workload);
    const now = steadyClock(left?.journal.at);
    try {
      const target = await scratchTarget(order, workload, objects, writing, left?.journal.set);
      const reached = await withLoss(cluster, order, target);
      const handed = { scratch: place, ttl: scratch.ttl, keep, left, now, set: target.setId };
      return await inRelay(cluster, order, handed, async relay => {
        const { system, close } = scratchSystem(reached, target, {
          ...{ signal, now, report, patience: order.profile.probes.patience },
          ...{ sleep: milliseconds => sleep(milliseconds), waits: relay.waits, once: relay.once },
        });
        try {
          const seed = left?.journal.seed ?? order.seed;
          const more = { deadline: drills.deadline, seed, target: targetOf(order) };
          return await drillScratch({ ...facts(order), ...more }, system, relay);
        } finally {
          close();
        }
      });
    } finally {
      for (const left of (await writing?.clear()) ?? []) report(left);
    }
  });
}

async function rotDrill(cluster: Cluster, order: Ordered): Promise<DrillFacts> {
  const { environment, drills, signal, report, seed } = order;
  const { workload } = await podsOf(cluster, environment.namespace, declaredIn(order));
  return inScratch(cluster, order, workload, [], async () => {
    const target = await scratchTarget(order, workload, [], undefined);
    const looking = { signal, now: steadyClock(), report };
    const system = rotSystem(cluster, { ...target, most: drills.rot.most }, looking);
    return drillRot({ ...facts(order), seed }, system);
  });
}

function scratchOf({ drills }: Ordered): NonNullable<Ordered['drills']['scratch']> {
  if (drills.scratch !== undefined) return drills.scratch;
  throw new UserError('`drills` does not say where it is restored', 'add `scratch` to it');
}

/** What deletes markers, or leads the public address away, does so in what stands. */
function demandMarkers({ drills, scenario }: Ordered): void {
  const needed = scenario.id === 'corruption' || (scenario.id === 'region' && drills.cutover !== undefined);
  if (!needed || (drills.markers !== undefined && drills.application !== undefined)) return;
  throw new UserError(
    `\`drills\` does not say how markers are written, or what is looked at, which ${scenario.id} needs`,
    'add `markers` and `application` to it',
  );
}

/** In the namespace of the drill, when nothing speaks against it. Of a region that is lost only the far repository may be reached. */
async function inScratch<Result>(
  cluster: Cluster,
  order: Ordered,
  workload: Workload,
  manifests: Application['objects'],
  go: Parameters<typeof guarded<Result>>[1],
): Promise<Result> {
  const { scenario, run } = order;
  const scratch = scratchOf(order);
  const repositories = await readers(order);
  const ways = scenario.id === 'region' ? farWays(order) : scratch.ways;
  const closed = scratch.ways.filter(
    way => !ways.some(({ cidr, port }) => cidr === way.cidr && port === way.port),
  );
  return withGuard(order, cluster, guard =>
    guarded(
      {
        ...guard,
        ...{ where: 'scratch', repositories, manifests },
        scratch: { name: scratch.namespace, run: run.id, ttl: scratch.ttl, ways },
        probe: {
          image: templateOf(workload)?.spec?.containers[0]?.image ?? '',
          places: [...scratch['must-not-reach'].map(placeOf), ...closed.flatMap(placesOf)],
          controls: scenario.id === 'region' ? ways.flatMap(placesOf) : scratch.controls.map(placeOf),
          baits: [],
        },
      },
      go,
    ),
  );
}

/**
 * The stores whose logins the guard asks whether they could delete: that of the repository that is read. The login of pgBackRest nobody
 * can be asked about from here, so where only reading ones are allowed it has to be one of its own.
 */
async function readers(order: Ordered): Promise<Guarded['repositories']> {
  const { recovery, config, env, report } = order;
  const { logins, 'reads-with': others } = scratchOf(order);
  if (logins === 'writing') {
    report(
      'repositories are read with the logins by which backups are made, which may be able to delete them',
    );
    return [];
  }
  const own = declaredIn(order).configuration.find(
    ({ kind, name }) => kind === 'Secret' && others[name] === undefined,
  );
  if (own !== undefined)
    throw new UserError(
      `the copy would read its repository with Secret/${own.name}, by which backups are made`,
      'name one that only reads in `drills.scratch.reads-with`, or write `logins: writing` when that is meant',
    );
  const stores = await openStores(recovery, config, env);
  return stores.filter(({ name }) => name === repositoryOf(order)).map(({ store }) => store);
}

/** Of a region that is lost the far one is left. */
const repositoryOf = (order: Ordered): string =>
  order.scenario.id === 'region' ? farIn(order) : (declaredIn(order).to[0] ?? '');

type Ways = NonNullable<Ordered['drills']['scratch']>['ways'];

function farWays({ drills }: Ordered): Ways {
  if (drills.far.at.length > 0) return drills.far.at;
  throw new UserError(
    'nothing in slipway.yml says where the far repository is, so nothing else can be closed',
    'add `drills.far.at`',
  );
}

/** Of a network nobody can say what to try. */
function placesOf({ cidr, port }: Ways[number]) {
  const [host = '', bits] = cidr.split('/');
  return bits === (host.includes(':') ? '128' : '32') ? [{ host, port }] : [];
}

/** The cluster without what the scenario takes to be lost. What is read of a region now would be known from elsewhere. */
async function withLoss(
  cluster: Cluster,
  { scenario, environment: { namespace }, sealed }: Ordered,
  { copy, application, encrypted }: ScratchTarget,
): Promise<Cluster> {
  const keys = encrypted.map(({ secret }): Configuration => ({ kind: 'Secret', name: secret }));
  const needed = [...copy.configuration, ...(application?.secrets ?? []), ...keys];
  if (scenario.id === 'secrets') {
    const secrets = needed.filter(({ kind }) => kind === 'Secret');
    const names = secrets.map(({ name, source }) => source ?? name);
    return withKeptSecrets(cluster, namespace, sealed, names);
  }
  if (scenario.id !== 'region') return cluster;
  const pathTo = ({ kind, name, source }: Configuration) =>
    pathOf(kind === 'Secret' ? resources.secret : resources.configMap, namespace, source ?? name);
  const known = await readNow(cluster, needed.map(pathTo));
  return afterLoss(cluster, { isLost: path => isOf(namespace, path), known });
}

async function scratchTarget(
  order: Ordered,
  workload: Workload,
  objects: Application['objects'],
  writing: Writing | undefined,
  setId?: string,
): Promise<ScratchTarget & { readonly setId: string | undefined }> {
  const { recovery, drills, environment, owner, env, config, run, signal, target, scenario } = order;
  const scratch = scratchOf(order);
  const { application, markers, cutover } = drills;
  const declared = declaredIn(order);
  const name = nameOfDatabase(drills.database ?? '', recovery);
  const repository = repositoryOf(order);
  const stores = await openStores(recovery, config, env);
  // A region that is lost has taken its stores along.
  const store = scenario.id === 'region' ? stores.find(each => each.name === repository) : stores[0];
  const set = store && (await readSet(store.store, owner, setId));
  const by = set && (await order.vouchFor(set));
  if (by !== undefined) order.report(`the manifest of ${set?.id} is signed by ${by}`);
  const counted = set?.manifest.databases.find(each => each.name === name);
  const label = counted?.backups.find(each => each.repository === repository)?.label;
  const template = templateOf(workload)?.spec;
  if (template === undefined) throw new Error('a workload without a template');
  const before = application && (await oldRecord(application, order));
  const archiving = (declared['archive-timeout'] ?? declared.incremental) + declared['archive-lag'];
  return {
    copy: {
      ...{ app: owner.app, template, signal, run: run.id, patience: 300_000, report: order.report },
      ...{ name: `${name}-copy`, namespace: scratch.namespace, from: environment.namespace },
      ...{ container: declared.container },
      configuration: declared.configuration.map(each => ({
        ...each,
        source: each.kind === 'Secret' ? scratch['reads-with'][each.name] : undefined,
      })),
      volume: volumeOf(scratch.volume ?? ''),
      sleep: milliseconds => sleep(milliseconds),
    },
    ...{ stanza: declared.stanza, database: declared.database, set: label, setId: set?.id },
    repository: { name: repository, number: numberOf(order, repository) },
    size: parseSegmentSize(counted?.segment ?? 0) ?? usualSize,
    limits: { backup: 1.5 * declared.incremental, wal: Math.max(target?.rpo ?? 0, archiving) },
    expected: set && { manifest: set.manifest, name },
    idle: writing === undefined,
    encrypted: drills.encrypted,
    service: markers?.service ?? declared.workload.name,
    markers: writing && {
      ...{ runId: run.id, stop: writing.stop },
      ...(scenario.id === 'corruption' ? { mistake: writing.mistake } : {}),
    },
    // Rows that are gone need no application to be seen.
    application:
      application === undefined || !scenario.moves.some(({ does }) => does === 'start')
        ? undefined
        : {
            objects,
            start: scratch.start.map(({ kind, name: of }) => `${kind}/${of}`),
            secrets: scratch.configuration,
            service: scratch.service,
            port: scratch.port,
            functional: functionalOf(application),
            before,
          },
    cutOver:
      scenario.id !== 'region' || cutover === undefined || writing === undefined || application === undefined
        ? undefined
        : {
            public: { ...withoutUrl(application), base: new URL(application.url) },
            ...{ there: writing.there, back: writing.back },
          },
  };
}
