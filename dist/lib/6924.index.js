export const id = 6924;
export const ids = [6924,7462,5081,6088];
export const modules = {

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   QY: () => (/* binding */ hashOfFile),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   tz: () => (/* binding */ parseSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


function parseSha256(text) {
    return isSha256(text) ? text : undefined;
}
const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
function sha256Of(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
async function hashOfFile(file) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file))
            hash.update(chunk);
    }
    catch {
        return undefined;
    }
    return hash.digest('hex');
}
function orderFreeHash(objects) {
    let sum = 0n;
    for (const { path, sha256 } of objects)
        sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
    return (sum % (1n << 256n)).toString(16).padStart(64, '0');
}


/***/ }),

/***/ 68614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   needsSet: () => (/* binding */ needsSet),
/* harmony export */   parseParts: () => (/* binding */ parseParts),
/* harmony export */   parseTargets: () => (/* binding */ parseTargets),
/* harmony export */   partsInSet: () => (/* binding */ partsInSet)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _attachments_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92787);
/* harmony import */ var _restoring_parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84158);




const remedy = 'write database, managed, managed/NAME, objects, secrets, volume, volume/PVC, bucket, bucket/NAME, redis or redis/NAME, separated by commas or lines, or all';
function parseParts(text) {
    const words = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(text);
    const all = words.includes('all');
    const has = (word) => all || words.includes(word);
    const named = (kind) => has(kind)
        ? 'all'
        : words.filter(word => word.startsWith(`${kind}/`)).map(word => word.slice(kind.length + 1));
    const known = /^(all|database|objects|secrets|(volume|bucket|managed|redis)(\/[a-z0-9][a-z0-9.-]{0,252})?)$/;
    const wrong = words.length === 0 ? '' : words.find(word => !known.test(word));
    if (wrong !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`what\` names an unknown part: "${wrong}"`, remedy);
    return {
        all,
        ...{ database: has('database'), objects: has('objects'), secrets: has('secrets') },
        ...{ managed: named('managed'), volumes: named('volume'), buckets: named('bucket') },
        redis: named('redis'),
    };
}
const needsSet = ({ objects, secrets, managed, volumes, buckets, redis }) => objects || secrets || [managed, volumes, buckets, redis].some(each => each === 'all' || each.length > 0);
function partsInSet({ all, objects, secrets, managed, volumes, buckets, redis }, manifest) {
    const pvcs = (0,_restoring_parts_js__WEBPACK_IMPORTED_MODULE_3__.pvcsIn)(manifest);
    const dumps = (manifest.managed ?? []).map(({ name }) => name);
    const stores = manifest.objectStores.map(({ name }) => name);
    const caches = (manifest.redis ?? []).map(({ name }) => name);
    const holds = (file) => manifest.attachments?.some(({ name }) => name === file) === true;
    if (!all && managed === 'all' && dumps.length === 0)
        throw absentFrom('managed databases');
    if (!all && volumes === 'all' && pvcs.length === 0)
        throw absentFrom('files of volumes');
    if (!all && buckets === 'all' && stores.length === 0)
        throw absentFrom('buckets');
    if (!all && redis === 'all' && caches.length === 0)
        throw absentFrom('Redis');
    return {
        objects: objects && (!all || holds(_attachments_js__WEBPACK_IMPORTED_MODULE_2__.fileNames.objects)),
        secrets: secrets && (!all || holds(_attachments_js__WEBPACK_IMPORTED_MODULE_2__.fileNames.secrets)),
        managed: namedOf(managed, dumps, 'the managed database'),
        volumes: namedOf(volumes, pvcs, 'the volume'),
        buckets: namedOf(buckets, stores, 'the bucket'),
        redis: namedOf(redis, caches, 'the Redis'),
    };
}
const absentFrom = (what) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the set contains no ${what}`, 'choose a set that contains them, or restore something else');
function namedOf(wanted, held, what) {
    if (wanted === 'all')
        return held;
    const absent = wanted.find(name => !held.includes(name));
    if (absent === undefined)
        return wanted;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the set does not contain ${what} ${absent}`, held.length === 0 ? 'choose a set that contains it' : `choose one of ${held.join(', ')}`);
}
function parseTargets(text, wanted) {
    const targets = new Map(text.split(/\s+/).flatMap(each => {
        if (each === '')
            return [];
        const [, name, address] = /^([a-z0-9-]+)=(https?:\/\/[^\s/@?#]+\/[^\s?#]+)$/.exec(each) ?? [];
        if (name === undefined || address === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the input `buckets` has an invalid entry', 'write NAME=https://HOST/BUCKET for each, separated by spaces');
        return [[name, address]];
    }));
    const absent = wanted.find(name => !targets.has(name));
    if (absent === undefined)
        return targets;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`buckets\` has no target for the objects of ${absent}`, `add ${absent}=https://HOST/BUCKET to the input \`buckets\`; the bucket must be empty`);
}


/***/ }),

/***/ 78968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ howToRun),
/* harmony export */   x: () => (/* binding */ whoMayRun)
/* harmony export */ });
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44998);

const commands = {
    sweep: 'slipway sweep',
    status: 'slipway status',
    resume: 'slipway gate',
    approve: 'slipway gate --approve true',
    rollback: 'slipway rollback',
};
function howToRun(operations, env = process.env) {
    const asked = [operations].flat();
    if ((0,_ci_js__WEBPACK_IMPORTED_MODULE_0__/* .ciOf */ .s)(env) !== 'github')
        return `run ${asked.map(each => `\`${commands[each]}\``).join(' or ')}`;
    return asked.includes('sweep')
        ? 'start the workflow sweep.yml'
        : `choose ${asked.join(' or ')} in the workflow rollback.yml`;
}
const whoMayRun = (env = process.env) => (0,_ci_js__WEBPACK_IMPORTED_MODULE_0__/* .ciOf */ .s)(env) === 'github'
    ? 'everyone who may start the workflow rollback.yml may do that, after the reviewers of its environment if it has any'
    : 'everyone with the rights of a release in the namespace may do that';


/***/ })

};
