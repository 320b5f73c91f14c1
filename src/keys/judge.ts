import { levelOfRule, type RequirementAssessment } from '../assess/assessment.ts';
import type { RequirementId } from '../assess/requirement.ts';
import type { Assess, KeyRuleName } from '../config/assess.ts';
import { counted } from '../toolkit/count.ts';
import { defined } from '../toolkit/map.ts';
import type { PlaintextScan } from './scan.ts';
import type { ColumnCount } from './values.ts';

/** Judges what was counted. Pure. */

export interface KeyQuestion {
  /** The levels in slipway.yml. */
  readonly levels: Assess['rules'];
  /** What was asked, such as `database shop`. */
  readonly of: string;
  /** ISO 8601. */
  readonly at: string;
}

type Found = Pick<RequirementAssessment, 'status' | 'what' | 'remedy' | 'object'>;

/** Returns the results of a rule; none if slipway.yml turns it off. */
export function judgedAs(
  rule: KeyRuleName,
  id: RequirementId,
  asked: string,
  { levels, of, at }: KeyQuestion,
  found: readonly Found[],
): RequirementAssessment[] {
  const level = levelOfRule(rule, levels);
  return level === 'off'
    ? []
    : found.map(each => ({ id, rule, level, evidence: [{ asked, of, at }], ...each }));
}

export const result = (status: Found['status'], what: string, remedy?: string, object?: string): Found => ({
  ...{ status, what },
  ...defined({ remedy, object }),
});

export const unknownResult = (why: string, object?: string) => result('unknown', why, undefined, object);
export const metResult = (what: string, object?: string) => result('met', what, undefined, object);

/** Exceptions name a column in this way. */
const objectOf = (column: string) => `Column/${column}`;

/** K1, K2 and K5: what the declared columns hold. @param by the key, such as `Secret/shop-keys, key`. */
export function judgeColumns(
  counts: readonly ColumnCount[],
  by: string,
  judging: KeyQuestion,
): RequirementAssessment[] {
  const opens = counts.map(({ column: { name }, old, new: current, unreadable }) => {
    const [opened, on] = [old + current, objectOf(name)];
    if (unreadable > 0)
      return result(
        'not-met',
        `${unreadable} of ${counted(opened + unreadable, 'encrypted value')} of ${name} cannot be decrypted with ${by}`,
        'find the key that encrypted them, or restore them from a backup',
        on,
      );
    if (opened === 0) return unknownResult(`${name} has no encrypted value, so ${by} was not proved`, on);
    return metResult(`${by} decrypts all of ${counted(opened, 'encrypted value')} of ${name}`, on);
  });
  const plain = counts.map(({ column: { name }, old, new: current, unreadable, plain }) => {
    const [all, on] = [old + current + unreadable + plain, objectOf(name)];
    if (all === 0) return unknownResult(`${name} has no value`, on);
    if (plain === 0) return metResult(`every one of ${counted(all, 'value')} of ${name} is encrypted`, on);
    return result(
      'not-met',
      `${plain} of ${counted(all, 'value')} of ${name} are stored plain, as before encryption`,
      'encrypt them by `slipway keys rotate` with `encrypt-plain`',
      on,
    );
  });
  const asked = 'which key opens each value of the encrypted columns';
  return [
    ...judgedAs('key-opens', 'K1', asked, judging, opens),
    ...judgedAs('column-plain', 'K2', asked, judging, plain),
    ...judgedAs('column-plain', 'K5', asked, judging, [fieldsOf(counts)]),
  ];
}

function fieldsOf(counts: readonly ColumnCount[]): Found {
  const plain = counts.filter(count => count.plain > 0).map(({ column }) => column.name);
  return plain.length > 0
    ? result('not-met', `columns that must be encrypted hold plain values: ${plain.join(', ')}`)
    : result(
        'met',
        `no column that must be encrypted holds a plain value: ${counted(counts.length, 'column')}`,
      );
}

const copyRemedy = 'restore one, and pass its address as `copy`';

/** K5: tokens in any column of text. @param scan undefined without a copy. */
export const judgeScan = (scan: PlaintextScan | undefined, judging: KeyQuestion): RequirementAssessment[] =>
  judgedAs('token-plain', 'K5', 'whether a value of any column looks like a token', judging, foundIn(scan));

function foundIn(scan: PlaintextScan | undefined): Found[] {
  if (scan === undefined)
    return [unknownResult(`only a restored copy is searched for tokens: ${copyRemedy}`)];
  const { columns, rows, found, cut } = scan;
  if (found.length > 0)
    return found.map(({ column, kind, count }) =>
      result(
        'not-met',
        `${counted(count, 'value')} of ${column} look like ${kind}`,
        'encrypt the column, or store only a hash of what is compared',
        objectOf(column),
      ),
    );
  const why =
    rows === 0 ? 'the copy has no rows' : `${cut.slice(0, 5).join(', ')} were not searched to the end`;
  return cut.length > 0 || rows === 0
    ? [unknownResult(`no token was found, but ${why}`)]
    : [
        metResult(
          `no value of ${counted(columns, 'column')} of text looks like a token (${counted(rows, 'row')})`,
        ),
      ];
}

/** How a rotation went. */
type Attempt =
  | 'not rehearsed'
  | { readonly failed: string }
  | { readonly how: 'dry-run' | 'rehearse' | 'commit'; readonly written: number };

/** K4: whether the key can be rotated. */
export function judgeRotation(
  attempt: Attempt,
  columns: number,
  judging: KeyQuestion,
): RequirementAssessment[] {
  const found = (): Found => {
    if (attempt === 'not rehearsed')
      return unknownResult(`a rotation is rehearsed only in a restored copy: ${copyRemedy}`);
    if ('failed' in attempt) return result('not-met', `a rotation failed in the copy: ${attempt.failed}`);
    const extent = `${counted(attempt.written, 'value')} of ${counted(columns, 'column')}`;
    return {
      'dry-run': unknownResult(`a rotation would write ${extent}, but a dry run does not prove it`),
      rehearse: metResult(`${extent} were encrypted with another key, read back, and rolled back`),
      commit: metResult(`${extent} were encrypted with the new key, and read back before the commit`),
    }[attempt.how];
  };
  return judgedAs('key-rotates', 'K4', 'to encrypt the columns with another key', judging, [found()]);
}

/** What follows from a rotation, for people. @param secret whose value the application must get. */
export const afterRotation = (secret: string): string[] => [
  `give the application the new key now (${secret}): until then it cannot read the rotated values, and what it writes is under the old key; run the rotation again afterwards, which changes only that`,
  'everything else that is made with the same secret changes with it: sessions, cookies and links that were signed with it become invalid',
  'backups from before the rotation need the old key: keep it as long as them, and back up now',
];

export const afterDryRun = 'nothing was written: this was a dry run; write `confirm` to rotate';
