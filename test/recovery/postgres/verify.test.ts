import { describe, expect, it } from 'vitest';
import { judgeVerify } from '../../../src/recovery/postgres/verify.ts';
import { wording } from '../../wording.ts';

const label = '20261126-090000F';
const text = (status = 'ok', archive = '', backup = '') => `stanza: shop
status: ${status}
  archiveId: 17-1, total WAL checked: 9, total valid WAL: ${archive === '' ? 9 : 8}
    ${archive || 'missing: 0, checksum invalid: 0, size invalid: 0, other: 0'}
  backup: ${label}, status: ${backup === '' ? 'valid' : 'invalid'}, total files checked: 970, total valid files: ${backup === '' ? 970 : 969}
    ${backup || 'missing: 0, checksum invalid: 0, size invalid: 0, other: 0'}
`;
const answer = (stdout: string, changes: Partial<{ code: number; stderr: string }> = {}) => ({
  code: 0,
  stdout,
  stderr: '',
  ...changes,
});
const problems = (stdout: string, changes = {}, demanded = [label]) =>
  judgeVerify(answer(stdout, changes), 'shop', demanded).problems;

describe('a verification by pgBackRest', () => {
  it('passes if all that it read is valid', () => {
    expect(judgeVerify(answer(text()), 'shop', [label])).toEqual({
      passed: true,
      archives: [{ id: '17-1', checked: 9, valid: 9, missing: 0, checksum: 0, size: 0, other: 0 }],
      backups: [
        { label, status: 'valid', checked: 970, valid: 970, missing: 0, checksum: 0, size: 0, other: 0 },
      ],
      problems: [],
    });
  });

  it('fails by its output, whatever its exit code is', () => {
    expect(problems(text('error', '', 'missing: 0, checksum invalid: 1, size invalid: 0, other: 0'))).toEqual(
      [wording(`${label}`)],
    );
    expect(problems(text('error', 'missing: 1, checksum invalid: 0, size invalid: 0, other: 0'))).toEqual([
      wording('17-1', '1 missing'),
    ]);
  });

  it('of one backup is not failed by what is older, even if all was read', () => {
    const faults = (checksum: number) =>
      `    missing: 0, checksum invalid: ${checksum}, size invalid: 0, other: 0`;
    const judged = (own: string, rotten: string, wal = 'INFO: invalid checksum') => {
      const stdout = [
        ...['stanza: shop', 'status: error'],
        ...['  archiveId: 17-1, total WAL checked: 9, total valid WAL: 8', faults(1)],
        ...[
          '  backup: 20261101-030000F, status: invalid, total files checked: 9, total valid files: 8',
          faults(1),
        ],
        ...[`  backup: ${label}, status: ${own}, total files checked: 9, total valid files: 9`, faults(0)],
      ].join('\n');
      const stderr = `${wal} '17-1/0000000100000000/${rotten}-${'a'.repeat(40)}.zst'\nINFO: invalid checksum '20261101-030000F/pg_data/1'`;
      return judgeVerify({ code: 0, stdout, stderr }, 'shop', [label], { from: '000000010000000000000043' });
    };
    expect(judged('valid', '000000010000000000000042').problems).toEqual([]);
    expect(judged('valid', '000000010000000000000043').passed).toBe(false);
    expect(judged('invalid', '000000010000000000000042').passed).toBe(false);
    // Which segment is damaged is unknown.
    expect(judged('valid', '000000010000000000000042', 'INFO:').passed).toBe(false);
  });

  it('fails even with a good status', () => {
    expect(
      problems(text('ok', '', 'missing: 2, checksum invalid: 0, size invalid: 0, other: 0')),
    ).not.toEqual([]);
    expect(problems(text('ok', 'missing: 0, checksum invalid: 0, size invalid: 1, other: 0'))).not.toEqual(
      [],
    );
  });

  it('fails if its status is not good, even without another problem', () => {
    expect(problems(text('error'))).toEqual([wording('error')]);
    expect(problems(text('splendid'))).toEqual([wording('splendid')]);
  });

  it.each([
    ['nothing', '', wording('pgBackRest')],
    [
      'an empty repository',
      'stanza: shop\nstatus: ok\n    no archives or backups exist in the repo\n',
      wording('no archives or backups exist in the repo'),
    ],
    [
      'a repository without backups',
      'stanza: shop\nstatus: ok\n  archiveId: 17-1, total WAL checked: 9, total valid WAL: 9\n    missing: 0, checksum invalid: 0, size invalid: 0, other: 0\n  backup: none found\n',
      wording(`${label}`),
    ],
    ['another stanza', text().replace('shop', 'other'), wording('stanza', 'other')],
    ['an unknown line', `${text()}  archiveId: 17-1 has a gap\n`, wording('archiveId', '17-1 has a gap')],
    ['a running backup', text().replace('valid, total', 'in-progress, total'), wording(`${label}`)],
    [
      'a backup without manifest',
      text().replace('valid, total', 'manifest missing, total'),
      wording(`${label}`, 'manifest missing'),
    ],
    ['an unknown state', text().replace('valid, total', 'fine, total'), wording(`${label}`, 'fine')],
    ['no files', text().replaceAll('970', '0'), wording(`${label}`)],
    ['no WAL', text().replaceAll('9,', '0,').replace('WAL: 9', 'WAL: 0'), wording('17-1')],
  ])('fails if it reports %s', (_, said, problem) => {
    expect(problems(said)).toContainEqual(problem);
  });

  it('fails with another exit code, or if no backup is demanded', () => {
    expect(problems(text(), { code: 55, stderr: 'ERROR: [055]: unable to load info file' })).toEqual([
      wording('55', '[055]'),
    ]);
    expect(problems(text(), {}, [])).toEqual([wording()]);
  });

  it('accepts another running backup', () => {
    const running =
      '  backup: 20261126-100000F, status: in-progress, total files checked: 0, total valid files: 0\n';
    expect(problems(text() + running)).toEqual([]);
  });

  it('names damaged files, but not all of a thousand', () => {
    const log = Array.from(
      { length: 12 },
      (_, index) => `P01   INFO: invalid checksum '17-1/0000000100000000/${index}.zst'`,
    );
    const found = problems(text('error'), { stderr: log.join('\n') });
    expect(found).toHaveLength(11);
    expect(found[0]).toBe('17-1/0000000100000000/0.zst: invalid checksum');
    expect(found.at(-1)).toEqual(wording('2'));
  });
});
