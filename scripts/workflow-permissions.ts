import { type Job, ownPath, type Permissions, readWorkflow, type Workflow } from './workflow-files.ts';

/** What a run's token may do: down the chain of calls it can only become less. */

const RANK = { none: 0, read: 1, write: 2 } as const;

/**
 * Why GitHub would refuse to start a run that calls a workflow with this grant: a job that asks for more than its caller
 * has, be it skipped or not. Empty when it would start.
 */
export function startupFailures(path: string, grant: Permissions): string[] {
  const workflow = readWorkflow(path);
  return Object.entries(workflow.jobs).flatMap(([id, job]) => {
    const asked = asks(workflow, job);
    const refused = Object.entries(asked)
      .filter(([scope, level]) => RANK[level] > RANK[grant[scope] ?? 'none'])
      .map(([scope, level]) => `${path}: the job ${id} asks for ${scope}: ${level}`);
    const called = job.uses === undefined ? undefined : ownPath(job.uses);
    return called === undefined ? refused : [...refused, ...startupFailures(called, asked)];
  });
}

/** The most that any job of a workflow asks for, scope by scope, those of called workflows included. */
export function sumOfJobs(path: string): Permissions {
  const workflow = readWorkflow(path);
  const sum: Permissions = {};
  for (const job of Object.values(workflow.jobs)) {
    const called = job.uses === undefined ? undefined : ownPath(job.uses);
    // Of a calling job only what the called one needs: what it grants beyond that is one right too many.
    const needed = called === undefined ? asks(workflow, job) : sumOfJobs(called);
    for (const [scope, level] of Object.entries(needed)) {
      if (RANK[level] > RANK[sum[scope] ?? 'none']) sum[scope] = level;
    }
  }
  return sum;
}

/** A job without permissions of its own has the workflow's. */
export function asks(workflow: Workflow, job: Job): Permissions {
  return job.permissions ?? workflow.permissions ?? {};
}

/** Every grant that is one step less than a given one. */
export function lesser(grant: Permissions): Permissions[] {
  return Object.entries(grant).map(([scope, level]) => ({
    ...grant,
    [scope]: level === 'write' ? ('read' as const) : ('none' as const),
  }));
}
