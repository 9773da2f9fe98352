import { describe, expect, test } from 'vitest';
import { jpegOf, pngOf, segment, webpOf } from '../testing/images.ts';
import { checkImage } from './check-image.ts';

const exif = (entries: [number, number][]): Buffer => {
  const list = Buffer.alloc(2 + 12 * entries.length + 4);
  list.writeUInt16BE(entries.length);
  entries.forEach(([tag, value], at) => {
    list.writeUInt16BE(tag, 2 + 12 * at);
    list.writeUInt16BE(4, 4 + 12 * at);
    list.writeUInt32BE(1, 6 + 12 * at);
    list.writeUInt32BE(value, 10 + 12 * at);
  });
  const header = Buffer.from([...Buffer.from('Exif\0\0MM'), 0, 42, 0, 0, 0, 8]);
  return Buffer.concat([header, list]);
};

describe('a JPEG', () => {
  test('as a canvas writes it passes, also with the small EXIF and the empty Photoshop block of Safari', () => {
    const photoshop = Buffer.concat([
      Buffer.from('Photoshop 3.0\0'),
      Buffer.from('8BIM\x04\x04\0\0\0\0\0\0', 'latin1'),
      Buffer.from('8BIM\x04\x25\0\0\0\0\0\x10', 'latin1'),
      Buffer.alloc(16, 7),
    ]);
    expect(checkImage('image/jpeg', jpegOf())).toBeUndefined();
    const safari = jpegOf([segment(0xe1, exif([[0x0112, 1]])), segment(0xed, photoshop)]);
    expect(checkImage('image/jpeg', safari)).toBeUndefined();
  });

  test.each([
    [
      'a position in its EXIF',
      segment(
        0xe1,
        exif([
          [0x0112, 1],
          [0x8825, 26],
        ]),
      ),
    ],
    ["the camera's name in its EXIF", segment(0xe1, exif([[0x0110, 1]]))],
    ['XMP', segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x/>'))],
    ['captions', segment(0xed, Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x04abcd', 'latin1'))],
    ['a second picture', segment(0xe2, Buffer.from('MPF\0xxxx'))],
    ['a comment', segment(0xfe, Buffer.from('30.1N 104.2E'))],
  ])('with %s is refused', (_what, extra) => {
    expect(checkImage('image/jpeg', jpegOf([extra]))).toBe('carries-more');
  });

  test('with something behind its end is refused, and one that breaks off is damaged', () => {
    expect(checkImage('image/jpeg', Buffer.concat([jpegOf(), Buffer.from('GPS')]))).toBe('carries-more');
    for (const length of [0, 1, 3, 20, jpegOf().length - 1])
      expect(checkImage('image/jpeg', jpegOf().subarray(0, length))).toBe('damaged');
  });
});

test('a PNG passes, with EXIF, texts or times or something behind its end it does not', () => {
  expect(checkImage('image/png', pngOf())).toBeUndefined();
  for (const name of ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'abcd'])
    expect(checkImage('image/png', pngOf([[name, Buffer.from('x')]]))).toBe('carries-more');
  expect(checkImage('image/png', Buffer.concat([pngOf(), Buffer.from('x')]))).toBe('carries-more');
  expect(checkImage('image/png', pngOf().subarray(0, 40))).toBe('damaged');
});

test('a WebP passes, with EXIF or XMP or something behind its end it does not', () => {
  expect(checkImage('image/webp', webpOf())).toBeUndefined();
  for (const name of ['EXIF', 'XMP ', 'ANMF'])
    expect(checkImage('image/webp', webpOf([[name, Buffer.from('abc')]]))).toBe('carries-more');
  expect(checkImage('image/webp', Buffer.concat([webpOf(), Buffer.from('x')]))).toBe('carries-more');
  expect(checkImage('image/webp', webpOf().subarray(0, 24))).toBe('damaged');
});

test('a picture is what its bytes are, whatever it is called', () => {
  expect(checkImage('image/png', jpegOf())).toBe('damaged');
  expect(checkImage('image/jpeg', pngOf())).toBe('damaged');
  expect(checkImage('image/webp', Buffer.from('<svg onload="x"/>'))).toBe('damaged');
});
