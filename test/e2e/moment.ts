import { eventually } from './harness.ts';

/** Resolves when the clock of this machine, which is the lab's, has passed a moment in ms since 1970. */
export async function passed(moment: number): Promise<void> {
  await eventually(async () => Date.now() > moment, Math.max(0, moment - Date.now()) + 10_000);
}

/** Resolves in the next second: servers and signatures keep whole ones, and what falls into the same one has no order. */
export const nextSecond = (): Promise<void> => passed((Math.floor(Date.now() / 1000) + 1) * 1000);
