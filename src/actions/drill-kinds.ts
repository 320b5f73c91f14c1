import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster/port.ts';
import { steadyClock } from '../recovery/drill/clock.ts';
import { factsOf, newCourse } from '../recovery/drill/facts.ts';
import { drillRot } from '../recovery/drill/rot.ts';
import { rotSystem } from '../recovery/drill/rot-system.ts';
import { drillScratch } from '../recovery/drill/scratch-drill.ts';
import { type Application, applicationOf } from '../recovery/drill/scratch-objects.ts';
import { type ScratchTarget, scratchSystem } from '../recovery/drill/scratch-system.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import { type Guarded, guarded } from '../recovery/guard/guarded.ts';
import { parseSegmentSize, usualSize } from '../recovery/postgres/wal.ts';
import { placeOf } from '../recovery/scratch/probe.ts';
import { templateOf, type Workload } from '../release/workloads/kinds.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Ordered } from './drill.ts';
import { functionalOf, oldRecord, withoutUrl } from './drill-application.ts';
import { archivingBy } from './drill-archiving.ts';
import { declaredIn, facts, placesOf, targetOf, withGuard } from './drill-guard.ts';
import { type DrillParts, drillParts } from './drill-parts.ts';
import { type DrillSet, openDrillSet, sourceOf } from './drill-set.ts';
import {
  farDownDrill,
  farIn,
  numberOf,
  standingDrill,
  startWriting,
  type Writing,
} from './drill-standing.ts';
import { totalDrill } from './drill-total.ts';
import { nameOfDatabase, openStores, podsOf, volumeOf } from './recovery.ts';

/** Drills beside the system that stands, each with its guard. */

/** Of one that was not begun: a drill that never runs must not stay unseen. */
export const refusedFacts = (order: Ordered, error: UserError): DrillFacts =>
  factsOf(
    { ...facts(order), target: order.target && targetOf(order) },
    { ...newCourse(), refused: error.sentence },
    { startedAt: Date.now(), endedAt: Date.now(), stamps: [] },
  );

/** Does what the scenario says. @throws UserError when the guard refuses it, or slipway.yml lacks what it takes. */
export function drillBy(cluster: Cluster, order: Ordered): Promise<DrillFacts> {
  const { id } = order.scenario;
  switch (id) {
    case 'pod':
    case 'node':
    case 'zone':
      return standingDrill(cluster, order, id);
    case 'far-down':
      return farDownDrill(cluster, order);
    case 'rot':
      return rotDrill(cluster, order);
    case 'total':
      return totalDrill(cluster, order);
    default:
      return scratchDrill(cluster, order);
  }
}

async function scratchDrill(cluster: Cluster, order: Ordered): Promise<DrillFacts> {
  const { drills, environment, report, signal } = order;
  const scratch = scratchOf(order);
  const declared = declaredIn(order);
  demandMarkers(order);
  const set = await openDrillSet(cluster, order);
  const parts = await drillParts(order, set);
  const around = {
    ...{ from: environment.namespace, to: scratch.namespace, database: declared.workload },
    service: drills.markers?.service ?? declared.workload.name,
  };
  const { objects, changes } = applicationOf(set.objects, around);
  for (const change of changes) report(change);
  return inScratch(cluster, order, { workload: set.workload, manifests: objects, parts }, async () => {
    const writing = await startWriting(cluster, order);
    const now = steadyClock();
    const clear = async () => [...((await writing?.clear()) ?? []), ...((await parts?.clear()) ?? [])];
    try {
      const target = await scratchTarget(cluster, order, set, objects, parts, writing);
      const { system, close } = scratchSystem(set.cluster, target, {
        ...{ signal, now, report, patience: order.profile.probes.patience },
        sleep: milliseconds => sleep(milliseconds),
      });
      const more = { deadline: drills.deadline, seed: order.seed, target: targetOf(order) };
      const seen = await drillScratch({ ...facts(order), ...more }, system).finally(close);
      return { ...seen, left: [...seen.left, ...(await clear())] };
    } catch (error) {
      for (const left of await clear()) report(left);
      throw error;
    }
  });
}

async function rotDrill(cluster: Cluster, order: Ordered): Promise<DrillFacts> {
  const { environment, drills, signal, report, profile, seed } = order;
  const { workload } = await podsOf(cluster, environment.namespace, declaredIn(order));
  return inScratch(cluster, order, { workload, manifests: [], parts: undefined }, async () => {
    const target = await repositoryTarget(order, workload);
    const system = rotSystem(
      cluster,
      { ...target, archiving: archivingBy(cluster, order), most: drills.rot.most },
      {
        ...{ signal, now: steadyClock(), report, patience: profile.probes.patience },
        sleep: milliseconds => sleep(milliseconds),
      },
    );
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

interface Restoring {
  readonly workload: Workload;
  readonly manifests: Application['objects'];
  readonly parts: DrillParts | undefined;
}

/** In the namespace of the drill, when nothing speaks against it. Of a region that is lost only the far repository may be reached. */
async function inScratch(
  cluster: Cluster,
  order: Ordered,
  { workload, manifests, parts }: Restoring,
  go: () => Promise<DrillFacts>,
): Promise<DrillFacts> {
  const { scenario, run } = order;
  const scratch = scratchOf(order);
  const repositories = await readers(order, parts?.repositories ?? []);
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
async function readers(order: Ordered, files: readonly string[]): Promise<Guarded['repositories']> {
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
  const read = new Set([repositoryOf(order), ...files]);
  return [...read].map(name => stores.find(each => each.name === name)?.store ?? unasked(name));
}

/** Nobody can ask what a login may do there. */
const unasked = (name: string) => ({ name, mayDelete: async () => 'unknown' as const });

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

/** The copy, and the repository that it reads. */
async function repositoryTarget(
  order: Ordered,
  workload: Workload,
): Promise<Pick<ScratchTarget, 'copy' | 'stanza' | 'repository' | 'size' | 'limits'>> {
  const { recovery, drills, environment, owner, run, signal, target } = order;
  const scratch = scratchOf(order);
  const declared = declaredIn(order);
  const name = nameOfDatabase(drills.database ?? '', recovery);
  const repository = repositoryOf(order);
  const template = templateOf(workload)?.spec;
  if (template === undefined) throw new Error('a workload without a template');
  const archiving = (declared['archive-timeout'] ?? declared.incremental) + declared['archive-lag'];
  return {
    copy: {
      ...{ app: owner.app, template, signal, run: run.id, patience: 300_000 },
      ...{ name: `${name}-copy`, namespace: scratch.namespace, from: environment.namespace },
      ...{ container: declared.container },
      configuration: declared.configuration.map(each => ({ ...each, source: sourceOf(order, each) })),
      volume: volumeOf(scratch.volume ?? ''),
      sleep: milliseconds => sleep(milliseconds),
    },
    stanza: declared.stanza,
    repository: { name: repository, number: numberOf(order, repository) },
    size: usualSize,
    limits: { backup: 1.5 * declared.incremental, wal: Math.max(target?.rpo ?? 0, archiving) },
  };
}

async function scratchTarget(
  cluster: Cluster,
  order: Ordered,
  { at, workload, rungs }: DrillSet,
  objects: Application['objects'],
  parts: DrillParts | undefined,
  writing: Writing | undefined,
): Promise<ScratchTarget> {
  const { recovery, drills, run, scenario } = order;
  const scratch = scratchOf(order);
  const { application, markers, cutover } = drills;
  const declared = declaredIn(order);
  const name = nameOfDatabase(drills.database ?? '', recovery);
  const { manifest } = at.set;
  const counted = manifest.databases.find(each => each.name === name);
  const before = application && (await oldRecord(application, order));
  const own = await repositoryTarget(order, workload);
  return {
    ...own,
    database: declared.database,
    set: counted?.backups.find(({ repository }) => repository === own.repository.name)?.label,
    size: parseSegmentSize(counted?.segment ?? 0) ?? usualSize,
    expected: { manifest, name },
    ...{ known: rungs, files: parts?.restore },
    archiving: writing === undefined ? archivingBy(cluster, order) : undefined,
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
