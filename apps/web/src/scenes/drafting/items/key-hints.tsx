import { words } from '../words.ts';

/** The keys that decide, told where they work. */
export function KeyHints({ hidden }: { hidden: boolean }) {
  if (hidden) return null;
  return (
    <p className="key-hints faint">
      {words.keys}
      {words.keyList.map(([key, what]) => (
        <span key={key}>
          <kbd>{key}</kbd>
          {what}
        </span>
      ))}
    </p>
  );
}
