import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OrderBook, OrderError } from '../src/orders.ts';

describe('the order book', () => {
  it('accepts an order, with a number and its total', () => {
    const book = new OrderBook();
    assert.deepEqual(book.place({ product: 'rope', quantity: 2 }), {
      id: 1,
      product: 'rope',
      quantity: 2,
      total: 3_700,
    });
    assert.partialDeepStrictEqual(book.place({ product: 'anchor' }), { id: 2, quantity: 1, total: 12_900 });
    assert.deepEqual(
      book.list().map(order => order.id),
      [1, 2],
    );
  });

  const refused: [string, unknown][] = [
    ['nothing', null],
    ['an unknown product', { product: 'submarine' }],
    ['no product', { quantity: 1 }],
    ['a fraction', { product: 'rope', quantity: 1.5 }],
    ['too few', { product: 'rope', quantity: 0 }],
    ['too many', { product: 'rope', quantity: 101 }],
    ['text', { product: 'rope', quantity: '2' }],
  ];
  for (const [name, wish] of refused) {
    it(`refuses ${name}`, () => {
      const book = new OrderBook();
      assert.throws(() => book.place(wish), OrderError);
      assert.deepEqual(book.list(), []);
    });
  }

  it('keeps the latest thousand', () => {
    const book = new OrderBook();
    for (let n = 0; n < 1_005; n += 1) book.place({ product: 'rope' });
    assert.equal(book.list().length, 1_000);
    assert.equal(book.list()[0]!.id, 6);
  });
});
