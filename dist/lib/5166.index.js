export const id = 5166;
export const ids = [5166,5139,7462,8961,5081,9907];
export const modules = {

/***/ 77296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  additions: () => (/* reexport */ additions),
  compareChain: () => (/* reexport */ compareChain),
  compareHead: () => (/* reexport */ compareHead),
  genesis: () => (/* reexport */ genesis),
  linesOf: () => (/* reexport */ linesOf),
  readChain: () => (/* reexport */ readChain),
  releaseRecords: () => (/* reexport */ releaseRecords),
  signHead: () => (/* reexport */ signHead),
  storeRecords: () => (/* reexport */ storeRecords),
  unreadableRecord: () => (/* reexport */ unreadableRecord)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./.build/js/src/toolkit/checksums.js
var checksums = __webpack_require__(37108);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
;// CONCATENATED MODULE: ./.build/js/src/audit/chain.js




const hash = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/);
const entrySchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz(1),
    seq: schemas/* int */.Whr().min(1),
    kind: schemas/* enum */.k5n(['release', 'outcome', 'decision', 'backup', 'drill', 'step']),
    id: schemas/* string */.YjP().min(1).max(300),
    at: schemas/* string */.YjP().max(40),
    sha256: hash,
    facts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()),
    added: iso/* datetime */.w$(),
    previous: hash,
    hash,
});
const genesis = '0'.repeat(64);
const hashOf = ({ hash: _, ...rest }) => (0,checksums/* sha256 */.sc)((0,naming/* canonical */.$N)(rest));
const writtenOnce = new Set(['release', 'backup', 'drill', 'step']);
const nameOf = ({ kind, id }) => `${kind} ${id}`;
const contentOf = ({ kind, id, at, sha256: content, facts }) => (0,naming/* canonical */.$N)(JSON.parse(JSON.stringify({ kind, id, at, content, facts })));
function additions(chain, records, added) {
    const last = new Map(chain.map(each => [nameOf(each), each]));
    const news = [...new Map(records.map(each => [nameOf(each), each])).values()]
        .filter(each => last.get(nameOf(each))?.sha256 !== each.sha256)
        .toSorted((a, b) => (`${a.at} ${nameOf(a)}` < `${b.at} ${nameOf(b)}` ? -1 : 1));
    const made = [];
    for (const { kind, id, at, sha256: content, facts } of news) {
        const before = made.at(-1) ?? chain.at(-1);
        const entry = {
            schema: 1,
            seq: (before?.seq ?? 0) + 1,
            kind,
            id,
            at,
            sha256: content,
            facts: JSON.parse(JSON.stringify(facts)),
            added,
            previous: before?.hash ?? genesis,
        };
        made.push({ ...entry, hash: hashOf(entry) });
    }
    return made;
}
const linesOf = (entries) => entries.map(each => `${JSON.stringify(each)}\n`).join('');
function readChain(text) {
    const entries = [];
    const faults = [];
    const last = new Map();
    const lines = text.split('\n').filter(line => line.trim() !== '');
    for (const [index, line] of lines.entries()) {
        const read = entrySchema.safeParse((0,map/* jsonIn */.Yf)(line));
        if (!read.success) {
            faults.push(`line ${index + 1} of the audit chain is not a valid entry: it was changed or inserted`);
            continue;
        }
        const entry = read.data;
        faults.push(...faultsOf(entry, entries.at(-1), last.get(nameOf(entry))));
        entries.push(entry);
        last.set(nameOf(entry), entry);
    }
    return { entries, faults };
}
function faultsOf(entry, before, same) {
    const { seq, previous } = entry;
    const name = `entry ${seq} (${nameOf(entry)})`;
    if (hashOf(entry) !== entry.hash)
        return [`${name} was changed`];
    const expected = (before?.seq ?? 0) + 1;
    if (seq > expected)
        return [
            seq === expected + 1 ? `entry ${expected} is missing` : `entries ${expected} to ${seq - 1} are missing`,
        ];
    if (seq < expected)
        return [`${name} was inserted after entry ${before?.seq}, or moved`];
    if (previous !== (before?.hash ?? genesis))
        return [`${name} does not follow entry ${seq - 1}: one of them was replaced or inserted`];
    if (same !== undefined && writtenOnce.has(entry.kind))
        return [
            `${name} is a second entry for the record of entry ${same.seq}, which can have only one: it was inserted`,
        ];
    return [];
}
function compareChain(entries, records, head, protectedSeq) {
    const last = new Map(entries.map(each => [nameOf(each), each]));
    const exported = entries.at(-1)?.added ?? '';
    const faults = new Set();
    const pending = new Map();
    for (const record of records) {
        const entry = last.get(nameOf(record));
        if (entry?.sha256 === record.sha256)
            continue;
        if (entry !== undefined && (writtenOnce.has(record.kind) || record.at <= entry.at))
            faults.add(`${nameOf(record)} differs from entry ${entry.seq}: the record was changed after its export`);
        else if (entry === undefined && Date.parse(record.at) < Date.parse(exported) - overlap)
            faults.add(`${nameOf(record)} of ${record.at} is missing from the chain, which was last exported at ${exported}`);
        else
            pending.set(nameOf(record), record.at);
    }
    const contents = new Set(records.map(contentOf));
    for (const entry of entries)
        if (protectedSeq !== undefined && entry.seq > protectedSeq && !contents.has(contentOf(entry)))
            faults.add(`entry ${entry.seq} (${nameOf(entry)}) is not signed and matches no record: the entry was inserted, or its record was changed or deleted`);
    if (head !== '' && !entries.some(each => each.hash === head))
        faults.add(`no entry has the noted head ${head}: the end of the chain was removed, or the whole chain was rewritten`);
    const [since] = [...pending.values()].sort();
    return { faults: [...faults], pending: pending.size, ...(0,map/* defined */.sw)({ since }) };
}
const overlap = 3_600_000;

// EXTERNAL MODULE: ./.build/js/src/recovery/drill-records.js
var drill_records = __webpack_require__(89907);
// EXTERNAL MODULE: ./.build/js/src/recovery/manifest-schema.js
var manifest_schema = __webpack_require__(4766);
// EXTERNAL MODULE: ./.build/js/src/recovery/sets.js
var recovery_sets = __webpack_require__(58888);
// EXTERNAL MODULE: ./.build/js/src/release/decision-record/store.js
var store = __webpack_require__(70441);
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js
var store_releases = __webpack_require__(46695);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
;// CONCATENATED MODULE: ./.build/js/src/audit/records.js











const longest = 300;
const records_short = (text) => text?.slice(0, longest);
const unreadableRecord = (what, app, why) => (0,printable/* printable */.g$)(`${what} of ${app} is not readable: ${why instanceof errors/* UserError */.yo ? why.sentence : String(why.message ?? why)}`);
async function releaseRecords(cluster, app, namespace) {
    const faults = [];
    const note = (line) => void faults.push(line.replace(/^warning: /, ''));
    const releases = await new store_releases/* ReleaseStore */.T(cluster, namespace, app, note).list();
    const decisions = await (0,parallel.mapOf)(releases, 4, async ({ record: { release } }) => {
        const record = await (0,store/* readDecision */.B1)(cluster, namespace, app, release).catch(error => {
            if (!(error instanceof store/* UnreadableDecision */.mS))
                throw error;
            faults.push(unreadableRecord(`decision ${release}`, app, error));
            return undefined;
        });
        if (record?.end === undefined)
            return [];
        const { end, runs } = record;
        const advanced = runs.map(({ at, by, doing }) => ({ at: isoOf(at), by: by.actor, run: by.run, doing }));
        const facts = { state: end.state, reason: records_short(end.reason), runs: advanced };
        return [
            { kind: 'decision', id: String(release), at: isoOf(end.at), sha256: (0,checksums/* sha256 */.sc)((0,naming/* canonical */.$N)(record)), facts },
        ];
    });
    return { records: [...releases.flatMap(recordsOf), ...decisions.flat()], faults };
}
function recordsOf({ record, outcome }) {
    const { release, at, by, images, source, baseline, promotion, signatures } = record;
    const id = String(release);
    const facts = {
        by: by.actor,
        run: by.run,
        ...(0,map/* defined */.sw)({ revision: by.revision, baseline, promotion, signatures }),
    };
    const written = {
        kind: 'release',
        id,
        at,
        sha256: (0,checksums/* sha256 */.sc)((0,naming/* canonical */.$N)(record)),
        facts: { ...facts, source, images },
    };
    if (outcome === undefined)
        return [written];
    const ended = { state: outcome.state, ...(0,map/* defined */.sw)({ reason: records_short(outcome.reason) }) };
    return [written, { kind: 'outcome', id, at: outcome.at, sha256: (0,checksums/* sha256 */.sc)((0,naming/* canonical */.$N)(outcome)), facts: ended }];
}
async function storeRecords(store, owner, isKnown) {
    const faults = [];
    const note = (what, why) => {
        faults.push(unreadableRecord(`${what} in ${store.name}`, owner.app, why));
        return [];
    };
    const [sets, drills] = await Promise.all([
        (0,recovery_sets.listSets)(store, owner),
        (0,drill_records.readDrills)(store, owner, (path, error) => note(`drill ${path.replace(/.*\//, '')}`, error)),
    ]);
    const unread = sets.filter(id => !isKnown(id));
    const backups = await (0,parallel.mapOf)(unread, 4, async (id) => {
        const content = await store.get((0,recovery_sets.manifestPath)(owner, id));
        if (content === undefined)
            return [];
        try {
            const { by, images } = (0,manifest_schema/* parseManifest */.N)(new TextDecoder().decode(content));
            const facts = { by: by.actor, run: by.run, images };
            return [{ kind: 'backup', id, at: isoOf((0,recovery_sets.setTime)(id)), sha256: (0,checksums/* sha256 */.sc)(content), facts }];
        }
        catch (error) {
            return note(`backup ${id}`, error);
        }
    });
    const rehearsed = drills.map((each) => {
        const { scenario, verdict, at, rto, rpo, run } = each;
        const facts = { verdict, ...(0,map/* defined */.sw)({ rto, rpo, run }) };
        return {
            kind: 'drill',
            id: `${scenario} ${isoOf(at)}`,
            at: isoOf(at),
            sha256: (0,checksums/* sha256 */.sc)((0,naming/* canonical */.$N)(each)),
            facts,
        };
    });
    return { records: [...backups.flat(), ...rehearsed], faults };
}
const isoOf = (at) => new Date(at).toISOString();

// EXTERNAL MODULE: ./.build/js/src/config/signing.js
var signing = __webpack_require__(45139);
// EXTERNAL MODULE: ./.build/js/src/actions/documents.js
var documents = __webpack_require__(94191);
;// CONCATENATED MODULE: ./.build/js/src/actions/audit-head.js





const storedSchema = schemas/* strictObject */.rej({
    head: schemas/* string */.YjP().max(2000),
    bundle: schemas/* string */.YjP().max(1_000_000),
});
const headSchema = schemas/* object */.Ikc({
    seq: schemas/* int */.Whr().min(1),
    hash: schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/),
    at: iso/* datetime */.w$(),
});
const documentOf = (owner, text) => ({
    name: `the head of the audit chain of ${owner.app} in ${owner.environment}`,
    content: new TextEncoder().encode(text),
    type: 'https://slipway.dev/audit-head/v1',
    about: { app: owner.app, environment: owner.environment },
});
const isSigned = ({ config, environment }) => config.signing !== undefined && (0,signing.trustOf)(config, environment.trust) !== undefined;
async function compareHead(entries, request) {
    const { place, owner, inputs, config, environment, host } = request;
    const last = entries.at(-1);
    const noted = entries.find(each => each.hash === inputs.head)?.seq ?? 0;
    const found = (...faults) => ({ faults, current: false });
    if (!isSigned(request))
        return found();
    const newest = await place.readHead();
    if (newest === undefined)
        return noted === (last?.seq ?? 0)
            ? { faults: [], current: false, protectedSeq: noted }
            : found('no head of the chain is signed: `export` signs it if the input `head` is the last one that was noted');
    const stored = storedSchema.safeParse((0,map/* jsonIn */.Yf)(newest.text));
    const head = headSchema.safeParse((0,map/* jsonIn */.Yf)(stored.data?.head ?? ''));
    if (!stored.success || !head.success)
        return found('the signed head of the chain is not readable');
    const signal = host.cancellation();
    try {
        const document = documentOf(owner, stored.data.head);
        await (0,documents/* verifySigned */.M)(document, stored.data.bundle, { config, environment, inputs, host, signal });
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) || signal.aborted)
            throw error;
        return found(error.sentence);
    }
    const { seq, hash, at } = head.data;
    if (newest.seq !== undefined && newest.seq !== seq)
        return found(`the newest signed head has the name of entry ${newest.seq}, and is that of entry ${seq}`);
    if (entries[seq - 1]?.hash === hash)
        return { faults: [], current: hash === last?.hash, protectedSeq: Math.max(seq, noted) };
    return found(`the chain does not extend its head that was signed at ${at} (entry ${seq}): it was truncated or rewritten`);
}
async function signHead({ seq, hash }, at, request) {
    if (!isSigned(request))
        return;
    const { place, owner, config, inputs, host } = request;
    const head = JSON.stringify({ seq, hash, at });
    const sign = (0,documents.documentSigner)({ config, path: inputs.config, host, signal: host.cancellation() });
    const bundle = await sign(documentOf(owner, head));
    await place.writeHead(seq, `${JSON.stringify({ head, bundle })}\n`);
}

;// CONCATENATED MODULE: ./.build/js/src/actions/audit-engine.js





/***/ }),

/***/ 18464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ daysSchema),
/* harmony export */   Et: () => (/* binding */ imageReferenceSchema),
/* harmony export */   GQ: () => (/* binding */ manifestPathSchema),
/* harmony export */   Gm: () => (/* binding */ unversionedSchema),
/* harmony export */   Gx: () => (/* binding */ labelSchema),
/* harmony export */   HY: () => (/* binding */ wholeSchema),
/* harmony export */   I6: () => (/* binding */ userNameSchema),
/* harmony export */   LU: () => (/* binding */ atLeastOne),
/* harmony export */   Og: () => (/* binding */ headerNameSchema),
/* harmony export */   Qd: () => (/* binding */ metadataNameSchema),
/* harmony export */   Qk: () => (/* binding */ proxiedServiceSchema),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SH: () => (/* binding */ argumentNameSchema),
/* harmony export */   XI: () => (/* binding */ bytesSchema),
/* harmony export */   _L: () => (/* binding */ repositorySchema),
/* harmony export */   c$: () => (/* binding */ querySchema),
/* harmony export */   cE: () => (/* binding */ listSchema),
/* harmony export */   fj: () => (/* binding */ environmentVariableSchema),
/* harmony export */   gq: () => (/* binding */ requestPathSchema),
/* harmony export */   hw: () => (/* binding */ relativePathSchema),
/* harmony export */   it: () => (/* binding */ stageSchema),
/* harmony export */   lu: () => (/* binding */ portSchema),
/* harmony export */   n4: () => (/* binding */ secretIdSchema),
/* harmony export */   nJ: () => (/* binding */ percentSchema),
/* harmony export */   oL: () => (/* binding */ addressSchema),
/* harmony export */   pz: () => (/* binding */ percentOr),
/* harmony export */   sJ: () => (/* binding */ mediaTypeSchema),
/* harmony export */   sK: () => (/* binding */ durationSchema),
/* harmony export */   t1: () => (/* binding */ daysInMilliseconds),
/* harmony export */   vS: () => (/* binding */ pathPatternSchema),
/* harmony export */   vd: () => (/* binding */ platformSchema),
/* harmony export */   x0: () => (/* binding */ objectSchema),
/* harmony export */   x7: () => (/* binding */ fileNameSchema),
/* harmony export */   yu: () => (/* binding */ booleanSchema),
/* harmony export */   zT: () => (/* binding */ serverSchema),
/* harmony export */   zg: () => (/* binding */ jsonPathSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88532);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95126);
/* harmony import */ var _matchers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39561);



const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const labelSchema = (noun, longest = 63) => text(new RegExp(`^${label}$`), {
    problem: `is not ${noun}`,
    remedy: `use lower-case letters, digits and "-", at most ${longest} characters`,
    longest,
});
const objectSchema = (kinds, example) => {
    const [first, ...others] = kinds;
    const last = others.pop();
    const listed = last === undefined ? first : `${[first, ...others].join(', ')} or ${last}`;
    const name = `${label}(\\.${label})*`;
    const written = text(new RegExp(last === undefined ? `^${first}/${name}$` : `^(${kinds.join('|')})/${name}$`), {
        problem: `is not a ${listed}`,
        remedy: `write ${last === undefined ? first : 'Kind'}/name, such as ${first}/${example}`,
        longest: Math.max(...kinds.map(({ length }) => length)) + 1 + 253,
    });
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(written, zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(kinds), name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }), {
        decode: object => {
            const slash = object.indexOf('/');
            return { kind: object.slice(0, slash), name: object.slice(slash + 1) };
        },
        encode: object => `${object.kind}/${object.name}`,
    });
};
const durationSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 250ms, 30s, 5m or 1h30m',
}), zod__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY(value => typeof value === 'number'), {
    decode: (written, { issues }) => {
        const duration = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written);
        if (duration !== undefined)
            return duration;
        const message = 'is out of range; choose a duration above 0 and at most 24h';
        issues.push({ code: 'custom', message, input: written });
        return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
    },
    encode: duration => `${duration}ms`,
});
const daysSchema = text(/^[1-9][0-9]{0,2}d$/, {
    problem: 'is not a number of days',
    remedy: 'write days such as 7d, at most 999d',
});
const daysInMilliseconds = daysSchema.transform(days => Number.parseInt(days, 10) * 86_400_000);
const host = '[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*';
const part = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';
const repositorySchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*$`), {
    problem: 'is not a repository',
    remedy: 'write registry/path in lower case without tag or digest, such as ghcr.io/acme/shop',
    longest: 255,
});
const manifestPathSchema = text(/^(?!\/)(?!.*:\/\/)[^\\\p{Cc}]+$/u, {
    problem: 'is not a relative path',
    remedy: 'write a path relative to slipway.yml with "/", such as deploy/',
});
const relativePathSchema = text(/^(?!\/)(?!.*:\/\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]+$/u, {
    problem: 'is not a path below slipway.yml',
    remedy: 'write a relative path with "/" and without "..", such as web',
});
const fileNameSchema = text(/^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]*[^\\/\p{Cc}]$/u, {
    problem: 'is not the name of a file',
    remedy: 'write a relative path with "/" and without "..", such as Dockerfile',
});
const pathPatternSchema = text(/^!?(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}!][^\\\p{Cc}]*$/u, {
    problem: 'is not a pattern of paths',
    remedy: 'write paths relative to the root of the repository, such as libs or !**/*.md',
});
const stageSchema = text(/^[A-Za-z][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a stage',
    remedy: 'write the name after AS in the Dockerfile, such as runtime',
});
const platformSchema = text(/^[a-z0-9]+\/[a-z0-9]+(\/v[0-9]+)?$/, {
    problem: 'is not a platform',
    remedy: 'write os/architecture, such as linux/amd64 or linux/arm64',
});
const argumentNameSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of a build argument',
    remedy: 'use letters, digits and "_", such as NODE_VERSION',
});
const secretIdSchema = text(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a secret',
    remedy: 'use letters, digits, "_", "." and "-", such as npm in --mount=type=secret,id=npm',
});
const metadataNameSchema = text(/^[a-zA-Z0-9]([a-zA-Z0-9._/-]*[a-zA-Z0-9])?$/, {
    problem: 'is not the name of a label',
    remedy: 'use letters, digits, ".", "-", "_" and "/", such as org.opencontainers.image.licenses',
    longest: 255,
});
const percentOr = (mistake) => zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, mistake), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), {
    decode: written => Number(written.slice(0, -1)),
    encode: share => `${share}%`,
});
const percentSchema = percentOr({
    problem: 'is not a percentage',
    remedy: 'write a number from 0 to 100 with "%", such as 70%',
});
const units = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
const bytesSchema = text(/^[0-9]{1,9}(\.[0-9]{1,3})?(B|kB|MB|GB|KiB|MiB|GiB)$/, {
    problem: 'is not a size',
    remedy: 'write a number with a unit (kB, MB, GB, KiB, MiB or GiB), such as 150MB',
}).transform(written => {
    const [, number = '', unit = ''] = /^([0-9.]+)([A-Za-z]+)$/.exec(written) ?? [];
    return Math.round(Number(number) * units[unit]);
});
const unversionedSchema = text(new RegExp(`^(ConfigMap|Secret)/${label}(\\.${label})*$`), {
    problem: 'is neither a ConfigMap nor a Secret',
    remedy: 'write ConfigMap/name or Secret/name',
});
const requestPathSchema = text(/^\/[\x21\x22\x24-\x7e]*$/, {
    problem: 'is not a request path',
    remedy: 'start it with "/" and percent-encode spaces and "#", such as /ready',
});
const addressSchema = text(/^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not an address',
    remedy: 'write http:// or https:// and a host, without user, query or fragment, such as https://shop.example.com',
}).refine(written => !/^https?:/.test(written) || URL.canParse(written), {
    error: 'is not an address; correct its host or port, as in https://shop.example.com:8443',
    abort: true,
});
const serverSchema = text(/^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not the address of an API server',
    remedy: 'write https:// and a host, such as https://api.cluster.example.com:6443',
});
const token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
const mediaTypeSchema = text(new RegExp(`^${token}/${token}$`), {
    problem: 'is not a media type',
    remedy: 'write type/subtype without parameters, such as application/json',
});
const headerNameSchema = text(new RegExp(`^${token}$`), {
    problem: 'is not a header name',
    remedy: 'use letters, digits and "-", such as Cache-Control',
});
const jsonPathSchema = text(/^([A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])(\.[A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])*$/, { problem: 'is not a JSON path', remedy: 'write names and indexes, such as version or items[0].name' });
const imageReferenceSchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$`), { problem: 'is not an image', remedy: 'write repository:tag or repository@sha256:…', longest: 511 });
const proxiedServiceSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(new RegExp(`^${label}/${label}:([0-9]{1,5}|${label})$`), {
    problem: 'is not a Service with its port',
    remedy: 'write namespace/name:port, such as monitoring/prometheus:9090',
}), zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ namespace: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), port: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }), {
    decode: written => {
        const [, namespace = '', name = '', port = ''] = /^(.*)\/(.*):(.*)$/.exec(written) ?? [];
        return { namespace, name, port };
    },
    encode: ({ namespace, name, port }) => `${namespace}/${name}:${port}`,
});
const environmentVariableSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of an environment variable',
    remedy: 'use letters, digits and "_", such as PROMETHEUS_TOKEN',
});
const matcher = '\\s*[a-zA-Z_][a-zA-Z0-9_]*\\s*(=~|!~|!=|=)\\s*("([^"\\\\]|\\\\.)*"|\'([^\'\\\\]|\\\\.)*\'|`[^`]*`)\\s*';
const querySchema = text(new RegExp(`^[a-zA-Z_:][a-zA-Z0-9_:]*(\\{(\\s*|${matcher}(,${matcher})*(,\\s*)?)\\})?$`), {
    problem: 'is not a series selector',
    remedy: 'write the name of a counter with its labels, their values in quotes, such as http_requests_total{code=~"5.."}',
}).superRefine((written, { addIssue }) => {
    const fault = (0,_matchers_js__WEBPACK_IMPORTED_MODULE_1__/* .selectorFault */ .G0)(written);
    const message = `has a regular expression that Prometheus rejects: ${fault}; correct the value after =~ or !~`;
    if (fault !== undefined)
        addIssue({ code: 'custom', message, input: written });
});
function text(pattern, wrong) {
    const error = `${wrong.problem}; ${wrong.remedy}`;
    const schema = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(pattern, { error, abort: true });
    return wrong.longest === undefined ? schema : schema.max(wrong.longest, { error, abort: true });
}
function atLeastOne(schema, error) {
    return schema
        .refine(entries => Object.keys(entries).length > 0, { error })
        .meta({ minProperties: 1 });
}
const listSchema = (item, error) => zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(item).min(1, { error });
const wholeSchema = (least, most, error) => zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr({ error }).min(least, { error }).max(most, { error });
const portSchema = (usual) => wholeSchema(1, 65_535, 'is not a port').prefault(usual).describe('Its port.');
const userNameSchema = text(/^[^\p{Cc}:]{1,255}$/u, {
    problem: 'is not a user name',
    remedy: 'write it on one line and without ":"',
});
const booleanSchema = () => zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY({ error: 'is neither true nor false; write true or false, without quotes' });


/***/ }),

/***/ 39561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G0: () => (/* binding */ selectorFault),
/* harmony export */   _T: () => (/* binding */ writtenPatternFault)
/* harmony export */ });
/* unused harmony export patternFault */
const parts = new RegExp([
    String.raw `(?<atom>\\Q[^]*?(?:\\E|$)|\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\[^]|\[\^?\]?(?:\[:\^?[a-z]+:\]|\\[^]|[^\]\\])*\])`,
    String.raw `(?<flags>\(\?[imsU]*(?:-[imsU]+)?\))`,
    String.raw `(?<open>\((?:\?P?<\w+>|\?[imsU]*(?:-[imsU]+)?:|(?!\?)))`,
    String.raw `(?<repeat>(?:[*+?]|\{(?:0|[1-9]\d*)(?:,(?:0|[1-9]\d*)?)?\})\??)`,
    '[^]',
].join('|'), 'g');
function patternFault(pattern) {
    let depth = 0;
    let before = 'nothing';
    for (const { 0: part, groups: { flags, open, repeat } = {} } of pattern.matchAll(parts)) {
        if (repeat !== undefined) {
            if (before === 'nothing')
                return `"${part}" has nothing to repeat`;
            if (before === 'repetition')
                return `"${part}" repeats a repetition`;
            before = 'repetition';
        }
        else if (flags !== undefined) {
            if (before === 'repetition')
                before = 'atom';
        }
        else if (open !== undefined) {
            depth += 1;
            before = 'nothing';
        }
        else if (part === '(')
            return 'RE2 has no groups such as "(?=" and "(?!"';
        else if (part === '[')
            return 'a "[" is not closed';
        else if (part === '\\')
            return 'it ends with "\\"';
        else {
            if (part === ')')
                depth -= 1;
            if (depth < 0)
                return 'a ")" closes nothing';
            before = part === '|' ? 'nothing' : 'atom';
        }
    }
    return depth > 0 ? 'a "(" is not closed' : undefined;
}
function writtenPatternFault(quoted) {
    const inner = quoted.slice(1, -1);
    if (quoted.startsWith('`'))
        return patternFault(inner);
    if (/\\[xuU0-7]/.test(inner.replaceAll('\\\\', '')))
        return undefined;
    return patternFault(inner.replace(/\\(.)/gs, (_, letter) => (/[abfnrtv]/.test(letter) ? ' ' : letter)));
}
function selectorFault(selector) {
    const values = selector.matchAll(/(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/gs);
    for (const [, operator = '', quoted = ''] of values) {
        const fault = operator.endsWith('~') ? writtenPatternFault(quoted) : undefined;
        if (fault !== undefined)
            return fault;
    }
    return undefined;
}


/***/ }),

/***/ 95761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ addProblems),
/* harmony export */   GS: () => (/* binding */ placed),
/* harmony export */   Gz: () => (/* binding */ below)
/* harmony export */ });
const placed = (path, message) => message === undefined ? [] : [{ path, message }];
const below = (key, problems) => problems.map(({ path, message }) => ({ path: [key, ...path], message }));
function addProblems(problems, { addIssue }) {
    for (const { path, message } of problems)
        addIssue({ code: 'custom', path, message });
}


/***/ }),

/***/ 45139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ isKmsKey),
/* harmony export */   Gt: () => (/* binding */ trustSchema),
/* harmony export */   X6: () => (/* binding */ signingSchema),
/* harmony export */   trustOf: () => (/* binding */ trustOf),
/* harmony export */   trustOfDocuments: () => (/* binding */ trustOfDocuments),
/* harmony export */   trustOfProofs: () => (/* binding */ trustOfProofs),
/* harmony export */   x4: () => (/* binding */ trustProblems)
/* harmony export */ });
/* unused harmony export attestations */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);
/* harmony import */ var _placed_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95761);



const attestations = ['provenance', 'sbom', 'scan'];
const remoteKey = '(awskms|gcpkms|azurekms|hashivault)://[\\x21-\\x7e]+';
const isKmsKey = (key) => new RegExp(`^${remoteKey}$`).test(key);
const privateKeySchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(new RegExp(`^(env://[A-Za-z_][A-Za-z0-9_]*|${remoteKey}|(?!.*://)[^\\p{Cc}]+)$`, 'u'), {
    problem: 'is not a key',
    remedy: 'write env://NAME, the URI of a KMS key such as awskms:///alias/shop, or the path of a file',
});
const publicKeySchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(new RegExp(`^(env://[A-Za-z_][A-Za-z0-9_]*|${remoteKey}|(?!/)(?!.*://)[^\\p{Cc}]+)$`, 'u'), {
    problem: 'is not a public key',
    remedy: 'write the path of a file relative to slipway.yml, such as cosign.pub, or the URI of a KMS key',
});
const attestationsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(attestations, { error: 'is not an attestation; write provenance, sbom or scan' }));
const signingSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    key: privateKeySchema.exactOptional().meta({
        description: 'The private key: `env://NAME`, a KMS URI (`awskms://`, `gcpkms://`, `azurekms://`, `hashivault://`), or a file; its password is in COSIGN_PASSWORD. Default: keyless, by the identity of the workflow.',
        example: 'env://COSIGN_PRIVATE_KEY',
    }),
    attestations: attestationsSchema.prefault([...attestations]).meta({
        description: 'The attestations of each image besides its signature.',
        example: ['provenance', 'sbom', 'scan'],
    }),
    format: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['bundle', 'legacy'], { error: 'is not a format; write bundle or legacy' })
        .prefault('bundle')
        .meta({
        description: 'How signatures are stored: as in cosign 3 (`bundle`) or cosign 2 (`legacy`).',
        example: 'legacy',
    }),
    'public-log': (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanSchema */ .yu)().exactOptional().meta({
        description: 'Whether the public transparency log may record signatures, with the names of image and repository. Default: only keyless, of a public repository.',
        example: true,
    }),
    services: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .fileNameSchema */ .x7.exactOptional().meta({
        description: 'A cosign signing configuration with your own services. Default: those of Sigstore.',
        example: '.slipway/signing-config.json',
    }),
});
const patternSchema = (noun, example) => (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[\x21-\x7e]+$/, {
    problem: `is not ${noun}`,
    remedy: `write it with "*" as a wildcard, such as ${example}`,
});
const identityFields = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    issuer: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^(https:\/\/[^\s/@?#]+|http:\/\/(localhost|127\.0\.0\.1)(:[0-9]{1,5})?)(\/[^\s?#]*)?$/, {
        problem: 'is not an issuer',
        remedy: 'write its address, such as https://token.actions.githubusercontent.com',
    })
        .exactOptional()
        .meta({
        description: 'The OIDC issuer. Default: GitHub Actions on the server that runs the release.',
        example: 'https://gitlab.com',
    }),
    repository: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^https:\/\/[^\s@?#]+[^\s/@?#]$/, {
        problem: 'is not the address of a repository',
        remedy: 'write the address of its page, such as https://github.com/acme/shop',
    })
        .exactOptional()
        .meta({
        description: 'The repository whose workflow signed, with its `repository-id`. Default: the one that releases; none for another issuer with a `subject`.',
        example: 'https://github.com/acme/shop',
    }),
    'repository-id': zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr({ error: 'is not the ID of a repository; write the output of `gh api repos/acme/shop --jq .id`' })
        .positive({
        error: 'is not the ID of a repository; write the output of `gh api repos/acme/shop --jq .id`',
    })
        .exactOptional()
        .meta({
        description: 'The ID of the repository, which is never reused: `gh api repos/acme/shop --jq .id`.',
        example: 123456789,
    }),
    ref: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .listSchema */ .cE)(patternSchema('a ref', 'refs/heads/main'), 'is empty; list at least one pattern, such as `- refs/heads/*`')
        .exactOptional()
        .meta({
        description: 'The Git refs that may sign, with `*`. Default: the default branch, and the ref that releases.',
        example: ['refs/heads/main', 'refs/tags/v*'],
    }),
    subject: patternSchema('a subject', 'https://github.com/acme/shop/.github/workflows/*')
        .exactOptional()
        .meta({
        description: 'The subject of the certificate, such as the signing workflow, with `*`. Default: any workflow of the repository.',
        example: 'https://github.com/slipway/slipway/.github/workflows/build.yml@refs/tags/v*',
    }),
});
const trustSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    signed: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanSchema */ .yu)().prefault(true).meta({
        description: 'Whether images must be signed; `false` verifies nothing.',
        example: false,
    }),
    key: publicKeySchema.exactOptional().meta({
        description: 'The public key: a file, a KMS URI, or `env://NAME`. Default: `signing.key` in a KMS.',
        example: 'cosign.pub',
    }),
    identity: identityFields.exactOptional().meta({
        description: 'Instead of `key`: who must have signed. Default: the repository that releases.',
        example: { repository: 'https://github.com/acme/shop', 'repository-id': 123456789 },
    }),
    attestations: attestationsSchema.exactOptional().meta({
        description: 'The attestations that an image must have, from the same signer. Default: those of `signing`.',
        example: ['provenance', 'sbom', 'scan'],
    }),
    'max-scan-age': _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .daysSchema */ .Bw.exactOptional().meta({
        description: 'How old the attested scan may be. Default: any age.',
        example: '30d',
    }),
    root: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .fileNameSchema */ .x7.exactOptional().meta({
        description: 'A cosign trusted root: the CAs, logs and timestamp authorities to require. Default: that of Sigstore.',
        example: '.slipway/trusted-root.json',
    }),
});
function trustOf({ signing, trust }, own) {
    const whole = { ...(trust ?? { signed: signing !== undefined }), ...own };
    const { signed, key: _key, identity: _identity, attestations: named, ...rest } = whole;
    if (!signed)
        return undefined;
    return { ...rest, ...signerOf(own, trust, signing), attestations: named ?? signing?.attestations ?? [] };
}
function trustOfProofs(config, own) {
    const trust = trustOf(config, own);
    const { signing } = config;
    if (trust === undefined || signing === undefined)
        return undefined;
    const { key, identity: _, ...rest } = trust;
    if (signing.key === undefined)
        return key === undefined ? trust : rest;
    return key === undefined && isKmsKey(signing.key) ? { ...rest, key: signing.key } : trust;
}
const trustOfDocuments = (config, own) => trustOfProofs(config, own) ?? trustOf(config, own);
function signerOf(own, whole, signing) {
    for (const { key, identity } of [own ?? {}, whole ?? {}]) {
        if (key !== undefined)
            return { key };
        if (identity !== undefined)
            return { identity };
    }
    return signing?.key !== undefined && isKmsKey(signing.key) ? { key: signing.key } : {};
}
function trustProblems(config) {
    const wrong = [
        ...problemsOf(['trust'], config.trust),
        ...Object.entries(config.environments).flatMap(([name, { trust }]) => problemsOf(['environments', name, 'trust'], trust)),
    ];
    if (wrong.length > 0)
        return wrong;
    return config.signing === undefined ? unsignedProofs(config) : signingProblems(config, config.signing);
}
const unsignedProofs = (config) => Object.entries(config.environments).flatMap(([name, { trust, requires }]) => requires === undefined || trustOf(config, trust) === undefined
    ? []
    : (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(['environments', name, 'requires'], 'needs signed proofs because `trust` requires signatures, but nothing signs that an image was verified; add `signing: {}`, or `signing: {key: …}`'));
function signingProblems(config, { key, services }) {
    const trusts = Object.values(config.environments).flatMap(({ trust }) => trustOf(config, trust) ?? []);
    if (key !== undefined && trusts.some(each => each.key === undefined && each.identity === undefined))
        return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(['signing'], 'signs with a key, but releases have no public key to verify with; add `trust: {key: cosign.pub}`');
    return services !== undefined && config.trust?.root === undefined
        ? (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(['signing', 'services'], 'names services that no root trusts; add `trust: {root: .slipway/trusted-root.json}`')
        : [];
}
function problemsOf(path, { key, identity } = {}) {
    if (identity === undefined)
        return [];
    const here = [...path, 'identity'];
    if (key !== undefined)
        return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(here, 'is set together with `key`; keep one of the two');
    const { repository, 'repository-id': id } = identity;
    if (repository !== undefined && id === undefined)
        return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)([...here, 'repository'], 'has a name that another owner may get later; add its `repository-id`, the output of `gh api repos/OWNER/NAME --jq .id`');
    return repository === undefined && id !== undefined
        ? (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)([...here, 'repository-id'], 'has no repository; add `repository: https://…`')
        : [];
}


/***/ }),

/***/ 87303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ noteFindings),
/* harmony export */   JA: () => (/* binding */ noteDuration),
/* harmony export */   Jp: () => (/* binding */ noteJudging),
/* harmony export */   Me: () => (/* binding */ noteWatchdog),
/* harmony export */   RU: () => (/* binding */ notePods),
/* harmony export */   W5: () => (/* binding */ noteRun),
/* harmony export */   Y2: () => (/* binding */ noteTurn),
/* harmony export */   Yw: () => (/* binding */ lastVerdict),
/* harmony export */   c0: () => (/* binding */ noteVerdict),
/* harmony export */   hk: () => (/* binding */ noteWaits),
/* harmony export */   jH: () => (/* binding */ noteMoment),
/* harmony export */   lx: () => (/* binding */ noteFact),
/* harmony export */   qt: () => (/* binding */ startRecord),
/* harmony export */   rs: () => (/* binding */ endRecord),
/* harmony export */   uy: () => (/* binding */ noteTick),
/* harmony export */   wk: () => (/* binding */ noteCalls)
/* harmony export */ });
/* harmony import */ var _reduction_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4825);

function startRecord(start) {
    const { at, by, token, doing, promotion, signatures, ...what } = start;
    return {
        schema: 1,
        ...what,
        ...(promotion === undefined ? {} : { promotion: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(promotion) }),
        ...(signatures === undefined ? {} : { signatures: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(signatures) }),
        startedAt: at,
        runs: [{ at, by, token, doing }],
        timeline: [],
        ticks: [],
        turns: [],
        verdicts: [],
        facts: [],
        findings: [],
        pods: [],
        calls: 0,
        durations: {},
        reduced: [],
    };
}
function noteRun({ end: _, ...record }, run) {
    return { ...record, runs: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.runs, run], most.runs) };
}
function noteJudging(record, startedAt, policy, said) {
    const open = policy;
    return { ...record, judging: { startedAt, said: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(said), policy: open } };
}
function noteMoment(record, moment) {
    const last = record.timeline.at(-1);
    const isSame = last?.phase === moment.phase && last.step === moment.step;
    const before = isSame ? record.timeline.slice(0, -1) : record.timeline;
    return { ...record, timeline: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...before, (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(moment)], most.moments) };
}
function noteTick(record, tick, evidence, verdict, asked = { at: tick.at, facts: [] }) {
    const { row, folded } = (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .bounded */ .Mm)(tick);
    const judged = {
        ...row,
        ...(evidence === undefined ? {} : { evidence: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .finite */ .E2)(evidence) }),
        verdict: verdict.verdict,
    };
    const known = asked.facts.reduce((each, fact) => noteFact(each, asked.at, fact), record);
    const next = { ...known, ticks: [...record.ticks, judged] };
    const noted = folded ? (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .withReduction */ .Kj)(next, _reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .addedUp */ .C_) : next;
    return noteVerdict(noted, { ...asked, stage: tick.stage }, verdict);
}
function noteVerdict(record, { at, stage, facts = [], unread }, verdict) {
    const last = record.verdicts.at(-1);
    if (last?.verdict.verdict === verdict.verdict && last.stage === stage)
        return record;
    const why = unread === undefined ? {} : { unread };
    const said = (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)({ at, after: record.ticks.length, stage, facts, ...why, verdict });
    return { ...record, verdicts: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.verdicts, said], most.verdicts) };
}
function noteTurn(record, what) {
    const turn = { ...what, after: record.ticks.length };
    return { ...record, turns: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.turns, turn], most.turns) };
}
function noteWaits({ waits: _, ...record }, waits) {
    return waits === undefined ? record : { ...record, waits: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(waits) };
}
function noteFact(record, at, fact) {
    const seen = (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(fact);
    const isSame = (each) => each.kind === seen.kind && each.pod === seen.pod && each.detail === seen.detail;
    if (record.facts.some(each => isSame(each.fact)))
        return record;
    return { ...record, facts: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.facts, { at, fact: seen }], most.facts) };
}
function noteFindings(record, findings) {
    return { ...record, findings: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)((0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(findings), most.findings) };
}
function notePods(record, pods) {
    const before = record.pods.map((each) => ({ ...each, gone: true }));
    const known = new Map([...before, ...(0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(pods)].map(each => [each.pod, each]));
    return { ...record, pods: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...known.values()], most.pods) };
}
function noteCalls(record, calls) {
    return { ...record, calls };
}
function noteDuration(record, name, ms) {
    return { ...record, durations: { ...record.durations, [name]: ms } };
}
function noteWatchdog(record, job) {
    return { ...record, watchdog: job };
}
function endRecord(record, end) {
    return { ...record, end: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(end) };
}
function lastVerdict(record) {
    return record.verdicts.at(-1)?.verdict;
}
const most = {
    runs: 50,
    moments: 200,
    verdicts: 100,
    turns: 100,
    facts: 50,
    findings: 100,
    pods: 200,
};


/***/ }),

/***/ 4825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ addedUp),
/* harmony export */   E2: () => (/* binding */ finite),
/* harmony export */   Kj: () => (/* binding */ withReduction),
/* harmony export */   LP: () => (/* binding */ kept),
/* harmony export */   Mm: () => (/* binding */ bounded),
/* harmony export */   TS: () => (/* binding */ reduce),
/* harmony export */   cz: () => (/* binding */ clipped)
/* harmony export */ });
/* unused harmony exports mergedTicks, sumOf */
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);

const largestRecord = 16 * 256 * 1024;
const mergedTicks = 'neighboring ticks are summed';
function reduce(record, bytes = largestRecord) {
    const fits = (each) => Buffer.byteLength(JSON.stringify(each)) <= bytes;
    if (fits(record))
        return record;
    let next = record;
    for (const track of ['baseline', 'canary']) {
        const ticks = next.ticks.map(row => withoutPods(row, track));
        next = withReduction({ ...next, ticks }, `pods of the ${track} are summed`);
        if (fits(next))
            return next;
    }
    for (;;) {
        const { rows, counts } = halved(next.ticks);
        if (rows.length === next.ticks.length)
            return next;
        const moved = (each) => ({
            ...each,
            after: counts[each.after] ?? 0,
        });
        const [turns, verdicts] = [next.turns.map(moved), next.verdicts.map(moved)];
        next = withReduction({ ...next, ticks: rows, turns, verdicts }, mergedTicks);
        if (fits(next))
            return next;
    }
}
const withReduction = (record, what) => ({
    ...record,
    reduced: [...new Set([...record.reduced, what])],
});
function halved(rows) {
    const joined = [];
    const counts = [0];
    for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index];
        const next = rows[index + 1];
        const both = next === undefined ? undefined : together(row, next);
        joined.push(both ?? row);
        counts.push(joined.length);
        if (both === undefined)
            continue;
        index += 1;
        counts.push(joined.length);
    }
    return { rows: joined, counts };
}
function together(a, b) {
    const names = Object.keys(a.readings);
    const alike = a.stage === b.stage &&
        a.weight === b.weight &&
        names.length === Object.keys(b.readings).length &&
        names.every(name => a.readings[name]?.kind === b.readings[name]?.kind);
    if (!alike)
        return undefined;
    const sum = (reading, name) => sumOfReadings(reading, b.readings[name]);
    return { ...b, readings: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .LG)(a.readings, sum) };
}
function sumOfReadings(a, b) {
    if (a.kind !== 'counts' || b.kind !== 'counts')
        return b;
    return { kind: 'counts', canary: byPod(a.canary, b.canary), baseline: byPod(a.baseline, b.baseline) };
}
function byPod(a, b) {
    const pods = new Map();
    for (const each of [...a, ...b]) {
        const known = pods.get(each.pod);
        pods.set(each.pod, known === undefined ? each : { ...sumOf([known, each]), pod: each.pod });
    }
    return [...pods.values()];
}
function kept(list, length) {
    if (list.length <= length)
        return list;
    const head = Math.floor(length / 2);
    return [...list.slice(0, head), ...list.slice(list.length - (length - head))];
}
const longestText = 600;
function clipped(value) {
    if (typeof value === 'string') {
        return (value.length > longestText ? `${value.slice(0, longestText - 1).toWellFormed()}…` : value);
    }
    if (Array.isArray(value))
        return value.map(clipped);
    if (value === null || typeof value !== 'object')
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clipped(inner)]));
}
const far = 700;
function finite({ harm, metrics }) {
    const clamp = (value) => Math.max(-far, Math.min(far, Number.isNaN(value) ? -far : value));
    return {
        harm: clamp(harm),
        metrics: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .LG)(metrics, ({ harm, pass }) => ({ harm: clamp(harm), pass: clamp(pass) })),
    };
}
const largestTick = 64 * 1024;
const addedUp = `pods are summed in ticks of more than ${largestTick / 1024} KiB`;
function bounded(tick) {
    const fits = (row) => JSON.stringify(row).length <= largestTick;
    const short = (reading) => (reading.kind === 'counts' ? reading : clipped(reading));
    const plain = { ...tick, readings: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .LG)(tick.readings, short) };
    if (fits(plain))
        return { row: plain, folded: false };
    const half = withoutPods(plain, 'baseline');
    return { row: fits(half) ? half : withoutPods(half, 'canary'), folded: true };
}
function withoutPods(tick, track) {
    const summed = (reading) => reading.kind === 'counts' && reading[track].length > 1
        ? { ...reading, [track]: [sumOf(reading[track])] }
        : reading;
    return { ...tick, readings: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .LG)(tick.readings, summed) };
}
function sumOf(pods) {
    const width = Math.max(0, ...pods.map(each => each.bad.length));
    const ages = pods.flatMap(({ age }) => (age === undefined ? [] : [age]));
    return {
        pod: `${pods.length} pods`,
        ...(ages.length === 0 ? {} : { age: Math.min(...ages) }),
        total: pods.reduce((sum, each) => sum + each.total, 0),
        bad: Array.from({ length: width }, (_, index) => pods.reduce((sum, each) => sum + (each.bad[index] ?? 0), 0)),
    };
}


/***/ }),

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   Mk: () => (/* binding */ digestOfFile),
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
    return parseSha256((await digestOfFile(file, 'sha256')) ?? '');
}
async function digestOfFile(file, algorithm) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
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

/***/ 89907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drillId: () => (/* binding */ drillId),
/* harmony export */   entryOf: () => (/* binding */ entryOf),
/* harmony export */   readDrills: () => (/* binding */ readDrills),
/* harmony export */   writeDrill: () => (/* binding */ writeDrill)
/* harmony export */ });
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48961);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44245);
/* harmony import */ var _loss_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93638);



const folderOf = ({ app, environment }) => `${app}/${environment}/drills`;
const drillId = ({ startedAt, run }) => `${new Date(startedAt).toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${run.id}`;
function entryOf(report) {
    const { startedAt, app, environment, scenario, verdict, outage, loss, backup, run } = report;
    const lost = loss === undefined || loss.point.kind === 'unmeasured' ? undefined : (0,_loss_js__WEBPACK_IMPORTED_MODULE_1__/* .lostTime */ .o0)(loss);
    return {
        schema: 1,
        at: startedAt,
        app,
        environment,
        scenario,
        verdict,
        ...(outage?.kind === 'over' ? { rto: outage.rto } : {}),
        ...(lost === undefined || !Number.isFinite(lost) ? {} : { rpo: lost }),
        ...(backup === undefined ? {} : { bytes: backup.bytes }),
        ...(run.url === undefined ? {} : { run: run.url }),
    };
}
async function writeDrill(store, owner, report, lockedUntil) {
    const at = `${folderOf(owner)}/${drillId(report)}`;
    const encoded = (text) => new TextEncoder().encode(text);
    await store.put(`${at}.json`, encoded(`${JSON.stringify(report, null, 2)}\n`), lockedUntil);
    await store.put(`${at}.history.jsonl`, encoded((0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .historyLine */ .Jo)(entryOf(report))), lockedUntil);
}
const most = 500;
async function readDrills(store, owner, broken = (_, error) => {
    throw error;
}) {
    const lines = (await store.list(folderOf(owner))).filter(({ path }) => path.endsWith('.history.jsonl'));
    const newest = lines.slice(-most);
    const contents = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_2__.mapOf)(newest, 8, ({ path }) => store.get(path));
    return contents.flatMap((content, index) => {
        try {
            return content === undefined ? [] : (0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDrillHistory */ .Hc)(new TextDecoder().decode(content));
        }
        catch (error) {
            return broken(newest[index]?.path ?? '', error);
        }
    });
}


/***/ }),

/***/ 7840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CE: () => (/* binding */ serializeLedger),
/* harmony export */   Hn: () => (/* binding */ acknowledged),
/* harmony export */   N: () => (/* binding */ makeMarker),
/* harmony export */   h8: () => (/* binding */ parseLedger),
/* harmony export */   nm: () => (/* binding */ markerHash),
/* harmony export */   oc: () => (/* binding */ ledgerLine)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77462);



function makeMarker(seq, runId, sentAt, payload) {
    return { seq, runId, sentAt, payload, sha256: markerHash({ seq, runId, sentAt, payload }) };
}
function markerHash({ seq, runId, sentAt, payload }) {
    return (0,_checksum_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Of */ .Bj)(JSON.stringify([seq, runId, sentAt, payload]));
}
function ledgerLine({ seq, sentAt, ackedAt, error, sha256 }) {
    return `${JSON.stringify({ seq, sentAt, ackedAt, error, sha256 })}\n`;
}
function serializeLedger(entries) {
    return entries.map(ledgerLine).join('');
}
function parseLedger(text) {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    const whole = last === '' ? undefined : entryOf(last);
    const entries = new Map();
    for (const [index, line] of lines.entries()) {
        const entry = entryOf(line);
        if (entry === undefined)
            throw malformed(index + 1, 'is not an entry');
        add(entries, entry, index + 1);
    }
    if (whole !== undefined)
        add(entries, whole, lines.length + 1);
    return {
        entries: [...entries.values()].sort((a, b) => a.seq - b.seq),
        cut: last !== '' && whole === undefined,
    };
}
function acknowledged(entries) {
    return entries.filter((entry) => entry.ackedAt !== undefined);
}
function add(entries, entry, line) {
    const before = entries.get(entry.seq);
    if (before !== undefined && (before.sentAt !== entry.sentAt || before.sha256 !== entry.sha256))
        throw malformed(line, `describes another marker ${entry.seq} than an earlier line`);
    if (before?.ackedAt !== undefined && before.ackedAt !== entry.ackedAt)
        throw malformed(line, `contradicts the acknowledgement of marker ${entry.seq}`);
    entries.set(entry.seq, entry);
}
function entryOf(line) {
    const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(line);
    if (value === undefined)
        return undefined;
    const { seq, sentAt, ackedAt, error, sha256 } = value;
    const hash = typeof sha256 === 'string' ? (0,_checksum_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSha256 */ .tz)(sha256) : undefined;
    if (!isMoment(seq) || seq < 1 || !isMoment(sentAt) || hash === undefined)
        return undefined;
    if (ackedAt !== undefined && (!isMoment(ackedAt) || ackedAt < sentAt))
        return undefined;
    if (error !== undefined && typeof error !== 'string')
        return undefined;
    return {
        seq,
        sentAt,
        ...(ackedAt === undefined ? {} : { ackedAt }),
        ...(error === undefined ? {} : { error }),
        sha256: hash,
    };
}
const isMoment = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const malformed = (line, problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`line ${line} of the marker ledger ${problem}`, 'use the unmodified ledger of the writer: nothing can be measured with this one');


/***/ }),

/***/ 70441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ readDecision),
/* harmony export */   _E: () => (/* binding */ newDecisionStore),
/* harmony export */   mS: () => (/* binding */ UnreadableDecision),
/* harmony export */   s9: () => (/* binding */ openDecisionStore)
/* harmony export */ });
/* unused harmony export DecisionStore */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _decision_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87303);
/* harmony import */ var _decision_reduction_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4825);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25726);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59993);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91490);
/* harmony import */ var _store_fencing_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63811);










class DecisionStore {
    #cluster;
    #namespace;
    #record;
    #saved = new Map();
    constructor(cluster, namespace, record) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#record = record;
    }
    get record() {
        return this.#record;
    }
    update(change) {
        this.#record = change(this.#record);
    }
    async save(report) {
        try {
            const { chunks } = await chunking();
            const parts = Object.entries(chunks((0,_decision_reduction_js__WEBPACK_IMPORTED_MODULE_9__/* .reduce */ .TS)(this.#record)));
            for (const [key, part] of parts.sort(([a], [b]) => (a < b ? 1 : -1))) {
                if (this.#saved.get(key) === part)
                    continue;
                await put(this.#cluster, this.#namespace, this.#object(key, part), this.#record.app);
                this.#saved.set(key, part);
            }
        }
        catch (error) {
            if (error instanceof _store_fencing_js__WEBPACK_IMPORTED_MODULE_8__.LeaseLost)
                return;
            const { message } = error;
            report(`warning: the decision record could not be written: ${message}; the rollout continues without it`);
        }
    }
    #object(key, part) {
        const { app, release, runs } = this.#record;
        return {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: {
                name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.decision(app, release, key),
                namespace: this.#namespace,
                labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.kind]: 'decision', [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.release]: String(release) },
                annotations: { [_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationOf */ .lW.token(app)]: String(runs.at(-1)?.token ?? 0) },
            },
            data: { [key]: part },
        };
    }
}
const chunking = () => __webpack_require__.e(/* import() */ 1423).then(__webpack_require__.bind(__webpack_require__, 43804));
async function put(cluster, namespace, object, app) {
    const folder = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace);
    const path = `${folder}/${object.metadata?.name}`;
    await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L5)({ attempts: 5, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ }, async () => {
        const there = await cluster.get(path);
        (0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_8__/* .requireNoHigherToken */ .Ht)(there, { app, token: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenOn */ .Bz)(object, app) });
        const { resourceVersion } = there?.metadata ?? {};
        const metadata = { ...object.metadata, ...(resourceVersion === undefined ? {} : { resourceVersion }) };
        if (there === undefined)
            await cluster.create(folder, object);
        else
            await cluster.replace(path, { ...object, metadata });
    });
}
class UnreadableDecision extends Error {
}
async function readDecision(cluster, namespace, app, release) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace), {
        labelSelector: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .selecting */ .h7.decision(app, release),
    });
    const parts = items.flatMap(({ metadata, data = {} }) => Object.entries(data).filter(([key]) => metadata?.name === _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.decision(app, release, key)));
    if (parts.length === 0)
        return undefined;
    const { join } = await chunking();
    let record;
    try {
        record = join(Object.fromEntries(parts));
    }
    catch (cause) {
        const why = cause instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo ? cause.sentence : 'it does not have the format of a decision record';
        throw new UnreadableDecision(why, { cause });
    }
    const isOf = record.app === app && record.release === release && record.namespace === namespace;
    if (!isOf)
        throw new UnreadableDecision(`the decision record of release ${release} belongs to another release`);
    return record;
}
function newDecisionStore(cluster, { environment: { namespace, workload, strategy, gate }, record, rollout, doing, why }) {
    const at = Math.round(cluster.now());
    const { app, environment, candidate: release, baseline, token, run: by, phase, weight } = rollout;
    const rolls = rollout.strategy === 'rolling';
    const decision = (0,_decision_record_js__WEBPACK_IMPORTED_MODULE_2__/* .startRecord */ .qt)({
        at,
        app,
        environment,
        namespace,
        workload: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .titleOf */ .Gg)(workload),
        release,
        ...(baseline === undefined ? {} : { baseline }),
        images: record.images,
        ...(record.promotion === undefined ? {} : { promotion: record.promotion }),
        ...(record.signatures === undefined ? {} : { signatures: record.signatures }),
        by,
        token,
        doing,
        strategy,
        ...(rolls && strategy.kind !== 'rolling' ? { rolled: true } : {}),
        ...(rolls || gate === undefined ? {} : gate === 'checks' ? { checked: true } : { gate }),
    });
    const stands = {
        at,
        phase,
        ...(rolls ? {} : { weight }),
        ...(why === undefined ? {} : { reason: why }),
    };
    return new DecisionStore(cluster, namespace, (0,_decision_record_js__WEBPACK_IMPORTED_MODULE_2__/* .noteMoment */ .jH)(decision, stands));
}
async function openDecisionStore(cluster, begun) {
    const { environment, rollout, doing } = begun;
    const { app, candidate, token, run: by } = rollout;
    const { namespace } = environment;
    const known = await readDecision(cluster, namespace, app, candidate).catch(() => undefined);
    if (known === undefined)
        return newDecisionStore(cluster, begun);
    const run = { at: Math.round(cluster.now()), by, token, doing };
    return new DecisionStore(cluster, namespace, (0,_decision_record_js__WEBPACK_IMPORTED_MODULE_2__/* .noteRun */ .W5)((0,_decision_record_js__WEBPACK_IMPORTED_MODULE_2__/* .noteWaits */ .hk)(known, undefined), run));
}


/***/ }),

/***/ 68036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DV: () => (/* binding */ exposureSentence),
  bk: () => (/* binding */ heartbeatData),
  lj: () => (/* binding */ heartbeatPatch),
  wF: () => (/* binding */ isWatching),
  Vf: () => (/* binding */ waitingProblem),
  Hz: () => (/* binding */ watchdogAccount),
  FX: () => (/* binding */ watchdogImage),
  d6: () => (/* binding */ watchdogJob),
  de: () => (/* binding */ watchdogName),
  dW: () => (/* binding */ watchdogProblem),
  c_: () => (/* binding */ watchdogRole)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/traffic/fencing-token.js
var fencing_token = __webpack_require__(59993);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
;// CONCATENATED MODULE: ./.build/js/src/release/watchdog/script.js
const script = `set -u

# Calls the API server and sets outcome: ok, gone (404), refused (422, 409), forbidden, or away.
ask() {
  outcome=away
  if command -v kubectl >/dev/null 2>&1; then ask_kubectl "$@"; else ask_curl "$@"; fi
}

# ask get PATH | ask patch PATH RESOURCE NAME PATCH [dry]
ask_kubectl() {
  if [ "$1" = get ]; then
    body=$(kubectl get --raw "$2" --request-timeout=5s 2>&1 </dev/null) && outcome=ok && return
  else
    body=$(kubectl patch "$3" "$4" --namespace "$NAMESPACE" --type json --patch "$5" --request-timeout=10s \\
      \${6:+--dry-run=server} 2>&1 </dev/null) && outcome=ok && return
  fi
  case $body in
    *'(NotFound)'*) outcome=gone ;;
    *'(Forbidden)'*) outcome=forbidden ;;
    *'(Conflict)'* | *'request is invalid'* | *'due to an error in our request'*) outcome=refused ;;
    *'(Invalid)'*) outcome=forbidden ;;
  esac
}

ask_curl() {
  token=
  # Without a final newline read fails, but has read the token. Tokens are rotated, so each call reads the file.
  read -r token <"$account/token" || :
  url=$server$2
  if [ "$1" = get ]; then
    set -- --max-time 5 "$url"
  else
    set -- --max-time 10 --request PATCH --header 'Content-Type: application/json-patch+json' \\
      --data-raw "$5" "$url\${6:+?dryRun=All}"
  fi
  # On standard input, so that the token is not in the process list.
  body=$(printf 'header = "Authorization: Bearer %s"\\n' "$token" |
    curl --config - --silent --show-error --cacert "$account/ca.crt" --write-out ' %{http_code}' "$@" 2>&1) || return 0
  case $body in
    *' 200') outcome=ok ;;
    *' 403') outcome=forbidden ;;
    *' 404') outcome=gone ;;
    *' 409' | *'due to an error in our request'*' 422') outcome=refused ;;
    *' 422') outcome=forbidden ;;
  esac
}

# Sets value to a field of the ConfigMap's data, empty when it has none. The API server indents its answers to curl.
field() {
  value=
  for colon in ':' ': '; do
    case $body in *"\\"$1\\"$colon\\""*)
      value=\${body#*"\\"$1\\"$colon\\""}
      value=\${value%%\\"*}
      ;;
    esac
  done
}

# Whether the last answer has a beat: without one, silence proves nothing.
has_beat() {
  [ "$outcome" = ok ] && field beat && [ -n "$value" ]
}

# Sends a list of writes. Returns 0 when each succeeded or its object is gone, 1 when the API server is away, 2 when one
# was refused, 3 when one is forbidden.
send() {
  printf '%s\\n' "$1" | {
    result=0
    while read -r path resource name patch; do
      [ -n "$path" ] || continue
      ask patch "$path" "$resource" "$name" "$patch" "\${2-}"
      case $outcome in
        ok) printf '%s\\n' "\${2:+dry run passed: }$resource/$name" ;;
        gone) printf '%s\\n' "$resource/$name is gone" ;;
        refused) printf '%s\\n' "refused for $resource/$name: $body"; [ "$result" = 0 ] && result=2 ;;
        forbidden) printf '%s\\n' "is not allowed to write $resource/$name: $body"; result=3 ;;
        *) printf '%s\\n' "no answer for $resource/$name: $body"; [ "$result" = 3 ] || result=1 ;;
      esac
    done
    exit "$result"
  }
}

# Sends the writes, then the fallback if one of them no longer fits or fails for another reason. Returns what send does, but 2, the sign
# of a newer run, only if both return it.
restore_traffic() {
  send "$WRITES" "\${1-}"
  result=$?
  [ "$result" != 0 ] && [ -n "$FALLBACK" ] || return "$result"
  send "$FALLBACK" "\${1-}"
  second=$?
  [ "$second" != 2 ] || second=$result
  return "$second"
}

# Sets now to the seconds of a monotonic clock; where it cannot be read, the pauses are counted.
clock() {
  if read -r up rest <"\${CLOCK:-/proc/uptime}"; then now=\${up%%.*}; else now=$((now + INTERVAL)); fi
} 2>/dev/null

pause() { sleep "$INTERVAL"; }

account=\${ACCOUNT:-/var/run/secrets/kubernetes.io/serviceaccount}
host=$KUBERNETES_SERVICE_HOST
case $host in *:*) host="[$host]" ;; esac
server=https://$host:$KUBERNETES_SERVICE_PORT
# With --request-timeout, kubectl no longer detects that it runs in a cluster.
export KUBECONFIG="$HOME/kubeconfig"
cluster="{server: $server, certificate-authority: $account/ca.crt}"
printf '%s\\n' 'apiVersion: v1' 'kind: Config' 'current-context: here' \\
  "clusters: [{name: here, cluster: $cluster}]" \\
  "users: [{name: here, user: {tokenFile: $account/token}}]" \\
  'contexts: [{name: here, context: {cluster: here, user: here}}]' >"$KUBECONFIG"

trap 'exit 0' TERM INT
now=0
while :; do
  restore_traffic dry
  case $? in
    0)
      ask get "$HEART"
      has_beat && break
      case $outcome in
        gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
        ok | forbidden) printf '%s\\n' "no heartbeat in $HEART; not watching: $body"; exit 1 ;;
      esac
      ;;
    2 | 3) printf '%s\\n' 'cannot restore the traffic; not watching'; exit 1 ;;
  esac
  pause
done
[ -z "$ARMED" ] || : >"$ARMED"
printf '%s\\n' 'watching'

last='' quiet=0 seen=no before=0 timeout=30
while :; do
  ask get "$HEART"
  clock
  [ "$outcome" != ok ] || has_beat || outcome=away
  case $outcome in
    gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
    ok)
      field over
      [ -z "$value" ] || { printf '%s\\n' 'the rollout is over'; exit 0; }
      field timeout
      case $value in '' | *[!0-9]*) ;; *) timeout=$value ;; esac
      field beat
      # Only time between two answers counts: while the API server is away, a living run cannot send a heartbeat either.
      if [ "$value" != "$last" ]; then last=$value quiet=0
      elif [ "$seen" = yes ]; then quiet=$((quiet + now - before)); fi
      seen=yes
      ;;
    *)
      seen=no
      # Once it is back, a living run gets some time to send one.
      [ "$quiet" -le $((timeout - GRACE)) ] || quiet=$((timeout > GRACE ? timeout - GRACE : 0))
      ;;
  esac
  before=$now
  if [ "$seen" = yes ] && [ "$quiet" -ge "$timeout" ]; then
    printf '%s\\n' "no heartbeat for $quiet s: restoring the traffic"
    restore_traffic
    case $? in
      0) printf '%s\\n' 'done'; exit 0 ;;
      2) printf '%s\\n' 'a newer run has taken over'; exit 0 ;;
    esac
  fi
  pause
done
`;

;// CONCATENATED MODULE: ./.build/js/src/release/watchdog/watchdog.js






const seconds = (milliseconds) => Math.ceil(milliseconds / 1000);
const watchdogAccount = 'slipway-watchdog';
const watchdogName = ({ app, token }) => `slipway-${app}-watchdog-${token}`;
function heartbeatData({ beat, timeout = seconds(timing/* timing */.N.watchdogTimeout), }) {
    return { beat: String(beat), timeout: String(timeout) };
}
function heartbeatPatch(uid, heartbeat) {
    const data = heartbeat === 'over' ? { over: 'true' } : heartbeatData(heartbeat);
    return [
        { op: 'test', path: (0,fencing_token/* pointer */.Wn)('metadata', 'uid'), value: uid },
        ...Object.entries(data).map(([key, value]) => ({ op: 'add', path: (0,fencing_token/* pointer */.Wn)('data', key), value })),
    ];
}
function watchdogJob(options) {
    const { writer, namespace, image, owner, lifetime, writes, fallback } = options;
    const own = {
        [naming/* labels */.WD.app]: writer.app,
        [naming/* labels */.WD.kind]: 'watchdog',
    };
    const environment = {
        HEART: (0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace, owner.name),
        NAMESPACE: namespace,
        INTERVAL: String(seconds(timing/* timing */.N.watchdogInterval)),
        GRACE: String(seconds(timing/* timing */.N.watchdogGrace)),
        WRITES: lines(writes, writer),
        FALLBACK: lines(fallback, writer),
        ARMED: '/tmp/armed',
        HOME: '/tmp',
    };
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: watchdogName(writer), namespace, labels: own, ownerReferences: [owner] },
        spec: {
            activeDeadlineSeconds: Math.max(60, Math.ceil(lifetime / 1000)),
            ttlSecondsAfterFinished: 3600,
            backoffLimit: 100,
            template: {
                metadata: { labels: own },
                spec: {
                    serviceAccountName: watchdogAccount,
                    restartPolicy: 'OnFailure',
                    enableServiceLinks: false,
                    terminationGracePeriodSeconds: 5,
                    tolerations: ['not-ready', 'unreachable'].map(state => ({
                        key: `node.kubernetes.io/${state}`,
                        operator: 'Exists',
                        effect: 'NoExecute',
                        tolerationSeconds: 10,
                    })),
                    securityContext: {
                        runAsNonRoot: true,
                        runAsUser: 65_532,
                        runAsGroup: 65_532,
                        fsGroup: 65_532,
                        seccompProfile: { type: 'RuntimeDefault' },
                    },
                    containers: [
                        {
                            name: 'watchdog',
                            image,
                            command: ['sh', '-c', literal(script)],
                            env: Object.entries(environment).map(([name, value]) => ({ name, value: literal(value) })),
                            readinessProbe: {
                                exec: { command: ['sh', '-c', 'test -e /tmp/armed'] },
                                periodSeconds: 1,
                                timeoutSeconds: 5,
                            },
                            resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '192Mi' } },
                            securityContext: {
                                allowPrivilegeEscalation: false,
                                readOnlyRootFilesystem: true,
                                capabilities: { drop: ['ALL'] },
                            },
                            volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
                        },
                    ],
                    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
                },
            },
        },
    };
}
function isWatching(job) {
    return (job.status?.ready ?? 0) > 0;
}
const literal = (text) => text.replaceAll('$', () => '$$');
function lines(writes, { app, token }) {
    return writes
        .map(({ path, patch }) => {
        const { resource, name } = target(path);
        const note = {
            op: 'add',
            path: (0,fencing_token/* annotationPointer */.ZC)(fencing_token/* annotationOf */.lW.watchdog(app)),
            value: String(token),
        };
        return [path, resource, name, JSON.stringify([...patch, note])].join(' ');
    })
        .join('\n');
}
function target(path) {
    const place = (0,resources/* placeOf */.$t)(path);
    if (place === undefined)
        throw new Error(`${path} is not the path of a namespaced object`);
    const { group, plural, name } = place;
    return { resource: group === '' ? plural : `${plural}.${group}`, name };
}
function watchdogRole({ app, namespace, routes, services }) {
    const metadata = { name: `${watchdogAccount}:${app}`, namespace };
    const rule = (apiGroup, resource, names) => names.length === 0
        ? []
        : [
            {
                apiGroups: [apiGroup],
                resources: [resource],
                resourceNames: [...names],
                verbs: ['get', 'patch'],
            },
        ];
    return [
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: watchdogAccount, namespace } },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'Role',
            metadata,
            rules: [
                { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
                ...rule('', 'services', services),
                ...rule(resources/* resources */.ES.httpRoute.group, resources/* resources */.ES.httpRoute.plural, routes),
            ],
        },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'RoleBinding',
            metadata,
            roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: metadata.name },
            subjects: [{ kind: 'ServiceAccount', name: watchdogAccount, namespace }],
        },
    ];
}
function watchdogImage(strategy) {
    if (strategy.kind === 'rolling')
        return undefined;
    const chosen = strategy.watchdog;
    return chosen === undefined || chosen === 'off' ? undefined : chosen.image;
}
function watchdogProblem(strategy) {
    if (strategy.kind === 'rolling' || strategy.watchdog !== undefined)
        return undefined;
    return new errors/* UserError */.yo(`the ${strategy.kind} strategy does not set \`watchdog\`, which restores the traffic when a run is lost`, 'add `watchdog: {image: …}`, an image with a shell and kubectl or curl, or `watchdog: off` to do without');
}
function waitingProblem(strategy) {
    if (strategy.kind !== 'canary' || watchdogImage(strategy) !== undefined)
        return undefined;
    const { steps, bake, 'on-inconclusive': way } = strategy;
    if (way !== 'rollback') {
        return new errors/* UserError */.yo(`\`on-inconclusive: ${way}\` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it`, 'set an image in `watchdog`, or use `on-inconclusive: rollback`');
    }
    if (bake.approve || steps.some(({ approve }) => approve === true)) {
        return new errors/* UserError */.yo('`approve` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it', 'set an image in `watchdog`, or remove `approve`');
    }
    const [long] = steps.filter(({ pause = 0 }) => pause > bake['hand-over-after']);
    if (long !== undefined) {
        return new errors/* UserError */.yo(`the pause at ${long.weight} % is longer than \`hand-over-after\`, so the run ends before the pause does. Without a watchdog, nothing restores the traffic if no run resumes the rollout`, 'set an image in `watchdog`, or shorten the pause');
    }
    if (bake.for <= bake['hand-over-after'])
        return undefined;
    return new errors/* UserError */.yo('the bake is longer than `hand-over-after`, so the run ends before the bake does. Without a watchdog, nothing restores the traffic if no run resumes the rollout', 'set an image in `watchdog`, or shorten the bake');
}
function exposureSentence(strategy) {
    if (strategy.kind === 'rolling') {
        return 'if the run is lost, the cluster finishes the rolling update, and the next run reports its outcome';
    }
    const most = strategy.kind === 'blue-green'
        ? 'all'
        : `up to ${Math.max(...strategy.steps.map(({ weight }) => weight), strategy.bake.weight)} %`;
    const { watchdogTimeout, watchdogInterval, watchdogReaction } = timing/* timing */.N;
    const within = seconds(watchdogTimeout + watchdogInterval + watchdogReaction);
    return watchdogImage(strategy) === undefined
        ? `without a watchdog, a lost run leaves ${most} of the requests with the candidate until \`sweep\`, a rollback or the next release takes over`
        : `a lost run leaves ${most} of the requests with the candidate for at most ${within} s, then the watchdog restores the traffic`;
}


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

/***/ 59993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ tokenOn),
/* harmony export */   Et: () => (/* binding */ floorOf),
/* harmony export */   G$: () => (/* binding */ fencingTests),
/* harmony export */   Hn: () => (/* binding */ isRestoredByWatchdog),
/* harmony export */   N0: () => (/* binding */ tokensOfOthers),
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   _X: () => (/* binding */ testUnchanged),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   oV: () => (/* binding */ tokenPatch),
/* harmony export */   pI: () => (/* binding */ parseToken),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    watchdog: (app) => `slipway.dev/watchdog.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fencingTests(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function tokenOn(object, app) {
    return parseToken(annotation(object, annotationOf.token(app)));
}
function tokensOfOthers(object, app) {
    const isOther = ([name, value]) => name.startsWith(annotationOf.token('')) && name !== annotationOf.token(app) && parseToken(value) > 0;
    return Object.fromEntries(Object.entries(object.metadata?.annotations ?? {}).filter(isOther));
}
function parseToken(text) {
    return /^[1-9]\d{0,9}$/.test(text ?? '') ? Number(text) : 0;
}
const beyondCounting = 9e9;
function floorOf(tokens) {
    return Math.max(0, ...tokens.filter(each => each < beyondCounting));
}
function isNewer(there, token) {
    return there > token && (there < beyondCounting || token >= beyondCounting);
}
function testUnchanged({ metadata }, name) {
    const value = metadata?.annotations?.[name];
    return value === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: metadata?.resourceVersion }
        : { op: 'test', path: annotationPointer(name), value };
}
function tokenPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    if (tokenOn(object, app) === token)
        return [];
    const { annotations, uid } = object.metadata ?? {};
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        testUnchanged(object, name),
        ...(annotations === undefined
            ? [{ op: 'add', path: pointer('metadata', 'annotations'), value: {} }]
            : []),
        { op: 'add', path: annotationPointer(name), value: String(token) },
    ];
}
function annotation(object, name) {
    return object.metadata?.annotations?.[name];
}
function annotate(object, name, value) {
    const path = annotationPointer(name);
    const present = annotation(object, name);
    if (present === value)
        return [];
    return value === undefined ? [{ op: 'remove', path }] : [{ op: 'add', path, value }];
}
function isRestoredByWatchdog(object, { app, token }, firstToken) {
    const by = Number(annotation(object, annotationOf.watchdog(app)) ?? Number.NaN);
    return by >= firstToken && by <= token;
}


/***/ })

};
