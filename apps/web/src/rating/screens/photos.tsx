import { useState } from 'react';
import type { KeptPhoto } from '../keep/kept.ts';
import { scalePhoto } from '../photo.ts';
import type { Listed } from '../sheet/read-sheet.ts';
import { useDesk, useView } from '../use-desk.ts';
import type { AtVisit } from './at-visit.ts';

const states = { waiting: '未发送', kept: '已送达', refused: '没有被收下' } as const;

/** Photographs if wanted: scaled down, no position; shown small. */
export function Photos({ at, item }: { at: AtVisit; item: string | null }) {
  const desk = useDesk();
  const { kept } = useView();
  const [say, setSay] = useState('');
  const photos = at.sheet.photo.filter((one) => one.item === item);
  const take = async (file: File) => {
    setSay('正在缩小照片……');
    try {
      const { bytes, thumb } = await scalePhoto(file);
      const of = { visit: at.visit.id, item, version: at.round.version };
      await desk.attempt(() => desk.keeper.addPhoto(of, bytes, thumb));
      setSay('');
    } catch {
      setSay('这个文件不是照片，或者手机读不了它。请重新拍一张。');
    }
  };
  return (
    <div className="stack">
      {photos.length === 0 ? null : (
        <ul className="photos">
          {photos.map((photo) => (
            <Photo key={photo.id} at={at} photo={photo} kept={kept.photos.get(photo.body.file)} />
          ))}
        </ul>
      )}
      {at.shut ? null : (
        <label className="shoot">
          拍照（可不拍）
          <input
            type="file"
            accept="image/*"
            capture="environment"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file !== undefined) void take(file);
            }}
          />
        </label>
      )}
      {say === '' ? null : <p className="faint">{say}</p>}
    </div>
  );
}

interface PhotoProps {
  at: AtVisit;
  photo: Listed<'photo'>;
  kept: KeptPhoto | undefined;
}

function Photo({ at, photo, kept }: PhotoProps) {
  const desk = useDesk();
  return (
    <li>
      {kept === undefined ? (
        <span className="thumb faint">在另一部手机上</span>
      ) : (
        <img className="thumb" src={kept.thumb} alt="现场照片" />
      )}
      <span className="faint">{kept === undefined ? '' : states[kept.state]}</span>
      {at.shut ? null : (
        <button
          type="button"
          className="small"
          onClick={() =>
            void desk.put(at.visit.id, `photo/${photo.id}`, photo.item, { ...photo.body, gone: true })
          }
        >
          收回
        </button>
      )}
    </li>
  );
}
