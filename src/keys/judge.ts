import { levelOfRule, type RequirementAssessment } from '../assess/assessment.ts';
import {
  assessmentsOf,
  type Judgements,
  metUnless,
  notAsked,
  type RuleJudgement,
  unknown,
} from '../assess/judgement.ts';
import { keyRequirements } from '../assess/requirement.ts';
import type { Assess, KeyRuleName } from '../config/assess.ts';
import { counted } from '../toolkit/count.ts';
import type { PlaintextScan } from './scan.ts';
import type { ColumnCount } from './values.ts';

export interface KeyQuestion {
  /** The levels in slipway.yml. */
  readonly levels: Assess['rules'];
  /** What was asked, such as `database shop`. */
  readonly of: string;
  /** ISO 8601. */
  readonly at: string;
  /** As in a `RequirementAssessment`. */
  readonly scope: string;
}

const turnedOff = '`assess.rules` in slipway.yml turned this rule off when `keys` ran';

/**
 * Returns the results of rules. One that slipway.yml turns off is unknown: the results of other rules for the same requirement alone must
 * not make it met when the rule is on again.
 * @param asked what was asked.
 */
export function judgedAs(
  judged: { readonly [Rule in KeyRuleName]?: Judgements[string] },
  asked: string,
  { levels, of, at, scope }: KeyQuestion,
): RequirementAssessment[] {
  const levelOf = (rule: string) => levelOfRule(rule, levels);
  const offAs = ({ id }: RuleJudgement) =>
    notAsked(turnedOff, { id, remedy: 'turn the rule on, and run `slipway keys` again' });
  const answers = Object.entries(judged).map(([rule, each = []]) => [
    rule,
    levelOf(rule) === 'off' ? [each].flat().map(offAs) : each,
  ]);
  return assessmentsOf(Object.fromEntries(answers), rule => {
    const level = levelOf(rule);
    const ids = [keyRequirements[rule as KeyRuleName][0]];
    return { ids, level: level === 'off' ? 'info' : level, evidence: [{ asked, of, at }], scope };
  });
}

const objectOf = (column: string) => `Column/${column}`;

/** K1, K2 and K5: what the declared columns hold. @param by the key, such as `Secret/shop-keys, key`. */
export function judgeColumns(
  counts: readonly ColumnCount[],
  by: string,
  judging: KeyQuestion,
): RequirementAssessment[] {
  const valuesOf = ({ old, new: current, unreadable, plain }: ColumnCount) =>
    old + current + unreadable + plain;
  const opens = counts.map(({ column: { name }, old, new: current, unreadable }) => {
    const [opened, on] = [old + current, objectOf(name)];
    if (opened + unreadable === 0)
      return unknown(`${name} has no encrypted value, so ${by} was not tested`, on);
    return metUnless(
      unreadable === 0
        ? []
        : `${unreadable} of ${counted(opened + unreadable, 'encrypted value')} of ${name} cannot be decrypted with ${by}`,
      `${by} decrypts every encrypted value of ${name} (${opened})`,
      'find the key that encrypted them, or restore them from a backup',
      on,
    );
  });
  const plain = counts.map(count => {
    const { column, plain } = count;
    const { name } = column;
    const [all, on] = [valuesOf(count), objectOf(name)];
    if (all === 0) return unknown(`${name} has no value`, on);
    return metUnless(
      plain === 0 ? [] : `${plain} of ${counted(all, 'value')} of ${name} are still stored in plaintext`,
      `every value of ${name} is encrypted (${all})`,
      'encrypt them with `slipway keys rotate` and `encrypt-plain`',
      on,
    );
  });
  const bare = counts.filter(count => count.plain > 0).map(({ column }) => column.name);
  const fields = counts.every(each => valuesOf(each) === 0)
    ? unknown('no column that must be encrypted has a value')
    : metUnless(
        bare.length === 0 ? [] : `columns that must be encrypted hold plaintext: ${bare.join(', ')}`,
        `no plaintext in ${counted(counts.length, 'column')} that must be encrypted`,
      );
  return judgedAs(
    { 'key-opens': opens, 'column-plain': [...plain, { ...fields, id: 'K5' }] },
    'which key opens each value of the encrypted columns',
    judging,
  );
}

const copyRemedy = 'restore one, and pass its address as `copy`';

/** K5: tokens in any column of text. @param scan undefined without a copy. */
export const judgeScan = (scan: PlaintextScan | undefined, judging: KeyQuestion): RequirementAssessment[] =>
  judgedAs({ 'token-plain': foundIn(scan) }, 'whether a value of any column looks like a token', judging);

function foundIn(scan: PlaintextScan | undefined): RuleJudgement | RuleJudgement[] {
  if (scan === undefined) return notAsked(`only a restored copy is searched for tokens: ${copyRemedy}`);
  const { columns, rows, found, cut } = scan;
  if (found.length > 0)
    return found.map(({ column, kind, count }) =>
      metUnless(
        `${counted(count, 'value')} of ${column} look like ${kind}`,
        '',
        'encrypt the column, or store only a hash of what is compared',
        objectOf(column),
      ),
    );
  if (rows === 0) return unknown('no token was found, but the copy has no rows');
  if (cut.length > 0)
    return unknown(
      `no token was found, but these were not searched to their end: ${cut.slice(0, 5).join(', ')}`,
    );
  return metUnless(
    [],
    `no value of ${counted(columns, 'text column')} looks like a token (${counted(rows, 'row')})`,
  );
}

type Attempt =
  | 'not rehearsed'
  | { readonly failed: string }
  | { readonly how: 'dry-run' | 'rehearse' | 'commit'; readonly written: number };

/** K4: whether the key can be rotated. */
export const judgeRotation = (
  attempt: Attempt,
  columns: number,
  judging: KeyQuestion,
): RequirementAssessment[] =>
  judgedAs({ 'key-rotates': rotated(attempt, columns) }, 'to encrypt the columns with another key', judging);

function rotated(attempt: Attempt, columns: number): RuleJudgement {
  if (attempt === 'not rehearsed')
    return notAsked(`a rotation is rehearsed only in a restored copy: ${copyRemedy}`);
  if ('failed' in attempt) return metUnless(`a rotation failed in the copy: ${attempt.failed}`, '');
  if (attempt.written === 0)
    return notAsked('no value was left to encrypt with another key, so the rotation proves nothing');
  const extent = `${counted(attempt.written, 'value')} of ${counted(columns, 'column')}`;
  return {
    'dry-run': notAsked(`a rotation would write ${extent}, but a dry run does not prove it`),
    rehearse: metUnless([], `${extent} were encrypted with another key, read back, and rolled back`),
    commit: metUnless([], `${extent} were encrypted with the new key, and read back before the commit`),
  }[attempt.how];
}

/** What follows from a rotation, for people. @param secret whose value the application must get. */
export const afterRotation = (secret: string): string[] => [
  `write the new key to ${secret} now, and restart the application: until then it cannot read the rotated values, and encrypts new ones with the old key; then run the rotation again for these, with the old key as OLD_KEY`,
  'sessions, cookies and links that the application signs with the same secret become invalid',
  'backups from before the rotation need the old key: keep it as long as these backups, and back up now',
];

export const afterDryRun = 'nothing was written: this was a dry run; set `confirm` to rotate';
