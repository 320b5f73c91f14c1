/** The ServiceAccounts of a rehearsal, with exactly the permissions that the example documents. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { watchdogRole } from '../src/release/watchdog/watchdog.ts';
import { kubectl, root, type Target } from './shop.ts';

/**
 * Creates the example's ServiceAccount in its namespace.
 * @param scratch a folder for the kubeconfig.
 * @returns the path of a kubeconfig for it; its token is valid for an hour.
 */
export async function releaseAccount(target: Target, namespace: string, scratch: string): Promise<string> {
  await kubectl(target, 'apply', '-f', join(root, 'examples/shop/rbac-canary.yaml'));
  const token = (
    await kubectl(target, '-n', namespace, 'create', 'token', 'slipway', '--duration=1h')
  ).trim();
  const view = await kubectl(target, 'config', 'view', '--raw', '--minify', '--flatten', '-o', 'json');
  const config = JSON.parse(view) as { users: { name: string; user: object }[] };
  config.users = config.users.map(({ name }) => ({ name, user: { token } }));
  const path = join(scratch, 'kubeconfig');
  writeFileSync(path, JSON.stringify(config), { mode: 0o600 });
  // The API server's authorizer reads new Roles through a watch, so they take effect later.
  const may = () =>
    kubectl(target, `--kubeconfig=${path}`, 'auth', 'can-i', 'list', 'nodes').then(
      () => true,
      () => false,
    );
  for (let i = 0; !(await may()); i += 1) {
    if (i === 50)
      throw new Error('the permissions of examples/shop/rbac-canary.yaml have not taken effect after 5 s');
    await sleep(100);
  }
  return path;
}

/** Creates the ServiceAccount of the watchdog Job. */
export async function watchdogAccount(target: Target, namespace: string, scratch: string): Promise<void> {
  const services = ['shop', 'shop-canary'];
  const file = join(scratch, 'watchdog.json');
  for (const object of watchdogRole({ app: 'shop', namespace, routes: ['shop'], services })) {
    writeFileSync(file, JSON.stringify(object));
    await kubectl(target, 'apply', '-f', file);
  }
}
