import { findToken, holdsPrivateKey, namesSecretVariable } from '../../toolkit/tokens.ts';
import type { Instruction } from '../dockerfile/parse.ts';
import { pairsOf, valueIn } from '../dockerfile/variables.ts';
import type { DockerfileRule, RuleMatch } from '../rule.ts';
import { copiesIn, type RuleSubject } from '../subject.ts';

/** Rules for secrets: the values in a Dockerfile and in build arguments stay in the image, where anyone can read them. */

/** Returns every instruction with its stage; undefined before the first FROM. */
function instructionsIn({
  file,
  stages,
}: RuleSubject): { instruction: Instruction; stage: RuleSubject['last'] }[] {
  return file.instructions.map(instruction => ({
    instruction,
    stage: stages.findLast(each => each.from.line <= instruction.line),
  }));
}

/** Whether a value is not a secret although its name indicates one: it is empty, a flag, or the path of a mounted secret. */
export const harmlessValue = (value: string | undefined) =>
  value !== undefined && /^(|true|false|yes|no|none|null|\d|\/run\/secrets\/.*)$/i.test(value);

const secretName: DockerfileRule = {
  name: 'secret-name',
  title: 'No secret in ARG and ENV',
  finds:
    '`ARG` and `ENV` with a name such as `NPM_TOKEN`, `DB_PASSWORD` or `API_KEY`. The image or its history shows the value, even if a later line unsets it.',
  remedy:
    'provide it to the RUN that needs it with --mount=type=secret, and to the running program through the cluster',
  bad: 'FROM node:24 AS build\nARG NPM_TOKEN\nRUN npm ci',
  good: 'FROM node:24 AS build\nRUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci',
  find: subject =>
    instructionsIn(subject).flatMap(({ instruction, stage }) => {
      const { keyword } = instruction;
      if (keyword !== 'ARG' && keyword !== 'ENV') return [];
      return pairsOf(instruction, subject.file.escapeChar)
        .filter(
          ({ name, value }) =>
            namesSecretVariable(name) && !(harmlessValue(value) && (keyword === 'ENV' || value !== '')),
        )
        .map(({ name, line }) => ({
          line,
          stage,
          message: `${keyword} ${name} can be read by anyone with the image`,
        }));
    }),
};

const secretValue: DockerfileRule = {
  name: 'secret-value',
  title: 'No hard-coded secret',
  finds:
    'A token with a known format (GitHub, GitLab, AWS, Slack, Stripe, npm, PyPI and others), a JSON Web Token, a private key, or a password in a URL, anywhere in the Dockerfile or in `args` of slipway.yml. It is already in the history of the repository.',
  remedy: 'revoke it, and provide the new one to the build with --mount=type=secret',
  bad: 'FROM node:24 AS build\nRUN git clone https://bot:hunter2-really@example.com/tool.git',
  good: 'FROM node:24 AS build\nRUN --mount=type=ssh git clone git@example.com:tool.git',
  find: subject => [
    ...instructionsIn(subject).flatMap(({ instruction, stage }) =>
      [instruction.body, ...instruction.heredocs.map(each => each.body)].flatMap(
        ({ text, lineAt }): RuleMatch[] => {
          const found = findToken(text, true);
          if (found !== undefined)
            return [{ line: lineAt(found.offset), stage, message: `it contains ${found.what}` }];
          const key = holdsPrivateKey(text) ? text.indexOf('-----BEGIN') : -1;
          return key < 0 ? [] : [{ line: lineAt(key), stage, message: 'it contains a private key' }];
        },
      ),
    ),
    ...secretArguments(subject),
  ],
};

/** Finds secrets in the build arguments of slipway.yml, at the ARG that declares them. */
function secretArguments(subject: RuleSubject): RuleMatch[] {
  return instructionsIn(subject).flatMap(({ instruction, stage }) => {
    if (instruction.keyword !== 'ARG') return [];
    return pairsOf(instruction, subject.file.escapeChar).flatMap(({ name, line }) => {
      const found = findToken(valueIn(subject.args, name) ?? '', true);
      if (found === undefined) return [];
      return [{ line, stage, message: `slipway.yml sets ${name} to ${found.what}` }];
    });
  });
}

/** Files whose purpose is to hold secrets. */
const secretFiles =
  /(^|\/)(\.env(\.(?!example$|sample$|template$|dist$|defaults?$|test$)[\w.-]+)?|\.npmrc|\.yarnrc|\.pypirc|\.netrc|\.git-credentials|\.pgpass|\.my\.cnf|\.htpasswd|\.dockercfg|\.docker|\.docker\/config\.json|\.aws(\/credentials)?|\.ssh(\/.*)?|\.gnupg|\.kube(\/config)?|([\w.-]+\.)?kubeconfig(\.(ya?ml|json))?|id_(rsa|dsa|ecdsa|ed25519)|[\w.-]+\.(ppk|p12|pfx|jks|keystore|tfstate)|(?=[\w.-]*(private|server|tls|client|ca))[\w.-]*\.key|credentials\.json|service[-_]?account[\w.-]*\.json)$/i;

const secretFile: DockerfileRule = {
  name: 'secret-file',
  title: 'No secret files',
  finds:
    'A `COPY` or `ADD` of a file for secrets: `.env`, `.npmrc`, `.netrc`, SSH and TLS keys, key stores, credentials of clouds and clusters.',
  remedy: 'mount it for the RUN that needs it with --mount=type=secret, and list it in .dockerignore',
  bad: 'FROM node:24 AS build\nCOPY package.json .npmrc ./',
  good: 'FROM node:24 AS build\nCOPY package.json ./\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci',
  find: subject =>
    copiesIn(subject).flatMap(({ instruction: { line }, stage, sources }) =>
      sources
        .filter(source => secretFiles.test(source.replace(/\/+$/, '')))
        .map(source => ({ line, stage, message: `${source} is a file for secrets` })),
    ),
};

export const secretRules: readonly DockerfileRule[] = [secretName, secretValue, secretFile];
