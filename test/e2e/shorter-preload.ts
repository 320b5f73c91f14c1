/** Loaded before Slipway, so that nothing in its environment alone can shorten what it waits for: see src/toolkit/timing.ts. */
Object.assign(globalThis, {
  [Symbol.for('slipway.timing')]: JSON.parse(process.env.SLIPWAY_TIMING ?? '{}'),
});
