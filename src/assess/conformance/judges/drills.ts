import type { Recovery } from '../../../config/recovery.ts';
import type { HistoryEntry } from '../../../recovery/history.ts';
import { scenarios } from '../../../recovery/scenario.ts';
import { formatDuration, maxClockSkew } from '../../../toolkit/duration.ts';
import { found, type Judgements, metUnless, type RuleJudgement, unknown } from '../../judgement.ts';

export interface ReportedDrill extends HistoryEntry {
  /** Where its record is. */
  readonly of: string;
}

const day = 86_400_000;
const days = (ms: number) => `${Math.floor(ms / day)} days`;

/** Scenarios that restore from backups. */
const restoring: readonly string[] = scenarios.flatMap(({ id, steps }) =>
  steps.some(({ action }) => action === 'restore-database') ? [id] : [],
);

/** Scenarios in which a member, a pod of the application, a node or a zone is lost, and others take over. */
const failingOver: readonly string[] = scenarios.flatMap(({ id, breaks }) =>
  breaks.kind === 'pod' ||
  breaks.kind === 'command' ||
  (breaks.kind === 'application' && (breaks.what === 'pod' || breaks.what === 'zone'))
    ? [id]
    : [],
);

/** Drills of how many scenarios count as many, if one of them restores and one fails over. */
const many = 4;

/** What is judged of all drills together. */
const ofSeveral: readonly string[] = ['drill-due', 'drill-variety', 'drill-measured'];

/** Judges drills of reports alone: the stores do not answer, so that a drill is missing is no finding. Pure. */
export const judgeReported = (...of: Parameters<typeof judgeDrills>): Judgements =>
  Object.fromEntries(
    Object.entries(judgeDrills(...of)).filter(
      ([rule, { status }]) => status === 'met' || !ofSeveral.includes(rule),
    ),
  );

/** Judges drills. Pure. @param now ms since 1970. */
export function judgeDrills(
  drills: readonly ReportedDrill[],
  { drills: settings }: Pick<Recovery, 'drills'>,
  now: number,
): Readonly<Record<string, RuleJudgement>> {
  const within = settings?.due?.['max-age'] ?? {};
  const rows = scenarios.flatMap(({ id, every }) => {
    const own = drills
      .filter(({ scenario, at }) => scenario === id && at <= now + maxClockSkew)
      .toSorted((a, b) => b.at - a.at);
    // A drill that did not run shows nothing, and takes nothing back of what one before it has shown.
    const last = own.find(({ verdict }) => verdict !== 'skipped' && verdict !== 'refused') ?? own[0];
    return last === undefined ? [] : [{ id, last, most: within[id] ?? 1.5 * Math.max(every, 7) * day }];
  });
  if (rows.length === 0) return {};
  const fresh = rows.filter(({ last, most }) => last.verdict === 'pass' && now - last.at <= most);
  const restores = fresh.filter(({ id }) => restoring.includes(id));
  const overdue = Object.keys(within).filter(id => !fresh.some(each => each.id === id));
  const by = (asked: string, of: string, at: number, judgement: RuleJudgement): RuleJudgement => ({
    ...judgement,
    evidence: [{ asked, of, at: new Date(at).toISOString() }],
  });
  const places = [...new Set(rows.map(({ last }) => last.of))].join(', ');
  const ofAll = (judgement: RuleJudgement) => by('the records of drills', places, now, judgement);
  return {
    ...Object.fromEntries(
      rows.map(({ id, last, most }) => [
        `drill-${id}`,
        by(`the ${id} drill`, last.of, last.at, judgeDrill(id, last, now - last.at, most)),
      ]),
    ),
    'drill-due': ofAll(
      metUnless(
        restores.length === 0
          ? 'no restore was rehearsed on schedule'
          : overdue.map(id => `the ${id} drill has not passed within its max-age`),
        `${fresh.length} scenarios were rehearsed on schedule, ${restores.length} of them restores`,
        'see the report of its last run, then run it again',
      ),
    ),
    'drill-variety': ofAll(judgeVariety(fresh, restores)),
    'drill-measured': ofAll(judgeMeasured(fresh, restores)),
  };
}

interface RehearsedScenario {
  readonly id: string;
  readonly last: HistoryEntry;
}

function judgeVariety(
  fresh: readonly RehearsedScenario[],
  restores: readonly RehearsedScenario[],
): RuleJudgement {
  const missing = [
    fresh.length < many && `${fresh.length} scenarios passed on schedule, and at least ${many} are required`,
    restores.length === 0 && 'no restore drill passed on schedule',
    !fresh.some(({ id }) => failingOver.includes(id)) &&
      'no drill of the loss of a pod, node or zone passed on schedule',
  ].filter(each => each !== false);
  return metUnless(missing, `${fresh.map(({ id }) => id).join(', ')} passed`, 'rehearse more scenarios');
}

/** A restart of seconds says nothing about a restore: each restore must have its time. */
function judgeMeasured(
  fresh: readonly RehearsedScenario[],
  restores: readonly RehearsedScenario[],
): RuleJudgement {
  const remedy = 'set `drills.application`, and run the drill again';
  if (fresh.length === 0) return unknown('no drill passed on schedule');
  if (fresh.every(({ last }) => last.rto === undefined))
    return metUnless('no drill measured the time to recover', '', remedy);
  if (restores.length === 0) return unknown('no restore drill passed on schedule');
  const open = restores.filter(({ last }) => last.rto === undefined);
  const named = (of: typeof restores) => of.map(({ id }) => `the ${id} drill`).join(', ');
  return open.length > 0
    ? found('unknown', `${named(open)} did not measure the time to recover`, { remedy })
    : metUnless([], `${named(restores)} measured the time to recover`);
}

/** Drills of one machine, whose loss must cost nothing, even if their target allows a loss. */
const lossless: readonly string[] = ['pod', 'node'];

function judgeDrill(id: string, { verdict, rpo }: HistoryEntry, age: number, most: number): RuleJudgement {
  if (age > most)
    return unknown(`the last ${id} drill is ${days(age)} old, and at most ${days(most)} are allowed`);
  if (verdict === 'pass' && lossless.includes(id)) {
    if (rpo === undefined) return unknown(`the ${id} drill passed, but did not measure the lost writes`);
    return metUnless(
      rpo > 0 ? `the ${id} drill lost ${formatDuration(rpo)} of writes` : [],
      `the ${id} drill passed, and lost no write`,
      'replicate synchronously, and set the `rpo` of `node` in `recovery.targets` to 0s',
    );
  }
  if (verdict === 'pass') return metUnless([], `the ${id} drill passed`);
  return verdict === 'breach' || verdict === 'fail'
    ? metUnless(`the ${id} drill ended with the verdict ${verdict}`, '', 'see its report')
    : unknown(`the last ${id} drill ended with the verdict ${verdict}`);
}
