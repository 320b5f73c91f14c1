import { request } from 'node:https';
import { API_SERVER } from './lab.ts';

/** Returns a function that lists objects of a path, for programs in the lab's network. @throws Error if the API server does not answer. */
export function reader(ca: Buffer, token: string): <T>(path: string) => Promise<T[]> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
  return path =>
    new Promise((resolve, reject) => {
      // From the API server's own cache, not from etcd.
      const url = `${API_SERVER}${path}?resourceVersion=0`;
      const sent = request(url, { ca, headers, timeout: 4_000 }, response => {
        let text = '';
        response.setEncoding('utf8').on('data', chunk => (text += chunk));
        response.on('error', reject);
        response.on('end', () => {
          if (response.statusCode === 200) resolve((JSON.parse(text) as { items: never[] }).items);
          else reject(new Error(`${path}: ${response.statusCode} ${text}`));
        });
      });
      sent.on('timeout', () => sent.destroy(new Error(`${path}: no response`)));
      sent.on('error', reject).end();
    });
}
