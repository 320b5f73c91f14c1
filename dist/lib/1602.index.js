export const id = 1602;
export const ids = [1602,9560,336];
export const modules = {

/***/ 39560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ isFlag),
/* harmony export */   S: () => (/* binding */ givenTwice),
/* harmony export */   help: () => (/* binding */ help),
/* harmony export */   overview: () => (/* binding */ overview),
/* harmony export */   parseFlags: () => (/* binding */ parseFlags)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10336);



function parseFlags(action, args, suggest, say) {
    const isBoolean = (name) => /^(true|false)$/.test(action.inputs[name]?.default ?? '');
    const options = Object.fromEntries(Object.keys(action.inputs).map(name => [name, { type: isBoolean(name) ? 'boolean' : 'string' }]));
    const { tokens } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args, options, strict: false, allowPositionals: true, tokens: true });
    const values = new Map();
    const set = (name, value) => {
        if (values.has(name))
            say(givenTwice(name));
        values.set(name, value);
    };
    let hasArgument = false;
    for (const [at, token] of tokens.entries()) {
        const before = tokens[at - 1];
        if (token.kind === 'option-terminator')
            continue;
        if (token.kind === 'positional') {
            const isValue = before?.kind === 'option' && isBoolean(before.name) && before.value === undefined;
            if (isValue && (isTruth(token.value) || action.positional === undefined))
                values.set(before.name, token.value);
            else if (action.positional !== undefined && !hasArgument) {
                hasArgument = true;
                set(action.positional, token.value);
            }
            else
                throw unexpected(action, token.value);
            continue;
        }
        const { name, rawName, value, inlineValue } = token;
        if (!rawName.startsWith('--'))
            throw unexpected(action, rawName);
        if (!Object.hasOwn(action.inputs, name))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${action.name} has no input "${name}"`, suggest(name, Object.keys(action.inputs)));
        if (value === undefined ? !isBoolean(name) : inlineValue === false && isFlag(value))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`--${name} has no value`, `write --${name} value`);
        set(name, value ?? 'true');
    }
    return Object.fromEntries(values);
}
const isFlag = (text) => /^--?[a-z][\w-]*(=|$)/i.test(text);
const givenTwice = (name) => `--${name} is given twice; the last one counts`;
const isTruth = (text) => /^(true|True|TRUE|false|False|FALSE)$/.test(text);
const unexpected = ({ name }, argument) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`unexpected argument "${argument}"`, `write --input value; see slipway ${name} --help`);
function overview(commands) {
    const lines = commands.map(action => `  ${action.name.padEnd(11)} ${action.description}`);
    const more = 'slipway <action> --help lists the inputs, slipway --version prints the version.';
    return `${(0,_version_js__WEBPACK_IMPORTED_MODULE_2__.versionOf)()}\n\nslipway <action> --input value …\n\n${lines.join('\n')}\n\n${more}\n`;
}
function help(action) {
    const lines = Object.entries(action.inputs).map(([name, spec]) => {
        const note = spec.required === true ? ' (required)' : spec.default ? ` (default ${spec.default})` : '';
        return `  --${name.padEnd(18)} ${spec.description}${note}`;
    });
    const more = [
        '  --dotenv             File for the outputs, as SLIPWAY_<ACTION>_<OUTPUT>=value, for GitLab.',
        '  --summary            File to which the Markdown summary is appended.',
    ];
    return `${action.description}\n\n${[...lines, ...more].join('\n')}\n`;
}


/***/ }),

/***/ 81602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openFiles: () => (/* binding */ openFiles),
  takePaths: () => (/* binding */ takePaths)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./.build/js/src/toolkit/command-line.js
var command_line = __webpack_require__(39560);
;// CONCATENATED MODULE: ./.build/js/src/toolkit/dotenv.js

const largestDotenv = 5 * 1024;
function writeDotenv(path, action, outputs) {
    const before = (0,external_node_fs_.existsSync)(path) ? (0,external_node_fs_.readFileSync)(path, 'utf8') : '';
    const { text, left } = dotenvWith(before, action, outputs);
    (0,external_node_fs_.writeFileSync)(path, text);
    return left;
}
function dotenvWith(before, action, outputs) {
    const prefix = `SLIPWAY_${nameOf(action)}_`;
    const others = before.split('\n').filter(line => line !== '' && !line.startsWith(prefix));
    let text = others.map(line => `${line}\n`).join('');
    const left = [];
    for (const [name, value] of outputs) {
        const line = `${prefix}${nameOf(name)}=${value.replace(/\r\n|\r|\n/g, '\\n')}\n`;
        if (value.includes('$'))
            left.push(`the output \`${name}\` is omitted, because it contains a "$"`);
        else if (Buffer.byteLength(text) + Buffer.byteLength(line) > largestDotenv)
            left.push(`the output \`${name}\` is omitted, because GitLab accepts at most ${largestDotenv} bytes`);
        else
            text += line;
    }
    return { text, left };
}
const nameOf = (name) => name.toUpperCase().replace(/[^A-Z0-9]/g, '_');

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
;// CONCATENATED MODULE: ./.build/js/src/toolkit/files.js





function openFiles(args, action, say) {
    const { paths, flags } = takePaths(args, say);
    const { dotenv, summary } = paths;
    for (const path of [dotenv, summary]) {
        try {
            if (path !== undefined)
                (0,external_node_fs_.appendFileSync)(path, '');
        }
        catch (error) {
            throw new errors/* UserError */.yo(`${path} cannot be written: ${(0,errors/* innermostCause */.$C)(error)}`, 'choose a file in an existing folder', { cause: error });
        }
    }
    const set = new Map();
    if (dotenv !== undefined)
        writeDotenv(dotenv, action, set);
    return {
        flags,
        files: {
            output: (name, value) => void set.set(name, value),
            summary: markdown => {
                if (summary !== undefined)
                    (0,external_node_fs_.appendFileSync)(summary, `${markdown}\n`);
            },
            close: () => dotenv === undefined ? [] : writeDotenv(dotenv, action, set).map(why => `${dotenv}: ${why}`),
        },
    };
}
function takePaths(args, say) {
    const options = { dotenv: { type: 'string' }, summary: { type: 'string' } };
    const { tokens } = (0,external_node_util_.parseArgs)({ args: [...args], options, strict: false, tokens: true });
    const paths = {};
    const flags = [...args];
    for (const token of tokens) {
        if (token.kind !== 'option' || (token.name !== 'dotenv' && token.name !== 'summary'))
            continue;
        const { name, value, index, inlineValue } = token;
        if (!value || (inlineValue === false && (0,command_line/* isFlag */.R)(value)))
            throw new errors/* UsageError */.eb(`--${name} has no value`, `write --${name} path-of-a-file`);
        if (paths[name] !== undefined)
            say((0,command_line/* givenTwice */.S)(name));
        paths[name] = value;
        flags.fill(undefined, index, index + (inlineValue ? 1 : 2));
    }
    return { paths, flags: flags.filter(each => each !== undefined) };
}


/***/ }),

/***/ 10336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ originOfCode),
/* harmony export */   versionOf: () => (/* binding */ versionOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



const repository = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(import.meta.dirname, '../..');
function versionOf(root = repository) {
    const { version, commit } = packageOf(root);
    const made = committed(commit) ?? checkedOut(root);
    return `slipway ${version ?? 'of an unknown version'}${made === undefined ? '' : `, commit ${made}`}`;
}
function originOfCode(env, root = repository) {
    const { version = '0.0.0', commit } = packageOf(root);
    const clone = checkedOut(root)?.replace(/-dirty$/, '');
    const known = [commit, clone, installed(root), env.GITHUB_ACTION_REF].find(each => committed(each));
    return { version, commit: known };
}
function installed(root) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(root), '.package-lock.json');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(file))
        return undefined;
    const { packages } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8'));
    return /[#/]([0-9a-f]{40})$/.exec(packages?.[`node_modules/${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(root)}`]?.resolved ?? '')?.[1];
}
function packageOf(root) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, 'package.json');
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(file) ? JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8')) : {};
}
const committed = (commit = '') => (/^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined);
function checkedOut(root) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, '.git')))
        return undefined;
    try {
        const args = ['-C', root, 'describe', '--always', '--exclude=*', '--abbrev=64', '--dirty'];
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    }
    catch {
        return undefined;
    }
}


/***/ })

};
