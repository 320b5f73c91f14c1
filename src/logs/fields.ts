import { jsonIn } from '../toolkit/map.ts';

/** Returns a field by its dotted name, whether the document nests it or not. Pure. */
export function fieldOf(source: unknown, field: string): unknown {
  if (typeof source !== 'object' || source === null) return undefined;
  if (Object.hasOwn(source, field)) return Reflect.get(source, field);
  for (let dot = field.indexOf('.'); dot !== -1; dot = field.indexOf('.', dot + 1)) {
    const head = field.slice(0, dot);
    if (!Object.hasOwn(source, head)) continue;
    const found = fieldOf(Reflect.get(source, head), field.slice(dot + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Returns the object that a text is the JSON of; undefined if there is none. Pure. */
export function objectIn(text: unknown): object | undefined {
  if (typeof text !== 'string' || !text.trimStart().startsWith('{')) return undefined;
  const value = jsonIn(text);
  return typeof value === 'object' && value !== null ? value : undefined;
}
