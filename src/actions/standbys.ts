import { zoneOf } from '../cluster/labels.ts';
import type { Node } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { watchedDatabases } from '../config/standbys.ts';
import type { Environment } from '../config/types.ts';
import type { ReplicationAnswer } from '../recovery/postgres/replication.ts';
import type { ReplicationFacts, ReplicationVerdict } from '../recovery/postgres/replication-verdict.ts';
import { onUserError, UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { type DatabasePods, podsOf } from './recovery.ts';

/** Reads the lag of the standbys and of the WAL archive of each database of an environment, in its pods. */

export interface ReplicationReport extends ReplicationVerdict {
  /** Its name in slipway.yml. */
  readonly database: string;
  readonly answer: ReplicationAnswer;
  readonly facts: ReplicationFacts;
  /** Empty if its workload cannot be read. */
  readonly pods: DatabasePods['pods'];
}

/** A pod that answers later counts as unreachable; ms. */
const patience = 10_000;

type Databases = ReturnType<typeof watchedDatabases>;

/** Queries and judges each database. Never throws for one that cannot be queried: it is unknown. */
export const replicationOf = (
  cluster: Cluster,
  namespace: string,
  databases: Databases,
): Promise<ReplicationReport[]> =>
  Promise.all(
    databases.map(async ([database, declared]): Promise<ReplicationReport> => {
      const asked = askDatabase(cluster, namespace, declared);
      return { database, ...(await asked.catch(onUserError(unknownBecause))) };
    }),
  );

const unknownBecause = ({ sentence }: UserError): Omit<ReplicationReport, 'database'> => ({
  verdict: 'unknown',
  problems: [sentence],
  standbys: [],
  answer: { unknown: sentence },
  facts: { streaming: 0, apart: 0, archiving: false },
  pods: new Map(),
});

async function askDatabase(
  cluster: Cluster,
  namespace: string,
  declared: Databases[number][1],
): Promise<Omit<ReplicationReport, 'database'>> {
  const { askReplication, measureReplication } = await import('../recovery/postgres/replication.ts');
  const { replicationFacts } = await import('../recovery/postgres/replication-verdict.ts');
  const { pods, running } = await podsOf(cluster, namespace, declared);
  const zones = await zonesOf(cluster, running);
  const ask = () => askReplication(pods, { database: declared.database }, patience);
  const measured = await measureReplication(ask, declared, zones);
  return { pods, ...measured, facts: replicationFacts(measured.answer, zones) };
}

/** Returns the zone of each pod by its name and by its address; none if nodes may not be listed. */
async function zonesOf(cluster: Cluster, running: DatabasePods['running']): Promise<Map<string, string>> {
  const listed = cluster.list<Node>(pathOf(resources.node, ''));
  const { items } = await listed.catch(onUserError(() => ({ items: [] })));
  return new Map(
    running.flatMap(({ metadata, spec, status }) => {
      const node = items.find(each => each.metadata?.name === spec?.nodeName);
      const zone = node && zoneOf(node);
      if (zone === undefined) return [];
      return [metadata?.name, status?.podIP].flatMap(key =>
        key === undefined ? [] : [[key, zone] as const],
      );
    }),
  );
}

/** What is wrong before a release, a sentence each. */
interface StandbyFindings {
  /** Each connected standby, for the log. */
  readonly standbys: readonly string[];
  /** Problems for which slipway.yml blocks releases. */
  readonly refusals: readonly UserError[];
  readonly warnings: readonly string[];
}

/**
 * Checks the standbys and the WAL archives before a release. A database that cannot be asked is only a warning with `on-lag: block`, too:
 * the release may be the one that creates or repairs it.
 */
export async function standbyFindings(
  cluster: Cluster,
  { namespace, recovery }: Pick<Environment, 'namespace' | 'recovery'>,
): Promise<StandbyFindings> {
  const reports = await replicationOf(cluster, namespace, watchedDatabases(recovery));
  const wrong = reports.flatMap(({ database, verdict, problems }) => {
    const what = verdict === 'unknown' ? 'the lag of its standbys and of its WAL archive is unknown: ' : '';
    const message = `database ${database}: ${what}${problems.join('; ')}`;
    const blocks = verdict !== 'unknown' && recovery?.databases[database]?.['on-lag'] === 'block';
    return verdict === 'ok' ? [] : [{ message, blocks }];
  });
  const remedy =
    'check pg_stat_replication and pg_stat_archiver, or set `on-lag: warn` of the database in slipway.yml';
  return {
    standbys: reports.flatMap(({ database, standbys }) => standbys.map(each => `${database}: ${each}`)),
    refusals: wrong.flatMap(({ message, blocks }) => (blocks ? [new UserError(message, remedy)] : [])),
    warnings: wrong.flatMap(({ message, blocks }) => (blocks ? [] : [message])),
  };
}

/** Reports the findings before a release. @throws UserError for the first problem for which slipway.yml blocks releases. */
export async function checkStandbys(
  cluster: Cluster,
  environment: Pick<Environment, 'namespace' | 'recovery'>,
  host: Pick<Host, 'annotate' | 'report'>,
): Promise<void> {
  const { standbys, refusals, warnings } = await standbyFindings(cluster, environment);
  for (const standby of standbys) host.report(standby);
  for (const message of warnings) host.annotate('warning', { title: 'Standbys', message });
  if (refusals[0] !== undefined) throw refusals[0];
}
