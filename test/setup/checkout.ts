import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import { main } from '../../src/cli.ts';

/** A small repository in a temporary folder, and the command line on it. */
export interface Checkout {
  folder: string;
  slipway(...args: string[]): Promise<{ code: number; outputs: Record<string, string>; err: string }>;
  read(path: string): string;
  has(path: string): boolean;
  write(files: Record<string, string>): void;
  close(): void;
}

/** @param files texts by path. @param remote URL of `origin`; none if it is empty. */
export function checkout(files: Record<string, string>, remote = 'git@github.com:Acme/Shop.git'): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'setup-'));
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' });
  git('init', '--quiet', '--initial-branch', 'main');
  if (remote !== '') git('remote', 'add', 'origin', remote);
  const at: Checkout = {
    folder,
    slipway: async (...args) => {
      const said = { stdout: '', stderr: '' };
      const spies = (['stdout', 'stderr'] as const).map(name =>
        vi.spyOn(process[name], 'write').mockImplementation(text => {
          said[name] += text;
          return true;
        }),
      );
      try {
        const code = await main(args);
        const lines = said.stdout.split('\n').slice(0, -1);
        const outputs = Object.fromEntries(lines.map(line => line.split(/=(.*)/s).slice(0, 2)));
        return { code, outputs, err: said.stderr };
      } finally {
        for (const spy of spies) spy.mockRestore();
      }
    },
    read: path => readFileSync(join(folder, path), 'utf8'),
    has: path => existsSync(join(folder, path)),
    write: more => {
      for (const [path, text] of Object.entries(more)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    close: () => rmSync(folder, { recursive: true }),
  };
  at.write(files);
  return at;
}

/** A Deployment and its Service as others write them: with a tag, and a readiness probe. */
export const webManifests = (name: string, image: string, more = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  replicas: 2
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - name: ${name}
          image: ${image}
          ports: [{ name: http, containerPort: 8080 }]
          readinessProbe: { httpGet: { path: /healthz, port: http } }
---
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec:
  selector: { app: ${name} }
  ports: [{ port: 80, targetPort: http }]
${more}`;
