import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../lab/build.ts';
import type { Build } from '../../lab/tools.ts';

const dead = 999_999_999;
const path = process.env.PATH;
let directory = '';
let build: Build;
let said: string[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lab-build-'));
  mkdirSync(join(directory, 'bin'));
  // A go that notes its call and makes what it is told to.
  const go = `#!/bin/sh\necho "$*" >> ${directory}/calls\nfor last; do :; done\necho program > "$last"\n`;
  writeFileSync(join(directory, 'bin', 'go'), go, { mode: 0o755 });
  process.env.PATH = `${join(directory, 'bin')}:${path}`;
  said = [];
  build = {
    name: 'registry' as Build['name'],
    version: 'v1.0.0',
    directory,
    binary: join(directory, 'tools', 'registry-1', 'registry'),
    args: output => ['build', '-o', output],
  };
  mkdirSync(dirname(build.binary), { recursive: true });
});
afterEach(() => {
  process.env.PATH = path;
  rmSync(directory, { recursive: true, force: true });
});

const ensure = () => ensureBuilt(build, line => void said.push(String(line)));
const calls = () =>
  existsSync(join(directory, 'calls'))
    ? readFileSync(join(directory, 'calls'), 'utf8').trim().split('\n').length
    : 0;
const files = () => readdirSync(dirname(build.binary)).sort();

describe('a program of the lab', () => {
  it('is built once, under a name of its own until it is whole', async () => {
    expect(await ensure()).toBe(build.binary);
    expect(readFileSync(join(directory, 'calls'), 'utf8')).toBe(
      `build -o ${build.binary}.partial-${process.pid}\n`,
    );
    expect(await ensure()).toBe(build.binary);
    expect(calls()).toBe(1);
    expect(files()).toEqual([basename(build.binary)]);
  });

  it('is built although a run died in the middle of it: neither its lock nor its part stays', async () => {
    writeFileSync(`${build.binary}.partial-${dead}`, 'half');
    writeFileSync(`${dirname(build.binary)}.lock`, `${dead} 1\n`);
    expect(await ensure()).toBe(build.binary);
    expect(readFileSync(build.binary, 'utf8')).toBe('program\n');
    expect(files()).toEqual([basename(build.binary)]);
    expect(existsSync(`${dirname(build.binary)}.lock`)).toBe(false);
    expect(said.filter(line => line.includes('waiting'))).toEqual([]);
  });

  it('leaves the part of a run that lives alone', async () => {
    const theirs = `${build.binary}.partial-${process.ppid}`;
    writeFileSync(theirs, 'half');
    await ensure();
    expect(readFileSync(theirs, 'utf8')).toBe('half');
  });
});
