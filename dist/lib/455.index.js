export const id = 455;
export const ids = [455];
export const modules = {

/***/ 21825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eh: () => (/* binding */ expiresSoon),
/* harmony export */   Zw: () => (/* binding */ notesOnExceptions),
/* harmony export */   bD: () => (/* binding */ excuseBy),
/* harmony export */   hF: () => (/* binding */ daysOf)
/* harmony export */ });
/* unused harmony export hasExpired */
const hasExpired = (expires, now) => now.getTime() >= Date.parse(`${expires}T00:00:00Z`);
const expiresSoon = (expires, now) => !hasExpired(expires, now) && hasExpired(expires, new Date(now.getTime() + daysOf('14d')));
function excuseBy(exceptions, now) {
    const valid = exceptions.find(each => !hasExpired(each.expires, now));
    if (valid !== undefined) {
        const { owner, reason, expires } = valid;
        return { excuse: { by: 'exception', owner, reason, expires } };
    }
    const [past] = exceptions;
    return past === undefined ? {} : { note: `the exception by ${past.owner} expired on ${past.expires}` };
}
const notesOnExceptions = (exceptions, now, isUsed, isChecked = () => true) => exceptions.flatMap(exception => {
    const { rule, owner, expires } = exception;
    if (!isUsed(exception))
        return isChecked(rule)
            ? [`the exception to ${rule} by ${owner} matches no finding; remove it from slipway.yml`]
            : [];
    return expiresSoon(expires, now)
        ? [`the exception to ${rule} by ${owner} expires on ${expires}; fix its findings before then`]
        : [];
});
const daysOf = (text) => Number.parseInt(text, 10) * 86_400_000;


/***/ }),

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

/***/ 30217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   NI: () => (/* binding */ unexcused),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   mQ: () => (/* binding */ countsOf)
/* harmony export */ });
/* unused harmony export severity */
const severity = (level) => ['off', 'info', 'warning', 'error'].indexOf(level);
const unexcused = (findings) => findings.filter(({ excused }) => excused === undefined);
function countsOf(findings) {
    const of = (level) => unexcused(findings).filter(each => each.level === level).length;
    return { error: of('error'), warning: of('warning'), info: of('info') };
}
function placeOf({ place }) {
    if (place.kind === 'dockerfile')
        return `${place.path}:${place.line}`;
    const { path, layer, platforms } = place;
    if (path === undefined)
        return `configuration (${platforms.join(', ')})`;
    if (layer === undefined)
        return `/${path} (${platforms.join(', ')})`;
    const { number, of, base, by } = layer;
    const from = by === undefined ? (base ? ['base image'] : []) : [`${by.path}:${by.line}`];
    return `/${path} in layer ${number} of ${of} (${[...from, platforms.join(', ')].join('; ')})`;
}
function inOrder(findings) {
    const key = ({ place }) => place.kind === 'dockerfile'
        ? `0 ${place.path} ${String(place.line).padStart(8, '0')}`
        : `1 ${place.path ?? ''}`;
    return [...findings].sort((a, b) => severity(b.level) - severity(a.level) ||
        (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}
function reasonOf(findings) {
    const errors = inOrder(unexcused(findings)).filter(({ level }) => level === 'error');
    const [first] = errors;
    if (first === undefined)
        return undefined;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    const of = first.place.kind === 'image' ? `image ${first.images.join(', ')}: ` : '';
    return `${of}${placeOf(first)}: ${first.message} [${first.rule}]${more}; ${first.remedy}`;
}


/***/ })

};
