import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExecConnectionLost, execIn, ProgramMissing } from '../../src/cluster/exec.ts';
import { wording } from '../wording.ts';

/** With a fake kubectl; test/e2e runs the real one. */

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exec-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const kubectl = (script: string) =>
  writeFile(join(folder, 'kubectl'), `#!/bin/bash\nprintf '%s\\n' "$@" > "${folder}/args"\n${script}\n`, {
    mode: 0o755,
  });
const run = (input?: string) =>
  execIn({ namespace: 'shop', pod: 'db-0', container: 'postgres' }, ['psql', '-c', 'select 1; $(x)'], {
    reach: { context: 'lab' },
    input,
    env: { PATH: `${folder}${delimiter}${process.env.PATH}` },
  });

describe('a command in a container', () => {
  it('gets its arguments unchanged, and returns its output', async () => {
    await kubectl('echo 1; echo note >&2');
    expect(await run()).toEqual({ code: 0, stdout: '1', stderr: 'note' });
    expect((await readFile(join(folder, 'args'), 'utf8')).trimEnd().split('\n')).toEqual([
      ...['exec', 'db-0', '--namespace=shop', '--quiet', '--context=lab', '--container=postgres'],
      ...['--', 'psql', '-c', 'select 1; $(x)'],
    ]);
  });

  it('reads its input, which is not among the arguments', async () => {
    await kubectl('cat');
    expect((await run('secret')).stdout).toBe('secret');
    const args = await readFile(join(folder, 'args'), 'utf8');
    expect(args).toContain('--stdin');
    expect(args).not.toContain('secret');
  });

  it('that fails returns its exit code and output', async () => {
    await kubectl('echo "ERROR: no" >&2; echo "command terminated with exit code 3" >&2; exit 3');
    expect(await run()).toEqual({ code: 3, stdout: '', stderr: 'ERROR: no' });
  });

  it.each([
    ['error: Internal error occurred: error dialing backend: dial tcp: i/o timeout', wording('error')],
    ['Unable to connect to the server: EOF', wording()],
    ['', wording()],
  ])('with an unknown outcome is not a failure of the command: %s', async (said, sentence) => {
    await kubectl(`echo "${said}" >&2; exit 1`);
    const lost = await run().catch(error => error);
    expect(lost).toBeInstanceOf(ExecConnectionLost);
    expect(lost.message).toEqual(sentence);
  });

  it.each([
    ['Error from server (NotFound): pods "db-0" not found', wording('db-0', 'postgres', 'shop')],
    [
      'error: Internal error occurred: unable to upgrade connection: container not found ("postgres")',
      wording(),
    ],
    ['Error from server (Forbidden): pods "db-0" is forbidden', wording('pods/exec')],
  ])('that cannot run is a sentence: %s', async (said, sentence) => {
    await kubectl(`cat >&2 <<'SAID'\n${said}\nSAID\nexit 1`);
    const fault = await run().catch(error => error);
    expect(fault).not.toBeInstanceOf(ExecConnectionLost);
    expect(fault.sentence).toEqual(sentence);
  });

  it.each([
    // As the API server passes it on to a kubectl that speaks WebSocket.
    `Internal error occurred: error executing command in container: failed to exec in container: failed to start exec "${'5'.repeat(64)}": OCI runtime exec failed: exec failed: unable to start container process: exec: "psql": executable file not found in $PATH: unknown`,
    'error executing command in container: executable file `psql` not found in $PATH: No such file or directory',
  ])('that the image does not contain is told apart, however late the line says so: %s', async said => {
    await kubectl(`cat >&2 <<'SAID'\nerror: Internal error occurred: ${said}\nSAID\nexit 1`);
    const fault = await run().catch(error => error);
    expect(fault).toBeInstanceOf(ProgramMissing);
    expect(fault.sentence).toEqual(wording('psql'));
  });
});
