export function EditionsBeside() {
  return null;
}
