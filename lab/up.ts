import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../src/toolkit/errors.ts';
import { openApi } from './api.ts';
import { DEFAULT_PARTS, type PartName, partsOf, rememberParts } from './asked.ts';
import { startBuilds, type Tools } from './build.ts';
import { startControlPlane } from './cluster.ts';
import { createCredentials, credentialsOf } from './credentials.ts';
import { isSimulated, type Lab, labOf, type Say, simulationMark } from './lab.ts';
import { requireOurLab } from './leftovers.ts';
import { locked, once } from './lock.ts';
import { createNamespace } from './namespace.ts';
import { ensurePackages, SIMULATED_PACKAGES } from './packages.ts';
import { PARTS, packagesOf, programsOf, withNeeds } from './parts.ts';
import { alive } from './process.ts';
import { observed, timed, until } from './progress.ts';
import { forgetReady, isReady, markReady } from './ready.ts';
import { raiseSimulation, SIMULATED_TOOLS, simulationWorks } from './simulation.ts';
import { partNames } from './status.ts';
import type { ToolName } from './tools.ts';

export interface UpOptions {
  readonly name: string;
  readonly log: Say;
  /** With simulated nodes: see simulation.ts. */
  readonly simulated?: boolean;
  /** With the oldest supported version of Kubernetes. A lab keeps its version. */
  readonly oldest?: boolean;
  /** Parts to add to the lab; default: DEFAULT_PARTS for a new lab, else none. */
  readonly parts?: readonly PartName[] | undefined;
}

/** Starts a lab, or restarts its dead processes. Resolves when all its parts are ready. */
export async function up({
  name,
  log,
  simulated = false,
  oldest: old = false,
  parts: asked,
}: UpOptions): Promise<void> {
  const lab = labOf(name);
  const say = timed(log);
  // Checked before packages are installed.
  requireKind(lab, simulated, old);
  const wanted = () => (simulated ? [] : wantedParts(lab, asked));
  const programs = () => (simulated ? SIMULATED_TOOLS : programsOf(wanted()));
  // A lab keeps its versions of etcd and Prometheus, because an older one cannot read the data of a newer one.
  const compiled = existsSync(lab.dir) ? isCompiled(lab) : process.env.SLIPWAY_LAB_COMPILE === 'all';
  const oldest = existsSync(lab.dir) ? existsSync(oldestMark(lab)) : old;
  const build = (names: readonly ToolName[]) => startBuilds(names, say, { compiled, oldest });
  // Builds need no packages, so they start first; an existing lab may need no builds.
  const early = existsSync(lab.dir) ? undefined : build(programs());
  await ensurePackages(simulated ? SIMULATED_PACKAGES : packagesOf(wanted()), say);
  const busy = once(() => say(`waiting for another run that works on the lab ${name}`));
  await locked(lab.lock, busy, async () => {
    become(lab, { simulated, compiled, oldest });
    const parts = wanted();
    if (!simulated) rememberParts(lab, parts);
    const processes = partNames(lab);
    const dead = processes.filter(each => !alive(lab, each));
    if (dead.length === 0 && (await isHealthy(lab, parts))) return say(`the lab ${name} is up`);
    if (dead.length > 0 && dead.length < processes.length) say(`not running: ${dead.join(', ')}`);
    requireOurLab(lab);
    forgetReady(lab);
    for (const dir of [lab.bin, lab.logs, lab.pids]) mkdirSync(dir, { recursive: true });
    // Another run may have created the lab meanwhile, with additional parts.
    const { path = {}, ...rest } = early ?? {};
    const more = build(programs().filter(program => !(program in path)));
    const tools = { ...more, ...rest, path: { ...more.path, ...path } };
    await (simulated ? raiseSimulation(lab, tools, say) : raise(lab, parts, tools, say));
    say(`the lab ${name} is up`);
  });
}

function wantedParts(lab: Lab, asked: readonly PartName[] | undefined): PartName[] {
  const had = partsOf(lab);
  return withNeeds([...had, ...(asked ?? (had.length > 0 ? [] : DEFAULT_PARTS))]);
}

/** @throws UserError if the lab exists and is of another kind. */
function requireKind(lab: Lab, simulated: boolean, oldest: boolean): void {
  if (existsSync(lab.dir) && isSimulated(lab) !== simulated) {
    throw new UserError(
      `the lab ${lab.name} exists and is ${simulated ? 'not ' : ''}a simulated one`,
      `remove it first, use another --name, or ${simulated ? 'omit' : 'add'} --simulated`,
    );
  }
  if (oldest && existsSync(lab.dir) && !existsSync(oldestMark(lab))) {
    throw new UserError(
      `the lab ${lab.name} exists and has another version of Kubernetes`,
      'remove it first, use another --name, or omit --oldest',
    );
  }
}

/** Creates the lab's directory. @throws UserError if the lab exists and is of another kind. */
function become(
  lab: Lab,
  { simulated, compiled, oldest }: { simulated: boolean; compiled: boolean; oldest: boolean },
): void {
  requireKind(lab, simulated, oldest);
  mkdirSync(lab.dir, { recursive: true });
  if (simulated) writeFileSync(simulationMark(lab), '');
  if (compiled) writeFileSync(compiledMark(lab), '');
  if (oldest) writeFileSync(oldestMark(lab), '');
}

const compiledMark = (lab: Lab) => join(lab.dir, 'compiled');
const oldestMark = (lab: Lab) => join(lab.dir, 'oldest');
const isCompiled = (lab: Lab) => existsSync(compiledMark(lab));

/** Starts each part as soon as its programs are built and its dependencies are ready. */
async function raise(lab: Lab, parts: readonly PartName[], tools: Tools, say: Say): Promise<void> {
  const [credentials] = await Promise.all([createCredentials(lab), createNamespace(lab)]);
  const api = observed(startControlPlane(lab, tools, credentials, say));
  const site = { lab, tools, credentials, api, say };
  const raised = new Map<PartName, Promise<void>>();
  const start = async (part: PartName) => {
    await Promise.all((PARTS[part].needs ?? []).map(need => raised.get(need)));
    await PARTS[part].raise(site);
    markReady(lab, part);
  };
  // `parts` lists dependencies first, so their promises exist when `start` looks them up.
  for (const part of parts) raised.set(part, observed(start(part)));
  try {
    await Promise.all(raised.values());
  } finally {
    void api.then(
      opened => opened.close(),
      () => {},
    );
  }
}

/** Whether the parts work; called only if all processes run. */
async function isHealthy(lab: Lab, parts: readonly PartName[]): Promise<boolean> {
  if (!parts.every(part => isReady(lab, part))) return false;
  const kubeconfig = credentialsOf(lab).kubeconfig('admin');
  const api = openApi(lab, kubeconfig);
  try {
    await until('the API server is ready', async () => (await api.get('/readyz')) === 'ok', {
      within: 1_500,
      every: 20,
    });
    if (isSimulated(lab)) return await simulationWorks(api);
    const works = await Promise.all(parts.map(part => PARTS[part].healthy?.(api, lab) ?? true));
    return works.every(Boolean);
  } catch {
    return false;
  } finally {
    api.close();
  }
}
