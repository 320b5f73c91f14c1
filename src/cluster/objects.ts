import type * as k8s from '@kubernetes/client-node';

/** A Kubernetes type as in JSON: the client library converts times to Date, we keep them as strings. */
export type Wire<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [Key in keyof T]: Wire<T[Key]> }
      : T;

export type ConfigMap = Wire<k8s.V1ConfigMap>;
export type ControllerRevision = Wire<k8s.V1ControllerRevision>;
export type CronJob = Wire<k8s.V1CronJob>;
export type DaemonSet = Wire<k8s.V1DaemonSet>;
export type Deployment = Wire<k8s.V1Deployment>;
export type EndpointSlice = Wire<k8s.V1EndpointSlice>;
export type Event = Wire<k8s.CoreV1Event>;
export type HorizontalPodAutoscaler = Wire<k8s.V2HorizontalPodAutoscaler>;
export type Job = Wire<k8s.V1Job>;
export type LeaseObject = Wire<k8s.V1Lease>;
export type Node = Wire<k8s.V1Node>;
export type ObjectMeta = Wire<k8s.V1ObjectMeta>;
export type OwnerReference = NonNullable<ObjectMeta['ownerReferences']>[number];
export type Pod = Wire<k8s.V1Pod>;
export type PodSpec = Wire<k8s.V1PodSpec>;
export type PodTemplate = Wire<k8s.V1PodTemplateSpec>;
export type ReplicaSet = Wire<k8s.V1ReplicaSet>;
export type ResourceQuota = Wire<k8s.V1ResourceQuota>;
export type Secret = Wire<k8s.V1Secret>;
export type Service = Wire<k8s.V1Service>;
export type StatefulSet = Wire<k8s.V1StatefulSet>;

/** Any object of a manifest or of the API, with the fields that all kinds have. */
export interface KubeObject {
  apiVersion?: string;
  kind?: string;
  metadata?: ObjectMeta;
  [field: string]: unknown;
}

export interface WatchEvent<T> {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: T;
}
