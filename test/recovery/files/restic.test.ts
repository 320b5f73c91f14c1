import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localExec } from '../../../src/recovery/exec.ts';
import {
  backup,
  backupOutput,
  check,
  dump,
  forget,
  type ResticRepository,
  restic,
  resticInto,
  restore,
  snapshots,
  subsetOfWeek,
} from '../../../src/recovery/files/restic.ts';
import { wording } from '../../wording.ts';

const repository: ResticRepository = {
  name: 'near',
  address: 'rest:https://user:hunter2@backup.example/shop',
  environment: { RESTIC_PASSWORD: 'it\'s $(touch escaped) `x` \\n "y"', AWS_SECRET_ACCESS_KEY: 'a b=c' },
  ca: '/etc/s3/ca.crt',
};
const id = 'ab'.repeat(32);
const source = { name: 'shop/attachments', folder: '/data' };

describe('restic is called', () => {
  it('without secrets in its arguments', () => {
    const { command } = restic(repository, ['snapshots']);
    expect(command.slice(3)).toEqual(['sh', 'restic', '--json', '--cacert=/etc/s3/ca.crt', 'snapshots']);
    expect(command.join(' ')).not.toMatch(/hunter2|touch|a b=c/);
  });

  it('with an environment whose values are not evaluated', async () => {
    const { command, input } = restic(repository, []);
    const print = [...command.slice(0, 4), 'env', '-0'];
    const { stdout } = await localExec({ PATH: process.env.PATH })(print, { input });
    const there = stdout.split('\0');
    for (const [name, value] of Object.entries(repository.environment))
      expect(there).toContain(`${name}=${value}`);
    expect(there).toContain(`RESTIC_REPOSITORY=${repository.address}`);
  });

  it('never with a value that would become two variables', () => {
    const broken = { ...repository, environment: { RESTIC_PASSWORD: 'a\nPATH=/tmp' } };
    expect(() => restic(broken, [])).toThrow(wording('RESTIC_PASSWORD'));
    expect(() => restic({ ...repository, environment: { 'A;B': '' } }, [])).toThrow(RangeError);
    expect(() => restic(broken, [])).not.toThrow(/PATH/);
  });

  it('without locks where they could not be deleted, and waiting for a lock only when asked to', () => {
    const flags = (locked: boolean, wait?: string) =>
      restic({ ...repository, locked }, ['check'], wait).command.filter(each => /lock/.test(each));
    expect(flags(true, '5m')).toEqual(['--no-lock']);
    expect(flags(false, '5m')).toEqual(['--retry-lock=5m']);
    expect(flags(false)).toEqual([]);
  });
});

describe('its commands', () => {
  it('back up a folder by a stable name, without lost+found', () => {
    expect(backup({ ...source, folder: '/da[ta]*' }, ['run=12', 'slipway'])).toEqual([
      ...['backup', '--host=shop/attachments', '--tag=run=12', '--tag=slipway'],
      ...['--exclude=/da\\[ta]\\*/lost+found', '--', '/da[ta]*'],
    ]);
    expect(() => backup(source, ['a,b'])).toThrow(RangeError);
  });

  it('restore a folder, and overwrite files only when asked to', () => {
    const request = { snapshot: id, folder: '/data', into: '/copy', replace: false };
    expect(restore(request)).toEqual([
      ...['restore', `${id}:/data`, '--target=/copy', '--verify', '--overwrite=never'],
    ]);
    expect(restore({ ...request, replace: true })).toContain('--delete');
    expect(() => restore({ ...request, snapshot: 'latest' })).toThrow(RangeError);
  });

  it.each(['data', '/', '/a/../b', '/a//b', '/a/', '/a\nb'])('refuse the folder %j', folder => {
    expect(() => backup({ ...source, folder }, [])).toThrow(RangeError);
  });

  it('forget snapshots only by full IDs', () => {
    expect(forget([id])).toEqual(['forget', '--', id]);
    expect(() => forget([id.slice(0, 8)])).toThrow(RangeError);
    expect(() => snapshots({ name: '--host' })).toThrow(RangeError);
  });

  it('read another part each week, and all data in a year', () => {
    const week = 7 * 86_400_000;
    const parts = Array.from({ length: 52 }, (_, i) => subsetOfWeek(1_795_000_000_000 + i * week).part);
    expect(parts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 52 }, (_, i) => i + 1));
    expect(subsetOfWeek(0)).toEqual({ part: 1, of: 52 });
    expect(check({ part: 7, of: 52 })).toEqual(['check', '--read-data-subset=7/52']);
  });
});

describe('the output of restic', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'restic-'));
    const fake = `#!/bin/sh
printf '%s\\n' "$RESTIC_PASSWORD" > ${folder}/secret
for each; do echo "$each"; done
[ ! -e ${folder}/fails ] || { echo 'Fatal: unexpected EOF' >&2; exit 1; }
`;
    await writeFile(join(folder, 'restic'), fake);
    await chmod(join(folder, 'restic'), 0o755);
  });
  afterEach(() => rm(folder, { recursive: true }));
  const read = (reader: string) => {
    const { command, input } = resticInto(repository, dump(id, '/shop.dump'), reader);
    expect(command.join(' ')).not.toContain(repository.environment.RESTIC_PASSWORD);
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
    return localExec(env)(command, { input });
  };

  it('is piped into another program without secrets in arguments', async () => {
    const { code, stdout } = await read('cat');
    expect([code, stdout.split('\n').slice(-3)]).toEqual([0, ['dump', id, '/shop.dump']]);
    expect(await readFile(join(folder, 'secret'), 'utf8')).toBe(
      `${repository.environment.RESTIC_PASSWORD}\n`,
    );
  });

  it('is refused when the reader fails or restic fails', async () => {
    expect((await read('{ cat > /dev/null; exit 7; }')).code).toBe(7);
    await writeFile(join(folder, 'fails'), '');
    const { code, stderr } = await read('cat');
    expect(code).toBe(1);
    expect(stderr).toContain('unexpected EOF');
    expect(stderr).toContain('restic exited with code 1');
  });

  it('of another command is stored as one file, and not at all when the command fails', () => {
    expect(
      backupOutput({ name: 'managed/shop', folder: '/shop.dump' }, ['pg_dump', '--x'], ['at=1']),
    ).toEqual([
      ...['backup', '--host=managed/shop', '--tag=at=1', '--stdin-filename=/shop.dump'],
      ...['--stdin-from-command', '--', 'pg_dump', '--x'],
    ]);
    expect(() => dump('latest', '/shop.dump')).toThrow(RangeError);
  });
});
