import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { dieWithParent } from '../toolkit/child.ts';
import { UserError } from '../toolkit/errors.ts';
import { kubectlEnvironment } from './environment.ts';
import { type Reach, reachFlags } from './reach.ts';

/** A local port that is forwarded to a pod of a Service, whatever the network policies are. */
export interface Forward {
  readonly base: URL;
  close(): void;
}

export interface ForwardTarget {
  readonly namespace: string;
  readonly service: string;
  readonly port: number;
}

/** Milliseconds until the port must be open. */
const patience = 15_000;

/**
 * Forwards a local port with `kubectl port-forward`, which chooses one pod and ends with it, or with this process.
 * @throws UserError when the Service cannot be reached.
 */
export async function forwardTo({ namespace, service, port }: ForwardTarget, reach: Reach): Promise<Forward> {
  const args = [
    'port-forward',
    `--namespace=${namespace}`,
    ...reachFlags(reach),
    `service/${service}`,
    `:${port}`,
  ];
  const [command, bound] = dieWithParent('kubectl', args);
  const child = spawn(command, bound, { env: kubectlEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', chunk => {
    said = `${said}${chunk}`.slice(-2000);
  });
  const refused = () =>
    new UserError(
      `Service/${service} in ${namespace} cannot be reached: ${said.trim().split('\n').at(-1) || 'kubectl port-forward ended'}`,
      'check that its pods are ready, and that the credential may `create` `pods/portforward` there',
    );
  const local = await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(refused()), patience);
    createInterface({ input: child.stdout }).on('line', line => {
      const found = /^Forwarding from 127\.0\.0\.1:(\d+) ->/.exec(line)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(Number(found));
    });
    for (const end of ['error', 'close'] as const)
      child.once(end, () => {
        clearTimeout(timer);
        reject(refused());
      });
  }).catch(error => {
    child.kill('SIGKILL');
    throw error;
  });
  return { base: new URL(`http://127.0.0.1:${local}`), close: () => void child.kill('SIGKILL') };
}
