import { describe, expect, it } from 'vitest';
import type { Exec } from '../../../src/recovery/exec.ts';
import { restoreManaged } from '../../../src/recovery/managed/restoring.ts';
import type { ProgramOutput } from '../../../src/toolkit/program.ts';
import { wording } from '../../wording.ts';
import { managed, table } from '../backups.ts';
import { recorded } from '../files/recorded.ts';
import { countedLines, resticId } from './fake-backup-pod.ts';

/** A fake image with answers like those of the real one, by command. */

const good: ProgramOutput = { code: 0, stdout: '', stderr: '' };
const counted = managed({
  server: '16.4',
  tables: [
    table('accounts', { rows: 500, key: { min: '1', max: '500' }, hash: '-12' }),
    table('orders', { rows: 1500, key: { min: '1', max: '1500' }, hash: '-12' }),
  ],
});
delete (counted as { migration?: string }).migration;
const lines = countedLines().slice(1);

function restoring(
  answers: Partial<Record<'initdb' | 'load' | 'count' | 'snapshots', ProgramOutput>>,
  up = 0,
) {
  const asked: string[] = [];
  const kept: string[] = [];
  const secrets: string[] = [];
  let refusals = up;
  const named = (command: readonly string[], input = ''): [string, ProgramOutput] => {
    const text = command.join(' ');
    if (text.includes('initdb')) return ['initdb', answers.initdb ?? good];
    if (text.includes('pg_restore')) return ['load', answers.load ?? good];
    if (text.includes('restic') && command.includes('version')) return ['version', recorded('version')];
    if (text.includes('restic')) return ['snapshots', answers.snapshots ?? recorded('snapshots')];
    if (input.includes('hashtextextended'))
      return ['count', answers.count ?? { ...good, stdout: lines.join('\n') }];
    if (input.includes('create database')) return ['create', good];
    if (refusals > 0) {
      refusals -= 1;
      return ['refused', { code: 2, stdout: '', stderr: 'the database system is starting up' }];
    }
    return ['up', { ...good, stdout: '{}' }];
  };
  const exec: Exec = async (command, options = {}) => {
    const [name, answer] = named(command, options.input);
    asked.push(name);
    secrets.push(command.join(' '));
    return answer;
  };
  const levelChecks = restoreManaged({
    ...{ managed: counted, database: 'shop', user: 'backup', snapshot: resticId },
    source: { name: 'acme/production/managed/shop', folder: '/shop.dump' },
    copy: {
      exec,
      detached: name => async (command, options) => {
        kept.push(name);
        return exec(command, options);
      },
      start: async () => void asked.push('start'),
      ended: async () => (up > 5 ? 'it ended' : undefined),
    },
    repository: { name: 'near', address: 's3:x', environment: { RESTIC_PASSWORD: 'hunter2!' } },
    ...{ signal: new AbortController().signal, sleep: async () => undefined, report: () => undefined },
  });
  return { levelChecks, asked, kept, secrets };
}

describe('a dump', () => {
  it('is restored into an empty PostgreSQL, also a later version, and matches the count', async () => {
    const { levelChecks, asked, kept, secrets } = restoring({}, 2);
    expect(await levelChecks).toEqual([
      {
        ...{ level: 'L2', what: wording('shop'), state: 'passed' },
        sentence: wording('near'),
      },
      {
        ...{ level: 'L3', what: wording('shop'), state: 'passed' },
        sentence: wording('2000'),
      },
    ]);
    expect(asked).toEqual([
      ...['version', 'snapshots', 'initdb', 'start', 'refused', 'refused', 'up', 'create', 'load', 'count'],
    ]);
    // Commands that must not start twice, even if the connection is lost.
    expect(kept).toEqual(['initdb', 'load', 'count']);
    expect(secrets.join('\n')).not.toContain('hunter2!');
  });

  it('with a changed or missing row does not match the count', async () => {
    const changed = (from: string, to: string) =>
      restoring({ count: { ...good, stdout: lines.join('\n').replace(from, to) } }).levelChecks;
    expect((await changed('"-12"', '"-13"')).at(-1)).toMatchObject({
      ...{ level: 'L3', state: 'failed' },
      sentence: wording('shop.public.accounts'),
    });
    expect((await changed('"rows":1500', '"rows":1499')).at(-1)).toMatchObject({
      sentence: wording('shop.public.orders', '1500'),
    });
  });

  it.each<[string, Parameters<typeof restoring>, string]>([
    [
      'the image has no server',
      [{ initdb: { code: 127, stdout: '', stderr: 'the image has no initdb' } }],
      wording('the image has no initdb'),
    ],
    ['PostgreSQL does not start', [{}, 9], wording('it ended')],
    [
      'an object of it cannot be created',
      [
        {
          load: {
            code: 1,
            stdout: '',
            stderr:
              'pg_restore: from TOC entry 2\npg_restore: error: could not execute query: ERROR:  extension "postgis" is not available',
          },
        },
      ],
      wording('near', 'pg_restore', 'error', 'extension', 'postgis', 'is not available'),
    ],
    ['it is missing', [{ snapshots: { ...good, stdout: '[]' } }], wording('237320d5', 'shop', 'near')],
  ])('is not restored if %s', async (_, [answers, up], sentence) => {
    await expect(restoring(answers, up).levelChecks).rejects.toThrow(sentence);
  });
});
