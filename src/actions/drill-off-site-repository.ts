import { execIn } from '../cluster/exec.ts';
import type { Cluster } from '../cluster/port.ts';
import { cutPolicy, requireNoEgressPolicy } from '../recovery/drill/egress-cut.ts';
import type { LiveSystem } from '../recovery/drill/live-system.ts';
import { type Archives, drillOffSiteDown } from '../recovery/drill/off-site-down.ts';
import { within } from '../recovery/drill/patience.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import type { Exec } from '../recovery/exec.ts';
import { newest } from '../recovery/postgres/archive.ts';
import { askArchiver } from '../recovery/postgres/archiver.ts';
import { declaredLimits, freshness } from '../recovery/postgres/freshness.ts';
import { proveRepository, readRepository } from '../recovery/postgres/proving.ts';
import { type SegmentSize, segmentName } from '../recovery/postgres/wal.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Ordered } from './drill.ts';
import { segmentSizeOf } from './drill-archiving.ts';
import { behindGuard, declaredIn, liveFacts } from './drill-guard.ts';
import { inLimits, liveSystemOf } from './drill-live.ts';
import { podsOf } from './recovery.ts';

/** The repository in another region: which one it is, and the drill that cuts it off. */

/** Cuts off the off-site repository. @throws UserError when the guard refuses it, or slipway.yml lacks a setting that it needs. */
export async function offSiteDownDrill(cluster: Cluster, order: Ordered): Promise<DrillFacts> {
  const { drills, environment } = order;
  const { namespace } = environment;
  const declared = declaredIn(order);
  const { workload } = await podsOf(cluster, namespace, declared);
  const cut = { selector: workload.spec?.selector ?? {}, destinations: drills['off-site'].addresses };
  if (drills.inject['off-site'] === undefined) {
    // Before the first write: throws if the repository cannot be cut off.
    cutPolicy(namespace, order.run.id, cut);
    await requireNoEgressPolicy(cluster, namespace);
  }
  const live = liveSystemOf(cluster, order, workload, 'off-site', cut);
  const { system, signal } = inLimits(cluster, order, live);
  const drill = { ...liveFacts(order, signal), within: declaredLimits(declared).wal };
  return behindGuard(order, cluster, async () => {
    const size = await segmentSizeOf(cluster, order);
    return drillOffSiteDown(drill, system, archivesOf(cluster, order, system, size));
  });
}

/** Timeout of a repository, longer than a healthy one needs; ms. */
const archivePatience = 20_000;

/** Returns the repositories as the current primary sees them. */
function archivesOf(cluster: Cluster, order: Ordered, system: LiveSystem, size: SegmentSize): Archives {
  const declared = declaredIn(order);
  const { stanza, database, container } = declared;
  const { namespace } = order.environment;
  const offSite = offSiteIn(order);
  const onSite = declared.to.find(name => name !== offSite);
  if (onSite === undefined)
    throw new UserError(
      'the database is backed up to the off-site repository only, so no backup would continue without it',
      'add another repository to `to`',
    );
  const placeOf = (name: string) => ({ stanza, repository: numberOf(order, name) });
  const inPrimary: Exec = async (command, options = {}) => {
    const { pod } = await system.primary();
    return execIn({ namespace, pod, container }, command, { reach: cluster.reach, ...options });
  };
  const limits = declaredLimits(declared);
  const common = { exec: inPrimary, size, now: system.now };
  return {
    archiver: signal => askArchiver(inPrimary, { database }, signal),
    offSiteFault: async outer => {
      const read = (signal: AbortSignal) =>
        readRepository({ ...common, place: placeOf(offSite), signal: AbortSignal.any([signal, outer]) });
      const answer = await within(archivePatience, read);
      if ('fault' in answer) return answer.fault;
      const { stanza: seen, listing } = answer.answer;
      // The same check as L0 of backups and drills.
      return freshness(seen, numberOf(order, offSite), newest(listing), limits, system.now()).problems[0];
    },
    onSite: async signal => {
      const { listing } = await readRepository({ ...common, place: placeOf(onSite), signal });
      const last = listing.segments.at(-1)?.segment;
      return last && segmentName(last, size);
    },
    prove: async archived => {
      const proving = { ...common, limits, archived, signal: order.signal };
      const levelChecks = [];
      for (const name of [onSite, offSite])
        levelChecks.push(...(await proveRepository({ ...proving, place: placeOf(name) })));
      return levelChecks;
    },
  };
}

/** Returns the repository in another region. @throws UserError when there is none. */
export function offSiteIn(order: Ordered): string {
  const { drills, recovery } = order;
  const { to } = declaredIn(order);
  const named = drills['off-site'].repository;
  const found = to.find(name =>
    named === undefined ? recovery.repositories[name]?.survives === 'region' : name === named,
  );
  if (found !== undefined) return found;
  throw new UserError(
    named === undefined
      ? 'the database is not backed up to another region'
      : `the database is not backed up to the repository ${named}`,
    'add a repository with `survives: region` to `to` of the database',
  );
}

export const numberOf = ({ recovery }: Ordered, repository: string): number =>
  recovery.repositories[repository]?.pgbackrest ?? 0;
