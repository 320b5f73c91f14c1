import type { KubeObject } from '../../cluster/objects.ts';
import { isMap } from '../../toolkit/map.ts';
import { announcesSecret, looksSecret, namesSecret } from '../../toolkit/secrecy.ts';

/** A field that differs; an undefined side does not have it. Values are shortened JSON, and never secrets. */
export interface Difference {
  path: string;
  before?: string;
  after?: string;
}

const hidden = '(not shown)';
const longestValue = 300;

/** Fields that the server sets, and our own marks, which every release sets again. */
const noise = [
  /^apiVersion$/,
  /^kind$/,
  /^status(\.|$)/,
  /^metadata\.(name|managedFields|resourceVersion|uid|creationTimestamp|generation|selfLink|namespace)(\.|\[|$)/,
  /^metadata\.labels\["slipway\.dev\/(app|kind)"\]$/,
  /^metadata\.annotations\["(kubectl\.kubernetes\.io\/last-applied-configuration|deployment\.kubernetes\.io\/revision|slipway\.dev\/[^"]+)"\]$/,
];

/**
 * Returns the fields in which two versions of an object differ, sorted. Items of a list are matched by name, if all have one, otherwise
 * by index. Of a Secret, only the keys are shown. Pure.
 * @param ignored paths that others manage.
 */
export function differences(
  before: KubeObject | undefined,
  after: KubeObject | undefined,
  ignored: readonly string[] = [],
): Difference[] {
  const secret = (after ?? before)?.kind === 'Secret';
  const isNoise = (path: string) => ignored.includes(path) || noise.some(pattern => pattern.test(path));
  const all = new Map(leaves(before, after, '').map(leaf => [leaf[0], leaf]));
  return [...all.values()]
    .filter(([path, a, b]) => JSON.stringify(a) !== JSON.stringify(b) && !isNoise(path))
    .map(([path, a, b]): Difference => {
      const values = [a, b].filter(value => value !== undefined).map(value => JSON.stringify(value));
      // If one side looks secret, the other side is secret, too.
      const hide = isSecret(path, secret, all) || values.some(looksSecret);
      const show = (value: unknown) => (hide ? hidden : shortened(JSON.stringify(value)));
      return {
        path,
        ...(a === undefined ? {} : { before: show(a) }),
        ...(b === undefined ? {} : { after: show(b) }),
      };
    })
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Whether an object has a value that `differences` would hide, because it looks secret or has the name of a secret. Pure. */
export const holdsSecret = (object: KubeObject): boolean =>
  differences(undefined, object).some(({ after }) => after === hidden);

/** Whether the path of a value, or the value beside it, names a secret. */
function isSecret(path: string, secret: boolean, all: ReadonlyMap<string, Leaf>): boolean {
  if (secret) return /^(data|stringData)/.test(path);
  const variable = /^(.*\.env\[(.+)\])\.value$/.exec(path);
  const key = /^(?:data|binaryData|metadata\.annotations)(?:\.(.+)|\["(.+)"\])$/.exec(path);
  const [, item, name = key?.[1] ?? key?.[2] ?? ''] = variable ?? [];
  if (namesSecret(name)) return true;
  // Duplicate variables are matched by index, so the name is in a leaf beside the value.
  if (item !== undefined) return sidesOf(all.get(`${item}.name`)).some(namesSecret);
  const [, list, index] = /^(.*\.(?:args|command))\[(\d+)\]$/.exec(path) ?? [];
  return sidesOf(all.get(`${list}[${Number(index) - 1}]`)).some(announcesSecret);
}

const sidesOf = (leaf: Leaf | undefined) =>
  (leaf?.slice(1) ?? []).filter(side => typeof side === 'string') as string[];

function shortened(value: string): string {
  return value.length <= longestValue
    ? value
    : `${value.slice(0, longestValue)}… (${value.length} characters)`;
}

type Leaf = [path: string, before: unknown, after: unknown];

/** Returns every value that is no map or list on both sides, by its path. Walks both sides together. */
function leaves(before: unknown, after: unknown, path: string): Leaf[] {
  const sides = [before, after];
  const given = sides.filter(side => side !== undefined);
  const filled = given.some(
    side => typeof side === 'object' && side !== null && Object.keys(side).length > 0,
  );
  if (filled && given.every(Array.isArray)) {
    const [a, b] = sides.map(side => (side ?? []) as unknown[]) as [unknown[], unknown[]];
    return inner(itemsOf(a, keyOf(a, b)), itemsOf(b, keyOf(a, b)), name => `${path}[${name}]`);
  }
  if (filled && given.every(isMap)) {
    const [a, b] = sides.map(side => new Map(Object.entries(side ?? {})));
    return inner(a ?? new Map(), b ?? new Map(), key => join(path, key));
  }
  return [[path, before, after]];
}

function inner(a: Map<string, unknown>, b: Map<string, unknown>, pathOf: (key: string) => string): Leaf[] {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].flatMap(key => leaves(a.get(key), b.get(key), pathOf(key)));
}

const itemsOf = (list: unknown[], key: string | undefined) =>
  new Map(list.map((item, index) => [key === undefined ? String(index) : nameIn(item, key), item]));

const nameIn = (item: unknown, key: string) => String((item as Record<string, unknown>)[key]);

/** Returns the field that identifies the items of both lists: of containers, variables, mounts, ports. */
function keyOf(...lists: unknown[][]): string | undefined {
  return ['name', 'mountPath', 'containerPort', 'port', 'type', 'key'].find(key =>
    lists.every(list => {
      const names = list.map(item => (isMap(item) ? item[key] : undefined));
      const good = names.every(name => typeof name === 'string' || typeof name === 'number');
      return good && new Set(names).size === names.length;
    }),
  );
}

const join = (path: string, key: string) => {
  if (!/^[A-Za-z0-9_-]+$/.test(key)) return `${path}["${key}"]`;
  return path === '' ? key : `${path}.${key}`;
};
