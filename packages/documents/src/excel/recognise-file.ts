import { FileProblem } from './file-problem.ts';

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Content decides, not the name: refuses whatever is not a zip container, saying what it is instead. */
export function recogniseFile(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new FileProblem('empty', '文件是空的（0 字节），请重新选择。');
  if (ole.every((byte, i) => bytes[i] === byte)) throw oldOffice(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).trimStart().toLowerCase();
  if (start.startsWith('%pdf')) throw new FileProblem('not-excel', '这是 PDF 文件，请上传 .xlsx 表格。');
  if (start.startsWith('<')) {
    throw new FileProblem(
      'not-excel',
      '这是网页或 XML 文件（只是改了后缀），请在 Excel 里另存为 .xlsx 再上传。',
    );
  }
  throw new FileProblem('not-excel', '这不是 Excel 表格（.xlsx），请用下载的模板填写后上传。');
}

function oldOffice(bytes: Uint8Array): FileProblem {
  const has = (name: string): boolean => {
    const wide = Buffer.from(name, 'utf16le');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wide);
  };
  if (has('EncryptedPackage')) {
    return new FileProblem('encrypted', '文件设了打开密码。请在 Excel 里去掉密码，另存后再上传。');
  }
  if (has('WordDocument')) return new FileProblem('not-excel', '这是 Word 文件（.doc），请上传 .xlsx 表格。');
  return new FileProblem('old-excel', '这是旧版 Excel 文件（.xls），请在 Excel 里另存为 .xlsx 再上传。');
}
