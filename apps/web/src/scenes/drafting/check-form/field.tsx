import { createContext, type ReactNode, useContext, useId } from 'react';

export interface FieldError {
  /** Key of the check, or a path that begins with it. */
  path: string;
  message: string;
}

export const FieldErrors = createContext<readonly FieldError[]>([]);

interface FieldProps {
  label: string;
  lead?: string;
  /** Keys of the check whose errors belong here. */
  of?: readonly string[];
  required?: boolean;
  wide?: boolean;
  children: (id: string) => ReactNode;
}

/** One thing that the form asks for, with what is wrong about it below. */
export function Field({ label, lead, of = [], required = false, wide = false, children }: FieldProps) {
  const id = useId();
  const errors = useContext(FieldErrors).filter(({ path }) => of.includes(path.split('.')[0] ?? ''));
  return (
    <div className={wide ? 'check-field check-wide' : 'check-field'}>
      <label htmlFor={id}>
        {required ? <span className="check-required">*</span> : null}
        {label}
      </label>
      {children(id)}
      {lead === undefined ? null : <p className="faint check-lead">{lead}</p>}
      {errors.map(({ message }) => (
        <p key={message} className="draft-wrong" role="alert">
          {message}
        </p>
      ))}
    </div>
  );
}
