import { ciOf } from '../toolkit/ci.ts';
import { askGit } from '../toolkit/git.ts';
import { workflowEvent } from '../toolkit/github.ts';
import { defined, isMap } from '../toolkit/map.ts';
import { gitOfGitLab, gitOfJenkins } from './pipelines.ts';

/** The ref that is built, as Git and the CI name it. */
export type GitRef =
  | { readonly kind: 'branch'; readonly name: string }
  | { readonly kind: 'tag'; readonly name: string }
  /** `base` is the target branch. */
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
 * Reads it from the environment of GitHub Actions, GitLab CI or Jenkins, or else from the Git repository around `folder`. Unknown
 * facts are left out. `SOURCE_DATE_EPOCH` wins over the time of the commit.
 */
export async function readGit(env: NodeJS.ProcessEnv, folder: string): Promise<Git> {
  const git = async (...args: string[]) => (await askGit(folder, args, 10_000))?.trim() ?? '';
  const known = await gitOf(env, git);
  const time = seconds(env.SOURCE_DATE_EPOCH) ?? seconds(await git('log', '-1', '--format=%ct', 'HEAD'));
  return { ...known, ...defined({ time }) };
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
 * Reads the environment of GitHub Actions. For `pull_request_target`, and for `workflow_run` after a run for a pull request,
 * GITHUB_REF is a branch of the repository although the workflow builds code of the pull request. They count as the pull request, so
 * that they never get the tag or the cache of the branch.
 */
export function gitOfGitHub(env: NodeJS.ProcessEnv, event: GitHubEvent): Git {
  const { GITHUB_REF = '', GITHUB_SHA, GITHUB_EVENT_NAME } = env;
  if (event.earlierPull !== undefined) {
    const { number, base, revision } = event.earlierPull;
    const ref =
      number === undefined ? undefined : { kind: 'pull-request' as const, number, ...defined({ base }) };
    return defined({ ref, revision, source: sourceOfGitHub(env), defaultBranch: event.defaultBranch });
  }
  const base = env.GITHUB_BASE_REF ? { base: env.GITHUB_BASE_REF } : {};
  const pull = /^refs\/pull\/(\d+)\//.exec(GITHUB_REF)?.[1];
  const number = pull === undefined ? event.number : Number(pull);
  const named = /^refs\/(heads|tags)\/(.+)$/.exec(GITHUB_REF);
  let ref: GitRef | undefined;
  if (number !== undefined && (pull !== undefined || GITHUB_EVENT_NAME === 'pull_request_target'))
    ref = { kind: 'pull-request', number, ...base };
  else if (named?.[2] !== undefined) ref = { kind: named[1] === 'tags' ? 'tag' : 'branch', name: named[2] };
  return defined({
    ref,
    revision: GITHUB_SHA || undefined,
    source: sourceOfGitHub(env),
    defaultBranch: event.defaultBranch,
    scheduled: GITHUB_EVENT_NAME === 'schedule' || undefined,
  });
}

const sourceOfGitHub = ({ GITHUB_SERVER_URL, GITHUB_REPOSITORY }: NodeJS.ProcessEnv) =>
  GITHUB_SERVER_URL && GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : undefined;

/** The fields of a webhook payload that are needed. */
export interface GitHubEvent {
  /** For `workflow_run`: the pull request of the run before. GitHub does not say the number of one from a fork. */
  readonly earlierPull?: { readonly number?: number; readonly base?: string; readonly revision?: string };
  readonly number?: number;
  readonly defaultBranch?: string;
}

/** Reads the event; empty outside of GitHub Actions. */
export async function readGitHubEvent(env: NodeJS.ProcessEnv): Promise<GitHubEvent> {
  const { number, repository, workflow_run: earlier } = await workflowEvent(env);
  const branch = isMap(repository) ? repository.default_branch : undefined;
  return defined({
    earlierPull:
      isMap(earlier) && /^pull_request/.test(String(earlier.event)) ? earlierPullOf(earlier) : undefined,
    number: typeof number === 'number' ? number : undefined,
    defaultBranch: typeof branch === 'string' && branch !== '' ? branch : undefined,
  });
}

function earlierPullOf({ head_sha: revision, pull_requests: pulls }: Readonly<Record<string, unknown>>) {
  const pull: unknown = Array.isArray(pulls) ? pulls[0] : undefined;
  const base = isMap(pull) && isMap(pull.base) ? pull.base.ref : undefined;
  return defined({
    number: isMap(pull) && typeof pull.number === 'number' ? pull.number : undefined,
    base: typeof base === 'string' ? base : undefined,
    revision: typeof revision === 'string' ? revision : undefined,
  });
}

async function gitOfFolder(git: (...args: string[]) => Promise<string>): Promise<Git> {
  const [revision, tag, branch, remote] = await Promise.all([
    git('rev-parse', 'HEAD'),
    git('describe', '--exact-match', '--tags', 'HEAD'),
    git('symbolic-ref', '--short', 'HEAD'),
    git('remote', 'get-url', 'origin'),
  ]);
  const name = branch || tag;
  return defined({
    ref: name === '' ? undefined : ({ kind: branch === '' ? 'tag' : 'branch', name } as GitRef),
    revision: revision || undefined,
    source: sourceOf(remote),
  });
}

/** Returns the web address of a remote, without credentials, which would be published with the image. */
export function sourceOf(remote: string): string | undefined {
  const ssh = /^(?:ssh:\/\/)?[\w.-]+@([\w.-]+)(?::\d+\/|[:/])(.+?)(?:\.git)?$/.exec(remote);
  if (ssh !== null) return `https://${ssh[1]}/${ssh[2]}`;
  if (!/^https?:\/\//.test(remote) || !URL.canParse(remote)) return undefined;
  const { protocol, host, pathname } = new URL(remote);
  return `${protocol}//${host}${pathname.replace(/\.git$/, '')}`;
}

function seconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
