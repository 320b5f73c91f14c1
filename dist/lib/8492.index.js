export const id = 8492;
export const ids = [8492,7462,5081];
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

/***/ 48492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  attachmentsOf: () => (/* binding */ attachmentsOf),
  countedBefore: () => (/* binding */ countedBefore),
  documentOf: () => (/* binding */ documentOf),
  listSets: () => (/* binding */ listSets),
  manifestPath: () => (/* binding */ manifestPath),
  readFileOf: () => (/* binding */ readFileOf),
  readSet: () => (/* binding */ readSet),
  removeSet: () => (/* binding */ removeSet),
  setId: () => (/* binding */ setId),
  setTime: () => (/* binding */ setTime),
  writeSet: () => (/* binding */ writeSet)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(77462);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./.build/js/src/toolkit/secrecy.js
var secrecy = __webpack_require__(60512);
;// CONCATENATED MODULE: ./.build/js/src/recovery/manifest-schema.js




const manifest_schema_text = schemas/* string */.YjP().min(1);
const count = schemas/* int */.Whr().min(0);
const sha256Schema = schemas/* string */.YjP().refine(checksum/* isSha256 */._h, { error: 'is not a SHA-256 in 64 hexadecimal digits' });
const sizeFields = {
    original: count.exactOptional().meta({ description: 'Bytes that the backup read.' }),
    stored: count.exactOptional().meta({ description: 'Bytes that it added to the repository.' }),
};
const tableSchema = schemas/* object */.Ikc({
    schema: manifest_schema_text,
    name: manifest_schema_text,
    rows: count.meta({ description: 'Number of rows; in the sample, when the table is sampled.' }),
    key: schemas/* object */.Ikc({ min: schemas/* string */.YjP(), max: schemas/* string */.YjP() }).exactOptional().meta({
        description: 'The smallest and the largest key as text; absent for an empty table and one without a key.',
    }),
    hash: schemas/* string */.YjP()
        .regex(/^-?\d+$/)
        .exactOptional()
        .meta({
        description: 'Of all rows in any order: coalesce(sum(hashtextextended(t::text, 0)), 0), with DateStyle, TimeZone, extra_float_digits and bytea_output pinned.',
    }),
    sampled: schemas/* number */.aig().gt(0).max(100).exactOptional().meta({
        description: 'Percentage of its blocks that `rows` and `hash` cover; absent when they cover all.',
    }),
});
const databaseSchema = schemas/* object */.Ikc({
    name: manifest_schema_text,
    server: manifest_schema_text.meta({ description: 'Version of PostgreSQL.', examples: ['17.2'] }),
    lsn: schemas/* string */.YjP()
        .regex(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/)
        .meta({ description: 'Position of the counts below: a standby had replayed WAL up to it and paused.' }),
    timeline: schemas/* int */.Whr().min(1),
    segment: schemas/* int */.Whr().min(1).exactOptional().meta({ description: 'Size of a WAL segment in bytes.' }),
    backups: schemas/* array */.YOg(schemas/* object */.Ikc({
        repository: manifest_schema_text,
        label: manifest_schema_text,
        ...sizeFields,
        whole: count.exactOptional().meta({
            description: 'Start of the last full read of the repository that found it intact; ms since the epoch.',
        }),
    }))
        .meta({ description: 'The backup in each repository from which it is restored.' }),
    tables: schemas/* array */.YOg(tableSchema),
    migration: manifest_schema_text.exactOptional().meta({ description: 'Schema version, as its migration tool records it.' }),
    newestMarker: schemas/* int */.Whr().min(1).exactOptional(),
});
const snapshotsSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ repository: manifest_schema_text, snapshot: manifest_schema_text, ...sizeFields })).meta({
    description: 'The restic snapshot in each repository from which it is restored.',
});
const managedSchema = schemas/* object */.Ikc({
    name: manifest_schema_text,
    server: manifest_schema_text.meta({ description: 'Version of PostgreSQL.', examples: ['17.2'] }),
    encoding: manifest_schema_text.meta({ description: 'Encoding of its texts, on which their hashes depend.' }),
    roles: schemas/* array */.YOg(manifest_schema_text)
        .meta({ description: 'Roles that its row security policies name: a dump contains no roles.' }),
    tables: schemas/* array */.YOg(tableSchema),
    migration: manifest_schema_text.exactOptional(),
    backups: schemas/* array */.YOg(schemas/* object */.Ikc({ repository: manifest_schema_text, snapshot: manifest_schema_text, bytes: count, stored: sizeFields.stored }))
        .meta({
        description: 'The restic snapshot with its dump in each repository, and the size of the dump.',
    }),
});
const volumeSchema = schemas/* object */.Ikc({
    namespace: manifest_schema_text,
    pvc: manifest_schema_text,
    covered: schemas/* enum */.k5n(['files', 'snapshot', 'database', 'objects', 'not-needed', 'not']).meta({
        description: 'How the backup covers it; `not-needed` is declared for data that can be rebuilt, such as caches.',
    }),
    files: schemas/* object */.Ikc({ count, bytes: count, hash: sha256Schema, unsettled: count, backups: snapshotsSchema })
        .exactOptional()
        .meta({
        description: 'For a volume that is covered as files. `hash`: of (path, SHA-256) of all files that did not change during the backup, in any order; `unsettled`: how many did change.',
    }),
});
const manifestSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    at: schemas/* int */.Whr().min(0).meta({ description: 'When it was made, in ms since the epoch.' }),
    by: schemas/* object */.Ikc({ run: manifest_schema_text, actor: manifest_schema_text }),
    databases: schemas/* array */.YOg(databaseSchema),
    managed: schemas/* array */.YOg(managedSchema).exactOptional().meta({
        description: 'Databases outside of the cluster; each dump contains exactly what was counted, because both read one snapshot.',
    }),
    objectStores: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: manifest_schema_text,
        count,
        bytes: count,
        hash: sha256Schema,
        backups: snapshotsSchema.exactOptional(),
    }))
        .meta({ description: '`hash`: of (path, SHA-256) of all objects in any order.' }),
    redis: schemas/* array */.YOg(schemas/* object */.Ikc({ name: manifest_schema_text, keys: count, unsettled: count, bytes: count }))
        .exactOptional()
        .meta({
        description: 'Redis whose RDB file and list of keys are an encrypted attachment. `unsettled`: how many keys changed during the backup.',
    }),
    volumes: schemas/* array */.YOg(volumeSchema),
    clusterObjects: schemas/* record */.g1P(manifest_schema_text, count).meta({
        description: 'Number of objects of each kind.',
        examples: [{ 'apps/Deployment': 3, ConfigMap: 7 }],
    }),
    images: schemas/* array */.YOg(schemas/* string */.YjP().regex(/@sha256:[0-9a-f]{64}$/, { error: 'is not an image with a digest' })),
    secrets: schemas/* array */.YOg(manifest_schema_text.refine(name => !(0,secrecy/* looksSecret */.n0)(name), { error: 'looks like a secret and not like the name of one' }))
        .meta({ description: 'Names only, never their contents.' }),
    sealedObjects: schemas/* array */.YOg(manifest_schema_text)
        .exactOptional()
        .meta({
        description: 'Objects of the cluster that may hold a secret, by kind and name: they are exported encrypted.',
        examples: [['ConfigMap shop/settings']],
    }),
    attachments: schemas/* array */.YOg(schemas/* object */.Ikc({ name: manifest_schema_text, bytes: count, sha256: sha256Schema }))
        .exactOptional()
        .meta({ description: 'Files beside the manifest; through these hashes, its signature covers them.' }),
    tools: schemas/* record */.g1P(manifest_schema_text, manifest_schema_text).meta({ description: 'Name → version.' }),
});
function parseManifest(content) {
    const result = manifestSchema.safeParse(jsonOf(content));
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    throw notOne(`${issue?.path.join('.') || 'it'}: ${issue?.message}`, result.error);
}
function jsonOf(content) {
    try {
        return JSON.parse(content);
    }
    catch (cause) {
        throw notOne('it is not JSON', cause);
    }
}
const notOne = (problem, cause) => new errors/* UserError */.yo(`the manifest of the backup cannot be read (${problem})`, 'use an unmodified manifest, or another backup set', {
    cause,
});

;// CONCATENATED MODULE: ./.build/js/src/recovery/sets.js



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
        throw new errors/* UserError */.yo(`${store.name} contains no finished backup set of ${owner.app} in ${owner.environment}`, 'make a backup, or choose another repository');
    const content = await store.get(`${folderOf(owner, wanted)}/${manifestFile}`);
    if (content === undefined)
        throw new errors/* UserError */.yo(`${store.name} contains no finished backup set ${wanted} of ${owner.app} in ${owner.environment}`, 'use a value of the output `set` of `backup`');
    const bundle = await store.get(`${folderOf(owner, wanted)}/${bundleFile}`);
    return {
        id: wanted,
        manifest: parseManifest(new TextDecoder().decode(content)),
        content,
        bundle: bundle === undefined ? undefined : new TextDecoder().decode(bundle),
    };
}
const attachmentsOf = (files) => Object.entries(files).map(([name, content]) => ({
    name,
    bytes: content.length,
    sha256: (0,checksum/* sha256Of */.Bj)(content),
}));
async function readFileOf(store, owner, { id, manifest }, name) {
    const expected = manifest.attachments?.find(each => each.name === name);
    if (expected === undefined)
        throw new errors/* UserError */.yo(`the backup set ${id} contains no ${name}`, 'choose a set that contains it');
    const content = await store.get(`${folderOf(owner, id)}/${name}`);
    if (content !== undefined && (0,checksum/* sha256Of */.Bj)(content) === expected.sha256)
        return content;
    throw new errors/* UserError */.yo(`${name} of the backup set ${id} in ${store.name} is ${content === undefined ? 'missing' : 'not what the manifest says'}`, 'use the set from another repository, or another set');
}
async function removeSet(store, owner, id) {
    const names = (await store.list(folderOf(owner, id))).map(({ path }) => path);
    const rank = (path) => Number(!path.endsWith(`/${manifestFile}`));
    for (const path of names.toSorted((a, b) => rank(a) - rank(b)))
        await store.remove(path);
}


/***/ })

};
