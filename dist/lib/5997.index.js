export const id = 5997;
export const ids = [5997,335];
export const modules = {

/***/ 65997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildImages: () => (/* binding */ buildImages)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/toolkit/digest.js
var toolkit_digest = __webpack_require__(55914);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/folder.js
var folder = __webpack_require__(94826);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/image/bases.js
function buildOrder(names, images) {
    const order = new Set();
    const visit = (name) => {
        if (order.has(name))
            return;
        for (const base of images[name]?.bases ?? [])
            visit(base);
        order.add(name);
    };
    for (const name of names)
        visit(name);
    return [...order];
}
function startsWith(child, base) {
    return child.platforms.every(({ platform, layers }) => {
        const below = base.platforms.find(each => each.platform === platform);
        return below?.layers.every(({ digest }, index) => layers[index]?.digest === digest) ?? false;
    });
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
// EXTERNAL MODULE: ./.build/js/src/toolkit/program.js
var program = __webpack_require__(16428);
// EXTERNAL MODULE: ./.build/js/src/toolkit/tools/find.js
var find = __webpack_require__(31949);
// EXTERNAL MODULE: ./.build/js/src/toolkit/tools/pin.js + 6 modules
var pin = __webpack_require__(20335);
// EXTERNAL MODULE: ./.build/js/src/toolkit/child.js
var child = __webpack_require__(83402);
// EXTERNAL MODULE: ./.build/js/src/toolkit/redaction.js
var redaction = __webpack_require__(90501);
;// CONCATENATED MODULE: ./.build/js/src/image/secrets.js


function secretsOf(names, images, env) {
    return names.flatMap(name => Object.entries(images[name]?.secrets ?? {}).map(([id, variable]) => {
        const value = env[variable];
        if (value && value.trim().length >= redaction/* shortestMasked */.Q)
            return value;
        if (value)
            throw new errors/* UserError */.yo(`the secret "${id}" of the image "${name}" comes from ${variable}, which has fewer than ${redaction/* shortestMasked */.Q} characters: too few to mask it in the log`, 'use a longer one, or remove it from `secrets` if it is not a secret');
        throw new errors/* UserError */.yo(`the secret "${id}" of the image "${name}" comes from ${variable}, which is ${value === '' ? 'empty' : 'not set'}`, `set ${variable} in the \`env\` of this step or in its input \`secrets\`; runs for forks get no secrets, and runs for Dependabot only Dependabot secrets`);
    }));
}
function secretArguments(secrets) {
    return Object.entries(secrets).flatMap(([id, variable]) => ['--secret', `id=${id},env=${variable}`]);
}
function hiding(values) {
    return values.length === 0 ? line => line : line => (0,redaction.withoutSecrets)(line, values);
}

;// CONCATENATED MODULE: ./.build/js/src/image/buildx.js


function buildArguments(request) {
    const { args, labels, bases, cache, output, target, platforms, builder } = request;
    const each = (flag, values) => values.flatMap(value => [flag, value]);
    const pairs = (map) => Object.entries(map).map(([name, value]) => `${name}=${value}`);
    const registryCache = (ref, more = {}) => csv({ type: 'registry', ref, ...more });
    return [
        'build',
        ...(builder === undefined ? [] : ['--builder', builder]),
        '--progress=plain',
        '--provenance=false',
        '--sbom=false',
        ...each('--metadata-file', [request.metadata]),
        ...each('--file', [request.dockerfile]),
        ...(target === undefined ? [] : ['--target', target]),
        ...(platforms === undefined ? [] : ['--platform', platforms.join(',')]),
        ...each('--build-arg', pairs(args)),
        ...secretArguments(request.secrets),
        ...each('--label', pairs(labels)),
        ...each('--build-context', bases.flatMap(base => base.names.map(name => `${name}=${sourceOf(base)}`))),
        ...each('--cache-from', (cache?.from ?? []).map(ref => registryCache(ref))),
        ...(cache?.to === undefined
            ? []
            : ['--cache-to', registryCache(cache.to, { mode: 'max', 'ignore-error': 'true' })]),
        '--output',
        outputOf(output, annotationsOf(request)),
        request.context,
    ];
}
function sourceOf({ at, digest }) {
    return 'repository' in at
        ? `docker-image://${at.repository}@${digest}`
        : `oci-layout://${at.folder}@${digest}`;
}
function annotationsOf({ labels, platforms = [] }) {
    const kinds = new Set(platforms).size > 1 ? ['annotation', 'annotation-index'] : ['annotation'];
    return Object.fromEntries(kinds.flatMap(kind => Object.entries(labels).map(([name, value]) => [`${kind}.${name}`, value])));
}
function outputOf(output, annotations) {
    const to = 'folder' in output
        ? { type: 'oci', dest: output.folder, tar: 'false' }
        : {
            type: 'image',
            name: output.repository,
            'push-by-digest': 'true',
            'name-canonical': 'true',
            push: 'true',
        };
    return csv({ ...to, 'rewrite-timestamp': 'true', ...annotations });
}
function csv(fields) {
    return Object.entries(fields)
        .map(([name, value]) => `${name}=${value}`)
        .map(field => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
        .join(',');
}
function findBuildx() {
    const standalone = (0,child/* findOnPath */.a)('buildx');
    if (standalone !== undefined)
        return [standalone];
    const docker = (0,child/* findOnPath */.a)('docker');
    return docker === undefined ? undefined : [docker, 'buildx'];
}
function driverOf(inspected) {
    return /^Driver:\s+(\S+)/m.exec(inspected)?.[1];
}

;// CONCATENATED MODULE: ./.build/js/src/image/builder.js






async function openBuilder({ env, signal, folder, trusted, report }) {
    const search = { found: findBuildx(), folder, env, signal, report };
    const buildx = await (0,find.findTool)(pin.pins.buildx, search);
    const buildxWith = {
        run: (args, options) => (0,program/* runProgram */.mB)([...buildx, ...args], options),
        runForOutput: (args, options) => (0,program/* runForOutput */.kr)([...buildx, ...args], options),
    };
    const say = async (...args) => {
        const { code, stdout, stderr } = await buildxWith.runForOutput(args, { env, signal });
        return { good: code === 0, text: `${stdout}\n${stderr}` };
    };
    const current = await say('inspect');
    if (!current.good)
        throw unusable(current.text);
    const driver = driverOf(current.text);
    if (driver !== 'docker')
        return { name: undefined, ...buildxWith };
    const ours = trusted ? 'slipway' : 'slipway-check';
    if (!(await say('inspect', ours)).good) {
        report(`the current builder cannot push by digest; creating the builder ${ours} in a container`);
        const driverOption = ['--driver-opt', 'network=host'];
        const created = await say('create', '--name', ours, '--driver', 'docker-container', ...driverOption);
        if (!created.good)
            throw unusable(created.text);
    }
    return { name: ours, ...buildxWith };
}
function unusable(said) {
    if (/is not a docker command|unknown command/i.test(said))
        return new errors/* UserError */.yo('docker has no buildx plugin', pin.pins.buildx.remedy);
    const last = (0,printable/* printable */.g$)(said.trim().split('\n').at(-1) ?? '').replace(/^ERROR: /, '');
    return new errors/* UserError */.yo(`buildx has no working builder (${last || 'it printed nothing'})`, 'start Docker, or set up a builder before this step (on GitHub: docker/setup-buildx-action)');
}

// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
;// CONCATENATED MODULE: ./.build/js/src/image/failure.js



class BuildError extends errors/* UserError */.yo {
    tail;
    constructor(problem, remedy, tail) {
        super(problem, remedy);
        this.tail = tail;
    }
}
function explain(image, dockerfile, { error, at, output }) {
    const where = at === undefined ? '' : ` at ${dockerfile}:${at.line} (${shortened(at.instruction, 80)})`;
    const last = output.slice(-3).map(line => shortened(line, 120));
    const said = last.length === 0 ? '' : `, its last lines: ${last.join(' / ')}`;
    return new BuildError(`the image "${image}" cannot be built${where}: ${shortened(error, 300)}${said}`, remedyFor(error, at !== undefined), output.map(printable/* printable */.g$));
}
function remedyFor(error, located) {
    if (/\b(401|403)\b|unauthorized|forbidden|denied|no basic auth|authorization failed/i.test(error)) {
        const hosts = error.match(/[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi) ?? [];
        return hosts.some(reference/* isOfCloud */.vX)
            ? 'log in to the cloud before this step, or keep candidates and base images on ghcr.io, because the builds of the workflows get no OIDC token (docs/clouds.md)'
            : 'log in to that registry before this step, with an account that may do this (on GitHub, give the job `packages: write`)';
    }
    if (/exec format error|no match for platform|does not provide the specified platform/i.test(error))
        return 'build for a platform that the builder and the base image support, or set up emulation (docker/setup-qemu-action)';
    if (/connection refused|no such host|i\/o timeout|dial tcp/i.test(error))
        return 'check the name of the registry, and whether the builder can reach it';
    if (/target stage .* could not be found/.test(error))
        return 'correct `target` in slipway.yml';
    return located
        ? 'fix that line; the log above has its full output'
        : 'read the full output in the log above';
}
function shortened(text, length) {
    const line = (0,printable/* printable */.g$)(text).replace(/\s+/g, ' ').trim();
    return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

// EXTERNAL MODULE: ./.build/js/src/image/labels.js
var labels = __webpack_require__(29600);
;// CONCATENATED MODULE: ./.build/js/src/image/progress.js
const kept = 400;
class BuildProgress {
    #steps = new Set();
    #cached = new Set();
    #tail = [];
    feed(line) {
        const step = /^#(\d+) \[(?:.+ )?\d+\/\d+\] (?!FROM )/.exec(line)?.[1];
        if (step !== undefined)
            this.#steps.add(step);
        const cached = /^#(\d+) (?:CACHED$|sha256:[0-9a-f]{64} )/.exec(line)?.[1];
        if (cached !== undefined)
            this.#cached.add(cached);
        this.#tail.push(line);
        if (this.#tail.length > kept)
            this.#tail.shift();
    }
    get steps() {
        return {
            total: this.#steps.size,
            cached: [...this.#cached].filter(step => this.#steps.has(step)).length,
        };
    }
    failure() {
        return failureOf(this.#tail);
    }
}
function failureOf(lines) {
    const found = lines.findLast(line => line.startsWith('ERROR: ')) ?? lines.at(-1) ?? '';
    const error = found.replace(/^ERROR: /, '').replace(/^(failed to (build|solve): )+/, '');
    const marked = lines.findLastIndex((line, index) => /^\S.*:\d+$/.test(line) && rule.test(lines[index + 1] ?? ''));
    const [, file, number] = /^(.+):(\d+)$/.exec(lines[marked] ?? '') ?? [];
    const instruction = lines.slice(marked).flatMap(line => /^\s*\d+ \| >>> (.*)$/.exec(line)?.[1] ?? [])[0];
    const at = file === undefined || number === undefined
        ? {}
        : { at: { file, line: Number(number), instruction: (instruction ?? '').trim() } };
    return { error, ...at, output: progress_outputOf(lines) };
}
const rule = /^-{4,}$/;
function progress_outputOf(lines) {
    const start = lines.findLastIndex(line => /^ > .*:$/.test(line) && !/^ > (\[internal\]|importing cache)/.test(line));
    if (start < 0)
        return [];
    const end = lines.findIndex((line, index) => index > start && rule.test(line));
    return lines
        .slice(start + 1, end < 0 ? undefined : end)
        .map(line => line.replace(/^\d+\.\d+ /, ''))
        .filter(line => line.trim() !== '')
        .slice(-20);
}

// EXTERNAL MODULE: ./.build/js/src/image/request.js
var image_request = __webpack_require__(15878);
;// CONCATENATED MODULE: ./.build/js/src/image/build.js















async function buildImages(options) {
    const { images, names, output } = options;
    const order = buildOrder(names, images);
    const sources = new Map();
    for (const name of order)
        sources.set(name, await build_sourceOf(name, options));
    if (output !== undefined)
        for (const name of order)
            await requireOurFolder((0,external_node_path_.join)(output, name));
    const hide = hiding(secretsOf(order, images, options.env));
    return (0,folder/* withFolder */.Z)(options.env, 'build', async (work) => {
        const folder = (0,external_node_path_.join)(work, 'buildx');
        const trusted = output === undefined && ['branch', 'tag'].includes(options.git.ref?.kind ?? '');
        const builder = await openBuilder({ ...options, folder, trusted });
        const objection = await options.check?.(sources, builder);
        if (objection !== undefined)
            return { built: {}, reason: objection };
        return buildAll(options, { order, sources, builder, hide, work });
    });
}
async function buildAll(options, { order, sources, builder, hide, work }) {
    const { images, signal } = options;
    const failing = new AbortController();
    const ending = { ...options, signal: AbortSignal.any([signal, failing.signal]) };
    const running = new Map();
    const built = {};
    let failure;
    for (const name of order) {
        const one = async () => {
            const bases = await Promise.all((images[name]?.bases ?? []).map(async (base) => ({ base, built: await running.get(base) })));
            const source = sources.get(name);
            if (source === undefined)
                throw new Error(`${name} has no source`);
            const task = { name, source, bases: bases.filter(isBuilt), builder, hide, work };
            built[name] = await buildOne(ending, task);
            return built[name];
        };
        const promise = one();
        promise.catch(error => {
            failure ??= error;
            failing.abort();
        });
        running.set(name, promise);
    }
    await Promise.allSettled(running.values());
    if (failure === undefined)
        return { built };
    if (!(failure instanceof errors/* UserError */.yo))
        throw failure;
    const tail = failure instanceof BuildError ? failure.tail : [];
    return { built, reason: failure.sentence, tail };
}
async function buildOne(options, task) {
    const { git, signal, env, report, print } = options;
    const { name, builder, work } = task;
    const started = performance.now();
    const metadata = (0,external_node_path_.join)(work, `${name}.json`);
    const built = task.bases.map(({ base, built }) => ({ name: base, ...built }));
    const request = { ...(0,image_request/* requestFor */.pU)(options, name, task.source, built), metadata, builder: builder.name };
    if ('folder' in request.output) {
        await (0,promises_.rm)(request.output.folder, { recursive: true, force: true });
        await (0,promises_.mkdir)(request.output.folder, { recursive: true });
    }
    const progress = new BuildProgress();
    const code = await builder.run(buildArguments(request), {
        env: { ...env, ...(git.time === undefined ? {} : { SOURCE_DATE_EPOCH: String(git.time) }) },
        signal,
        print: said => {
            const line = task.hide(said);
            progress.feed(line);
            if (line.trim() !== '')
                print(`${name}: ${line}`);
        },
    });
    if (code !== 0 && signal.aborted)
        throw new errors/* UserError */.yo('the build was cancelled', 'run it again');
    if (code !== 0)
        throw explain(name, (0,external_node_path_.relative)(options.root, request.dockerfile), progress.failure());
    const digest = await digestIn(metadata);
    const inspected = await options.inspect(request.output, digest);
    const bases = task.bases.map(({ base, built }) => ({
        base,
        digest: built.digest,
        whole: startsWith(inspected, built.inspected),
    }));
    const seconds = (performance.now() - started) / 1000;
    const { total, cached } = progress.steps;
    report(`${name}: ${(0,toolkit_digest/* shortDigests */.s)(digest)} in ${seconds.toFixed(1)} s, ${cached} of ${total} steps cached`);
    for (const { base, digest, whole } of bases) {
        const what = whole ? 'begins with the layers of' : 'does not begin with the layers of';
        report(`${name}: ${what} ${base}, ${(0,toolkit_digest/* shortDigests */.s)(digest)}`);
    }
    return { digest, place: request.output, inspected, seconds, steps: progress.steps, bases };
}
async function build_sourceOf(name, { images, root }) {
    const image = (0,image_request/* imageNamed */.Bd)(images, name);
    const context = (0,external_node_path_.resolve)(root, image.context);
    const dockerfile = (0,external_node_path_.resolve)(context, image.dockerfile);
    const kind = async (path) => {
        const found = await (0,promises_.stat)(path).catch(() => undefined);
        return found?.isDirectory() ? 'folder' : found === undefined ? 'nothing' : 'file';
    };
    if ((await kind(context)) !== 'folder')
        throw new errors/* UserError */.yo(`the folder ${image.context} of the image "${name}" does not exist`, 'correct `context` in slipway.yml, or check the repository out before this step');
    if ((await kind(dockerfile)) === 'file')
        return { context, dockerfile, license: (await (0,labels/* readLicense */.U)(context)) ?? (await (0,labels/* readLicense */.U)(root)) };
    throw new errors/* UserError */.yo(`the image "${name}" has no ${image.dockerfile} in its context "${image.context}"`, 'add it, or set `dockerfile` in slipway.yml');
}
async function requireOurFolder(folder) {
    const entries = await (0,promises_.readdir)(folder).catch((error) => {
        if (error.code === 'ENOENT')
            return [];
        throw new errors/* UserError */.yo(`${folder} is not a folder`, 'choose another one in the input `output`');
    });
    if (entries.length === 0 || entries.includes('oci-layout'))
        return;
    throw new errors/* UserError */.yo(`${folder} contains other files`, 'choose another folder in the input `output`');
}
async function digestIn(metadata) {
    const stated = (0,map/* jsonIn */.Yf)(await (0,promises_.readFile)(metadata, 'utf8'), cause => new Error('buildx wrote no valid metadata', { cause }));
    const digest = (0,map/* isMap */.jh)(stated) ? stated['containerimage.digest'] : undefined;
    if (typeof digest === 'string' && (0,reference/* isDigest */.Bc)(digest))
        return digest;
    throw new Error('buildx reported no digest');
}
function isBuilt(base) {
    return base.built !== undefined;
}


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

/***/ 94826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ withFolder),
/* harmony export */   l: () => (/* binding */ newFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



const newFolder = ({ RUNNER_TEMP }, name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `slipway-${name}-`));
async function withFolder(env, name, use) {
    const folder = await newFolder(env, name);
    try {
        return await use(folder);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 65081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ demandsPinned)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

function demandsPinned({ SLIPWAY_TOOLS: value }) {
    if (value === undefined || value === '')
        return false;
    if (value === 'pinned')
        return true;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`SLIPWAY_TOOLS has an unknown value: ${JSON.stringify(value)}`, 'set it to `pinned`, or remove it');
}


/***/ }),

/***/ 31949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cacheFolder: () => (/* binding */ cacheFolder),
/* harmony export */   findTool: () => (/* binding */ findTool)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16428);
/* harmony import */ var _demand_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65081);
/* harmony import */ var _pin_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20335);







async function findTool(pin, search) {
    const { folder, env, signal, report } = search;
    const found = (0,_demand_js__WEBPACK_IMPORTED_MODULE_5__/* .demandsPinned */ .R)(env) ? undefined : (search.found ?? onPath(pin.name));
    const platform = `${process.platform}-${process.arch}`;
    const version = found === undefined ? undefined : await versionOf(pin, found, search);
    if (signal.aborted)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
    const choice = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.chooseTool)(pin, version, platform);
    if (choice.use === 'path' && found !== undefined) {
        if (choice.warning !== undefined)
            report(choice.warning);
        return found;
    }
    if (choice.use === 'pinned' && choice.note !== undefined)
        report(choice.note);
    const download = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.downloadFor)(pin, platform);
    if (download === undefined)
        throw new Error(`nothing was chosen for ${pin.name} on ${platform}`);
    const { name, version: pinned } = pin;
    const cache = cacheFolder(env);
    const { obtain } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9805), __webpack_require__.e(162)]).then(__webpack_require__.bind(__webpack_require__, 20162));
    const mirrors = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.parseMirrors)(env.SLIPWAY_TOOL_MIRRORS ?? '', 'SLIPWAY_TOOL_MIRRORS');
    return [await obtain(download, { name, version: pinned, cache, folder, mirrors, signal, report })];
}
function onPath(name) {
    const path = (0,_child_js__WEBPACK_IMPORTED_MODULE_2__/* .findOnPath */ .a)(name);
    return path === undefined ? undefined : [path];
}
async function versionOf(pin, found, { asking, env, signal: cancel }) {
    const signal = AbortSignal.any([cancel, AbortSignal.timeout(30_000)]);
    const answer = await (0,_program_js__WEBPACK_IMPORTED_MODULE_4__/* .runForOutput */ .kr)([...found, ...pin.asks], { ...(asking ?? { env }), signal }).catch(() => undefined);
    return answer?.code === 0 ? (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.versionIn)(pin, answer.stdout) : 'unknown';
}
function cacheFolder(env) {
    return (env.RUNNER_TOOL_CACHE || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env.XDG_CACHE_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.cache'), 'slipway'));
}


/***/ }),

/***/ 20335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  addressesOf: () => (/* binding */ addressesOf),
  chooseTool: () => (/* binding */ chooseTool),
  downloadFor: () => (/* binding */ downloadFor),
  parseMirrors: () => (/* binding */ parseMirrors),
  pins: () => (/* binding */ pins),
  versionIn: () => (/* binding */ versionIn)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/input-text.js
var input_text = __webpack_require__(26126);
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/buildx.json
const buildx_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"buildx","version":"0.30.1","from":"0.15.0","why":"Since 0.15, `build --call=check` runs BuildKit\'s own checks of a Dockerfile.","unknown":"warn","remedy":"install Docker with Buildx (on GitHub: docker/setup-buildx-action before this step)","asks":["version"],"says":"^github\\\\.com/docker/buildx v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From checksums.txt of the release, as in Docker\'s official image; the one for x64 is the same in nixpkgs.","files":{"linux-x64":{"url":"https://github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-amd64","sha256":"c37114fcd034025ec68e224657c8a5a850df472ded3ddcbca75ad3a7ebb9710d"},"linux-arm64":{"url":"https://github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-arm64","sha256":"31d012d52d6df68aef4b55db62330967b562811f0de30cdfaa4505f314797c76"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/cosign.json
const cosign_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"cosign","version":"3.1.3","from":"3.1.0","below":"4.0.0","oldest":"3.0.0","why":"Since 3.0, a signing configuration names the services, and bundles are the default format. 3.0 cannot write attestations to Rekor 2.","unknown":"refuse","asks":["version","--json"],"says":"\\"gitVersion\\": *\\"v(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From a copy of cosign_checksums.txt of the release, which agrees with public repositories that verify the download; the original file was not reachable.","files":{"linux-x64":{"url":"https://github.com/sigstore/cosign/releases/download/v3.1.3/cosign-linux-amd64","sha256":"4629c757b7618056f8ddd7e2625ae9fdd94c0372a65049520bc7d9df9efc7f71"},"linux-arm64":{"url":"https://github.com/sigstore/cosign/releases/download/v3.1.3/cosign-linux-arm64","sha256":"c5d324e091826b0d7a78eb16fef316450b4eb9aaec045611c08ba06f5e73220a"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/helm.json
const helm_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"helm","version":"4.3.0","from":"4.0.0","below":"5.0.0","why":"Charts are tested with 4.3. An older Helm has other Kubernetes versions and functions for templates, and the same commit must render the same objects everywhere.","unknown":"warn","asks":["version","--template={{.Version}}"],"says":"^v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources, such as the installers of Argo CD; the project publishes them in a file with .sha256sum next to each archive.","files":{"linux-x64":{"url":"https://get.helm.sh/helm-v4.3.0-linux-amd64.tar.gz","sha256":"86584a54def73570558f66f5111cc53dfed56689637ae32c1201205d494f54fb","member":"linux-amd64/helm"},"linux-arm64":{"url":"https://get.helm.sh/helm-v4.3.0-linux-arm64.tar.gz","sha256":"31c5794dd55c66a51e6b7d2e2ac7a114ae8b1de41ff1d9ba51748ac973b06a08","member":"linux-arm64/helm"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/kubectl.json
const kubectl_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"kubectl","version":"1.36.3","from":"1.0.0","why":"Every version supports the requests of Slipway, so the version on the PATH is not checked.","unknown":"warn","asks":["version","--client","--output=json"],"says":"\\"gitVersion\\": *\\"v(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From the kubectl.sha256 next to each program, as in kubespray.","files":{"linux-x64":{"url":"https://dl.k8s.io/release/v1.36.3/bin/linux/amd64/kubectl","sha256":"ebbd080e7c2e275093b55915722043257eb24004363e20acb3c4d71919f88336"},"linux-arm64":{"url":"https://dl.k8s.io/release/v1.36.3/bin/linux/arm64/kubectl","sha256":"3d86f24401c41ae5a46ac50eef8865fe891d3647d324a0836f6c63757a126e62"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/restic.json
const restic_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"restic","version":"0.18.1","from":"0.18.0","below":"0.19.0","why":"Since 0.18, `check` prints its result as JSON. The output format is known up to 0.18.","unknown":"refuse","asks":["version"],"says":"^restic (\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources that verify the download, some of which cite the project\'s SHA256SUMS; that file was not reachable.","files":{"linux-x64":{"url":"https://github.com/restic/restic/releases/download/v0.18.1/restic_0.18.1_linux_amd64.bz2","sha256":"680838f19d67151adba227e1570cdd8af12c19cf1735783ed1ba928bc41f363d"},"linux-arm64":{"url":"https://github.com/restic/restic/releases/download/v0.18.1/restic_0.18.1_linux_arm64.bz2","sha256":"87f53fddde38764095e9c058a3b31834052c37e5826d2acf34e18923c006bd45"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/trivy.json
const trivy_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"trivy","version":"0.74.0","from":"0.74.0","below":"0.75.0","oldest":"0.70.0","why":"Reports are tested with 0.74. Versions 0.69.4 to 0.69.6 were published by an attacker, so no version before 0.70 and no unknown version is run.","unknown":"refuse","asks":["--version"],"says":"^Version: v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources; the project publishes them in trivy_0.74.0_checksums.txt next to the archives.","files":{"linux-x64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz","sha256":"2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a","member":"trivy"},"linux-arm64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-ARM64.tar.gz","sha256":"b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5","member":"trivy"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/pin.js








const pins = { kubectl: kubectl_namespaceObject, helm: helm_namespaceObject, buildx: buildx_namespaceObject, trivy: trivy_namespaceObject, cosign: cosign_namespaceObject, restic: restic_namespaceObject };
function downloadFor({ files }, platform) {
    const file = Object.hasOwn(files, platform) ? files[platform] : undefined;
    return file === undefined || file.sha256 === null ? undefined : { ...file, sha256: file.sha256 };
}
function chooseTool(pin, found, platform) {
    const { name, version, from, below, oldest = from } = pin;
    const known = found === undefined || found === 'unknown' ? undefined : found;
    if (known !== undefined && !older(known, from) && (below === undefined || older(known, below)))
        return { use: 'path' };
    const range = below === undefined ? `${from} or newer` : `${from} or newer, below ${below}`;
    const other = found === undefined
        ? undefined
        : `${name} ${known ?? 'of an unknown version'} on the PATH is not supported (required: ${range})`;
    if (other !== undefined && known === undefined && pin.unknown === 'warn')
        return { use: 'path', warning: `${other}; it is used anyway, and may behave differently` };
    if (downloadFor(pin, platform) !== undefined)
        return { use: 'pinned', ...(other === undefined ? {} : { note: `${other}, so it is not used` }) };
    const remedy = pin.remedy ?? `install ${name} ${version} in a step before this one, so that it is on the PATH`;
    if (other === undefined) {
        const why = Object.hasOwn(pin.files, platform)
            ? 'it is not downloaded, because its checksum is unknown'
            : `there is no download for ${platform}`;
        throw new errors/* UserError */.yo(`${name} is not on the PATH, and ${why}`, remedy);
    }
    if (known === undefined ? pin.unknown === 'refuse' : older(known, oldest))
        throw new errors/* UserError */.yo(`${other}${known === undefined ? '' : `; no version before ${oldest} can be used`}`, remedy);
    return { use: 'path', warning: `${other}; it is used anyway, and may behave differently` };
}
function versionIn({ says }, text) {
    const version = new RegExp(says, 'm').exec(text)?.[1];
    return version === undefined || version === '0.0.0' ? 'unknown' : version;
}
const older = (one, other) => one.localeCompare(other, 'en', { numeric: true }) < 0;
function addressesOf(url, mirrors) {
    const { host, pathname } = new URL(url);
    return mirrors.length === 0
        ? [url]
        : mirrors.map(mirror => `${mirror.replace(/\/+$/, '')}/${host}${pathname}`);
}
function parseMirrors(text, setting) {
    const mirrors = (0,input_text/* listed */.KE)(text);
    for (const [index, mirror] of mirrors.entries()) {
        const url = URL.canParse(mirror) ? new URL(mirror) : undefined;
        const remedy = 'write an address such as https://mirror.example.com/tools';
        if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
            throw new errors/* UserError */.yo(`${setting} has an invalid address at position ${index + 1}`, remedy);
        if (url.username !== '' || url.password !== '')
            throw new errors/* UserError */.yo(`${setting} has an address with a password at position ${index + 1}`, 'remove the user and password; mirrors are used without credentials');
    }
    return mirrors;
}


/***/ })

};
