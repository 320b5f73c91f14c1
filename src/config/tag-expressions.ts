import type { TagRule } from './tag-rules.ts';

/** Compiles `v(.*)`, or with slashes and flags `/v(.*)/i`. @throws SyntaxError */
export function regularExpression(written: string): RegExp {
  const [, source = written, flags = ''] = /^\/(.+)\/([a-z]*)$/.exec(written) ?? [];
  return new RegExp(source, flags);
}

/** Whether a rule makes its tag from a version. */
export const isVersioned = <Rule extends { readonly type: TagRule['type'] }>(
  rule: Rule,
): rule is Rule & { readonly type: 'semver' | 'pep440' } => rule.type === 'semver' || rule.type === 'pep440';
