import { type ExecFileException, execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { dieWithParent } from '../toolkit/child.ts';
import { environmentForCommands } from '../toolkit/command.ts';
import { UserError } from '../toolkit/errors.ts';
import { printable } from '../toolkit/printable.ts';
import { withoutSecrets } from '../toolkit/redaction.ts';
import { retry } from '../toolkit/retry.ts';

/** Runs git as a child process: never by a shell, and with the token only in its environment. */

export interface GitOutput {
  readonly code: number;
  readonly stdout: Buffer;
  /** Without the token. */
  readonly stderr: string;
}

/** Runs git in the folder. */
export type RunGit = (args: readonly string[], input?: string) => Promise<GitOutput>;

/** Milliseconds for one command. */
const longest = 120_000;

/** @param token sent to the host of `url` only; empty for the user's own credentials. */
export function gitIn(
  folder: string,
  { url, token, env }: { url: string; token: string; env: NodeJS.ProcessEnv },
): RunGit {
  const environment = gitEnvironment(url, token, env);
  return async (args, input = '') => {
    const [command, all] = dieWithParent('git', [...args]);
    const running = promisify(execFile)(command, all, {
      cwd: folder,
      env: environment,
      signal: AbortSignal.timeout(longest),
      encoding: 'buffer',
      maxBuffer: Number.POSITIVE_INFINITY,
    });
    running.child.stdin?.on('error', () => undefined).end(input);
    const ended = await running.then(
      output => ({ code: 0, ...output }),
      (error: ExecFileException & { stdout: Buffer; stderr: Buffer }) => {
        if (error.name === 'AbortError')
          throw new UserError(
            `git ${args[0]} took longer than 2 minutes`,
            'check the Git server, then run the step again',
          );
        if (typeof error.code === 'string')
          throw new UserError(`git cannot be started: ${error.message}`, 'install git', { cause: error });
        return { code: error.code ?? 1, stdout: error.stdout, stderr: error.stderr };
      },
    );
    const header = basic(token);
    const stderr = withoutSecrets(ended.stderr.toString('utf8'), token === '' ? [] : [token, header]);
    return { code: ended.code, stdout: ended.stdout, stderr };
  };
}

const basic = (token: string) => Buffer.from(`x-access-token:${token}`).toString('base64');

function gitEnvironment(url: string, token: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  // Variables such as GIT_DIR would lead git to another repository.
  const inherited = Object.entries(environmentForCommands(env)).filter(
    ([name]) =>
      !/^GIT_(DIR|WORK_TREE|INDEX_FILE|NAMESPACE|OBJECT_DIRECTORY|COMMON_DIR|TRACE.*|CURL_VERBOSE)$/.test(
        name,
      ),
  );
  const settings: [string, string][] = [
    ['core.hooksPath', '/dev/null'],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
  ];
  if (token !== '' && /^https?:/.test(url)) {
    settings.push(['credential.helper', '']);
    settings.push([`http.${new URL(url).origin}/.extraHeader`, `Authorization: Basic ${basic(token)}`]);
  }
  const first = Number(env.GIT_CONFIG_COUNT ?? 0) || 0;
  const added = settings.flatMap(([key, value], index): [string, string][] => [
    [`GIT_CONFIG_KEY_${first + index}`, key],
    [`GIT_CONFIG_VALUE_${first + index}`, value],
  ]);
  const who = { name: 'Slipway', email: 'slipway@users.noreply.github.com' };
  return {
    GIT_AUTHOR_NAME: who.name,
    GIT_AUTHOR_EMAIL: who.email,
    GIT_COMMITTER_NAME: who.name,
    GIT_COMMITTER_EMAIL: who.email,
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
    ...Object.fromEntries(inherited),
    ...Object.fromEntries(added),
    GIT_CONFIG_COUNT: String(first + settings.length),
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

const temporary =
  /could not resolve host|connection (refused|reset|timed out)|operation timed out|early EOF|hung up|error: 5\d\d|HTTP 5\d\d|unexpected disconnect/i;

/** Runs a command that talks to the server; a failure of the network is retried. */
export function overNetwork(git: RunGit, args: readonly string[]): Promise<GitOutput> {
  const unfinished = ({ code, stderr }: GitOutput) => code !== 0 && temporary.test(stderr);
  return retry({ attempts: 4, delay: count => count * 1000, unfinished }, () => git(args));
}

/** The server has answered, and has taken nothing. */
export class RefusedByServer extends UserError {}

/** Returns the error for a refusal by the server. */
export function refusalOf(url: string, what: string, stderr: string): UserError {
  const line = stderr
    .split('\n')
    .filter(each => /^(fatal|error|remote):|rejected\]/.test(each.trim()))
    .map(each => each.trim())
    .slice(0, 3)
    .join('; ');
  const problem = `${what} ${url} failed: ${printable(line || stderr.trim()).slice(0, 400)}`;
  if (
    /protected branch|pre-receive hook declined|GH006|GH013|not allowed to push|hook declined/i.test(stderr)
  )
    return new RefusedByServer(
      problem,
      'allow the account to push to that branch, or write `by: pull-request` in `delivery.gitops`',
    );
  if (
    /error: 40[13]|Authentication failed|could not read Username|Permission denied|access denied|not found|unauthorized/i.test(
      stderr,
    )
  )
    return new RefusedByServer(
      problem,
      'set `gitops-token` to a token that may read and write the contents of that repository',
    );
  // Without such a line the answer may only be lost.
  const Kind = /rejected\]/.test(stderr) ? RefusedByServer : UserError;
  return new Kind(problem, 'correct `delivery.gitops` in slipway.yml, or look at the Git server');
}
