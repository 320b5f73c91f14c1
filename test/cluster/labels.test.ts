import { describe, expect, it } from 'vitest';
import { hasLabels, selectorMatches, selects } from '../../src/cluster/labels.ts';

describe('labels', () => {
  const labels = { app: 'shop', tier: 'web' };

  it('are all there, or not', () => {
    expect(hasLabels({ app: 'shop' }, labels)).toBe(true);
    expect(hasLabels({ app: 'shop', tier: 'db' }, labels)).toBe(false);
    expect([hasLabels({}, labels), hasLabels(undefined, undefined)]).toEqual([true, true]);
  });

  it('are selected by a Service unless its selector is empty', () => {
    expect(selects({ tier: 'web' }, labels)).toBe(true);
    expect([selects({}, labels), selects(undefined, labels), selects({ a: 'b' }, undefined)]).toEqual([
      ...[false, false, false],
    ]);
  });

  it.each([
    [undefined, false],
    [{ matchLabels: { app: 'shop' } }, true],
    [{ matchLabels: { app: 'x' } }, false],
    [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['shop'] }] }, true],
    [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['shop'] }] }, false],
    [{ matchExpressions: [{ key: 'new', operator: 'NotIn', values: ['shop'] }] }, true],
    [{ matchExpressions: [{ key: 'new', operator: 'Exists' }] }, false],
    [{ matchExpressions: [{ key: 'new', operator: 'DoesNotExist' }] }, true],
  ])('match a selector with expressions: %j %s', (selector, expected) => {
    expect(selectorMatches(selector, labels)).toBe(expected);
  });
});
