import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster/port.ts';
import { steadyClock } from '../recovery/drill/clock.ts';
import { reportedError } from '../recovery/drill/errors.ts';
import { factsOf, newProgress } from '../recovery/drill/facts.ts';
import { drillRot } from '../recovery/drill/rot.ts';
import { rotSystem } from '../recovery/drill/rot-system.ts';
import { drillScratch } from '../recovery/drill/scratch-drill.ts';
import { type Application, applicationOf } from '../recovery/drill/scratch-objects.ts';
import { type ScratchTarget, scratchSystem } from '../recovery/drill/scratch-system.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import { DrillRefused } from '../recovery/guard/guarded.ts';
import { declaredLimits } from '../recovery/postgres/freshness.ts';
import { parseSegmentSize, usualSize } from '../recovery/postgres/wal.ts';
import type { ScenarioId } from '../recovery/scenario.ts';
import { UserError } from '../toolkit/errors.ts';
import { templateOf, type Workload } from '../workloads/kinds.ts';
import type { Ordered } from './drill.ts';
import { functionalOf, readKnownRecord, withoutUrl } from './drill-application.ts';
import { archivingBy, segmentSizeOf } from './drill-archiving.ts';
import { disruptionDrill } from './drill-disruption.ts';
import { declaredIn, facts, targetOf } from './drill-guard.ts';
import { inScratch, repositoryNameOf, scratchOf } from './drill-in-scratch.ts';
import { liveDrill, resumedWriting, startWriting, type Writing } from './drill-live.ts';
import { numberOf, offSiteDownDrill } from './drill-off-site-repository.ts';
import { type DrillParts, drillParts } from './drill-parts.ts';
import { inRelay, leftOf, type RunningDrill, requireNewDrill } from './drill-relay.ts';
import { type DrillSet, openDrillSet, sourceOf } from './drill-set.ts';
import { totalDrill } from './drill-total.ts';
import { nameOfDatabase, podsOf, volumeOf } from './recovery.ts';

/** Runs the drill of a scenario, behind its guard. */

/**
 * Returns the facts of a drill that ended before it had any, because a drill that never runs must be visible: `refused` if it did not
 * start or there is nothing to resume, `error` if an earlier job started it. Undefined if another job continues it, or may.
 */
export async function endedFacts(order: Ordered, error: UserError): Promise<DrillFacts | undefined> {
  const { TakenOver } = await import('../recovery/drill/stored-state.ts');
  const { NothingLeft } = await import('../recovery/drill/relay.ts');
  const isGone = error instanceof NothingLeft;
  if (error instanceof TakenOver || (order.resumed && !isOver(error) && !isGone)) return undefined;
  return factsOf(
    { ...facts(order), target: order.target && targetOf(order) },
    { ...newProgress(), [order.resumed && !isGone ? 'error' : 'refused']: error.sentence },
    { startedAt: Date.now(), endedAt: Date.now(), phaseTimes: [] },
  );
}

/** Drills that run in a single job. A later job can continue all others. */
const alone: Partial<
  Record<ScenarioId, (cluster: Cluster, order: Ordered) => Promise<DrillFacts | RunningDrill>>
> = {
  pod: (cluster, order) => liveDrill(cluster, order, 'pod'),
  node: (cluster, order) => liveDrill(cluster, order, 'node'),
  zone: (cluster, order) => liveDrill(cluster, order, 'zone'),
  'off-site-down': offSiteDownDrill,
  'container-kill': (cluster, order) => disruptionDrill(cluster, order, 'container-kill'),
  'pod-loss': (cluster, order) => disruptionDrill(cluster, order, 'pod-loss'),
  'zone-drain': (cluster, order) => disruptionDrill(cluster, order, 'zone-drain'),
  autoscaling: (cluster, order) => disruptionDrill(cluster, order, 'autoscaling'),
  'bad-release': async (cluster, order) =>
    (await import('./drill-bad-release.ts')).badReleaseDrill(cluster, order),
  rot: rotDrill,
  total: totalDrill,
};

/** Runs the drill of the scenario. @throws UserError when the guard refuses it, or slipway.yml lacks a setting that it needs. */
export async function drillBy(cluster: Cluster, order: Ordered): Promise<DrillFacts | RunningDrill> {
  const drill = alone[order.scenario.id];
  if (drill === undefined) return scratchDrill(cluster, order);
  requireNewDrill(order);
  return drill(cluster, order);
}

async function scratchDrill(cluster: Cluster, order: Ordered): Promise<DrillFacts | RunningDrill> {
  const { drills, environment, report, signal } = order;
  const scratch = scratchOf(order);
  const declared = declaredIn(order);
  requireMarkers(order);
  const left = await leftOf(cluster, order, scratch.namespace);
  const set = await openDrillSet(cluster, order, left?.state.set);
  const parts = await drillParts(order, set, left?.state.done);
  const around = {
    from: environment.namespace,
    to: scratch.namespace,
    database: declared.workload,
    service: drills.markers?.service ?? declared.workload.name,
  };
  const { objects, changes } = applicationOf(set.objects, around);
  for (const change of changes) report(change);
  const restoring = { workload: set.workload, manifests: objects, parts };
  const drilled = inScratch(cluster, order, restoring, async (place, keep) => {
    keep(left !== undefined);
    const writing = await (left === undefined ? startWriting : resumedWriting)(cluster, order);
    const now = steadyClock(left?.state.at);
    const clear = async () => [...(await cleared(writing, order)), ...(await cleared(parts, order))];
    let seen: DrillFacts | RunningDrill;
    try {
      const target = await scratchTarget(cluster, order, set, objects, parts, writing);
      const handed = { scratch: place, ttl: scratch.ttl, keep, left, now, set: set.at.set.id };
      seen = await inRelay(cluster, order, handed, async relay => {
        const { waits, once } = relay;
        const { patience } = order.pace.probes;
        const how = { signal, now, report, patience, sleep: (ms: number) => sleep(ms), waits, once };
        const { system, close } = scratchSystem(set.cluster, target, how);
        const seed = left?.state.seed ?? order.seed;
        const more = { deadline: drills.deadline, seed, target: targetOf(order) };
        return drillScratch({ ...facts(order), ...more }, system, relay).finally(close);
      });
    } catch (error) {
      // Keep the restored data for the job that took over.
      const { TakenOver } = await import('../recovery/drill/stored-state.ts');
      const isTaken = error instanceof TakenOver;
      for (const each of isTaken ? await cleared(writing, order) : await clear()) report(each);
      throw error;
    }
    if ('running' in seen) {
      for (const each of await cleared(writing, order)) report(each);
      return seen;
    }
    return { ...seen, left: [...seen.left, ...(await clear())] };
  });
  return drilled.catch(async (error: unknown) => {
    // The guard has deleted the namespace, so the data that an earlier job put elsewhere are deleted too.
    if (isOver(error)) for (const each of await cleared(parts, order)) report(each);
    throw error;
  });
}

/** Clears something that a drill used. @returns what is left: no error of the cleanup may hide what the drill has shown. */
async function cleared(of: { clear(): Promise<string[]> } | undefined, order: Ordered): Promise<string[]> {
  try {
    return (await of?.clear()) ?? [];
  } catch (error) {
    return [reportedError(error, order)];
  }
}

/** Whether the guard has deleted the restored data of an earlier job. */
const isOver = (error: unknown) => error instanceof DrillRefused && error.ends;

async function rotDrill(cluster: Cluster, order: Ordered): Promise<DrillFacts | RunningDrill> {
  const { environment, drills, signal, report, seed } = order;
  const { workload } = await podsOf(cluster, environment.namespace, declaredIn(order));
  return inScratch(cluster, order, { workload, manifests: [], parts: undefined }, async () => {
    const target = await repositoryTarget(order, workload);
    const size = await segmentSizeOf(cluster, order);
    const broken = {
      ...target,
      size,
      archiving: archivingBy(cluster, order),
      maxSize: drills.rot['max-size'],
    };
    const system = rotSystem(cluster, broken, { signal, now: steadyClock(), report });
    return drillRot({ ...facts(order), seed }, system);
  });
}

/** Drills that delete markers or move the public address do so in the live system, so they need its markers and checks. */
function requireMarkers({ drills, scenario }: Ordered): void {
  const needed = scenario.id === 'corruption' || (scenario.id === 'region' && drills.cutover !== undefined);
  if (!needed || (drills.markers !== undefined && drills.application !== undefined)) return;
  throw new UserError(
    `the drill \`${scenario.id}\` needs \`drills.markers\` and \`drills.application\``,
    'add both to slipway.yml',
  );
}

/** Returns the copy of the database, and the repository that it is restored from. */
async function repositoryTarget(
  order: Ordered,
  workload: Workload,
): Promise<Pick<ScratchTarget, 'copy' | 'stanza' | 'repository' | 'limits'>> {
  const { recovery, drills, environment, owner, run, signal, target } = order;
  const scratch = scratchOf(order);
  const declared = declaredIn(order);
  const name = nameOfDatabase(drills.database ?? '', recovery);
  const repository = repositoryNameOf(order);
  const template = templateOf(workload)?.spec;
  if (template === undefined) throw new Error('a workload without a template');
  const limits = declaredLimits(declared);
  return {
    copy: {
      app: owner.app,
      template,
      signal,
      run: run.id,
      patience: 300_000,
      report: order.report,
      name: `${name}-copy`,
      namespace: scratch.namespace,
      from: environment.namespace,
      container: declared.container,
      configuration: declared.configuration.map(each => ({ ...each, source: sourceOf(order, each) })),
      volume: volumeOf(scratch.volume ?? ''),
      sleep: milliseconds => sleep(milliseconds),
    },
    stanza: declared.stanza,
    repository: { name: repository, number: numberOf(order, repository) },
    limits: { ...limits, wal: Math.max(target?.rpo ?? 0, limits.wal) },
  };
}

async function scratchTarget(
  cluster: Cluster,
  order: Ordered,
  { at, workload, levelChecks }: DrillSet,
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
  const before = application && (await readKnownRecord(application, order));
  const own = await repositoryTarget(order, workload);
  return {
    ...own,
    database: declared.database,
    set: counted?.backups.find(({ repository }) => repository === own.repository.name)?.label,
    size: parseSegmentSize(counted?.segment ?? 0) ?? usualSize,
    expected: { manifest, name },
    known: levelChecks,
    files: parts?.restore,
    archiving: writing === undefined ? archivingBy(cluster, order) : undefined,
    encrypted: drills.encrypted,
    service: markers?.service ?? declared.workload.name,
    markers: writing && {
      runId: run.id,
      unsteady: writing.unsteady,
      stop: writing.stop,
      ...(scenario.id === 'corruption' ? { mistake: writing.mistake } : {}),
    },
    // Lost rows are found in the database, without the application.
    application:
      application === undefined || !scenario.steps.some(({ action }) => action === 'start')
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
    cutover:
      scenario.id !== 'region' || cutover === undefined || writing === undefined || application === undefined
        ? undefined
        : {
            public: { ...withoutUrl(application), base: new URL(application.url) },
            there: writing.there,
            back: writing.back,
          },
  };
}
