import { eventually, kubectl } from '../e2e/harness.ts';

/**
 * The switchover that is declared in tests, by Patroni's own API in the pod of the primary. Where replication is synchronous only a
 * synchronous standby may become the primary: for as long as it takes there are two of them, and nothing is less safe than before.
 */

const {
  SLIPWAY_DRILL_NAMESPACE: namespace = '',
  SLIPWAY_DRILL_PRIMARY: leader = '',
  SLIPWAY_DRILL_POD: candidate = '',
} = process.env;

const addressOf = (pod: string) =>
  kubectl(['-n', namespace, 'get', 'pod', pod, '-o', 'jsonpath={.status.podIP}']);

async function ask(pod: string, method: string, path: string, body?: object): Promise<string> {
  const answer = await fetch(`http://${await addressOf(pod)}:8008${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`Patroni answered ${answer.status}: ${text}`);
  return text;
}

async function mayTakeOver(): Promise<boolean> {
  const { members } = JSON.parse(await ask(leader, 'GET', '/cluster')) as {
    members: { name: string; role: string }[];
  };
  return members.some(({ name, role }) => name === candidate && role === 'sync_standby');
}

const { synchronous_mode: synchronous } = JSON.parse(await ask(leader, 'GET', '/config')) as {
  synchronous_mode?: boolean;
};
if (synchronous) {
  await ask(leader, 'PATCH', '/config', { synchronous_node_count: 2 });
  await eventually(mayTakeOver, 30_000);
}
console.log(await ask(leader, 'POST', '/switchover', { leader, candidate }));
if (synchronous) await ask(candidate, 'PATCH', '/config', { synchronous_node_count: null });
