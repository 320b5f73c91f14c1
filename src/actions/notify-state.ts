import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Cluster } from '../cluster/port.ts';
import type { Environment } from '../config/types.ts';
import type { NotifyEvent } from '../notify/event.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { originText } from '../toolkit/origin.ts';
import * as shared from './inputs.ts';
import { impatient, withCluster } from './session.ts';

/** Keeps between runs which messages were sent. */
export interface SentStore {
  /** What cannot be read or written, in a warning. */
  readonly name: string;
  /** Returns an empty text if nothing is kept. */
  read(): Promise<string>;
  write(text: string): Promise<void>;
}

const lastSuccess = () => import('../recovery/last-success.ts');

/**
 * Returns the store that the inputs ask for; undefined for none. That in the cluster is a Lease for each kind of event: the runs that
 * report states may write Leases, and jobs that run code of the application have no access to the cluster.
 * @throws UserError if they ask for two.
 */
export function sentStoreOf(
  inputs: Record<'state-file' | 'state-in-cluster' | 'config' | 'kube-context', string>,
  { environment, event }: { readonly environment: Environment; readonly event: NotifyEvent },
  host: Host,
): SentStore | undefined {
  const path = inputs['state-file'];
  const inCluster = shared.flag('state-in-cluster', inputs['state-in-cluster']);
  if (!inCluster) return path === '' ? undefined : fileStore(path);
  if (path !== '')
    throw new UserError(
      'the state of messages cannot be kept in both `state-file` and the cluster',
      'remove `state-file` or `state-in-cluster`',
    );
  const place = { app: event.app, namespace: environment.namespace };
  const what = `notify-${event.kind}` as const;
  const connected = <Result>(
    use: (cluster: Cluster, code: Awaited<ReturnType<typeof lastSuccess>>) => Promise<Result>,
  ) => withCluster(impatient(inputs), environment, host, lastSuccess, use);
  return {
    name: `the Lease of the messages about ${event.kind}`,
    read: () =>
      connected(async (cluster, { readLast }) =>
        String((await readLast(cluster, place, what))?.facts.sent ?? ''),
      ),
    write: sent =>
      connected((cluster, { recordLast }) => {
        const last = { at: cluster.now(), run: originText(event.origin), facts: { sent } };
        return recordLast(cluster, place, what, last);
      }),
  };
}

const fileStore = (path: string): SentStore => ({
  name: path,
  read: () => readFile(path, 'utf8').catch(() => ''),
  write: async text => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  },
});
