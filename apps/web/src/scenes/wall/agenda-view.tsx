import { words } from './words.ts';

export function AgendaView({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <p className="wall-none">{words.agendaNone}</p>;
  return (
    <ol className={lines.length > 7 ? 'agenda agenda-long' : 'agenda'}>
      {lines.map((line, i) => (
        <li key={`${i + 1}${line}`}>{line}</li>
      ))}
    </ol>
  );
}
