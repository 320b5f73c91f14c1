/** How kubectl finds the cluster and authenticates. */
export interface Reach {
  /** A context of the kubeconfig; default: its current one. */
  context?: string;
  /** Another kubeconfig instead of the current one. */
  kubeconfig?: string;
}

/** Returns the flags for kubectl. Pure. */
export function reachFlags({ context, kubeconfig }: Reach): string[] {
  return [
    ...(kubeconfig === undefined ? [] : [`--kubeconfig=${kubeconfig}`]),
    ...(context === undefined ? [] : [`--context=${context}`]),
  ];
}
