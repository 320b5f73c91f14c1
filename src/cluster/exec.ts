import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { boundToUs } from '../toolkit/child.ts';
import { UserError } from '../toolkit/errors.ts';
import { type Answer, ask } from '../toolkit/program.ts';
import { kubectlEnvironment } from './environment.ts';
import { type Reach, reachFlags } from './reach.ts';

/** A container of a pod that runs. */
export interface Container {
  readonly namespace: string;
  readonly pod: string;
  /** Default: the first one. */
  readonly container?: string | undefined;
}

export interface ExecOptions {
  readonly reach: Reach;
  /** What the command reads; never shown, and in no list of processes. */
  readonly input?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Default: that of this process. kubectl gets a part of it. */
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** Is given each line of its output, as it comes. */
  heard?(line: string): void;
}

/**
 * Runs a command in a container, by a kubectl process: it needs a stream in both directions, which the port does not have. When we
 * are ended it may go on.
 * @throws ExecLost when the connection was lost, or there was none: then nobody knows what became of the command.
 * @throws UserError when there is no such pod, container or right.
 */
export async function execIn(
  place: Container,
  command: readonly string[],
  { reach, input, signal, env, heard }: ExecOptions,
): Promise<Answer> {
  const { namespace, pod, container } = place;
  const args = argumentsFor(place, command, reach, input !== undefined);
  const answer = await ask(['kubectl', ...args], {
    env: kubectlEnvironment(env),
    ...(input === undefined ? {} : { input }),
    ...(signal === undefined ? {} : { signal }),
    ...(heard === undefined ? {} : { heard }),
  });
  const { said, fault } = faultIn(answer);
  if (fault === undefined) return { ...answer, stderr: said };
  const where = `${pod}${container === undefined ? '' : `, container ${container},`} in ${namespace}`;
  if (
    /\(NotFound\)|container not found|not valid for pod|does not have a host assigned|executable file not found/.test(
      fault,
    )
  )
    throw new UserError(
      `nothing can be run in ${where}: ${fault}`,
      'see whether the pod is up, how its container is called, and what it holds',
    );
  if (/\((Forbidden|Unauthorized)\)/.test(fault))
    throw new UserError(
      `the credential may run nothing in ${where}: ${fault}`,
      'grant it `create` on `pods/exec` there',
    );
  throw new ExecLost(
    `the connection to ${where} was lost: ${fault}`,
    'see whether the pod and its node are up, then run the step again',
  );
}

/** Nobody knows what became of the command. */
export class ExecLost extends UserError {}

/** kubectl says how the command ended when it did; what else it says of a failure is of its own. Pure. */
function faultIn({ code, stderr }: Answer): { said: string; fault?: string } {
  if (code === 0) return { said: stderr };
  const lines = stderr.split('\n');
  const ended = lines.findIndex(line => /^command terminated with exit code \d+$/.test(line));
  if (ended >= 0) return { said: lines.toSpliced(ended, 1).join('\n') };
  const own = lines.findLast(line => /^(error|Error from server)\b/i.test(line));
  return {
    said: stderr,
    fault: (own ?? lines.findLast(line => line.trim() !== '') ?? 'kubectl said nothing').slice(0, 300),
  };
}

function argumentsFor(
  { namespace, pod, container }: Container,
  command: readonly string[],
  reach: Reach,
  stdin: boolean,
): string[] {
  return [
    ...['exec', pod, `--namespace=${namespace}`, '--quiet', ...reachFlags(reach)],
    ...(container === undefined ? [] : [`--container=${container}`]),
    ...(stdin ? ['--stdin'] : []),
    '--',
    ...command,
  ];
}

/** A command in a container that is spoken with, line by line. */
export interface Conversation {
  say(line: string): void;
  /** The next line that it prints. @throws Error when it has ended and said no more, with what kubectl said of that. */
  hear(): Promise<string>;
  /**
   * Leaves, and hears nothing more. The command is told nothing but that there is nothing more to read: what it is doing at that
   * moment it does to its end.
   */
  leave(): void;
}

/** Begins one; whatever is wrong with the pod is heard of by `hear`. */
export function converseIn(
  place: Container,
  command: readonly string[],
  { reach, env }: Pick<ExecOptions, 'reach' | 'env'>,
): Conversation {
  const child = spawn(...boundToUs('kubectl', argumentsFor(place, command, reach, true)), {
    env: kubectlEnvironment(env),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const heard: string[] = [];
  const waiting: { resolve: (line: string) => void; reject: (error: Error) => void }[] = [];
  let ended: Error | undefined;
  let last = '';
  const end = (error: Error) => {
    ended ??= error;
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  createInterface({ input: child.stdout }).on('line', line => {
    const next = waiting.shift();
    if (next === undefined) heard.push(line);
    else next.resolve(line);
  });
  createInterface({ input: child.stderr }).on('line', line => {
    if (line.trim() !== '') last = line;
  });
  // Who ends without reading it all has said why.
  child.stdin.on('error', () => undefined);
  child.once('error', end);
  child.once('close', code => end(new Error(last.slice(0, 300) || `it ended with ${code ?? 'a signal'}`)));
  return {
    say: line => void child.stdin.write(`${line}\n`),
    hear: () =>
      new Promise((resolve, reject) => {
        const line = heard.shift();
        if (line !== undefined) resolve(line);
        else if (ended !== undefined) reject(ended);
        else waiting.push({ resolve, reject });
      }),
    leave: () => {
      end(new Error('it was left'));
      child.kill('SIGKILL');
    },
  };
}
