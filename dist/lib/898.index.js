export const id = 898;
export const ids = [898];
export const modules = {

/***/ 29600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ labelsOf),
/* harmony export */   U: () => (/* binding */ readLicense)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


function labelsOf({ git, version, title, license, own = {} }) {
    const { revision, source, time } = git;
    const created = time === undefined ? undefined : new Date(time * 1000).toISOString().replace('.000Z', 'Z');
    const known = { created, licenses: license, revision, source, title, version };
    const labels = new Map();
    for (const [name, value] of Object.entries(known))
        if (value !== undefined)
            labels.set(`org.opencontainers.image.${name}`, value);
    for (const [name, value] of Object.entries(own))
        labels.set(name, value);
    return Object.fromEntries([...labels].filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1)));
}
const sources = [
    { file: 'package.json', pattern: /^\s*"license"\s*:\s*"([^"]+)"/m },
    { file: 'Cargo.toml', pattern: /^license\s*=\s*"([^"]+)"/m },
    { file: 'pyproject.toml', pattern: /^license\s*=\s*"([^"]+)"/m },
    ...['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'COPYING'].map(file => ({
        file,
        pattern: /^\W*SPDX-License-Identifier:\s*(.+?)\W*$/m,
    })),
];
const expression = /^[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*$/;
async function readLicense(folder) {
    for (const { file, pattern } of sources) {
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file), 'utf8').catch(() => '');
        const named = pattern.exec(text)?.[1];
        if (named !== undefined && expression.test(named) && named !== 'UNLICENSED')
            return named;
    }
    return undefined;
}


/***/ }),

/***/ 15878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bd: () => (/* binding */ imageNamed),
/* harmony export */   Ps: () => (/* binding */ checkRequestFor),
/* harmony export */   cF: () => (/* binding */ basesOf),
/* harmony export */   pU: () => (/* binding */ requestFor)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46678);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29600);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85898);




function imageNamed(images, name) {
    const image = images[name];
    if (image === undefined)
        throw new Error(`${name} is not in slipway.yml`);
    return image;
}
function requestFor({ images, output, cache, part, git, plans }, name, { license, ...source }, bases) {
    const image = imageNamed(images, name);
    const candidate = (0,_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .candidateOf */ .RH)(image);
    const plan = plans[name];
    if (plan === undefined)
        throw new Error(`${name} has no plan`);
    const cacheAt = (tag) => `${candidate}:${part === undefined ? tag : (0,_cache_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheOfPart */ .D)(tag, part)}`;
    const place = output === undefined ? { repository: candidate } : { folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(output, name) };
    return {
        ...source,
        target: image.target,
        platforms: image.platforms,
        args: image.args,
        secrets: image.secrets,
        labels: (0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .labelsOf */ .P)({ git, version: plan.version, title: name, license, own: image.labels }),
        bases: bases.map(({ name: base, digest, place: at }) => {
            return { names: namesOf(images, base), digest, at };
        }),
        cache: cache && output === undefined
            ? {
                from: plan.cache.from.map(cacheAt),
                to: plan.cache.to === undefined ? undefined : cacheAt(plan.cache.to),
            }
            : undefined,
        output: place,
    };
}
function checkRequestFor(images, name, { context, dockerfile }, heedsSkips) {
    const { args, target, platforms } = imageNamed(images, name);
    return { context, dockerfile, target, platforms, args, bases: basesOf(images, name), heedsSkips };
}
const basesOf = (images, name) => (images[name]?.bases ?? []).flatMap(base => namesOf(images, base));
const namesOf = (images, name) => [name, images[name]?.repository ?? []].flat();


/***/ }),

/***/ 44837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vn: () => (/* binding */ checkDockerfile),
  Zu: () => (/* binding */ merged),
  n_: () => (/* binding */ readDockerfile)
});

// EXTERNAL MODULE: ./.build/js/src/config/rules.js
var config_rules = __webpack_require__(92063);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/parse.js + 1 modules
var parse = __webpack_require__(57264);
// EXTERNAL MODULE: ./.build/js/src/policy/exceptions.js
var exceptions = __webpack_require__(4924);
;// CONCATENATED MODULE: ./.build/js/src/policy/ignores.js

const ignores_form = 'write # slipway ignore=rule: the reason, on the line before the instruction';
function readIgnores({ comments, instructions }) {
    const ignores = [];
    const wrong = [];
    for (const { line, text } of comments) {
        if (!/^\s*slipway\s*[: ]?\s*ignore\b/i.test(text))
            continue;
        const [, list = '', reason = ''] = /^\s*slipway\s+ignore\s*=\s*([\w/-]+(?:\s*,\s*[\w/-]+)*)\s*:\s*(.*?)\s*$/.exec(text) ?? [];
        const rules = list.split(',').map(each => each.trim());
        const unknown = list === '' ? undefined : rules.find(each => !(0,config_rules/* isRuleName */.uo)(each));
        if (unknown !== undefined)
            wrong.push({
                line,
                message: `the comment ignores ${unknown}, which is not a rule`,
                remedy: (0,config_rules/* suggestRule */.jO)(unknown),
            });
        else if (list === '' || !/\p{L}{2}/u.test(reason))
            wrong.push({ line, message: 'a comment that ignores a rule has no reason', remedy: ignores_form });
        else {
            const instruction = instructions.find(each => each.endLine >= line);
            ignores.push({ line, rules, reason, instruction });
        }
    }
    return { ignores, wrong };
}
function ignore(findings, ignores) {
    return findings.map(finding => {
        const by = ignores.find(each => coversLine(each, finding));
        if (by === undefined)
            return finding;
        return { ...finding, excused: { by: 'comment', line: by.line, reason: by.reason } };
    });
}
function unusedIgnores(findings, ignores) {
    return ignores.flatMap(each => each.rules
        .filter(rule => !findings.some(finding => coversLine({ ...each, rules: [rule] }, finding)))
        .map(rule => ({ line: each.line, rule })));
}
function coversLine({ rules, instruction }, { rule, place }) {
    if (place.kind !== 'dockerfile' || instruction === undefined)
        return false;
    const named = rules.includes(rule) || (rules.includes('buildkit') && rule.startsWith('buildkit/'));
    return named && place.line >= instruction.line && place.line <= instruction.endLine;
}

// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/installs.js
var dockerfile_installs = __webpack_require__(72379);
// EXTERNAL MODULE: ./.build/js/src/policy/subject.js + 1 modules
var policy_subject = __webpack_require__(33817);
;// CONCATENATED MODULE: ./.build/js/src/policy/rules/apt.js


const isApt = ({ program }) => /^(apt|apt-get|aptitude)$/.test(program);
const verbIs = ({ args }, ...verbs) => verbs.includes(args.find(arg => !arg.startsWith('-')) ?? '');
const from = 'FROM debian:13.1-slim';
const usingLists = ['install', 'satisfy', 'build-dep', 'upgrade', 'dist-upgrade', 'full-upgrade', 'download'];
const aptUpdate = {
    name: 'apt-update',
    title: 'apt-get update and install in one RUN',
    finds: '`apt-get update` in a RUN that installs nothing, or `apt-get install` in a RUN without it: the package list then comes from the cache of an older build, and names files that no longer exist.',
    remedy: 'write apt-get update && apt-get install in one RUN',
    bad: `${from}\nRUN apt-get update\nRUN apt-get install -y tini`,
    good: `${from}\nRUN apt-get update && apt-get install -y tini`,
    find: ({ runs }) => runs.flatMap((run) => {
        const apt = run.commands.filter(isApt);
        const update = apt.find(each => verbIs(each, 'update'));
        const install = apt.find(each => verbIs(each, 'install') && ((0,dockerfile_installs/* installOf */.h)(each)?.packages ?? []).some(name => !/^[./]/.test(name)));
        const other = apt.some(each => verbIs(each, ...usingLists));
        if (update !== undefined && !other && run.commands.length === apt.length)
            return [(0,policy_subject/* foundAt */.yb)(run, update, 'apt-get update is in a RUN that installs nothing')];
        const listed = run.instruction.flags.some(({ name, value }) => name === 'mount' && value.includes('/var/lib/apt'));
        if (install !== undefined && update === undefined && !listed)
            return [(0,policy_subject/* foundAt */.yb)(run, install, 'apt-get install is in a RUN without apt-get update')];
        return [];
    }),
};

// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/policy/patterns.js
var patterns = __webpack_require__(76001);
;// CONCATENATED MODULE: ./.build/js/src/policy/rules/bases.js



function namedIn({ uses }) {
    return uses.flatMap(use => {
        const reference = referenceOf(use);
        return use.image === undefined || reference === undefined ? [] : [{ use, image: use.image, reference }];
    });
}
function referenceOf({ image }) {
    if (image === undefined)
        return undefined;
    try {
        return (0,reference/* parseReference */.F2)(image);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return undefined;
        throw error;
    }
}
const foundAt = ({ use }, message) => ({
    line: use.line,
    stage: use.stage,
    message,
});
const moving = /^(latest|stable|edge|nightly|main|master|dev|develop|next|current|lts|rolling|canary|mainline|testing|unstable|head)$/i;
const baseAllowed = {
    name: 'base-allowed',
    title: 'Only allowed base images',
    finds: 'A foreign image in `FROM`, `COPY --from` or `RUN --mount` that no pattern of `policy.bases` matches, or whose name is not known before the build. Without that list, the rule finds nothing.',
    remedy: 'use a base image that `policy.bases` allows, or add this one to it',
    bad: 'FROM python:3.13.7-slim-trixie',
    good: 'FROM node:24.11.1-trixie-slim',
    facts: { allowed: ['node:*-slim'] },
    find: ({ uses, allowed }) => uses.flatMap(use => {
        const reference = referenceOf(use);
        if (allowed === undefined)
            return [];
        if (reference === undefined) {
            const { line, stage, how, written } = use;
            const message = `${how} names ${written}, of which \`policy.bases\` cannot be checked`;
            const remedy = 'write the name of the image, or a variable such as `$BASE` that has a value';
            return [{ line, stage, message, remedy }];
        }
        if (allowed.some(pattern => (0,patterns/* matchesBase */.zW)(pattern, reference)))
            return [];
        return [
            { line: use.line, stage: use.stage, message: `${use.image} is not allowed by \`policy.bases\`` },
        ];
    }),
};
const baseTag = {
    name: 'base-tag',
    title: 'No moving tag',
    finds: 'An image without a digest whose tag is missing or moves on purpose, such as `latest`: the same Dockerfile may give a different image tomorrow.',
    remedy: 'write a version and its digest',
    bad: 'FROM node:latest',
    good: 'FROM node:24.11.1-trixie-slim',
    find: subject => namedIn(subject)
        .filter(({ reference: { tag, digest } }) => digest === undefined && (tag === undefined || moving.test(tag)))
        .map(each => {
        const what = each.reference.tag === undefined ? 'no tag, which means latest' : 'a moving tag';
        return foundAt(each, `${each.image} has ${what}`);
    }),
};
const baseDigest = {
    name: 'base-digest',
    title: 'Base image pinned by digest',
    finds: 'An image without a digest. A mistake or an attacker can move a tag, but not a digest. Images of the same slipway.yml get their digest from the build.',
    remedy: 'add the digest that `docker buildx imagetools inspect` shows, and let a bot update it',
    bad: 'FROM node:24.11.1-trixie-slim',
    good: `FROM node:24.11.1-trixie-slim@sha256:${'4c'.repeat(32)}`,
    find: subject => namedIn(subject)
        .filter(({ reference }) => reference.digest === undefined)
        .map(each => foundAt(each, `${each.image} is not pinned by digest`)),
};
const baseArgument = {
    name: 'base-argument',
    title: 'A known base image',
    finds: 'An image that depends on a build argument without a default or an entry in `args` of slipway.yml, so it cannot be checked.',
    remedy: 'give the argument a default before the first FROM, or a value in `args` of slipway.yml',
    bad: 'ARG BASE\nFROM $BASE',
    good: 'ARG BASE=node:24.11.1-trixie-slim\nFROM $BASE',
    find: ({ uses }) => uses
        .filter(({ image }) => image === undefined)
        .map(({ line, stage, how, written }) => ({
        line,
        stage,
        message: `${how} names ${written}, of which a part has no value`,
    })),
};
const baseRules = [baseAllowed, baseTag, baseDigest, baseArgument];

// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/commands.js + 1 modules
var commands = __webpack_require__(37744);
// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/copies.js
var dockerfile_copies = __webpack_require__(42886);
;// CONCATENATED MODULE: ./.build/js/src/policy/rules/downloads.js



const interpreters = /^(python[\d.]*|perl|ruby|node|php)$/;
const isFetching = ({ program }) => /^(curl|wget|aria2c|fetch|http)$/.test(program);
const addUrl = {
    name: 'add-url',
    title: 'ADD of a URL with its checksum',
    finds: 'An `ADD` of a URL without `--checksum`, or of a Git repository without a commit: the server decides what the image contains.',
    remedy: 'add --checksum=sha256:…, or a full commit after the "#" of a repository',
    bad: 'FROM scratch\nADD https://example.com/tool.tar.gz /',
    good: `FROM scratch\nADD --checksum=sha256:${'4c'.repeat(32)} https://example.com/tool.tar.gz /`,
    find: subject => addsIn(subject).flatMap(({ instruction: { line, flags }, stage, sources }) => {
        const checked = flags.some(({ name, value }) => name === 'checksum' && value !== '');
        const loose = sources.filter(source => !checked && ((0,dockerfile_copies/* isGit */.JL)(source) ? !/[#?=][^#]*[0-9a-f]{40}/.test(source) : (0,dockerfile_copies/* isAddress */.PW)(source)));
        return loose.map(source => ({
            line,
            stage,
            message: `ADD fetches ${(0,dockerfile_copies/* isGit */.JL)(source) ? 'a repository without a commit' : 'a URL without a checksum'}`,
        }));
    }),
};
const addsIn = (subject) => (0,policy_subject/* copiesIn */.Jp)(subject).filter(({ instruction }) => instruction.keyword === 'ADD');
const pipeToShell = {
    name: 'pipe-to-shell',
    title: 'No downloaded script into a shell',
    finds: 'A script that `curl` or `wget` downloads and a shell runs at once: `curl … | sh`, `sh -c "$(curl …)"` or `bash <(curl …)`. Even an incomplete download runs.',
    remedy: 'download it to a file, verify its checksum, then run it; or use a package',
    bad: 'FROM debian:13.1-slim\nRUN curl -fsSL https://example.com/install.sh | sh',
    good: 'FROM debian:13.1-slim\nADD --checksum=sha256:4c4c https://example.com/install.sh /tmp/\nRUN sh /tmp/install.sh',
    find: subject => (0,policy_subject/* commandsIn */.GO)(subject).flatMap(({ run, command }) => {
        const piped = runsInput(command) && comesFromNetwork(command.from);
        const outer = command.inside;
        const substituted = outer !== undefined && isFetching(command) && runsArgument(outer) && outer.args.some(isSubstitution);
        if (!piped && !substituted)
            return [];
        const shell = piped ? command.program : outer?.program;
        return [(0,policy_subject/* foundAt */.yb)(run, command, `${shell} runs a download without a check`)];
    }),
};
const comesFromNetwork = (command) => command !== undefined && (isFetching(command) || comesFromNetwork(command.from));
function runsInput({ program, args }) {
    if (!(0,commands/* isShell */.H)(program) && !interpreters.test(program))
        return false;
    const own = (0,commands/* isShell */.H)(program) ? /^-[a-z]*c$/ : /^-[cemr]$/;
    const [operand] = args.filter(arg => !/^-./.test(arg));
    return (!args.some(arg => own.test(arg)) && (operand === undefined || operand === '-' || args.includes('-s')));
}
const runsArgument = ({ program }) => (0,commands/* isShell */.H)(program) || interpreters.test(program) || /^(eval|source|\.)$/.test(program);
const isSubstitution = (arg) => /^\s*(\$\(|`|<\()/.test(arg);
const checks = ({ program, args }) => (/^(sha(1|224|256|384|512)sum|shasum|md5sum|b2sum|b3sum)$/.test(program) &&
    args.some(arg => /^(-[a-z]*c[a-z]*|--check)$/.test(arg))) ||
    (/^gpgv?2?$/.test(program) &&
        (program.startsWith('gpgv') || args.some(arg => arg === '--verify' || arg === '--dearmor'))) ||
    /^(cosign|minisign|signify|openssl|slsa-verifier|rpmkeys)$/.test(program) ||
    (program === 'gh' && args[0] === 'attestation');
const toFile = ({ program, args, redirects }) => program === 'wget'
    ? !args.some(arg => /^(-[a-zA-Z]*O-?|--spider)$/.test(arg) && /-$|spider/.test(arg)) &&
        !(args.includes('-O') && args[args.indexOf('-O') + 1] === '-')
    : args.some(arg => /^(-[a-zA-Z]*[oO]|--output|--remote-name)/.test(arg)) ||
        redirects.some(({ operator, target }) => operator.startsWith('>') && !/^(\/dev\/|[12]$)/.test(target));
const isVerifiedLater = (download, { stage }, runs) => runs
    .filter(other => other.stage === stage)
    .flatMap(other => other.commands)
    .some(each => checks(each) && each.args.some(arg => /^[^-]/.test(arg) && download.args.includes(arg)));
const unverified = {
    name: 'unverified-download',
    title: 'A checksum for each download',
    finds: 'A RUN that downloads a file with `curl` or `wget`, or pipes it into `tar`, without verifying a checksum or signature.',
    remedy: 'verify it, such as with echo "<sum>  file" | sha256sum -c, or use ADD --checksum',
    bad: 'FROM debian:13.1-slim AS fetch\nRUN curl -fsSLo /tool https://example.com/tool',
    good: 'FROM debian:13.1-slim AS fetch\nRUN curl -fsSLo /tool https://example.com/tool && echo "4c4c  /tool" | sha256sum -c',
    find: ({ runs }) => runs.flatMap(run => {
        if (run.commands.some(checks))
            return [];
        const download = run.commands.find(each => (isFetching(each) && toFile(each) && each.args.some(arg => /^(https?|ftp):|\$/.test(arg))) ||
            (/^(tar|unzip|bsdtar|gunzip|dpkg)$/.test(each.program) &&
                each.from !== undefined &&
                isFetching(each.from)));
        return download === undefined || isVerifiedLater(download, run, runs)
            ? []
            : [(0,policy_subject/* foundAt */.yb)(run, download, 'a download is not verified')];
    }),
};
const insecureFlags = [
    [/^curl$/, /^(-[a-zA-Z]*k[a-zA-Z]*|--insecure|--proxy-insecure)$/],
    [/^wget$/, /^--no-check-certificate$/],
    [
        /^(apt|apt-get|aptitude)$/,
        /^(--allow-unauthenticated|--force-yes|--allow-insecure-repositories)$|Allow(Unauthenticated|InsecureRepositories)=(1|true)/,
    ],
    [/^apk$/, /^--allow-untrusted$/],
    [/^(dnf5?|yum|microdnf)$/, /^--nogpgcheck$/],
    [/^zypper$/, /^--no-gpg-checks$/],
    [/^(pip[\d.]*|python[\d.]*|uv)$/, /^--(trusted-host|allow-insecure-host)\b/],
    [/^git$/, /^http\.sslVerify=(false|0)$/i],
];
const insecureVariables = /^(NODE_TLS_REJECT_UNAUTHORIZED=0|GIT_SSL_NO_VERIFY=(1|true)|PYTHONHTTPSVERIFY=0|NPM_CONFIG_STRICT_SSL=false|npm_config_strict_ssl=false|GOINSECURE=.+|GONOSUMDB=\*|GOFLAGS=.*-insecure.*|GONOSUMCHECK=1|GOSUMDB=off)$/;
function insecureAmong(assignments) {
    const set = assignments.find(each => insecureVariables.test(each));
    return set && `${set.split('=', 1).join('')} disables the checks of certificates or checksums`;
}
function insecureIn(command) {
    const { program, args, assignments } = command;
    const flag = insecureFlags.find(([name]) => name.test(program))?.[1];
    const found = flag && args.find(arg => flag.test(arg));
    if (found !== undefined)
        return `${program} ${found} accepts unverified sources`;
    const set = insecureAmong([...assignments, ...(program === 'export' ? args : [])]);
    if (set !== undefined)
        return set;
    const config = args.join(' ');
    if (/^(npm|yarn|pnpm)$/.test(program) && /\bstrict-ssl[= ]false\b/.test(config))
        return `${program} accepts any certificate`;
    if (program === 'git' && /http\.sslVerify[= ](false|0)\b/i.test(config))
        return 'git accepts any certificate';
    const plain = isFetching(command)
        ? args.find(arg => /^http:\/\/(?!(localhost|127\.|\[::1\]))/.test(arg))
        : undefined;
    return plain === undefined ? undefined : `${program} fetches over plain HTTP`;
}
const insecure = {
    name: 'insecure-download',
    title: 'Certificates and signatures are verified',
    finds: 'Flags and variables that disable checks (`curl -k`, `wget --no-check-certificate`, `apt-get --allow-unauthenticated`, `NODE_TLS_REJECT_UNAUTHORIZED=0` …), and plain HTTP.',
    remedy: 'use HTTPS, and add the missing CA to the trusted ones instead',
    bad: 'FROM debian:13.1-slim AS fetch\nRUN curl -kLo /tool https://example.com/tool',
    good: 'FROM debian:13.1-slim AS fetch\nRUN curl -fLo /tool https://example.com/tool',
    find: subject => [
        ...(0,policy_subject/* commandsIn */.GO)(subject).flatMap(({ run, command }) => {
            const message = insecureIn(command);
            return message === undefined ? [] : [(0,policy_subject/* foundAt */.yb)(run, command, message)];
        }),
        ...insecureEnvironment(subject),
        ...plainAdd(subject),
    ],
};
function insecureEnvironment({ stages }) {
    return stages.flatMap(stage => stage.instructions.flatMap(({ keyword, body, line }) => {
        if (keyword !== 'ENV' && keyword !== 'ARG')
            return [];
        const message = insecureAmong(body.text.replace(/["']/g, '').split(/\s+/));
        return message === undefined ? [] : [{ line, stage, message }];
    }));
}
const plainAdd = (subject) => addsIn(subject)
    .filter(({ sources }) => sources.some(source => /^(http|ftp|git):\/\//i.test(source)))
    .filter(({ instruction: { flags } }) => !flags.some(({ name }) => name === 'checksum'))
    .map(({ instruction: { line }, stage }) => {
    return { line, stage, message: 'ADD fetches without encryption' };
});
const gitClone = {
    name: 'git-clone',
    title: 'A commit for each clone',
    finds: 'A `git clone` in a RUN without a tag (`--branch v1.2.3`, `--revision`) or a checked-out commit: it gets the current state of the branch, and the build cache keeps that.',
    remedy: 'check out a commit, or use ADD with the commit after the "#"',
    bad: 'FROM debian:13.1-slim AS fetch\nRUN git clone https://example.com/tool.git',
    good: 'FROM debian:13.1-slim AS fetch\nRUN git clone --branch v1.2.3 https://example.com/tool.git',
    find: ({ runs }) => runs.flatMap(run => {
        const fixed = run.commands.some(({ program, args }) => program === 'git' && args.some(arg => /^(checkout|switch|reset)$/.test(arg)));
        return run.commands.flatMap(command => {
            if (fixed || command.program !== 'git' || !command.args.includes('clone'))
                return [];
            const named = command.args.some((arg, index, all) => /^(-b|--branch)$/.test(arg)
                ? /\d|\$/.test(all[index + 1] ?? '')
                : /^--(branch=.*[\d$]|revision)/.test(arg));
            return named ? [] : [(0,policy_subject/* foundAt */.yb)(run, command, 'git clone gets the current state of the branch')];
        });
    }),
};
const downloadRules = [addUrl, pipeToShell, unverified, insecure, gitClone];

// EXTERNAL MODULE: ./.build/js/src/config/suggest.js
var suggest = __webpack_require__(34182);
;// CONCATENATED MODULE: ./.build/js/src/policy/rules/hygiene.js




const keywords = 'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' ');
const syntax = {
    name: 'syntax',
    title: 'A valid Dockerfile',
    finds: 'An unknown instruction, an instruction before the first `FROM`, no `FROM`, a `target` that no stage has, or a line that ends with two escape characters, which parsers interpret differently.',
    remedy: 'correct the line',
    bad: 'FROM debian:13.1-slim\nRUNN mkdir /data',
    good: 'FROM debian:13.1-slim\nRUN mkdir /data',
    find: ({ file, stages, target, last }) => {
        const found = [];
        if (stages.length === 0)
            found.push({ line: 1, message: 'it has no FROM' });
        for (const { keyword, line } of file.instructions) {
            if (!keywords.includes(keyword)) {
                const near = (0,suggest/* nearest */.pA)(keyword, keywords);
                const remedy = near && `did you mean ${near}?`;
                found.push({ line, message: `${keyword} is not an instruction`, ...(0,map/* defined */.sw)({ remedy }) });
            }
            else if (stages.length > 0 && line < (stages[0]?.from.line ?? 0) && keyword !== 'ARG') {
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
const dockerignore = {
    name: 'dockerignore',
    title: 'A .dockerignore for the whole context',
    finds: 'A `COPY` or `ADD` of the whole context without a `.dockerignore`: it includes `.git`, dependencies and secret files.',
    remedy: 'add a .dockerignore, preferably one that excludes everything and lists the exceptions',
    bad: 'FROM node:24 AS build\nCOPY . .',
    good: 'FROM node:24 AS build\nCOPY src ./src',
    facts: { ignoreFile: false },
    find: subject => (0,policy_subject/* copiesIn */.Jp)(subject)
        .filter(({ sources }) => !subject.ignoreFile && sources.some(dockerfile_copies/* isWholeContext */.VP))
        .map(({ instruction: { line }, stage }) => {
        return { line, stage, message: 'the whole context is copied, and there is no .dockerignore' };
    }),
};
const execForm = {
    name: 'exec-form',
    title: 'CMD and ENTRYPOINT as a list',
    finds: 'A `CMD` or `ENTRYPOINT` that is not a JSON array. Its shell does not pass SIGTERM to the program, so Kubernetes waits for the grace period and kills it.',
    remedy: 'write it as a list, such as ["node", "main.js"]',
    bad: 'FROM node:24\nCMD node main.js',
    good: 'FROM node:24\nCMD ["node", "main.js"]',
    find: subject => ['CMD', 'ENTRYPOINT'].flatMap(keyword => {
        const last = (0,policy_subject/* lastOf */.g1)(subject, keyword);
        if (last === undefined || last.instruction.json !== undefined)
            return [];
        const { instruction, stage } = last;
        if (/^\s*exec\s/.test(instruction.body.text) || (0,policy_subject/* lastOf */.g1)(subject, 'SHELL') !== undefined || !stage.posix)
            return [];
        const { line, endLine } = instruction;
        return [{ line, endLine, stage, message: `${keyword} is run by a shell` }];
    }),
};
const hygieneRules = [syntax, dockerignore, execForm];

// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/stages.js
var dockerfile_stages = __webpack_require__(10352);
;// CONCATENATED MODULE: ./.build/js/src/policy/rules/lock-files.js





const verbOf = ({ args }) => args.find(arg => !arg.startsWith('-')) ?? '';
const has = ({ args }, ...flags) => args.some(arg => flags.includes(arg));
const takes = (...verbs) => (command) => verbs.includes(verbOf(command));
const bare = (command) => takes('install', 'i')(command) &&
    (0,dockerfile_installs/* operands */.b)(command.args, ['--prefix', '-C', '--dir', '--cwd']).length === 1 &&
    !has(command, '-g', '--global');
const writesGoSum = (command) => takes('build', 'install', 'run', 'test', 'list')(command) && has(command, '-mod=mod');
const needsSources = (command) => command.program === 'cargo' || (command.program === 'go' && (has(command, 'tidy') || writesGoSum(command)));
const tools = {
    npm: {
        manifest: 'package.json',
        locks: ['package-lock.json', 'npm-shrinkwrap.json'],
        installs: command => bare(command) || takes('ci', 'clean-install')(command),
    },
    yarn: {
        manifest: 'package.json',
        locks: ['yarn.lock'],
        installs: command => takes('install', '')(command) && !has(command, '--version', '-v', '--help'),
        freezing: ['--frozen-lockfile', '--immutable'],
    },
    pnpm: {
        manifest: 'package.json',
        locks: ['pnpm-lock.yaml'],
        installs: bare,
        freezing: ['--frozen-lockfile'],
    },
    bun: {
        manifest: 'package.json',
        locks: ['bun.lock', 'bun.lockb'],
        installs: bare,
        freezing: ['--frozen-lockfile'],
    },
    uv: {
        manifest: 'pyproject.toml',
        locks: ['uv.lock'],
        installs: takes('sync'),
        freezing: ['--locked', '--frozen'],
    },
    poetry: {
        manifest: 'pyproject.toml',
        locks: ['poetry.lock'],
        installs: takes('install', 'sync'),
    },
    pipenv: {
        manifest: 'Pipfile',
        locks: ['Pipfile.lock'],
        installs: takes('install', 'sync'),
        freezing: ['--deploy', '--ignore-pipfile'],
        isFrozen: takes('sync'),
    },
    bundle: {
        manifest: 'Gemfile',
        locks: ['Gemfile.lock'],
        installs: command => takes('install', '')(command) && !has(command, '--version'),
        freezing: ['--frozen', '--deployment'],
        isFrozen: (_, { stage, commands }) => Object.entries(stage.variables).some(([name, value]) => /^BUNDLE_(FROZEN|DEPLOYMENT)$/.test(name) && /^(1|true)$/.test(value)) ||
            commands.some(({ program, args }) => program === 'bundle' && args[0] === 'config' && args.some(arg => /frozen|deployment/.test(arg))),
    },
    composer: {
        manifest: 'composer.json',
        locks: ['composer.lock'],
        installs: takes('install', 'update', 'u'),
        loose: command => (takes('install')(command) ? undefined : 'composer update may install newer versions'),
    },
    cargo: {
        manifest: 'Cargo.toml',
        locks: ['Cargo.lock'],
        installs: command => takes('build', 'fetch', 'b')(command) && !has(command, '--offline'),
        freezing: ['--locked', '--frozen'],
    },
    go: {
        manifest: 'go.mod',
        locks: ['go.sum'],
        installs: command => (takes('mod')(command) && has(command, 'download', 'vendor', 'tidy')) || writesGoSum(command),
        loose: command => writesGoSum(command)
            ? `go ${verbOf(command)} -mod=mod may change go.mod and go.sum`
            : has(command, 'tidy')
                ? 'go mod tidy may change go.mod and go.sum'
                : undefined,
    },
};
const installing = (command) => {
    const tool = Object.hasOwn(tools, command.program) ? tools[command.program] : undefined;
    return tool?.installs(command) ? tool : undefined;
};
function looseIn(command, run) {
    const { freezing, isFrozen, loose } = installing(command) ?? {};
    if (freezing === undefined)
        return loose?.(command);
    if (has(command, ...freezing) || isFrozen?.(command, run))
        return undefined;
    const verb = takes('', 'i')(command) ? 'install' : verbOf(command);
    return `${command.program} ${verb} may change the lock file`;
}
const frozen = {
    name: 'frozen-lockfile',
    title: 'Exactly the versions of the lock file',
    finds: 'An install with yarn, pnpm, bun, uv, pipenv, bundler, composer, cargo or go (`go mod tidy`, `-mod=mod`) that resolves new versions instead of failing if the lock file is out of date.',
    remedy: 'add the flag that prevents it: --frozen-lockfile, --immutable (yarn 2 and later), --locked (uv, cargo), --deploy (pipenv), BUNDLE_FROZEN=true, or go mod download',
    bad: 'FROM node:24 AS build\nCOPY package.json yarn.lock ./\nRUN yarn install',
    good: 'FROM node:24 AS build\nCOPY package.json yarn.lock ./\nRUN yarn install --immutable',
    find: subject => (0,policy_subject/* commandsIn */.GO)(subject).flatMap(({ run, command }) => {
        const message = looseIn(command, run);
        return message === undefined ? [] : [(0,policy_subject/* foundAt */.yb)(run, command, message)];
    }),
};
const npmCi = {
    name: 'npm-ci',
    title: 'npm ci, not npm install',
    finds: '`npm install` without package names, and `npm update`: they change a lock file that does not match package.json. `npm ci` fails instead, and starts from an empty node_modules.',
    remedy: 'use npm ci',
    bad: 'FROM node:24 AS build\nCOPY package.json package-lock.json ./\nRUN npm install --omit=dev',
    good: 'FROM node:24 AS build\nCOPY package.json package-lock.json ./\nRUN npm ci --omit=dev',
    find: subject => (0,policy_subject/* commandsIn */.GO)(subject).flatMap(({ run, command }) => {
        if (command.program !== 'npm' || !(bare(command) || takes('update', 'up')(command)))
            return [];
        if (command.args.includes('-g') || command.args.includes('--global'))
            return [];
        const message = `npm ${verbOf(command)} may install versions that differ from package-lock.json`;
        return [(0,policy_subject/* foundAt */.yb)(run, command, message)];
    }),
};
function installsIn(subject) {
    const all = subject.runs.flatMap(run => {
        const command = run.commands.find(each => installing(each) !== undefined);
        const tool = command && installing(command);
        return command === undefined || tool === undefined ? [] : [{ run, command, tool }];
    });
    return all
        .map(each => {
        const stages = (0,dockerfile_stages/* chainOf */.dR)(each.run.stage);
        const again = all.some(({ run, tool }) => tool === each.tool &&
            stages.includes(run.stage) &&
            run.instruction.line < each.run.instruction.line);
        return { ...each, again, copies: copiesBefore(each.run, subject) };
    })
        .filter(({ run }) => !run.instruction.flags.some(mountsSources));
}
const mountsSources = ({ name, value }) => name === 'mount' && (/type=bind/.test(value) || !/type=/.test(value));
const copiesBefore = ({ stage, instruction: run }, { file }) => (0,policy_subject/* copiesIn */.Jp)({ stages: (0,dockerfile_stages/* chainOf */.dR)(stage), file }).filter(({ instruction }) => instruction.line < run.line && instruction.onbuild === run.onbuild);
const names = (source, files) => {
    const pattern = source.slice(source.lastIndexOf('/') + 1).replace(/\[[^\]]*\]|\?/g, '*');
    return files.some(file => (0,patterns/* matchesPath */.$h)(pattern, file));
};
const nameIsWhole = (source) => (0,dockerfile_copies/* isWholeContext */.VP)(source) || !/[.*]/.test(source.slice(source.lastIndexOf('/') + 1));
const lockFile = {
    name: 'lock-file',
    title: 'The lock file is copied',
    finds: 'An install after a copy of the dependency list without its lock file, such as `package.json` without `package-lock.json`: each build resolves versions again.',
    remedy: 'copy the lock file together with the list of dependencies',
    bad: 'FROM node:24 AS build\nCOPY package.json ./\nRUN npm ci',
    good: 'FROM node:24 AS build\nCOPY package.json package-lock.json ./\nRUN npm ci',
    find: subject => installsIn(subject).flatMap(({ run, command, tool, copies }) => {
        const sources = copies.flatMap(each => each.sources);
        const listed = copies.find(each => each.sources.some(source => names(source, [tool.manifest])));
        if (listed === undefined || sources.some(source => nameIsWhole(source) || names(source, tool.locks)))
            return [];
        const message = `${command.program} installs without ${tool.locks.join(' or ')}, which was not copied`;
        return [{ line: listed.instruction.line, stage: run.stage, message }];
    }),
};
const copyOrder = {
    name: 'copy-order',
    title: 'Lock file before sources',
    finds: 'A `COPY` of the whole context before dependencies are installed: every changed source file installs them again.',
    remedy: 'copy the lock file and install first, then copy the sources',
    bad: 'FROM node:24 AS build\nCOPY . .\nRUN npm ci',
    good: 'FROM node:24 AS build\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .',
    find: subject => installsIn(subject).flatMap(({ run, command, copies, again }) => {
        if (again || needsSources(command))
            return [];
        const whole = copies.find(({ sources }) => sources.some(dockerfile_copies/* isWholeContext */.VP));
        if (whole === undefined)
            return [];
        const { line, endLine } = whole.instruction;
        const message = `everything is copied before ${command.program} installs on line ${command.line}`;
        return [{ line, endLine, stage: run.stage, message }];
    }),
};
const lockFileRules = [npmCi, frozen, lockFile, copyOrder];

;// CONCATENATED MODULE: ./.build/js/src/policy/rules/permissions.js


const sudo = {
    name: 'sudo',
    title: 'No sudo',
    finds: 'sudo in a RUN, or installed into the image. A build starts as root and does not need it, and in the image it lets a process become root.',
    remedy: 'write USER root before the steps that need it, and the other user after them; to change the user at start, use setpriv or su-exec',
    bad: 'FROM debian:13.1-slim\nUSER 1000\nRUN sudo mkdir /data',
    good: 'FROM debian:13.1-slim\nRUN mkdir /data\nUSER 1000',
    find: subject => (0,policy_subject/* commandsIn */.GO)(subject).flatMap(({ run, command }) => {
        const installs = run.final && (0,dockerfile_installs/* installOf */.h)(command)?.packages.some(name => /^sudo([=~].*)?$/.test(name));
        if (!installs && !command.wrappers.includes('sudo'))
            return [];
        const message = installs
            ? 'sudo is installed into the image'
            : `sudo runs ${command.program || 'a command'}`;
        return [(0,policy_subject/* foundAt */.yb)(run, command, message)];
    }),
};
const nopasswd = {
    name: 'sudo-nopasswd',
    title: 'No sudo without a password',
    finds: '`NOPASSWD` for sudo: any process in the container can become root at any time.',
    remedy: 'remove the line, and run the steps that need root before the last USER',
    bad: "FROM debian:13.1-slim\nRUN echo 'app ALL=(ALL) NOPASSWD:ALL' >> /etc/sudoers",
    good: 'FROM debian:13.1-slim\nRUN mkdir /data && chown 1000 /data\nUSER 1000',
    find: ({ stages }) => stages.flatMap(stage => stage.instructions.flatMap(({ keyword, body, heredocs, line }) => {
        if (keyword !== 'RUN' && keyword !== 'COPY')
            return [];
        const found = [body, ...heredocs.map(each => each.body)].flatMap(({ text, lineAt }) => {
            const offset = text.search(/NOPASSWD\s*:/);
            return offset < 0 ? [] : [lineAt(offset)];
        });
        const [first = line] = found;
        return found.length === 0 ? [] : [{ line: first, stage, message: 'sudo needs no password' }];
    })),
};
function letsAllWrite(mode) {
    if (/^[0-7]{3,5}$/.test(mode)) {
        const bits = Number.parseInt(mode, 8);
        return (bits & 0o2) !== 0 && (bits & 0o1000) === 0;
    }
    return mode.split(',').some(clause => {
        const [, who = '', what = ''] = /^([ugoa]*)((?:[-+=][rwxXstugo]*)+)$/.exec(clause) ?? [];
        return (who.includes('o') || who.includes('a')) && /[+=][rxXst]*w/.test(what) && !what.includes('t');
    });
}
const modesOf = ({ program, args }) => {
    if (program === 'chmod')
        return args.filter(arg => !/^-[a-zA-Z]*$|^--/.test(arg) || /^-[rwx]+$/.test(arg)).slice(0, 1);
    if (program === 'install' || program === 'mkdir')
        return args.flatMap((arg, index) => arg === '-m' ? [args[index + 1] ?? ''] : (/^(-m|--mode=)(.+)/.exec(arg)?.[2] ?? []));
    return [];
};
const temporaryIn = ({ commands }) => new Set(commands.flatMap(({ assignments }) => assignments.flatMap(each => /^(\w+)=.*\bmktemp\b/s.exec(each)?.[1] ?? [])));
function changesOnly(temporary, { program, args }) {
    if (program !== 'chmod' || temporary.size === 0)
        return false;
    const paths = args.filter(arg => !arg.startsWith('-')).slice(1);
    return paths.length > 0 && paths.every(path => temporary.has(/^"?\$\{?(\w+)\}?"?$/.exec(path)?.[1] ?? ''));
}
const writable = (line, stage, what, mode) => ({
    line,
    stage,
    message: `${what} ${mode} lets any user write`,
});
const worldWritable = {
    name: 'world-writable',
    title: 'No world-writable files',
    finds: 'A mode that lets any user write, such as `chmod 777`, `chmod a+w` or `COPY --chmod=666`: an attacker in the container can change the program. A shared folder needs the sticky bit (`1777`).',
    remedy: 'make the user who needs the file its owner with --chown or chown, and use the mode 755 or 644',
    bad: 'FROM debian:13.1-slim\nCOPY --chmod=777 app /app',
    good: 'FROM debian:13.1-slim\nCOPY --chmod=755 app /app',
    find: ({ runs, stages }) => [
        ...runs.flatMap(run => {
            const temporary = temporaryIn(run);
            return run.commands.flatMap(command => (changesOnly(temporary, command) ? [] : modesOf(command))
                .filter(letsAllWrite)
                .map(mode => writable(command.line, run.stage, command.program, mode)));
        }),
        ...stages.flatMap(stage => stage.instructions.flatMap(({ keyword, flags, line }) => flags
            .filter(({ name, value }) => name === 'chmod' && letsAllWrite(value))
            .map(({ value }) => writable(line, stage, `${keyword} --chmod`, value)))),
    ],
};
const permissionRules = [sudo, nopasswd, worldWritable];

;// CONCATENATED MODULE: ./.build/js/src/policy/rules/pins.js


const beyond = (name) => /^(\.{0,2}\/|~|\.$|file:)/.test(name) || /[$`]/.test(name);
const exact = /^\d/;
const pins = [
    {
        manager: 'pip',
        name: 'pin-pip',
        title: 'Versions for pip',
        how: 'pip installs the newest version.',
        remedy: 'install from a lock file with hashes, or write name==version',
        bad: 'RUN pip install --no-cache-dir gunicorn',
        good: 'RUN pip install --no-cache-dir gunicorn==23.0.0',
        pinned: name => /===?[^=*]+$|~=|<\d/.test(name) ||
            / @ \S+[0-9a-f]{40}/.test(name) ||
            /\.(whl|tar\.gz|zip)(#.*)?$/.test(name) ||
            /^git\+.*@(v?\d|[0-9a-f]{40})/.test(name),
    },
    {
        manager: 'npm',
        name: 'pin-npm',
        title: 'Versions for npm',
        how: 'npm installs the newest version.',
        remedy: 'add it to package.json and its lock file, or write name@version',
        bad: 'RUN npm install -g serve',
        good: 'RUN npm install -g serve@14.2.5',
        pinned: name => exact.test(/.@(?:npm:.+@)?v?([^@]+)$/.exec(name)?.[1] ?? '') ||
            /\.tgz$|#(semver:)?[0-9a-f]{40}$/.test(name),
    },
    {
        manager: 'go',
        name: 'pin-go',
        title: 'Versions for go install',
        how: '`@latest` is the newest version.',
        remedy: 'write module@vX.Y.Z, or add it to go.mod as a tool',
        bad: 'RUN go install github.com/pressly/goose/v3/cmd/goose@latest',
        good: 'RUN go install github.com/pressly/goose/v3/cmd/goose@v3.26.0',
        pinned: name => !name.includes('@') || /@(v\d+\.\d+\.\d+|[0-9a-f]{12,40})/.test(name),
    },
    {
        manager: 'gem',
        name: 'pin-gem',
        title: 'Versions for gem',
        how: 'gem installs the newest version.',
        remedy: 'install from Gemfile.lock, or write name:version',
        bad: 'RUN gem install bundler',
        good: 'RUN gem install bundler:2.7.2',
        pinned: (name, { args }) => /:\d/.test(name) || /\.gem$/.test(name) || args.some(arg => /^(-v|--version)/.test(arg)),
    },
    {
        manager: 'cargo',
        name: 'pin-cargo',
        title: 'Versions for cargo install',
        how: 'cargo installs the newest version.',
        remedy: 'write name@version and --locked',
        bad: 'RUN cargo install sqlx-cli',
        good: 'RUN cargo install --locked sqlx-cli@0.8.6',
        pinned: (name, { args }) => /@\d/.test(name) || args.some(arg => /^--(vers(ion)?|rev|tag|path)\b/.test(arg)),
    },
];
const base = `FROM debian:13.1-slim@sha256:${'4c'.repeat(32)}`;
const pinRules = pins.map(({ how, manager, pinned, ...pin }) => ({
    ...pin,
    finds: `A package without a version in a stage that is part of the image. ${how} A later build of the same commit gives a different image.`,
    bad: `${base}\n${pin.bad}`,
    good: `${base}\n${pin.good}`,
    find: subject => (0,policy_subject/* commandsIn */.GO)(subject).flatMap(({ run, command }) => {
        const install = run.final ? (0,dockerfile_installs/* installOf */.h)(command) : undefined;
        if (install?.manager !== manager)
            return [];
        const loose = install.packages.filter(name => !beyond(name) && !pinned(name, command));
        if (loose.length === 0)
            return [];
        const shown = loose.slice(0, 5).join(', ');
        const more = loose.length > 5 ? ` and ${loose.length - 5} more` : '';
        const message = `${command.program} installs ${shown}${more} without a version`;
        return [(0,policy_subject/* foundAt */.yb)(run, command, message)];
    }),
}));

// EXTERNAL MODULE: ./.build/js/src/policy/rules/secrets.js
var secrets = __webpack_require__(11441);
;// CONCATENATED MODULE: ./.build/js/src/policy/rules/stages.js


const builderImages = /(^|\/)(golang|rust|gcc|maven|gradle|buildpack-deps|swift|haskell|clojure|sbt|emsdk|dotnet\/sdk|sdk|build|builder|[\w-]+-builder|ubi\d*\/[\w-]+-(devel|toolset))$/;
const builderTags = /(^|[-_.])(sdk|jdk|devel|dev|build|builder)([-_.]|$)/;
const compilers = /^(build-essential|build-base|gcc|g\+\+|clang|make|cmake|rustc?|cargo|golang(-go)?|go|maven|gradle|default-jdk|openjdk-\d+-jdk(-headless)?|gcc-c\+\+|python3?-dev(el)?|linux-headers|musl-dev|libc6?-dev|autoconf|automake)$/;
const buildTools = {
    name: 'build-tools',
    title: 'No build tools in the image',
    finds: 'A last stage that starts from a build image, such as `golang` or a tag with `sdk`, or installs a compiler. Build tools make the image large and help an attacker.',
    remedy: 'start the last stage from a runtime image, and copy the build result into it',
    bad: 'FROM golang:1.25.4-trixie\nCOPY server /server\nENTRYPOINT ["/server"]',
    good: 'FROM gcr.io/distroless/static-debian13:nonroot\nCOPY server /server\nENTRYPOINT ["/server"]',
    find: subject => [...builderBase(subject), ...installedCompilers(subject)],
};
function builderBase({ chain, uses }) {
    const [first] = chain;
    const use = uses.find(each => each.how === 'FROM' && each.stage === first);
    if (first === undefined || use?.image === undefined)
        return [];
    const [, repository = '', tag = ''] = /^(.*?)(?::([^/@]*))?(?:@.*)?$/.exec(use.image) ?? [];
    if (!builderImages.test(repository) && !builderTags.test(tag))
        return [];
    return [
        { line: use.line, stage: first, message: `the image starts from ${use.image}, which is a build image` },
    ];
}
function installedCompilers(subject) {
    const removed = (name) => (0,policy_subject/* commandsIn */.GO)(subject).some(({ command: { program, args } }) => (/^apt(-get)?$/.test(program) &&
        args.some(arg => arg === 'purge' || arg === 'remove' || arg === 'autoremove') &&
        args.includes(name)) ||
        (program === 'apk' && args[0] === 'del'));
    const restoresMarks = ({ commands }) => commands.some(({ program }) => program === 'apt-mark') &&
        commands.some(({ args }) => args.includes('--auto-remove') || args.includes('autoremove'));
    const restored = new Set(subject.runs.filter(restoresMarks));
    return (0,policy_subject/* commandsIn */.GO)(subject).flatMap(({ run, command }) => {
        if (!run.final || run.instruction.onbuild || restored.has(run))
            return [];
        const { manager, packages } = (0,dockerfile_installs/* installOf */.h)(command) ?? { packages: [] };
        if (manager !== 'apt' && manager !== 'apk' && manager !== 'dnf')
            return [];
        const found = packages
            .map(each => each.replace(/[=~<>].*$/, ''))
            .filter(each => compilers.test(each) && !removed(each));
        if (found.length === 0)
            return [];
        return [(0,policy_subject/* foundAt */.yb)(run, command, `${found.join(', ')} stays in the image`)];
    });
}
const stageRules = [buildTools];

// EXTERNAL MODULE: ./.build/js/src/policy/rules/user.js
var user = __webpack_require__(4037);
;// CONCATENATED MODULE: ./.build/js/src/policy/rules.js










const dockerfileRuleGroups = [
    { title: 'Base images', rules: baseRules },
    { title: 'Stages', rules: stageRules },
    { title: 'User', rules: user/* userRules */.h },
    { title: 'Dependencies from a lock file', rules: lockFileRules },
    { title: 'Packages', rules: [...pinRules, aptUpdate] },
    { title: 'Downloads', rules: downloadRules },
    { title: 'Permissions', rules: permissionRules },
    { title: 'Secrets', rules: secrets/* secretRules */.W },
    { title: 'Good practice', rules: hygieneRules },
];
const dockerfileRules = dockerfileRuleGroups.flatMap(({ rules }) => rules);

;// CONCATENATED MODULE: ./.build/js/src/policy/check.js








function readDockerfile({ path, text }) {
    try {
        return (0,parse/* parseDockerfile */.A)(text);
    }
    catch (error) {
        if (!(error instanceof parse/* ParseError */.m))
            throw error;
        const problem = `${path}:${error.line}: the instruction cannot be parsed`;
        throw new errors/* UserError */.yo(problem, 'correct the instruction, or write it in a simpler form', { cause: error });
    }
}
function checkDockerfile(checked, policy, now, others = []) {
    const file = readDockerfile(checked);
    const subject = (0,policy_subject/* subjectOf */.et)(file, checked);
    const make = (rule, found, remedy) => {
        const level = (0,config_rules/* levelOf */.In)(rule, policy.rules);
        if (level === 'off')
            return [];
        const place = placeFor(found, checked.path, file, subject.stages);
        return [{ rule, level, images: [checked.image], place, message: found.message, remedy }];
    };
    const own = dockerfileRules.flatMap(rule => once((0,config_rules/* levelOf */.In)(rule.name, policy.rules) === 'off' ? [] : rule.find(subject)).flatMap(found => make(rule.name, found, found.remedy ?? rule.remedy)));
    const theirs = others
        .filter(other => !own.some(each => saysTheSame(each, other)))
        .flatMap(({ rule, remedy, ...found }) => make(rule, found, remedy));
    const { ignores, wrong } = readIgnores(file);
    const forbidden = !policy['ignore-comments'];
    const found = [...own, ...theirs];
    const weighed = forbidden ? found : ignore(found, ignores);
    const unallowed = {
        message: 'a comment ignores a rule, which slipway.yml does not allow',
        remedy: 'remove it, or add an exception to slipway.yml',
    };
    const comments = [
        ...[...wrong, ...(forbidden ? ignores.map(({ line }) => ({ line, ...unallowed })) : [])].flatMap(each => make('ignore-comment', each, each.remedy)),
        ...(forbidden ? [] : unusedIgnores(found, ignores)).flatMap(({ line, rule }) => {
            const message = `a comment ignores ${rule}, but there is no such finding`;
            return make('ignore-unused', { line, message }, 'remove it');
        }),
    ];
    return (0,exceptions/* except */.iu)([...weighed, ...comments], policy.exceptions, now);
}
function placeFor(found, path, file, stages) {
    const { line, endLine = line } = found;
    const stage = found.stage ?? stages.findLast(each => each.from.line <= line);
    const name = stage && (stage.name ?? String(stage.index));
    const text = file.lines[line - 1] ?? '';
    return { kind: 'dockerfile', path, line, endLine, text, ...(0,map/* defined */.sw)({ stage: name }) };
}
function once(found) {
    return [...new Map(found.map(each => [`${each.line} ${each.message}`, each])).values()];
}
const same = {
    'buildkit/SecretsUsedInArgOrEnv': ['secret-name', 'secret-value'],
    'buildkit/JSONArgsRecommended': ['exec-form'],
    'buildkit/UndefinedArgInFrom': ['base-argument'],
    'buildkit/InvalidDefaultArgInFrom': ['base-argument'],
};
function saysTheSame({ rule, place }, other) {
    return (place.kind === 'dockerfile' &&
        (same[other.rule] ?? []).includes(rule) &&
        place.line <= other.endLine &&
        place.endLine >= other.line);
}
function merged(findings) {
    const groups = Map.groupBy(findings, ({ rule, place, message, level, excused }) => level === 'info' && place.kind === 'dockerfile' && excused === undefined
        ? `${rule} ${place.path}`
        : JSON.stringify([rule, place, message, level, excused]));
    return [...groups.values()].map(group => {
        const [first] = group;
        const lines = group.flatMap(({ place }) => (place.kind === 'dockerfile' ? [place.line] : []));
        const [, ...others] = new Set(lines);
        const more = others.length === 0 ? '' : `; also in line ${others.join(', ')}`;
        const images = [...new Set(group.flatMap(each => each.images))];
        return { ...first, images, message: `${first.message}${more}` };
    });
}


/***/ }),

/***/ 37744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ commandsOf),
  H: () => (/* binding */ isShell)
});

;// CONCATENATED MODULE: ./.build/js/src/policy/dockerfile/shell.js
const deepest = 20;
function readShell(script, heredocs = []) {
    return new Reader(script, [...heredocs]).read();
}
class Reader {
    #text;
    #lineAt;
    #heredocs;
    #found = [];
    #pending = [];
    #at = 0;
    #depth = 0;
    #close = '';
    constructor({ text, lineAt }, heredocs) {
        this.#text = text;
        this.#lineAt = lineAt;
        this.#heredocs = heredocs;
    }
    read() {
        while (this.#at < this.#text.length)
            this.#list(undefined, '');
        return this.#found;
    }
    #list(inside, close) {
        this.#depth += 1;
        const outer = this.#close;
        this.#close = close;
        let draft = this.#draft(inside, undefined);
        const finish = (from) => {
            if (draft.words.length + draft.redirects.length + draft.input.length > 0)
                this.#found.push(draft);
            draft = this.#draft(inside, from);
        };
        while (this.#at < this.#text.length) {
            const rest = this.#text.slice(this.#at, this.#at + 3);
            const [first = ''] = rest;
            if (first === close) {
                this.#at += 1;
                break;
            }
            if (first === '\n') {
                this.#at += 1;
                finish(undefined);
                this.#bodies();
            }
            else if (/\s/.test(first))
                this.#at += 1;
            else if (rest.startsWith('\\\n'))
                this.#at += 2;
            else if (first === '#')
                this.#at = this.#lineEnd();
            else if (rest.startsWith('||') || rest.startsWith('&&')) {
                this.#at += 2;
                finish(undefined);
            }
            else if (first === '|') {
                this.#at += rest.startsWith('|&') ? 2 : 1;
                finish(draft.words.length > 0 ? draft : this.#found.at(-1));
            }
            else if (/^&>/.test(rest) || /^\d*[<>]/.test(this.#text.slice(this.#at, this.#at + 12))) {
                this.#redirect(draft);
            }
            else if (first === ';' || first === '&' || first === '(' || first === ')') {
                this.#at += 1;
                finish(undefined);
            }
            else {
                if (draft.words.length === 0)
                    draft.line = this.#lineAt(this.#at);
                draft.words.push(this.#word(draft));
            }
        }
        finish(undefined);
        this.#close = outer;
        this.#depth -= 1;
    }
    #draft(inside, from) {
        return { words: [], line: this.#lineAt(this.#at), from, redirects: [], input: [], inside };
    }
    #word(draft) {
        let word = '';
        while (this.#at < this.#text.length) {
            const char = this.#text[this.#at] ?? '';
            if (/[\s;&|<>()]/.test(char) || char === this.#close)
                break;
            if (char === '\\') {
                const next = this.#text[this.#at + 1] ?? '';
                word += next === '\n' ? '' : next;
                this.#at += 2;
            }
            else if (char === "'") {
                const end = this.#text.indexOf("'", this.#at + 1);
                const to = end < 0 ? this.#text.length : end;
                word += this.#text.slice(this.#at + 1, to);
                this.#at = to + 1;
            }
            else if (char === '"')
                word += this.#quoted(draft);
            else if (char === '$' || char === '`')
                word += this.#expansion(draft);
            else {
                word += char;
                this.#at += 1;
            }
        }
        return word;
    }
    #quoted(draft) {
        let word = '';
        this.#at += 1;
        while (this.#at < this.#text.length && this.#text[this.#at] !== '"') {
            const char = this.#text[this.#at] ?? '';
            const next = this.#text[this.#at + 1] ?? '';
            if (char === '\\' && '"\\$`\n'.includes(next)) {
                word += next === '\n' ? '' : next;
                this.#at += 2;
            }
            else if (char === '$' || char === '`')
                word += this.#expansion(draft);
            else {
                word += char;
                this.#at += 1;
            }
        }
        this.#at += 1;
        return word;
    }
    #expansion(draft) {
        const start = this.#at;
        if (this.#text.startsWith('${', start))
            this.#at = this.#after('}', start);
        else if (this.#text.startsWith('$((', start))
            this.#at = this.#after('))', start) + 1;
        else if (this.#text.startsWith('$(', start))
            this.#substitution(draft, 2, ')');
        else if (this.#text[start] === '`')
            this.#substitution(draft, 1, '`');
        else
            this.#at += 1;
        return this.#text.slice(start, this.#at);
    }
    #substitution(draft, opening, close) {
        this.#at += opening;
        if (this.#depth < deepest)
            this.#list(draft, close);
        else
            this.#at = this.#text.length;
    }
    #after(close, start) {
        const end = this.#text.indexOf(close, start);
        return end < 0 ? this.#text.length : end + 1;
    }
    #redirect(draft) {
        const [operator = '>'] = /^(&>>?|\d*(<<<|<<-?|<&|>&|>>|>\||<>|<\(|>\(|<|>))/.exec(this.#text.slice(this.#at, this.#at + 16)) ??
            [];
        const kind = operator.replace(/^\d+/, '');
        this.#at += operator.length;
        if (kind === '<(' || kind === '>(') {
            this.#substitution(draft, 0, ')');
            draft.words.push(`${kind}…)`);
            return;
        }
        this.#blanks();
        const quoted = /["'\\]/.test(this.#text[this.#at] ?? '');
        const target = this.#word(draft);
        if (kind !== '<<' && kind !== '<<-')
            draft.redirects.push({ operator: kind, target });
        else if (this.#heredocs.length > 0)
            draft.input.push(this.#heredocs.shift());
        else if (target !== '' || quoted)
            this.#pending.push({ draft, delimiter: target, indented: kind === '<<-' });
    }
    #blanks() {
        while (/[ \t]/.test(this.#text[this.#at] ?? ''))
            this.#at += 1;
    }
    #lineEnd() {
        const end = this.#text.indexOf('\n', this.#at);
        return end < 0 ? this.#text.length : end;
    }
    #bodies() {
        for (const { draft, delimiter, indented } of this.#pending.splice(0)) {
            const start = this.#at;
            let end = this.#text.length;
            while (this.#at < this.#text.length) {
                const to = this.#lineEnd();
                const line = this.#text.slice(this.#at, to);
                const here = this.#at;
                this.#at = Math.min(to + 1, this.#text.length);
                if ((indented ? line.replace(/^\t+/, '') : line) === delimiter) {
                    end = here;
                    break;
                }
                if (to === this.#text.length)
                    break;
            }
            const lineAt = this.#lineAt;
            draft.input.push({ text: this.#text.slice(start, end), lineAt: offset => lineAt(start + offset) });
        }
    }
}

;// CONCATENATED MODULE: ./.build/js/src/policy/dockerfile/commands.js

const shells = ['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh'];
const isShell = (program) => shells.includes(program);
const commands_deepest = 5;
function commandsOf(instruction, posix) {
    if (instruction.keyword !== 'RUN' || !posix)
        return [];
    const { json, line, heredocs } = instruction;
    if (json !== undefined)
        return commandsFrom([{ words: json, line, from: undefined, redirects: [], input: [], inside: undefined }], 0);
    const documents = heredocs.map(each => each.body);
    return commandsFrom(readShell(instruction.body, documents), 0);
}
function commandsFrom(simples, depth) {
    const made = new Map();
    const make = (simple) => {
        const known = made.get(simple);
        if (known !== undefined)
            return known;
        const command = commandOf(simple, simple.from && make(simple.from), simple.inside && make(simple.inside));
        made.set(simple, command);
        return command;
    };
    return simples.flatMap(simple => {
        const command = make(simple);
        const scripts = depth < commands_deepest ? scriptsOf(command) : [];
        return [command, ...scripts.flatMap(script => commandsFrom(readShell(script), depth + 1))];
    });
}
function scriptsOf({ program, args, line, input }) {
    if (program === 'eval')
        return [{ text: args.join(' '), lineAt: () => line }];
    if (program !== '' && !isShell(program))
        return [];
    const flag = args.findIndex(arg => /^-[a-z]*c$/.test(arg));
    const script = flag < 0 ? undefined : args[flag + 1];
    if (script !== undefined)
        return [{ text: script, lineAt: () => line }];
    return input.filter(({ text }) => !foreign(text));
}
const foreign = (script) => /^#!/.test(script) && !/^#!\S*(\/|\s)(sh|bash|ash|dash|zsh|ksh)\b/.test(script.split('\n', 1).join(''));
const reserved = 'if then elif else while until do ! { time exec command nohup builtin'.split(' ');
const assignment = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;
const wrappers = {
    sudo: /^-[ugCphrtT]$/,
    env: /^-[uCS]$/,
    nice: /^-n$/,
    timeout: /^-[ks]$/,
    gosu: /^$/,
    'su-exec': /^$/,
    xargs: /^-[aEILnPsd]$/,
    stdbuf: /^$/,
};
function commandOf(simple, from, inside) {
    const words = [...simple.words];
    const assignments = [];
    const wrapping = [];
    for (;;) {
        const [first] = words;
        if (first === undefined)
            break;
        if (assignment.test(first))
            assignments.push(words.shift() ?? '');
        else if (reserved.includes(first))
            words.shift();
        else {
            const name = nameOf(first);
            const valued = Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
            if (valued === undefined)
                break;
            wrapping.push(name);
            words.shift();
            while (words[0]?.startsWith('-'))
                if (valued.test(words.shift() ?? ''))
                    words.shift();
            if (name === 'timeout' || name === 'gosu' || name === 'su-exec')
                words.shift();
        }
    }
    const [program = '', ...args] = words;
    return {
        program: nameOf(program),
        args,
        line: simple.line,
        assignments,
        wrappers: wrapping,
        redirects: simple.redirects,
        input: simple.input,
        from,
        inside,
    };
}
const nameOf = (word) => (/[$`]/.test(word) ? word : word.slice(word.lastIndexOf('/') + 1));


/***/ }),

/***/ 42886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JL: () => (/* binding */ isGit),
/* harmony export */   PW: () => (/* binding */ isAddress),
/* harmony export */   VP: () => (/* binding */ isWholeContext),
/* harmony export */   mW: () => (/* binding */ copiedBy)
/* harmony export */ });
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63166);

function copiedBy({ keyword, json, body, flags }, variables, escapeChar) {
    if (!/^(COPY|ADD)$/.test(keyword) || flags.some(({ name }) => name === 'from'))
        return undefined;
    const words = json ?? (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(body.text, escapeChar).map(({ text }) => text);
    return words
        .slice(0, -1)
        .map(word => (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(word, variables) ?? word)
        .filter(word => !word.startsWith('<<'));
}
const isWholeContext = (source) => /^(\.\/?|\/|\*|\.\/\*)$/.test(source);
const isAddress = (source) => /^(https?|ftp):\/\//i.test(source);
const isGit = (source) => /^git@|^(git|ssh):\/\//.test(source) || /^https?:\/\/[^#?]+\.git(#.*)?(\?.*)?$/i.test(source);


/***/ }),

/***/ 72379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ operands),
/* harmony export */   h: () => (/* binding */ installOf)
/* harmony export */ });
const valued = {
    apt: '-t --target-release -o --option -c --config-file -a --host-architecture',
    apk: '',
    dnf: '',
    pip: `-r --requirement -c --constraint -i --index-url --extra-index-url -f --find-links -t --target --prefix --root
    --platform --python-version --trusted-host --cache-dir --no-binary --only-binary --timeout --retries --progress-bar
    --python -p --proxy
    --requirements --python-preference --index --default-index --index-strategy --link-mode`,
    npm: `--prefix --registry --cache --loglevel --tag -C --dir --cwd
    --network-concurrency --network-timeout --mutex --modules-folder --cache-folder`,
    go: '-ldflags -tags -o -mod -p -gcflags -asmflags',
    gem: '-v --version -i --install-dir -n --bindir -s --source -P --trust-policy',
    cargo: `--version --vers --git --branch --tag --rev --path --root --registry --features -F --target --profile -j --jobs
    --index`,
};
const valuedOf = (manager) => valued[manager].split(/\s+/);
function installOf({ program, args }) {
    const manager = managerOf(program, args);
    if (manager === undefined)
        return undefined;
    const packages = operands(argumentsAfterVerb(manager, program, args), valuedOf(manager));
    return { manager, packages };
}
function operands(args, withValue) {
    const found = [];
    for (let at = 0; at < args.length; at++) {
        const arg = args[at] ?? '';
        if (withValue.includes(arg))
            at += 1;
        else if (arg !== '' && !arg.startsWith('-'))
            found.push(arg);
    }
    return found;
}
function managerOf(program, args) {
    const verb = verbOf(args);
    const has = (...verbs) => verbs.includes(verb ?? '');
    if (/^apt(-get|itude)?$|^aptitude$/.test(program))
        return has('install', 'satisfy') ? 'apt' : undefined;
    if (program === 'apk')
        return has('add') ? 'apk' : undefined;
    if (/^(dnf5?|yum|microdnf|tdnf|zypper)$/.test(program))
        return has('install', 'in', 'localinstall', 'groupinstall') ? 'dnf' : undefined;
    if (isPip(program, args))
        return pipArguments(program, args)[0] === 'install' ? 'pip' : undefined;
    if (program === 'pipx')
        return has('install') ? 'pip' : undefined;
    if (program === 'uv')
        return isUvTool(args) ? 'pip' : undefined;
    if (/^(npm|pnpm|yarn|bun)$/.test(program))
        return namesPackages(program, args) ? 'npm' : undefined;
    if (program === 'go')
        return has('install', 'get') ? 'go' : undefined;
    if (program === 'gem')
        return has('install', 'i') ? 'gem' : undefined;
    if (program === 'cargo' || program === 'cargo-binstall')
        return has('install', 'binstall') || program === 'cargo-binstall' ? 'cargo' : undefined;
    return undefined;
}
const verbOf = (args) => args.find(arg => !arg.startsWith('-'));
const isPip = (program, args) => /^pip[\d.]*$/.test(program) ||
    (/^python[\d.]*$/.test(program) && args.includes('-m') && args[args.indexOf('-m') + 1] === 'pip') ||
    (program === 'uv' && args[0] === 'pip');
function pipArguments(program, args) {
    const from = /^pip/.test(program) ? 0 : program === 'uv' ? 1 : args.indexOf('pip') + 1;
    const rest = args.slice(from);
    const verb = rest.findIndex(arg => !arg.startsWith('-'));
    return verb < 0 ? [] : rest.slice(verb);
}
const isUvTool = (args) => args[0] === 'tool' && args[1] === 'install';
function namesPackages(program, args) {
    const verb = verbOf(args) ?? '';
    const adding = program === 'npm' ? ['install', 'i', 'add', 'exec'] : ['add', 'global', 'install', 'i', 'dlx'];
    if (!adding.includes(verb))
        return false;
    return operands(argumentsAfterVerb('npm', program, args), valuedOf('npm')).length > 0;
}
function argumentsAfterVerb(manager, program, args) {
    if (manager === 'pip' && program !== 'pipx') {
        if (program === 'uv' && isUvTool(args))
            return args.slice(2);
        return pipArguments(program, args).slice(1);
    }
    if (program === 'cargo-binstall')
        return args;
    const verb = verbOf(args) ?? '';
    const rest = args.toSpliced(args.indexOf(verb), 1);
    return manager === 'npm' && verb === 'global' ? rest.toSpliced(rest.indexOf('add'), 1) : rest;
}


/***/ }),

/***/ 57264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ ParseError),
  A: () => (/* binding */ parseDockerfile)
});

// EXTERNAL MODULE: ./node_modules/dockerfile-ast/lib/main.js
var main = __webpack_require__(78390);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/policy/dockerfile/lines.js
function join(lines, first, escapeChar) {
    const starts = [];
    const ending = new RegExp(`${escapeChar === '\\' ? '\\\\' : '`'}[ \\t]*$`);
    const parts = [];
    let offset = 0;
    lines.forEach((line, index) => {
        if (index > 0 && /^\s*(#.*)?$/.test(line))
            return;
        starts.push({ offset, line: first + index });
        const part = line.replace(/\r$/, '').replace(ending, '');
        parts.push(part);
        offset += part.length;
    });
    return { text: parts.join(''), lineAt: lineIn(starts, first) };
}
function verbatim(lines, first) {
    let offset = 0;
    const starts = lines.map((line, index) => {
        const start = { offset, line: first + index };
        offset += line.length + 1;
        return start;
    });
    return { text: lines.join('\n'), lineAt: lineIn(starts, first) };
}
function lineIn(starts, first) {
    return offset => {
        let [low, high] = [0, starts.length];
        while (low < high) {
            const middle = (low + high) >>> 1;
            if ((starts[middle]?.offset ?? 0) <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return starts[low - 1]?.line ?? first;
    };
}

;// CONCATENATED MODULE: ./.build/js/src/policy/dockerfile/parse.js



class ParseError extends Error {
    line;
    constructor(line, cause) {
        super(`line ${line} cannot be read`, { cause });
        this.line = line;
    }
}
function parseDockerfile(text) {
    const source = text.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, ' ');
    const ast = heldBy(1, () => main.DockerfileParser.parse(source));
    const lines = source.split(/\r?\n/);
    const escapeChar = ast.getEscapeCharacter() === '`' ? '`' : '\\';
    const instructions = ast
        .getInstructions()
        .map(node => heldBy(node.getRange().start.line + 1, () => instructionOf(node, lines, escapeChar)));
    return {
        lines,
        escapeChar,
        instructions,
        comments: ast.getComments().map(comment => ({
            line: comment.getRange().start.line + 1,
            text: comment.getContent() ?? '',
        })),
        ambiguous: ambiguousIn(instructions, lines, escapeChar),
    };
}
function heldBy(line, read) {
    try {
        return read();
    }
    catch (error) {
        throw new ParseError(line, error);
    }
}
function instructionOf(node, lines, escapeChar) {
    const keyword = node.getKeyword();
    const range = node.getRange();
    const trigger = keyword === 'ONBUILD' ? triggerOf(node) : undefined;
    if (trigger !== undefined)
        return { ...instructionOf(trigger, lines, escapeChar), onbuild: true };
    const start = node.getArgumentsRange()?.start ?? range.end;
    const heredocs = heredocsOf(node, lines);
    const [firstHeredoc] = heredocs;
    const end = firstHeredoc === undefined ? range.end : { line: firstHeredoc.from - 1, character: -1 };
    const body = join(between(lines, start, end), start.line + 1, escapeChar);
    return {
        keyword,
        line: range.start.line + 1,
        endLine: range.end.line + 1,
        flags: flagsOf(node),
        body,
        heredocs: heredocs.map(({ name, body }) => ({ name, body })),
        json: jsonOf(keyword, body.text),
        onbuild: false,
    };
}
const triggerOf = (node) => node.getTriggerInstruction?.() ?? undefined;
const flagsOf = (node) => (node.getFlags?.() ?? []).map(flag => ({
    name: flag.getName().toLowerCase(),
    value: flag.getValue() ?? '',
}));
function heredocsOf(node, lines) {
    return (node.getHeredocs?.() ?? []).map(each => {
        const content = each.getContentRange();
        const delimiter = each.getDelimiterRange();
        const from = content?.start.line ??
            delimiter?.start.line ??
            Math.min(each.getStartRange().start.line + 1, lines.length);
        const to = content === null ? from : content.end.line + 1;
        return { name: each.getName(), from, body: verbatim(lines.slice(from, to), from + 1) };
    });
}
function between(lines, start, end) {
    return lines.slice(start.line, end.line + 1).map((line, index, all) => {
        const to = index === all.length - 1 && end.character >= 0 ? end.character : line.length;
        return line.slice(index === 0 ? start.character : 0, to);
    });
}
const inJson = ['RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'COPY', 'ADD', 'VOLUME'];
function jsonOf(keyword, text) {
    if (!inJson.includes(keyword) || !text.trimStart().startsWith('['))
        return undefined;
    const value = (0,map/* jsonIn */.Yf)(text);
    return Array.isArray(value) && value.every(each => typeof each === 'string') ? value : undefined;
}
function ambiguousIn(instructions, lines, escapeChar) {
    const doubled = escapeChar === '\\' ? /\\\\[ \t]*$/ : /``[ \t]*$/;
    return instructions.flatMap(({ line, endLine, heredocs }) => {
        const verbatimFrom = heredocs.length === 0 ? endLine : (heredocs[0]?.body.lineAt(0) ?? endLine) - 1;
        const found = [];
        for (let at = line; at < verbatimFrom; at++)
            if (doubled.test(lines[at - 1] ?? ''))
                found.push(at);
        return found;
    });
}


/***/ }),

/***/ 10352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   ZL: () => (/* binding */ stagesOf),
/* harmony export */   ap: () => (/* binding */ stageNamed),
/* harmony export */   dR: () => (/* binding */ chainOf)
/* harmony export */ });
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63166);

function stagesOf(file, given) {
    const first = file.instructions.findIndex(each => each.keyword === 'FROM');
    if (first < 0)
        return [];
    const globals = argumentsOf(file.instructions.slice(0, first), file, given);
    const stages = [];
    file.instructions.forEach((from, start) => {
        if (from.keyword !== 'FROM' || from.onbuild)
            return;
        const rest = file.instructions.slice(start + 1);
        const next = rest.findIndex(each => each.keyword === 'FROM' && !each.onbuild);
        const instructions = next < 0 ? rest : rest.slice(0, next);
        const [written, as, name] = (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(from.body.text, file.escapeChar).map(({ text }) => text);
        const base = (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(written ?? '', globals);
        const parent = stages.findLast(stage => stage.name !== undefined && stage.name === base?.toLowerCase());
        stages.push({
            index: stages.length,
            name: as?.toUpperCase() === 'AS' ? name?.toLowerCase() : undefined,
            from,
            written: written ?? '',
            base,
            parent,
            instructions,
            variables: variablesOf(instructions, file, { given, globals }, parent?.variables ?? {}),
            posix: isPosix(instructions, base ?? '', parent, file),
        });
    });
    return stages;
}
function targetOf(stages, target) {
    if (target === undefined)
        return stages.at(-1);
    const named = stages.find(stage => stage.name === target.toLowerCase());
    return named ?? (/^\d+$/.test(target) ? stages[Number(target)] : undefined);
}
function chainOf(stage) {
    return stage === undefined ? [] : [...chainOf(stage.parent), stage];
}
function stageNamed(stages, name, before) {
    return stages
        .slice(0, before)
        .findLast(stage => stage.name === name.toLowerCase() || String(stage.index) === name);
}
function argumentsOf(instructions, file, given) {
    let known = { ...given };
    for (const each of instructions) {
        if (each.keyword !== 'ARG')
            continue;
        for (const { name, value } of (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .pairsOf */ .fq)(each, file.escapeChar)) {
            const set = (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .valueIn */ .xm)(given, name) ?? (value === undefined ? undefined : (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(value, known));
            if (set !== undefined)
                known = { ...known, [name]: set };
        }
    }
    return known;
}
function variablesOf(instructions, file, { given, globals }, inherited) {
    const known = { ...inherited };
    const environment = new Set();
    for (const each of instructions) {
        if (each.onbuild || (each.keyword !== 'ARG' && each.keyword !== 'ENV'))
            continue;
        for (const { name, value } of (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .pairsOf */ .fq)(each, file.escapeChar)) {
            if (each.keyword === 'ARG' && environment.has(name))
                continue;
            const own = value === undefined ? undefined : (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(value, known);
            const set = each.keyword === 'ENV' ? own : ((0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .valueIn */ .xm)(given, name) ?? own ?? (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .valueIn */ .xm)(globals, name));
            if (each.keyword === 'ENV')
                environment.add(name);
            if (set === undefined)
                delete known[name];
            else
                known[name] = set;
        }
    }
    return known;
}
const windowsShells = /(^|[\\/])(powershell|pwsh|cmd)(\.exe)?$/i;
function isPosix(instructions, base, parent, file) {
    const shell = instructions.findLast(each => each.keyword === 'SHELL' && !each.onbuild)?.json?.[0];
    if (shell !== undefined)
        return !windowsShells.test(shell);
    if (parent !== undefined)
        return parent.posix;
    return file.escapeChar === '\\' && !/\/windows(\/|servercore|:|$)|nanoserver|servercore/.test(base);
}


/***/ }),

/***/ 63166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d3: () => (/* binding */ platformVariables),
/* harmony export */   fT: () => (/* binding */ expand),
/* harmony export */   fq: () => (/* binding */ pairsOf),
/* harmony export */   xm: () => (/* binding */ valueIn),
/* harmony export */   yM: () => (/* binding */ splitWords)
/* harmony export */ });
function pairsOf({ keyword, body }, escapeChar) {
    const words = splitWords(body.text, escapeChar);
    const [first] = words;
    if (first === undefined)
        return [];
    const lineOf = (word) => body.lineAt(word.offset);
    if (keyword !== 'ARG' && !first.text.includes('=')) {
        const from = body.text.indexOf(first.text, first.offset) + first.text.length;
        return [{ name: first.text, value: body.text.slice(from).trim(), line: lineOf(first) }];
    }
    return words.map(word => {
        const equals = word.text.indexOf('=');
        return equals < 0
            ? { name: word.text, value: undefined, line: lineOf(word) }
            : { name: word.text.slice(0, equals), value: word.text.slice(equals + 1), line: lineOf(word) };
    });
}
function splitWords(text, escapeChar) {
    const words = [];
    let at = 0;
    while (at < text.length) {
        if (/\s/.test(text[at] ?? '')) {
            at += 1;
            continue;
        }
        const offset = at;
        let word = '';
        let quote = '';
        for (; at < text.length; at++) {
            const char = text[at] ?? '';
            if (quote === '' && /\s/.test(char))
                break;
            if (char === quote)
                quote = '';
            else if (quote === '' && (char === '"' || char === "'"))
                quote = char;
            else if (char === escapeChar && quote !== "'" && at + 1 < text.length) {
                at += 1;
                word += text[at];
            }
            else
                word += char;
        }
        words.push({ text: word, offset });
    }
    return words;
}
const valueIn = (variables, name) => Object.hasOwn(variables, name) ? variables[name] : undefined;
function expand(text, variables) {
    let known = true;
    const expanded = text.replace(/\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])([^{}]*))?\}|(\{))/g, (_, plain, braced, operator, word = '') => {
        const name = plain ?? braced;
        if (name === undefined) {
            known = false;
            return '';
        }
        const value = valueIn(variables, name);
        const missing = value === undefined || (operator?.startsWith(':') === true && value === '');
        if (operator?.endsWith('+'))
            return missing ? '' : (expand(word, variables) ?? '');
        if (!missing)
            return value;
        if (operator?.endsWith('-')) {
            const usual = expand(word, variables);
            if (usual !== undefined)
                return usual;
        }
        known = false;
        return '';
    });
    return known ? expanded : undefined;
}
function platformVariables(target, build) {
    const of = (prefix, platform) => {
        const [os = '', architecture = '', variant = ''] = platform.split('/');
        return {
            [`${prefix}PLATFORM`]: platform,
            [`${prefix}OS`]: os,
            [`${prefix}ARCH`]: architecture,
            [`${prefix}VARIANT`]: variant,
        };
    };
    return { ...of('TARGET', target), ...of('BUILD', build) };
}


/***/ }),

/***/ 4924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ exceptionNotes),
/* harmony export */   iu: () => (/* binding */ except)
/* harmony export */ });
/* unused harmony export covers */
/* harmony import */ var _config_expiry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21825);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _patterns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76001);



function covers(exception, { rule, images, place }) {
    const { image, path, stage, line } = exception;
    if (exception.rule !== rule && !(exception.rule === 'buildkit' && rule.startsWith('buildkit/')))
        return false;
    if (image !== undefined && !images.every(each => each === image))
        return false;
    if (path !== undefined && !(place.path !== undefined && (0,_patterns_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesPath */ .$h)(path, place.path)))
        return false;
    if (place.kind === 'image')
        return stage === undefined && line === undefined;
    if (stage !== undefined && stage.toLowerCase() !== place.stage)
        return false;
    return line === undefined || (0,_patterns_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesLine */ .ee)(line, place.text);
}
function except(findings, exceptions, now) {
    return findings.map(finding => {
        if (finding.excused !== undefined)
            return finding;
        const about = exceptions.filter(exception => covers(exception, finding));
        const { excuse: excused, note } = (0,_config_expiry_js__WEBPACK_IMPORTED_MODULE_1__/* .excuseBy */ .bD)(about, now);
        return { ...finding, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ excused, note }) };
    });
}
const exceptionNotes = (findings, exceptions, now, looked) => (0,_config_expiry_js__WEBPACK_IMPORTED_MODULE_1__/* .notesOnExceptions */ .Zw)(exceptions, now, exception => findings.some(finding => covers(exception, finding)), looked);


/***/ }),

/***/ 76001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ matchesPath),
/* harmony export */   ee: () => (/* binding */ matchesLine),
/* harmony export */   zW: () => (/* binding */ matchesBase)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_wildcard_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5848);


const wildcards = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*' };
const expressionOf = (pattern, meaning = wildcards) => pattern
    .split(/(\*\*\/|\*\*|\*)/)
    .map(part => (part.startsWith('*') ? meaning[part] : RegExp.escape(part)))
    .join('');
function matchesPath(pattern, path) {
    const plain = (text) => text.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
    return new RegExp(`^${expressionOf(plain(pattern))}(/|$)`, 's').test(plain(path));
}
function matchesLine(pattern, line) {
    const plain = (text) => text.trim().replace(/\s+/g, ' ');
    return (0,_toolkit_wildcard_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesWildcard */ ._)(plain(pattern), plain(line));
}
function matchesBase(pattern, { repository, tag }) {
    const colon = pattern.indexOf(':', pattern.lastIndexOf('/') + 1);
    const name = colon < 0 ? pattern : pattern.slice(0, colon);
    const tags = colon < 0 ? undefined : pattern.slice(colon + 1);
    const expression = expressionOf(fullName(name), { ...wildcards, '**/': '.*/' });
    if (!new RegExp(`^${expression}$`).test(repository))
        return false;
    return tags === undefined || (0,_toolkit_wildcard_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesWildcard */ ._)(tags, tag ?? 'latest');
}
function fullName(pattern) {
    if (pattern.startsWith('**'))
        return pattern;
    const marked = pattern.replaceAll('*', 'x0star0x');
    try {
        return (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(marked).repository.replaceAll('x0star0x', '*');
    }
    catch {
        return pattern;
    }
}


/***/ }),

/***/ 20898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkedOf: () => (/* binding */ checkedOf),
  reviewDockerfiles: () => (/* binding */ reviewDockerfiles),
  reviewSources: () => (/* binding */ reviewSources)
});

// UNUSED EXPORTS: foundByBuildkit

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/config/rules.js
var config_rules = __webpack_require__(92063);
// EXTERNAL MODULE: ./.build/js/src/config/size.js
var size = __webpack_require__(52331);
// EXTERNAL MODULE: ./.build/js/src/toolkit/folder.js
var folder = __webpack_require__(94826);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
;// CONCATENATED MODULE: ./.build/js/src/image/checks.js



function checkArguments(request, placeholder, builder) {
    const { context, dockerfile, target, platforms = [], args, bases, heedsSkips } = request;
    const [platform] = platforms;
    return [
        'build',
        ...(builder === undefined ? [] : ['--builder', builder]),
        '--progress=quiet',
        '--call=check,format=json',
        ...['--file', dockerfile],
        ...(target === undefined ? [] : ['--target', target]),
        ...(platform === undefined ? [] : ['--platform', platform]),
        ...Object.entries(args).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
        ...(heedsSkips ? [] : ['--build-arg', 'BUILDKIT_DOCKERFILE_CHECK=skip=none']),
        ...bases.flatMap(base => ['--build-context', `${base}=${placeholder}`]),
        context,
    ];
}
function readChecks(text) {
    const answer = (0,map/* jsonMap */.vM)(text);
    if (answer === undefined)
        return undefined;
    const warnings = (0,map/* mapsIn */.nf)(answer.warnings).flatMap(warningOf);
    const said = (0,map/* isMap */.jh)(answer.buildError) ? answer.buildError.message : undefined;
    const fault = typeof said === 'string' && !said.startsWith('lint violation found') ? said : undefined;
    return { warnings, ...(fault === undefined ? {} : { fault: plain(fault) }) };
}
function warningOf(each) {
    if (typeof each.ruleName !== 'string')
        return [];
    const ranges = (0,map/* mapsIn */.nf)((0,map/* isMap */.jh)(each.location) ? each.location.ranges : undefined);
    const lines = ranges.flatMap(({ start, end }) => [lineOf(start), lineOf(end)]);
    const known = lines.filter(line => line > 0);
    const line = known.length === 0 ? 1 : Math.min(...known);
    const text = [each.detail, each.description].find(one => typeof one === 'string' && one !== '');
    return [
        {
            name: each.ruleName,
            message: plain(typeof text === 'string' ? text : each.ruleName),
            line,
            endLine: Math.max(line, ...known),
            url: typeof each.url === 'string' && /^https:\/\/[^\s]+$/.test(each.url) ? each.url : '',
        },
    ];
}
const lineOf = (place) => (0,map/* isMap */.jh)(place) && Number.isInteger(place.line) ? Number(place.line) : 0;
const plain = (text) => (0,printable/* printable */.g$)(text).replace(/\s+/g, ' ').trim().slice(0, 300);
function askChecks(request, builder, { env, signal }) {
    return (0,folder/* withFolder */.Z)(env, 'check', async (placeholder) => {
        const args = checkArguments(request, placeholder, builder.name);
        const { stdout, stderr } = await builder.runForOutput(args, { env, signal });
        const lines = stderr.split('\n');
        const last = lines.findLast(line => /^ERROR:|^unknown flag/.test(line)) ?? 'it printed nothing';
        return readChecks(stdout) ?? { warnings: [], fault: plain(last.replace(/^ERROR: /, '')) };
    });
}

// EXTERNAL MODULE: ./.build/js/src/image/request.js
var image_request = __webpack_require__(15878);
// EXTERNAL MODULE: ./.build/js/src/policy/check.js + 10 modules
var check = __webpack_require__(44837);
// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/installs.js
var installs = __webpack_require__(72379);
// EXTERNAL MODULE: ./.build/js/src/policy/exceptions.js
var exceptions = __webpack_require__(4924);
// EXTERNAL MODULE: ./.build/js/src/policy/finding.js
var finding = __webpack_require__(30217);
// EXTERNAL MODULE: ./.build/js/src/policy/subject.js + 1 modules
var subject = __webpack_require__(33817);
;// CONCATENATED MODULE: ./.build/js/src/policy/review.js












const largest = 1024 * 1024;
async function reviewDockerfiles(options) {
    const { config, names, now } = options;
    const { policy } = config;
    const each = await Promise.all(names.map(name => reviewOne(options, name)));
    const findings = (0,check/* merged */.Zu)(each.flatMap(one => one.findings));
    const looked = (rule) => !rule.startsWith('image-') && !rule.startsWith('buildkit');
    return {
        findings: (0,finding/* inOrder */.al)(findings),
        read: each.flatMap(one => one.read ?? []),
        notes: [
            ...new Set(each.flatMap(one => one.notes)),
            ...(0,exceptions/* exceptionNotes */.Fh)(findings, policy.exceptions.filter(({ image }) => image === undefined || names.includes(image)), now, rule => looked(rule) && names.length === Object.keys(config.images).length),
        ],
    };
}
function reviewSources({ sources, builder, env, signal, ...options }) {
    const { images, policy } = options.config;
    const buildkit = (name) => {
        const source = sources.get(name);
        if (source === undefined)
            throw new Error(`${name} has no source`);
        const request = (0,image_request/* checkRequestFor */.Ps)(images, name, source, policy['ignore-comments']);
        return askChecks(request, builder, { env, signal });
    };
    return reviewDockerfiles({
        ...options,
        names: [...sources.keys()],
        ...(asksOfBuildkit(policy, level => level !== 'off') ? { buildkit } : {}),
    });
}
async function reviewOne({ config, root, now, buildkit }, name) {
    const checked = await checkedOf(config, root, name);
    if (checked === undefined)
        return { findings: [], notes: [`the Dockerfile of ${name} does not exist here and was not checked`] };
    const checks = buildkit === undefined ? undefined : await buildkit(name);
    const others = checks === undefined ? [] : foundByBuildkit(checks);
    const findings = (0,check/* checkDockerfile */.vn)(checked, config.policy, now, others);
    const fault = checks?.fault === undefined
        ? undefined
        : `BuildKit could not check the Dockerfile of ${name}: ${checks.fault}`;
    const fails = fault !== undefined && asksOfBuildkit(config.policy, level => level === 'error');
    return {
        findings: fails ? [...findings, uncheckedBy(fault, checked)] : findings,
        notes: fault === undefined || fails ? [] : [fault],
        read: [{ image: name, managers: managersIn(checked) }],
    };
}
const managers = /^(npm|npx|yarn|pnpm|bun|pip|uv|poetry|pipenv|pdm|go|gem|bundle|cargo|composer|mvn|gradle|dotnet)$/;
function managersIn(checked) {
    const commands = (0,subject/* commandsIn */.GO)((0,subject/* subjectOf */.et)((0,check/* readDockerfile */.n_)(checked), checked));
    const names = commands.flatMap(({ command }) => [command.program, (0,installs/* installOf */.h)(command)?.manager ?? '']);
    return [...new Set(names.filter(name => managers.test(name)))].sort();
}
function foundByBuildkit({ warnings }) {
    return warnings.map(({ name, message, line, endLine, url }) => ({
        rule: `buildkit/${name}`,
        line,
        endLine,
        message: message.replace(/\.$/, ''),
        remedy: url === '' ? 'see the build checks in the Docker documentation' : `see ${url}`,
    }));
}
const uncheckedBy = (fault, { image, path }) => ({
    rule: 'buildkit/Unchecked',
    level: 'error',
    images: [image],
    place: { kind: 'dockerfile', path, line: 1, endLine: 1, text: '' },
    message: fault,
    remedy: 'remove the cause, or set no rule of `buildkit` in slipway.yml to `error`',
});
const asksOfBuildkit = ({ rules }, is) => is((0,config_rules/* levelOf */.In)('buildkit/Any', rules)) ||
    Object.entries(rules).some(([rule, level]) => rule.startsWith('buildkit/') && is(level));
async function checkedOf({ images, policy }, root, name) {
    const image = (0,image_request/* imageNamed */.Bd)(images, name);
    const context = (0,external_node_path_.resolve)(root, image.context);
    const dockerfile = (0,external_node_path_.resolve)(context, image.dockerfile);
    const text = await textAt(dockerfile);
    if (text === undefined)
        return undefined;
    return {
        image: name,
        path: (0,external_node_path_.relative)(root, dockerfile),
        text,
        args: image.args,
        target: image.target,
        platforms: image.platforms ?? [],
        ours: (0,image_request/* basesOf */.cF)(images, name),
        allowed: policy.bases,
        ignoreFile: [`${dockerfile}.dockerignore`, (0,external_node_path_.resolve)(context, '.dockerignore')].some(external_node_fs_.existsSync),
    };
}
async function textAt(path) {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (found?.isFile() !== true)
        return undefined;
    if (found.size > largest)
        throw (0,size/* tooLarge */.g)(path, 'name a Dockerfile with `dockerfile` in slipway.yml');
    return (0,promises_.readFile)(path, 'utf8');
}


/***/ }),

/***/ 11441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ harmlessValue),
/* harmony export */   W: () => (/* binding */ secretRules)
/* harmony export */ });
/* harmony import */ var _toolkit_tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20660);
/* harmony import */ var _dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63166);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33817);



function instructionsIn({ file, stages, }) {
    return file.instructions.map(instruction => ({
        instruction,
        stage: stages.findLast(each => each.from.line <= instruction.line),
    }));
}
const harmlessValue = (value) => value !== undefined && /^(|true|false|yes|no|none|null|\d|\/run\/secrets\/.*)$/i.test(value);
const secretName = {
    name: 'secret-name',
    title: 'No secret in ARG and ENV',
    finds: '`ARG` and `ENV` with a name such as `NPM_TOKEN`, `DB_PASSWORD` or `API_KEY`. The image or its history shows the value, even if a later line unsets it.',
    remedy: 'provide it to the RUN that needs it with --mount=type=secret, and to the running program through the cluster',
    bad: 'FROM node:24 AS build\nARG NPM_TOKEN\nRUN npm ci',
    good: 'FROM node:24 AS build\nRUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci',
    find: subject => instructionsIn(subject).flatMap(({ instruction, stage }) => {
        const { keyword } = instruction;
        if (keyword !== 'ARG' && keyword !== 'ENV')
            return [];
        return (0,_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .pairsOf */ .fq)(instruction, subject.file.escapeChar)
            .filter(({ name, value }) => (0,_toolkit_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .namesSecretVariable */ .Tw)(name) && !(harmlessValue(value) && (keyword === 'ENV' || value !== '')))
            .map(({ name, line }) => ({
            line,
            stage,
            message: `${keyword} ${name} can be read by anyone with the image`,
        }));
    }),
};
const secretValue = {
    name: 'secret-value',
    title: 'No hard-coded secret',
    finds: 'A token with a known format (GitHub, GitLab, AWS, Slack, Stripe, npm, PyPI and others), a JSON Web Token, a private key, or a password in a URL, anywhere in the Dockerfile or in `args` of slipway.yml. It is already in the history of the repository.',
    remedy: 'revoke it, and provide the new one to the build with --mount=type=secret',
    bad: 'FROM node:24 AS build\nRUN git clone https://bot:hunter2-really@example.com/tool.git',
    good: 'FROM node:24 AS build\nRUN --mount=type=ssh git clone git@example.com:tool.git',
    find: subject => [
        ...instructionsIn(subject).flatMap(({ instruction, stage }) => [instruction.body, ...instruction.heredocs.map(each => each.body)].flatMap(({ text, lineAt }) => {
            const found = (0,_toolkit_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .findToken */ .fm)(text, true);
            if (found !== undefined)
                return [{ line: lineAt(found.offset), stage, message: `it contains ${found.what}` }];
            const key = (0,_toolkit_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsPrivateKey */ .jc)(text) ? text.indexOf('-----BEGIN') : -1;
            return key < 0 ? [] : [{ line: lineAt(key), stage, message: 'it contains a private key' }];
        })),
        ...secretArguments(subject),
    ],
};
function secretArguments(subject) {
    return instructionsIn(subject).flatMap(({ instruction, stage }) => {
        if (instruction.keyword !== 'ARG')
            return [];
        return (0,_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .pairsOf */ .fq)(instruction, subject.file.escapeChar).flatMap(({ name, line }) => {
            const found = (0,_toolkit_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .findToken */ .fm)((0,_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .valueIn */ .xm)(subject.args, name) ?? '', true);
            if (found === undefined)
                return [];
            return [{ line, stage, message: `slipway.yml sets ${name} to ${found.what}` }];
        });
    });
}
const secretFiles = /(^|\/)(\.env(\.(?!example$|sample$|template$|dist$|defaults?$|test$)[\w.-]+)?|\.npmrc|\.yarnrc|\.pypirc|\.netrc|\.git-credentials|\.pgpass|\.my\.cnf|\.htpasswd|\.dockercfg|\.docker|\.docker\/config\.json|\.aws(\/credentials)?|\.ssh(\/.*)?|\.gnupg|\.kube(\/config)?|([\w.-]+\.)?kubeconfig(\.(ya?ml|json))?|id_(rsa|dsa|ecdsa|ed25519)|[\w.-]+\.(ppk|p12|pfx|jks|keystore|tfstate)|(?=[\w.-]*(private|server|tls|client|ca))[\w.-]*\.key|credentials\.json|service[-_]?account[\w.-]*\.json)$/i;
const secretFile = {
    name: 'secret-file',
    title: 'No secret files',
    finds: 'A `COPY` or `ADD` of a file for secrets: `.env`, `.npmrc`, `.netrc`, SSH and TLS keys, key stores, credentials of clouds and clusters.',
    remedy: 'mount it for the RUN that needs it with --mount=type=secret, and list it in .dockerignore',
    bad: 'FROM node:24 AS build\nCOPY package.json .npmrc ./',
    good: 'FROM node:24 AS build\nCOPY package.json ./\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci',
    find: subject => (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .copiesIn */ .Jp)(subject).flatMap(({ instruction: { line }, stage, sources }) => sources
        .filter(source => secretFiles.test(source.replace(/\/+$/, '')))
        .map(source => ({ line, stage, message: `${source} is a file for secrets` }))),
};
const secretRules = [secretName, secretValue, secretFile];


/***/ }),

/***/ 4037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ userRules),
/* harmony export */   j: () => (/* binding */ isRoot)
/* harmony export */ });
/* harmony import */ var _dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63166);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33817);


function lastUser(subject) {
    const last = (0,_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .lastOf */ .g1)(subject, 'USER');
    return last && { ...last, user: (0,_dockerfile_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .expand */ .fT)(last.instruction.body.text.trim(), last.stage.variables) };
}
const isRoot = (user) => /^(root|0+|ContainerAdministrator)(:|$)/.test(user);
const rootless = /:(debug-)?nonroot(-\w+)?(@|$)|^cgr\.dev\/chainguard\/|-unprivileged(:|@|$)/;
const userRoot = {
    name: 'user-root',
    title: 'No root user',
    finds: 'A last `USER` that is root, by name or number. An attacker who breaks out of the program is root in the container.',
    remedy: 'set USER to another number after the steps that need root, such as USER 10001',
    bad: 'FROM node:24.11.1-trixie-slim\nUSER root\nCMD ["node", "main.js"]',
    good: 'FROM node:24.11.1-trixie-slim\nUSER 1000\nCMD ["node", "main.js"]',
    find: subject => {
        const last = lastUser(subject);
        if (last?.user === undefined || !isRoot(last.user))
            return [];
        return [{ line: last.instruction.line, stage: subject.last, message: 'the image runs as root' }];
    },
};
const startsProgram = ({ chain }) => chain.some(stage => stage.instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT'));
const userMissing = {
    name: 'user-missing',
    title: 'A user is set',
    finds: 'No `USER` in any stage that becomes the image: it runs as the user of its base image, nearly always root. The rule skips Windows, and files on `scratch` without `CMD` and `ENTRYPOINT`.',
    remedy: 'set USER to a number other than 0 in the last stage, such as USER 10001',
    bad: 'FROM node:24.11.1-trixie-slim\nCMD ["node", "main.js"]',
    good: 'FROM node:24.11.1-trixie-slim\nUSER 1000\nCMD ["node", "main.js"]',
    find: subject => {
        const [first] = subject.chain;
        if (subject.last === undefined || lastUser(subject) !== undefined || rootless.test(first?.base ?? ''))
            return [];
        if (!subject.last.posix || (first?.base === 'scratch' && !startsProgram(subject)))
            return [];
        const message = 'no USER is set, so the image runs as the user of its base image';
        return [{ line: subject.last.from.line, stage: subject.last, message }];
    },
};
const userNumeric = {
    name: 'user-numeric',
    title: 'A numeric user',
    finds: 'A last `USER` by name. Kubernetes cannot tell whether a name is root, and does not start the container if `runAsNonRoot` is set without `runAsUser`.',
    remedy: 'write the number of that user',
    bad: 'FROM node:24.11.1-trixie-slim\nUSER node\nCMD ["node", "main.js"]',
    good: 'FROM node:24.11.1-trixie-slim\nUSER 1000\nCMD ["node", "main.js"]',
    find: subject => {
        const last = lastUser(subject);
        if (last?.user === undefined || isRoot(last.user) || /^\d+(:|$)/.test(last.user))
            return [];
        const message = `the user is the name ${last.user}, which Kubernetes cannot check`;
        return [{ line: last.instruction.line, stage: subject.last, message }];
    },
};
const userRules = [userRoot, userMissing, userNumeric];


/***/ }),

/***/ 33817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GO: () => (/* binding */ commandsIn),
  Jp: () => (/* binding */ copiesIn),
  yb: () => (/* binding */ foundAt),
  g1: () => (/* binding */ lastOf),
  et: () => (/* binding */ subjectOf)
});

// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/commands.js + 1 modules
var commands = __webpack_require__(37744);
// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/copies.js
var copies = __webpack_require__(42886);
// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/stages.js
var dockerfile_stages = __webpack_require__(10352);
// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/variables.js
var dockerfile_variables = __webpack_require__(63166);
;// CONCATENATED MODULE: ./.build/js/src/policy/dockerfile/references.js


function imageUses(stages, ours) {
    return stages.flatMap(stage => {
        const { from, written, base, parent, instructions, variables } = stage;
        const uses = [];
        const add = (use) => {
            if (use.image !== undefined && (use.image === 'scratch' || ours.includes(use.image)))
                return;
            uses.push({ ...use, stage });
        };
        if (parent === undefined)
            add({ line: from.line, how: 'FROM', written, image: base });
        for (const { keyword, flags, line } of instructions) {
            const names = keyword === 'COPY'
                ? flags.filter(({ name }) => name === 'from').map(({ value }) => unquoted(value))
                : keyword === 'RUN'
                    ? flags.filter(({ name }) => name === 'mount').flatMap(({ value }) => fromOfMount(value))
                    : [];
            for (const name of names) {
                const image = (0,dockerfile_variables/* expand */.fT)(name, variables);
                if (image !== undefined && (0,dockerfile_stages/* stageNamed */.ap)(stages, image, stage.index) !== undefined)
                    continue;
                add({ line, how: keyword === 'COPY' ? 'COPY --from' : 'RUN --mount', written: name, image });
            }
        }
        return uses;
    });
}
const fromOfMount = (value) => unquoted(value)
    .split(',')
    .flatMap(field => /^\s*from=(.*)$/i.exec(field)?.[1] ?? []);
const unquoted = (text) => text.replace(/["'\\]/g, '');

;// CONCATENATED MODULE: ./.build/js/src/policy/subject.js





const usualPlatform = 'linux/amd64';
function subjectOf(file, facts) {
    const [platform = usualPlatform] = facts.platforms;
    const stages = (0,dockerfile_stages/* stagesOf */.ZL)(file, { ...(0,dockerfile_variables/* platformVariables */.d3)(platform, usualPlatform), ...facts.args });
    const last = (0,dockerfile_stages/* targetOf */.$r)(stages, facts.target);
    const chain = (0,dockerfile_stages/* chainOf */.dR)(last);
    const runs = stages.flatMap(stage => stage.instructions
        .filter(({ keyword }) => keyword === 'RUN')
        .map(instruction => ({
        instruction,
        stage,
        final: chain.includes(stage),
        commands: (0,commands/* commandsOf */.K)(instruction, stage.posix),
    })));
    return { ...facts, file, stages, chain, last, runs, uses: imageUses(stages, facts.ours) };
}
const copiesIn = ({ stages, file }) => stages.flatMap(stage => stage.instructions.flatMap(instruction => {
    const sources = (0,copies/* copiedBy */.mW)(instruction, stage.variables, file.escapeChar);
    return sources === undefined ? [] : [{ stage, instruction, sources }];
}));
const lastOf = ({ chain }, keyword) => chain.toReversed().flatMap(stage => {
    const found = stage.instructions.findLast(each => each.keyword === keyword && !each.onbuild);
    return found === undefined ? [] : [{ instruction: found, stage }];
})[0];
const foundAt = (run, { line }, message) => ({
    line,
    stage: run.stage,
    message,
});
function commandsIn({ runs }) {
    return runs.flatMap(run => run.commands.map(command => ({ run, command })));
}


/***/ }),

/***/ 5848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ matchesWildcard)
/* harmony export */ });
const matchesWildcard = (pattern, text) => new RegExp(`^${pattern
    .split('*')
    .map(part => RegExp.escape(part))
    .join('.*')}$`, 's').test(text);


/***/ })

};
