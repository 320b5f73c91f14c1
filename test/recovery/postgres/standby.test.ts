import { describe, expect, it } from 'vitest';
import type { Exec } from '../../../src/recovery/exec.ts';
import { pausedInventory, type Standby } from '../../../src/recovery/postgres/standby.ts';
import { wording } from '../../wording.ts';
import { lsn } from './stanza.ts';

/** A fake standby that answers psql, and can be set to misbehave. */
class Server {
  readonly calls: string[] = [];
  pause = 'not paused';
  replayed = 0x3000100n;
  standby = true;
  /** Bytes that are replayed between two queries. */
  speed = 0n;
  ignorePause = false;
  resumes = false;
  conflicts = 0;
  ignoreResume = false;
  failInventory = false;
  /** The settings of its primary. */
  settings = { synchronous: false, applies: false };
  /** Whether a commit waits while replay is paused, and the inventory takes that long. */
  commitWaits = false;
  /** How often the inventory is cancelled because replay waits for it. */
  cancels = 0;
  scripts: string[] = [];

  readonly primary: Exec = async (_, { input = '' } = {}) => {
    const waiting = this.commitWaits && this.pause === 'paused';
    const row = input.includes('SyncRep') ? { commits: waiting ? ['71 12:00'] : [] } : this.settings;
    return { code: 0, stdout: `${JSON.stringify(row)}\n`, stderr: '' };
  };

  readonly exec: Exec = async (command, { input = '', signal } = {}) => {
    const what = input.includes("'server'")
      ? `inventory ${/dbname='(\w+)'/.exec(command.join(' '))?.[1]}`
      : input.includes('pg_cancel_backend')
        ? 'release'
        : input.includes('replay_resume')
          ? 'resume'
          : 'state';
    if (what.startsWith('inventory')) this.scripts.push(input);
    this.calls.push(what);
    if (signal?.aborted) return { code: undefined, stdout: '', stderr: 'aborted' };
    if (input.includes('replay_pause()') && !this.ignorePause) this.pause = 'paused';
    if (/^re(sume|lease)$/.test(what) && !this.ignoreResume) this.pause = 'not paused';
    if (this.pause !== 'paused') this.replayed += this.speed;
    if (what.startsWith('inventory') && this.conflicts-- > 0)
      return {
        code: 3,
        stdout: '',
        stderr: 'psql: ERROR:  canceling statement due to conflict with recovery',
      };
    if (what.startsWith('inventory') && this.cancels-- > 0)
      return { code: 3, stdout: '', stderr: 'psql: ERROR:  canceling statement due to user request' };
    const stdout = this.answer(what);
    if (what.startsWith('inventory'))
      while (this.commitWaits && this.pause === 'paused') await new Promise(resolve => setImmediate(resolve));
    return {
      code: what.startsWith('inventory') && this.failInventory ? 3 : 0,
      stderr: 'psql: ERROR:  no',
      stdout,
    };
  };

  answer(what: string): string {
    if (what.startsWith('inventory')) {
      const place = JSON.stringify({ kind: 'place', pause: this.pause, lsn: this.place(), timeline: 2 });
      // Patroni resumes it at once.
      if (this.resumes) this.pause = 'not paused';
      return `${place}\n{"kind":"server","database":"shop","version":"17.6"}\n{"kind":"table","schema":"public","name":"orders","rows":3,"percent":null,"min":"1","max":"3","hash":"-7"}\n{"kind":"end"}\n`;
    }
    const state = JSON.stringify({
      standby: this.standby,
      pause: this.standby ? this.pause : null,
      lsn: this.place(),
      timeline: 2,
    });
    return what === 'resume' ? `{}\n${state}\n` : state;
  }

  place(): string {
    return `${(this.replayed >> 32n).toString(16)}/${(this.replayed & 0xffffffffn).toString(16)}`.toUpperCase();
  }
}

const noted: boolean[] = [];
const standby = (server: Server, changes: Partial<Standby> = {}): Standby => ({
  exec: server.exec,
  primary: server.primary,
  synchronous: true,
  connection: { database: 'shop' },
  leftPaused: false,
  note: async paused => void noted.push(paused),
  patience: 1_000,
  // The guard checks throughout the count: other tasks need their turn.
  sleep: () => new Promise(resolve => setImmediate(resolve)),
  ...changes,
});

describe('an inventory on a standby', () => {
  it('is taken while replay is paused, and has the LSN', async () => {
    const server = new Server();
    noted.length = 0;
    const { lsn: place, timeline, inventory, notes } = await pausedInventory(standby(server));
    expect([place, timeline, notes]).toEqual([lsn('0/3000100'), 2, []]);
    expect(inventory.tables).toEqual([
      { schema: 'public', name: 'orders', rows: 3, key: { min: '1', max: '3' }, hash: '-7' },
    ]);
    expect(server.calls).toEqual(['state', 'inventory shop', 'resume']);
    expect(noted).toEqual([true, false]);
  });

  it('matches its snapshot even if replay resumes afterwards', async () => {
    const server = Object.assign(new Server(), { resumes: true, speed: 8n });
    const { lsn: place } = await pausedInventory(standby(server));
    expect(place).toBe(lsn('0/3000108'));
    expect(server.replayed).toBeGreaterThan(place);
  });

  it('is taken again if replay removes rows that it needs', async () => {
    const server = Object.assign(new Server(), { conflicts: 2 });
    await pausedInventory(standby(server));
    expect(server.calls.filter(each => each === 'inventory shop')).toHaveLength(3);
    const busy = Object.assign(new Server(), { conflicts: 3 });
    await expect(pausedInventory(standby(busy))).rejects.toThrow(
      wording('3 times', 'conflict with recovery'),
    );
    expect(busy.pause).toBe('not paused');
  });

  describe('recovery 6: no commit waits for it', () => {
    const order = (script = '') =>
      ['pg_wal_replay_pause()', 'begin isolation', 'lock table', "'resumed'", "'server'"].map(each =>
        script.indexOf(each),
      );

    it('replay resumes as soon as the snapshot is taken if commits wait for the standby to apply them', async () => {
      const server = Object.assign(new Server(), { settings: { synchronous: true, applies: true } });
      await pausedInventory(standby(server));
      const places = order(server.scripts[0]);
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    });

    it.each([
      ['no standby is synchronous', { synchronous: false, applies: true }, true],
      ['commits wait only for its disk', { synchronous: true, applies: false }, true],
      ['another standby is the synchronous one', { synchronous: true, applies: true }, false],
    ])('replay is paused until the end if %s', async (_, settings, synchronous) => {
      const server = Object.assign(new Server(), { settings });
      const { notes } = await pausedInventory(standby(server, { synchronous }));
      // After the count, so that replay resumes even if the runner is lost meanwhile.
      expect(server.scripts[0]?.split('pg_wal_replay_resume')).toHaveLength(2);
      expect(server.scripts[0]).toMatch(/\ncommit;\n.*'resumed'.* from pg_wal_replay_resume\(\);\n.*'end'/);
      expect([notes, server.pause]).toEqual([[], 'not paused']);
    });

    it('replay is resumed if a commit waits nevertheless, and the count matches its snapshot', async () => {
      const settings = { synchronous: true, applies: false };
      const server = Object.assign(new Server(), { settings, commitWaits: true });
      const { lsn: place, notes } = await pausedInventory(standby(server));
      expect(place).toBe(lsn('0/3000100'));
      expect(notes).toEqual([wording()]);
      expect(server.calls.filter(each => each === 'release').length).toBeGreaterThan(0);
    });

    it('is taken again if replay had to wait for it, and fails with a remedy if that happens each time', async () => {
      const settings = { synchronous: true, applies: true };
      const server = Object.assign(new Server(), { settings, cancels: 2 });
      await pausedInventory(standby(server));
      expect(server.scripts).toHaveLength(3);
      const busy = Object.assign(new Server(), { settings, cancels: 3 });
      await expect(pausedInventory(standby(busy))).rejects.toThrow(wording('3 times', 'user request'));
      expect(busy.pause).toBe('not paused');
    });
  });

  it('resumes replay even if the primary hangs', async () => {
    const server = Object.assign(new Server(), { settings: { synchronous: true, applies: false } });
    const asked = Promise.withResolvers<void>();
    const primary: Exec = async (command, options) => {
      if (!options?.input?.includes('SyncRep')) return server.primary(command, options);
      asked.resolve();
      return new Promise(() => {});
    };
    const exec: Exec = async (command, options) => {
      if (options?.input?.includes("'server'")) await asked.promise;
      return server.exec(command, options);
    };
    expect((await pausedInventory(standby(server, { primary, exec }))).notes).toEqual([]);
    expect([server.calls.at(-1), server.pause]).toEqual(['resume', 'not paused']);
  });

  it('waits until the standby is past the end of the backup', async () => {
    const server = new Server();
    server.speed = 0x100n;
    const { lsn: place } = await pausedInventory(standby(server, { notBefore: lsn('0/3000300') }));
    expect(place).toBeGreaterThan(lsn('0/3000300'));
  });

  it('stops waiting after its timeout', async () => {
    const server = new Server();
    await expect(pausedInventory(standby(server, { notBefore: lsn('0/3000300') }))).rejects.toThrow(
      wording('0/3000300'),
    );
    expect(server.calls).not.toContain('inventory shop');
  });

  it('is not taken on a primary', async () => {
    const server = new Server();
    server.standby = false;
    await expect(pausedInventory(standby(server))).rejects.toThrow(wording());
  });

  it('does not end a pause that is not ours', async () => {
    const server = new Server();
    server.pause = 'paused';
    await expect(pausedInventory(standby(server))).rejects.toThrow(wording('0/3000100'));
    expect(server.pause).toBe('paused');
  });

  it('ends and reports the pause of a run that died', async () => {
    const server = new Server();
    server.pause = 'paused';
    const { notes } = await pausedInventory(standby(server, { leftPaused: true }));
    expect(notes).toEqual([wording('0/3000100')]);
    expect(server.calls.slice(0, 3)).toEqual(['state', 'resume', 'inventory shop']);
  });

  it.each<[string, Partial<Server>, string]>([
    ['the inventory fails', { failInventory: true }, wording('psql: ERROR:  no')],
    ['it does not pause in time', { ignorePause: true }, wording()],
  ])('resumes replay if %s', async (_, misbehaviour, message) => {
    const server = Object.assign(new Server(), misbehaviour);
    await expect(pausedInventory(standby(server))).rejects.toThrow(message);
    expect(server.calls.at(-1)).toBe('resume');
  });

  it('resumes replay if the run is cancelled', async () => {
    const server = new Server();
    const cancel = new AbortController();
    const exec: Exec = async (command, options) => {
      if (options?.input?.includes("'server'")) cancel.abort();
      return server.exec(command, options);
    };
    await expect(pausedInventory(standby(server, { exec, signal: cancel.signal }))).rejects.toThrow(
      'the query of the database shop failed',
    );
    expect(server.pause).toBe('not paused');
  });

  it('fails first of all if replay could not be resumed, and does not record that it was', async () => {
    const server = Object.assign(new Server(), { ignoreResume: true, failInventory: true });
    noted.length = 0;
    await expect(pausedInventory(standby(server))).rejects.toThrow(wording());
    expect(noted).toEqual([true]);
  });
});
