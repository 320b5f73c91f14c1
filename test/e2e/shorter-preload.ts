/** Loaded before Slipway, whose waits cannot be shortened by a variable alone: see src/toolkit/timing.ts. */
Object.assign(globalThis, {
  [Symbol.for('slipway.timing')]: JSON.parse(process.env.SLIPWAY_TIMING ?? '{}'),
});
