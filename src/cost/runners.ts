import { z } from 'zod';
import type { GitHub } from '../toolkit/github.ts';
import { pagesOf, validated } from '../toolkit/octokit.ts';

const moment = z.iso.datetime({ offset: true }).nullish();
const jobSchema = z.object({
  started_at: moment,
  completed_at: moment,
  conclusion: z.string().nullish(),
  runner_name: z.string().nullish(),
  runner_group_name: z.string().nullish(),
  labels: z.array(z.string()).nullish(),
});
type RunnerJob = z.output<typeof jobSchema>;

export interface RunMinutes {
  readonly run: number;
  /** Of hosted runners, each job rounded up to a whole minute, as GitHub bills them. */
  readonly billed: number;
  /** Of the user's own runners, rounded in the same way; GitHub does not bill them. */
  readonly own: number;
  /** Of runners that may be either: the API does not say whose those in groups of the user are. */
  readonly unsure: number;
}

/** The groups of hosted runners; larger ones may be in others. */
const hostedGroups = ['GitHub Actions', 'Default Larger Runners'];

function ownerOf({ labels, runner_group_name: group, runner_name: name }: RunnerJob): keyof typeof none {
  // Those of a scale set have only the labels that it declares.
  if (labels?.includes('self-hosted')) return 'own';
  const isHosted = group ? hostedGroups.includes(group) : /^GitHub Actions \d+$/.test(name ?? '');
  return isHosted ? 'billed' : 'unsure';
}

const none = { billed: 0, own: 0, unsure: 0 };

/** Returns the minutes of a run. A job that never got a runner has none; one that still runs ends at `now`, ms since 1970. Pure. */
export function minutesOf(run: number, jobs: readonly RunnerJob[], now: number): RunMinutes {
  const minutes = { ...none };
  for (const job of jobs) {
    const { started_at: from, completed_at: to, conclusion, runner_name: runner } = job;
    if (!from || !runner || conclusion === 'skipped') continue;
    const length = (to ? Date.parse(to) : now) - Date.parse(from);
    minutes[ownerOf(job)] += Math.max(1, Math.ceil(length / 60_000));
  }
  return { run, ...minutes };
}

const mostPages = 10;
const runSchema = z.object({ id: z.int(), workflow_id: z.int() });

/**
 * Reads the minutes of a run with all its attempts, and of the runs of the same workflow that ended last.
 * @param count of runs, at most 100: 1 for the run alone.
 * @throws RequestError of octokit, for example when the token lacks `actions: read`.
 */
export async function readMinutes(
  github: GitHub,
  run: number,
  count: number,
  now: number,
): Promise<RunMinutes[]> {
  const { repo } = github;
  const { rest, paginate } = await github.open();
  const runs = [run];
  if (count > 1) {
    const { data } = await rest.actions.getWorkflowRun({ ...repo, run_id: run });
    const { workflow_id } = validated(runSchema, data);
    const query = { ...repo, workflow_id, status: 'completed', per_page: count - 1 } as const;
    const listed = await rest.actions.listWorkflowRuns(query);
    const ended = validated(z.object({ workflow_runs: z.array(runSchema) }), listed.data).workflow_runs;
    const others = ended.map(({ id }) => id).filter(id => id !== run);
    runs.push(...others.slice(0, count - 1));
  }
  const minutes: RunMinutes[] = [];
  for (const id of runs) {
    const query = { ...repo, run_id: id, filter: 'all', per_page: 100 } as const;
    const jobs = await paginate(rest.actions.listJobsForWorkflowRun, query, pagesOf(jobSchema, mostPages));
    minutes.push(minutesOf(id, jobs, now));
  }
  return minutes;
}
