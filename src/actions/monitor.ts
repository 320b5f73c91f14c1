import type { Cluster } from '../cluster/port.ts';
import type { MonitorReport, MonitorRequest } from '../monitoring/monitor.ts';
import type { RollbackResult } from '../release/rollback.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, type Host, optional, setOutputs } from '../toolkit/host.ts';
import type { ReleaseNumber } from '../workloads/naming.ts';
import { requireApplied } from './gitops.ts';
import * as shared from './inputs.ts';
import { rollBackAndPublish } from './rollback.ts';
import { requestOf, withCluster } from './session.ts';

const engine = async () => {
  const { liveRelease, monitor, whatReplaces } = await import('../monitoring/monitor.ts');
  const { withAcceptance } = await import('../monitoring/acceptance.ts');
  const { rollback } = await import('../release/rollback.ts');
  return { liveRelease, monitor, whatReplaces, withAcceptance, rollback };
};

export const monitorAction = defineAction({
  name: 'monitor',
  description:
    'Compare the time before and after a release, check its objectives, alerts and scrape targets, and run the checks of `verify`. Where slipway.yml allows it, a recent release that is degraded is rolled back.',
  inputs: {
    environment: shared.environment,
    release: optional(
      'Number of the release to watch; if another release is live or is being rolled out, nothing is judged. Default: the live release.',
    ),
    watch: optional(
      'How long to watch the release, such as `10m`; the watch ends early if the release does harm. `0s` checks once, for scheduled runs.',
      '5m',
    ),
    config: shared.config,
    'kube-context': shared.kubeContext,
    credentials: shared.credentials,
    'deployments-token': shared.deploymentsToken,
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    app: shared.appOutput,
    verdict:
      '`healthy`, `degraded`, `unknown` (a required value could not be read; never counts as healthy), or `superseded` (another release replaces the watched one).',
    release: 'Number of the release that was judged; empty if none is live.',
    budget:
      'JSON object that maps objectives to the share of their error budget that is left: 1 is untouched, below 0 is overspent.',
    rollback:
      '`complete`, `failed`, `not-needed` (the release is not degraded, or another one came after it), `by-another-run` (another run has rolled it back), or `refused` (see `reason`).',
    'report-folder': 'Folder with `monitor.json` and `report.html`.',
    proof:
      'What happened to the proofs attached to the images after a rollback, as in the action `rollback`; otherwise `none`.',
    reason: 'Why the release is not healthy, in one sentence; otherwise empty.',
  },
  refused: { verdict: 'unknown', budget: '{}', rollback: 'not-needed', proof: 'none' },
  run: async (inputs, host) => {
    const watch = inputs.watch === '0s' ? 0 : shared.durationOf('watch', inputs.watch);
    const { release: asked } = shared.releaseOf(inputs.release);
    const request = await requestOf(inputs, host);
    const { config, environment } = request;
    host.output('app', config.app);
    requireApplied(
      environment,
      inputs.environment,
      'leave this step out, and compare the release in your dashboards',
    );
    return withCluster(inputs, environment, host, engine, (cluster, code) =>
      watchRelease(cluster, code, { ...request, inputs, host }, { watch, release: asked }),
    );
  },
});

/**
 * Watches a release, rolls it back where slipway.yml allows that, sets the outputs and publishes the report.
 * @returns whether the run succeeds: the release is healthy, or a newer one replaces it.
 */
export async function watchRelease(
  cluster: Cluster,
  { liveRelease, monitor, whatReplaces, withAcceptance, rollback }: Awaited<ReturnType<typeof engine>>,
  request: Parameters<typeof rollBackAndPublish>[2],
  wanted: Pick<MonitorRequest, 'watch' | 'release'>,
): Promise<boolean> {
  const { host } = request;
  const signal = host.cancellation();
  const watching = { ...request, ...wanted, signal };
  const report = await withAcceptance(cluster, watching, await monitor(cluster, watching));
  setOutputs(host, { verdict: report.verdict, release: report.release, budget: budgetsOf(report) });
  const cause = report.reasons.find(({ sinceRelease }) => sinceRelease)?.sentence;
  const isWanted = report.verdict === 'degraded' && cause !== undefined && report.release !== undefined;
  // A watch that is cancelled may have looked only once.
  const refusal = report.refusal ?? (signal.aborted ? 'the run was cancelled' : undefined);
  const because = { from: report.release, to: undefined, because: `monitor found it degraded: ${cause}` };
  const ended = !isWanted
    ? { state: 'not-needed', reason: undefined }
    : refusal !== undefined
      ? { state: 'refused', reason: refusal }
      : await rolledBack(cluster, host, () => rollBackAndPublish(cluster, rollback, request, because));
  host.output('rollback', ended.state);
  if (ended.state === 'refused' || ended.state === 'not-needed') host.output('proof', 'none');
  // Another run was faster, so what was found is not about the live release.
  const now =
    isWanted && ended.state === 'not-needed'
      ? await liveRelease(cluster, request).catch(() => undefined)
      : undefined;
  const replaced =
    now === undefined || report.release === undefined ? undefined : whatReplaces(report.release, now);
  const isReplaced = replaced !== undefined;
  const verdict = isReplaced ? 'superseded' : report.verdict;
  const { isRolledBack = false } = replaced ?? report;
  if (isReplaced) host.output('verdict', verdict);
  if (isRolledBack) host.output('rollback', 'by-another-run');
  const omission = ended.state === 'not-needed' ? 'monitor did not roll back' : 'not rolled back';
  const left = ended.reason === undefined ? [] : [`${omission}: ${ended.reason}`];
  const reasons = [...report.reasons.map(({ sentence }) => sentence), ...left];
  host.output('reason', reasons.join('; '));
  const shown = isReplaced ? reasons.map(sentence => ({ sentence, sinceRelease: false })) : report.reasons;
  const published = { ...report, verdict, isRolledBack, reasons: shown, refusal: ended.reason };
  host.output('report-folder', await publishReport(published, host));
  const well = verdict === 'healthy' || (verdict === 'superseded' && !isRolledBack);
  if (well) for (const message of reasons) host.annotate('warning', { title: 'monitor', message });
  return well;
}

/** Carries a rollback out. One that is refused, such as past a migration, must not hide why it was wanted. */
async function rolledBack(
  cluster: Pick<Cluster, 'changes'>,
  host: Host,
  rollBack: () => Promise<RollbackResult>,
): Promise<{ state: string; reason: string | undefined }> {
  const before = cluster.changes();
  try {
    const { state, reason } = await rollBack();
    return { state, reason: state === 'complete' ? undefined : reason };
  } catch (error) {
    const state = cluster.changes() > before ? 'failed' : 'refused';
    if (error instanceof UserError) return { state, reason: error.sentence };
    host.output('rollback', state);
    throw error;
  }
}

const budgetsOf = ({ readings }: MonitorReport): Record<string, number> =>
  Object.fromEntries(
    (readings?.objectives ?? []).flatMap(({ objective, budget }) =>
      budget === undefined ? [] : [[objective, Number(budget.toFixed(4))]],
    ),
  );

/** Writes the report to the job summary, and to a folder for an artifact. @returns the folder. */
async function publishReport(report: MonitorReport, host: Host): Promise<string> {
  const { monitorSummary } = await import('../report/monitor.ts');
  const { monitorPage } = await import('../report/monitor-page.ts');
  const { reportFolder } = await import('./decision.ts');
  await host.summary(monitorSummary(report));
  return reportFolder(host, `monitor-r${report.release ?? (0 as ReleaseNumber)}`, {
    'monitor.json': `${JSON.stringify(report)}\n`,
    'report.html': monitorPage(report),
  });
}
