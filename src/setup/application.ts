import { join } from 'node:path';
import { ParseError, parseDockerfile } from '../policy/dockerfile/parse.ts';
import { chainOf, type Stage, stagesOf, targetOf } from '../policy/dockerfile/stages.ts';
import { textsIn } from '../toolkit/map.ts';
import { type ComposeService, portRequestedIn, requestedIn } from './compose.ts';
import { type Buildable, pathOfDockerfile } from './images.ts';
import { healthPathOf, sourcesIn, stackOf } from './language.ts';
import { manifestsFor, type Security } from './objects.ts';
import { labelOf, type Repository } from './repository.ts';
import { portIn, type Stack } from './stack.ts';

/** The files that a repository without manifests gets. Pure. */

/** What the inputs of `init` ask for. */
export interface Wishes {
  /** Undefined for that of the repository. */
  readonly port: number | undefined;
  readonly host: string;
  readonly gateway: string;
  readonly scraped: boolean;
}

/** An image that is built, with the language of its context. */
export interface Part extends Buildable {
  readonly repository: string;
  /** Why it has this repository. */
  readonly why: string;
  readonly stack: Stack | undefined;
  readonly port: number;
  /** Whether the port is only the usual one of the language. */
  readonly guessed: boolean;
  /** Whether its Dockerfile names a port. */
  readonly exposed: boolean;
  /** Whether its Dockerfile says what starts. */
  readonly starts: boolean;
  readonly security: Security;
  /** Path of a health check in its sources. */
  readonly path: string | undefined;
}

/** Returns what the files in the context of an image say about it. */
export function partOf(
  repository: Repository,
  buildable: Buildable & Pick<Part, 'repository' | 'why'>,
): Part {
  const sources = sourcesIn(repository, buildable.context);
  const stack = stackOf(sources);
  const stages = stagesIn(repository.texts.get(pathOfDockerfile(buildable)) ?? '', buildable);
  const exposed = textsOf(stages, 'EXPOSE').flatMap(text => /^\d+/.exec(text) ?? [])[0];
  const [composed] = buildable.services.flatMap(({ ports }) => ports);
  const programs = ['ENTRYPOINT', 'CMD'].flatMap(each => textsOf(stages, each));
  const starts = !buildable.written || programs.length > 0;
  const command = starts ? [] : [buildable.services[0]?.command ?? []].flat();
  const started = [...textsOf(stages, 'ENV'), ...programs, command.join(' ')];
  const { port: read, variable } = portIn(sources);
  const based = basePorts.find(({ base }) => stages.some(({ written }) => base.test(written)))?.port;
  const checked = [...textsOf(stages, 'HEALTHCHECK'), ...buildable.services.map(each => each.checked ?? '')];
  const known =
    composed ??
    portOf(exposed) ??
    portOf(...started.map(portOfCommand), ...checked.map(portRequestedIn)) ??
    based ??
    read ??
    usualPorts.find(({ server }) => started.some(text => server.test(text)))?.port;
  // The manifests set PORT, and a new Dockerfile names the port in its command.
  const obeys = variable || started.some(text => /\$\{?PORT\b/.test(text));
  const named = !buildable.written && stack?.dockerfile.includes(String(stack.port)) === true;
  return {
    ...buildable,
    stack,
    security: buildable.written ? securityOf(stages) : ownSecurity(stack),
    exposed: exposed !== undefined,
    starts,
    port: known ?? stack?.port ?? 8080,
    guessed: known === undefined && !obeys && !named,
    path:
      buildable.services.map(({ health }) => health).find(each => each !== undefined) ??
      requestedIn(textsOf(stages, 'HEALTHCHECK')[0] ?? '') ??
      healthPathOf(sources),
  };
}

/** Ports on which servers listen unless their command names another. */
const usualPorts = [
  { server: /\b(uvicorn|gunicorn|hypercorn)\b|\bfastapi\W+run\b/, port: 8000 },
  { server: /\bflask\W+run\b/, port: 5000 },
  { server: /\b(rails\W+s(erver)?|puma|next\W+start)\b/, port: 3000 },
];

/** Ports that base images expose. */
const basePorts = [
  { base: /(^|\/)nginx-unprivileged[:@]?/, port: 8080 },
  { base: /(^|\/)(nginx|httpd|caddy)(?![\w-])|(^|\/)php:\S*apache/, port: 80 },
  { base: /(^|\/)tomcat(?![\w-])|\/dotnet\/(aspnet|runtime):([89]|\d\d)\./, port: 8080 },
];

const portOf = (...texts: (string | undefined)[]): number | undefined =>
  texts.flatMap(text => (text === undefined ? [] : Number(text)))[0];

/** Returns the port that a command line or a variable names: `--bind 0.0.0.0:5000`, `PORT=8080`. */
const portOfCommand = (text: string): string | undefined =>
  /(?:--?(?:port|bind|b|p|http|listen|server\.port)|runserver|\bPORT)["',=\s]+(?:[\w.*[\]]*:)?(\d{2,5})\b/.exec(
    text,
  )?.[1];

/** Returns the stages that become the image of a Dockerfile; none for one that cannot be read. */
function stagesIn(dockerfile: string, { target, args }: Buildable): Stage[] {
  try {
    return chainOf(targetOf(stagesOf(parseDockerfile(dockerfile), args), target));
  } catch (error) {
    if (error instanceof ParseError) return [];
    throw error;
  }
}

/** Returns the texts of the instructions of that keyword. */
const textsOf = (stages: readonly Stage[], keyword: string): string[] =>
  stages
    .flatMap(({ instructions }) => instructions)
    .filter(each => each.keyword === keyword && !each.onbuild)
    .map(({ body }) => body.text.trim());

/** What a run from a terminal or in Jenkins leaves: the next image of the same commit must not differ by it. */
const runFiles = [
  ...['scan-reports', 'requirements', 'assess.json', 'cost.json', 'keys.json', 'rbac.yaml'],
  ...['slipway.env', 'slipway.started', 'summary.md'],
];

/** The .gitignore of a repository that has none. */
export const newGitignore = [
  '# Written by slipway init: what a run leaves, and logins.',
  ...runFiles.map(each => `/${each}`),
  '*.kubeconfig\n',
].join('\n');

/** Returns the Dockerfile and .dockerignore of an image that has none; none for an unknown language. */
export function dockerfilesFor(part: Part): Map<string, string> {
  const { written, stack, port, context } = part;
  if (written || stack === undefined) return new Map();
  const head =
    '# Written by slipway init. Pin the base images by digest, too: docker buildx imagetools inspect IMAGE\n';
  // The commands of some languages name the port.
  const text = stack.dockerfile
    .replaceAll(String(stack.port), String(port))
    .replace(/\nUSER (\d+)/, `\nUSER $1\nEXPOSE ${port}`);
  const ignored = [
    ...['.git', '.github', ...['.env*', '*.pem', '*.key', '.npmrc', '.netrc'].map(each => `**/${each}`)],
    ...['Dockerfile', '.dockerignore', 'compose*.y*ml', 'docker-compose*.y*ml', 'deploy', ...stack.ignored],
    ...['.gitignore', 'slipway*.y*ml', '**/.kube', '**/*.kubeconfig', '**/kubeconfig.y*ml', ...runFiles],
  ];
  return new Map([
    [pathOfDockerfile(part), `${head}${text}\n`],
    [
      join(context, '.dockerignore'),
      `# Written by slipway init: what must not get into the image.\n${ignored.join('\n')}\n`,
    ],
  ]);
}

/** Users of base images by name, which Kubernetes cannot check without their number. */
const named = [
  { user: 'node', base: /^(\S*\/)?node[:@]/i, id: 1000 },
  { user: 'nonroot', base: /^gcr\.io\/distroless\//i, id: 65532 },
];

/** Returns what a written image allows; only with a known user is anything demanded of it. */
function securityOf(stages: readonly Stage[]): Security {
  const last = /^[^\s:]*/.exec(textsOf(stages, 'USER').at(-1) ?? '')?.[0];
  const id = named.find(
    ({ user, base }) => user === last && stages.some(({ written }) => base.test(written)),
  )?.id;
  const user = {
    ...(Number(last) > 0 && { runAsNonRoot: true }),
    ...(id && { runAsNonRoot: true, runAsUser: id }),
  };
  return { user, readOnly: false };
}

const ownSecurity = (stack: Stack | undefined): Security => ({
  user: stack ? { runAsNonRoot: true, runAsUser: stack.user, runAsGroup: stack.user } : {},
  readOnly: stack?.writes !== true,
});

/** New manifests. */
export interface NewManifests {
  readonly files: Map<string, string>;
  readonly used: Part[];
  /** Names of the variables that a Secret named after the application has to hold. */
  readonly variables: readonly string[];
  /** Files with more of them, for development. */
  readonly envFiles: readonly string[];
  readonly notes: string[];
}

/** Returns the manifests of an application, with a worker for each service of the compose file that has no port, and notes. */
export function newManifests(parts: readonly [Part, ...Part[]], wishes: Wishes): NewManifests {
  const [main, ...others] = parts;
  const [first] = main.services;
  // Without any port, the compose file does not tell what gets traffic.
  const telling = first !== undefined && first.ports.length > 0;
  const workers = parts.flatMap(part =>
    part.services
      .filter(service => telling && service !== first && service.ports.length === 0)
      .filter(({ command }) => !part.exposed || (part === main && command !== undefined))
      .map(({ name, command }) => ({
        part,
        name: labelOf(name) === main.name ? `${main.name}-worker` : labelOf(name),
        image: part.repository,
        security: part.security,
        command,
      })),
  );
  const used = parts.filter(part => part === main || workers.some(worker => worker.part === part));
  const variables = [
    ...new Set(used.flatMap(({ services }) => services.flatMap(service => service.variables))),
  ].filter(each => each !== 'PORT');
  const envFiles = [
    ...new Set(used.flatMap(({ services }) => services.flatMap(service => service.envFiles))),
  ];
  const secrets = [...variables, ...envFiles.map(file => `the variables of ${file}`)];
  const command = main.starts ? undefined : first?.command;
  const files = manifestsFor({
    ...wishes,
    workers: workers.map(worker => ({
      ...worker,
      command: varies(worker.command) ? undefined : worker.command,
    })),
    name: main.name,
    security: main.security,
    secret: secrets.length === 0 ? undefined : main.name,
    command: varies(command) ? undefined : command,
    image: main.repository,
    port: main.port,
    path: main.path,
  });
  const left = others.filter(part => !used.includes(part));
  return {
    files,
    used,
    variables,
    envFiles,
    notes: textsIn([
      ...left.map(
        ({ name, context }) =>
          `the image ${name} of ${context} is left out: an application that gets its own requests needs its own slipway.yml${context === '.' ? '' : `; run slipway init --folder ${context}`}`,
      ),
      main.guessed &&
        `neither Dockerfile, compose file nor sources name the port, so the manifests have ${main.port}. For another one, remove slipway.yml and the new manifests, and run slipway init --port PORT`,
      main.path === undefined
        ? 'no path of a health check was found in the sources: the probes only open the port. Name a path in them, and add `verify.checks` to slipway.yml'
        : `the probes and the check request ${main.path}, which is in the code. Change them if the path has a prefix or needs a login`,
      ...used
        .filter(({ security }) => !security.user.runAsNonRoot)
        .map(
          part =>
            `the user in ${pathOfDockerfile(part)} is root or not a number, so the manifests do not require another one: end the Dockerfile with USER 10001, and add \`runAsNonRoot: true\``,
        ),
      secrets.length > 0 &&
        `the values of the compose file are not copied, because they may be secret: the pods read ${secrets.join(', ')} from Secret/${main.name}`,
      main.starts &&
        first?.command !== undefined &&
        `the command of ${first.name} in the compose file is not copied, because ${pathOfDockerfile(main)} has its own ENTRYPOINT or CMD: if the pods need another command, add \`args\` to their container`,
      ...[{ name: main.name, command }, ...workers]
        .filter(each => varies(each.command))
        .map(
          ({ name }) =>
            `the command of Deployment/${name} in the compose file is not copied, because it takes variables: add \`args\` to the container`,
        ),
    ]),
  };
}

/** Whether a command takes variables, which docker compose expands, and Kubernetes does not. */
const varies = (command: ComposeService['command']) =>
  [command].flat().some(word => word?.includes('$') === true);
