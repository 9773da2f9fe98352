/** Words are the same whatever their width and blanks. */
export const foldWord = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s“”"']/g, '')
    .toLowerCase();
