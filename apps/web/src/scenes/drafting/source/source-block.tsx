import { Fragment, memo } from 'react';
import { atKey, type Block } from './at.ts';
import { chunkRows } from './chunk-rows.ts';
import { cutByMarks, type Mark } from './marks.ts';

interface MarkedProps {
  text: string;
  marks: readonly Mark[];
  onChoose: (key: string) => void;
}

const none: readonly Mark[] = [];

/** A text with the words that proposals speak of; pressing them leads to the proposal. */
function Marked({ text, marks, onChoose }: MarkedProps) {
  return cutByMarks(text, marks).map((piece, i) => {
    const [first] = piece.keys;
    if (first === undefined) return <Fragment key={i}>{piece.text}</Fragment>;
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the list on the right leads everywhere by keyboard
      <mark key={i} data-keys={` ${piece.keys.join(' ')} `} onClick={() => onChoose(first)}>
        {piece.text}
      </mark>
    );
  });
}

interface SourceBlockProps {
  block: Block;
  marks: ReadonlyMap<string, readonly Mark[]>;
  onChoose: (key: string) => void;
}

/** One paragraph or table of the source. */
export const SourceBlock = memo(function SourceBlock({ block, marks, onChoose }: SourceBlockProps) {
  if (block.type === 'table') return <SourceTable block={block} marks={marks} onChoose={onChoose} />;
  const place = atKey(block.at);
  const classes = [
    'source-block',
    block.outline === undefined ? '' : 'source-heading',
    block.bold === true ? 'source-bold' : '',
    block.centred === true ? 'source-centred' : '',
  ];
  return (
    <p className={classes.join(' ')} data-at={place}>
      {block.number === undefined ? null : <span className="source-number">{block.number}</span>}
      <Marked text={block.text} marks={marks.get(place) ?? none} onChoose={onChoose} />
    </p>
  );
});

type Table = Extract<Block, { type: 'table' }>;

function SourceTable({ block, marks, onChoose }: SourceBlockProps & { block: Table }) {
  return (
    <div className="source-sheet">
      {block.sheet === undefined ? null : <h3>{block.sheet}</h3>}
      {chunkRows(block.rows, 30).map((rows) => (
        <table key={JSON.stringify(rows[0]?.at)} className="source-table source-block">
          <tbody>
            {rows.map((row) => (
              <tr key={JSON.stringify(row.at)} data-at={atKey(row.at)}>
                {row.cells.map((cell) => (
                  <td
                    key={cell.column}
                    colSpan={cell.columnSpan}
                    rowSpan={cell.rowSpan}
                    data-at={atKey(cell.at)}
                  >
                    <Marked
                      text={cell.text}
                      marks={marks.get(atKey(cell.at)) ?? marks.get(atKey(row.at)) ?? none}
                      onChoose={onChoose}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
