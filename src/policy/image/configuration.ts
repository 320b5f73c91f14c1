import type { ImageRuleName } from '../../config/rules.ts';
import { isMap } from '../../toolkit/map.ts';
import { findToken, namesSecretVariable } from '../../toolkit/tokens.ts';
import { harmlessValue } from '../rules/secrets.ts';
import { isRoot } from '../rules/user.ts';
import type { HistoryItem } from './origin.ts';

/** The parts of an image configuration that the rules need (image-spec, config.md). */
export interface ImageConfiguration {
  readonly user: string;
  /** `NAME=value`. */
  readonly environment: readonly string[];
  readonly history: readonly HistoryItem[];
}

/** Reads the configuration; malformed parts count as missing. Pure. */
export function configurationOf(document: unknown): ImageConfiguration {
  const whole = isMap(document) ? document : {};
  const config = isMap(whole.config) ? whole.config : {};
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  return {
    user: typeof config.User === 'string' ? config.User : '',
    environment: list(config.Env).filter(each => typeof each === 'string'),
    history: list(whole.history).map(each => ({
      createdBy: isMap(each) && typeof each.created_by === 'string' ? each.created_by : '',
      empty: isMap(each) && each.empty_layer === true,
    })),
  };
}

export interface FoundInConfiguration {
  readonly rule: ImageRuleName;
  readonly message: string;
}

/** Returns the findings in the configuration of an image. Pure. */
export function foundInConfiguration({
  user,
  environment,
  history,
}: ImageConfiguration): FoundInConfiguration[] {
  const secrets = [
    ...environment.flatMap(each => secretIn(each, 'the environment')),
    ...history.flatMap(({ createdBy }) => secretsInPast(createdBy)),
  ];
  return [
    ...(user === ''
      ? [{ rule: 'image-user-missing' as const, message: 'the image sets no user, so it runs as root' }]
      : []),
    ...(isRoot(user) ? [{ rule: 'image-user-root' as const, message: 'the image runs as root' }] : []),
    ...[...new Set(secrets)].map(message => ({ rule: 'image-secret-variable' as const, message })),
  ];
}

function secretIn(pair: string, where: string): string[] {
  const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
  const token = findToken(value, true);
  if (token !== undefined) return [`${where} contains ${token.what} (${name})`];
  return namesSecretVariable(name) && !harmlessValue(value) ? [`${where} contains a value for ${name}`] : [];
}

/** `ARG NAME=value`, `RUN |2 NAME=value OTHER=value /bin/sh -c …`. */
function secretsInPast(createdBy: string): string[] {
  const [, count] = /^(?:RUN )?\|(\d+) /.exec(createdBy) ?? [];
  const words = createdBy.split(' ');
  const from = words.findIndex(word => word.startsWith('|')) + 1;
  const given =
    count !== undefined
      ? words.slice(from, from + Math.min(Number(count), 200))
      : createdBy.startsWith('ARG ')
        ? words.slice(1)
        : [];
  const named = given.flatMap(pair => secretIn(pair, 'the history'));
  if (named.length > 0) return named;
  const token = findToken(createdBy, true);
  return token === undefined ? [] : [`the history contains ${token.what}`];
}
