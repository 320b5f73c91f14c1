export const id = 9955;
export const ids = [9955];
export const modules = {

/***/ 92063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   R5: () => (/* binding */ rulePattern),
/* harmony export */   XZ: () => (/* binding */ ruleNames),
/* harmony export */   bz: () => (/* binding */ imageRules),
/* harmony export */   jO: () => (/* binding */ suggestRule),
/* harmony export */   uo: () => (/* binding */ isRuleName),
/* harmony export */   yr: () => (/* binding */ levels)
/* harmony export */ });
/* unused harmony exports dockerfileRules, buildkitRules, buildkitLevel, buildkitChecks */
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34182);

const levels = ['off', 'info', 'warning', 'error'];
const dockerfileRules = {
    syntax: 'error',
    'build-tools': 'warning',
    'base-allowed': 'error',
    'base-tag': 'warning',
    'base-digest': 'info',
    'base-argument': 'warning',
    'user-root': 'error',
    'user-missing': 'warning',
    'user-numeric': 'info',
    'npm-ci': 'warning',
    'frozen-lockfile': 'warning',
    'lock-file': 'warning',
    'copy-order': 'warning',
    'pin-pip': 'warning',
    'pin-npm': 'warning',
    'pin-go': 'warning',
    'pin-gem': 'warning',
    'pin-cargo': 'warning',
    'apt-update': 'warning',
    'add-url': 'warning',
    'pipe-to-shell': 'warning',
    'unverified-download': 'info',
    'insecure-download': 'warning',
    'git-clone': 'info',
    sudo: 'warning',
    'sudo-nopasswd': 'error',
    'world-writable': 'error',
    'secret-name': 'error',
    'secret-value': 'error',
    'secret-file': 'error',
    dockerignore: 'warning',
    'exec-form': 'warning',
    'ignore-comment': 'error',
    'ignore-unused': 'warning',
};
const imageRules = {
    'image-user-root': 'error',
    'image-user-missing': 'warning',
    'image-setuid': 'error',
    'image-capability': 'warning',
    'image-world-writable': 'error',
    'image-sudo-nopasswd': 'error',
    'image-private-key': 'error',
    'image-shell-history': 'warning',
    'image-secret-file': 'error',
    'image-secret-value': 'error',
    'image-secret-variable': 'error',
    'image-git-folder': 'warning',
};
const buildkitRules = 'buildkit';
const buildkitLevel = 'warning';
const quiet = new Set([
    'buildkit/LegacyKeyValueFormat',
    'buildkit/FromAsCasing',
    'buildkit/StageNameCasing',
    'buildkit/ConsistentInstructionCasing',
    'buildkit/MaintainerDeprecated',
    'buildkit/SecretsUsedInArgOrEnv',
]);
const buildkitChecks = [
    'StageNameCasing',
    'FromAsCasing',
    'NoEmptyContinuation',
    'ConsistentInstructionCasing',
    'DuplicateStageName',
    'ReservedStageName',
    'JSONArgsRecommended',
    'MaintainerDeprecated',
    'UndefinedArgInFrom',
    'WorkdirRelativePath',
    'UndefinedVar',
    'MultipleInstructionsDisallowed',
    'LegacyKeyValueFormat',
    'RedundantTargetPlatform',
    'SecretsUsedInArgOrEnv',
    'InvalidDefaultArgInFrom',
    'FromPlatformFlagConstDisallowed',
    'InvalidBaseImagePlatform',
    'CopyIgnoredFile',
    'InvalidDefinitionDescription',
    'ExposeProtoCasing',
    'ExposeInvalidFormat',
];
const ownRules = { ...dockerfileRules, ...imageRules };
const ruleNames = [
    ...Object.keys(ownRules),
    buildkitRules,
    ...buildkitChecks.map(name => `${buildkitRules}/${name}`),
];
const rulePattern = `^(${[...Object.keys(ownRules), buildkitRules].join('|')}|${buildkitRules}/[A-Z][A-Za-z]+)$`;
function isRuleName(name) {
    if (ruleNames.includes(name))
        return true;
    return /^buildkit\/[A-Z][A-Za-z]+$/.test(name) && (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(name, ruleNames) === undefined;
}
const suggestRule = (name) => (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .suggestOr */ .S4)(name, ruleNames, 'choose a rule from docs/policy.md');
function levelOf(rule, set) {
    if (Object.hasOwn(set, rule) && set[rule] !== undefined)
        return set[rule];
    if (Object.hasOwn(ownRules, rule))
        return ownRules[rule] ?? 'warning';
    return set[buildkitRules] ?? (quiet.has(rule) ? 'off' : buildkitLevel);
}


/***/ }),

/***/ 46678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ cacheOfPart),
/* harmony export */   _: () => (/* binding */ planCache)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99662);


function planCache({ ref, defaultBranch = 'main' }, cacheTag = (branch) => (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanTag */ .I8)('cache-', branch, '')) {
    const own = ref?.kind === 'branch' ? ref.name : undefined;
    const base = ref?.kind === 'pull-request' ? ref.base : undefined;
    const from = [own, base, defaultBranch].flatMap(branch => (branch === undefined ? [] : cacheTag(branch)));
    return { from: [...new Set(from)], ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ to: own && cacheTag(own) }) };
}
function cacheOfPart(tag, platform) {
    const suffix = `-${platform.replaceAll('/', '-')}`;
    return `${tag.slice(0, _tags_js__WEBPACK_IMPORTED_MODULE_0__/* .longestTag */ .tr - suffix.length)}${suffix}`;
}


/***/ }),

/***/ 99662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ likeRelease),
/* harmony export */   I8: () => (/* binding */ cleanTag),
/* harmony export */   LZ: () => (/* binding */ tagsOutput),
/* harmony export */   Ot: () => (/* binding */ branchText),
/* harmony export */   Vd: () => (/* binding */ planTags),
/* harmony export */   Vg: () => (/* binding */ remark),
/* harmony export */   tr: () => (/* binding */ longestTag)
/* harmony export */ });
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72315);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78271);


const longestTag = 128;
function planTags({ ref, revision }) {
    const name = nameOf(ref);
    const version = cleanTag('', name, '') || 'dev';
    const commit = revision === undefined ? [] : [`sha-${revision.slice(0, 7)}`];
    const remarks = version === name ? [] : [remark(name, version)];
    if (ref?.kind === 'branch' && name !== ref.name)
        remarks.unshift(likeRelease(ref.name));
    return { version, tags: [...new Set([version, ...commit])], remarks };
}
function cleanTag(prefix, text, suffix) {
    const clean = (part) => part.replace(/[^A-Za-z0-9_.-]+/g, '-');
    const trimmed = (part) => part.replace(/^[.-]+/, '');
    const [before, after] = [trimmed(clean(prefix)), clean(suffix)];
    const middle = before === '' ? trimmed(clean(text)) : clean(text);
    const room = Math.max(0, longestTag - before.length - after.length);
    return trimmed(`${before}${middle.slice(0, room)}${after}`).slice(0, longestTag);
}
function branchText(name) {
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(cleanTag('', name, '')) === undefined ? name : `branch-${name}`;
}
function likeRelease(name) {
    return `the branch ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(JSON.stringify(name))} is named like a release, so its tag begins with branch-`;
}
function remark(asked, tag) {
    const shown = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(JSON.stringify(asked.length > 160 ? `${asked.slice(0, 159)}…` : asked));
    if (tag === '')
        return `${shown} has no character that is valid in a tag, so it gives no tag`;
    const reasons = [
        /[^A-Za-z0-9_.-]/.test(asked) ? 'invalid characters become "-"' : undefined,
        /^[^A-Za-z0-9_]/.test(asked) ? 'a tag starts with a letter, a digit or "_"' : undefined,
        asked.length > longestTag ? `a tag has at most ${longestTag} characters` : undefined,
    ].filter(reason => reason !== undefined);
    return `${shown} cannot be a tag and becomes ${tag}: ${reasons.join(', ')}`;
}
function tagsOutput(images) {
    const lists = images.map(([, tags]) => JSON.stringify(tags));
    const [first = '[]'] = lists;
    return lists.every(list => list === first) ? first : JSON.stringify(Object.fromEntries(images));
}
function nameOf(ref) {
    if (ref === undefined)
        return 'dev';
    if (ref.kind === 'pull-request')
        return `pr-${ref.number}`;
    return ref.kind === 'tag' ? ref.name.replace(/^v(?=\d)/, '') : branchText(ref.name);
}


/***/ }),

/***/ 78271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   qh: () => (/* binding */ formatVersion)
/* harmony export */ });
const number = '0|[1-9]\\d*';
const part = `(?:${number}|\\d*[A-Za-z-][0-9A-Za-z-]*)`;
const pattern = new RegExp(`^[vV]?(${number})\\.(${number})\\.(${number})(?:-(${part}(?:\\.${part})*))?(?:\\+[0-9A-Za-z.-]+)?$`);
function parseVersion(text) {
    const [, major, minor, patch, prerelease] = pattern.exec(text) ?? [];
    if (major === undefined || minor === undefined || patch === undefined)
        return undefined;
    return { major, minor, patch, prerelease: prerelease?.split('.') ?? [] };
}
function formatVersion({ major, minor, patch, prerelease }) {
    return `${major}.${minor}.${patch}${prerelease.length === 0 ? '' : `-${prerelease.join('.')}`}`;
}
function compareVersions(a, b) {
    return (compareNumbers(a.major, b.major) ||
        compareNumbers(a.minor, b.minor) ||
        compareNumbers(a.patch, b.patch) ||
        comparePrereleases(a.prerelease, b.prerelease));
}
function comparePrereleases(a, b) {
    if (a.length === 0 || b.length === 0)
        return Math.sign(b.length - a.length);
    for (const [index, left] of a.entries()) {
        const right = b[index];
        if (right === undefined)
            return 1;
        const order = compareParts(left, right);
        if (order !== 0)
            return order;
    }
    return a.length === b.length ? 0 : -1;
}
function compareParts(a, b) {
    const [left, right] = [a, b].map(each => /^\d+$/.test(each));
    if (left !== right)
        return left ? -1 : 1;
    return left ? compareNumbers(a, b) : compareTexts(a, b);
}
function compareNumbers(a, b) {
    return Math.sign(a.length - b.length) || compareTexts(a, b);
}
const compareTexts = (a, b) => (a === b ? 0 : a < b ? -1 : 1);


/***/ }),

/***/ 69835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  asksForImages: () => (/* binding */ asksForImages),
  concluded: () => (/* binding */ concluded),
  reviewLayout: () => (/* binding */ reviewLayout)
});

// UNUSED EXPORTS: acrossPlatforms, gathered, reviewImage

// EXTERNAL MODULE: ./.build/js/src/config/rules.js
var config_rules = __webpack_require__(92063);
// EXTERNAL MODULE: ./.build/js/src/toolkit/digest.js
var digest = __webpack_require__(55914);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/policy/check.js + 10 modules
var check = __webpack_require__(44837);
// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/variables.js
var dockerfile_variables = __webpack_require__(63166);
// EXTERNAL MODULE: ./.build/js/src/policy/exceptions.js
var exceptions = __webpack_require__(4924);
// EXTERNAL MODULE: ./.build/js/src/policy/finding.js
var finding = __webpack_require__(30217);
// EXTERNAL MODULE: ./.build/js/src/policy/review.js + 1 modules
var review = __webpack_require__(20898);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/tokens.js
var tokens = __webpack_require__(20660);
// EXTERNAL MODULE: ./.build/js/src/policy/rules/secrets.js
var secrets = __webpack_require__(11441);
// EXTERNAL MODULE: ./.build/js/src/policy/rules/user.js
var rules_user = __webpack_require__(4037);
;// CONCATENATED MODULE: ./.build/js/src/policy/image/configuration.js




function configurationOf(document) {
    const whole = (0,map/* isMap */.jh)(document) ? document : {};
    const config = (0,map/* isMap */.jh)(whole.config) ? whole.config : {};
    const list = (value) => (Array.isArray(value) ? value : []);
    return {
        user: typeof config.User === 'string' ? config.User : '',
        environment: list(config.Env).filter(each => typeof each === 'string'),
        history: list(whole.history).map(each => ({
            createdBy: (0,map/* isMap */.jh)(each) && typeof each.created_by === 'string' ? each.created_by : '',
            empty: (0,map/* isMap */.jh)(each) && each.empty_layer === true,
        })),
    };
}
function foundInConfiguration({ user, environment, history, }) {
    const secrets = [
        ...environment.flatMap(each => secretIn(each, 'the environment')),
        ...history.flatMap(({ createdBy }) => secretsInPast(createdBy)),
    ];
    return [
        ...(user === ''
            ? [{ rule: 'image-user-missing', message: 'the image sets no user, so it runs as root' }]
            : []),
        ...((0,rules_user/* isRoot */.j)(user) ? [{ rule: 'image-user-root', message: 'the image runs as root' }] : []),
        ...[...new Set(secrets)].map(message => ({ rule: 'image-secret-variable', message })),
    ];
}
function secretIn(pair, where) {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
    const token = (0,tokens/* findToken */.fm)(value, true);
    if (token !== undefined)
        return [`${where} contains ${token.what} (${name})`];
    return (0,tokens/* namesSecretVariable */.Tw)(name) && !(0,secrets/* harmlessValue */.D)(value) ? [`${where} contains a value for ${name}`] : [];
}
function secretsInPast(createdBy) {
    const [, count] = /^(?:RUN )?\|(\d+) /.exec(createdBy) ?? [];
    const words = createdBy.split(' ');
    const from = words.findIndex(word => word.startsWith('|')) + 1;
    const given = count !== undefined
        ? words.slice(from, from + Math.min(Number(count), 200))
        : createdBy.startsWith('ARG ')
            ? words.slice(1)
            : [];
    const named = given.flatMap(pair => secretIn(pair, 'the history'));
    if (named.length > 0)
        return named;
    const token = (0,tokens/* findToken */.fm)(createdBy, true);
    return token === undefined ? [] : [`the history contains ${token.what}`];
}

// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/stages.js
var stages = __webpack_require__(10352);
;// CONCATENATED MODULE: ./.build/js/src/policy/image/origin.js

function instructionsOf(file, args, target) {
    const chain = (0,stages/* chainOf */.dR)((0,stages/* targetOf */.$r)((0,stages/* stagesOf */.ZL)(file, args), target));
    return chain.flatMap((stage, index) => [...triggersOf(chain[index - 1]), ...made(stage, false)]);
}
const made = (stage, onbuild) => stage.instructions
    .filter(each => each.onbuild === onbuild && each.keyword !== 'ONBUILD')
    .map(({ keyword, line }) => ({ keyword, line }));
const triggersOf = (stage) => (stage === undefined ? [] : made(stage, true));
function originsOf(history, layers, instructions) {
    const first = history.length - instructions.length;
    if (first < 0 || history.filter(({ empty }) => !empty).length !== layers)
        return undefined;
    const fits = instructions.every((each, index) => madeBy(history[first + index]?.createdBy ?? '', each));
    if (!fits)
        return undefined;
    return history.flatMap(({ empty }, index) => {
        if (empty)
            return [];
        const instruction = instructions[index - first];
        return [instruction === undefined ? { by: 'base' } : { by: 'line', line: instruction.line }];
    });
}
function madeBy(createdBy, { keyword }) {
    const text = createdBy.trimStart();
    const old = /^\S+ -c #\(nop\)\s+(\w+)/.exec(text)?.[1];
    if (old !== undefined)
        return old === keyword;
    return text.startsWith(`${keyword} `) || (keyword === 'RUN' && /^(\|\d+ |\S*sh -c )/.test(text));
}

;// CONCATENATED MODULE: ./.build/js/src/policy/image/rules.js
const imageRuleTexts = {
    'image-user-root': {
        title: 'No root user',
        finds: 'An image whose user is root, by name or number, whether its Dockerfile or its base image sets it.',
        remedy: 'set USER to another number in the last stage, such as USER 10001',
    },
    'image-user-missing': {
        title: 'A user is set',
        finds: 'An image whose configuration sets no user, which means root.',
        remedy: 'set USER to a number other than 0 in the last stage, such as USER 10001',
    },
    'image-setuid': {
        title: 'No setuid programs beyond the base image',
        finds: 'A program with the setuid or setgid bit that the base image does not have: it runs as its owner for any user. Packages often add such programs.',
        remedy: 'remove the bit in the same RUN with chmod a-s, or do not install the package',
    },
    'image-capability': {
        title: 'No file capabilities beyond the base image',
        finds: "A program with file capabilities in a layer of the Dockerfile: it gives any user some of root's privileges.",
        remedy: 'remove them with setcap -r in the same RUN, and add the capabilities that the container needs to its manifest',
    },
    'image-world-writable': {
        title: 'No world-writable files',
        finds: 'A file or folder that any user may write to, in a layer of the Dockerfile, without the sticky bit of a shared folder. The entry of a folder includes its files.',
        remedy: 'make the user who needs it the owner with chown or --chown, and remove the write permission for others',
    },
    'image-sudo-nopasswd': {
        title: 'No sudo without a password',
        finds: '`NOPASSWD` in `/etc/sudoers` or `/etc/sudoers.d`, even from the base.',
        remedy: 'remove the line, or sudo itself; if the base image brings it, use another base image',
    },
    'image-private-key': {
        title: 'No private key',
        finds: 'A private key in PEM form in a layer of the Dockerfile. Anyone with the image has the key, even if a later layer removes the file.',
        remedy: 'replace the key, and provide the new one at run time, or during the build with --mount=type=secret',
    },
    'image-shell-history': {
        title: 'No shell history',
        finds: 'A command history, such as `.bash_history`: it often contains passwords and other internal details.',
        remedy: 'exclude it in .dockerignore, or change the RUN that writes it',
    },
    'image-secret-file': {
        title: 'No secret files',
        finds: 'A file for secrets, with such content, in a layer of the Dockerfile: `.env`, `.npmrc` with a token, `.netrc`, `.git-credentials`, the configuration of docker, kubectl or AWS, key stores.',
        remedy: 'revoke its secrets, list it in .dockerignore, and mount it with --mount=type=secret where a RUN needs it',
    },
    'image-secret-value': {
        title: 'No token in a file',
        finds: 'A token with a known format (GitHub, GitLab, AWS, Slack, Stripe, npm, PyPI and others) in a text file of at most 256 KiB, in a layer of the Dockerfile and outside third-party packages.',
        remedy: 'revoke it, and provide the new one at run time, or during the build with --mount=type=secret',
    },
    'image-secret-variable': {
        title: 'No secret in the configuration',
        finds: 'A variable with a name such as `NPM_TOKEN`, or a value with a known format, in the environment or history of the image, which contains build arguments.',
        remedy: 'revoke it, and provide it to the RUN that needs it with --mount=type=secret',
    },
    'image-git-folder': {
        title: 'No Git repository',
        finds: 'The folder `.git` in a layer of the Dockerfile: the image contains everything that was ever committed.',
        remedy: 'list .git in .dockerignore',
    },
};

;// CONCATENATED MODULE: ./.build/js/src/policy/image/tar.js
const block = 512;
const longestHeader = 1024 * 1024;
class TarError extends Error {
}
async function readTar(source, visitor) {
    const bytes = new Bytes(source);
    try {
        await readEntries(bytes, visitor);
    }
    finally {
        await bytes.close();
    }
}
async function readEntries(bytes, visitor) {
    let extended = {};
    for (;;) {
        const header = await bytes.take(block);
        if (header.length === 0 || header.every(byte => byte === 0))
            return;
        if (header.length < block)
            throw new TarError('the archive is truncated within a header');
        requireHeader(header);
        const type = String.fromCharCode(header[156] ?? 0);
        const size = extended.size ?? numberAt(header, 124, 12);
        if (type === 'x' || type === 'g' || type === 'L' || type === 'K') {
            const body = await bodyOf(bytes, numberAt(header, 124, 12));
            if (type === 'x')
                extended = { ...extended, ...paxOf(body) };
            if (type === 'L')
                extended = { ...extended, path: textOf(body, 0, body.length) };
            continue;
        }
        const entry = {
            path: plain(extended.path ?? nameIn(header)),
            kind: kinds[type] ?? 'other',
            mode: numberAt(header, 100, 8) & 0o7777,
            size: /^[1-6]$/.test(type) ? 0 : size,
            capable: extended.capable ?? false,
        };
        extended = {};
        const wanted = Math.min(entry.size, Math.max(0, visitor.entry(entry)));
        if (wanted > 0) {
            const content = await bytes.take(wanted);
            if (content.length < wanted)
                throw new TarError(`the archive is truncated within ${entry.path}`);
            visitor.content(entry, content);
        }
        await bytes.skip(padded(entry.size) - wanted);
    }
}
const kinds = {
    '0': 'file',
    '\0': 'file',
    '7': 'file',
    '1': 'hard link',
    '2': 'symbolic link',
    '5': 'folder',
};
const padded = (size) => Math.ceil(size / block) * block;
const plain = (path) => path.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
async function bodyOf(bytes, size) {
    if (size > longestHeader)
        throw new TarError('an extended header of the archive is too long');
    const body = await bytes.take(size);
    if (body.length < size)
        throw new TarError('the archive is truncated within a header');
    await bytes.skip(padded(size) - size);
    return body;
}
function requireHeader(header) {
    let sum = 0;
    for (let at = 0; at < block; at++)
        sum += at >= 148 && at < 156 ? 0x20 : (header[at] ?? 0);
    if (numberAt(header, 148, 8) !== sum)
        throw new TarError('it is not a tar archive');
}
function nameIn(header) {
    const name = textOf(header, 0, 100);
    const prefix = header.toString('latin1', 257, 262) === 'ustar' ? textOf(header, 345, 155) : '';
    return prefix === '' ? name : `${prefix}/${name}`;
}
function textOf(bytes, start, length) {
    const field = bytes.subarray(start, start + length);
    const end = field.indexOf(0);
    return field.toString('utf8', 0, end < 0 ? field.length : end);
}
function numberAt(bytes, start, length) {
    const field = bytes.subarray(start, start + length);
    if (((field[0] ?? 0) & 0x80) !== 0) {
        const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, (field[0] ?? 0) & 0x7f);
        if (!Number.isSafeInteger(value))
            throw new TarError('a number in the archive is too large');
        return value;
    }
    const text = textOf(field, 0, length).trim();
    if (!/^[0-7]*$/.test(text))
        throw new TarError('it is not a tar archive');
    return text === '' ? 0 : Number.parseInt(text, 8);
}
function paxOf(body) {
    const found = {};
    let at = 0;
    while (at < body.length) {
        const blank = body.indexOf(0x20, at);
        const length = blank < 0 ? Number.NaN : Number(body.toString('latin1', at, blank));
        if (!Number.isInteger(length) || length <= blank - at || at + length > body.length)
            throw new TarError('an extended header of the archive is malformed');
        const record = body.subarray(blank + 1, at + length - 1);
        const equals = record.indexOf(0x3d);
        const key = record.toString('utf8', 0, Math.max(0, equals));
        const value = record.toString('utf8', equals + 1);
        if (key === 'path')
            found.path = value;
        if (key === 'size' && /^\d{1,15}$/.test(value))
            found.size = Number(value);
        if (/^(SCHILY\.xattr|LIBARCHIVE\.xattr)\.security\.capability$/.test(key))
            found.capable = true;
        at += length;
    }
    return found;
}
class Bytes {
    #source;
    #chunk = Buffer.alloc(0);
    #at = 0;
    constructor(source) {
        this.#source = source[Symbol.asyncIterator]();
    }
    async take(count) {
        const parts = [];
        let missing = count;
        while (missing > 0 && (await this.#more())) {
            const part = this.#chunk.subarray(this.#at, this.#at + missing);
            this.#at += part.length;
            missing -= part.length;
            parts.push(part);
        }
        const [only] = parts;
        return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
    }
    async skip(count) {
        let missing = count;
        while (missing > 0) {
            if (!(await this.#more()))
                throw new TarError('the archive is truncated within a file');
            const step = Math.min(missing, this.#chunk.length - this.#at);
            this.#at += step;
            missing -= step;
        }
    }
    async close() {
        await this.#source.return?.();
    }
    async #more() {
        while (this.#at >= this.#chunk.length) {
            const next = await this.#source.next();
            if (next.done)
                return false;
            this.#chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
            this.#at = 0;
        }
        return true;
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./.build/js/src/policy/image/unpacked.js

const gzip = [0x1f, 0x8b];
const zstd = [0x28, 0xb5, 0x2f, 0xfd];
async function* unpacked(source) {
    const iterator = source[Symbol.asyncIterator]();
    let head = Buffer.alloc(0);
    while (head.length < zstd.length) {
        const next = await iterator.next();
        if (next.done)
            break;
        head = Buffer.concat([head, next.value]);
    }
    const whole = joined(head, iterator);
    const begins = (magic) => magic.every((byte, index) => head[index] === byte);
    if (begins(gzip))
        yield* through(whole, (0,external_node_zlib_.createGunzip)());
    else if (begins(zstd) || isSkippable(head))
        yield* through(framewise(whole), (0,external_node_zlib_.createZstdDecompress)());
    else
        yield* whole;
}
const isSkippable = (head) => head.length >= 4 && (head.readUInt32LE() & 0xfffffff0) === 0x184d2a50;
async function* framewise(source) {
    const iterator = source[Symbol.asyncIterator]();
    const take = taker(iterator);
    try {
        for (;;) {
            const magic = await take(4, true);
            if (magic.length === 0)
                return;
            if (isSkippable(magic)) {
                let left = (await take(4)).readUInt32LE();
                while (left > 0)
                    left -= (await take(Math.min(left, 65_536))).length;
                continue;
            }
            if (!magic.equals(Buffer.from(zstd)))
                throw new Error('something else follows a zstd frame');
            yield magic;
            yield* unpacked_frame(take);
        }
    }
    finally {
        await iterator.return?.();
    }
}
async function* unpacked_frame(take) {
    const first = await take(1);
    const descriptor = first.readUInt8();
    const isSingle = (descriptor & 0x20) !== 0;
    const contentSize = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
    const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
    yield first;
    yield await take((isSingle ? 0 : 1) + dictionary + contentSize);
    for (let isLast = false; !isLast;) {
        const header = await take(3);
        const bits = header.readUIntLE(0, 3);
        isLast = (bits & 1) !== 0;
        const isRepeated = ((bits >> 1) & 3) === 1;
        yield header;
        yield await take(isRepeated ? 1 : bits >> 3);
    }
    if ((descriptor & 4) !== 0)
        yield await take(4);
}
function taker(iterator) {
    let chunk = Buffer.alloc(0);
    return async (size, mayEnd = false) => {
        const parts = [];
        for (let missing = size; missing > 0;) {
            if (chunk.length === 0) {
                const next = await iterator.next();
                if (next.done && mayEnd && missing === size)
                    break;
                if (next.done)
                    throw new Error('the stream ends inside of a zstd frame');
                chunk = next.value;
            }
            const part = chunk.subarray(0, missing);
            chunk = chunk.subarray(part.length);
            missing -= part.length;
            parts.push(part);
        }
        return Buffer.concat(parts);
    };
}
async function* joined(head, rest) {
    try {
        if (head.length > 0)
            yield head;
        yield* { [Symbol.asyncIterator]: () => rest };
    }
    finally {
        await rest.return?.();
    }
}
async function* through(source, filter) {
    const { pipeline } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 46466, 19));
    const feeding = pipeline(source, filter);
    feeding.catch(() => undefined);
    try {
        for await (const chunk of filter)
            yield chunk;
        await feeding;
    }
    finally {
        filter.destroy();
    }
}

;// CONCATENATED MODULE: ./.build/js/src/policy/image/contents.js

const most = 256 * 1024;
const dependencies = /(^|\/)(node_modules|site-packages|dist-packages|vendor\/bundle|\.cargo\/registry|go\/pkg\/mod|usr\/(share|include|lib\/(python[\d.]*|ruby|node|jvm|go)))\//;
const sudoers = /^(usr\/local\/)?etc\/sudoers(\.d\/[^/.]*[^/.~])?$/;
const histories = /(^|\/)\.(bash|zsh|ash|sh|ksh|fish|python|node_repl|psql|mysql|rediscli|sqlite|irb|pry)_?history$|(^|\/)fish_history$|(^|\/)\.histfile$/;
const isKubeconfig = (text) => text.includes('users') &&
    /^[ \t{"]*kind"?[ \t]*:[ \t]*"?Config\b/m.test(text) &&
    /\b(token|client-key-data|password)"?[ \t]*:[ \t]*"?[\w.+/=-]{16}/.test(text);
const secretFiles = [
    [
        /(^|\/)\.env(\.(?!example$|sample$|template$|dist$|defaults?$|test$)[\w.-]+)?$/,
        /^[ \t]*(export[ \t]+)?\w+[ \t]*=[ \t]*\S/m,
    ],
    [/(^|\/)\.(npmrc|yarnrc(\.yml)?)$/, /_auth(Token)?\s*[=:]|npmAuth(Token|Ident)\s*:|_password\s*=/],
    [/(^|\/)\.pypirc$/, /^[ \t]*password[ \t]*[=:]\s*\S/m],
    [/(^|\/)[._]netrc$/, /\bpassword\s+\S/],
    [/(^|\/)\.git-credentials$/, /:\/\/[^\s/]+@/],
    [/(^|\/)\.pgpass$/, /^[^#\n]+:[^:\n]+$/m],
    [/(^|\/)\.my\.cnf$/, /^[ \t]*password[ \t]*=[ \t]*\S/m],
    [/(^|\/)\.htpasswd$/, /^[^:\n]+:\S/m],
    [
        /(^|\/)\.dockercfg$|(^|\/)\.docker\/config\.json$|(^|\/)kaniko\/\.docker\/config\.json$/,
        /"(auth|identitytoken)"\s*:\s*"[^"]/,
    ],
    [/(^|\/)\.aws\/credentials$/, /aws_secret_access_key\s*=\s*\S/],
    [
        /(^|\/)(\.kube\/config|[^/]*kubeconfig(\.(ya?ml|json))?)$/,
        /\b(token|client-key-data|password)"?\s*:\s*\S/,
    ],
    [/(^|\/)\.config\/gcloud\/(credentials\.db|application_default_credentials\.json)$/, undefined],
    [/\.(ppk|p12|pfx|jks|keystore|tfstate)$/, undefined],
];
const secretFileOf = (path) => secretFiles.find(([name]) => name.test(path));
function wantedOf({ kind, path, size }, own) {
    if (kind !== 'file')
        return 0;
    if (sudoers.test(path))
        return most;
    if (!own || dependencies.test(path))
        return 0;
    return size <= most || secretFileOf(path) !== undefined ? most : 0;
}
function foundByName({ kind, path, size }) {
    if (kind === 'folder' || dependencies.test(path))
        return [];
    const found = [];
    const add = (rule, message) => found.push({ rule, message });
    if (histories.test(path) && size > 0)
        add('image-shell-history', 'it contains commands that were typed during the build');
    if (/(^|\/)\.git\/HEAD$/.test(path))
        add('image-git-folder', 'the image contains the repository with its whole history');
    const secret = secretFileOf(path);
    if (secret !== undefined && secret[1] === undefined && size > 0)
        add('image-secret-file', 'its purpose is to hold secrets');
    return found;
}
function foundInside({ path }, bytes, own) {
    const text = bytes.toString('latin1');
    if (sudoers.test(path))
        return /^[^#\n]*\bNOPASSWD\s*:/m.test(text)
            ? [{ rule: 'image-sudo-nopasswd', message: 'sudo needs no password' }]
            : [];
    if (!own)
        return [];
    const found = [];
    const [, holds] = secretFileOf(path) ?? [];
    if (holds?.test(text) || isKubeconfig(text))
        found.push({ rule: 'image-secret-file', message: 'it contains secrets' });
    if (text.includes('PRIVATE KEY') && (0,tokens/* holdsPrivateKey */.jc)(text))
        found.push({ rule: 'image-private-key', message: 'it contains a private key' });
    const token = text.includes('\0') ? undefined : (0,tokens/* findToken */.fm)(text);
    if (token !== undefined)
        found.push({ rule: 'image-secret-value', message: `it contains ${token.what}` });
    return found;
}

;// CONCATENATED MODULE: ./.build/js/src/policy/image/watch.js

const watch_most = 20_000;
const ofTheWhole = [
    'image-setuid',
    'image-capability',
    'image-world-writable',
    'image-sudo-nopasswd',
];
class ImageWatch {
    #seen = new Map();
    #setuidInBase = new Set();
    #above = new Set();
    #count = 0;
    #beyond = 0;
    over(layer, own) {
        return {
            entry: entry => {
                if (this.#whiteout(entry, layer))
                    return 0;
                this.#replaced(entry.path, layer);
                for (const found of [...permissionsOf(entry, own), ...(own ? foundByName(entry) : [])])
                    this.#add(entry.path, layer, found);
                if (!own && setsIds(entry) && this.#setuidInBase.size < watch_most) {
                    this.#keepAbove(entry.path);
                    this.#setuidInBase.add(entry.path);
                }
                return wantedOf(entry, own);
            },
            content: (entry, bytes) => {
                for (const found of foundInside(entry, bytes, own))
                    this.#add(entry.path, layer, found);
            },
        };
    }
    get sightings() {
        return [...this.#seen.values()]
            .flat()
            .sort((a, b) => a.layer - b.layer || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    }
    get beyond() {
        return this.#beyond;
    }
    #add(path, layer, { rule, message }) {
        if (rule === 'image-setuid' && this.#setuidInBase.has(path))
            return;
        const here = this.#seen.get(path) ?? [];
        if (here.some(each => each.rule === rule && each.layer === layer))
            return;
        if (this.#count >= watch_most) {
            this.#beyond += 1;
            return;
        }
        this.#count += 1;
        this.#keepAbove(path);
        this.#seen.set(path, [...here, { rule, message, path, layer, hidden: false }]);
    }
    #keepAbove(path) {
        for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
            this.#above.add(path.slice(0, at + 1));
    }
    #whiteout({ path }, layer) {
        const slash = path.lastIndexOf('/');
        const name = path.slice(slash + 1);
        if (!name.startsWith('.wh.'))
            return false;
        const folder = slash < 0 ? '' : path.slice(0, slash + 1);
        if (name === '.wh..wh..opq')
            this.#below(folder, layer);
        else if (!name.startsWith('.wh..wh.')) {
            const gone = `${folder}${name.slice('.wh.'.length)}`;
            this.#replaced(gone, layer);
            this.#below(`${gone}/`, layer);
        }
        return true;
    }
    #below(folder, layer) {
        if (folder !== '' && !this.#above.has(folder))
            return;
        for (const path of [...this.#seen.keys()])
            if (path.startsWith(folder))
                this.#replaced(path, layer);
        for (const path of this.#setuidInBase)
            if (path.startsWith(folder))
                this.#setuidInBase.delete(path);
    }
    #replaced(path, layer) {
        const here = this.#seen.get(path);
        if (here === undefined)
            return;
        const left = here.flatMap((each) => {
            if (each.layer >= layer)
                return [each];
            return ofTheWhole.includes(each.rule) ? [] : [{ ...each, hidden: true }];
        });
        this.#count -= here.length - left.length;
        if (left.length === 0)
            this.#seen.delete(path);
        else
            this.#seen.set(path, left);
    }
}
const setsIds = ({ kind, mode }) => (kind === 'file' || kind === 'hard link') &&
    (mode & 0o111) !== 0 &&
    ((mode & 0o4000) !== 0 || ((mode & 0o2000) !== 0 && (mode & 0o010) !== 0));
function permissionsOf(entry, own) {
    if (!own)
        return [];
    const { kind, mode, capable } = entry;
    const found = [];
    if (setsIds(entry)) {
        const as = (mode & 0o4000) !== 0 ? 'its owner' : 'its group';
        found.push({ rule: 'image-setuid', message: `any user runs it as ${as} (mode ${octal(mode)})` });
    }
    if (capable && kind === 'file')
        found.push({ rule: 'image-capability', message: 'any user runs it with file capabilities' });
    const written = kind === 'file' || kind === 'hard link' || kind === 'folder';
    if (written && (mode & 0o002) !== 0 && (mode & 0o1000) === 0)
        found.push({ rule: 'image-world-writable', message: `any user may write to it (mode ${octal(mode)})` });
    return found;
}
const octal = (mode) => mode.toString(8).padStart(4, '0');

;// CONCATENATED MODULE: ./.build/js/src/policy/image/review.js














const mostOfARule = 50;
const asksForImages = ({ rules }) => Object.keys(config_rules/* imageRules */.bz).some(rule => (0,config_rules/* levelOf */.In)(rule, rules) !== 'off');
async function reviewImage(image, dockerfile, { rules }) {
    const { name, platform, layers } = image;
    const configuration = configurationOf(image.configuration);
    const known = dockerfile && originsIn(dockerfile, platform, configuration.history, layers.length);
    const origins = known ?? layers.map((_, index) => (index === 0 ? { by: 'base' } : undefined));
    const watch = new ImageWatch();
    for (const [index, layer] of layers.entries()) {
        const visitor = watch.over(index, origins[index]?.by !== 'base');
        await readTar(unpacked(layer.open()), visitor).catch((error) => {
            const why = error instanceof TarError ? error.message : 'it cannot be decompressed';
            const problem = `the layer ${(0,digest/* shortDigests */.s)(layer.digest)} of ${name} (${platform}) cannot be read: ${why}`;
            throw new errors/* UserError */.yo(problem, 'rebuild the image', { cause: error });
        });
    }
    const make = ({ rule, message, path, layer }) => {
        const level = (0,config_rules/* levelOf */.In)(rule, rules);
        if (level === 'off')
            return [];
        const place = {
            kind: 'image',
            platforms: [platform],
            ...(path === undefined ? {} : { path }),
            ...(layer === undefined ? {} : { layer: layerOf(image, layer, origins[layer], dockerfile) }),
        };
        return [{ rule, level, images: [name], place, message, remedy: imageRuleTexts[rule].remedy }];
    };
    const found = [...foundInConfiguration(configuration), ...shortened(gathered(watch.sightings))];
    const notes = [];
    if (known === undefined) {
        const why = dockerfile === undefined
            ? 'its Dockerfile does not exist here'
            : 'its history does not match its Dockerfile';
        notes.push(`it is unknown which layers of ${name} come from its base image, because ${why}; the lowest layer counts as the base image`);
    }
    if (watch.beyond > 0)
        notes.push(`${name} (${platform}) has too many findings: ${watch.beyond} more are left out`);
    return { findings: found.flatMap(make), notes };
}
async function reviewLayout(name, platforms, config, root) {
    const dockerfile = await (0,review.checkedOf)(config, root, name);
    const each = [];
    for (const platform of platforms)
        each.push(await reviewImage({ name, ...platform }, dockerfile, config.policy));
    return { findings: each.flatMap(one => one.findings), notes: each.flatMap(one => one.notes) };
}
function concluded(reviews, { images, policy }, names, now) {
    const findings = (0,exceptions/* except */.iu)(acrossPlatforms(reviews.flatMap(each => each.findings)), policy.exceptions, now);
    const all = Object.keys(images).every(name => names.includes(name));
    const about = policy.exceptions.filter(({ image }) => (image === undefined ? all : names.includes(image)));
    return {
        findings: (0,finding/* inOrder */.al)(findings),
        notes: [
            ...new Set(reviews.flatMap(each => each.notes)),
            ...(0,exceptions/* exceptionNotes */.Fh)(findings, about, now, rule => Object.hasOwn(config_rules/* imageRules */.bz, rule)),
        ],
    };
}
function originsIn(dockerfile, platform, history, layers) {
    const variables = { ...(0,dockerfile_variables/* platformVariables */.d3)(platform, platform), ...dockerfile.args };
    const made = instructionsOf((0,check/* readDockerfile */.n_)(dockerfile), variables, dockerfile.target);
    return originsOf(history, layers, made);
}
function layerOf({ layers }, index, origin, dockerfile) {
    return {
        digest: layers[index]?.digest ?? '',
        number: index + 1,
        of: layers.length,
        base: origin?.by === 'base',
        ...(origin?.by === 'line' && dockerfile !== undefined
            ? { by: { path: dockerfile.path, line: origin.line } }
            : {}),
    };
}
function gathered(sightings) {
    const open = sightings.filter(({ rule }) => rule === 'image-world-writable');
    const paths = new Set(open.map(({ path }) => path));
    const above = (path) => {
        for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
            if (paths.has(path.slice(0, slash)))
                return path.slice(0, slash);
        return undefined;
    };
    const within = new Map();
    for (const { path } of open) {
        const folder = above(path);
        if (folder !== undefined)
            within.set(folder, (within.get(folder) ?? 0) + 1);
    }
    return sightings.flatMap(({ rule, message, path, layer, hidden }) => {
        if (rule !== 'image-world-writable') {
            const still = `${message}, which a later layer only hides`;
            return [{ rule, path, layer, message: hidden ? still : message }];
        }
        if (above(path) !== undefined)
            return [];
        const more = within.get(path);
        return [
            { rule, path, layer, message: more === undefined ? message : `${message}, and to ${more} more in it` },
        ];
    });
}
function shortened(all) {
    return Object.keys(config_rules/* imageRules */.bz).flatMap(rule => {
        const of = all.filter(each => each.rule === rule);
        const [first, second] = [of[mostOfARule], of[mostOfARule + 1]];
        if (first === undefined || second === undefined)
            return of;
        const rest = of.slice(mostOfARule);
        const message = `${first.message}, and the same in ${rest.length - 1} more files`;
        return [
            ...of.slice(0, mostOfARule),
            { ...first, message, path: commonFolder(rest.map(({ path }) => path)) },
        ];
    });
}
function commonFolder(paths) {
    const [first = [], ...others] = paths.map(path => path.split('/').slice(0, -1));
    const differs = first.findIndex((part, index) => others.some(other => other[index] !== part));
    return first.slice(0, differs < 0 ? undefined : differs).join('/');
}
function acrossPlatforms(findings) {
    const known = new Map();
    for (const finding of findings) {
        const { rule, images, place, message } = finding;
        if (place.kind !== 'image')
            continue;
        const key = JSON.stringify([rule, images, place.path, place.layer?.number, place.layer?.by, message]);
        const before = known.get(key)?.place;
        const others = before?.kind === 'image' ? before : undefined;
        const platforms = [...new Set([...(others?.platforms ?? []), ...place.platforms])];
        known.set(key, { ...finding, place: { ...(others ?? place), platforms } });
    }
    return [...known.values()];
}


/***/ })

};
