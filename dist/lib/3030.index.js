export const id = 3030;
export const ids = [3030,5231];
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

/***/ 65074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   xt: () => (/* binding */ renderChart)
/* harmony export */ });
/* unused harmony exports argumentsFor, documentsIn */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94826);
/* harmony import */ var _helm_child_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92741);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48520);
/* harmony import */ var _renderer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32729);







async function renderChart(root, chart, target) {
    await requireFiles(root, chart);
    const { env: own = process.env } = target;
    const program = await (0,_program_js__WEBPACK_IMPORTED_MODULE_5__/* .provideHelm */ .cY)(own);
    return (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .withFolder */ .Z)(own, 'helm', async (folder) => {
        const env = (0,_helm_child_js__WEBPACK_IMPORTED_MODULE_4__/* .helmEnvironment */ .sm)(own, folder, isRemote(chart));
        const output = await (0,_renderer_js__WEBPACK_IMPORTED_MODULE_6__/* .runRenderer */ .r)(program, argumentsFor(root, chart, target), env, {
            temporary: ({ stderr }) => (0,_renderer_js__WEBPACK_IMPORTED_MODULE_6__/* .isUnreachable */ .R)(stderr),
            problem: ({ stderr, late, cause }) => problemOf(chart, late ?? (0,_helm_child_js__WEBPACK_IMPORTED_MODULE_4__/* .faultOfHelm */ .Y8)(stderr), cause),
        });
        return documentsIn(output, chart.helm);
    });
}
const isRemote = ({ helm }) => helm.startsWith('oci://');
async function requireFiles(root, { helm, values = [] }) {
    const exists = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)).then(() => true, () => false);
    if (!isRemote({ helm })) {
        if (!(await exists(helm)))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: ${helm} does not exist`, 'correct the path, which is relative to slipway.yml');
        if (!helm.endsWith('.tgz') && !(await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(helm, 'Chart.yaml'))))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: ${helm} is not a Helm chart: it has no Chart.yaml`, 'name the folder of a chart, or write the path without `helm:`');
    }
    for (const file of values)
        if (!(await exists(file)))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: the values ${file} of ${helm} do not exist`, 'write the path relative to slipway.yml, not to the chart');
}
function argumentsFor(root, chart, { namespace, app }) {
    const { helm, version, values = [], set = {}, release = app } = chart;
    const [tag, digest] = version?.split('@') ?? [];
    const address = digest === undefined ? helm : `${helm}@${digest}`;
    return [
        ...['template', release, isRemote(chart) ? address : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, helm)],
        ...['--namespace', namespace, '--include-crds=false', '--no-hooks=false'],
        ...(tag === undefined ? [] : ['--version', tag]),
        ...(/^oci:\/\/(localhost|127(\.\d+){3})[:/]/.test(helm) ? ['--plain-http'] : []),
        ...values.flatMap(file => ['--values', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, file)]),
        ...Object.entries(set).map(([key, value]) => `--set-json=${key}=${JSON.stringify(value)}`),
    ];
}
function documentsIn(output, helm) {
    return output
        .split(/^---\n# Source: /m)
        .slice(1)
        .map(part => {
        const end = part.indexOf('\n');
        const template = part.slice(0, end).replace(/^[^/]*\//, '');
        return [`${helm.replace(/\/+$/, '')}/${template}`, part.slice(end + 1)];
    });
}
function problemOf(chart, fault, cause) {
    const { helm } = chart;
    const missing = /missing in charts\/ directory: (.*)/.exec(fault)?.[1];
    if (missing !== undefined)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: the chart ${helm} lacks the charts that it depends on: ${missing}`, `run \`helm dependency build ${helm}\` in an earlier step, or commit the folder ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(helm, 'charts')}`, { cause });
    if ((0,_renderer_js__WEBPACK_IMPORTED_MODULE_6__/* .isUnreachable */ .R)(fault) || fault.startsWith('it took longer'))
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: helm cannot fetch ${helm}: ${fault}`, 'make sure that its registry can be reached from here, then run the step again', { cause });
    if (/\b(401|403|unauthorized|denied|credential not found)\b/i.test(fault) && isRemote(chart)) {
        const [, host = ''] = /^oci:\/\/([^/]+)/.exec(helm) ?? [];
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: helm is not allowed to read ${helm}: ${fault}`, `log in to ${host} in an earlier step, with \`docker login\` or \`helm registry login\``, { cause });
    }
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`manifests: helm cannot render ${helm}: ${fault}`, 'correct the chart, its values or its version', { cause });
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

/***/ 75181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ zoneLabel),
/* harmony export */   cP: () => (/* binding */ hasLabels),
/* harmony export */   de: () => (/* binding */ selectorMatches),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
const zoneLabel = 'topology.kubernetes.io/zone';
const zoneOf = ({ metadata }) => metadata?.labels?.[zoneLabel];
const hasLabels = (wanted = {}, labels = {}) => Object.entries(wanted).every(([key, value]) => labels[key] === value);
const selects = (selector = {}, labels = {}) => Object.keys(selector).length > 0 && hasLabels(selector, labels);
function selectorMatches(selector, labels) {
    if (selector === undefined || selector === null)
        return false;
    const { matchLabels, matchExpressions = [] } = selector;
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            if (operator === 'Gt')
                return Number(value) > Number(values[0]);
            if (operator === 'Lt')
                return Number(value) < Number(values[0]);
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
}


/***/ }),

/***/ 83406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ loadManifests),
/* harmony export */   Y: () => (/* binding */ parseManifests)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38815);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _helm_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65074);
/* harmony import */ var _kustomize_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12055);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14485);







async function loadManifests(root, sources, target = { namespace: 'default', app: 'app' }) {
    const manifests = [];
    for (const source of sources) {
        const texts = typeof source === 'string'
            ? await textsOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, source), root, source, target.env)
            : await (0,_helm_js__WEBPACK_IMPORTED_MODULE_4__/* .renderChart */ .xt)(root, source, target);
        for (const [place, text] of texts)
            manifests.push(...parseManifests(text, place));
    }
    if (manifests.length === 0) {
        const names = sources.map(source => (typeof source === 'string' ? source : source.helm));
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`no objects in the manifests ${names.join(', ')}`, 'add the YAML of the application there');
    }
    rejectTwins(manifests);
    return manifests;
}
async function textsOf(path, root, written, env) {
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (info === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: ${written} does not exist`, 'correct the path, which is relative to slipway.yml');
    }
    if (info.isFile())
        return [[(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8')]];
    const entries = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path)).sort();
    if (entries.some(entry => _kustomize_js__WEBPACK_IMPORTED_MODULE_5__/* .kustomizations */ .r_.includes(entry)))
        return [[written, await (0,_kustomize_js__WEBPACK_IMPORTED_MODULE_5__/* .kustomize */ .Et)(path, written, env)]];
    if (entries.includes('Chart.yaml'))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: ${written} is a Helm chart, whose templates must be rendered`, `write \`- helm: ${written.replace(/\/+$/, '')}\` in place of the path (docs/helm.md)`);
    const files = entries.filter(entry => /\.(ya?ml|json)$/.test(entry)).map(entry => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, entry));
    if (files.length === 0) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: ${written} holds no .yaml, .yml or .json file`, 'correct the path');
    }
    return Promise.all(files.map(async (file) => [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, file), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8')]));
}
const octal = {
    tag: 'tag:yaml.org,2002:int',
    default: true,
    test: /^[-+]?0[0-7]+$/,
    resolve: text => Number.parseInt(text, 8),
};
const spokenBoolean = {
    tag: 'tag:yaml.org,2002:bool',
    default: true,
    test: /^([yYnN]|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/,
    resolve: text => /^(y|on)/i.test(text),
};
function parseManifests(text, source) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .parseAllDocuments */ .hR)(text, {
        merge: true,
        customTags: tags => [octal, spokenBoolean, ...tags],
    }).flatMap(document => {
        const [error] = document.errors;
        if (error !== undefined) {
            const line = error.linePos?.[0].line ?? 1;
            const problem = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${source}:${line}: ${problem}`, 'correct the YAML');
        }
        const value = readDocument(document, source);
        if (value === null)
            return [];
        const { kind = '', items } = value;
        if (!/List$/.test(kind) || !Array.isArray(items))
            return [asManifest(value, source)];
        return items.map(item => asManifest((0,_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .named */ .KT)(item, value), source));
    });
}
function readDocument(document, source) {
    try {
        return document.toJS({ maxAliasCount: 100 });
    }
    catch (cause) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${source}: ${cause.message}`, 'write the values out instead of YAML aliases', { cause });
    }
}
function asManifest(value, source) {
    const { apiVersion, kind, metadata } = value ?? {};
    if (metadata?.generateName !== undefined && metadata.name === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${source}: ${kind} has metadata.generateName, which creates another object at each release`, 'set metadata.name, or make a Job a hook (`hooks` in slipway.yml)');
    if (typeof apiVersion !== 'string' || typeof kind !== 'string' || typeof metadata?.name !== 'string') {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${source}: an object lacks apiVersion, kind or metadata.name`, 'keep only Kubernetes objects in the manifests');
    }
    return { object: { ...value, apiVersion, kind }, name: metadata.name, source };
}
function rejectTwins(manifests) {
    const seen = new Map();
    for (const { object, name, source } of manifests) {
        const title = `${object.kind}/${name}`;
        const key = `${(0,_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .groupOf */ .F8)(object)} ${title}`;
        const earlier = seen.get(key);
        if (earlier !== undefined) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${title} is defined in both ${earlier} and ${source}`, 'keep one of them');
        }
        seen.set(key, source);
    }
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

/***/ 32348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ watchedDatabases)
/* harmony export */ });
const watchedDatabases = (recovery) => Object.entries(recovery?.databases ?? {}).filter(([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined);


/***/ }),

/***/ 52692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ requirePermissions),
/* harmony export */   DK: () => (/* binding */ otherRoutes),
/* harmony export */   JN: () => (/* binding */ optionalPermissions),
/* harmony export */   OL: () => (/* binding */ permissionsProblem),
/* harmony export */   Y2: () => (/* binding */ askPermissions),
/* harmony export */   mr: () => (/* binding */ permissionsFor),
/* harmony export */   ql: () => (/* binding */ permissionsOfRollback)
/* harmony export */ });
/* unused harmony export nameOfPermission */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _config_gate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28989);
/* harmony import */ var _config_standbys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32348);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5259);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68036);







function permissionsFor(environment, manifestResources) {
    const { strategy } = environment;
    const verbs = [
        ...ofEveryRelease(environment),
        ...(strategy.kind === 'rolling' ? [] : ofTwoTracks(environment)),
        ...ofHooks(environment),
        ...manifestResources.map((resource) => [resource, ['create', 'delete', 'get', 'patch']]),
        ...ofVerification(environment),
        ...ofDependencies(environment),
    ];
    const permissions = [
        ...permissionsIn(verbs),
        { verb: 'get', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, subresource: 'log' },
        ...proxyOf(environment),
        ...ofDatabases(environment, 'block'),
        ...(strategy.kind === 'rolling' ? [] : readByGate(environment)),
    ];
    return [...new Map(permissions.map(permission => [nameOfPermission(permission), permission])).values()];
}
function permissionsOfRollback(environment) {
    const verbs = [
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, ['create', 'get', 'list', 'update']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.secret, ['get']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, ofLease],
        ...ofKinds(environment),
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.horizontalPodAutoscaler, ['list']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, ['list', 'watch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.node, ['list']],
        ...(environment.service === undefined ? [] : [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.endpointSlice, ['list']]]),
        ...ofVerification(environment),
    ];
    return [...permissionsIn(verbs), ...proxyOf(environment)];
}
const ofLease = ['create', 'get', 'list', 'patch', 'update', 'watch'];
function ofEveryRelease(environment) {
    const { service, route } = environment;
    const watched = ['list', 'watch'];
    return [
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.secret, ['create', 'delete', 'get', 'patch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, ofLease],
        ...ofKinds(environment),
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, watched],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, watched],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.horizontalPodAutoscaler, watched],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.endpointSlice, service === undefined ? ['list'] : watched],
        ...(route === undefined ? [] : [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, watched]]),
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.event, ['list']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.resourceQuota, ['list']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.node, ['list']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.namespace, ['get']],
    ];
}
function ofKinds({ workload, workers }) {
    const watched = ['list', 'watch'];
    const kinds = new Set([workload, ...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .workersOf */ .N)({ workers })].map(({ kind }) => kind));
    return [...kinds].flatMap(kind => {
        const { resource, revisions, refusedInEvents } = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .traitsOf */ .JC)(kind);
        return [
            [resource, ['create', 'delete', 'get', 'list', 'patch', 'watch']],
            ...(revisions === undefined ? [] : [[revisions, watched]]),
            ...(refusedInEvents ? [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.event, watched]] : []),
            ...(kind === 'StatefulSet' ? [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, ['delete', 'get']]] : []),
        ];
    });
}
const permissionsIn = (verbs) => verbs.flatMap(([resource, names]) => names.map((verb) => ({ verb, resource })));
const ofVerification = ({ verify }) => {
    if (verify?.from === 'service')
        return [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, ['get']]];
    if (verify?.from !== 'gateway' || verify.url !== undefined)
        return [];
    return [
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, ['get']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway, ['get']],
    ];
};
const ofDependencies = ({ verify }) => verify?.dependencies === undefined ? [] : [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.job, ['create', 'delete']]];
const proxyOf = ({ verify, gate }) => verify?.from === 'service' || gate === 'checks'
    ? [{ verb: 'get', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, subresource: 'proxy' }]
    : [];
function readByGate({ monitoring, ...environment }) {
    const gate = (0,_config_gate_js__WEBPACK_IMPORTED_MODULE_2__/* .metricGateOf */ .xf)(environment);
    const readsLines = gate?.metrics.some(metric => 'logs' in metric) === true;
    const services = [gate?.prometheus.service, readsLines ? monitoring?.logs?.service : undefined];
    return services.flatMap(service => (service === undefined ? [] : proxyPermission('get', service)));
}
function optionalPermissions(environment) {
    const { silence, alertmanager } = environment.monitoring ?? {};
    const service = silence === undefined ? undefined : alertmanager?.service;
    const events = { verb: 'create', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .eventsOfWorkloads */ .H5 };
    const databases = ofDatabases(environment, 'warn');
    const silences = service ? ['create', 'delete', 'get'].map(verb => proxyPermission(verb, service)) : [];
    return [
        { permissions: [events], without: 'releases create no Events for the workload' },
        { permissions: databases, without: 'releases cannot check the lag of standbys and WAL archives' },
        { permissions: silences, without: 'releases silence no alerts' },
    ].filter(({ permissions }) => permissions.length > 0);
}
const ofDatabases = ({ recovery }, reaction) => (0,_config_standbys_js__WEBPACK_IMPORTED_MODULE_6__/* .watchedDatabases */ .f)(recovery)
    .filter(([, database]) => database['on-lag'] === reaction)
    .flatMap(([, { workload }]) => [
    { verb: 'get', resource: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .traitsOf */ .JC)(workload.kind).resource },
    ...['get', 'list'].map(verb => ({ verb, resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod })),
    { verb: 'create', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, subresource: 'exec' },
]);
const proxyPermission = (verb, { namespace, name, port }) => {
    const elsewhere = { namespace, name: `${name}:${port}` };
    return { verb, resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, subresource: 'proxy', elsewhere };
};
function ofHooks({ hooks = {} }) {
    const inCluster = Object.values(hooks).some(hook => 'job' in hook);
    return inCluster ? [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.job, ['create', 'delete', 'get']]] : [];
}
function ofTwoTracks({ route, strategy }) {
    return [
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, ['create', 'delete', 'get', 'patch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.horizontalPodAutoscaler, ['get', 'patch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, ['delete', 'get']],
        ...(route === undefined
            ? []
            : [
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, ['get', 'patch']],
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway, ['get']],
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gatewayClass, ['get']],
                ...otherRoutes.map((resource) => [resource, ['list']]),
            ]),
        ...((0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_5__/* .watchdogImage */ .FX)(strategy) === undefined
            ? []
            : [
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.job, ['create', 'list', 'watch']],
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.serviceAccount, ['get']],
            ]),
    ];
}
const otherRoutes = [
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.grpcRoute,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.tcpRoute,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.tlsRoute,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.udpRoute,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.backendTlsPolicy,
];
function nameOfPermission({ verb, resource, subresource, elsewhere }) {
    const group = resource.group === '' ? '' : `.${resource.group}`;
    const of = elsewhere === undefined ? '' : ` of ${elsewhere.namespace}/${elsewhere.name}`;
    return `${verb} ${resource.plural}${group}${subresource === undefined ? '' : `/${subresource}`}${of}`;
}
async function askPermissions(cluster, namespace, permissions, account) {
    const [kind, subject] = account === undefined
        ? ['SelfSubjectAccessReview', {}]
        : ['SubjectAccessReview', userOf(namespace, account)];
    return Promise.all(permissions.map(async (permission) => {
        const { resource, verb, subresource, elsewhere } = permission;
        const review = await cluster.create(`/apis/authorization.k8s.io/v1/${kind.toLowerCase()}s`, {
            apiVersion: 'authorization.k8s.io/v1',
            kind,
            spec: {
                ...subject,
                resourceAttributes: {
                    verb,
                    group: resource.group,
                    resource: resource.plural,
                    ...(subresource === undefined ? {} : { subresource }),
                    ...(resource.namespaced && resource !== _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway ? { namespace } : {}),
                    ...elsewhere,
                },
            },
        });
        return { permission, name: nameOfPermission(permission), allowed: review.status.allowed };
    }));
}
const userOf = (namespace, account) => ({
    user: `system:serviceaccount:${namespace}:${account}`,
    groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
});
async function requirePermissions(cluster, namespace, permissions) {
    const grants = await askPermissions(cluster, namespace, permissions);
    const lacking = permissionsProblem(grants, namespace);
    if (lacking !== undefined)
        throw lacking;
}
function permissionsProblem(grants, namespace) {
    const lacking = grants.filter(({ allowed }) => !allowed).map(({ permission }) => permission);
    const here = lacking.filter(({ elsewhere }) => elsewhere === undefined);
    const names = [...lacking.filter(({ elsewhere }) => elsewhere !== undefined), ...here].map(nameOfPermission);
    if (names.length === 0)
        return undefined;
    const shown = names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
    return new _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingPermission */ .cb(here.length === 0 ? shown : `${shown} in namespace ${namespace}`);
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

/***/ 5231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   folderOf: () => (/* binding */ folderOf),
/* harmony export */   isLock: () => (/* binding */ isLock),
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
const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const labelOf = (text, longest = 40) => text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-*(?=\d)/, 'app-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '') || 'app';


/***/ }),

/***/ 3030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   permissionsToGrant: () => (/* binding */ permissionsToGrant),
/* harmony export */   resourcesOf: () => (/* binding */ resourcesOf),
/* harmony export */   roleFileFor: () => (/* binding */ roleFileFor),
/* harmony export */   roleObjects: () => (/* binding */ roleObjects),
/* harmony export */   roleText: () => (/* binding */ roleText),
/* harmony export */   rolesFor: () => (/* binding */ rolesFor),
/* harmony export */   usersOf: () => (/* binding */ usersOf)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _cluster_manifests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83406);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14485);
/* harmony import */ var _release_permissions_access_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52692);
/* harmony import */ var _release_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68036);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(60630);
/* harmony import */ var _traffic_route_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6386);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91490);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5231);










function rolesFor(permissions) {
    const clusterWide = (permission) => !permission.resource.namespaced || permission.resource === _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.gateway;
    const here = permissions.filter(({ elsewhere }) => elsewhere === undefined);
    const others = new Set(permissions.flatMap(({ elsewhere }) => elsewhere?.namespace ?? []));
    return {
        role: rulesOf(here.filter(permission => !clusterWide(permission))),
        clusterRole: rulesOf(here.filter(clusterWide)),
        elsewhere: [...others].map(namespace => ({
            namespace,
            role: rulesOf(permissions.filter(({ elsewhere }) => elsewhere?.namespace === namespace)),
        })),
    };
}
function rulesOf(permissions) {
    const rules = new Map();
    for (const { resource, subresource, verb, elsewhere } of permissions) {
        const name = subresource === undefined ? resource.plural : `${resource.plural}/${subresource}`;
        const key = `${resource.group}/${name}/${elsewhere?.name ?? ''}`;
        const rule = rules.get(key) ?? {
            apiGroups: [resource.group],
            resources: [name],
            ...(elsewhere === undefined ? {} : { resourceNames: [elsewhere.name] }),
            verbs: [],
        };
        rule.verbs.push(verb);
        rules.set(key, rule);
    }
    return [...rules.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, rule]) => ({ ...rule, verbs: [...new Set(rule.verbs)].sort() }));
}
const api = 'rbac.authorization.k8s.io';
function roleObjects(app, environment, manifests, account, users = []) {
    const { namespace, route, service = '', strategy } = environment;
    const { kinds } = resourcesOf(manifests);
    const optional = (0,_release_permissions_access_js__WEBPACK_IMPORTED_MODULE_3__/* .optionalPermissions */ .JN)(environment).flatMap(({ permissions }) => permissions);
    const { role, clusterRole, elsewhere } = rolesFor([
        ...(0,_release_permissions_access_js__WEBPACK_IMPORTED_MODULE_3__/* .permissionsFor */ .mr)(environment, kinds),
        ...permissionsToGrant(namespace, manifests),
        ...optional,
    ]);
    const subjects = users.length === 0
        ? [{ kind: 'ServiceAccount', name: account, namespace }]
        : users.map(name => ({ kind: 'User', apiGroup: api, name }));
    const cluster = `${account}:${namespace}:${app}`;
    const granted = (kind, name, rules, where) => {
        const metadata = { name, ...(where === undefined ? {} : { namespace: where }) };
        return [
            { apiVersion: `${api}/v1`, kind, metadata, rules },
            {
                apiVersion: `${api}/v1`,
                kind: `${kind}Binding`,
                metadata,
                roleRef: { apiGroup: api, kind, name },
                subjects,
            },
        ];
    };
    return [
        ...(users.length === 0
            ? [{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: account, namespace } }]
            : []),
        ...granted('Role', `${account}:${app}`, role, namespace),
        ...granted('ClusterRole', cluster, clusterRole),
        ...elsewhere.flatMap(other => granted('Role', cluster, other.role, other.namespace)),
        ...((0,_release_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_4__/* .watchdogImage */ .FX)(strategy) === undefined
            ? []
            : (0,_release_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_4__/* .watchdogRole */ .c_)({
                app,
                namespace,
                routes: route === undefined ? [] : [...new Set([route.name, ...routesTo(service, manifests)])],
                services: [service, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.canary(service)],
            })),
    ];
}
function permissionsToGrant(namespace, manifests) {
    const ofKind = (kind) => manifests.filter(each => each.kind === kind && each.apiVersion?.startsWith(`${api}/`));
    const permission = (group, name, verb, only) => {
        const [plural = '', subresource] = name.split(/\/(.*)/, 2);
        const resource = { group, version: 'v1', kind: '', plural, namespaced: true };
        const within = only === undefined ? {} : { elsewhere: { namespace, name: only } };
        return { verb, resource, ...(subresource === undefined ? {} : { subresource }), ...within };
    };
    const roles = ofKind('Role');
    const held = roles
        .flatMap(({ rules }) => rules ?? [])
        .flatMap(({ apiGroups = [], resources: named = [], resourceNames = [], verbs = [] }) => apiGroups.flatMap(group => named.flatMap(name => verbs.flatMap(verb => (resourceNames.length === 0 ? [undefined] : resourceNames).map(only => permission(group, name, verb, only))))));
    const bound = ofKind('RoleBinding')
        .flatMap(({ roleRef }) => roleRef ?? [])
        .filter(({ kind, name }) => kind !== 'Role' || !roles.some(({ metadata }) => metadata?.name === name));
    return [...held, ...bound.map(({ kind, name }) => permission(api, `${kind.toLowerCase()}s`, 'bind', name))];
}
function routesTo(service, manifests) {
    const { group, kind } = _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.httpRoute;
    const routes = manifests.filter(each => each.kind === kind && each.apiVersion?.startsWith(`${group}/`));
    return (0,_traffic_route_js__WEBPACK_IMPORTED_MODULE_6__/* .routesOf */ .eV)(routes, service).map(({ metadata }) => metadata?.name ?? '');
}
function roleText(app, name, environment, manifests, account, users) {
    const released = manifests.map(({ object }) => object);
    const { guessed } = resourcesOf(released);
    const objects = roleObjects(app, environment, released, account, users);
    const head = `# Exactly the permissions that releases of ${app} to ${name} need. Written by slipway rbac; an administrator applies it.\n`;
    return {
        text: head + objects.map(object => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(object, { lineWidth: 0, compat: 'yaml-1.1' })).join('---\n'),
        rules: objects.flatMap(object => ('rules' in object ? [object.rules].flat() : [])).length,
        guessed,
    };
}
function roleFileFor(name, { texts }) {
    const first = texts.get('slipway-rbac.yaml') ?? '';
    const owner = /^# Exactly the permissions that releases of \S+ to (\S+) need\./.exec(first)?.[1] ?? name;
    return owner === name ? 'slipway-rbac.yaml' : `slipway-rbac-${name}.yaml`;
}
function usersOf({ cluster }, name, repository) {
    if (cluster === undefined)
        return [];
    const file = roleFileFor(name, repository);
    const subjects = subjectsIn(repository.texts.get(file) ?? '', file);
    const users = [...new Set((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .textsIn */ .Ej)(subjects.filter(({ kind }) => kind === 'User').map(user => user.name)))];
    if (users.length > 0)
        return users;
    const { owner, name: repo } = (0,_repository_js__WEBPACK_IMPORTED_MODULE_8__.remoteOf)(repository.remote) ?? { owner: '<owner>', name: '<repository>' };
    const subject = `github:repo:${owner}/${repo}`;
    return [`${subject}:ref:refs/heads/${repository.branch}`, `${subject}:environment:${name}`];
}
function subjectsIn(text, file) {
    try {
        return (0,_cluster_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifests */ .Y)(text, file).flatMap(({ object }) => 'subjects' in object ? (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .mapsIn */ .nf)(object.subjects) : []);
    }
    catch (error) {
        if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo)
            return [];
        throw error;
    }
}
function resourcesOf(objects) {
    const kinds = new Map();
    const guessed = new Set();
    for (const { apiVersion = '', kind = '' } of objects) {
        const [version = '', group = ''] = apiVersion.split('/').reverse();
        const known = builtIn.find(each => each.group === group && each.kind === kind);
        if (known === undefined)
            guessed.add(`${kind}.${group}`);
        kinds.set(`${group}/${kind}`, known ?? { group, version, kind, plural: pluralOf(kind), namespaced: true });
    }
    return { kinds: [...kinds.values()], guessed: [...guessed] };
}
const more = [
    ['policy', 'PodDisruptionBudget'],
    ['networking.k8s.io', 'NetworkPolicy'],
    ['networking.k8s.io', 'Ingress'],
    ['rbac.authorization.k8s.io', 'Role'],
    ['rbac.authorization.k8s.io', 'RoleBinding'],
    ['monitoring.coreos.com', 'ServiceMonitor'],
    ['monitoring.coreos.com', 'PodMonitor'],
    ['monitoring.coreos.com', 'PrometheusRule'],
    ['monitoring.coreos.com', 'ScrapeConfig'],
];
const builtIn = [
    ...Object.values(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES),
    ...more.map(([group, kind]) => ({ group, version: 'v1', kind, plural: pluralOf(kind), namespaced: true })),
];
function pluralOf(kind) {
    const name = kind.toLowerCase();
    if (/(s|x|ch|sh)$/.test(name))
        return `${name}es`;
    return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
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


/***/ }),

/***/ 6386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   XV: () => (/* binding */ previewRule),
/* harmony export */   Yc: () => (/* binding */ weightIn),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   bU: () => (/* binding */ isPreview),
/* harmony export */   dc: () => (/* binding */ backendsOf),
/* harmony export */   dv: () => (/* binding */ ruleKeys),
/* harmony export */   eV: () => (/* binding */ routesOf),
/* harmony export */   ev: () => (/* binding */ asksFor),
/* harmony export */   fD: () => (/* binding */ rulesOf),
/* harmony export */   gA: () => (/* binding */ refsOf),
/* harmony export */   nb: () => (/* binding */ weightsIn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

function routesOf(routes, service) {
    return routes.filter(route => rulesOf(route).some(rule => refsOf(rule).some(ref => refersTo(ref, service, route))));
}
function refersTo(ref, service, route) {
    return (ref.name === service &&
        (ref.kind ?? 'Service') === 'Service' &&
        (ref.group ?? '') === '' &&
        (ref.namespace ?? route.metadata?.namespace) === route.metadata?.namespace);
}
const rulesOf = (route) => route.spec?.rules ?? [];
const refsOf = (rule) => rule.backendRefs ?? [];
const weightIn = (ref) => ref.weight ?? 1;
function backendsOf(rule, { service, canaryService }, route) {
    const refs = refsOf(rule);
    const indexes = (name) => [...refs.keys()].filter(i => refersTo(at(refs, i), name, route));
    const canaries = indexes(canaryService);
    const pairs = indexes(service).map((stable) => {
        const found = canaries.findIndex(i => at(refs, i).port === at(refs, stable).port);
        const [canary] = found < 0 ? [] : canaries.splice(found, 1);
        return canary === undefined ? { stable } : { stable, canary };
    });
    return { pairs, orphans: canaries };
}
function isOurs(rule, names, route) {
    const { pairs, orphans } = backendsOf(rule, names, route);
    return pairs.length + orphans.length > 0;
}
function isPreview(rule, split, route) {
    const { preview, service, canaryService } = split;
    return (preview !== undefined &&
        (rule.matches ?? []).length > 0 &&
        (rule.matches ?? []).every(match => asksFor(match, preview)) &&
        refsOf(rule).length > 0 &&
        refsOf(rule).every(ref => refersTo(ref, service, route) || refersTo(ref, canaryService, route)));
}
function asksFor(match, { header, value }) {
    return (match.headers ?? []).some(each => each.name.toLowerCase() === header.toLowerCase() &&
        each.value === value &&
        (each.type ?? 'Exact') === 'Exact');
}
function weightsIn(route, split) {
    return rulesOf(route).flatMap(rule => {
        if (isPreview(rule, split, route))
            return [];
        const { pairs, orphans } = backendsOf(rule, split, route);
        const refs = refsOf(rule);
        const sum = (indexes) => indexes.reduce((total, i) => total + weightIn(at(refs, i)), 0);
        const canary = sum([...pairs.flatMap(pair => pair.canary ?? []), ...orphans]);
        const total = canary + sum(pairs.map(({ stable }) => stable));
        return total === 0 ? [] : [(100 * canary) / total];
    });
}
function ruleKeys(route, split) {
    const seen = new Map();
    const keys = new Map();
    rulesOf(route).forEach((rule, index) => {
        if (isPreview(rule, split, route) || !isOurs(rule, split, route))
            return;
        const text = JSON.stringify(rule.matches ?? []);
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 8);
        const nth = seen.get(hash) ?? 0;
        seen.set(hash, nth + 1);
        keys.set(index, nth === 0 ? hash : `${hash}-${nth}`);
    });
    return keys;
}
function at(list, index) {
    const element = list[index];
    if (element === undefined)
        throw new RangeError(`no element ${index} of ${list.length}`);
    return element;
}
const everything = { path: { type: 'PathPrefix', value: '/' } };
function previewRule(rule, split, preview, route) {
    const { name: _, backendRefs: __, ...rest } = rule;
    const header = { type: 'Exact', name: preview.header, value: preview.value };
    return {
        ...rest,
        matches: (rule.matches?.length ? rule.matches : [everything]).map(match => ({
            ...match,
            headers: [...(match.headers ?? []), header],
        })),
        backendRefs: refsOf(rule)
            .filter(ref => refersTo(ref, split.service, route))
            .slice(0, 1)
            .map(ref => ({
            ...ref,
            name: split.canaryService,
            ...(ref.weight === undefined ? {} : { weight: 1 }),
        })),
    };
}


/***/ }),

/***/ 5259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ workersOf),
/* harmony export */   QF: () => (/* binding */ readWorkers),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   pZ: () => (/* binding */ requireWorkers),
/* harmony export */   r0: () => (/* binding */ workersIn),
/* harmony export */   r3: () => (/* binding */ templatesOf),
/* harmony export */   withUnlistedWorkers: () => (/* binding */ withUnlistedWorkers),
/* harmony export */   xD: () => (/* binding */ isWorker)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75181);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withUnlistedWorkers(environment, manifests, repositories) {
    if (!manifests.some(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object)))
        return { environment, unlisted: [] };
    const ours = new Set(repositories.map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(each)));
    const known = new Set([environment.workload, ...workersOf(environment)].map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN));
    const unlisted = manifests.flatMap(({ object }) => {
        if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainerIn */ .XD)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object), ours) === undefined || !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(object.kind))
            return [];
        const ref = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(object);
        return known.has((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref)) ? [] : [ref];
    });
    return { environment: { ...environment, workers: [...workersOf(environment), ...unlisted] }, unlisted };
}
function workersIn(manifests, environment) {
    return workersOf(environment).map(ref => {
        const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(ref, object));
        if (found !== undefined)
            return found.object;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(ref)}, which \`workers\` lists`, 'correct `workers` in slipway.yml or add its manifest');
    });
}
function requireWorkers(manifests, environment, images, workload) {
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const services = manifests.filter(({ object }) => object.kind === 'Service');
    for (const worker of workersIn(manifests, environment)) {
        const name = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(worker));
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(worker);
        if (ours.size > 0 && (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainerIn */ .XD)(template === undefined ? [] : [template], ours) === undefined) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} is listed in \`workers\`, but runs none of the images of this release`, 'remove it from `workers`: it is applied like any other manifest');
        }
        if (takes(workload.spec?.selector?.matchLabels, worker) ||
            takes(worker.spec?.selector?.matchLabels, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the labels do not distinguish the pods of ${name} from those of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)}`, 'give each of them a distinct label, in its selector and in its template');
        }
        const service = services.find(each => takes(each.object.spec?.selector, worker));
        if (service !== undefined && takes(service.object.spec?.selector, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service.name} would send requests to ${name} as well, but a worker must get none`, 'add a label to its selector that only the pods of the workload have');
        }
    }
}
const takes = (selector, workload) => (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .selects */ .ko)(selector, (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(workload)?.metadata?.labels);
async function readWorkers(cluster, namespace, refs) {
    const entries = refs.map(async (ref) => [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref), await cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .pathTo */ .vs)(namespace, ref))]);
    return Object.fromEntries(await Promise.all(entries));
}
function templatesOf(liveWorkers) {
    return Object.fromEntries(Object.entries(liveWorkers).flatMap(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(live);
        return template === undefined ? [] : [[name, template]];
    }));
}
function releaseOf(worker) {
    const marked = worker?.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release];
    return marked === undefined ? undefined : Number(marked);
}


/***/ })

};
