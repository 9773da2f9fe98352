const longest = 1600;
const wanted = 300 * 1024;

export interface Picture {
  bytes: Uint8Array<ArrayBuffer>;
  thumb: string;
}

/** Drawn anew, so that nothing of the camera's notes (position, model) comes along. Throws when it is no picture. */
export async function scalePhoto(file: Blob): Promise<Picture> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const canvas = draw(image, longest);
    let blob = await toJpeg(canvas, 0.82);
    for (const quality of [0.7, 0.58, 0.46, 0.35]) {
      if (blob.size <= wanted) break;
      blob = await toJpeg(canvas, quality);
    }
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return { bytes, thumb: draw(image, 200).toDataURL('image/jpeg', 0.6) };
  } finally {
    image.close();
  }
}

function draw(image: ImageBitmap, most: number): HTMLCanvasElement {
  const scale = Math.min(1, most / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function toJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((done, fail) =>
    canvas.toBlob(
      (blob) => (blob === null ? fail(new Error('no picture')) : done(blob)),
      'image/jpeg',
      quality,
    ),
  );
}
