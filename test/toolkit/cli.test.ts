import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCommands } from '../../src/actions/all.ts';
import { main, outputLine, outputsForPeople } from '../../src/cli.ts';
import { suggest } from '../../src/config/suggest.ts';
import { parseFlags } from '../../src/toolkit/command-line.ts';
import { takePaths } from '../../src/toolkit/files.ts';
import type { Action } from '../../src/toolkit/host.ts';
import { sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';

const action: Action = {
  name: 'deploy',
  description: '',
  inputs: {
    images: { description: '' },
    'to-release': { description: '' },
    'dry-run': { description: '', default: 'false' },
  },
  outputs: {},
  run: async () => true,
};
const said: string[] = [];
const parse = (...args: string[]) => parseFlags(action, args, suggest, text => void said.push(text));

describe('the flags of the command line', () => {
  it('are written with a space or an equals sign', () => {
    expect(parse('--images', '{"a":"b=c"}', '--to-release=7')).toEqual({
      images: '{"a":"b=c"}',
      'to-release': '7',
    });
    expect(parse('--images={"a":"b=c"}')).toEqual({ images: '{"a":"b=c"}' });
    expect(parse('--images=')).toEqual({ images: '' });
    expect(parse('--dry-run', '--images', 'x')).toEqual({ 'dry-run': 'true', images: 'x' });
    expect(parse('--dry-run', 'false')).toEqual({ 'dry-run': 'false' });
    expect(parse('--to-release=7', '--dry-run')).toEqual({ 'to-release': '7', 'dry-run': 'true' });
    expect(parse('--dry-run', 'maybe')).toEqual({ 'dry-run': 'maybe' });
    expect(parse('--dry-run', 'True')).toEqual({ 'dry-run': 'True' });
    expect(parse('--dry-run=false', '--images=-x')).toEqual({ 'dry-run': 'false', images: '-x' });
    expect(parse()).toEqual({});
  });

  it('may be given twice: the last one counts, and it is said', () => {
    said.splice(0);
    expect(parse('--images', 'x', '--dry-run', '--images=y')).toEqual({ images: 'y', 'dry-run': 'true' });
    expect(said).toEqual([wording('--images', 'twice', 'last')]);
  });

  it('may have a value that begins with a dash, unless it looks like a flag', () => {
    const key = '-----BEGIN PRIVATE KEY-----';
    expect(parse('--images', key, '--to-release', '- one')).toEqual({ images: key, 'to-release': '- one' });
    expect(parse('--images=--dry-run')).toEqual({ images: '--dry-run' });
  });

  it('may stand before and after the argument without a name', () => {
    const alerts = { ...action, positional: 'images' } as Action;
    for (const args of [
      ['--dry-run', 'rollback', '--to-release', '7'],
      ['rollback', '--to-release', '7', '--dry-run'],
      ['--dry-run', 'true', '--to-release=7', 'rollback'],
    ])
      expect(parseFlags(alerts, args, suggest, () => undefined)).toEqual({
        images: 'rollback',
        'to-release': '7',
        'dry-run': 'true',
      });
  });

  it.each<[string, string[], string]>([
    ['one has no such name, with the nearest', ['--image', 'x'], wording('deploy', 'image', 'images')],
    ['one is a name of every object', ['--constructor', 'x'], wording('deploy', 'constructor')],
    ['one lacks its value', ['--images'], wording('--images')],
    ['one lacks its value before another', ['--images', '--dry-run'], wording('--images')],
    ['one is short', ['-i', 'x'], wording('-i', 'slipway deploy --help')],
    ['a word stands alone', ['now'], wording('now', 'slipway deploy --help')],
  ])('are refused when %s', async (_, args, expected) => {
    expect(await sentence(() => parse(...args))).toEqual(expected);
  });
});

describe('an output on the command line', () => {
  it.each([
    ['a sentence', 'reason=a sentence\n'],
    ['it crashes\nrelease=9\r\nx\ry', 'reason=it crashes\\nrelease=9\\nx\\ny\n'],
  ])('is one line, so that no value sets another: %j', (value, line) => {
    expect(outputLine('reason', value)).toBe(line);
  });
});

it('outputs for people are those with a value, below the other lines', () => {
  const outputs = { images: '{"a":"b"}', release: '', apps: '[]', reason: 'no', ready: 'false' };
  expect(outputsForPeople(new Map(Object.entries(outputs)))).toBe('\nimages={"a":"b"}\nready=false\n');
  expect(outputsForPeople(new Map())).toBe('');
});

describe('slipway', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });
  const run = async (...args: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation(text => out.push(String(text)) > 0);
    vi.spyOn(process.stderr, 'write').mockImplementation(text => err.push(String(text)) > 0);
    return { code: await main(args), out: out.join(''), err: err.join('') };
  };

  it('without arguments lists the actions, and fails', async () => {
    expect(await run()).toMatchObject({
      code: 2,
      out: expect.stringMatching(/deploy[\s\S]*verify[\s\S]*rollback/),
    });
    expect(await run('help')).toMatchObject({ code: 0 });
    expect((await run('help', 'rollback')).out).toBe((await run('rollback', '--help')).out);
  });

  it('prints its version', async () => {
    const { code, out } = await run('--version');
    expect(code).toBe(0);
    expect(out).toMatch(/^slipway \d+\.\d+\.\d+(, commit [0-9a-f]{40}(-dirty)?)?\n$/);
    expect((await run('help')).out.startsWith(out)).toBe(true);
  });

  it('prints the inputs of an action', async () => {
    expect(await run('rollback', '--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('--to-release'),
    });
  });

  it.each([
    [2, 'an unknown command', ['deplyo'], wording('slipway', 'deplyo', 'deploy')],
    [1, 'a token without the permission', ['token', '--audience', 'x'], wording('slipway', 'GitHub')],
  ])('exits with %s and one sentence for %s', async (expected, _, args, said) => {
    const { code, err, out } = await run(...args);
    expect(code).toBe(expected);
    expect(err).toEqual(said);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(out).toBe('');
  });

  it.each([
    [2, 'a missing input', ['deploy'], wording('slipway', '`environment`', 'Write --environment')],
    [
      2,
      'a flag that it does not know',
      ['deploy', '--image', 'x'],
      wording('slipway', 'deploy', 'image', 'images'),
    ],
    [
      1,
      'a missing file',
      ['deploy', '--environment', 'x', '--images', '{}', '--config', 'no.yml'],
      wording('slipway', 'no.yml', 'config'),
    ],
  ])(
    'exits with %s, prints why, and sets every output of the action, for %s',
    async (expected, _, args, said) => {
      const { code, err, out } = await run(...args);
      expect(code).toBe(expected);
      expect(err).toEqual(said);
      expect(out).toBe(
        `app=\nrelease=\nbaseline=\nstate=refused\nrollback-seconds=\nreason=${err.slice('slipway: '.length).trimEnd()}\nimages={}\nrecord=\nsigned={}\nurl=\nsign-proof=false\nmonitored=false\npromotion=\n`,
      );
    },
  );

  it.each([true, undefined])(
    'writes outputs after the text for people, at once for scripts: %s',
    async isTTY => {
      const folder = mkdtempSync(join(tmpdir(), 'cli-'));
      writeFileSync(
        join(folder, 'slipway.yml'),
        'app: shop\nimages: {shop: {repository: ghcr.io/acme/shop}}\n',
      );
      const written: string[] = [];
      for (const stream of [process.stdout, process.stderr])
        vi.spyOn(stream, 'write').mockImplementation(text => written.push(String(text)) > 0);
      const before = process.stdout.isTTY;
      process.stdout.isTTY = isTTY as never;
      try {
        expect(await main(['plan', '--config', join(folder, 'slipway.yml')])).toBe(0);
      } finally {
        process.stdout.isTTY = before;
        rmSync(folder, { recursive: true });
      }
      const text = written.findLastIndex(each => each.includes('slipway.yml is valid'));
      const outputs = written.findIndex(each => each.includes('monitored='));
      expect(Math.min(text, outputs)).toBeGreaterThanOrEqual(0);
      expect(outputs > text).toBe(isTTY === true);
    },
  );

  describe('with files', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'cli-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));
    const at = (name: string) => join(folder, name);

    it('writes outputs and summary to them, even on failure', async () => {
      writeFileSync(at('out.env'), 'SLIPWAY_BUILD_TAGS=[]\nSLIPWAY_DEPLOY_RELEASE=6\n');
      writeFileSync(at('summary.md'), '# Before\n');
      const args = ['--environment', 'x', '--images', '{}', '--config', at('no.yml')];
      const { code } = await run(
        'deploy',
        ...args,
        '--dotenv',
        at('out.env'),
        `--summary=${at('summary.md')}`,
      );
      expect(code).toBe(1);
      expect(readFileSync(at('out.env'), 'utf8')).toMatch(
        /^SLIPWAY_BUILD_TAGS=\[\]\nSLIPWAY_DEPLOY_APP=\nSLIPWAY_DEPLOY_RELEASE=\nSLIPWAY_DEPLOY_BASELINE=\nSLIPWAY_DEPLOY_STATE=refused\n/,
      );
      expect(readFileSync(at('summary.md'), 'utf8')).toMatch(/^# Before\n### ❌ deploy .+\n\n.*no\.yml/);
    });

    it('refuses one that cannot be written before it runs the action', async () => {
      const { code, err } = await run('plan', '--dotenv', at('none/out.env'));
      expect([code, err]).toEqual([1, wording('slipway', at('none/out.env'))]);
      for (const wrong of [['--summary'], ['--summary', '--config=x']])
        expect(await run('plan', ...wrong)).toMatchObject({ code: 2, err: wording('slipway', '--summary') });
      expect(existsSync(at('none'))).toBe(false);
    });

    it('passes all other flags to the action; no action has inputs of these names', async () => {
      expect(takePaths(['--a', '1', '--dotenv=x', '--summary', 'y', '--b=2'], () => undefined)).toEqual({
        paths: { dotenv: 'x', summary: 'y' },
        flags: ['--a', '1', '--b=2'],
      });
      for (const { name, inputs } of await loadCommands())
        expect(
          Object.keys(inputs).filter(each => /^(dotenv|summary)$/.test(each)),
          name,
        ).toEqual([]);
    });
  });
});
