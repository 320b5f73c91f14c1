/**
 * Preloaded into a run (`node --import`): shifts its wall clock by CLOCK_OFFSET ms, starting CLOCK_AFTER ms after its start. Timers and
 * `performance.now()` are unchanged, as with a wrongly set clock.
 */
const True = Date;
const started = performance.now();
const after = Number(process.env.CLOCK_AFTER ?? 0);
const offset = Number(process.env.CLOCK_OFFSET ?? 0);
const now = () => True.now() + (performance.now() - started >= after ? offset : 0);

globalThis.Date = new Proxy(True, {
  construct: (_, given, target) =>
    Reflect.construct(True, given.length === 0 ? [now()] : given, target) as Date,
  apply: () => new True(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
