export const id = 1602;
export const ids = [1602];
export const modules = {

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




function openFiles(args, action) {
    const { paths, flags } = takePaths(args);
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
function takePaths(args) {
    const options = { dotenv: { type: 'string' }, summary: { type: 'string' } };
    const { tokens } = (0,external_node_util_.parseArgs)({ args: [...args], options, strict: false, tokens: true });
    const paths = {};
    const flags = [...args];
    for (const token of tokens) {
        if (token.kind !== 'option' || (token.name !== 'dotenv' && token.name !== 'summary'))
            continue;
        const { name, value, index, inlineValue } = token;
        if (!value || (inlineValue === false && value.startsWith('-')))
            throw new errors/* UsageError */.eb(`--${name} has no value`, `write --${name} path-of-a-file`);
        if (paths[name] !== undefined)
            throw new errors/* UsageError */.eb(`--${name} is given twice`, 'give it once');
        paths[name] = value;
        flags.fill(undefined, index, index + (inlineValue ? 1 : 2));
    }
    return { paths, flags: flags.filter(each => each !== undefined) };
}


/***/ })

};
