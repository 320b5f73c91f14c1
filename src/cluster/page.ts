/** A part of a collection, as the API answers it. */
export interface Page<T> {
  apiVersion?: string;
  kind?: string;
  items: T[];
  metadata: { continue?: string; resourceVersion: string };
}

/** An item of a list with kind and apiVersion, which the list alone says. */
export function named<T>(item: T, { apiVersion, kind = '' }: Page<T>): T {
  if (apiVersion === undefined || !/.List$/.test(kind)) return item;
  return { apiVersion, kind: kind.slice(0, -'List'.length), ...item };
}
