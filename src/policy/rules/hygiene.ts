import { nearest } from '../../config/suggest.ts';
import { defined } from '../../toolkit/map.ts';
import { isWholeContext } from '../dockerfile/copies.ts';
import type { DockerfileRule, RuleMatch } from '../rule.ts';
import { copiesIn, lastOf } from '../subject.ts';

/** Rules for good practice in a Dockerfile. */

const keywords =
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  );

const syntax: DockerfileRule = {
  name: 'syntax',
  title: 'A valid Dockerfile',
  finds:
    'An unknown instruction, an instruction before the first `FROM`, no `FROM`, a `target` that no stage has, or a line that ends with two escape characters, which parsers interpret differently.',
  remedy: 'correct the line',
  bad: 'FROM debian:13.1-slim\nRUNN mkdir /data',
  good: 'FROM debian:13.1-slim\nRUN mkdir /data',
  find: ({ file, stages, target, last }) => {
    const found: RuleMatch[] = [];
    if (stages.length === 0) found.push({ line: 1, message: 'it has no FROM' });
    for (const { keyword, line } of file.instructions) {
      if (!keywords.includes(keyword)) {
        const near = nearest(keyword, keywords);
        const remedy = near && `did you mean ${near}?`;
        found.push({ line, message: `${keyword} is not an instruction`, ...defined({ remedy }) });
      } else if (stages.length > 0 && line < (stages[0]?.from.line ?? 0) && keyword !== 'ARG') {
        found.push({ line, message: `${keyword} is before the first FROM` });
      }
    }
    for (const line of file.ambiguous)
      found.push({
        line,
        message: 'the line ends with two escape characters, and whether it continues depends on the parser',
      });
    if (target !== undefined && last === undefined && stages.length > 0)
      found.push({ line: 1, message: `no stage is named ${target}, which is the \`target\` in slipway.yml` });
    return found;
  },
};

const dockerignore: DockerfileRule = {
  name: 'dockerignore',
  title: 'A .dockerignore for the whole context',
  finds:
    'A `COPY` or `ADD` of the whole context without a `.dockerignore`: it includes `.git`, dependencies and secret files.',
  remedy: 'add a .dockerignore, preferably one that excludes everything and lists the exceptions',
  bad: 'FROM node:24 AS build\nCOPY . .',
  good: 'FROM node:24 AS build\nCOPY src ./src',
  facts: { ignoreFile: false },
  find: subject =>
    copiesIn(subject)
      .filter(({ sources }) => !subject.ignoreFile && sources.some(isWholeContext))
      .map(({ instruction: { line }, stage }) => {
        return { line, stage, message: 'the whole context is copied, and there is no .dockerignore' };
      }),
};

const execForm: DockerfileRule = {
  name: 'exec-form',
  title: 'CMD and ENTRYPOINT as a list',
  finds:
    'A `CMD` or `ENTRYPOINT` that is not a JSON array. Its shell does not pass SIGTERM to the program, so Kubernetes waits for the grace period and kills it.',
  remedy: 'write it as a list, such as ["node", "main.js"]',
  bad: 'FROM node:24\nCMD node main.js',
  good: 'FROM node:24\nCMD ["node", "main.js"]',
  find: subject =>
    ['CMD', 'ENTRYPOINT'].flatMap(keyword => {
      const last = lastOf(subject, keyword);
      if (last === undefined || last.instruction.json !== undefined) return [];
      const { instruction, stage } = last;
      // `exec` replaces the shell with the program; a custom SHELL is a deliberate choice.
      if (/^\s*exec\s/.test(instruction.body.text) || lastOf(subject, 'SHELL') !== undefined || !stage.posix)
        return [];
      const { line, endLine } = instruction;
      return [{ line, endLine, stage, message: `${keyword} is run by a shell` }];
    }),
};

export const hygieneRules: readonly DockerfileRule[] = [syntax, dockerignore, execForm];
