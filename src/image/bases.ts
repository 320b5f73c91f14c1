import type { Digest } from './reference.ts';

/** The facts in the manifest of an image. */
export interface Inspected {
  readonly platforms: readonly {
    readonly platform: string;
    /** Compressed. */
    readonly bytes: number;
    readonly layers: readonly { readonly digest: Digest; readonly bytes: number }[];
  }[];
}

/** The relation of an image to one of its bases. */
export interface Lineage {
  readonly base: string;
  readonly digest: Digest;
  /** Whether each platform begins with all layers of the base for that platform, in order. */
  readonly whole: boolean;
}

/** Returns every image that is needed for `names`, each after its bases. */
export function buildOrder(
  names: readonly string[],
  images: Readonly<Record<string, { readonly bases: readonly string[] }>>,
): string[] {
  const order = new Set<string>();
  const visit = (name: string): void => {
    if (order.has(name)) return;
    // The schema refuses cycles; the recursion relies on that.
    for (const base of images[name]?.bases ?? []) visit(base);
    order.add(name);
  };
  for (const name of names) visit(name);
  return [...order];
}

/** Whether an image begins with the layers of a base, which proves that it was built from that base. Pure. */
export function startsWith(child: Inspected, base: Inspected): boolean {
  return child.platforms.every(({ platform, layers }) => {
    const below = base.platforms.find(each => each.platform === platform);
    return below?.layers.every(({ digest }, index) => layers[index]?.digest === digest) ?? false;
  });
}
