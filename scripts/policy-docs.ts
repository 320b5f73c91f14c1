/** Generates the lists in docs/policy.md from the rules; the prose around them is written by hand. */
import { dockerfileRules, imageRules } from '../src/config/rules.ts';
import { imageRuleTexts } from '../src/policy/image/rules.ts';
import { dockerfileRuleGroups } from '../src/policy/rules.ts';
import { textOfFile } from './workflow-files.ts';

/** Without the remedy, which every finding names. */
type Row = readonly [rule: string, level: string, finds: string];

/** Returns the document with the sections between `<!-- rules -->` or `<!-- image rules -->` and `<!-- end -->` regenerated. */
export function policyDocs(document = textOfFile('docs/policy.md')): string {
  const groups = dockerfileRuleGroups.map(({ title, rules }) =>
    sectionOf(
      title,
      rules.map(({ name, finds }): Row => [name, dockerfileRules[name], finds]),
    ),
  );
  const comments = sectionOf('Comments', [
    [
      'ignore-comment',
      dockerfileRules['ignore-comment'],
      'An ignore comment that names no existing rule or gives no reason; every ignore comment if `ignore-comments` is `false`.',
    ],
    [
      'ignore-unused',
      dockerfileRules['ignore-unused'],
      'An ignore comment for a rule that finds nothing there.',
    ],
  ]);
  const image = Object.entries(imageRuleTexts).map(
    ([name, { finds }]): Row => [name, imageRules[name as keyof typeof imageRules], finds],
  );
  return between(between(document, 'rules', [...groups, comments].join('\n')), 'image rules', listOf(image));
}

const sectionOf = (title: string, rows: readonly Row[]) => `### ${title}\n\n${listOf(rows)}`;

/** Lists the rules. Those that find the same, such as a package without a version, share an entry with the sentences of all. */
function listOf(rows: readonly Row[]): string {
  const alike = Map.groupBy(rows, ([, level, finds]) => `${level}\n${sentencesOf(finds)[0]}`);
  return [...alike.values()]
    .map(group => {
      const [[, level, finds]] = group as [Row, ...Row[]];
      const shared = sentencesOf(finds).filter(each =>
        group.every(row => sentencesOf(row[2]).includes(each)),
      );
      return `- ${group.map(([rule]) => `\`${rule}\``).join(', ')} (${level}): ${shared.join(' ')}\n`;
    })
    .join('');
}

const sentencesOf = (text: string) => text.split(/(?<=\.) /);

function between(document: string, name: string, text: string): string {
  const pattern = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- end -->)`);
  return document.replace(pattern, (_, head: string, end: string) => `${head}${text}${end}`);
}
