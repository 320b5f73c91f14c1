import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster/port.ts';
import { steadyClock } from '../recovery/drill/clock.ts';
import { drillScratch } from '../recovery/drill/scratch-drill.ts';
import { totalSystem } from '../recovery/drill/total-system.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import { guarded } from '../recovery/guard/guarded.ts';
import { setTime } from '../recovery/sets.ts';
import { UserError } from '../toolkit/errors.ts';
import { pathTo, templateOf, type Workload } from '../workloads/kinds.ts';
import type { Ordered } from './drill.ts';
import { functionalOf, readKnownRecord } from './drill-application.ts';
import { declaredIn, facts, targetOf, withGuard, withLeftover } from './drill-guard.ts';
import { guardOfScratch } from './drill-in-scratch.ts';
import { requireApart } from './drill-parts.ts';
import { openArchive } from './open-archive.ts';

/** The drill of a total loss: only the offline archive and its key are left. */

/** How long pods may take to become ready; ms. */
const patience = 600_000;

/** @throws UserError when the guard refuses it, slipway.yml lacks a setting that it needs, or the archive or its key cannot be read. */
export async function totalDrill(cluster: Cluster, order: Ordered): Promise<DrillFacts> {
  const { drills, run, env, signal, report, environment } = order;
  const { total, scratch, application } = drills;
  if (total === undefined || scratch === undefined)
    throw new UserError(
      `the drill \`total\` needs \`drills.${total === undefined ? 'total' : 'scratch'}\``,
      'add it to slipway.yml',
    );
  if (order.archive === '' || order.drillKeyFile === '')
    throw new UserError(
      'the `total` drill needs the offline archive and its key',
      'set the input `archive` to the folder and `drill-key-file` to that of the key',
    );
  requireApart([['drills.total.bucket', total.bucket]], order.recovery);
  const { offline } = await openArchive(
    {
      archive: order.archive,
      'offline-key-file': order.drillKeyFile,
      volume: scratch.volume ?? '',
      registry: total.registry,
      bucket: total.bucket,
      region: total.region,
      'credentials-prefix': total['credentials-prefix'],
      // Empty, because the slipway.yml of the drill says whose archive and whose signatures are accepted.
      checksum: '',
      config: '',
    },
    { env, report },
    signal,
    order,
  );
  const live = await cluster.get<Workload>(pathTo(environment.namespace, declaredIn(order).workload));
  const image = total.image ?? templateOf(live ?? {})?.spec?.containers[0]?.image;
  if (image === undefined)
    throw new UserError(
      'the isolation cannot be tested: there is no image for the probe',
      'set `drills.total.image`',
    );
  const before = application && (await readKnownRecord(application, order));
  // After a total loss no other original address may be reached.
  const own = guardOfScratch(order, total.addresses, { image });
  return withGuard(order, cluster, guard =>
    guarded(
      { ...guard, ...own, repositories: [], manifests: [] },
      async () => {
        const now = steadyClock();
        const { set } = offline.index;
        const { system, close } = totalSystem(cluster, {
          bucket: offline.bucket,
          now,
          report,
          notDrilled: drills['not-drilled'],
          lost: { atMost: now() - setTime(set), because: `the newest set in the archive is ${set}` },
          offline: { ...offline, into: scratch.namespace, run: run.id, patience, signal },
          application: application && {
            namespace: scratch.namespace,
            service: scratch.service,
            port: scratch.port,
            functional: functionalOf(application),
            report,
            before,
            signal,
            sleep,
            patience: { start: patience, look: order.pace.probes.patience },
          },
        });
        const more = { deadline: drills.deadline, seed: order.seed, target: targetOf(order) };
        const found = await drillScratch({ ...facts(order), ...more }, system);
        const left = await close();
        return left === undefined ? found : withLeftover(found, left);
      },
      withLeftover,
    ),
  );
}
