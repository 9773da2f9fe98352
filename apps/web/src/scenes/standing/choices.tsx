import { DayField } from '../../parts/day-field.tsx';
import { EditionSelect } from '../../parts/edition-select.tsx';
import { words } from './words.ts';

interface ChoicesProps {
  edition: string;
  title: string;
  asOf: string;
  /** What sort of organization it is: a school is not held against the standard of villages. */
  kind: string | null;
  onChange: (next: { edition?: string | undefined; asOf?: string | undefined }) => void;
}

/** By which edition and as of which day. */
export function Choices({ edition, title, asOf, kind, onChange }: ChoicesProps) {
  return (
    <div className="standing-choices">
      <div className="labelled">
        <span className="faint">{words.edition}</span>
        <EditionSelect
          value={edition}
          title={title}
          kind={kind}
          onChange={(next) => onChange({ edition: next })}
          label={words.edition}
        />
      </div>
      <div className="labelled">
        <span className="faint">{words.asOf}</span>
        <DayField
          value={asOf}
          label={words.asOf}
          clearable={false}
          onChange={(next) => onChange({ asOf: next ?? undefined })}
        />
      </div>
    </div>
  );
}
