import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { dieWithParent } from '../toolkit/child.ts';
import { UserError } from '../toolkit/errors.ts';
import { defined } from '../toolkit/map.ts';
import { endingOf, type ProgramOutput, runForOutput } from '../toolkit/program.ts';
import { kubectlEnvironment } from './environment.ts';
import { type Reach, reachFlags } from './reach.ts';

/** A container of a running pod. */
export interface Container {
  readonly namespace: string;
  readonly pod: string;
  /** Default: the first one. */
  readonly container?: string | undefined;
}

export interface ExecOptions {
  readonly reach: Reach;
  /** The standard input of the command; never printed, and not visible in a process list. */
  readonly input?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Default: that of this process. kubectl gets a part of it. */
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** Receives each line of its output as it arrives. */
  heard?(line: string): void;
}

/**
 * Runs a command in a container with a kubectl process, because the port has no bidirectional streams. The command may continue when
 * this process is killed.
 * @throws ExecLost when the connection was lost or not made: then the outcome of the command is unknown.
 * @throws ProgramMissing when the image does not contain the program.
 * @throws UserError when the pod, the container or the permission is missing.
 */
export async function execIn(
  place: Container,
  command: readonly string[],
  { reach, input, signal, env, heard }: ExecOptions,
): Promise<ProgramOutput> {
  const { namespace, pod, container } = place;
  const args = argumentsFor(place, command, reach, input !== undefined);
  const answer = await runForOutput(['kubectl', ...args], {
    env: kubectlEnvironment(env),
    ...defined({ input, signal, heard }),
  });
  const { said, line } = faultIn(answer);
  if (line === undefined) return { ...answer, stderr: said };
  const where = `pod ${pod}${container === undefined ? '' : ` (container ${container})`} in namespace ${namespace}`;
  // The kinds of fault are read from the whole line: containerd names the missing program after 300 characters.
  const fault = line.slice(0, 500);
  // As runc and crun say it.
  if (/executable file (`.*` )?not found/.test(line))
    throw new ProgramMissing(
      `no command can run in ${where}: ${fault}`,
      'use an image that contains the program',
    );
  if (/\(NotFound\)|container not found|not valid for pod|does not have a host assigned/.test(line))
    throw new UserError(
      `no command can run in ${where}: ${fault}`,
      'check that the pod is running, and that it has this container',
    );
  if (/\((Forbidden|Unauthorized)\)/.test(line))
    throw new UserError(
      `the credential is not allowed to run commands in ${where}: ${fault}`,
      'grant it `create` on `pods/exec` there',
    );
  throw new ExecConnectionLost(
    `the connection to ${where} was lost: ${fault}`,
    'check that the pod and its node are ready, then run the step again',
  );
}

/** The outcome of the command is unknown. */
export class ExecConnectionLost extends UserError {}

/** Nothing has run. */
export class ProgramMissing extends UserError {}

/** Separates a failure of kubectl from one of the command, for which kubectl prints the exit code. Pure. */
function faultIn({ code, stderr }: ProgramOutput): { said: string; line?: string } {
  if (code === 0) return { said: stderr };
  const lines = stderr.split('\n');
  const ended = lines.findIndex(line => /^command terminated with exit code \d+$/.test(line));
  if (ended >= 0) return { said: lines.toSpliced(ended, 1).join('\n') };
  const own = lines.findLast(line => /^(error|Error from server)\b/i.test(line));
  return {
    said: stderr,
    line: own ?? lines.findLast(line => line.trim() !== '') ?? 'kubectl printed nothing',
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

/** An interactive command in a container, which reads and writes lines. */
export interface InteractiveExec {
  say(line: string): void;
  /** Returns the next line of its output. @throws Error with kubectl's message when it has ended without another line. */
  hear(): Promise<string>;
  /**
   * Closes the connection. The command gets only the end of its input, and finishes what it has started.
   */
  leave(): void;
}

/** Starts an interactive command; `hear` throws any problem with the pod. */
export const execInteractive = (
  place: Container,
  command: readonly string[],
  { reach }: Pick<ExecOptions, 'reach'>,
): InteractiveExec =>
  interactiveProgram(['kubectl', ...argumentsFor(place, command, reach, true)], kubectlEnvironment());

/** Starts an interactive program on this machine; it ends with this process. */
export function interactiveProgram(
  [program, ...args]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv,
): InteractiveExec {
  const child = spawn(...dieWithParent(program, args), { env, stdio: ['pipe', 'pipe', 'pipe'] });
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
  // A command that ends before it has read all input has printed why.
  child.stdin.on('error', () => undefined);
  child.once('error', end);
  child.once('close', code => end(new Error(last.slice(0, 300) || `kubectl ${endingOf(code ?? undefined)}`)));
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
      end(new Error('the connection was closed'));
      child.kill('SIGKILL');
    },
  };
}
