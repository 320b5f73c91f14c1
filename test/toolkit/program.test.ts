import { describe, expect, it } from 'vitest';
import { endingOf, runForOutput, runProgram } from '../../src/toolkit/program.ts';

const bash = (script: string) => ['bash', '-c', script] as const;
const env = { PATH: process.env.PATH };

describe('a program', () => {
  it('passes on whole lines at once, with their stream', async () => {
    const lines: [string, string][] = [];
    const code = await runProgram(bash("printf 'a\\r\\nb' ; printf 'c\\n' >&2; exit 3"), {
      env,
      print: (line, stream) => void lines.push([stream, line]),
    });
    expect(code).toBe(3);
    expect(lines.sort()).toEqual([
      ['stderr', 'c'],
      ['stdout', 'a'],
      ['stdout', 'b'],
    ]);
  });

  it('has only the given environment', async () => {
    process.env.FAKE_TOKEN_OF_TEST = 'hunter2';
    try {
      expect((await runForOutput(bash('env'), { env })).stdout).not.toContain('hunter2');
    } finally {
      delete process.env.FAKE_TOKEN_OF_TEST;
    }
  });

  it('is interrupted when the run is cancelled, and may still print', async () => {
    const abort = new AbortController();
    const lines: string[] = [];
    const done = runProgram(
      bash("trap 'echo ending; exit 0' INT; echo ready; while :; do sleep 0.01; done"),
      {
        env,
        signal: abort.signal,
        print: line => {
          lines.push(line);
          abort.abort();
        },
      },
    );
    expect(await done).toBe(0);
    expect(lines).toEqual(['ready', 'ending']);
  });

  it('may end before it has read its input', async () => {
    // Longer than a pipe holds. Vitest fails the run for an uncaught error.
    const input = 'x'.repeat(1_000_000);
    expect(await runForOutput(['sh', '-c', 'echo gone >&2; exit 2'], { env, input })).toMatchObject({
      code: 2,
      stderr: 'gone',
    });
  });

  it('may run beside many others without a warning about leaked listeners', async () => {
    const warnings: string[] = [];
    const note = ({ name }: Error) => void warnings.push(name);
    process.on('warning', note);
    try {
      const runs = Array.from({ length: 12 }, () =>
        runForOutput(bash('read -r line; echo "$line"'), { env, input: 'a' }),
      );
      expect((await Promise.all(runs)).map(({ stdout }) => stdout.trim())).toEqual(Array(12).fill('a'));
      expect(warnings).toEqual([]);
    } finally {
      process.off('warning', note);
    }
  });

  it('says how it ended', async () => {
    const ending = async (script: string) => endingOf((await runForOutput(bash(script), { env })).code);
    expect(await ending('exit 3')).toBe('exited with code 3');
    expect(await ending('kill -9 $$')).toBe('was killed by a signal');
  });

  it('is not started after a cancellation', async () => {
    expect(await runForOutput(['/nowhere'], { env, signal: AbortSignal.abort() })).toEqual({
      code: undefined,
      stdout: '',
      stderr: '',
    });
  });
});

describe('the output of a program', () => {
  it('is separated by stream', async () => {
    expect(await runForOutput(bash('echo one; echo two; echo no >&2; exit 1'), { env })).toEqual({
      code: 1,
      stdout: 'one\ntwo',
      stderr: 'no',
    });
  });
});
