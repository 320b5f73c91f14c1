import { expect, it } from 'vitest';
import { predicates } from '../../src/signing/predicates.ts';
import { unprovedFact } from '../../src/signing/verify-images.ts';

it.each([[{ toString: 1, valueOf: 1 }], [7], ['yesterday'], [undefined]])(
  'a scan result has no age when its end is %j',
  scanFinishedOn => {
    const claim = { type: predicates.scan, about: [], predicate: { metadata: { scanFinishedOn } } };
    expect(unprovedFact({ claim })).toEqual({ type: predicates.scan, about: [] });
  },
);
