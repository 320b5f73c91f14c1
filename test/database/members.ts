import { NODES } from '../../lab/lab.ts';
import { eventually, kubectl } from '../e2e/harness.ts';
import { SCOPE, type Synchronous, synchronousSettings } from './settings.ts';

/** Who is the primary and how the others are, asked of Patroni in each pod. */

/** A member as Patroni sees it. */
export interface Member {
  name: string;
  role: 'leader' | 'sync_standby' | 'replica';
  state: string;
  timeline?: number;
  lag?: number | 'unknown';
}

interface PodList {
  items: { metadata: { name: string }; status: { podIP?: string } }[];
}

async function podAddresses(namespace: string): Promise<[name: string, address: string][]> {
  const text = await kubectl(['-n', namespace, 'get', 'pods', '-l', `app=${SCOPE}`, '-o', 'json']);
  const { items } = JSON.parse(text) as PodList;
  return items.flatMap(({ metadata, status }) =>
    status.podIP === undefined ? [] : [[metadata.name, status.podIP]],
  );
}

/** Asks Patroni in a pod. The pods of a node that is gone have addresses too, where nobody answers. */
const askPatroni = (address: string, path: string, init: RequestInit = {}) =>
  fetch(`http://${address}:8008${path}`, { signal: AbortSignal.timeout(1500), ...init });

/** The pod that says itself that it is the primary. @throws when none does. */
export async function primaryOf(namespace: string): Promise<string> {
  const asked = (await podAddresses(namespace)).map(async ([name, address]) => {
    const { ok, status } = await askPatroni(address, '/primary');
    if (!ok) throw new Error(`${name}: ${status}`);
    return name;
  });
  return Promise.any(asked);
}

/** What the first member knows that answers. */
export async function membersOf(namespace: string): Promise<Member[]> {
  const asked = (await podAddresses(namespace)).map(async ([, address]) => {
    const answer = await askPatroni(address, '/cluster');
    return ((await answer.json()) as { members: Member[] }).members;
  });
  return Promise.any(asked);
}

/** Resolves when every member runs and standbys stream. */
export function untilWhole(namespace: string, ms: number): Promise<Member[]> {
  return eventually(async () => {
    const members = await membersOf(namespace).catch(() => []);
    const runs = ({ role, state }: Member) => state === (role === 'leader' ? 'running' : 'streaming');
    return members.filter(runs).length === NODES.length && members.some(({ role }) => role === 'leader')
      ? members
      : undefined;
  }, ms);
}

/** @param sql asks the primary. */
export async function setSynchronous(
  namespace: string,
  mode: Synchronous,
  sql: (statement: string) => Promise<string[]>,
): Promise<void> {
  const addresses = new Map(await podAddresses(namespace));
  const answer = await askPatroni(addresses.get(await primaryOf(namespace)) ?? '', '/config', {
    method: 'PATCH',
    body: JSON.stringify(synchronousSettings(mode)),
  });
  if (!answer.ok) throw new Error(`Patroni refused: ${answer.status} ${await answer.text()}`);
  await eventually(async () => {
    const [names = ''] = await sql('show synchronous_standby_names');
    return mode === 'async' ? names === '' : names !== '' && names !== '*';
  });
}
