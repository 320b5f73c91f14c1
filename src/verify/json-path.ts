import { isMap } from '../toolkit/map.ts';
/** The steps of a path such as `items[0].name`: names of members and indexes of lists. */
export type JsonPath = readonly (string | number)[];

const step = /(?:^|(?!^)\.)([A-Za-z_$][A-Za-z0-9_$-]*)|\[(0|[1-9][0-9]{0,8})\]/y;

/** Reads `version`, `items[0].name` or `[0].id`; undefined for any other text. */
export function parseJsonPath(text: string): JsonPath | undefined {
  const steps: (string | number)[] = [];
  step.lastIndex = 0;
  let end = 0;
  while (end < text.length) {
    const match = step.exec(text);
    if (match === null) return undefined;
    steps.push(match[1] ?? Number(match[2]));
    end = step.lastIndex;
  }
  return steps.length > 0 ? steps : undefined;
}

/** Returns the value at a path, or undefined when there is none; inherited members do not count. */
export function valueAt(value: unknown, path: JsonPath): unknown {
  let current = value;
  for (const part of path) {
    if (typeof part === 'number' ? !Array.isArray(current) : !isMap(current)) return undefined;
    const container = current as object;
    if (!Object.hasOwn(container, part)) return undefined;
    current = Reflect.get(container, part);
  }
  return current;
}
