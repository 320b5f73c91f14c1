export const id = 439;
export const ids = [439];
export const modules = {

/***/ 2439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildAction: () => (/* binding */ buildAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(3114);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
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
        return below?.layers.every((layer, index) => layers[index] === layer) ?? false;
    });
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(2315);
// EXTERNAL MODULE: ./.build/js/src/toolkit/program.js
var program = __webpack_require__(6428);
// EXTERNAL MODULE: ./.build/js/src/toolkit/child.js
var child = __webpack_require__(3402);
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
        ...each('--label', pairs(labels)),
        ...each('--build-context', bases.flatMap(base => base.names.map(name => `${name}=${sourceOf(base)}`))),
        ...each('--cache-from', (cache?.from ?? []).map(ref => registryCache(ref))),
        ...(cache?.to === undefined
            ? []
            : ['--cache-to', registryCache(cache.to, { mode: 'max', 'ignore-error': 'true' })]),
        '--output',
        outputOf(output),
        request.context,
    ];
}
function sourceOf({ at, digest }) {
    return 'repository' in at
        ? `docker-image://${at.repository}@${digest}`
        : `oci-layout://${at.folder}@${digest}`;
}
function outputOf(output) {
    if ('folder' in output)
        return csv({ type: 'oci', dest: output.folder, tar: 'false', 'rewrite-timestamp': 'true' });
    return csv({
        type: 'image',
        name: output.repository,
        'push-by-digest': 'true',
        'name-canonical': 'true',
        push: 'true',
        'rewrite-timestamp': 'true',
    });
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
    if (docker !== undefined)
        return [docker, 'buildx'];
    throw new errors/* UserError */.yo('there is neither buildx nor docker on PATH', withBuildx);
}
const withBuildx = 'install Docker with Buildx (on GitHub: docker/setup-buildx-action before this step)';
function driverOf(inspected) {
    return /^Driver:\s+(\S+)/m.exec(inspected)?.[1];
}

;// CONCATENATED MODULE: ./.build/js/src/image/builder.js




const ours = 'slipway';
async function openBuilder(env, signal, report) {
    const buildx = findBuildx();
    const run = (args, options) => (0,program/* runProgram */.m)([...buildx, ...args], options);
    const say = async (...args) => {
        const { code, stdout, stderr } = await (0,program/* ask */.k)([...buildx, ...args], { env, signal });
        return { good: code === 0, text: `${stdout}\n${stderr}` };
    };
    const current = await say('inspect');
    if (!current.good)
        throw unusable(current.text);
    const driver = driverOf(current.text);
    if (driver !== 'docker')
        return { name: undefined, run };
    if (!(await say('inspect', ours)).good) {
        report(`the current builder cannot push by digest; creating the builder ${ours} in a container`);
        const driverOption = ['--driver-opt', 'network=host'];
        const created = await say('create', '--name', ours, '--driver', 'docker-container', ...driverOption);
        if (!created.good)
            throw unusable(created.text);
    }
    return { name: ours, run };
}
function unusable(said) {
    if (/is not a docker command|unknown command/i.test(said))
        return new errors/* UserError */.yo('docker lacks its plugin buildx', withBuildx);
    const last = (0,printable/* printable */.g)(said.trim().split('\n').at(-1) ?? '').replace(/^ERROR: /, '');
    return new errors/* UserError */.yo(`buildx has no builder that works (${last || 'it says nothing'})`, 'start Docker, or set a builder up before this step (on GitHub: docker/setup-buildx-action)');
}

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
    return new BuildError(`the image "${image}" cannot be built${where}: ${shortened(error, 300)}${said}`, remedyFor(error, at !== undefined), output.map(printable/* printable */.g));
}
function remedyFor(error, located) {
    if (/\b(401|403)\b|unauthorized|forbidden|denied|no basic auth|authorization failed/i.test(error))
        return 'log in to that registry before this step, with an account that may do this (on GitHub: permissions packages: write)';
    if (/exec format error|no match for platform|does not provide the specified platform/i.test(error))
        return 'build for a platform that the builder and the base image have, or set up emulation (docker/setup-qemu-action)';
    if (/connection refused|no such host|i\/o timeout|dial tcp/i.test(error))
        return 'check the name of the registry, and whether the builder has a way to it';
    if (/target stage .* could not be found/.test(error))
        return 'correct `target` in slipway.yml';
    return located ? 'mend that line; the log above has all that it printed' : 'the log above has all of it';
}
function shortened(text, length) {
    const line = (0,printable/* printable */.g)(text).replace(/\s+/g, ' ').trim();
    return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

;// CONCATENATED MODULE: ./.build/js/src/image/progress.js
const kept = 400;
class Progress {
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

// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(5898);
// EXTERNAL MODULE: ./.build/js/src/image/tags.js
var image_tags = __webpack_require__(9662);
;// CONCATENATED MODULE: ./.build/js/src/image/cache.js

function planCache({ ref, defaultBranch = 'main' }) {
    const own = ref?.kind === 'branch' ? ref.name : undefined;
    const base = ref?.kind === 'pull-request' ? ref.base : undefined;
    const from = [own, base, defaultBranch].flatMap(branch => (branch === undefined ? [] : cacheTag(branch)));
    return { from: [...new Set(from)], ...(own === undefined ? {} : { to: cacheTag(own) }) };
}
function cacheTag(branch) {
    return (0,image_tags/* sanitizeTag */.iP)(branch, 'cache-');
}

;// CONCATENATED MODULE: ./.build/js/src/image/request.js



function requestFor({ images, output, cache, git, version }, name, source, bases) {
    const image = images[name];
    if (image === undefined)
        throw new Error(`${name} is not in slipway.yml`);
    const candidate = (0,reference/* candidateOf */.RH)(image.repository);
    const plan = planCache(git);
    const place = output === undefined ? { repository: candidate } : { folder: (0,external_node_path_.resolve)(output, name) };
    return {
        ...source,
        target: image.target,
        platforms: image.platforms,
        args: image.args,
        labels: labelsOf(git, version),
        bases: bases.map(({ name: base, digest, place: at }) => {
            const repository = images[base]?.repository;
            return { names: repository === undefined ? [base] : [base, repository], digest, at };
        }),
        cache: cache && output === undefined
            ? {
                from: plan.from.map(tag => `${candidate}:${tag}`),
                to: plan.to === undefined ? undefined : `${candidate}:${plan.to}`,
            }
            : undefined,
        output: place,
    };
}
function labelsOf({ revision, source, time }, version) {
    const created = time === undefined ? undefined : new Date(time * 1000).toISOString().replace('.000Z', 'Z');
    const labels = { created, revision, source, version };
    return Object.fromEntries(Object.entries(labels).flatMap(([name, value]) => value === undefined ? [] : [[`org.opencontainers.image.${name}`, value]]));
}

;// CONCATENATED MODULE: ./.build/js/src/image/build.js











async function buildImages(options) {
    const { images, names, output, signal, report } = options;
    const order = buildOrder(names, images);
    const sources = new Map();
    for (const name of order)
        sources.set(name, await build_sourceOf(name, options));
    if (output !== undefined)
        for (const name of order)
            await mustBeOurs((0,external_node_path_.join)(output, name));
    const builder = await openBuilder(options.env, signal, report);
    const work = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'slipway-build-'));
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
            built[name] = await buildOne(ending, { name, source, bases: bases.filter(isBuilt), builder, work });
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
    await (0,promises_.rm)(work, { recursive: true, force: true });
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
    const request = {
        ...requestFor(options, name, task.source, task.bases.map(({ base, built }) => ({ name: base, ...built }))),
        metadata,
        builder: builder.name,
    };
    if ('folder' in request.output) {
        await (0,promises_.rm)(request.output.folder, { recursive: true, force: true });
        await (0,promises_.mkdir)(request.output.folder, { recursive: true });
    }
    const progress = new Progress();
    const code = await builder.run(buildArguments(request), {
        env: { ...env, ...(git.time === undefined ? {} : { SOURCE_DATE_EPOCH: String(git.time) }) },
        signal,
        print: line => {
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
    report(`${name}: ${digest} in ${seconds.toFixed(1)} s, ${cached} of ${total} steps cached`);
    for (const { base, digest, whole } of bases) {
        const what = whole ? 'begins with the layers of' : 'does not begin with the layers of';
        report(`${name}: ${what} ${base}, ${digest}`);
    }
    return { digest, place: request.output, inspected, seconds, steps: progress.steps, bases };
}
async function build_sourceOf(name, { images, root }) {
    const image = images[name];
    if (image === undefined)
        throw new Error(`${name} is not in slipway.yml`);
    const context = (0,external_node_path_.resolve)(root, image.context);
    const dockerfile = (0,external_node_path_.resolve)(context, image.dockerfile);
    const kind = async (path) => {
        const found = await (0,promises_.stat)(path).catch(() => undefined);
        return found?.isDirectory() ? 'folder' : found === undefined ? 'nothing' : 'file';
    };
    if ((await kind(context)) !== 'folder') {
        throw new errors/* UserError */.yo(`the folder ${image.context} of the image "${name}" does not exist`, 'correct `context` in slipway.yml, or check the repository out before this step');
    }
    if ((await kind(dockerfile)) === 'file')
        return { context, dockerfile };
    throw new errors/* UserError */.yo(`the image "${name}" has no ${image.dockerfile} in ${image.context}`, 'add it, or name it with `dockerfile` in slipway.yml');
}
async function mustBeOurs(folder) {
    const entries = await (0,promises_.readdir)(folder).catch((error) => {
        if (error.code === 'ENOENT')
            return [];
        throw new errors/* UserError */.yo(`${folder} is not a folder`, 'name another one with the `output` input');
    });
    if (entries.length === 0 || entries.includes('oci-layout'))
        return;
    throw new errors/* UserError */.yo(`${folder} holds something else`, 'name another folder with the `output` input');
}
async function digestIn(metadata) {
    const { 'containerimage.digest': digest } = JSON.parse(await (0,promises_.readFile)(metadata, 'utf8'));
    if (typeof digest === 'string' && (0,reference/* isDigest */.Bc)(digest))
        return digest;
    throw new Error('buildx reported no digest');
}
function isBuilt(base) {
    return base.built !== undefined;
}

;// CONCATENATED MODULE: ./.build/js/src/image/git.js


async function readGit(env, folder) {
    const git = (...args) => runGit(folder, args);
    const known = env.GITHUB_REF === undefined ? await gitOfFolder(git) : gitOfGitHub(env, await readEvent(env));
    const time = seconds(env.SOURCE_DATE_EPOCH) ?? seconds(await git('log', '-1', '--format=%ct', 'HEAD'));
    return { ...known, ...(time === undefined ? {} : { time }) };
}
function gitOfGitHub(env, event) {
    const { GITHUB_REF = '', GITHUB_SHA, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_EVENT_NAME } = env;
    const base = env.GITHUB_BASE_REF ? { base: env.GITHUB_BASE_REF } : {};
    const pull = /^refs\/pull\/(\d+)\//.exec(GITHUB_REF)?.[1];
    const number = pull === undefined ? event.number : Number(pull);
    const named = /^refs\/(heads|tags)\/(.+)$/.exec(GITHUB_REF);
    let ref;
    if (number !== undefined && (pull !== undefined || GITHUB_EVENT_NAME === 'pull_request_target'))
        ref = { kind: 'pull-request', number, ...base };
    else if (named?.[2] !== undefined)
        ref = { kind: named[1] === 'tags' ? 'tag' : 'branch', name: named[2] };
    return {
        ...(ref === undefined ? {} : { ref }),
        ...(GITHUB_SHA ? { revision: GITHUB_SHA } : {}),
        ...(GITHUB_SERVER_URL && GITHUB_REPOSITORY
            ? { source: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` }
            : {}),
        ...(event.defaultBranch === undefined ? {} : { defaultBranch: event.defaultBranch }),
    };
}
async function readEvent(env) {
    let payload;
    try {
        payload = JSON.parse(await (0,promises_.readFile)(env.GITHUB_EVENT_PATH ?? '', 'utf8'));
    }
    catch {
        return {};
    }
    const { number, repository } = payload;
    const branch = repository?.default_branch;
    return {
        ...(typeof number === 'number' ? { number } : {}),
        ...(typeof branch === 'string' && branch !== '' ? { defaultBranch: branch } : {}),
    };
}
async function gitOfFolder(git) {
    const [revision, tag, branch, remote] = await Promise.all([
        git('rev-parse', 'HEAD'),
        git('describe', '--exact-match', '--tags', 'HEAD'),
        git('symbolic-ref', '--short', 'HEAD'),
        git('remote', 'get-url', 'origin'),
    ]);
    const source = git_sourceOf(remote);
    const named = branch === '' ? tag : branch;
    return {
        ...(named === '' ? {} : { ref: { kind: branch === '' ? 'tag' : 'branch', name: named } }),
        ...(revision === '' ? {} : { revision }),
        ...(source === undefined ? {} : { source }),
    };
}
function git_sourceOf(remote) {
    const ssh = /^(?:ssh:\/\/)?[\w.-]+@([\w.-]+)(?::\d+\/|[:/])(.+?)(?:\.git)?$/.exec(remote);
    if (ssh !== null)
        return `https://${ssh[1]}/${ssh[2]}`;
    if (!/^https?:\/\//.test(remote) || !URL.canParse(remote))
        return undefined;
    const { protocol, host, pathname } = new URL(remote);
    return `${protocol}//${host}${pathname.replace(/\.git$/, '')}`;
}
async function runGit(folder, args) {
    const options = { cwd: folder, env: process.env, signal: AbortSignal.timeout(10_000) };
    const answer = await (0,program/* ask */.k)(['git', ...args], options).catch(() => undefined);
    return answer?.code === 0 ? answer.stdout.trim() : '';
}
function seconds(text) {
    return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}

// EXTERNAL MODULE: ./.build/js/src/image/selection.js
var selection = __webpack_require__(4469);
// EXTERNAL MODULE: ./.build/js/src/registry/client.js + 6 modules
var client = __webpack_require__(9150);
// EXTERNAL MODULE: ./.build/js/src/registry/contents.js
var contents = __webpack_require__(3931);
// EXTERNAL MODULE: ./.build/js/src/registry/layout.js
var layout = __webpack_require__(2567);
;// CONCATENATED MODULE: ./.build/js/src/registry/inspect.js



async function inspectIn(registry, place, digest) {
    const tree = 'repository' in place
        ? await registry.tree(place.repository, digest)
        : await (0,layout/* layoutTree */.TA)(place.folder, { digest, mediaType: '' });
    if (tree !== undefined)
        return (0,contents/* inspected */._9)(tree);
    const where = 'repository' in place ? place.repository : place.folder;
    throw new errors/* UserError */.yo(`${where} does not hold ${digest}, which was just built there`, 'run the step again');
}

// EXTERNAL MODULE: ./.build/js/src/report/images.js
var report_images = __webpack_require__(3732);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js
var host = __webpack_require__(9800);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(1648);
;// CONCATENATED MODULE: ./.build/js/src/actions/build.js












const buildAction = (0,host/* defineAction */.QP)({
    name: 'build',
    description: 'Build the images with Buildx, and push them by digest to their candidate repositories.',
    inputs: {
        config: actions_inputs/* config */.$W,
        images: {
            description: 'Names of images in slipway.yml, with commas between them. Default: all. What they are built from comes along.',
            default: '',
        },
        push: {
            description: 'Push to `<repository>-candidate`; `false` writes image layouts into `output`.',
            default: 'true',
        },
        output: {
            description: 'Folder for OCI image layouts, `<output>/<name>/`, when `push` is `false`.',
            default: '',
        },
        cache: {
            description: "Keep BuildKit's cache in the candidate repository, as `cache-<branch>`. Only with `push`; pull requests read it alone.",
            default: 'true',
        },
    },
    outputs: {
        images: 'JSON map from image names to digests: what was built.',
        tags: 'JSON list of the tags for this commit, such as `["1.4.2", "sha-1a2b3c4"]`, for `push`.',
        version: 'The first of the tags.',
        size: 'JSON map from image names to compressed bytes by platform.',
        reason: 'Why it was refused or failed, in one sentence; empty when it did not.',
    },
    refused: { images: '{}', tags: '[]', size: '{}' },
    run: async (inputs, host) => {
        const config = await (0,load/* loadConfig */.Z)(inputs.config);
        const names = (0,selection/* parseImageNames */.HC)(inputs.images, config.images);
        const output = build_outputOf(actions_inputs/* flag */.Jt('push', inputs.push), inputs.output);
        const cache = actions_inputs/* flag */.Jt('cache', inputs.cache);
        const root = (0,external_node_path_.resolve)((0,external_node_path_.dirname)(inputs.config));
        const git = await readGit(host.env, root);
        const { version, tags } = (0,image_tags/* planTags */.Vd)(git);
        const signal = host.cancellation();
        const registry = new client/* RegistryClient */.b({ signal });
        const result = await host.quote('Build', print => buildImages({
            images: config.images,
            names,
            root,
            output,
            cache,
            git,
            version,
            env: host.env,
            signal,
            inspect: (place, digest) => inspectIn(registry, place, digest),
            report: host.report,
            print,
        }));
        const built = Object.entries(result.built);
        const sizes = built.map(([name, { inspected }]) => [
            name,
            Object.fromEntries(inspected.platforms.map(({ platform, bytes }) => [platform, bytes])),
        ]);
        host.output('images', JSON.stringify(Object.fromEntries(built.map(([name, { digest }]) => [name, digest]))));
        host.output('tags', JSON.stringify(tags));
        host.output('version', version);
        host.output('size', JSON.stringify(Object.fromEntries(sizes)));
        host.output('reason', result.reason ?? '');
        await host.summary((0,report_images/* buildSummary */.f)(config.app, version, result));
        if (result.reason !== undefined)
            host.report(result.reason);
        return result.reason === undefined;
    },
});
function build_outputOf(push, folder) {
    if (push && folder !== '') {
        const problem = 'the input `output` is for image layouts, and `push` is true';
        throw new errors/* UserError */.yo(problem, 'leave `output` out, or set `push` to false');
    }
    if (!push && folder === '')
        throw new errors/* UserError */.yo('the input `push` is false and `output` is missing', 'name a folder with `output`');
    return push ? undefined : (0,external_node_path_.resolve)(folder);
}


/***/ }),

/***/ 4469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ parseImageNames),
/* harmony export */   M: () => (/* binding */ parseImagesInput),
/* harmony export */   xx: () => (/* binding */ parseDigestsInput)
/* harmony export */ });
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4182);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(630);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5898);




const form = 'write a JSON map such as {"shop": "sha256:…"}';
function parseImagesInput(text, images) {
    const entries = Object.entries(parseMap(text));
    if (entries.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input names no image', form);
    return Object.fromEntries(entries.map(([name, value]) => [name, select(name, value, images)]));
}
function parseImageNames(text, images) {
    const names = text
        .split(',')
        .map(name => name.trim())
        .filter(name => name !== '');
    if (names.length === 0)
        return Object.keys(images);
    const unknown = names.find(name => !Object.hasOwn(images, name));
    if (unknown === undefined)
        return [...new Set(names)];
    const problem = `the \`images\` input names "${unknown}", which is not in slipway.yml`;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .ZA)(unknown, Object.keys(images)));
}
function parseDigestsInput(text, images) {
    const plain = Object.entries(parseMap(text)).find(([name, value]) => Object.hasOwn(images, name) && !(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(String(value).replace(/^.*@/, '')));
    if (plain !== undefined) {
        const [name, value] = plain;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives no digest for "${name}", but ${JSON.stringify(value).slice(0, 120)}`, 'give the digest, as `build` has it in its output `images`');
    }
    return Object.fromEntries(Object.entries(parseImagesInput(text, images)).flatMap(([name, image]) => 'digest' in image ? [[name, image]] : []));
}
function parseMap(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input is not JSON', form, { cause: error });
    }
    if ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(value))
        return value;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input is not a JSON map', form);
}
function select(name, value, images) {
    const image = Object.hasOwn(images, name) ? images[name] : undefined;
    if (image === undefined) {
        const problem = `the \`images\` input names "${name}", which is not in slipway.yml`;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .ZA)(name, Object.keys(images)));
    }
    if (typeof value !== 'string')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives no text for "${name}"`, form);
    const repository = (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(image.repository);
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(value))
        return { repository, digest: value };
    if (/^sha(256|512):/.test(value)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives "${name}" no whole digest, but ${value.slice(0, 80)}`, 'give sha256: and its 64 hexadecimal digits');
    }
    const reference = (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(value);
    if (reference.repository !== repository) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input takes "${name}" from ${reference.repository}, but slipway.yml takes it from ${repository}`, 'name the same repository in both');
    }
    if (reference.digest !== undefined)
        return { repository, digest: reference.digest };
    if (reference.tag !== undefined)
        return { repository, tag: reference.tag };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives neither a tag nor a digest for "${name}"`, 'add :tag or @sha256:…, or give the digest alone');
}


/***/ }),

/***/ 9662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vd: () => (/* binding */ planTags),
/* harmony export */   iP: () => (/* binding */ sanitizeTag),
/* harmony export */   tf: () => (/* binding */ parseTagsInput)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5898);


const longest = 128;
function planTags(git) {
    const version = versionOf(git.ref);
    const commit = git.revision === undefined ? [] : [`sha-${git.revision.slice(0, 7)}`];
    return { version, tags: [...new Set([version, ...commit])] };
}
function sanitizeTag(text, prefix = '') {
    const tag = `${prefix}${text.replace(/[^A-Za-z0-9_.-]+/g, '-')}`.replace(/^[.-]+/, '').slice(0, longest);
    return tag === '' ? 'dev' : tag;
}
function parseTagsInput(text) {
    const tags = text.trimStart().startsWith('[')
        ? parseList(text)
        : text
            .split(',')
            .map(tag => tag.trim())
            .filter(tag => tag !== '');
    if (tags.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `tags` input names no tag', form);
    const wrong = tags.find(tag => typeof tag !== 'string' || !(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isTag */ .dz)(tag));
    if (wrong === undefined)
        return [...new Set(tags)];
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${JSON.stringify(wrong).slice(0, 140)} in the \`tags\` input is not a tag`, 'write at most 128 letters, digits, ".", "_" and "-", the first a letter, a digit or "_"');
}
const form = 'write a JSON list such as ["1.4.2"], or names with commas between them';
function parseList(text) {
    try {
        const value = JSON.parse(text);
        if (Array.isArray(value))
            return value;
    }
    catch { }
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `tags` input is not a JSON list', form);
}
function versionOf(ref) {
    if (ref === undefined)
        return 'dev';
    if (ref.kind === 'pull-request')
        return `pr-${ref.number}`;
    return sanitizeTag(ref.kind === 'tag' ? ref.name.replace(/^v(?=\d)/, '') : ref.name);
}


/***/ }),

/***/ 2567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T4: () => (/* binding */ readLayout),
/* harmony export */   TA: () => (/* binding */ layoutTree),
/* harmony export */   Xp: () => (/* binding */ fetchLayout)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6466);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2317);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3931);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9532);
/* harmony import */ var _parallel_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8530);
/* harmony import */ var _verified_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(81);










const atOnce = 4;
async function fetchLayout(registry, reference, folder) {
    const { repository, digest } = reference;
    const tree = await registry.tree(repository, digest);
    if (tree === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${repository} has no image ${digest}`, 'build it first, or correct the digest in the `images` input');
    await mustBeFree(folder);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder), { recursive: true });
    const partial = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(folder)}-`));
    try {
        for (const algorithm of ['sha256', 'sha512'])
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(partial, 'blobs', algorithm), { recursive: true });
        await (0,_parallel_js__WEBPACK_IMPORTED_MODULE_9__/* .eachOf */ .p)(tree.blobs, atOnce, blob => (0,_verified_js__WEBPACK_IMPORTED_MODULE_8__/* .restarting */ .Os)(repository, registry.options, async () => (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(await registry.openBlob(repository, blob), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(blobPath(partial, blob.digest)))));
        for (const manifest of tree.manifests)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(blobPath(partial, manifest.digest), manifest.body);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(partial, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(partial, 'index.json'), indexOf(tree.root));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(partial, folder);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(partial, { recursive: true, force: true });
        throw error;
    }
}
async function readLayout(folder) {
    const root = await rootOf(folder);
    const tree = await layoutTree(folder, root);
    if (tree === undefined)
        throw notWhole(folder);
    if (tree.images.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${folder} holds no image that runs`, 'build it again');
    const platforms = tree.images.map(({ platform = 'unknown', digest }) => {
        const found = tree.manifests.find(each => each.digest === digest);
        return {
            platform,
            manifest: { mediaType: found?.mediaType ?? '', digest, size: found?.body.length ?? 0 },
        };
    });
    return { folder, digest: root.digest, platforms };
}
async function rootOf(folder) {
    let entries;
    try {
        const { manifests } = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'index.json'), 'utf8'));
        entries = Array.isArray(manifests) ? manifests : [];
    }
    catch (error) {
        throw notWhole(folder, error);
    }
    const roots = new Map();
    for (const entry of entries) {
        const { digest = '', mediaType = '' } = entry ?? {};
        if ((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .isDigest */ .Bc)(digest))
            roots.set(digest, { digest, mediaType });
    }
    const [only] = roots.values();
    if (only !== undefined && roots.size === 1)
        return only;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${folder} holds ${roots.size} images and not one`, 'let `build` write the layout, or buildx with --output type=oci,tar=false');
}
function notWhole(folder, cause) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${folder} is not a whole OCI image layout`, 'build it again', { cause });
}
function layoutTree(folder, root) {
    return (0,_contents_js__WEBPACK_IMPORTED_MODULE_6__/* .readTree */ .Zc)(layoutSource(folder), root, folder);
}
function layoutSource(folder) {
    const read = async (digest) => {
        const body = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(blobPath(folder, digest)).catch(() => undefined);
        if (body === undefined || (0,_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .fits */ .lA)(body, digest))
            return body;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${folder} holds something else than ${digest}`, 'build it again');
    };
    return {
        config: read,
        manifest: async (digest, type) => {
            const body = await read(digest);
            return body && { digest, mediaType: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .parseManifest */ .Ng)(body, type)?.mediaType ?? type, body };
        },
    };
}
function indexOf({ mediaType, digest, body }) {
    return JSON.stringify({
        schemaVersion: 2,
        mediaType: 'application/vnd.oci.image.index.v1+json',
        manifests: [{ mediaType, digest, size: body.length }],
    });
}
function blobPath(folder, digest) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'blobs', ...digest.split(':'));
}
async function mustBeFree(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder).catch((error) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return [];
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${folder} cannot be used for an image layout`, 'name another folder', {
            cause: error,
        });
    });
    if (entries.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`the folder ${folder} for an image layout is not empty`, 'name another folder');
}


/***/ }),

/***/ 8530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ eachOf)
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


/***/ }),

/***/ 3732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ buildSummary),
/* harmony export */   t: () => (/* binding */ pushSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);

function buildSummary(app, version, { built, reason, tail }) {
    const rows = Object.entries(built).flatMap(([name, image]) => image.inspected.platforms.map(({ platform, bytes }) => [
        name,
        image.digest,
        platform,
        megabytes(bytes),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(image.seconds * 1000),
        `${image.steps.cached} of ${image.steps.total}`,
    ]));
    const bases = Object.entries(built).flatMap(([name, image]) => image.bases.map(({ base, digest, whole }) => [
        name,
        base,
        digest,
        whole ? 'begins with all its layers' : 'does not begin with its layers',
    ]));
    const good = reason === undefined;
    return [
        `### ${good ? '✅' : '❌'} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(version)}: ${good ? 'built' : 'not built'}`,
        good ? '' : `**Why:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(reason)}`,
        tail === undefined || tail.length === 0 ? '' : (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)('text', tail),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['image', 'digest', 'platform', 'compressed', 'time', 'cached steps'], rows),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['image', 'built from', 'digest', 'proof'], bases),
    ]
        .filter(part => part !== '')
        .join('\n\n')
        .concat('\n');
}
function pushSummary(app, tags, pushed) {
    const rows = Object.entries(pushed).map(([name, { repository, digest, platforms }]) => [
        name,
        repository,
        digest,
        platforms.join(', '),
        tags.join(', '),
    ]);
    const head = `### ✅ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(tags[0] ?? '')}: pushed`;
    return `${head}\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['image', 'repository', 'digest', 'platforms', 'tags'], rows)}\n`;
}
function megabytes(bytes) {
    return `${(bytes / 1e6).toFixed(1)} MB`;
}


/***/ }),

/***/ 3402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ boundToUs),
/* harmony export */   a: () => (/* binding */ findOnPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


function findOnPath(name) {
    return (process.env.PATH ?? '')
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
        .filter(folder => folder !== '')
        .map(folder => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))
        .find(node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync);
}
function boundToUs(command, args) {
    const setpriv = findOnPath('setpriv');
    return setpriv === undefined ? [command, args] : [setpriv, ['--pdeathsig', 'KILL', '--', command, ...args]];
}


/***/ }),

/***/ 6428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask),
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(481);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3402);



const grace = 5_000;
function runProgram([program, ...args], { env, cwd, signal, print }) {
    return new Promise((resolve, reject) => {
        if (signal?.aborted)
            return resolve(undefined);
        const [command, all] = (0,_child_js__WEBPACK_IMPORTED_MODULE_2__/* .boundToUs */ ._)(program, args);
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, all, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
        for (const stream of ['stdout', 'stderr']) {
            const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: child[stream], crlfDelay: Number.POSITIVE_INFINITY });
            lines.on('line', line => print(line, stream));
        }
        let last;
        const stop = () => {
            child.kill('SIGINT');
            last = setTimeout(() => child.kill('SIGKILL'), grace);
        };
        signal?.addEventListener('abort', stop, { once: true });
        const ended = () => {
            clearTimeout(last);
            signal?.removeEventListener('abort', stop);
        };
        child.once('error', error => {
            ended();
            reject(error);
        });
        child.once('close', code => {
            ended();
            resolve(code ?? undefined);
        });
    });
}
async function ask(program, options) {
    const said = { stdout: [], stderr: [] };
    const code = await runProgram(program, {
        ...options,
        print: (line, stream) => void said[stream].push(line),
    });
    return { code, stdout: said.stdout.join('\n'), stderr: said.stderr.join('\n') };
}


/***/ })

};
