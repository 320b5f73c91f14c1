import { type LogLevel, levelsIn, logLevels } from './levels.ts';

/** Reads which levels a configuration of Fluent Bit sends to a store, by tags and filters with the usual names. All pure. */

/** A filter or an output: its settings by name in lower case; a key may repeat. */
interface Section {
  readonly kind: string;
  readonly settings: readonly (readonly [key: string, value: string])[];
}

/**
 * Returns the levels that reach an output, and whether a filter or the output `null` drops the level debug; undefined if the file is not
 * one of Fluent Bit.
 * @param document the text as YAML.
 */
export function routesIn(
  text: string,
  document: unknown,
): { routed: readonly LogLevel[]; dropsDebug: boolean } | undefined {
  const sections = sectionsIn(text) ?? sectionsOf(document);
  if (sections === undefined) return undefined;
  const isNull = (section: Section) => valuesOf(section, 'name')[0] === 'null';
  const outputs = sections.filter(({ kind }) => kind === 'output');
  return {
    routed: outputs.filter(each => !isNull(each)).flatMap(levelsOfOutput),
    dropsDebug:
      sections.some(dropsDebug) ||
      outputs.some(each => isNull(each) && valuesOf(each, 'match', 'match_regex').some(namesDebug)),
  };
}

const valuesOf = ({ settings }: Section, ...keys: string[]): string[] =>
  settings.filter(([key]) => keys.includes(key)).map(([, value]) => value);

const namesDebug = (text: string) => levelsIn(text).includes('debug');

/** An output whose tag names no level gets all of them. */
function levelsOfOutput(output: Section): readonly LogLevel[] {
  const tags = valuesOf(output, 'match', 'match_regex');
  const named = tags.flatMap(levelsIn);
  return named.length === 0 && tags.length > 0 ? logLevels : named;
}

/** Whether it is a filter `grep` that excludes debug, or keeps only levels without it. */
function dropsDebug(section: Section): boolean {
  if (section.kind !== 'filter' || valuesOf(section, 'name')[0] !== 'grep') return false;
  /** Returns the expressions for the level. */
  const rules = (key: string) =>
    valuesOf(section, key).flatMap(rule => /^\$?\S*(?:level|severity)\S*\s+(.*)/i.exec(rule)?.[1] ?? []);
  return (
    rules('exclude').some(namesDebug) ||
    rules('regex').some(rule => levelsIn(rule).length > 0 && !namesDebug(rule))
  );
}

/** Reads the classic form. */
function sectionsIn(text: string): Section[] | undefined {
  if (!/^\s*\[(INPUT|FILTER|OUTPUT|SERVICE)\]\s*$/im.test(text)) return undefined;
  return text
    .split(/^\s*\[(?=\w+\]\s*$)/m)
    .slice(1)
    .map(section => {
      const [title = '', ...lines] = section.split('\n');
      const settings = lines.flatMap(line => {
        const [, key = '', value = ''] = /^\s*([^\s#]\S*)\s*(.*?)\s*$/.exec(line) ?? [];
        return key === '' ? [] : [[key.toLowerCase(), value] as const];
      });
      return { kind: title.replace(/\].*/, '').toLowerCase(), settings };
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
