import { type LogLevel, levelsIn, logLevels } from './levels.ts';

/** Reads which levels a configuration of Fluent Bit sends to a store, by tags and filters with the usual names. All pure. */

export interface FluentBitRoutes {
  readonly path: string;
  /** Levels that reach an output. */
  readonly routed: readonly LogLevel[];
  /** Whether a filter or the output `null` drops the level debug. */
  readonly dropsDebug: boolean;
}

interface Section {
  readonly kind: 'filter' | 'output';
  /** By name in lower case; a key may repeat. */
  readonly settings: readonly (readonly [key: string, value: string])[];
}

/** Returns the routes of a configuration in the classic form or in YAML; undefined if the file is none. */
export function fluentBitRoutes(path: string, text: string, document: unknown): FluentBitRoutes | undefined {
  const sections = sectionsIn(text) ?? sectionsOf(document);
  if (sections === undefined) return undefined;
  const filters = sections.filter(({ kind }) => kind === 'filter');
  const outputs = sections.filter(({ kind }) => kind === 'output');
  const stores = outputs.filter(each => settingsOf(each, 'name')[0] !== 'null');
  const nulls = outputs.filter(each => settingsOf(each, 'name')[0] === 'null');
  return {
    path,
    routed: [...new Set(stores.flatMap(levelsOfOutput))],
    dropsDebug:
      filters.some(dropsDebug) ||
      nulls.some(each => matchOf(each).some(tag => levelsIn(tag).includes('debug'))),
  };
}

const settingsOf = ({ settings }: Section, ...keys: string[]): string[] =>
  settings.filter(([key]) => keys.includes(key)).map(([, value]) => value);

const matchOf = (section: Section): string[] => settingsOf(section, 'match', 'match_regex');

/** An output whose tag names no level gets all of them. */
function levelsOfOutput(output: Section): readonly LogLevel[] {
  const tags = matchOf(output);
  if (tags.length === 0) return [];
  const named = tags.flatMap(levelsIn);
  return named.length === 0 ? logLevels : named;
}

/** Whether it is a filter `grep` that excludes debug, or keeps only levels without it. */
function dropsDebug(filter: Section): boolean {
  if (settingsOf(filter, 'name')[0] !== 'grep') return false;
  const ofLevel = (rules: string[]) => rules.filter(rule => /^\$?\S*(level|severity)\S*\s/i.test(rule));
  const names = (rule: string) => levelsIn(rule.replace(/^\S+/, ''));
  const kept = ofLevel(settingsOf(filter, 'regex')).map(names);
  return (
    ofLevel(settingsOf(filter, 'exclude')).some(rule => names(rule).includes('debug')) ||
    kept.some(levels => levels.length > 0 && !levels.includes('debug'))
  );
}

/** Reads the classic form. */
function sectionsIn(text: string): Section[] | undefined {
  if (!/^\s*\[(INPUT|FILTER|OUTPUT|SERVICE)\]\s*$/im.test(text)) return undefined;
  const parts = text.split(/^\s*\[(\w+)\]\s*$/m).slice(1);
  const sections: Section[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const kind = (parts[at] ?? '').toLowerCase();
    if (kind !== 'filter' && kind !== 'output') continue;
    const lines = (parts[at + 1] ?? '').split('\n').filter(line => !/^\s*(#|$)/.test(line));
    const settings = lines.map(line => {
      const [, key = '', value = ''] = /^\s*(\S+)\s*(.*?)\s*$/.exec(line) ?? [];
      return [key.toLowerCase(), value] as const;
    });
    sections.push({ kind, settings });
  }
  return sections;
}

/** Reads the form in YAML. */
function sectionsOf(document: unknown): Section[] | undefined {
  const { pipeline } = (document ?? {}) as { pipeline?: { filters?: unknown; outputs?: unknown } };
  if (typeof pipeline !== 'object' || pipeline === null) return undefined;
  return (['filter', 'output'] as const).flatMap(kind =>
    [pipeline[`${kind}s`] ?? []].flat().map(each => ({
      kind,
      settings: Object.entries((each ?? {}) as object).flatMap(([key, value]) =>
        [value].flat().map(one => [key.toLowerCase(), String(one)] as const),
      ),
    })),
  );
}
