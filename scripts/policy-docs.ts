/** Generates the tables in docs/policy.md from the rules; the prose around them is written by hand. */
import { dockerfileRules, imageRules } from '../src/config/rules.ts';
import { imageRuleTexts } from '../src/policy/image/rules.ts';
import { dockerfileRuleGroups } from '../src/policy/rules.ts';
import { textOfFile } from './workflow-files.ts';

type Row = readonly [rule: string, level: string, finds: string, remedy: string];

/** Returns the document with the sections between `<!-- rules -->` or `<!-- image rules -->` and `<!-- end -->` regenerated. */
export function policyDocs(document = textOfFile('docs/policy.md')): string {
  const groups = dockerfileRuleGroups.map(({ title, rules }) =>
    sectionOf(
      title,
      rules.map(({ name, finds, remedy }): Row => [name, dockerfileRules[name], finds, remedy]),
    ),
  );
  const comments = sectionOf('Comments', [
    [
      'ignore-comment',
      dockerfileRules['ignore-comment'],
      'An ignore comment that names no existing rule or gives no reason; every ignore comment if `ignore-comments` is `false`.',
      'write it as shown above, or remove it',
    ],
    [
      'ignore-unused',
      dockerfileRules['ignore-unused'],
      'An ignore comment for a rule that finds nothing there.',
      'remove it',
    ],
  ]);
  const image = Object.entries(imageRuleTexts).map(
    ([name, { finds, remedy }]): Row => [name, imageRules[name as keyof typeof imageRules], finds, remedy],
  );
  return between(between(document, 'rules', [...groups, comments].join('\n')), 'image rules', tableOf(image));
}

const sectionOf = (title: string, rows: readonly Row[]) => `### ${title}\n\n${tableOf(rows)}`;

function tableOf(rows: readonly Row[]): string {
  const lines = [
    ['rule', 'level', 'finds', 'remedy'],
    ['---', '---', '---', '---'],
    ...rows.map(([rule, level, finds, remedy]) => [`\`${rule}\``, level, finds, remedy]),
  ];
  return lines.map(cells => `| ${cells.map(each => each.replaceAll('|', '\\|')).join(' | ')} |\n`).join('');
}

function between(document: string, name: string, text: string): string {
  const pattern = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- end -->)`);
  return document.replace(pattern, (_, head: string, end: string) => `${head}${text}${end}`);
}
