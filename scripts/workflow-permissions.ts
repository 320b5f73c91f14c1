import { type Job, ownPath, type Permissions, readWorkflow, type Workflow } from './workflow-files.ts';

/** Permissions of a run's token. A called workflow never has more than its caller. */

const RANK = { none: 0, read: 1, write: 2 } as const;

/**
 * Returns why GitHub would not start a run that calls a workflow with these permissions: jobs that ask for more than their caller has,
 * even if they are skipped. Empty if it would start.
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

/** Returns for each scope the highest level that any job of a workflow asks for, including called workflows. */
export function sumOfJobs(path: string): Permissions {
  const workflow = readWorkflow(path);
  const sum: Permissions = {};
  for (const job of Object.values(workflow.jobs)) {
    const called = job.uses === undefined ? undefined : ownPath(job.uses);
    // A calling job counts only with the needs of the called workflow, not with permissions that it grants beyond them.
    const needed = called === undefined ? asks(workflow, job) : sumOfJobs(called);
    for (const [scope, level] of Object.entries(needed)) {
      if (RANK[level] > RANK[sum[scope] ?? 'none']) sum[scope] = level;
    }
  }
  return sum;
}

/** Returns the permissions that a job asks for: its own, or those of the workflow. */
export function asks(workflow: Workflow, job: Job): Permissions {
  return job.permissions ?? workflow.permissions ?? {};
}

/** Returns every set of permissions that has one level less in one scope. */
export function lesser(grant: Permissions): Permissions[] {
  return Object.entries(grant).map(([scope, level]) => ({
    ...grant,
    [scope]: level === 'write' ? ('read' as const) : ('none' as const),
  }));
}
