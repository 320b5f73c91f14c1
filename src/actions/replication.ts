import type { CopyAddress } from '../recovery/postgres/copy-address.ts';
import type { TableComparison } from '../recovery/postgres/replica-comparison.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, type Host, optional, setOutputs } from '../toolkit/host.ts';
import { listed } from '../toolkit/input-text.ts';
import { cell } from '../toolkit/markdown.ts';
import * as shared from './inputs.ts';
import { databaseOf, nameOfDatabase, recoveryOf } from './recovery.ts';
import { requestOf, withCluster } from './session.ts';
import type { ReplicationReport } from './standbys.ts';

const engine = async () => ({
  ...(await import('./standbys.ts')),
  ...(await import('../recovery/postgres/replica-comparison.ts')),
});
type Engine = Awaited<ReturnType<typeof engine>>;

/** A command only: it reads whole tables, which no workflow should do unasked. */
export const replicationCommand = defineAction({
  name: 'replication',
  description:
    'Check the standbys and the WAL archive of a database, and compare tables on the primary with each standby and each logically replicated copy.',
  inputs: {
    environment: shared.environment,
    database: optional('Name of the database in slipway.yml. Default: the only one.'),
    tables: optional(
      'Tables to compare, separated by commas or lines, with their schema if that is not `public`. Default: none.',
    ),
    timeout: optional('How long a replica may take to replay what was written before a comparison.', '1m'),
    config: shared.config,
    'kube-context': shared.kubeContext,
  },
  outputs: {
    verdict:
      '`pass`, `fail` (a standby or the archive is behind or missing, or a table differs), or `unknown` (something could not be read or compared; never a pass).',
    standbys: 'JSON array with a sentence for each connected standby.',
    replicates:
      'JSON object of what replicates, regardless of what slipway.yml promises: `streaming` (standbys that stream WAL), `apart` (of them, those that are known to be in another zone than the primary), `synchronous` (those that commits wait for), `allWait` (`false` if the server, a role, a database or a function sets `synchronous_commit` to `off` or `local`) and `archiving` (whether WAL is archived).',
    tables:
      'JSON array of the comparisons with `table`, `replica`, `verdict` (`equal`, `differs` or `unknown`) and `sentence`.',
    reason: 'Why the verdict is not `pass`; otherwise empty.',
  },
  refused: { verdict: 'unknown', standbys: '[]', replicates: '{}', tables: '[]' },
  recorded: ['environment', 'database'],
  run: async (inputs, host) => {
    const { environment } = await requestOf(inputs, host);
    const recovery = recoveryOf(environment, inputs.environment);
    const name = nameOfDatabase(inputs.database, recovery);
    const declared = databaseOf(recovery, name);
    const patience = shared.durationOf('timeout', inputs.timeout);
    const tables = listed(inputs.tables);
    const { copyAddress } = await import('../recovery/postgres/copy-address.ts');
    const copies = tables.length === 0 ? [] : declared.copies.map(each => copyAddress(each, host.env));
    return withCluster(inputs, environment, host, engine, async (cluster, code) => {
      const [report] = await code.replicationOf(cluster, environment.namespace, [[name, declared]]);
      if (report === undefined) return false;
      const compared: TableComparison[] = [];
      for (const table of tables)
        compared.push(
          ...(await compareAll(code, report, { table, copies, patience, database: declared.database })),
        );
      return publish(report, compared, host);
    });
  },
});

/** What is compared, and how long a replica may take. */
interface Comparing {
  readonly table: string;
  readonly database: string;
  readonly copies: readonly CopyAddress[];
  readonly patience: number;
}

/**
 * Compares a table on every replica. One that does not answer is unknown.
 * @throws UserError when there is none, and slipway.yml promises none. Where it does, that they are missing is the result.
 */
async function compareAll(
  { compareTable, standbyReplica, copyReplica }: Engine,
  { answer, pods, verdict }: ReplicationReport,
  { table, database, copies, patience }: Comparing,
): Promise<TableComparison[]> {
  const exec = 'primary' in answer ? pods.get(answer.primary) : undefined;
  if (!('primary' in answer) || exec === undefined) return [];
  const connection = { database };
  const primary = { exec, connection };
  const replicas = [
    ...[...pods].flatMap(([pod, exec]) =>
      answer.standbyPods.includes(pod) ? [standbyReplica(pod, exec, connection)] : [],
    ),
    ...copies.map(copy => copyReplica(copy, primary)),
  ];
  const silent = [...answer.unreachable].map(
    ([replica, why]): TableComparison => ({
      table,
      replica,
      verdict: 'unknown',
      sentence: `table ${table} on ${replica} is unknown: ${why}`,
    }),
  );
  if (replicas.length + silent.length === 0) {
    if (verdict !== 'ok') return [];
    throw new UserError(
      'there is nothing to compare with: the database has no standby',
      'add one, or name its `copies` in slipway.yml',
    );
  }
  return [...(await compareTable(primary, replicas, table, patience)), ...silent];
}

async function publish(
  { database, verdict, problems, standbys, facts }: ReplicationReport,
  compared: readonly TableComparison[],
  host: Host,
): Promise<boolean> {
  const verdicts = [verdict, ...compared.map(each => each.verdict)];
  const isBad = verdicts.some(each => each === 'behind' || each === 'missing' || each === 'differs');
  const result = isBad ? 'fail' : verdicts.includes('unknown') ? 'unknown' : 'pass';
  const unequal = compared.flatMap(each => (each.verdict === 'equal' ? [] : [each.sentence]));
  const reason = [...problems, ...unequal].join('; ');
  setOutputs(host, { verdict: result, standbys, replicates: facts, tables: compared, reason });
  const sentences = compared.map(({ sentence }) => sentence);
  for (const sentence of [...standbys, ...sentences]) host.report(`${database}: ${sentence}`);
  const lines = [...standbys, ...problems, ...sentences];
  await host.summary(
    `### Replication of ${cell(database)}: ${result}\n\n${lines.map(line => `- ${cell(line)}\n`).join('')}`,
  );
  return result === 'pass';
}
