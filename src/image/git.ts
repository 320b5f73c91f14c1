import { readFile } from 'node:fs/promises';
import { ciOf } from '../toolkit/ci.ts';
import { ask } from '../toolkit/program.ts';
import { gitOfGitLab, gitOfJenkins } from './pipelines.ts';

/** What is being built, as Git and the CI name it. */
export type GitRef =
  | { readonly kind: 'branch'; readonly name: string }
  | { readonly kind: 'tag'; readonly name: string }
  /** `base` is the branch that it wants to change. */
  | { readonly kind: 'pull-request'; readonly number: number; readonly base?: string };

export interface Git {
  readonly ref?: GitRef;
  /** The full hash of the commit. */
  readonly revision?: string;
  /** When it was committed, in seconds since 1970. */
  readonly time?: number;
  /** The address of the repository, without credentials. */
  readonly source?: string;
  readonly defaultBranch?: string;
  /** Whether a schedule started the run. */
  readonly scheduled?: true;
}

/**
 * Reads it from the environment of GitHub Actions, GitLab CI or Jenkins; elsewhere from the Git repository around `folder`. What
 * cannot be known is left out. `SOURCE_DATE_EPOCH` wins over the time of the commit.
 */
export async function readGit(env: NodeJS.ProcessEnv, folder: string): Promise<Git> {
  const git = (...args: string[]) => runGit(folder, args);
  const known = await gitOf(env, git);
  const time = seconds(env.SOURCE_DATE_EPOCH) ?? seconds(await git('log', '-1', '--format=%ct', 'HEAD'));
  return { ...known, ...(time === undefined ? {} : { time }) };
}

async function gitOf(env: NodeJS.ProcessEnv, git: (...args: string[]) => Promise<string>): Promise<Git> {
  if (env.GITHUB_REF !== undefined) return gitOfGitHub(env, await readGitHubEvent(env));
  switch (ciOf(env)) {
    case 'gitlab':
      return gitOfGitLab(env);
    case 'jenkins':
      return gitOfJenkins(env, sourceOf);
    default:
      return gitOfFolder(git);
  }
}

/**
 * What GitHub says of a run. For `pull_request_target` GITHUB_REF is the branch of the base, although what such a workflow
 * builds comes from the pull request: it counts as that, so that it never takes the tag or the cache of the branch.
 */
export function gitOfGitHub(env: NodeJS.ProcessEnv, event: GitHubEvent): Git {
  const { GITHUB_REF = '', GITHUB_SHA, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_EVENT_NAME } = env;
  const base = env.GITHUB_BASE_REF ? { base: env.GITHUB_BASE_REF } : {};
  const pull = /^refs\/pull\/(\d+)\//.exec(GITHUB_REF)?.[1];
  const number = pull === undefined ? event.number : Number(pull);
  const named = /^refs\/(heads|tags)\/(.+)$/.exec(GITHUB_REF);
  let ref: GitRef | undefined;
  if (number !== undefined && (pull !== undefined || GITHUB_EVENT_NAME === 'pull_request_target'))
    ref = { kind: 'pull-request', number, ...base };
  else if (named?.[2] !== undefined) ref = { kind: named[1] === 'tags' ? 'tag' : 'branch', name: named[2] };
  return {
    ...(ref === undefined ? {} : { ref }),
    ...(GITHUB_SHA ? { revision: GITHUB_SHA } : {}),
    ...(GITHUB_SERVER_URL && GITHUB_REPOSITORY
      ? { source: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` }
      : {}),
    ...(event.defaultBranch === undefined ? {} : { defaultBranch: event.defaultBranch }),
    ...(GITHUB_EVENT_NAME === 'schedule' ? { scheduled: true } : {}),
  };
}

/** The parts of a webhook's payload that are needed. */
export interface GitHubEvent {
  readonly number?: number;
  readonly defaultBranch?: string;
}

/** Empty where this is no run of GitHub Actions. */
export async function readGitHubEvent(env: NodeJS.ProcessEnv): Promise<GitHubEvent> {
  let payload: { number?: unknown; repository?: { default_branch?: unknown } };
  try {
    payload = JSON.parse(await readFile(env.GITHUB_EVENT_PATH ?? '', 'utf8'));
  } catch {
    return {};
  }
  const { number, repository } = payload;
  const branch = repository?.default_branch;
  return {
    ...(typeof number === 'number' ? { number } : {}),
    ...(typeof branch === 'string' && branch !== '' ? { defaultBranch: branch } : {}),
  };
}

async function gitOfFolder(git: (...args: string[]) => Promise<string>): Promise<Git> {
  const [revision, tag, branch, remote] = await Promise.all([
    git('rev-parse', 'HEAD'),
    git('describe', '--exact-match', '--tags', 'HEAD'),
    git('symbolic-ref', '--short', 'HEAD'),
    git('remote', 'get-url', 'origin'),
  ]);
  const source = sourceOf(remote);
  const named = branch === '' ? tag : branch;
  return {
    ...(named === '' ? {} : { ref: { kind: branch === '' ? 'tag' : 'branch', name: named } as GitRef }),
    ...(revision === '' ? {} : { revision }),
    ...(source === undefined ? {} : { source }),
  };
}

/** The web address of a remote: credentials in it would stay in the image for all to read. */
export function sourceOf(remote: string): string | undefined {
  const ssh = /^(?:ssh:\/\/)?[\w.-]+@([\w.-]+)(?::\d+\/|[:/])(.+?)(?:\.git)?$/.exec(remote);
  if (ssh !== null) return `https://${ssh[1]}/${ssh[2]}`;
  if (!/^https?:\/\//.test(remote) || !URL.canParse(remote)) return undefined;
  const { protocol, host, pathname } = new URL(remote);
  return `${protocol}//${host}${pathname.replace(/\.git$/, '')}`;
}

/** What git says, trimmed; empty when it fails or is not there. */
async function runGit(folder: string, args: string[]): Promise<string> {
  const options = { cwd: folder, env: process.env, signal: AbortSignal.timeout(10_000) };
  const answer = await ask(['git', ...args], options).catch(() => undefined);
  return answer?.code === 0 ? answer.stdout.trim() : '';
}

function seconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
