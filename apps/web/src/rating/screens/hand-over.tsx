import { useState } from 'react';
import { giveFile, writeHandOver } from '../hand-over.ts';
import { useDesk, useView } from '../use-desk.ts';
import { findToday } from './home.tsx';

/** Writes what is unsent into sealed files; needs no signal. Answers whether something was written. */
export function useHandOver(): { write(): Promise<boolean>; say: string } {
  const desk = useDesk();
  const { pack, off } = useView();
  const [say, setSay] = useState('');
  const write = async (): Promise<boolean> => {
    if (pack === null) return false;
    try {
      const files = await writeHandOver(desk.keeper, pack, findToday(off));
      for (const file of files) await giveFile(file);
      setSay(
        files.length === 0
          ? '没有要代交的：都已送达。'
          : `已写成文件：${files.map((file) => file.name).join('、')}。请交给乡镇（县）的工作人员，由他在这一轮的页面里收下；他看不到里面的内容。`,
      );
      return files.length > 0;
    } catch {
      setSay('文件没有写成。请再点一次；若手机空间满了，先删掉些不用的东西。');
      return false;
    }
  };
  return { write, say };
}

export function HandOver() {
  const { unsent } = useView();
  const { write, say } = useHandOver();
  return (
    <section>
      <h2>由工作人员代交</h2>
      <p className="faint">
        手机一直连不上网，或者要坏了：把未发送的写成一个加密文件，用微信、数据线交给工作人员。
      </p>
      <button type="button" className="big" disabled={unsent === 0} onClick={() => void write()}>
        写成代交文件{unsent > 0 ? `（${unsent} 条）` : ''}
      </button>
      {say === '' ? null : (
        <p className="note" role="status">
          {say}
        </p>
      )}
    </section>
  );
}
