/** A page of a collection, as the API returns it. */
export interface Page<T> {
  apiVersion?: string;
  kind?: string;
  items: T[];
  metadata: { continue?: string; resourceVersion: string };
}

/** Adds kind and apiVersion to an item, because only its list has them. */
export function named<T>(item: T, { apiVersion, kind = '' }: Page<T>): T {
  if (apiVersion === undefined || !/.List$/.test(kind)) return item;
  return { apiVersion, kind: kind.slice(0, -'List'.length), ...item };
}
