import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Held {
  id: string;
  status: { state: string };
  matchers: { name: string; value: string; isEqual?: boolean; isRegex?: boolean }[];
  createdBy: string;
  comment: string;
  startsAt: string;
  endsAt: string;
}

/** An Alertmanager of API v2 on this machine, for silences and for what a test puts into it. */
export async function startAlertmanager() {
  const state = {
    silences: [] as Held[],
    alerts: [] as object[],
    metrics: '',
    requests: [] as string[],
    headers: [] as (string | undefined)[],
    /** Status of all answers; undefined: as usual. */
    fails: undefined as number | undefined,
  };
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    let text = '';
    request.on('data', chunk => {
      text += chunk;
    });
    request.on('end', () => {
      state.requests.push(`${method} ${pathname}`);
      state.headers.push(request.headers.authorization);
      const send = (status: number, body: unknown) =>
        response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
      if (state.fails !== undefined) return send(state.fails, 'it is full');
      if (pathname === '/metrics') return send(200, state.metrics);
      if (pathname === '/api/v2/alerts') return send(200, state.alerts);
      if (method === 'POST') {
        const silenceID = `silence-${state.silences.length + 1}`;
        state.silences.push({ ...JSON.parse(text), id: silenceID, status: { state: 'active' } });
        return send(200, { silenceID });
      }
      if (method === 'DELETE') {
        const found = state.silences.find(({ id }) => pathname === `/api/v2/silence/${id}`);
        if (found === undefined) return send(404, '');
        found.status = { state: 'expired' };
        return send(200, '');
      }
      const filters = searchParams.getAll('filter');
      const has = ({ matchers }: Held) =>
        filters.every(filter =>
          matchers.some(
            // As Alertmanager 0.28 does: `=` finds no regular expression.
            ({ name, value, isRegex }) => isRegex !== true && filter === `${name}=${JSON.stringify(value)}`,
          ),
        );
      return send(200, state.silences.filter(has));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ state, url },
    close: () =>
      new Promise<unknown>(resolve => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}
