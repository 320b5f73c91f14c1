import { describe, expect, it } from 'vitest';
import type { InteractiveExec } from '../../../src/cluster/exec.ts';
import { markerSession, type Server } from '../../../src/recovery/drill/marker-session.ts';
import { makeMarker } from '../../../src/recovery/ledger.ts';

/** The output of psql for a statement; undefined if it prints nothing. */
type Psql = (statement: string) => string[] | undefined;

const greeted = '{"timeline" : 3, "synchronousCommit" : "on"}';
const acks: Psql = statement => {
  if (statement.startsWith('set ')) return [];
  if (statement.startsWith('select ')) return [greeted];
  return [/values \(E'run', (\d+),/.exec(statement)?.[1] ?? 'no insert'];
};

function speaking(psql: Psql) {
  const said: string[] = [];
  const commands: (readonly string[])[] = [];
  const opened: Server[] = [];
  let left = 0;
  const converse = (command: readonly string[]): InteractiveExec => {
    commands.push(command);
    const lines: string[] = [];
    let waiting: { resolve(line: string): void; reject(error: Error): void } | undefined;
    const give = () => {
      const line = waiting && lines.shift();
      if (line === undefined) return;
      waiting?.resolve(line);
      waiting = undefined;
    };
    return {
      say: line => {
        said.push(line);
        lines.push(...(psql(line) ?? []));
        give();
      },
      hear: () =>
        new Promise((resolve, reject) => {
          waiting = { resolve, reject };
          give();
        }),
      leave: () => {
        left += 1;
        waiting?.reject(new Error('it was left'));
      },
    };
  };
  const session = markerSession({
    converse,
    connection: { database: 'shop', host: 'db' },
    now: () => 1000,
    opened: server => opened.push(server),
  });
  return { session, said, commands, opened, left: () => left };
}

const marker = (seq: number) => makeMarker(seq, 'run', 100 * seq, 'payload');
const signal = new AbortController().signal;

describe('a session for markers', () => {
  it('is opened once and stays open, and reports its server and the time of the first marker', async () => {
    const { session, opened, commands, left } = speaking(acks);
    for (const seq of [1, 2, 3]) await session.send(marker(seq), signal);
    expect(opened).toEqual([{ at: 100, timeline: 3, synchronousCommit: 'on' }]);
    expect(commands).toHaveLength(1);
    session.close();
    expect(left()).toBe(1);
  });

  it('sets nothing that changes what a COMMIT waits for, and cancels nothing', async () => {
    const { session, said, commands } = speaking(acks);
    await session.send(marker(1), signal);
    expect(said.filter(each => each.startsWith('set '))).toEqual(['set client_min_messages = warning;']);
    expect([said, commands].flat(2).join(' ')).not.toMatch(/statement_timeout|lock_timeout|pg_cancel/);
  });

  it.each([
    [
      'a warning that it is not safe',
      ['WARNING:  canceling wait for synchronous replication due to user request', '1'],
    ],
    ['an error', ['ERROR:  cannot execute INSERT in a read-only transaction']],
    ['the number of another marker', ['7']],
    ['nothing', ['']],
  ])('does not take %s for an acknowledgement, and is closed', async (_, answer) => {
    const { session, left, commands } = speaking(statement =>
      statement.startsWith('insert') ? answer : acks(statement),
    );
    await expect(session.send(marker(1), signal)).rejects.toThrow(answer[0]);
    expect(left()).toBe(1);
    await expect(session.send(marker(1), signal)).rejects.toThrow();
    expect(commands).toHaveLength(2);
  });

  it('reports an unexpected first answer, such as that of a standby', async () => {
    const { session, opened } = speaking(statement =>
      statement.startsWith('select') ? ['ERROR:  recovery is in progress'] : acks(statement),
    );
    await expect(session.send(marker(1), signal)).rejects.toThrow('recovery is in progress');
    expect(opened).toEqual([]);
  });

  it('is closed when a marker is given up, and the next marker opens another one', async () => {
    let hangs = true;
    const { session, left, commands, opened } = speaking(statement =>
      statement.startsWith('insert') && hangs ? undefined : acks(statement),
    );
    const giving = new AbortController();
    const sent = session.send(marker(1), giving.signal);
    setTimeout(() => giving.abort(), 5);
    await expect(sent).rejects.toThrow('it was left');
    expect(left()).toBe(1);
    hangs = false;
    await session.send(marker(2), signal);
    expect(commands).toHaveLength(2);
    expect(opened.map(({ at }) => at)).toEqual([100, 200]);
  });
});
