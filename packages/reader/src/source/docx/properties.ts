import { attribute } from '@hujian/documents';
import { childOf, type XmlNode } from '../office/xml-tree.ts';

/** The value of a property such as <w:jc w:val="center"/>. */
export const propertyOf = (node: XmlNode | undefined, name: string): string | undefined => {
  const child = childOf(node, name);
  return child && attribute(child.attributes, 'val');
};

/** A switch such as <w:b/>: on unless it says otherwise. */
export const isOn = ({ attributes }: XmlNode): boolean =>
  !/^(0|false|off|none)$/.test(attribute(attributes, 'val') ?? 'true');

/** A whole number of at most nine figures. */
export const wholeOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
