import { join, normalize } from 'node:path';
import { parse } from 'yaml';
import { UserError } from '../toolkit/errors.ts';
import { isMap, textMap, textsIn } from '../toolkit/map.ts';
import { looksSecret, namesSecret } from '../toolkit/secrecy.ts';
import type { Repository } from './repository.ts';

/** A service of a compose file that is built from the repository. */
export interface ComposeService {
  readonly name: string;
  /** Build context, relative to the repository; `.` is its root. */
  readonly context: string;
  readonly dockerfile: string;
  /** The stage to build. */
  readonly target: string | undefined;
  /** Build arguments. */
  readonly args: Readonly<Record<string, string>>;
  /** Whether a variable names the stage. */
  readonly targetVaries: boolean;
  /** Build arguments that take variables or may be secret. */
  readonly untold: readonly string[];
  /** Ports inside of the container. */
  readonly ports: readonly number[];
  /** Its command line, instead of that of the image. */
  readonly command: string | readonly string[] | undefined;
  /** Path that its health check requests; undefined when it has none. */
  readonly health: string | undefined;
  /** The health check itself, and what a proxy is told; may name the port. */
  readonly checked?: string;
  /** Names of its environment variables, whose values may be secret. */
  readonly variables: readonly string[];
  /** Files with more of them. */
  readonly envFiles: readonly string[];
}

/** Returns the services that a compose file builds; without one, those of the repository around the folder. Pure. */
export function composeServices({ texts, services: outer = [] }: Pick<Repository, 'texts' | 'services'>): {
  file: string;
  services: readonly ComposeService[];
} {
  const file =
    ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'].find(each =>
      texts.has(each),
    ) ?? '';
  if (file === '') return { file, services: outer };
  const content = contentOf(texts.get(file) ?? '', file);
  const services = isMap(content) && isMap(content.services) ? Object.entries(content.services) : [];
  return { file, services: services.flatMap(([name, service]) => serviceOf(name, service)) };
}

/** Fragments are often named many times, but values must not grow without bounds. */
function contentOf(text: string, file: string): unknown {
  try {
    return parse(text, { logLevel: 'silent', merge: true, maxAliasCount: 1000 });
  } catch (cause) {
    throw new UserError(
      `${file}: ${(cause as Error).message}`,
      'write the values out instead of YAML aliases',
      { cause },
    );
  }
}

function serviceOf(name: string, service: unknown): ComposeService[] {
  if (!isMap(service) || (typeof service.build !== 'string' && !isMap(service.build))) return [];
  const { build } = service;
  const asMap = isMap(build) ? build : { context: build };
  const { context: written = '.', dockerfile = 'Dockerfile', target } = textMap(asMap);
  const context = normalize(written).replace(/(?<=.)\/$/, '');
  // Of another repository, or outside of this one.
  if ([context, join(context, dockerfile)].some(path => /^(\.\.|\.git)(\/|$)|^\/|:/.test(path))) return [];
  const { command, environment, ports, expose, labels, env_file: envFile } = service;
  const isStage = target === undefined || /^[A-Za-z][\w.-]*$/.test(target);
  const args: [string, unknown][] = isMap(asMap.args)
    ? Object.entries(asMap.args)
    : textsIn(asMap.args).map(each => {
        const [key = '', value] = each.split(/=(.*)/s, 2);
        return [key, value];
      });
  const healthcheck = JSON.stringify(service.healthcheck ?? '');
  const listed = [ports, expose].flatMap(each => (Array.isArray(each) ? each : [])).map(portOf);
  const words = textsIn(command);
  return [
    {
      name,
      context,
      dockerfile,
      target: isStage ? target : undefined,
      args: Object.fromEntries(
        args.filter(pair => isLiteral(...pair)).map(([key, value]) => [key, String(value)]),
      ),
      targetVaries: !isStage,
      untold: args.filter(pair => !isLiteral(...pair)).map(([key]) => key),
      ports: listed.filter(port => port > 0),
      command: typeof command === 'string' ? command : words.length > 0 ? words : undefined,
      health: requestedIn(healthcheck),
      checked: `${healthcheck} ${JSON.stringify(labels ?? '')}`,
      variables: isMap(environment)
        ? Object.keys(environment)
        : textsIn(environment).map(each => each.split('=', 1)[0] ?? ''),
      envFiles: textsIn([envFile].flat().map(each => (isMap(each) ? each.path : each))),
    },
  ];
}

/** Whether a build argument can stand in slipway.yml. */
const isLiteral = (name: string, value: unknown): boolean =>
  /^[A-Za-z_]\w*$/.test(name) &&
  ['string', 'number', 'boolean'].includes(typeof value) &&
  !/\$|\{\{/.test(String(value)) &&
  !namesSecret(name) &&
  !looksSecret(String(value));

/** Returns the path that the command of a health check requests from its own container. Pure. */
export const requestedIn = (command: string): string | undefined =>
  /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?(\/[\w./~-]+)/.exec(command)?.[1];

/** Returns the port that the command of a health check requests, or that Traefik is told. Pure. */
export const portRequestedIn = (command: string): string | undefined =>
  /(?:https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0):|loadbalancer\.server\.port["=:]+)(\d{2,5})/.exec(
    command,
  )?.[1];

/** Returns the port inside of the container: `8080:80` → 80; 0 if it is not known. */
function portOf(written: unknown): number {
  if (isMap(written)) return Number(written.target) || 0;
  return Number(/(\d{1,5})(?:\/tcp)?$/.exec(String(written))?.[1] ?? 0);
}
