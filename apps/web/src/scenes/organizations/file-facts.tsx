import type { OrganizationFile } from '@hujian/contract';
import { day, formWords, kindWords, levelWords } from '../../parts/words.ts';
import { words } from './words.ts';

export function FileFacts({ file }: { file: OrganizationFile }) {
  const { organization, counts, documents } = file;
  const facts: [string, string][] = [
    [words.code, organization.code],
    [words.form, formWords[organization.form] ?? organization.form],
    ...(organization.kind === null ? [] : [[words.kind, kindWords[organization.kind]] as [string, string]]),
    [words.level, levelWords[organization.level] ?? organization.level],
    [words.founded, day(organization.foundedOn)],
    ...(organization.closedOn === null
      ? []
      : [[words.closedOn, day(organization.closedOn)] as [string, string]]),
    [words.members, words.membersText(counts.members, counts.full, counts.probationary)],
    [words.floating, `${counts.floating}名`],
    [words.reserve, `${counts.reserve}名`],
    [words.groups, `${counts.groups}个`],
    [words.documents, words.documentsText(documents.held, documents.expired)],
  ];
  return (
    <dl className="file-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
