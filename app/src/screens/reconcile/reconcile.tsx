export function Reconcile() {
  return null;
}
