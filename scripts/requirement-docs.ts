/** Generates the list in docs/requirements.md; the prose around it is written by hand. */
import { type RequirementId, requirements, sectionOf } from '../src/assess/requirement.ts';
import { textOfFile } from './workflow-files.ts';

/** Returns the document with the list between `<!-- requirements -->` and `<!-- end -->` regenerated. */
export function requirementDocs(document = textOfFile('docs/requirements.md')): string {
  const rows = (Object.keys(requirements) as RequirementId[]).map(
    id => `| ${id} | ${sectionOf(id)} | ${requirements[id].title} |`,
  );
  const table = ['| ID | section | requirement |', '| --- | --- | --- |', ...rows].join('\n');
  return document.replace(
    /(<!-- requirements -->\n)[\s\S]*?(<!-- end -->)/,
    (_, head: string, end: string) => `${head}\n${table}\n\n${end}`,
  );
}
