import type { TreePlan, XmlNode } from '../office/xml-tree.ts';

/** The elements of document.xml that carry what the page shows; all others are looked through. */
export const documentPlan: TreePlan = {
  keep: new Set([
    ...[
      'body',
      'p',
      'pPr',
      'pStyle',
      'numPr',
      'numId',
      'ilvl',
      'outlineLvl',
      'jc',
      'rPr',
      'b',
      'sz',
      'vanish',
    ],
    ...['rStyle', 'r', 't', 'tab', 'br', 'cr', 'sym', 'noBreakHyphen', 'fldChar', 'den', 'del'],
    ...['footnoteReference', 'endnoteReference', 'blip', 'imagedata', 'OLEObject', 'altChunk', 'txbxContent'],
    ...['tbl', 'tblGrid', 'gridCol', 'tr', 'trPr', 'gridBefore', 'gridAfter', 'tc', 'tcPr', 'gridSpan'],
    ...['vMerge', 'hMerge', 'AlternateContent', 'Choice', 'Fallback'],
  ]),
  drop: new Set([
    ...['del', 'moveFrom', 'instrText', 'delText', 'delInstrText', 'rt', 'sdtPr', 'sdtEndPr', 'tabs'],
    ...[
      'pPrChange',
      'rPrChange',
      'tblPrChange',
      'trPrChange',
      'tcPrChange',
      'tblGridChange',
      'tblPrExChange',
    ],
    ...['sectPrChange', 'numberingChange', 'sectPr', 'tblPr'],
  ]),
  // there it marks the paragraph or the row itself as deleted
  dropNotUnder: new Set(['rPr', 'trPr']),
  texts: new Set(['t']),
};

/** Which of the versions of a drawing to read: the first that holds text. */
export function chooseAlternative(node: XmlNode): XmlNode[] {
  const chosen = node.children.find(hasText) ?? node.children[0];
  return chosen?.children ?? [];
}

const hasText = (node: XmlNode): boolean =>
  (node.name === 't' && node.text !== '') || node.children.some(hasText);
