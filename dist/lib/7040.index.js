export const id = 7040;
export const ids = [7040];
export const modules = {

/***/ 87040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mergeAction: () => (/* binding */ mergeAction)
});

// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/image/budget.js
var budget = __webpack_require__(67622);
// EXTERNAL MODULE: ./.build/js/src/image/parts.js
var image_parts = __webpack_require__(24737);
// EXTERNAL MODULE: ./.build/js/src/image/selection.js
var selection = __webpack_require__(14469);
// EXTERNAL MODULE: ./.build/js/src/registry/inspect.js
var inspect = __webpack_require__(56021);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/registry/contents.js
var contents = __webpack_require__(23931);
// EXTERNAL MODULE: ./.build/js/src/registry/manifest.js
var manifest = __webpack_require__(99532);
;// CONCATENATED MODULE: ./.build/js/src/registry/merge.js






async function mergeImages(registry, tasks, report) {
    const wholes = [];
    for (const task of tasks) {
        const trees = await Promise.all(task.parts.map(part => partOf(registry, task, part)));
        wholes.push({ task, whole: wholeOf(task, trees) });
    }
    const merged = {};
    for (const { task, whole } of wholes) {
        const place = (0,reference/* candidateOf */.RH)(task);
        if (!task.parts.includes(whole.digest))
            await registry.putManifest(place, whole);
        const tree = await registry.tree(place, whole.digest);
        if (tree === undefined)
            throw new errors/* UserError */.yo(`${place} does not have ${whole.digest}, which was just pushed to it`, 'run the step again');
        merged[task.name] = { digest: whole.digest, inspected: (0,contents/* inspected */._9)(tree) };
        const platforms = tree.images.map(({ platform }) => platform).join(', ');
        report(`${task.name}: ${whole.digest} has the platforms ${platforms}`);
    }
    return merged;
}
async function partOf(registry, task, digest) {
    const place = (0,reference/* candidateOf */.RH)(task);
    const tree = await registry.tree(place, digest);
    if (tree !== undefined)
        return tree;
    throw new errors/* UserError */.yo(`the part ${digest} of the image "${task.name}" is not in ${place}`, 'build it there first, and pass the outputs `images` of those builds as `parts`');
}
const revision = 'org.opencontainers.image.revision';
function wholeOf({ name, platforms }, trees) {
    const images = trees.flatMap(tree => tree.images.map(image => {
        const raw = tree.manifests.find(({ digest }) => digest === image.digest);
        if (raw === undefined)
            throw new Error(`${image.digest} is not in its own tree`);
        return { platform: (0,image_parts/* usualPlatform */.Qq)(image.platform ?? 'unknown'), raw };
    }));
    const found = new Map();
    for (const { platform, raw } of images) {
        const other = found.get(platform);
        if (other !== undefined && other.digest !== raw.digest)
            throw new errors/* UserError */.yo(`the image "${name}" has two parts for ${platform}, ${other.digest} and ${raw.digest}`, 'build each platform once');
        found.set(platform, raw);
    }
    const missing = (platforms ?? []).filter(platform => !found.has((0,image_parts/* usualPlatform */.Qq)(platform)));
    if (missing.length > 0)
        throw new errors/* UserError */.yo(`the image "${name}" lacks ${missing.join(' and ')}: no part was built for ${missing.length === 1 ? 'it' : 'them'}`, 'check why that build failed, or remove the platform from `platforms` in slipway.yml');
    const [only, ...others] = [...found.values()];
    if (only === undefined)
        throw new errors/* UserError */.yo(`the image "${name}" has no parts`, 'build it first');
    if (others.length === 0)
        return only;
    const annotations = shared([...found.values()].map(annotationsIn));
    const commits = new Set([...found.values()].map(raw => annotationsIn(raw)[revision]));
    if (commits.size > 1)
        throw new errors/* UserError */.yo(`the parts of the image "${name}" are of different commits, ${[...commits].map(each => each ?? 'an unknown commit').join(' and ')}`, 'build all parts in one run');
    const order = (platform) => {
        const place = platforms?.map(image_parts/* usualPlatform */.Qq).indexOf(platform) ?? -1;
        return place < 0 ? Number.POSITIVE_INFINITY : place;
    };
    const manifests = [...found]
        .sort(([a], [b]) => (order(a) === order(b) ? (a < b ? -1 : 1) : order(a) - order(b)))
        .map(([platform, { mediaType, digest, body }]) => {
        const [os, architecture, variant] = platform.split('/');
        const named = { architecture, os, ...(variant === undefined ? {} : { variant }) };
        return { mediaType, digest, size: body.byteLength, platform: named };
    });
    return (0,manifest/* rawManifest */.Yj)(manifest/* indexType */.xt, {
        manifests,
        ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    });
}
function annotationsIn({ body }) {
    return ((0,map/* jsonMap */.vM)(body)?.annotations ?? {});
}
function shared(all) {
    const [first = {}] = all;
    const alike = Object.entries(first).filter(([key, value]) => all.every(each => each[key] === value));
    return Object.fromEntries(alike.sort(([a], [b]) => (a < b ? -1 : 1)));
}

// EXTERNAL MODULE: ./.build/js/src/report/images.js
var report_images = __webpack_require__(33732);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var toolkit_host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var inputs = __webpack_require__(41648);
// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var registry = __webpack_require__(566);
;// CONCATENATED MODULE: ./.build/js/src/actions/merge.js











const mergeAction = (0,toolkit_host/* defineAction */.QP)({
    name: 'merge',
    description: 'Combine the images that `build` built for single platforms on several machines into one multi-platform image.',
    inputs: {
        config: inputs/* config */.$W,
        parts: (0,toolkit_host/* required */.mw)('JSON array of the outputs `images` of `build`, one from each machine, such as `[{"shop": "sha256:…"}, {"shop": "sha256:…"}]`.'),
        deployed: inputs/* deployedForGrowth */.L1,
    },
    outputs: {
        images: 'JSON object that maps image names to digests of multi-platform indexes.',
        size: 'JSON object that maps image names to compressed bytes by platform.',
        reason: 'Why the step failed, in one sentence; otherwise empty.',
    },
    refused: { images: '{}', size: '{}' },
    run: async (inputs, host) => {
        const config = await (0,load/* loadConfig */.Z9)(inputs.config);
        const parts = (0,image_parts/* parseParts */.il)(inputs.parts, config.images);
        return (0,registry/* withRegistry */.u)({ signal: host.cancellation() }, async (registry) => {
            const compared = [...(0,selection/* parseDeployedInput */.Of)(inputs.deployed, config.images)].filter(([name]) => config.images[name]?.budget?.growth !== undefined);
            const deployed = await (0,inspect/* inspectDeployed */.D)(registry, new Map(compared));
            const tasks = Object.entries(config.images).flatMap(([name, image]) => {
                const digests = parts.get(name);
                const { platforms } = image;
                return digests === undefined ? [] : [{ ...image, name, platforms, parts: digests }];
            });
            const merged = await mergeImages(registry, tasks, host.report);
            const manifests = (0,map/* mapValues */.LG)(merged, ({ inspected }) => inspected);
            const measured = (0,budget/* measure */.xP)(config.images, manifests, deployed);
            for (const note of measured.notes)
                host.report(note);
            (0,toolkit_host/* setOutputs */.n0)(host, {
                images: (0,map/* mapValues */.LG)(merged, ({ digest }) => digest),
                size: (0,budget/* sizesOutput */.u)(measured),
                reason: measured.objection,
            });
            await host.summary((0,report_images/* mergeSummary */.fD)(config.app, Object.entries(merged), measured));
            return measured.objection === undefined;
        });
    },
});


/***/ }),

/***/ 67622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ sizesOutput),
/* harmony export */   xP: () => (/* binding */ measure)
/* harmony export */ });
/* unused harmony export exact */
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24737);


const shown = 5;
const partOf = (image, platform) => image?.platforms.find(each => (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .usualPlatform */ .Qq)(each.platform) === (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .usualPlatform */ .Qq)(platform));
function measure(images, built, deployed) {
    const sizes = Object.entries(built).flatMap(([image, { platforms }]) => platforms.map(({ platform, bytes }) => {
        const { compressed: most, growth } = images[image]?.budget ?? {};
        const before = partOf(deployed[image], platform)?.bytes;
        const grown = growth === undefined || before === undefined ? undefined : withGrowth(before, growth);
        return { image, platform, bytes, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ most, before, grown }) };
    }));
    const absent = Object.entries(built).flatMap(([image, inspected]) => (images[image]?.platforms ?? [])
        .filter(platform => partOf(inspected, platform) === undefined)
        .map(platform => `the image "${image}" lacks the platform ${platform}`));
    const problems = [...absent, ...sizes.flatMap(problemsOf)];
    const [first] = problems;
    const more = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
    return {
        sizes,
        largest: Object.keys(built).flatMap(image => largestOf(image, built[image], deployed[image])),
        notes: sizes
            .filter(({ image, before }) => images[image]?.budget?.growth !== undefined && before === undefined)
            .map(({ image, platform }) => `the growth of "${image}" for ${platform} is not checked: its deployed image is not known`),
        ...(first === undefined ? {} : { objection: `${first}${more}; ${remedyFor(absent)}` }),
    };
}
function withGrowth(before, percent) {
    return before + Math.floor(Number((before * percent).toPrecision(15)) / 100);
}
function problemsOf({ image, platform, bytes, most, before, grown }) {
    const size = `the image "${image}" for ${platform} is ${exact(bytes)} compressed`;
    return [
        ...(most !== undefined && bytes > most ? [`${size}, but its budget is ${exact(most)}`] : []),
        ...(grown !== undefined && before !== undefined && bytes > grown
            ? [`${size}, but the deployed image is ${exact(before)} and may grow only to ${exact(grown)}`]
            : []),
    ];
}
const remedyFor = (absent) => absent.length > 0
    ? 'build that platform, or remove it from `platforms` in slipway.yml'
    : 'check its largest layers in the summary, or change `budget` in slipway.yml';
function largestOf(image, built, deployed) {
    const before = new Set(deployed?.platforms.flatMap(({ layers }) => layers.map(({ digest }) => digest)));
    const found = new Map();
    for (const { platform, layers } of built?.platforms ?? []) {
        for (const { digest, bytes } of layers) {
            const platforms = found.get(digest)?.platform.split(', ') ?? [];
            const all = [...new Set([...platforms, platform])].join(', ');
            found.set(digest, { image, platform: all, digest, bytes, known: before.has(digest) });
        }
    }
    return [...found.values()].sort((a, b) => b.bytes - a.bytes).slice(0, shown);
}
function sizesOutput({ sizes }) {
    const output = {};
    for (const { image, platform, bytes } of sizes)
        output[image] = { ...output[image], [platform]: bytes };
    return output;
}
function exact(bytes) {
    return `${bytes.toLocaleString('en-US')} bytes`;
}


/***/ }),

/***/ 24737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ usualPlatform),
/* harmony export */   il: () => (/* binding */ parseParts),
/* harmony export */   qV: () => (/* binding */ imagesFor)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85898);




function imagesFor(platform, images) {
    const all = [...new Set(Object.values(images).flatMap(({ platforms = [] }) => platforms))];
    if (!all.includes(platform)) {
        const known = all.length === 0 ? 'add `platforms` to the images' : `choose one of ${all.join(', ')}`;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`platform\` is "${platform}", which no image of slipway.yml has`, known);
    }
    const chosen = Object.entries(images).filter(([, { platforms }]) => platforms?.includes(platform) ?? true);
    const names = new Set(chosen.map(([name]) => name));
    for (const [name, { bases }] of chosen) {
        const lacking = bases.find(base => !names.has(base));
        if (lacking !== undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the image "${name}" is built for ${platform}, but its base "${lacking}" is not`, `add ${platform} to the platforms of "${lacking}" in slipway.yml`);
    }
    return Object.fromEntries(chosen.map(([name, image]) => [name, { ...image, platforms: [platform] }]));
}
function usualPlatform(platform) {
    if (platform === 'linux/arm')
        return 'linux/arm/v7';
    return platform.replace(/^(.+\/arm64)\/v8$|^(.+\/amd64)\/v1$/, '$1$2');
}
function parseParts(text, images) {
    const remedy = 'pass a JSON array of the outputs `images` of `build`, such as [{"shop": "sha256:…"}, {"shop": "sha256:…"}]';
    const value = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonInput */ .$1)('parts', text, remedy);
    if (!Array.isArray(value) || !value.every(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the input `parts` is not a JSON array of objects', remedy);
    const parts = new Map();
    for (const [name, digest] of value.flatMap(part => Object.entries(part))) {
        if (!Object.hasOwn(images, name))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`parts\` names "${name}", which is not in slipway.yml`, remedy);
        if (typeof digest !== 'string' || !(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`parts\` has no digest for "${name}"`, remedy);
        parts.set(name, [...new Set([...(parts.get(name) ?? []), digest])]);
    }
    if (parts.size === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the input `parts` names no image', remedy);
    return parts;
}


/***/ }),

/***/ 56021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ inspectDeployed),
/* harmony export */   y: () => (/* binding */ inspectIn)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23931);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32567);



async function inspectIn(registry, place, digest) {
    const tree = 'repository' in place
        ? await registry.tree(place.repository, digest)
        : await (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .layoutTree */ .TA)(place.folder, { digest, mediaType: '' });
    if (tree !== undefined)
        return (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .inspected */ ._9)(tree);
    const where = 'repository' in place ? place.repository : place.folder;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where} does not have ${digest}, which was just built there`, 'run the step again');
}
async function inspectDeployed(registry, deployed) {
    const read = async (name, { repository, digest }) => {
        const tree = await registry.tree(repository, digest);
        if (tree !== undefined)
            return [name, (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .inspected */ ._9)(tree)];
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository} does not have ${digest}, which the input \`deployed\` names for "${name}"`, 'name the digest that is deployed now, or leave it out once to skip the comparison');
    };
    return Object.fromEntries(await Promise.all([...deployed].map(([name, place]) => read(name, place))));
}


/***/ })

};
