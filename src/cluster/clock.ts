/** The API server's clock, from the `Date` headers of its responses. */
export class ServerClock {
  readonly #elapsed: () => number;
  // The header has truncated seconds, so the response with the largest difference is the most precise.
  #ahead = Number.NEGATIVE_INFINITY;

  /** @param elapsed milliseconds of a monotonic clock. */
  constructor(elapsed: () => number = () => performance.now()) {
    this.#elapsed = elapsed;
  }

  /** Records the time of a response that has just arrived. @param date milliseconds since 1970. */
  heard(date: number): void {
    this.#ahead = Math.max(this.#ahead, date - this.#elapsed());
  }

  /** Returns milliseconds since 1970, late by less than a second; minus infinity before the first response. */
  now(): number {
    return this.#ahead + this.#elapsed();
  }
}
