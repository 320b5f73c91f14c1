/** The API server's clock, by the `Date` headers of its answers. */
export class ServerClock {
  readonly #elapsed: () => number;
  // The header has whole seconds, cut off: of all answers the one with the largest difference was the nearest to the truth.
  #ahead = Number.NEGATIVE_INFINITY;

  /** @param elapsed milliseconds since any fixed moment, that no change of this machine's clock moves. */
  constructor(elapsed: () => number = () => performance.now()) {
    this.#elapsed = elapsed;
  }

  /** @param date milliseconds since 1970, as an answer that came just now has it. */
  heard(date: number): void {
    this.#ahead = Math.max(this.#ahead, date - this.#elapsed());
  }

  /** Milliseconds since 1970; late by less than a second, and minus infinity before the first answer. */
  now(): number {
    return this.#ahead + this.#elapsed();
  }
}
