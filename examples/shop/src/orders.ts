/** A product, with its price in cents. */
export type Product = { readonly id: string; readonly name: string; readonly price: number };

/** An accepted order, with its total in cents. */
export type Order = {
  readonly id: number;
  readonly product: string;
  readonly quantity: number;
  readonly total: number;
};

export const products: readonly Product[] = [
  { id: 'anchor', name: 'Anchor', price: 12_900 },
  { id: 'compass', name: 'Compass', price: 4_950 },
  { id: 'lantern', name: 'Lantern', price: 3_400 },
  { id: 'rope', name: 'Rope, 20 m', price: 1_850 },
];

/** A mistake of the customer, with a message for them. */
export class OrderError extends Error {}

const maxQuantity = 100;
const maxKept = 1_000;

/** The orders of this process, which are lost with it, because the sample has no database. */
export class OrderBook {
  readonly #orders: Order[] = [];
  #placed = 0;

  /** Returns the latest orders, oldest first; a bounded number, so that load does not cause a memory leak. */
  list(): readonly Order[] {
    return this.#orders;
  }

  /**
   * Accepts an order, `{product, quantity}`.
   * @throws OrderError for an unknown product or a quantity that is not a whole number from 1 to 100.
   */
  place(wish: unknown): Order {
    if (typeof wish !== 'object' || wish === null) throw new OrderError('an order is a JSON object');
    const { product: id, quantity = 1 } = wish as { product?: unknown; quantity?: unknown };
    const product = products.find(candidate => candidate.id === id);
    if (product === undefined) {
      throw new OrderError(`product must be one of ${products.map(known => known.id).join(', ')}`);
    }
    if (
      typeof quantity !== 'number' ||
      !Number.isInteger(quantity) ||
      quantity < 1 ||
      quantity > maxQuantity
    ) {
      throw new OrderError(`quantity must be a whole number from 1 to ${maxQuantity}`);
    }
    this.#placed += 1;
    const order = { id: this.#placed, product: product.id, quantity, total: product.price * quantity };
    this.#orders.push(order);
    if (this.#orders.length > maxKept) this.#orders.shift();
    return order;
  }
}
