import { readFile } from 'node:fs/promises';
import { isMap, jsonMap } from './map.ts';
import type { Octokit } from './octokit.ts';

/** Reads the event that started the workflow, as GitHub's webhooks have it; empty outside of GitHub Actions. */
export const workflowEvent = async ({
  GITHUB_EVENT_PATH: path = '',
}: NodeJS.ProcessEnv): Promise<Readonly<Record<string, unknown>>> =>
  jsonMap(await readFile(path, 'utf8').catch(() => '')) ?? {};

/**
 * Whether an event brings code of another repository, also of one that is gone: its pull request, or the earlier run that `workflow_run`
 * follows. Pure.
 */
export function isForFork(
  { pull_request: pull, workflow_run: earlier }: Readonly<Record<string, unknown>>,
  { GITHUB_REPOSITORY: own }: NodeJS.ProcessEnv,
): boolean {
  const isForeign = (head: unknown) => !isMap(head) || head.full_name !== own;
  if (isMap(pull) && isForeign(isMap(pull.head) ? pull.head.repo : undefined)) return true;
  return isMap(earlier) && isForeign(earlier.head_repository);
}

/** The repository of the workflow at GitHub. */
export interface GitHub {
  /** As the methods of octokit take it. */
  readonly repo: { readonly owner: string; readonly repo: string };
  /** Loads the client, which only a step that calls GitHub needs. */
  open(): Promise<Octokit>;
}

/** @returns undefined without a token, or outside of GitHub Actions. */
export function gitHubOf(env: NodeJS.ProcessEnv, token: string): GitHub | undefined {
  const [owner, repo] = env.GITHUB_REPOSITORY?.split('/') ?? [];
  if (token === '' || owner === undefined || repo === undefined) return undefined;
  return { repo: { owner, repo }, open: async () => (await import('./octokit.ts')).openOctokit(env, token) };
}
