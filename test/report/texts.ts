import fc from 'fast-check';

/** Text of any code units, including lone surrogates and control characters, often of the maximum length. */
export const anyText = (longest: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(32, 97, 10, 0xd83d, 0xde00)), {
      maxLength: longest,
      size: 'max',
    })
    .map(units => String.fromCharCode(...units));
