import { nearest } from '../config/suggest.ts';
import { excluded, foreign, written } from './absence.ts';
import type { QueryResult } from './ask.ts';
import { contradictions } from './contradiction.ts';
import { inspectLines } from './log-lines.ts';
import { boundOf, ownMatchers, type Probe, podOf, type WatchedPod } from './probe.ts';
import type { MetricSource, Series } from './prometheus.ts';
import { type Matcher, matches, narrowed, parseSelector, printSelector } from './selector.ts';
import type { Sides } from './share.ts';

/** The result of the check of one metric. */
export interface Findings {
  problems: string[];
  warnings: string[];
}

/** The two sides, and every Service that selects the stable pods. */
export interface SidesOfServices extends Sides {
  services: readonly string[];
}

type Query = (promql: string) => Promise<QueryResult<Series[]>>;

/** Checks whether a metric exists as the gate will query it; returns the probe of a histogram with its buckets. */
export async function inspect(
  source: MetricSource,
  probe: Probe,
  sides: SidesOfServices,
  pods: readonly WatchedPod[],
  at: number,
): Promise<Findings & { probe: Probe }> {
  const { namespace } = sides;
  const query: Query = promql => source.query(promql, at);
  const ours = ownMatchers(namespace, pods);
  const requests = await query(narrowed(written(probe), ours));
  if (!requests.ok) return { probe, problems: [requests.detail], warnings: [] };
  if (requests.value.length === 0)
    return { probe, problems: [await whyNothing(query, source.name, probe, ours)], warnings: [] };
  const problems = contradictions({ series: [requests.value] }, { ...probe, boundaries: [] } as Probe, pods);
  const bound = await boundService(query, requests.value, sides, ours);
  if (bound !== undefined)
    problems.push(
      `the pods are scraped only through Service/${bound}, which will not select the candidate's pods; scrape all of them by a PodMonitor or through Service/${sides.stable}`,
    );
  const counted = new Set(requests.value.map(({ labels }) => podOf(labels, pods)?.uid));
  const silent = pods.filter(({ uid }) => !counted.has(uid));
  const warnings =
    silent.length === 0
      ? []
      : [`${silent.length} of ${pods.length} pods have no series for it, such as ${silent[0]?.name}`];
  if (probe.kind === 'histogram') {
    const buckets = bucketsOf(requests.value);
    problems.push(...bucketProblems(probe, buckets));
    return { probe: { ...probe, buckets }, problems, warnings };
  }
  const { problem, warning } =
    probe.kind === 'logs'
      ? await inspectLines(source, { namespace, probe, pods, at })
      : await inspectBad(query, probe, requests.value, ours);
  if (problem !== undefined) problems.push(problem);
  if (warning !== undefined) warnings.push(warning);
  return { probe, problems, warnings };
}

/**
 * Returns a Service through which these series are scraped and the candidate's will not be; undefined if they might. A rollout keeps
 * every Service but the main one from selecting the candidate.
 */
async function boundService(
  query: Query,
  series: readonly Series[],
  { services, stable }: SidesOfServices,
  ours: readonly Matcher[],
): Promise<string | undefined> {
  const names = new Set(series.map(({ labels }) => labels.service ?? ''));
  if (![...names].every(name => name !== stable && services.includes(name))) return undefined;
  // Applications may set this label, too; the series `up` have only labels of the scrape.
  const ups = await query(narrowed('up', ours));
  const scraping = new Set(ups.ok ? ups.value.map(({ labels }) => labels.service) : []);
  return [...names].every(name => scraping.has(name)) ? [...names][0] : undefined;
}

/** Returns the upper bounds of the buckets, in seconds, without infinity. */
function bucketsOf(series: readonly Series[]): number[] {
  const bounds = new Set(series.map(({ labels }) => boundOf(labels)));
  return [...bounds].filter(Number.isFinite).sort((a, b) => a - b);
}

/** Returns problems with boundaries that are not buckets. */
function bucketProblems(
  { boundaries }: Extract<Probe, { kind: 'histogram' }>,
  buckets: readonly number[],
): string[] {
  return boundaries
    .filter(bound => !buckets.includes(bound))
    .map(bound => `${bound} s is not one of its buckets; choose ${around(bound, buckets).join(' or ')}`);
}

/** Returns the nearest buckets below and above. Pure. */
export function around(bound: number, buckets: readonly number[]): number[] {
  const below = buckets.filter(each => each < bound).at(-1);
  const above = buckets.find(each => each > bound);
  return [below, above].filter(each => each !== undefined);
}

/** Checks the selector of bad requests, because errors that it cannot match would make every release look good. */
async function inspectBad(
  query: Query,
  probe: Extract<Probe, { kind: 'ratio' }>,
  requests: readonly Series[],
  ours: readonly Matcher[],
): Promise<{ problem?: string; warning?: string }> {
  const found = await query(narrowed(probe.bad, ours));
  if (!found.ok) return { problem: found.detail };
  const { name, matchers } = parseSelector(probe.bad) ?? { name: '', matchers: [] };
  const isPart = name === parseSelector(probe.total)?.name;
  const key = ({ labels: { __name__, ...labels } }: Series) => JSON.stringify(Object.entries(labels).sort());
  if (found.value.length > 0) {
    const areIn = (all: readonly Series[]) => {
      const known = new Set(all.map(key));
      return found.value.every(each => known.has(key(each)));
    };
    if (!isPart || areIn(requests)) return {};
    // A scrape between the two answers may have brought the first bad request.
    const again = await query(narrowed(probe.total, ours));
    if (!again.ok) return { problem: again.detail };
    if (areIn(again.value)) return {};
    return {
      problem: `${probe.bad} selects series that ${probe.total} does not; \`bad\` must select a part of \`total\``,
    };
  }
  const others = isPart ? undefined : await query(narrowed(name, ours));
  const there = others === undefined ? requests : others.ok ? others.value : [];
  if (there.length === 0)
    return { warning: `the series ${name} does not exist yet, so its name cannot be checked` };
  const labels = new Set(there.flatMap(each => Object.keys(each.labels)));
  const unknown = matchers.find(({ label }) => !labels.has(label));
  if (unknown !== undefined) {
    const own = [...labels].filter(label => !scraped.has(label));
    const near = nearest(unknown.label, own);
    const remedy = near === undefined ? `they have ${own.join(', ')}` : `did you mean \`${near}\`?`;
    return { problem: `the series of ${name} have no label ${unknown.label}; ${remedy}` };
  }
  const silent = matchers.find(matcher => !there.some(each => matches(matcher, each.labels)));
  const values = [...new Set(there.map(each => each.labels[silent?.label ?? ''] ?? ''))].slice(0, 8);
  const seen = silent === undefined ? '' : `: so far ${silent.label} is ${values.join(', ')}`;
  return { warning: `${probe.bad} selects nothing yet${seen}` };
}

/** Labels from the scrape, by which requests do not differ. */
const scraped = new Set(['__name__', 'job', 'instance', 'namespace', 'pod', 'pod_uid', 'node', 'container']);

/** Returns the most likely fix when the pods have no series with this name and these labels. */
async function whyNothing(
  query: Query,
  server: string,
  probe: Probe,
  ours: readonly Matcher[],
): Promise<string> {
  const { name } = parseSelector(written(probe)) ?? { name: '' };
  const bare = await query(`topk(5, ${narrowed(name, ours)})`);
  if (!bare.ok) return bare.detail;
  if (bare.value.length > 0) return excluded(probe, bare.value, 'the live pods');
  const elsewhere = await query(`topk(5, ${written(probe)})`);
  if (!elsewhere.ok) return elsewhere.detail;
  if (elsewhere.value[0] !== undefined) return foreign(probe, elsewhere.value[0]);
  const all = await query(`group by (__name__) (${printSelector({ name: '', matchers: [...ours] })})`);
  if (!all.ok) return all.detail;
  const names = all.value.map(({ labels }) => labels.__name__ ?? '');
  if (names.length === 0) {
    return `Prometheus ${server} has no series of these pods at all; check that it scrapes them, and that their series have the labels namespace and pod`;
  }
  if (probe.kind === 'histogram' && names.includes(name.replace(/_bucket$/, ''))) {
    return `${name.replace(/_bucket$/, '')} has no classic buckets, only native ones; keep both`;
  }
  const suffix = probe.kind === 'histogram' ? /_bucket$/ : /_total$|_count$/;
  const near =
    nearest(name, names) ?? names.find(each => suffix.test(each) && /request|http|grpc/.test(each));
  const hint =
    near === undefined ? 'send them a request first, or correct the name' : `did you mean \`${near}\`?`;
  return `the pods have no series ${name}; ${hint}`;
}
