/**
 * How long a run waits for other runs, its watchdog, the API server and the gateway, all in milliseconds. These are no settings for
 * users: no input, environment variable or key of slipway.yml changes them, because shorter ones make a release unsafe on
 * a slow network. What users may choose (bake, hold-for, watch, tick, deadlines) is in slipway.yml.
 * Tests shorten them: a module loaded before Slipway with `node --import` sets `globalThis[Symbol.for('slipway.timing')]`.
 */
export interface Timing {
  /** A Lease without renewal is free after it. Three renewals may fail. Whole seconds: Kubernetes keeps them so. */
  leaseDuration: number;
  /** From one renewal of a Lease to the next. */
  leaseRenewal: number;
  /** From one try to get a Lease that another run holds to the next. */
  leaseRetry: number;
  /** From one heartbeat of a run to the next. Six fit into the watchdog's patience, so some may be late or lost. */
  heartbeat: number;
  /**
   * Without a heartbeat for so long, the watchdog takes the traffic back. Whole seconds, as it counts. Shorter, and a busy
   * API server costs a good release; longer, and a lost run leaves users with a bad one.
   */
  watchdogPatience: number;
  /** From one look of the watchdog to the next. Whole seconds. */
  watchdogInterval: number;
  /** After an outage of the API server a living run has so long to send a heartbeat. Whole seconds, below the patience. */
  watchdogGrace: number;
  /** From the watchdog's decision until the gateway has followed; only told to users, in the plan. */
  watchdogReaction: number;
  /** The watchdog's pod must be ready within it, image pull included, or the candidate gets no traffic. */
  watchdogStart: number;
  /** On top of the time for which a rollout waits on purpose, so that a run that comes at its end is not too late. */
  watchdogMargin: number;
  /** From the gate's verdict until `promote` must have begun: the next step of the same job. */
  handOver: number;
  /** From one look at a Job of a hook to the next. */
  jobPoll: number;
  /** From one try of a call that the API server did not answer to the next. */
  apiRetry: number;
  /** For a gateway to carry out a change of weights before pods are removed behind it. */
  gatewayDrain: number;
}

const defaults: Timing = {
  leaseDuration: 30_000,
  leaseRenewal: 10_000,
  leaseRetry: 1_000,
  heartbeat: 5_000,
  watchdogPatience: 30_000,
  watchdogInterval: 2_000,
  watchdogGrace: 15_000,
  watchdogReaction: 8_000,
  watchdogStart: 60_000,
  watchdogMargin: 60_000,
  handOver: 5 * 60_000,
  jobPoll: 1_000,
  apiRetry: 500,
  gatewayDrain: 3_000,
};

/** Where tests put what is to be shorter. */
const override = Symbol.for('slipway.timing');

/** What holds in this process. */
export const timing: Readonly<Timing> = {
  ...defaults,
  ...(globalThis as { [override]?: Partial<Timing> })[override],
};
