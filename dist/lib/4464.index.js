export const id = 4464;
export const ids = [4464,5231];
export const modules = {

/***/ 92741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pt: () => (/* binding */ wrapHelm),
/* harmony export */   Y8: () => (/* binding */ faultOfHelm),
/* harmony export */   sm: () => (/* binding */ helmEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24297);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77119);
/* harmony import */ var _toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87506);






const credentials = ['HOME', 'DOCKER_CONFIG', 'HELM_REGISTRY_CONFIG'];
function helmEnvironment(env, folder, remote) {
    const own = {
        HELM_CACHE_HOME: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'cache'),
        HELM_CONFIG_HOME: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'config'),
        HELM_DATA_HOME: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'data'),
        HELM_PLUGINS: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'plugins'),
        KUBECONFIG: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'kubeconfig'),
    };
    if (!remote)
        return { PATH: env.PATH, HOME: folder, ...own };
    const kept = Object.entries(env).filter(([name]) => credentials.includes(name));
    const login = env.HELM_REGISTRY_CONFIG ?? loginOf(env);
    return {
        ...(0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .networkEnvironment */ .m)(env),
        ...Object.fromEntries(kept),
        ...own,
        ...(login === undefined ? {} : { HELM_REGISTRY_CONFIG: login }),
    };
}
function loginOf({ HELM_CONFIG_HOME, XDG_CONFIG_HOME, HOME }) {
    const base = XDG_CONFIG_HOME ?? (HOME === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(HOME, '.config'));
    const config = HELM_CONFIG_HOME ?? (base === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base, 'helm'));
    return config === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(config, 'registry', 'config.json');
}
async function wrapHelm(helm, env, folder) {
    const [program, inner] = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'helm'), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'helm-with-environment')];
    const variables = Object.entries(helmEnvironment(env, folder, true)).flatMap(([name, value]) => value === undefined ? [] : [`export ${name}=${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(value)}`]);
    const write = (path, ...lines) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o700, flag: 'wx' });
    await write(inner, ...variables, `exec ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(helm)} "$@"`);
    await write(program, `exec /usr/bin/env -i /bin/sh ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(inner)} "$@"`);
    return program;
}
function faultOfHelm(stderr) {
    const [fault = ''] = stderr.slice(stderr.indexOf('Error: ') + 1).split('\n\nUse --debug');
    const said = fault.replace(/^rror: /, '').replace(/'[^']*' does not match/g, 'the value does not match');
    return (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutPasswords */ .h)(said)).replace(/\s+/g, ' ').trim().slice(0, 600);
}


/***/ }),

/***/ 12055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ kustomize),
/* harmony export */   r_: () => (/* binding */ kustomizations)
/* harmony export */ });
/* unused harmony export faultOfKustomize */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38815);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94826);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(87506);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90677);
/* harmony import */ var _helm_child_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92741);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48520);
/* harmony import */ var _renderer_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(32729);











const kustomizations = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const lists = ['resources', 'components', 'bases', 'generators', 'transformers', 'validators'];
const remote = /^(git::|gh:|(https?|ssh|file):\/\/|github\.com[/:]|[\w.-]+@[\w.-]+:)/i;
const exact = 'v?[0-9]+\\.[0-9]+\\.[0-9]+([-+][\\w.+-]+)?';
const version = `([0-9a-f]{40}|([\\w./%-]*([/-]|%2F))?${exact})`;
const pinned = new RegExp(`[?&](ref|version)=${version}(&|$)|^https?://[^?]*/${version}/[^?]*\\.(ya?ml|json)$`, 'i');
async function kustomize(path, written, env = process.env) {
    if (!(await namesCharts(path, written))) {
        await (0,_program_js__WEBPACK_IMPORTED_MODULE_7__/* .provideKubectl */ .Sc)(env);
        return buildWith('kubectl', [path], written);
    }
    const [kubectl, helm] = await Promise.all([(0,_program_js__WEBPACK_IMPORTED_MODULE_7__/* .provideKubectlForCharts */ .Mk)(env), (0,_program_js__WEBPACK_IMPORTED_MODULE_7__/* .provideHelm */ .cY)(env)]);
    return (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .withFolder */ .Z)(env, 'helm', async (folder) => {
        const charts = ['--enable-helm', `--helm-command=${await (0,_helm_child_js__WEBPACK_IMPORTED_MODULE_6__/* .wrapHelm */ .Pt)(helm, env, folder)}`];
        return buildWith(kubectl, [...charts, path], written);
    });
}
const buildWith = (kubectl, args, written) => (0,_renderer_js__WEBPACK_IMPORTED_MODULE_8__/* .runRenderer */ .r)(kubectl, ['kustomize', ...args], (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .kustomizeEnvironment */ .j)(), {
    temporary: ({ stderr, late }) => late === undefined && (0,_renderer_js__WEBPACK_IMPORTED_MODULE_8__/* .isUnreachable */ .R)(stderr),
    problem: ({ stderr, late, cause }) => {
        const why = late ?? faultOfKustomize(stderr);
        return late !== undefined || (0,_renderer_js__WEBPACK_IMPORTED_MODULE_8__/* .isUnreachable */ .R)(stderr)
            ? new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: kustomize cannot fetch the bases of ${written}: ${why}`, 'make sure that they can be reached from here, then run the step again', { cause })
            : new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: kustomize cannot build ${written}: ${why}`, 'correct the kustomization', {
                cause,
            });
    },
});
async function namesCharts(path, root, seen = new Set()) {
    if (seen.has(path))
        return false;
    seen.add(path);
    const texts = await Promise.all(kustomizations.map(name => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name), 'utf8').catch(() => undefined)));
    const text = texts.find(each => each !== undefined);
    if (text === undefined)
        return false;
    const written = readQuietly(text);
    let found = written.helmCharts !== undefined || written.helmChartInflationGenerator !== undefined;
    for (const { name, repo } of await unpinnedCharts(path, written))
        throw unpinnedError(root, `the chart ${name} of ${(0,_toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_9__/* .withoutPasswords */ .h)(repo)}`, 'set its exact version, such as `version: 1.4.2`');
    const parts = lists.flatMap(key => [written[key] ?? []].flat());
    for (const part of parts) {
        if (typeof part !== 'string')
            continue;
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, part);
        if (await isFolder(folder))
            found = (await namesCharts(folder, root, seen)) || found;
        else if (remote.test(part) && !pinned.test(part))
            throw unpinnedError(root, (0,_toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_9__/* .withoutPasswords */ .h)(part), 'name a commit (`?ref=<full SHA>`) or an exact version (`?ref=v1.4.2`)');
    }
    return found;
}
const unpinnedError = (root, part, remedy) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: ${root} uses ${part} without an exact version, so it may change between plan and release`, `${remedy}, or copy it into your repository`);
async function unpinnedCharts(path, written) {
    const globals = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .isMap */ .jh)(written.helmGlobals) ? written.helmGlobals : {};
    const charts = [
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .mapsIn */ .nf)(written.helmCharts).map(each => [each.name, each.repo, each.version, globals.chartHome]),
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .mapsIn */ .nf)(written.helmChartInflationGenerator).map(each => [
            each.chartName,
            each.chartRepoUrl,
            each.chartVersion,
            each.chartHome,
        ]),
    ];
    const fetched = charts.map(async (each) => {
        const [name = '', repo = '', wanted = '', home] = each.map(value => String(value ?? ''));
        if (repo === '' || new RegExp(`^${exact}$`).test(wanted))
            return [];
        const isThere = wanted === '' && (await isFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path, home || 'charts', name)));
        return isThere ? [] : [{ name, repo }];
    });
    return (await Promise.all(fetched)).flat();
}
const isFolder = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then(status => status.isDirectory(), () => false);
function readQuietly(text) {
    try {
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_2__.parse)(text);
        return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .isMap */ .jh)(value) ? value : {};
    }
    catch {
        return {};
    }
}
function faultOfKustomize(stderr) {
    const ofHelm = /^(?:error: )?(Error: [\s\S]*?)\n?: unable to run: '/m.exec(stderr)?.[1];
    if (ofHelm !== undefined)
        return `helm: ${(0,_helm_child_js__WEBPACK_IMPORTED_MODULE_6__/* .faultOfHelm */ .Y8)(ofHelm)}`;
    const last = stderr.trim().split('\n').at(-1) ?? '';
    const quoted = /"command failed" err=("(?:[^"\\]|\\.)*")$/.exec(last)?.[1] ?? last;
    const block = /"command failed" err=<\n([\s\S]*?)\n >/.exec(stderr)?.[1];
    return (0,_toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_9__/* .withoutPasswords */ .h)(block ?? String((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .jsonIn */ .Yf)(quoted) ?? quoted))
        .trim()
        .replace(/^error: /, '')
        .replace(/with config: `[\s\S]*?`/, 'with its configuration')
        .replace(/literal sources \[[\s\S]*$/, 'a literal is not written key=value')
        .replace(/\[patch: [\s\S]*$/, '[a patch that is not shown]')
        .replace(/\s+/g, ' ');
}


/***/ }),

/***/ 32729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ isUnreachable),
/* harmony export */   r: () => (/* binding */ runRenderer)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);



const run = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
const longest = 120_000;
const calls = 3;
async function runRenderer(program, args, env, handling) {
    const faultOf = (cause) => {
        const { stderr = '', killed = false } = cause;
        return { stderr, late: killed ? `it took longer than ${longest / 1000} s` : undefined, cause };
    };
    const temporary = (cause) => handling.temporary(faultOf(cause));
    const call = () => run(program, args, { env, maxBuffer: 64 << 20, timeout: longest });
    try {
        return (await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)({ attempts: calls, temporary, delay: count => count * 1000 }, call)).stdout;
    }
    catch (cause) {
        throw handling.problem(faultOf(cause));
    }
}
function isUnreachable(stderr) {
    return /dial tcp|i\/o timeout|TLS handshake timeout|deadline exceeded|hit \S+ timeout running|Could not resolve host|Failed to connect to|Connection (timed out|reset|refused)/.test(stderr);
}


/***/ }),

/***/ 31623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cn: () => (/* binding */ requestedIn),
/* harmony export */   d3: () => (/* binding */ composeServices),
/* harmony export */   fN: () => (/* binding */ portRequestedIn)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60512);





function composeServices({ texts, services: outer = [] }) {
    const file = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'].find(each => texts.has(each)) ?? '';
    if (file === '')
        return { file, services: outer };
    const content = contentOf(texts.get(file) ?? '', file);
    const services = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(content) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(content.services) ? Object.entries(content.services) : [];
    return { file, services: services.flatMap(([name, service]) => serviceOf(name, service)) };
}
function contentOf(text, file) {
    try {
        return (0,yaml__WEBPACK_IMPORTED_MODULE_1__.parse)(text, { logLevel: 'silent', merge: true, maxAliasCount: 1000 });
    }
    catch (cause) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${file}: ${cause.message}`, 'write the values out instead of YAML aliases', { cause });
    }
}
function serviceOf(name, service) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(service) || (typeof service.build !== 'string' && !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(service.build)))
        return [];
    const { build } = service;
    const asMap = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(build) ? build : { context: build };
    const { context: written = '.', dockerfile = 'Dockerfile', target } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textMap */ .sP)(asMap);
    const context = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.normalize)(written).replace(/(?<=.)\/$/, '');
    if ([context, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(context, dockerfile)].some(path => /^(\.\.|\.git)(\/|$)|^\/|:/.test(path)))
        return [];
    const { command, environment, ports, expose, labels, env_file: envFile } = service;
    const isStage = target === undefined || /^[A-Za-z][\w.-]*$/.test(target);
    const args = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(asMap.args)
        ? Object.entries(asMap.args)
        : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textsIn */ .Ej)(asMap.args).map(each => {
            const [key = '', value] = each.split(/=(.*)/s, 2);
            return [key, value];
        });
    const healthcheck = JSON.stringify(service.healthcheck ?? '');
    const listed = [ports, expose].flatMap(each => (Array.isArray(each) ? each : [])).map(portOf);
    const words = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textsIn */ .Ej)(command);
    return [
        {
            name,
            context,
            dockerfile,
            target: isStage ? target : undefined,
            args: Object.fromEntries(args.filter(pair => isLiteral(...pair)).map(([key, value]) => [key, String(value)])),
            targetVaries: !isStage,
            untold: args.filter(pair => !isLiteral(...pair)).map(([key]) => key),
            ports: listed.filter(port => port > 0),
            command: typeof command === 'string' ? command : words.length > 0 ? words : undefined,
            health: requestedIn(healthcheck),
            checked: `${healthcheck} ${JSON.stringify(labels ?? '')}`,
            variables: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(environment)
                ? Object.keys(environment)
                : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textsIn */ .Ej)(environment).map(each => each.split('=', 1)[0] ?? ''),
            envFiles: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textsIn */ .Ej)([envFile].flat().map(each => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(each) ? each.path : each))),
        },
    ];
}
const isLiteral = (name, value) => /^[A-Za-z_]\w*$/.test(name) &&
    ['string', 'number', 'boolean'].includes(typeof value) &&
    !/\$|\{\{/.test(String(value)) &&
    !(0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__/* .namesSecret */ .L4)(name) &&
    !(0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_3__/* .looksSecret */ .n0)(String(value));
const requestedIn = (command) => /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?(\/[\w./~-]+)/.exec(command)?.[1];
const portRequestedIn = (command) => /(?:https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0):|loadbalancer\.server\.port["=:]+)(\d{2,5})/.exec(command)?.[1];
function portOf(written) {
    if ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(written))
        return Number(written.target) || 0;
    return Number(/(\d{1,5})(?:\/tcp)?$/.exec(String(written))?.[1] ?? 0);
}


/***/ }),

/***/ 61921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lk: () => (/* binding */ imageRepositoryOf),
/* harmony export */   jb: () => (/* binding */ buildablesOf),
/* harmony export */   tq: () => (/* binding */ pathOfDockerfile),
/* harmony export */   uc: () => (/* binding */ buildNotes),
/* harmony export */   vD: () => (/* binding */ imageOfRemote)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _compose_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31623);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5231);





const pathOfDockerfile = ({ context, dockerfile }) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(context, dockerfile);
const develops = /^(dev(el(op(ment)?)?)?|debug|test(s|ing)?|local)$/i;
function releasedBuild(service) {
    const { target, args = {} } = service ?? {};
    const words = target?.split(/[-_.]/) ?? [];
    if (words.some(each => develops.test(each) || /^(ci|build(er)?)$/i.test(each)))
        return { target: undefined, args: {} };
    return {
        target,
        args: Object.fromEntries(Object.entries(args).filter(([, value]) => !develops.test(value))),
    };
}
const aside = /(^|\/)(tests?|examples?|docs|\.devcontainer|\.github)\//;
function buildablesOf(repository, app) {
    const { services } = (0,_compose_js__WEBPACK_IMPORTED_MODULE_2__/* .composeServices */ .d3)(repository);
    const found = new Map();
    const add = (context, dockerfile, name, service) => {
        const path = pathOfDockerfile({ context, dockerfile });
        const written = repository.paths.includes(path);
        const { target, args } = releasedBuild(written ? service : undefined);
        const key = JSON.stringify([path, target, Object.entries(args).sort()]);
        const known = found.get(key);
        const names = [...found.values()].filter(each => each !== known).map(each => each.name);
        const others = [name, (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.labelOf)(service?.name ?? ((0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.folderOf)(path) || name)), `${name}-${names.length + 1}`];
        const free = others.find(each => !names.includes(each)) ?? name;
        found.set(key, {
            name: free,
            context,
            dockerfile,
            target,
            args,
            ...known,
            written,
            services: [...(known?.services ?? []), ...(service === undefined ? [] : [service])],
        });
    };
    for (const service of services.toSorted((a, b) => Number(b.ports.length > 0) - Number(a.ports.length > 0)))
        add(service.context, service.dockerfile, service.context === '.' ? app : (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.labelOf)(service.name), service);
    const known = [...found.values()].map(pathOfDockerfile);
    const dockerfiles = repository.paths.filter(path => /(^|\/)Dockerfile$/.test(path) && !aside.test(path) && !known.includes(path));
    for (const path of dockerfiles.sort((a, b) => a.split('/').length - b.split('/').length)) {
        const folder = (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.folderOf)(path);
        const shared = /^(docker|build|deploy|\.docker)$/.test(folder);
        if (folder === '' || shared)
            add('.', path, app);
        else if (copiesFromRoot(repository, path))
            add('.', path, (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.labelOf)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(folder)));
        else
            add(folder, 'Dockerfile', (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.labelOf)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(folder)));
    }
    if (found.size === 0)
        add('.', 'Dockerfile', app);
    return [...found.values()];
}
function buildNotes({ name, written, services, target, args }) {
    const told = written ? services : [];
    const leftArgs = told.flatMap(each => Object.keys(each.args)).filter(each => !Object.hasOwn(args, each));
    const taken = buildWords((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textsIn */ .Ej)([target]), Object.keys(args));
    const left = buildWords((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textsIn */ .Ej)(told.map(each => each.target)).filter(each => each !== target), leftArgs);
    const untold = [...new Set(told.flatMap(each => each.untold))];
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textsIn */ .Ej)([
        taken !== '' &&
            `the image ${name} is built with ${taken}, as in the compose file: remove from slipway.yml what is only for development`,
        left !== '' &&
            `the image ${name} is built without ${left} of the compose file, because that is often only for development: add to slipway.yml what a release needs`,
        told.some(each => each.targetVaries) &&
            `a variable of the compose file names the target of the image ${name}, so the last stage of its Dockerfile is built: add \`target\` to slipway.yml if a release needs another`,
        untold.length > 0 &&
            `${untold.join(', ')} in the build of ${name} ${untold.length === 1 ? 'is' : 'are'} not copied from the compose file, because of variables or values that may be secret: add \`args\` or \`secrets\` to the image in slipway.yml`,
    ]);
}
const buildWords = (targets, args) => [
    ...[...new Set(targets)].map(each => `target ${each}`),
    ...[...new Set(args)].map(each => `argument ${each}`),
].join(', ');
function copiesFromRoot({ paths, texts }, dockerfile) {
    const sources = (texts.get(dockerfile) ?? '')
        .split('\n')
        .filter(line => /^\s*(?:COPY|ADD)\s/i.test(line) && !line.includes('--from='))
        .flatMap(line => line.trim().split(/\s+/).slice(1, -1))
        .filter(word => !word.startsWith('--'))
        .map(each => each.replace(/^\.?\/|\/$/g, ''))
        .filter(each => /^[\w./-]+$/.test(each) && each !== '.');
    const isThere = (path) => paths.some(each => each === path || each.startsWith(`${path}/`));
    return (sources.some(each => !isThere(`${(0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.folderOf)(dockerfile)}/${each}`)) && sources.every(each => isThere(each)));
}
const registries = new Map(Object.entries({ 'github.com': 'ghcr.io', 'gitlab.com': 'registry.gitlab.com' }));
function imageOfRemote(found) {
    const { host = '', owner, name } = (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.remoteOf)(found.remote) ?? {};
    const registry = registries.get(host);
    const suffix = found.prefix === '' ? '' : `-${(0,_repository_js__WEBPACK_IMPORTED_MODULE_3__.labelOf)(found.name)}`;
    return registry && `${registry}/${owner}/${name}${suffix}`.toLowerCase();
}
function imageRepositoryOf(input, found) {
    if (input !== '')
        return { repository: input, why: 'From the input `image`.' };
    const repository = imageOfRemote(found);
    if (repository !== undefined)
        return { repository, why: 'From the git remote origin.' };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the repository of the image is unknown: ${found.remote === undefined ? 'git has no remote `origin`' : 'the git remote `origin` is neither on GitHub nor on GitLab'}`, 'name it, such as --image ghcr.io/acme/shop');
}


/***/ }),

/***/ 14464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicationsOf: () => (/* binding */ applicationsOf),
/* harmony export */   withServices: () => (/* binding */ withServices)
/* harmony export */ });
/* harmony import */ var _compose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31623);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61921);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97363);



function applicationsOf(repository, environment) {
    if (repository.prefix !== '' || repository.paths.includes('slipway.yml'))
        return undefined;
    const built = (0,_images_js__WEBPACK_IMPORTED_MODULE_1__/* .buildablesOf */ .jb)(repository, repository.name).filter(({ written }) => written);
    const contexts = [...new Set(built.map(({ context }) => context))];
    if (contexts.length < 2 || contexts.includes('.'))
        return undefined;
    const inside = (folder) => contexts.some(each => `${folder}/`.startsWith(`${each}/`));
    const places = (0,_places_js__WEBPACK_IMPORTED_MODULE_2__/* .placesOfManifests */ .y)(repository, { app: repository.name, environment });
    if (places.some(({ folder }) => !inside(folder)))
        return undefined;
    const isNested = (folder) => contexts.some(each => each !== folder && `${folder}/`.startsWith(`${each}/`));
    const requested = (context) => places.some(({ folder }) => `${folder}/`.startsWith(`${context}/`)) ||
        built
            .filter(each => each.context === context)
            .some(each => each.services.length === 0 ||
            each.services.some(({ ports }) => ports.length > 0) ||
            /^[ \t]*EXPOSE\s/im.test(repository.texts.get((0,_images_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOfDockerfile */ .tq)(each)) ?? ''));
    const own = contexts.filter(each => !isNested(each));
    const folders = own.filter(requested).sort();
    if (folders.length < 2)
        return undefined;
    return {
        folders,
        notes: own
            .filter(each => !folders.includes(each))
            .map(each => `${each} is left out: nothing says that it gets traffic. If it does, run slipway init --folder ${each} --port PORT`),
    };
}
function withServices(inner, outer, folder) {
    const services = (0,_compose_js__WEBPACK_IMPORTED_MODULE_0__/* .composeServices */ .d3)(outer).services.filter(({ context }) => context === folder);
    return { ...inner, services: services.map(each => ({ ...each, context: '.' })) };
}


/***/ }),

/***/ 97363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ namesOf),
/* harmony export */   y: () => (/* binding */ placesOfManifests)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _cluster_kustomize_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12055);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5231);



const aside = /(^|\/)(templates|charts|tests?|examples?|\.github|node_modules)\//;
const asideOfCharts = /(^|\/)(templates|tests?|examples?|\.github)\//;
const workloadIn = /^[ \t]*kind:[ \t]*["']?(Deployment|StatefulSet|DaemonSet)\b/m;
const namesOf = (environment) => environment === 'production' ? ['production', 'prod'] : [environment];
const namedOther = /^(prod|production|stag(e|ing)|dev|development|test|testing|qa|uat|preview|sandbox)$/;
function placesOfManifests({ paths, texts }, { app, environment }) {
    const names = namesOf(environment);
    const namedIn = (folder) => names.includes((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(folder))
        ? { named: 'ours' }
        : namedOther.test((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(folder))
            ? { named: 'other' }
            : {};
    const ranked = (files, wanted) => {
        const rank = (folder) => (wanted.indexOf((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(folder)) + wanted.length + 1) % (wanted.length + 1);
        return [...new Set(files.map(_repository_js__WEBPACK_IMPORTED_MODULE_2__.folderOf))].sort((a, b) => rank(a) - rank(b) || a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
    };
    const text = (path) => texts.get(path) ?? '';
    const overlays = paths.filter(path => _cluster_kustomize_js__WEBPACK_IMPORTED_MODULE_1__/* .kustomizations */ .r_.includes((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)) && !text(path).includes('kind: Component'));
    const built = new Set(overlays.map(_repository_js__WEBPACK_IMPORTED_MODULE_2__.folderOf));
    const isPlain = (path) => /\.(ya?ml|json)$/.test(path) && !aside.test(path) && !built.has((0,_repository_js__WEBPACK_IMPORTED_MODULE_2__.folderOf)(path));
    const plain = paths.filter(path => isPlain(path) && workloadIn.test(text(path)) && !text(path).includes('{{'));
    const charts = paths.filter(path => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path) === 'Chart.yaml' && !asideOfCharts.test(path));
    const isPart = (folder) => charts.map(_repository_js__WEBPACK_IMPORTED_MODULE_2__.folderOf).some(each => each !== folder && `${folder}/`.startsWith(each && `${each}/`));
    const whole = charts.filter(path => !isPart((0,_repository_js__WEBPACK_IMPORTED_MODULE_2__.folderOf)(path)) && !/^type: *library/m.test(text(path)));
    const found = [
        ...ranked(overlays, names).map(folder => ({
            folder,
            kind: 'kustomization',
            ...namedIn(folder),
            why: names.includes((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(folder))
                ? `The kustomization of ${environment}.`
                : 'A kustomization; none is named after the environment.',
        })),
        ...ranked(plain, names).map(folder => ({
            folder,
            kind: 'plain',
            why: 'The folder with the workloads.',
            ...namedIn(folder),
        })),
        ...ranked(whole, [app]).map(folder => ({ folder, kind: 'chart', why: 'A Helm chart' })),
    ];
    return found.sort((a, b) => Number(a.named === 'other') - Number(b.named === 'other'));
}


/***/ }),

/***/ 5231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   folderOf: () => (/* binding */ folderOf),
/* harmony export */   isLock: () => (/* binding */ isLock),
/* harmony export */   isSameRemote: () => (/* binding */ isSameRemote),
/* harmony export */   labelOf: () => (/* binding */ labelOf),
/* harmony export */   readRepository: () => (/* binding */ readRepository),
/* harmony export */   remoteOf: () => (/* binding */ remoteOf),
/* harmony export */   requireInside: () => (/* binding */ requireInside)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);





const foreign = /(^|\/)(node_modules|vendor|\.?venv|__pycache__|\.git|\.terraform|\.gradle)\//;
const built = new Set(['dist', 'build', 'target', 'bin', 'obj', 'coverage', '.next', '.idea', '.vscode']);
const deepest = 8;
const mostTexts = 5000;
const largestText = 256 * 1024;
const readable = /\.(ya?ml|json|toml|xml|gradle|kts|csproj|props|[cm]?[jt]sx?|py|go|rb|java|kt|rs|php|cs|txt|properties)$|(^|\/)(Dockerfile[^/]*|[^/]*\.Dockerfile|Makefile|Procfile|Gemfile|go\.mod|\.nvmrc|\.(ruby|python|node)-version|Kustomization)$/;
const isLock = (path) => /(^|\/)(package-lock\.json|pnpm-lock\.yaml)$/.test(path);
async function readRepository(folder, limit = mostTexts) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder);
    const [remote, head, current, prefix, listed, deleted] = await Promise.all([
        git(root, 'config', '--get', 'remote.origin.url'),
        git(root, 'symbolic-ref', '--short', 'refs/remotes/origin/HEAD'),
        git(root, 'symbolic-ref', '--short', 'HEAD'),
        git(root, 'rev-parse', '--show-prefix'),
        git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'),
        git(root, 'ls-files', '-z', '--deleted'),
    ]);
    const gone = new Set(deleted.split('\0'));
    const known = [...new Set(listed.split('\0'))].filter(path => !gone.has(path) && !foreign.test(path));
    const paths = listed === '' ? await filesIn(root, '') : known.filter(path => path !== '').sort();
    const top = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(root, '../'.repeat(prefix.split('/').length - 1)));
    const depth = (path) => path.split('/').length;
    const wanted = paths
        .filter(path => readable.test(path) && !isLock(path))
        .sort((a, b) => depth(a) - depth(b));
    const texts = new Map();
    for (const path of wanted.slice(0, limit)) {
        const text = await textOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path), top);
        if (text !== undefined)
            texts.set(path, text);
    }
    if (prefix !== '')
        for (const [path, text] of await workflowsAbove(top))
            texts.set(path, text);
    const taken = prefix === '' ? [] : await applicationsBeside(root, top, prefix);
    const branch = head.replace(/^origin\//, '') || (current === 'master' ? current : 'main');
    const unread = Math.max(0, wanted.length - limit);
    return {
        root,
        top,
        name: taken.includes(labelOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(root))) ? prefix.slice(0, -1) : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(root),
        paths,
        texts,
        unread,
        remote: remote || undefined,
        branch,
        prefix,
    };
}
async function textOf(file, top) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(file).catch(() => '');
    if (!isInside(real, top))
        return undefined;
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(real);
    return found.isFile() && found.size <= largestText ? (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(real, 'utf8') : undefined;
}
const isInside = (path, top) => path === top || path.startsWith((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, '/'));
async function requireInside({ root, top }, path) {
    if (/(^|\/)\.git\//.test(path))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${path} cannot be written: it is inside .git`, 'name another Dockerfile');
    let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path));
    let real;
    while (real === undefined) {
        const isLink = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(folder).catch(() => undefined))?.isSymbolicLink() ?? false;
        real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(folder).catch(() => (isLink ? '' : undefined));
        if (real === undefined)
            folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder);
    }
    if (isInside(real, top))
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${path} cannot be written: ${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, folder)} is a symlink that points outside the repository`, 'replace it with a folder, then run slipway init again');
}
async function workflowsAbove(top) {
    const folder = '.github/workflows';
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, folder)).catch(() => []);
    const files = names.filter(name => /\.ya?ml$/.test(name));
    return Promise.all(files.map(async (name) => [
        `${folder}/${name}`,
        (await textOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, folder, name), top)) ?? '',
    ]));
}
async function applicationsBeside(root, top, prefix) {
    const listed = await git(root, ...['ls-files', '--full-name', '-z', '--cached', '--others', '--exclude-standard'], ...['--', ':(top,glob)**/slipway.yml']);
    const paths = listed.split('\0').filter(path => path !== '' && path !== `${prefix}slipway.yml`);
    const texts = await Promise.all(paths.slice(0, mostTexts).map(path => textOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, path), top)));
    return texts.flatMap(text => /^app:[ \t]*["']?([\w-]+)/m.exec(text ?? '')?.[1] ?? []);
}
async function filesIn(root, folder, depth = 0) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, folder), { withFileTypes: true });
    const found = [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (!entry.isDirectory())
            found.push(path);
        else if (depth < deepest && !built.has(entry.name) && !foreign.test(`${path}/`))
            found.push(...(await filesIn(root, path, depth + 1)));
    }
    return found;
}
async function git(folder, ...args) {
    const all = ['-C', folder, '-c', 'core.fsmonitor=false', ...args];
    const answer = await (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', all, { maxBuffer: 64 << 20 }).catch(() => ({ stdout: '' }));
    return answer.stdout.trim();
}
function remoteOf(url) {
    const [, host = '', owner = '', name = ''] = /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([^/:@]+)(?::\d+)?[:/](?:.*\/)?([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url ?? '') ?? [];
    return name === '' ? undefined : { host, owner, name };
}
function isSameRemote(one, other) {
    const [first, second] = [one, other ?? ''].map(url => url
        .replace(/^[a-z+]+:\/\//, '')
        .replace(/^[^@/]+@/, '')
        .replace(/^([^/:]+)(?::\d+(?=\/))?[:/]\/?/, '$1/')
        .replace(/(\.git)?\/?$/, '')
        .toLowerCase());
    return first === second;
}
const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const labelOf = (text, longest = 40) => text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-*(?=\d)/, 'app-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '') || 'app';


/***/ })

};
