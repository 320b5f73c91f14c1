import { spawn } from 'node:child_process';
import { boundToUs } from '../toolkit/child.ts';
import { UserError } from '../toolkit/errors.ts';
import { timing } from '../toolkit/timing.ts';
import { kubectlEnvironment } from './environment.ts';
import type { KubeObject } from './objects.ts';
import { patience, warmUp } from './patience.ts';
import { type Reach, reachFlags } from './reach.ts';

export interface KubectlApply {
  fieldManager: string;
  reach: Reach;
  /** The error for what the server has against the object. */
  refused(said: string): UserError;
  /** Milliseconds for all attempts while the API server is away. */
  wait?: number;
}

/**
 * Applies by a kubectl process, server-side. It speaks to the API server by itself, past the port: what the port does for a
 * call while nobody answers is done here for the process. An apply may be sent twice: it writes the same.
 * @throws UserError when it is refused, or the API server does not answer.
 */
export async function applyWithKubectl(
  object: KubeObject,
  { fieldManager, reach, refused, wait = patience }: KubectlApply,
): Promise<void> {
  // Without a limit a connection that is dead and does not say so would hold it for ever.
  const limits = ['--request-timeout=30s'];
  const how = ['--server-side', '--force-conflicts', `--field-manager=${fieldManager}`];
  const args = ['apply', ...how, ...limits, '-f', '-', ...reachFlags(reach)];
  const end = performance.now() + wait;
  let away = Number.NEGATIVE_INFINITY;
  for (;;) {
    const { code, stderr } = await feed('kubectl', args, JSON.stringify(object));
    if (code === 0) return;
    const unanswered = isUnanswered(stderr);
    if (unanswered) away = performance.now();
    // A server that was away may answer before it has read who may do what.
    const returning = performance.now() - away < warmUp && /\((Forbidden|Unauthorized)\)/.test(stderr);
    if (!unanswered && !returning) throw refused(tidy(stderr));
    if (performance.now() >= end) {
      throw new UserError(
        `the API server does not answer (${tidy(stderr).slice(0, 200)})`,
        'see that it can be reached from here, then run the step again',
      );
    }
    await new Promise(resolve => setTimeout(resolve, timing.apiRetry));
  }
}

const unanswered = [
  /connection (refused|reset|timed out)|connection to the server .* was refused|client connection lost/,
  /no such host|no route to host|network is unreachable|i\/o timeout|TLS handshake timeout/,
  /deadline exceeded|Client\.Timeout|\bEOF\b|Unable to connect to the server/,
  /\((ServiceUnavailable|Timeout|ServerTimeout|TooManyRequests)\)/,
  /currently unable to handle the request|unable to return a response in the time allotted/,
];

/**
 * Whether kubectl tells that the API server was not reached, or is overloaded, and not what it has against the object. Whom the
 * API server could not reach in its turn, such as a webhook, is its own answer. Pure.
 */
export function isUnanswered(stderr: string): boolean {
  return !stderr.includes('failed calling webhook') && unanswered.some(sentence => sentence.test(stderr));
}

function feed(
  command: string,
  args: string[],
  input: string,
): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const [program, all] = boundToUs(command, args);
    const child = spawn(program, all, { env: kubectlEnvironment(), stdio: ['pipe', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', chunk => {
      stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', code => resolve({ code, stderr }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

function tidy(stderr: string): string {
  const lines = stderr.split('\n').filter(line => line.trim() !== '' && !line.startsWith('Warning:'));
  return lines.join('; ').slice(0, 500) || 'kubectl gave no reason';
}
