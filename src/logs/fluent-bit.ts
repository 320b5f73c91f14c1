import type { LogFinding } from './check.ts';
import { levelNames, levelsIn } from './levels.ts';

/** Reads which levels a configuration of Fluent Bit sends to a store, by tags and filters with the usual names. All pure. */

/** A filter or an output: its settings by name in lower case; a key may repeat. */
interface Section {
  readonly kind: string;
  readonly settings: readonly (readonly [key: string, value: string])[];
}

/**
 * Finds levels without an output, and the level debug where it reaches one; undefined if the file is not one of Fluent Bit.
 * @param document the text as YAML.
 */
export function fluentBitFindings(
  path: string,
  text: string,
  document: unknown,
  allowDebug: boolean,
): LogFinding[] | undefined {
  const sections = sectionsIn(text) ?? sectionsOf(document);
  if (sections === undefined) return undefined;
  const outputs = sections.filter(({ kind }) => kind === 'output');
  const isNull = (section: Section) => valuesOf(section, 'name')[0] === 'null';
  const routed = outputs.filter(each => !isNull(each)).flatMap(levelsOfOutput);
  const drops = [
    ...sections.filter(each => each.kind === 'filter' && dropsDebug(each)),
    ...outputs.filter(each => isNull(each) && valuesOf(each, 'match').some(namesDebug)),
  ];
  return levelNames.flatMap(level => {
    const isRouted = routed.includes(level);
    if (level !== 'debug') return isRouted ? [] : { subject: level, problem: `has no output in ${path}` };
    return isRouted && drops.length === 0 && !allowDebug
      ? { subject: level, problem: `is not dropped by a filter in ${path}, so it reaches the store` }
      : [];
  });
}

const valuesOf = ({ settings }: Section, key: string): string[] =>
  settings.flatMap(([own, value]) => (own === key ? [value] : []));

const namesDebug = (text: string) => levelsIn(text).includes('debug');

/** An output whose tag names no level gets all of them. */
function levelsOfOutput(output: Section): readonly string[] {
  const tags = valuesOf(output, 'match');
  const named = tags.flatMap(levelsIn);
  return named.length === 0 && tags.length > 0 ? levelNames : named;
}

/** Whether a filter is a `grep` that excludes debug, or keeps only levels without it. */
function dropsDebug(filter: Section): boolean {
  /** Returns the expressions for the level. */
  const rules = (key: string) =>
    valuesOf(filter, key).flatMap(rule => /^\$?\S*(?:level|severity)\S*\s+(.*)/i.exec(rule)?.[1] ?? []);
  const isKept = (rule: string) => levelsIn(rule).length === 0 || namesDebug(rule);
  return (
    valuesOf(filter, 'name')[0] === 'grep' &&
    (rules('exclude').some(namesDebug) || !rules('regex').every(isKept))
  );
}

/** Reads the classic form. */
function sectionsIn(text: string): Section[] | undefined {
  if (!/^\s*\[(INPUT|FILTER|OUTPUT|SERVICE)\]\s*$/im.test(text)) return undefined;
  return text.split(/^\s*\[(?=\w+\]\s*$)/m).map(section => {
    const [title = '', ...lines] = section.split('\n');
    const settings = lines.flatMap(line => {
      const [, key, value = ''] = /^\s*([^\s#]\S*)\s*(.*?)\s*$/.exec(line) ?? [];
      return key === undefined ? [] : [[key.toLowerCase(), value] as const];
    });
    return { kind: title.replace(/\].*/s, '').toLowerCase(), settings };
  });
}

/** Reads the form in YAML. */
function sectionsOf(document: unknown): Section[] | undefined {
  const { pipeline } = (document ?? {}) as { pipeline?: Record<string, unknown> | null };
  if (typeof pipeline !== 'object' || pipeline === null) return undefined;
  return ['filter', 'output'].flatMap(kind =>
    [pipeline[`${kind}s`] ?? []].flat().map(each => ({
      kind,
      settings: Object.entries(each ?? {}).flatMap(([key, value]) =>
        [value].flat().map(one => [key.toLowerCase(), String(one)] as const),
      ),
    })),
  );
}
