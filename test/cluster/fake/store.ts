import type { KubeObject, ObjectMeta, WatchEvent } from '../../../src/cluster/objects.ts';

/** An event of an object. */
export type Event = WatchEvent<KubeObject> & {
  version: number;
  path: string;
  before: KubeObject | undefined;
};

/** The objects of a cluster by path, with their versions and events, and a garbage collector. */
export class Store {
  readonly objects = new Map<string, KubeObject>();
  readonly #heard = new Set<(event: Event) => void>();
  #events: Event[] = [];
  #version = 100;
  #uids = 0;

  /** Of the last write. */
  get version(): string {
    return String(this.#version);
  }

  /** Returns a UUID, like those of the API server, but the same in each test. */
  uid(): string {
    this.#uids += 1;
    return `00000000-0000-4000-8000-${String(this.#uids).padStart(12, '0')}`;
  }

  write(path: string, object: KubeObject): KubeObject {
    const before = this.objects.get(path);
    this.#version += 1;
    const metadata = { ...object.metadata, resourceVersion: this.version } as ObjectMeta;
    const stored = { ...object, metadata };
    this.objects.set(path, stored);
    this.#tell({ type: before === undefined ? 'ADDED' : 'MODIFIED', object: stored, path, before });
    return stored;
  }

  remove(path: string): void {
    const before = this.objects.get(path);
    if (before === undefined) return;
    this.#version += 1;
    this.objects.delete(path);
    const metadata = { ...before.metadata, resourceVersion: this.version } as ObjectMeta;
    this.#tell({ type: 'DELETED', object: { ...before, metadata }, path, before });
  }

  #tell(event: Omit<Event, 'version'>): void {
    const told = { ...event, version: this.#version };
    this.#events.push(told);
    for (const hear of this.#heard) hear(told);
  }

  /** Returns the events after a version; undefined if they are compacted. */
  since(version: number): Event[] | undefined {
    const first = this.#events[0]?.version ?? this.#version + 1;
    return version < first - 1 ? undefined : this.#events.filter(event => event.version > version);
  }

  /** Compacts the events, as etcd does from time to time. */
  compact(): void {
    this.#version += 1;
    this.#events = [];
  }

  /** @returns a function that ends it. */
  follow(hear: (event: Event) => void): () => void {
    this.#heard.add(hear);
    return () => void this.#heard.delete(hear);
  }

  /** Whether it has owners of which none exists. */
  isOrphan({ metadata }: KubeObject): boolean {
    const owners = metadata?.ownerReferences ?? [];
    const uids = new Set([...this.objects.values()].map(each => each.metadata?.uid));
    return owners.length > 0 && owners.every(({ uid }) => !uids.has(uid));
  }

  /** Returns the paths of the objects that the object with that uid owns. */
  ownedBy(uid: string | undefined): string[] {
    return [...this.objects].flatMap(([path, { metadata }]) =>
      metadata?.ownerReferences?.some(owner => owner.uid === uid) ? [path] : [],
    );
  }
}

/** Whether an object matches a label selector and a field selector. */
export function isSelected(object: KubeObject, labelSelector: string, fieldSelector: string): boolean {
  const labels = object.metadata?.labels ?? {};
  const demands = labelSelector.match(/(?:[^,(]|\([^)]*\))+/g) ?? [];
  return (
    demands.every(demand => meets(labels, demand.trim())) &&
    fieldSelector.split(',').every(each => hasField(object, each))
  );
}

function meets(labels: Record<string, string>, demand: string): boolean {
  const set = /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(demand);
  if (set !== null) {
    const [, key = '', how, values = ''] = set;
    const among = values.split(',').map(value => value.trim());
    const value = labels[key];
    return how === 'in'
      ? value !== undefined && among.includes(value)
      : value === undefined || !among.includes(value);
  }
  const [, key = '', how, value] = /^([^=!\s]+)\s*(==|=|!=)\s*(.*)$/.exec(demand) ?? [];
  if (how !== undefined) return how === '!=' ? labels[key] !== value : labels[key] === value;
  return demand.startsWith('!') ? labels[demand.slice(1)] === undefined : labels[demand] !== undefined;
}

function hasField(object: KubeObject, demand: string): boolean {
  const [, path = '', how, wanted] = /^([\w.]+)(==|=|!=)(.*)$/.exec(demand) ?? [];
  if (how === undefined) return true;
  const value = path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], object);
  return (how === '!=') !== (String(value ?? '') === wanted);
}
