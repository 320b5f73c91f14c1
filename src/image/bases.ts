import type { Digest } from './reference.ts';

/** What the manifest of an image says of it. */
export interface Inspected {
  readonly platforms: readonly {
    readonly platform: string;
    /** Compressed. */
    readonly bytes: number;
    readonly layers: readonly { readonly digest: Digest; readonly bytes: number }[];
  }[];
}

/** How much of a base an image begins with. */
export interface Lineage {
  readonly base: string;
  readonly digest: Digest;
  /** True when every platform begins with all layers of the base for that platform, in their order. */
  readonly whole: boolean;
}

/** Every image that is needed for `names`, each after its bases. */
export function buildOrder(
  names: readonly string[],
  images: Readonly<Record<string, { readonly bases: readonly string[] }>>,
): string[] {
  const order = new Set<string>();
  const visit = (name: string): void => {
    if (order.has(name)) return;
    // The schema refuses circles; this order would end anyway, since a name is added after its bases alone.
    for (const base of images[name]?.bases ?? []) visit(base);
    order.add(name);
  };
  for (const name of names) visit(name);
  return [...order];
}

/** Compares what both manifests say: the proof that a child was built from this very base. Pure. */
export function startsWith(child: Inspected, base: Inspected): boolean {
  return child.platforms.every(({ platform, layers }) => {
    const below = base.platforms.find(each => each.platform === platform);
    return below?.layers.every(({ digest }, index) => layers[index]?.digest === digest) ?? false;
  });
}
