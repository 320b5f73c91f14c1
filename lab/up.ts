import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { UserError } from '../src/toolkit/errors.ts';
import { type Api, isTrue, openApi } from './api.ts';
import { ensurePackages, link, startBuilds, type Tools as ToolsOf } from './build.ts';
import { createBuilder, startBuildkit } from './buildkit.ts';
import { startContour } from './contour.ts';
import { controllerManager, kubeProxy, raiseApiServer, scheduler, untilReady } from './control-plane.ts';
import { type Credentials, createCredentials, credentialsOf } from './credentials.ts';
import { startDns } from './dns.ts';
import { applyDefinitions, isProgrammed } from './gateway.ts';
import { baseImage, kubectlImage, pauseImage } from './images.ts';
import { isSimulated, type Lab, labOf, NODES, type Say, simulationMark } from './lab.ts';
import { mustBeOurs } from './leftovers.ts';
import { locked, once } from './lock.ts';
import { hasMetrics, startMetrics } from './metrics.ts';
import { createNamespace } from './namespace.ts';
import { isEnforced } from './netpol.ts';
import { startNode } from './node.ts';
import { alive, ensure, mustLive } from './process.ts';
import { timed, until } from './progress.ts';
import { hasPrometheus, startPrometheus } from './prometheus.ts';
import { isForRecovery, markForRecovery, raiseRecovery } from './recovery.ts';
import { seed, startRegistry } from './registry.ts';
import { raiseSimulation, simulationWorks } from './simulation.ts';
import { partNames } from './status.ts';
import { FULL_PACKAGES, FULL_TOOLS, SIMULATED_PACKAGES } from './tools.ts';
import { startTraefik } from './traefik.ts';
import { writeTrivyDatabase } from './trivy.ts';
import { wheel } from './wheels.ts';

type Tools = ToolsOf<(typeof FULL_TOOLS)[number]>;

export interface UpOptions {
  readonly name: string;
  readonly log: Say;
  /** Only the control plane is real: see simulation.ts. */
  readonly simulated?: boolean;
  /** With a database image and object stores, to practise recovery; a lab that has them keeps them. See recovery.ts. */
  readonly recovery?: boolean;
}

/** Brings a lab up, or mends what died of one that is. Resolves when pods can be scheduled and traffic flows. */
export async function up({ name, log, simulated = false, recovery = false }: UpOptions): Promise<void> {
  const lab = labOf(name);
  const say = timed(log);
  // Before anything is installed for it.
  mustBeOfKind(lab, simulated);
  await ensurePackages(simulated ? SIMULATED_PACKAGES : FULL_PACKAGES, say);
  const busy = once(() => say(`another run works on the lab ${name}, waiting`));
  await locked(lab.lock, busy, async () => {
    become(lab, simulated);
    if (recovery) markForRecovery(lab);
    const parts = partNames(lab);
    const dead = parts.filter(part => !alive(lab, part));
    if (dead.length === 0 && (await isHealthy(lab))) return say(`the lab ${name} is up`);
    if (dead.length > 0 && dead.length < parts.length) say(`not running: ${dead.join(', ')}`);
    mustBeOurs(lab);
    await (simulated ? raiseSimulation(lab, say) : raise(lab, say));
    if (isForRecovery(lab)) await raiseRecovery(lab, credentialsOf(lab), say);
    say(`the lab ${name} is up`);
  });
}

/** @throws UserError when the lab is there and of the other kind. */
function mustBeOfKind(lab: Lab, simulated: boolean): void {
  if (existsSync(lab.dir) && isSimulated(lab) !== simulated) {
    throw new UserError(
      `the lab ${lab.name} is ${simulated ? 'not ' : ''}a simulated one`,
      `take it down first, use another --name, or ${simulated ? 'leave out' : 'add'} --simulated`,
    );
  }
}

/** @throws UserError when the lab is there and of the other kind. */
function become(lab: Lab, simulated: boolean): void {
  mustBeOfKind(lab, simulated);
  mkdirSync(lab.dir, { recursive: true });
  if (simulated) writeFileSync(simulationMark(lab), '');
}

async function raise(lab: Lab, say: Say): Promise<void> {
  const tools = startBuilds(FULL_TOOLS, say);
  for (const dir of [lab.bin, lab.logs, lab.pids]) mkdirSync(dir, { recursive: true });
  const [credentials] = await Promise.all([createCredentials(lab), createNamespace(lab)]);
  const images = observed(raiseRegistry(lab, tools, say));
  await Promise.all([
    raiseBuilds(lab, tools, images, say),
    raiseCluster(lab, tools, credentials, images, say),
    raiseScanner(lab, tools),
    raiseRegistries(lab, tools),
    raiseSigning(lab, tools),
  ]);
}

/** Tests start them, each its own. */
async function raiseRegistries(lab: Lab, tools: Tools): Promise<void> {
  link(lab, 'registries', await tools.path.registries);
}

async function raiseScanner(lab: Lab, tools: Tools): Promise<void> {
  await writeTrivyDatabase(lab, await tools.path.trivydb);
  link(lab, 'trivy', await tools.path.trivy);
}

/** Whoever signs without a key starts the services for himself. */
async function raiseSigning(lab: Lab, tools: Tools): Promise<void> {
  for (const name of ['cosign', 'fulcio', 'timestamp-server', 'rekor-server', 'tesseract'] as const)
    link(lab, name, await tools.path[name]);
}

/** The registry, with the image of every sandbox in it. */
async function raiseRegistry(lab: Lab, tools: Tools, say: Say): Promise<void> {
  const pause = await tools.path.pause;
  link(lab, 'pause', pause);
  seed(lab, pauseImage(pause), 'pause', 'lab');
  await startRegistry(lab);
  say('registry started');
}

async function raiseBuilds(lab: Lab, tools: Tools, registry: Promise<void>, say: Say): Promise<void> {
  link(lab, 'buildkitd', await tools.path.buildkitd);
  await startBuildkit(lab);
  link(lab, 'buildx', await tools.path.buildx);
  await createBuilder(lab);
  say('BuildKit started');
  seed(lab, await baseImage(lab, say), 'base/node', '24');
  await registry;
}

async function raiseCluster(
  lab: Lab,
  tools: Tools,
  credentials: Credentials,
  registry: Promise<void>,
  say: Say,
): Promise<void> {
  const kubernetes = await raiseApiServer(lab, tools, credentials);
  await registry;
  const kubectl = observed(kubectlImage(kubernetes, say));
  // containerd needs nothing of the API server, and a kubelet asks that again until it answers.
  const nodes = NODES.map(node =>
    observed(tools.path.pause.then(pause => startNode(lab, node, credentials, pause))),
  );
  const api = openApi(lab, credentials.kubeconfig('admin'));
  try {
    await untilReady(lab, credentials, api, say);
    const parts = [controllerManager(credentials), scheduler(credentials), kubeProxy(credentials)];
    await Promise.all([
      ...parts.map(part => ensure(lab, part)),
      ...nodes,
      kubectl.then(layout => seed(lab, layout, 'tools/kubectl', 'lab')),
      readyNodes(lab, api).then(() => say(`${NODES.length} nodes ready`)),
      raiseGateway(lab, api, tools, credentials).then(() => say('gateway programmed')),
      raiseTraefik(lab, api, tools, credentials).then(() => say('Traefik programmed')),
      raiseDns(lab, api, tools, credentials).then(() => say('cluster DNS answers')),
      raisePrometheus(lab, api, tools, credentials).then(() => say('Prometheus ready')),
      raiseMetrics(lab, api, tools, credentials).then(() => say('metrics served')),
    ]);
  } finally {
    api.close();
  }
}

async function raiseGateway(lab: Lab, api: Api, tools: Tools, credentials: Credentials): Promise<void> {
  const envoy = observed(wheel('envoy'));
  await applyDefinitions(api, await tools.gatewayApi);
  link(lab, 'envoy', await envoy);
  link(lab, 'contour', await tools.path.contour);
  await startContour(lab, api, credentials);
}

async function raiseTraefik(lab: Lab, api: Api, tools: Tools, credentials: Credentials): Promise<void> {
  await applyDefinitions(api, await tools.gatewayApi);
  link(lab, 'traefik', await tools.path.traefik);
  await startTraefik(lab, api, credentials);
}

async function raiseDns(lab: Lab, api: Api, tools: Tools, credentials: Credentials): Promise<void> {
  link(lab, 'dns', await tools.path.dns);
  await startDns(lab, api, credentials);
}

async function raisePrometheus(lab: Lab, api: Api, tools: Tools, credentials: Credentials): Promise<void> {
  link(lab, 'prometheus', await tools.path.prometheus);
  await startPrometheus(lab, api, credentials);
}

async function raiseMetrics(lab: Lab, api: Api, tools: Tools, credentials: Credentials): Promise<void> {
  link(lab, 'metrics-server', await tools.path['metrics-server']);
  await startMetrics(lab, api, credentials);
}

/** Many labs at once use up what the machine has of inotify, and then kubelets die: say so, rather than that time is up. */
async function readyNodes(lab: Lab, api: Api): Promise<void> {
  const ask = async () => {
    for (const { name } of NODES) mustLive(lab, `${name}.kubelet`);
    return areReady(api);
  };
  await until('the nodes are ready', ask, { every: 100, within: 90_000 });
}

async function areReady(api: Api): Promise<boolean> {
  const { items } = (await api.get('/api/v1/nodes')) as { items: unknown[] };
  return items.filter(node => isTrue(node, 'Ready')).length === NODES.length;
}

/** Every part lives; now whether they work. */
async function isHealthy(lab: Lab): Promise<boolean> {
  const kubeconfig = credentialsOf(lab).kubeconfig('admin');
  const api = openApi(lab, kubeconfig);
  try {
    await until('the API server answers', async () => (await api.get('/readyz')) === 'ok', {
      within: 1_500,
      every: 20,
    });
    if (isSimulated(lab)) return await simulationWorks(api);
    const works = await Promise.all([
      areReady(api),
      isProgrammed(api, 'lab'),
      isProgrammed(api, 'traefik'),
      hasPrometheus(api),
      hasMetrics(api),
    ]);
    return works.every(Boolean) && (!isForRecovery(lab) || (await isEnforced(lab)));
  } catch {
    return false;
  } finally {
    api.close();
  }
}

/** For work that is awaited later: a failure before that is not an unhandled one. */
function observed<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
}
