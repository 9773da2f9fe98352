export function UnitClasses() {
  return null;
}
