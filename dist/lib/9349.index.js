export const id = 9349;
export const ids = [9349,8888,7462];
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

/***/ 89349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkLock: () => (/* binding */ checkLock),
/* harmony export */   unlockedIn: () => (/* binding */ unlockedIn)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _sets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58888);



const clockSkew = 60_000;
async function checkLock({ store, others, locked }, owner, now, set) {
    try {
        const id = set ?? (await (0,_sets_js__WEBPACK_IMPORTED_MODULE_2__.listSets)(store, owner)).at(-1);
        if (id === undefined)
            return {
                problem: `${store.name} contains no backup set yet, so no lock can be read`,
                help: 'make a backup',
            };
        const until = await store.lockedUntil((0,_sets_js__WEBPACK_IMPORTED_MODULE_2__.manifestPath)(owner, id));
        if (until === undefined || until <= now)
            return {
                problem: `the set ${id} in ${store.name} is not locked: any user with the permission may delete it`,
                help: 'create the bucket with object lock: not every store can add it later',
            };
        if (until < (0,_sets_js__WEBPACK_IMPORTED_MODULE_2__.setTime)(id) + locked - clockSkew)
            return {
                problem: `the set ${id} in ${store.name} is locked only until ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(until)}, but slipway.yml says ${daysOf(locked)}`,
                help: 'check which setting of the bucket shortens it, or correct `locked`',
            };
        for (const each of others) {
            const usual = (await each.lockedByDefault()) ?? 0;
            if (usual < locked)
                return {
                    problem: `the default retention of ${each.name}, where pgBackRest and restic write, is ${usual === 0 ? 'not set' : `only ${daysOf(usual)}`}, but slipway.yml says ${daysOf(locked)}`,
                    help: 'give the bucket a default retention in COMPLIANCE mode that is at least as long',
                };
        }
        return undefined;
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
            throw error;
        return {
            problem: `its lock cannot be read: ${error.message}`,
            help: 'grant the credentials s3:GetObjectRetention and s3:GetBucketObjectLockConfiguration',
        };
    }
}
async function unlockedIn(stores, owner, now, set) {
    const sentences = new Map();
    for (const { name, store, locked, others = [] } of stores) {
        if (locked === undefined)
            continue;
        const doubt = await checkLock({ store, others, locked }, owner, now, set);
        if (doubt !== undefined)
            sentences.set(name, `the repository ${name} is not locked as slipway.yml says: ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .withRemedy */ .v9)(doubt.problem, doubt.help)}`);
    }
    return sentences;
}
const daysOf = (duration) => `${Math.round((duration / 86_400_000) * 10) / 10} days`;


/***/ }),

/***/ 4766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ parseManifest)
/* harmony export */ });
/* unused harmony export manifestSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60512);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77462);





const text = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1);
const count = zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(0);
const sha256Schema = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().refine(_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .isSha256 */ ._h, { error: 'is not a SHA-256 in 64 hexadecimal digits' });
const sizeFields = {
    original: count.exactOptional().meta({ description: 'Bytes that the backup read.' }),
    stored: count.exactOptional().meta({ description: 'Bytes that it added to the repository.' }),
};
const tableSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    schema: text,
    name: text,
    rows: count.meta({ description: 'Number of rows; in the sample, when the table is sampled.' }),
    key: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ min: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), max: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).exactOptional().meta({
        description: 'The smallest and the largest key as text; absent for an empty table and one without a key.',
    }),
    hash: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .regex(/^-?\d+$/)
        .exactOptional()
        .meta({
        description: 'Of all rows in any order: coalesce(sum(hashtextextended(t::text, 0)), 0), with DateStyle, TimeZone, extra_float_digits and bytea_output pinned.',
    }),
    sampled: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().gt(0).max(100).exactOptional().meta({
        description: 'Percentage of its blocks that `rows` and `hash` cover; absent when they cover all.',
    }),
});
const databaseSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    name: text,
    server: text.meta({ description: 'Version of PostgreSQL.', examples: ['17.2'] }),
    lsn: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .regex(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/)
        .meta({ description: 'Position of the counts below: a standby had replayed WAL up to it and paused.' }),
    timeline: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1),
    segment: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1).exactOptional().meta({ description: 'Size of a WAL segment in bytes.' }),
    backups: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        repository: text,
        label: text,
        ...sizeFields,
        whole: count.exactOptional().meta({
            description: 'Start of the last full read of the repository that found it intact; ms since the epoch.',
        }),
    }))
        .meta({ description: 'The backup in each repository from which it is restored.' }),
    tables: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(tableSchema),
    migration: text.exactOptional().meta({ description: 'Schema version, as its migration tool records it.' }),
    newestMarker: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1).exactOptional(),
});
const snapshotsSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ repository: text, snapshot: text, ...sizeFields })).meta({
    description: 'The restic snapshot in each repository from which it is restored.',
});
const managedSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    name: text,
    server: text.meta({ description: 'Version of PostgreSQL.', examples: ['17.2'] }),
    encoding: text.meta({ description: 'Encoding of its texts, on which their hashes depend.' }),
    roles: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(text)
        .meta({ description: 'Roles that its row security policies name: a dump contains no roles.' }),
    tables: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(tableSchema),
    migration: text.exactOptional(),
    backups: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ repository: text, snapshot: text, bytes: count, stored: sizeFields.stored }))
        .meta({
        description: 'The restic snapshot with its dump in each repository, and the size of the dump.',
    }),
});
const volumeSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    namespace: text,
    pvc: text,
    covered: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['files', 'snapshot', 'database', 'objects', 'not-needed', 'not']).meta({
        description: 'How the backup covers it; `not-needed` is declared for data that can be rebuilt, such as caches.',
    }),
    files: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ count, bytes: count, hash: sha256Schema, unsettled: count, backups: snapshotsSchema })
        .exactOptional()
        .meta({
        description: 'For a volume that is covered as files. `hash`: of (path, SHA-256) of all files that did not change during the backup, in any order; `unsettled`: how many did change.',
    }),
});
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    at: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(0).meta({ description: 'When it was made, in ms since the epoch.' }),
    by: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ run: text, actor: text }),
    databases: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(databaseSchema),
    managed: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(managedSchema).exactOptional().meta({
        description: 'Databases outside of the cluster; each dump contains exactly what was counted, because both read one snapshot.',
    }),
    objectStores: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        name: text,
        count,
        bytes: count,
        hash: sha256Schema,
        backups: snapshotsSchema.exactOptional(),
    }))
        .meta({ description: '`hash`: of (path, SHA-256) of all objects in any order.' }),
    redis: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: text, keys: count, unsettled: count, bytes: count }))
        .exactOptional()
        .meta({
        description: 'Redis whose RDB file and list of keys are an encrypted attachment. `unsettled`: how many keys changed during the backup.',
    }),
    volumes: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(volumeSchema),
    clusterObjects: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(text, count).meta({
        description: 'Number of objects of each kind.',
        examples: [{ 'apps/Deployment': 3, ConfigMap: 7 }],
    }),
    images: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/@sha256:[0-9a-f]{64}$/, { error: 'is not an image with a digest' })),
    secrets: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(text.refine(name => !(0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .looksSecret */ .n0)(name), { error: 'looks like a secret and not like the name of one' }))
        .meta({ description: 'Names only, never their contents.' }),
    sealedObjects: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(text)
        .exactOptional()
        .meta({
        description: 'Objects of the cluster that may hold a secret, by kind and name: they are exported encrypted.',
        examples: [['ConfigMap shop/settings']],
    }),
    attachments: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: text, bytes: count, sha256: sha256Schema }))
        .exactOptional()
        .meta({ description: 'Files beside the manifest; through these hashes, its signature covers them.' }),
    tools: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(text, text).meta({ description: 'Name → version.' }),
});
function parseManifest(content) {
    const result = manifestSchema.safeParse((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonIn */ .Yf)(content, cause => notOne('it is not JSON', cause)));
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    throw notOne(`${issue?.path.join('.') || 'it'}: ${issue?.message}`, result.error);
}
const notOne = (problem, cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the manifest of the backup cannot be read (${problem})`, 'use an unmodified manifest, or another backup set', {
    cause,
});


/***/ }),

/***/ 58888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   attachmentsOf: () => (/* binding */ attachmentsOf),
/* harmony export */   countedBefore: () => (/* binding */ countedBefore),
/* harmony export */   documentOf: () => (/* binding */ documentOf),
/* harmony export */   listSets: () => (/* binding */ listSets),
/* harmony export */   manifestPath: () => (/* binding */ manifestPath),
/* harmony export */   readFileOf: () => (/* binding */ readFileOf),
/* harmony export */   readSet: () => (/* binding */ readSet),
/* harmony export */   removeSet: () => (/* binding */ removeSet),
/* harmony export */   setId: () => (/* binding */ setId),
/* harmony export */   setTime: () => (/* binding */ setTime),
/* harmony export */   writeSet: () => (/* binding */ writeSet)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77462);
/* harmony import */ var _manifest_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4766);



const documentOf = ({ app, environment }, { id, content }) => ({
    name: `the manifest of ${id}`,
    content,
    type: 'https://slipway.dev/backup-manifest/v1',
    about: { app, environment, set: id },
});
const manifestFile = 'manifest.json';
const bundleFile = 'manifest.json.sigstore.json';
const setId = (at) => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
const setTime = (id) => Date.parse(id.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
const isSetId = (text) => /^\d{8}T\d{6}Z$/.test(text);
const folderOf = ({ app, environment }, id) => [app, environment, ...(id === undefined ? [] : [id])].join('/');
const manifestPath = (owner, id) => `${folderOf(owner, id)}/${manifestFile}`;
async function writeSet(store, owner, set, lockedUntil) {
    const put = (name, content) => store.put(`${folderOf(owner, set.id)}/${name}`, content, lockedUntil);
    for (const [name, content] of Object.entries(set.files ?? {}))
        await put(name, content);
    if (set.bundle !== undefined)
        await put(bundleFile, new TextEncoder().encode(set.bundle));
    await put(manifestFile, set.content);
}
async function listSets(store, owner) {
    const paths = await store.list(folderOf(owner));
    return paths
        .flatMap(({ path }) => {
        const [id = '', name] = path.split('/').slice(-2);
        return name === manifestFile && isSetId(id) ? [id] : [];
    })
        .sort();
}
async function countedBefore(store, owner, target) {
    const { at } = target;
    if (target.kind !== 'time' || at === undefined)
        return undefined;
    return (await listSets(store, owner)).findLast(id => setTime(id) < at - clockSkew);
}
const clockSkew = 60_000;
async function readSet(store, owner, id) {
    const wanted = id ?? (await listSets(store, owner)).at(-1);
    if (wanted === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${store.name} contains no finished backup set of ${owner.app} in ${owner.environment}`, 'make a backup, or choose another repository');
    const content = await store.get(`${folderOf(owner, wanted)}/${manifestFile}`);
    if (content === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${store.name} contains no finished backup set ${wanted} of ${owner.app} in ${owner.environment}`, 'use a value of the output `set` of `backup`');
    const bundle = await store.get(`${folderOf(owner, wanted)}/${bundleFile}`);
    return {
        id: wanted,
        manifest: (0,_manifest_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .N)(new TextDecoder().decode(content)),
        content,
        bundle: bundle === undefined ? undefined : new TextDecoder().decode(bundle),
    };
}
const attachmentsOf = (files) => Object.entries(files).map(([name, content]) => ({
    name,
    bytes: content.length,
    sha256: (0,_checksum_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Of */ .Bj)(content),
}));
async function readFileOf(store, owner, { id, manifest }, name) {
    const expected = manifest.attachments?.find(each => each.name === name);
    if (expected === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the backup set ${id} contains no ${name}`, 'choose a set that contains it');
    const content = await store.get(`${folderOf(owner, id)}/${name}`);
    if (content !== undefined && (0,_checksum_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Of */ .Bj)(content) === expected.sha256)
        return content;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${name} of the backup set ${id} in ${store.name} is ${content === undefined ? 'missing' : 'not what the manifest says'}`, 'use the set from another repository, or another set');
}
async function removeSet(store, owner, id) {
    const names = (await store.list(folderOf(owner, id))).map(({ path }) => path);
    const rank = (path) => Number(!path.endsWith(`/${manifestFile}`));
    for (const path of names.toSorted((a, b) => rank(a) - rank(b)))
        await store.remove(path);
}


/***/ })

};
