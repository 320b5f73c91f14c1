import type { DecisionRecord, RecordedFinding, TickRow } from '../decision/schema.ts';
import { formatTime, timeSpan } from '../toolkit/duration.ts';
import { time } from '../toolkit/markdown.ts';
import { bandsOf, countedPods, countsOf, metricsOf, tracks } from './series.ts';

/** A table of a decision record as plain text, for the summary and the page. */
export interface TextTable {
  title: string;
  head: string[];
  rows: string[][];
}

/** Returns the tables of metrics, steps, pods and verdicts, without their empty columns. */
export const tablesOf = (record: DecisionRecord): TextTable[] =>
  [metricTable(record), stepTable(record), podTable(record), verdictTable(record)].map(withoutEmptyColumns);

/** Returns a row for each phase and stage: when it started, how long it took, its requests, and its outcome. */
function stepTable(record: DecisionRecord): TextTable {
  const [metric] = metricsOf(record);
  const rows = bandsOf(record).map(({ label, from, to }) => {
    const within = record.ticks.filter(({ at }) => {
      const minute = (at - record.startedAt) / 60_000;
      return minute > from && minute <= to;
    });
    return [
      label,
      clock(record.startedAt + from * 60_000),
      timeSpan((to - from) * 60_000),
      within.length === 0 ? '' : whole(countsOf(within, metric, 'canary').total),
      shareOf(within),
      endOf(record, record.startedAt + to * 60_000),
    ];
  });
  return {
    title: 'Steps',
    head: ['step', 'start (UTC)', 'duration', 'requests of the candidate', 'measured share', 'outcome'],
    rows,
  };
}

/** Returns why a step ended, from the timeline. */
function endOf(record: DecisionRecord, at: number): string {
  const next = record.timeline.find(moment => Math.abs(moment.at - at) < 1);
  return (
    next?.reason ??
    (record.end !== undefined && record.end.at <= at + 1 ? record.end.state.replace('-', ' ') : '')
  );
}

function shareOf(rows: readonly TickRow[]): string {
  const shares = rows.flatMap(({ share }) => (share === undefined ? [] : [share]));
  if (shares.length === 0) return '';
  return `${(shares.reduce((sum, each) => sum + each, 0) / shares.length).toFixed(1)} %`;
}

/** Returns a row for each metric: both versions, their ratio with its interval, and the status. */
function metricTable({ findings }: DecisionRecord): TextTable {
  return {
    title: 'Metrics',
    head: ['metric', 'candidate', 'baseline', 'ratio (confidence interval)', 'status'],
    rows: findings.map(finding => [
      finding.boundary === undefined ? finding.name : `${finding.name}: slower than ${finding.boundary} s`,
      badRate(finding.canary),
      badRate(finding.baseline),
      interval(finding),
      `${statusNames[finding.status] ?? finding.status}${finding.dryRun === true ? ' (dry run)' : ''}`,
    ]),
  };
}

/** The statuses that have another word in the record. */
const statusNames: Readonly<Partial<Record<RecordedFinding['status'], string>>> = {
  harmed: 'worse',
  open: 'undecided',
};

/** `1.02 % (312 of 30,540)`. */
function badRate({ bad, total }: { bad: number; total: number }): string {
  if (total === 0) return 'no requests';
  return `${percentage((100 * bad) / total)} (${whole(bad)} of ${whole(total)})`;
}

/** `1.04 (0.81 to 1.33)`. */
export function interval({ ratio }: Pick<RecordedFinding, 'ratio'>): string {
  if (ratio === undefined) return '';
  const high = ratio.high === null ? 'above' : ratio.high.toFixed(2);
  return `${ratio.estimate === null ? 'unknown' : ratio.estimate.toFixed(2)} (${ratio.low.toFixed(2)} ${ratio.high === null ? 'and' : 'to'} ${high})`;
}

/** Returns a row for each pod, with its requests and how many of them were bad. */
function podTable(record: DecisionRecord): TextTable {
  const metrics = metricsOf(record);
  const counted = new Map<string, { track: string; total: number; bad: number[] }>();
  for (const { readings } of record.ticks) {
    metrics.forEach(({ name, index }, column) => {
      for (const track of tracks) {
        for (const pod of countedPods(readings[name], track)) {
          const known = counted.get(pod.pod) ?? { track, total: 0, bad: [] };
          if (column === 0) known.total += pod.total;
          known.bad[column] = (known.bad[column] ?? 0) + (pod.bad[index] ?? 0);
          counted.set(pod.pod, known);
        }
      }
    });
  }
  const facts = new Map(record.pods.map(each => [each.pod, each]));
  // Empty instead of 0 when the record has no ticks, because no requests were counted.
  const number = (value: number | undefined) => (record.ticks.length === 0 ? '' : whole(value ?? 0));
  const names = [...new Set([...facts.keys(), ...counted.keys()])];
  const rows = names.map(name => {
    const fact = facts.get(name);
    const counts = counted.get(name);
    return [
      name,
      { canary: 'candidate', baseline: 'baseline' }[fact?.track ?? counts?.track ?? ''] ?? '',
      fact?.node ?? '',
      fact?.zone ?? '',
      fact === undefined || fact.gone === true ? 'gone' : fact.ready ? 'yes' : 'no',
      fact === undefined ? '' : String(fact.restarts),
      number(counts?.total),
      ...metrics.map((_, column) => number(counts?.bad[column])),
      fact?.note ?? '',
    ];
  });
  return {
    title: 'Pods',
    head: [
      'pod',
      'version',
      'node',
      'zone',
      'ready',
      'restarts',
      'requests',
      ...metrics.map(({ title }) => title),
      'note',
    ],
    rows: rows.sort(([a = '', trackA = ''], [b = '', trackB = '']) =>
      trackA === trackB ? (a < b ? -1 : 1) : trackA > trackB ? -1 : 1,
    ),
  };
}

/** Returns the verdicts of the gate, and the facts that needed no statistics, by time. */
function verdictTable({ verdicts, facts }: DecisionRecord): TextTable {
  const said = [
    // Most verdicts are `continue`, which is not worth a row.
    ...verdicts
      .filter(({ verdict }) => verdict.verdict !== 'continue')
      .map(({ at, stage, verdict }) => ({
        at,
        row: [`stage ${stage + 1}: ${verdict.verdict}`, verdict.reason],
      })),
    ...facts.map(({ at, fact }) => ({
      at,
      row: [`fact: ${fact.kind}`, factText(fact)],
    })),
  ];
  return {
    title: 'Verdicts and facts',
    head: ['time (UTC)', 'what', 'reason'],
    rows: said.sort((a, b) => a.at - b.at).map(({ at, row }) => [clock(at), ...row]),
  };
}

/** Most facts name their pod themselves. */
const factText = ({ pod, detail }: DecisionRecord['facts'][number]['fact']): string =>
  pod === undefined || detail.includes(pod) ? detail : `${pod}: ${detail}`;

/** Returns the facts about a rollout: images, runs, strategy, metrics. */
export function aboutTable(record: DecisionRecord): TextTable {
  const { judging, watchdog, calls, durations, reduced } = record;
  const rows = [
    [
      'release',
      `${record.release} of ${record.app} in ${record.environment} (${record.workload}, namespace ${record.namespace})`,
    ],
    [
      'baseline',
      record.baseline === undefined ? 'none: it is the first release' : `release ${record.baseline}`,
    ],
    ...Object.entries(record.images).map(([name, image]) => [`image ${name}`, image]),
    ...promotionRows(record),
    ...Object.entries(record.signatures ?? {}).map(([name, { by, attested }]) => [
      `signature of ${name}`,
      [by, ...attested].join(', '),
    ]),
    ...record.runs.map(({ at, by, doing, token }) => [
      doing,
      `${by.actor}, ${by.run}${by.revision === undefined ? '' : `, commit ${by.revision.slice(0, 12)}`}, ${formatTime(at)}, fencing token ${token}`,
    ]),
    ['strategy', strategyText(record)],
    ...(judging === undefined
      ? []
      : [
          ['profile', judging.policy.profile],
          ['estimate before the start', judging.said.join(' ')],
        ]),
    ...(record.checked === true ? [['gate', 'checks'] as [string, string]] : []),
    ...(record.gate?.metrics ?? []).map(metric => [`metric ${metric.name}`, queries(metric)]),
    ...(watchdog === undefined ? [] : [['watchdog', watchdog]]),
    ...(calls === 0 ? [] : [['calls to the API server', whole(calls)]]),
    ...Object.entries(durations).map(([name, ms]) => [name, time(ms)]),
    ...reduced.map(what => ['record shortened', what]),
  ];
  return { title: 'About this rollout', head: ['', ''], rows };
}

function promotionRows({ promotion }: DecisionRecord): string[][] {
  if (promotion === undefined) return [];
  const { environment, release, verifiedAt, soak, forced } = promotion;
  return forced === undefined
    ? [
        [
          'proof for promotion',
          `release ${release} of ${environment}, verified ${verifiedAt}, soak ${time(soak)}`,
        ],
      ]
    : [['forced', `${forced.reason}; requirement not met: ${forced.against}`]];
}

function strategyText({ strategy, rolled }: DecisionRecord): string {
  if (rolled === true) return `rolling instead of ${strategy.kind}, deadline ${timeSpan(strategy.deadline)}`;
  const steps = strategy.steps
    ?.flatMap(({ weight, pause, approve }) => [
      `${weight} %`,
      ...(pause === undefined ? [] : [`pause ${timeSpan(pause)}`]),
      ...(approve === true ? ['approve'] : []),
    ])
    .join(', ');
  return [
    strategy.kind,
    ...(steps === undefined ? [] : [steps]),
    ...(strategy.bake === undefined
      ? []
      : [
          `bake at ${strategy.bake.weight} % for ${timeSpan(strategy.bake.for)}${strategy.bake.approve === true ? ', approve' : ''}`,
        ]),
    `deadline ${timeSpan(strategy.deadline)}`,
  ].join(', ');
}

function queries(metric: Record<string, unknown>): string {
  const parts = ['bad', 'total', 'histogram'].flatMap(key =>
    typeof metric[key] === 'string' ? [`${key} ${metric[key]}`] : [],
  );
  if (Array.isArray(metric.logs)) parts.unshift(`log lines at level ${metric.logs.join(' or ')}`);
  return parts.join(' of ');
}

function withoutEmptyColumns({ title, head, rows }: TextTable): TextTable {
  const used = head.map((_, column) => rows.some(row => (row[column] ?? '') !== ''));
  const kept = (row: string[]) => row.filter((_, column) => used[column] === true);
  return { title, head: kept(head), rows: rows.map(kept) };
}

/** `14:05:09`. */
export const clock = (at: number) => new Date(at).toISOString().slice(11, 19);

/** `30,540`. */
export const whole = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');

/** `1.02 %`, `0.034 %`. */
export function percentage(value: number): string {
  if (value === 0) return '0 %';
  return `${value >= 0.1 ? value.toFixed(2) : Number(value.toPrecision(2))} %`;
}
