import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Lab } from './lab.ts';
import { enter } from './process.ts';

/** Access to the lab's API server from outside of its network: through a `kubectl proxy` inside, on a Unix socket. */
export interface Api {
  readonly get: (path: string) => Promise<unknown>;
  /** Server-side apply; the body is YAML or JSON. */
  readonly apply: (path: string, body: string) => Promise<unknown>;
  readonly close: () => void;
}

export function openApi(lab: Lab, kubeconfig: string): Api {
  const directory = mkdtempSync(join(lab.dir, 'api-'));
  const socketPath = join(directory, 's');
  const [program = '', ...args] = [
    ...['setpriv', '--pdeathsig', 'KILL', '--', ...enter(lab, 'lab')],
    ...[join(lab.bin, 'kubectl'), `--kubeconfig=${kubeconfig}`, 'proxy', `--unix-socket=${socketPath}`],
  ];
  const proxy = spawn(program, args, { stdio: 'ignore', cwd: '/' });
  proxy.on('error', () => {});
  proxy.unref();

  const send = (method: string, path: string, body = ''): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const headers = {
        host: 'localhost',
        'content-type': 'application/apply-patch+yaml',
        accept: 'application/json, */*',
      };
      const sent = request({ socketPath, method, path, headers, agent: false, timeout: 10_000 }, response => {
        let text = '';
        response.setEncoding('utf8').on('data', chunk => (text += chunk));
        response.on('error', reject);
        response.on('end', () => {
          if ((response.statusCode ?? 500) >= 300)
            reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
          else resolve(text.startsWith('{') ? JSON.parse(text) : text);
        });
      });
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path}: no response`)));
      sent.on('error', reject);
      sent.end(body);
    });

  return {
    get: path => send('GET', path),
    apply: (path, body) => send('PATCH', `${path}?fieldManager=lab&force=true`, body),
    close: () => {
      proxy.kill('SIGKILL');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

interface Condition {
  readonly type: string;
  readonly status: string;
}

/** Whether the condition `type` of an object is `True`. */
export function isTrue(object: unknown, type: string): boolean {
  const { status } = object as { status?: { conditions?: readonly Condition[] } };
  return (
    status?.conditions?.some(condition => condition.type === type && condition.status === 'True') ?? false
  );
}
