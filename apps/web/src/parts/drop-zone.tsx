import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import './drop-zone.css';

interface DropZoneProps {
  /** Names the hidden file field. */
  label: string;
  accept: string;
  busy: boolean;
  disabled?: boolean;
  title: string;
  lead: string;
  onFile: (file: File) => void;
  /** Stands in place of the words while busy. */
  children?: ReactNode;
}

/** A place to drag one file to, or to choose one by pressing it. */
export function DropZone(props: DropZoneProps) {
  const { label, accept, busy, disabled = false, title, lead, onFile, children } = props;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined && !busy) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <>
      <button
        type="button"
        className={over ? 'drop drop-over' : 'drop'}
        disabled={busy || disabled}
        aria-busy={busy}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {busy && children !== undefined ? (
          children
        ) : (
          <>
            <strong>{title}</strong>
            <span className="faint">{lead}</span>
          </>
        )}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        className="hidden-words"
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </>
  );
}
