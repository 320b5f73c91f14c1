import { isRuleName, suggestRule } from '../config/rules.ts';
import type { Dockerfile, Instruction } from './dockerfile/parse.ts';
import type { Finding } from './finding.ts';

/** Comments that ignore findings: `# slipway ignore=base-digest,pin-apt: why`. They need a reason, and are reported. */

export interface Ignore {
  readonly line: number;
  readonly rules: readonly string[];
  readonly reason: string;
  /** The instruction that contains or follows the comment; undefined after the last instruction. */
  readonly instruction: Instruction | undefined;
}

/** An ignore comment that is not valid. */
export interface WrongIgnore {
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

const form = 'write # slipway ignore=rule: the reason, on the line before the instruction';

/** Parses the ignore comments of a Dockerfile. Pure. */
export function readIgnores({ comments, instructions }: Dockerfile): {
  ignores: Ignore[];
  wrong: WrongIgnore[];
} {
  const ignores: Ignore[] = [];
  const wrong: WrongIgnore[] = [];
  for (const { line, text } of comments) {
    if (!/^\s*slipway\s*[: ]?\s*ignore\b/i.test(text)) continue;
    const [, list = '', reason = ''] =
      /^\s*slipway\s+ignore\s*=\s*([\w/-]+(?:\s*,\s*[\w/-]+)*)\s*:\s*(.*?)\s*$/.exec(text) ?? [];
    const rules = list.split(',').map(each => each.trim());
    const unknown = list === '' ? undefined : rules.find(each => !isRuleName(each));
    if (unknown !== undefined)
      wrong.push({
        line,
        message: `the comment ignores ${unknown}, which is not a rule`,
        remedy: suggestRule(unknown),
      });
    else if (list === '' || !/\p{L}{2}/u.test(reason))
      wrong.push({ line, message: 'a comment that ignores a rule has no reason', remedy: form });
    else {
      const instruction = instructions.find(each => each.endLine >= line);
      ignores.push({ line, rules, reason, instruction });
    }
  }
  return { ignores, wrong };
}

/** Excuses findings that a comment ignores. A comment cannot ignore findings about comments. Pure. */
export function ignore(findings: readonly Finding[], ignores: readonly Ignore[]): Finding[] {
  return findings.map(finding => {
    const by = ignores.find(each => coversLine(each, finding));
    if (by === undefined) return finding;
    return { ...finding, excused: { by: 'comment', line: by.line, reason: by.reason } };
  });
}

/** Returns the comments that ignore nothing. Pure. */
export function unusedIgnores(
  findings: readonly Finding[],
  ignores: readonly Ignore[],
): { line: number; rule: string }[] {
  return ignores.flatMap(each =>
    each.rules
      .filter(rule => !findings.some(finding => coversLine({ ...each, rules: [rule] }, finding)))
      .map(rule => ({ line: each.line, rule })),
  );
}

function coversLine({ rules, instruction }: Ignore, { rule, place }: Finding): boolean {
  if (place.kind !== 'dockerfile' || instruction === undefined) return false;
  const named = rules.includes(rule) || (rules.includes('buildkit') && rule.startsWith('buildkit/'));
  return named && place.line >= instruction.line && place.line <= instruction.endLine;
}
