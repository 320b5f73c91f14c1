import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isMap } from '../toolkit/map.ts';

/** The workflow that this run belongs to, as far as it decides whether a rollout is cancelled in its middle. */

/** Workflows and actions of ours that write to the cluster for longer than a moment. */
const releasing = /\/(\.github\/workflows\/(pipeline|deploy)\.ya?ml|actions\/(deploy|gate|promote|release))@/;

/**
 * Where the caller's workflow says that a newer run cancels this one while it releases. A condition (`${{ … }}`) is taken to know
 * what it does: the usual one is true for pull requests alone.
 * @param env of GitHub Actions; elsewhere, or when the workflow is not checked out, nothing is found.
 * @returns `file: path`, such as `.github/workflows/push.yml: concurrency`.
 */
export async function cancellingGroups(env: NodeJS.ProcessEnv): Promise<string[]> {
  const { GITHUB_WORKFLOW_REF: reference = '', GITHUB_REPOSITORY: repository = '', GITHUB_WORKSPACE } = env;
  const path = reference.split('@', 1)[0]?.slice(repository.length + 1) ?? '';
  if (GITHUB_WORKSPACE === undefined || !/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return [];
  const text = await readFile(join(GITHUB_WORKSPACE, path), 'utf8').catch(() => '');
  return groupsThatCancel(text).map(place => `${path}: ${place}`);
}

/** The same for the text of a workflow. Pure. What is no workflow has none. */
export function groupsThatCancel(text: string): string[] {
  const workflow = read(text);
  const jobs = Object.entries(isMap(workflow.jobs) ? workflow.jobs : {}).filter(([, job]) => releases(job));
  const whole = cancels(workflow) && jobs.length > 0 ? ['concurrency'] : [];
  return [...whole, ...jobs.filter(([, job]) => cancels(job)).map(([name]) => `jobs.${name}.concurrency`)];
}

function read(text: string): Readonly<Record<string, unknown>> {
  try {
    const workflow: unknown = parse(text, { maxAliasCount: 100 });
    return isMap(workflow) ? workflow : {};
  } catch {
    return {};
  }
}

function releases(job: unknown): boolean {
  if (!isMap(job)) return false;
  const steps = Array.isArray(job.steps) ? job.steps : [];
  return [job, ...steps].some(
    each => isMap(each) && typeof each.uses === 'string' && releasing.test(`/${each.uses}`),
  );
}

function cancels(place: unknown): boolean {
  return isMap(place) && isMap(place.concurrency) && place.concurrency['cancel-in-progress'] === true;
}
