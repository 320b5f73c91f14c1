import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markAfterChange, UserError } from '../../src/toolkit/errors.ts';
import { completeInputs, defineAction, type Host, perform } from '../../src/toolkit/host.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'records-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** An action that repeats in an output what it has masked. */
const action = (recorded?: readonly 'environment'[]) =>
  defineAction({
    name: 'look',
    description: '',
    inputs: { environment: { description: '' }, config: { description: '', default: 'slipway.yml' } },
    outputs: { checks: '', reason: '' },
    ...(recorded === undefined ? {} : { recorded }),
    run: async (_, host) => {
      host.setSecret('hunter2hunter2');
      host.output('checks', '[{"why":"wrong token hunter2hunter2"}]');
      host.output('reason', 'https://ada:secret@db refused it');
      return true;
    },
  });

const look = async (env: NodeJS.ProcessEnv, of = action(['environment']), config = '') => {
  const warnings: string[] = [];
  const host = {
    env,
    ...{ report: () => {}, output: () => {}, setSecret: () => {}, summary: async () => {} },
    annotate: (_: string, { message }: { message: string }) => warnings.push(message),
  } as unknown as Host;
  const given: Record<string, string> = { environment: 'production', config };
  const well = await perform(of, () => completeInputs(of, name => given[name] ?? ''), host);
  return { well, warnings };
};

describe('the record of a step', () => {
  it('has its outputs without what the step masked, because an artifact is not masked', async () => {
    await look({ SLIPWAY_RECORDS: join(folder, 'mine') });
    const path = join(folder, 'mine', 'look-production.json');
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      ...{ schema: 1, step: 'look', ended: 'passed' },
      about: { environment: 'production', config: 'slipway.yml' },
      outputs: { checks: '[{"why":"wrong token (hidden)"}]', reason: 'https://…@db refused it' },
    });
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it.each([
    ['app: shop\nimages: {}\n', 'shop'],
    ['{"app": "shop"}', 'shop'],
    ['app: [shop]\n', ''],
    ['app: {\n', ''],
    [undefined, ''],
  ])('says which application it is about: %j', async (text, app) => {
    const config = join(folder, 'slipway.yml');
    if (text !== undefined) await writeFile(config, text);
    const { warnings } = await look({ SLIPWAY_RECORDS: join(folder, 'mine') }, action([]), config);
    expect(warnings).toEqual([]);
    const [name = ''] = await readdir(join(folder, 'mine'));
    expect(JSON.parse(await readFile(join(folder, 'mine', name), 'utf8')).about).toEqual({ config, app });
  });

  it('is left on GitHub without a setting, and is named after the application of a monorepo', async () => {
    const env = { GITHUB_ACTIONS: 'true', RUNNER_TEMP: folder };
    await look(env, action(['environment']), 'apps/shop/slipway.yml');
    expect(await readdir(join(folder, 'slipway-records'))).toEqual([
      'look-production-apps_shop_slipway.yml.json',
    ]);
  });

  it('does not replace that of another image in the same folder, however many images a step names', async () => {
    const many = Array.from({ length: 20 }, (_, n) => `records-${n}`);
    const scanned = [['shop'], ['shop-records'], ['shop', 'records'], [...many, 'a'], [...many, 'b']];
    for (const names of [...scanned, ['shop']]) {
      const images = JSON.stringify(Object.fromEntries(names.map(name => [name, 'sha256:1'])));
      const of = defineAction({
        ...{ name: 'scan', description: '', inputs: { config: { description: '' } } },
        ...{ outputs: { images: '' }, recorded: [], recordedBy: 'images' },
        run: async (_, host) => {
          host.output('images', images);
          return true;
        },
      });
      await look({ SLIPWAY_RECORDS: folder }, of as never);
    }
    const files = await readdir(folder);
    expect(files).toEqual(expect.arrayContaining(['scan-shop.json', 'scan-shop-records.json']));
    expect(files).toHaveLength(scanned.length);
    expect(Math.max(...files.map(({ length }) => length))).toBeLessThanOrEqual(155);
  });

  it.each<[string, NodeJS.ProcessEnv, boolean]>([
    ['elsewhere', {}, true],
    ['where it is turned off', { SLIPWAY_RECORDS: '', GITHUB_ACTIONS: 'true' }, true],
    ['by an action whose outputs may be secret', { GITHUB_ACTIONS: 'true' }, false],
  ])('is not left %s', async (_, env, records) => {
    await look({ RUNNER_TEMP: folder, ...env }, action(records ? ['environment'] : undefined));
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['refused', 'before it has changed anything', <Thrown>(error: Thrown) => error],
    ['failed', 'after a change', markAfterChange],
  ])('says that a step was %s, if it throws %s', async (ended, _, thrown) => {
    const of = { ...action(['environment']), run: () => Promise.reject(thrown(new UserError('no', 'try'))) };
    await expect(look({ SLIPWAY_RECORDS: folder }, of)).rejects.toThrow();
    expect(JSON.parse(await readFile(join(folder, 'look-production.json'), 'utf8'))).toMatchObject({ ended });
  });

  it('that cannot be written is a warning', async () => {
    await writeFile(join(folder, 'file'), '');
    const { well, warnings } = await look({ SLIPWAY_RECORDS: join(folder, 'file') });
    expect(well).toBe(true);
    expect(warnings).toEqual([expect.stringContaining('the record of look was not written')]);
  });
});
