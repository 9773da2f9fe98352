export function Liaisons() {
  return null;
}
