import { setTimeout as sleep } from 'node:timers/promises';
import { drillsOf } from '../../database/drills.ts';
import { eventually, kubectl } from '../../e2e/harness.ts';
import { openStage, type Said, type Stage } from './stage.ts';

/** Backups, restores and drills that are killed at a moment that nobody chose: what they leave, and whether the next run goes on. */

export interface Kills {
  readonly kills: number;
  /** By kind: how many next runs ended as if nothing had been. */
  readonly went_on: number;
  /** Runs after a backup was killed that found the repositories whole. */
  readonly repositories_valid: number;
  /** What was still there when the next run had ended. */
  readonly left: number;
}

type Kind = 'backup' | 'restore' | 'drill';
const kinds = ['backup', 'restore', 'drill'] as const;

/** @param count of all kills, by turns. */
export async function judgeKills(count: number, say: (line: string) => void): Promise<Kills> {
  const stage = await openStage('kills');
  const result = { kills: 0, went_on: 0, repositories_valid: 0, left: 0 };
  try {
    // What a killed drill leaves is cleared away by the next one when its time is over.
    await stage.consumer.configure(config => {
      config.environments.production.recovery.drills.scratch.ttl = '2m';
    });
    const lengths = await measureLengths(stage);
    say(`uninterrupted: ${kinds.map(kind => `${kind} ${(lengths[kind] / 1000).toFixed(0)} s`).join(', ')}`);
    for (let turn = 0; turn < count; turn += 1) {
      const kind = kinds[turn % kinds.length] ?? 'backup';
      const { after, said, next, left } = await killOnce(stage, kind, lengths[kind]);
      result.kills += 1;
      result.left += left.length;
      if (next.green) result.went_on += 1;
      if (kind === 'backup' && next.green) result.repositories_valid += 1;
      say(
        `${turn + 1}: ${kind} killed after ${(after / 1000).toFixed(1)} s (${said}); the next ${next.green ? 'went on' : `was RED: ${next.text.slice(0, 300)}`}; left: ${left.join(', ') || 'nothing'}`,
      );
    }
    return result;
  } finally {
    await kubectl(['delete', 'namespace', copiesOf(stage), '--ignore-not-found', '--wait=false']);
    await stage.remove();
  }
}

/** Where restores go. */
const copiesOf = ({ database }: Stage) => `${database.namespace}-copy`;

async function measureLengths(stage: Stage): Promise<Record<Kind, number>> {
  const lengths = { backup: 0, restore: 0, drill: 0 };
  for (const kind of kinds) {
    const begun = performance.now();
    const { green, text } = await run(stage, kind);
    if (!green) throw new Error(`${kind} is red before anything was killed: ${text}`);
    lengths[kind] = performance.now() - begun;
  }
  return lengths;
}

const argumentsOf = (stage: Stage, kind: Kind): string[] =>
  ({
    backup: ['backup', '--type', 'incremental', '--wait', '1m'],
    restore: ['restore', '--into', copiesOf(stage), '--target', 'latest', '--wait', '1m'],
    drill: ['drill', '--scenario', 'restore', '--drill-key-file', stage.key],
  })[kind];

/** A restore begins in an empty namespace, as an operator makes it. */
async function run(stage: Stage, kind: Kind): Promise<Said> {
  if (kind === 'backup') return stage.backup('incremental');
  if (kind === 'drill') return stage.drill('restore');
  await emptied(copiesOf(stage));
  return stage.slipway(argumentsOf(stage, kind));
}

async function emptied(namespace: string): Promise<void> {
  await kubectl(['delete', 'namespace', namespace, '--ignore-not-found', '--wait']);
  await kubectl(['create', 'namespace', namespace]);
}

async function killOnce(stage: Stage, kind: Kind, length: number) {
  if (kind === 'restore') await emptied(copiesOf(stage));
  const child = stage.start(argumentsOf(stage, kind));
  const after = Math.random() * length;
  await Promise.race([sleep(after), child.done]);
  child.child.kill('SIGKILL');
  const { lines } = await child.done;
  // Nobody knows that it is dead before its lease, or its namespace, has run out.
  const next =
    kind === 'restore'
      ? await stage.slipway(argumentsOf(stage, kind))
      : await untilTaken(() => run(stage, kind));
  return {
    after,
    next,
    said: (lines.at(-1)?.text ?? 'it had said nothing').slice(0, 80),
    left: await leftIn(stage),
  };
}

/** A drill waits for nothing: the next run of its schedule tries again. */
async function untilTaken(again: () => Promise<Said>): Promise<Said> {
  const end = performance.now() + 240_000;
  for (;;) {
    const said = await again();
    if (
      said.green ||
      performance.now() > end ||
      !/belongs to the drill|is being deleted|another (run|drill)/.test(said.text)
    )
      return said;
    await sleep(10_000);
  }
}

/** Pods, namespaces, leases and locks of ours that are still there; the copy of a restore is what was asked for. */
async function leftIn(stage: Stage): Promise<string[]> {
  const { database } = stage;
  const { namespace } = database;
  const drills = drillsOf(database);
  await eventually(
    async () => (await kubectl(['get', 'namespace', drills, '--ignore-not-found', '-o', 'name'])) === '',
    120_000,
  ).catch(() => undefined);
  const lines = async (args: string[]) => (await kubectl(args)).split('\n').filter(line => line !== '');
  const held = "jsonpath={range .items[*]}lease/{.metadata.name} {.spec.holderIdentity}{'\\n'}{end}";
  const notes =
    "jsonpath={range .items[*]}{.metadata.name} {.metadata.annotations.slipway\\.dev/replay-paused}{'\\n'}{end}";
  const paused = await Promise.all(
    (await database.members()).map(({ name }) =>
      database.sql(
        `select 'replay paused on ${name}' where pg_is_in_recovery() and pg_is_wal_replay_paused()`,
        name,
      ),
    ),
  );
  const lock = (await database.pgbackrest(['info', '--output=json', '--log-level-console=off'])).includes(
    '"held":true',
  );
  return [
    ...(await lines(['get', 'namespace', drills, '--ignore-not-found', '-o', 'name'])),
    ...(await lines(['-n', namespace, 'get', 'pods', '-l', 'slipway.dev/kind', '-o', 'name'])),
    // One that was let go has no holder.
    ...(await lines(['-n', namespace, 'get', 'leases', '-o', held])).filter(line => / ./.test(line)),
    ...(await lines(['-n', namespace, 'get', 'pods', '-o', notes])).filter(line => / ./.test(line)),
    ...paused.flat(),
    ...(lock ? ['a lock of pgBackRest'] : []),
  ];
}
