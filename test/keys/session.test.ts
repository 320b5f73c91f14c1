import { describe, expect, it } from 'vitest';
import { interactiveProgram } from '../../src/cluster/exec.ts';
import { copyInto, withSession } from '../../src/keys/session.ts';

/** A psql that prints this, whatever it is told. */
const printing = (script: string) => ({
  connection: { database: 'shop' },
  signal: new AbortController().signal,
  converse: () => interactiveProgram(['/bin/sh', '-c', script], process.env),
});

const refusal = (script: string) =>
  withSession(printing(script), session => session.rows('select 1;')).then(
    () => 'nothing',
    (error: Error) => error.message,
  );

describe('a session', () => {
  it('returns rows up to its own last one', async () => {
    const script = `echo '{"end": true}'; echo '{"a": 1}'; echo; echo '{"end": true}'; cat > /dev/null`;
    expect(await withSession(printing(script), session => session.rows('select 1;'))).toEqual([{ a: 1 }]);
  });

  it('escapes what COPY would read otherwise', () => {
    expect(
      copyInto('t', [
        ['a\tb', 'c\\d\ne'],
        ['\\.', '\r'],
      ]),
    ).toBe('copy t from stdin;\na\\tb\tc\\\\d\\ne\n\\\\.\t\\r\n\\.');
  });

  it('quotes an error of PostgreSQL, but no other line, which could hold a value', async () => {
    expect(await refusal(`echo 'psql:1: ERROR:  relation "t" does not exist'`)).toBe(
      'the database shop refused: ERROR:  relation "t" does not exist',
    );
    expect(await refusal(`echo 'ghp_secret'`)).toBe(
      'the database shop refused: psql exited early, or printed no JSON',
    );
    expect(await refusal('exit 3')).toBe('the database shop refused: psql exited early, or printed no JSON');
  });
});
