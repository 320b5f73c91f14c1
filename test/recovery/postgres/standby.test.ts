import { describe, expect, it } from 'vitest';
import type { Exec } from '../../../src/recovery/postgres/exec.ts';
import { pausedInventory, type Standby } from '../../../src/recovery/postgres/standby.ts';
import { wording } from '../../wording.ts';
import { lsn } from './stanza.ts';

/** A standby that answers psql, and can be told to misbehave. */
class Server {
  readonly calls: string[] = [];
  pause = 'not paused';
  replayed = 0x3000100n;
  standby = true;
  /** Bytes that are replayed between two questions. */
  speed = 0n;
  ignorePause = false;
  resumes = false;
  conflicts = 0;
  ignoreResume = false;
  failInventory = false;

  readonly exec: Exec = async (command, { input = '', signal } = {}) => {
    const what = input.includes("'server'")
      ? `inventory ${/dbname='(\w+)'/.exec(command.join(' '))?.[1]}`
      : input.includes('replay_resume')
        ? 'resume'
        : 'state';
    this.calls.push(what);
    if (signal?.aborted) return { code: undefined, stdout: '', stderr: 'aborted' };
    if (input.includes('replay_pause()') && !this.ignorePause) this.pause = 'paused';
    if (what === 'resume' && !this.ignoreResume) this.pause = 'not paused';
    if (this.pause !== 'paused') this.replayed += this.speed;
    if (what.startsWith('inventory') && this.conflicts-- > 0)
      return {
        code: 3,
        stdout: '',
        stderr: 'psql: ERROR:  canceling statement due to conflict with recovery',
      };
    return {
      code: what.startsWith('inventory') && this.failInventory ? 3 : 0,
      stderr: 'psql: ERROR:  no',
      stdout: this.answer(what),
    };
  };

  answer(what: string): string {
    if (what.startsWith('inventory')) {
      const place = JSON.stringify({ kind: 'place', pause: this.pause, lsn: this.place(), timeline: 2 });
      // As Patroni does, at once.
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
  connection: { database: 'shop' },
  leftPaused: false,
  note: async paused => void noted.push(paused),
  patience: 1_000,
  sleep: async () => {},
  ...changes,
});

describe('an inventory on a standby', () => {
  it('is made while replay is paused, and names the place', async () => {
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

  it('is of its snapshot when replay goes on after that', async () => {
    const server = Object.assign(new Server(), { resumes: true, speed: 8n });
    const { lsn: place } = await pausedInventory(standby(server));
    expect(place).toBe(lsn('0/3000108'));
    expect(server.replayed).toBeGreaterThan(place);
  });

  it('is taken again when what is replayed takes rows away from it', async () => {
    const server = Object.assign(new Server(), { conflicts: 2 });
    await pausedInventory(standby(server));
    expect(server.calls.filter(each => each === 'inventory shop')).toHaveLength(3);
    const busy = Object.assign(new Server(), { conflicts: 3 });
    await expect(pausedInventory(standby(busy))).rejects.toThrow('conflict with recovery');
    expect(busy.pause).toBe('not paused');
  });

  it('waits until the standby is past the end of the backup', async () => {
    const server = new Server();
    server.speed = 0x100n;
    const { lsn: place } = await pausedInventory(standby(server, { notBefore: lsn('0/3000300') }));
    expect(place).toBeGreaterThan(lsn('0/3000300'));
  });

  it('does not wait for ever', async () => {
    const server = new Server();
    await expect(pausedInventory(standby(server, { notBefore: lsn('0/3000300') }))).rejects.toThrow(
      wording('0/3000300'),
    );
    expect(server.calls).not.toContain('inventory shop');
  });

  it('is not made on a primary', async () => {
    const server = new Server();
    server.standby = false;
    await expect(pausedInventory(standby(server))).rejects.toThrow(wording());
  });

  it('leaves a pause of somebody else alone', async () => {
    const server = new Server();
    server.pause = 'paused';
    await expect(pausedInventory(standby(server))).rejects.toThrow(wording('0/3000100'));
    expect(server.pause).toBe('paused');
  });

  it('ends the pause of a run that died, and says so', async () => {
    const server = new Server();
    server.pause = 'paused';
    const { notes } = await pausedInventory(standby(server, { leftPaused: true }));
    expect(notes).toEqual([wording('0/3000100')]);
    expect(server.calls.slice(0, 3)).toEqual(['state', 'resume', 'inventory shop']);
  });

  it.each<[string, Partial<Server>, string]>([
    ['the inventory fails', { failInventory: true }, wording('psql: ERROR:  no')],
    ['it does not pause in time', { ignorePause: true }, wording()],
  ])('resumes when %s', async (_, misbehaviour, message) => {
    const server = Object.assign(new Server(), misbehaviour);
    await expect(pausedInventory(standby(server))).rejects.toThrow(message);
    expect(server.calls.at(-1)).toBe('resume');
  });

  it('resumes when the run is cancelled', async () => {
    const server = new Server();
    const cancel = new AbortController();
    const exec: Exec = async (command, options) => {
      if (options?.input?.includes("'server'")) cancel.abort();
      return server.exec(command, options);
    };
    await expect(pausedInventory(standby(server, { exec, signal: cancel.signal }))).rejects.toThrow(
      'did not answer',
    );
    expect(server.pause).toBe('not paused');
  });

  it('says above all when replay could not be resumed, and does not note that it was', async () => {
    const server = Object.assign(new Server(), { ignoreResume: true, failInventory: true });
    noted.length = 0;
    await expect(pausedInventory(standby(server))).rejects.toThrow(wording());
    expect(noted).toEqual([true]);
  });
});
