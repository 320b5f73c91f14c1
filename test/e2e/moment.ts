import { eventually } from './harness.ts';

/** Resolves when the clock of this machine, which is also the lab's, has passed a time in ms since 1970. */
export async function passed(moment: number): Promise<void> {
  await eventually(async () => Date.now() > moment, Math.max(0, moment - Date.now()) + 10_000);
}

/** Resolves in the next second: servers and signatures keep whole seconds, so times within one second have no order. */
export const nextSecond = (): Promise<void> => passed((Math.floor(Date.now() / 1000) + 1) * 1000);
