import { isMap, mapsIn, textMap, textsIn } from '../toolkit/map.ts';
import type { Product, VexStatement, VexStatus } from './vex.ts';

/** VEX in CSAF 2.0 (docs.oasis-open.org/csaf, profile 5): each vulnerability has a status per product of a tree. Pure. */

type Fields = Readonly<Record<string, unknown>>;

const statuses: readonly (readonly [string, VexStatus])[] = [
  ['known_not_affected', 'not_affected'],
  ['fixed', 'fixed'],
  ['first_fixed', 'fixed'],
  ['known_affected', 'affected'],
  ['under_investigation', 'under_investigation'],
];

/** A product of the tree. */
interface TreeProduct extends Product {
  /** Whether the document means less: a component of a component. It may only revoke a tolerance. */
  readonly wider?: boolean;
}

/**
 * Reads the statements of a document. Products without a purl are skipped, because findings are compared by purl.
 * @returns the statements, or a text that says what is wrong with the document.
 */
export function readCsaf(document: Fields): VexStatement[] | string {
  const vulnerabilities = mapsIn(document.vulnerabilities);
  if (vulnerabilities.length === 0) return 'has no vulnerabilities';
  const products = productsIn(isMap(document.product_tree) ? document.product_tree : {});
  if (products.size === 0) return 'names no product by a purl';
  return vulnerabilities.flatMap(each => sayingsOf(each, products));
}

function sayingsOf(each: Fields, products: ReadonlyMap<string, TreeProduct>): VexStatement[] {
  const { cve, ids, product_status: status } = each;
  const vulnerability = textsIn([cve, ...mapsIn(ids).map(({ text }) => text)]);
  if (vulnerability.length === 0 || !isMap(status)) return [];
  return statuses.flatMap(([name, means]) =>
    textsIn(status[name]).flatMap(id => {
      const product = products.get(id);
      if (product === undefined) return [];
      if (product.wider === true && (means === 'not_affected' || means === 'fixed')) return [];
      return [{ vulnerability, products: [product], status: means, reason: reasonFor(each, id) ?? means }];
    }),
  );
}

/** Returns the impact statement, or else the label of a flag. */
function reasonFor({ threats, flags }: Fields, id: string): string | undefined {
  const about = ({ product_ids: ids }: Fields) => textsIn(ids).includes(id);
  const impact = mapsIn(threats).find(threat => threat.category === 'impact' && about(threat))?.details;
  const label = mapsIn(flags).find(about)?.label;
  const reason = [impact, label].find(text => typeof text === 'string' && text.trim() !== '');
  return typeof reason === 'string' ? reason.trim().replaceAll('_', ' ') : undefined;
}

/** Maps IDs to products: those of the tree, and those that are components of another. */
function productsIn(tree: Fields): Map<string, TreeProduct> {
  const found = new Map<string, TreeProduct>();
  const keep = (product: unknown) => {
    if (!isMap(product)) return;
    const { product_id: id } = textMap(product);
    const { purl } = textMap(product.product_identification_helper);
    if (id !== undefined && purl !== undefined) found.set(id, { purl, packages: [] });
  };
  mapsIn(tree.full_product_names).forEach(keep);
  const waiting = mapsIn(tree.branches);
  for (let branch = waiting.pop(); branch !== undefined; branch = waiting.pop()) {
    keep(branch.product);
    waiting.push(...mapsIn(branch.branches));
  }
  for (const relation of mapsIn(tree.relationships)) {
    const outer = found.get(String(relation.relates_to_product_reference));
    const inner = found.get(String(relation.product_reference));
    const { product_id: id } = textMap(relation.full_product_name);
    if (id === undefined || outer === undefined || inner === undefined) continue;
    const packages = inner.packages.length > 0 ? inner.packages : [inner.purl];
    const wider = outer.packages.length > 0 || inner.packages.length > 0;
    found.set(id, { purl: outer.purl, packages, wider });
  }
  return found;
}
