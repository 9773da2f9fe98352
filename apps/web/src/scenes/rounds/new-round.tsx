export function NewRound() {
  return null;
}
