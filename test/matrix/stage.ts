import type { Cluster } from '../../src/cluster/port.ts';
import type { Timing } from '../../src/toolkit/timing.ts';
import type { PodKind } from './pods.ts';

/** The environment of a case, in a simulated or a full lab. */
export interface Stage {
  cluster: Cluster;
  images: Images;
  pods: PodKind;
  pace: Pace;
  /** Returns a PromQL query that has a result if the gate has enough metrics of the baseline pods. */
  known(namespace: string): string;
  /** Starts traffic to the application of a namespace. @param serves whether a version is live. */
  visit(namespace: string, serves: boolean): Promise<Visitors>;
  /** Makes the pods with that image unready. Pods may disappear meanwhile. */
  makeUnready(namespace: string, digest: string): Promise<void>;
}

/** Images of the application. */
export interface Images {
  /** Registry, with the path before the image name. */
  readonly host: string;
  digestOf(tag: string): string;
}

export interface Pace {
  /** Waits that are shorter than in production. */
  timing: Partial<Timing>;
  /** Deadline of versions that become ready, as in slipway.yml; long enough for a busy machine. */
  deadline: string;
  /** Milliseconds in which Prometheus must have metrics of a baseline, and in which a sweep must find a free Lease. */
  knowing: number;
  sweeping: number;
  /** Milliseconds in which controllers must settle and collect orphans. */
  settling: number;
}

export interface Visitors {
  /** Returns the number of failed requests so far. */
  lost(): number;
  counts(): Counts;
  /** Returns messages about responses that differ from the version of that tag; undefined: no version may answer. */
  wrong(tag: string | undefined): Promise<string[]>;
  /** Returns the start of the last request that the version of that tag answered, in ms since 1970; 0 without any. */
  lastStart(tag: string): number;
  /** Returns details of failed requests, to investigate a fault. */
  failures(): string[];
  close(): Promise<void>;
}

/** Counts of requests. */
export interface Counts {
  requests: number;
  failed: number;
  /** Errors that the application returned on purpose and marked. */
  injected: number;
}
