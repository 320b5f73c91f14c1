import type { RequirementAssessment } from '../assess/assessment.ts';
import type { Container } from '../cluster/exec.ts';
import type { Cluster } from '../cluster/port.ts';
import type { Recovery } from '../config/recovery.ts';
import type { EncryptedColumn } from '../keys/columns.ts';
import type { KeyQuestion } from '../keys/judge.ts';
import type { SqlSession } from '../keys/session.ts';
import type { FernetKey } from '../recovery/fernet.ts';
import { copyContainer, copySocket } from '../recovery/postgres/copy-pod.ts';
import type { Connection } from '../recovery/postgres/sql.ts';
import { onUserError, UserError } from '../toolkit/errors.ts';
import { defineAction, type Host, optional } from '../toolkit/host.ts';
import { oneOf } from '../toolkit/input-text.ts';
import { assessmentOutputs, publishAssessments } from './assessment-report.ts';
import * as shared from './inputs.ts';
import { currentKey, type DeclaredKey, declaredKeys, newKey, oldKey, onlyKey } from './key-source.ts';
import { databaseOf, nameOfDatabase, podsOf, recoveryOf } from './recovery.ts';
import { type ActionRequest, requestOf, withCluster } from './session.ts';

const engine = () => import('./keys-engine.ts');
type Engine = Awaited<ReturnType<typeof engine>>;

export const keysAction = defineAction({
  name: 'keys',
  description:
    'Check that the encrypted columns of a database can be decrypted, search a restored copy for tokens, or encrypt the columns with another key.',
  inputs: {
    operation: optional(
      '`check`, which changes nothing, or `rotate`, which encrypts with the key in NEW_KEY; a dry run without `confirm`.',
      'check',
    ),
    environment: shared.environment,
    config: shared.config,
    'kube-context': shared.kubeContext,
    database: optional('Name of the database in slipway.yml. Default: that of `drills`, or the only one.'),
    copy: optional(
      'Address of a restored copy to check instead, one entry of the output `addresses` of `restore`. It is also searched for tokens, and a rotation is rehearsed in it. Default: the primary.',
    ),
    secret: optional(
      'Name of the Secret in `drills.encrypted` whose key to check or rotate. Default: all for a check, the only one for a rotation.',
    ),
    confirm: optional(
      'Confirmation to rotate: `rotate DATABASE in ENVIRONMENT`, with the names in slipway.yml. Default: a dry run.',
    ),
    'encrypt-plain': optional(
      'Whether a rotation also encrypts values that are stored in plaintext: `true` or `false`.',
      'false',
    ),
    credentials: optional(
      'JSON object for a rotation, with NEW_KEY, and OLD_KEY if the Secret of the application does not hold the old key, in addition to the environment. Default: none.',
    ),
    report: optional('Path of the JSON report to write.', 'keys.json'),
    'tool-mirrors': shared.toolMirrors,
  },
  positional: 'operation',
  outputs: {
    rotated: 'Number of values that were encrypted with the new key; empty for a check and a dry run.',
    ...assessmentOutputs,
  },
  refused: { verdict: 'fail' },
  run: async (inputs, host) => {
    const operation = oneOf('operation', ['check', 'rotate'], inputs.operation);
    const request = await requestOf(inputs, host);
    const { environment, config } = request;
    const recovery = recoveryOf(environment, inputs.environment);
    const name = nameOfDatabase(inputs.database || (recovery.drills?.database ?? ''), recovery);
    const database = databaseOf(recovery, name);
    const encryptPlain = shared.flag('encrypt-plain', inputs['encrypt-plain']);
    const keys = declaredKeys(recovery, inputs.secret);
    const confirmed = isConfirmed(inputs, operation, name);
    const copy = inputs.copy === '' ? undefined : copyOf(inputs.copy, environment.namespace, database);
    host.output('rotated', '');
    const now = new Date();
    const judging: KeyQuestion = {
      of: copy === undefined ? `database ${name}` : `copy ${inputs.copy}`,
      at: now.toISOString(),
      scope: `database ${name}`,
      levels: environment.assess?.rules ?? {},
    };
    const { acceptExceptions } = await import('../assess/assessment.ts');
    return withCluster(inputs, environment, host, engine, async (cluster, use) => {
      const signal = host.cancellation();
      const target = copy ?? (await primaryOf(cluster, request, database, signal));
      const copied = copy !== undefined;
      const order: Order = { cluster, use, target, judging, signal, host, request, database, copied };
      const result =
        operation === 'rotate'
          ? await rotateKey(order, onlyKey(keys), confirmed, encryptPlain)
          : { notes: [], assessments: await checkAll(order, keys, recovery) };
      const assessments = acceptExceptions(result.assessments, environment.assess?.exceptions ?? [], now);
      // A later run of the same job must not replace what this one says about something else.
      const about = [operation, name, inputs.secret, inputs.copy];
      const publishing = { ...inputs, by: 'keys', about } as const;
      return publishAssessments({ ...result, assessments }, config.app, publishing, now, host);
    });
  },
});

type Database = Recovery['databases'][string];

interface Target extends Container {
  readonly connection: Connection;
}

interface Order {
  readonly cluster: Cluster;
  readonly use: Engine;
  readonly request: ActionRequest;
  readonly database: Database;
  readonly target: Target;
  /** Whether the target is a restored copy. */
  readonly copied: boolean;
  readonly judging: KeyQuestion;
  readonly signal: AbortSignal;
  readonly host: Host;
}

/** @returns whether to write. @throws UserError for a phrase that does not fit. */
function isConfirmed(
  { confirm, environment, copy }: Readonly<Record<'confirm' | 'environment' | 'copy', string>>,
  operation: 'check' | 'rotate',
  name: string,
): boolean {
  if (operation === 'rotate' && copy !== '')
    throw new UserError(
      'a restored copy is not rotated',
      'use the operation `check`, which rehearses a rotation in it',
    );
  const phrase = `rotate ${name} in ${environment}`;
  if (confirm === '' || (operation === 'rotate' && confirm === phrase)) return confirm !== '';
  throw new UserError(
    `the rotation of ${name} in ${environment} is not confirmed`,
    `write "${phrase}" as \`confirm\` with the operation \`rotate\`, or remove it`,
  );
}

async function primaryOf(
  cluster: Cluster,
  { environment: { namespace } }: ActionRequest,
  declared: Database,
  signal: AbortSignal,
): Promise<Target> {
  const { membersOf } = await import('../recovery/postgres/members.ts');
  const connection = { database: declared.database };
  const { pods } = await podsOf(cluster, namespace, declared);
  const { primary } = await membersOf(pods, connection, signal);
  return { namespace, pod: primary.pod, container: declared.container, connection };
}

/** @throws UserError for anything but an address in another namespace. */
function copyOf(address: string, production: string, { database }: Database): Target {
  const [, pod, namespace] = /^([a-z0-9][a-z0-9.-]{0,251})\.([a-z0-9][a-z0-9-]{0,62})$/.exec(address) ?? [];
  if (pod !== undefined && namespace !== undefined && namespace !== production)
    return { namespace, pod, container: copyContainer, connection: { database, host: copySocket } };
  throw new UserError(
    `the input \`copy\` is not the address of a restored copy: "${address}"`,
    'write pod.namespace, one entry of the output `addresses` of `restore`',
  );
}

const inSession = <Result>(
  { cluster, use, target, signal }: Order,
  work: (session: SqlSession) => Promise<Result>,
): Promise<Result> => {
  const converse = (command: readonly string[]) =>
    use.execInteractive(target, command, { reach: cluster.reach });
  return use.withSession({ connection: target.connection, signal, converse }, work);
};

const scopedTo = ({ by }: DeclaredKey, judging: KeyQuestion): KeyQuestion => ({
  ...judging,
  scope: `${judging.scope}, ${by}`,
});

const checkAll = async (order: Order, keys: readonly DeclaredKey[], recovery: Recovery) => [
  ...(await checkColumns(order, keys)),
  ...(await scanCopy(order)),
  ...(await atRest(order, recovery)),
];

/** K1, K2, K4 and K5 of the declared columns. */
async function checkColumns(order: Order, keys: readonly DeclaredKey[]): Promise<RequirementAssessment[]> {
  const { use, judging, cluster, request, host } = order;
  const all: RequirementAssessment[] = [];
  for (const each of keys) {
    const old = await currentKey(each, cluster, request, host);
    const { columns, counts } = await inSession(order, async session => {
      const columns = await use.columnsIn(session, each.columns);
      return { columns, counts: await use.countColumns(session, columns, { old }) };
    });
    const rotated = order.copied ? await rehearse(order, columns, old) : ('not rehearsed' as const);
    const ofKey = scopedTo(each, judging);
    const kept = order.copied ? { ...ofKey, scope: `copy of ${ofKey.scope}` } : ofKey;
    all.push(
      ...use.judgeColumns(counts, each.by, kept),
      ...use.judgeRotation(rotated, columns.length, ofKey),
    );
  }
  return all;
}

async function rehearse(order: Order, columns: readonly EncryptedColumn[], old: FernetKey) {
  const how = 'rehearse';
  const keys = { old, new: order.use.randomKey() };
  const rotation = { columns, keys, how, encryptPlain: false, report: () => undefined } as const;
  return inSession(order, session => order.use.rotate(session, rotation)).then(
    rotated => ({ how, ...rotated }) as const,
    onUserError(({ message }) => ({ failed: message }), order.signal),
  );
}

/** K5 in other columns. */
async function scanCopy(order: Order): Promise<RequirementAssessment[]> {
  const found = order.copied ? await inSession(order, order.use.scanForTokens) : undefined;
  return order.use.judgeScan(found, order.judging);
}

/** S9. */
async function atRest(
  { cluster, use, judging, signal, request, database }: Order,
  { repositories }: Recovery,
): Promise<RequirementAssessment[]> {
  const ask = async () => {
    const { pods } = await podsOf(cluster, request.environment.namespace, database);
    const [exec] = pods.values();
    const answer = await exec?.(use.infoArguments({ stanza: database.stanza }), { signal });
    if (answer?.code !== 0)
      throw new UserError(answer === undefined ? 'no pod is running' : use.pgbackrestFailure(answer), '');
    return use.parseInfo(answer.stdout, database.stanza);
  };
  const stanza = await ask().catch(onUserError(({ message }) => message, signal));
  const numbers = database.to.map(name => [name, repositories[name]?.pgbackrest] as const);
  return [...use.judgeRepositories(stanza, numbers, judging), ...(await use.judgeEtcd(cluster, judging))];
}

async function rotateKey(order: Order, declared: DeclaredKey, confirmed: boolean, encryptPlain: boolean) {
  const { cluster, use, judging, host, request } = order;
  const old = await oldKey(declared, cluster, request, host);
  const keys = { old, new: newKey(declared, old, request.env, host) };
  const how = confirmed ? 'commit' : 'dry-run';
  const { report } = host;
  const rotated = await inSession(order, async session => {
    const columns = await use.columnsIn(session, declared.columns);
    return use.rotate(session, { columns, keys, how, encryptPlain, report });
  });
  if (confirmed) host.output('rotated', String(rotated.written));
  for (const { column, old, new: current, plain } of rotated.counts)
    report(`${column.name}: ${old} were under the old key, ${current} under the new key, ${plain} plain`);
  return {
    assessments: use.judgeRotation({ how, ...rotated }, rotated.counts.length, scopedTo(declared, judging)),
    notes: confirmed ? use.afterRotation(declared.by) : [use.afterDryRun],
  };
}
