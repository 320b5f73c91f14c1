import { UserError } from '../toolkit/errors.ts';

/** Milliseconds that one host may delay a client in total: the host decides how many pages and manifests there are to request. */
const patience = 15 * 60_000;

/**
 * Paces the requests of a client per host. A Retry-After for one request delays all concurrent ones, which would otherwise each
 * get the same answer.
 */
export class RequestPace {
  readonly #held = new Map<string, Promise<void>>();
  readonly #waits = new Map<string, { total: number; until: number }>();

  /** Waits until no request holds the host any longer. */
  async turn(host: string): Promise<void> {
    await this.#held.get(host);
  }

  hold(host: string, wait: Promise<void>): void {
    const all = Promise.all([this.#held.get(host), wait]).then(() => {
      if (this.#held.get(host) === all) this.#held.delete(host);
    });
    // A rejection reaches the callers of `turn`; without any it would be unhandled.
    all.catch(() => undefined);
    this.#held.set(host, all);
  }

  /**
   * Adds a period, in ms of one clock, in which a request waited for the host. Overlapping periods count once.
   * @throws UserError when the host has delayed us for too long in total.
   */
  waited(host: string, from: number, to: number): void {
    const { total, until } = this.#waits.get(host) ?? { total: 0, until: Number.NEGATIVE_INFINITY };
    const longer = total + Math.max(0, to - Math.max(from, until));
    this.#waits.set(host, { total: longer, until: Math.max(until, to) });
    if (longer <= patience) return;
    throw new UserError(
      `the registry ${host} has asked this run to wait for ${patience / 60_000} minutes in total`,
      'run the step again later, or log in to get a higher limit',
    );
  }
}
