import { UserError } from '../toolkit/errors.ts';

/** Milliseconds that one host may keep a client waiting in all: it decides itself how many pages and manifests there are to ask for. */
const patience = 15 * 60_000;

/**
 * How fast hosts are asked, shared by all requests of a client. What one request is told to wait holds for all that run beside it:
 * else each of them would be told by itself.
 */
export class Pace {
  readonly #held = new Map<string, Promise<void>>();
  readonly #waits = new Map<string, { total: number; until: number }>();

  /** Resolves when nobody waits for the host any more. */
  async turn(host: string): Promise<void> {
    await this.#held.get(host);
  }

  hold(host: string, wait: Promise<void>): void {
    const all = Promise.all([this.#held.get(host), wait]).then(() => {
      if (this.#held.get(host) === all) this.#held.delete(host);
    });
    // Whoever waits for his turn is told; nobody need be waiting.
    all.catch(() => undefined);
    this.#held.set(host, all);
  }

  /**
   * Adds a time in which a request waited for the host, in ms of one clock; what requests beside each other waited counts once.
   * @throws UserError when the host has kept us waiting for too long in all.
   */
  waited(host: string, from: number, to: number): void {
    const { total, until } = this.#waits.get(host) ?? { total: 0, until: Number.NEGATIVE_INFINITY };
    const longer = total + Math.max(0, to - Math.max(from, until));
    this.#waits.set(host, { total: longer, until: Math.max(until, to) });
    if (longer <= patience) return;
    throw new UserError(
      `the registry ${host} has kept us waiting for ${patience / 60_000} minutes in all`,
      'run it again later, or log in to get a higher limit',
    );
  }
}
