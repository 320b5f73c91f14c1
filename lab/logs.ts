import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import { UserError } from '../src/toolkit/errors.ts';
import type { Api } from './api.ts';
import { type Credentials, credentialsOf } from './credentials.ts';
import { ADDRESS, cacheRoot, type Lab, type Say } from './lab.ts';
import { locked } from './lock.ts';
import type { Site } from './parts.ts';
import { capture, ensure, listens, type Part, requireAlive, unprivileged } from './process.ts';
import { observed, spoken, until } from './progress.ts';
import { applyAll, namespaceOf, type Placed, proxiedService } from './registration.ts';

/** OpenSearch as one node, and a shipper that brings it the logs of all containers. */

const NAMESPACE = 'logging';
const OPENSEARCH_PORT = 9200;
const SHIPPER_PORT = 9201;
const STORE = `http://${ADDRESS}:${OPENSEARCH_PORT}`;
const SOURCE = join(import.meta.dirname, 'opensearch');

/** URLs for programs in the lab's network, by variable. */
export const LOG_VARIABLES: Readonly<Record<string, string>> = {
  SLIPWAY_OPENSEARCH: STORE,
  SLIPWAY_SHIPPER: `http://${ADDRESS}:${SHIPPER_PORT}`,
};

const directoryOf = (lab: Lab) => join(lab.dir, 'opensearch');

/** @param home the folder of `openSearchHome`. */
export function openSearch(lab: Lab, home: string): Part {
  const property = (name: string, value: string) => `-D${name}=${value}`;
  return {
    name: 'opensearch',
    where: 'lab',
    command: [
      ...unprivileged(),
      ...['java', '-Xms256m', '-Xmx256m', '-XX:+UseSerialGC'],
      // It starts in half the time, and a lab searches little.
      '-XX:TieredStopAtLevel=1',
      property('java.security.manager', 'allow'),
      property('java.io.tmpdir', join(directoryOf(lab), 'tmp')),
      property('opensearch.path.home', home),
      property('opensearch.path.conf', join(directoryOf(lab), 'config')),
      property('opensearch.distribution.type', 'tar'),
      property('log4j2.disable.jmx', 'true'),
      ...['-cp', join(home, 'lib', '*'), 'org.opensearch.bootstrap.OpenSearch'],
    ],
  };
}

export function openSearchConfig(lab: Lab): string {
  return stringify({
    'cluster.name': 'lab',
    'node.name': 'lab',
    'discovery.type': 'single-node',
    'network.host': ADDRESS,
    'http.port': OPENSEARCH_PORT,
    'transport.port': 9300,
    'path.data': join(directoryOf(lab), 'data'),
    'path.logs': join(directoryOf(lab), 'logs'),
    // The machine's disk may be fuller than the default allows.
    'cluster.routing.allocation.disk.threshold_enabled': false,
  });
}

const LOGGING = `status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = [%d{ISO8601}][%p][%c{1.}] %m%n
rootLogger.level = warn
rootLogger.appenderRef.console.ref = console
`;

export function shipper(lab: Lab, { ca, pki }: Credentials): Part {
  return {
    name: 'shipper',
    where: 'lab',
    command: [
      ...[process.execPath, '--no-warnings', join(import.meta.dirname, 'shipper.ts')],
      ...[lab.dir, STORE, ADDRESS, String(SHIPPER_PORT), ca, pki('prometheus.token')],
    ],
  };
}

export function logObjects(): Placed[] {
  return [
    namespaceOf(NAMESPACE),
    ...proxiedService(NAMESPACE, 'opensearch', OPENSEARCH_PORT),
    ...proxiedService(NAMESPACE, 'shipper', SHIPPER_PORT),
  ];
}

export async function raiseLogs({ lab, api, say }: Site): Promise<void> {
  const home = observed(openSearchHome(say));
  for (const name of ['config', 'tmp']) mkdirSync(join(directoryOf(lab), name), { recursive: true });
  writeFileSync(join(directoryOf(lab), 'config', 'opensearch.yml'), openSearchConfig(lab));
  writeFileSync(join(directoryOf(lab), 'config', 'log4j2.properties'), LOGGING);
  await startOpenSearch(lab, await home);
  const cluster = await api;
  await applyAll(cluster, logObjects());
  await until('OpenSearch is ready', async () => {
    requireAlive(lab, 'opensearch');
    return hasOpenSearch(cluster);
  });
  await startShipper(lab);
  say('OpenSearch ready');
}

/** Starts OpenSearch, or starts it again after a test has killed it. Resolves when it listens. */
export async function startOpenSearch(lab: Lab, home: string = homeIn(cacheRoot())): Promise<void> {
  await ensure(lab, openSearch(lab, home));
  await listens(lab, 'opensearch', OPENSEARCH_PORT);
}

/** Starts the shipper, or starts it again after a test has killed it. It then ships lines that it has dropped, if their pods still exist. */
export async function startShipper(lab: Lab): Promise<void> {
  await ensure(lab, shipper(lab, credentialsOf(lab)));
  await listens(lab, 'shipper', SHIPPER_PORT);
}

/** Whether OpenSearch can write and search. @throws Error while it does not answer. */
export async function hasOpenSearch(api: Api): Promise<boolean> {
  const path = `/api/v1/namespaces/${NAMESPACE}/services/opensearch:${OPENSEARCH_PORT}/proxy/_cluster/health`;
  const { status } = (await api.get(path)) as { status?: string };
  // An index in a single node lacks its replicas: yellow.
  return status === 'green' || status === 'yellow';
}

function homeIn(cache: string): string {
  const text = ['pom.xml', 'jars.sha256'].map(name => readFileSync(join(SOURCE, name), 'utf8')).join('\n');
  const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return join(cache, `opensearch-${version}`);
}

/** Returns OpenSearch's folder with its jars and its only module, the HTTP transport. Downloads the jars unless they are in the cache. */
async function openSearchHome(say: Say, cache: string = cacheRoot()): Promise<string> {
  const home = homeIn(cache);
  if (existsSync(home)) return home;
  const partial = `${home}.partial`;
  await locked(
    `${home}.lock`,
    () => {},
    async () => {
      if (existsSync(home)) return;
      rmSync(partial, { recursive: true, force: true });
      await spoken(say, 'downloading OpenSearch', () => download(join(partial, 'lib')));
      const module = join(partial, 'modules', 'transport-netty4');
      mkdirSync(module, { recursive: true });
      for (const jar of globSync(join(partial, 'lib', '*netty*.jar')))
        renameSync(jar, join(module, basename(jar)));
      writeFileSync(join(module, 'plugin-descriptor.properties'), descriptor());
      writeFileSync(join(module, 'plugin-security.policy'), POLICY);
      renameSync(partial, home);
    },
  );
  return home;
}

/** @throws UserError if Maven fails, or a jar is not the pinned one. */
async function download(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
  try {
    await capture('mvn', ['-q', '-B', '-f', join(SOURCE, 'pom.xml'), ...goal], {});
    await capture('sha256sum', ['--quiet', '--strict', '--check', join(SOURCE, 'jars.sha256')], {
      cwd: folder,
    });
  } catch (error) {
    throw new UserError(
      'the jars of OpenSearch cannot be downloaded',
      'check that Maven reaches its repository; a lab has no internet access, so run scripts/lab up outside of it',
      { cause: error },
    );
  }
}

function descriptor(): string {
  const [, version = ''] =
    /<opensearch\.version>(.+)<\/opensearch\.version>/.exec(readFileSync(join(SOURCE, 'pom.xml'), 'utf8')) ??
    [];
  return `name=transport-netty4
description=HTTP and transport
version=${version}
opensearch.version=${version}
java.version=11
classname=org.opensearch.transport.Netty4Plugin
has.native.controller=false
`;
}

const POLICY = ['netty-common', 'netty-transport']
  .map(
    jar =>
      `grant codeBase "\${codebase.${jar}}" { permission java.net.SocketPermission "*", "accept,connect"; };\n`,
  )
  .join('');
