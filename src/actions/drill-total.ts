import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster/port.ts';
import { steadyClock } from '../recovery/drill/clock.ts';
import { drillScratch } from '../recovery/drill/scratch-drill.ts';
import { totalSystem } from '../recovery/drill/total-system.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import { guarded } from '../recovery/guard/guarded.ts';
import { placeOf } from '../recovery/scratch/probe.ts';
import { setTime } from '../recovery/sets.ts';
import { pathTo, templateOf, type Workload } from '../release/workloads/kinds.ts';
import { UserError } from '../toolkit/errors.ts';
import { openArchive } from './archived.ts';
import type { Ordered } from './drill.ts';
import { functionalOf, oldRecord } from './drill-application.ts';
import { declaredIn, facts, placesOf, targetOf, withGuard } from './drill-guard.ts';
import { demandApart } from './drill-parts.ts';

/** The drill in which nothing is left but the offline archive and its key. */

/** How long pods may take until they are ready; ms. */
const patience = 600_000;

/** @throws UserError when the guard refuses it, slipway.yml lacks what it takes, or the archive or its key cannot be read. */
export async function totalDrill(cluster: Cluster, order: Ordered): Promise<DrillFacts> {
  const { drills, run, env, signal, report, environment } = order;
  const { total, scratch, application } = drills;
  if (total === undefined || scratch === undefined)
    throw new UserError(
      `\`drills\` does not say where everything comes back`,
      `add \`${total === undefined ? 'total' : 'scratch'}\` to it`,
    );
  if (order.archive === '' || order.offlineKey === '')
    throw new UserError(
      'a total loss leaves the offline archive and its key, and they are not given',
      'name the folder by the input `archive`, and the file of the key by `offline-key`',
    );
  demandApart([['drills.total.bucket', total.bucket]], order.recovery);
  const { index, offline, bucket } = await openArchive(
    {
      ...{ archive: order.archive, key: order.offlineKey, volume: scratch.volume ?? '' },
      ...{ registry: total.registry, bucket: total.bucket, region: total.region, login: total.login },
      // The drill itself knows whose archive it has to be, and whose signature counts.
      ...{ checksum: '', config: '', 'tool-mirrors': order.toolMirrors },
    },
    { env, report },
    signal,
    order,
  );
  const live = await cluster.get<Workload>(pathTo(environment.namespace, declaredIn(order).workload));
  const image = total.image ?? templateOf(live ?? {})?.spec?.containers[0]?.image;
  if (image === undefined)
    throw new UserError(
      'there is no image here by which the isolation could be tried',
      'name one in `drills.total.image`',
    );
  const before = application && (await oldRecord(application, order));
  const open = ({ cidr, port }: (typeof total.at)[number]) =>
    total.at.some(way => way.cidr === cidr && way.port === port);
  return withGuard(order, cluster, guard =>
    guarded(
      {
        ...guard,
        ...{ where: 'scratch', repositories: [], manifests: [] },
        scratch: { name: scratch.namespace, run: run.id, ttl: scratch.ttl, ways: total.at },
        probe: {
          image,
          // What a region or a bucket of before could give is lost.
          places: [
            ...scratch['must-not-reach'].map(placeOf),
            ...scratch.ways.filter(way => !open(way)).flatMap(placesOf),
          ],
          controls: total.at.flatMap(placesOf),
          baits: [],
        },
      },
      async () => {
        const now = steadyClock();
        const { system, close } = totalSystem(cluster, {
          ...{ bucket, now, report, notDrilled: drills['not-drilled'] },
          lost: {
            atMost: now() - setTime(index.set),
            because: `the newest set in the archive is ${index.set}`,
          },
          offline: { ...offline, into: scratch.namespace, run: run.id, patience, signal },
          application: application && {
            ...{ namespace: scratch.namespace, service: scratch.service, port: scratch.port },
            ...{ functional: functionalOf(application), before, signal, sleep },
            patience: { start: patience, look: order.profile.probes.patience },
          },
        });
        const more = { deadline: drills.deadline, seed: order.seed, target: targetOf(order) };
        const found = await drillScratch({ ...facts(order), ...more }, system);
        const left = await close();
        return left === undefined ? found : { ...found, left: [...found.left, left] };
      },
    ),
  );
}
