import type { Config } from '../../../config/types.ts';
import { counted } from '../../../toolkit/count.ts';
import { jsonIn, jsonMap, mapsIn } from '../../../toolkit/map.ts';
import {
  found,
  type Judgements,
  judgementOf,
  metUnless,
  notAsked,
  type RuleJudgement,
  unknown,
} from '../../judgement.ts';

type Texts = Readonly<Record<string, string>>;
type Recorded = { readonly about: Texts; readonly outputs: Texts };

/** Judges the record of `replication`, of one database. Each other database of slipway.yml is unknown without a record of its own. Pure. */
export function judgeReplicas(record: Recorded, { environments }: Pick<Config, 'environments'>): Judgements {
  const { database: asked, environment = '' } = record.about;
  const names = Object.keys(environments[environment]?.recovery?.databases ?? {});
  const name = asked || (names.length === 1 ? names[0] : undefined);
  if (name === undefined || !names.includes(name)) return {};
  const scopeOf = (database: string) => ({ object: `Database/${database}`, scope: `Database/${database}` });
  const notRecorded = names
    .filter(each => each !== name)
    .map(each => notAsked(`\`slipway replication\` has no record of the database ${each}`, scopeOf(each)));
  const judged = judgeOne(record, environments[environment]?.assess?.zones);
  return Object.fromEntries(
    Object.entries(judged).flatMap(([rule, each]) =>
      each === undefined ? [] : [[rule, [{ ...each, ...scopeOf(name) }, ...notRecorded]]],
    ),
  );
}

/** @param zones that the environment asks for; default: several. */
function judgeOne({ outputs }: Recorded, zones?: number): Record<string, RuleJudgement | undefined> {
  const tables = mapsIn(jsonIn(outputs.tables ?? ''));
  const wrong = tables.filter(each => each.verdict !== 'equal');
  const standbys = jsonIn(outputs.standbys ?? '');
  const count = Array.isArray(standbys) ? standbys.length : 0;
  const reason = outputs.reason || 'the step gave no reason';
  // The reason of a verdict without tables is about standbys and archive alone.
  const ok = outputs.verdict === 'pass' || (wrong.length > 0 && reason.split('; ').length === wrong.length);
  const copies = { verdict: ok ? 'pass' : outputs.verdict, reason };
  // Where slipway.yml promises nothing, nothing is missing.
  const { streaming = 0, apart = 0, archiving } = jsonMap(outputs.replicates ?? '') ?? {};
  const standby = judgementOf(`standbys that replicate in time: ${count}`, copies);
  const current = judgementOf('standbys and the WAL archive are current', copies);
  return {
    'replication-standbys':
      ok && count === 0
        ? metUnless('the database has no standby', '', 'add one in another zone')
        : ok && apart === 0 && zones !== 1
          ? found('unknown', 'no standby that streams WAL is known to be in another zone than the primary', {
              remedy:
                'declare one with `survives: zone` in `replicas` of the database, and run `slipway replication` with permission to list nodes',
            })
          : standby,
    'replication-archive':
      ok && archiving !== true && streaming === 0
        ? found('unknown', 'no WAL is archived or streamed, and slipway.yml declares none', {
            remedy: 'set `archive-timeout` or `replicas` of the database, and run `slipway replication`',
          })
        : current,
    'replication-synchronous': judgeCommits(outputs.replicates ?? ''),
    'replication-tables': tables.length === 0 ? undefined : judgeTables(tables.length, wrong),
  };
}

function judgeCommits(replicates: string): RuleJudgement {
  const { synchronous, allWait } = jsonMap(replicates) ?? {};
  if (typeof synchronous !== 'number' || typeof allWait !== 'boolean')
    return unknown(
      'the record does not say whether commits wait for a standby: no primary answered, or an older version of Slipway made it',
    );
  if (synchronous === 0)
    return metUnless(
      'commits do not wait for a standby, so the loss of the machine of the primary loses the latest ones',
      '',
      'replicate synchronously: set `synchronous_standby_names`, or `synchronous_mode` of Patroni',
    );
  return metUnless(
    allWait
      ? []
      : 'the server, a role, a database or a function sets `synchronous_commit` to off or local, so its commits do not wait for a standby',
    `commits wait for ${counted(synchronous, 'standby')}`,
    'remove the setting: `select * from pg_db_role_setting` shows those of roles and databases, `pg_proc.proconfig` those of functions',
  );
}

function judgeTables(count: number, wrong: ReturnType<typeof mapsIn>): RuleJudgement {
  const differs = wrong.find(each => each.verdict === 'differs');
  return differs === undefined && wrong[0] !== undefined
    ? unknown(String(wrong[0].sentence))
    : metUnless(
        differs && String(differs.sentence),
        `${count} comparisons of tables found no difference`,
        'find out what changed the replica, and build it again from the primary',
      );
}
