import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { manifestOf, root, textOfFile } from '../../scripts/workflow-files.ts';
import { thirdParty } from './third-parties.ts';

let documents = 0;

/**
 * Checks a workflow or an action with GitHub's language service. Only actions of this repository and those in third-parties.ts are known.
 * @param path in this repository; its name distinguishes workflows and actions.
 * @returns a message for each finding, with path and line.
 */
export async function diagnose(path: string, text: string = textOfFile(path)): Promise<string[]> {
  // The service keeps what it has parsed by the address of a document.
  documents += 1;
  const document = TextDocument.create(`file:///repository-${documents}/${path}`, 'yaml', 1, text);
  const found = await validate(document, {
    fileProvider: {
      getFileContent: async reference => {
        const file = 'repository' in reference ? reference.path : reference.path.replace(/^\$\//, '');
        return { name: file, content: readFileSync(join(root, file), 'utf8') };
      },
    },
    actionsMetadataProvider: {
      fetchActionMetadata: async ({ owner, name, path: folder }) => {
        const manifest =
          owner === 'slipway'
            ? manifestOf(`$/${folder ?? ''}`)
            : thirdParty([owner, name, folder].filter(Boolean).join('/'));
        return manifest as never;
      },
    },
  });
  return found.map(({ message, range }) => `${path}:${range.start.line + 1}: ${message}`);
}
