/** The Service of the lab's Prometheus, through the API server. */
export const prometheusProxy = '/api/v1/namespaces/monitoring/services/prometheus:9090/proxy';

/** One series of an instant query: its labels, the time in seconds since 1970 and its value. */
export interface Sample {
  metric: Record<string, string>;
  value: [at: number, value: string];
}

/** Runs an instant query on the lab's Prometheus. @throws ClusterError while it does not answer. */
export async function instantQuery(
  cluster: { call(method: 'GET', path: string): Promise<{ body: string }> },
  query: string,
): Promise<Sample[]> {
  const path = `${prometheusProxy}/api/v1/query?query=${encodeURIComponent(query)}`;
  const { data } = JSON.parse((await cluster.call('GET', path)).body) as { data: { result: Sample[] } };
  return data.result;
}

/** One series over time. */
export interface Range {
  metric: Record<string, string>;
  values: [at: number, value: string][];
}

/** Runs a query over a time in seconds since 1970, every 10 s. @throws ClusterError while Prometheus does not answer. */
export async function rangeQuery(
  cluster: { call(method: 'GET', path: string): Promise<{ body: string }> },
  query: string,
  from: number,
  to: number,
): Promise<Range[]> {
  const path = `${prometheusProxy}/api/v1/query_range?query=${encodeURIComponent(query)}&start=${from}&end=${to}&step=10`;
  const { data } = JSON.parse((await cluster.call('GET', path)).body) as { data: { result: Range[] } };
  return data.result;
}
