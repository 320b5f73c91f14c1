import { UserError } from '../toolkit/errors.ts';
import { endingOf, type ProgramOutput, runForOutput } from '../toolkit/program.ts';
import { retry } from '../toolkit/retry.ts';
import { timing } from '../toolkit/timing.ts';
import { kubectlEnvironment } from './environment.ts';
import type { KubeObject } from './objects.ts';
import { type Reach, reachFlags } from './reach.ts';
import { outageTimeout, warmUp } from './retry.ts';

export interface KubectlApply {
  fieldManager: string;
  reach: Reach;
  /** Returns the error for an objection of the server to the object. */
  refused(said: string): UserError;
  /** Milliseconds for all attempts while the API server is unavailable. */
  wait?: number;
}

/**
 * Applies an object server-side with a kubectl process. kubectl bypasses the port, so the port's retries for an unavailable API server
 * are repeated here. A second apply is harmless, because it writes the same.
 * @throws UserError when it is refused, or the API server does not answer.
 */
export async function applyWithKubectl(
  object: KubeObject,
  { fieldManager, reach, refused, wait = outageTimeout }: KubectlApply,
): Promise<void> {
  // Without a limit, kubectl would wait indefinitely on a dead connection.
  const limits = ['--request-timeout=30s'];
  const how = ['--server-side', '--force-conflicts', `--field-manager=${fieldManager}`];
  const args = ['apply', ...how, ...limits, '-f', '-', ...reachFlags(reach)];
  let away = Number.NEGATIVE_INFINITY;
  const isAway = ({ code, stderr }: ProgramOutput) => {
    if (code === 0) return false;
    if (isUnanswered(stderr)) away = performance.now();
    // An API server that was unavailable may answer before it has loaded its RBAC rules.
    const returning = performance.now() - away < warmUp && /\((Forbidden|Unauthorized)\)/.test(stderr);
    return isUnanswered(stderr) || returning;
  };
  const fed = await retry({ within: wait, unfinished: isAway, delay: () => timing.apiRetry }, () =>
    runForOutput(['kubectl', ...args], { env: kubectlEnvironment(), input: JSON.stringify(object) }),
  );
  if (fed.code === 0) return;
  const why = tidy(fed.stderr);
  if (why === '')
    throw new UserError(
      `kubectl could not apply ${object.kind}/${object.metadata?.name}: it ${endingOf(fed.code)} and gave no reason`,
      'run the step again',
    );
  if (!isAway(fed)) throw refused(why);
  throw new UserError(
    `the API server does not answer (${why.slice(0, 200)})`,
    'check that it can be reached from here, then run the step again',
  );
}

const unanswered = [
  /connection (refused|reset|timed out)|connection to the server .* was refused|client connection lost/,
  /no such host|no route to host|network is unreachable|i\/o timeout|TLS handshake timeout/,
  /deadline exceeded|Client\.Timeout|\bEOF\b|Unable to connect to the server/,
  /\((ServiceUnavailable|Timeout|ServerTimeout|TooManyRequests)\)/,
  /currently unable to handle the request|unable to return a response in the time allotted/,
];

/**
 * Whether kubectl reports that the API server was not reached or is overloaded, and not its objection to the object. If the API server
 * could not reach a webhook, that is an answer of the API server. Pure.
 */
export function isUnanswered(stderr: string): boolean {
  return !stderr.includes('failed calling webhook') && unanswered.some(sentence => sentence.test(stderr));
}

function tidy(stderr: string): string {
  const lines = stderr.split('\n').filter(line => line.trim() !== '' && !line.startsWith('Warning:'));
  return lines.join('; ').slice(0, 500);
}
