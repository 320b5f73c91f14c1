import type { InteractiveExec } from '../../../src/cluster/exec.ts';
import type { Exec } from '../../../src/recovery/exec.ts';
import type { RunningBackupPod } from '../../../src/recovery/files/backup-pods.ts';
import type { ProgramOutput } from '../../../src/toolkit/program.ts';
import { recorded } from '../files/recorded.ts';

/** A fake backup pod whose psql, pg_dump and restic answer like the real ones; it records its commands in order. */

export const snapshotId = '00000004-0000002A-1';
export const resticId = '237320d5157a61eb1f94cd67c36e7ad547f09579f8678907f6b733b2923d5867';

const table = (name: string, rows: number) =>
  JSON.stringify({
    ...{
      kind: 'table',
      schema: 'public',
      name,
      rows,
      percent: null,
      min: '1',
      max: String(rows),
      hash: '-12',
    },
  });

/** As psql prints them for a database of two tables. */
export const countedLines = (version = '17.6') => [
  JSON.stringify({ kind: 'snapshot', id: snapshotId, encoding: 'UTF8', roles: ['reader'] }),
  JSON.stringify({ kind: 'server', database: 'shop', version }),
  table('accounts', 500),
  table('orders', 1500),
  JSON.stringify({ kind: 'end' }),
];

/** As `pg_restore --verbose` prints it. */
export const contents = `pg_restore: creating TABLE "public.accounts"
pg_restore: creating TABLE "public.orders"
pg_restore: processing data for table "public.accounts"
pg_restore: processing data for table "public.orders"
pg_restore: executing SEQUENCE SET orders_id_seq
`;

const good: ProgramOutput = { code: 0, stdout: '', stderr: '' };
const snapshots = {
  ...recorded('snapshots'),
  stdout: recorded('snapshots').stdout.replaceAll('/srv/attachments', '/shop.dump'),
};

export interface Fake {
  /** The answer of psql to the script. */
  readonly lines?: readonly string[];
  /** By `restic COMMAND`, `programs` or `contents`; the last one is repeated. */
  readonly answers?: Readonly<Record<string, readonly ProgramOutput[]>>;
}

export function fakeBackupPod({ lines = countedLines(), answers = {} }: Fake = {}) {
  const asked: string[] = [];
  const commands: (readonly string[])[] = [];
  const all: Record<string, ProgramOutput[]> = {
    'restic version': [recorded('version')],
    'restic backup': [recorded('backup')],
    'restic snapshots': [snapshots],
    programs: [
      {
        ...good,
        stdout: 'psql (PostgreSQL) 17.6\npg_restore (PostgreSQL) 17.6\npg_dump (PostgreSQL) 17.6 (Debian)',
      },
    ],
    contents: [{ ...good, stderr: contents }],
    ...Object.fromEntries(Object.entries(answers).map(([name, each]) => [name, [...each]])),
  };
  const exec: Exec = async command => {
    const name = nameOf(command);
    asked.push(name);
    commands.push(command);
    const mine = all[name] ?? [good];
    return (mine.length > 1 ? mine.shift() : mine[0]) ?? good;
  };
  const heard = [...lines];
  const session: InteractiveExec = {
    say: line => void asked.push(line.includes('pg_export_snapshot') ? 'count' : 'say'),
    hear: async () => {
      const line = heard.shift();
      if (line === undefined) throw new Error('kubectl exited with code 3');
      return line;
    },
    leave: () => void asked.push('leave'),
  };
  const backupPod: RunningBackupPod = { exec, converse: () => session, remove: async () => undefined };
  return { backupPod, asked, commands };
}

function nameOf(command: readonly string[]): string {
  const text = command.join(' ');
  if (text.includes('pg_restore --file=/dev/null')) return 'contents';
  if (text.includes('pg_dump --version')) return 'programs';
  const start = command.indexOf('restic');
  return `restic ${command.slice(start + 1).find(each => !each.startsWith('--'))}`;
}
