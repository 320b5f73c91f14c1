import { nearest } from '../config/suggest.ts';
import { excluded, foreign, written } from './absence.ts';
import { contradictions } from './contradiction.ts';
import { inspectLines } from './log-lines.ts';
import { boundOf, ownMatchers, type Probe, podOf, type WatchedPod } from './probe.ts';
import type { MetricSource, Series } from './prometheus.ts';
import { lets, type Matcher, narrowed, parseSelector, printSelector } from './selector.ts';

/** The result of the check of one metric. */
export interface Findings {
  problems: string[];
  warnings: string[];
}

/** Checks whether a metric exists as the gate will query it; returns the probe of a histogram with its buckets. */
export async function inspect(
  source: MetricSource,
  probe: Probe,
  namespace: string,
  pods: readonly WatchedPod[],
  at: number,
): Promise<Findings & { probe: Probe }> {
  const ours = ownMatchers(namespace, pods);
  const requests = await source.query(narrowed(written(probe), ours), at);
  if (!requests.ok) return { probe, problems: [requests.detail], warnings: [] };
  if (requests.value.length === 0) {
    return { probe, problems: [await whyNothing(source, probe, namespace, pods, at)], warnings: [] };
  }
  const problems = contradictions({ series: [requests.value] }, { ...probe, boundaries: [] } as Probe, pods);
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
  if (probe.kind === 'logs') {
    const lines = await inspectLines(source, { namespace, probe, pods, at });
    return { probe, problems: [...problems, ...lines.problems], warnings: [...warnings, ...lines.warnings] };
  }
  const bad = await inspectBad(source, probe, requests.value, ours, at);
  return { probe, problems: [...problems, ...bad.problems], warnings: [...warnings, ...bad.warnings] };
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
  source: MetricSource,
  probe: Extract<Probe, { kind: 'ratio' }>,
  requests: readonly Series[],
  ours: readonly Matcher[],
  at: number,
): Promise<Findings> {
  const found = await source.query(narrowed(probe.bad, ours), at);
  if (!found.ok) return { problems: [found.detail], warnings: [] };
  const [bad, total] = [parseSelector(probe.bad), parseSelector(probe.total)];
  const key = ({ labels: { __name__, ...labels } }: Series) => JSON.stringify(Object.entries(labels).sort());
  if (found.value.length > 0) {
    const known = new Set(requests.map(key));
    const stranger = bad?.name === total?.name ? found.value.find(each => !known.has(key(each))) : undefined;
    return stranger === undefined
      ? { problems: [], warnings: [] }
      : {
          problems: [
            `${probe.bad} selects series that ${probe.total} does not; \`bad\` must select a part of \`total\``,
          ],
          warnings: [],
        };
  }
  const there =
    bad?.name === total?.name ? requests : ((await same(source, bad?.name ?? '', ours, at)) ?? []);
  if (there.length === 0) {
    return {
      problems: [],
      warnings: [`the series ${bad?.name} does not exist yet, so its name cannot be checked`],
    };
  }
  const labels = new Set(there.flatMap(each => Object.keys(each.labels)));
  const unknown = bad?.matchers.find(({ label }) => !labels.has(label));
  if (unknown !== undefined) {
    const own = [...labels].filter(label => !scraped.has(label));
    const near = nearest(unknown.label, own);
    const remedy = near === undefined ? `they have ${own.join(', ')}` : `did you mean \`${near}\`?`;
    return {
      problems: [`the series of ${bad?.name} have no label ${unknown.label}; ${remedy}`],
      warnings: [],
    };
  }
  const silent = bad?.matchers.find(matcher => !there.some(each => lets(matcher, each.labels)));
  const values = [...new Set(there.map(each => each.labels[silent?.label ?? ''] ?? ''))].slice(0, 8);
  const seen = silent === undefined ? '' : `: so far ${silent.label} is ${values.join(', ')}`;
  return { problems: [], warnings: [`${probe.bad} selects nothing yet${seen}`] };
}

/** Labels from the scrape, by which requests do not differ. */
const scraped = new Set(['__name__', 'job', 'instance', 'namespace', 'pod', 'pod_uid', 'node', 'container']);

async function same(
  source: MetricSource,
  name: string,
  ours: readonly Matcher[],
  at: number,
): Promise<Series[] | undefined> {
  const found = await source.query(narrowed(name, ours), at);
  return found.ok ? found.value : undefined;
}

/** Returns the most likely fix when the pods have no series with this name and these labels. */
async function whyNothing(
  source: MetricSource,
  probe: Probe,
  namespace: string,
  pods: readonly WatchedPod[],
  at: number,
): Promise<string> {
  const ours = ownMatchers(namespace, pods);
  const { name } = parseSelector(written(probe)) ?? { name: '' };
  const bare = await source.query(`topk(5, ${narrowed(name, ours)})`, at);
  if (!bare.ok) return bare.detail;
  if (bare.value.length > 0) return excluded(probe, bare.value, 'the live pods');
  const elsewhere = await source.query(`topk(5, ${written(probe)})`, at);
  if (!elsewhere.ok) return elsewhere.detail;
  if (elsewhere.value[0] !== undefined) return foreign(probe, elsewhere.value[0]);
  const all = await source.query(
    `group by (__name__) (${printSelector({ name: '', matchers: [...ours] })})`,
    at,
  );
  if (!all.ok) return all.detail;
  const names = all.value.map(({ labels }) => labels.__name__ ?? '');
  if (names.length === 0) {
    return `Prometheus ${source.name} has no series of these pods at all; check that it scrapes them, and that their series have the labels namespace and pod`;
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
