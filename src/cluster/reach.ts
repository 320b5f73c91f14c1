/** How kubectl finds the cluster, and as whom it speaks there. */
export interface Reach {
  /** A context of the kubeconfig; default: its current one. */
  context?: string;
  /** A kubeconfig of our own, instead of the one at hand. */
  kubeconfig?: string;
}

/** The same as kubectl's flags. Pure. */
export function reachFlags({ context, kubeconfig }: Reach): string[] {
  return [
    ...(kubeconfig === undefined ? [] : [`--kubeconfig=${kubeconfig}`]),
    ...(context === undefined ? [] : [`--context=${context}`]),
  ];
}
