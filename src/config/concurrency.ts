import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isMap } from '../toolkit/map.ts';

/** Finds out whether the workflow of this run lets a newer run cancel a rollout before it has finished. */

/** Our reusable workflows and actions that write to the cluster over minutes, except for the one-step action. */
const releasing = /\/(\.github\/workflows\/(pipeline|deploy)\.ya?ml|actions\/(deploy|gate|promote|release))@/;

/**
 * Returns the places in the caller's workflow where `concurrency` lets a newer run cancel this one during a release. A condition
 * (`${{ … }}`) does not count, because the usual one is true only for pull requests.
 * @param env of GitHub Actions; outside it, or when the workflow is not checked out, the result is empty.
 * @returns `file: path`, such as `.github/workflows/push.yml: concurrency`.
 */
export async function cancellingGroups(env: NodeJS.ProcessEnv): Promise<string[]> {
  const { GITHUB_WORKFLOW_REF: reference = '', GITHUB_REPOSITORY: repository = '', GITHUB_WORKSPACE } = env;
  const path = reference.split('@', 1)[0]?.slice(repository.length + 1) ?? '';
  if (GITHUB_WORKSPACE === undefined || !/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return [];
  const text = await readFile(join(GITHUB_WORKSPACE, path), 'utf8').catch(() => '');
  return groupsThatCancel(text, env.GITHUB_ACTION_REPOSITORY).map(place => `${path}: ${place}`);
}

/**
 * Returns the same for the text of a workflow; nothing when the text is not a workflow. Pure.
 * @param own repository of the step that runs, whose root is the one-step action.
 */
export function groupsThatCancel(text: string, own?: string): string[] {
  const workflow = read(text);
  const jobs = Object.entries(isMap(workflow.jobs) ? workflow.jobs : {}).filter(([, job]) =>
    releases(job, own),
  );
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

function releases(job: unknown, own: string | undefined): boolean {
  if (!isMap(job)) return false;
  const steps = Array.isArray(job.steps) ? job.steps : [];
  const isRelease = (uses: string) =>
    releasing.test(`/${uses}`) || uses.split('@', 1)[0]?.toLowerCase() === own?.toLowerCase();
  return [job, ...steps].some(each => isMap(each) && typeof each.uses === 'string' && isRelease(each.uses));
}

function cancels(place: unknown): boolean {
  return isMap(place) && isMap(place.concurrency) && place.concurrency['cancel-in-progress'] === true;
}
