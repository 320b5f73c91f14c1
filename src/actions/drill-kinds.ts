import { appendFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, connect } from '../cluster/port.ts';
import { exportNamespace } from '../recovery/cluster-objects/exporting.ts';
import { steadyClock } from '../recovery/drill/clock.ts';
import { drillScratch } from '../recovery/drill/scratch-drill.ts';
import { type Application, applicationOf } from '../recovery/drill/scratch-objects.ts';
import { type ScratchTarget, scratchSystem } from '../recovery/drill/scratch-system.ts';
import { drillStanding } from '../recovery/drill/standing.ts';
import type { StandingSystem } from '../recovery/drill/standing-ports.ts';
import { type StandingTarget, standingSystem } from '../recovery/drill/standing-system.ts';
import { startWriter } from '../recovery/drill/writer.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import { type Guarded, guarded, guardedStanding } from '../recovery/guard/guarded.ts';
import { parseSegmentSize, usualSize } from '../recovery/postgres/wal.ts';
import { placeOf } from '../recovery/scratch/probe.ts';
import { readSet } from '../recovery/sets.ts';
import { templateOf, type Workload } from '../release/workloads/kinds.ts';
import { selectorOf } from '../release/workloads/pods.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Ordered } from './drill.ts';
import { databaseOf, nameOfDatabase, openStores, podsOf, volumeOf } from './recovery.ts';

/** The two kinds of drills, each with its guard: in the system that stands, and beside it. */

/** @throws UserError when the guard refuses it, or slipway.yml lacks what it takes. */
export async function standingDrill(cluster: Cluster, order: Ordered): Promise<DrillFacts> {
  const { drills, environment, scenario } = order;
  const breaks = scenario.id;
  if (breaks !== 'pod' && breaks !== 'node' && breaks !== 'zone') throw new Error(`${breaks} is not broken`);
  const { workload } = await podsOf(cluster, environment.namespace, declaredIn(order));
  const system = standing(cluster, order, workload, breaks);
  return withGuard(order, cluster, guard =>
    guardedStanding({ ...guard, namespace: environment.namespace }, () =>
      drillStanding(
        { ...facts(order), seed: order.seed, deadline: drills.deadline, returns: drills.returns },
        system,
      ),
    ),
  );
}

/** @throws UserError when the guard refuses it, or slipway.yml lacks what it takes. */
export async function scratchDrill(cluster: Cluster, order: Ordered): Promise<DrillFacts> {
  const { drills, environment, report, signal } = order;
  const { scratch } = drills;
  if (scratch === undefined)
    throw new UserError('`drills` does not say where it is restored', 'add `scratch` to it');
  const declared = declaredIn(order);
  const { workload } = await podsOf(cluster, environment.namespace, declared);
  const exported = await exportNamespace(cluster, environment.namespace);
  const around = {
    ...{ from: environment.namespace, to: scratch.namespace, database: declared.workload },
    service: drills.markers?.service ?? declared.workload.name,
  };
  const { objects, changes } = applicationOf(exported.objects, around);
  for (const change of changes) report(change);
  const image = templateOf(workload)?.spec?.containers[0]?.image ?? '';
  return withGuard(order, cluster, guard =>
    guarded(
      {
        ...guard,
        where: 'scratch',
        scratch: { name: scratch.namespace, run: order.run.id, ttl: scratch.ttl, ways: scratch.ways },
        repositories: [],
        manifests: objects,
        probe: {
          image,
          places: scratch['must-not-reach'].map(placeOf),
          controls: scratch.controls.map(placeOf),
          baits: [],
        },
      },
      async () => {
        const writing = await startWriting(cluster, order, workload);
        const now = steadyClock();
        try {
          const target = await scratchTarget(order, workload, objects, writing);
          const { system, close } = scratchSystem(cluster, target, {
            ...{ signal, now, report, patience: order.profile.probes.patience },
            sleep: milliseconds => sleep(milliseconds),
          });
          try {
            return await drillScratch({ ...facts(order), deadline: drills.deadline }, system);
          } finally {
            close();
          }
        } finally {
          for (const left of (await writing?.clear()) ?? []) report(left);
        }
      },
    ),
  );
}

const facts = ({ owner, run, profile, signal, target, scenario, drills }: Ordered) => ({
  ...owner,
  ...{ run, profile, signal, scenario, tools: {}, target: { rto: target.rto, rpo: target.rpo } },
  assumedDetection: drills['assumed-detection'] ?? 0,
});

const declaredIn = ({ recovery, drills }: Ordered) =>
  databaseOf(recovery, nameOfDatabase(drills.database ?? '', recovery));

/** The database and the application as slipway.yml has them. */
function standing(
  cluster: Cluster,
  order: Ordered,
  workload: Workload,
  breaks: StandingTarget['breaks'],
): StandingSystem {
  const { drills, environment, run, origin, profile, env, folder, config, report } = order;
  const { application, markers, inject, failover, switchover, deadline, returns } = drills;
  if (application === undefined || markers === undefined)
    throw new UserError(
      `\`drills\` does not say ${application === undefined ? 'what is looked at from outside' : 'how markers are written'}`,
      `add \`${application === undefined ? 'application' : 'markers'}\` to it`,
    );
  const declared = declaredIn(order);
  const { url, ...rest } = application;
  return standingSystem(
    cluster,
    {
      ...{ namespace: environment.namespace, breaks, hooks: inject, role: markers.role },
      container: declared.container,
      selector: selectorOf(workload),
      local: { database: declared.database },
      service: { database: declared.database, host: markers.service },
      client: { user: markers.user, password: { secret: markers.secret, key: markers.key } },
      application: { ...rest, base: new URL(url) },
      ...(failover === undefined ? {} : { failover }),
      ...(switchover === undefined ? {} : { switchover }),
    },
    {
      ...{ runId: run.id, holder: `${origin.actor} in ${origin.run}`, profile, env, report },
      lives: Math.ceil((profile.steady * 4 + deadline + returns) / 1000) + 600,
      folder: resolve(dirname(config)),
      now: steadyClock(),
      append: line => appendFileSync(join(folder, 'markers.jsonl'), line),
    },
  );
}

interface Writing {
  stop: NonNullable<ScratchTarget['markers']>['stop'];
  clear(): Promise<string[]>;
}

/** Markers in the system that stands, for as long as a steady state takes; nothing where slipway.yml says of none. */
async function startWriting(
  cluster: Cluster,
  order: Ordered,
  workload: Workload,
): Promise<Writing | undefined> {
  const { drills, profile, signal, run, report } = order;
  if (drills.markers === undefined || drills.application === undefined) return undefined;
  const system = standing(cluster, order, workload, 'pod');
  await system.prepare(signal);
  const writer = startWriter({
    ...{ runId: run.id, every: profile.markers.every, patience: profile.markers.patience },
    ...{ send: system.markers.send, append: system.append, now: system.now },
  });
  report('markers are written');
  await sleep(profile.steady, undefined, { signal });
  return { stop: writer.stop, clear: system.clear };
}

async function scratchTarget(
  order: Ordered,
  workload: Workload,
  objects: Application['objects'],
  writing: Writing | undefined,
): Promise<ScratchTarget> {
  const { recovery, drills, environment, owner, env, config, run, signal, target } = order;
  const { scratch, application, markers } = drills;
  if (scratch === undefined) throw new Error('a drill without its namespace');
  const declared = declaredIn(order);
  const name = nameOfDatabase(drills.database ?? '', recovery);
  const repository = declared.to[0] ?? '';
  const [store] = await openStores(recovery, config, env);
  const set = store && (await readSet(store.store, owner));
  const counted = set?.manifest.databases.find(each => each.name === name);
  const label = counted?.backups.find(each => each.repository === repository)?.label;
  const template = templateOf(workload)?.spec;
  if (template === undefined) throw new Error('a workload without a template');
  return {
    copy: {
      ...{ app: owner.app, template, signal, run: run.id, patience: 300_000 },
      ...{ name: `${name}-copy`, namespace: scratch.namespace, from: environment.namespace },
      ...{ container: declared.container, configuration: declared.configuration },
      volume: volumeOf(scratch.volume ?? ''),
      sleep: milliseconds => sleep(milliseconds),
    },
    ...{ stanza: declared.stanza, database: declared.database, set: label },
    repository: { name: repository, number: recovery.repositories[repository]?.pgbackrest ?? 0 },
    size: parseSegmentSize(counted?.segment ?? 0) ?? usualSize,
    limits: {
      backup: 1.5 * declared.incremental,
      wal: Math.max(
        target.rpo,
        (declared['archive-timeout'] ?? declared.incremental) + declared['archive-lag'],
      ),
    },
    expected: set && { manifest: set.manifest, name },
    idle: writing === undefined,
    service: markers?.service ?? declared.workload.name,
    markers: writing && { runId: run.id, stop: writing.stop },
    application: application && {
      objects,
      start: scratch.start.map(({ kind, name: of }) => `${kind}/${of}`),
      secrets: scratch.configuration,
      service: scratch.service,
      port: scratch.port,
      functional: functionalOf(application),
    },
  };
}

const functionalOf = ({ url: _, host: __, ...rest }: NonNullable<Ordered['drills']['application']>) => rest;

/** What every guard looks at; production is asked where a context leads to it. */
async function withGuard<Result>(
  { drills }: Ordered,
  cluster: Cluster,
  use: (
    guard: Omit<Guarded, 'where' | 'scratch' | 'repositories' | 'manifests' | 'probe'>,
  ) => Promise<Result>,
): Promise<Result> {
  const { 'production-context': context, clusters: allowed, production } = drills;
  const rest = { cluster, productionNamespaces: [], allowed, production, rollouts: [] };
  if (context === undefined) return use({ ...rest, productionCluster: undefined });
  const productionCluster = await connect({ context });
  try {
    return await use({ ...rest, productionCluster });
  } finally {
    await productionCluster.close();
  }
}
