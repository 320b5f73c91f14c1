import { describe, expect, it } from 'vitest';
import { OrderBook, OrderError } from '../src/orders.ts';

describe('the order book', () => {
  it('takes an order, numbers it and adds it up', () => {
    const book = new OrderBook();
    expect(book.place({ product: 'rope', quantity: 2 })).toEqual({
      id: 1,
      product: 'rope',
      quantity: 2,
      total: 3_700,
    });
    expect(book.place({ product: 'anchor' })).toMatchObject({ id: 2, quantity: 1, total: 12_900 });
    expect(book.list().map(order => order.id)).toEqual([1, 2]);
  });

  it.each([
    ['nothing', null],
    ['an unknown product', { product: 'submarine' }],
    ['no product', { quantity: 1 }],
    ['a fraction', { product: 'rope', quantity: 1.5 }],
    ['too few', { product: 'rope', quantity: 0 }],
    ['too many', { product: 'rope', quantity: 101 }],
    ['text', { product: 'rope', quantity: '2' }],
  ])('refuses %s', (_, wish) => {
    const book = new OrderBook();
    expect(() => book.place(wish)).toThrow(OrderError);
    expect(book.list()).toEqual([]);
  });

  it('keeps the latest thousand', () => {
    const book = new OrderBook();
    for (let n = 0; n < 1_005; n += 1) book.place({ product: 'rope' });
    expect(book.list()).toHaveLength(1_000);
    expect(book.list()[0]!.id).toBe(6);
  });
});
