import { SourceProblem } from './source-problem.ts';

/** The largest file that is read, in bytes. */
export const largestSource = 30 * 1024 * 1024;

/** More than this is no standard: well over a thousand pages. All of it must fit into a small server's memory. */
export const mostCharacters = 1_000_000;
export const mostParagraphs = 100_000;

const saveAnew = '请在 Word、Excel 或 WPS 里打开它，另存为 .docx 或 .xlsx 再试';

const sentences = {
  empty: '文件是空的，里面没有内容。请核对是否选对了文件。',
  'too-large': '文件超过 30 MB，不能读取。请删去图片和附件，或只留下标准的正文，另存后再试。',
  'too-long': '文件里的内容太多，不像一份标准（上限约一百万字、十万段）。请只留下标准的正文，分成几份再试。',
  'old-word': `这是旧格式的文字文档（.doc 或 .wps），不论后缀写成什么。${saveAnew}。`,
  'old-excel': `这是旧格式的表格（.xls 或 .et），不论后缀写成什么。${saveAnew}。`,
  'old-office': `这是旧格式的 Office 文件，读不出来。${saveAnew}。`,
  encrypted: '文件设了打开密码或权限保护。请用密码打开它，去掉密码，另存后再试。',
  slides: '这是演示文稿，不是文档或表格。请把标准的正文复制到 Word 或文本文件里再试。',
  pdf: '这是 PDF 文件，读不出其中的条目。请改用它的 Word、Excel 原件；没有原件的，先转成 .docx 并核对文字。',
  picture: '这是图片，里面没有可读的文字。请改用文档原件，或先识别成文字并核对后存为 .docx。',
  archive: '这是压缩包，不是文档。请先解压，再选里面的 Word、Excel 或文本文件。',
  'other-office': `这不是 .docx 或 .xlsx（像是 OpenDocument、xlsb 或别的软件的文件）。${saveAnew}。`,
  rtf: '这是 RTF 文件（有时后缀写成 .doc）。请在 Word 或 WPS 里打开它，另存为 .docx 再试。',
  'web-archive': '这是单个文件的网页（MHT）。请在 Word 或 WPS 里打开它，另存为 .docx 再试。',
  'flat-xml': `这是 XML 格式的文件，不是普通的文档。${saveAnew}。`,
  bomb: '文件解压后过大，已停止读取：正常的文档不会这样。请删去图片和空白的行列，另存后再试。',
  scanned: '文件里只有图片，没有文字（像是扫描件）。请改用文字版原件，或先识别成文字并核对后再试。',
  'no-text': '文件打得开，但里面没有文字。请核对是否选对了文件，或内容是否在页眉、隐藏的工作表里。',
  'not-text': '认不出这是什么文件：不是 Word、Excel，也不是文本。请改用 .docx、.xlsx 或 .txt。',
  encoding: '文件像是文本，但认不出文字的编码，读出来大半是乱码。请用记事本打开核对，另存为 UTF-8 编码再试。',
} as const;

export type RefusalCode = keyof typeof sentences | 'damaged';

export const refusal = (code: keyof typeof sentences): SourceProblem =>
  new SourceProblem(code, sentences[code]);

/** `what` names the part that does not hold together. */
export const damagedSource = (what: string): SourceProblem =>
  new SourceProblem('damaged', `文件已损坏（${what}），读不出来。${saveAnew}；打不开的，请重新拷贝一份。`);
