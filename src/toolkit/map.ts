/** Whether a value from JSON or YAML is a map: neither a list nor nothing. Pure. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The map that a JSON document is; undefined for what is none, or no JSON. */
export function jsonMap(body: Uint8Array | string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'));
    return isMap(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The maps in a list; none in what is no list. */
export const mapsIn = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isMap) : [];

/** The texts in a list that hold something; none in what is no list. */
export const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(each => typeof each === 'string' && each !== '') : [];
