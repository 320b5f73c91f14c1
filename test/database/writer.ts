import { spawn } from 'node:child_process';
import type { Database } from './database.ts';
import { SCOPE } from './settings.ts';

/** A client that writes all the time, outside of what fails, and keeps a list of what was acknowledged. */
export interface Writer {
  /** The numbers of the acknowledged ticks, and when each came, in ms since 1970. */
  acknowledged: { n: number; at: number }[];
  stop(): Promise<void>;
}

/** It ends after so many ticks, even if no test stops it: five minutes at least. */
const MOST = 6000;

/**
 * Inserts ticks 1, 2, 3 … through the primary's Service, each by a connection of its own and given up after 2 s; one that fails
 * is not tried again.
 */
export async function startWriter(database: Database, node: string): Promise<Writer> {
  const pod = 'writer';
  await database.sidePod(pod, node);
  const password = await database.kubectl(['get', 'secret', 'passwords', '-o', 'jsonpath={.data.shop}']);
  const script = `
export PGPASSWORD=${Buffer.from(password, 'base64')} PGCONNECT_TIMEOUT=2
n=0
while [ $n -lt ${MOST} ] && [ ! -e /tmp/stop ]; do
  n=$((n + 1))
  timeout 2 psql -XAtq -h ${SCOPE} -U shop -d shop -c "insert into ticks (n) values ($n)" < /dev/null 2> /dev/null && echo $n
  sleep 0.03
done`;
  const args = ['-n', database.namespace, 'exec', '-i', pod, '--', 'sh', '-s'];
  const child = spawn('kubectl', args, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(script);
  const acknowledged: Writer['acknowledged'] = [];
  let rest = '';
  child.stdout.on('data', chunk => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    acknowledged.push(...lines.map(line => ({ n: Number(line), at: Date.now() })));
  });
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()));
  return {
    acknowledged,
    stop: async () => {
      await database.exec(pod, ['touch', '/tmp/stop']);
      await ended;
      await database.kubectl(['delete', 'pod', pod, '--wait']);
    },
  };
}
