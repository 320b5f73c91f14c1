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
import { DrillRefused } from '../recovery/guard/guarded.ts';
import { parseSegmentSize, usualSize } from '../recovery/postgres/wal.ts';
import { templateOf, type Workload } from '../release/workloads/kinds.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Ordered } from './drill.ts';
import { functionalOf, oldRecord, withoutUrl } from './drill-application.ts';
import { archivingBy } from './drill-archiving.ts';
import { declaredIn, facts, targetOf } from './drill-guard.ts';
import { inScratch, repositoryOf, scratchOf } from './drill-in-scratch.ts';
import { type DrillParts, drillParts } from './drill-parts.ts';
import { demandNew, inRelay, leftOf, type Running } from './drill-relay.ts';
import { type DrillSet, openDrillSet, sourceOf } from './drill-set.ts';
import {
  afterWriting,
  farDownDrill,
  numberOf,
  standingDrill,
  startWriting,
  type Writing,
} from './drill-standing.ts';
import { totalDrill } from './drill-total.ts';
import { nameOfDatabase, podsOf, volumeOf } from './recovery.ts';

/** Drills beside the system that stands, each with its guard. */

/**
 * Of one that came to no facts, for a drill that never runs must not stay unseen: refused, when it was not begun; an error, when an earlier job
 * has begun it and nothing of it is left. Nothing of one that another job goes on with, or may.
 */
export async function endedFacts(order: Ordered, error: UserError): Promise<DrillFacts | undefined> {
  const { Overtaken } = await import('../recovery/drill/kept-journal.ts');
  if (error instanceof Overtaken || (order.resumed && !isOver(error))) return undefined;
  return factsOf(
    { ...facts(order), target: order.target && targetOf(order) },
    { ...newCourse(), [order.resumed ? 'error' : 'refused']: error.sentence },
    { startedAt: Date.now(), endedAt: Date.now(), stamps: [] },
  );
}

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
    case 'total':
      return totalDrill(cluster, order);
    default:
      return scratchDrill(cluster, order);
  }
}

/** Those that one job does. */
const alone = { pod: true, node: true, zone: true, 'far-down': true, rot: true, total: true };

async function scratchDrill(cluster: Cluster, order: Ordered): Promise<DrillFacts | Running> {
  const { drills, environment, report, signal } = order;
  const scratch = scratchOf(order);
  const declared = declaredIn(order);
  demandMarkers(order);
  const left = await leftOf(cluster, order, scratch.namespace);
  const set = await openDrillSet(cluster, order, left?.journal.set);
  const parts = await drillParts(order, set, left?.journal.done);
  const around = {
    ...{ from: environment.namespace, to: scratch.namespace, database: declared.workload },
    service: drills.markers?.service ?? declared.workload.name,
  };
  const { objects, changes } = applicationOf(set.objects, around);
  for (const change of changes) report(change);
  const restoring = { workload: set.workload, manifests: objects, parts };
  const drilled = inScratch(cluster, order, restoring, async (place, keep) => {
    keep(left !== undefined);
    const writing = await (left === undefined ? startWriting : afterWriting)(cluster, order);
    const now = steadyClock(left?.journal.at);
    const clear = async () => [...((await writing?.clear()) ?? []), ...((await parts?.clear()) ?? [])];
    let seen: DrillFacts | Running;
    try {
      const target = await scratchTarget(cluster, order, set, objects, parts, writing);
      const handed = { scratch: place, ttl: scratch.ttl, keep, left, now, set: set.at.set.id };
      seen = await inRelay(cluster, order, handed, async relay => {
        const { system, close } = scratchSystem(set.cluster, target, {
          ...{ signal, now, report, patience: order.profile.probes.patience },
          ...{ sleep: milliseconds => sleep(milliseconds), waits: relay.waits, once: relay.once },
        });
        const seed = left?.journal.seed ?? order.seed;
        const more = { deadline: drills.deadline, seed, target: targetOf(order) };
        return drillScratch({ ...facts(order), ...more }, system, relay).finally(close);
      });
    } catch (error) {
      // What another job goes on with stays where it is.
      const { Overtaken } = await import('../recovery/drill/kept-journal.ts');
      const isTaken = error instanceof Overtaken;
      for (const each of isTaken ? ((await writing?.clear()) ?? []) : await clear()) report(each);
      throw error;
    }
    if ('running' in seen) {
      for (const each of (await writing?.clear()) ?? []) report(each);
      return seen;
    }
    return { ...seen, left: [...seen.left, ...(await clear())] };
  });
  return drilled.catch(async (error: unknown) => {
    // What an earlier job has put elsewhere goes with what it had restored.
    if (isOver(error)) for (const each of (await parts?.clear()) ?? []) report(each);
    throw error;
  });
}

/** Whether the guard has cleared away what an earlier job had restored. */
const isOver = (error: unknown) => error instanceof DrillRefused && error.ends;

async function rotDrill(cluster: Cluster, order: Ordered): Promise<DrillFacts> {
  const { environment, drills, signal, report, seed } = order;
  const { workload } = await podsOf(cluster, environment.namespace, declaredIn(order));
  return inScratch(cluster, order, { workload, manifests: [], parts: undefined }, async () => {
    const target = await repositoryTarget(order, workload);
    const looking = { signal, now: steadyClock(), report };
    const archiving = archivingBy(cluster, order);
    const system = rotSystem(cluster, { ...target, archiving, most: drills.rot.most }, looking);
    return drillRot({ ...facts(order), seed }, system);
  });
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
      ...{ app: owner.app, template, signal, run: run.id, patience: 300_000, report: order.report },
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
