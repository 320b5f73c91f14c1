import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt, startBuilds } from '../../lab/build.ts';
import { Forecast } from '../../lab/progress.ts';
import { type Build, buildPlan, MODULES, type ModuleName } from '../../lab/tools.ts';

const dead = 999_999_999;
const path = process.env.PATH;
let directory = '';
let build: Build;
let said: string[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lab-build-'));
  mkdirSync(join(directory, 'bin'));
  // A fake `go` that records its call and writes its output.
  const go = `#!/bin/sh\necho "$*" >> ${directory}/calls\nfor last; do :; done\necho program > "$last"\n`;
  writeFileSync(join(directory, 'bin', 'go'), go, { mode: 0o755 });
  process.env.PATH = `${join(directory, 'bin')}:${path}`;
  said = [];
  build = {
    name: 'registry' as Build['name'],
    version: 'v1.0.0',
    weight: 10,
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

const ensure = () => ensureBuilt(build, line => void said.push(String(line)), new Forecast([10, 10]));
const calls = () =>
  existsSync(join(directory, 'calls'))
    ? readFileSync(join(directory, 'calls'), 'utf8').trim().split('\n').length
    : 0;
const files = () => readdirSync(dirname(build.binary)).sort();

describe('a program of the lab', () => {
  it('is built once, under a temporary name until it is complete', async () => {
    expect(await ensure()).toBe(build.binary);
    expect(readFileSync(join(directory, 'calls'), 'utf8')).toBe(
      `build -o ${build.binary}.partial-${process.pid}\n`,
    );
    expect(await ensure()).toBe(build.binary);
    expect(calls()).toBe(1);
    expect(files()).toEqual([basename(build.binary)]);
  });

  it('is built after another run died, whose lock and partial file are removed', async () => {
    writeFileSync(`${build.binary}.partial-${dead}`, 'half');
    writeFileSync(`${dirname(build.binary)}.lock`, `${dead} 1\n`);
    expect(await ensure()).toBe(build.binary);
    expect(readFileSync(build.binary, 'utf8')).toBe('program\n');
    expect(files()).toEqual([basename(build.binary)]);
    expect(existsSync(`${dirname(build.binary)}.lock`)).toBe(false);
    expect(said.filter(line => line.includes('waiting'))).toEqual([]);
  });

  it('does not remove the partial file of a live run', async () => {
    const theirs = `${build.binary}.partial-${process.ppid}`;
    writeFileSync(theirs, 'half');
    await ensure();
    expect(readFileSync(theirs, 'utf8')).toBe('half');
  });

  it('requires Go', async () => {
    for (const tool of ['setpriv', 'nice']) symlinkSync(`/usr/bin/${tool}`, join(directory, 'bin', tool));
    rmSync(join(directory, 'bin', 'go'));
    process.env.PATH = join(directory, 'bin');
    await expect(ensure()).rejects.toThrow('Go is not on the PATH');
  });

  it('is reported with its number and the remaining time of all builds', async () => {
    await ensure();
    expect(said[0]).toBe('building registry v1.0.0 (1 of 2, 20 s left) …');
  });
});

describe('a prebuilt program of Debian', () => {
  const finished = () => join(directory, 'tools', 'registry-debian-1', 'registry');
  /** A fake apt with one archive, and a fake dpkg that unpacks a program from the downloaded package. */
  const withDebian = (download: string) => {
    const helper = join(directory, 'bin', 'apt-helper');
    writeFileSync(helper, `#!/bin/sh\n${download}\n`, { mode: 0o755 });
    writeFileSync(join(directory, 'bin', 'apt-get'), '#!/bin/sh\necho http://mirror.test/debian/\n', {
      mode: 0o755,
    });
    const dpkg = `#!/bin/sh\nmkdir -p "$3/usr/bin"\ncp "$2" "$3/usr/bin/registry"\nchmod 755 "$3/usr/bin/registry"\n`;
    writeFileSync(join(directory, 'bin', 'dpkg'), dpkg, { mode: 0o755 });
    const program = {
      version: '1',
      path: 'pool/r/registry_1',
      sha256: { amd64: 'aa', arm64: 'bb' },
      file: 'usr/bin/registry',
      asks: ['--version'],
    };
    build = { ...build, debian: { program, binary: finished() } };
  };

  it('is downloaded instead of compiled', async () => {
    withDebian(`echo "$2 $4" > ${directory}/asked; printf '#!/bin/sh\nexit 0\n' > "$3"`);
    expect(await ensure()).toBe(finished());
    expect(calls()).toBe(0);
    expect(readFileSync(join(directory, 'asked'), 'utf8')).toMatch(
      /^http:\/\/mirror\.test\/debian\/pool\/r\/registry_1_(amd64|arm64)\.deb SHA256:(aa|bb)\n$/,
    );
    expect(readdirSync(dirname(finished()))).toEqual(['registry']);
    expect(await ensure()).toBe(finished());
  });

  it.each([
    ['the archive lacks it', 'echo "404 Not Found" >&2; exit 100'],
    ['it does not run here', `printf '#!/bin/sh\nexit 1\n' > "$3"`],
  ])('is compiled if %s, with the reason in one line', async (_, download) => {
    withDebian(download);
    expect(await ensure()).toBe(build.binary);
    expect(calls()).toBe(1);
    expect(said[0]).toMatch(/^compiling registry, because Debian's archive cannot be used: .+$/);
    expect(existsSync(finished())).toBe(false);
  });
});

describe('a cached program of Debian', () => {
  it.each([
    [false, 'debian-'],
    [true, 'v'],
  ])('is compiled only on request: %s', async (compiled, version) => {
    const say = (line: unknown) => void said.push(String(line));
    const plan = buildPlan(goModules(), () => '', directory).find(({ name }) => name === 'etcd');
    for (const binary of [plan?.binary, plan?.debian?.binary].filter(each => each !== undefined)) {
      mkdirSync(dirname(binary), { recursive: true });
      writeFileSync(binary, '');
    }
    const { path: paths } = startBuilds(['etcd'], say, { compiled, cache: directory });
    expect(basename(dirname(await paths.etcd))).toMatch(new RegExp(`^etcd-${version}`));
    expect(calls()).toBe(0);
  });
});

const goModules = () =>
  Object.fromEntries(
    Object.entries(MODULES).map(([name, folder]) => [name, readFileSync(join(folder, 'go.mod'), 'utf8')]),
  ) as Record<ModuleName, string>;
