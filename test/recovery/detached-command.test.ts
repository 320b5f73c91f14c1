import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExecConnectionLost } from '../../src/cluster/exec.ts';
import {
  type DetachedPlace,
  joinScript,
  removeDetached,
  runDetached,
  withReconnect,
} from '../../src/recovery/detached-command.ts';
import { type Exec, localExec } from '../../src/recovery/exec.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { wording } from '../wording.ts';

/** The script that runs in pods, in a shell of this machine. */

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'slipway-detached-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const local = localExec(process.env);
/** Breaks the connection after that many ms, that many times, without a signal to the command. */
function breaking(times: number, after: number): { exec: Exec; broken: () => number } {
  let broken = 0;
  return {
    broken: () => broken,
    exec: async (command, options = {}) => {
      if (broken >= times) return local(command, options);
      broken += 1;
      // In a separate process group: only the connection ends.
      const [program = '', ...args] = command;
      const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'] });
      child.stdin.on('error', () => undefined);
      child.stdin.end(options.input);
      await sleep(after);
      child.kill('SIGKILL');
      throw new ExecConnectionLost('the connection was lost', 'try again');
    },
  };
}

const place = (changes: Partial<DetachedPlace> = {}): DetachedPlace => ({
  ...{ exec: local, folder: join(dir, 'commands'), gone: async () => undefined, report: () => undefined },
  sleep: async milliseconds => sleep(Math.min(milliseconds, 10)),
  ...changes,
});
const counting = ['sh', '-c', 'echo begun >> "$1"; sleep 1; cat; echo "$2"; echo bad >&2; exit 3', 'sh'];
const begins = () => readFileSync(join(dir, 'begun'), 'utf8').split('\n').length - 1;
const command = (more = "it's $HOME; `no` shell") => [...counting, join(dir, 'begun'), more];

describe('a detached command', () => {
  it('returns its output, errors and exit code, and gets arguments and input unchanged', async () => {
    const answer = await runDetached(place(), 'one')(command(), { input: 'first\n\nlast without an end' });
    expect(answer).toEqual({
      code: 3,
      stdout: "first\n\nlast without an endit's $HOME; `no` shell",
      stderr: 'bad',
    });
  });

  it.each(['', '\n', 'a\n\n', 'slipway: 0\n'])('returns %j like a plain command', async text => {
    const said = await runDetached(place(), 'one')(['cat'], { input: text });
    expect(said.stdout).toBe((await local(['cat'], { input: text })).stdout);
    expect(said.code).toBe(0);
  });

  it('starts once, however often the connection breaks, and later callers join it', async () => {
    const { exec, broken } = breaking(3, 250);
    const said: string[] = [];
    const first = runDetached(place({ exec, report: line => said.push(line) }), 'one')(command('x'));
    await sleep(400);
    const second = runDetached(place(), 'one')(command('x'));
    expect(await first).toEqual(await second);
    expect(await first).toMatchObject({ code: 3, stdout: 'x' });
    expect(await runDetached(place(), 'one')(command('x'))).toEqual(await first);
    expect(broken()).toBe(3);
    expect(begins()).toBe(1);
    expect(said[0]).toEqual(wording('the connection was lost'));
  });

  it('starts once for concurrent callers', async () => {
    const both = await Promise.all([1, 2, 3, 4].map(() => runDetached(place(), 'one')(command('x'))));
    expect(both.map(({ code }) => code)).toEqual([3, 3, 3, 3]);
    expect(begins()).toBe(1);
  });

  it('does not start with truncated input', async () => {
    let turn = 0;
    const exec: Exec = (given, options) => {
      turn += 1;
      return local(given, turn === 1 ? { ...options, input: 'select 1; sel' } : options);
    };
    const answer = await runDetached(place({ exec }), 'one')(['cat'], { input: 'select 1; select 2;' });
    expect(answer.stdout).toBe('select 1; select 2;');
    expect(turn).toBe(2);
  });

  it.each(['', 'select 1;'])(
    'starts with %j although the end of its input is never signaled',
    async input => {
      const exec: Exec = async ([program = '', ...args], options = {}) => {
        const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
        child.stdin.write(options.input ?? '');
        const [said, code] = await Promise.all([
          child.stdout.setEncoding('utf8').toArray(),
          new Promise<number>(resolve => child.once('exit', code => resolve(code ?? 1))),
        ]);
        child.stdin.destroy();
        return { code, stdout: said.join('').replace(/\n$/, ''), stderr: '' };
      };
      const { stdout } = await runDetached(place({ exec }), 'one')(['cat'], { input });
      expect(stdout).toBe(input);
    },
  );

  it('leaves no input and no readable files behind', async () => {
    await runDetached(place(), 'one')(['cat'], { input: 'secret' });
    const folder = join(dir, 'commands', 'one');
    expect(readdirSync(folder).sort()).toEqual(['code', 'err', 'out', 'pid', 'what']);
  });

  it('is refused under the name of another command, whose result is not used', async () => {
    await runDetached(place(), 'one')(['echo', 'a']);
    await expect(runDetached(place(), 'one')(['echo', 'b'])).rejects.toThrow(wording());
  });

  it('is forgotten after it has ended, and not before', async () => {
    const running = runDetached(place(), 'one')(command('x'));
    await expect.poll(() => existsSync(join(dir, 'begun')), { timeout: 20_000 }).toBe(true);
    await removeDetached(place(), 'one');
    expect(await running).toMatchObject({ code: 3, stdout: 'x' });
    await removeDetached(place(), 'one');
    expect(readdirSync(join(dir, 'commands'))).toEqual([]);
  });

  it('that was killed with its shell is distinguished from a running one', async () => {
    const running = runDetached(place(), 'one')(['sleep', '30']);
    running.catch(() => undefined);
    const pid = join(dir, 'commands', 'one', 'pid');
    await expect.poll(() => readFileSync(pid, 'utf8'), { timeout: 5000 }).toMatch(/\d/);
    const shell = Number(readFileSync(pid, 'utf8'));
    const children = readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8').trim().split(' ');
    process.kill(shell, 'SIGKILL');
    for (const child of children) process.kill(Number(child), 'SIGKILL');
    await expect(running).rejects.toThrow(wording());
  });

  it('whose shell never started it is distinguished from a running one', async () => {
    const folder = join(dir, 'commands', 'one');
    await local(['mkdir', '-p', folder]);
    // Without a pause between two polls.
    writeFileSync(join(dir, 'sleep'), '#!/bin/sh\n', { mode: 0o755 });
    const exec = localExec({ ...process.env, PATH: `${dir}:${process.env.PATH}` });
    await expect(runDetached(place({ exec }), 'one')(['true'])).rejects.toThrow(UserError);
  });

  it('continues when the waiting job hands over, and is joined', async () => {
    let turns = 0;
    const exec: Exec = (given, options) => {
      turns += 1;
      // Polls for less than the ten seconds of the script.
      return local(
        given.map((each, index) => (index === 7 ? '1' : each)),
        options,
      );
    };
    const handing = runDetached(
      place({ exec, sleep: () => Promise.reject(new Error('handed over')) }),
      'one',
    );
    await expect(handing(command('x'))).rejects.toThrow('handed over');
    expect(turns).toBe(1);
    expect(await runDetached(place(), 'one')(command('x'))).toMatchObject({ code: 3, stdout: 'x' });
    expect(begins()).toBe(1);
  });

  it('is left when the drill is cancelled', async () => {
    const cancel = new AbortController();
    const running = runDetached(place(), 'one')(['sleep', '2'], { signal: cancel.signal });
    setTimeout(() => cancel.abort(), 100);
    await expect(running).rejects.toThrow('cancelled');
  });

  it('does not start again in a replaced pod', async () => {
    const gone = async () => 'the pod copy was replaced by another one of its name';
    await expect(runDetached(place({ gone }), 'one')(['true'])).rejects.toThrow('was replaced');
    expect(readdirSync(dir)).toEqual([]);
  });

  it('says why an image cannot run it', async () => {
    const exec: Exec = async () => ({ code: 127, stdout: '', stderr: 'sh: not found' });
    await expect(runDetached(place({ exec }), 'one')(['true'])).rejects.toThrow(
      wording('127', 'sh', 'not found'),
    );
  });
});

describe('a patient Exec', () => {
  it('gives up when the pod is unreachable for too long', async () => {
    const { exec } = breaking(1000, 0);
    await expect(withReconnect(place({ exec, patience: 30 }))(['true'])).rejects.toThrow(
      'connection was lost',
    );
  });

  it('waits while it is unknown whether the pod exists, and ends when it does not', async () => {
    let looks = 0;
    const gone = async () => {
      looks += 1;
      if (looks < 3) throw new Error('the API server is away');
      return looks < 5 ? undefined : 'the pod copy is gone';
    };
    expect((await withReconnect(place({ gone }))(['echo', 'a'])).stdout).toBe('a');
    looks = 10;
    await expect(withReconnect(place({ gone }))(['echo', 'a'])).rejects.toThrow('the pod copy is gone');
  });

  it('passes on errors that a retry would not fix', async () => {
    const exec: Exec = async () => {
      throw new UserError('the credential may run nothing in copy', 'grant it');
    };
    await expect(withReconnect(place({ exec }))(['true'])).rejects.toThrow('may run nothing');
  });
});

it('the script is plain sh', () => {
  expect(joinScript).not.toMatch(/\[\[|function |local |<<</);
});
