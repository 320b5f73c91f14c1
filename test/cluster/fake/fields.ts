import { isDeepStrictEqual } from 'node:util';

/**
 * The fields of a manager in the form of `fieldsV1` (`f:` a member, `k:` and `v:` an item of a list, `.` the item itself), and the merge of
 * server-side apply, as far as the manifests of releases and our own objects need them. All pure.
 */
export interface Fields {
  [segment: string]: Fields;
}

type Json = unknown;
type Members = Record<string, Json>;

/** Lists of built-in kinds whose items are managed separately, by these members. */
const keyed: Record<string, (item: Members) => string[]> = {
  containers: () => ['name'],
  initContainers: () => ['name'],
  env: () => ['name'],
  volumes: () => ['name'],
  imagePullSecrets: () => ['name'],
  volumeMounts: () => ['mountPath'],
  ownerReferences: () => ['uid'],
  conditions: () => ['type'],
  ports: item => ['containerPort' in item ? 'containerPort' : 'port', 'protocol'],
};

/** Members that are managed as one. */
const whole = new Set(['selector', 'nodeSelector', 'podSelector', 'fieldsV1']);

/** Metadata without a manager; the kind has none either. */
const unmanaged = new Set([
  ...['name', 'namespace', 'uid', 'resourceVersion', 'generation', 'creationTimestamp', 'managedFields'],
  ...['deletionTimestamp', 'deletionGracePeriodSeconds', 'selfLink'],
]);

const isMembers = (value: Json): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the separately managed parts of a value, each with its segment; undefined where it is managed as one. */
function partsOf(
  value: Json,
  name: string,
  wholeLists: boolean,
): [segment: string, part: Json, name: string][] | undefined {
  if (isMembers(value)) {
    if (whole.has(name)) return undefined;
    return Object.entries(value).map(([key, part]) => [`f:${key}`, part, key]);
  }
  if (!Array.isArray(value) || wholeLists) return undefined;
  if (name === 'finalizers') return value.map(item => [`v:${JSON.stringify(item)}`, item, '']);
  const keysOf = keyed[name];
  if (keysOf === undefined || !value.every(isMembers)) return undefined;
  return value.map(item => {
    const defaults: Members = { protocol: 'TCP' };
    const keys = keysOf(item).map(key => [key, item[key] ?? defaults[key]]);
    return [`k:${JSON.stringify(Object.fromEntries(keys.sort()))}`, item, ''];
  });
}

export interface Merging {
  /** As in custom resources: an item of a list is never managed separately. */
  wholeLists: boolean;
}

/** Returns the fields of a whole object. */
export function fieldsOf(object: object, { wholeLists }: Merging): Fields {
  const { apiVersion: _, kind: __, metadata = {}, ...rest } = object as Members;
  const named = Object.entries(metadata as object).filter(([key]) => !unmanaged.has(key));
  const of = (value: Json, name: string): Fields => {
    const parts = partsOf(value, name, wholeLists) ?? [];
    const fields = parts.map(([segment, part, key]): [string, Fields] => [
      segment,
      { ...(segment.startsWith('k:') && { '.': {} }), ...of(part, key) },
    ]);
    return Object.fromEntries(fields);
  };
  return {
    ...of(rest, ''),
    ...(named.length > 0 && { 'f:metadata': of(Object.fromEntries(named), 'metadata') }),
  };
}

export function pathsOf(fields: Fields, before: readonly string[] = []): string[][] {
  return Object.entries(fields).flatMap(([segment, inner]) => {
    const path = [...before, segment];
    return Object.keys(inner).length === 0 ? [path] : pathsOf(inner, path);
  });
}

export function has(fields: Fields, [segment, ...rest]: readonly string[]): boolean {
  if (segment === undefined) return true;
  const inner = fields[segment];
  return inner !== undefined && has(inner, rest);
}

export function fieldsAt(paths: readonly (readonly string[])[]): Fields {
  const fields: Fields = {};
  for (const path of paths) {
    let at = fields;
    for (const segment of path) {
      at[segment] ??= {};
      at = at[segment] as Fields;
    }
  }
  return fields;
}

export function valueAt(value: Json, path: readonly string[], merging: Merging, name = ''): Json {
  const [segment, ...rest] = path;
  if (segment === undefined || segment === '.') return value;
  const part = partsOf(value, name, merging.wholeLists)?.find(([each]) => each === segment);
  return part === undefined ? undefined : valueAt(part[1], rest, merging, part[2]);
}

/** Merges an applied value over another. */
export function merged(live: Json, applied: Json, merging: Merging, name = ''): Json {
  const before = partsOf(live, name, merging.wholeLists);
  const after = partsOf(applied, name, merging.wholeLists);
  if (before === undefined || after === undefined) return structuredClone(applied);
  if (isMembers(live) && isMembers(applied)) {
    const next: Members = { ...live };
    for (const [key, value] of Object.entries(applied))
      next[key] = key in live ? merged(live[key], value, merging, key) : structuredClone(value);
    return next;
  }
  if (!Array.isArray(live) || !Array.isArray(applied)) return structuredClone(applied);
  const items = before.map(([segment, item]) => {
    const other = after.find(([each]) => each === segment);
    return other === undefined ? item : merged(item, other[1], merging);
  });
  const added = after.filter(([segment]) => !before.some(([each]) => each === segment));
  return [...items, ...structuredClone(added.map(([, item]) => item))];
}

/** Removes a field from a value, and parents that are empty without it. */
export function without(
  value: Json,
  [segment, ...rest]: readonly string[],
  merging: Merging,
  name = '',
): Json {
  const parts = partsOf(value, name, merging.wholeLists) ?? [];
  const index = parts.findIndex(([each]) => each === segment);
  const [, part, key] = parts[index] ?? [];
  if (index < 0) return value;
  const inner = rest.length === 0 || rest[0] === '.' ? undefined : without(part, rest, merging, key);
  const gone = inner === undefined || (isMembers(inner) && Object.keys(inner).length === 0);
  if (Array.isArray(value)) return value.flatMap((item, at) => (at !== index ? [item] : gone ? [] : [inner]));
  const { [key as string]: _, ...others } = value as Members;
  return gone ? others : { ...others, [key as string]: inner };
}

/** Returns the difference: new or changed fields, and removed fields. */
export function difference(
  before: object,
  after: object,
  merging: Merging,
): { set: string[][]; gone: string[][] } {
  const [old, now] = [pathsOf(fieldsOf(before, merging)), pathsOf(fieldsOf(after, merging))];
  const same = (path: readonly string[]) =>
    isDeepStrictEqual(valueAt(before, path, merging), valueAt(after, path, merging));
  const known = new Set(old.map(path => path.join('\0')));
  const still = new Set(now.map(path => path.join('\0')));
  return {
    set: now.filter(path => !known.has(path.join('\0')) || (path.at(-1) !== '.' && !same(path))),
    gone: old.filter(path => !still.has(path.join('\0'))),
  };
}

/** `.spec.replicas`, `.spec.template.spec.containers[name="shop"].image`: as a conflict names a field. */
export const nameOfField = (path: readonly string[]): string =>
  path
    .map(segment => {
      if (segment.startsWith('f:')) return `.${segment.slice(2)}`;
      if (!segment.startsWith('k:')) return segment === '.' ? '' : `[=${segment.slice(2)}]`;
      const keys = Object.entries(JSON.parse(segment.slice(2)) as Members);
      return `[${keys.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(',')}]`;
    })
    .join('');
