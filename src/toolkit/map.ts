/** Whether a value from JSON or YAML is a map. Pure. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses JSON. @param fault of anything else. Default: returns undefined. */
export function jsonIn(body: Uint8Array | string, fault?: (cause: unknown) => Error): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'));
  } catch (cause) {
    if (fault !== undefined) throw fault(cause);
    return undefined;
  }
}

/** Parses a JSON object; undefined for anything else. */
export function jsonMap(body: Uint8Array | string): Readonly<Record<string, unknown>> | undefined {
  const value = jsonIn(body);
  return isMap(value) ? value : undefined;
}

/** Returns the values that are not undefined, for optional fields. */
export const defined = <Values extends object>(
  values: {
    [Key in keyof Values]: Values[Key] | undefined;
  },
): Partial<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>;

/** Returns a map with the same keys and other values. Pure. */
export const mapValues = <Value, Result>(
  map: Readonly<Record<string, Value>>,
  pick: (value: Value, key: string) => Result,
): Record<string, Result> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, pick(value, key)]));

/** Returns the maps in a list; none for anything else. */
export const mapsIn = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isMap) : [];

/** Returns the entries of a map that are strings; none for anything else. */
export const textMap = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isMap(value) ? value : {}).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    ),
  );

/** Returns the non-empty strings in a list, without what does not apply (false, undefined); none for anything else. */
export const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(each => typeof each === 'string' && each !== '') : [];
