import { DownloadButton } from '../../parts/download-button.tsx';
import { words } from './words.ts';
import './library.css';

const formats = ['xlsx', 'docx', 'yaml'] as const;

interface EditionExportsProps {
  /** Below which the server makes the files: '/editions/<standard>/<label>' or '/drafts/<id>'. */
  path: string;
  title: string;
}

/** An edition as a file, in each of the forms that can be read in again. */
export function EditionExports({ path, title }: EditionExportsProps) {
  return (
    <span className="edition-exports">
      <span className="faint">{words.exports}</span>
      {formats.map((format) => (
        <DownloadButton key={format} path={`${path}/edition.${format}`} fileName={`${title}.${format}`}>
          {words.formats[format]}
        </DownloadButton>
      ))}
    </span>
  );
}
