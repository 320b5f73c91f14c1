import { nearest } from '../../config/suggest.ts';
import { copyOf, isAddress, isGit, isWholeContext } from '../dockerfile/copies.ts';
import type { DockerfileRule, Found } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** Rules on the form of a Dockerfile. */

const keywords =
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  );

const syntax: DockerfileRule = {
  name: 'syntax',
  title: 'A Dockerfile that all read alike',
  finds:
    'An unknown instruction, an instruction before the first `FROM`, no `FROM` at all, a `target` that no stage has, and a line that ends with two escape characters, which parsers read in different ways.',
  remedy: 'correct the line',
  bad: 'FROM debian:13.1-slim\nRUNN mkdir /data',
  good: 'FROM debian:13.1-slim\nRUN mkdir /data',
  find: ({ file, stages, target, last }) => {
    const found: Found[] = [];
    if (stages.length === 0) found.push({ line: 1, message: 'there is no FROM in it' });
    for (const { keyword, line } of file.instructions) {
      if (!keywords.includes(keyword)) {
        const near = nearest(keyword, keywords);
        found.push({
          line,
          message: `${keyword} is not an instruction`,
          ...(near === undefined ? {} : { remedy: `did you mean ${near}?` }),
        });
      } else if (stages.length > 0 && line < (stages[0]?.from.line ?? 0) && keyword !== 'ARG') {
        found.push({ line, message: `${keyword} stands before the first FROM` });
      }
    }
    for (const line of file.ambiguous)
      found.push({
        line,
        message: 'the line ends with two escape characters, and whether it goes on depends on who reads it',
      });
    if (target !== undefined && last === undefined && stages.length > 0)
      found.push({ line: 1, message: `no stage is called ${target}, which \`target\` of slipway.yml names` });
    return found;
  },
};

const dockerignore: DockerfileRule = {
  name: 'dockerignore',
  title: 'A .dockerignore for the whole context',
  finds:
    'A `COPY` or `ADD` of the whole context where no `.dockerignore` keeps anything out of it: `.git`, dependencies and files with secrets of the checkout come into the image.',
  remedy: 'add a .dockerignore, best one that excludes all and lists what is needed',
  bad: 'FROM node:24 AS build\nCOPY . .',
  good: 'FROM node:24 AS build\nCOPY src ./src',
  facts: { ignoreFile: false },
  find: ({ stages, file, ignoreFile }) =>
    stages.flatMap(stage =>
      stage.instructions.flatMap(instruction => {
        const copy = copyOf(instruction, stage.variables, file.escapeChar);
        if (ignoreFile || copy === undefined || copy.from !== undefined) return [];
        if (!copy.sources.some(isWholeContext)) return [];
        const message = 'the whole context is copied, and there is no .dockerignore';
        return [{ line: instruction.line, stage, message }];
      }),
    ),
};

const addFile: DockerfileRule = {
  name: 'add-file',
  title: 'COPY for files',
  finds:
    'An `ADD` of files of the context that are no archives. It does the same as `COPY` there, and something else as soon as the file happens to be an archive.',
  remedy: 'write COPY',
  bad: 'FROM node:24 AS build\nADD package.json ./',
  good: 'FROM node:24 AS build\nCOPY package.json ./',
  find: ({ stages, file }) =>
    stages.flatMap(stage =>
      stage.instructions.flatMap(instruction => {
        const { sources = [] } =
          instruction.keyword === 'ADD' ? (copyOf(instruction, stage.variables, file.escapeChar) ?? {}) : {};
        const plain = sources.filter(
          source =>
            !isAddress(source) &&
            !isGit(source) &&
            !/\.(tar|tgz|tbz2?|txz|tzst|gz|bz2|xz|zst)$/.test(source) &&
            !/[$*]/.test(source),
        );
        if (plain.length === 0) return [];
        return [{ line: instruction.line, stage, message: `ADD copies ${plain[0]}` }];
      }),
    ),
};

/** What holds in the image: instructions of its last stage and those that it goes on with, the later ones winning. */
const lastOf = ({ chain }: Subject, keyword: string) =>
  chain.toReversed().flatMap(stage => {
    const found = stage.instructions.findLast(each => each.keyword === keyword && !each.onbuild);
    return found === undefined ? [] : [{ instruction: found, stage }];
  })[0];

const execForm: DockerfileRule = {
  name: 'exec-form',
  title: 'CMD and ENTRYPOINT as a list',
  finds:
    'A `CMD` or `ENTRYPOINT` that is not a list in JSON. A shell then stands before the program, which never hears that it should end: Kubernetes waits, and kills it.',
  remedy: 'write it as a list, such as ["node", "main.js"]',
  bad: 'FROM node:24\nCMD node main.js',
  good: 'FROM node:24\nCMD ["node", "main.js"]',
  find: subject =>
    ['CMD', 'ENTRYPOINT'].flatMap(keyword => {
      const last = lastOf(subject, keyword);
      if (last === undefined || last.instruction.json !== undefined) return [];
      const { instruction, stage } = last;
      // `exec` gives the place of the shell to the program; a SHELL of one's own is a choice.
      if (/^\s*exec\s/.test(instruction.body.text) || lastOf(subject, 'SHELL') !== undefined || !stage.posix)
        return [];
      return [
        {
          line: instruction.line,
          endLine: instruction.endLine,
          stage,
          message: `${keyword} is run by a shell`,
        },
      ];
    }),
};

const healthcheck: DockerfileRule = {
  name: 'healthcheck',
  title: 'A health check',
  finds:
    'No `HEALTHCHECK` in the image. Kubernetes ignores it and has its own probes; it is for whoever runs the image elsewhere.',
  remedy: 'write HEALTHCHECK with a command, or HEALTHCHECK NONE to say that there is none on purpose',
  bad: 'FROM node:24\nCMD ["node", "main.js"]',
  good: 'FROM node:24\nHEALTHCHECK CMD ["node", "health.js"]\nCMD ["node", "main.js"]',
  find: subject => {
    if (subject.last === undefined || lastOf(subject, 'HEALTHCHECK') !== undefined) return [];
    return [{ line: subject.last.from.line, stage: subject.last, message: 'the image has no HEALTHCHECK' }];
  },
};

const pipefail: DockerfileRule = {
  name: 'pipefail',
  title: 'A pipe that fails as a whole',
  finds:
    'A pipe in a RUN of a shell that only heeds how its last command ends: when the one before it fails, the build goes on with half of it.',
  remedy:
    'begin the RUN with set -o pipefail (bash, busybox and dash of today know it), or set it with SHELL',
  bad: 'FROM debian:13.1-slim AS build\nRUN cat list | sort > sorted',
  good: 'FROM debian:13.1-slim AS build\nRUN set -o pipefail && cat list | sort > sorted',
  find: ({ runs }) =>
    runs.flatMap(({ instruction, stage, commands }) => {
      const shell = stage.instructions.findLast(
        each => each.keyword === 'SHELL' && each.line < instruction.line,
      );
      if (instruction.json !== undefined || shell?.json?.includes('pipefail')) return [];
      const set = commands.some(
        ({ program, args, words }) =>
          (program === 'set' && args.includes('pipefail')) ||
          words.some(word => word.includes('-o pipefail')),
      );
      // echo and printf do not fail, and yes always does.
      const piped = commands.find(
        ({ from }) => from !== undefined && !/^(echo|printf|yes|true|)$/.test(from.program),
      );
      if (set || piped === undefined) return [];
      return [
        {
          line: piped.line,
          stage,
          message: `it is not heeded when ${piped.from?.program} fails before ${piped.program}`,
        },
      ];
    }),
};

const onbuild: DockerfileRule = {
  name: 'onbuild',
  title: 'No work left to others',
  finds:
    '`ONBUILD`: it runs in builds of others, unseen in their Dockerfile. What it leaves to them is held to the other rules as well.',
  remedy: 'let those who build on this image write the line themselves',
  bad: 'FROM node:24\nONBUILD COPY src ./src',
  good: 'FROM node:24\nCOPY src ./src',
  find: ({ stages }) =>
    stages.flatMap(stage =>
      stage.instructions
        .filter(each => each.onbuild)
        .map(({ line, keyword }) => ({
          line,
          stage,
          message: `ONBUILD leaves a ${keyword} to other builds`,
        })),
    ),
};

export const hygieneRules: readonly DockerfileRule[] = [
  syntax,
  dockerignore,
  addFile,
  execForm,
  healthcheck,
  pipefail,
  onbuild,
];
