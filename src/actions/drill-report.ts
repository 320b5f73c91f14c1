import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClusterError } from '../cluster/errors.ts';
import type { Cluster } from '../cluster/port.ts';
import type { Recovery } from '../config/recovery.ts';
import type { Environment } from '../config/types.ts';
import type { DrillFacts, DrillReport } from '../recovery/drill-report.ts';
import type { HistoryEntry } from '../recovery/history.ts';
import type { SetOwner } from '../recovery/sets.ts';
import { sha256 } from '../toolkit/checksums.ts';
import { secondsOutput } from '../toolkit/duration.ts';
import { UserError } from '../toolkit/errors.ts';
import { gitHubOf } from '../toolkit/github.ts';
import type { Host } from '../toolkit/host.ts';
import { defined } from '../toolkit/map.ts';
import { openStores } from './recovery.ts';

interface About {
  readonly owner: SetOwner;
  readonly recovery: Recovery;
  readonly environment: Environment;
  /** Contains the evidence; the report is written here. */
  readonly folder: string;
  /** Path of slipway.yml. */
  readonly config: string;
  readonly env: NodeJS.ProcessEnv;
  /** Empty: no issue is opened. */
  readonly issuesToken: string;
}

/**
 * Judges a drill, and writes its report to every store, the job summary, `dr-report.json` and `report.html`. An unreachable store does
 * not change the verdict; only its history is missing.
 * @param cluster where a passed drill is recorded; undefined for one that did not start.
 * @returns whether it passed.
 */
export async function publishDrill(
  cluster: Cluster | undefined,
  facts: DrillFacts,
  about: About,
  host: Host,
): Promise<boolean> {
  const { reportOf } = await import('../recovery/drill-report.ts');
  const { drillSummary } = await import('../report/drill.ts');
  const { drillPage } = await import('../report/drill-page.ts');
  const records = await import('../recovery/drill-records.ts');
  const { levels } = await import('../recovery/levels.ts');
  const { folder } = about;
  const report = reportOf({ ...facts, files: await hashesIn(folder) });
  const entry = records.entryOf(report);
  const history = await kept(about, host, async ({ store, locked }) => {
    const until = locked === undefined ? undefined : facts.endedAt + locked;
    await records.writeDrill(store, about.owner, report, until);
    return records.readDrills(store, about.owner);
  });
  await Promise.all([
    writeFile(join(folder, 'dr-report.json'), `${JSON.stringify(report, null, 2)}\n`),
    writeFile(join(folder, 'report.html'), drillPage(report, history ?? [entry])),
  ]);
  const { verdict, reasons, reached } = report;
  host.output('verdict', verdict);
  host.output('rto-seconds', secondsOutput(entry.rto));
  host.output('rpo-seconds', secondsOutput(entry.rpo));
  host.output('proved', reached === undefined || !levels.includes(reached) ? '' : reached);
  host.output('report-folder', folder);
  host.output('reason', reasons[0] ?? '');
  await host.summary(drillSummary(report));
  host.report(`${verdict}${reasons[0] === undefined ? '' : `: ${reasons[0]}`}`);
  if (verdict === 'pass' && cluster !== undefined) await remember(cluster, report, about, entry, host);
  await updateIssue(report, history ?? [entry], about.issuesToken, host);
  return verdict === 'pass';
}

/**
 * Publishes a refused drill like any other, but records nothing in the cluster. A failure here is only a warning, because the caller
 * throws the refusal itself.
 */
export async function publishRefused(facts: DrillFacts, about: About, host: Host): Promise<void> {
  try {
    await publishDrill(undefined, facts, about, host);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    host.annotate('warning', { message: `the report of the refused drill was not published: ${said}` });
  }
}

/** Opens, updates or closes the issue of a scenario. An error of GitHub is a warning, and does not change the verdict. */
async function updateIssue(report: DrillReport, history: readonly HistoryEntry[], token: string, host: Host) {
  const github = gitHubOf(host.env, token);
  if (github === undefined) return;
  const { drillIssue, label } = await import('../report/drill-issue.ts');
  const { keepIssues } = await import('../toolkit/issues.ts');
  const topic = drillIssue(report, history);
  if (topic === undefined) return;
  try {
    for (const line of await keepIssues(github, label, [topic])) host.report(line);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    host.annotate('warning', { message: `the issue of ${report.scenario} was not updated: ${said}` });
  }
}

/** Records a passed drill in the cluster, for the next release and for monitoring. A failure is a warning, and does not change the verdict. */
async function remember(
  cluster: Cluster,
  { scenario, startedAt, run, reached }: DrillReport,
  { owner, environment: { namespace } }: About,
  { rto, rpo }: HistoryEntry,
  host: Host,
): Promise<void> {
  const { recordLast } = await import('../recovery/last-success.ts');
  const last = { at: startedAt, run: run.url ?? run.id, facts: defined({ rto, rpo, proved: reached }) };
  try {
    await recordLast(cluster, { app: owner.app, namespace }, `drill-${scenario}`, last);
  } catch (error) {
    // In another cluster the namespace of the environment does not exist; the stores have the record.
    if (error instanceof ClusterError && error.status === 404) return;
    if (!(error instanceof UserError)) throw error;
    const message = `this passed drill is not recorded in the cluster, so the alert SlipwayDrillTooOld does not count it: ${error.sentence}`;
    host.annotate('warning', { message });
  }
}

type OpenStore = Awaited<ReturnType<typeof openStores>>[number];

/** Writes to every store, also if another one is down. @returns the history of the first one; undefined if there is none. */
async function kept<History>(
  { recovery, config, env }: About,
  host: Host,
  keep: (store: OpenStore) => Promise<History>,
): Promise<History | undefined> {
  let history: History | undefined;
  for (const [name, repository] of Object.entries(recovery.repositories)) {
    if (repository.store === undefined) continue;
    try {
      const only = { ...recovery, repositories: { [name]: repository } };
      for (const store of await openStores(only, config, env)) {
        const read = await keep(store);
        history ??= read;
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const message = `the report of this drill is not in the store of ${name}: ${error.message}`;
      host.annotate('warning', { message });
    }
  }
  return history;
}

async function hashesIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const hashes = names.map(async name => [name, sha256(await readFile(join(folder, name)))] as const);
  return Object.fromEntries(await Promise.all(hashes));
}
