import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture, unprivileged } from '../../lab/process.ts';
import { type Exec, localExec } from '../../src/recovery/exec.ts';
import { psql } from '../../src/recovery/postgres/sql.ts';

/** Real PostgreSQL servers of this machine's package, each at a socket in one folder: nothing listens on the network. */

export interface LocalServer {
  readonly name: string;
  readonly port: number;
  /** Rows of the database `shop`, without alignment. @throws with the message of psql. */
  sql(statement: string): Promise<string[]>;
  /** Resolves when the condition holds. */
  until(condition: string): Promise<void>;
  start(): Promise<void>;
  /** As when its machine loses power. */
  kill(): Promise<void>;
  /** Path of a file of its data. */
  file(path: string): string;
}

export interface LocalServers {
  /** Of the sockets. */
  readonly folder: string;
  create(name: string, settings?: Readonly<Record<string, string>>): Promise<LocalServer>;
  /** A standby that streams from another one. */
  follow(
    name: string,
    primary: LocalServer,
    settings?: Readonly<Record<string, string>>,
  ): Promise<LocalServer>;
  remove(): Promise<void>;
}

const always = {
  ...{ listen_addresses: '', fsync: 'off', shared_buffers: '16MB', wal_level: 'logical', jit: 'off' },
  ...{ max_wal_size: '64MB', wal_keep_size: '1GB', wal_receiver_status_interval: '1s' },
};

/** @throws Error when this machine has no PostgreSQL. */
export function localServers(): LocalServers {
  const programs = globSync('/usr/lib/postgresql/*/bin').sort().at(-1);
  if (programs === undefined)
    throw new Error('this machine has no PostgreSQL: install the package postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  const running = new Set<ChildProcess>();
  const run = (program: string, ...args: string[]) => {
    const [first = '', ...rest] = [...unprivileged(), join(programs, program), ...args];
    return capture(first, rest, { cwd: folder });
  };
  let ports = 5400;
  const server = (name: string): LocalServer => {
    ports += 1;
    const [port, data] = [ports, join(folder, name)];
    const exec: Exec = localExec({
      PATH: process.env.PATH,
      PGHOST: folder,
      PGPORT: String(port),
      PGUSER: 'postgres',
    });
    let child: ChildProcess | undefined;
    const ask = (database: string, input: string) => exec(psql({ database }), { input });
    const self: LocalServer = {
      ...{ name, port },
      file: path => join(data, path),
      sql: async statement => {
        const { code, stdout, stderr } = await ask('shop', statement);
        if (code !== 0) throw new Error(`${name}: ${stderr}`);
        return stdout.split('\n').filter(line => line !== '');
      },
      until: async condition => {
        const end = Date.now() + 180_000;
        // psql waits where it can: each question takes a process.
        while ((await self.sql(`select ${condition}`))[0] !== 't')
          if (Date.now() > end) throw new Error(`${name}: it never became true that ${condition}`);
      },
      start: async () => {
        const [first = '', ...rest] = [
          ...unprivileged(),
          join(programs, 'postgres'),
          '-D',
          data,
          '-p',
          String(port),
        ];
        const started = spawn('setpriv', ['--pdeathsig', 'KILL', '--', first, ...rest], { stdio: 'ignore' });
        child = started;
        running.add(started);
        while ((await ask('postgres', 'select 1')).code !== 0)
          if (started.exitCode !== null) throw new Error(`${name} ended with ${started.exitCode}`);
      },
      kill: async () => {
        if (child === undefined) return;
        // An immediate shutdown: its processes end, and nothing is written.
        child.kill('SIGQUIT');
        await once(child, 'close');
        running.delete(child);
      },
    };
    return self;
  };
  const configure = (data: string, settings: Readonly<Record<string, string>>) =>
    appendFileSync(
      join(data, 'postgresql.conf'),
      Object.entries({ ...always, unix_socket_directories: folder, ...settings })
        .map(([name, value]) => `${name} = '${value}'\n`)
        .join(''),
    );
  return {
    folder,
    create: async (name, settings = {}) => {
      // Small segments, because some tests archive one each second, and a slow standby must still find them.
      await run(
        'initdb',
        '-D',
        join(folder, name),
        '-U',
        'postgres',
        '--auth=trust',
        '--no-sync',
        '--wal-segsize=1',
      );
      configure(join(folder, name), settings);
      const created = server(name);
      await created.start();
      await run('createdb', '-h', folder, '-p', String(created.port), '-U', 'postgres', 'shop');
      return created;
    },
    follow: async (name, primary, settings = {}) => {
      const data = join(folder, name);
      const from = `host=${folder} port=${primary.port} user=postgres application_name=${name}`;
      await run('pg_basebackup', '-D', data, '-d', from, '--checkpoint=fast', '--no-sync');
      configure(data, { primary_conninfo: from, ...settings });
      writeFileSync(join(data, 'standby.signal'), '');
      const created = server(name);
      await created.start();
      return created;
    },
    remove: async () => {
      await Promise.all(
        [...running].map(async each => {
          each.kill('SIGQUIT');
          await once(each, 'close');
        }),
      );
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
