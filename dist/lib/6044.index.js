export const id = 6044;
export const ids = [6044];
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
    const chart = await chartOfTemplates(root, written);
    if (info.isFile()) {
        if (chart !== undefined)
            throw chartError(`${written} is a template of a Helm chart, which`, [chart]);
        return [[(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8')]];
    }
    const entries = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path)).sort();
    if (entries.some(entry => _kustomize_js__WEBPACK_IMPORTED_MODULE_5__/* .kustomizations */ .r_.includes(entry)))
        return [[written, await (0,_kustomize_js__WEBPACK_IMPORTED_MODULE_5__/* .kustomize */ .Et)(path, written, env)]];
    if (entries.includes('Chart.yaml'))
        throw chartError(`${written} is a Helm chart, whose templates`, [written]);
    if (chart !== undefined)
        throw chartError(`${written} holds templates of a Helm chart, which`, [chart]);
    const files = entries.filter(entry => /\.(ya?ml|json)$/.test(entry)).map(entry => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, entry));
    if (files.length === 0) {
        const charts = entries.map(entry => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(written, entry));
        const found = await Promise.all(charts.map(each => isChart(root, each)));
        const below = charts.filter((_, index) => found[index]);
        if (below.length > 0)
            throw chartError(`${written} holds Helm charts, whose templates`, below);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: ${written} holds no .yaml, .yml or .json file`, 'correct the path');
    }
    return Promise.all(files.map(async (file) => [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, file), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8')]));
}
async function chartOfTemplates(root, written) {
    for (let path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.normalize)(written); (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) !== path; path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path) === 'templates' && (await isChart(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))))
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    return undefined;
}
const isChart = (root, folder) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder, 'Chart.yaml')).then(status => status.isFile(), () => false);
const chartError = (what, charts) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`manifests: ${what} must be rendered`, `write ${charts.map(each => `\`- helm: ${each.replace(/\/+$/, '')}\``).join(' or ')} in place of the path (docs/helm.md)`);
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
        logLevel: 'error',
    }).flatMap(document => {
        const [error] = document.errors;
        if (error !== undefined) {
            const line = error.linePos?.[0].line ?? 1;
            const problem = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${source}:${line}: ${problem}`, 'correct the YAML');
        }
        rejectMapKeys(document, text, source);
        const value = readDocument(document, source);
        if (value === null)
            return [];
        const { kind = '', items } = value;
        if (!/List$/.test(kind) || !Array.isArray(items))
            return [asManifest(value, source)];
        return items.map(item => asManifest((0,_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .named */ .KT)(item, value), source));
    });
}
function rejectMapKeys(document, text, source) {
    (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .visit */ .YR)(document, {
        Pair: (_, { key }) => {
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .isCollection */ .P3)(key))
                return;
            const line = text.slice(0, key.range?.[0]).split('\n').length;
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${source}:${line}: a map or a list is a key, as in a template that was not rendered`, 'render the template, or put `{{ … }}` in quotes if it belongs there');
        },
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

/***/ 36415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ renderHook),
/* harmony export */   LH: () => (/* binding */ troubleOf),
/* harmony export */   LT: () => (/* binding */ workOf),
/* harmony export */   d2: () => (/* binding */ hookJob),
/* harmony export */   m0: () => (/* binding */ selectorOfService),
/* harmony export */   nL: () => (/* binding */ hookProblem),
/* harmony export */   yB: () => (/* binding */ stateOfJob)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(75181);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59993);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91381);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91490);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12502);
/* harmony import */ var _workloads_shipped_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87755);








const keptSeconds = 24 * 3600;
const deadlineMargin = 15;
const workAnnotation = 'slipway.dev/hook';
function renderHook(manifest, environment, images, shipped) {
    const rendered = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .place */ .ik)(structuredClone(manifest), environment.namespace);
    (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .injectDigests */ .Vu)([rendered], images, 'some');
    for (const template of (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .podTemplatesOf */ .ab)(rendered.object))
        (0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_6__/* .pointAtCopies */ .Ld)(template, shipped);
    return rendered.object;
}
const workOf = (hook, ...releases) => (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .contentHash */ .Ae)('', [hook, ...releases.map(each => each ?? 0)]);
function hookJob(rendered, options) {
    const { app, namespace, when, within, release, token, work } = options;
    const own = { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind]: 'hook' };
    const spec = (rendered.spec ?? {});
    const longest = Math.ceil(within / 1000) + deadlineMargin;
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.hook(app, when),
            namespace,
            labels: { ...rendered.metadata?.labels, ...own, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.release]: String(release) },
            annotations: {
                ...rendered.metadata?.annotations,
                [workAnnotation]: work,
                [_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOf */ .lW.token(app)]: String(token),
            },
        },
        spec: {
            backoffLimit: 0,
            ttlSecondsAfterFinished: keptSeconds,
            ...spec,
            activeDeadlineSeconds: Math.min(longest, spec.activeDeadlineSeconds ?? longest),
        },
    };
}
function stateOfJob({ metadata, status }) {
    const work = metadata?.annotations?.[workAnnotation] ?? '';
    const is = (type) => status?.conditions?.find(each => each.type === type && each.status === 'True');
    if (is('Complete') !== undefined)
        return { state: 'complete', work };
    const failed = is('Failed');
    if (failed === undefined)
        return { state: 'running', work };
    return { state: 'failed', work, reason: failed.message ?? failed.reason ?? '' };
}
function troubleOf(pods) {
    for (const pod of pods) {
        const { metadata } = pod;
        for (const { name, state } of (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .containerStatusesOf */ .Xy)(pod)) {
            const { terminated, waiting } = state ?? {};
            if (terminated !== undefined && terminated.exitCode !== 0) {
                const how = terminated.reason === 'OOMKilled'
                    ? 'used more memory than its limit'
                    : `failed with exit code ${terminated.exitCode}`;
                return { sentence: `container ${name} ${how} (pod ${metadata?.name})`, final: false };
            }
            if (waiting?.reason !== undefined && cannotStart.test(waiting.reason)) {
                const said = waiting.message === undefined ? '' : `: ${waiting.message}`;
                const sentence = `container ${name} cannot be started (${waiting.reason}${said}; pod ${metadata?.name})`;
                return { sentence, final: true };
            }
        }
    }
    return undefined;
}
const cannotStart = /^(ImagePullBackOff|InvalidImageName|ErrImageNeverPull|CreateContainerConfigError|CreateContainerError)$/;
function hookProblem({ object, source }, selectors) {
    const [template] = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .podTemplatesOf */ .ab)(object);
    if (template?.spec === undefined) {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${source}: the Job has no spec.template`, 'add it to the manifest');
    }
    const taking = selectors.find(each => (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_7__/* .selects */ .ko)(each.labels, template.metadata?.labels));
    if (taking === undefined)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${source}: ${taking.name} would select the pods of the Job by their labels`, 'give these pods other labels');
}
const selectorOfService = ({ metadata, spec }) => ({
    name: `Service/${metadata?.name}`,
    labels: spec?.selector ?? {},
});


/***/ }),

/***/ 56044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadHooks: () => (/* binding */ loadHooks),
  D: () => (/* binding */ runHook)
});

// UNUSED EXPORTS: environmentOfHook

// EXTERNAL MODULE: ./.build/js/src/cluster/manifests.js
var manifests = __webpack_require__(83406);
// EXTERNAL MODULE: ./.build/js/src/toolkit/command.js
var command = __webpack_require__(90305);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
// EXTERNAL MODULE: ./.build/js/src/traffic/fencing-token.js
var fencing_token = __webpack_require__(59993);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/cluster/retry.js
var retry = __webpack_require__(22882);
// EXTERNAL MODULE: ./.build/js/src/toolkit/redaction.js
var redaction = __webpack_require__(90501);
// EXTERNAL MODULE: ./.build/js/src/toolkit/repeats.js
var repeats = __webpack_require__(85532);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var toolkit_retry = __webpack_require__(25726);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/workloads/diagnosis.js
var diagnosis = __webpack_require__(76697);
// EXTERNAL MODULE: ./.build/js/src/release/hooks/hook-job.js
var hook_job = __webpack_require__(36415);
;// CONCATENATED MODULE: ./.build/js/src/release/hooks/follow-job.js










const startGrace = 20_000;
const maxUnclear = 10;
async function runJob(cluster, job, options) {
    const { namespace, within, report } = options;
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.job, namespace, job.metadata?.name);
    const { work } = (0,hook_job/* stateOfJob */.yB)(job);
    const end = performance.now() + within;
    const tell = (0,repeats/* withoutRepeats */.j)(report);
    const run = (own) => {
        tell(`Job/${own.metadata?.name} is running`);
        return followJob(cluster, own, end, options);
    };
    const unclear = [];
    for (;;) {
        if (options.signal?.aborted)
            return `the run was cancelled${unclear.length > 0 ? `; Job/${job.metadata?.name} may be running until its deadline` : ''}`;
        const there = await cluster.get(path);
        const isLate = performance.now() > end;
        if (there === undefined && !isLate && unclear.length < maxUnclear) {
            const made = await createJob(cluster, job, { namespace, unclear });
            if (made !== undefined)
                return run(made);
            await (0,toolkit_retry/* pause */.v7)(timing/* timing */.N.jobPoll);
            continue;
        }
        if (there === undefined && unclear.length > 0)
            throw unclear.at(-1);
        const standing = there && (0,hook_job/* stateOfJob */.yB)(there);
        if (there !== undefined && unclear.length > 0 && standing?.work === work)
            return run(there);
        if (there === undefined || standing === undefined || isLate)
            return `Job/${job.metadata?.name} of an earlier release did not end within ${within / 1000} s`;
        const same = standing.work === work && there.metadata?.deletionTimestamp === undefined;
        if (same && standing.state === 'complete')
            return undefined;
        if (same && standing.state === 'running') {
            tell(`following Job/${there.metadata?.name}, which an earlier run created`);
            return followJob(cluster, there, end, options);
        }
        if (standing.state !== 'running')
            await cluster.remove(path, there.metadata?.uid);
        else
            tell(`waiting for Job/${there.metadata?.name}, which an earlier release created`);
        await (0,toolkit_retry/* pause */.v7)(timing/* timing */.N.jobPoll);
    }
}
async function createJob(cluster, job, { namespace, unclear }) {
    try {
        return await cluster.create((0,resources/* pathOf */.XM)(resources/* resources */.ES.job, namespace), job);
    }
    catch (error) {
        const mayExist = error instanceof retry/* NoAnswer */.W_ ||
            (error instanceof cluster_errors/* ClusterError */.b$ &&
                error.status >= 500 &&
                !(0,retry/* wasNotCarriedOut */.DR)({ status: error.status, body: error.serverMessage }));
        if (mayExist)
            unclear.push(error);
        else if (!(error instanceof cluster_errors/* ClusterError */.b$ && error.reason === 'AlreadyExists'))
            throw error;
        return undefined;
    }
}
async function followJob(cluster, job, end, options) {
    const { namespace, within, signal } = options;
    const { name = '', uid = '' } = job.metadata ?? {};
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.job, namespace, name);
    let stuckSince;
    for (;;) {
        if (signal?.aborted)
            return `the run was cancelled; Job/${name} keeps running until its deadline`;
        const now = performance.now();
        const { standing, pods } = await look(cluster, path, uid, namespace);
        const trouble = (0,hook_job/* troubleOf */.LH)(pods);
        const detail = trouble === undefined ? '' : `: ${trouble.sentence}`;
        if (standing === undefined)
            return `Job/${name} was deleted`;
        if (standing.state !== 'running') {
            const last = await showLog(cluster, pods, name, options);
            if (standing.state === 'complete')
                return undefined;
            return trouble === undefined ? `Job/${name}: ${standing.reason}` : `${trouble.sentence}${last}`;
        }
        stuckSince = trouble?.final === true ? (stuckSince ?? now) : undefined;
        const stuck = stuckSince !== undefined && now - stuckSince > startGrace;
        if (now > end || stuck) {
            await showLog(cluster, pods, name, options);
            await cluster.remove(path, uid);
            return stuck ? (trouble?.sentence ?? '') : `it did not finish within ${within / 1000} s${detail}`;
        }
        await (0,toolkit_retry/* pause */.v7)(timing/* timing */.N.jobPoll);
    }
}
async function look(cluster, path, uid, namespace) {
    try {
        const [job, { items }] = await Promise.all([
            cluster.get(path),
            cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace), {
                labelSelector: `batch.kubernetes.io/controller-uid=${uid}`,
            }),
        ]);
        const ours = job?.metadata?.uid === uid ? job : undefined;
        const pods = items.sort((a, b) => createdAt(b).localeCompare(createdAt(a)));
        return { standing: ours && (0,hook_job/* stateOfJob */.yB)(ours), pods };
    }
    catch (error) {
        if (error instanceof cluster_errors/* ClusterError */.b$ && error.status < 500)
            throw error;
        return { standing: { state: 'running', work: '' }, pods: [] };
    }
}
async function showLog(cluster, pods, name, options) {
    const { namespace, quote, report } = options;
    const [newest] = pods;
    const pod = newest?.metadata?.name;
    if (pod === undefined)
        return '';
    const confidential = await (0,diagnosis/* confidentialOf */.KF)(cluster, namespace, pod).catch(() => undefined);
    if (confidential === undefined) {
        report(`the log of Job/${name} is not shown: its Secrets could not be read, so their values cannot be masked`);
        return '';
    }
    const texts = await Promise.all((0,kinds/* containersOf */.Mz)(newest?.spec).map(container => logOf(cluster, namespace, pod, container.name).catch(() => '')));
    const lines = texts
        .flatMap(text => (0,redaction.withoutSecrets)(text, confidential).split('\n'))
        .filter(line => line !== '');
    await quote(`log of Job/${name}`, async (print) => {
        for (const line of lines)
            print(line);
    });
    const last = (0,diagnosis/* lastMessageOf */.hY)(lines);
    return last === undefined ? '' : `; its last message: ${last.slice(0, 200)}`;
}
async function logOf(cluster, namespace, pod, container) {
    const path = `${(0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace, pod)}/log`;
    const query = (0,resources/* withQuery */.VL)(path, { container, tailLines: '500', limitBytes: '262144' });
    return (await cluster.call('GET', query)).body;
}
const createdAt = ({ metadata }) => metadata?.creationTimestamp ?? '';

;// CONCATENATED MODULE: ./.build/js/src/release/hooks/hooks.js









async function loadHooks(folder, hooks = {}, rendered = {}) {
    const entries = Object.entries(hooks).map(async ([when, hook]) => {
        if ('run' in hook)
            return [when, { run: hook.run, within: hook.timeout }];
        const ours = rendered[when];
        if (ours !== undefined)
            return [when, { manifest: ours, within: hook.timeout }];
        const [manifest, ...more] = await (0,manifests/* loadManifests */.D)(folder, [hook.job]);
        const { apiVersion, kind } = manifest?.object ?? {};
        if (manifest === undefined || more.length > 0 || kind !== 'Job' || apiVersion !== 'batch/v1') {
            throw new errors/* UserError */.yo(`hooks.${when}: ${hook.job} does not hold exactly one Job of batch/v1`, 'put the Job into a separate file');
        }
        return [when, { manifest, within: hook.timeout }];
    });
    return Object.fromEntries(await Promise.all(entries));
}
async function runHook(cluster, when, hook, context) {
    const { report, record, previous } = context;
    const { within: _, ...content } = hook;
    const { release, baseline, images } = record;
    const work = (0,hook_job/* workOf */.LT)({ ...content, images }, ...(when === 'pre' ? [baseline, previous] : [release]));
    if (when === 'pre' && (await isDone(cluster, context, work))) {
        report('the pre hook has already succeeded for this version, and is not run again');
        return undefined;
    }
    const failed = 'run' in hook
        ? await runOnRunner(when, hook, context)
        : await runInCluster(cluster, when, hook, work, context);
    if (failed === undefined && when === 'pre')
        await remember(cluster, context, work);
    return failed === undefined ? undefined : `the ${when} hook failed: ${failed}`;
}
function runInCluster(cluster, when, { job: rendered, within }, work, context) {
    const { record, namespace, token, report, signal, hookSetup } = context;
    const { app, release } = record;
    const job = (0,hook_job/* hookJob */.d2)(rendered, { app, namespace, when, within, release, token, work });
    return runJob(cluster, job, {
        namespace,
        within,
        report: line => report(`${when} hook: ${line}`),
        quote: hookSetup.quote,
        signal,
    });
}
async function runOnRunner(when, { run, within }, context) {
    const { hookSetup, env, report, signal } = context;
    const late = AbortSignal.timeout(within);
    const ending = await (0,command/* runLogged */.Eb)({
        run,
        folder: hookSetup.folder,
        env: { ...env, ...environmentOfHook(when, context) },
        log: hookSetup.log,
        signal: signal === undefined ? late : AbortSignal.any([late, signal]),
        report: line => report(`${when} hook: ${line}`),
    });
    switch (ending.kind) {
        case 'exit':
            return ending.code === 0 ? undefined : `the command failed with exit code ${ending.code}`;
        case 'signal':
            return `the command was killed by ${ending.name}`;
        case 'cancelled':
            return signal?.aborted === true ? 'the run was cancelled' : `it took longer than ${within / 1000} s`;
        default:
            return ending;
    }
}
function environmentOfHook(when, { record, namespace }) {
    const { app, environment, release, baseline, images } = record;
    return {
        SLIPWAY_HOOK: when,
        SLIPWAY_APP: app,
        SLIPWAY_ENVIRONMENT: environment,
        SLIPWAY_NAMESPACE: namespace,
        SLIPWAY_RELEASE: String(release),
        SLIPWAY_BASELINE: baseline === undefined ? '' : String(baseline),
        SLIPWAY_IMAGES: JSON.stringify(images),
    };
}
async function isDone(cluster, { record, namespace }, work) {
    const lease = await cluster.get((0,kinds/* leasePath */.U8)(namespace, record.app));
    return lease?.metadata?.annotations?.[naming/* labels */.WD.preHook] === work;
}
async function remember(cluster, { record, namespace, token, report }, work) {
    try {
        await cluster.patch((0,kinds/* leasePath */.U8)(namespace, record.app), 'json', [
            { op: 'test', path: (0,fencing_token/* annotationPointer */.ZC)(naming/* labels */.WD.token), value: String(token) },
            { op: 'add', path: (0,fencing_token/* annotationPointer */.ZC)(naming/* labels */.WD.preHook), value: work },
        ]);
    }
    catch (error) {
        report(`warning: the success of the pre hook was not recorded: ${(0,printable/* printable */.g$)(error.message)}`);
    }
}


/***/ }),

/***/ 90305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ runLogged),
/* harmony export */   HY: () => (/* binding */ environmentForCommands)
/* harmony export */ });
/* unused harmony exports runCommand, commandGuard */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73024);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83402);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2108);






const watched = '{ trap "" INT TERM; read -r -u 3 _; kill -KILL 0; } & exec bash --noprofile --norc -eo pipefail -c "$1" 3<&-';
async function runCommand(options) {
    const { run, folder, env, log, signal } = options;
    const { terminate, kill } = options.patience ?? { terminate: 3000, kill: 5000 };
    const bash = (0,_child_js__WEBPACK_IMPORTED_MODULE_3__/* .findOnPath */ .a)('bash');
    if (bash === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('there is no bash on the PATH', 'install bash');
    if (signal.aborted)
        return { kind: 'cancelled' };
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(bash, ['--noprofile', '--norc', '-c', watched, 'bash', run], {
        cwd: folder,
        env,
        detached: true,
        stdio: ['ignore', log, log, 'pipe'],
    });
    const send = (name) => {
        try {
            if (child.pid !== undefined)
                process.kill(-child.pid, name);
        }
        catch {
        }
    };
    const timers = [];
    const end = () => {
        send('SIGINT');
        timers.push(setTimeout(() => send('SIGTERM'), terminate), setTimeout(() => send('SIGKILL'), kill));
    };
    signal.addEventListener('abort', end, { once: true });
    try {
        const [code, name] = await new Promise((resolve, reject) => {
            child.once('error', reject);
            child.once('exit', (...how) => resolve(how));
        });
        if (signal.aborted)
            return { kind: 'cancelled' };
        return code === null ? { kind: 'signal', name: name ?? 'a signal' } : { kind: 'exit', code };
    }
    finally {
        signal.removeEventListener('abort', end);
        for (const timer of timers)
            clearTimeout(timer);
        send('SIGKILL');
        child.stdio[3]?.destroy();
    }
}
const ofTheRunner = /^(GITHUB_(OUTPUT|ENV|PATH|STATE|ARTIFACTS)|ACTIONS_.*|INPUT_.*|SLIPWAY_JOB_TOKEN)$/;
function environmentForCommands(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !ofTheRunner.test(name)));
}
function commandGuard(token, group) {
    const { stop, resume } = (0,_runner_js__WEBPACK_IMPORTED_MODULE_5__/* .commandsOff */ .Ul)(token);
    const [start, end] = group === undefined ? ['', ''] : [`::group::${group}\n`, '::endgroup::\n'];
    return { before: `${start}${stop}\n`, after: `\n${resume}\n${end}` };
}
async function runLogged({ report, group, ...command }) {
    const { run, folder, env, log } = command;
    report(`running in ${folder}: ${run.trim().split('\n')[0] ?? ''}${run.trim().includes('\n') ? ' …' : ''}`);
    const guard = env.GITHUB_ACTIONS === 'true' ? commandGuard((0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.randomUUID)(), group) : { before: '', after: '' };
    say(log, guard.before);
    try {
        return await runCommand({ ...command, env: environmentForCommands(env) });
    }
    finally {
        say(log, guard.after);
    }
}
function say(log, text) {
    for (;;) {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.writeSync)(log, text);
            return;
        }
        catch (error) {
            if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN'))
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
        }
    }
}


/***/ }),

/***/ 85532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ withoutRepeats)
/* harmony export */ });
function withoutRepeats(report) {
    let last = '';
    return line => {
        if (line !== last)
            report(line);
        last = line;
    };
}


/***/ }),

/***/ 2108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ addArtifacts),
/* harmony export */   S0: () => (/* binding */ addSummary),
/* harmony export */   Ul: () => (/* binding */ commandsOff),
/* harmony export */   _Q: () => (/* binding */ fitting)
/* harmony export */ });
/* unused harmony export largestSummary */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46058);


const largestSummary = 1024 * 1024;
function addArtifacts(env, references) {
    if (!env.GITHUB_ARTIFACTS)
        return;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(env.GITHUB_ARTIFACTS, references.map(reference => `oci://${reference}\n`).join(''));
}
async function addSummary(markdown) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (!file)
        return;
    const used = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file, { throwIfNoEntry: false })?.size ?? 0;
    await _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.addRaw(fitting(`${markdown}\n`, largestSummary - used)).write();
}
function fitting(text, bytes, note = '\n\nThe summary was cut here, because GitHub shows at most 1 MiB. The log has the rest.\n') {
    if (Buffer.byteLength(text) <= bytes)
        return text;
    const head = Buffer.from(text).subarray(0, Math.max(0, bytes - note.length));
    const whole = head.toString('utf8', 0, head.lastIndexOf('\n') + 1);
    return note.length <= bytes ? `${whole}${note}` : '';
}
function commandsOff(token) {
    return { stop: `::stop-commands::${token}`, resume: `::${token}::` };
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

/***/ 91381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ requireReleasable),
/* harmony export */   Vu: () => (/* binding */ injectDigests),
/* harmony export */   _5: () => (/* binding */ prepareManifests),
/* harmony export */   bD: () => (/* binding */ clusterScoped),
/* harmony export */   h7: () => (/* binding */ workloadIn),
/* harmony export */   ik: () => (/* binding */ place)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5259);





function prepareManifests(manifests, environment, images) {
    for (const manifest of manifests)
        requireReleasable(manifest, images);
    requireOwnNames(manifests, environment);
    const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
    injectDigests(placed, images);
    const workload = workloadIn(placed, environment);
    (0,_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .requireWorkers */ .pZ)(placed, environment, images, workload);
    const template = workload.spec?.template;
    if (template === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)} has no spec.template`, 'add it to the manifest');
    }
    template.metadata = {
        ...template.metadata,
        labels: { ...template.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.track]: 'stable' },
    };
    return placed;
}
function requireOwnNames(manifests, { strategy, workload, service }) {
    if (strategy.kind === 'rolling')
        return;
    const temporary = [
        `Deployment/${_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.canary(workload.name)}`,
        ...(service === undefined ? [] : [`Service/${_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.canary(service)}`]),
    ];
    for (const { object, name, source } of manifests)
        if (temporary.includes(`${object.kind}/${name}`))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${source}: ${object.kind}/${name} has the name of an object that a ${strategy.kind} release creates and deletes`, 'rename it');
}
const clusterWide = new Set([
    'APIService',
    'CSIDriver',
    'CertificateSigningRequest',
    'ClusterIssuer',
    'ClusterRole',
    'ClusterRoleBinding',
    'CustomResourceDefinition',
    'GatewayClass',
    'IngressClass',
    'MutatingWebhookConfiguration',
    'Namespace',
    'Node',
    'PersistentVolume',
    'PriorityClass',
    'RuntimeClass',
    'StorageClass',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
    'VolumeSnapshotClass',
]);
function requireReleasable({ object, name, source }, images) {
    const { kind = '' } = object;
    const title = `${source}: ${kind}/${name}`;
    if (clusterWide.has(kind))
        throw clusterScoped(title);
    const hook = object.metadata?.annotations?.['argocd.argoproj.io/hook'];
    if (hook !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is a ${hook} hook of Argo CD, and a release would apply it like any other object`, 'move it out of `manifests`; if its Job is needed, make it a hook in slipway.yml, such as `hooks: {pre: {job: hooks/migrate.yaml}}`');
    if (kind === 'Job')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} cannot be released: a Job runs once, and its pod template is immutable`, 'make it a hook, such as `hooks: {pre: {job: hooks/migrate.yaml}}`, and move its file out of `manifests`');
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(kind))
        return;
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainerIn */ .XD)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object), ours);
    if (own !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} runs ${own.image}, and a release can neither watch nor roll back a ${kind}`, 'run it in a Deployment, StatefulSet, DaemonSet or CronJob');
}
const clusterScoped = (title) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is cluster-scoped, but a release belongs to a namespace`, 'move it out of `manifests`, and apply it once with `kubectl apply`');
function place(manifest, namespace) {
    const declared = manifest.object.metadata?.namespace;
    if (declared !== undefined && declared !== namespace) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, but the environment is for ${namespace}`, 'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml');
    }
    manifest.object.metadata = { ...manifest.object.metadata, namespace };
    return manifest;
}
function workloadIn(manifests, environment) {
    const { kind } = environment.workload;
    const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object));
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)}${others.length === 0 ? '' : ` (only ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
    }
    return found.object;
}
function injectDigests(manifests, images, use = 'every') {
    const containers = manifests.flatMap(m => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(m.object).flatMap(t => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(t.spec)));
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        const users = containers.filter(({ image }) => image && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image)) === wanted);
        if (users.length === 0 && use === 'every') {
            const used = [...new Set(containers.map(container => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(container.image ?? '')))];
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`, 'use the same repository for `repository` in slipway.yml and `image` in the manifest');
        }
        for (const container of users)
            container.image = `${repository}@${digest}`;
    }
}


/***/ }),

/***/ 76697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   KF: () => (/* binding */ confidentialOf),
/* harmony export */   XL: () => (/* binding */ eventsOf),
/* harmony export */   hY: () => (/* binding */ lastMessageOf),
/* harmony export */   hx: () => (/* binding */ gatherEvidence),
/* harmony export */   yD: () => (/* binding */ factOf)
/* harmony export */ });
/* unused harmony exports withoutConfidential, secretsIn */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90501);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60512);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);







function sentenceOf(cause, { events, lastMessage } = { events: [] }) {
    const said = lastMessage === undefined || lastMessage === ''
        ? ''
        : `; its last message: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(lastMessage).slice(0, 200)}`;
    switch (cause.kind) {
        case 'image-pull':
            return `image ${cause.image} of container ${cause.container} cannot be pulled: ${reasonOfPull(cause, events)}`;
        case 'out-of-memory':
            return `container ${cause.container} was killed: out of memory (limit ${cause.limit}, pod ${cause.pod})`;
        case 'crash': {
            const killed = events.find(({ reason, message }) => reason === 'Killing' && /failed (liveness|startup) probe/.test(message));
            const before = killed === undefined ? [] : events.filter(each => !isAfter(each, killed));
            const probe = failedProbe(before, /^(Liveness|Startup)/, cause.container);
            if (probe !== undefined)
                return `${probe}, so it keeps restarting (pod ${cause.pod})`;
            return `container ${cause.container} crashes repeatedly (exit code ${cause.exitCode}, ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(cause.restarts, 'restart')}, pod ${cause.pod})${said}`;
        }
        case 'bad-container':
            return `container ${cause.container} cannot be started: ${short(cause.detail)} (pod ${cause.pod})`;
        case 'unschedulable':
            return `pod ${cause.pod} cannot be scheduled: ${short(cause.detail)}`;
        case 'quota':
            return `the quota of the namespace does not allow the new pods: ${short(cause.detail.replace(/^pods ".*?" is forbidden: /, ''))}`;
        case 'refused':
            return `the cluster refuses the new pods: ${short(cause.detail)}`;
        case 'not-ready': {
            const [first] = cause.pods;
            const head = `${cause.ready} of ${cause.wanted} new pods were ready after ${Math.round(cause.seconds)} s`;
            if (first === undefined)
                return head;
            const probe = failedProbe(events, /^(Readiness|Startup)/, first.container);
            if (probe !== undefined)
                return `${head}; ${probe} (pod ${first.pod})`;
            const container = first.container === '' ? '' : `container ${first.container} of `;
            return `${head}; ${container}pod ${first.pod} does not become ready`;
        }
        default:
            return cause;
    }
}
const factKinds = {
    'image-pull': 'not-starting',
    'bad-container': 'not-starting',
    unschedulable: 'not-starting',
    quota: 'not-starting',
    refused: 'not-starting',
    crash: 'crash-loop',
    'out-of-memory': 'out-of-memory',
    'not-ready': 'not-ready',
};
const factOf = (cause, detail) => ({
    kind: factKinds[cause.kind],
    ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .defined */ .sw)({ pod: podOf(cause) }),
    detail,
});
const podOf = (cause) => 'pod' in cause ? cause.pod : cause.kind === 'not-ready' ? cause.pods[0]?.pod : undefined;
const evidenceTimeout = 3000;
const inTime = (reading, otherwise) => new Promise(resolve => {
    const timer = setTimeout(resolve, evidenceTimeout, otherwise);
    reading
        .catch(() => otherwise)
        .then(read => {
        clearTimeout(timer);
        resolve(read);
    });
});
async function gatherEvidence(cluster, namespace, cause) {
    const pod = podOf(cause);
    if (pod === undefined)
        return { events: [] };
    const [events, lastMessage, confidential] = await Promise.all([
        inTime(eventsOf(cluster, namespace, pod), []),
        cause.kind === 'crash'
            ? inTime(lastMessageIn(cluster, namespace, pod, cause.container), undefined)
            : undefined,
        inTime(confidentialOf(cluster, namespace, pod), undefined),
    ]);
    return withoutConfidential({ events, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .defined */ .sw)({ lastMessage }) }, confidential);
}
function withoutConfidential({ events, lastMessage }, confidential) {
    const hide = (text) => (0,_toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_1__.withoutSecrets)(confidential === undefined ? withoutOutput(text) : text, confidential ?? []);
    return {
        events: events.map(event => ({ ...event, message: hide(event.message) })),
        ...(lastMessage === undefined || confidential === undefined ? {} : { lastMessage: hide(lastMessage) }),
    };
}
const withoutOutput = (message) => message.replace(/( probe failed: )(?!HTTP probe failed with statuscode: \d+$).*/s, "$1its output is not shown, because the values of the pod's Secrets are not known");
async function eventsOf(cluster, namespace, pod) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.event, namespace), {
        fieldSelector: `involvedObject.name=${pod}`,
    });
    const time = (event) => String(event.lastTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp ?? '');
    return items
        .sort((a, b) => (time(a) < time(b) ? -1 : 1))
        .map(({ metadata: { name }, reason = '', message = '', count }) => ({
        reason,
        message,
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .defined */ .sw)({ count, name }),
    }));
}
const trace = /^(?:\s|$|[}\]]|#\d|- \/|\[signal |Node\.js v\d|Require stack:|Stack trace:|note: run with )/;
function lastMessageOf(lines) {
    const stacks = lines.findIndex(line => /^goroutine \d+ .*\[/.test(line));
    const before = stacks === -1 ? lines : lines.slice(0, stacks);
    return before.findLast(line => !trace.test(line)) ?? lines.findLast(line => line.trim() !== '');
}
const mostLines = 50;
const mostOfLog = 256 << 10;
const longestLine = 4 << 10;
function wholeLastMessage(log) {
    const lines = log.split('\n');
    const message = lastMessageOf(lines.length < mostLines ? lines : lines.slice(1)) ?? '';
    if (Buffer.byteLength(log) >= mostOfLog || Buffer.byteLength(message) >= longestLine)
        return undefined;
    return message.trim() === '' ? undefined : message.trim();
}
async function lastMessageIn(cluster, namespace, pod, container) {
    const path = `${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace, pod)}/log`;
    for (const previous of ['true', 'false']) {
        const query = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .withQuery */ .VL)(path, {
            container,
            previous,
            tailLines: String(mostLines),
            limitBytes: String(mostOfLog),
        });
        const text = await cluster.call('GET', query).then(answer => answer.body, () => '');
        if (text.trim() !== '')
            return wholeLastMessage(text);
    }
    return undefined;
}
const isAfter = (one, other) => one.name !== undefined && other.name !== undefined && one.name > other.name;
function failedProbe(events, which, container) {
    const failures = events.filter(({ reason, message }) => reason === 'Unhealthy' && which.test(message));
    const most = Math.max(...failures.map(({ count }) => count ?? 1));
    const event = failures.findLast(({ count }) => (count ?? 1) === most);
    if (event === undefined)
        return undefined;
    const [head = '', ...rest] = event.message.split(' failed: ');
    return `the ${head.toLowerCase()} of container ${container} fails (${short(rest.join(' failed: '))})`;
}
function reasonOfPull(cause, events) {
    const event = events.findLast(({ reason, message }) => reason === 'Failed' && message.startsWith('Failed to pull'));
    const text = /not found|unknown/i.test(cause.detail) ? cause.detail : (event?.message ?? cause.detail);
    if (/not found|manifest unknown|name unknown/i.test(text))
        return 'the registry has no such image';
    if (/unauthorized|denied|forbidden|no basic auth/i.test(text))
        return 'the registry refuses the credential of the node (imagePullSecrets)';
    return short(text);
}
function short(text) {
    const line = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(text.replace(/\s+/g, ' ').trim());
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}
async function confidentialOf(cluster, namespace, pod) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace), {
        fieldSelector: `metadata.name=${pod}`,
    });
    const spec = items[0]?.spec;
    if (spec === undefined)
        throw new Error(`Pod/${pod} does not exist any more`);
    const secrets = await Promise.all(secretsIn(spec).map(name => cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.secret, namespace, name))));
    const values = secrets.flatMap(secret => Object.values(secret?.data ?? {}));
    return [...values.map(value => Buffer.from(value, 'base64').toString('utf8')), ...tellingVariables(spec)];
}
function secretsIn(spec) {
    const variables = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(spec).flatMap(({ env = [], envFrom = [] }) => [
        ...env.map(({ valueFrom }) => valueFrom?.secretKeyRef?.name),
        ...envFrom.map(({ secretRef }) => secretRef?.name),
    ]);
    const files = (spec.volumes ?? []).flatMap(({ secret, projected }) => [
        secret?.secretName,
        ...(projected?.sources ?? []).map(source => source.secret?.name),
    ]);
    return [...new Set([...variables, ...files])].filter(name => name !== undefined && name !== '');
}
const tellingVariables = (spec) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(spec)
    .flatMap(({ env = [] }) => env)
    .flatMap(({ name, value }) => (value !== undefined && (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_2__/* .namesSecret */ .L4)(name) ? [value] : []));


/***/ }),

/***/ 87755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ readSalt),
/* harmony export */   Ld: () => (/* binding */ pointAtCopies),
/* harmony export */   UP: () => (/* binding */ kindOfConfiguration),
/* harmony export */   ii: () => (/* binding */ referencesIn),
/* harmony export */   xz: () => (/* binding */ shipConfiguration)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14485);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91490);





function shipConfiguration(manifests, app, live, salt, hooks = []) {
    const named = referencesIn([...manifests.map(({ object }) => object), ...hooks].flatMap(object => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .podTemplatesOf */ .ab)(object)));
    const shipped = new Map();
    const rewritten = structuredClone(manifests).map(manifest => {
        const kind = kindOfConfiguration(manifest.object);
        const title = `${kind}/${manifest.name}`;
        if (kind === undefined || live.has(title) || !named.has(title))
            return manifest;
        const copy = _naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.shipped(app, manifest.name, hashOf(manifest.object, salt));
        shipped.set(title, { kind, name: manifest.name, copy });
        const object = {
            ...manifest.object,
            immutable: true,
            metadata: {
                ...manifest.object.metadata,
                name: copy,
                labels: { ...manifest.object.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.app]: app, [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind]: 'shipped' },
            },
        };
        return { ...manifest, object, name: copy };
    });
    for (const manifest of rewritten) {
        for (const template of (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .podTemplatesOf */ .ab)(manifest.object))
            pointAtCopies(template, [...shipped.values()]);
    }
    return { manifests: rewritten, shipped: [...shipped.values()] };
}
function kindOfConfiguration({ kind, type = 'Opaque', }) {
    if (kind === 'ConfigMap')
        return kind;
    return kind === 'Secret' && type === 'Opaque' ? kind : undefined;
}
function hashOf(object, salt) {
    const { data, binaryData, stringData, type } = object;
    return (0,_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .contentHash */ .Ae)(salt, { data, binaryData, stringData, type });
}
function pointAtCopies(template, copies) {
    const shipped = new Map(copies.map(each => [`${each.kind}/${each.name}`, each.copy]));
    eachReference(template, (reference, rename) => {
        const copy = shipped.get(reference);
        if (copy !== undefined)
            rename(copy);
    });
}
function referencesIn(templates) {
    const found = new Set();
    for (const template of templates)
        eachReference(template, reference => found.add(reference));
    return found;
}
function eachReference({ spec }, visit) {
    const seen = (kind, holder, key) => {
        if (holder == null || typeof holder[key] !== 'string')
            return;
        visit(`${kind}/${holder[key]}`, name => {
            holder[key] = name;
        });
    };
    for (const { envFrom, env } of (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(spec)) {
        for (const source of envFrom ?? []) {
            seen('ConfigMap', source.configMapRef, 'name');
            seen('Secret', source.secretRef, 'name');
        }
        for (const { valueFrom } of env ?? []) {
            seen('ConfigMap', valueFrom?.configMapKeyRef, 'name');
            seen('Secret', valueFrom?.secretKeyRef, 'name');
        }
    }
    for (const volume of spec?.volumes ?? []) {
        seen('ConfigMap', volume.configMap, 'name');
        seen('Secret', volume.secret, 'secretName');
        for (const source of volume.projected?.sources ?? []) {
            seen('ConfigMap', source.configMap, 'name');
            seen('Secret', source.secret, 'name');
        }
        const { cephfs, flexVolume, iscsi, rbd, scaleIO, storageos } = volume;
        for (const driver of [cephfs, flexVolume, iscsi, rbd, scaleIO, storageos])
            seen('Secret', driver?.secretRef, 'name');
        seen('Secret', volume.csi?.nodePublishSecretRef, 'name');
        seen('Secret', volume.azureFile, 'secretName');
    }
    for (const secret of spec?.imagePullSecrets ?? [])
        seen('Secret', secret, 'name');
}
async function readSalt(cluster, namespace, app) {
    const name = _naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.salt(app);
    const existing = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.secret, namespace, name));
    const stored = existing?.data?.salt;
    if (stored !== undefined)
        return { value: Buffer.from(stored, 'base64').toString('utf8'), stored: true, keep: async () => { } };
    const value = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
    return {
        value,
        stored: false,
        keep: async () => {
            try {
                await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.secret, namespace), {
                    apiVersion: 'v1',
                    kind: 'Secret',
                    metadata: { name, namespace, labels: { [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.app]: app, [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind]: 'salt' } },
                    type: 'Opaque',
                    stringData: { salt: value },
                });
            }
            catch (error) {
                if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
                    throw error;
            }
        },
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
