export const id = 8558;
export const ids = [8558,1825];
export const modules = {

/***/ 21825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ daysOf),
/* harmony export */   o: () => (/* binding */ hasExpired)
/* harmony export */ });
const hasExpired = (expires, now) => now.getTime() >= Date.parse(`${expires}T00:00:00Z`);
const daysOf = (text) => Number.parseInt(text, 10) * 86_400_000;


/***/ }),

/***/ 24297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ cacheOfPart),
/* harmony export */   _: () => (/* binding */ planCache)
/* harmony export */ });
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99662);

function planCache({ ref, defaultBranch = 'main' }, cacheTag = (branch) => (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanTag */ .I8)('cache-', branch, '')) {
    const own = ref?.kind === 'branch' ? ref.name : undefined;
    const base = ref?.kind === 'pull-request' ? ref.base : undefined;
    const from = [own, base, defaultBranch].flatMap(branch => (branch === undefined ? [] : cacheTag(branch)));
    return { from: [...new Set(from)], ...(own === undefined ? {} : { to: cacheTag(own) }) };
}
function cacheOfPart(tag, platform) {
    const suffix = `-${platform.replaceAll('/', '-')}`;
    return `${tag.slice(0, longestTag - suffix.length)}${suffix}`;
}
const longestTag = 128;


/***/ }),

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
/* harmony export */   Ps: () => (/* binding */ checkRequestFor),
/* harmony export */   cF: () => (/* binding */ basesOf),
/* harmony export */   pU: () => (/* binding */ requestFor)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24297);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29600);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85898);




function requestFor({ images, output, cache, part, git, plans }, name, { license, ...source }, bases) {
    const image = images[name];
    if (image === undefined)
        throw new Error(`${name} is not in slipway.yml`);
    const candidate = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .candidateOf */ .RH)(image);
    const plan = plans[name];
    if (plan === undefined)
        throw new Error(`${name} has no plan`);
    const cacheAt = (tag) => `${candidate}:${part === undefined ? tag : (0,_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .cacheOfPart */ .D)(tag, part)}`;
    const place = output === undefined ? { repository: candidate } : { folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(output, name) };
    return {
        ...source,
        target: image.target,
        platforms: image.platforms,
        args: image.args,
        secrets: image.secrets,
        labels: (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .labelsOf */ .P)({ git, version: plan.version, title: name, license, own: image.labels }),
        bases: bases.map(({ name: base, digest, place: at }) => {
            const repository = images[base]?.repository;
            return { names: repository === undefined ? [base] : [base, repository], digest, at };
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
    const image = images[name];
    if (image === undefined)
        throw new Error(`${name} is not in slipway.yml`);
    const { args, target, platforms } = image;
    return { context, dockerfile, target, platforms, args, bases: basesOf(images, name), heedsSkips };
}
function basesOf(images, name) {
    return (images[name]?.bases ?? []).flatMap(base => {
        const repository = images[base]?.repository;
        return repository === undefined ? [base] : [base, repository];
    });
}


/***/ }),

/***/ 99662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I8: () => (/* binding */ cleanTag),
/* harmony export */   LZ: () => (/* binding */ tagsOutput),
/* harmony export */   Vd: () => (/* binding */ planTags),
/* harmony export */   Vg: () => (/* binding */ remark)
/* harmony export */ });
/* unused harmony exports longestTag, sanitizeTag */
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72315);

const longestTag = 128;
function planTags({ ref, revision }) {
    const name = nameOf(ref);
    const version = sanitizeTag(name);
    const commit = revision === undefined ? [] : [`sha-${revision.slice(0, 7)}`];
    const remarks = version === name ? [] : [remark(name, version)];
    return { version, tags: [...new Set([version, ...commit])], remarks };
}
function sanitizeTag(text, prefix = '') {
    return cleanTag(prefix, text, '') || 'dev';
}
function cleanTag(prefix, text, suffix) {
    const clean = (part) => part.replace(/[^A-Za-z0-9_.-]+/g, '-');
    const trimmed = (part) => part.replace(/^[.-]+/, '');
    const [before, after] = [trimmed(clean(prefix)), clean(suffix)];
    const middle = before === '' ? trimmed(clean(text)) : clean(text);
    const room = Math.max(0, longestTag - before.length - after.length);
    return trimmed(`${before}${middle.slice(0, room)}${after}`).slice(0, longestTag);
}
function remark(asked, tag) {
    const shown = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(JSON.stringify(asked.length > 160 ? `${asked.slice(0, 159)}…` : asked));
    if (tag === '')
        return `${shown} holds nothing that a tag may hold, and gives none`;
    const reasons = [
        /[^A-Za-z0-9_.-]/.test(asked) ? 'what a tag may not hold is written "-"' : undefined,
        /^[^A-Za-z0-9_]/.test(asked) ? 'its start must be a letter, a digit or "_"' : undefined,
        asked.length > longestTag ? `it ends at ${longestTag} characters` : undefined,
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
    return ref.kind === 'tag' ? ref.name.replace(/^v(?=\d)/, '') : ref.name;
}


/***/ }),

/***/ 30217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   JA: () => (/* binding */ standing),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   mQ: () => (/* binding */ countsOf)
/* harmony export */ });
/* unused harmony export severity */
const severity = (level) => ['off', 'info', 'warning', 'error'].indexOf(level);
const standing = (findings) => findings.filter(({ excused }) => excused === undefined);
function countsOf(findings) {
    const of = (level) => standing(findings).filter(each => each.level === level).length;
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
    const from = by === undefined ? (base ? ['of the base'] : []) : [`${by.path}:${by.line}`];
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
    const errors = inOrder(standing(findings)).filter(({ level }) => level === 'error');
    const [first] = errors;
    if (first === undefined)
        return undefined;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    const of = first.place.kind === 'image' ? `image ${first.images.join(', ')}: ` : '';
    return `${of}${placeOf(first)}: ${first.message} [${first.rule}]${more}; ${first.remedy}`;
}


/***/ })

};
