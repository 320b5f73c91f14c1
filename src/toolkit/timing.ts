/**
 * Timeouts and intervals between a run and other runs, its watchdog and the API server, in milliseconds. Users
 * cannot set them (no input, environment variable or key of slipway.yml), because shorter values make a release unsafe on
 * a slow network. Users set bake, pause-timeout, watch, tick and deadlines in slipway.yml.
 * Tests shorten them: a module loaded before Slipway with `node --import` sets `globalThis[Symbol.for('slipway.timing')]`.
 */
export interface Timing {
  /** A Lease expires after this time without renewal. Three renewals may fail. Whole seconds, as in the Lease object. */
  leaseDuration: number;
  /** Interval of Lease renewals. */
  leaseRenewal: number;
  /** Interval of attempts to acquire a Lease that another run holds. */
  leaseRetry: number;
  /** Interval of a run's heartbeats. Six fit into the watchdog's timeout, so some may be late or lost. */
  heartbeat: number;
  /**
   * The watchdog restores the traffic after this time without a heartbeat. It counts whole seconds. With a shorter value a busy API server
   * could cause the rollback of a good release; a longer one leaves users on a bad release after a lost run.
   */
  watchdogTimeout: number;
  /** Interval of the watchdog's checks. Whole seconds. */
  watchdogInterval: number;
  /** Time for a running run to send a heartbeat after an API server outage. Whole seconds, below that timeout. */
  watchdogGrace: number;
  /** From the watchdog's decision until the gateway applies it. Only the text of the plan uses it. */
  watchdogReaction: number;
  /** The watchdog's pod must be ready within this time, including the image pull; otherwise the candidate gets no traffic. */
  watchdogStart: number;
  /** Added to the time of a pause, so that a run that resumes the rollout at its end is not too late. */
  watchdogMargin: number;
  /** How long a cancelled run continues its rollback. GitHub kills a cancelled job after ten seconds. */
  cancelled: number;
  /** From the gate's verdict until `promote` must have begun: the next step of the same job. */
  handOver: number;
  /** Poll interval of a hook's Job. */
  jobPoll: number;
  /** Interval of retries when the API server does not answer. */
  apiRetry: number;
  /**
   * A write that fails with 429 or 5xx is retried for this long while the API server answers other calls; then the release is rolled back.
   * A rollback that cannot be written for this long is left to the watchdog. Every other write after a failed one is retried for a quarter.
   */
  writeRetry: number;
  /**
   * A write without a response is sent again after this time, because its connection may be dead. Longer than the timeout of a webhook, 10 s
   * by default, and shorter than `writeRetry`. A POST or a dry run is not sent again, and gets 2.5 times as long.
   */
  writeAnswer: number;
  /** A run ends when one of its watches fails for this long. Until promotion begins the watchdog restores traffic; `sweep` ends the rollout. */
  unreachable: number;
  /** A credential that is refused for this long has expired. During a renewal, or while a Role is replaced, it is refused only briefly. */
  refusal: number;
}

const defaults: Timing = {
  leaseDuration: 30_000,
  leaseRenewal: 10_000,
  leaseRetry: 1_000,
  heartbeat: 5_000,
  watchdogTimeout: 30_000,
  watchdogInterval: 2_000,
  watchdogGrace: 15_000,
  watchdogReaction: 8_000,
  watchdogStart: 60_000,
  watchdogMargin: 60_000,
  cancelled: 4_000,
  handOver: 5 * 60_000,
  jobPoll: 1_000,
  apiRetry: 500,
  writeRetry: 20_000,
  writeAnswer: 12_000,
  unreachable: 120_000,
  refusal: 10_000,
};

const override = Symbol.for('slipway.timing');

export const timing: Readonly<Timing> = {
  ...defaults,
  ...(globalThis as { [override]?: Partial<Timing> })[override],
};

/** Milliseconds after which the Lease of a dead run has certainly expired: its duration, and a second of rounding on both sides. */
export const untilFree = timing.leaseDuration + 2_000;
