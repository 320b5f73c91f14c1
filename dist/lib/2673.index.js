export const id = 2673;
export const ids = [2673,8961];
export const modules = {

/***/ 23931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ contentsOf),
/* harmony export */   Zc: () => (/* binding */ readTree),
/* harmony export */   _9: () => (/* binding */ inspected),
/* harmony export */   j$: () => (/* binding */ IncompleteError),
/* harmony export */   jq: () => (/* binding */ isForeign),
/* harmony export */   n3: () => (/* binding */ compressedSize),
/* harmony export */   nb: () => (/* binding */ descriptorOf)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99532);




class IncompleteError extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo {
}
const deepest = 4;
const most = 1000;
const mostBytes = 64 * 2 ** 20;
async function readTree(source, { digest, mediaType }, name) {
    const root = await source.manifest(digest, mediaType);
    if (root === undefined)
        return undefined;
    const manifests = new Map();
    const blobs = new Map();
    const images = [];
    const attestations = new Set();
    let bytes = 0;
    const visit = async (raw, platform, depth) => {
        const attested = platform === 'unknown/unknown';
        if (manifests.has(raw.digest)) {
            if (attested ? images.some(each => each.digest === raw.digest) : attestations.has(raw.digest))
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name}@${digest} lists ${raw.digest} both as an image and as an attestation`, 'find out what made this index, and build it again');
            return;
        }
        bytes += raw.body.length;
        if (depth > deepest || manifests.size >= most || bytes > mostBytes)
            throw new IncompleteError(`${name}@${digest} has too many manifests, or they are too large`, 'push it again as one plain index');
        const contents = contentsOf(raw, name);
        if (contents.kind === 'image') {
            for (const blob of [contents.config, ...contents.layers])
                blobs.set(blob.digest, blob);
            const { config, layers } = contents;
            const named = platform ?? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseConfigPlatform */ .jN)((await source.config(config.digest)) ?? Buffer.of());
            if (attested)
                attestations.add(raw.digest);
            else
                images.push({ platform: named, digest: raw.digest, config, layers });
        }
        else {
            for (const child of contents.manifests) {
                const found = await source.manifest(child.digest, child.mediaType);
                if (found === undefined)
                    throw new IncompleteError(`${name} is missing the manifest ${child.digest} of ${digest}`, 'push it again');
                await visit(found, child.platform, depth + 1);
            }
        }
        manifests.set(raw.digest, raw);
    };
    await visit(root, undefined, 1);
    return {
        root,
        manifests: [...manifests.values()],
        blobs: [...blobs.values()].filter(blob => !isForeign(blob)),
        images,
    };
}
function inspected({ images }) {
    return {
        platforms: images.map(image => ({
            platform: image.platform ?? 'unknown',
            bytes: compressedSize(image),
            layers: image.layers.map(({ digest, size }) => ({ digest, bytes: size })),
        })),
    };
}
function compressedSize({ config, layers }) {
    const sizes = new Map([config, ...layers].map(({ digest, size }) => [digest, size]));
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
function contentsOf({ body, mediaType, digest }, name) {
    const kind = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(body, mediaType)?.kind;
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonMap */ .vM)(body) ?? {};
    const list = (value) => (Array.isArray(value) ? value.map(descriptorOf) : [undefined]);
    if (kind === 'index') {
        const manifests = list(document.manifests);
        if (manifests.every(each => each !== undefined))
            return { kind, manifests };
    }
    else if (kind === 'image') {
        const config = descriptorOf(document.config);
        const layers = list(document.layers);
        if (config !== undefined && layers.every(each => each !== undefined))
            return { kind, config, layers };
    }
    throw new IncompleteError(`${name}@${digest} is not a container image`, 'choose an image that a build tool has pushed');
}
function descriptorOf(value) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(value))
        return undefined;
    const { size, platform } = value;
    const { mediaType = '', digest = '' } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .textMap */ .sP)(value);
    if (!(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest) || typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        return undefined;
    return { mediaType, digest, size, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .defined */ .sw)({ platform: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .platformOf */ .tj)(platform) }) };
}
function isForeign({ mediaType }) {
    return mediaType.includes('.foreign.') || mediaType.includes('.nondistributable.');
}


/***/ }),

/***/ 99532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   Gh: () => (/* binding */ artifactTypeOf),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   Yj: () => (/* binding */ rawManifest),
/* harmony export */   jN: () => (/* binding */ parseConfigPlatform),
/* harmony export */   lA: () => (/* binding */ fits),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   tj: () => (/* binding */ platformOf),
/* harmony export */   wm: () => (/* binding */ imageType),
/* harmony export */   xt: () => (/* binding */ indexType)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const indexType = 'application/vnd.oci.image.index.v1+json';
const imageType = 'application/vnd.oci.image.manifest.v1+json';
const indexTypes = [indexType, 'application/vnd.docker.distribution.manifest.list.v2+json'];
const imageTypes = [imageType, 'application/vnd.docker.distribution.manifest.v2+json'];
const manifestTypes = [...indexTypes, ...imageTypes];
function parseManifest(body, type) {
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(body);
    if (document === undefined)
        return undefined;
    const { mediaType = type.split(';', 1).join('').trim() } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(document);
    if (indexTypes.includes(mediaType) || (mediaType === '' && Array.isArray(document.manifests))) {
        const entries = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(document.manifests).filter(entry => platformOf(entry.platform) !== 'unknown/unknown');
        return {
            kind: 'index',
            mediaType,
            platforms: [...new Set(entries.flatMap(entry => platformOf(entry.platform) ?? []))],
            children: entries.map(entry => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(entry).digest ?? '').filter(_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc),
        };
    }
    const { digest: config = '' } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(document.config);
    return imageTypes.includes(mediaType) && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(config)
        ? { kind: 'image', mediaType, config }
        : undefined;
}
function artifactTypeOf(body) {
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(body);
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([document?.artifactType, (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(document?.config).mediaType])[0];
}
function parseConfigPlatform(body) {
    return platformOf((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(body));
}
function rawManifest(mediaType, fields) {
    const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...fields }));
    return { digest: digestOf(body), mediaType, body };
}
function digestOf(body, algorithm = 'sha256') {
    return `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(body).digest('hex')}`;
}
function fits(body, digest) {
    return digestOf(body, digest.startsWith('sha512:') ? 'sha512' : 'sha256') === digest;
}
function platformOf(value) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value))
        return undefined;
    const { os, architecture, variant } = value;
    const named = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([os, architecture]);
    return named.length < 2 ? undefined : [...named, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([variant])].join('/');
}


/***/ }),

/***/ 2673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  concluded: () => (/* binding */ concluded),
  pruneRepositories: () => (/* binding */ pruneRepositories)
});

// UNUSED EXPORTS: pruneRepository

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/wildcard.js
var wildcard = __webpack_require__(5848);
;// CONCATENATED MODULE: ./.build/js/src/image/deletion-plan.js


const day = 86_400_000;
function planRetention(stored, policy, protections, now) {
    const graph = graphOf(stored);
    const verdicts = stored.map(each => [each, verdictOf(each, graph, policy, protections, now)]);
    const mayGo = new Map(verdicts.flatMap(([{ digest }, verdict]) => (verdict.kind === 'delete' ? [[digest, verdict.why]] : [])));
    const reached = reach(stored.filter(({ digest }) => mayGo.has(digest)), graph.dependents);
    const own = new Map();
    for (const [each, verdict] of verdicts) {
        if (verdict.kind === 'keep')
            own.set(each.digest, verdict.why);
        const why = protections.digests.get(each.digest);
        if (why === undefined)
            continue;
        for (const { digest } of graph.holders(each))
            if (!own.has(digest))
                own.set(digest, `it contains ${each.digest}: ${why}`);
    }
    const needed = reach([
        ...stored.filter(({ digest }) => own.has(digest)),
        ...stored.filter(({ digest }) => !reached.has(digest)),
    ], graph.needs);
    const toDelete = stored.filter(({ digest }) => reached.has(digest) && !needed.has(digest));
    return {
        toDelete: ordered(toDelete, graph).map(each => {
            const why = mayGo.get(each.digest);
            return why === undefined
                ? { ...judged(each), with: reached.get(each.digest) ?? each.digest, why: 'nothing else needs it' }
                : { ...judged(each), why };
        }),
        toKeep: stored
            .filter(({ digest }) => needed.has(digest))
            .map(each => ({ ...judged(each), why: own.get(each.digest) ?? `${needed.get(each.digest)} needs it` })),
    };
}
function judged({ digest, tags, created }) {
    return { digest, tags, ...(0,map/* defined */.sw)({ created }) };
}
function verdictOf(stored, graph, policy, { digests, tags }, now) {
    const { digest, created } = stored;
    const protectedBy = digests.get(digest);
    if (protectedBy !== undefined)
        return { kind: 'keep', why: protectedBy };
    if (stored.tags.length > 0) {
        const each = stored.tags.map(tag => tagVerdict(tag, stored, graph, policy, tags, now));
        return each.find(({ kind }) => kind === 'keep') ?? { kind: 'delete', why: whyOf(each) };
    }
    if (graph.belongs(stored))
        return { kind: 'depends' };
    const { untagged } = policy;
    if (untagged === undefined)
        return { kind: 'keep', why: 'it has no tag, and `untagged` is not set' };
    const orphan = stored.subject !== undefined || stored.attached.length > 0;
    if (orphan && created === undefined)
        return { kind: 'delete', why: 'the image that it was attached to is gone' };
    if (created === undefined)
        return { kind: 'keep', why: 'it has no tag, and its age is unknown' };
    if (now - created <= untagged)
        return { kind: 'keep', why: `it has no tag, and is ${ageOf(created, now)}` };
    const of = orphan ? 'the image that it was attached to is gone' : 'it has no tag';
    return { kind: 'delete', why: `${of}, and it is ${ageOf(created, now)}` };
}
function tagVerdict(tag, { digest, created }, graph, { protect, rules }, protectedTags, now) {
    const keep = (why) => ({ kind: 'keep', why: `${tag}: ${why}` });
    const named = protectedTags.get(tag);
    if (named !== undefined)
        return keep(named);
    const pattern = protect.find(each => (0,wildcard/* matchesWildcard */._)(each, tag));
    if (pattern !== undefined)
        return keep(`protected by ${pattern}`);
    const matching = rules.filter(rule => (0,wildcard/* matchesWildcard */._)(rule.tags, tag));
    if (matching.length === 0)
        return keep('no rule matches it');
    if (created === undefined)
        return keep('its age is unknown');
    for (const rule of matching) {
        if (rule.for !== undefined && now - created <= rule.for)
            return keep(`${ageOf(created, now)}, and ${rule.tags} is kept for ${daysOf(rule.for)}`);
        if (rule.newest !== undefined && graph.newest(rule).has(digest))
            return keep(`among the newest ${rule.newest} of ${rule.tags}`);
    }
    const limits = matching.map(({ tags: of, newest, for: days }) => [
        ...(days === undefined ? [] : [`${ageOf(created, now)}, and ${of} is kept for ${daysOf(days)}`]),
        ...(newest === undefined ? [] : [`not among the newest ${newest} of ${of}`]),
    ].join(', '));
    return { kind: 'delete', why: `${tag}: ${limits.join('; ')}` };
}
const whyOf = (verdicts) => verdicts.map(({ why }) => why).join('; ');
const daysOf = (milliseconds) => {
    const days = Math.floor(milliseconds / day);
    return days === 1 ? '1 day' : `${days} days`;
};
const ageOf = (created, now) => created > now ? 'dated in the future' : `${daysOf(now - created)} old`;
function graphOf(stored) {
    const all = new Map(stored.map(each => [each.digest, each]));
    const present = (digests) => [...digests].flatMap(digest => all.get(digest) ?? []);
    const holders = multimap(stored, ({ holds }) => holds);
    const listed = new Map();
    for (const { list, holds, attached } of stored)
        if (list)
            for (const digest of holds)
                listed.set(digest, [...(listed.get(digest) ?? []), ...attached]);
    const subjects = ({ digest, subject, attached }) => [
        ...(subject === undefined ? [] : [subject]),
        ...attached,
        ...(listed.get(digest) ?? []),
    ];
    const attachedTo = multimap(stored, subjects);
    const dependents = (each) => [
        ...present(each.holds),
        ...(attachedTo.get(each.digest) ?? []),
    ];
    const kept = new Map();
    return {
        belongs: each => (holders.get(each.digest) ?? []).length > 0 || present(subjects(each)).length > 0,
        dependents,
        needs: each => [...dependents(each), ...present(each.subject === undefined ? [] : [each.subject])],
        holders: each => present(reach(holders.get(each.digest) ?? [], ({ digest }) => holders.get(digest) ?? []).keys()),
        newest: rule => {
            const known = kept.get(rule) ?? newestOf(rule, stored);
            kept.set(rule, known);
            return known;
        },
    };
}
function newestOf({ tags: pattern, newest = 0 }, stored) {
    const dated = stored.flatMap(({ digest, tags, created }) => created !== undefined && tags.some(tag => (0,wildcard/* matchesWildcard */._)(pattern, tag)) ? [{ digest, created }] : []);
    return new Set(dated
        .sort((a, b) => b.created - a.created || (a.digest < b.digest ? -1 : 1))
        .slice(0, newest)
        .map(({ digest }) => digest));
}
function multimap(stored, keys) {
    const found = new Map();
    for (const each of stored)
        for (const key of new Set(keys(each)))
            found.set(key, [...(found.get(key) ?? []), each]);
    return found;
}
function reach(from, next) {
    const found = new Map();
    for (const root of from) {
        const waiting = [root];
        for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
            if (found.has(each.digest))
                continue;
            found.set(each.digest, root.digest);
            waiting.push(...next(each));
        }
    }
    return found;
}
function ordered(deleted, graph) {
    const known = new Map(deleted.map(each => [each.digest, each]));
    const after = (each) => graph
        .dependents(each)
        .filter(({ digest }) => known.has(digest) && !(each.list && each.holds.includes(digest)));
    const lists = deleted.filter(({ list }) => list);
    const listsOf = multimap(lists, ({ holds }) => holds);
    const done = new Set();
    const reversed = [];
    const visit = (each) => {
        if (done.has(each.digest))
            return;
        done.add(each.digest);
        for (const other of [...(listsOf.get(each.digest) ?? []), ...after(each)])
            visit(other);
        reversed.push(each);
    };
    for (const each of [...deleted].reverse())
        visit(each);
    return reversed.reverse();
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/registry/contents.js
var contents = __webpack_require__(23931);
;// CONCATENATED MODULE: ./.build/js/src/registry/ages.js


const first = Date.UTC(2013, 0, 1);
const created = 'org.opencontainers.image.created';
const configTypes = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
const cacheType = 'application/vnd.buildkit.cacheconfig.v0';
const largestConfig = 4 * 2 ** 20;
function agesIn(registry, repository) {
    const configs = new Map();
    const ofConfig = async ({ digest }) => {
        if (!configs.has(digest)) {
            const blob = await registry.blob(repository, digest);
            configs.set(digest, blob && configMoment((0,map/* jsonMap */.vM)(blob) ?? {}));
        }
        return configs.get(digest);
    };
    return async (parts, others) => {
        const configured = parts.flatMap(({ body }) => configsOf((0,map/* jsonMap */.vM)(body) ?? {}));
        const read = await Promise.all(configured.map(ofConfig));
        return latest([...parts.map(annotatedMoment), ...read, ...others]);
    };
}
function annotatedMoment({ body }) {
    const { annotations } = (0,map/* jsonMap */.vM)(body) ?? {};
    return (0,map/* isMap */.jh)(annotations) ? momentOf(annotations[created]) : undefined;
}
function configsOf({ config, manifests }) {
    return [config, ...(Array.isArray(manifests) ? manifests : [])]
        .flatMap(each => (0,contents/* descriptorOf */.nb)(each) ?? [])
        .filter(({ mediaType, size }) => [...configTypes, cacheType].includes(mediaType) && size <= largestConfig);
}
function configMoment(config) {
    const steps = (0,map/* mapsIn */.nf)(config.records).flatMap(({ layers, chains }) => [
        ...(0,map/* mapsIn */.nf)(layers),
        ...(0,map/* mapsIn */.nf)(chains),
    ]);
    return latest([momentOf(config.created), ...steps.map(({ createdAt }) => momentOf(createdAt))]);
}
function momentOf(text) {
    const moment = typeof text === 'string' ? Date.parse(text) : Number.NaN;
    return Number.isNaN(moment) || moment < first ? undefined : moment;
}
function latest(moments) {
    const known = moments.filter(each => each !== undefined);
    return known.length === 0 ? undefined : known.reduce((a, b) => Math.max(a, b));
}

// EXTERNAL MODULE: ./.build/js/src/registry/manifest.js
var manifest = __webpack_require__(99532);
;// CONCATENATED MODULE: ./.build/js/src/registry/inventory.js







const atOnce = 8;
const mostBytes = 512 * 2 ** 20;
const absentDigest = `sha256:${'0'.repeat(64)}`;
class Inventory {
    #registry;
    #repository;
    #manifests = new Map();
    #ageOf;
    #bytes = 0;
    constructor(registry, repository) {
        this.#registry = registry;
        this.#repository = repository;
        this.#ageOf = agesIn(registry, repository);
    }
    async read(listed, dated) {
        const nodes = new Map();
        const reserved = [];
        const tags = await this.#registry.tags(this.#repository);
        await (0,parallel.eachOf)(tags, atOnce, async (tag) => {
            const raw = await this.#registry.manifest(this.#repository, tag);
            if (raw === undefined)
                return;
            this.#keep(raw);
            const node = nodeAt(nodes, raw);
            if (referrersTag.test(tag))
                reserved.push({ tag, node });
            else
                node.tags.push(tag);
        });
        const keepsLists = (await this.#registry.ownReferrers(this.#repository, absentDigest)) !== undefined;
        const named = reserved.flatMap(({ tag }) => subjectIn(tag) ?? []);
        await this.#follow(nodes, [...listed.keys(), ...named], keepsLists);
        for (const { tag, node } of reserved) {
            const subject = subjectIn(tag) ?? [...nodes.keys()].find(digest => startOf(digest) === startOf(tag));
            if (subject === undefined)
                continue;
            node.attached.add(subject);
            if (tag === startOf(tag) && node.holds.length > 0)
                node.list = true;
        }
        return this.#stored(nodes, listed, dated);
    }
    async #follow(nodes, named, keepsLists) {
        const asked = new Set();
        let next = [...named, ...nodes.keys()];
        while (next.length > 0) {
            const found = [];
            await (0,parallel.eachOf)([...new Set(next)], atOnce, async (digest) => {
                if (asked.has(digest))
                    return;
                asked.add(digest);
                const raw = await this.#manifest(digest);
                if (raw === undefined)
                    return;
                const { holds, subject } = nodeAt(nodes, raw);
                found.push(...holds, ...(subject === undefined ? [] : [subject]));
                if (!keepsLists)
                    return;
                const referrers = (await this.#registry.ownReferrers(this.#repository, digest)) ?? [];
                found.push(...referrers.map(each => each.digest));
            });
            next = found.filter(digest => !asked.has(digest));
        }
    }
    async #manifest(digest) {
        const known = this.#manifests.get(digest) ?? (await this.#registry.manifest(this.#repository, digest));
        if (known !== undefined)
            this.#keep(known);
        return known;
    }
    #keep(raw) {
        if (this.#manifests.has(raw.digest))
            return;
        this.#manifests.set(raw.digest, raw);
        this.#bytes += Math.max(4096, raw.body.length);
        if (this.#bytes <= mostBytes)
            return;
        throw new errors/* UserError */.yo(`${this.#repository} has more manifests than can be read (${this.#manifests.size}, or ${mostBytes >> 20} MiB of them)`, 'remove unneeded images with the retention rules of the registry');
    }
    async #stored(nodes, listed, dated) {
        const held = new Set([...nodes.values()].flatMap(({ holds }) => holds));
        const signed = new Map();
        for (const { raw, subject, attached } of nodes.values())
            for (const digest of subject === undefined ? attached : [subject, ...attached])
                signed.set(digest, [...(signed.get(digest) ?? []), annotatedMoment(raw)]);
        const ages = new Map();
        await (0,parallel.eachOf)([...nodes], atOnce, async ([digest, { raw, tags }]) => {
            if (tags.length === 0 ? held.has(digest) : !dated(tags))
                return;
            const parts = [raw, ...partsOf(raw.digest, nodes)];
            const signatures = parts.flatMap(part => signed.get(part.digest) ?? []);
            const age = await this.#ageOf(parts, [listed.get(digest), ...signatures]);
            if (age !== undefined)
                ages.set(digest, age);
        });
        return [...nodes].map(([digest, { tags, holds, subject, attached, list }]) => ({
            digest,
            tags: tags.sort(),
            holds,
            attached: [...attached],
            ...(0,map/* defined */.sw)({ subject, list: list || undefined, created: ages.get(digest) }),
        }));
    }
}
const referrersTag = /^sha(256|512)-[0-9a-f]{64}(\.[A-Za-z0-9_.-]+)?$/;
const startOf = (text) => text.replace(':', '-').slice(0, 'sha512-'.length + 64);
function subjectIn(tag) {
    const [, hex] = /^sha256-([0-9a-f]{64})/.exec(tag) ?? [];
    const digest = `sha256:${hex}`;
    return (0,reference/* isDigest */.Bc)(digest) ? digest : undefined;
}
function partsOf(digest, nodes) {
    const seen = new Set([digest]);
    for (const each of seen)
        for (const held of nodes.get(each)?.holds ?? [])
            seen.add(held);
    return [...seen].slice(1).flatMap(each => nodes.get(each)?.raw ?? []);
}
function nodeAt(nodes, raw) {
    const known = nodes.get(raw.digest);
    if (known !== undefined)
        return known;
    const node = { raw, tags: [], ...edgesOf(raw), attached: new Set(), list: false };
    nodes.set(raw.digest, node);
    return node;
}
function edgesOf({ body }) {
    const document = (0,map/* jsonMap */.vM)(body) ?? {};
    const entries = (0,map/* mapsIn */.nf)(document.manifests).flatMap(each => (0,contents/* descriptorOf */.nb)(each) ?? []);
    return {
        holds: [...new Set(entries.filter(isManifest).map(({ digest }) => digest))],
        subject: (0,contents/* descriptorOf */.nb)(document.subject)?.digest,
    };
}
const isManifest = ({ mediaType }) => mediaType === '' || manifest/* manifestTypes */.Fm.includes(mediaType);

;// CONCATENATED MODULE: ./.build/js/src/registry/prune.js





const lookEvery = 60_000;
async function pruneRepositories(registry, repositories, optionsOf) {
    const done = [];
    for (const repository of repositories) {
        const pruning = optionsOf(repository).then(options => pruneRepository(registry, repository, options));
        const pruned = await pruning.catch((error) => {
            if (done.every(each => each[1].removed.length === 0))
                throw error;
            return {
                plan: { toDelete: [], toKeep: [] },
                removed: [],
                refused: new Map(),
                problem: problemOf(error),
            };
        });
        done.push([repository, pruned]);
        if (pruned.problem !== undefined)
            break;
    }
    return done;
}
function concluded(done, apply) {
    const planned = done.reduce((sum, [, { plan }]) => sum + plan.toDelete.length, 0);
    const removed = done.reduce((sum, each) => sum + each[1].removed.length, 0);
    const problem = done.find(each => each[1].problem !== undefined)?.[1].problem;
    const refused = done.flatMap(([repository, pruned]) => [...pruned.refused].map(([digest, why]) => `${repository}@${digest} was not deleted: ${why}`));
    const reason = problem?.sentence ?? refused[0] ?? '';
    const state = reason !== '' ? 'partial' : planned === 0 ? 'nothing' : apply ? 'removed' : 'planned';
    return { state, planned, removed, reason };
}
async function pruneRepository(registry, repository, options) {
    const inventory = new Inventory(registry, repository);
    const first = planOf(await readState(inventory, options), options);
    const none = { plan: first, removed: [], refused: new Map() };
    if (!options.apply || first.toDelete.length === 0)
        return none;
    const second = await readState(inventory, options);
    return remove(registry, repository, options, { inventory, planned: first, now: second });
}
async function readState(inventory, { policy, protections, package: github }) {
    const isManaged = (tags) => tags.some(tag => policy.rules.some(rule => (0,wildcard/* matchesWildcard */._)(rule.tags, tag)));
    const stored = await inventory.read((await github?.list()) ?? new Map(), isManaged);
    return { stored, protections: await protections() };
}
function planOf({ stored, protections: { digests, tags } }, { policy, now }, refused = new Map()) {
    return planRetention(stored, policy, { digests: new Map([...digests, ...refused]), tags }, now);
}
function joined(before, { stored, protections }, removed) {
    const all = new Map(before.stored.map(each => [each.digest, each]));
    for (const each of stored)
        if (!removed.has(each.digest) || each.tags.length > 0)
            all.set(each.digest, each);
    return { stored: [...all.values()], protections };
}
async function remove(registry, repository, options, looks) {
    const { report, package: github } = options;
    const { inventory, planned } = looks;
    let { now } = looks;
    const allowed = new Set(planned.toDelete.map(({ digest }) => digest));
    const removed = [];
    const refused = new Map();
    const latest = planOf(now, options);
    let queue = latest.toDelete.filter(({ digest }) => allowed.has(digest));
    let plan = { toDelete: [...queue], toKeep: latest.toKeep };
    const reportKept = (count) => {
        if (count === 0)
            return;
        const them = count === 1 ? 'it' : 'them';
        report(`${repository}: kept ${count} more than planned, because newer images or releases need ${them}`);
    };
    reportKept(planned.toDelete.length - queue.length);
    const clock = () => registry.options.now?.() ?? performance.now();
    let due = clock() + lookEvery;
    const planAgain = () => {
        const { toDelete, toKeep } = planOf(now, options, refused);
        const still = new Set(toDelete.map(({ digest }) => digest));
        const needed = new Set(queue.filter(({ digest }) => !still.has(digest)));
        queue = queue.filter(each => !needed.has(each));
        const gone = new Set(removed);
        return {
            toDelete: plan.toDelete.filter(each => !needed.has(each)),
            toKeep: toKeep.filter(({ digest }) => !gone.has(digest)),
        };
    };
    const lookAgain = async () => {
        const began = clock();
        now = joined(now, await readState(inventory, options), new Set(removed));
        const before = queue.length;
        plan = planAgain();
        reportKept(before - queue.length);
        due = clock() + Math.max(lookEvery, clock() - began);
    };
    try {
        while (queue.length > 0) {
            if (clock() >= due)
                await lookAgain();
            const next = queue.shift();
            if (next === undefined)
                break;
            const { digest } = next;
            const removal = await (github?.remove(digest) ?? registry.remove(repository, digest));
            if (typeof removal === 'string') {
                removed.push(digest);
                if (removed.length % 100 === 0)
                    report(`${repository}: ${removed.length} deleted`);
                continue;
            }
            report(`${repository}@${digest} was not deleted, because the registry refuses to delete it: ${removal.refused}`);
            refused.set(digest, `the registry refuses to delete it: ${removal.refused}`);
            planAgain();
        }
        await readBack(registry, repository, { ...plan, toKeep: planAgain().toKeep }, new Set(removed));
        return { plan, removed, refused };
    }
    catch (error) {
        if (removed.length === 0)
            throw error;
        return { plan, removed, refused, problem: problemOf(error) };
    }
}
function problemOf(error) {
    if (error instanceof errors/* UserError */.yo)
        return error;
    return new errors/* UserError */.yo(`the deletion was interrupted (${error instanceof Error ? error.message : error})`, 'run the step again: it deletes the rest then', { cause: error });
}
async function readBack(registry, repository, { toDelete, toKeep }, removed) {
    const tags = new Set(await registry.tags(repository));
    const lost = toKeep.flatMap(each => each.tags).filter(tag => !tags.has(tag));
    await (0,parallel.eachOf)(toKeep, 8, async ({ digest }) => {
        if ((await registry.manifest(repository, digest)) === undefined)
            lost.push(digest);
    });
    if (lost.length > 0)
        throw new errors/* UserError */.yo(`${repository} has lost ${shown(lost)}, which this run did not delete`, 'check whether something else deletes there, and push the lost images again');
    const left = [];
    for (const tag of toDelete.filter(({ digest }) => removed.has(digest)).flatMap(each => each.tags)) {
        const there = tags.has(tag) ? await registry.manifest(repository, tag) : undefined;
        if (there !== undefined && removed.has(there.digest))
            left.push(tag);
    }
    if (left.length > 0)
        throw new errors/* UserError */.yo(`${repository} still lists ${left.length === 1 ? 'the tag' : 'the tags'} ${shown(left)} of deleted manifests`, 'remove them in the registry: by the OCI distribution specification, it should have deleted them with their manifest');
}
const shown = (names) => `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   serialQueue: () => (/* binding */ serialQueue)
/* harmony export */ });
async function eachOf(items, limit, work) {
    const waiting = [...items];
    let failed = false;
    const worker = async () => {
        for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const results = await Promise.allSettled(Array.from({ length: limit }, worker));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
}
async function mapOf(items, limit, work) {
    const results = new Map();
    await eachOf([...items.entries()], limit, async ([at, item]) => {
        results.set(at, await work(item));
    });
    return items.map((_, at) => results.get(at));
}
function serialQueue() {
    let last = Promise.resolve();
    return work => {
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
    };
}
async function bothOf(signal, one, other) {
    const failure = new AbortController();
    let first;
    const run = async (work) => {
        try {
            return await work(AbortSignal.any([signal, failure.signal]));
        }
        catch (error) {
            if (!failure.signal.aborted)
                first = error;
            failure.abort();
            throw error;
        }
    };
    const works = [run(one), run(other)];
    await Promise.allSettled(works);
    if (failure.signal.aborted)
        throw first;
    return Promise.all(works);
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
