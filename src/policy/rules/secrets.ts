import { copyOf } from '../dockerfile/copies.ts';
import type { Instruction } from '../dockerfile/parse.ts';
import { pairsOf, valueIn } from '../dockerfile/variables.ts';
import type { DockerfileRule, Found } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { findToken, holdsPrivateKey, namesSecret } from '../tokens.ts';

/** Rules on secrets: what a Dockerfile says and a build argument brings stays in the image for all to read. */

/** Every instruction with its stage; undefined before the first FROM. */
function instructionsIn({ file, stages }: Subject): { instruction: Instruction; stage: Subject['last'] }[] {
  return file.instructions.map(instruction => ({
    instruction,
    stage: stages.findLast(each => each.from.line <= instruction.line),
  }));
}

/** What is no secret although its name says so: nothing, a flag, a reference to another variable, a path of a mounted secret. */
export const harmlessValue = (value: string | undefined) =>
  value !== undefined && /^(|true|false|yes|no|none|null|\d|\/run\/secrets\/.*)$/i.test(value);

const secretName: DockerfileRule = {
  name: 'secret-name',
  title: 'No secret in ARG and ENV',
  finds:
    '`ARG` and `ENV` with a name such as `NPM_TOKEN`, `DB_PASSWORD` or `API_KEY`. The value of either can be read from the image or its history, also when a later line unsets it.',
  remedy:
    'give it to the one RUN that needs it as --mount=type=secret, and to the running program by the cluster',
  bad: 'FROM node:24 AS build\nARG NPM_TOKEN\nRUN npm ci',
  good: 'FROM node:24 AS build\nRUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci',
  find: subject =>
    instructionsIn(subject).flatMap(({ instruction, stage }) => {
      const { keyword } = instruction;
      if (keyword !== 'ARG' && keyword !== 'ENV') return [];
      return pairsOf(instruction, subject.file.escapeChar)
        .filter(
          ({ name, value }) =>
            namesSecret(name) && !(harmlessValue(value) && (keyword === 'ENV' || value !== '')),
        )
        .map(({ name, line }) => ({
          line,
          stage,
          message: `${keyword} ${name} is there for all who have the image`,
        }));
    }),
};

const secretValue: DockerfileRule = {
  name: 'secret-value',
  title: 'No secret written out',
  finds:
    'A token of a known form (GitHub, GitLab, AWS, Slack, Stripe, npm, PyPI and others), a JSON web token, a private key, or a password in an address, anywhere in the Dockerfile or in `args` of slipway.yml. It is in the history of the repository already.',
  remedy: 'revoke it, and bring its successor into the build as --mount=type=secret',
  bad: 'FROM node:24 AS build\nRUN git clone https://bot:hunter2-really@example.com/tool.git',
  good: 'FROM node:24 AS build\nRUN --mount=type=ssh git clone git@example.com:tool.git',
  find: subject => [
    ...instructionsIn(subject).flatMap(({ instruction, stage }) =>
      [instruction.body, ...instruction.heredocs.map(each => each.body)].flatMap(
        ({ text, lineAt }): Found[] => {
          const found = findToken(text, true);
          if (found !== undefined)
            return [{ line: lineAt(found.offset), stage, message: `there is ${found.what} in it` }];
          const key = holdsPrivateKey(text) ? text.indexOf('-----BEGIN') : -1;
          return key < 0 ? [] : [{ line: lineAt(key), stage, message: 'there is a private key in it' }];
        },
      ),
    ),
    ...secretArguments(subject),
  ],
};

/** Build arguments of slipway.yml, at the ARG that takes them. */
function secretArguments(subject: Subject): Found[] {
  return instructionsIn(subject).flatMap(({ instruction, stage }) => {
    if (instruction.keyword !== 'ARG') return [];
    return pairsOf(instruction, subject.file.escapeChar).flatMap(({ name, line }) => {
      const found = findToken(valueIn(subject.args, name) ?? '', true);
      if (found === undefined) return [];
      return [{ line, stage, message: `slipway.yml gives ${name} ${found.what}` }];
    });
  });
}

/** Files that hold secrets by their purpose. */
const secretFiles =
  /(^|\/)(\.env(\.(?!example$|sample$|template$|dist$|defaults?$|test$)[\w.-]+)?|\.npmrc|\.yarnrc|\.pypirc|\.netrc|\.git-credentials|\.pgpass|\.my\.cnf|\.htpasswd|\.dockercfg|\.docker|\.docker\/config\.json|\.aws(\/credentials)?|\.ssh(\/.*)?|\.gnupg|\.kube(\/config)?|kubeconfig|id_(rsa|dsa|ecdsa|ed25519)|[\w.-]+\.(ppk|p12|pfx|jks|keystore|tfstate)|[\w.-]*(private|server|tls|client|ca)[\w.-]*\.key|credentials\.json|service[-_]?account[\w.-]*\.json)$/i;

const secretFile: DockerfileRule = {
  name: 'secret-file',
  title: 'No file of secrets',
  finds:
    'A `COPY` or `ADD` from the context of a file that is there to hold secrets: `.env`, `.npmrc`, `.netrc`, SSH and TLS keys, key stores, credentials of clouds and clusters.',
  remedy: 'mount it for the one RUN that needs it with --mount=type=secret, and name it in .dockerignore',
  bad: 'FROM node:24 AS build\nCOPY package.json .npmrc ./',
  good: 'FROM node:24 AS build\nCOPY package.json ./\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci',
  find: ({ stages, file }) =>
    stages.flatMap(stage =>
      stage.instructions.flatMap(instruction => {
        const copy = copyOf(instruction, stage.variables, file.escapeChar);
        if (copy === undefined || copy.from !== undefined) return [];
        return copy.sources
          .filter(source => secretFiles.test(source.replace(/\/+$/, '')))
          .map(source => ({ line: instruction.line, stage, message: `${source} holds secrets` }));
      }),
    ),
};

export const secretRules: readonly DockerfileRule[] = [secretName, secretValue, secretFile];
