/**
 * Preloaded into a run (`node --import`): what it believes the time to be is off by CLOCK_OFFSET ms, from CLOCK_AFTER ms after its
 * start on. Only the wall clock lies: timers and `performance.now()` are the machine's, as with a clock that was set wrong.
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
