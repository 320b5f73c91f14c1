import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Cluster } from '../cluster/port.ts';
import type { Environment } from '../config/types.ts';
import type { NotifyEvent } from '../notify/event.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { originText } from '../toolkit/origin.ts';
import * as shared from './inputs.ts';
import { withCluster } from './session.ts';

/** Where it is kept between runs which messages were sent. */
export interface SentStore {
  /** Returns an empty text if nothing is kept. */
  read(): Promise<string>;
  write(text: string): Promise<void>;
  /** What cannot be read or written, in a warning. */
  readonly name: string;
}

const lastSuccess = () => import('../recovery/last-success.ts');
type Connected = <Result>(
  use: (cluster: Cluster, code: Awaited<ReturnType<typeof lastSuccess>>) => Promise<Result>,
) => Promise<Result>;

/**
 * Returns the store that the inputs ask for; undefined for none.
 * @throws UserError if they ask for both.
 */
export function sentStoreOf(
  inputs: Record<'state-file' | 'keep-state' | 'config' | 'kube-context', string>,
  { environment, event }: { readonly environment: Environment; readonly event: NotifyEvent },
  host: Host,
): SentStore | undefined {
  const path = inputs['state-file'];
  const inCluster = shared.flag('keep-state', inputs['keep-state']);
  if (inCluster && path !== '')
    throw new UserError('`state-file` and `keep-state` are both set', 'remove one of them');
  if (inCluster)
    return leaseStore(environment.namespace, event, use =>
      withCluster({ ...inputs, patient: false }, environment, host, lastSuccess, use),
    );
  if (path === '') return undefined;
  return {
    name: path,
    read: () => readFile(path, 'utf8').catch(() => ''),
    write: async text => {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    },
  };
}

/**
 * Keeps it in a Lease for each kind of event. The runs that report states may write Leases, and jobs that run code of the application
 * have no access to the cluster.
 */
export function leaseStore(
  namespace: string,
  { app, kind, origin }: Pick<NotifyEvent, 'app' | 'kind' | 'origin'>,
  connected: Connected,
): SentStore {
  const [place, what] = [{ app, namespace }, `notify-${kind}` as const];
  return {
    name: `the Lease of the messages about ${kind}`,
    read: () =>
      connected(async (cluster, { readLast }) =>
        String((await readLast(cluster, place, what))?.facts.sent ?? ''),
      ),
    write: sent =>
      connected((cluster, { recordLast }) =>
        recordLast(cluster, place, what, { at: cluster.now(), run: originText(origin), facts: { sent } }),
      ),
  };
}
