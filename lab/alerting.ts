import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Api } from './api.ts';
import { link } from './build.ts';
import { packaged, packageFolder } from './debian.ts';
import { ADDRESS, ALERTMANAGER, type Lab } from './lab.ts';
import type { Site } from './parts.ts';
import { alive, ensure, listens, type Part, requireAlive } from './process.ts';
import { observed, until } from './progress.ts';
import { applyAll, namespaceOf, outsideService, type Placed, proxiedService } from './registration.ts';

/** Alertmanager, a mail server that keeps what it gets, and sinks for notifications of other kinds. */

const NAMESPACE = 'monitoring';
const ALERTMANAGER_PORT = 9093;
const SMTP_PORT = 1025;
const MAILPIT_PORT = 8025;
const SINKS_PORT = 9094;

export const SEVERITIES = ['critical', 'warning', 'info'] as const;

/** URLs for programs in the lab's network, by variable; mail servers get a host and a port. */
export const ALERTING_VARIABLES: Readonly<Record<string, string>> = {
  SLIPWAY_ALERTMANAGER: `http://${ALERTMANAGER}`,
  SLIPWAY_SMTP: `${ADDRESS}:${SMTP_PORT}`,
  SLIPWAY_MAILPIT: `http://${ADDRESS}:${MAILPIT_PORT}`,
  SLIPWAY_SINKS: `http://${ADDRESS}:${SINKS_PORT}`,
};

const directoryOf = (lab: Lab) => join(lab.dir, 'alertmanager');

/** Returns the configuration file of Alertmanager. After a change, send SIGHUP (`reloadAlertmanager`) or POST /-/reload. */
export function alertmanagerFile(lab: Lab): string {
  return join(directoryOf(lab), 'alertmanager.yaml');
}

/** Returns the folder for secrets, which Alertmanager has as /etc/alertmanager/secrets. */
export function alertmanagerSecrets(lab: Lab): string {
  return join(directoryOf(lab), 'secrets');
}

/**
 * Shows two folders to one process: the package's files below /usr/share, where Debian's Alertmanager reads its templates, and the lab's
 * secrets in /etc/alertmanager/secrets, where Slipway's configuration names them.
 */
const WITH_FOLDERS = `mount -t overlay lab -o "lowerdir=$0/usr/share:/usr/share" /usr/share
mount -t overlay lab -o "lowerdir=$1/etc:/etc" /etc
mount --bind "$1/secrets" /etc/alertmanager/secrets
shift
exec "$@"`;

export function alertmanager(lab: Lab): Part {
  return {
    name: 'alertmanager',
    where: 'lab',
    command: [
      ...['unshare', '--mount', '--', 'sh', '-ec', WITH_FOLDERS],
      ...[packageFolder('alertmanager'), directoryOf(lab)],
      'alertmanager',
      `--config.file=${alertmanagerFile(lab)}`,
      `--storage.path=${join(directoryOf(lab), 'data')}`,
      `--web.listen-address=${ALERTMANAGER}`,
      // A single one, without a cluster.
      '--cluster.listen-address=',
      '--log.level=warn',
    ],
  };
}

export function mailpit(lab: Lab): Part {
  return {
    name: 'mailpit',
    where: 'lab',
    command: [
      'mailpit',
      ...['--smtp', `${ADDRESS}:${SMTP_PORT}`, '--listen', `${ADDRESS}:${MAILPIT_PORT}`],
      // Mails survive a restart, as in a mailbox.
      ...['--database', join(directoryOf(lab), 'mail.db'), '--disable-version-check', '--quiet'],
      ...['--smtp-auth-accept-any', '--smtp-auth-allow-insecure'],
    ],
  };
}

export function sinksPart(): Part {
  return {
    name: 'sinks',
    where: 'lab',
    command: [
      ...[process.execPath, '--no-warnings', join(import.meta.dirname, 'sinks.ts')],
      ...[ADDRESS, String(SINKS_PORT)],
    ],
  };
}

/** Returns the initial configuration: each severity gets a mail to `SEVERITY@lab.test` and a request to the sink `alertmanager/SEVERITY`. */
export function alertmanagerConfig(): string {
  return stringify({
    global: {
      smtp_smarthost: `${ADDRESS}:${SMTP_PORT}`,
      smtp_from: 'alertmanager@lab.test',
      smtp_require_tls: false,
    },
    route: {
      receiver: 'info',
      group_by: ['alertname', 'app', 'environment'],
      ...{ group_wait: '1s', group_interval: '5s', repeat_interval: '1h' },
      routes: SEVERITIES.map(severity => ({ receiver: severity, matchers: [`severity="${severity}"`] })),
    },
    receivers: SEVERITIES.map(severity => ({
      name: severity,
      email_configs: [{ to: `${severity}@lab.test`, send_resolved: true }],
      webhook_configs: [
        {
          url: `http://${ADDRESS}:${SINKS_PORT}/hooks/alertmanager/${severity}`,
          send_resolved: true,
        },
      ],
    })),
  });
}

export function alertingObjects(): Placed[] {
  return [
    namespaceOf(NAMESPACE),
    ...proxiedService(NAMESPACE, 'alertmanager', ALERTMANAGER_PORT),
    ...proxiedService(NAMESPACE, 'mailpit', MAILPIT_PORT),
    ...proxiedService(NAMESPACE, 'sinks', SINKS_PORT),
    ...outsideService(NAMESPACE, 'smtp', 25, SMTP_PORT),
  ];
}

/** Makes Alertmanager read its configuration. Ignored if it is invalid: see its log. */
export function reloadAlertmanager(lab: Lab): void {
  const running = alive(lab, 'alertmanager');
  if (running) process.kill(running.pid, 'SIGHUP');
}

/** Starts Alertmanager, the mail server and the sinks, and adds amtool and promtool to the lab's PATH. */
export async function raiseAlerting({ lab, tools, api, say }: Site): Promise<void> {
  const programs = observed(Promise.all([packaged('alertmanager'), packaged('amtool')]));
  mkdirSync(alertmanagerSecrets(lab), { recursive: true });
  mkdirSync(join(directoryOf(lab), 'etc', 'alertmanager', 'secrets'), { recursive: true });
  writeFileSync(alertmanagerFile(lab), alertmanagerConfig());
  await ensure(lab, sinksPart());
  link(lab, 'promtool', await tools.path.promtool);
  const [server, checker] = await programs;
  link(lab, 'amtool', checker);
  link(lab, 'alertmanager', server);
  await ensure(lab, alertmanager(lab));
  link(lab, 'mailpit', await tools.path.mailpit);
  await ensure(lab, mailpit(lab));
  for (const [name, port] of Object.entries({ sinks: SINKS_PORT, mailpit: MAILPIT_PORT }))
    await listens(lab, name, port);
  await applyAll(await api, alertingObjects());
  const cluster = await api;
  await until('Alertmanager is ready', async () => {
    requireAlive(lab, 'alertmanager');
    return hasAlerting(cluster);
  });
  say('Alertmanager ready');
}

/** Whether Alertmanager, mail server and sinks answer. @throws Error while one does not. */
export async function hasAlerting(api: Api): Promise<boolean> {
  const proxy = (service: string) => `/api/v1/namespaces/${NAMESPACE}/services/${service}/proxy`;
  await api.get(`${proxy(`alertmanager:${ALERTMANAGER_PORT}`)}/-/ready`);
  await api.get(`${proxy(`mailpit:${MAILPIT_PORT}`)}/readyz`);
  await api.get(`${proxy(`sinks:${SINKS_PORT}`)}/received/none`);
  return true;
}
