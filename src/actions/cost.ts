import type { CostRequest } from '../cost/cost.ts';
import type { BackupManifest } from '../recovery/manifest.ts';
import { innermostCause, UserError } from '../toolkit/errors.ts';
import { gitHubOf } from '../toolkit/github.ts';
import { defineAction, type Host, optional, setOutputs } from '../toolkit/host.ts';
import { reportedManifests } from './assess.ts';
import * as shared from './inputs.ts';
import { online, openStores } from './recovery.ts';
import { writeReport } from './reports.ts';
import { type ActionRequest, impatient, requestOf, withCluster } from './session.ts';

const engine = () => import('../cost/cost.ts');

export const costAction = defineAction({
  name: 'cost',
  description:
    'Report what the resource requests of an environment cost, how much of that is idle, and whether it stays within its cost caps and database connections. Changes nothing.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    'kube-context': shared.kubeContext,
    credentials: shared.credentials,
    'actions-token': optional(
      'Token with `actions: read`, to count the runner minutes of this run. Default: they are unknown.',
    ),
    runs: optional(
      'How many runs of this workflow to count: this one, and those that ended last. At most 100.',
      '1',
    ),
    'tool-mirrors': shared.toolMirrors,
    report: optional('Path of the JSON report to write.', 'cost.json'),
  },
  outputs: {
    monthly: 'What the workloads cost in a month, such as `123.45`; empty if that of a workload is unknown.',
    'idle-share':
      'Share of the cost of CPU and memory that is requested but not used (95th percentile), from 0 to 1; empty if unknown.',
    verdict:
      '`pass`, `fail` (above a cap), or `unknown` (a declared cap could not be judged); only `pass` succeeds.',
    report: 'Path of the JSON report.',
    reason: 'Why the verdict is not `pass`, in one sentence; otherwise empty.',
  },
  refused: { verdict: 'unknown' },
  run: async (inputs, host) => {
    const request = await requestOf(inputs, host);
    const { config, environment, environmentName } = request;
    const manifests = await reportedManifests(inputs.config, config, environmentName, 'report on', host);
    const runs = await runsOf(inputs, host);
    const backups = await backupsOf(request, inputs.config);
    const asked = { ...request, manifests, runs, backups };
    const result = await withCluster(
      impatient(inputs),
      environment,
      host,
      engine,
      (cluster, { reportCosts }) => reportCosts(cluster, asked),
    );
    const { costSummary } = await import('../report/cost.ts');
    const { total, verdict, assessments, at } = result;
    const reasons = assessments.filter(({ status, level, rule }) =>
      verdict === 'fail'
        ? status === 'not-met' && level === 'error'
        : status === 'unknown' && level !== 'info' && /cap|connections/.test(rule),
    );
    const reason =
      verdict === 'pass'
        ? ''
        : reasons.map(({ what, remedy }) => (remedy === undefined ? what : `${what}; ${remedy}`)).join('; ');
    const { monthly, idleShare } = total;
    setOutputs(host, { monthly: monthly?.toFixed(2), 'idle-share': idleShare?.toFixed(4), verdict });
    const { settings, rates, costs, whatIfs, pools, limit, storage, trend, failures } = result;
    const facts = { rates, costs, whatIfs, pools, limit, runs, storage, trend, failures, assessments };
    const { currency, window } = settings;
    const head = { schema: 1, app: config.app, environment: environmentName, at, verdict, currency, window };
    const report = JSON.stringify({ ...head, ...total, ...facts }, withoutSeries, 2);
    const about = ['cost', environmentName, inputs.config];
    await writeReport(inputs.report, `${report}\n`, { env: host.env, about });
    setOutputs(host, { report: inputs.report, reason });
    await host.summary(costSummary(config.app, environmentName, result));
    for (const { id, status, what } of assessments)
      if (status !== 'not-applicable') host.report(`${id} ${status}: ${what}`);
    for (const each of failures) host.report(`warning: ${each}`);
    return verdict === 'pass';
  },
});

/** The series of a simulation have thousands of values. */
const withoutSeries = (key: string, value: unknown) =>
  key === 'pods' && Array.isArray(value) ? undefined : value;

/** Reads the runner minutes. Never throws for what GitHub answers: they are then unknown. */
async function runsOf(
  inputs: { runs: string; 'actions-token': string },
  host: Host,
): Promise<CostRequest['runs']> {
  const count = Number(inputs.runs);
  if (!/^\d{1,3}$/.test(inputs.runs) || count < 1 || count > 100)
    throw new UserError(
      `the input \`runs\` is invalid: "${inputs.runs}"`,
      'write a whole number from 1 to 100',
    );
  const id = Number(host.env.GITHUB_RUN_ID);
  if (!(id > 0)) return { status: 'not-applicable', what: 'this is not a run of GitHub Actions' };
  const github = gitHubOf(host.env, inputs['actions-token']);
  if (github === undefined)
    return { status: 'unknown', what: 'the minutes of this run are unknown: `actions-token` is not set' };
  const { readMinutes } = await import('../cost/runners.ts');
  return readMinutes(github, id, count, Date.now()).catch(error => ({
    status: 'unknown',
    what: `the minutes of this run are unknown: GitHub did not list its jobs (${innermostCause(error)})`,
  }));
}

/** The last sets of each store; more would take long to read. */
const mostSets = 30;

async function backupsOf(
  { config, environment, environmentName, env }: ActionRequest,
  path: string,
): Promise<CostRequest['backups']> {
  const { recovery } = environment;
  if (recovery === undefined)
    return { status: 'not-applicable', what: 'the environment is not backed up by Slipway' };
  const owner = { app: config.app, environment: environmentName };
  const { listSets, readSet } = await import('../recovery/sets.ts');
  const { mapOf } = await import('../toolkit/parallel.ts');
  try {
    const found: BackupManifest[] = [];
    for (const { store } of await openStores(online(recovery), path, env)) {
      const ids = (await listSets(store, owner)).slice(-mostSets);
      found.push(...(await mapOf(ids, 8, async id => (await readSet(store, owner, id)).manifest)));
    }
    return found;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { status: 'unknown', what: `the backup sets cannot be read: ${error.message}` };
  }
}
