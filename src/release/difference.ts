import type { KubeObject } from '../cluster/objects.ts';

/** A field that differs; a side that is undefined does not have it. Values are JSON, shortened, and never a secret's. */
export interface Difference {
  path: string;
  before?: string;
  after?: string;
}

const hidden = '(not shown)';
const longestValue = 300;

/** What the server writes by itself, and our own marks, which every release sets anew. */
const noise = [
  /^apiVersion$/,
  /^kind$/,
  /^status(\.|$)/,
  /^metadata\.(name|managedFields|resourceVersion|uid|creationTimestamp|generation|selfLink|namespace)(\.|\[|$)/,
  /^metadata\.labels\["slipway\.dev\/(app|kind)"\]$/,
  /^metadata\.annotations\["(kubectl\.kubernetes\.io\/last-applied-configuration|deployment\.kubernetes\.io\/revision|slipway\.dev\/release)"\]$/,
];

/** Names under which people keep secrets where none belong: plain variables and ConfigMaps. */
const telltale = /pass(word|wd|phrase)?|secret|token|credential|api-?_?key|private-?_?key|auth/i;

/**
 * The fields in which two versions of an object differ, sorted. Items of a list are told apart by their name, if all have
 * one; otherwise by their place. Of a Secret only the keys are told. Pure.
 * @param ignored paths that are somebody else's business.
 */
export function differences(
  before: KubeObject | undefined,
  after: KubeObject | undefined,
  ignored: readonly string[] = [],
): Difference[] {
  const [old, next] = [leavesOf(before), leavesOf(after)];
  const paths = [...new Set([...old.keys(), ...next.keys()])].sort();
  const secret = (after ?? before)?.kind === 'Secret';
  return paths.flatMap((path): Difference[] => {
    const [a, b] = [old.get(path), next.get(path)];
    if (a === b || ignored.includes(path) || noise.some(pattern => pattern.test(path))) return [];
    const show = (value: string) => (isSecret(path, secret) ? hidden : shortened(value));
    return [
      {
        path,
        ...(a === undefined ? {} : { before: show(a) }),
        ...(b === undefined ? {} : { after: show(b) }),
      },
    ];
  });
}

function isSecret(path: string, secret: boolean): boolean {
  if (secret) return /^(data|stringData)/.test(path);
  const variable = /\.env\[(.+)\]\.value$/.exec(path)?.[1];
  const key = /^(?:data|binaryData)(?:\.(.+)|\["(.+)"\])$/.exec(path);
  const name = variable ?? key?.[1] ?? key?.[2];
  return name !== undefined && telltale.test(name);
}

function shortened(value: string): string {
  return value.length <= longestValue
    ? value
    : `${value.slice(0, longestValue)}… (${value.length} characters)`;
}

/** Every value that is neither map nor list, as JSON, by its path; of an empty map or list that it is empty. */
function leavesOf(object: KubeObject | undefined): Map<string, string> {
  const leaves = new Map<string, string>();
  const visit = (value: unknown, path: string) => {
    if (Array.isArray(value) && value.length > 0) {
      const names = namesOf(value);
      for (const [index, item] of value.entries()) visit(item, `${path}[${names?.[index] ?? index}]`);
    } else if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
      for (const [key, inner] of Object.entries(value)) visit(inner, join(path, key));
    } else if (value !== undefined) {
      leaves.set(path, JSON.stringify(value));
    }
  };
  visit(object ?? undefined, '');
  return leaves;
}

/** Names that tell the items of a list apart, if all have one: of containers, variables, volumes, ports. */
function namesOf(items: unknown[]): string[] | undefined {
  for (const key of ['name', 'mountPath', 'containerPort', 'port', 'type', 'key']) {
    const names = items.map(item => (item as Record<string, unknown> | null)?.[key]);
    const good = names.every(name => typeof name === 'string' || typeof name === 'number');
    if (good && new Set(names).size === names.length) return names.map(String);
  }
  return undefined;
}

const join = (path: string, key: string) => {
  if (!/^[A-Za-z0-9_-]+$/.test(key)) return `${path}["${key}"]`;
  return path === '' ? key : `${path}.${key}`;
};
